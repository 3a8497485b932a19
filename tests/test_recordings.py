"""Recordings: today's pages of a source, kept as saved pages for its test."""

from __future__ import annotations

from pathlib import Path

from server import Server, page
from sounded import HTML, LEVELS, run
from sounded import server as server

from claimtrack.authoring.replay import replay
from claimtrack.sources import load_sources


def test_todays_pages_become_the_saved_pages_of_a_test(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    done = run(tmp_path, server, "plugin", "record", "map", "--dir", str(folder))
    assert done.exit_code == 0, done.output
    (saved,) = folder.glob("levels-*.csv")
    assert f"{saved}: 2 readings" in done.stdout
    assert saved.read_bytes() == LEVELS
    told = saved.with_name(f"{saved.name}.toml").read_text()
    assert "text/csv" in told
    assert "who=you" not in told
    assert '{ measure = "held/land", value = 0.19, as_of = 2026-03-01,' in told
    found = replay(folder, load_sources())
    assert found.problems == ()
    assert found.readings == 2


def test_recorded_again_nothing_is_written_over(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    run(tmp_path, server, "plugin", "record", "office", "--dir", str(folder))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    server.routes["/office"] = page(HTML.replace(b"19%", b"20%"), ("Content-Type", "text/html"))
    run(tmp_path, server, "plugin", "record", "office", "--dir", str(folder))
    assert {path: path.read_bytes() for path in before} == before
    assert len(list(folder.glob("office-*.html"))) == 2
    assert replay(folder, load_sources()).readings == 2


def test_a_page_that_is_not_read_is_saved_with_its_reason(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    server.routes["/office"] = page(HTML.replace(b"19%", b"79%"), ("Content-Type", "text/html"))
    done = run(tmp_path, server, "plugin", "record", "office", "--dir", str(folder))
    assert done.exit_code == 3  # of no page that came anything is read
    assert "0 readings; held/land quarantined: 0.79 is outside what is expected" in done.stdout
    (told,) = folder.glob("office-*.html.toml")
    assert '{ measure = "held/land", status = "quarantined" }' in told.read_text()


def test_nothing_to_save_exits_3(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "plugin", "record", "down", "--dir", str(tmp_path / "pages"))
    assert done.exit_code == 3
    (line,) = done.stdout.splitlines()  # there is nothing to look over
    assert "/nowhere: nothing to save: gone: HTTP 404 Not Found" in line


def test_a_folder_that_cannot_be_written_to_is_wrong_use(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "plugin", "record", "map", "--dir", str(tmp_path / "d.toml" / "x"))
    assert "d.toml" in str(done.exception)
