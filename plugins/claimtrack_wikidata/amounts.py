"""Amounts: what a quantity of Wikibase comes to in a measure's unit, with its bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from claimtrack import Interval, NotAQuantity, Unreadable, parse_quantity

_NUMBER = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,40})?", re.ASCII)
_UNIT = re.compile(r"https?://[^/]+/entity/(Q[1-9]\d{0,11})", re.ASCII)
#: What is counted has no unit there, and is in whatever the measure counts.
_WITHOUT_UNIT = "1"
_COUNTED = frozenset({"share", "ratio", "count", "persons"})
#: The items that stand for units, as our own grammar names them.
_UNITS: Mapping[str, str] = {
    "Q11229": "percent",
    "Q712226": "km2",
    "Q25343": "square metres",
    "Q35852": "hectares",
    "Q232291": "square miles",
    "Q81292": "acres",
    "Q828224": "km",
    "Q11573": "metres",
    "Q253276": "miles",
    "Q577": "years",
    "Q5151": "months",
    "Q23387": "weeks",
    "Q573": "days",
    "Q25235": "hours",
    "Q7727": "minutes",
    "Q11574": "seconds",
}
_CURRENCIES: Mapping[str, str] = {
    "Q4917": "USD",
    "Q4916": "EUR",
    "Q25224": "GBP",
    "Q25344": "CHF",
    "Q39099": "CNY",
    "Q41044": "RUB",
    "Q81893": "UAH",
    "Q8146": "JPY",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in the measure's unit with its own error, or the interval of its bounds."""

    value: Decimal | Interval
    error: Decimal | None = None


def amount(value: Any, unit: str) -> Amount:
    """What *value* comes to in *unit*: plus or minus as much where its bounds lie alike on both
    sides, else the interval between them. Raises `Unreadable`.
    """
    if not isinstance(value, Mapping):
        raise Unreadable(f"a quantity is an object, not {str(value)[:80]!r}")
    scale = _scale(value.get("unit"), unit)
    named = _number(value, "amount") * scale
    bounds = [_number(value, end) * scale for end in ("lowerBound", "upperBound") if value.get(end)]
    if not bounds:
        return Amount(named)
    if len(bounds) == 1 or not bounds[0] <= named <= bounds[1]:
        raise Unreadable(f"the bounds of {value.get('amount')} do not enclose it")
    lower, upper = bounds
    if named - lower == upper - named:
        return Amount(named, upper - named or None)
    return Amount(Interval(lower, upper))


def _number(value: Mapping[str, Any], name: str) -> Decimal:
    written = value.get(name)
    if not isinstance(written, str) or _NUMBER.fullmatch(written) is None:
        raise Unreadable(f"{name} is {str(written)[:80]!r}, not a number")
    return Decimal(written)


def _scale(given: Any, unit: str) -> Decimal:
    """How many of *unit* one of the *given* unit is."""
    if given == _WITHOUT_UNIT:
        if unit in _COUNTED:
            return Decimal(1)
        raise Unreadable(f"the quantity has no unit; the measure is in {unit}")
    found = _UNIT.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        raise Unreadable(f"{str(given)[:80]!r} is no unit")
    if found[1] in _CURRENCIES:
        if _CURRENCIES[found[1]] == unit:
            return Decimal(1)
        raise Unreadable(f"the quantity is in {_CURRENCIES[found[1]]}; the measure is in {unit}")
    return _converted(found[1], unit)


def _converted(item: str, unit: str) -> Decimal:
    if item not in _UNITS:
        raise Unreadable(f"the unit {item} is none that is known here")
    phrase = _UNITS[item]
    if (phrase, unit) == ("percent", "ratio"):
        return Decimal("0.01")
    try:
        found = parse_quantity(f"1 {phrase}", unit=unit)
    except NotAQuantity as error:
        raise Unreadable(f"a quantity in {phrase} is none in {unit}") from error
    if found.unit != unit or found.amount is None:
        raise Unreadable(f"the quantity is in {phrase}; the measure is in {unit}")
    return found.amount
