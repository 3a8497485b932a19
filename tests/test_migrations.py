"""Migrations, and what opening a database does to it."""

from __future__ import annotations

import ast
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from postgres import Postgres
from sqlalchemy import Connection, create_engine, insert, text

from claimtrack.errors import (
    DatabaseForeign,
    DatabaseMissing,
    DatabaseOutdated,
    ReadOnly,
    StoreError,
)
from claimtrack.observations import Snapshot
from claimtrack.store import Store
from claimtrack.store.beginning import begin_sqlite, folder
from claimtrack.store.engine import not_to_be_read
from claimtrack.store.migrations import revisions, script, upgrade
from claimtrack.store.schema import HEAD, VERSION_TABLE, metadata, snapshots

# -- migrations ---------------------------------------------------------------------------------


def test_the_migrations_make_the_tables(address: str) -> None:
    engine = create_engine(address)
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_tables_are_those_of_the_newest_migration() -> None:
    assert revisions()[0] == HEAD


def test_a_migration_imports_nothing_of_claimtrack() -> None:
    found = [*folder().rglob("*.py")]
    assert len(found) >= 2
    for path in found:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("claimtrack"), path
            if isinstance(node, ast.Import):
                assert not any(it.name.startswith("claimtrack") for it in node.names), path


def test_a_new_file_is_what_the_migrations_make() -> None:
    kept = (folder() / "new_sqlite.sql").read_text(encoding="utf-8")
    assert kept == script(), "python -m claimtrack.store.migrations > migrations/new_sqlite.sql"


def test_what_is_made_at_once_is_made_the_same() -> None:
    made = []
    for make in (begin_sqlite, upgrade):
        engine = create_engine("sqlite://")
        with engine.begin() as connection:
            make(connection)
            made.append(_everything(connection))
        engine.dispose()
    assert made[0] == made[1]
    assert len(made[0]) > 60


def _everything(connection: Connection) -> list[tuple[object, ...]]:
    """All that a SQLite database is made of, the indexes it makes for itself among it, but for
    the white space.
    """
    parts = text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    version = text(f"SELECT * FROM {VERSION_TABLE}")
    rows = [row for query in (parts, version) for row in connection.execute(query)]
    return [tuple(" ".join(str(value).split()) for value in row) for row in rows]


# -- opening ------------------------------------------------------------------------------------


def test_opening_for_writing_creates_and_opening_again_does_not(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Store.open(path).close()
    content = path.read_bytes()
    with Store.open(str(path)) as store:
        assert store.documents() == ()
    assert path.read_bytes()[96:] == content[96:]  # all but SQLite's own counters


def test_reading_never_creates(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing, match="claimtrack add"):
        Store.open(tmp_path / "none.db", readonly=True)
    with pytest.raises(FileNotFoundError):
        Store.open(f"sqlite:///{tmp_path}/none.db", readonly=True)
    assert list(tmp_path.iterdir()) == []


def test_reading_an_empty_file_leaves_it_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(DatabaseMissing, match="is empty"):
        Store.open(path, readonly=True)
    assert path.read_bytes() == b""


def test_reading_never_creates_on_postgresql(postgres: Postgres) -> None:
    with pytest.raises(DatabaseMissing, match="does not exist"):
        Store.open(postgres.url("nowhere"), readonly=True)
    url = postgres.url(postgres.new())
    with pytest.raises(DatabaseMissing, match="is empty"):
        Store.open(url, readonly=True)
    Store.open(url).close()
    with Store.open(url, readonly=True) as store:
        assert store.documents() == ()


def test_reading_writes_not_a_byte(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path) as store:
        store.record([], [Snapshot.of(b"x")])
    before = {it.name: (it.read_bytes(), it.stat().st_mtime_ns) for it in tmp_path.iterdir()}
    with Store.open(path, readonly=True) as store:
        assert store.snapshot(Snapshot.of(b"x").sha256).content == b"x"
        with pytest.raises(ReadOnly, match="reading only"):
            store.record([], [Snapshot.of(b"y")])
        with pytest.raises(PermissionError):
            store.rebuild()
    after = {it.name: (it.read_bytes(), it.stat().st_mtime_ns) for it in tmp_path.iterdir()}
    assert after == before
    assert list(before) == ["r.db"]


def test_a_reader_goes_on_beside_a_writer(address: str) -> None:
    one, two = Snapshot.of(b"1"), Snapshot.of(b"2")
    with Store.open(address) as writer:
        writer.record([], [one])
        with Store.open(address, readonly=True) as reader:
            with writer._database.writing() as batch:
                batch.connection.execute(text("DELETE FROM spells"))
                assert reader.snapshot(one.sha256) == one
            writer.record([], [two])
            assert reader.snapshot(two.sha256) == two


def test_a_reader_stays_through_a_writer_s_coming_and_going(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.open(path).close()
    with Store.open(path, readonly=True) as reader:
        for number in range(3):
            page = Snapshot.of(str(number).encode())
            with Store.open(path) as writer:
                writer.record([], [page])
            assert reader.snapshot(page.sha256) == page


def test_a_writer_waits_for_another(address: str) -> None:
    with Store.open(address) as one, Store.open(address) as two:
        for number in range(20):
            store = one if number % 2 else two
            store.record([], [Snapshot.of(str(number).encode())])
        assert one.snapshot(Snapshot.of(b"0").sha256).content == b"0"


@pytest.mark.parametrize("name", ["a#b.db", "50%.db", "what?.db", "two words.db", "ä&=.db"])
def test_a_path_may_hold_any_character(tmp_path: Path, name: str) -> None:
    for address in (str(tmp_path / name), tmp_path / name):
        with Store.open(address) as store:
            store.record([], [Snapshot.of(b"x")])
        with Store.open(address, readonly=True) as store:
            assert store.snapshot(Snapshot.of(b"x").sha256).content == b"x"
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208


def test_a_file_at_rest_is_in_one_piece_and_in_use_keeps_a_log(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store.open(path) as store:
        store.record([], [Snapshot.of(b"x")])
        assert {it.name for it in tmp_path.iterdir()} == {"r.db", "r.db-wal", "r.db-shm"}
    assert [it.name for it in tmp_path.iterdir()] == ["r.db"]


def test_somebody_else_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE claims (id)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(DatabaseForeign, match="not claimtrack's"):
            Store.open(path, readonly=readonly)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, " * 100)
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(DatabaseForeign, match="no SQLite database"):
            Store.open(path, readonly=readonly)
    assert path.read_bytes() == before


def set_revision(address: str, revision: str) -> None:
    engine = create_engine(address)
    with engine.begin() as connection:
        statement = text(f"UPDATE {VERSION_TABLE} SET version_num = :revision")
        connection.execute(statement, {"revision": revision})
    engine.dispose()


def test_a_newer_database_is_an_error_that_says_what_to_do(address: str) -> None:
    set_revision(address, "9999")
    for readonly in (True, False):
        with pytest.raises(DatabaseOutdated, match="use a newer claimtrack"):
            Store.open(address, readonly=readonly)


def test_an_older_database_is_upgraded_by_writers_alone() -> None:
    refusal = not_to_be_read("r.db", "0001", head="0002")
    assert isinstance(refusal, DatabaseOutdated)
    assert "run `claimtrack db upgrade`" in str(refusal)
    assert not_to_be_read("r.db", HEAD) is None


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mysql://localhost/x", "not in mysql"),
        ("://", "no database address"),
        ("/nowhere/at/all/r.db", "does not exist"),
    ],
)
def test_an_address_that_cannot_be_says_why(address: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        Store.open(address)


def test_no_password_is_told(postgres: Postgres) -> None:
    with pytest.raises(StoreError) as raised:
        Store.open("postgresql://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(raised.value)
    assert "***" in str(raised.value)


def test_a_database_in_memory_lives_as_long_as_its_store() -> None:
    with Store.open(":memory:") as store:
        store.record([], [Snapshot.of(b"x")])
        assert store.snapshot(Snapshot.of(b"x").sha256).content == b"x"
    with pytest.raises(DatabaseMissing):
        Store.open(":memory:", readonly=True)


def _forget_everything(address: str) -> None:
    """Leave an empty database, as one that nobody has opened yet."""
    engine = create_engine(address)
    with engine.begin() as connection:
        dialect = connection.dialect.name
        if dialect == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    if dialect == "sqlite":
        Path(str(engine.url.database)).unlink()


def test_two_that_create_at_once_both_succeed(new_address: Callable[[], str]) -> None:
    address = new_address()
    _forget_everything(address)
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: Store.open(address), range(4)))
    for store in opened:
        assert store.documents() == ()
        store.close()


@pytest.mark.parametrize("revision", revisions()[1:])
def test_a_record_of_an_older_schema_is_carried_over(
    new_address: Callable[[], str], revision: str
) -> None:
    address = new_address()
    _forget_everything(address)
    page = Snapshot.of(b"x")
    engine = create_engine(address)
    with engine.begin() as connection:
        upgrade(connection, revision)
        row = {"id": 1, "sha256": page.sha256, "size": 1, "content": page.content}
        row["recorded_at"] = datetime(2025, 8, 15, tzinfo=UTC)
        connection.execute(insert(snapshots), row)
    engine.dispose()
    with pytest.raises(DatabaseOutdated, match="run `claimtrack db upgrade`"):
        Store.open(address, readonly=True)
    Store.open(address).close()
    with Store.open(address, readonly=True) as store:
        assert store.snapshot(page.sha256) == page
    test_the_migrations_make_the_tables(address)
