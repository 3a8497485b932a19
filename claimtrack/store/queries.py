"""Queries: selects as the driver takes them, compiled once for each number of keys.

SQLAlchemy writes a list of keys into its statement anew each time, and wraps each row that comes
back: of a batch of pages, that was most of what asking SQLite cost. Here the statement and its
types are SQLAlchemy's; the text and the order of its parameters are worked out once.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Select

#: SQLite takes at most 999 parameters where it is old; PostgreSQL plans short lists well.
CHUNK = 500
#: How many keys a statement is written for; a shorter list is filled up with its last key.
_LENGTHS = (1, 5, 25, 50, 100, 250, CHUNK)

_Conversion = Callable[[Any], Any]


def chunks(keys: Iterable[Any], most: int = CHUNK) -> Iterator[list[Any]]:
    """*keys* without repetition, in lists of *most* of them, short enough for one statement."""
    unique = list(dict.fromkeys(keys))
    for start in range(0, len(unique), most):
        yield unique[start : start + most]


def driven(connection: Connection, text: str, parameters: Any) -> list[Any]:
    """The rows that the driver gives for *text*, straight."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(text, parameters)
        return list(cursor.fetchall())
    finally:
        cursor.close()


class Query:
    """What *statement* selects. ``keys`` names its one expanding parameter, None where it has none:
    such keys are texts, whole numbers, bytes, or pairs of them, as every driver takes them.
    """

    def __init__(self, statement: Select[Any], keys: str | None = None) -> None:
        self._statement = statement
        self._keys = keys
        names: Any = [str(column.key) for column in statement.selected_columns]
        self._row: Any = namedtuple("Row", names)  # type: ignore[misc]
        self._written: dict[tuple[str, str, int], _Written] = {}

    def rows(
        self, connection: Connection, keys: Iterable[Any] | None = None, **others: Any
    ) -> list[Any]:
        """The rows, each with its columns by name. For more keys than fit one statement they come
        in chunks, and only within each of them in the statement's order.
        """
        return [self._row(*row) for row in self._asked(connection, keys, others)]

    def column(
        self, connection: Connection, keys: Iterable[Any] | None = None, **others: Any
    ) -> list[Any]:
        """The first value of each row; see `rows`."""
        return [row[0] for row in self._asked(connection, keys, others)]

    def _asked(
        self, connection: Connection, keys: Iterable[Any] | None, others: dict[str, Any]
    ) -> list[Sequence[Any]]:
        if keys is None:
            return self._for(connection.dialect, 0).asked(connection, [], others)
        found: list[Sequence[Any]] = []
        for chunk in chunks(keys):
            length = next(length for length in _LENGTHS if length >= len(chunk))
            filled = chunk + chunk[-1:] * (length - len(chunk))
            found += self._for(connection.dialect, length).asked(connection, filled, others)
        return found

    def _for(self, dialect: Dialect, length: int) -> _Written:
        named = (dialect.name, dialect.driver, length)
        if named not in self._written:
            self._written[named] = _Written(self._statement, self._keys, dialect, length)
        return self._written[named]


class _Written:
    """A statement as *dialect* writes it for *length* keys."""

    def __init__(
        self, statement: Select[Any], keys: str | None, dialect: Dialect, length: int
    ) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        given = {name: one.value for name, one in compiled.binds.items()}
        if keys is not None:
            given[keys] = _numbered(compiled.binds[keys], length)
        state = compiled.construct_expanded_state(given)
        self._text = state.statement
        #: Each parameter in its place; a key by its number.
        numbers = {name: state.parameters[name] for name in state.parameter_expansion.get(keys, ())}
        self._is_positional = state.positiontup is not None
        names = state.positiontup if self._is_positional else list(state.parameters)
        self._places = [(name, numbers.get(name)) for name in names]
        self._fixed = {name: one for name, one in state.parameters.items() if name not in numbers}
        self._into = {
            name: to
            for name in self._fixed
            if name in compiled.binds
            and (to := _into(compiled.binds[name].type, dialect)) is not None
        }
        self._back = [
            (at, to)
            for at, column in enumerate(statement.selected_columns)
            if (to := _back(column.type, dialect)) is not None
        ]

    def asked(
        self, connection: Connection, keys: list[Any], others: dict[str, Any]
    ) -> list[Sequence[Any]]:
        """The rows as the driver gives them, their values as the statement's types have them."""
        named = {**self._fixed, **others}
        for name, to in self._into.items():
            named[name] = to(named[name])
        parts = [part for key in keys for part in key] if _are_pairs(keys) else keys
        given: Any = [named[name] if at is None else parts[at] for name, at in self._places]
        if not self._is_positional:
            given = {name: one for (name, _), one in zip(self._places, given, strict=True)}
        found = driven(connection, self._text, given)
        if not self._back:
            return found
        return [self._converted(row) for row in found]

    def _converted(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for at, to in self._back:
            values[at] = to(values[at])
        return values


def _numbered(parameter: Any, length: int) -> list[Any]:
    """*length* keys, each its own number, or each a pair of them, as the *parameter* wants."""
    if len(getattr(parameter.type, "types", ())) > 1:
        return [(2 * at, 2 * at + 1) for at in range(length)]
    return list(range(length))


def _are_pairs(keys: list[Any]) -> bool:
    return bool(keys) and isinstance(keys[0], tuple)


def _into(kind: Any, dialect: Dialect) -> _Conversion | None:
    to: _Conversion | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return to


def _back(kind: Any, dialect: Dialect) -> _Conversion | None:
    back: _Conversion | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return back
