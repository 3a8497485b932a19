"""Values: days with a precision, decimals, intervals, units, durations."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadDay, BadValue
from claimtrack.values import (
    CalendarDate,
    Closed,
    Interval,
    Precision,
    Quantity,
    calendar_date,
    decimal,
    decimal_text,
    duration,
    is_unit,
    moment,
)

DAYS = st.dates(min_value=date(1000, 1, 1))
DATES = st.builds(CalendarDate, DAYS, st.sampled_from(get_args(Precision)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-08-15", date(2025, 8, 15), date(2025, 8, 15)),
        ("2025-08", date(2025, 8, 1), date(2025, 8, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2042", date(2042, 1, 1), date(2042, 12, 31)),
    ],
)
def test_a_date_runs_from_its_first_day_to_its_last(text: str, first: date, last: date) -> None:
    found = calendar_date(text)
    assert (found.first, found.last, str(found)) == (first, last, text)


@given(DATES)
def test_a_date_reads_back_as_it_is_written(written: CalendarDate) -> None:
    assert calendar_date(str(written)) == written


@given(DATES)
def test_a_date_holds_its_own_days(known: CalendarDate) -> None:
    assert known.first <= known.last
    assert CalendarDate(known.last, known.precision) == known


def test_a_date_known_to_the_day_equals_the_day() -> None:
    day = date(2025, 8, 1)
    assert CalendarDate(day) == day
    assert hash(CalendarDate(day)) == hash(day)
    assert CalendarDate(day, "month") != day
    assert CalendarDate(day, "month") != CalendarDate(day)
    assert CalendarDate(day) != datetime(2025, 8, 1, tzinfo=UTC)


def test_a_moment_counts_as_its_day_in_utc() -> None:
    late = datetime(2025, 8, 15, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert calendar_date(late) == date(2025, 8, 16)


@pytest.mark.parametrize(
    "given_day",
    [
        "",
        "15.08.2025",
        "2025-8-15",
        "2025-13",
        "2025-02-30",
        "2025-08-15T10:00",
        "٢٠٢٥",
        "0000",
        2025,
    ],
)
def test_what_is_no_day_is_refused(given_day: str) -> None:
    with pytest.raises(BadDay):
        calendar_date(given_day)


@pytest.mark.parametrize("reader", [calendar_date, moment])
def test_a_moment_without_a_time_zone_is_refused(reader: type) -> None:
    with pytest.raises(BadDay, match="no time zone"):
        reader(datetime(2025, 8, 15, 10, 0))  # noqa: DTZ001


@pytest.mark.parametrize("given_day", ["2025-08-15", "2025-08", "2025"])
def test_the_moment_of_a_day_takes_in_the_whole_of_it(given_day: str) -> None:
    end = moment(given_day)
    last = calendar_date(given_day).last
    assert end.date() == last
    assert (end + timedelta(microseconds=1)).date() == last + timedelta(days=1)


def test_the_moment_of_a_moment_is_itself_in_utc() -> None:
    at = datetime(2025, 8, 15, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    assert moment(at) == at
    assert moment(at).utcoffset() == timedelta(0)


def test_a_float_counts_as_the_digits_it_prints() -> None:
    assert decimal(0.1) == Decimal("0.1")
    assert decimal("0.745") == Decimal("0.745")
    assert decimal(2) == Decimal(2)


@pytest.mark.parametrize("no_number", ["", "about", "nan", float("inf"), True, None, "1e9999"])
def test_what_is_no_finite_number_is_refused(no_number: str) -> None:
    with pytest.raises(BadValue):
        decimal(no_number)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0.50", "0.5"),
        ("1E+3", "1000"),
        ("-0.0", "0"),
        ("0", "0"),
        ("100", "100"),
        ("1E-7", "0.0000001"),
    ],
)
def test_a_number_has_one_spelling(number: str, text: str) -> None:
    assert decimal_text(Decimal(number)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.integers(0, 4))
def test_the_spelling_keeps_the_number_and_forgets_its_zeros(number: Decimal, zeros: int) -> None:
    longer = Decimal(f"{number:f}" + "0" * zeros)
    assert Decimal(decimal_text(number)) == number
    assert decimal_text(longer) == decimal_text(number)


# Ends are whole numbers, so the halves tell everything about an interval: the ends themselves, a
# point between any two, and one beyond.
POINTS = [Decimal(half) / 2 for half in range(-2, 13)]
ENDS = st.none() | st.integers(0, 5).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lower, upper = draw(ENDS), draw(ENDS)
    if lower is not None and upper is not None and lower >= upper:
        return Interval(min(lower, upper), max(lower, upper))
    return Interval(lower, upper, draw(st.sampled_from(get_args(Closed))))


def points(interval: Interval) -> set[Decimal]:
    return {point for point in POINTS if point in interval}


@given(intervals(), intervals())
def test_an_interval_covers_another_when_it_holds_all_its_points(
    one: Interval, other: Interval
) -> None:
    assert one.covers(other) == (points(other) <= points(one))


@given(intervals(), intervals())
def test_intervals_overlap_when_they_share_a_point(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == bool(points(one) & points(other))
    assert one.overlaps(other) == other.overlaps(one)


@pytest.mark.parametrize(
    ("closed", "text", "ends"),
    [
        ("both", "[1, 2]", {1, 2}),
        ("left", "[1, 2)", {1}),
        ("right", "(1, 2]", {2}),
        ("neither", "(1, 2)", set()),
    ],
)
def test_an_interval_says_which_ends_belong_to_it(
    closed: Closed, text: str, ends: set[int]
) -> None:
    interval = Interval(Decimal(1), Decimal(2), closed)
    assert str(interval) == text
    assert {end for end in (1, 2) if Decimal(end) in interval} == ends
    assert (interval.lower_closed, interval.upper_closed) == (1 in ends, 2 in ends)


def test_an_unbounded_end_is_never_closed() -> None:
    everything = Interval(None, None, "both")
    assert str(everything) == "(-inf, inf)"
    assert not everything.lower_closed
    assert not everything.upper_closed


@pytest.mark.parametrize(("lower", "upper", "closed"), [(2, 1, "both"), (1, 1, "left")])
def test_an_interval_that_holds_nothing_is_refused(lower: int, upper: int, closed: Closed) -> None:
    with pytest.raises(BadValue):
        Interval(Decimal(lower), Decimal(upper), closed)


def test_a_quantity_gives_its_interval() -> None:
    fifth = Quantity(Decimal("0.2"), Decimal("0.18"), Decimal("0.225"), "left", "share")
    assert fifth.interval == Interval(Decimal("0.18"), Decimal("0.225"), "left")


def test_a_vague_quantity_has_no_interval() -> None:
    with pytest.raises(BadValue):
        Quantity(None, None, None, "neither", "count", kind="vague").interval  # noqa: B018


@pytest.mark.parametrize("unit", ["share", "km2", "persons", "persons/d", "USD", "EUR/yr"])
def test_a_base_unit_a_currency_and_a_rate_of_either_are_units(unit: str) -> None:
    assert is_unit(unit)


@pytest.mark.parametrize("no_unit", ["percent", "persons/", "persons/fortnight", "usd", "USDX", ""])
def test_anything_else_is_no_unit(no_unit: str) -> None:
    assert not is_unit(no_unit)


@pytest.mark.parametrize(("text", "hours"), [("6h", 6), ("30d", 720), ("2w", 336)])
def test_a_duration_is_a_number_and_a_letter(text: str, hours: int) -> None:
    assert duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize("no_duration", ["", "d", "0d", "30", "-1d", "1.5d", "1m", "٣d"])
def test_what_is_no_duration_is_refused(no_duration: str) -> None:
    with pytest.raises(BadValue):
        duration(no_duration)
