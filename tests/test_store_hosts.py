"""What hosts are owed, kept in a real database of either kind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimtrack.errors import ReadOnly
from claimtrack.manners import UNKNOWN, HostState, taken, unanswered, wait
from claimtrack.observations import Attempt, Snapshot
from claimtrack.robots import NOTHING_KNOWN, failed, read
from claimtrack.store import Store

NOW = datetime(2026, 8, 22, 6, 0, 0, 123456, tzinfo=UTC)


def test_a_state_comes_back_as_it_was_put(address: str) -> None:
    state = HostState(NOW, 1.05, 4, NOW, 2, NOW + timedelta(days=7), "HTTP 429 Too Many Requests")
    with Store.open(address) as store:
        assert store.hosts.state("one.example") == UNKNOWN
        assert store.hosts.change("one.example", lambda _: state) == state
    with Store.open(address) as store:
        assert store.hosts.state("one.example") == state
        assert store.hosts.state("two.example") == UNKNOWN
        assert store.hosts.change("one.example", lambda _: UNKNOWN) == UNKNOWN
        assert store.hosts.state("one.example") == UNKNOWN


def test_a_copy_comes_back_as_it_was_put(address: str) -> None:
    origin = "https://one.example"
    copy = failed(read("User-agent: *\nDisallow: /\0ä\n", NOW), "it broke \0 off", NOW)
    with Store.open(address) as store:
        assert store.hosts.robots(origin) == NOTHING_KNOWN
        store.hosts.keep_robots(origin, copy)
        kept = store.hosts.robots(origin)
        assert kept == replace(copy, reason="it broke \ufffd off")
        store.hosts.keep_robots(origin, read("", NOW))
        assert store.hosts.robots(origin) == read("", NOW)


def test_no_change_is_lost_and_no_slot_given_twice(address: str) -> None:
    def ask(number: int) -> bool:
        """Whether the one slot that is free just now was got."""
        got = False

        def change(state: HostState) -> HostState:
            nonlocal got
            counted = unanswered(state, NOW)
            got = not wait(state, NOW)
            return taken(counted, NOW, 60) if got else counted

        with Store.open(address) as store:
            store.hosts.change("one.example", change)
        return got

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(ask, range(24)))
    assert sum(got) == 1
    with Store.open(address) as store:
        assert store.hosts.state("one.example").failures == 24


@pytest.mark.parametrize("engine", ["postgresql"])  # SQLite has one writer at a time
def test_a_slot_is_taken_while_a_batch_is_being_recorded(address: str, engine: str) -> None:
    with Store.open(address) as store:
        with store._database.writing():
            store.hosts.change("one.example", lambda state: taken(state, NOW, 1))
        assert store.hosts.state("one.example") == taken(UNKNOWN, NOW, 1)


def test_whoever_reads_only_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store.open(path).close()
    with Store.open(path, readonly=True) as store:
        assert store.hosts.state("one.example") == UNKNOWN
        with pytest.raises(ReadOnly):
            store.hosts.change("one.example", lambda state: state)


def test_a_database_in_memory_remembers_as_long_as_it_lives() -> None:
    with Store.open(":memory:") as store:
        store.hosts.change("one.example", lambda state: unanswered(state, NOW))
        assert store.hosts.state("one.example").failures == 1


def test_what_was_not_asked_is_on_record_and_counts_against_nothing(address: str) -> None:
    url, page = "https://one.example/a", Snapshot.of(b"20%")
    fetched = Attempt("s", url, NOW, "fetched", snapshot=page.sha256)
    put_off = Attempt(
        "s", url, NOW + timedelta(hours=1), "postponed", reason="its turns are taken", asked=False
    )
    gone = Attempt("s", url, NOW + timedelta(hours=2), "gone", status=404)
    with Store.open(address) as store:
        store.record([fetched, put_off], [page])
        memory = store.memories()["s", url]
        assert (memory.asked_at, memory.failures) == (NOW, 0)
        assert store.last_attempt("s", url) == put_off
        store.record([gone, replace(put_off, at=NOW + timedelta(hours=3))])
        memory = store.memories()["s", url]
        assert (memory.asked_at, memory.failures) == (gone.at, 1)
        store.record([replace(put_off, url="https://one.example/b")])
        assert ("s", "https://one.example/b") not in store.memories()
