"""Hosts: what each is owed, kept in the database, where every process that asks finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, update
from sqlalchemy.dialects import sqlite

from claimtrack.manners import UNKNOWN, HostState
from claimtrack.robots import NOTHING_KNOWN, RobotsCopy
from claimtrack.store.engine import Database
from claimtrack.store.intake import words
from claimtrack.store.schema import AnyRow, hosts, robots

_state = select(*(column for column in hosts.c if column.name != "host")).where(
    hosts.c.host == bindparam("key")
)
#: On PostgreSQL the row is held until the change is made; SQLite has one writer at a time anyway.
_held_state = _state.with_for_update()
_changed_state = update(hosts).where(hosts.c.host == bindparam("key"))
_copy = select(*(column for column in robots.c if column.name != "origin")).where(
    robots.c.origin == bindparam("key")
)
_changed_copy = update(robots).where(robots.c.origin == bindparam("key"))


class Hosts:
    """A `HostBook` in the database. A change is a transaction of its own, and a short one: it waits
    for no batch that is being recorded on PostgreSQL, and for its end on SQLite.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, host: str) -> HostState:
        """The state of *host*; `UNKNOWN` where it was never asked."""
        with self._database.reading() as connection:
            return _stored(connection.execute(_state, {"key": host}).one_or_none())

    def change(self, host: str, change: Callable[[HostState], HostState]) -> HostState:
        """The state of *host* after *change*, which nobody else's change comes between."""
        with self._database.changing() as connection:
            _demand_row(connection, hosts, {"host": host, **asdict(UNKNOWN)})
            before = _stored(connection.execute(_held_state, {"key": host}).one())
            after = change(before)
            if after != before:
                connection.execute(_changed_state, {"key": host, **_cleaned(after)})
            return after

    def robots(self, origin: str) -> RobotsCopy:
        """The copy of the robots.txt of *origin*; `NOTHING_KNOWN` where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(_copy, {"key": origin}).one_or_none()
            return NOTHING_KNOWN if row is None else RobotsCopy(**row._mapping)

    def keep_robots(self, origin: str, copy: RobotsCopy) -> None:
        """Keep *copy* in place of the one before."""
        with self._database.changing() as connection:
            _demand_row(connection, robots, {"origin": origin, **asdict(NOTHING_KNOWN)})
            connection.execute(_changed_copy, {"key": origin, **_cleaned(copy)})


def _stored(row: AnyRow | None) -> HostState:
    return UNKNOWN if row is None else HostState(**row._mapping)


def _demand_row(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Puts *row* where none of its key is: what is held for a change has to be there."""
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), row)
        return
    from sqlalchemy.dialects import postgresql

    connection.execute(postgresql.insert(table).on_conflict_do_nothing(), row)


def _cleaned(given: HostState | RobotsCopy) -> dict[str, Any]:
    """The fields of *given*, the words of strangers as both databases can hold them."""
    return {
        name: words(value) if isinstance(value, str) else value
        for name, value in asdict(given).items()
    }
