"""Amounts: what the words in one place of a page come to, in the measure's unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from claimtrack import (
    Interval,
    NotAQuantity,
    Quantity,
    Unreadable,
    decimal_sign,
    parse_quantity,
    read_number,
)

DecimalSign = Literal[".", ","]

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"\d+(?:[.,'’{_SPACES}]\d+)*+")
#: What a reader would write after a number in the measure's unit.
_WORDS = {
    "km2": "km2", "km": "km", "h": "hours", "d": "days", "yr": "years", "persons": "people",
    "kg": "kg", "l": "litres", "degC": "degrees Celsius", "kW": "kW", "kWh": "kWh", "GB": "GB",
    "hPa": "hPa", "dB": "dB", "magnitude": "magnitude",
}  # fmt: skip
_PERIODS = {"h": "hour", "d": "day", "week": "week", "month": "month", "yr": "year"}
_NO_WORDS = frozenset({"share", "ratio", "count"})
_BARE = re.compile(rf"[\d.,'’{_SPACES}]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """What is read: the value with its own error, or an interval; the amount that the words name,
    for the guard; and what it comes to in words, for whoever asks.
    """

    value: Decimal | Interval
    error: Decimal | None
    named: Decimal
    said: Callable[[], str]


def amount_of_number(number: Decimal, unit: str, given: str | None) -> Amount:
    """A number that a machine wrote, in the measure's *unit* or in the *given* one: as it is,
    without the error that words have. Raises `Unreadable`.
    """
    if given is None or given == unit:
        return Amount(number, None, number, lambda: f"{number} in {unit}")
    # Nought degrees Fahrenheit are not nought degrees Celsius: no factor leads from one to another.
    each = number if unit == "degC" else Decimal(1)
    said = _quantity(f"{each:f} {given}", unit).amount
    if said is None:
        raise Unreadable(f"unit = {given!r} is no unit")
    value = said if unit == "degC" else number * said
    return Amount(value, None, value, lambda: f"{number} {given}")


def amount_of_words(text: str, unit: str, given: str | None, sign: DecimalSign | None) -> Amount:
    """What *text* says in *unit*; a bare number in it is in the *given* unit, else in *unit*.
    Raises `Unreadable` for whatever else it is.
    """
    if sign is None and _is_english(text):
        phrase = text
    else:
        phrase = _in_english(text, sign or _told_sign(text, unit, given))
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
        found = parse_quantity(f"2 {given}")
    except NotAQuantity:
        return _UNKNOWN.format(given)
    for_each = found.kind == "rate" and "/" not in found.unit  # "parsecs per fortnight"
    return _UNKNOWN.format(given) if for_each else None


_UNKNOWN = "unit {!r} is none that is known: as in percent, km2, sq mi, million people"


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
    if _DOUBTFUL.fullmatch(number) is not None:
        # Whoever reads "1.300 people" in a text takes it for 1300; here it is told that it is not.
        return replace(_parsed(number, "count"), unit=unit)
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

    def said() -> str:
        return f"{named} in {interval} ({quantity.rule})"

    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None or quantity.closed != "both":
        return Amount(interval, None, named, said)
    if upper - named == named - lower:
        return Amount(named, upper - named or None, named, said)
    return Amount(interval, None, named, said)


#: What a share in percent is at most: a figure above it cannot be one.
_MOST = Decimal(100)


def _told_sign(text: str, unit: str, given: str | None) -> DecimalSign | None:
    """The sign before the decimals, as the figures in *text* tell it, or what they are of; None
    where it makes no difference to how English reads them. Raises `Unreadable` where a dot may be
    either.

    A comma with three digits after it parts thousands in English; a dot with three digits after it
    parts them elsewhere.
    """
    figures = [number[0] for number in _NUMBER.finditer(text)]
    is_bare = _BARE.fullmatch(text) is not None and given in (None, unit)
    told = decimal_sign(
        figures,
        at_most=_MOST if unit == "share" else None,
        whole=unit == "persons" and is_bare,
    )
    doubtful = [figure for figure in figures if _DOUBTFUL.fullmatch(figure) is not None]
    if told is None and doubtful:
        read_number(doubtful[0])
    return told


def _is_english(text: str) -> bool:
    """Whether every number in *text* is written so that it can be one number only, and that as
    English writes it: nothing has to be told of it, nor written in another way.
    """
    return all(map(_SURE.fullmatch, _NUMBER.findall(text)))


_SURE = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.(?:\d{1,2}|\d{4,9}))?", re.ASCII)
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)


def _in_english(text: str, sign: DecimalSign | None) -> str:
    """*text* with every number as English writes it. Raises `Unreadable` for one that is not
    written with *sign*; None leaves them all as they are.
    """
    if sign is None:
        return text
    return _NUMBER.sub(lambda number: f"{read_number(number[0], sign):f}", text)
