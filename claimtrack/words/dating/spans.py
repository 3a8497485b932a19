"""Spans: the stretches of days that the calendar has names for, and the parts of them.

How wide a named part is, is a rule (`RULE`), and every number of it stands here. Early and late are
the first and the last third, the middle is the one between (of a decade: 1990-93, 1994-96,
1997-99); the start and the end are one step finer than the whole: a year's end is its last month, a
month's its last seven days. Weeks of a month are counted in sevens, from the end that
they are counted from. The turn is the end of what is before and the start. Seasons are those
of the northern hemisphere's meteorologists: spring is March to May. A century begins with its year
1: the 19th is 1801 to 1900.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

#: The versioned rule that says what the words for dates mean.
RULE = "dates-1"

Precision = Literal[
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "century"
]
Part = Literal["early", "mid", "late", "start", "end", "turn", "first half", "second half"]

_DAY = timedelta(days=1)
_MONTHS_IN: dict[Precision, int] = {
    "month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
#: Where the first third ends and where the last begins; in days of a week or a month, else months.
_THIRDS: dict[Precision, tuple[int, int]] = {
    "week": (2, 5), "month": (10, 20), "season": (1, 2), "quarter": (1, 2), "half": (2, 4),
    "year": (4, 8), "decade": (48, 84), "century": (396, 804),
}  # fmt: skip
#: How long a start and an end are, likewise.
_ENDS: dict[Precision, int] = {
    "week": 3, "month": 7, "season": 1, "quarter": 1, "half": 1, "year": 1, "decade": 24,
    "century": 120,
}  # fmt: skip
#: How finely a part is known.
_FINER: dict[Precision, Precision] = {
    "week": "day", "month": "week", "season": "month", "quarter": "month", "half": "month",
    "year": "month", "decade": "year", "century": "decade",
}  # fmt: skip
_BY_DAYS = frozenset({"week", "month"})
#: The first month of each season; winter runs into the year after.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``, both in it, and what of the calendar they are."""

    first: date
    last: date
    precision: Precision


def day(on: date) -> Span:
    """The span of one day."""
    return Span(on, on, "day")


def week(on: date) -> Span:
    """The ISO week that *on* is in, Monday to Sunday."""
    monday = shifted(on, "day", -on.weekday())
    return Span(monday, shifted(monday, "day", 6), "week")


def month(year: int, number: int) -> Span | None:
    """The month *number* (1..12) of *year*; None where the calendar has none."""
    return _months(year, number, "month")


def season(year: int, name: str) -> Span | None:
    """The season *name* that begins in *year*; winter ends in the year after."""
    return _months(year, _SEASONS[name], "season")


def quarter(year: int, number: int) -> Span | None:
    """The quarter *number* (1..4) of *year*; None where the calendar has none."""
    return _months(year, 3 * number - 2, "quarter")


def half(year: int, number: int) -> Span | None:
    """The first or second half of *year*; None where the calendar has none."""
    return _months(year, 6 * number - 5, "half")


def year(number: int) -> Span | None:
    """The year of that *number*; None where the calendar has none."""
    return _months(number, 1, "year")


def decade(start: int) -> Span | None:
    """The ten years from *start* on: 1990 is the nineties."""
    return _months(start, 1, "decade")


def century(number: int) -> Span | None:
    """The century of that *number*: the 19th is 1801 to 1900."""
    return _months(100 * number - 99, 1, "century")


@lru_cache(maxsize=4096)  # a text names the same months again and again
def _months(year: int, number: int, precision: Precision) -> Span | None:
    """The span that begins with month *number* of *year* and has the length of *precision*."""
    if not (date.min.year <= year <= date.max.year and 1 <= number <= 12):
        return None
    first = date(year, number, 1)
    following = shifted(first, "month", _MONTHS_IN[precision])
    last = following - _DAY if following.day == 1 else date.max
    return Span(first, last, precision)


def holding(on: date, unit: Precision) -> Span:
    """The *unit* of the calendar that *on* is in."""
    found = _HOLDING[unit](on)
    assert found is not None
    return found


_HOLDING: dict[Precision, Callable[[date], Span | None]] = {
    "day": day,
    "week": week,
    "month": lambda on: month(on.year, on.month),
    "quarter": lambda on: quarter(on.year, (on.month + 2) // 3),
    "half": lambda on: half(on.year, (on.month + 5) // 6),
    "year": lambda on: year(on.year),
    "decade": lambda on: decade(max(1, on.year - on.year % 10)),
    "century": lambda on: century((on.year + 99) // 100),
}


def shifted(on: date, unit: Precision, count: int) -> date:
    """*on*, so many units later; in a shorter month its last day, never out of the calendar."""
    if unit in {"day", "week"}:
        ordinal = on.toordinal() + count * (7 if unit == "week" else 1)
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    months = on.year * 12 + on.month - 1 + count * _MONTHS_IN[unit]
    if months < 12:
        return date.min
    if months // 12 > date.max.year:
        return date.max
    there, number = months // 12, months % 12 + 1
    return date(there, number, min(on.day, calendar.monthrange(there, number)[1]))


def part_of(whole: Span, part: Part) -> Span:
    """The *part* of *whole* that the words of it mean by the rule; a day has no parts."""
    kind = whole.precision
    if kind == "day":
        return whole
    finer = finer_by(kind, part)
    if part in {"first half", "second half"}:
        return _half_of(whole, finer, second=part == "second half")
    if part in {"start", "end", "turn"}:
        length = _ENDS[kind]
        begun = _moved(whole.first, kind, length) - _DAY
        if part == "start":
            return Span(whole.first, begun, finer)
        if part == "turn":
            return Span(_moved(whole.first, kind, -length), begun, finer)
        return Span(_moved(shifted(whole.last, "day", 1), kind, -length), whole.last, finer)
    one, two = (_moved(whole.first, kind, length) for length in _THIRDS[kind])
    first, last = {
        "early": (whole.first, one - _DAY),
        "mid": (one, two - _DAY),
        "late": (two, whole.last),
    }[part]
    return Span(first, last, finer)


def finer_by(kind: Precision, part: Part) -> Precision:
    """How finely the *part* of a span of that *kind* is known: a third of a year is as long as a
    season, any other part is one step finer than the whole.
    """
    if kind == "year" and part not in {"start", "end", "turn"}:
        return "half" if part in {"first half", "second half"} else "season"
    return _FINER.get(kind, kind)


#: From the finest to the coarsest.
_BY_LENGTH: tuple[Precision, ...] = (
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip


def is_finer(unit: Precision | None, than: Precision) -> bool:
    """Whether a *unit* (None is a weekend) can be counted within one of the other precision."""
    return _BY_LENGTH.index(unit or "week") < _BY_LENGTH.index(than)


def counted_in(whole: Span, unit: Precision | None, first: int, many: int) -> Span | None:
    """So *many* units of *whole*, from its *first* (1) on, or from its last (-1) back.

    None of *unit* is a weekend, of which *many* says nothing. Weeks are counted in sevens of days
    from the end that they are counted from. None where *whole* has no such units.
    """
    if unit is None:
        return _weekend_in(whole, first)
    if first < 0:
        after = shifted(whole.last, "day", 1)
        start, end = shifted(after, unit, first), shifted(after, unit, first + many)
    else:
        start, end = (
            shifted(whole.first, unit, first - 1),
            shifted(whole.first, unit, first - 1 + many),
        )
    last = shifted(end, "day", -1)
    return Span(start, last, unit) if whole.first <= start <= last <= whole.last else None


def weekday_in(whole: Span, number: int, place: int) -> date | None:
    """The day of the week of that *number* (Monday is 0) that has the *place* in *whole*, from its
    first (1) on or from its last (-1) back; None where it has not so many.
    """
    ahead = (number - whole.first.weekday()) % 7
    days = range(whole.first.toordinal() + ahead, whole.last.toordinal() + 1, 7)
    index = place - 1 if place > 0 else place
    return date.fromordinal(days[index]) if -len(days) <= index < len(days) else None


def _weekend_in(whole: Span, place: int) -> Span | None:
    saturday = weekday_in(whole, _SATURDAY, place)
    return None if saturday is None else Span(saturday, shifted(saturday, "day", 1), "week")


_SATURDAY = 5


def _half_of(whole: Span, precision: Precision, *, second: bool) -> Span:
    kind = whole.precision
    if kind in _BY_DAYS:
        middle = whole.first + timedelta(days=3 if kind == "week" else 15)
    else:
        middle = shifted(whole.first, "month", _MONTHS_IN[kind] // 2)
    if second:
        return Span(middle, whole.last, precision)
    return Span(whole.first, middle - _DAY, precision)


def _moved(on: date, kind: Precision, length: int) -> date:
    return shifted(on, "day" if kind in _BY_DAYS else "month", length)


def hull(spans: Iterable[Span]) -> Span:
    """The shortest span that holds every one of *spans* (at least one), as precise as the first."""
    every = list(spans)
    first, last = min(each.first for each in every), max(each.last for each in every)
    return Span(first, last, every[0].precision)
