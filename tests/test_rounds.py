"""Rounds: what an update asks, reads and puts on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from claimtrack.claimfile import load_document
from claimtrack.doors import Door
from claimtrack.errors import BadValue
from claimtrack.observations import Attempt
from claimtrack.patience import Waiting
from claimtrack.rounds import Rounds
from claimtrack.sources import Company, load_sources
from claimtrack.store import Store

NOW = datetime(2026, 1, 2, tzinfo=UTC)
CLAIMS = """
[document]
id = "text"
title = "A text"
published = 2025-06-01

[measure."held"]
asks = "What share is held?"
kind = "quantity"
unit = "share"
ask = [
  { source = "series", name = "map", url = "map.csv", day = "day", value = "share", every = "1d" },
  { source = "series", name = "lost", url = "lost.csv", day = "day", value = "share" },
]
"""


def rounds(
    store: Store, folder: Path, at: datetime, clock: Callable[[], datetime] | None = None
) -> Rounds:
    sources = load_sources()
    measures = load_document(folder / "claims.toml").measures
    return Rounds(
        store,
        sources,
        measures,
        Company(sources.plugins, 10.0),
        Door(clock or (lambda: at)),
        waiting=Waiting(10.0),
        described=measures,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.toml").write_text(CLAIMS)
    (tmp_path / "map.csv").write_text("day,share\n2025-06-01,0.2\n")
    return tmp_path


def test_attempts_come_as_they_stand_on_record(folder: Path) -> None:
    with Store.open(str(folder / "t.db"), clock=lambda: NOW) as store:
        came = list(rounds(store, folder, NOW).of_now(NOW))

        assert {(one.source, one.outcome) for one in came} == {
            ("map", "fetched"),
            ("lost", "gone"),
        }
        assert len(store.attempts(limit=9)) == 2
        assert [str(seen.value) for seen in store.history("held")] == ["0.2"]


def test_what_is_not_due_is_left_alone(folder: Path) -> None:
    with Store.open(str(folder / "t.db"), clock=lambda: NOW) as store:
        list(rounds(store, folder, NOW).of_now(NOW))
        soon = NOW + timedelta(minutes=1)

        assert list(rounds(store, folder, soon).of_now(soon, due=True)) == []
        assert len(list(rounds(store, folder, soon).of_now(soon))) == 2


def test_onward_nothing_is_learnt_before_what_was_known(folder: Path) -> None:
    with Store.open(str(folder / "t.db"), clock=lambda: NOW) as store:
        list(rounds(store, folder, NOW).of_now(NOW))
        before = NOW - timedelta(days=1)

        with pytest.raises(BadValue, match="before the last update"):
            list(rounds(store, folder, before).of_now(before, onward=True))
        assert len(store.attempts(limit=9)) == 2


def test_a_bug_while_planning_stops_no_other_source_and_is_raised(folder: Path) -> None:
    with Store.open(str(folder / "t.db"), clock=lambda: NOW) as store:
        asks = list(rounds(store, folder, NOW).of_now(NOW))
        one = next(each for each in asks if each.source == "map")
        store_of_one = Store.open(str(folder / "one.db"), clock=lambda: NOW)
    with store_of_one as store:
        store.record([replace(one, snapshot=None, results=(), outcome="unreachable")])
        came: list[Attempt] = []
        naive = NOW.replace(tzinfo=None)  # what nobody can compare with a moment on record
        with pytest.raises(TypeError) as raised:
            came.extend(rounds(store, folder, NOW).of_now(NOW, asked_since=naive))

        assert [(each.source, each.outcome) for each in came] == [("lost", "gone")]
        assert raised.value.__notes__ == ["while planning what source 'map' asks of 'map.csv'"]
        assert {each.source: each.outcome for each in store.attempts()} == {
            "map": "unreachable",
            "lost": "gone",
        }


#: More than enough of them are handed over together to be read, and too few to be recorded.
LARGE = "day,share\n2025-06-01,0.2\n" + "\n" * 100_000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A folder with a claim file that asks thirty large files."""
    names = [f"f{number:02}" for number in range(30)]
    shape = 'source = "series", day = "day", value = "share"'
    asked = ",".join(f'{{ {shape}, name = "{name}", url = "{name}.csv" }}' for name in names)
    before = CLAIMS.partition("ask = [")[0]
    (tmp_path / "claims.toml").write_text(f"{before}ask = [{asked}]\n")
    for name in names:
        (tmp_path / f"{name}.csv").write_text(LARGE)
    return tmp_path


def test_large_pages_are_read_some_at_a_time_and_recorded_together(large: Path) -> None:
    begun: list[datetime] = []

    def clock() -> datetime:
        begun.append(NOW)
        return NOW

    with Store.open(str(large / "t.db"), clock=clock) as store:
        begun.clear()
        came = list(rounds(store, large, NOW).of_now(NOW))
        assert [one.outcome for one in came] == ["fetched"] * 30
        assert len(begun) == 2  # transactions, for two megabytes and for one


def test_a_bug_costs_nothing_that_was_read_before(large: Path) -> None:
    asked = count()

    def clock() -> datetime:
        if next(asked) == 13:
            raise ZeroDivisionError
        return NOW

    with Store.open(str(large / "t.db"), clock=lambda: NOW) as store:
        asking = rounds(store, large, NOW, clock=clock).of_now(NOW)
        with pytest.raises(ZeroDivisionError):
            list(asking)
        assert len(store.attempts(limit=99)) == 12  # the time was also asked for all of them
