"""Tables: what a claim file holds, read field by field so that one mistake hides no other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, cast, get_args, get_origin

import msgspec

from claimtrack.claimfile.lines import Path
from claimtrack.claimfile.phrases import cut, misfit, shown, unknown, words
from claimtrack.claimfile.shape import DAYS, FileTable

T = TypeVar("T", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a path of the file; ``absent`` when it is that nothing is there."""

    path: Path
    message: str
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """One table of the file as far as it could be read.

    ``values`` holds the fields that are what they should be (tables within it as `Table`, or a list
    or dict of these), ``broken`` the names of those that are not, or are needed and absent,
    ``extras`` what a table that is open to other keys holds besides. ``made`` is the whole as its
    Struct; None where anything in it is broken.
    """

    path: Path
    values: Mapping[str, Any]
    broken: frozenset[str] = frozenset()
    extras: Mapping[str, Any] = field(default_factory=dict)
    made: T | None = None

    def __contains__(self, name: str) -> bool:
        """Whether that field is there, right or wrong."""
        return name in self.values or name in self.broken

    def text(self, name: str) -> str | None:
        """The text in that field; None where it is absent or broken."""
        return cast("str | None", self.values.get(name))

    def tables(self, name: str) -> tuple[Table[Any], ...]:
        """The table or tables in that field, in order."""
        given = self.values.get(name, ())
        if isinstance(given, Table):
            return (given,)
        return tuple(given.values() if isinstance(given, Mapping) else given)

    def named(self, name: str) -> Mapping[str, Table[Any]]:
        """The tables in that field by their names."""
        return cast("Mapping[str, Table[Any]]", self.values.get(name, {}))


def read_file(given: Mapping[str, Any]) -> tuple[Table[FileTable], tuple[Problem, ...]]:
    """The tables of a parsed claim file, and every problem of their shape."""
    reader = _Reader()
    return reader.table(FileTable, given, ()), tuple(reader.problems)


def fits(hint: Any, value: object) -> bool:
    """Whether *value* is of the type *hint*, its limits and patterns included."""
    try:
        holder = _holder(hint)
    except TypeError:  # a limit of a source's option that cannot be hashed
        holder = _holder.__wrapped__(hint)
    try:
        msgspec.convert({"value": value}, holder)
    except msgspec.ValidationError:
        return False
    return _matches(hint, value)


@cache
def _holder(hint: Any) -> type[msgspec.Struct]:
    """A Struct with one field of the type *hint*: the types of a Struct are set up once, those of a
    bare ``Annotated`` anew each time.
    """
    return msgspec.defstruct("Holder", [("value", hint)])


def _matches(hint: Any, value: object) -> bool:
    """Whether the texts in *value*, which is of the type *hint*, match its patterns."""
    if get_origin(hint) is Annotated:
        inner, *limits = get_args(hint)
        patterns = [
            (one.extra or {}).get("pattern") for one in limits if isinstance(one, msgspec.Meta)
        ]
        return all(re.search(one, str(value)) for one in patterns if one) and _matches(inner, value)
    if isinstance(value, list):
        return all(_matches(one, element) for element in value for one in get_args(hint)[:1])
    if isinstance(value, dict) and get_origin(hint) is dict:
        key, element = get_args(hint)
        return all(_matches(key, name) and _matches(element, one) for name, one in value.items())
    members = get_args(hint) if get_origin(hint) in {Union, UnionType} else ()
    of_type = [one for one in members if isinstance(value, str) == _is_text(one)]
    return not of_type or any(_matches(one, value) for one in of_type)


def _is_text(hint: Any) -> bool:
    return hint is str or (get_origin(hint) is Annotated and _is_text(get_args(hint)[0]))


class _Misfit(Exception):
    """A value that is not what it should be; noted already."""


def _out_of_place(name: str, path: Path) -> str | None:
    """What a message says of a key in a named table that is a table of the file, by the same names:
    ``reads`` in that of a measure.
    """
    whole = _fields(FileTable).get(name)
    if len(path) != 2 or path[0] == name or whole is None or get_origin(whole.type) is not dict:
        return None
    return f'unknown key "{name}"; it is a table of its own: write [{name}."{cut(str(path[1]))}"]'


class _Reader:
    """Reads values against types and notes what does not fit."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def note(self, path: Path, message: str) -> None:
        self.problems.append(Problem(path, message))

    def table(self, struct: type[T], given: Mapping[str, Any], path: Path) -> Table[T]:
        fields = _fields(struct)
        values, broken = {}, set()
        for name, one in fields.items():
            if name in given:
                try:
                    values[name] = self.value(one.type, given[name], (*path, name))
                except _Misfit:
                    broken.add(name)
            elif one.required:
                broken.add(name)
                message = f"{name} is missing; it is {words(one.type)}"
                self.problems.append(Problem((*path, name), message, absent=True))
        extras = {name: value for name, value in given.items() if name not in fields}
        closed = struct.__struct_config__.forbid_unknown_fields
        for name in extras if closed else ():
            self.note((*path, name), _out_of_place(name, path) or unknown(name, fields))
        whole = not broken and not (closed and extras)
        return Table(
            path, values, frozenset(broken), extras, _made(struct, values) if whole else None
        )

    def value(self, hint: Any, given: object, path: Path) -> Any:
        """*given* as a *hint*, with the tables inside it as `Table`. Raises `_Misfit`."""
        hint = _present(hint)
        if _is_struct(hint):
            return self.table(hint, self.mapping(given, path), path)
        if get_origin(hint) is dict:
            return self.named(hint, self.mapping(given, path), path)
        if get_origin(hint) is list and _is_struct(get_args(hint)[0]):
            (struct,) = get_args(hint)
            listed = enumerate(self.tables(given, path))
            return [self.table(struct, one, (*path, index)) for index, one in listed]
        return self.plain(hint, given, path)

    def mapping(self, given: object, path: Path) -> Mapping[str, Any]:
        if isinstance(given, dict):
            return given
        name = path[-1]
        if isinstance(given, list) and len(path) == 1:
            header = "document" if name == "document" else f'{name}."..."'
            self.note(path, f"{name} is a table, not a list: write [{header}], one bracket")
        else:
            self.note(path, f"{name} must be a table, not {shown(given)}")
        raise _Misfit

    def tables(self, given: object, path: Path) -> list[Mapping[str, Any]]:
        name = path[-1]
        if isinstance(given, list) and all(isinstance(one, dict) for one in given):
            return given
        if isinstance(given, dict) and len(path) == 1:
            self.note(path, f"{name} is a list of tables: write [[{name}]], two brackets")
        else:
            self.note(path, f"{name} must be a list of tables, not {shown(given)}")
        raise _Misfit

    def named(self, hint: Any, given: Mapping[str, Any], path: Path) -> dict[str, Any]:
        key, element = get_args(hint)
        read = {}
        for name, value in given.items():
            if not fits(key, name):
                self.note((*path, name), f"a name here must be {words(key)}, not {shown(name)}")
            try:
                read[name] = self.value(element, value, (*path, name))
            except _Misfit:
                continue
        if len(read) < len(given) and not _is_struct(element):
            raise _Misfit
        return read

    def plain(self, hint: Any, given: object, path: Path) -> Any:
        ready = _day_as_text(given) if hint in DAYS else given
        if fits(hint, ready):
            return ready
        self.note(path, misfit(str(path[-1]), hint, given))
        raise _Misfit


@cache
def _fields(struct: type[msgspec.Struct]) -> Mapping[str, msgspec.structs.FieldInfo]:
    """The fields of *struct* by name. Kept, for msgspec evaluates the annotations every time."""
    return {one.name: one for one in msgspec.structs.fields(struct)}


def _present(hint: Any) -> Any:
    """*hint* without the None that stands for "not given"; TOML has no None."""
    others = [one for one in get_args(hint) if one is not NoneType]
    if NoneType in get_args(hint) and len(others) == 1:
        return others[0]
    return hint


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def _day_as_text(given: object) -> object:
    if isinstance(given, date) and not isinstance(given, datetime):
        return given.isoformat()
    return given


def _made(struct: type[T], values: Mapping[str, Any]) -> T | None:
    """The Struct of *values*; None where a table among them is broken."""
    made = {name: _whole(value) for name, value in values.items()}
    return None if None in made.values() else struct(**made)


def _whole(value: Any) -> Any:
    """*value* with its tables as Structs; None where one of these is broken."""
    if isinstance(value, Table):
        return value.made
    if isinstance(value, dict):
        parts = {name: _whole(one) for name, one in value.items()}
        return None if None in parts.values() else parts
    if isinstance(value, list):
        elements = [_whole(one) for one in value]
        return None if None in elements else elements
    return value
