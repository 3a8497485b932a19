"""Memory: what an update holds of each page that it watches, before the first is asked."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from server import Question, Server, answer, serving

import claimtrack
from claimtrack import Attempt, Document, Measure
from claimtrack.measures import Subscription
from claimtrack.values import CalendarDate

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HTML = ("Content-Type", "text/html; charset=utf-8")


class Enough(Exception):
    """What ends an update that has told enough."""


@pytest.fixture
def server() -> Iterator[Server]:
    def route(question: Question) -> bytes:
        return answer(200, b"<html><p>Held: <b>20%</b></p></html>", (HTML, ("ETag", '"1"')))

    with serving() as up:
        for number in range(2_000):
            up.routes[f"/{number}"] = route
        yield up


def watching(count: int, url: str) -> Document:
    measures = tuple(
        Measure(
            f"share/{number:05}",
            "What share of it is held?",
            "quantity",
            unit="share",
            subscriptions=(
                Subscription("page", "page", options=(("select", "b"), ("url", f"{url}/{number}"))),
            ),
        )
        for number in range(count)
    )
    return Document("pages", "Pages", CalendarDate(NOW.date()), measures=measures)


def held(folder: Path, url: str, count: int) -> int:
    """The bytes that are held when the first of so many pages is on record."""
    told: list[int] = []

    def progress(attempt: Attempt) -> None:
        gc.collect()
        told.append(tracemalloc.get_traced_memory()[0])
        raise Enough

    with claimtrack.open(folder / f"{count}.db", allow_private=True, clock=lambda: NOW) as tracker:
        tracker.add(watching(count, url))
        gc.collect()
        tracemalloc.start()
        try:
            with pytest.raises(Enough):
                tracker.update(progress=progress)
        finally:
            tracemalloc.stop()
    return told[0]


def test_a_page_more_takes_little_of_memory(tmp_path: Path, server: Server) -> None:
    held(tmp_path, server.url, 50)  # what is imported and compiled on the way stays
    few, many = held(tmp_path, server.url, 500), held(tmp_path, server.url, 2_000)
    # It was 1,800 while all that was planned was held as it is.
    assert (many - few) / 1_500 < 500
