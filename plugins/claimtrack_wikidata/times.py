"""Times: the day, month or year that a time value of Wikibase names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from claimtrack import CalendarDate, Unreadable

_TIME = re.compile(r"([+-])(\d{1,16})-(\d\d)-(\d\d)T\d\d:\d\d:\d\dZ", re.ASCII)
#: How closely a time is known (Wikibase data model): 9 a year, 10 a month, 11 a day, then hours.
_YEAR, _MONTH, _DAY = 9, 10, 11
_TOLD = {6: "to a thousand years", 7: "to a century", 8: "to a decade"}
_GREGORIAN, _JULIAN = "Q1985727", "Q1985786"
#: Between the numbering of days by Julius Scaliger and that of Python's calendar.
_DAY_ZERO = 1_721_425


def calendar_date(value: Any) -> CalendarDate:
    """The calendar date that *value* names, in our calendar. Raises `Unreadable` for one that is
    known less closely than to a year, or lies before our era.
    """
    if not isinstance(value, Mapping):
        raise Unreadable(f"a time is an object, not {str(value)[:80]!r}")
    written, precision = value.get("time"), value.get("precision")
    found = _TIME.fullmatch(written) if isinstance(written, str) else None
    if found is None or not isinstance(precision, int):
        raise Unreadable(f"{str(written)[:80]!r} is no time with a precision")
    sign, *numbers = found.groups()
    if sign == "-":
        raise Unreadable(f"{written} lies before our era")
    if precision < _YEAR:
        told = _TOLD.get(precision, "less than to a thousand years")
        raise Unreadable(f"{written} is known {told} only, which is no calendar date")
    if value.get("before") or value.get("after"):
        raise Unreadable(f"{written} is a span, not one date: it has a before or an after")
    model = _model(value)
    year, month, day = map(int, numbers)
    if precision == _MONTH and model == _JULIAN:
        raise Unreadable(f"{written} is a Julian month, which lies in two of ours")
    try:
        return _dated(year, month, day, precision, model)
    except (ValueError, OverflowError) as error:
        raise Unreadable(f"{written} is no day of the calendar: {error}") from error


def _model(value: Mapping[str, Any]) -> str:
    named = str(value.get("calendarmodel")).rpartition("/")[2]
    if named not in {_GREGORIAN, _JULIAN}:
        raise Unreadable(f"the calendar {named[:40]!r} is not known")
    return named


def _dated(year: int, month: int, day: int, precision: int, model: str) -> CalendarDate:
    if precision == _YEAR:  # the days by which the calendars differ are no matter to a year
        return CalendarDate(date(year, 1, 1), "year")
    if precision == _MONTH:
        return CalendarDate(date(year, month, 1), "month")
    return CalendarDate(
        date(year, month, day) if model == _GREGORIAN else _from_julian(year, month, day)
    )


def _from_julian(year: int, month: int, day: int) -> date:
    """The day of our calendar that is that *day* of the Julian one (Meeus, Astronomical
    Algorithms, chapter 7).
    """
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError(f"there is no day {day} of month {month}")
    shifted = year - (month < 3)
    months = month + (12 if month < 3 else 0)
    number = 1461 * (shifted + 4716) // 4 + 306001 * (months + 1) // 10000 + day - 1524
    return date(1, 1, 1) + timedelta(days=number - _DAY_ZERO - 1)
