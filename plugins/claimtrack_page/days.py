"""Days: what the words in one place of a page say of a day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from claimtrack import BadDay, CalendarDate, Unreadable

_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}", re.ASCII)
_DIRECTIVE = re.compile(r"%(.)")
_YEARS, _MONTHS, _DAYS = frozenset("YyGcx"), frozenset("mbBcxjUWV"), frozenset("djacxAwu")


def format_problem(format: str) -> str | None:
    """Why no day can be read by *format*; None where one can."""
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
    """The day, month or year that *text* names: by *format* (as of ``strptime``), else as an ISO
    date or the date of an ISO moment. Raises `Unreadable`.
    """
    if format is None:
        moment = _ISO_MOMENT.match(text)
        try:
            return CalendarDate.parse(moment[1] if moment else text)
        except BadDay as error:
            raise Unreadable(f"“{text}” is no ISO date; a format can say how it is written") from (
                error
            )
    try:
        found = datetime.strptime(text, format)  # noqa: DTZ007  (a day has no time zone)
    except ValueError as error:
        raise Unreadable(f"“{text}” is not written as {format!r}") from error
    named = set(_DIRECTIVE.findall(format))
    precision = "day" if named & _DAYS else "month" if named & _MONTHS else "year"
    return CalendarDate(found.date(), precision)  # type: ignore[arg-type]


def moment(text: str, format: str | None) -> datetime:
    """The moment (UTC) that *text* names; of a day without a time of day with its zone, the end.
    Raises `Unreadable`.
    """
    if format is None:
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            found = None
        if found is not None and found.tzinfo is not None:
            return found.astimezone(UTC)
    return datetime.combine(day(text, format).last, time.max.replace(microsecond=0), tzinfo=UTC)
