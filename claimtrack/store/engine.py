"""The database: connections for reading and for writing, on SQLite or PostgreSQL."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    bindparam,
    create_engine,
    event,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, StatementError
from sqlalchemy.pool import QueuePool, StaticPool

from claimtrack.errors import (
    BadDay,
    ClaimtrackError,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseOutdated,
    ReadOnly,
    StoreError,
)
from claimtrack.store.beginning import begin_sqlite
from claimtrack.store.lease import Release, take_file, take_session
from claimtrack.store.queries import Query
from claimtrack.store.rows import driven_for_each, inserting, put
from claimtrack.store.schema import BASE, HEAD, VERSION_TABLE, transactions

#: How long one writer waits for another. A batch takes milliseconds, a migration seconds.
BUSY_SECONDS = 20.0
#: The first of the two keys of the PostgreSQL advisory lock that writers take in turn; the second
#: is the schema's, so that two records in one database do not wait for each other.
LOCK_KEY = 1_129_071_956

_lock = text("SELECT pg_advisory_xact_lock(:key, hashtext(current_schema()))").bindparams(
    bindparam("key", LOCK_KEY)
)
_last_transaction = Query(
    select(transactions.c.id, transactions.c.recorded_at)
    .order_by(transactions.c.id.desc())
    .limit(1)
)
_biggest_key = {
    table.name: Query(select(func.max(table.c.id).label("id"))) for table in BASE if "id" in table.c
}
#: A table that an extension brought along, as PostGIS does, makes no database a stranger's.
_of_extensions = text(
    "SELECT relname FROM pg_class JOIN pg_depend ON objid = pg_class.oid AND deptype = 'e' "
    "AND classid = CAST('pg_class' AS regclass)"
)


@dataclass(slots=True)
class Writing:
    """One writing transaction: its connection, and the moment at which all in it is recorded."""

    connection: Connection
    recorded_at: datetime
    number: int
    wrote: bool = False
    _last_keys: dict[str, int] = field(default_factory=dict)

    def keys(self, table: str, count: int) -> range:
        """The next *count* keys of *table*; the write lock makes them nobody else's."""
        if table not in self._last_keys:
            (biggest,) = _biggest_key[table].column(self.connection)
            self._last_keys[table] = biggest or 0
        first = self._last_keys[table] + 1
        self._last_keys[table] += count
        return range(first, first + count)

    def add(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Put *rows* of a base table on record, keyed and dated."""
        if not rows:
            return
        for row, key in zip(rows, self.keys(table.name, len(rows)), strict=True):
            row["id"] = key
            row["recorded_at"] = self.recorded_at
        self._begin()
        put(self.connection, table, rows)

    def put_numbers(self, table: Table, rows: list[tuple[int, ...]]) -> None:
        """Put *rows* on record, whole numbers in the order of the columns of *table*: straight by
        the driver, because they are many and there is nothing to convert.
        """
        if rows:
            self._begin()
            names = tuple(column.name for column in table.columns)
            statement = inserting(table, names, self.connection.dialect)
            driven_for_each(self.connection, statement, rows)

    def _begin(self) -> None:
        """Put the transaction itself on record, with the first that it records."""
        if not self.wrote:
            self.wrote = True
            row = {"id": self.number, "recorded_at": self.recorded_at}
            put(self.connection, transactions, [row])


class Database:
    """One database, opened for writing or for reading only. ``path`` is None off SQLite files."""

    def __init__(
        self,
        engine: Engine,
        name: str,
        *,
        path: Path | None = None,
        readonly: bool = False,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.name = name
        self.readonly = readonly
        self._path = path
        self._clock = clock or _utc_now
        self._engine = engine
        self._is_sqlite = engine.dialect.name == "sqlite"
        # On PostgreSQL, too, the statements of one answer see one state of the record.
        options = {} if self._is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reading = engine.execution_options(**options)
        self._writing = engine.execution_options(claimtrack_writes=True)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record; its transaction ends with the block, so
        that no reader stands in the way of a migration.
        """
        with self._translated(), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writing]:
        """A transaction for one batch: all of it is on record when the block ends, or nothing.
        Raises `ReadOnly`.
        """
        with self.locked() as connection:
            last = next(iter(_last_transaction.rows(connection)), None)
            now = self._now()
            yield Writing(
                connection,
                recorded_at=now if last is None else max(now, last.recorded_at),
                number=1 if last is None else last.id + 1,
            )

    @contextlib.contextmanager
    def locked(self) -> Iterator[Connection]:
        """A transaction that no other writer shares. Raises `ReadOnly`."""
        if self.readonly:
            raise ReadOnly(f"{self.name} was opened for reading only")
        with self._translated(), self._writing.connect() as connection, connection.begin():
            if not self._is_sqlite:
                connection.execute(_lock)
            yield connection

    @contextlib.contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction that changes rows which are no part of the record: on PostgreSQL it does
        not wait for those who record. Raises `ReadOnly`.
        """
        if self.readonly:
            raise ReadOnly(f"{self.name} was opened for reading only")
        with self._translated(), self._writing.connect() as connection, connection.begin():
            yield connection

    @property
    def is_in_memory(self) -> bool:
        """Whether it is in this process's memory, on one connection."""
        return self._is_sqlite and self._path is None

    def lease(self) -> Release | None:
        """What lets go of the lease on asking the sources for this database; None where another
        process has it. Raises `ReadOnly`.
        """
        if self.readonly:
            raise ReadOnly(f"{self.name} was opened for reading only")
        if self._path is not None:
            return take_file(self._path.resolve())
        if self.is_in_memory:  # there is nobody else
            return lambda: None
        with self._translated():
            return take_session(self._engine)

    def keep_a_log(self) -> None:
        """Have SQLite write ahead to a log, so that readers go on while one writes."""
        if self._path is not None:
            with self._translated():
                _use_write_ahead_log(self._engine)

    def erase_traces(self) -> None:
        """Overwrite SQLite's log, where bytes that were destroyed in the file would linger."""
        if self._is_sqlite:
            with self._translated(), self._engine.connect() as connection:
                _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of every connection; a SQLite file is left in one piece, without its log."""
        self._engine.dispose()
        if self._path is not None and not self.readonly:
            _leave_in_one_piece(self._path)

    def _translated(self) -> contextlib.AbstractContextManager[None]:
        return _translated(self.name, self._engine.dialect.loaded_dbapi.Error)

    def _now(self) -> datetime:
        now = self._clock()
        if now.tzinfo is None:
            raise BadDay(f"the clock gives {now.isoformat()}, which has no time zone")
        return now.astimezone(UTC)


def open_database(
    address: str | Path, *, readonly: bool = False, clock: Callable[[], datetime] | None = None
) -> Database:
    """The database at *address*: a path, or a SQLAlchemy URL (``sqlite:///``,
    ``postgresql+psycopg://``).

    For writing it is created where there is none and migrated where it is older; reading does
    neither. Raises `DatabaseMissing`, `DatabaseOutdated`, `DatabaseForeign`, or `StoreError`.
    """
    database = _connected(address, readonly=readonly, clock=clock)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _connected(
    address: str | Path, *, readonly: bool, clock: Callable[[], datetime] | None
) -> Database:
    url = _url(address)
    if url is not None and url.get_backend_name() != "sqlite":
        name = url.render_as_string(hide_password=True)
        return Database(_postgresql(url), name, readonly=readonly, clock=clock)
    file = str(address) if url is None else url.database
    if file in {None, "", ":memory:"}:
        if readonly:
            raise DatabaseMissing("a database in memory is empty: there is nothing to read")
        return Database(_sqlite_in_memory(), "the database in memory", clock=clock)
    path = Path(str(file))
    _demand_a_place(path, readonly=readonly)
    engine = _sqlite(path, readonly=readonly)
    return Database(engine, str(path), path=path, readonly=readonly, clock=clock)


def _demand_a_place(path: Path, *, readonly: bool) -> None:
    """Raise where no database can be at *path*, whatever is done; SQLite would not say why."""
    if path.is_dir():
        raise DatabaseForeign(f"{path} is a folder, not a database: name a file in it")
    if readonly and not path.exists():
        raise DatabaseMissing(
            f"there is no database at {path}: `claimtrack add` or `claimtrack update` creates one"
        )
    if not path.parent.is_dir():
        found = "is a file, not a folder" if path.parent.exists() else "does not exist"
        raise DatabaseMissing(
            f"the folder {path.parent} of the database {path} {found}: make it, or name another"
        )


def _url(address: str | Path) -> URL | None:
    """*address* as a URL; None where it is a path."""
    if isinstance(address, Path) or "://" not in address:
        return None
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise DatabaseMissing(f"{address!r} is no database address: {error}") from error
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"postgresql+psycopg", "sqlite", "sqlite+pysqlite"}:
        raise DatabaseForeign(
            f"claimtrack keeps its record in SQLite (sqlite:///...) or PostgreSQL "
            f"(postgresql+psycopg://...), not in {url.drivername}"
        )
    return url


# -- SQLite -------------------------------------------------------------------------------------


def _sqlite(path: Path, *, readonly: bool) -> Engine:
    # As a URI, because only a URI can ask for read-only; quoted, because a path may hold "?".
    uri = f"file:{quote(str(path.absolute()))}?mode={'ro' if readonly else 'rwc'}"
    engine = create_engine(
        "sqlite://", creator=lambda: _sqlite_connection(uri), poolclass=QueuePool
    )
    _begin_by_hand(engine)
    return engine


def _sqlite_in_memory() -> Engine:
    engine = create_engine(
        "sqlite://", creator=lambda: _sqlite_connection(":memory:"), poolclass=StaticPool
    )
    _begin_by_hand(engine)
    return engine


def _sqlite_connection(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=uri.startswith("file:"),
        timeout=BUSY_SECONDS,
        isolation_level=None,  # else the driver commits before DDL
        check_same_thread=False,
    )
    # Of a new file: most of what it holds are pages of the web, written in half as many pieces.
    connection.execute("PRAGMA page_size=8192")
    # A megabyte: what fills it are pages of the web on their way in, which nobody reads back soon.
    connection.execute("PRAGMA cache_size=-1000")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")
    # What is blanked is overwritten: a redaction destroys bytes, not only a row's hold on them.
    connection.execute("PRAGMA secure_delete=ON")
    return connection


def _begin_by_hand(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE: a transaction that starts as a reader cannot always become a writer.
        writes = connection.get_execution_options().get("claimtrack_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_write_ahead_log(engine: Engine) -> None:
    """Change over to the log. That wants the file to itself for a moment, and SQLite gives up at
    once where two processes try together: hence the patience here.
    """
    patience = time.monotonic() + BUSY_SECONDS
    with engine.connect() as connection:
        while True:
            try:
                _driver(connection).execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > patience:
                    raise
                time.sleep(0.02)
            else:
                return


def _leave_in_one_piece(path: Path) -> None:
    """Change a file at rest back from the log: so it can be copied, read from a disk that cannot be
    written to, and read without leaving a log behind. Whoever still has it open keeps it as it is.
    """
    with contextlib.suppress(sqlite3.Error):
        uri = f"file:{quote(str(path.absolute()))}?mode=rw"
        connection = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
        with contextlib.closing(connection):
            connection.execute("PRAGMA journal_mode=DELETE")


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


# -- PostgreSQL ---------------------------------------------------------------------------------


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"options": _options(url)})
    except ModuleNotFoundError as error:
        raise StoreError('PostgreSQL needs psycopg: pip install "claimtrack[postgres]"') from error


def _options(url: URL) -> str:
    # In UTC, moments near the ends of the calendar still fit a datetime.
    given = url.query.get("options", "")
    return f"{given if isinstance(given, str) else ' '.join(given)} -c timezone=UTC".strip()


# -- what is there ------------------------------------------------------------------------------


def _prepare(database: Database) -> None:
    with database.reading() as connection:
        found = _revision(connection, database.name)
    if database.readonly:
        refusal = not_to_be_read(database.name, found)
        if refusal is not None:
            raise refusal
        return
    database.keep_a_log()
    if found == HEAD:
        return
    with database.locked() as connection:
        found = _revision(connection, database.name)
        if found != HEAD:  # nobody was faster
            _bring_to_head(connection, found)


def _bring_to_head(connection: Connection, found: str | None) -> None:
    """Make the tables as they are now, or migrate those of the revision *found*."""
    if found is None and connection.dialect.name == "sqlite" and not _tables(connection):
        begin_sqlite(connection)
        return
    from claimtrack.store.migrations import upgrade

    upgrade(connection)


def not_to_be_read(name: str, found: str | None, head: str = HEAD) -> StoreError | None:
    """Why a database at the revision *found* (None: empty) cannot be read, and what to do; None
    where it can.
    """
    if found is None:
        return DatabaseMissing(f"{name} is empty: `claimtrack add` or `claimtrack update` fills it")
    if found != head:
        return DatabaseOutdated(
            f"{name} is at schema {found} and this version of claimtrack reads {head}: "
            "run `claimtrack db upgrade`"
        )
    return None


def _revision(connection: Connection, name: str) -> str | None:
    """The revision that the tables are at; None for an empty database."""
    tables = _tables(connection)
    if not tables:
        return None
    if VERSION_TABLE not in tables:
        raise DatabaseForeign(
            f"{name} holds {', '.join(sorted(tables)[:3])} and is not claimtrack's: "
            "name another database"
        )
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    if found != HEAD and not _is_known(found):
        raise DatabaseOutdated(
            f"{name} is at schema {found}, which this version of claimtrack does not know: "
            "use a newer claimtrack"
        )
    return None if found is None else str(found)


def _is_known(revision: str) -> bool:
    from claimtrack.store.migrations import revisions

    return revision in revisions()


def _tables(connection: Connection) -> set[str]:
    tables = set(inspect(connection).get_table_names())
    if tables and connection.dialect.name == "postgresql":
        tables -= set(connection.scalars(_of_extensions))
    return tables


@contextlib.contextmanager
def _translated(name: str, of_driver: type[Exception]) -> Iterator[None]:
    """The database's own errors, those that come straight from its driver among them, as ours."""
    try:
        yield
    except StatementError as error:
        if isinstance(error.orig, ClaimtrackError):
            raise error.orig from None
        said = str(error.orig or error).strip()
        if isinstance(error, DBAPIError) and "not a database" in said:
            raise DatabaseForeign(f"{name} is no SQLite database: name another file") from error
        if "FATAL" in said and "does not exist" in said:
            raise DatabaseMissing(f"{name}: {said}") from error
        raise StoreError(f"{name}: {said}") from error
    except of_driver as error:
        raise StoreError(f"{name}: {error}") from error


def _utc_now() -> datetime:
    return datetime.now(UTC)
