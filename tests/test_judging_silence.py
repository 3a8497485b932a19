"""Silence: a source that has said nothing for three times its usual gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import history, seen

from claimtrack.judging.silence import Silence, days_spoken_of, silence

NOW = datetime(2025, 6, 30, 9, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


def dated(*ago: int, every: timedelta | None = None) -> Silence | None:
    """The silence of a source that has spoken of the days so many days ago."""
    days = [TODAY - number * DAY for number in ago]
    return silence("map", "land", at=NOW, days=days, every=every)


def undated(*hours_ago: float, every: timedelta | None = None) -> Silence | None:
    heard_at = [NOW - timedelta(hours=hours) for hours in hours_ago]
    return silence("map", "land", at=NOW, heard_at=heard_at, every=every)


@pytest.mark.parametrize(
    ("ago", "usual"),
    [
        ((6, 5, 4), 1),
        ((5, 4, 3), None),
        ((27, 20, 13, 6), None),
        ((43, 36, 29, 22), 7),
        ((42, 35, 28, 21), None),
        ((60, 50, 49, 48), 1),
        ((400,), None),
        ((400, 399), None),
        ((2, 1, -10), None),
    ],
)
def test_a_dated_source_is_measured_by_its_days(ago: tuple[int, ...], usual: int | None) -> None:
    found = dated(*ago)
    last = TODAY - min(ago) * DAY
    expected = None if usual is None else Silence("map", "land", last, usual * DAY)
    assert found == expected


@pytest.mark.parametrize(
    ("ago", "every", "usual"),
    [
        ((4,), DAY, DAY),
        ((3,), DAY, None),
        ((5, 4), timedelta(hours=6), DAY),
        ((22,), timedelta(weeks=1), timedelta(weeks=1)),
        ((21,), timedelta(weeks=1), None),
        ((28, 21), DAY, None),
        ((29, 22), DAY, timedelta(weeks=1)),
        ((6, 5, 4), timedelta(weeks=1), DAY),
    ],
)
def test_until_three_days_are_seen_how_often_it_is_asked_tells_what_is_usual(
    ago: tuple[int, ...], every: timedelta, usual: timedelta | None
) -> None:
    found = dated(*ago, every=every)
    assert (None if found is None else found.usual) == usual


def test_several_values_of_a_day_are_one_day() -> None:
    assert dated(40, 40, 40, 30, 30) is None


@pytest.mark.parametrize(
    ("hours_ago", "every", "usual"),
    [
        ((19,), timedelta(hours=6), timedelta(hours=6)),
        ((18,), timedelta(hours=6), None),
        ((200, 73), None, None),
        ((130, 105, 80), None, timedelta(hours=25)),
        ((125, 100, 75), None, None),
        ((75, 74.9, 73), None, DAY),
        ((), timedelta(hours=6), None),
    ],
)
def test_an_undated_source_is_measured_by_when_it_was_heard(
    hours_ago: tuple[float, ...], every: timedelta | None, usual: timedelta | None
) -> None:
    found = undated(*hours_ago, every=every)
    assert (None if found is None else found.usual) == usual


def test_what_a_source_dates_counts_alone() -> None:
    found = silence(
        "map", "land", at=NOW, days=[date(2025, 1, day) for day in (1, 2, 3)], heard_at=[NOW]
    )
    assert found is not None
    assert found.last == date(2025, 1, 3)


def test_the_days_of_others_and_what_was_taken_back_are_none_of_its_own() -> None:
    said = history(
        seen("0.2", date(2025, 1, 1)),
        seen("0.2", date(2025, 1, 2), "paper"),
        replace(seen("0.2", date(2025, 1, 3)), withdrawn=True),
        replace(seen("0.2", date(2025, 1, 4)), as_of_basis="seen"),
    )
    assert days_spoken_of(said, said[0].source) == [date(2025, 1, 1)]


@given(st.sets(st.integers(0, 3000), min_size=1, max_size=30), st.integers(0, 3000))
def test_a_silence_ends_with_the_next_word_and_only_grows_until_then(
    ago: set[int], later: int
) -> None:
    days = [TODAY - number * DAY for number in ago]
    now = silence("map", "land", at=NOW, days=days)
    then = silence("map", "land", at=NOW + later * DAY, days=days)
    assert now is None or now == then
    assert silence("map", "land", at=NOW, days=[*days, TODAY]) is None


def test_a_day_to_come_hides_no_silence() -> None:
    days = [date(2026, 1, 1) + timedelta(days=day) for day in range(10)]
    at = datetime(2026, 2, 10, tzinfo=UTC)
    told = silence("maps", "area/held", at=at, days=days)
    assert told is not None
    assert silence("maps", "area/held", at=at, days=[*days, date(2062, 1, 5)]) == told
