"""Word search: both ways find the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.stating.wordsearch import (
    Automaton,
    WordIndex,
    WordSearch,
    has_ahocorasick,
    word_search,
)

WAYS = [Automaton, WordIndex]


def search(make: type[Automaton | WordIndex], *words: str) -> WordSearch:
    """The search for *words*, of which those that end in a star may go on."""
    whole = frozenset(word.encode() for word in words if not word.endswith("*"))
    starts = frozenset(word[:-1].encode() for word in words if word.endswith("*"))
    return make(whole, starts)


@pytest.mark.parametrize("make", WAYS)
@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("port",), "The PORT is closed.", {"port"}),
        (("port",), "A report on transport and airports.", set()),
        (("port", "report"), "A report.", {"report"}),
        (("port*",), "The ports, and a passport.", {"port"}),
        (("ukrain*", "ukrainian"), "Ukrainian wheat", {"ukrain", "ukrainian"}),
        (("europe", "rope"), "Europe-wide", {"europe"}),
        (("окуп*",), "Росія ОКУПУВАЛА п'яту частину", {"окуп"}),
        (("київ",), "«Київ» — столиця", {"київ"}),
        (("kyiv",), "“Kyiv’s” port", {"kyiv"}),
        (("kyiv", "київ"), "Kyiv\u00a0(Київ)", {"kyiv", "київ"}),
        (("straße",), "In der Hafenstraße", set()),
        (("port",), "", set()),
        ((), "port", set()),
    ],
)
def test_whole_words_are_found_and_beginnings(
    make: type[Automaton | WordIndex], words: tuple[str, ...], text: str, found: set[str]
) -> None:
    assert search(make, *words).found(text) == {word.encode() for word in found}


LETTERS = st.text("abáкі", min_size=1, max_size=3)
WORDS = LETTERS | LETTERS.map("{}*".format)


@given(st.lists(WORDS, max_size=6), st.text("abáкіABÁ ’-.\u00a0—\ud800", max_size=30))
def test_both_ways_find_the_same(words: list[str], text: str) -> None:
    assert search(Automaton, *words).found(text) == search(WordIndex, *words).found(text)


@given(st.sets(LETTERS, min_size=40, max_size=60), st.text("abáкіABÁ ’-.", max_size=30))
def test_both_ways_find_the_same_of_many_words(words: set[str], text: str) -> None:
    assert search(Automaton, *words).found(text) == search(WordIndex, *words).found(text)


def test_the_quick_way_is_taken_where_it_is_installed() -> None:
    assert has_ahocorasick()
    assert isinstance(word_search(frozenset({b"port"}), frozenset()), Automaton)
