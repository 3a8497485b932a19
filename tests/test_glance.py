"""Glance: no text that holds a quantity is passed over, and most that hold none are."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from phrases import CHANGES, LEVELS, RATES, VAGUE

from claimtrack.words.counting.coarse import multiple_phrase
from claimtrack.words.counting.doubts import is_surely_bare, states
from claimtrack.words.counting.forms import Form, Writing
from claimtrack.words.counting.measured import measured_at
from claimtrack.words.counting.phrases import Phrase
from claimtrack.words.counting.surroundings import surrounded
from claimtrack.words.quantities import _GLANCE, phrases_in
from claimtrack.words.tokens import word_set

WORDS = word_set(
    "one most many all nearly almost an a the as is of to no this hour third million few half was "
    "who how so people soldiers at its Ukraine more than about two-thirds , . least another"
)


def test_a_digit_of_any_script_is_seen() -> None:
    written = re.findall(r"[\d¼½¾⅐-⅞]", "".join(map(chr, range(sys.maxunicode + 1))))
    assert len(written) > 600
    assert [digit for digit in written if not _GLANCE.sees(f"«é – {digit}»")] == []


@pytest.mark.parametrize("phrase", [*VAGUE, *(row[0] for row in (*LEVELS, *CHANGES, *RATES))])
def test_whatever_states_a_quantity_is_seen(phrase: str) -> None:
    assert _GLANCE.sees(phrase)


@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=12).map(" ".join))
@example("almost a all")
def test_what_is_not_seen_holds_no_phrase(text: str) -> None:
    assert _GLANCE.sees(text) or not list(phrases_in(Writing(text)))


AROUND = word_set(
    "of at by from between and to or about over nearly record losses toll reached is rose fell cut "
    "increase down up minus $ EUR + - – ~ ( ) [ ] , . ; : ? “ ” the this for with on I it was "
    "people soldiers tanks km % percent million hundred more less a day per at most times as half "
    "or so Revolution Russian the only x fold - strong Kyiv May summer in "
    "Article total aged one two twenty-five between"
)
FIGURES = ("5", "24", "404", "2014", "1.5", "1850", "2014-", "1999m", "100", "50,000")


@given(
    st.lists(st.sampled_from(sorted(AROUND)), max_size=6),
    st.sampled_from(FIGURES),
    st.lists(st.sampled_from(sorted(AROUND)), max_size=6),
)
def test_the_grammar_reads_none_where_a_figure_is_surely_bare(
    before: list[str], figure: str, behind: list[str]
) -> None:
    tokens = Writing(" ".join([*before, figure, *behind])).forms
    at = next(place for place, token in enumerate(tokens) if token.kind == "number")
    assert not is_surely_bare(tokens, at) or measured_and_stated(tokens, at) is None


def measured_and_stated(tokens: list[Form], at: int) -> Phrase | None:
    measured = measured_at(tokens, at)
    if measured is None:
        return None
    phrase = multiple_phrase(tokens, measured, 0) or surrounded(tokens, measured, 0)
    return phrase if states(tokens, phrase, 0) else None


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv is one of the oldest cities",
        "No one has said how many came in the third hour",
        "All the most powerful stood – “as one of them was”",
        "Zażółć gęślą jaźń, Київ, naïve",
    ],
)
def test_everyday_turns_of_speech_are_passed_over(text: str) -> None:
    assert not _GLANCE.sees(text)
    assert not _GLANCE.sees(f"{text} \ud800")


@pytest.mark.parametrize("phrase", ["half of it", "one in five", "nearly all", "a third", "5"])
def test_half_a_letter_hides_nothing(phrase: str) -> None:
    assert _GLANCE.sees(f"\ud800 {phrase} \udfff")
