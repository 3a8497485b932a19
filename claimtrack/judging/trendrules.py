"""Trend rules: whether a movement counts as a rise; flat is none.

Between numbers every rule says yes or no. Of ranges that overlap nobody can tell which is higher:
then a rule says yes only where it would whatever the amounts within them, and no likewise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from claimtrack.claims import TrendRule
from claimtrack.judging.labels import Label
from claimtrack.judging.movements import Movement, turned_range
from claimtrack.judging.written import written
from claimtrack.values import Interval


@dataclass(frozen=True, slots=True)
class Means:
    """The figures of a rate in a window, and those of the window before."""

    within: Movement
    earlier: Movement

    @property
    def now(self) -> Fraction:
        """The mean over the window."""
        return self.within.mean

    @property
    def before(self) -> Fraction:
        """The mean over the window before."""
        return self.earlier.mean


@dataclass(frozen=True, slots=True)
class Trend:
    """A movement over a window of so many days; ``means`` are there exactly for a rate."""

    movement: Movement
    days: int
    means: Means | None = None

    @property
    def until(self) -> date:
        """The last day of the window."""
        return self.movement.until

    @property
    def net(self) -> Fraction:
        """By how much it rose: for a rate, its mean over that of the window before."""
        return self.means.now - self.means.before if self.means else self.movement.net

    @property
    def has_ranges(self) -> bool:
        """Whether a figure that its net hangs on is a range."""
        if self.means is not None:
            return self.means.within.has_ranges or self.means.earlier.has_ranges
        return any(
            isinstance(seen.value, Interval) for seen in (self.movement.first, self.movement.last)
        )

    @property
    def has_any_range(self) -> bool:
        """Whether any figure of it is."""
        means = self.means
        stretches = (self.movement, *((means.within, means.earlier) if means else ()))
        return any(each.has_ranges for each in stretches)

    @property
    def compares(self) -> tuple[int, ...]:
        """Which records of its series are compared: the same ones are the same trend."""
        stretches = [self.movement]
        if self.means is not None:
            stretches += [self.means.within, self.means.earlier]
        return tuple(end for each in stretches for end in (each.start, each.stop))

    def turned(self) -> Trend:
        """The same trend upside down."""
        means = self.means
        if means is not None:
            means = Means(means.within.turned(), means.earlier.turned())
        return Trend(self.movement.turned(), self.days, means)


#: When a movement counts as a rise, where all its figures are numbers.
RULES: dict[TrendRule, Callable[[Trend], bool]] = {
    "net": lambda trend: trend.net > 0,
    "slope": lambda trend: trend.movement.slope > 0,
    "share-of-days": lambda trend: 2 * trend.movement.rose > trend.movement.differences,
    "every-day": lambda trend: 0 < trend.movement.rose == trend.movement.differences,
}


def label_by(rule: TrendRule, trend: Trend, unit: str | None) -> Label:
    """Whether *trend*, in *unit*, is a rise by *rule*: ``borderline`` where its figures are ranges
    and it hangs on where in them the amounts lie.
    """
    if not trend.has_any_range:  # as most have not: nothing is built
        return "supported" if RULES[rule](trend) else "refuted"
    stretches = _stretches(rule, trend)
    if _are_numbers(stretches, unit):
        return "supported" if RULES[rule](trend) else "refuted"
    rose = _RANGE_RULES[rule](stretches, trend.movement.days)
    return "borderline" if rose is None else "supported" if rose else "refuted"


def _stretches(rule: TrendRule, trend: Trend) -> Sequence[Sequence[Interval]]:
    """The figures that *rule* looks at: those of the window and of the one before for the net of a
    rate, else of the window alone.
    """
    if rule != "net":
        return [trend.movement.values]
    if trend.means is not None:
        return [trend.means.within.values, trend.means.earlier.values]
    values = trend.movement.values
    return [[values[0], values[-1]]]


def _are_numbers(stretches: Sequence[Sequence[Interval]], unit: str | None) -> bool:
    """Whether all figures are numbers, or all were written alike: "4.1%" and then "4.2%" has risen,
    though the one may have been rounded up and the other down.
    """
    values = {value for stretch in stretches for value in stretch}
    if all(value.lower == value.upper is not None for value in values):
        return True
    manners = {_manner(value, unit) for value in values}
    return None not in manners and len(manners) == 1


def _manner(value: Interval, unit: str | None) -> tuple[int, str | None] | None:
    """To how many places *value* was written, and in which scale: "19%" and "20%" alike, "4.9%" and
    "5%" not, though 20% is the wider one. None where no bare figure was.
    """
    # What was turned upside down was written the other way up.
    shown = written(value, unit) or written(turned_range(value), unit)
    if shown is None:
        return None
    scale = next((word for word in shown.split() if word in _SCALES), None)
    places = _PLACES.search(shown)
    return len(places[1]) if places else 0, scale


_PLACES = re.compile(r"\d\.(\d+)")
_SCALES = frozenset(("thousand", "million", "billion", "trillion"))


def _is_above(later: Interval, earlier: Interval) -> bool | None:
    """Whether what lies in *later* is above what lies in *earlier*; None where it may be or not."""
    if later.upper is not None and earlier.lower is not None and later.upper <= earlier.lower:
        return False
    if later.lower is None or earlier.upper is None or later.overlaps(earlier):
        return None
    return later.lower >= earlier.upper


def _net(stretches: Sequence[Sequence[Interval]], days: Sequence[date]) -> bool | None:
    if len(stretches) == 2:
        now, before = map(_mean, stretches)
        return _is_above(now, before)
    (values,) = stretches
    return _is_above(values[-1], values[0])


def _mean(values: Sequence[Interval]) -> Interval:
    """Where the mean of what lies in *values* lies."""
    lowers, uppers = [each.lower for each in values], [each.upper for each in values]
    return Interval(_mean_of(lowers), _mean_of(uppers))


def _mean_of(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [end for end in ends if end is not None]
    return sum(known, Decimal(0)) / len(known) if len(known) == len(ends) else None


def _slope(stretches: Sequence[Sequence[Interval]], days: Sequence[date]) -> bool | None:
    """The line rises for sure where it would with each amount as unlike a rise as may be."""
    (values,) = stretches
    total, count = sum(day.toordinal() for day in days), len(days)
    weights = [count * day.toordinal() - total for day in days]
    weighted = [each for each in zip(weights, values, strict=True) if each[0]]
    low = [value.lower if weight > 0 else value.upper for weight, value in weighted]
    high = [value.upper if weight > 0 else value.lower for weight, value in weighted]
    least, most = (
        None
        if None in ends
        else sum(
            weight * Fraction(end)
            for (weight, _), end in zip(weighted, ends, strict=True)
            if end is not None
        )
        for ends in (low, high)
    )
    if most is not None and most <= 0:
        return False
    return True if least is not None and least > 0 else None


def _steps(stretches: Sequence[Sequence[Interval]]) -> list[bool | None]:
    (values,) = stretches
    return [_is_above(later, earlier) for earlier, later in pairwise(values)]


def _share_of_days(stretches: Sequence[Sequence[Interval]], days: Sequence[date]) -> bool | None:
    steps = _steps(stretches)
    if 2 * steps.count(True) > len(steps):
        return True
    return False if 2 * (len(steps) - steps.count(False)) <= len(steps) else None


def _every_day(stretches: Sequence[Sequence[Interval]], days: Sequence[date]) -> bool | None:
    steps = _steps(stretches)
    if False in steps or not steps:
        return False
    return True if None not in steps else None


#: The same where some are ranges, as they are within each stretch: the window, or for the net of a
#: rate the window and the one before.
_RANGE_RULES: dict[
    TrendRule, Callable[[Sequence[Sequence[Interval]], Sequence[date]], bool | None]
] = {
    "net": _net,
    "slope": _slope,
    "share-of-days": _share_of_days,
    "every-day": _every_day,
}
