"""The beginning of a database in SQLite: its tables, views and triggers, made at once.

Alembic brings 129 modules, 12 MB and a tenth of a second, for what is the same on every new file.
So what its migrations make of an empty one is kept beside them as SQL; a test makes it anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

_NAME = "new_sqlite.sql"


def begin_sqlite(connection: Connection) -> None:
    """Make everything in an empty database, inside the caller's transaction."""
    for statement in statements((folder() / _NAME).read_text(encoding="utf-8")):
        connection.exec_driver_sql(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of *script*, one after the other; a trigger holds some of its own."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def folder() -> Path:
    """Where the migrations lie: in the package as it is installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside, beside = package / "migrations", package.parent / "migrations"
    return inside if (inside / "env.py").is_file() else beside
