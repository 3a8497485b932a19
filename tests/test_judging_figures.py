"""Figures, as a newspaper prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.judging.figures import (
    calendar_words,
    difference,
    edge_figure,
    figure,
    interval_words,
    range_words,
    stretch_words,
    unit_words,
)
from claimtrack.values import Closed, Interval, calendar_date


@pytest.mark.parametrize(
    ("amount", "unit", "printed"),
    [
        ("0.189712", "share", "18.97%"),
        ("0.745", "share", "74.5%"),
        ("1", "share", "100%"),
        ("0.99996", "share", "99.996%"),
        ("1.034", "ratio", "103.4%"),
        ("-0.00001", "count", "-0.00001"),
        ("0.001234", "share", "0.123%"),
        ("0", "share", "0%"),
        ("116994.89", "km2", "116,995 km²"),
        ("13.3", "km2", "13 km²"),
        ("3.25", "km2", "3.25 km²"),
        ("0.5", "km2", "0.5 km²"),
        ("1456610", "persons", "1,456,610 people"),
        ("1", "persons", "1 person"),
        ("1019.3333", "persons/d", "1,019 people a day"),
        ("2.75", "h", "2.75 hours"),
        ("1", "yr", "1 year"),
        ("7", "count", "7"),
        ("7", None, "7"),
        ("61000000000", "USD", "$61,000,000,000"),
        ("2.8", "EUR", "€2.80"),
        ("0.05", "EUR", "€0.05"),
        ("-12.5", "GBP", "-£12.50"),
        ("12.5", "CHF", "CHF 12.50"),
        ("-13.3", "km", "-13.3 km"),
        ("999", "kg", "999 kg"),
        ("1000", "kg", "1 tonne"),
        ("2500", "kg", "2.5 tonnes"),
        ("1e30", "count", "1,000,000,000,000,000,000,000,000,000,000"),
    ],
)
def test_a_figure_is_printed_with_its_unit(amount: str, unit: str | None, printed: str) -> None:
    assert figure(Decimal(amount), unit) == printed


def test_a_signed_figure_shows_its_plus() -> None:
    assert figure(Decimal("448.36"), "km2", signed=True) == "+448 km²"
    assert figure(Decimal("-13.3"), "km2", signed=True) == "-13 km²"
    assert figure(Decimal(0), "km2", signed=True) == "0 km²"


@pytest.mark.parametrize(
    ("amount", "unit", "printed"),
    [
        ("1234567.890", "persons", "1,234,567.89 people"),
        ("1.00", "persons", "1 person"),
        ("1500", "persons", "1,500 people"),
        ("0.1897120", "share", "18.9712%"),
    ],
)
def test_an_exact_figure_has_every_digit_that_tells(amount: str, unit: str, printed: str) -> None:
    assert figure(Decimal(amount), unit, exact=True) == printed


@pytest.mark.parametrize(
    ("amount", "unit", "printed"),
    [
        ("0.0064", "share", "0.64 percentage points"),
        ("0.01", "share", "1 percentage point"),
        ("-0.01", "share", "-1 percentage point"),
        ("448", "km2", "448 km²"),
        ("0.1", "magnitude", "0.1 magnitude units"),
        ("-1", "magnitude", "-1 magnitude unit"),
    ],
)
def test_a_difference_of_shares_is_in_points(amount: str, unit: str, printed: str) -> None:
    assert difference(Decimal(amount), unit) == printed


def test_a_signed_difference_of_shares_shows_its_plus() -> None:
    assert difference(Decimal("0.0064"), "share", signed=True) == "+0.64 percentage points"
    assert difference(Decimal("-0.0064"), "share", signed=True) == "-0.64 percentage points"
    assert difference(Decimal("0.0064"), "share") == "0.64 percentage points"


@pytest.mark.parametrize(
    ("lower", "upper", "closed", "words"),
    [
        ("0.18", "0.225", "left", "at least 18% and less than 22.5%"),
        ("0.7", "0.775", "right", "more than 70% and at most 77.5%"),
        ("0.2", None, "neither", "more than 20%"),
        (None, "0.2", "right", "at most 20%"),
        ("0.2", "0.2", "both", "exactly 20%"),
        (None, None, "both", "any amount"),
    ],
)
def test_an_interval_tells_which_ends_belong_to_it(
    lower: str | None, upper: str | None, closed: Closed, words: str
) -> None:
    ends = [None if end is None else Decimal(end) for end in (lower, upper)]

    assert interval_words(Interval(ends[0], ends[1], closed), "share") == words


@pytest.mark.parametrize(
    ("given", "words"),
    [("2025-08-15", "15 August 2025"), ("2024-02", "February 2024"), ("2025", "2025")],
)
def test_a_date_is_printed_to_its_own_precision(given: str, words: str) -> None:
    assert calendar_words(calendar_date(given)) == words


def test_a_stretch_of_days_is_printed_as_short_as_it_may_be() -> None:
    assert stretch_words(date(2025, 8, 3), date(2025, 8, 9)) == "3 to 9 August 2025"
    assert stretch_words(date(2025, 7, 31), date(2025, 8, 1)) == "31 July 2025 to 1 August 2025"
    assert stretch_words(date(2025, 7, 1), date(2025, 8, 31)) == "1 July 2025 to 31 August 2025"


@settings(deadline=None)
@given(st.decimals(-(10**9), 10**9, places=6))
def test_a_printed_figure_is_near_the_amount(amount: Decimal) -> None:
    printed = Decimal(figure(amount, "count").replace(",", ""))

    assert abs(printed - amount) <= max(Decimal("0.005"), abs(amount) / 199)


def test_the_ends_of_an_interval_and_what_stands_beside_it_read_apart() -> None:
    narrow = Interval(Decimal("11.5"), Decimal("12.5"))
    assert interval_words(narrow, "km2") == "at least 11.5 km² and at most 12.5 km²"
    wide = Interval(Decimal(11), Decimal(15))
    assert interval_words(wide, "km2") == "at least 11 km² and at most 15 km²"
    near = interval_words(wide, "km2", beside=[Decimal("15.04")])
    assert near == "at least 11 km² and at most 15 km²"
    assert figure(Decimal("15.04"), "km2", beside=[Decimal(15)]) == "15.04 km²"
    assert figure(Decimal("15.04"), "km2") == "15 km²"


@pytest.mark.parametrize(
    ("amount", "unit", "printed"),
    [
        ("0.04245", "ratio", "4.245%"),
        ("101.45", "hPa", "101.45 hPa"),
        ("1018.5", "persons", "1,018.5 people"),
        ("12.985", "GBP", "£12.985"),
        ("0.1833333", "share", "18.33%"),
        ("447.51234", "km", "448 km"),
    ],
)
def test_an_edge_lets_nothing_in_that_it_keeps_out(amount: str, unit: str, printed: str) -> None:
    assert edge_figure(Decimal(amount), unit) == printed


@settings(max_examples=200)
@given(
    st.decimals(-2000, 2000, places=4),
    st.decimals(-2000, 2000, places=4),
    st.sampled_from(["count", "km2", "ratio", "share"]),
)
def test_two_amounts_side_by_side_are_printed_in_their_order(
    one: Decimal, other: Decimal, unit: str
) -> None:
    def printed(amount: Decimal, beside: Decimal) -> Decimal:
        text = figure(amount, unit, beside=[beside]).replace(",", "")
        return Decimal(text.removesuffix(" km²").removesuffix("%"))

    first, second = printed(one, other), printed(other, one)
    assert (first > second) - (first < second) == (one > other) - (one < other)
    assert not str(first).startswith("-0") or first < 0


@pytest.mark.parametrize(
    ("lower", "upper", "unit", "words"),
    [
        ("0.0375", "0.0385", "share", "3.8%"),
        ("0.1915", "0.1925", "share", "19.2%"),
        ("5.75", "5.85", "magnitude", "magnitude 5.8"),
        # How far a figure without decimals was rounded, its reader cannot tell.
        ("0.19", "0.21", "share", "between 19% and 21%"),
        ("41000", "43000", "persons", "between 41,000 and 43,000 people"),
    ],
)
def test_a_rounded_figure_is_told_as_it_was_given(
    lower: str, upper: str, unit: str, words: str
) -> None:
    assert range_words(Interval(Decimal(lower), Decimal(upper)), unit) == words


def test_a_range_that_is_open_is_told_by_its_bounds() -> None:
    open_above = Interval(Decimal("0.0375"), Decimal("0.0385"), "left")
    assert range_words(open_above, "share") == "3.8%"
    assert range_words(Interval(Decimal(5), None, "left"), "count") == "at least 5"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("share", "a share"),
        ("ratio", "a percentage"),
        ("persons/d", "people a day"),
        ("km2", "km²"),
        ("EUR", "EUR"),
        (None, "a plain number"),
    ],
)
def test_a_unit_is_told_by_what_is_counted_in_it(unit: str | None, words: str) -> None:
    assert unit_words(unit) == words
