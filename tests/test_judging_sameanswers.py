"""Same answers: whether two sources give one figure or one day, as far as each tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from seen import seen

from claimtrack.judging.sameanswers import gives_the_same
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate, Closed, Interval

DAY = date(2025, 5, 1)


def figure(value: str, error: str | None = None) -> Observation:
    return seen(value, DAY, error=None if error is None else Decimal(error))


def between(
    lower: str | None, upper: str | None, closed: Closed = "both", error: str | None = None
) -> Observation:
    ends = [None if end is None else Decimal(end) for end in (lower, upper)]
    within = Interval(ends[0], ends[1], closed)
    return replace(figure("0", error), value=within)


def on(day: str) -> Observation:
    return replace(figure("0"), value=CalendarDate.parse(day))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # Half a step of what is told, on both sides.
        (figure("4000"), figure("4180"), True),
        (figure("0.2"), figure("0.198"), True),
        (figure("0.66"), figure("0.2"), False),
        (figure("25"), figure("26"), True),
        (figure("25"), figure("27"), False),
        (figure("25", "2"), figure("27"), True),
        (between("10", "20"), figure("20"), True),
        (between("10", "20"), figure("24"), False),
        (between("10", "20", error="4"), figure("24"), True),
        (between("10", "20", error="4"), figure("6"), True),
        (between("10", "20"), figure("6"), False),
        (between(None, "20"), figure("6"), True),
        (between(None, "20"), figure("24"), False),
        (between("10", None), figure("24"), True),
        (between("10", None), figure("6"), False),
        (between("10", "20", "left"), between("20", "30"), False),
        (between("10", "20"), between("20", "30"), True),
        (on("2042"), on("2042-05-28"), True),
        (on("2041"), on("2042-05-28"), False),
    ],
)
def test_answers_are_the_same_as_far_as_they_are_told(
    one: Observation, other: Observation, same: bool
) -> None:
    assert gives_the_same(one, other) is same
    assert gives_the_same(other, one) is same


def test_words_are_never_told_apart() -> None:
    assert gives_the_same(replace(figure("0"), value="open"), replace(figure("0"), value="shut"))
