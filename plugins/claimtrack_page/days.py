"""Days: what the words in one place of a page say of a day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from claimtrack import BadDay, CalendarDate, Unreadable, find_dates

_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}", re.ASCII)
_DIRECTIVE = re.compile(r"%(.)")
_UNIX = "unix"
#: In seconds, the end of the year 9999.
_LAST_SECOND = 253_402_300_799
#: A date that is told in another way is a bound, not a day.
_THAT_DAY = frozenset({"on", "as of"})
_YEARS, _MONTHS, _DAYS = frozenset("YyGcx"), frozenset("mbBcxjUWV"), frozenset("djacxAwu")


def format_problem(format: str) -> str | None:
    """Why no day can be read by *format*; None where one can."""
    if format == _UNIX:
        return None
    named = set(_DIRECTIVE.findall(format))
    if not named & _YEARS:
        return f"format {format!r} says nothing of the year (%Y)"
    if named & set("djwu") and not named & _MONTHS:
        return f"format {format!r} says nothing of the month (%m, %B)"
    try:
        datetime.strptime("", format)  # noqa: DTZ007  (only the format is looked at)
    except ValueError as error:
        if "bad directive" in str(error) or "stray %" in str(error):
            return f"format {format!r}: {error}"
    return None


def day(text: str, format: str | None) -> CalendarDate:
    """The day, month or year that *text* names: by *format* (as of ``strptime``; ``unix`` for
    seconds since 1970), else as an ISO date or moment, or as the one date that its words name.
    Raises `Unreadable`, also for a date such as 03/04/2026 that may be two.
    """
    if format == _UNIX:
        return CalendarDate(_stamped(text).date())
    if format is None:
        moment = _ISO_MOMENT.match(text)
        try:
            return CalendarDate.parse(moment[1] if moment else text)
        except BadDay:
            return _named(text)
    try:
        found = datetime.strptime(text, format)  # noqa: DTZ007  (a day has no time zone)
    except ValueError as error:
        raise Unreadable(f"“{text}” is not written as {format!r}") from error
    named = set(_DIRECTIVE.findall(format))
    precision = "day" if named & _DAYS else "month" if named & _MONTHS else "year"
    return CalendarDate(found.date(), precision)  # type: ignore[arg-type]


def _named(text: str) -> CalendarDate:
    """The one date that the words of *text* name, whatever stands beside it."""
    found = find_dates(text)
    if len(found) != 1:
        told = "no date" if not found else f"{len(found)} dates"
        raise Unreadable(f"“{text}” names {told}, not one; a format can say how it is written")
    (only,) = found
    if only.readings:
        raise Unreadable(f"“{text}” may be two dates; a format can say which (%d/%m/%Y)")
    if only.calendar is None or only.relation not in _THAT_DAY:
        raise Unreadable(f"“{text}” names no day, month or year of its own")
    return only.calendar


def _stamped(text: str) -> datetime:
    """The moment of a stamp in seconds, or in milliseconds where they could be no seconds."""
    try:
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds > _LAST_SECOND else seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unreadable(f"“{text}” is no stamp of seconds since 1970") from error


def moment(text: str, format: str | None) -> datetime:
    """The moment (UTC) that *text* names; of a day without a time of day with its zone, the end.
    Raises `Unreadable`.
    """
    if format == _UNIX:
        return _stamped(text)
    if format is None:
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            found = None
        if found is not None and found.tzinfo is not None:
            return found.astimezone(UTC)
    return datetime.combine(day(text, format).last, time.max.replace(microsecond=0), tzinfo=UTC)
