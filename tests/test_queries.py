"""Queries: what is asked for many keys at once, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Select, bindparam, column, select, table, tuple_

from claimtrack.errors import StoreError
from claimtrack.store.engine import Database, open_database
from claimtrack.store.queries import CHUNK, Query, chunks
from claimtrack.store.schema import addresses

AT = datetime(2025, 8, 15, 12, tzinfo=UTC)
MANY = 2 * CHUNK + 7


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """A record of so many addresses, each recorded a second after the one before."""
    opened = open_database(address)
    with opened.writing() as batch:
        for key in range(1, MANY + 1):
            batch.recorded_at = AT + timedelta(seconds=key)
            row = {"digest": f"digest {key}", "source": f"source {key % 2}", "url": f"url {key}"}
            batch.add(addresses, [row])
    yield opened
    opened.close()


def _by_digest() -> Select[tuple[int, datetime]]:
    return select(addresses.c.id, addresses.c.recorded_at).where(
        addresses.c.digest.in_(bindparam("keys", expanding=True))
    )


@pytest.mark.parametrize("count", [0, 1, 2, 5, 6, CHUNK, MANY])
def test_every_key_is_asked_for_once(database: Database, count: int) -> None:
    query = Query(_by_digest(), keys="keys")
    asked = [f"digest {key}" for key in range(1, count + 1)]
    with database.reading() as connection:
        found = query.rows(connection, [*asked, *asked])
        assert sorted(row.id for row in found) == list(range(1, count + 1))
        assert query.rows(connection, ["of nobody"]) == []


def test_a_value_is_of_the_type_of_its_column(database: Database) -> None:
    query = Query(_by_digest(), keys="keys")
    with database.reading() as connection:
        assert [tuple(row) for row in query.rows(connection, ["digest 3"])] == [
            (3, AT + timedelta(seconds=3))
        ]


def test_pairs_are_keys_too(database: Database) -> None:
    of_pairs = tuple_(addresses.c.source, addresses.c.id).in_(bindparam("pairs", expanding=True))
    query = Query(select(addresses.c.id).where(of_pairs), keys="pairs")
    with database.reading() as connection:
        found = query.column(connection, [("source 1", 1), ("source 1", 2), ("source 0", 2)])
    assert sorted(found) == [1, 2]


def test_other_parameters_are_given_by_name(database: Database) -> None:
    since = addresses.c.recorded_at > bindparam("since", type_=addresses.c.recorded_at.type)
    query = Query(_by_digest().where(since), keys="keys")
    without_keys = Query(select(addresses.c.id).where(since).order_by(addresses.c.id))
    with database.reading() as connection:
        given = AT + timedelta(seconds=MANY - 1)
        every = [f"digest {key}" for key in range(1, MANY + 1)]
        assert [row.id for row in query.rows(connection, every, since=given)] == [MANY]
        assert without_keys.column(connection, since=AT + timedelta(seconds=MANY - 2)) == [
            MANY - 1,
            MANY,
        ]


def test_what_the_driver_raises_is_an_error_of_the_store(database: Database) -> None:
    query = Query(select(table("nowhere", column("id")).c.id))
    with pytest.raises(StoreError, match="nowhere"), database.reading() as connection:
        query.rows(connection)


def test_chunks_repeat_nothing() -> None:
    assert list(chunks([3, 1, 3, 2, 1], 2)) == [[3, 1], [2]]
    assert list(chunks([])) == []
