"""How well feeds are read, and how fast, beside the peers in the same run.

On the recorded feeds, scored by the script that comes with them. A feed is set aside where the
sha256 of its id is divisible by three: those were looked at by nobody while the reader was built,
and are scored apart. A feed is right where the number of its entries, every title and every link
are; of feedparser's own tests those on title, link, subtitle, id, author, summary and dates count.
Time is the processor's, for the real feeds, each once a round; the best of the rounds.

    python -m benchmarks.feeds [ROUNDS]
    python -m benchmarks.feeds failing

``failing`` prints the feeds of the part that it was built on which are not right.
"""

from __future__ import annotations

import hashlib
import json
import platform
import runpy
import sys
import time
import warnings
from calendar import timegm
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from claimtrack_news.listings import Listing
from claimtrack_news.reading import listing

from claimtrack import Page

SHARED = Path(__file__).parent.parent.parent / "shared"
FEEDS = SHARED / "pages" / "feeds"
ROUNDS = 3
NOW = datetime(2026, 1, 1, tzinfo=UTC)

Prediction = dict[str, Any]
Reader = Callable[[bytes], Prediction]


def claimtrack(content: bytes) -> Prediction:
    found = listing(Page("", content, NOW)) or Listing()
    return {
        "feed_title": found.title,
        "feed_link": found.link,
        "feed_subtitle": found.subtitle,
        "feed_id": found.id,
        "entries": [
            {
                "title": entry.title,
                "link": entry.link,
                "id": entry.id,
                "author": entry.author,
                "summary": entry.summary,
                "published": _iso(entry.published_at),
                "updated": _iso(entry.updated_at),
            }
            for entry in found.entries
        ],
    }


def fastfeedparser(content: bytes) -> Prediction:
    import fastfeedparser

    found = fastfeedparser.parse(content)
    entries = [
        {
            "title": entry.get("title"),
            "link": entry.get("link"),
            "id": entry.get("id"),
            "author": entry.get("author"),
            "summary": entry.get("description") or entry.get("summary"),
            "published": entry.get("published"),
            "updated": entry.get("updated"),
        }
        for entry in found.entries
    ]
    return _head(found.feed) | {"entries": entries}


def feedparser(content: bytes) -> Prediction:
    import feedparser

    found = feedparser.parse(content)
    entries = [
        {name: entry.get(name) for name in ("title", "link", "id", "author", "summary")}
        | {name: _moment(entry, name) for name in ("published", "updated")}
        for entry in found.entries
    ]
    return _head(found.feed) | {"entries": entries}


READERS: dict[str, Reader] = {
    "claimtrack": claimtrack,
    "fastfeedparser": fastfeedparser,
    "feedparser": feedparser,
}


def _head(feed: Any) -> Prediction:
    return {f"feed_{name}": feed.get(name) for name in ("title", "link", "subtitle", "id")}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(entry: Any, name: str) -> str | None:
    """The moment that feedparser understood, else the words that it found."""
    parsed = entry.get(f"{name}_parsed")
    if parsed is None:
        return entry.get(name)
    return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()


@cache
def scorer() -> SimpleNamespace:
    """The script that comes with the feeds, as a module."""
    return SimpleNamespace(**runpy.run_path(str(SHARED / "labels" / "measure_feeds.py")))


def recorded() -> list[dict[str, Any]]:
    """The recorded feeds with what is true of them."""
    with (FEEDS / "MANIFEST.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_aside(truth: dict[str, Any]) -> bool:
    """Whether the feed was set aside."""
    return int(hashlib.sha256(truth["id"].encode()).hexdigest(), 16) % 3 == 0


def predictions(reader: Reader, truths: list[dict[str, Any]]) -> Iterator[Prediction]:
    """What *reader* makes of each feed; one that raises has failed."""
    for truth in truths:
        try:
            said = reader((FEEDS / truth["file"]).read_bytes())
        except Exception as error:  # a peer may raise whatever it likes
            said = {"error": repr(error)}
        yield said | {"id": truth["id"]}


def seconds(reader: Reader, contents: list[bytes], rounds: int) -> float:
    """The processor's time for all of *contents*, the best of the rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for content in contents:
            with suppress(Exception):  # a peer may raise whatever it likes
                reader(content)
        times.append(time.process_time() - start)
    return min(times)


def row(name: str, part: str, said: list[Prediction], truths: list[dict[str, Any]]) -> str:
    """A line of the table."""
    scores, _ = scorer().score(truths, said)
    real, made, checks = scores["real"], scores["made"], scores["feedparser_checks"]
    cells = (
        name,
        part,
        f"{real['all_right']} of {real['n']}",
        f"{real['titles']:.3f}",
        f"{real['links']:.3f}",
        f"{real['days']:.3f}",
        f"{made['all_right']} of {made['n']}",
        f"{checks['files_right']} of {checks['files']}",
    )
    return "| " + " | ".join(cells) + " |"


def failing() -> None:
    built_on = [truth for truth in recorded() if not is_aside(truth)]
    _, wrong = scorer().score(built_on, list(predictions(claimtrack, built_on)))
    print("\n".join(wrong))


def main(rounds: int) -> None:
    truths = recorded()
    parts = {
        "built on": [truth for truth in truths if not is_aside(truth)],
        "set aside": [truth for truth in truths if is_aside(truth)],
    }
    libraries = [f"{name} {version(name)}" for name in ("fastfeedparser", "feedparser", "lxml")]
    print(f"Python {platform.python_version()}, {', '.join(libraries)}, {len(truths)} feeds\n")
    print("| | part | real, all right | titles | links | days | made, all right | checks' files |")
    print("|---|---|---|---|---|---|---|---|")
    for name, reader in READERS.items():
        said = list(predictions(reader, truths))
        for part, of in parts.items():
            print(row(name, part, said, of))
    contents = [(FEEDS / one["file"]).read_bytes() for one in truths if one.get("real")]
    megabytes = sum(map(len, contents)) / 1e6
    print("\n| | real feeds a second | MB a second |\n|---|---|---|")
    for name, reader in READERS.items():
        took = seconds(reader, contents, rounds)
        print(f"| {name} | {len(contents) / took:,.0f} | {megabytes / took:.1f} |")


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # feedparser warns of its own names
    if sys.argv[1:] == ["failing"]:
        failing()
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
