"""The company: plugins that are asked of pages and told of changes, in an update."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from server import Server, page, serving

import claimtrack
from claimtrack import Ask, Claim, Description, Page, Reading, Source, Transition, hookimpl
from claimtrack.claimfile import load_document
from claimtrack.sources import Company, load_sources

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
PAGE = Page("https://a.example/", b"Please verify your age", AT)


def plugin(name: str, **hooks: Any) -> Any:
    """A plugin with those hooks, each without the ``claimtrack_`` of its name."""
    marked = {f"claimtrack_{hook}": hookimpl(call) for hook, call in hooks.items()}
    return SimpleNamespace(__name__=name, **marked)


def company(*plugins: Any) -> Company:
    return Company(load_sources(plugins).plugins, 0.5)


def age_gate(page: Page, url: str) -> str | None:
    return f"an age gate at {url}" if "verify your age" in page.text else None


def test_a_plugin_may_know_a_wall() -> None:
    found = company(
        plugin("other", classify_page=lambda page: None), plugin("age", classify_page=age_gate)
    )
    assert found.wall(PAGE, "https://a.example/x") == "age: an age gate at https://a.example/x"
    assert found.wall(Page("https://a.example/", b"41", AT), "https://a.example/x") is None
    assert found.set_aside == ()


def fails(page: Page) -> str:
    raise RuntimeError("no model")


def hangs(page: Page) -> None:
    time.sleep(30)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (fails, "RuntimeError: no model"),
        (hangs, "Overdue: it did not come back within 0.5 seconds"),
        (lambda page: True, "PluginError: claimtrack_classify_page gave a bool, no text"),
    ],
)
def test_one_that_fails_is_set_aside_and_not_called_again(bad: Any, why: str) -> None:
    calls = []

    def counted(page: Page) -> Any:
        calls.append(page)
        return bad(page)

    found = company(plugin("bad", classify_page=counted), plugin("age", classify_page=age_gate))
    assert found.wall(PAGE, "u") == found.wall(PAGE, "u") == "age: an age gate at u"
    assert [(one.plugin, one.reason) for one in found.set_aside] == [("bad", why)]
    assert len(calls) == 1


class Lights(Source):
    name = "lights"
    describes = Description("Lighthouse register")

    def __init__(self, url: str) -> None:
        self.url = url

    def asks(self, measures: Any, *, since: date | None = None) -> Iterator[Ask]:
        yield Ask(f"{self.url}/lit", measures)

    def read(self, page: Page, measures: Any) -> Iterator[Reading]:
        yield from (Reading(measure.id, page.text, quote=page.text) for measure in measures)


CLAIMS = """\
[document]
id = "d"
title = "D"
published = 2026-03-01
[measure.lit]
asks = "How many?"
kind = "quantity"
unit = "count"
ask = [{ source = "lights" }]
[[claim]]
id = "few"
measure = "lit"
statement = "Few are lit."
said = "fewer than 50"
"""


class Numbers(Lights):
    def read(self, page: Page, measures: Any) -> Iterator[Reading]:
        yield from (Reading(one.id, int(page.text), quote=page.text) for one in measures)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({"/lit": page(b"41")}) as running:
        yield running


def updated(server: Server, tmp_path: Path, *others: Any) -> list[claimtrack.UpdateReport]:
    """The reports of two updates between which the number changed, with *others* in company."""
    (tmp_path / "d.toml").write_text(CLAIMS)
    plugins = [plugin("lights", sources=lambda: [Numbers(server.url)]), *others]
    reports = []
    with claimtrack.open(
        tmp_path / "d.db", plugins=plugins, allow_private=True, clock=lambda: AT
    ) as tracker:
        tracker.add(load_document(tmp_path / "d.toml"))
        for number, body in enumerate((b"41", b"99")):
            server.routes["/lit"] = page(body)
            reports.append(tracker.update(now=AT + timedelta(days=number)))
    return reports


def test_plugins_are_told_of_each_change_and_its_claim(server: Server, tmp_path: Path) -> None:
    told: list[tuple[Transition, Claim]] = []

    def on_transition(transition: Transition, claim: Claim) -> None:
        told.append((transition, claim))

    reports = updated(server, tmp_path, plugin("mail", on_transition=on_transition))
    changes = [change for report in reports for change in report.changes]
    assert [transition for transition, _ in told] == changes
    assert (changes[-1].before, changes[-1].after) == ("supported", "refuted")
    assert {claim.id for _, claim in told} == {"few"}


def test_one_that_fails_when_told_harms_nothing_and_is_on_record(
    server: Server, tmp_path: Path
) -> None:
    def on_transition(transition: Transition) -> None:
        raise ConnectionError("no mail today")

    told: list[Transition] = []
    reports = updated(
        server,
        tmp_path,
        plugin("mail", on_transition=on_transition),
        plugin("list", on_transition=lambda transition: told.append(transition)),
    )
    assert all(report.failed == () for report in reports)
    assert told == [change for report in reports for change in report.changes]
    (aside,) = reports[-1].set_aside
    assert (aside.source, aside.url, aside.reason) == (
        "mail", "plugin:mail", "ConnectionError: no mail today",
    )  # fmt: skip
    assert aside.failed
    assert not reports[-1].nothing_came


def test_a_page_that_a_plugin_knows_for_a_wall_is_blocked_and_read_by_nobody(
    server: Server, tmp_path: Path
) -> None:
    report = updated(server, tmp_path, plugin("age", classify_page=lambda page: "an age gate"))[-1]
    (attempt,) = report.attempts
    assert (attempt.outcome, attempt.status, attempt.reason) == ("blocked", 200, "age: an age gate")
    assert attempt.results == ()
    assert attempt.snapshot is None
    assert report.nothing_came


def test_a_plugin_that_was_set_aside_is_on_record_once_for_each_update(
    server: Server, tmp_path: Path
) -> None:
    broken = plugin("broken", sources=lambda: [object()])
    for report in updated(server, tmp_path, broken):
        (aside,) = report.set_aside
        assert aside.reason == "PluginError: claimtrack_sources gave an object, not a Source"
        assert [one.outcome for one in report.attempts] == ["fetched"]
