"""Spacing between processes that share one database, as the server itself records it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from server import Question, Server, answer, serving

import claimtrack

SPACING = 0.2
#: Each process asks so many pages of the one host.
PAGES = 8

ASKS = """
import asyncio, sys
from datetime import UTC, datetime
from claimtrack.fetch import fetch
from claimtrack.pages import Request
from claimtrack.store import Store

async def ask(store, urls):
    batches = fetch([Request(url) for url in urls], clock=lambda: datetime.now(UTC),
                    allow_private=True, book=store.hosts)
    return [answer.outcome async for batch in batches for answer in batch]

with Store.open(sys.argv[1]) as store:
    print(*asyncio.run(ask(store, sys.argv[2:])))
"""


@dataclass
class Record:
    """A host that writes down when it was asked, and asks for a delay."""

    server: Server
    asked_at: list[float] = field(default_factory=list)

    def note(self, question: Question) -> bytes:
        self.asked_at.append(time.monotonic())
        return answer(200, b"d,v\n2026-01-01,0.2\n", [("Content-Type", "text/csv")])

    def note_rules(self, question: Question) -> bytes:
        """The delay holds from the first page on, which is asked for after these rules."""
        self.asked_at.append(time.monotonic())
        return answer(200, f"User-agent: *\nCrawl-delay: {SPACING}\n".encode())

    def gaps(self) -> list[float]:
        return [later - earlier for earlier, later in pairwise(sorted(self.asked_at))]


@pytest.fixture
def record() -> Iterator[Record]:
    with serving() as server:
        made = Record(server)
        server.routes["/robots.txt"] = made.note_rules
        paths = [f"/{process}/{n}" for process in range(4) for n in range(PAGES)]
        server.routes |= dict.fromkeys(paths, made.note)
        yield made


def started(script: str, environment: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_four_processes_keep_their_distance_though_one_is_killed(
    address: str, environment: dict[str, str], record: Record
) -> None:
    def ask(process: int) -> subprocess.Popen[str]:
        urls = [f"{record.server.url}/{process}/{n}" for n in range(PAGES)]
        return started(ASKS, environment, address, *urls)

    processes = [ask(0)]
    while len(record.asked_at) < 2 and processes[0].poll() is None:
        time.sleep(0.01)  # the rules and a page: whoever comes now knows of the delay
    processes += [ask(process) for process in range(1, 4)]
    while len(record.asked_at) < PAGES and any(one.poll() is None for one in processes):
        time.sleep(0.01)
    processes[0].kill()
    told = [process.communicate() for process in processes]
    assert [printed.split() for printed, _ in told[1:]] == [["fetched"] * PAGES] * 3, told
    assert 3 * PAGES < len(record.asked_at) <= 4 * PAGES + 1
    assert len(record.server.robots) == 1
    assert min(record.gaps()) >= SPACING


MEASURE = """
[measure."held/m{n}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "series", name = "s{n}", url = "{url}/0/{n}", day = "d", value = "v" }}]
"""


def test_updates_one_after_another_keep_their_distance_too(
    tmp_path: Path, environment: dict[str, str], record: Record
) -> None:
    head = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
    measures = [MEASURE.format(n=n, url=record.server.url) for n in range(PAGES)]
    (tmp_path / "report.toml").write_text(head + "".join(measures))
    db = tmp_path / "claims.db"
    with claimtrack.open(db) as tracker:
        tracker.add(tmp_path / "report.toml")
    update = "import sys; from claimtrack.__main__ import main; sys.argv[0] = 'claimtrack'; main()"
    updates = [
        started(
            update,
            {**environment, "CLAIMTRACK_ALLOW_PRIVATE": "1"},
            "--db",
            str(db),
            "update",
            "--measure",
            f"held/m{n}",
            "--measure",
            f"held/m{n + 1}",
        )
        for n in range(0, PAGES, 2)
    ]
    while len(record.asked_at) < 2 and any(one.poll() is None for one in updates):
        time.sleep(0.01)
    updates[0].kill()
    for one in updates:
        one.communicate()
    assert [one.returncode for one in updates[1:]] == [0, 0, 0]
    assert len(record.asked_at) >= PAGES - 2
    assert min(record.gaps()) >= SPACING
    assert len(record.server.robots) <= 2  # one, and a second where the first update was killed
