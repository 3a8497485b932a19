"""Other days: every date of a text becomes another, in whatever way it is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import CalendarDate
from claimtrack.authoring.otherdays import (
    BACK,
    dates_in,
    days_of_a_year_in,
    has_years_alone,
    moved,
    with_other_dates,
    with_other_months,
    without_dates,
)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-03-01", "1998-01-25"),
        ("2026-03-01T06:30:00Z", "1998-01-25T06:30:00Z"),
        ("/2026/03/01/", "/1998/01/25/"),
        ("2026/3/1", "1998/1/25"),
        ("map_20260301.json", "map_19980125.json"),
        ("20260301063000", "19980125063000"),
        ("13.03.2026", "06.02.1998"),
        ("03/13/2026", "02/06/1998"),
        ("13.03.26", "06.02.98"),
        ("Sun, 01 Mar 2026 06:00:00 GMT", "Sun, 25 Jan 1998 06:00:00 GMT"),
        ("March 1, 2026", "January 25, 1998"),
        ("assessment-march-1-2026/", "assessment-january-25-1998/"),
        ("the 1st of March 2026", "the 25st of January 1998"),
        ("1&nbsp;марта 2026", "25&nbsp;января 1998"),
        ("10. Oktober 2026", "05. September 1998"),
        ("<b>1</b> March, <i>2026</i>", "<b>1</b> March, <i>1998</i>"),
        ("03/04/2026", "03/04/1998"),
        ("March 2026, 2025-26", "March 1998, 1997-26"),
        ("2026年3月1日", "1998年3月1日"),
        ("+2026-03-00T00:00:00Z", "+1998-03-00T00:00:00Z"),
        ("03/13/26", "02/06/98"),
        ("03/01/26", "03/01/98"),
        ("41/3/44", "41/3/16"),
        ("1772346600", "885709800"),
        ("1772346600.0", "885709800.0"),
        ("no date in 41, 4,100, 2,026, 12026, Q2026 or 1.2026", None),
    ],
)
def test_a_date_is_another_as_it_is_written(written: str, told: str | None) -> None:
    found = with_other_dates(written)
    assert found.replace("0885709800", "885709800") == (told or written)


def test_a_text_without_its_dates_keeps_its_other_figures() -> None:
    told = without_dates("2026-03-01,41 on 1 March 2026: 42 of 03/04/2026; 41/3/44, 2026")
    assert told.split() == [",41", "on", ":", "42", "of", ";", "41/3/44,", "2026"]
    assert has_years_alone("March 2026")
    assert has_years_alone("as of March 3, 4 March 2026")
    assert not has_years_alone("2026-03-01, 1772346600")


@given(st.dates(min_value=date(1940, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_stays_of_its_weekday_and_is_known_again(day: date) -> None:
    (other,) = dates_in(with_other_dates(f"on {day.isoformat()}"))
    assert other == day - BACK
    assert other.weekday() == day.weekday()
    assert CalendarDate(other) in moved(CalendarDate(day))


def test_the_dates_of_a_text_are_those_that_can_be_but_one_day() -> None:
    text = "1 March 2026, 2026-02-30, 03/04/2026, mars 2026, 13/04/2026, 20260302"
    assert [*dates_in(text)] == [date(2026, 3, 1), date(2026, 4, 13), date(2026, 3, 2)]


def test_a_year_may_have_become_one_of_28_years_before() -> None:
    assert moved(CalendarDate(date(2026, 1, 1), "year")) >= {CalendarDate.parse("1998")}
    assert moved(CalendarDate(date(2026, 3, 9), "month")) >= {CalendarDate.parse("1998-03")}
    assert BACK % timedelta(days=7) == timedelta(0)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Tuesday the third of June", "Tuesday the tenth of April"),
        ("the Twenty-First of May", "the Twenty-eighth of July"),
        ("1 March", "1 May"),
        ("am 31. März", "am 31. Mai"),
        ("03/04/2026", "04/05/2026"),
        ("12.12.2026", "12.12.2026"),
        ("2026-03-01, 13/04/2026", "2026-03-01, 13/04/2026"),
    ],
)
def test_a_month_and_an_ordinal_are_others_where_no_year_is_theirs(written: str, told: str) -> None:
    assert with_other_months(written) == told


def test_the_days_of_a_year_are_those_that_a_text_states_with_or_without_one() -> None:
    told = "1 March 2026, as of 3 April; 05/06/2026; May 2026, 41"
    assert days_of_a_year_in(told) == {(3, 1), (4, 3), (5, 6), (6, 5)}
