"""Soundings: sources asked once, live, for the canary and for the saved pages of a test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from server import Server, page, serving

from claimtrack.cli import claimtrack
from claimtrack.replay import replay
from claimtrack.sources import load_sources

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
    assert "0 readings; held/land quarantined: 0.79 is outside what is expected" in done.stdout
    (told,) = folder.glob("office-*.html.toml")
    assert '{ measure = "held/land", status = "quarantined" }' in told.read_text()


def test_nothing_to_save_exits_3(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "plugin", "record", "down", "--dir", str(tmp_path / "pages"))
    assert done.exit_code == 3
    assert "/nowhere: nothing to save: gone: HTTP 404 Not Found" in done.stdout


def test_a_folder_that_cannot_be_written_to_is_wrong_use(server: Server, tmp_path: Path) -> None:
    done = run(tmp_path, server, "plugin", "record", "map", "--dir", str(tmp_path / "d.toml" / "x"))
    assert "d.toml" in str(done.exception)


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
{items}</channel></rss>"""
ITEM = "<item><title>Land {n}</title><link>{url}/story{n}</link><pubDate>{day}</pubDate></item>"
STORY = b"""<!DOCTYPE html><html lang="en"><head><title>Land</title>
<meta property="article:published_time" content="2026-03-01T09:00:00Z"></head><body><article>
<h1>Land</h1><p>The north holds about 19% of the land, the office said on Sunday, and it has held it
for a month without a change that anybody could see from the road.</p></article></body></html>"""


def feed(url: str) -> bytes:
    """Five articles of this very minute: older ones a feed's reader leaves out."""
    today = format_datetime(datetime.now(UTC))
    return FEED.format(
        items="".join(ITEM.format(n=n, url=url, day=today) for n in range(5))
    ).encode()


def test_a_feed_is_followed_to_as_many_pages_as_are_asked_for(
    server: Server, tmp_path: Path
) -> None:
    server.routes["/feed"] = page(feed(server.url), ("Content-Type", "application/rss+xml"))
    for number in range(5):
        server.routes[f"/story{number}"] = page(STORY, ("Content-Type", "text/html"))
    text = claims(server.url)
    start, end = text.index("ask = ["), text.index("[reads.")
    text = text[:start] + f'ask = [{{ source = "news", url = "{server.url}/feed" }}]\n' + text[end:]
    (tmp_path / "n.toml").write_text(text)
    given = ["--claims", str(tmp_path / "n.toml")]
    done = CliRunner(env=ALLOWED).invoke(claimtrack, ["sources", "--test", *given])
    assert "news: fetched, 1 reading, leads to 5" in done.stdout, done.stdout
    assert len(server.paths) == 2
    folder = tmp_path / "pages"
    done = CliRunner(env=ALLOWED).invoke(
        claimtrack, ["plugin", "record", "news", "--most", "2", "--dir", str(folder), *given]
    )
    assert done.exit_code == 0, done.output
    assert len(list(folder.glob("*.html"))) == 2
    found = replay(folder, load_sources())
    assert found.problems == ()
    assert (found.pages, found.readings) == (3, 2)
