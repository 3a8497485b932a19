"""What moved from one number to another: both levels, the change, and what is neither."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities


def told(text: str) -> list[str]:
    """Kind, amount, interval and unit of each quantity of *text*."""
    return [_plain(one) for one in find_quantities(text)]


def _plain(one: Quantity) -> str:
    left = "[" if one.closed in {"left", "both"} else "("
    right = "]" if one.closed in {"right", "both"} else ")"
    bounds = f"{left}{_figure(one.lower)}, {_figure(one.upper)}{right}"
    return f"{one.kind} {_figure(one.amount)} {bounds} {one.unit}"


def _figure(number: Decimal | None) -> str:
    return "inf" if number is None else f"{number.normalize():f}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A count of tens is good to five; deaths and tolls count persons.
        ("The death toll rose from 120 to 150.",
         ["level 120 [115, 125] persons", "level 150 [145, 155] persons"]),
        ("The number of dark homes fell from 365 to 121.",
         ["level 365 [364.5, 365.5] count", "level 121 [120.5, 121.5] count"]),
        ("Deaths rose from 12 in May to 30 in June.",
         ["level 12 [12, 12] persons", "level 30 [28.5, 31.5] persons"]),
        ("The average age rose from 38 to 41.",
         ["level 38 [37.5, 38.5] count", "level 41 [40.5, 41.5] count"]),
        ("Bookings fell from 1,200 to 800.",
         ["level 1200 [1150, 1250] count", "level 800 [760, 840] count"]),
        ("The tally rose to 150 from 120.",
         ["level 150 [145, 155] count", "level 120 [115, 125] count"]),
        ("Admissions climbed to 245, from 230 a week earlier.",
         ["level 245 [244.5, 245.5] count", "level 230 [225, 235] count"]),
        ("Arrests jumped sharply from 17 to 61 last year.",
         ["level 17 [16.5, 17.5] count", "level 61 [60.5, 61.5] count"]),
        ("It cut the number of branches from 630 to 400.",
         ["level 630 [625, 635] count", "level 400 [380, 420] count"]),
        ("A rise in thefts from 30 to 44 worried them.",
         ["level 30 [28.5, 31.5] count", "level 44 [43.5, 44.5] count"]),
        ("Fatalities dropped from about 90 in 2022 to 66 in 2023.",
         ["level 90 [81, 99] persons", "level 66 [65.5, 66.5] persons"]),
        ("The toll climbed from 12 on Monday to at least 30.",
         ["level 12 [12, 12] persons", "level 30 [30, inf) persons"]),
        ("The squad has 23, down from 26.", ["level 26 [25.5, 26.5] count"]),
        ("The fleet, up from 26", ["level 26 [25.5, 26.5] count"]),
        ("The count doubled from 40 to 80.",
         ["change 1 [0.9, 1.1] share", "level 40 [38, 42] count", "level 80 [76, 84] count"]),
        # A change, and the level that it led to.
        ("Claims rose 3,000 to 231,000 people.",
         ["change 3000 [2850, 3150] count", "level 231000 [230500, 231500] persons"]),
        ("Orders fell by 400 to 800.",
         ["change -400 [-420, -380] count", "level 800 [760, 840] count"]),
        ("The index fell by 12 to 243.",
         ["change -12 [-12, -12] count", "level 243 [242.5, 243.5] count"]),
        ("Claims rose 3,000 to 231,000.",
         ["change 3000 [2850, 3150] count", "level 231000 [230500, 231500] count"]),
        ("Loans fell 1,200 to 18,400.",
         ["change -1200 [-1250, -1150] count", "level 18400 [18350, 18450] count"]),
    ],
)  # fmt: skip
def test_bare_numbers_that_something_moved_between_are_levels(
    text: str, expected: list[str]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls rose from 120 to 150 a day.",
         ["rate 120 [115, 125] count/d", "rate 150 [145, 155] count/d"]),
        ("Fares rose from £40 to £60 a day.",
         ["rate 40 [38, 42] GBP/d", "rate 60 [57, 63] GBP/d"]),
        ("Oil rose from $81 to $84 a barrel.",
         ["rate 81 [80.5, 81.5] USD", "rate 84 [83.5, 84.5] USD"]),
        ("The army grew from 1,200 to 1,500 men.",
         ["level 1200 [1150, 1250] persons", "level 1500 [1450, 1550] persons"]),
        ("The pool grew from 3 to 5 metres.",
         ["level 0.003 [0.00285, 0.00315] km", "level 0.005 [0.00475, 0.00525] km"]),
        ("It raised fares from £40 to £60.",
         ["level 40 [38, 42] GBP", "level 60 [57, 63] GBP"]),
    ],
)  # fmt: skip
def test_the_level_now_tells_the_unit_and_the_rate_of_both(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fair moved from 12 to 15 May.",
        "The event went from 3 to 5 February.",
        "Shops grew from 2015 to 2019.",
        "It moved from 4 to 5 pm.",
        "The show moved from 9 to 10 o'clock.",
        "He went from 10 to 11 Downing Street.",
        "It changed from Route 66 to Route 70.",
        "The side fell from 3 to 12 in the table.",
        "The side rose from 12 to 3 in the table.",
        "They lost 3 to 1.",
        "It is up from 2020.",
        "Prices fell from 40.",
        "Prices fell from 40 to a low.",
        "Prices fell from 40. They went to 30.",
        "Prices fell by some. Later it went to 40.",
    ],
)
def test_days_hours_places_and_scores_are_no_levels(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estimates range from 30 to 40 homes.", ["level 35 [30, 40] count"]),
        ("He dropped 5 to 10 bombs.", ["level 10 [10, 10] count"]),
    ],
)
def test_a_range_stays_one(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices fell a further 0.3%.", ["change -0.003 [-0.0035, -0.0025] share"]),
        ("Prices fell again, by 0.3 percent.", ["change -0.003 [-0.0035, -0.0025] share"]),
        ("Rents climbed once more, by 4%.", ["change 0.04 [0.035, 0.045] share"]),
        ("Output rose by a further 2.5%.", ["change 0.025 [0.0245, 0.0255] share"]),
        ("A two-year rise in life expectancy.", ["change 2 [1.5, 2.5] yr"]),
    ],
)
def test_what_moved_again_has_changed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Eighteen months cut relapses.", "1.5"),
        ("Taking it for 18 months cut relapses.", "1.5"),
        ("A two-year drop in prices has ended.", "2"),
        ("A three-month decline in sales worries them.", "0.25"),
    ],
)
def test_how_long_something_moved_is_no_change_of_a_time(text: str, amount: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.amount, found.unit) == ("level", Decimal(amount), "yr")
