"""Dating: whether the day of a reading follows the page, when every date of it is another.

A day may come from the page, its address, its headers, the moment of fetching, or what the claim
file says. What comes from none of them stands in the source's code, and is wrong tomorrow. It may
be told in words (``the third of June``) or be written in a way that is not known here (``260301``,
a year of another era): then months and ordinals are others, and every figure of the page is altered
in its turn.

The day of fetching alone is no day that a page states: a value without one is dated to it anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import islice
from typing import Literal

from claimtrack.authoring.alterations import figures, neighbour, with_figures, with_text
from claimtrack.authoring.otherdays import (
    BACK,
    dates_in,
    days_of_a_year_in,
    has_years_alone,
    months_in,
    moved,
    with_other_dates,
    with_other_months,
    without_dates,
    years_in,
)
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.pages import Page
from claimtrack.values import CalendarDate

#: These say how the page was sent, and nothing of what it says.
_OF_THE_SENDING = frozenset({"content-type", "content-length", "transfer-encoding", "etag"})
#: On so many pages a day is looked for that is written in a way not known here.
_MANY = 240
_Outcome = Literal["moved", "given up", "stood"]
#: Days on which what counts for a year is dated, whatever page tells the year.
_ENDS_OF_YEARS = frozenset({(1, 1), (12, 31), (3, 31), (4, 1), (6, 30), (7, 1), (9, 30), (10, 1)})
#: A series of more days than these may well hold every day of a year.
_FEW_DAYS = 3
_DATE_AND_TIME = re.compile(r"\d{4}-?\d\d-?\d\d[T ]?\d\d:?\d\d\S*")
#: By these a page may say that it speaks of the day on which it is seen.
_OF_TODAY = re.compile(
    r"(?<![\d:])\d{1,2}[:.h]\d{2}(?![\d.])"
    r"|\b(?:today|tonight|ago|this (?:morning|afternoon|evening)|heute|aujourd['’]hui|hoy|hoje|oggi"
    r"|vandaag|idag|i dag|сегодня|сьогодні|dziś|今日|今天)\b",
    re.IGNORECASE,
)


@dataclass
class Dating:
    """The pages with other days that *page* may become, and what is *read* of them; *measures* are
    those that it is read for. ``tried`` counts the altered pages.
    """

    page: Page
    measures: Sequence[Measure]
    read: Callable[[Page], Sequence[Reading]]
    tried: int = field(default=0, init=False)
    _read_before: dict[str, Sequence[Reading]] = field(default_factory=dict, init=False)
    _days_before: dict[tuple[str, str], frozenset[CalendarDate | None]] = field(
        default_factory=dict, init=False
    )

    def stays(self, reading: Reading) -> bool:
        """Whether the day of *reading*, which was read off the page, is the same whatever days the
        page, its address, its headers and its moment have.
        """
        if reading.as_of is None or self._is_declared(reading):
            return False
        anywhere = self._outcome(reading, "anywhere")
        if anywhere == "moved":
            keeps = self._keeps_its_month(reading) or self._keeps_its_month_alone(reading)
            return self._is_astray(reading) or keeps
        if anywhere == "given up" and self._may_be_of_its_address():
            return False
        ways = ("on it", "its moment", "other months")
        if any(self._outcome(reading, where) != "stood" for where in ways):
            return (
                self._keeps_its_month(reading)
                or self._keeps_its_year(reading)
                or self._keeps_its_month_alone(reading)
            )
        return reading.as_of.first in self._stated or not self._follows_a_figure(reading)

    def is_of_the_fetching(self, reading: Reading) -> bool:
        """Whether its day is that of fetching and no other, although the page does not say that it
        speaks of the day on which it is seen.
        """
        was = reading.as_of
        if was is None or was.precision != "day" or was.first != self.page.fetched_at.date():
            return False
        if self._is_declared(reading):
            return False
        if _OF_TODAY.search(_DATE_AND_TIME.sub(" ", self._said)):
            return self._looks_at_no_word_of_today(reading, was)
        then = CalendarDate(_later(self.page).fetched_at.date())
        return self._days("its moment", reading.measure) == {then} and self._days(
            "anywhere", reading.measure
        ) == {was}

    def _looks_at_no_word_of_today(self, reading: Reading, was: CalendarDate) -> bool:
        """Whether it is of the day of fetching still where the page says neither today nor an hour
        any more: those that it said were of something else, or nobody looked at them.
        """
        return self._days("no today", reading.measure) == {was}

    def _keeps_its_month_alone(self, reading: Reading) -> bool:
        """Whether its day follows the page and its month follows nothing, although the page names
        that month: no date, no month in words, and no figure.
        """
        was = reading.as_of
        if was is None or was.precision != "day" or was.first.month not in months_in(self._said):
            return False
        before = {one.as_of for one in self._now("as it is") if one.measure == reading.measure}
        months = {day.first.month for day in before if day}
        if len(before) > _FEW_DAYS:
            return False
        follows = False
        for days in self._of_other_pages(reading):
            if not days or any(day is None or day.first.month not in months for day in days):
                return False
            follows |= any(day and day.first.day != was.first.day for day in days)
        return follows

    def _of_other_pages(self, reading: Reading) -> Iterator[frozenset[CalendarDate | None]]:
        """The days of its measure on each page with other days; of those with another figure, the
        pages that are read.
        """
        for where in ("anywhere", "on it", "its moment", "other months"):
            yield self._days(where, reading.measure)
        for _, page in islice(_with_each_figure(self.page, reading), _MANY):
            self.tried += 1
            days = frozenset(one.as_of for one in self.read(page) if one.measure == reading.measure)
            if days:
                yield days

    def _keeps_its_month(self, reading: Reading) -> bool:
        """Whether its year follows something, and its month and day, which the page states, follow
        nothing: not its dates, not a month or an ordinal in words, and no figure. What the page
        does not state may be agreed upon, as the day of a yearly count.
        """
        was = reading.as_of
        if was is None or was.precision != "day" or _in_a_year(was) in _ENDS_OF_YEARS:
            return False
        if _in_a_year(was) not in days_of_a_year_in(self._said):
            return False
        before = {
            _in_a_year(one.as_of) for one in self._now("as it is") if one.measure == reading.measure
        }
        if len(before) > _FEW_DAYS:
            return False

        def keeps(days: frozenset[CalendarDate | None]) -> bool:
            return before.issuperset(map(_in_a_year, days))

        for where in ("anywhere", "on it", "its moment", "other months"):
            days = self._days(where, reading.measure)
            if not days or not keeps(days):
                return False
        own = {was.first.month, was.first.day}
        for figure, page in islice(_with_each_figure(self.page, reading), _MANY):
            self.tried += 1
            days = frozenset(one.as_of for one in self.read(page) if one.measure == reading.measure)
            if not keeps(days) or (not days and _number(figure) in own):
                return False
        return True

    def _keeps_its_year(self, reading: Reading) -> bool:
        """Whether its month or its day follows the page, and its year, which the page states,
        follows nothing: not the dates of the page, not the moment, and no figure.
        """
        was = reading.as_of
        if was is None or was.first.year not in self._years_stated:
            return False
        if all(was in self._days(where, reading.measure) for where in ("anywhere", "other months")):
            return False
        # Of a series that follows, the first year is a new one.
        before = {one.as_of for one in self._now("as it is") if one.measure == reading.measure}
        years = {day.first.year for day in before if day}
        for where in ("anywhere", "on it", "its moment"):
            days = self._days(where, reading.measure)
            if not days or any(day is None or day.first.year not in years for day in days):
                return False
        return not self._follows_a_figure(reading)

    def _is_astray(self, reading: Reading) -> bool:
        """Whether its day, which the page states, becomes one that the other page does not: its
        year follows, and its month or more stands in the code.
        """
        was = reading.as_of
        if was is None or was.precision != "day" or was.first not in self._stated:
            return False
        return not any(
            day is None or day.precision != "day" or self._may_be(day.first, was.first)
            for day in self._days("anywhere", reading.measure)
        )

    def _may_be(self, day: date, was: date) -> bool:
        """Whether it is a day that the other page states, the first or the last of such a one's
        month (what counts for a month may be dated so), or what *was* is in another year, where a
        day may be told without one (``March 3``).
        """
        if day in self._stated_then:
            return True
        if self._has_years_alone and (day.month, day.day) == (was.month, was.day):
            return True
        is_end = day.day == 1 or (day + timedelta(days=1)).day == 1
        return is_end and (day.year, day.month) in {(at.year, at.month) for at in self._stated_then}

    @cached_property
    def _said(self) -> str:
        return _text(self.page)

    @cached_property
    def _stated(self) -> frozenset[date]:
        return _days_of(self.page)

    @cached_property
    def _years_stated(self) -> frozenset[int]:
        return frozenset(year for text in _texts(self.page) for year in years_in(text))

    @cached_property
    def _stated_then(self) -> frozenset[date]:
        # Not as they are read anew: 03/13/26 may become 02/06/98, which is two days.
        return frozenset(day - BACK for day in self._stated)

    @cached_property
    def _has_years_alone(self) -> bool:
        return any(map(has_years_alone, _texts(self.page)))

    def _follows_a_figure(self, reading: Reading) -> bool:
        """Whether its day falls in another year where some figure of the page is another."""
        was = reading.as_of
        for _, page in islice(_with_each_figure(self.page, reading), _MANY):
            self.tried += 1
            now = {one.as_of for one in self.read(page) if one.measure == reading.measure}
            if (
                was
                and was not in now
                and any(day and day.first.year != was.first.year for day in now)
            ):
                return True
        return False

    def problem_of_the_fetching(self, reading: Reading) -> str:
        """What is wrong with *reading*, whose day is that of fetching."""
        return (
            f"{reading.measure}: {reading.value} is dated {reading.as_of}, by the moment of its"
            " fetching alone (where the page says no day, leave as_of out: it is dated to when it"
            " was seen)"
        )

    def problem(self, reading: Reading) -> str:
        """What is wrong with *reading*, whose day stays."""
        was, dated = reading.as_of, self._days("anywhere", reading.measure)
        day = "dated" if was in dated else "in the year of"
        if was and _in_its_year(was) not in dated and was not in dated:
            day = "in the month or on the day of"
        is_stated = was is not None and was.first in self._stated
        if self._keeps_its_year(reading):
            day, is_stated = "in the year of", True
        elif self._keeps_its_month_alone(reading):
            day, is_stated = "in the month of", True
        what = f"{reading.measure}: {reading.value} stays {day} {was}"
        why = "whatever day the page states" if is_stated else "which the page does not state"
        return (
            f"{what}, {why} (read the day off the page, its address or its headers; where none says"
            " it, leave as_of out)"
        )

    def _is_declared(self, reading: Reading) -> bool:
        """Whether the measure names the day, in what is asked of it or in its options."""
        measure = next(one for one in self.measures if one.id == reading.measure)
        day = reading.as_of
        return day is not None and (str(day) in str(measure) or repr(day.first) in str(measure))

    def _may_be_of_its_address(self) -> bool:
        """Whether its address or its headers hold a date: the reader may go by that, and refuse a
        page where the two differ from what the claim file names.
        """
        return _elsewhere(self.page) != self.page

    def _outcome(self, reading: Reading, where: str) -> _Outcome:
        days = self._days(where, reading.measure)
        was = reading.as_of
        if was and (was in days or _in_its_year(was) in days):
            # Of a long series, the day of another reading may have become this one.
            return "moved" if moved(was) & days else "stood"
        return "moved" if days else "given up"

    def _days(self, where: str, measure: str) -> frozenset[CalendarDate | None]:
        if (where, measure) not in self._days_before:
            days = (one.as_of for one in self._now(where) if one.measure == measure)
            self._days_before[where, measure] = frozenset(days)
        return self._days_before[where, measure]

    def _now(self, where: str) -> Sequence[Reading]:
        if where not in self._read_before:
            self.tried += 1
            self._read_before[where] = self.read(_MADE[where](self.page))
        return self._read_before[where]


def _in_its_year(day: CalendarDate) -> CalendarDate | None:
    """What *day* becomes where its month and its day follow the page, and its year does not."""
    other = day.first - BACK
    try:
        return CalendarDate(other.replace(year=day.first.year), day.precision)
    except ValueError:
        return None


def with_other_days(page: Page) -> Page:
    """*page* with every date in it, its address and its headers another."""
    return _on_it(_elsewhere(page))


def _on_it(page: Page) -> Page:
    return with_text(page, with_other_dates) or page


def _elsewhere(page: Page) -> Page:
    headers = tuple(
        (name, value if name in _OF_THE_SENDING else with_other_dates(value))
        for name, value in page.headers
    )
    asked = None if page.asked_url is None else with_other_dates(page.asked_url)
    return replace(page, url=with_other_dates(page.url), headers=headers, asked_url=asked)


def _later(page: Page) -> Page:
    return replace(page, fetched_at=page.fetched_at + BACK)


def _with_other_months(page: Page) -> Page:
    # At the end of a year no month of it is to come.
    other = with_text(page, with_other_months) or page
    over = page.fetched_at.replace(year=page.fetched_at.year + 1, month=12, day=31)
    return replace(other, fetched_at=over)


def _without_today(page: Page) -> Page:
    """*page* with letters that are no word where it says today, or an hour of the day."""

    def other(text: str) -> str:
        told, end = [], 0
        for dated in _DATE_AND_TIME.finditer(text):
            told += [_OF_TODAY.sub(_no_word, text[end : dated.start()]), dated[0]]
            end = dated.end()
        return "".join([*told, _OF_TODAY.sub(_no_word, text[end:])])

    return with_text(page, other) or page


def _no_word(found: re.Match[str]) -> str:
    return re.sub(r"\w", "q", found[0])


def _in_a_year(day: CalendarDate | None) -> tuple[int, int] | None:
    """The month and the day of the month of *day*; None for what is no day."""
    is_day = day is not None and day.precision == "day"
    return (day.first.month, day.first.day) if day is not None and is_day else None


def _number(figure: str) -> int | None:
    digits = re.sub(r"\D", "", figure)
    return int(digits) if digits else None


_MADE: dict[str, Callable[[Page], Page]] = {
    "anywhere": with_other_days,
    "on it": _on_it,
    "its moment": _later,
    "other months": _with_other_months,
    "no today": _without_today,
    "as it is": lambda page: page,
}


def _with_each_figure(page: Page, reading: Reading) -> Iterator[tuple[str, Page]]:
    """The figures of *page* or of its address, each with the pages on which it is another: those
    that *reading* quotes first, each digit in its turn.
    """
    shown = *figures(reading.quote), *re.findall(r"\d+", page.url), *_of_no_date(page)
    for figure in dict.fromkeys(shown):
        for place, step in ((place, step) for place in range(len(figure)) for step in (-1, 1)):
            if not figure[place].isdecimal():
                continue
            change = partial(neighbour, place=len(re.findall(r"\d", figure[:place])), step=step)
            other = with_figures(page, (figure,), change) or page
            turned = figure[:place] + neighbour(figure[place], 0, step) + figure[place + 1 :]
            url = re.sub(rf"(?<!\d){re.escape(figure)}(?!\d)", turned, page.url)
            yield figure, replace(other, url=url)


def _of_no_date(page: Page) -> tuple[str, ...]:
    return figures(without_dates(_text(page)))


def _days_of(page: Page) -> frozenset[date]:
    """The days that *page*, its address or its headers state."""
    return frozenset(day for text in _texts(page) for day in dates_in(text))


def _texts(page: Page) -> Iterator[str]:
    yield from (_text(page), page.url, page.asked_url or "")
    yield from (value for name, value in page.headers if name not in _OF_THE_SENDING)


def _text(page: Page) -> str:
    try:
        return page.text
    except ValueError:
        return ""
