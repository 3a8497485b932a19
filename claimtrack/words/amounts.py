"""Amounts: how one was put into words: in which smaller or larger unit, and by which scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimtrack.words.counting.asked import as_asked
from claimtrack.words.counting.forms import Writing
from claimtrack.words.counting.phrases import Phrase
from claimtrack.words.counting.rules import ARITHMETIC
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import called, unit_at
from claimtrack.words.quantities import phrases_in
from claimtrack.words.tokens import Piece

_MILLION = Decimal(10**6)
#: Behind so many digits a conversion there and back is no amount of its own.
_DIGITS = 20


@dataclass(frozen=True, slots=True)
class AmountPut:
    """How an amount of the base ``unit`` was put: ``other`` is the unit that it was told in, with
    its words for ``one`` and ``many``; None for the base unit. ``is_scaled`` tells that it was told
    in millions or more: "61 billion euros", and no "61,000,000,000".
    """

    unit: str
    other: Unit | None = None
    one: str = ""
    many: str = ""
    is_scaled: bool = False

    @property
    def apart(self) -> AmountPut:
        """How a difference of two amounts is put, which knows no nought of its own."""
        other = None if self.other is None else self.other.apart
        return replace(self, other=other)

    def number(self, amount: Decimal) -> Decimal:
        """*amount*, in the base unit, as the number that is put."""
        if self.other is None:
            return amount
        exact = ARITHMETIC.divide(ARITHMETIC.multiply(amount, self.other.per), self.other.factor)
        number = ARITHMETIC.add(exact, self.other.nought)
        return round(number, max(0, _DIGITS - number.adjusted()))


def amount_put(phrase: str, unit: str | None) -> AmountPut | None:
    """How *phrase* puts the amount of a *unit* that it states; None where it states none, or puts
    it as that unit is printed anyway.
    """
    if unit is None:
        return None
    writing = Writing(phrase)
    found = next(phrases_in(writing), None)
    if found is None or found.measured is None:
        return None
    asked = as_asked(writing.forms, found, unit)
    assert asked.measured is not None
    is_scaled = asked.measured.number.scale >= _MILLION
    is_joint = _is_in_two_units(writing.forms, asked)
    names = None if is_joint else _other_unit(asked, unit)
    if names is None:
        return AmountPut(unit, is_scaled=True) if is_scaled else None
    one, many = names
    return AmountPut(unit, asked.unit, one, many, is_scaled)


def _is_in_two_units(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether two units are told together, as in "two hours and 45 minutes": it is held in the
    second of them.
    """
    assert phrase.measured is not None
    at, end = phrase.measured.start, phrase.measured.end
    while at < end:
        found = unit_at(tokens, at)
        if found is None:
            at += 1
        elif found[0] != phrase.unit:
            return True
        else:
            at = found[1]
    return False


def _other_unit(phrase: Phrase, unit: str) -> tuple[str, str] | None:
    head, _, period = unit.partition("/")
    other = phrase.unit
    is_rate_itself = other.period is not None and other.period == period
    if other.base != head or other.change or (other.period is not None and not is_rate_itself):
        return None
    return called(other)
