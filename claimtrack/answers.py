"""Answers: which values may answer a measure, and what a person's words come to as one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from claimtrack.errors import BadDay, BadValue, NotAQuantity
from claimtrack.measures import Measure, State
from claimtrack.observations import Value
from claimtrack.values import CalendarDate, Interval, calendar_date, decimal
from claimtrack.words import parse_quantity
from claimtrack.words.statewords import bared

#: What an event that has not happened is answered by; a person may write it "not yet".
NOT_YET = "not_yet"

_TYPES: Mapping[str, tuple[type, ...]] = {
    "quantity": (Decimal, Interval),
    "date": (CalendarDate,),
    "event": (CalendarDate, str),
    "state": (str,),
    "quotation": (str,),
}
#: What a person may give: a number, words, or a day.
Given = Decimal | int | float | str | CalendarDate

_WHOLE = Interval(Decimal(0), Decimal(1))


def is_of_kind(value: object, measure: Measure) -> bool:
    """Whether *value* is of a type that answers measures of that kind."""
    return isinstance(value, _TYPES[measure.kind])


def doubt(value: Value, measure: Measure) -> str | None:
    """Why *value*, though of the right type, cannot be true of *measure*; None where it can: a
    share lies between 0 and 1, there are no fewer people than none, a state is one of those named,
    an event has its day or has not come.
    """
    if measure.unit == "share" and not _is_share(value):
        return f"{value} is no share: expected 0 to 1"
    if measure.unit == "persons" and _is_below_nought(value):
        return f"{value} is no number of people: expected 0 or more"
    if measure.kind == "state":
        names = [state.name for state in measure.states]
        if value not in names:
            return f"{value!r} is none of the states {', '.join(names)}"
    if measure.kind == "event" and isinstance(value, str) and value != NOT_YET:
        return f"{value!r} is neither the day it happened nor {NOT_YET!r}"
    return None


def foretold(as_of: CalendarDate | None, page_at: datetime) -> str | None:
    """Why what a page of the moment *page_at* dates to *as_of* is a forecast or a mistake: that day
    had not come, in any time zone. None where it had, or nothing is dated. A month or a year that
    had begun is no forecast: it is used from its end on.
    """
    if as_of is None or not as_of.is_to_come(page_at):
        return None
    return (
        f"{as_of} had not come on {page_at.date()}, when the page came: a forecast or a mistake,"
        " no observation"
    )


def _is_share(value: Value) -> bool:
    if isinstance(value, Decimal):
        return value in _WHOLE
    return isinstance(value, Interval) and _WHOLE.covers(value)


def _is_below_nought(value: Value) -> bool:
    ends = (value.lower, value.upper) if isinstance(value, Interval) else (value,)
    return any(isinstance(end, Decimal) and end < 0 for end in ends)


def answer(measure: Measure, given: Given) -> Value:
    """What a person gave, as a value of *measure*: an amount in its unit, or words: a phrase of
    quantity (the interval it admits), a day, "not yet" of an event, a state by its name, its words
    or as it is called, what was said. Raises `BadValue`.
    """
    if measure.kind == "quantity":
        value: Value = _amount(measure, given)
    elif measure.kind == "event" and _spaced(str(given)) == _spaced(NOT_YET):
        value = NOT_YET
    elif measure.kind in {"date", "event"}:
        value = _day(measure, given)
    elif measure.kind == "state":
        value = _state(measure, str(given))
    else:
        value = str(given)
    objection = doubt(value, measure)
    if objection is not None:
        raise BadValue(f"{measure.id}: {objection}")
    return value


def _day(measure: Measure, given: Given) -> CalendarDate:
    try:
        return calendar_date(given if isinstance(given, CalendarDate) else str(given))
    except BadDay as error:
        or_not = f", or {NOT_YET!r} where it has not happened" if measure.kind == "event" else ""
        raise BadValue(f"{measure.id}: {error}{or_not}") from error


def _state(measure: Measure, given: str) -> str:
    """The one state that *given* names, tells in its words, or calls as people do."""
    if any(state.name == given for state in measure.states):
        return given
    said = _spaced(given)
    told = [state.name for state in measure.states if said in set(map(_spaced, _forms(state)))]
    if len(told) > 1:
        raise BadValue(f"{measure.id}: {given!r} tells several states: {', '.join(told)}")
    if not told:
        names = ", ".join(state.name for state in measure.states)
        raise BadValue(
            f"{measure.id}: {given!r} is none of the states {names}, nor words of one of them"
        )
    return told[0]


def _forms(state: State) -> tuple[str, ...]:
    called = () if state.called is None else (state.called,)
    return (state.name, *state.words, *called)


def _spaced(words: str) -> str:
    return bared(words.replace("_", " "))


def _amount(measure: Measure, given: Given) -> Value:
    if isinstance(given, CalendarDate):
        raise BadValue(f"{measure.id} is a quantity in {measure.unit}, not the day {given}")
    try:
        return decimal(given)
    except BadValue:
        if not isinstance(given, str):
            raise
    try:
        quantity = parse_quantity(given, unit=measure.unit)
    except NotAQuantity as error:
        raise BadValue(f"{measure.id}: {error}") from error
    is_change = quantity.kind == "change" and measure.unit == "ratio"
    if quantity.kind == "vague" or quantity.unit != measure.unit or is_change:
        raise BadValue(f"{measure.id} is counted in {measure.unit}, not as in {given!r}")
    return quantity.interval
