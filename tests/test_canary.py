"""The canary: each source asked once, live, with a line for whoever looks after them."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from server import Server, page
from sounded import ALLOWED, HTML, claims, run
from sounded import server as server

from claimtrack.cli import claimtrack


def test_each_source_is_asked_once_and_told_in_a_line(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "sources", "--test")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "down: FAILED: gone, 0 readings, HTTP 404 Not Found",
        "map: fetched, 2 readings",
        "office: fetched, 1 reading",
    ]
    assert lines[3].startswith("not asked, for no measure asks them: ")
    assert "deepstate" in lines[3]
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
    assert (
        "office: FAILED: fetched, 0 readings, held/land: quarantined: 0.79 is outside"
        in done.stdout
    )


def test_a_source_that_nothing_asks_is_an_unknown_name(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "sources", "--test", "--source", "offise")
    assert done.exit_code == 1
    assert "did you mean office" in str(done.exception)
