"""Answers: which values may answer a measure at all, whoever gives them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from claimtrack.measures import Measure
from claimtrack.observations import Value
from claimtrack.values import CalendarDate, Interval

#: What an event that has not happened is answered by.
NOT_YET = "not_yet"

_TYPES: Mapping[str, tuple[type, ...]] = {
    "quantity": (Decimal, Interval),
    "date": (CalendarDate,),
    "event": (CalendarDate, str),
    "state": (str,),
    "quotation": (str,),
}
_WHOLE = Interval(Decimal(0), Decimal(1))


def is_of_kind(value: object, measure: Measure) -> bool:
    """Whether *value* is of a type that answers measures of that kind."""
    return isinstance(value, _TYPES[measure.kind])


def doubt(value: Value, measure: Measure) -> str | None:
    """Why *value*, though of the right type, cannot be true of *measure*; None where it can: a
    share lies between 0 and 1, a state is one of those named, an event has its day or has not come.
    """
    if measure.unit == "share" and not _is_share(value):
        return f"{value} is no share: expected 0 to 1"
    if measure.kind == "state":
        names = [state.name for state in measure.states]
        if value not in names:
            return f"{value!r} is none of the states {', '.join(names)}"
    if measure.kind == "event" and isinstance(value, str) and value != NOT_YET:
        return f"{value!r} is neither the day it happened nor {NOT_YET!r}"
    return None


def _is_share(value: Value) -> bool:
    if isinstance(value, Decimal):
        return value in _WHOLE
    return isinstance(value, Interval) and _WHOLE.covers(value)
