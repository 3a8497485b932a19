"""The recorded evidence: texts, maps and series of ../shared/evidence, each under its address.

Where nobody recorded an address, one of a host that is none stands for it: a host each, for one
that is asked for a hundred texts is asked slowly. Recorded words are put
back into the paragraphs of a page; nothing else is done to them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared import SHARED

EVIDENCE = SHARED / "evidence"
ARTICLES = EVIDENCE / "articles"
HTML, JSON = "text/html; charset=utf-8", "application/json"
CSV, MAP = "text/csv", "application/geo+json"

LISTING = "https://www.whitehouse.gov/remarks/"
ISW = "understandingwar.org_research_russia-ukraine_russian-offensive-campaign-assessment"
GITHUB = "https://raw.githubusercontent.com/"
MAPS = GITHUB + "cyterat/deepstate-map-data/main/data/"
LOSSES = GITHUB + (
    "PetroIvaniuk/2022-Ukraine-Russia-War-Dataset/main/data/russia_losses_personnel.json"
)
AREAS = GITHUB + (
    "TheEconomist/the-economist-ukraine-war-dead-and-wounded-estimates/main/source-data/"
    "deaths-and-casualties-data/area_assessed_as_controlled_by_russia.csv"
)


@dataclass(frozen=True)
class Recorded:
    """One recorded thing: its address, its bytes, what they are, and a title where it has one."""

    url: str
    content: bytes
    media_type: str
    title: str = ""


def marked(blocks: list[str], title: str, at: str = "") -> bytes:
    """Recorded words, put back into the paragraphs of a page."""
    told = f'<meta property="article:published_time" content="{at}">' if at else ""
    body = "".join(f"<p>{html.escape(block)}</p>" for block in blocks if block)
    return (
        f'<html lang="en"><head><title>{html.escape(title)}</title>'
        f'<meta property="og:type" content="article">{told}</head>'
        f"<body><h1>{html.escape(title)}</h1>{body}</body></html>"
    ).encode()


def blocks(text: str) -> list[str]:
    """The paragraphs of *text*, each in one line."""
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]


def headed(path: Path) -> tuple[dict[str, str], str]:
    """What stands in the head of a Markdown file, and its text."""
    head, _, body = path.read_text(encoding="utf-8")[4:].partition("\n---\n")
    found = re.findall(r"^(\w+) *: *(.*(?:\n  .*)*)", head, re.MULTILINE)
    return {key: " ".join(value.split()).strip("'\"") for key, value in found}, body


def white_house() -> Iterator[Recorded]:
    """The papers of the White House, and a listing that names them: that was not recorded."""
    links = []
    for path in sorted((ARTICLES / "white_house").glob("*.md")):
        told, body = headed(path)
        url, title = told["source_url"], told["title"]
        at = told["published_time"].replace(" ", "T")
        yield Recorded(url, marked(blocks(body), title, at), HTML, title)
        links.append(f'<li><a href="{url}">{html.escape(title)}</a></li>')
    listing = f"<html><body><main><ul>{''.join(links)}</ul></main></body></html>"
    yield Recorded(LISTING, listing.encode(), HTML)


def assessment() -> Recorded:
    """The daily assessment of the Institute for the Study of War that was recorded."""
    (path,) = (ARTICLES / "scraped_pages").glob(f"{ISW}*.md")
    raw = path.read_text(encoding="utf-8").partition("## Links")[0]
    lines = [line.strip() for line in raw.partition("## Content")[2].splitlines()]
    address = re.search(r"\*\*URL\*\*: (\S+)", raw)
    assert address is not None
    title = "Russian Offensive Campaign Assessment, February 26, 2026"
    start = lines.index("Toplines")
    return Recorded(address[1], marked(lines[start:], title), HTML, title)


def bbc() -> Iterator[Recorded]:
    """What others carried of the BBC in the days around the summit."""
    yield from _posts("bbc_reposts", "bbc.example")


def think_tanks() -> Iterator[Recorded]:
    """Essays of think tanks, from 2022 to 2026."""
    yield from _posts("thinktank_pen0", "think-tanks.example")


def _posts(folder: str, host: str) -> Iterator[Recorded]:
    for path in sorted((ARTICLES / folder).glob("*.md")):
        told, body = headed(path)
        page = marked(blocks(body), told["title"], f"{path.name[:10]}T12:00:00Z")
        yield Recorded(f"https://{path.stem}.{host}/", page, HTML, told["title"])


def press() -> Iterator[Recorded]:
    """Articles of the press in three countries, from 2022 to 2024."""
    for path in sorted((ARTICLES / "gdelt_2022_2024").glob("*.txt")):
        day = f"{path.name[:4]}-{path.name[4:6]}-{path.name[6:8]}"
        told = blocks(path.read_text(encoding="utf-8"))
        page = marked(told, told[0][:80], f"{day}T12:00:00Z")
        yield Recorded(f"https://{path.stem[:15].lower()}.press.example/", page, HTML)


def maps() -> Iterator[Recorded]:
    """The maps of what is occupied, of the day of the summit and a year later."""
    for day in ("20250815", "20260822"):
        name = f"deepstatemap_data_{day}.geojson"
        path = EVIDENCE / "territory" / "deepstate_geojson" / name
        yield Recorded(MAPS + name, path.read_bytes(), MAP)


def series() -> Iterator[Recorded]:
    """The losses by the General Staff, and the areas that the Economist counts off maps."""
    path = EVIDENCE / "losses" / "petroivaniuk" / "russia_losses_personnel.json"
    yield Recorded(LOSSES, path.read_bytes(), JSON)
    path = EVIDENCE / "territory" / "economist" / "area_assessed_as_controlled_by_russia.csv"
    yield Recorded(AREAS, path.read_bytes(), CSV)
