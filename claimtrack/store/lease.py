"""The lease: that one process at a time asks the sources for one database.

It is a lock that the system holds for the process, a file's or a PostgreSQL session's, and no row
with a date on it: a process that is killed lets go at that moment, and one that is slow keeps it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from claimtrack.errors import StoreError

#: The second of PostgreSQL's two keys is the schema's, as for the lock that writers take.
_KEY = 1_129_071_957
_try = text("SELECT pg_try_advisory_lock(:key, hashtext(current_schema()))").bindparams(key=_KEY)
_let_go = text("SELECT pg_advisory_unlock(:key, hashtext(current_schema()))").bindparams(key=_KEY)
#: A machine that has lost its network says no goodbye: its session ends after about a minute.
_keep_alive = (
    "SET tcp_keepalives_idle = 30",
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 3",
)

Release = Callable[[], None]


def take_file(database: Path) -> Release | None:
    """What lets go of the lease on the SQLite file *database*; None where another has it.

    The lock is on a file of its own beside it, ``NAME-update``, which is there as long as somebody
    updates: on the database itself it would be in the way of SQLite's own locks.
    """
    path = database.with_name(f"{database.name}-update")
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}: an update makes this file") from error
    try:
        _lock(file)
        # Whoever had it before has taken the file away, and a third may have made a new one.
        if os.path.samestat(os.fstat(file), os.stat(path)):  # noqa: PTH116
            return lambda: _leave(path, file)
    except OSError:  # somebody else's, or gone: whoever made the next one is updating
        pass
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


def take_session(engine: Engine) -> Release | None:
    """What lets go of the lease on a PostgreSQL database; None where another has it."""
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        for setting in _keep_alive:
            connection.exec_driver_sql(setting)
        if connection.scalar(_try):
            connection.detach()  # closed it ends its session, and goes back to no pool
            return lambda: _leave_session(connection)
    except BaseException:
        connection.invalidate()
        connection.close()
        raise
    connection.invalidate()
    connection.close()
    return None


def _leave_session(connection: Connection) -> None:
    """Let go of the lock before the session ends: the server may take a moment to notice that, in
    which the next update would be refused.
    """
    try:
        with contextlib.suppress(SQLAlchemyError):  # the session is gone, and the lock with it
            connection.execute(_let_go)
    finally:
        connection.close()


def _leave(path: Path, file: int) -> None:
    with contextlib.suppress(OSError):  # Windows keeps a file that is open
        path.unlink()
    os.close(file)


def _lock(file: int) -> None:
    """Lock an open file, or raise `OSError` where another has locked it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
