"""Series: one source's amounts in the order of their days, with the movement over any stretch.

Sums are kept from the first day on, so that a window costs the same however long it is, and are
exact fractions, so that no rounding ever makes a rise of nothing.
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

    ``rose``, ``flat`` and ``fell`` count the differences between neighbouring records, ``net`` is
    the last less the first, ``slope`` has the sign of the least-squares line, ``mean`` is the mean
    of the records.
    """

    first: Observation
    last: Observation
    rose: int
    flat: int
    fell: int
    net: Fraction
    slope: Fraction
    mean: Fraction

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
            net=-self.net,
            slope=-self.slope,
            mean=-self.mean,
        )


@dataclass(frozen=True, slots=True)
class Series:
    """The amounts of one record, each list of sums one longer than the record."""

    record: Record
    amounts: tuple[Fraction, ...] = field(repr=False)
    rises: tuple[int, ...] = field(repr=False)
    falls: tuple[int, ...] = field(repr=False)
    sums: tuple[Fraction, ...] = field(repr=False)
    day_sums: tuple[int, ...] = field(repr=False)
    square_sums: tuple[int, ...] = field(repr=False)
    product_sums: tuple[Fraction, ...] = field(repr=False)

    @classmethod
    def of(cls, record: Record, amounts: Iterable[Decimal]) -> Series:
        """The series of *record*, whose observations stand for *amounts*, one for one."""
        exact = tuple(Fraction(amount) for amount in amounts)
        days = [(day - record.days[0]).days for day in record.days]
        steps = [later - earlier for earlier, later in pairwise(exact)]
        return cls(
            record=record,
            amounts=exact,
            rises=(0, *accumulate((step > 0 for step in steps), initial=0)),
            falls=(0, *accumulate((step < 0 for step in steps), initial=0)),
            sums=tuple(accumulate(exact, initial=Fraction(0))),
            day_sums=tuple(accumulate(days, initial=0)),
            square_sums=tuple(accumulate((day * day for day in days), initial=0)),
            product_sums=tuple(
                accumulate(
                    (day * amount for day, amount in zip(days, exact, strict=True)),
                    initial=Fraction(0),
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
        squares = self.square_sums[stop] - self.square_sums[start]
        return Movement(
            first=self.record.observations[start],
            last=self.record.observations[stop - 1],
            rose=rose,
            flat=count - 1 - rose - fell,
            fell=fell,
            net=self.amounts[stop - 1] - self.amounts[start],
            slope=(count * products - days * total) / (count * squares - days * days),
            mean=total / count,
        )
