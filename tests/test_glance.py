"""Glance: no text that holds a quantity is passed over, and most that hold none are."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phrases import CHANGES, LEVELS, RATES, VAGUE

from claimtrack.words.forms import Writing
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
def test_what_is_not_seen_holds_no_phrase(text: str) -> None:
    assert _GLANCE.sees(text) or not list(phrases_in(Writing(text)))


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
