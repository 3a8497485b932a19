"""Feasts: the days of each year that a name stands for by a rule.

Easter is the Sunday that Gauss's rule gives, in the form of Butcher's Ecclesiastical Calendar
(1876) for the Gregorian year, and of J. Meeus, "Astronomical Algorithms" (1991), chapter 8, for the
Julian one that the Orthodox churches keep. Other feasts are a weekday of a month, by the law of
the country that has them; a name of several countries has several days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from claimtrack.words.dating import spans
from claimtrack.words.dating.spans import Precision, Span

#: Britain and her colonies took the Gregorian year in 1752; of earlier ones news does not say which
#: it means.
_GREGORIAN_SINCE = 1753
_LAST_YEAR = 9998


class DayRule(Protocol):
    """A day, or a few in a row, that each year has one of."""

    @property
    def precision(self) -> Precision:
        """How finely it is named."""

    def span(self, year: int) -> Span | None:
        """That of *year*; None before there was one."""


@dataclass(frozen=True, slots=True)
class FromEaster:
    """The days from ``first`` to ``last`` after Easter Sunday, by the Julian year if so."""

    first: int
    last: int
    julian: bool = False

    @property
    def precision(self) -> Precision:
        return "day" if self.first == self.last else "week"

    def span(self, year: int) -> Span | None:
        if not _GREGORIAN_SINCE <= year <= _LAST_YEAR:
            return None
        sunday = orthodox_easter(year) if self.julian else easter(year)
        first, last = (sunday + timedelta(days) for days in (self.first, self.last))
        return Span(first, last, self.precision)


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """One of the days of the week (Monday is 0) in a month, ``count`` from 1, the last -1; the days
    beside it from ``first`` to ``last`` where they belong to it. It is kept ``since`` a year.
    """

    month: int
    weekday: int
    count: int
    since: int
    first: int = 0
    last: int = 0

    @property
    def precision(self) -> Precision:
        return "day" if self.first == self.last else "week"

    def span(self, year: int) -> Span | None:
        if not self.since <= year <= _LAST_YEAR:
            return None
        whole = spans.month(year, self.month)
        found = None if whole is None else spans.weekday_in(whole, self.weekday, self.count)
        if found is None:
            return None
        first, last = (found + timedelta(days) for days in (self.first, self.last))
        return Span(first, last, self.precision)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The same day of a month each year: Halloween, Canada Day."""

    month: int
    day: int
    precision: Precision = "day"

    def span(self, year: int) -> Span | None:
        if not 1 <= year <= _LAST_YEAR:
            return None
        return spans.day(date(year, self.month, self.day))


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian *year* from 1583 on, by Butcher's rule."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, after_leap = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moved + 15) % 30
    of_four, after_four = divmod(of_century, 4)
    weekday = (32 + 2 * after_leap + 2 * of_four - epact - after_four) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian *year*, as a Gregorian day, by Meeus's rule."""
    golden = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - golden + 34) % 7
    month, day = divmod(golden + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(behind)
