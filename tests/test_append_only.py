"""Append-only: the database itself refuses what would change the record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from claimtrack.claims import Assertion, Claim, Document
from claimtrack.measures import Measure
from claimtrack.observations import Attempt, Description, Reading, Result, Snapshot
from claimtrack.store import Store
from claimtrack.store.schema import BASE, DERIVED, metadata
from claimtrack.values import CalendarDate

PAGE = Snapshot.of(b"Nobody shall read this again.", "text/html")


@pytest.fixture
def full(store: Store, address: str) -> Iterator[Engine]:
    """A stranger's connection to a record that holds a row in every table."""
    claim = Claim("c", "d", "It is so.", Assertion("state", "m", asserts="so"))
    measure = Measure("m", "Is it so?", "state")
    published = CalendarDate(date(2025, 8, 1), "month")
    store.add(Document("d", "A text", published, claims=(claim,), measures=(measure,)))
    reading = Reading("m", "so", quote="It is so, they said.")
    result = Result("m", "read", "reader@1", (reading,))
    at = datetime(2025, 8, 2, tzinfo=UTC)
    asked = Attempt(
        "s", "https://example.org", at, "fetched", snapshot=PAGE.sha256, results=(result,)
    )
    store.record([asked], [PAGE], {"s": Description("A publisher")})
    store.review("c", "confirmed", "Ada", "I was there.")
    other = Snapshot.of(b"Something else")
    store.record([], [other])
    store.redact(other.sha256, "to have one on record")
    engine = create_engine(address)
    event.listen(engine, "connect", _by_hand)
    yield engine
    engine.dispose()


def _by_hand(connection: object, _: object) -> None:
    """As whoever means it would connect: nothing switched on that protects the record."""


def refused(engine: Engine, statement: str) -> bool:
    """Whether the database refused *statement* as one that would change the record."""
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    except DBAPIError as error:
        return "is append-only" in str(error)
    return False


def count(connection: Connection, table: str) -> int:
    return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def test_every_base_table_holds_a_row(full: Engine) -> None:
    with full.connect() as connection:
        assert [table.name for table in BASE if count(connection, table.name) == 0] == []


@pytest.mark.parametrize("table", [table.name for table in BASE])
def test_no_row_is_updated_or_deleted(full: Engine, table: str) -> None:
    column = metadata.tables[table].primary_key.columns[0].name
    assert refused(full, f"UPDATE {table} SET {column} = {column}")
    assert refused(full, f"DELETE FROM {table}")


@pytest.mark.parametrize("table", [table.name for table in BASE])
def test_no_row_is_replaced_or_truncated(full: Engine, engine: str, table: str) -> None:
    if engine == "sqlite":
        assert refused(full, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        assert refused(full, f"TRUNCATE {table} CASCADE")


def test_a_replica_s_session_is_refused_too(full: Engine, engine: str) -> None:
    replica = "SET LOCAL session_replication_role = replica; " if engine == "postgresql" else ""
    assert refused(full, f"{replica}DELETE FROM facts")


def test_what_is_derived_may_be_dropped(full: Engine) -> None:
    for table in DERIVED:
        assert not refused(full, f"DELETE FROM {table.name}")


def test_bytes_are_destroyed_only_by_a_redaction(full: Engine) -> None:
    assert refused(full, f"UPDATE snapshots SET content = NULL WHERE sha256 = '{PAGE.sha256}'")
    assert refused(full, "UPDATE passages SET quote = NULL")


def test_words_that_a_standing_page_shows_are_not_destroyed(full: Engine, store: Store) -> None:
    other = Snapshot.of(b"The same, elsewhere.")
    result = Result("m", "read", "reader@1", (Reading("m", "so", quote="It is so, they said."),))
    at = datetime(2025, 8, 3, tzinfo=UTC)
    store.record(
        [Attempt("s", "https://example.org", at, "fetched", snapshot=other.sha256,
                 results=(result,))],
    )  # fmt: skip
    store.redact(PAGE.sha256, "a court said so")
    assert refused(full, "UPDATE passages SET quote = NULL")
    store.redact(other.sha256, "and of this one, too")
    assert not refused(full, "UPDATE passages SET quote = NULL")


def test_a_redaction_lets_nothing_else_change(full: Engine, store: Store) -> None:
    store.redact(PAGE.sha256, "a court said so")
    which = f"WHERE sha256 = '{PAGE.sha256}'"
    assert refused(full, f"UPDATE snapshots SET content = NULL, size = 0 {which}")
    assert refused(full, f"UPDATE snapshots SET content = 'x' {which}")
    assert refused(full, f"UPDATE snapshots SET media_type = 'text/plain' {which}")
    assert refused(full, "UPDATE passages SET quote = 'It is not so.'")
    assert refused(full, "UPDATE passages SET quote = NULL, locator = 'p'")
    assert refused(full, f"DELETE FROM snapshots {which}")
    assert refused(full, "DELETE FROM redactions")
