"""Figure values: a figure's amount and interval in its measure's unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from carrying import PUBLISHED, asked, carried, reason

from claimtrack.measures import Reads
from claimtrack.values import Interval
from claimtrack.words.stating.figurevalues import rest, valued
from claimtrack.words.stating.truetimes import TrueTime

READS = Reads(says=("hold",))


def value(sentence: str, unit: str, days: int | None = None) -> str:
    one = carried(sentence, asked(unit, READS))
    time = TrueTime(PUBLISHED, "carried", days=days)
    amount, interval = valued(one.clauses, one.figure, one.words, time)
    return f"{amount.normalize():f} {interval}"


@pytest.mark.parametrize(
    ("sentence", "unit", "days", "expected"),
    [
        ("It holds 20%.", "share", None, "0.2 [0.19, 0.21]"),
        ("It holds 40 ships.", "count", None, "40 [38, 42]"),
        # a ratio is no share that ends at the whole
        ("It holds 100%.", "share", None, "1 [0.99, 1]"),
        ("It holds 100%.", "ratio", None, "1 [0.99, 1.01]"),
        # a rate by its own period or by the time's
        ("It holds 700 ships a week.", "count/d", None, "100 [95, 105]"),
        ("It holds 10 ships a day.", "count/week", None, "70 [66.5, 73.5]"),
        ("It holds 10 ships.", "count/d", 5, "2 [2, 2]"),
        ("It holds more than 10 ships.", "count/d", 5, "2 (2, inf)"),
        ("It holds up to 10 ships.", "count/d", 5, "2 (-inf, 2]"),
        ("It holds 24 ships a day.", "count/h", None, "1 [0.9791666666666666666666666667, "
         "1.020833333333333333333333333]"),
        # what stands before it bounds it, where it has no hedge of its own
        ("Losses that passed 40 ships.", "count", None, "40 (40, inf)"),
        ("It passes 40 ships.", "count", None, "40 (40, inf)"),
        ("It is past 40 ships.", "count", None, "40 (40, inf)"),
        ("It topped 40 ships.", "count", None, "40 (40, inf)"),
        ("It broke 40 ships.", "count", None, "40 (40, inf)"),
        ("It has a high of 40 ships.", "count", None, "40 (-inf, 40]"),
        ("It has a maximum of 40 ships.", "count", None, "40 (-inf, 40]"),
        ("It hit a high of 40 ships.", "count", None, "40 [38, 42]"),
        ("It has a low of 40 ships.", "count", None, "40 [40, inf)"),
        ("It has a floor of 40 ships.", "count", None, "40 [40, inf)"),
        ("It passed about 40 ships.", "count", None, "40 [36, 44]"),
    ],
)  # fmt: skip
def test_a_figure_has_its_value_in_the_unit_of_the_measure(
    sentence: str, unit: str, days: int | None, expected: str
) -> None:
    assert value(sentence, unit, days) == expected


def test_what_is_told_for_no_period_is_no_rate() -> None:
    assert reason(lambda: value("It holds 40 ships.", "count/d")) == "it is no rate"


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(Decimal("0.2"), Decimal("0.3"), "both"), "[0.7, 0.8]"),
        (Interval(Decimal("0.2"), Decimal("0.3"), "left"), "(0.7, 0.8]"),
        (Interval(Decimal("0.2"), Decimal("0.3"), "right"), "[0.7, 0.8)"),
        (Interval(Decimal("0.2"), Decimal("0.3"), "neither"), "(0.7, 0.8)"),
        (Interval(Decimal("0.2"), None, "left"), "(-inf, 0.8]"),
        (Interval(None, Decimal("0.3"), "right"), "[0.7, inf)"),
    ],
)
def test_the_rest_is_what_is_left_of_the_whole(interval: Interval, expected: str) -> None:
    amount, left = rest(Decimal("0.25"), interval)
    assert (amount, str(left)) == (Decimal("0.75"), expected)
