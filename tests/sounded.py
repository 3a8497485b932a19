"""A small world to sound: a server with a series and a page, and the claim file that asks them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from server import Server, page, serving

from claimtrack.cli import claimtrack

ALLOWED = {"CLAIMTRACK_ALLOW_PRIVATE": "1"}
LEVELS = b"day,share\n2026-03-01,0.19\n2026-03-02,0.2\n"
HTML = b"<!DOCTYPE html><html><body><p>As of 2 March 2026: <b>19%</b></p></body></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(
        {
            "/levels.csv": page(LEVELS, ("Content-Type", "text/csv"), ("Set-Cookie", "who=you")),
            "/office": page(HTML, ("Content-Type", "text/html; charset=utf-8")),
        }
    ) as running:
        yield running


def claims(url: str) -> str:
    return f"""\
[document]
id = "d"
title = "D"
published = 2026-03-01
[measure."held/land"]
asks = "What share?"
kind = "quantity"
unit = "share"
scope = "of the \\"old\\" land"
stale_after = "30d"
ask = [
  {{ source = "series", name = "map", url = "{url}/levels.csv", day = "day", value = "share" }},
  {{ source = "page", name = "office", url = "{url}/office", select = "b", expect = [0.05, 0.5] }},
  {{ source = "page", name = "down", url = "{url}/nowhere", select = "b" }},
]
[reads."held/land"]
subject = "land"
says = ["holds", "held"]
"""


def run(folder: Path, server: Server, *arguments: str) -> Result:
    (folder / "d.toml").write_text(claims(server.url))
    return CliRunner(env=ALLOWED).invoke(
        claimtrack, [*arguments, "--claims", str(folder / "d.toml")]
    )
