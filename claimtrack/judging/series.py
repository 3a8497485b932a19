"""Series: one source's amounts in the order of their days, summed up to each.

Sums are kept from the first day on, so that a window costs the same however long it is. Amounts
are whole numbers of the last decimal place that any of them has, so that every sum is exact and no
rounding ever makes a rise of nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

from claimtrack.judging.records import Record
from claimtrack.values import Interval, middle


@dataclass(frozen=True, slots=True)
class Series:
    """The amounts of one record in whole numbers, of which ``scale`` make one; each list of sums is
    one longer than the record. The middle stands for a range, and an end for one without the other;
    ``ranges`` counts them.
    """

    record: Record
    scale: int
    amounts: tuple[int, ...] = field(repr=False)
    rises: tuple[int, ...] = field(repr=False)
    falls: tuple[int, ...] = field(repr=False)
    sums: tuple[int, ...] = field(repr=False)
    day_sums: tuple[int, ...] = field(repr=False)
    product_sums: tuple[int, ...] = field(repr=False)
    ranges: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, record: Record) -> Series:
        """The series of *record*, all of whose observations give amounts."""
        values = [seen.value for seen in record.observations]
        exact, scale = _whole([_amount(value) for value in values])
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
            ranges=tuple(accumulate((isinstance(value, Interval) for value in values), initial=0)),
        )


def _amount(value: object) -> Decimal:
    amount = middle(value)
    if amount is None and isinstance(value, Interval):
        amount = value.upper if value.lower is None else value.lower
    return amount or Decimal(0)


def _whole(amounts: list[Decimal]) -> tuple[tuple[int, ...], int]:
    """*amounts* as whole numbers, and how many of these make one."""
    exponents = (amount.as_tuple().exponent for amount in amounts)
    places = max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    scale = 10 ** max(places, 0)
    return tuple(int(Fraction(amount) * scale) for amount in amounts), scale
