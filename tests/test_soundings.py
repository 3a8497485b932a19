"""Soundings: sources asked once, live, for the canary and for the saved pages of a test."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from click.testing import CliRunner
from server import Server, page
from sounded import ALLOWED, claims
from sounded import server as server

from claimtrack.authoring.replay import replay
from claimtrack.cli import claimtrack
from claimtrack.sources import load_sources
from claimtrack.store import Store

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


def test_what_a_host_is_owed_is_kept_where_updates_keep_it(server: Server, tmp_path: Path) -> None:
    file, db = tmp_path / "n.toml", tmp_path / "claims.db"
    file.write_text(claims(server.url))
    for _ in range(2):  # without a database none is made
        done = CliRunner(env=ALLOWED).invoke(
            claimtrack, ["--db", str(db), "sources", "--test", "--claims", str(file)]
        )
        assert done.exit_code == 0, done.output
        assert not db.exists()
    with Store.open(db):
        pass
    asked = len(server.robots)
    for given in (
        ["sources", "--test"],
        ["read", f"{server.url}/office", "--measure", "held/land", "--source", "office"],
        ["plugin", "record", "series", "--dir", str(tmp_path / "pages")],
    ):
        done = CliRunner(env=ALLOWED).invoke(
            claimtrack, ["--db", str(db), *given, "--claims", str(file)]
        )
        assert done.exit_code == 0, done.output
    assert len(server.robots) == asked + 1
    with Store.open(db, readonly=True) as store:
        assert store.hosts.robots(server.url).read_at is not None
