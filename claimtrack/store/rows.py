"""Rows: many of one table, handed to the driver in one statement.

SQLAlchemy works out the parameters of an insert anew for each row, which costs more than SQLite's
own work. Here a table's columns are worked out once, and a row is a tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

_Conversion = Callable[[Any], Any]


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert *rows* into *table*; all of them name the columns that the first one names."""
    if not rows:
        return
    names = tuple(rows[0])
    conversions = _conversions(table, names, connection.dialect)
    statement = inserting(table, names, connection.dialect)
    columns = [_converted([row[name] for row in rows], to) for name, to in conversions]
    driven_for_each(connection, statement, list(zip(*columns, strict=True)))


def driven_for_each(connection: Connection, text: str, rows: Sequence[Sequence[Any]]) -> None:
    """Have the driver do *text* for each of *rows*, straight."""
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(text, rows)
    finally:
        cursor.close()


def _converted(column: list[Any], to: _Conversion | None) -> list[Any]:
    """The values of a column as they are handed over; one that all rows share, as the moment of
    recording, is converted once.
    """
    if to is None:
        return column
    first = column[0]
    if all(value is first for value in column):
        return [to(first)] * len(column)
    return [to(value) for value in column]


@lru_cache(maxsize=256)
def inserting(table: Table, names: tuple[str, ...], dialect: Dialect) -> str:
    """The statement that inserts a row, its values for the columns *names* in their order."""
    quote = dialect.identifier_preparer.quote
    columns = ", ".join(map(quote, names))
    places = ", ".join("?" if dialect.paramstyle == "qmark" else "%s" for _ in names)
    return f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({places})"


@lru_cache(maxsize=256)
def _conversions(
    table: Table, names: tuple[str, ...], dialect: Dialect
) -> tuple[tuple[str, _Conversion | None], ...]:
    """How the value of each of those columns is handed over; None where as it is."""
    kinds = ((name, table.c[name].type.dialect_impl(dialect)) for name in names)
    return tuple((name, kind.bind_processor(dialect)) for name, kind in kinds)
