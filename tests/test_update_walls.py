"""What the update makes of walls: never a reading, a change or an "unchanged"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from server import Server, page, serving
from server import answer as answered
from test_update import answer, one

import claimtrack
from claimtrack import Attempt, Measure, Page, Reading, Tracker, Unreadable
from claimtrack.observations import Snapshot
from claimtrack.update import Gleaning, read

PAGES = Path(__file__).parent / "pages" / "walls"
SAVED = sorted(PAGES.glob("*/*.html"))
WALLS = [path for path in SAVED if path.parent.name != "none"]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
HTML = ("Content-Type", "text/html; charset=utf-8")


def name(path: Path) -> str:
    return path.relative_to(PAGES).as_posix()


def read_by(reader: Any, content: bytes) -> Gleaning:
    (errand,) = one(reader).errands
    return read(answer(errand, content), errand)


def finding_nothing(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
    return []


def taking_anything(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
    return [Reading("a", 0.2, quote=page.plain_text[:20])]


def raising(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
    raise Unreadable("not what it should be")


@pytest.mark.parametrize("path", SAVED, ids=name)
@pytest.mark.parametrize("reader", [finding_nothing, raising])
def test_a_saved_page_has_the_outcome_of_its_folder(path: Path, reader: Any) -> None:
    gleaning = read_by(reader, path.read_bytes())
    (attempt,) = gleaning.attempts
    if path.parent.name == "none":
        assert (attempt.outcome, attempt.reason) == ("fetched", None)
        assert attempt.snapshot == Snapshot.of(path.read_bytes()).sha256
    else:
        assert attempt.outcome == "blocked"
        assert attempt.reason is not None
        assert attempt.reason.startswith(f"a wall, {path.parent.name}: ")
        assert (attempt.snapshot, attempt.results, gleaning.snapshots) == (None, (), ())
        assert attempt.failed


@pytest.mark.parametrize("path", WALLS, ids=name)
def test_a_wall_by_its_own_word_gives_no_reading_whatever_a_reader_takes(path: Path) -> None:
    wall = claimtrack.wall_of(path.read_bytes())
    (attempt,) = read_by(taking_anything, path.read_bytes()).attempts
    assert wall is not None
    assert attempt.outcome == ("blocked" if wall.is_sure else "fetched")


FIGURED = [path for path in SAVED if 'id="total"' in path.read_text("utf-8")]


@pytest.mark.parametrize("path", FIGURED, ids=name)
def test_a_figure_in_its_place_makes_no_page_of_a_wall(path: Path) -> None:
    def finding(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
        return [Reading("a", 0.2, quote=page.one("#total").text)]

    (attempt,) = read_by(finding, path.read_bytes()).attempts
    assert attempt.outcome == ("fetched" if path.parent.name == "none" else "blocked")
    assert sum(len(one.readings) for one in attempt.results) == (path.parent.name == "none")


def test_what_is_found_beside_the_words_of_a_wall_is_read() -> None:
    shown = b"""<html><title>Harbour</title><body><div id="root"><b id="boats">20%</b></div>
        <noscript>You need to enable JavaScript to run this app.</noscript></body></html>"""

    def finding(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
        return [Reading("a", 0.2, quote=page.one("#boats").text)]

    (attempt,) = read_by(finding, shown).attempts
    assert (attempt.outcome, attempt.results[0].status) == ("fetched", "read")
    (attempt,) = read_by(finding, shown.replace(b'<b id="boats">20%</b>', b"")).attempts
    assert attempt.outcome == "blocked"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"title": "Just a moment...", "share": 0.2}', "application/json"),
        (b"date,share\n2026-01-01,0.2\n", "text/csv"),
        (b"<rss><channel><title>Access denied</title></channel></rss>", "application/rss+xml"),
        (b"<?xml version='1.0'?><feed><title>404 Not Found</title></feed>", None),
        (b"Just a moment: one fifth is held.", "text/plain"),
    ],
)
def test_what_is_no_html_is_never_a_wall(content: bytes, kind: str | None) -> None:
    headers = () if kind is None else (("content-type", kind),)
    (errand,) = one(taking_any_text).errands
    given = answer(errand, content)
    told = Page(errand.request.url, content, NOW, 200, headers)
    (attempt,) = read(replace(given, page=told), errand).attempts
    assert attempt.outcome == "fetched"


def taking_any_text(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
    return [Reading("a", 0.2, quote=page.text[:20])]


# From end to end

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2026-01-01

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "page", url = "{url}/land", select = "b" }}]

[[claim]]
id = "fifth"
measure = "held/land"
statement = "A fifth is held."
said = "a fifth"
"""
GOOD = b"<html><title>Land</title><p>Held: <b>20%</b></p></html>"
WALL = (PAGES / "challenge" / "cloudflare.html").read_bytes()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({"/land": page(GOOD, HTML)}) as up:
        yield up


@pytest.fixture
def tracker(tmp_path: Path, server: Server) -> Iterator[Tracker]:
    (tmp_path / "report.toml").write_text(CLAIMS.format(url=server.url))
    with claimtrack.open(tmp_path / "claims.db", allow_private=True) as opened:
        opened.add(tmp_path / "report.toml")
        yield opened


def asked(tracker: Tracker, day: int) -> Attempt:
    (attempt,) = tracker.update(now=NOW + timedelta(days=day)).attempts
    return attempt


def test_a_wall_moves_only_the_clock_of_its_own_outcome(server: Server, tracker: Tracker) -> None:
    assert asked(tracker, 0).results[0].status == "changed"
    server.routes["/land"] = page(WALL.replace(b"</body>", b"<b>75%</b></body>"), HTML)
    blocked = asked(tracker, 1)
    assert (blocked.outcome, blocked.results) == ("blocked", ())
    (seen,) = tracker.history("held/land")
    assert seen.last_confirmed_at == NOW
    server.routes["/land"] = page(GOOD, HTML)
    assert asked(tracker, 2).results[0].status == "unchanged"
    (seen,) = tracker.history("held/land")
    assert (seen.first_seen_at, seen.last_confirmed_at) == (NOW, NOW + timedelta(days=2))
    assert len(tracker.history("held/land").spells) == 1


def test_a_wall_gives_no_validators_to_ask_with(server: Server, tracker: Tracker) -> None:
    server.routes["/land"] = page(WALL, HTML, ("ETag", '"wall"'))
    asked(tracker, 0)
    server.routes["/land"] = page(GOOD, HTML, ("ETag", '"land"'))
    assert asked(tracker, 1).outcome == "fetched"
    assert "if-none-match" not in server.asked[-1].headers


def test_what_is_missing_stays_missing_when_the_page_has_not_changed(
    server: Server, tracker: Tracker
) -> None:
    def changed_or_not(question: Any) -> bytes:
        if question.headers.get("if-none-match") == '"bare"':
            return answered(304, b"", (("ETag", '"bare"'),))
        return answered(200, b"<html><p>Held: nothing.</p></html>", (HTML, ("ETag", '"bare"')))

    server.routes["/land"] = changed_or_not
    for day in range(2):
        attempt = asked(tracker, day)
        assert [result.status for result in attempt.results] == ["missing"]
        assert attempt.failed
