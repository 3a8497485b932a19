"""Timestamps: a moment or a day as a page writes it, for machines or for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial

from claimtrack.values import CalendarDate
from claimtrack.words.articles.article import Time
from claimtrack.words.dating.monthnames import month_of

#: Before it there was no web, and a clock that is not set shows 1970.
FIRST_YEAR, LAST_YEAR = 1994, 2100

_TIME = r"[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
_ZONE = r"\s*(Z\b|[+-]\d{2}:?\d{2}|[+-]\d{2}\b|\(?[A-Z]{3,4}\)?(?![a-z]))?"
_ISO = re.compile(rf"\s*(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:{_TIME}{_ZONE})?")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2}))?(Z?)(?!\d)")
_EPOCH = re.compile(r"\s*([1-9]\d{9})(\d{3})?\s*\Z")
# "Mon, 22 Feb 2010 11:53:04 +0000" (RFC 5322) and "Mon Feb 22 11:53:04 UTC 2010" (asctime).
_MAIL = re.compile(
    rf"\s*\w{{3,9}},?\s+(\d{{1,2}})[\s-]+(\w{{3,9}})[\s-]+(\d{{4}})\s*{_TIME}{_ZONE}"
)
_ASCTIME = re.compile(
    r"\s*\w{3}\s+(\w{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})" + _ZONE + r"\s+(\d{4})"
)
#: Hours from UTC of the zones that go by name and mean one thing on the pages of the news.
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2,
    "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "EST": -5,
    "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "HKT": 8, "SGT": 8,
}  # fmt: skip

_SPACE = r"[\s\u00a0]*"
#: A year ends where no figure follows, or the hour does that stands close behind it.
_YEAR = r"(\d{4})(?!\d(?!\d?:\d\d))"
# Signs that are no letters of their own belong to the words of Indian scripts.
_MONTH = r"([^\W\d_][^\s\d.,;:/()|-]{1,14})\.?"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(?<!\d[.:])(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?{_SPACE}[-/]?(?:de\s+|of\s+|d['’])?{_SPACE}"
    rf"{_MONTH}(?:/[^\W\d_]+)?,?{_SPACE}[-/]?(?:de[l]?\s+)?{_SPACE}{_YEAR}",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<!\w){_MONTH}{_SPACE}(\d{{1,2}})(?:st|nd|rd|th)?,?{_SPACE}(?:at\s+)?{_YEAR}",
    re.IGNORECASE,
)
_YEAR_MONTH = re.compile(rf"(?<!\d)(\d{{4}})\.?\s+{_MONTH}\s+(\d{{1,2}})(?!\d)")
_IDEOGRAPHS = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_VIETNAMESE = re.compile(
    r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})[,\s]+(?:năm\s+)?(\d{4})(?!\d)", re.IGNORECASE
)
_FIGURES = re.compile(r"(?<![\d_./-])(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d|[./-]\d)")
_FIGURES_BACK = re.compile(
    r"(?<![\w./-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d|[./-]\d)"
)
#: Where the month is written first: by the land of the language's tag, or English with none.
_MONTH_FIRST = frozenset({"en", "en-us", "en-ph"})

Figures = tuple[str, str, str]


def time_of(text: str, language: str | None = None) -> Time | None:
    """The moment or the day that *text* begins with as machines write it, else the first day
    that it names as people do; None for neither, and for years that no page is of.
    """
    for read in (_iso, _epoch, _compact, _mail, _asctime):
        found = read(text)
        if found is not None:
            return found
    return next(days_in(text, language), None)


def days_in(text: str, language: str | None = None) -> Iterator[CalendarDate]:
    """Every day that *text* names in full, as people write it, in the order of the text.

    03/04/2020 is in March on a page of the United States and in April elsewhere.
    """
    found = [
        (match.start(), day)
        for pattern, figures in _written(language)
        for match in pattern.finditer(text)
        if (day := _day(*figures(match))) is not None
    ]
    return (day for _, day in sorted(found, key=lambda one: one[0]))


def day_of(time: Time) -> date:
    """The first day of *time*, in the zone that it is given in."""
    return time.date() if isinstance(time, datetime) else time.first


# -- for machines -------------------------------------------------------------------------------


def _iso(text: str) -> Time | None:
    match = _ISO.match(text)
    return None if match is None else _moment(match[1], match[2], match[3], *match.groups()[3:])


def _compact(text: str) -> Time | None:
    match = _COMPACT.match(text)
    if match is None:
        return None
    return _moment(match[1], match[2], match[3], match[4], match[5], match[6], match[7] or None)


def _epoch(text: str) -> Time | None:
    match = _EPOCH.match(text)
    if match is None:
        return None
    at = datetime.fromtimestamp(int(match[1]), UTC)
    return at if at.year < LAST_YEAR else None


def _mail(text: str) -> Time | None:
    match = _MAIL.match(text)
    month = month_of(match[2]) if match else None
    if match is None or month is None:
        return None
    return _moment(match[3], str(month), match[1], *match.groups()[3:])


def _asctime(text: str) -> Time | None:
    match = _ASCTIME.match(text)
    month = month_of(match[1]) if match else None
    if match is None or month is None:
        return None
    return _moment(match[7], str(month), match[2], match[3], match[4], match[5], match[6])


def _moment(
    year: str,
    month: str,
    day: str,
    hour: str | None = None,
    minute: str | None = None,
    second: str | None = None,
    zone: str | None = None,
) -> Time | None:
    """The moment so written; its day where it has no zone, or the time is none."""
    known = _day(year, month, day)
    offset = _offset(zone)
    if known is None or hour is None or offset is None:
        return known
    first = known.first
    try:
        return datetime(
            first.year, first.month, first.day, int(hour), int(minute or 0), int(second or 0),
            tzinfo=offset,
        )  # fmt: skip
    except ValueError:
        return known


def _offset(zone: str | None) -> timezone | None:
    """The zone that is so written; None for none, and for a name that means several."""
    if not zone:
        return None
    if zone[0] in "+-":
        return _shifted(zone)
    hours = _ZONES.get(zone.strip("()"))
    return None if hours is None else timezone(timedelta(hours=hours)) if hours else UTC


def _shifted(zone: str) -> timezone | None:
    figures = zone[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(figures[:2]), minutes=int(figures[2:]))
    if away >= timedelta(hours=24):
        return None
    return (timezone(away if zone[0] == "+" else -away)) if away else UTC


# -- for people ---------------------------------------------------------------------------------


def _written(
    language: str | None,
) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Figures]]]:
    """The ways to write a day, each with what takes year, month and day from it."""
    named = partial(_named, language)
    return [
        (_DAY_MONTH, lambda it: (it[3], named(it[2]), it[1])),
        (_MONTH_DAY, lambda it: (it[3], named(it[1]), it[2])),
        (_YEAR_MONTH, lambda it: (it[1], named(it[2]), it[3])),
        (_IDEOGRAPHS, lambda it: (it[1], it[2], it[3])),
        (_VIETNAMESE, lambda it: (it[3], it[2], it[1])),
        (_FIGURES, lambda it: (it[1], it[3], it[4])),
        (_FIGURES_BACK, lambda it: _turned(it, language)),
    ]


def _named(language: str | None, word: str) -> str:
    return str(month_of(word, language) or 0)


def _turned(match: re.Match[str], language: str | None) -> Figures:
    """Year, month and day of figures that end in the year."""
    first, sign, second, year = match[1], match[2], match[3], match[4]
    year = year if len(year) == 4 else f"20{year}"
    month_first = sign == "/" and (language or "").lower() in _MONTH_FIRST
    if int(first) > 12 or (int(second) <= 12 and not month_first):
        return year, second, first
    return year, first, second


def _day(year: str, month: str, day: str) -> CalendarDate | None:
    if not FIRST_YEAR <= int(year) < LAST_YEAR:
        return None
    try:
        return CalendarDate(date(int(year), int(month), int(day)))
    except ValueError:
        return None
