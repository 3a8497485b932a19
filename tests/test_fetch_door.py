"""The one door: an update opens no socket elsewhere, as the interpreter itself reports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from server import page, serving

UPDATES = """
import os, sys, threading

events = []

def door(event, arguments):
    if not event.startswith("socket."):
        return
    frame, files = sys._getframe(), set()
    while frame is not None:
        files.add(frame.f_code.co_filename)
        frame = frame.f_back
    inside = {file.rpartition(os.sep)[2] for file in files if FETCH in file}
    events.append((event, threading.current_thread().name, inside))

FETCH = os.path.join("claimtrack", "fetch") + os.sep
sys.addaudithook(door)

import claimtrack

class Naughty(claimtrack.Source):
    name = "naughty"
    describes = claimtrack.Description("Example")

    def asks(self, measures, *, since=None):
        return [claimtrack.Ask(sys.argv[2] + "/0.csv", measures)]

    def read(self, page, measures):
        if "naughty" in sys.argv:
            import socket
            socket.socket().close()
        return []

class Plugin:
    @claimtrack.hookimpl
    def claimtrack_sources(self):
        return [Naughty()]

import claimtrack_page, claimtrack_series

plugins = [Plugin(), claimtrack_page, claimtrack_series]
with claimtrack.open(sys.argv[1] + "/claims.db", allow_private=True, plugins=plugins) as tracker:
    tracker.add(claimtrack.load_document(sys.argv[1] + "/report.toml", plugins=plugins))
    report = tracker.update()
    tracker.standings()

def is_the_door_s(event, thread, inside):
    if event in {"socket.getaddrinfo", "socket.gethostname"} and thread.startswith("asyncio_"):
        return True  # a name is looked up in a thread of the loop's own
    if event == "socket.connect":
        return "dialling.py" in inside
    return bool(inside) or thread == "claimtrack-fetch"

print(len(report.attempts), len(report.failed), sum(one[0] == "socket.connect" for one in events))
print(*sorted({one[0] for one in events if not is_the_door_s(*one)}))
"""

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2026-01-01

[measure."held/m0"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [
    {{ source = "series", name = "s0", url = "{url}/0.csv", day = "d", value = "v" }},
    {{ source = "page", name = "p0", url = "{named}/1.html", select = "b" }},
    {{ source = "naughty" }},
]

[[claim]]
id = "claim"
measure = "held/m0"
statement = "A fifth of it is held."
said = "one-fifth"
"""


@pytest.mark.parametrize(("argument", "elsewhere"), [("good", ""), ("naughty", "socket.__new__")])
def test_an_update_opens_no_socket_but_at_the_door(
    tmp_path: Path, environment: dict[str, str], argument: str, elsewhere: str
) -> None:
    routes = {
        "/0.csv": page(b"d,v\n2025-12-01,0.2\n", ("Content-Type", "text/csv")),
        "/1.html": page(b"<p>Held: <b>20%</b></p>", ("Content-Type", "text/html")),
    }
    with serving(routes) as server:
        named = f"http://localhost:{server.port}"
        (tmp_path / "report.toml").write_text(CLAIMS.format(url=server.url, named=named))
        ran = subprocess.run(
            [sys.executable, "-c", UPDATES, str(tmp_path), server.url, argument],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert ran.returncode == 0, ran.stderr
    counts, found = ran.stdout.splitlines()
    attempts, failed, connects = map(int, counts.split())
    assert (attempts, connects >= 2) == (3, True)
    assert failed == 1  # the naughty one reads nothing, whatever it does
    assert found == elsewhere


def test_no_secret_goes_to_a_robots_txt(tmp_path: Path, environment: dict[str, str]) -> None:
    script = """
import asyncio, sys
from datetime import UTC, datetime
from claimtrack.fetch import fetch
from claimtrack.pages import Request

async def ask(url):
    request = Request(url, headers=(("x-key", "s3cret"),), secret_env="CLAIMTRACK_TOKEN")
    batches = fetch([request], clock=lambda: datetime.now(UTC), allow_private=True)
    return [answer.outcome async for batch in batches for answer in batch]

print(*asyncio.run(ask(sys.argv[1])))
"""
    with serving({"/": page(b"hello")}) as server:
        ran = subprocess.run(
            [sys.executable, "-c", script, f"{server.url}/"],
            env={**environment, "CLAIMTRACK_TOKEN": "s3cret"},
            capture_output=True,
            text=True,
        )
    assert ran.stdout.strip() == "fetched", ran.stderr
    assert server.asked[0].headers["authorization"] == "Bearer s3cret"
    assert "s3cret" not in str(server.robots[0].headers)
