"""The ledger: what asking each source has cost, by the attempts on record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from click.testing import CliRunner
from server import Server, page
from sounded import ALLOWED
from test_canary import PARTS
from test_update_frugality import HEAD, HOUR, HTML, NOW, held, tracker, validated
from test_update_frugality import server as server

from claimtrack.cli import claimtrack as command
from claimtrack.observations import Attempt, Result, Snapshot
from claimtrack.store import Store


def test_a_second_run_over_a_site_with_validators_moves_a_tenth_of_the_bytes_at_most(
    tmp_path: Path, server: Server
) -> None:
    for number in range(20):
        server.routes[f"/{number}"] = validated(held("20%"), f'"{number}"')
    with tracker(tmp_path, server, 20) as opened:
        opened.update(now=NOW)
        opened.update(now=NOW + timedelta(days=1))
        (both,) = opened.ledger()
        (second,) = opened.ledger(since="2026-01-02")
        assert opened.ledger(since=NOW + timedelta(days=1)) == (second,)
    assert (both.addresses, both.asks, second.asks) == (20, 40, 20)
    assert (both.requests, second.requests) == (42, 21)  # and robots.txt, once a day
    assert second.outcomes == {"not_modified": 20}
    assert (both.same_share, second.same_share) == (0.5, 1.0)
    assert 0 < second.bytes <= (both.bytes - second.bytes) / 10
    assert second.last_confirmed_at == NOW + timedelta(days=1)


def test_the_ledger_tells_what_became_of_every_ask(tmp_path: Path, server: Server) -> None:
    server.routes["/0"] = page(held("20%"), HTML)
    with tracker(tmp_path, server) as opened:
        (never,) = opened.ledger()
        assert (never.source, never.plugin, never.measures) == ("page", "page", ("held/land-0",))
        assert (never.asks, never.last_outcome, never.same_share) == (0, None, None)
        opened.update(now=NOW)
        server.routes["/0"] = page(b"<html><p>Held: nothing</p></html>", HTML)
        opened.update(now=NOW + HOUR)
        server.routes["/0"] = page(b"<html><title>Access denied</title></html>", HTML)
        opened.update(now=NOW + 2 * HOUR)
        opened.observe("held/land-0", "20%", as_of="2026-01-01", by="Ann")
        (one,) = opened.ledger()
    assert one.outcomes == {"fetched": 2, "blocked": 1}
    assert (one.asks, one.failures, one.unread) == (3, 2, 1)
    assert one.last_outcome == "blocked"
    assert "Access denied" in str(one.last_reason)
    assert one.last_asked_at == NOW + 2 * HOUR
    assert one.last_confirmed_at == NOW + HOUR


def test_a_page_that_broke_off_confirms_nothing(tmp_path: Path, server: Server) -> None:
    with tracker(tmp_path, server) as opened:
        server.routes["/0"] = page(held("20%"), HTML)
        opened.update(now=NOW)
        server.routes["/0"] = page(b"<html><p>Held: 2<b", HTML)
        opened.update(now=NOW + HOUR)
        (one,) = opened.ledger()
    assert (one.last_outcome, one.unread) == ("fetched", 1)
    assert one.last_asked_at == NOW + HOUR
    assert one.last_confirmed_at == NOW


def test_why_a_page_that_came_was_not_read_is_told(tmp_path: Path, server: Server) -> None:
    server.routes["/0"] = page(b"<html><p>Held: nothing</p></html>", HTML)
    with tracker(tmp_path, server) as opened:
        opened.update(now=NOW)
        (one,) = opened.ledger()
    assert (one.last_outcome, one.failures) == ("fetched", 1)
    assert str(one.last_reason).startswith("missing: select = ")
    db = ["--db", str(tmp_path / "claims.db")]
    printed = CliRunner().invoke(command, [*db, "sources"], catch_exceptions=False).stdout
    assert str(one.last_reason)[:40] in printed.splitlines()[1]
    server.routes["/0"] = page(held("20%"), HTML)
    with tracker(tmp_path, server) as opened:
        opened.update(now=NOW + HOUR)
        assert opened.ledger()[0].last_reason is None


def test_a_source_that_nothing_asks_any_more_keeps_its_account(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/0"] = page(held("20%"), HTML)
    with tracker(tmp_path, server) as opened:
        opened.update(now=NOW)
        (tmp_path / "report.toml").write_text(HEAD)
        opened.add(tmp_path / "report.toml")
        (one,) = opened.ledger()
    assert (one.plugin, one.measures, one.asks) == (None, (), 1)


def test_sources_prints_the_ledger(tmp_path: Path, server: Server) -> None:
    server.routes["/0"] = page(held("20%"), HTML)
    with tracker(tmp_path, server) as opened:
        opened.update(now=NOW)
        opened.update(now=NOW + HOUR)
    db = ["--db", str(tmp_path / "claims.db")]
    printed = CliRunner().invoke(command, [*db, "sources"], catch_exceptions=False).stdout
    line = printed.splitlines()[1].split()
    assert line[:2] == ["page", "page"]
    assert line[line.index("fetched") + 1] == "3"  # and robots.txt
    assert "50%" in line
    assert "VERSION" in printed
    ran = CliRunner().invoke(command, [*db, "sources", "--json", "--since", "2026-01-02"])
    (one,) = json.loads(ran.stdout)["ledger"]
    assert (one["source"], one["requests"], one["same_share"]) == ("page", 0, None)


def test_sources_needs_no_database(tmp_path: Path) -> None:
    db = ["--db", str(tmp_path / "none.db")]
    ran = CliRunner().invoke(command, [*db, "sources"], catch_exceptions=False)
    assert (ran.exit_code, ran.stdout.split()[0]) == (0, "SOURCE")
    assert not (tmp_path / "none.db").exists()


def test_both_databases_count_the_same(store: Store) -> None:
    page = Snapshot.of(b"<rss><ttl>60</ttl></rss>")
    asked = [
        Attempt("page", "https://example.org/a", NOW + number * HOUR, "fetched",
                snapshot=page.sha256, bytes=100, seconds=0.5)
        for number in range(3)
    ]  # fmt: skip
    refused = Attempt("page", "https://example.org/b", NOW + 5 * HOUR, "blocked", reason="a wall")
    left_alone = Attempt("page", "https://example.org/b", NOW + 6 * HOUR, "postponed", asked=False)
    raised = Result("m", "unreadable", "page@1", reason="KeyError: 'lit'")
    unread = replace(
        asked[0], source="tides", url="https://tides.example/", results=(raised, raised)
    )
    aside = Attempt("broken", "plugin:broken", NOW, "unreachable", reason="no", asked=False)
    store.record([*asked, refused, left_alone, unread, aside], [page])
    assert store.dealings().keys() == {"page", "tides"}
    assert store.put_offs(at=NOW, named={}).keys() == {"page"}
    assert store.dealings()["tides"].last_reason == "unreadable: KeyError: 'lit'"
    one = store.dealings()["page"]
    assert one.outcomes == {"fetched": 3, "blocked": 1}
    assert (one.addresses, one.same, one.bytes, one.seconds) == (2, 2, 300, 1.5)
    assert (one.last_outcome, one.last_reason) == ("blocked", "a wall")
    assert one.last_confirmed_at == NOW + 2 * HOUR
    (late,) = store.dealings(since=NOW + 2 * HOUR).values()
    assert (late.asks, late.requests, late.not_asked, late.same) == (2, 2, 1, 1)
    assert store.heads([page.sha256, "0" * 64], size=5) == {page.sha256: b"<rss>"}
    assert store.contents([page.sha256]) == {page.sha256: page.content}


def test_what_was_read_in_part_is_told_as_the_canary_tells_it(
    tmp_path: Path, server: Server
) -> None:
    server.routes["/levels.csv"] = page(
        b"day,share\n2026-01-01,0.2\n", ("Content-Type", "text/csv")
    )
    (tmp_path / "d.toml").write_text(PARTS.format(url=server.url))
    db = ["--db", str(tmp_path / "d.db")]
    runner = CliRunner(env=ALLOWED)
    for words in (["add", str(tmp_path / "d.toml")], ["update"]):
        assert runner.invoke(command, [*db, *words], catch_exceptions=False).exit_code == 0
    (told,) = json.loads(runner.invoke(command, [*db, "sources", "--json"]).stdout)["ledger"]
    assert (told["last_outcome"], told["failures"]) == ("fetched", 0)
    printed = runner.invoke(command, [*db, "sources"]).stdout
    tested = runner.invoke(command, [*db, "sources", "--test"]).stdout
    for answer in (told["last_became"], printed, tested):
        assert "fetched, in part unreadable" in answer
