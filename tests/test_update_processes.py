"""Scheduled updates, as a machine runs them: real processes, and a server that counts."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from server import Question, Server, answer, page, serving

import claimtrack
from claimtrack import Observation
from claimtrack.store import Store

PAGES = 12

HEAD = """
[document]
id = "report"
title = "A report"
published = 2026-01-01
"""
MEASURE = """
[measure."held/m{n}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "series", name = "s{n}", url = "{url}/{n}.csv", day = "d", value = "v"{every} }}]

[[claim]]
id = "claim-{n}"
measure = "held/m{n}"
statement = "A fifth of it is held."
said = "one-fifth"
"""
FIGURES = b"d,v\n" + b"".join(b"2025-12-%02d,0.2\n" % day for day in range(1, 29))


@dataclass
class Job:
    """A folder with a claim file and a database, as a scheduler finds it."""

    folder: Path
    environment: dict[str, str]

    @property
    def db(self) -> Path:
        return self.folder / "claims.db"

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "claimtrack", "--db", str(self.db), *arguments],
            env={**self.environment, "CLAIMTRACK_ALLOW_PRIVATE": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        process = self.start(*arguments)
        printed, complained = process.communicate()
        assert process.returncode == 0, complained
        return printed


def job(folder: Path, environment: dict[str, str], server: Server, every: str = "6h") -> Job:
    folder.mkdir(exist_ok=True)
    pace = f', every = "{every}"' if every else ""
    measures = [MEASURE.format(n=n, url=server.url, every=pace) for n in range(PAGES)]
    (folder / "report.toml").write_text(HEAD + "".join(measures))
    made = Job(folder, environment)
    made.run("add", str(folder / "report.toml"))
    return made


def slow(question: Question) -> bytes:
    time.sleep(0.05)
    return answer(200, FIGURES, [("Content-Type", "text/csv")])


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({f"/{n}.csv": slow for n in range(PAGES)}) as running:
        yield running


def figures_asked(server: Server) -> Counter[str]:
    return Counter(path for path in server.paths if path.endswith(".csv"))


ONCE = Counter({f"/{n}.csv": 1 for n in range(PAGES)})


def facts(db: Path) -> list[tuple[Any, ...]]:
    """What is on record of every measure, without its times."""
    with claimtrack.open(db, readonly=True) as tracker:
        histories = [tracker.history(f"held/m{n}") for n in range(PAGES)]
        standings = [str(one) for one in tracker.standings(at="2025-12-20")]
    return [*map(_timeless, (seen for history in histories for seen in history)), tuple(standings)]


def _timeless(seen: Observation) -> tuple[Any, ...]:
    return seen.id, seen.value, seen.as_of, seen.snapshot, seen.quote, seen.url


def both_at_once(start: Callable[..., subprocess.Popen[str]], db: str, *arguments: str) -> int:
    """How many attempts two updates started at once report together. They begin while the lease is
    held here, so that one that is slow to start is not later than what the other asked.
    """
    with ExitStack() as held:
        if "--due" not in arguments:  # such a one would leave it to whoever has the lease
            held.enter_context(held.enter_context(Store.open(db)).lease(wait=True))
        both = [start("update", "--json", *arguments) for _ in range(2)]
        time.sleep(0 if "--due" in arguments else 4)
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    return sum(len(json.loads(printed)["attempts"]) for printed, _ in told)


@pytest.mark.parametrize("arguments", [("--due",), ()])
def test_two_started_at_once_ask_each_address_once(
    tmp_path: Path, environment: dict[str, str], server: Server, arguments: tuple[str, ...]
) -> None:
    made = job(tmp_path, environment, server)
    assert both_at_once(made.start, str(made.db), *arguments) == PAGES
    assert figures_asked(server) == ONCE
    assert len(facts(made.db)) == PAGES * 28 + 1


def test_killed_at_any_moment_the_next_run_makes_the_record_whole(
    tmp_path: Path, environment: dict[str, str], server: Server
) -> None:
    untouched = job(tmp_path / "untouched", environment, server)
    untouched.run("update")
    killed = job(tmp_path / "killed", environment, server)
    chance = random.Random(20260101)
    asked = len(server.asked)
    for _ in range(5):
        process = killed.start("update", "--due")
        reached = asked + chance.randrange(1, PAGES)
        while len(server.asked) < reached and process.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.communicate()
        asked = len(server.asked)
    killed.run("update")
    assert facts(killed.db) == facts(untouched.db)
    assert sorted(path.name for path in killed.folder.iterdir()) == ["claims.db", "report.toml"]


READER = """
import sys, claimtrack
with claimtrack.open(sys.argv[1], readonly=True) as tracker:
    measures = sorted({claim.measure for claim in tracker.claims()})
    for _ in sys.stdin:
        histories = [tracker.history(measure) for measure in measures]
        tracker.standings()
        print(*[f"{len(found)}={len(found.to_pandas())}" for found in histories], flush=True)
"""


def test_a_script_that_reads_beside_an_update_sees_whole_batches_only(
    tmp_path: Path, environment: dict[str, str], server: Server
) -> None:
    made = job(tmp_path, environment, server)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(made.db)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert reader.stdin is not None
    assert reader.stdout is not None
    update = made.start("update")
    seen: list[str] = []
    while update.poll() is None or len(seen) < 2:
        reader.stdin.write("again\n")
        reader.stdin.flush()
        seen += reader.stdout.readline().split()
    update.communicate()
    last, complained = reader.communicate("again\n")
    assert (reader.returncode, complained, update.returncode) == (0, "", 0)
    assert set(seen) <= {"0=0", "28=28"}
    assert last.split() == ["28=28"] * PAGES


def test_a_month_of_an_hourly_crontab_asks_as_often_as_every_says(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    steady = page(FIGURES, ("Content-Type", "text/csv"), ("ETag", '"1"'))
    with serving({f"/{n}.csv": steady for n in range(3)}) as server:
        made = job(tmp_path, environment, server)
        start = datetime(2026, 1, 1, 0, 17, tzinfo=UTC)
        noise = random.Random(1)
        now = [start]
        with claimtrack.open(made.db, clock=lambda: now[0], allow_private=True) as tracker:
            for hour in range(30 * 24):
                # Cron is punctual to a few seconds, and the work before the first ask is not.
                now[0] = start + timedelta(hours=hour, seconds=noise.uniform(0, 40))
                tracker.update(due=True, measures=[f"held/m{n}" for n in range(3)])
    assert figures_asked(server) == {f"/{n}.csv": 30 * 4 for n in range(3)}


def test_a_month_against_a_dead_server_asks_less_and_less_and_never_gives_up(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with serving({"/0.csv": page(b"", status=500)}) as server:
        made = job(tmp_path, environment, server)
        start = datetime(2026, 1, 1, 0, 17, tzinfo=UTC)
        asked: list[timedelta] = []
        with claimtrack.open(made.db, allow_private=True) as tracker:
            for hour in range(30 * 24):
                report = tracker.update(
                    due=True, measures=["held/m0"], now=start + timedelta(hours=hour)
                )
                asked += [timedelta(hours=hour) for _ in report.attempts]
            gaps = [later - earlier for earlier, later in pairwise(asked)]
            assert gaps == sorted(gaps)
            assert timedelta(days=5) < gaps[-1] <= timedelta(days=6)  # 24 times six hours
            assert 8 <= len(asked) <= 10
            server.routes["/0.csv"] = page(FIGURES, ("Content-Type", "text/csv"))
            for hour in range(30 * 24, 37 * 24 + 1):
                tracker.update(due=True, measures=["held/m0"], now=start + timedelta(hours=hour))
            assert len(tracker.history("held/m0")) == 28
