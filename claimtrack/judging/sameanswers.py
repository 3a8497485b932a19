"""Same answers: whether two sources give one, as far as each of them tells it."""

from __future__ import annotations

from decimal import Decimal

from claimtrack.observations import Observation
from claimtrack.rounding import rounded_to
from claimtrack.values import CalendarDate, Interval

#: A figure is told to no worse than this share of itself: 20% is on record as 0.2.
_COARSEST = Decimal("0.05")


def gives_the_same(one: Observation, other: Observation) -> bool:
    """Whether *one* and *other* give one figure or one day, each as precisely as it is told: 20%
    and 19.8% are one, 66% and 20% are not. Words can be the same answer in many ways, so two of
    them are never told apart here.
    """
    if isinstance(one.value, CalendarDate) and isinstance(other.value, CalendarDate):
        return one.value.first <= other.value.last and other.value.first <= one.value.last
    here, there = _within(one), _within(other)
    return here is None or there is None or here.overlaps(there)


def _within(seen: Observation) -> Interval | None:
    """Where the figure of *seen* lies; None for what is no figure."""
    error = seen.error or Decimal(0)
    if isinstance(seen.value, Interval):
        lower, upper = seen.value.lower, seen.value.upper
        return Interval(
            None if lower is None else lower - error,
            None if upper is None else upper + error,
            seen.value.closed,
        )
    if isinstance(seen.value, Decimal):
        wide = max(error, _half_a_step(seen.value))
        return Interval(seen.value - wide, seen.value + wide)
    return None


def _half_a_step(figure: Decimal) -> Decimal:
    (step,) = rounded_to([figure])
    return min(step / 2, abs(figure) * _COARSEST)
