"""Movements: how a series moved over a window, from the figure that was in force as it began."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from claimtrack.judging.series import Series
from claimtrack.judging.staleness import fresh_until
from claimtrack.observations import Observation
from claimtrack.values import Closed, Interval


@dataclass(frozen=True, slots=True)
class Movement:
    """How a series moved from its record at ``start`` to the one before ``stop``, over a window
    from the day ``since`` to the day ``until``.

    Everything about it is worked out when it is asked for: whoever walks through the days of a
    record asks for one thing a day. ``upside_down``, what fell has risen.
    """

    series: Series
    start: int
    stop: int
    since: date
    until: date
    upside_down: bool = False

    @property
    def first(self) -> Observation:
        """The record it starts from."""
        return self.series.record.observations[self.start]

    @property
    def last(self) -> Observation:
        """The record it ends with."""
        return self.series.record.observations[self.stop - 1]

    @property
    def first_day(self) -> date:
        """The last day up to the window's begin on which its first figure is known to have held;
        its own where it came later.
        """
        return max(self.first.holds_from, min(self.since, self.first.held_until))

    @property
    def last_day(self) -> date:
        """The last day of the window on which its last figure is known to have held."""
        return min(self.until, self.last.held_until)

    @property
    def span(self) -> timedelta:
        """The time from the one to the other."""
        return self.last_day - self.first_day

    @property
    def rose(self) -> int:
        """How many differences between neighbouring records are rises."""
        return self._count(self.series.falls if self.upside_down else self.series.rises)

    @property
    def fell(self) -> int:
        """How many are falls."""
        return self._count(self.series.rises if self.upside_down else self.series.falls)

    @property
    def flat(self) -> int:
        """How many are neither."""
        return self.differences - self.rose - self.fell

    @property
    def differences(self) -> int:
        """How many differences there are."""
        return self.stop - self.start - 1

    @property
    def direction(self) -> int:
        """Above 0 where the last amount is above the first, below 0 where it is below."""
        return self._signed(self.series.amounts[self.stop - 1] - self.series.amounts[self.start])

    @property
    def net(self) -> Fraction:
        """The last amount less the first."""
        return Fraction(self.direction, self.series.scale)

    @property
    def mean(self) -> Fraction:
        """The mean of the records."""
        total = self._signed(self._sum(self.series.sums))
        return Fraction(total, (self.differences + 1) * self.series.scale)

    @property
    def slope(self) -> int:
        """The least-squares line's slope, times a number that is always above 0."""
        series, count = self.series, self.differences + 1
        days, total = self._sum(series.day_sums), self._sum(series.sums)
        return self._signed(count * self._sum(series.product_sums) - days * total)

    @property
    def has_ranges(self) -> bool:
        """Whether any of its figures is a range, and not a number."""
        return self._sum(self.series.ranges) > 0

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its records."""
        return self.series.record.days[self.start : self.stop]

    @property
    def values(self) -> tuple[Interval, ...]:
        """Its figures as ranges, a number as one from itself to itself."""
        seen = self.series.record.observations[self.start : self.stop]
        found = (_as_range(each.value) for each in seen)
        return tuple(turned_range(each) if self.upside_down else each for each in found)

    def turning_step(self) -> tuple[Observation, Observation] | None:
        """The last two neighbours between which it fell; where it never did, between which it
        stayed level. None where it rose every time.
        """
        amounts = self.series.amounts[self.start : self.stop]
        moved = [self._signed(later - earlier) for earlier, later in pairwise(amounts)]
        falls = [place for place, step in enumerate(moved) if step < 0]
        places = falls or [place for place, step in enumerate(moved) if step == 0]
        if not places:
            return None
        at = self.start + places[-1]
        return self.series.record.observations[at], self.series.record.observations[at + 1]

    def turned(self) -> Movement:
        """The same movement upside down."""
        return Movement(
            self.series, self.start, self.stop, self.since, self.until, not self.upside_down
        )

    def _count(self, steps: tuple[int, ...]) -> int:
        return steps[self.stop] - steps[self.start + 1]

    def _sum(self, sums: tuple[int, ...]) -> int:
        return sums[self.stop] - sums[self.start]

    def _signed(self, number: int) -> int:
        return -number if self.upside_down else number


def _as_range(value: object) -> Interval:
    if isinstance(value, Decimal):
        return Interval(value, value)
    assert isinstance(value, Interval)  # only amounts are in a series
    return value


def turned_range(value: Interval) -> Interval:
    """*value* upside down."""
    closed: dict[Closed, Closed] = {"left": "right", "right": "left"}
    lower = None if value.upper is None else -value.upper
    upper = None if value.lower is None else -value.lower
    return Interval(lower, upper, closed.get(value.closed, value.closed))


def movement(series: Series, since: date, until: date, limit: timedelta | None) -> Movement | None:
    """How *series* moved from *since* to *until*: what was recorded last by *since* was so then,
    unless it is older than *limit* by that day. Where nothing was, it moved from its first record
    after that; None where that lies in the second half of the window: less would be the movement of
    another window than the one named.
    """
    start = series.record.index(since)
    stop = series.record.index(until) + 1
    if start >= 0 and fresh_until(series.record.observations[start], limit) >= since:
        return Movement(series, start, stop, since, until)
    found = Movement(series, start + 1, stop, since, until)
    if found.differences < 1:
        return None
    return found if 2 * found.span.days >= (until - since).days else None


def begun(series: Series, end: date, window: int) -> date:
    """The day on which a window of so many days begins that ends on *end*.

    Months are no longer than 28 days and weeks may lose one to a holiday: of a series told at even
    times, the figure of a month before is the one dated then, though it may come a little behind
    the day so many days before. Such a window begins with it, where it is nearer to that day than
    the one before.
    """
    since = end - timedelta(days=min(window, (end - date.min).days))
    days = series.record.days
    at, stop = bisect_right(days, since), bisect_right(days, end)
    if not 0 < at < stop - 1 or days[stop - 1] != end:
        return since
    late = (days[at] - since).days
    if late > max(1, window // _MOST_LATE) or late >= (since - days[at - 1]).days:
        return since
    gaps = [(later - earlier).days for earlier, later in pairwise(days[at - 1 : stop])]
    return days[at] if max(gaps) <= _EVEN * min(gaps) else since


#: A month may end two or three days late of thirty: 28 February is 28 days behind 31 January.
_MOST_LATE = 10
#: How much longer the longest of even gaps may be: that of two months is by 31 / 28.
_EVEN = Fraction(13, 10)


def dated_in(
    series: Series, since: date, until: date, limit: timedelta | None = timedelta()
) -> Movement | None:
    """The records of *series* that are dated from *since* to *until*, where they span at least half
    of those days; None where they do not, or are fewer than two. The last of them tells of the days
    up to the next record too, unless it is older than *limit* by then.

    So no window is lost to the way its edges fall between the records that is twice as long as the
    gaps between them.
    """
    days = series.record.days
    found = Movement(series, bisect_left(days, since), bisect_right(days, until), since, until)
    if found.differences < 1:
        return None
    first, told = found.first.holds_from, found.last.holds_from
    if found.stop < len(days):
        told = max(told, min(until, days[found.stop], fresh_until(found.last, limit)))
    return found if 2 * (told - first).days >= (until - since).days else None
