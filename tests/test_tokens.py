"""Tokens: every character that is no white space lies in exactly one, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.tokens import END, PADDING, tokenize, touches


def pieces(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokenize(text) if token is not END]


def test_numbers_keep_their_separators_and_words_their_digits() -> None:
    assert pieces("1,234.5 km2 MH17 116\u202f000") == [
        ("number", "1,234.5"),
        ("word", "km2"),
        ("word", "MH17"),
        ("number", "116\u202f000"),
    ]


def test_a_space_groups_only_full_thousands() -> None:
    assert pieces("in 2022 300 tanks, 12 50") == [
        ("word", "in"),
        ("number", "2022"),
        ("number", "300"),
        ("word", "tanks"),
        ("sign", ","),
        ("number", "12"),
        ("number", "50"),
    ]


def test_a_full_stop_behind_a_number_is_a_token_of_its_own() -> None:
    assert pieces("It took 20. Then .5") == [
        ("word", "It"),
        ("word", "took"),
        ("number", "20"),
        ("sign", "."),
        ("word", "Then"),
        ("number", ".5"),
    ]


@pytest.mark.parametrize("fraction", ["½", "¾", "⅕", "⅞"])
def test_a_vulgar_fraction_is_a_token_apart(fraction: str) -> None:
    assert pieces(f"2{fraction}km") == [("number", "2"), ("fraction", fraction), ("word", "km")]


def test_an_apostrophe_belongs_to_the_word_it_is_in() -> None:
    assert pieces("Ukraine’s 'land'") == [
        ("word", "Ukraine’s"),
        ("sign", "'"),
        ("word", "land"),
        ("sign", "'"),
    ]


def test_touching_tokens_have_nothing_between_them() -> None:
    first, second, third, *_ = tokenize("61bn euros")
    assert touches(first, second)
    assert not touches(second, third)
    assert not touches(END, END)
    *_, last, end = tokenize("61bn")[: 1 - PADDING]
    assert (last.text, end) == ("bn", END)
    assert not touches(last, end)


def test_a_part_of_a_text_has_the_tokens_between_its_places() -> None:
    text = "In Kyiv 116,000 people"
    found = [token for token in tokenize(text, 3, 11) if token is not END]
    assert [(token.text, token.lower, token.start, token.end, token.apart) for token in found] == [
        ("Kyiv", "kyiv", 3, 7, True),
        ("116", "116", 8, 11, False),
    ]


@given(st.text())
def test_tokens_cover_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert tokens[-PADDING:] == [END] * PADDING
    last = 0
    for token in tokens[:-PADDING]:
        assert text[token.start : token.end] == token.text
        assert not text[last : token.start].strip()
        last = token.end
    assert not text[last:].strip()
