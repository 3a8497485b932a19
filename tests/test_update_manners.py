"""Manners of a whole update: what is kept between updates, and what counts against a source."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from server import Server, page, serving
from sounded import ALLOWED

import claimtrack
from claimtrack.cli import claimtrack as command
from claimtrack.errors import BadValue
from claimtrack.fetch.dialling import Dialler
from claimtrack.fetch.web import GuardedTransport
from claimtrack.tracker import Tracker

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FIGURES = page(b"d,v\n2025-12-01,0.2\n", ("Content-Type", "text/csv"))
MEASURE = """
[measure."held/m{n}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "series", name = "s{n}", url = "{url}/{n}.csv", day = "d", value = "v", every = "1h" }}]
"""  # noqa: E501


def opened(folder: Path, *urls: str) -> Tracker:
    """A tracker on a file, with a measure asked at each of *urls*."""
    head = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
    measures = [MEASURE.format(n=n, url=url) for n, url in enumerate(urls)]
    (folder / "report.toml").write_text(head + "".join(measures))
    tracker = claimtrack.open(folder / "claims.db", allow_private=True)
    tracker.add(folder / "report.toml")
    return tracker


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({f"/{n}.csv": FIGURES for n in range(5)}) as running:
        yield running


def told(tracker: Tracker, at: datetime, *, due: bool = False) -> list[tuple[str, bool]]:
    return [(one.outcome, one.asked) for one in tracker.update(now=at, due=due).attempts]


def test_a_host_s_pause_outlives_the_tracker_and_nothing_counts_against_what_was_not_asked(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/0.csv"] = page(b"", ("Retry-After", "7200"), status=429)
    with opened(tmp_path, *[server.url] * 3) as tracker:
        assert told(tracker, NOW) == [("postponed", True), *[("postponed", False)] * 2]
    with claimtrack.open(tmp_path / "claims.db", allow_private=True) as tracker:
        hour = NOW + timedelta(hours=1)
        assert told(tracker, hour, due=True) == []
        assert told(tracker, hour) == [("postponed", False)] * 3
        server.routes["/0.csv"] = FIGURES
        # The others never failed, so that they are due as if nothing had been.
        assert told(tracker, NOW + timedelta(hours=2), due=True) == [("fetched", True)] * 3
    assert len(server.asked) == 4


def test_a_scheduled_update_leaves_a_dead_host_alone_and_asks_all_when_it_is_back(
    tmp_path: Path, server: Server
) -> None:
    with serving() as other:
        dead = other.url
    with opened(tmp_path, *[dead] * 5) as tracker:
        first = told(tracker, NOW, due=True)
        assert [asked for _, asked in first] == [True] * 3 + [False] * 2
        assert told(tracker, NOW + timedelta(minutes=30), due=True) == []
        second = told(tracker, NOW + timedelta(hours=1), due=True)
        assert [asked for _, asked in second].count(True) == 1
        assert told(tracker, NOW + timedelta(hours=2), due=True) == []
        assert len(told(tracker, NOW + timedelta(hours=2))) == 5  # a person may look


def test_what_robots_txt_forbids_is_a_failure_that_is_shown(tmp_path: Path, server: Server) -> None:
    server.routes["/robots.txt"] = page(b"User-agent: claimtrack\nDisallow: /1.csv\n")
    opened(tmp_path, server.url, server.url).close()
    ran = CliRunner(env=ALLOWED).invoke(command, ["--db", str(tmp_path / "claims.db"), "update"])
    assert ran.exit_code == 0
    assert f"s1: {server.url}/1.csv: disallowed: {server.url}/robots.txt forbids /1.csv" in (
        ran.stderr
    )
    assert "asked 2, failed 1" in ran.stdout
    assert server.paths == ["/0.csv"]


def no_names() -> GuardedTransport:
    async def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    return GuardedTransport(Dialler(lambda: None, resolve=resolve))  # type: ignore[arg-type,return-value]


def test_a_network_that_is_down_counts_against_no_source(tmp_path: Path) -> None:
    urls = [f"http://{n}.example" for n in range(3)]
    with opened(tmp_path, *urls) as tracker:
        for hour in range(100):
            report = tracker.update(due=True, now=NOW + timedelta(hours=hour), transport=no_names())
            # Not one failure that the next wait would double for.
            assert [one.asked for one in report.attempts] == [False] * 3
            assert {one.reason for one in report.attempts} == {
                "no name can be looked up here: Temporary failure in name resolution"
            }
            assert report.nothing_came


@pytest.mark.parametrize("is_deaf", [True, False])
def test_nobody_is_silent_while_nobody_listens(tmp_path: Path, is_deaf: bool) -> None:
    def speaks(request: httpx.Request) -> httpx.Response:
        given = b"d,v\n2025-12-29,0.2\n2025-12-30,0.2\n2025-12-31,0.2\n"
        return httpx.Response(404 if request.url.path == "/robots.txt" else 200, content=given)

    gone = httpx.MockTransport(lambda request: httpx.Response(404))
    with opened(tmp_path, "http://one.example") as tracker:
        tracker.update(now=NOW, transport=httpx.MockTransport(speaks))
        later = NOW + timedelta(days=20)
        report = tracker.update(now=later, transport=no_names() if is_deaf else gone)
    assert (report.silent == ()) is is_deaf


def test_a_contact_goes_to_every_server(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path, server.url).close()
    db = tmp_path / "claims.db"
    with claimtrack.open(db, allow_private=True, contact="desk@paper.example") as tracker:
        tracker.update()
    monkeypatch.setenv("CLAIMTRACK_CONTACT", "https://paper.example/bot")
    with claimtrack.open(db, allow_private=True) as tracker:
        tracker.update()
    agents = [question.headers["user-agent"] for question in [*server.robots, *server.asked]]
    assert ["desk@paper.example" in agent for agent in agents] == [True, True, False]
    assert agents[-1].endswith("(https://paper.example/bot)")
    with pytest.raises(BadValue, match="contact"):
        claimtrack.open(db, contact="desk\r\nCookie: a")


def test_what_was_not_asked_says_so_in_json(tmp_path: Path, server: Server) -> None:
    server.routes["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 90\n")
    opened(tmp_path, server.url, server.url).close()
    ran = CliRunner(env=ALLOWED).invoke(
        command, ["--db", str(tmp_path / "claims.db"), "update", "--json"]
    )
    attempts = json.loads(ran.stdout)["attempts"]
    assert [one["asked"] for one in attempts] == [True, False]
    assert attempts[1]["outcome"] == "postponed"


def test_a_source_s_own_spacing_holds(tmp_path: Path, server: Server) -> None:
    class Slow(claimtrack.Source):
        name = "slow"
        describes = claimtrack.Description("Example", spacing=90)

        def asks(self, measures, *, since=None):  # type: ignore[no-untyped-def]
            return [claimtrack.Ask(f"{server.url}/{n}.csv", measures) for n in range(2)]

        def read(self, page, measures):  # type: ignore[no-untyped-def]
            return []

    class Plugin:
        @claimtrack.hookimpl
        def claimtrack_sources(self) -> list[claimtrack.Source]:
            return [Slow()]

    (tmp_path / "report.toml").write_text(
        '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
        '[measure."held/m"]\nasks = "What share?"\nkind = "quantity"\nunit = "share"\n'
        'ask = [{ source = "slow" }]\n'
    )
    db = tmp_path / "claims.db"
    with claimtrack.open(db, allow_private=True, plugins=[Plugin()]) as tracker:
        tracker.add(tmp_path / "report.toml")
        first, second = tracker.update().attempts
    assert (first.outcome, second.outcome, second.asked) == ("fetched", "postponed", False)


def test_a_handed_in_transport_is_asked_for_robots_txt(tmp_path: Path) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        forbids = b"User-agent: *\nDisallow: /" if request.url.path == "/robots.txt" else b""
        return httpx.Response(200, content=forbids)

    with opened(tmp_path, "https://one.example") as tracker:
        (attempt,) = tracker.update(transport=httpx.MockTransport(handle)).attempts
    assert attempt.outcome == "disallowed"


def test_an_update_that_waits_for_its_turn_works_in_a_running_loop(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 0.2\n")

    async def notebook() -> list[str]:
        with opened(tmp_path, server.url, server.url) as tracker:
            return [one.outcome for one in tracker.update().attempts]

    assert asyncio.run(notebook()) == ["fetched", "fetched"]
