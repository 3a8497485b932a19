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
