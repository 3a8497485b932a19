"""Unit: what a number is measured in as written, with what makes base units of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimtrack.values import Interval
from claimtrack.words.counting.rules import ARITHMETIC, Grain, divided, times

_ONE, _ZERO = Decimal(1), Decimal(0)
_LENGTH_OF_A_CODE = 3


class Unit(NamedTuple):
    """A unit as written: its base unit and how many of them it is (``factor / per``).

    ``change`` marks a unit that only differences are given in (percentage points); ``period`` the
    time of a unit that is a rate by itself (km/h). ``nought`` is what it shows where the base unit
    is at its own nought: 32 for degrees Fahrenheit.
    """

    base: str
    factor: Decimal = _ONE
    per: Decimal = _ONE
    grain: Grain = "measured"
    change: bool = False
    period: str | None = None
    nought: Decimal = _ZERO

    @property
    def is_money(self) -> bool:
        """Whether its base is a currency's code, which no other is written like."""
        return len(self.base) == _LENGTH_OF_A_CODE and self.base.isupper()

    @property
    def apart(self) -> Unit:
        """The unit of a difference of two amounts in it, which knows no nought of its own."""
        return self if self.nought == _ZERO else self._replace(nought=_ZERO)

    def convert(self, number: Decimal) -> Decimal:
        """*number* of this unit in base units."""
        if self.nought != _ZERO:
            number = ARITHMETIC.subtract(number, self.nought)
        scaled = number if self.factor == _ONE else times(number, self.factor)
        return scaled if self.per == _ONE else divided(scaled, self.per)

    def convert_interval(self, interval: Interval) -> Interval:
        """*interval* of this unit in base units."""
        if self.factor == self.per == _ONE and self.nought == _ZERO:  # as counts and money are
            return interval
        lower, upper = interval.lower, interval.upper
        return Interval(
            None if lower is None else self.convert(lower),
            None if upper is None else self.convert(upper),
            interval.closed,
        )
