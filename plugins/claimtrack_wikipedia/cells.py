"""Cells: what the words in one come to, as an answer of a measure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from claimtrack import (
    CalendarDate,
    Interval,
    Measure,
    NotAQuantity,
    Quantity,
    Unreadable,
    find_dates,
    find_quantities,
    parse_quantity,
    state_told,
)

#: Words after a number without a unit, for a measure that counts or weighs so.
_WORDS = {"km2": "km2", "km": "km", "h": "hours", "d": "days", "yr": "years", "persons": "people"}
#: Thousands where the point parts them, three decimals where it is English.
_POINTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])", re.ASCII)
#: A time that has begun and goes on: "24 February 2022 – present".
_GOES_ON = re.compile(
    r"[–—-]\s*(?:present|ongoing|today|now|$)|\b(?:to date|ongoing)\b", re.IGNORECASE
)
#: What a heading says that the bare numbers beside or below it are in: "(thousands)", "(sq mi)".
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([^()]{1,40})\)\s*$")
_SCALES = {"thousands": "thousand", "000s": "thousand", "'000": "thousand", "’000": "thousand",
           "millions": "million", "billions": "billion"}  # fmt: skip
#: The same day by the calendar of that time, as the wiki's template sets it within the date.
_OLD_STYLE = re.compile(r"\s*[\[(]\s*O\.?S\.?\s[^\])]{1,40}[\])]")
_BARE = frozenset("0123456789.,' \u00a0\u2009\u202f")


@dataclass(frozen=True, slots=True)
class Answer:
    """A value in the measure's unit with the error that its words have."""

    value: Decimal | Interval | CalendarDate | str
    error: Decimal | None = None


def answer(
    text: str,
    measure: Measure,
    states: Mapping[str, tuple[str, ...]],
    language: str = "en",
    heading: str = "",
) -> Answer:
    """What *text*, of that *language*, answers to *measure*; *states* are the words of each, and
    *heading* may say what a bare number is in. Raises `Unreadable`.
    """
    if measure.kind == "quantity":
        pointed = _POINTED.search(text)
        if pointed is not None and language.partition("-")[0] not in {"en", "simple"}:
            raise Unreadable(f"“{pointed[0]}” may be thousands or decimals in {language}")
        return _amount(_quantity(text, measure.unit or "count", heading))
    if measure.kind in {"date", "event"}:
        return Answer(_day(text))
    if measure.kind == "state":
        return Answer(state_told(text, states))
    raise Unreadable(f"a measure of kind {measure.kind} is not answered by a cell")


def _quantity(text: str, unit: str, heading: str) -> Quantity:
    """The one level in *unit* that *text* states, once or in two units."""
    if text and set(text) <= _BARE:
        return _bare(text, unit, heading)
    found = [one for one in find_quantities(text) if one.kind == "level" and _is_in(one, unit)]
    if not found:
        raise Unreadable(f"“{text[:120]}” states no level in {unit}")
    first = found[0]
    if any(not first.interval.overlaps(other.interval) for other in found[1:]):
        told = ", ".join(text[one.start : one.end] for one in found)
        raise Unreadable(f"“{text[:120]}” states several: {told}")
    return first


def _bare(text: str, unit: str, heading: str) -> Quantity:
    number = f"{int(text):,}" if text.strip().isdigit() and text.isascii() else text
    headed = _headed(number, unit, heading)
    if headed is not None:
        return headed
    try:
        found = parse_quantity(f"{number} {_WORDS.get(unit, '')}".strip(), unit=unit)
    except NotAQuantity as error:
        raise Unreadable(f"“{text}” is no number") from error
    if found.unit != unit and unit not in {"share", "ratio", "count"}:
        raise Unreadable(f"“{text}” has no unit; the measure is in {unit}")
    return replace(found, unit=unit)


def _headed(number: str, unit: str, heading: str) -> Quantity | None:
    """The quantity that *number* is by its *heading*; None where that names no unit."""
    bracketed = _BRACKETED.search(heading)
    word = "" if bracketed is None else bracketed[1].strip()
    told = "%" if _PERCENT.search(heading) else _SCALES.get(word.casefold(), word)
    if not told or any(map(str.isdigit, told.removesuffix("2"))):  # "(2021)" is a year
        return None
    try:
        found = parse_quantity(f"{number}{'' if told == '%' else ' '}{told}", unit=unit)
    except NotAQuantity:
        return None
    counts = found.unit == "count" and unit == "persons"
    if found.unit != unit and not counts:
        raise Unreadable(f"“{number}” is in {told} by its heading; the measure is in {unit}")
    return found


def _is_in(found: Quantity, unit: str) -> bool:
    return found.unit == unit or (unit == "persons" and found.unit == "count")


def _amount(found: Quantity) -> Answer:
    interval, named = found.interval, found.amount
    lower, upper = interval.lower, interval.upper
    even = lower is not None and upper is not None and found.closed == "both"
    if named is None or not even or upper is None or lower is None:
        return Answer(interval)
    if upper - named != named - lower:
        return Answer(interval)
    return Answer(named, upper - named or None)


def _day(text: str) -> CalendarDate:
    text = _OLD_STYLE.sub("", text)
    dates = [one for one in find_dates(text) if one.calendar is not None and not one.readings]
    found = {one.calendar for one in dates}
    if len(found) != 1:
        raise Unreadable(f"“{text[:120]}” names {len(found)} dates, not one")
    if _GOES_ON.search(text) or any(one.relation != "on" for one in dates):
        raise Unreadable(f"“{text[:120]}” tells from when, until when or about when, not when")
    (only,) = found
    assert only is not None
    return only


def dated(text: str) -> CalendarDate | None:
    """The one day, month or year that *text* names; None where that is not one."""
    found = [one for one in find_dates(text) if one.calendar is not None and not one.readings]
    return found[0].calendar if len(found) == 1 and found[0].relation == "on" else None
