"""Parts: how many of so many, whatever stands between the two numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        ("Four sailors in ten snore.", "0.4", "sailors"),
        ("Seven farms in ten lack water.", "0.7", "farms"),
        ("7 farms in 10 were flooded.", "0.7", "farms"),
        ("Three nurses in five own a car.", "0.6", "nurses"),
        ("Nine tenants out of ten agreed.", "0.9", "tenants"),
        ("About three older drivers in ten wear glasses.", "0.3", "older drivers"),
        ("One pupil in four is ill.", "0.25", "pupil"),
    ],
)
def test_so_many_of_what_is_told_once_in_so_many_are_a_share(
    text: str, amount: str, of: str
) -> None:
    found = only(text)
    assert (found.unit, found.amount, found.of) == ("share", Decimal(amount), of)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Two nurses in three buses were ill.", ["persons", "count"]),
        ("Four sailors in ten minutes surfaced.", ["persons", "h"]),
        ("She scored two goals in three matches.", ["count", "count"]),
        ("She scored two goals in three.", ["count"]),
        ("Three nurses in five Danish towns quit.", ["persons", "count"]),
        ("They met 3 nurses in 10 days.", ["persons", "d"]),
        ("Two nurses in 2019 were ill.", ["persons"]),
        ("Two sailors in six-metre boats sank.", ["persons", "km"]),
    ],
)
def test_so_many_among_other_things_that_are_counted_are_no_share(
    text: str, units: list[str]
) -> None:
    assert [one.unit for one in find_quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "interval", "of"),
    [
        ("All but three of the 27 members signed.", "[24, 24]", "the 27 members"),
        ("All but 2 of its nine ferries sail.", "[7, 7]", "its nine ferries"),
        ("All but one of the 1,200 homes stand.", "[1149, 1249]", "the 1,200 homes"),
    ],
)
def test_all_but_so_many_of_so_many_are_the_rest(text: str, interval: str, of: str) -> None:
    found = find_quantities(text)[0]
    assert (str(found.interval), found.unit, found.of) == (interval, "count", of)


@pytest.mark.parametrize("text", ["All but three of the members signed.", "All but two sailed."])
def test_all_but_so_many_of_who_knows_how_many_tell_nothing(text: str) -> None:
    assert find_quantities(text) == []


def test_all_but_more_than_there_are_tell_nothing_of_the_rest() -> None:
    (found,) = find_quantities("All but 30 of the 27 members signed.")
    assert (str(found.amount), found.of) == ("27", "members")
