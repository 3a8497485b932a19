"""Moments: times as a text names them, and the spans they come to by the day of publication.

A moment that leaves something open ("August", "Friday", "three years ago") is a function of the
day it is written on, and never falls when that day rises: so a publication known to the month
alone gives the span from what its first day says to what its last day says.

Which August is meant where no year is said: after a future verb the next one, after a past verb
the last one. Where nothing tells, one that begins within a month after publication, since news
names what is about to be; else the last one. In a sentence that does not tell it may be the next
one too, where that is the nearer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, Protocol

from claimtrack.words.dating import spans
from claimtrack.words.dating.calendarwords import Turn
from claimtrack.words.dating.feasts import DayRule
from claimtrack.words.dating.spans import Part, Precision, Span, shifted

#: What the verb beside a date says of when it is. "scheduled" is to come unless the last one is
#: hardly over ("polls open on 3 March", told on 5 March). "either" is where a sentence does
#: not tell, None where the date stands alone.
Lean = Literal["past", "future", "scheduled", "either"] | None
Need = Literal["publication", "context"]

#: How far ahead a moment may begin that is named without its year, and one without its month.
_AHEAD_IN_YEAR, _AHEAD_IN_MONTH = 31, 7
#: How long ago a scheduled one may have ended.
_BEHIND = 31
#: A leap day without its year may be eight years away.
_YEARS_AROUND, _LEAP_YEARS_AROUND = 2, 9
_MONTHS_AROUND = 2


class Moment(Protocol):
    """A time as named. ``needs`` is what it takes to know its days, None for nothing."""

    def __hash__(self) -> int:
        """The same for the same time, so that what it comes to may be kept."""

    @property
    def precision(self) -> Precision:
        """How finely it is named."""

    @property
    def needs(self) -> Need | None:
        """What besides itself fixes it."""

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        """The spans that it may name when written *on* that day: one, more where it is ambiguous,
        none where the calendar has no such day.
        """


class Found(NamedTuple):
    """A moment read from tokens, and the place after its last one."""

    moment: Moment
    end: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that is written out: one span, or several where it may be read in several ways."""

    choices: tuple[Span, ...]
    needs: Need | None = None

    @property
    def precision(self) -> Precision:
        return self.choices[0].precision

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        return self.choices


@dataclass(frozen=True, slots=True)
class Stated:
    """A year, or a day, month, season or quarter of one, with what is written of it.

    ``shift`` counts the year from that of publication ("last year" is -1), ``turn`` picks the last,
    this or the next one where no year is said. ``ends`` is the second year of "winter of 2023-24".
    """

    year: int | None = None
    shift: int | None = None
    turn: Turn | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    quarter: int | None = None
    ends: int | None = None

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        named: tuple[tuple[object, Precision], ...] = (
            (self.month, "month"),
            (self.season, "season"),
            (self.quarter, "quarter"),
        )
        return next((kind for part, kind in named if part is not None), "year")

    @property
    def needs(self) -> Need | None:
        return "publication" if self.year is None else None

    @property
    def is_open(self) -> bool:
        """Whether its year is left open."""
        return self.year is None and self.shift is None and self.turn is None

    def filled_from(self, other: Stated) -> Stated:
        """Itself, with what it leaves open as in *other*: the year of "March to May 2022", the
        month of "15 to 17 August".
        """
        if not self.is_open:
            return self
        month = self.month
        if month is None and self.day is not None:
            month = other.month
        return replace(self, year=other.year, shift=other.shift, turn=other.turn, month=month)

    def year_before(self) -> Stated:
        """The same of the year before, where the year is said."""
        if self.year is not None:
            return replace(self, year=self.year - 1)
        return self if self.shift is None else replace(self, shift=self.shift - 1)

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        if self.year is not None:
            return self._of_year(self.year)
        if self.shift is not None:
            return self._of_year(on.year + self.shift)
        if self.month is None and self.day is not None:
            return _chosen(self._in_months(on), on, lean, self.turn, _AHEAD_IN_MONTH)
        is_leap_day = (self.month, self.day) == (2, 29)
        around = _LEAP_YEARS_AROUND if is_leap_day else _YEARS_AROUND
        years = range(on.year - around, on.year + around)
        every = [span for year in years for span in self._of_year(year)]
        return _chosen(every, on, lean, self.turn, _AHEAD_IN_YEAR)

    def _in_months(self, on: date) -> list[Span]:
        around = (
            shifted(on.replace(day=1), "month", n) for n in range(-_MONTHS_AROUND, _MONTHS_AROUND)
        )
        return [
            span
            for first in around
            for span in replace(self, month=first.month)._of_year(first.year)
        ]

    def _of_year(self, year: int) -> tuple[Span, ...]:
        if self.season == "winter" and self.year is not None and self.ends is None:
            # A winter is named for the year it begins in, and as often for the one it ends in.
            both = (spans.season(year - 1, "winter"), spans.season(year, "winter"))
            return tuple(span for span in both if span is not None)
        span = self._span(year)
        return () if span is None else (span,)

    def _span(self, year: int) -> Span | None:
        if self.month is not None:
            whole = spans.month(year, self.month)
            return whole if self.day is None or whole is None else _day_in(whole, self.day)
        if self.season is not None:
            return spans.season(year, self.season)
        if self.quarter is not None:
            return spans.quarter(year, self.quarter)
        return spans.year(year)


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast of a year, by its rule, with what is written of the year: ``when`` names no more than
    that. It has several ``rules`` where countries differ, and may then be any of their days.
    """

    rules: tuple[DayRule, ...]
    when: Stated = Stated()

    @property
    def precision(self) -> Precision:
        return self.rules[0].precision

    @property
    def needs(self) -> Need | None:
        return self.when.needs

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        found = (span for rule in self.rules for span in self._by(rule, on, lean))
        return tuple(sorted(found, key=lambda span: span.first))

    def _by(self, rule: DayRule, on: date, lean: Lean) -> tuple[Span, ...]:
        year = self.when.year
        if year is None and self.when.shift is not None:
            year = on.year + self.when.shift
        around = range(on.year - _YEARS_AROUND, on.year + _YEARS_AROUND)
        every = (rule.span(number) for number in (around if year is None else [year]))
        told = [span for span in every if span is not None]
        if year is not None:
            return tuple(told)
        return _chosen(told, on, lean, self.when.turn, _AHEAD_IN_YEAR)


#: No matter which, for times whose year is said.
_ANY_DAY = date(2000, 1, 1)


def begun_before(first: Moment, other: Moment) -> Moment:
    """*first* with the year of *other*, up to which it runs, or the year before where it would come
    after that or be the same: the October of "from October to March 2026", the first May of "from
    May to May 2025".
    """
    filled = _filled_from(first, other)
    if filled == first:
        return first
    begins, ends = filled.spans(_ANY_DAY, None), other.spans(_ANY_DAY, None)
    is_later = bool(begins and ends) and (begins == ends or begins[0].first > ends[-1].last)
    return _year_before(filled) if is_later else filled


def listed_with(first: Moment, other: Moment) -> Moment:
    """*first* with the year of *other*, which is listed behind it, or the year before where the two
    stand around its turn: "in December and January 2024", but not "in December and November".
    """
    filled = _filled_from(first, other)
    if filled == first or not (isinstance(filled, Stated) and isinstance(other, Stated)):
        return filled
    if filled.month is None or other.month is None or filled.month <= other.month:
        return filled
    return filled.year_before() if (other.month - filled.month) % 12 < _HALF_A_YEAR else filled


_HALF_A_YEAR = 6


def _year_before(moment: Moment) -> Moment:
    if isinstance(moment, Feast):
        return replace(moment, when=moment.when.year_before())
    return moment.year_before() if isinstance(moment, Stated) else moment


def _filled_from(first: Moment, other: Moment) -> Moment:
    """*first*, with what it leaves open of its year as in *other*."""
    whole = other.when if isinstance(other, Feast) else other
    if not isinstance(whole, Stated):
        return first
    if isinstance(first, Feast):
        return replace(first, when=first.when.filled_from(whole))
    return first.filled_from(whole) if isinstance(first, Stated) else first


def _day_in(month: Span, number: int) -> Span | None:
    if not 1 <= number <= month.last.day:
        return None
    return spans.day(month.first.replace(day=number))


def _chosen(
    every: Iterable[Span], on: date, lean: Lean, turn: Turn | None, ahead: int
) -> tuple[Span, ...]:
    """The one of *every* that is meant by *turn* or *lean*, else the last that begins within
    *ahead* days after *on*, and in a sentence the next besides, where that is nearer.
    """
    ordered = sorted(set(every), key=lambda span: span.first)
    soon = shifted(on, "day", ahead)
    if turn == "last":
        found = [span for span in ordered if span.last < on][-1:]
    elif turn == "next":
        found = [span for span in ordered if span.first > on][:1]
    elif turn == "this":
        found = [span for span in ordered if on.year in {span.first.year, span.last.year}]
        holding = [span for span in found if span.first <= on <= span.last]
        found = holding[:1] or _either(found, on, lean)
    elif lean in {"future", "scheduled"}:
        since = shifted(on, "day", -min(_BEHIND, ahead)) if lean == "scheduled" else on
        found = [span for span in ordered if span.last >= since][:1]
    elif lean == "past":
        found = [span for span in ordered if span.first <= on][-1:]
    else:
        found = [span for span in ordered if span.first <= soon][-1:]
        if lean is not None:
            further = [span for span in ordered if span.first > soon][:1]
            found = _either([*found, *further], on, lean)
    return tuple(found)


def _either(around: list[Span], on: date, lean: Lean) -> list[Span]:
    """Of the spans *around* the day *on*, in order, the one that *lean* tells; if none the last
    one before, and the next with it where it is nearer.
    """
    before = [span for span in around if span.first <= on]
    after = [span for span in around if span.first > on]
    if lean == "future" or not before:
        return after[:1] or before[-1:]
    if lean == "past" or not after or (on - before[-1].last) <= (after[0].first - on):
        return before[-1:]
    return [before[-1], after[0]]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0): the last one up to the day of publication where nothing else
    is said, the next one from it on after a future verb, either in a sentence that does not tell
    where the next is nearer. "Last Friday" and "next Friday" are never that day itself.
    ``weeks`` moves it on by so many: the Friday before last is the last one moved by -1.
    """

    number: int
    turn: Turn | None = None
    weeks: int = 0
    precision: Precision = "day"
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        ahead = (self.number - on.weekday()) % 7
        if self.turn == "next":
            days = ahead or 7
        elif self.turn == "last":
            days = ahead - 7
        elif self.turn == "this" or lean in {"future", "scheduled"}:
            days = ahead
        elif lean == "either" and 0 < ahead < 7 - ahead:
            return tuple(spans.day(shifted(on, "day", days)) for days in (ahead - 7, ahead))
        else:
            days = ahead - 7 if ahead else 0
        return (spans.day(shifted(on, "day", days + 7 * self.weeks)),)


@dataclass(frozen=True, slots=True)
class CountedWeekday:
    """One of the days of the week in a month: the first Tuesday (``count`` 1), the last (-1)."""

    number: int
    count: int
    month: Moment
    precision: Precision = "day"

    @property
    def needs(self) -> Need | None:
        return self.month.needs

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        months = self.month.spans(on, lean)
        found = (spans.weekday_in(month, self.number, self.count) for month in months)
        return tuple(spans.day(day) for day in found if day is not None)


@dataclass(frozen=True, slots=True)
class CountedUnits:
    """So ``many`` units of a longer time from its ``first`` on, or from its last (-1) back: "the
    first six months of 2025", "the last week of August"; ``unit`` None is a weekend.
    """

    unit: Precision | None
    first: int
    many: int
    whole: Moment

    @property
    def precision(self) -> Precision:
        return self.unit or "week"

    @property
    def needs(self) -> Need | None:
        return self.whole.needs

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        every = self.whole.spans(on, lean)
        counted = (spans.counted_in(each, self.unit, self.first, self.many) for each in every)
        return tuple(each for each in counted if each is not None)


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A day of the week (Monday is 0) of a week that is named: "Tuesday last week"."""

    number: int
    week: Moment
    precision: Precision = "day"
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        weeks = self.week.spans(on, lean)
        return tuple(spans.day(shifted(week.first, "day", self.number)) for week in weeks)


@dataclass(frozen=True, slots=True)
class DayApart:
    """The very day so many units from another near publication: "a year ago today"."""

    unit: Precision
    count: int
    days: int
    precision: Precision = "day"
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        return (spans.day(shifted(shifted(on, "day", self.days), self.unit, self.count)),)


@dataclass(frozen=True, slots=True)
class Shifted:
    """The week, month or other unit so many units from that of publication: "last year" is -1,
    "three months ago" -3, "yesterday" -1 by days.
    """

    precision: Precision
    count: int
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        return (spans.holding(shifted(on, self.precision, self.count), self.precision),)


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that a day is in: "the week of 3 March"."""

    day: Moment
    precision: Precision = "week"

    @property
    def needs(self) -> Need | None:
        return self.day.needs

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        return tuple(spans.week(span.first) for span in self.day.spans(on, lean))


@dataclass(frozen=True, slots=True)
class Apart:
    """So many long units before publication or after it: "a decade ago" is five to fifteen years,
    since nobody counts decades to the year.
    """

    precision: Precision
    count: int
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        whole = shifted(on, self.precision, self.count)
        half = 60 if self.precision == "decade" else 600
        first, last = (shifted(whole, "month", n) for n in (-half, half))
        return (Span(first, last, self.precision),)


@dataclass(frozen=True, slots=True)
class Weekend:
    """The Saturday and Sunday of the week of publication, or of the one before or after."""

    turn: Turn | None = None
    precision: Precision = "week"
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        saturday = shifted(spans.week(on).first, "day", 5)
        is_over = saturday <= on
        if self.turn == "last" or (self.turn is None and lean not in {"future", "scheduled"}):
            saturday = saturday if is_over and self.turn is None else shifted(saturday, "day", -7)
        elif self.turn == "next":
            saturday = shifted(saturday, "day", 7)
        return (Span(saturday, shifted(saturday, "day", 1), "week"),)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The so many units up to publication or after it: "the past 30 days", "within a year"."""

    precision: Precision
    count: int
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        other = shifted(on, self.precision, self.count)
        return (Span(min(on, other), max(on, other), "day"),)


@dataclass(frozen=True, slots=True)
class LengthTo:
    """The so many units that end with a moment: "the three months to June"."""

    unit: Precision
    many: int
    end: Moment

    @property
    def precision(self) -> Precision:
        return self.end.precision

    @property
    def needs(self) -> Need | None:
        return self.end.needs

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        return tuple(self._up_to(end) for end in self.end.spans(on, lean))

    def _up_to(self, end: Span) -> Span:
        first = shifted(shifted(end.last, "day", 1), self.unit, -self.many)
        return Span(first, end.last, self.precision)


@dataclass(frozen=True, slots=True)
class PartOf:
    """An early, late or other part of a moment."""

    whole: Moment
    part: Part

    @property
    def precision(self) -> Precision:
        return spans.finer_by(self.whole.precision, self.part)

    @property
    def needs(self) -> Need | None:
        return self.whole.needs

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        every = self.whole.spans(on, lean)
        if self.part == "turn" and self.needs and every:
            return (self._nearest_turn(every[0], on),)
        return tuple(spans.part_of(span, self.part) for span in every)

    def _nearest_turn(self, whole: Span, on: date) -> Span:
        """The turn into *whole* or out of it, whichever is nearer to *on*."""
        following = spans.holding(shifted(whole.last, "day", 1), whole.precision)
        is_first = (on - whole.first) <= (whole.last - on)
        return spans.part_of(whole if is_first else following, self.part)


@dataclass(frozen=True, slots=True)
class SoFar:
    """What of a moment lies before publication ("earlier this year") or after it."""

    whole: Moment
    side: Literal["earlier", "later"]
    precision: Precision = "day"
    needs: Need | None = "publication"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        every = self.whole.spans(on, lean)
        if self.side == "earlier":
            cut = [replace(span, last=min(span.last, on)) for span in every if span.first <= on]
        else:
            cut = [replace(span, first=max(span.first, on)) for span in every if span.last >= on]
        return tuple(replace(span, precision=self.whole.precision) for span in cut)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A time that hangs on another one in the text: "three years on", "the next day"."""

    precision: Precision
    needs: Need | None = "context"

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Between:
    """From the first day of one moment to the last of another."""

    first: Moment
    last: Moment

    @property
    def precision(self) -> Precision:
        return self.last.precision

    @property
    def needs(self) -> Need | None:
        both = {self.first.needs, self.last.needs}
        return "context" if "context" in both else "publication" if "publication" in both else None

    def spans(self, on: date, lean: Lean) -> tuple[Span, ...]:
        firsts, lasts = self.first.spans(on, lean), self.last.spans(on, lean)
        if lean == "either" and len(firsts) + len(lasts) > 2 and self.needs:
            either = (*self.spans(on, "past"), *self.spans(on, "future"))
            return tuple(sorted(set(either), key=lambda span: span.first))
        if firsts and lasts and firsts[0].first > lasts[-1].last:
            firsts, lasts = self._in_order(firsts, lasts, lean)
        if not firsts or not lasts or firsts[0].first > lasts[-1].last:
            return ()
        return (Span(firsts[0].first, lasts[-1].last, self.precision),)

    def _in_order(
        self, firsts: tuple[Span, ...], lasts: tuple[Span, ...], lean: Lean
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Both ends, the one moved to the other where it leaves its year open: "between March and
        May", written in March.
        """
        if lean == "past":
            return self.first.spans(lasts[-1].last, "past"), lasts
        return firsts, self.last.spans(firsts[0].first, "future")
