"""Dating: whether the day of a reading follows the page, when every date of it is another.

A day may come from the page, its address, its headers, the moment of fetching, or what the claim
file says. What comes from none of them stands in the source's code, and is wrong tomorrow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from claimtrack.authoring.alterations import with_text
from claimtrack.authoring.otherdays import BACK, dates_in, moved, with_other_dates
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.pages import Page
from claimtrack.values import CalendarDate

#: These say how the page was sent, and nothing of what it says.
_OF_THE_SENDING = frozenset({"content-type", "content-length", "transfer-encoding", "etag"})
_Outcome = Literal["moved", "given up", "stood"]


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

    def stays(self, reading: Reading) -> bool:
        """Whether the day of *reading*, which was read off the page, is the same whatever days the
        page, its address, its headers and its moment have.
        """
        if reading.as_of is None or self._is_declared(reading):
            return False
        anywhere = self._outcome(reading, "anywhere")
        if anywhere == "moved" or (anywhere == "given up" and self._may_be_of_its_address()):
            return False
        return all(self._outcome(reading, where) == "stood" for where in ("on it", "its moment"))

    def problem(self, reading: Reading) -> str:
        """What is wrong with *reading*, whose day stays."""
        dated = {one.as_of for one in self._now("anywhere") if one.measure == reading.measure}
        day = "in the year of" if reading.as_of not in dated else "dated"
        what = f"{reading.measure}: {reading.value} stays {day} {reading.as_of}"
        is_stated = reading.as_of and reading.as_of.first in {*dates_in(_text(self.page))}
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
        mine = [one for one in self._now(where) if one.measure == reading.measure]
        days = {one.as_of for one in mine}
        if reading.as_of and _in_its_year(reading.as_of) in days:
            return "stood"
        if reading.as_of in days:
            # Of a long series, the day of another reading may have become this one.
            return "moved" if reading.as_of and days & moved(reading.as_of) else "stood"
        return "moved" if mine else "given up"

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


_MADE: dict[str, Callable[[Page], Page]] = {
    "anywhere": with_other_days,
    "on it": _on_it,
    "its moment": _later,
}


def _text(page: Page) -> str:
    try:
        return page.text
    except ValueError:
        return ""
