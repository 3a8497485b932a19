"""The rules of measures: which fields each kind needs, and what they may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimtrack.claimfile.asks import Schemas, ask_problems
from claimtrack.claimfile.phrases import choice, shown
from claimtrack.claimfile.said import speaker_problem
from claimtrack.claimfile.shape import MeasureTable
from claimtrack.claimfile.tables import Problem, Table
from claimtrack.claimfile.values import day_problems, duration_problems
from claimtrack.errors import NotAQuantity
from claimtrack.names import listed
from claimtrack.values import BASE_UNITS, is_unit

#: The fields that belong to one kind of measure only.
_OWN = {
    "quantity": ("unit", "also"),
    "date": (),
    "state": ("states", "called"),
    "event": ("what", "where"),
    "quotation": ("speaker", "occasion"),
}
#: What is so for a time, and may be over.
_LASTING = ("quantity", "state")
_NEEDED = {
    "quantity": ("unit",),
    "date": (),
    "state": ("states",),
    "event": ("what",),
    "quotation": ("speaker",),
}


def measure_problems(
    measures: Mapping[str, Table[MeasureTable]], schemas: Schemas
) -> Iterator[Problem]:
    """What is wrong with the measures, beyond their shape."""
    for measure in measures.values():
        yield from _fields_of_kind(measure)
        yield from _unit(measure)
        yield from _states(measure)
        yield from _also(measure, measures)
        yield from _speaker(measure)
        yield from duration_problems(measure, "stale_after")
        yield from _settled(measure)
        for ask in measure.tables("ask"):
            yield from duration_problems(ask, "every")
        yield from ask_problems(measure, schemas)


def _fields_of_kind(measure: Table[MeasureTable]) -> Iterator[Problem]:
    kind = measure.text("kind")
    if kind is None:
        return
    for owner, names in _OWN.items():
        for name in names:
            if owner != kind and name in measure:
                yield Problem(
                    (*measure.path, name),
                    f"{name} belongs to measures of kind {owner}; this one is of kind {kind}",
                )
    for name in _NEEDED[kind]:
        if name not in measure:
            yield Problem(
                (*measure.path, name),
                f"{name} is missing; a measure of kind {kind} needs it",
                absent=True,
            )


def _settled(measure: Table[MeasureTable]) -> Iterator[Problem]:
    if "settled" not in measure:
        return
    path, kind = (*measure.path, "settled"), measure.text("kind")
    if kind not in _LASTING:
        told = f"settled belongs to measures of kind {listed(_LASTING, 'or')}, not {kind}"
        yield Problem(path, f"{told}, whose answers are of no day but their own")
    yield from day_problems(measure, "settled")
    if "stale_after" in measure:
        yield Problem(
            path, "what is settled does not grow stale: leave out stale_after, or settled"
        )


def _unit(measure: Table[MeasureTable]) -> Iterator[Problem]:
    unit = measure.text("unit")
    if unit is not None and not is_unit(unit):
        right = f"{', '.join(BASE_UNITS)}, an ISO 4217 code such as USD, or a rate such as km2/d"
        told = f"unit must be one of {right}, not {shown(unit)}{_counted_in(unit)}"
        yield Problem((*measure.path, "unit"), told)


def _counted_in(unit: str) -> str:
    """The unit in which a measure has what a text gives in *unit*, where that is known."""
    from claimtrack.words import parse_quantity

    try:
        base = parse_quantity(f"2 {unit}").unit
    except NotAQuantity:
        return ""
    return f", which is given in {base}" if base is not None and base != "count" else ""


def _states(measure: Table[MeasureTable]) -> Iterator[Problem]:
    states: Mapping[str, list[str]] = measure.values.get("states") or {}
    if "states" in measure and not states:
        yield Problem(
            (*measure.path, "states"),
            'states is empty; name each with its words: { open = ["may join"] }',
        )
    tellers: dict[str, str] = {}
    for state, told in states.items():
        for word in told:
            other = tellers.setdefault(word.casefold(), state)
            if other != state:
                yield Problem(
                    (*measure.path, "states", state),
                    f"{shown(word)} tells {state} and {other} alike; words tell one state",
                )
    for state in measure.values.get("called") or ():
        if state not in states:
            yield Problem(
                (*measure.path, "called", state),
                f"{shown(state)} is none of the states{choice(state, [*states])}",
            )


def _speaker(measure: Table[MeasureTable]) -> Iterator[Problem]:
    speaker = measure.text("speaker")
    message = None if speaker is None else speaker_problem(speaker)
    if message is not None:
        yield Problem((*measure.path, "speaker"), message)


def _also(
    measure: Table[MeasureTable], measures: Mapping[str, Table[MeasureTable]]
) -> Iterator[Problem]:
    for index, other in enumerate(measure.values.get("also", ())):
        problem = _no_variant(measure, other, measures)
        if problem is not None:
            yield Problem((*measure.path, "also", index), problem)


def _no_variant(
    measure: Table[MeasureTable], other: str, measures: Mapping[str, Table[MeasureTable]]
) -> str | None:
    """Why *other* cannot be the same question with another denominator; None where it can."""
    if other not in measures:
        return no_measure(other, measures)
    if measures[other] is measure:
        return f"also names {shown(other)}, which is this measure; name those that differ from it"
    kind, unit = measures[other].text("kind"), measures[other].text("unit")
    if kind == "quantity" and unit != measure.text("unit"):
        return f"also names {shown(other)}, which is in {unit}; only the same unit can be compared"
    if kind != "quantity":
        return f"also names {shown(other)}, which is of kind {kind} and no quantity"
    return None


def no_measure(name: str, measures: Mapping[str, Table[MeasureTable]]) -> str:
    """What a message says of a measure that the file does not have."""
    return f"there is no measure {shown(name)}{choice(name, sorted(measures))}"
