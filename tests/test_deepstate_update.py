"""Daily maps over real HTTP: which days are asked for, and what goes on record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from server import Server, page, serving

import claimtrack
from claimtrack import Tracker

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2031-02-07

[measure."held/donetsk"]
asks = "What share of Donetsk oblast is held?"
kind = "quantity"
unit = "share"

[[measure."held/donetsk".ask]]
source = "deepstate"
region = "UA-14"
url = "{url}/{{day:%Y%m%d}}.geojson"
first = 2031-02-05

[[claim]]
id = "some"
measure = "held/donetsk"
statement = "At least one tenth of Donetsk oblast is held."
said = "at least one tenth"
"""


def drawn(east: float, etag: str) -> tuple[bytes, tuple[str, str]]:
    """A map of ground from 37.5 degrees to *east*, without a day of its own."""
    ring = [[37.5, 48], [east, 48], [east, 48.5], [37.5, 48.5], [37.5, 48]]
    feature = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}
    whole = {"type": "FeatureCollection", "features": [feature]}
    return json.dumps(whole).encode(), ("ETag", f'"{etag}"')


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        for day, east in ((5, 38.0), (6, 38.1), (8, 38.4)):
            running.routes[f"/2031020{day}.geojson"] = page(*drawn(east, f"v{day}"))
        yield running


@pytest.fixture
def tracker(server: Server, tmp_path: Path) -> Iterator[Tracker]:
    (tmp_path / "report.toml").write_text(CLAIMS.format(url=server.url))
    with claimtrack.open(tmp_path / "claims.db", allow_private=True) as opened:
        opened.add(tmp_path / "report.toml")
        yield opened


def asked(server: Server, tracker: Tracker, day: int) -> list[str]:
    server.asked.clear()
    tracker.update(now=datetime(2031, 2, day, 9, tzinfo=UTC))
    return [path[-10:-8] for path in server.paths if path.endswith(".geojson")]


def test_each_day_is_asked_once_it_has_come_and_the_last_again(
    server: Server, tracker: Tracker
) -> None:
    assert asked(server, tracker, 6) == ["05", "06"]
    assert asked(server, tracker, 7) == ["06", "07"]  # no map of the 7th was ever made
    assert asked(server, tracker, 8) == ["06", "07", "08"]
    assert asked(server, tracker, 9) == ["08", "09"]
    days = [seen.as_of for seen in tracker.history("held/donetsk")]
    assert days == [date(2031, 2, 5), date(2031, 2, 6), date(2031, 2, 8)]


def test_a_missing_day_is_on_record_and_stops_no_other(server: Server, tracker: Tracker) -> None:
    report = tracker.update(now=datetime(2031, 2, 8, 9, tzinfo=UTC))
    outcomes = {attempt.url[-10:-8]: attempt.outcome for attempt in report.attempts}
    assert outcomes == {"05": "fetched", "06": "fetched", "07": "gone", "08": "fetched"}


def test_a_corrected_map_supersedes_and_erases_nothing(server: Server, tracker: Tracker) -> None:
    tracker.update(now=datetime(2031, 2, 6, 9, tzinfo=UTC))
    server.routes["/20310206.geojson"] = page(*drawn(38.3, "v6b"))
    tracker.update(now=datetime(2031, 2, 7, 9, tzinfo=UTC))
    said = [seen for seen in tracker.history("held/donetsk") if seen.as_of == date(2031, 2, 6)]
    assert [seen.superseded for seen in said] == [True, False]
    before = tracker.history("held/donetsk", as_known=datetime(2031, 2, 6, 12, tzinfo=UTC))
    assert [seen.value for seen in before if seen.stands][-1] == said[0].value


def test_the_claim_changes_on_the_day_of_the_map(server: Server, tracker: Tracker) -> None:
    report = tracker.update(now=datetime(2031, 2, 8, 9, tzinfo=UTC))
    assert tracker.verdict("some", at="2031-02-06").label == "refuted"
    assert tracker.verdict("some", at="2031-02-08").label == "supported"
    assert report.changes[-1].on == date(2031, 2, 8)
