"""Date meanings: the days that words admit for a date and for the time of an event."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.claims import Assertion
from claimtrack.judging.datemeanings import (
    DateMeaning,
    date_meaning,
    date_objection,
    time_meaning,
    time_objection,
)
from claimtrack.values import CalendarDate

WRITTEN = CalendarDate.parse("2025-09-20")


def of_date(said: str) -> DateMeaning:
    meant = date_meaning(Assertion("date", "m", said=said), WRITTEN)
    assert isinstance(meant, DateMeaning)
    return meant


def of_event(said: str) -> DateMeaning:
    meant = time_meaning(Assertion("event", "m", said=said), WRITTEN)
    assert isinstance(meant, DateMeaning)
    return meant


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2026-08", "August 2026"),
        ("in August 2026", "August 2026"),
        ("by August 2026", "31 August 2026 at the latest"),
        # A winter has two years, and a day in figures may be read in two ways.
        ("before the winter of 2022", "30 November 2021 at the latest or 30 November 2022 at the"),
        ("after the winter of 2022", "1 March 2022 at the earliest or 1 March 2023 at the"),
        ("by the winter of 2022", "28 February 2022 at the latest or 28 February 2023 at the"),
        ("not before the winter of 2022", "1 December 2021 at the earliest or 1 December 2022 at"),
        ("before 03/04/2022", "3 March 2022 at the latest or 2 April 2022 at the latest"),
        ("after 03/04/2022", "5 March 2022 at the earliest or 4 April 2022 at the earliest"),
    ],
)
def test_a_date_and_an_event_are_bounded_alike(said: str, days: str) -> None:
    assert str(of_date(said)).startswith(days)
    assert str(of_event(said)).startswith(days)
    assert (of_date(said).words, of_event(said).words) == (said, said)


@pytest.mark.parametrize(
    ("said", "edge", "time"),
    [
        ("since 2014", "2014", "1 January 2014 at the earliest"),
        ("until 2042", "2042", "31 December 2042 at the latest"),
        ("since 03/04/2022", "4 March 2022 or 3 April 2022", "4 March 2022 at the earliest or 3"),
    ],
)
def test_until_and_since_name_the_day_of_an_edge_and_bound_an_event(
    said: str, edge: str, time: str
) -> None:
    assert str(of_date(said)) == edge
    assert str(of_event(said)).startswith(time)
    assert of_event(said).is_past is said.startswith("since")


def test_a_meaning_is_over_with_the_last_day_that_it_names() -> None:
    assert of_date("2026-08").over == date(2026, 8, 31)
    assert of_date("before the winter of 2022").over == date(2023, 2, 28)


@pytest.mark.parametrize("said", ["2026-08", "in May 2026", "last Friday"])
def test_nothing_is_said_against_a_day(said: str) -> None:
    assert date_objection(said, WRITTEN) is None
    assert time_objection(said, WRITTEN) is None


def test_an_event_needs_no_time_where_a_date_needs_its_day() -> None:
    assert date_objection("the pier fell", WRITTEN) == "“the pier fell” names no date."
    assert time_objection("the pier fell", WRITTEN) is None
    both = "“in May and in June” names more than one date."
    assert date_objection("in May and in June", WRITTEN) == both
    assert time_objection("in May and in June", WRITTEN) == both
