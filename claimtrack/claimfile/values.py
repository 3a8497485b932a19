"""Values of single fields: days and durations that look right and yet are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.claimfile.phrases import shown
from claimtrack.claimfile.tables import Problem, Table
from claimtrack.errors import BadDay, BadValue
from claimtrack.values import CalendarDate, calendar_date, duration

#: As many words of a text as the project holds anywhere.
MAX_WORDS = 30


def day_of(table: Table[Any], name: str) -> CalendarDate | None:
    """The day in that field; None where it is absent or no day of the calendar."""
    given = table.text(name)
    try:
        return None if given is None else calendar_date(given)
    except BadDay:
        return None


def day_problems(table: Table[Any], name: str) -> Iterator[Problem]:
    """Whether the field of that name holds no day of the calendar (30 February)."""
    given = table.text(name)
    if given is not None and day_of(table, name) is None:
        yield Problem(
            (*table.path, name), f"{name} must be a day of the calendar, not {shown(given)}"
        )


def duration_problems(table: Table[Any], name: str) -> Iterator[Problem]:
    """Whether the field of that name holds no length of time (0d)."""
    given = table.text(name)
    if given is None:
        return
    try:
        duration(given)
    except BadValue:
        yield Problem(
            (*table.path, name), f"{name} must be longer than nothing, not {shown(given)}"
        )


def length_problems(table: Table[Any], name: str) -> Iterator[Problem]:
    """Whether the field of that name holds more of somebody's words than the project keeps."""
    count = len((table.text(name) or "").split())
    if count > MAX_WORDS:
        yield Problem(
            (*table.path, name), f"{name} has {count} words; at most {MAX_WORDS} may be held"
        )
