"""The ledger beside the wire: what went over it is counted once, and what did not go is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Clock
from server import Question, Route, Server, page, redirect, serving
from sounded import ALLOWED

import claimtrack
from claimtrack import Tracker
from claimtrack.cli import claimtrack as command
from claimtrack.ledger import Dealings

HEAD = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
MEASURE = """
[measure."held/{name}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "series", name = "{name}", url = "{url}", day = "d", value = "v" }}]
"""
CSV = ("Content-Type", "text/csv")
FIGURES = page(b"d,v\n2025-12-01,0.2\n", CSV)
HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as up:
        yield up


def opened(address: str, folder: Path, clock: Callable[[], datetime], **urls: str) -> Tracker:
    """A tracker on an empty database, with a source of each name that asks an address."""
    measures = (MEASURE.format(name=name, url=url) for name, url in urls.items())
    (folder / "report.toml").write_text(HEAD + "".join(measures))
    tracker = claimtrack.open(address, allow_private=True, clock=clock)
    tracker.add(folder / "report.toml")
    return tracker


def ledger(tracker: Tracker) -> dict[str, Dealings]:
    return {one.source: one for one in tracker.ledger()}


def weighed(route: Route, sent: list[int]) -> Route:
    """*route*, which notes the bytes of the heads and the bodies that it sends."""

    def weighing(question: Question) -> bytes:
        said = route(question)
        assert isinstance(said, bytes)
        _, _, after = said.partition(b"\r\n")
        sent.append(len(after) - len(b"\r\n"))
        return said

    return weighing


def test_requests_and_bytes_of_all_sources_are_what_went_over_the_wire(
    address: str, tmp_path: Path, clock: Clock, server: Server
) -> None:
    sent: list[int] = []
    moved = page(b"", ("Location", "/figures.csv"), status=302)
    server.routes |= {
        "/robots.txt": weighed(page(b"User-agent: *\nDisallow: /secret\n"), sent),
        "/figures.csv": weighed(FIGURES, sent),
        "/moved.csv": weighed(moved, sent),
    }
    both = f"{server.url}/figures.csv"
    with opened(
        address, tmp_path, clock, one=both, two=both, three=f"{server.url}/moved.csv"
    ) as tracker:
        for _ in range(3):
            tracker.update()
            clock.tick(hours=1)
        found = ledger(tracker)
    questions = len(server.asked) + len(server.robots)
    assert questions == 10  # three times the page, the way round and the page again, and robots.txt
    assert sum(one.requests for one in found.values()) == questions == len(sent)
    assert sum(one.bytes for one in found.values()) == sum(sent)
    assert sum(one.asks for one in found.values()) == 9
    alone, shared = sorted((found["one"], found["two"]), key=lambda one: one.shared)
    assert (alone.shared, shared.shared) == (0, 3)
    assert (shared.requests, shared.bytes, shared.seconds) == (0, 0, 0)
    assert shared.outcomes == alone.outcomes  # it was asked for both
    assert (found["three"].requests, found["three"].shared) in {(6, 0), (7, 0)}


def test_a_robots_txt_that_puts_everybody_off_is_counted_for_who_asked_for_it(
    address: str, tmp_path: Path, clock: Clock, server: Server
) -> None:
    sent: list[int] = []
    busy = page(b"", ("Retry-After", "7200"), status=503)
    server.routes["/robots.txt"] = weighed(busy, sent)
    with opened(address, tmp_path, clock, one=f"{server.url}/a.csv") as tracker:
        tracker.update()
        found = ledger(tracker)["one"]
    assert (len(server.asked), len(server.robots)) == (0, 1)
    assert (found.requests, found.bytes) == (1, sum(sent))


def test_a_source_put_off_for_what_another_was_told_says_why_and_until_when(
    address: str, tmp_path: Path, clock: Clock, server: Server
) -> None:
    server.routes |= {"/one.csv": FIGURES, "/two.csv": FIGURES}
    urls = {name: f"{server.url}/{name}.csv" for name in ("one", "two")}
    with opened(address, tmp_path, clock, **urls) as tracker:
        began = clock()
        tracker.update()
        assert [one.put_off for one in ledger(tracker).values()] == [None, None]
        refused = clock.tick(hours=1)
        server.routes["/one.csv"] = page(b"", ("Retry-After", "7200"), status=429)
        tracker.update()
        found = ledger(tracker)
        told, other = found["one"], found["two"]
        assert (told.last_outcome, other.last_outcome) == ("postponed", "fetched")
        assert (told.not_asked, other.not_asked, other.asks) == (0, 1, 1)
        assert other.last_confirmed_at == other.last_asked_at == began
        for one, at in ((told, None), (other, refused)):
            assert one.put_off is not None
            assert one.put_off.at == at
            assert one.put_off.until == refused + 2 * HOUR
            assert "HTTP 429" in one.put_off.reason
        clock.tick(hours=2)
        server.routes["/one.csv"] = FIGURES
        tracker.update()
        assert [one.put_off for one in ledger(tracker).values()] == [None, None]


def test_a_scheduled_update_that_passes_a_host_over_is_no_silence(
    address: str, tmp_path: Path, clock: Clock, server: Server
) -> None:
    server.routes["/one.csv"] = page(b"", ("Retry-After", "7200"), status=429)
    with opened(address, tmp_path, clock, one=f"{server.url}/one.csv") as tracker:
        tracker.update(due=True)
        until = clock() + 2 * HOUR
        measures = (tmp_path / "report.toml").read_text()
        late = MEASURE.format(name="late", url=f"{server.url}/late.csv")
        (tmp_path / "report.toml").write_text(measures + late)
        tracker.add(tmp_path / "report.toml")
        clock.tick(minutes=30)
        assert not tracker.update(due=True).attempts
        found = ledger(tracker)["late"]
    assert (found.asks, found.not_asked, found.last_outcome) == (0, 0, None)
    assert found.put_off is not None
    assert (found.put_off.at, found.put_off.until) == (None, until)


def test_a_host_that_is_down_puts_off_all_that_ask_it(
    address: str, tmp_path: Path, clock: Clock
) -> None:
    with serving() as other:
        dead = other.url
    urls = {f"s{n}": f"{dead}/{n}.csv" for n in range(4)}
    with opened(address, tmp_path, clock, **urls) as tracker:
        tracker.update(due=True)
        found = ledger(tracker)
        assert [one.not_asked for one in found.values()] == [0, 0, 0, 1]
        for one in found.values():
            assert one.put_off is not None
            assert "3 connections in a row failed" in one.put_off.reason
            assert one.put_off.until is not None
            assert clock() < one.put_off.until <= clock() + HOUR
        clock.tick(hours=1)
        again = ledger(tracker)
    # By now whoever comes next may try: what was left alone then says why it was.
    assert again["s0"].put_off is None
    assert again["s3"].put_off is not None
    assert again["s3"].put_off.until is None


def test_an_address_that_is_named_no_more_puts_nobody_off(
    address: str, tmp_path: Path, clock: Clock, server: Server
) -> None:
    server.routes["/one.csv"] = page(b"", ("Retry-After", "7200"), status=429)
    with opened(address, tmp_path, clock, one=f"{server.url}/one.csv") as tracker:
        tracker.update()
        assert ledger(tracker)["one"].put_off is not None
        elsewhere = MEASURE.format(name="one", url="http://elsewhere.example/one.csv")
        (tmp_path / "report.toml").write_text(HEAD + elsewhere)
        tracker.add(tmp_path / "report.toml")
        assert ledger(tracker)["one"].put_off is None


def test_the_table_tells_what_is_put_off_what_is_shared_and_the_sum(
    tmp_path: Path, server: Server
) -> None:
    server.routes |= {
        "/both.csv": FIGURES,
        "/busy.csv": FIGURES,
        "/robots.txt": redirect("/nowhere"),
    }
    db = tmp_path / "claims.db"
    both, busy = f"{server.url}/both.csv", f"{server.url}/busy.csv"
    now = datetime.now(UTC)
    moments = [now - timedelta(minutes=5)]
    # In the order of their names, so that the second update is refused first of all.
    with opened(str(db), tmp_path, lambda: moments[-1], one=both, two=both, busy=busy) as tracker:
        tracker.update()
        server.routes["/busy.csv"] = page(b"", ("Retry-After", "90000"), status=429)
        moments.append(now)
        tracker.update()
    ran = CliRunner(env=ALLOWED).invoke(command, ["--db", str(db), "sources"])
    lines = {line.split()[0]: line for line in ran.stdout.splitlines() if line}
    until = f"until {now + timedelta(seconds=90000):%Y-%m-%d %H:%M}: 127.0.0.1"
    assert ran.exit_code == 0, ran.output
    assert until in lines["one"]
    assert "put off" in lines["two"]
    assert until in lines["busy"]
    assert "postponed" in lines["busy"]
    assert "0 +1 shared" in lines["one"] + lines["two"]
    asked = len(server.asked) + len(server.robots)
    assert f"over the wire: {asked} requests, " in ran.stdout
