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
every = "1d"
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
            draw(running, day, east)
        yield running


def draw(server: Server, day: int, east: float = 38.4) -> None:
    """The map of *day* put on the server."""
    server.routes[f"/203102{day:02}.geojson"] = page(*drawn(east, f"v{day}"))


@pytest.fixture
def tracker(server: Server, tmp_path: Path) -> Iterator[Tracker]:
    (tmp_path / "report.toml").write_text(CLAIMS.format(url=server.url))
    with claimtrack.open(tmp_path / "claims.db", allow_private=True) as opened:
        opened.add(tmp_path / "report.toml")
        yield opened


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2031, 2, day, hour, tzinfo=UTC)


def asked(server: Server, tracker: Tracker, moment: datetime, *, due: bool = False) -> list[str]:
    server.asked.clear()
    tracker.update(now=moment, due=due)
    return [path[-10:-8] for path in server.paths if path.endswith(".geojson")]


def outcomes(tracker: Tracker, moment: datetime) -> dict[str, str]:
    """What came of each day, in one update; those that failed with a mark of exclamation."""
    return {
        attempt.url[-10:-8]: attempt.outcome + ("!" if attempt.failed else "")
        for attempt in tracker.update(now=moment).attempts
    }


def test_each_day_is_asked_once_it_has_come(server: Server, tracker: Tracker) -> None:
    assert asked(server, tracker, at(6)) == ["05", "06"]
    assert asked(server, tracker, at(8)) == ["05", "06", "07", "08"]
    days = [seen.as_of for seen in tracker.history("held/donetsk")]
    assert days == [date(2031, 2, 5), date(2031, 2, 6), date(2031, 2, 8)]


def test_the_last_days_are_asked_again_and_those_long_past_never(
    server: Server, tracker: Tracker
) -> None:
    for day in range(7, 13):
        draw(server, day)
    asked(server, tracker, at(12))
    assert asked(server, tracker, at(13)) == ["09", "10", "11", "12", "13"]


def test_a_day_that_failed_is_asked_until_it_came(server: Server, tracker: Tracker) -> None:
    for day in range(7, 14):
        draw(server, day)
    whole = server.routes.pop("/20310206.geojson")
    server.routes["/20310206.geojson"] = page(b"", status=500)
    asked(server, tracker, at(12))
    assert asked(server, tracker, at(13))[0] == "06"
    server.routes["/20310206.geojson"] = whole
    assert asked(server, tracker, at(13, hour=10)) == ["10", "11", "12", "13"]  # it waits
    assert asked(server, tracker, at(13, hour=12))[0] == "06"
    assert date(2031, 2, 6) in [seen.as_of for seen in tracker.history("held/donetsk")]
    assert "06" not in asked(server, tracker, at(14))


def test_a_day_without_a_map_fails_until_later_maps_have_come(
    server: Server, tracker: Tracker
) -> None:
    del server.routes["/20310208.geojson"]
    assert outcomes(tracker, at(9)) == {
        "05": "fetched", "06": "fetched", "07": "gone!", "08": "absent", "09": "absent",
    }  # fmt: skip
    draw(server, 8)
    assert outcomes(tracker, at(10))["07"] == "gone!"
    assert outcomes(tracker, at(11))["07"] == "absent"  # and the 8th is on record


def test_the_map_of_today_may_come_later_without_a_failure(
    server: Server, tracker: Tracker
) -> None:
    asked(server, tracker, at(8))
    report = tracker.update(now=at(9))
    assert [one.outcome for one in report.attempts][-1] == "absent"
    assert report.failed == ()
    draw(server, 9)
    assert asked(server, tracker, at(9, hour=10), due=True) == ["09"]
    assert "09" not in asked(server, tracker, at(9, hour=11), due=True)


def test_a_corrected_map_supersedes_and_erases_nothing(server: Server, tracker: Tracker) -> None:
    tracker.update(now=at(6))
    server.routes["/20310206.geojson"] = page(*drawn(38.3, "v6b"))
    tracker.update(now=at(7))
    said = [seen for seen in tracker.history("held/donetsk") if seen.as_of == date(2031, 2, 6)]
    assert [seen.superseded for seen in said] == [True, False]
    before = tracker.history("held/donetsk", as_known=datetime(2031, 2, 6, 12, tzinfo=UTC))
    assert [seen.value for seen in before if seen.stands][-1] == said[0].value


def test_the_claim_changes_on_the_day_of_the_map(server: Server, tracker: Tracker) -> None:
    report = tracker.update(now=at(8))
    assert tracker.verdict("some", at="2031-02-06").label == "refuted"
    assert tracker.verdict("some", at="2031-02-08").label == "supported"
    assert report.changes[-1].on == date(2031, 2, 8)
