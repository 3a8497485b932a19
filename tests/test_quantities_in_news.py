"""Sentences as news writes them: what they state, and what states nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from newsphrases import NOTHING, STATED

sys.path.append(str(Path(__file__).parent.parent))  # the benchmarks are in the tree, in no wheel

from benchmarks.phrases import development, held_out
from benchmarks.phrases.calculator import span
from benchmarks.phrases.notation import expected, rows
from benchmarks.phrases.scoring import is_right
from claimtrack.words import find_quantities


@pytest.mark.parametrize("kind", NOTHING)
def test_a_number_that_names_dates_or_scores_states_nothing(kind: str) -> None:
    assert [text for text in NOTHING[kind] if find_quantities(text)] == []


@pytest.mark.parametrize("row", STATED, ids=lambda row: row[0])
def test_a_sentence_states_what_was_worked_out_by_hand(row: tuple[str, ...]) -> None:
    text, *lines = row
    assert is_right(find_quantities(text), [expected(line) for line in lines])


def test_an_independent_sum_finds_every_interval() -> None:
    told = [(text, expected(line)) for text, *lines in STATED for line in lines]
    assert [
        f"{text}: {span(it)}"
        for text, it in told
        if it.kind != "vague" and span(it) != (it.lower, it.upper, it.lower_closed, it.upper_closed)
    ] == []


def test_no_sentence_stands_in_the_table_that_is_measured_with() -> None:
    table = {text for half in (development.HALF, held_out.HALF) for _, text, _ in rows(half)}
    ours = [*(text for given in NOTHING.values() for text in given), *(row[0] for row in STATED)]
    assert len(ours) == len(set(ours))
    assert table.isdisjoint(ours)
