"""The update from end to end: real HTTP on loopback, a real database, sources of every temper."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from server import Server, page, serving

import claimtrack
from claimtrack import (
    Ask,
    Attempt,
    Description,
    Follow,
    Measure,
    Page,
    Reading,
    Source,
    Tracker,
    hookimpl,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HEAD = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
MEASURE = """
[measure."held/{name}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "{source}", name = "{name}", url = "{url}"{every} }}]
"""

Reader = Callable[[Page, tuple[Measure, ...]], Iterable[Any]]


class Where(msgspec.Struct):
    """The one address to ask."""

    url: str


class Told(Source):
    """A source that asks one address, and reads as it is told."""

    describes = Description("Example")
    Options = Where

    def __init__(self, name: str, reader: Reader) -> None:
        self.name = name
        self.reader = reader

    def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
        return [Ask(self.options(measures[0]).url, measures)]

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return self.reader(page, measures)


class Asking(Told):
    """A source that asks as it is told."""

    def __init__(self, name: str, asker: Callable[[tuple[Measure, ...]], Iterable[Any]]) -> None:
        super().__init__(name, honest)
        self.asker = asker

    def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Any]:
        return self.asker(measures)


def honest(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
    return [Reading(one.id, 0.2, as_of=date(2026, 1, 1), quote=page.text) for one in measures]


def tracker(folder: Path, server: Server, *sources: Source, every: str = "") -> Tracker:
    """A tracker on a file, with a measure for each of *sources*, asked at an address of its own."""

    class Plugin:
        @hookimpl
        def claimtrack_sources(self) -> Iterable[Source]:
            return sources

    pace = f', every = "{every}"' if every else ""
    measures = [
        MEASURE.format(name=one.name, source=one.name, url=f"{server.url}/{one.name}", every=pace)
        for one in sources
    ]
    opened = claimtrack.open(folder / "claims.db", allow_private=True, plugins=[Plugin()])
    (folder / "report.toml").write_text(HEAD + "".join(measures))
    opened.add(folder / "report.toml")
    return opened


@pytest.fixture
def server() -> Iterator[Server]:
    names = ("told", "neighbour", "first", "second", "third", "fourth")
    with serving(
        {f"/{name}": page(b"20%", ("Content-Type", "text/plain")) for name in names}
    ) as up:
        yield up


# What is recorded at once


def test_large_pages_are_recorded_a_few_at_a_time(tmp_path: Path, server: Server) -> None:
    def many(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
        days = (date(2020, 1, 1) + timedelta(days=n) for n in range(2_000))
        return [Reading(one.id, 0.2, as_of=day, quote="20%") for one in measures for day in days]

    sources = [Told(name, many) for name in ("first", "second", "third", "fourth")]
    with tracker(tmp_path, server, *sources) as opened:
        before = _transactions(tmp_path)
        report = opened.update(now=NOW)
        read = [len(result.readings) for one in report.attempts for result in one.results]
    assert read == [2_000] * 4
    assert _transactions(tmp_path) - before == 2  # of three pages and of one


def _transactions(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "claims.db")) as record:
        (number,) = record.execute("SELECT count(*) FROM transactions").fetchone()
    return int(number)


# Going on from page to page


def chain(*pages: str) -> Reader:
    """A reader that follows from each of *pages* to the next and reads the last."""

    def read(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        base, _, here = page.url.rpartition("/")
        place = pages.index(here)
        if place + 1 < len(pages):
            return [Follow(Ask(f"{base}/{pages[place + 1]}", measures))]
        return honest(page, measures)

    return read


def test_a_source_may_follow_three_pages_deep(tmp_path: Path, server: Server) -> None:
    path = ("told", "first", "second", "third")
    with tracker(tmp_path, server, Told("told", chain(*path))) as opened:
        report = opened.update(now=NOW)
        (seen,) = opened.history("held/told")
    assert server.paths == [f"/{name}" for name in path]
    assert [len(one.results) for one in report.attempts] == [0, 0, 0, 1]
    assert not report.failed
    assert seen.url == f"{server.url}/third"


def test_a_source_that_follows_further_is_stopped_and_says_so(
    tmp_path: Path, server: Server
) -> None:
    path = ("told", "first", "second", "third", "fourth")
    with tracker(tmp_path, server, Told("told", chain(*path))) as opened:
        (failed,) = opened.update(now=NOW).failed
        assert len(opened.history("held/told")) == 0
    assert "/fourth" not in server.paths
    assert failed.url.endswith("/third")
    assert "more than 3 pages deep" in (failed.results[0].reason or "")


def test_a_page_that_cannot_be_followed_to_fails_with_its_own_address(
    tmp_path: Path, server: Server
) -> None:
    with tracker(tmp_path, server, Told("told", chain("told", "gone"))) as opened:
        (failed,) = opened.update(now=NOW).failed
    assert (failed.outcome, failed.url) == ("gone", f"{server.url}/gone")


def test_pages_that_lead_in_a_circle_end(tmp_path: Path, server: Server) -> None:
    def read(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return [Follow(Ask(page.url, measures))]

    with tracker(tmp_path, server, Told("told", read)) as opened:
        (failed,) = opened.update(now=NOW).failed
    assert "more than 3 pages deep" in (failed.results[0].reason or "")


# Sources of every temper


def raising(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
    raise KeyError("no such table")


def half_way(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
    yield from honest(page, measures)
    raise RuntimeError("and then it broke")


def exiting(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
    raise SystemExit(7)


def nothing(page: Page, measures: tuple[Measure, ...]) -> Any:
    return None


def nonsense(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
    return [{"value": 0.2}]


def a_million(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
    made = Reading(measures[0].id, 0.2, as_of=date(2026, 1, 1))
    return (made for _ in range(1_000_000))


def endless(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
    made = Reading(measures[0].id, 0.2)
    return (made for _ in count())


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (raising, "KeyError: 'no such table'"),
        (half_way, "RuntimeError: and then it broke"),
        (exiting, "SystemExit: 7"),
        (nothing, "TypeError: 'NoneType' object is not iterable"),
        (nonsense, "PluginError: read() gave a dict"),
        (a_million, "PluginError: over 200,000 readings off one page"),
        (endless, "PluginError: over 200,000 readings off one page"),
    ],
)
def test_a_reader_of_any_temper_is_on_record_and_harms_no_neighbour(
    tmp_path: Path, server: Server, reader: Reader, reason: str
) -> None:
    with tracker(tmp_path, server, Told("told", reader), Told("neighbour", honest)) as opened:
        (failed,) = opened.update(now=NOW).failed
        assert len(opened.history("held/told")) == 0
        assert len(opened.history("held/neighbour")) == 1
    assert (failed.source, failed.outcome) == ("told", "fetched")
    assert [one.status for one in failed.results] == ["unreadable"]
    assert (failed.results[0].reason or "").startswith(reason)


def asks_raise(measures: tuple[Measure, ...]) -> Iterable[Any]:
    raise KeyError("no such address")


def asks_break_off(measures: tuple[Measure, ...]) -> Iterable[Any]:
    yield Ask("http://127.0.0.1:9/told", measures)
    raise RuntimeError("and then it broke")


def asks_without_end(measures: tuple[Measure, ...]) -> Iterable[Any]:
    return (Ask(f"http://127.0.0.1:9/{number}", measures) for number in count())


def asks_nonsense(measures: tuple[Measure, ...]) -> Iterable[Any]:
    return ["http://127.0.0.1:9/told"]


@pytest.mark.parametrize(
    ("asker", "reason"),
    [
        (asks_raise, "KeyError: 'no such address'"),
        (asks_break_off, "RuntimeError: and then it broke"),
        (asks_without_end, "PluginError: asks() names over 10,000 addresses"),
        (asks_nonsense, "PluginError: asks() gave a str, not an Ask"),
    ],
)
def test_a_source_that_cannot_say_what_to_ask_is_on_record_and_harms_no_neighbour(
    tmp_path: Path,
    server: Server,
    asker: Callable[[tuple[Measure, ...]], Iterable[Any]],
    reason: str,
) -> None:
    with tracker(tmp_path, server, Asking("told", asker), Told("neighbour", honest)) as opened:
        report = opened.update(now=NOW)
        assert len(opened.history("held/neighbour")) == 1
    assert len(report.attempts) == 2
    (failed,) = report.failed
    assert (failed.source, failed.outcome) == ("told", "unreachable")
    assert (failed.reason or "").startswith(reason)


# When to ask again


def asked_at(opened: Tracker, hours: Iterable[float]) -> list[float]:
    """The hours, of those at which a scheduled update ran, in which something was asked."""
    return [
        hour for hour in hours if opened.update(due=True, now=NOW + timedelta(hours=hour)).attempts
    ]


@pytest.mark.parametrize("wait", ["18000", format_datetime(NOW + timedelta(hours=5), usegmt=True)])
def test_a_server_that_asks_for_it_is_left_alone_so_long(
    tmp_path: Path, server: Server, wait: str
) -> None:
    server.routes["/told"] = page(b"later", ("Retry-After", wait), status=429)
    with tracker(tmp_path, server, Told("told", honest), every="1h") as opened:
        assert opened.update(due=True, now=NOW).attempts[0].outcome == "postponed"
        server.routes["/told"] = page(b"20%", ("Content-Type", "text/plain"))
        assert asked_at(opened, [1, 2, 3, 4, 4.9]) == []
        assert asked_at(opened, [5]) == [5]
        assert len(opened.history("held/told")) == 1


def test_a_dead_address_is_asked_less_and_less_and_a_page_ends_that(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/told"] = page(b"", status=500)
    with tracker(tmp_path, server, Told("told", honest), every="1h") as opened:
        found = asked_at(opened, range(100))
        gaps = [later - earlier for earlier, later in pairwise(found)]
        assert gaps == sorted(gaps)
        assert gaps[0] == 1
        assert gaps[-1] > 20
        server.routes["/told"] = page(b"20%", ("Content-Type", "text/plain"))
        back = asked_at(opened, range(100, 200))
        assert [later - earlier for earlier, later in pairwise(back)] == [1] * (len(back) - 1)


def test_addresses_of_one_pace_drift_apart(tmp_path: Path, server: Server) -> None:
    names = ("told", "neighbour", "first", "second", "third", "fourth")
    sources = [Told(name, honest) for name in names]
    due_at: dict[str, int] = {}
    with tracker(tmp_path, server, *sources, every="10h") as opened:
        assert len(opened.update(due=True, now=NOW).attempts) == len(names)
        for minute in range(8 * 60, 10 * 60 + 1):
            for attempt in opened.update(due=True, now=NOW + timedelta(minutes=minute)).attempts:
                due_at.setdefault(attempt.source, minute)
    assert set(due_at) == set(names)
    assert len(set(due_at.values())) > 1
    assert all(9 * 60 <= minute <= 570 for minute in due_at.values())


# Where it runs


def test_it_works_inside_a_running_event_loop_and_in_a_thread_beside_it(
    tmp_path: Path, server: Server
) -> None:
    async def notebook() -> tuple[Attempt, ...]:
        with tracker(tmp_path, server, Told("told", honest)) as opened:
            first = opened.update(now=NOW)
            second = await asyncio.to_thread(opened.update, now=NOW + timedelta(days=1))
        return first.attempts + second.attempts

    assert [one.failed for one in asyncio.run(notebook())] == [False, False]
    assert server.paths == ["/told", "/told"]
