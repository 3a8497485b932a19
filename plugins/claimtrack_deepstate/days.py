"""Days: where an address holds a place for one, and the day that a name or an address states."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import unquote, urlsplit

_PLACE = re.compile(r"\{day(?::([^{}]*))?\}")
_DIRECTIVES = {"%Y": r"(\d{4})", "%m": r"(\d{2})", "%d": r"(\d{2})"}
# 20250815, 2025-08-15 or 2025_08_15; eight digits in a longer run of digits are no day.
_WRITTEN = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)
_STAMP = re.compile(r"(\d{1,2})\.(\d{1,2})\b", re.ASCII)


class DayPlace:
    """An address, with or without places for the day: ``map_{day:%Y%m%d}.geojson``.

    Raises `ValueError` for a place that does not name year, month and day in numbers.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._formats = [found[1] or "%Y-%m-%d" for found in _PLACE.finditer(url)]
        if re.search(r"[{}]", _PLACE.sub("", url)):
            raise ValueError(f"url: a place for the day is written {{day:%Y%m%d}}, not as in {url}")
        for written in self._formats:
            if sorted(re.findall(r"%.?", written)) != sorted(_DIRECTIVES):
                raise ValueError(
                    f"url: a place for the day names %Y, %m and %d once each, not {written!r}"
                )

    @property
    def is_given(self) -> bool:
        """Whether the address has a place for the day."""
        return bool(self._formats)

    def filled(self, day: date) -> str:
        """The address of *day*."""
        return _PLACE.sub(lambda found: day.strftime(found[1] or "%Y-%m-%d"), self._url)

    def day_of(self, url: str) -> date | None:
        """The day that *url* was filled with; where it is another address (a redirect, a fixed
        one) the day written in the last part of its path. None where no day stands there, or two.
        """
        day = _day_at_first_place(self._url, url) if self.is_given else None
        if day is not None and self.filled(day) == url:
            return day
        return _day_written(unquote(urlsplit(url).path).rpartition("/")[2])


def _day_at_first_place(template: str, url: str) -> date | None:
    place = _PLACE.search(template)
    if place is None or not url.startswith(template[: place.start()]):
        return None
    written = place[1] or "%Y-%m-%d"
    pattern = re.escape(written)
    for directive, digits in _DIRECTIVES.items():
        pattern = pattern.replace(directive, digits)
    found = re.compile(pattern, re.ASCII).match(url, place.start())
    if found is None:
        return None
    order = re.findall(r"%[Ymd]", written)
    parts = dict(zip(order, map(int, found.groups()), strict=True))
    return _day(parts["%Y"], parts["%m"], parts["%d"])


def day_in(name: str | None) -> date | None:
    """The one day that *name* states: ``deepstatemap_data_20250815``; None where it states none,
    or more than one.
    """
    return None if name is None else _day_written(name)


def stamped_day(stamp: str, seconds: int) -> date | None:
    """The day of DeepState's *stamp* (``15.08 o 18:37``), which gives no year, beside the moment
    in Unix *seconds* that does; None where the two are more than a day apart.
    """
    # The stamp is Central European time: in all 1,734 entries of the map's history from 2022-04-03
    # to 2026-08-21 but one it is one or two hours ahead of the seconds, so a day at most.
    found = _STAMP.match(stamp.strip())
    try:
        near = datetime.fromtimestamp(seconds, UTC).date()
        around = [near + timedelta(days=apart) for apart in (-1, 0, 1)]
    except (OverflowError, OSError, ValueError):
        return None
    if found is None:
        return None
    stamped = (int(found[1]), int(found[2]))
    return next((day for day in around if (day.day, day.month) == stamped), None)


def _day_written(text: str) -> date | None:
    days = {_day(int(y), int(m), int(d)) for y, _, m, d in _WRITTEN.findall(text)} - {None}
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
