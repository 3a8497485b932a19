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
    """How a series moved between two of its days.

    ``rose``, ``flat`` and ``fell`` count the differences between neighbouring records, ``slope``
    has the sign of the least-squares line. ``last_less_first`` and ``total`` are in the whole
    numbers of the series, of which ``scale`` make one.
    """

    first: Observation
    last: Observation
    rose: int
    flat: int
    fell: int
    slope: int
    last_less_first: int
    total: int
    scale: int

    @property
    def net(self) -> Fraction:
        """The last amount less the first."""
        return Fraction(self.last_less_first, self.scale)

    @property
    def mean(self) -> Fraction:
        """The mean of the records."""
        return Fraction(self.total, (self.differences + 1) * self.scale)

    @property
    def differences(self) -> int:
        """How many differences there are."""
        return self.rose + self.flat + self.fell

    @property
    def span(self) -> timedelta:
        """The time from the first record to the last."""
        return self.last.holds_from - self.first.holds_from

    def turned(self) -> Movement:
        """The same movement upside down: what fell has risen."""
        return Movement(
            first=self.first,
            last=self.last,
            rose=self.fell,
            flat=self.flat,
            fell=self.rose,
            slope=-self.slope,
            last_less_first=-self.last_less_first,
            total=-self.total,
            scale=self.scale,
        )


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
        count = stop - start
        if count < 2:
            return None
        rose = self.rises[stop] - self.rises[start + 1]
        fell = self.falls[stop] - self.falls[start + 1]
        days = self.day_sums[stop] - self.day_sums[start]
        total = self.sums[stop] - self.sums[start]
        products = self.product_sums[stop] - self.product_sums[start]
        return Movement(
            first=self.record.observations[start],
            last=self.record.observations[stop - 1],
            rose=rose,
            flat=count - 1 - rose - fell,
            fell=fell,
            # The least-squares line's slope, times a number that is always above 0.
            slope=count * products - days * total,
            last_less_first=self.amounts[stop - 1] - self.amounts[start],
            total=total,
            scale=self.scale,
        )


def _whole(amounts: list[Decimal]) -> tuple[tuple[int, ...], int]:
    """*amounts* as whole numbers, and how many of these make one."""
    exponents = (amount.as_tuple().exponent for amount in amounts)
    places = max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    scale = 10 ** max(places, 0)
    return tuple(int(Fraction(amount) * scale) for amount in amounts), scale
