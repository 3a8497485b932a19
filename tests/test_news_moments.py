"""The moments: dates in every form that feeds have, and none where there is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from claimtrack_news.moments import moment
from hypothesis import given
from hypothesis import strategies as st

EVENING = datetime(2004, 1, 5, 19, 48, 21, tzinfo=UTC)
DAY = datetime(2004, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "Mon, 05 Jan 2004 19:48:21 GMT",
        "Mon, 05 Jan 2004 14:48:21 EST",
        "Mon, 05 Jan 2004 21:48:21 +0200",
        "Mon, 05 Jan 2004 21:48:21 +02:00",
        "Monday, 5 January 2004 19:48:21 Z",
        "05 Jan 04 19:48:21 UT",
        "Mon, 5-Jan-2004 19:48:21 GMT",
        "Mon Jan  5 19:48:21 2004",
        "Mon Jan  5 19:48:21 GMT 2004",
        "January 5, 2004 7:48:21 pm",
        "2004-01-05T19:48:21Z",
        "2004-01-05T20:48:21+01:00",
        "2004-01-05 19:48:21.42",
        "20040105T194821Z".replace("T194821", " 19:48:21"),
        "Mon, 05 Jan 2004 19:48:21 GMT (by the hall clock)",
        "lun., 05 janv. 2004 19:48:21 GMT",
        "Пн, 05 янв 2004 19:48:21 GMT",
        "5. Jänner 2004 19:48:21",
    ],
)
def test_one_moment_in_many_forms(written: str) -> None:
    assert moment(written) == EVENING


@pytest.mark.parametrize(
    "written", ["2004-01-05", "20040105", "2004-005", "5 січня 2004", "05.01.2004", "2004/01/05"]
)
def test_a_day_begins_at_midnight(written: str) -> None:
    assert moment(written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "yesterday",
        "05/06/2024",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "32 Jan 2004",
        "2004-13-01",
        "5 Foo 2004",
        "2004-01-05T25:00:00Z",
        "2003-366",
        "2003-02-29",
        "1" * 200,
        "2004-01-05T19:48:21+99:99",
    ],
)
def test_what_names_no_moment_or_two_is_none(written: str | None) -> None:
    assert moment(written) is None


def test_the_last_hour_of_a_day_is_the_first_of_the_next() -> None:
    assert moment("2004-01-05T24:00:00Z") == datetime(2004, 1, 6, tzinfo=UTC)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001  (made aware)
def test_what_is_written_is_read(at: datetime) -> None:
    at = at.replace(microsecond=0, tzinfo=UTC)
    assert moment(at.isoformat()) == at
    assert moment(at.strftime("%a, %d %b %Y %H:%M:%S +0000")) == at


@given(st.text(max_size=150))
def test_any_text_is_a_moment_or_none(written: str) -> None:
    found = moment(written)
    assert found is None or found.tzinfo is not None
