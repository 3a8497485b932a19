"""Days: what the words in one place of a page say of a day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from claimtrack import CalendarDate, Unreadable, day_format_problem, read_day

_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}", re.ASCII)
_UNIX = "unix"
#: In seconds, the end of the year 9999.
_LAST_SECOND = 253_402_300_799


def format_problem(format: str) -> str | None:
    """Why no day can be read by *format*; None where one can."""
    return None if format == _UNIX else day_format_problem(format)


def day(text: str, format: str | None, language: str | None = None) -> CalendarDate:
    """The day, month or year that *text* names: by *format* (as of ``strptime``; ``unix`` for
    seconds since 1970), else as an ISO date or moment, or as the one date that its words name.
    Raises `Unreadable`.
    """
    if format == _UNIX:
        return CalendarDate(_stamped(text).date())
    moment = _ISO_MOMENT.match(text) if format is None else None
    return read_day(moment[1] if moment else text, format, language=language)


def _stamped(text: str) -> datetime:
    """The moment of a stamp in seconds, or in milliseconds where they could be no seconds."""
    try:
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds > _LAST_SECOND else seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unreadable(f"“{text}” is no stamp of seconds since 1970") from error


def moment(text: str, format: str | None, language: str | None = None) -> datetime:
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
    return datetime.combine(
        day(text, format, language).last, time.max.replace(microsecond=0), tzinfo=UTC
    )
