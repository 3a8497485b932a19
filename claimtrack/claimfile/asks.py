"""Asks: the sources that a measure is asked of, checked against each source's own options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from math import isfinite

import msgspec

from claimtrack.claimfile.lines import Path
from claimtrack.claimfile.phrases import choice, misfit, shown, unknown, words
from claimtrack.claimfile.shape import AskTable, MeasureTable
from claimtrack.claimfile.tables import Problem, Table, fits
from claimtrack.measures import frozen, thawed

#: The options' Struct of each source by its name (None: it takes none). None instead of the
#: mapping means that nobody knows the sources.
Schemas = Mapping[str, type[msgspec.Struct] | None] | None

#: Whom a name on record stands for.
_IDENTITY = ("source", "publisher", "kind", "party")

_COMMON = tuple(one.name for one in msgspec.structs.fields(AskTable))


def ask_problems(measure: Table[MeasureTable], schemas: Schemas) -> Iterator[Problem]:
    """What is wrong with the sources that a measure is asked of."""
    asks: tuple[Table[AskTable], ...] = measure.tables("ask")
    taken: dict[str, int] = {}
    for number, ask in enumerate(asks, 1):
        yield from _option_values(ask)
        if schemas is not None:
            yield from _against_schema(ask, schemas)
        name = ask.text("name") or ask.text("source")
        if name is not None and name in taken:
            yield Problem(
                (*ask.path, "name" if "name" in ask else "source"),
                f'name "{name}" is taken by ask {taken[name]}; give each its own: name = "..."',
            )
        elif name is not None:
            taken[name] = number


def name_problems(measures: Iterable[Table[MeasureTable]]) -> Iterator[Problem]:
    """Where one name on record stands, in two measures, for two sources or for two publishers: the
    record would take them for one.
    """
    first: dict[str, tuple[Path, tuple[str | None, ...]]] = {}
    for measure in measures:
        for ask in measure.tables("ask"):
            name = ask.text("name") or ask.text("source")
            if name is None:
                continue
            here = tuple(ask.text(key) for key in _IDENTITY)
            place, there = first.setdefault(name, (measure.path, here))
            if here != there and place != measure.path:
                key = next(key for key, a, b in zip(_IDENTITY, here, there, strict=True) if a != b)
                yield Problem(
                    (*ask.path, "name" if "name" in ask else "source"),
                    f'the name "{name}" stands for {key} {_or_none(there, key)} elsewhere and'
                    f' {_or_none(here, key)} here; give each its own: name = "..."',
                )


def _or_none(identity: tuple[str | None, ...], key: str) -> str:
    given = identity[_IDENTITY.index(key)]
    return "of its own" if given is None else f'"{given}"'


def _option_values(ask: Table[AskTable]) -> Iterator[Problem]:
    for name, value in ask.extras.items():
        if not _is_plain(value):
            yield Problem(
                (*ask.path, name),
                f"{name} must be text, a finite number, true or false, a day, "
                f"a list or a table of these, not {shown(value)}",
            )


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_plain(one) for one in value)
    if isinstance(value, dict):
        return all(_is_plain(one) for one in value.values())
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, (str, bool, int, date, datetime, time))


def _against_schema(
    ask: Table[AskTable], schemas: Mapping[str, type[msgspec.Struct] | None]
) -> Iterator[Problem]:
    source = ask.text("source")
    if source is None:
        return
    if source not in schemas:
        known = choice(source, sorted(schemas))
        missing = "" if "did you mean" in known else ", or its plugin is not installed"
        yield Problem((*ask.path, "source"), f'there is no source "{source}"{missing}{known}')
        return
    struct = schemas[source]
    fields = {} if struct is None else {o.encode_name: o for o in msgspec.structs.fields(struct)}
    wrong = False
    for name, value in ask.extras.items():
        if name not in fields:
            yield Problem((*ask.path, name), unknown(name, (*fields, *_COMMON)))
        elif not fits(fields[name].type, thawed(frozen(value))):
            yield Problem((*ask.path, name), misfit(name, fields[name].type, value))
        else:
            continue
        wrong = True
    for name, one in fields.items():
        if one.required and name not in ask.extras:
            wrong = True
            yield Problem(
                (*ask.path, name),
                f'{name} is missing; source "{source}" needs it: {words(one.type)}',
                absent=True,
            )
    if struct is not None and not wrong:
        yield from _as_a_whole(ask, struct)


def _as_a_whole(ask: Table[AskTable], struct: type[msgspec.Struct]) -> Iterator[Problem]:
    """What the Struct itself finds wrong with its fields together."""
    try:
        msgspec.convert({name: thawed(frozen(value)) for name, value in ask.extras.items()}, struct)
    except msgspec.ValidationError as error:
        yield Problem(ask.path, f'source "{ask.text("source")}": {error}')
