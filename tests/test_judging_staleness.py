"""Staleness: how long an answer may be carried forward before it no longer says what is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from seen import history, measure, seen

from claimtrack.judging import stale_limit
from claimtrack.judging.staleness import fresh_until
from claimtrack.measures import Kind

FIRST = date(2025, 1, 1)


def every(gap: int, count: int) -> list[date]:
    return [FIRST + timedelta(days=gap * number) for number in range(count)]


def test_what_the_measure_declares_goes_first() -> None:
    said = history(*(seen("0.2", day) for day in every(100, 5)))

    assert stale_limit(measure(stale=7), said) == timedelta(days=7)


@pytest.mark.parametrize(
    ("gap", "count", "limit"), [(1, 100, 30), (11, 4, 33), (91, 3, 273), (91, 2, 90), (1, 0, 90)]
)
def test_a_record_of_three_days_or_more_sets_its_own_pace(gap: int, count: int, limit: int) -> None:
    said = history(*(seen("0.2", day) for day in every(gap, count)))

    assert stale_limit(measure(stale=None), said) == timedelta(days=limit)


def test_what_was_taken_back_and_a_second_source_of_the_day_set_no_pace() -> None:
    days = every(50, 3)
    said = history(
        *(seen("0.2", day) for day in days),
        *(seen("0.2", day, "paper") for day in days),
        replace(seen("0.2", "2025-01-02"), withdrawn=True),
    )

    assert stale_limit(measure(stale=None), said) == timedelta(days=150)


@pytest.mark.parametrize("kind", ["date", "state", "event", "quotation"])
def test_other_kinds_go_stale_only_where_that_is_declared(kind: Kind) -> None:
    assert stale_limit(measure(stale=7, kind=kind), history()) == timedelta(days=7)
    assert stale_limit(measure(stale=None, kind=kind), history()) is None


def test_what_never_goes_stale_is_fresh_to_the_end_of_the_calendar() -> None:
    said = seen("0.2", FIRST)

    assert fresh_until(said, None) == date.max
    assert fresh_until(said, timedelta(days=5_000_000)) == date.max
    assert fresh_until(said, timedelta(days=1)) == date(2025, 1, 2)


def test_a_record_that_has_become_rarer_is_held_to_its_new_pace() -> None:
    daily = every(1, 300)
    monthly = [daily[-1] + timedelta(days=30 * number) for number in range(1, 10)]
    said = history(*(seen("0.2", day) for day in [*daily, *monthly]))

    assert stale_limit(measure(stale=None), said) == timedelta(days=90)


def test_a_record_that_has_become_denser_is_held_to_its_new_pace() -> None:
    monthly = every(30, 40)
    weekly = [monthly[-1] + timedelta(days=14 * number) for number in range(1, 13)]
    said = history(*(seen("0.2", day) for day in [*monthly, *weekly]))

    assert stale_limit(measure(stale=None), said) == timedelta(days=42)


def test_one_long_silence_is_not_the_usual_gap() -> None:
    said = history(*(seen("0.2", day) for day in [*every(10, 20), date(2026, 6, 1)]))

    assert stale_limit(measure(stale=None), said) == timedelta(days=30)


def test_an_undated_answer_goes_stale_by_how_often_it_is_asked_not_by_how_seldom_it_changes() -> (
    None
):
    starts = every(200, 4)
    said = history(
        *(
            seen(f"0.{number}", start, until=start + timedelta(days=199))
            for number, start in enumerate(starts, 1)
        )
    )

    assert stale_limit(measure(stale=None), said) == timedelta(days=30)


def test_what_holds_through_another_answer_leaves_no_gap() -> None:
    long = seen("0.2", FIRST, until=FIRST + timedelta(days=400))
    said = history(long, *(seen("0.3", day, "paper") for day in every(100, 4)))

    assert stale_limit(measure(stale=None), said) == timedelta(days=30)


def test_one_observation_holds_for_a_quarter() -> None:
    assert stale_limit(measure(stale=None), history(seen("0.2", FIRST))) == timedelta(days=90)
