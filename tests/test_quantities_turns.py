"""Turns: every second one is a half, and every second day a rate."""

from __future__ import annotations

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities, parse_quantity
from claimtrack.words.counting.rules import admitted, fraction


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "part", "of"),
    [
        ("Every second child lives in poverty.", "Every second", 2, "child"),
        ("It took in every third household there.", "every third", 3, "household"),
        ("Every third goal he scored was a penalty.", "Every third", 3, "goal"),
        ("Every third Ukrainian fled.", "Every third", 3, "Ukrainian"),
        ("Every fourth house burned down.", "Every fourth", 4, "house"),
        ("Every second car sold is electric.", "Every second", 2, "car"),
        ("Every second primary school is full.", "Every second", 2, "primary school"),
        ("Every 10th patient waits.", "Every 10th", 10, "patient"),
        ("Every 2nd household pays.", "Every 2nd", 2, "household"),
        ("Every tenth used car is unsafe.", "Every tenth", 10, "used car"),
        ("Every 100th visitor got a prize.", "Every 100th", 100, "visitor"),
        ("Every second bus was late.", "Every second", 2, "bus"),
    ],
)
def test_every_nth_of_persons_or_things_is_a_share(
    text: str, phrase: str, part: int, of: str
) -> None:
    found = only(text)
    assert text[found.start : found.end] == phrase
    assert (found.kind, found.unit, found.of) == ("level", "share", of)
    assert found.interval == admitted(fraction(1, part), "measured")


def test_nearly_every_nth_is_less_than_that_share() -> None:
    found = parse_quantity("nearly every second child")
    assert (str(found.lower), str(found.upper), found.closed) == ("0.45", "0.5", "left")
    assert found.hedge == "nearly"
    more = only("More than every tenth household pays.")
    assert (more.hedge, str(more.lower), str(more.upper)) == ("more than", "0.1", "1")
    assert more.closed == "right"


@pytest.mark.parametrize(
    ("text", "unit", "lower", "upper"),
    [
        ("It is emptied every second day.", "count/d", 0.4, 0.6667),
        ("It is emptied every other day.", "count/d", 0.4, 0.6667),
        ("He drives out almost every other night.", "count/d", 0.4, 0.6667),
        ("They meet every other week.", "count/week", 0.4, 0.6667),
        ("They meet every second Monday.", "count/week", 0.4, 0.6667),
        ("They meet every other weekend.", "count/week", 0.4, 0.6667),
        ("They meet every third month.", "count/month", 0.2857, 0.4),
        ("They vote every fourth year.", "count/yr", 0.2222, 0.2857),
        ("They vote every second decade.", "count/yr", 0.04, 0.0667),
        ("A train leaves every third hour.", "count/h", 0.3077, 0.3636),
        ("A child is born every other minute.", "count/h", 28.5714, 31.5789),
    ],
)
def test_every_nth_time_is_a_rate(text: str, unit: str, lower: float, upper: float) -> None:
    found = only(text)
    assert found.lower is not None
    assert found.upper is not None
    assert (found.kind, found.unit) == ("rate", unit)
    assert (round(float(found.lower), 4), round(float(found.upper), 4)) == (lower, upper)


@pytest.mark.parametrize(
    "text",
    [
        "Every second counts.",
        "Every second of the match mattered.",
        "Every second spent there is too long.",
        "They meet every second Monday of the month.",
        "They meet every third Thursday.",
        "Every other country has signed.",
        "Every other day of the week is taken.",
        "Every fifth grader knows it.",
        "Every third party has to be named.",
        "Every third-party supplier is named.",
        "Every second half goal counts.",
        "Not every second child is.",
        "It happens twice every second day.",
        "Every second year student has to.",
        "They pay on every 10th of the month.",
        "Every 1st child, every 0th one.",
        "He has called twice.",
    ],
)
def test_every_second_that_picks_none_of_several_is_nothing(text: str) -> None:
    assert find_quantities(text) == []
