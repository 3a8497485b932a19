"""The canary: each source asked once, live, with a line for whoever looks after them."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from server import Server, page
from sounded import ALLOWED, HTML, claims, run
from sounded import server as server

from claimtrack.cli import claimtrack

PARTS = """
[document]
id = "d"
title = "D"
published = 2026-03-01
[measure."held/land"]
asks = "What share of the land?"
kind = "quantity"
unit = "share"
ask = [{{ source = "series", name = "map", url = "{url}/levels.csv", day = "day", value = "share"}}]
[measure."held/sea"]
asks = "What share of the sea?"
kind = "quantity"
unit = "share"
ask = [{{ source = "series", name = "map", url = "{url}/levels.csv", day = "day", value = "sea" }}]
"""


def test_each_source_is_asked_once_and_told_in_a_line(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "sources", "--test")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[:4] == [
        f"down (page): FAILED: {server.url}/nowhere: gone: HTTP 404 Not Found",
        "map (series): fetched, 2 readings",
        "office (page): fetched, 1 reading",
        "2 answered, 1 failed, 0 put off",
    ]
    assert lines[4].startswith("plugins not asked, for no measure asks them: ")
    assert "deepstate" in lines[4]
    assert sorted(server.paths) == ["/levels.csv", "/nowhere", "/office"]
    assert [path.name for path in tmp_path.iterdir()] == ["d.toml"]  # nothing is recorded


def test_what_the_database_asks_is_tested_without_a_claim_file(
    server: Server, tmp_path: Path
) -> None:
    (tmp_path / "d.toml").write_text(claims(server.url))
    db = str(tmp_path / "d.db")
    runner = CliRunner(env=ALLOWED)
    assert runner.invoke(claimtrack, ["add", str(tmp_path / "d.toml"), "--db", db]).exit_code == 0
    done = runner.invoke(
        claimtrack, ["sources", "--test", "--source", "office", "--db", db, "--json"]
    )
    (tested,) = json.loads(done.stdout)["tested"]
    assert (tested["source"], tested["plugin"], tested["readings"]) == ("office", "page", 1)
    missing = runner.invoke(claimtrack, ["sources", "--test", "--db", str(tmp_path / "no.db")])
    assert missing.exit_code != 0


def test_it_exits_3_where_every_source_failed(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "sources", "--test", "--source", "down")
    assert done.exit_code == 3
    server.routes["/office"] = page(HTML.replace(b"19%", b"79%"), ("Content-Type", "text/html"))
    done = run(tmp_path, server, "sources", "--test", "--source", "office")
    assert done.exit_code == 3
    told = f"office (page): FAILED: {server.url}/office: held/land: quarantined: 0.79 is outside"
    assert told in done.stdout


def test_a_job_of_every_day_is_silent_while_all_is_well_and_strict_where_it_is_not(
    server: Server, tmp_path: Path
) -> None:
    daily = ("sources", "--test", "--strict", "--quiet")
    well = run(tmp_path, server, *daily, "--source", "map", "--source", "office")
    assert (well.exit_code, well.output) == (0, "")
    done = run(tmp_path, server, *daily)
    assert done.exit_code == 3
    assert done.stdout.splitlines() == [
        f"down (page): FAILED: {server.url}/nowhere: gone: HTTP 404 Not Found"
    ]


def test_who_is_put_off_for_what_another_was_told_has_not_failed(
    server: Server, tmp_path: Path
) -> None:
    server.routes["/levels.csv"] = page(b"", ("Retry-After", "7200"), status=429)
    done = run(tmp_path, server, "sources", "--test", "--source", "map", "--source", "office")
    assert done.exit_code == 3  # nothing came of any
    failed, put_off, sums = done.stdout.splitlines()
    assert failed.startswith(f"map (series): FAILED: {server.url}/levels.csv: postponed: HTTP 429")
    assert put_off.startswith(f"office (page): PUT OFF: {server.url}/office: postponed: 127.0.0.1")
    assert "is not asked before" in put_off
    assert sums == "0 answered, 1 failed, 1 put off"
    assert server.paths == ["/levels.csv"]


def test_what_is_read_in_part_says_which_part_is_not(server: Server, tmp_path: Path) -> None:
    claims = tmp_path / "parts.toml"
    claims.write_text(PARTS.format(url=server.url))
    done = CliRunner(env=ALLOWED).invoke(
        claimtrack, ["sources", "--test", "--strict", "--claims", str(claims)]
    )
    assert done.exit_code == 0, done.output
    assert (
        "map (series): fetched, in part unreadable, 2 readings; held/sea: unreadable: "
        in done.stdout
    )


def test_a_source_that_nothing_asks_is_an_unknown_name(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "sources", "--test", "--source", "offise")
    assert done.exit_code == 1
    assert "did you mean office" in str(done.exception)
