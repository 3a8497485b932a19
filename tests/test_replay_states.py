"""The replay of readers of a state: what they read where the words of none stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from test_replay import plugin

from claimtrack import Page, Reading, Unreadable
from claimtrack.authoring.replay import replay
from claimtrack.sources import load_sources

MEASURES = """
[document]
id = "bridge"
title = "The bridge"
published = 2026-03-02
[measure."bridge/state"]
asks = "Is the bridge open?"
kind = "state"
states = { open = ["open", "in use"], closed = ["closed", "shut"] }
ask = [{ source = "lights" }]
"""
EXPECTED = """\
url = "https://lights.example/"
fetched_at = 2026-03-02T06:30:00Z
headers = [["content-type", "text/html; charset=utf-8"]]
source = "lights"
measures = ["bridge/state"]
readings = [{ measure = "bridge/state", value = "%s", as_of = 2026-03-01 }]
"""
PAGE = """\
<!DOCTYPE html><html><head><title>Bridges</title></head><body>
<time datetime="2026-03-01">Sunday</time><p>Old Bridge: %s</p></body></html>
"""
Reader = Callable[[Page], Iterator[Reading]]


def problems(folder: Path, reader: Reader, told: str, state: str) -> tuple[str, ...]:
    """What the replay says of *reader* on a page that tells *state* in the words *told*."""
    (folder / "measures.toml").write_text(MEASURES)
    (folder / "today.html").write_text(PAGE % told)
    (folder / "today.html.toml").write_text(EXPECTED % state)
    return replay(folder, load_sources([plugin(reader)])).problems


def reading(page: Page, state: str, quote: str) -> Reading:
    day = date.fromisoformat(page.one("time").attributes["datetime"])
    return Reading("bridge/state", state, as_of=day, quote=quote)


def else_closed(page: Page) -> Iterator[Reading]:
    text = page.one("p").text
    yield reading(page, "open" if "open" in text else "closed", text)


def else_closed_of_its_line(page: Page) -> Iterator[Reading]:
    found = re.search(r"Old Bridge: (\w+)", page.plain_text)
    if found is None:
        raise Unreadable("the bridge is not named")
    yield reading(page, "open" if found[1] == "open" else "closed", found[0])


def unless_closed(page: Page) -> Iterator[Reading]:
    text = page.one("p").text
    yield reading(page, "closed" if "closed" in text else "open", text)


@pytest.mark.parametrize("reader", [else_closed, else_closed_of_its_line, unless_closed])
@pytest.mark.parametrize("state", ["open", "closed"])
def test_a_state_that_is_taken_for_granted_is_told(
    tmp_path: Path, reader: Reader, state: str
) -> None:
    found = problems(tmp_path, reader, state, state)
    assert any("is read where unknown words stand in place" in one for one in found), found


def of_a_table(page: Page) -> Iterator[Reading]:
    text = page.one("p").text
    states = {"open": "open", "in use": "open", "closed": "closed", "shut": "closed"}
    yield reading(page, states[text.partition(": ")[2]], text)


def of_either_word(page: Page) -> Iterator[Reading]:
    text = page.one("p").text
    for word, state in (("open", "open"), ("closed", "closed"), ("barred", "closed")):
        if word in text:
            yield reading(page, state, text)
            return
    raise Unreadable("it says no state")


@pytest.mark.parametrize(
    ("reader", "told", "state"),
    [
        (of_a_table, "open", "open"),
        (of_a_table, "shut", "closed"),
        (of_either_word, "closed", "closed"),
        # "barred" stands in no claim file, and the reader knows it all the same.
        (of_either_word, "closed and barred", "closed"),
        (of_either_word, "barred", "closed"),
    ],
)
def test_a_reader_that_refuses_what_it_does_not_know_passes(
    tmp_path: Path, reader: Reader, told: str, state: str
) -> None:
    assert problems(tmp_path, reader, told, state) == ()
