"""Frugality: what a second run over a site moves, and when an address is due by its own word."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from server import Question, Route, Server, answer, page, serving

import claimtrack
from claimtrack import Tracker
from claimtrack.store import Store

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
HTML = ("Content-Type", "text/html; charset=utf-8")
HEAD = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
MEASURE = """
[measure."held/land-{number}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "page", url = "{url}/{number}", select = "b" }}]
"""


def held(share: str, *, filler: int = 2_000) -> bytes:
    words = "Nothing much is new on the coast today. " * (filler // 40)
    return f"<html><title>Land</title><p>Held: <b>{share}</b></p><p>{words}</p></html>".encode()


def validated(
    content: bytes,
    etag: str,
    *headers: tuple[str, str],
    again: Iterable[tuple[str, str]] = (),
) -> Route:
    """A route that says "not modified" to whoever has *etag*, and what *again* says besides."""

    def route(question: Question) -> bytes:
        if question.headers.get("if-none-match") == etag:
            return answer(304, b"", (("ETag", etag), *again))
        return answer(200, content, (HTML, ("ETag", etag), *headers))

    return route


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as up:
        yield up


def tracker(folder: Path, server: Server, count: int = 1) -> Tracker:
    measures = "".join(MEASURE.format(number=number, url=server.url) for number in range(count))
    (folder / "report.toml").write_text(HEAD + measures)
    opened = claimtrack.open(folder / "claims.db", allow_private=True)
    opened.add(folder / "report.toml")
    return opened


def test_a_fresh_page_is_not_due_until_it_is_not_fresh_any_more(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/0"] = page(held("20%"), HTML, ("Cache-Control", "max-age=7200"))
    with tracker(tmp_path, server) as opened:
        asked = [
            len(opened.update(due=True, now=NOW + hours * HOUR).attempts) for hours in (0, 1, 2, 3)
        ]
        assert asked == [1, 0, 1, 0]
        assert len(opened.update(now=NOW + 3 * HOUR).attempts) == 1  # asked for, it is asked


def test_a_304_says_anew_how_long_its_page_is_fresh(tmp_path: Path, server: Server) -> None:
    longer = (("Cache-Control", "max-age=36000"),)
    server.routes["/0"] = validated(
        held("20%"), '"a"', ("Cache-Control", "max-age=3600"), again=longer
    )
    with tracker(tmp_path, server) as opened:
        asked = [
            [one.outcome for one in opened.update(due=True, now=NOW + hours * HOUR).attempts]
            for hours in (0, 1, 2, 10, 11)
        ]
    assert asked == [["fetched"], ["not_modified"], [], [], ["not_modified"]]


def test_what_a_304_does_not_say_is_as_the_page_said_it(tmp_path: Path, server: Server) -> None:
    server.routes["/0"] = validated(held("20%"), '"a"', ("Cache-Control", "max-age=7200"))
    with tracker(tmp_path, server) as opened:
        asked = [
            [one.outcome for one in opened.update(due=True, now=NOW + hours * HOUR).attempts]
            for hours in (0, 2, 3, 4)
        ]
    assert asked == [["fetched"], ["not_modified"], [], ["not_modified"]]


def test_a_feed_is_left_alone_for_as_long_as_it_asks(tmp_path: Path, server: Server) -> None:
    feed = b"<rss version='2.0'><channel><title>Coast</title><ttl>120</ttl></channel></rss>"
    server.routes["/feed"] = page(feed, ("Content-Type", "application/rss+xml"))
    claims = f"""
[measure."held/land"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "news", url = "{server.url}/feed", publisher = "Coast" }}]

[reads."held/land"]
subject = ["land"]
says = ["held"]
"""
    (tmp_path / "report.toml").write_text(HEAD + claims)
    with claimtrack.open(tmp_path / "claims.db", allow_private=True) as opened:
        opened.add(tmp_path / "report.toml")
        asked = [
            len(opened.update(due=True, now=NOW + hours * HOUR).attempts) for hours in (0, 1, 2)
        ]
    assert asked == [1, 0, 1]


def test_the_very_same_bytes_are_not_read_again_where_the_server_gives_no_validators(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/0"] = page(held("20%"), HTML)
    with tracker(tmp_path, server) as opened:
        opened.update(now=NOW)
        (again,) = opened.update(now=NOW + HOUR).attempts
        assert (again.outcome, [one.status for one in again.results]) == ("fetched", ["unchanged"])
        (seen,) = opened.history("held/land-0")
    assert seen.last_confirmed_at == NOW + HOUR
    assert not any("if-" in name for question in server.asked for name in question.headers)


# What differs in nothing that is read


def with_token(token: str, share: str = "20%") -> bytes:
    code = f'<script nonce="{token}">t = "{token}"</script><!-- {token} -->'
    return held(share).replace(b"</html>", f"{code}</html>".encode())


def plain(content: bytes) -> Route:
    return page(content, HTML)


def packed(content: bytes) -> Route:
    return page(gzip.compress(content), HTML, ("Content-Encoding", "gzip"))


@pytest.mark.parametrize("sent", [plain, packed])
@pytest.mark.parametrize("before", [b"", b"<i>Nothing much is new on the coast today.</i>" * 1_000])
def test_a_page_that_differs_in_a_nonce_alone_confirms_the_one_on_record(
    tmp_path: Path, server: Server, sent: Callable[[bytes], Route], before: bytes
) -> None:
    def said(token: str, share: str = "20%") -> Route:
        return sent(with_token(token, share).replace(b"<p>Held", before + b"<p>Held"))

    server.routes["/0"] = said("aa")
    with tracker(tmp_path, server) as opened:
        (first,) = opened.update(now=NOW).attempts
        server.routes["/0"] = said("bb")
        (second,) = opened.update(now=NOW + HOUR).attempts
        assert (second.outcome, second.status) == ("not_modified", 200)
        assert second.snapshot == first.snapshot
        assert [one.status for one in second.results] == ["unchanged"]
        server.routes["/0"] = said("cc", "75%")
        (third,) = opened.update(now=NOW + 2 * HOUR).attempts
        assert (third.outcome, [one.status for one in third.results]) == ("fetched", ["changed"])
        values = [str(seen.value) for seen in opened.history("held/land-0")]
    assert values == ["0.2", "0.75"]


def test_a_page_is_stored_as_it_came(tmp_path: Path, server: Server) -> None:
    contents = [held("20%"), held("21%"), held("22%")]
    members = [gzip.compress(contents[0], 9), gzip.compress(b"") + gzip.compress(contents[1])]
    coded = ("Content-Encoding", "gzip")
    server.routes["/0"] = page(members[0], HTML, coded)
    server.routes["/1"] = page(members[1], HTML, coded)
    server.routes["/2"] = page(contents[2], HTML)
    with tracker(tmp_path, server, 3) as opened:
        found = {one.url[-1]: one.snapshot for one in opened.update(now=NOW).attempts}
    connection = sqlite3.connect(tmp_path / "claims.db")
    stored = {
        sha256: (content, coding, size)
        for sha256, content, coding, size in connection.execute(
            "SELECT sha256, content, coding, size FROM snapshots"
        )
    }
    connection.close()
    assert [stored[found[name]] for name in "012"] == [
        (members[0], "gzip", len(contents[0])),
        (contents[1], None, len(contents[1])),  # two members are stored as what they hold
        (contents[2], None, len(contents[2])),
    ]
    with Store.open(tmp_path / "claims.db", readonly=True) as store:
        assert [store.snapshot(found[name]).content for name in "012"] == contents
        heads = store.heads(found.values(), size=20)
        assert [heads[found[name]] for name in "012"] == [it[:20] for it in contents]


@pytest.mark.parametrize(
    ("place", "is_confirmed"),
    [
        ('select = "b"', True),
        ('select = "p b"', True),
        ('pattern = "Held: ([0-9]+%)"', True),
        ('xpath = "//b"', False),
        ('select = "b", attribute = "title"', False),
        ('select = "*"', False),
        ('select = "script"', False),
        ('select = "b:nth-child(1)"', False),
        ('select = "b", day_select = "time", day_attribute = "datetime"', False),
    ],
)
def test_only_a_reader_of_words_is_spared_a_page(
    tmp_path: Path, server: Server, place: str, is_confirmed: bool
) -> None:
    content = [
        with_token(token).replace(b"<b>", b'<time datetime="2026-01-01"></time><b title="20%">')
        for token in ("aa", "bb")
    ]
    claims = MEASURE.format(number=0, url=server.url).replace('select = "b"', place)
    (tmp_path / "report.toml").write_text(HEAD + claims)
    with claimtrack.open(tmp_path / "claims.db", allow_private=True) as opened:
        opened.add(tmp_path / "report.toml")
        server.routes["/0"] = page(content[0], HTML)
        opened.update(now=NOW)
        server.routes["/0"] = page(content[1], HTML)
        (second,) = opened.update(now=NOW + HOUR).attempts
    assert (second.outcome == "not_modified") == is_confirmed
