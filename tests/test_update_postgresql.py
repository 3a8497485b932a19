"""Scheduled updates of one PostgreSQL database by several processes: no harm, no double work."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from postgres import Postgres
from server import Server, serving
from test_update_processes import HEAD, MEASURE, PAGES, both_at_once, slow

import claimtrack


@dataclass
class Job:
    """A claim file and an empty database on a server, as a scheduler finds them."""

    address: str
    environment: dict[str, str]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "claimtrack", "--db", self.address, *arguments],
            env={**self.environment, "CLAIMTRACK_ALLOW_PRIVATE": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def facts(self) -> list[tuple[str, ...]]:
        """What is on record of every measure, without its times."""
        with claimtrack.open(self.address, readonly=True) as tracker:
            histories = [tracker.history(f"held/m{n}") for n in range(PAGES)]
        return sorted((seen.id, str(seen.value)) for history in histories for seen in history)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({f"/{n}.csv": slow for n in range(PAGES)}) as running:
        yield running


def job(folder: Path, postgres: Postgres, environment: dict[str, str], server: Server) -> Job:
    measures = [MEASURE.format(n=n, url=server.url, every=', every = "6h"') for n in range(PAGES)]
    (folder / "report.toml").write_text(HEAD + "".join(measures))
    made = Job(postgres.url(postgres.new()), environment)
    with claimtrack.open(made.address) as tracker:
        tracker.add(folder / "report.toml")
    return made


@pytest.mark.parametrize("arguments", [("--due",), ()])
def test_two_started_at_once_ask_each_address_once(
    tmp_path: Path,
    postgres: Postgres,
    environment: dict[str, str],
    server: Server,
    arguments: tuple[str, ...],
) -> None:
    made = job(tmp_path, postgres, environment, server)
    assert both_at_once(made.start, made.address, *arguments) == PAGES
    assert Counter(server.paths) == Counter({f"/{n}.csv": 1 for n in range(PAGES)})
    assert len(made.facts()) == len(set(made.facts())) == PAGES * 28


def test_killed_in_the_middle_the_next_run_makes_the_record_whole(
    tmp_path: Path, postgres: Postgres, environment: dict[str, str], server: Server
) -> None:
    made = job(tmp_path, postgres, environment, server)
    chance = random.Random(20260102)
    for _ in range(3):
        reached = len(server.asked) + chance.randrange(1, PAGES)
        process = made.start("update", "--due")
        while len(server.asked) < reached and process.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.communicate()
    last = made.start("update")
    _, complained = last.communicate()
    assert last.returncode == 0, complained
    assert len(made.facts()) == len(set(made.facts())) == PAGES * 28
