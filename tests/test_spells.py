"""Spells: pure, from looks to runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store.spells import Look, Run, Shown, Sighting, runs

START = datetime(2025, 1, 1, tzinfo=UTC)


def look(turn: int, *facts: int) -> Look:
    """A look that saw *facts*, each by a sighting of its own, recorded as it happened."""
    recorded_at = START + timedelta(hours=turn)
    return Look(f"{turn:02}", {fact: Shown(Sighting(turn, fact), recorded_at) for fact in facts})


def spans(looks: list[Look]) -> list[tuple[str, str, set[int]]]:
    return [(run.first, run.last, set(run.shows)) for run in runs(looks)]


def test_no_look_makes_no_run() -> None:
    assert runs([]) == []


def test_a_b_a_is_three_runs() -> None:
    looks = [look(1, 7), look(2, 8), look(3, 7)]
    assert spans(looks) == [("01", "01", {7}), ("02", "02", {8}), ("03", "03", {7})]


def test_a_run_goes_on_while_the_same_is_seen() -> None:
    looks = [look(1, 7), look(2, 7), look(3, 7, 8), look(4, 8, 7)]
    assert spans(looks) == [("01", "02", {7}), ("03", "04", {7, 8})]


def test_a_page_that_says_nothing_is_a_run_of_its_own() -> None:
    looks = [look(1, 7), look(2), look(3), look(4, 7)]
    assert spans(looks) == [("01", "01", {7}), ("02", "03", set()), ("04", "04", {7})]


def test_a_run_is_shown_by_its_first_look() -> None:
    (run,) = runs([look(1, 7), look(2, 7)])
    assert run.shows[7].sighting == Sighting(1, 7)


def test_a_run_is_on_record_since_any_of_its_looks_was() -> None:
    late = Look("01", {7: Shown(Sighting(1, 7), START + timedelta(days=9))})
    assert runs([late, look(2, 7)]) == [
        Run("01", "02", {7: Shown(Sighting(1, 7), START + timedelta(hours=2))})
    ]


@given(st.lists(st.frozensets(st.integers(1, 3))))
def test_runs_are_maximal_and_lose_no_look(seen: list[frozenset[int]]) -> None:
    looks = [look(turn, *facts) for turn, facts in enumerate(seen)]
    found = runs(looks)
    assert all(one.shows.keys() != other.shows.keys() for one, other in pairwise(found))
    assert [
        set(run.shows) for run in found for it in looks if run.first <= it.turn <= run.last
    ] == [set(it.shows) for it in looks]
