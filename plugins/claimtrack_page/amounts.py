"""Amounts: what the words in one place of a page come to, in the measure's unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from claimtrack import Interval, NotAQuantity, Quantity, Unreadable, parse_quantity

DecimalSign = Literal[".", ","]

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"\d+(?:[.,'’{_SPACES}]\d+)*+")
#: A whole number in groups of three or in none, and its decimals, by the sign that parts them.
_WRITTEN: Mapping[DecimalSign, re.Pattern[str]] = {
    ".": re.compile(rf"(\d{{1,3}}(?:[,'’{_SPACES}]\d{{3}})+|\d+)(?:\.(\d+))?"),
    ",": re.compile(rf"(\d{{1,3}}(?:[.'’{_SPACES}]\d{{3}})+|\d+)(?:,(\d+))?"),
}
#: What a reader would write after a number in the measure's unit.
_WORDS = {"km2": "km2", "km": "km", "h": "hours", "d": "days", "yr": "years", "persons": "people"}
_PERIODS = {"h": "hour", "d": "day", "week": "week", "month": "month", "yr": "year"}
_NO_WORDS = frozenset({"share", "ratio", "count"})
_BARE = re.compile(rf"[\d.,'’{_SPACES}]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """What is read: the value with its own error, or an interval; and the amount that the words
    name, for the guard.
    """

    value: Decimal | Interval
    error: Decimal | None
    named: Decimal
    said: str


def amount_of_number(number: Decimal, unit: str, given: str | None) -> Amount:
    """A number that a machine wrote, in the measure's *unit* or in the *given* one: as it is,
    without the error that words have. Raises `Unreadable`.
    """
    if given is None or given == unit:
        return Amount(number, None, number, f"{number} in {unit}")
    scale = _quantity(f"1 {given}", unit).amount
    if scale is None:
        raise Unreadable(f"unit = {given!r} is no unit")
    return Amount(number * scale, None, number * scale, f"{number} {given}")


def amount_of_words(text: str, unit: str, given: str | None, sign: DecimalSign | None) -> Amount:
    """What *text* says in *unit*; a bare number in it is in the *given* unit, else in *unit*.
    Raises `Unreadable` for whatever else it is.
    """
    phrase = text if sign is None else _in_english(text, sign)
    if _BARE.fullmatch(phrase) is not None:
        quantity = _bare(phrase, unit, given)
    else:
        quantity = _quantity(phrase, unit)
    if quantity.amount is None:
        raise Unreadable(f"“{text}” names no amount")
    return _amount(quantity, quantity.amount)


def unit_problem(given: str) -> str | None:
    """Why no number can be in the unit that *given* names; None where one can."""
    if given in {*_WORDS, *_NO_WORDS}:
        return None
    try:
        parse_quantity(f"2 {given}")
    except NotAQuantity:
        return f"unit {given!r} is none that is known: as in percent, km2, sq mi, million people"
    return None


def _bare(number: str, unit: str, given: str | None) -> Quantity:
    """The quantity of a number without a word beside it."""
    number = _spelt_out(number)
    if given is not None and given != unit and given not in _NO_WORDS:
        return _quantity(f"{number} {given}", unit)
    head, _, period = unit.partition("/")
    if head in _NO_WORDS and not period:
        # "2014" alone is a year to whoever reads it in a text; in its own place it is a number.
        found = _parsed(number, unit)
        return found if found.unit == unit else replace(found, unit=unit)
    words = f"{number} {_WORDS.get(head, '' if head in _NO_WORDS else head)}".strip()
    return _quantity(f"{words} a {_PERIODS[period]}" if period else words, unit)


def _spelt_out(number: str) -> str:
    """*number* with its thousands apart, so that four digits are no year."""
    return f"{int(number):,}" if number.isascii() and number.isdigit() else number


def _quantity(phrase: str, unit: str) -> Quantity:
    """The quantity that *phrase* states in *unit*. Raises `Unreadable`."""
    found = _parsed(phrase, unit)
    if found.kind == "vague":
        raise Unreadable(f"“{phrase}” is vague")
    expected = "rate" if "/" in unit else "level"
    if found.unit != unit and not (unit == "persons" and found.unit == "count"):
        raise Unreadable(f"“{phrase}” is in {found.unit}; the measure is in {unit}")
    if found.kind != expected:
        raise Unreadable(f"“{phrase}” is a {found.kind}; the measure asks for a {expected}")
    return found


def _parsed(phrase: str, unit: str) -> Quantity:
    try:
        return parse_quantity(phrase, unit=unit)
    except NotAQuantity as error:
        raise Unreadable(f'{error}; part = "..." can pick the figure out') from error


def _amount(quantity: Quantity, named: Decimal) -> Amount:
    """As a value with its error where the words leave as much above as below, else as interval."""
    interval = quantity.interval
    said = f"{named} in {interval} ({quantity.rule})"
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None or quantity.closed != "both":
        return Amount(interval, None, named, said)
    if upper - named == named - lower:
        return Amount(named, upper - named or None, named, said)
    return Amount(interval, None, named, said)


def _in_english(text: str, sign: DecimalSign) -> str:
    """*text* with every number as English writes it. Raises `Unreadable` for one that is not
    written with *sign*.
    """

    def rewritten(number: re.Match[str]) -> str:
        whole = _WRITTEN[sign].fullmatch(number[0])
        if whole is None:
            raise Unreadable(f"{number[0]!r} is no number written with decimal = {sign!r}")
        digits = re.sub(r"\D", "", whole[1])
        return digits if whole[2] is None else f"{digits}.{whole[2]}"

    return _NUMBER.sub(rewritten, text)
