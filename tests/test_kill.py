"""Kill -9: no committed batch is lost, nothing is doubled, and the next run goes on."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from claimtrack.observations import Attempt, Reading, Result, Snapshot
from claimtrack.store import Store

BATCHES = 4
A_BATCH = 5


def batch(number: int) -> tuple[list[Attempt], list[Snapshot]]:
    """The batch of that number: a page for each attempt, alternating between two states."""
    pages = [Snapshot.of(f"{number} {n}".encode()) for n in range(A_BATCH)]
    attempts = [
        Attempt(
            "source",
            f"https://example.org/{n}",
            datetime(2025, 8, 1, tzinfo=UTC) + timedelta(hours=number),
            "fetched",
            snapshot=page.sha256,
            results=(
                Result("m", "read", "reader@1", (Reading("m", f"state {number % 2} of {n}"),)),
            ),
        )
        for n, page in enumerate(pages)
    ]
    return attempts, pages


def run(address: str, die_in: int, die_after: int) -> None:
    """Record every batch, until the process is killed: in the batch numbered *die_in*, before its
    statement numbered *die_after*; with -1, when the batch is recorded.
    """
    left = -1

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            signal.raise_signal(signal.SIGKILL)

    event.listen(Engine, "connect", _watching(count))

    with Store.open(address) as store:
        for number in range(BATCHES):
            left = die_after if number == die_in else -1
            store.record(*batch(number))
            print(number, flush=True)
            if number == die_in:
                signal.raise_signal(signal.SIGKILL)


def _watching(count: Callable[..., None]) -> Callable[[Any, object], None]:
    """What has *count* called before each statement of a connection: by its driver, which most
    statements of a batch are handed to straight.
    """

    def watch(driver: Any, _: object) -> None:
        if isinstance(driver, sqlite3.Connection):
            driver.set_trace_callback(count)
        else:
            driver.cursor_factory = _counting(driver.cursor_factory, count)

    return watch


def _counting(kind: Any, count: Callable[..., None]) -> Any:
    """The driver's *kind* of cursor, which tells when it is about to execute."""

    class Counting(kind):  # type: ignore[misc]
        def execute(self, *given: Any, **named: Any) -> Any:
            count()
            return super().execute(*given, **named)

        def executemany(self, *given: Any, **named: Any) -> Any:
            count()
            return super().executemany(*given, **named)

    return Counting


def killed(address: str, environment: dict[str, str], die_in: int, die_after: int) -> list[str]:
    """The batches that a process said were recorded before it was killed."""
    command = [sys.executable, __file__, address, str(die_in), str(die_after)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    return ran.stdout.split()


def on_record(address: str) -> tuple[list[Attempt], list[object], int]:
    with Store.open(address) as store:
        history = store.history("m")
        snapshots = 0
        for number in range(BATCHES):
            for page in batch(number)[1]:
                snapshots += store.is_read("source", "m", page.sha256, "reader@1")
        timeless = [(it.id, it.first_seen_at, it.last_confirmed_at, it.url) for it in history]
        return list(store.attempts()), [*timeless, *history.spells], snapshots


@pytest.mark.parametrize("die_after", [-1, 1, 6, 11, 16, 21, 26])
def test_a_kill_loses_no_batch_and_doubles_none(
    new_address: Callable[[], str], environment: dict[str, str], die_after: int
) -> None:
    address = new_address()
    said = killed(address, environment, die_in=2, die_after=die_after)
    recorded = 3 if die_after == -1 else 2
    assert said == [str(number) for number in range(recorded)]
    attempts, _, pages = on_record(address)
    assert len(attempts) == len(set(attempts)) == pages == recorded * A_BATCH
    with Store.open(address) as store:
        before = store.history("m")
        store.rebuild()
        assert store.history("m") == before

        # The next run does not know how far the last one came.
        for number in range(BATCHES):
            store.record(*batch(number))
    untouched = new_address()
    with Store.open(untouched) as store:
        for number in range(BATCHES):
            store.record(*batch(number))
    assert on_record(address) == on_record(untouched)


def test_a_batch_has_enough_statements_to_die_between(new_address: Callable[[], str]) -> None:
    statements, address = 0, new_address()
    store = Store.open(address)

    def count(*_: object) -> None:
        nonlocal statements
        statements += 1

    for number in range(2):
        store.record(*batch(number))
    store.close()
    watch = _watching(count)
    event.listen(Engine, "connect", watch)
    with Store.open(address) as store:
        statements = 0
        store.record(*batch(2))
        event.remove(Engine, "connect", watch)
    assert statements > 26


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
