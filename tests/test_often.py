"""How often: "twice a day" and "once a month" are rates, and "once he left" is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.words import find_quantities, parse_quantity


@pytest.mark.parametrize(
    ("phrase", "lower", "upper", "unit"),
    [
        # As "three times a week" is: a mean of two, to 5%.
        ("twice a day", "1.9", "2.1", "count/d"),
        ("once a month", "0.95", "1.05", "count/month"),
        ("once every year", "0.95", "1.05", "count/yr"),
        ("thrice a week", "2.85", "3.15", "count/week"),
    ],
)
def test_so_many_times_in_a_period_are_a_rate(
    phrase: str, lower: str, upper: str, unit: str
) -> None:
    found = parse_quantity(phrase)
    assert (found.kind, found.unit) == ("rate", unit)
    assert (found.lower, found.upper) == (Decimal(lower), Decimal(upper))


def test_a_hedge_bounds_how_often() -> None:
    (found,) = find_quantities("It meets at least once a month in spring.")
    assert (found.lower, found.upper, found.hedge) == (Decimal(1), None, "at least")


@pytest.mark.parametrize(
    "text",
    [
        "Once a year has passed, it meets.",
        "It met once a year ago.",
        "Once he left, it fell.",
        "He called twice.",
        "Once every member agrees, it opens.",
    ],
)
def test_once_may_tell_when(text: str) -> None:
    assert all(found.kind != "rate" for found in find_quantities(text))
