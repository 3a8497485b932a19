"""Series: one source's amounts in the order of their days, with the movement over any stretch.

Sums are kept from the first day on, so that a window costs the same however long it is. Amounts
are whole numbers of the last decimal place that any of them has, so that every sum is exact and no
rounding ever makes a rise of nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

from claimtrack.judging.records import Record
from claimtrack.observations import Observation


@dataclass(frozen=True, slots=True)
class Movement:
    """How a series moved from its record at ``start`` to the one before ``stop``.

    Everything about it is worked out when it is asked for: whoever walks through the days of a
    record asks for one thing a day. ``upside_down``, what fell has risen.
    """

    series: Series
    start: int
    stop: int
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
    def span(self) -> timedelta:
        """The time from the first record to the last."""
        days = self.series.record.days
        return days[self.stop - 1] - days[self.start]

    def turned(self) -> Movement:
        """The same movement upside down."""
        return Movement(self.series, self.start, self.stop, not self.upside_down)

    def _count(self, steps: tuple[int, ...]) -> int:
        return steps[self.stop] - steps[self.start + 1]

    def _sum(self, sums: tuple[int, ...]) -> int:
        return sums[self.stop] - sums[self.start]

    def _signed(self, number: int) -> int:
        return -number if self.upside_down else number


@dataclass(frozen=True, slots=True)
class Series:
    """The amounts of one record in whole numbers, of which ``scale`` make one; each list of sums is
    one longer than the record.
    """

    record: Record
    scale: int
    amounts: tuple[int, ...] = field(repr=False)
    rises: tuple[int, ...] = field(repr=False)
    falls: tuple[int, ...] = field(repr=False)
    sums: tuple[int, ...] = field(repr=False)
    day_sums: tuple[int, ...] = field(repr=False)
    product_sums: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, record: Record, amounts: Iterable[Decimal]) -> Series:
        """The series of *record*, whose observations stand for *amounts*, one for one."""
        exact, scale = _whole(list(amounts))
        days = [(day - record.days[0]).days for day in record.days]
        steps = [later - earlier for earlier, later in pairwise(exact)]
        return cls(
            record=record,
            scale=scale,
            amounts=exact,
            rises=(0, *accumulate((step > 0 for step in steps), initial=0)),
            falls=(0, *accumulate((step < 0 for step in steps), initial=0)),
            sums=tuple(accumulate(exact, initial=0)),
            day_sums=tuple(accumulate(days, initial=0)),
            product_sums=tuple(
                accumulate(
                    (day * amount for day, amount in zip(days, exact, strict=True)),
                    initial=0,
                )
            ),
        )

    def movement(self, first: date, last: date) -> Movement | None:
        """The movement over the records from *first* to *last*, both inclusive; None where fewer
        than two lie there.
        """
        start = bisect_left(self.record.days, first)
        stop = bisect_right(self.record.days, last)
        return Movement(self, start, stop) if stop - start > 1 else None


def _whole(amounts: list[Decimal]) -> tuple[tuple[int, ...], int]:
    """*amounts* as whole numbers, and how many of these make one."""
    exponents = (amount.as_tuple().exponent for amount in amounts)
    places = max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    scale = 10 ** max(places, 0)
    return tuple(int(Fraction(amount) * scale) for amount in amounts), scale
