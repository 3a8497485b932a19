"""Forms: a text is cut as the tokenizer cuts it, whatever it was cut with before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.counting.forms import END_FORM, Writing, _Kept
from claimtrack.words.tokens import END, PADDING, tokenize, touches, word_set

TEXTS = st.text() | st.text("aZ5 0.,-'’\u00a0\n$½_٣é(“”‘]%:", max_size=40)


@given(TEXTS)
def test_forms_are_the_tokens_at_their_places(text: str) -> None:
    tokens = tokenize(text)[:-PADDING]
    writing = Writing(text)
    places = writing.places()
    found = [
        (form.kind, form.text, form.lower, *places.span(at, at))
        for at, form in enumerate(writing.forms[:-PADDING])
    ]
    assert found == [(one.kind, one.text, one.lower, one.start, one.end) for one in tokens]


PARTS = word_set(
    """
    Kyiv kyiv, “Kyiv” (KYIV) $61 2042. (2042)? £5% F-16 1,5 ½ long-term 25-year-old, 20–25 x—never
    -5 5- x--b ¼-mile №-5 Kyiv’s allies’ ’90 it’s-5 5’9 x’b’c 13.5. 300,000) 1..2 ٣-é 5th-6 x²-y
    ( ’ .5-6 “.5 __Kyiv Kyiv_ _5 _.5 “_a_b
    """
)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_that_was_never_seen_is_cut_as_the_tokenizer_cuts_it(part: str) -> None:
    cut = _Kept()[part]  # what is kept of earlier texts has no say here
    tokens = tokenize(f"{part} ")[:-PADDING]
    assert [(one.kind, one.text, one.lower, one.start, one.apart) for one in cut] == [
        (one.kind, one.text, one.lower, one.start, one.apart) for one in tokens
    ]
    assert [one.opens for one in cut] == [
        one.kind in {"number", "fraction"} or one.text in {"$", "£"} for one in tokens
    ]


def test_what_comes_again_outlasts_a_full_store() -> None:
    kept = _Kept()
    first = kept["harbour"]
    for number in range(25_000):
        kept[f"word{number}"]
    assert kept["harbour"] is first
    assert len(kept) <= 20_000


@pytest.mark.parametrize("part", ["a" * 100, "a" * 100 + ","])
def test_a_long_part_is_never_kept(part: str) -> None:
    kept = _Kept()
    kept[part], kept[part], kept[part]
    assert list(kept) == []


@given(TEXTS)
def test_forms_touch_where_the_tokens_do(text: str) -> None:
    tokens, forms = tokenize(text), Writing(text).forms
    for at in range(-1, len(tokens) - 1):
        assert touches(tokens[at], tokens[at + 1]) == touches(forms[at], forms[at + 1])
        assert touches(tokens[at], tokens[at + 1]) == (
            tokens[at].end == tokens[at + 1].start and tokens[at] is not END
        )


@pytest.mark.parametrize("number", ["116 000", "1 000 000", "12 345,6", "٤٥ ٠٠٠"])
def test_digits_grouped_by_a_space_are_one_number(number: str) -> None:
    first = Writing(f"of {number} men").forms[1]
    assert (first.kind, first.text) == ("number", number)


def test_a_text_that_is_begun_opens_with_an_end() -> None:
    writing = Writing("two men", begun=True)
    assert writing.forms[0] is END_FORM
    assert writing.places(offset=10).span(1, 2) == (10, 17)


def test_what_may_open_a_quantity_is_told_by_the_word_alone() -> None:
    writing = Writing("It had $5 and dozens, or two-thirds")
    opening = [writing.forms[at].text for at in writing.openers]
    assert opening == ["$", "5", "dozens", "two"]


def test_no_more_texts_are_kept_than_fit() -> None:
    for number in range(30_000):
        Writing(f"word{number}")
    assert [form.text for form in Writing("word7 word8").forms[:2]] == ["word7", "word8"]
