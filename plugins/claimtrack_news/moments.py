"""Moments: the dates that feeds write, in every form that was met, as aware datetimes.

None is better than a wrong one: ``05/06/2024`` is two days, so it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

#: Month names by their first letters, as short as they are still told apart. English last names
#: what others share; a full stop after an abbreviation is dropped before.
_MONTHS = {
    1: "jan ene gen янв січ sty led ιαν jän",
    2: "feb fév fev фев лют lut úno φεβ",
    3: "mar mär mars mrz märz мар бер bře μάρ μαρ",
    4: "apr avr abr ápr апр квіт kwi dub απρ",
    5: "may mai maj máj mag мая май трав kvě μάι μαϊ",
    6: "jun juin jún giu июн черв cze чер čer ιουν",
    7: "jul juil júl lug июл лип lip čvc ιουλ",
    8: "aug aoû ago авг серп sie srp αύγ αυγ",
    9: "sep sept set szept сен вер wrz zář σεπ",
    10: "oct okt out ott окт жовт paź říj οκτ",
    11: "nov ноя лист lis νοέ νοε",
    12: "dec dez déc dic дек груд gru pro δεκ",
}
_MONTH_OF = {word: month for month, words in _MONTHS.items() for word in words.split()}
#: Offsets in hours. EST and its like are American, as RFC 822 has them.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "bst": 1, "cet": 1, "met": 1, "west": 1,
    "cest": 2, "eet": 2, "eest": 3, "msk": 3, "edt": -4, "est": -5, "cdt": -5, "cst": -6,
    "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
}  # fmt: skip

_TIME = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
_HALF = r"(?:\s*(?P<half>[ap])\.?m\.?)?"
_ZONE = r"(?:\s*(?P<zone>[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,5}))?"
_AFTER = rf"(?:,?[\sT]+(?:at\s+)?{_TIME}{_HALF}{_ZONE})?"
_WEEKDAY = r"(?:[^\W\d]+\.?,?\s+)?"
_NAME = r"(?P<name>[^\W\d]+)\.?"
_PATTERNS = tuple(
    re.compile(pattern + r"(?:\s*\([^)]*\))?\s*", re.IGNORECASE)
    for pattern in (
        # 2004-01-05T19:48:21Z and its shorter forms, 20040105, 2004-07-08 23:56:58.42
        rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_AFTER}",
        rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_AFTER}",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        r"(?P<year>\d{4})-?(?P<ordinal>\d{3})",
        r"(?P<year>\d{4})",
        # Thu, 01 Jan 2004 19:48:21 GMT; the year may have two digits, the parts hyphens
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?{_NAME},?[\s-]+(?:de\s+)?"
        rf"(?P<year>\d{{4}}|\d{{2}}){_AFTER}",
        # Thu Jan  1 19:48:21 GMT 2004
        rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})\s+{_TIME}{_ZONE}\s+(?P<year>\d{{4}})",
        # January 5, 2004 7:48 pm
        rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_AFTER}",
        # 2004.01.05 and 2004/01/05, whose order is plain
        rf"(?P<year>\d{{4}})[./](?P<month>\d{{1,2}})[./](?P<day>\d{{1,2}}){_AFTER}",
        # 05.01.2004, which only ever is the fifth of January
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_AFTER}",
    )
)
#: Nobody writes a date in more.
_LONGEST = 100


def moment(written: str | None) -> datetime | None:
    """The aware moment that *written* names, in UTC where it names no zone; None for what names
    none, or more than one.
    """
    said = " ".join((written or "").split())
    if not said or len(said) > _LONGEST:
        return None
    return next(_moments(said), None)


def _moments(said: str) -> Iterator[datetime]:
    for pattern in _PATTERNS:
        found = pattern.fullmatch(said)
        if found is not None:
            at = _built(found.groupdict())
            if at is not None:
                yield at


def _built(parts: dict[str, str | None]) -> datetime | None:
    try:
        return _day(parts) + _time(parts)
    except (ValueError, OverflowError):  # no such month, day, hour or zone
        return None


def _day(parts: dict[str, str | None]) -> datetime:
    year = _year(parts["year"] or "")
    zone = _zone(parts.get("zone"))
    if parts.get("ordinal"):
        days = int(parts["ordinal"] or "")
        at = datetime(year, 1, 1, tzinfo=zone) + timedelta(days=days - 1)
        if days < 1 or at.year != year:
            raise ValueError(f"no day {days} in {year}")
        return at
    return datetime(year, _month(parts), int(parts.get("day") or 1), tzinfo=zone)


def _year(written: str) -> int:
    """Of two digits as RFC 2822 has it: 00 to 49 are this century's. No feed is older than a press
    agency; year 1 is how some programs write that they know no date.
    """
    year = int(written)
    if len(written) == 2:
        year += 2000 if year < 50 else 1900
    if year < 1800:
        raise ValueError(f"nothing was published in {year}")
    return year


def _month(parts: dict[str, str | None]) -> int:
    if parts.get("month"):
        return int(parts["month"] or "")
    if not parts.get("name"):
        return 1
    name = (parts["name"] or "").lower()
    for length in range(len(name), 2, -1):
        if name[:length] in _MONTH_OF:
            return _MONTH_OF[name[:length]]
    raise ValueError(f"{name} is no month")


def _time(parts: dict[str, str | None]) -> timedelta:
    hour = int(parts.get("hour") or 0)
    minute, second = int(parts.get("minute") or 0), int(parts.get("second") or 0)
    half = (parts.get("half") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(f"no hour {hour} in half a day")
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59 or second > 60:
        raise ValueError(f"no time {hour}:{minute}:{second}")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _zone(written: str | None) -> timezone:
    if written is None:
        return UTC
    if written[0] not in "+-":
        if written.lower() not in _ZONES:
            return UTC  # a zone that nobody knows is as good as none
        return timezone(timedelta(hours=_ZONES[written.lower()]))
    digits = written[1:].replace(":", "").rjust(4, "0") if len(written) > 3 else written[1:] + "00"
    offset = timedelta(hours=int(digits[:-2]), minutes=int(digits[-2:]))
    return timezone(-offset if written[0] == "-" else offset)
