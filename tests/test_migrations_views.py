"""The views for people with `sqlite3`, DuckDB or Datasette: what they show is what is on record."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import Clock
from random_histories import ROUNDS, RandomHistory, random_history, recorded_at
from sqlalchemy import create_engine, text

import claimtrack
from claimtrack.observations import Attempt, Observation, Reading, Result, Snapshot, value_text
from claimtrack.store import Store
from claimtrack.values import calendar_date

RUNS = range(3)
A_HUNDRED = 100


def rows(address: str, query: str, **given: object) -> list[dict[str, Any]]:
    """What *query* answers, as anybody's own connection would see it."""
    engine = create_engine(address)
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(text(query), given).mappings()]
    engine.dispose()
    return found


def moment(given: datetime | str | None) -> datetime | None:
    """A moment as either engine gives it: SQLite has texts, in UTC."""
    if given is None or isinstance(given, datetime):
        return given
    return datetime.fromisoformat(given).replace(tzinfo=UTC)


def told(row: dict[str, Any]) -> tuple[object, ...]:
    return (
        row["source"], row["as_of"], row["as_of_basis"], row["value"], row["error"],
        moment(row["first_seen_at"]), moment(row["last_confirmed_at"]), moment(row["recorded_at"]),
        moment(row["published_at"]), row["quote"], row["locator"], row["url"], row["snapshot"],
        row["scope"], row["attribution"], bool(row["derived"]), bool(row["withdrawn"]),
        bool(row["superseded"]), row["extractor"], row["fact"],
    )  # fmt: skip


def expected(seen: Observation) -> tuple[object, ...]:
    return (
        seen.source, str(seen.as_of), seen.as_of_basis, value_text(seen.value)[2:],
        None if seen.error is None else str(seen.error), seen.first_seen_at,
        seen.last_confirmed_at, seen.recorded_at, seen.published_at, seen.quote, seen.locator,
        seen.url, seen.snapshot, seen.scope, seen.attribution, seen.derived, seen.withdrawn,
        seen.superseded, seen.extractor, seen.id,
    )  # fmt: skip


def in_order(found: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted(found, key=repr)


def recorded(store: Store, clock: Clock, run: int) -> list[RandomHistory]:
    tracked = [random_history(seed) for seed in range(run * A_HUNDRED, (run + 1) * A_HUNDRED)]
    for number in range(ROUNDS):
        clock.now = recorded_at(number)
        store.record([attempt for one in tracked for attempt in one.batches[number]])
    return tracked


@pytest.mark.parametrize("run", RUNS)
def test_history_shows_what_the_tracker_would_answer(
    store: Store, address: str, clock: Clock, run: int
) -> None:
    tracked = recorded(store, clock, run)
    shown: dict[str, list[tuple[object, ...]]] = {}
    for row in rows(address, "SELECT * FROM history"):
        shown.setdefault(row["measure"], []).append(told(row))
    for one in tracked:
        answered = [expected(seen) for seen in store.history(one.measure)]
        assert in_order(shown.get(one.measure, [])) == in_order(answered)
    flags = [row[-3] for found in shown.values() for row in found]
    assert any(flags)
    assert not all(flags)


@pytest.mark.parametrize("run", RUNS[:1])
def test_evidence_is_one_row_a_sighting(store: Store, address: str, clock: Clock, run: int) -> None:
    recorded(store, clock, run)
    (count,) = rows(
        address,
        "SELECT COUNT(*) AS n FROM sightings WHERE EXISTS"
        " (SELECT 1 FROM results WHERE results.view = sightings.view AND status = 'read')",
    )
    found = rows(address, "SELECT * FROM evidence")
    assert len(found) == count["n"] > A_HUNDRED
    assert all(row["times_seen"] >= 1 and row["seen_at"] <= row["last_seen_at"] for row in found)


def look(at: datetime, content: bytes, *readings: Reading) -> tuple[list[Attempt], list[Snapshot]]:
    snapshot = Snapshot.of(content)
    result = Result("m", "read", "reader@1", readings)
    attempt = Attempt(
        "gauge", "https://example.org/m", at, "fetched", 200, snapshot=snapshot.sha256,
        results=(result,),
    )  # fmt: skip
    return [attempt], [snapshot]


def test_evidence_tells_who_said_what_where_and_when(
    store: Store, address: str, clock: Clock
) -> None:
    first, again = datetime(2025, 8, 1, 6, tzinfo=UTC), datetime(2025, 8, 2, 6, 30, tzinfo=UTC)
    said = Reading("m", "0.19", as_of=calendar_date("2025-07-31"), quote="19%", locator="td.share")
    level = Reading("m", Decimal("0.2"), as_of=calendar_date("2025-07"), quote="a fifth")
    store.record(*look(first, b"one", said, level))
    store.record(*look(again, b"one", said, level))
    word, number = rows(address, "SELECT * FROM evidence WHERE measure = 'm' ORDER BY as_of DESC")
    assert (word["value"], word["quote"], word["as_of"]) == ("0.19", "19%", "2025-07-31")
    assert (number["value"], number["amount"], number["as_of"]) == ("0.2", 0.2, "2025-07")
    for row in (word, number):
        assert (row["source"], row["url"]) == ("gauge", "https://example.org/m")
        assert (moment(row["seen_at"]), moment(row["last_seen_at"])) == (first, again)
        assert (row["snapshot"], row["times_seen"]) == (Snapshot.of(b"one").sha256, 2)
        assert moment(row["recorded_at"]) == clock.now


def test_words_are_shown_beside_the_pages_that_stand(store: Store, address: str) -> None:
    said = Reading("m", Decimal(1), as_of=calendar_date("2025-07-31"), quote="the same words")
    for day, content in enumerate((b"one", b"two"), 1):
        store.record(*look(datetime(2025, 8, day, tzinfo=UTC), content, said))
    query = "SELECT quote FROM evidence ORDER BY seen_at"
    store.redact(Snapshot.of(b"one").sha256, "a court order")
    assert [row["quote"] for row in rows(address, query)] == ["[redacted]", "the same words"]
    assert [row["quote"] for row in rows(address, "SELECT quote FROM history")] == ["[redacted]"]


def test_a_quote_that_was_destroyed_is_not_shown(store: Store, address: str) -> None:
    store.record(
        *look(datetime(2025, 8, 1, tzinfo=UTC), b"one", Reading("m", Decimal(1), quote="secret"))
    )
    store.redact(Snapshot.of(b"one").sha256, "a court order")
    for view in ("evidence", "history"):
        (row,) = rows(address, f"SELECT quote FROM {view}")
        assert row["quote"] == "[redacted]"


CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2025-01-03

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
ask = [{ source = "series", name = "map", url = "land.csv", day = "date", value = "share" }]

[[claim]]
id = "a-fifth"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"
"""


@pytest.fixture
def plainly_opened(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An updated database, opened for reading as any tool would open it."""
    (tmp_path / "report.toml").write_text(CLAIMS)
    (tmp_path / "land.csv").write_text("date,share\n2025-01-01,0.17\n2025-01-03,0.20\n")
    with claimtrack.open(tmp_path / "claims.db") as tracker:
        tracker.add(tmp_path / "report.toml")
        tracker.update()
    opened = sqlite3.connect(f"file:{tmp_path / 'claims.db'}?mode=ro", uri=True)
    opened.row_factory = sqlite3.Row
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("view", "count"),
    [("claims_now", 1), ("history", 2), ("transitions", None), ("evidence", 2)],
)
def test_a_view_is_plain_values_that_any_tool_can_page_through(
    plainly_opened: sqlite3.Connection, view: str, count: int | None
) -> None:
    shown = [dict(row) for row in plainly_opened.execute(f"SELECT * FROM {view} LIMIT 101")]
    assert shown
    assert count in {None, len(shown)}
    assert json.loads(json.dumps(shown)) == shown  # no bytes, no NaN
    assert plainly_opened.execute(f"SELECT count(*) FROM {view}").fetchone()[0] == len(shown)


def test_days_and_amounts_of_a_view_compare_as_they_should(
    plainly_opened: sqlite3.Connection,
) -> None:
    asked = "SELECT as_of, amount FROM history WHERE as_of >= '2025-01-02' AND amount > 0.18"
    assert [tuple(row) for row in plainly_opened.execute(asked)] == [("2025-01-03", 0.2)]
    (now,) = plainly_opened.execute("SELECT claim, label_then, sentence FROM claims_now")
    assert (now["claim"], now["label_then"]) == ("a-fifth", "supported")
    assert now["sentence"].startswith("A fifth of the land is held: ")
