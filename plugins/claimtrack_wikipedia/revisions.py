"""Revisions: which one of a page came, when it was saved, and which there were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Literal
from urllib.parse import quote

from claimtrack import Page, Unreadable

Step = Literal["day", "week", "month", "year"]

#: Where the end of a page stands, with what a cache writes behind it.
_TAIL = 2_000
_REVISION = re.compile(r"/revision/(\d{1,12})")
_CONFIGURED = re.compile(r'"wgRevisionId"\s*:\s*(\d{1,12})')


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a page: its number, when it was saved (None where the page does not say),
    and the page itself as HTML.
    """

    number: int
    saved_at: datetime | None
    page: Page


def revision(page: Page) -> Revision:
    """The revision that *page* is: as REST, ``action=parse`` or ``oldid`` give it. Raises
    `Unreadable` where it names none.
    """
    if page.content.lstrip()[:1] == b"{":
        return _parsed(page)
    if b"</html>" not in page.content[-_TAIL:]:
        raise Unreadable("the page is cut, or no HTML: a figure in it may be cut as well")
    about = "".join(one.attributes.get("about", "") for one in page.select("html"))
    found = _REVISION.search(about) or _CONFIGURED.search(page.text)
    if found is None:
        raise Unreadable("the page names no revision: it is no page of a wiki")
    modified = [
        one.attributes.get("content", "") for one in page.select('meta[property="dc:modified"]')
    ]
    return Revision(int(found[1]), _moment(modified[0] if modified else None), page)


def _parsed(page: Page) -> Revision:
    given = _answer(page)
    found = given.get("parse")
    if not isinstance(found, dict):
        raise Unreadable(f"expected parse, found {', '.join(map(str, given))[:200]}")
    text = found.get("text")
    marked = text.get("*") if isinstance(text, dict) else text
    if not isinstance(marked, str) or not isinstance(found.get("revid"), int):
        raise Unreadable("an answer without the text of a revision, or its number")
    inner = replace(page, content=marked.encode(), headers=(("content-type", "text/html"),))
    return Revision(found["revid"], None, inner)


def _answer(page: Page) -> Mapping[str, Any]:
    given = page.json()
    if not isinstance(given, dict):
        raise Unreadable(f"expected an object, found {type(given).__name__}")
    if "error" in given:
        error = given["error"] if isinstance(given["error"], dict) else {}
        raise Unreadable(
            f"the wiki answers with an error: {error.get('code')}: {error.get('info')}"
        )
    return given


def _moment(given: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found is not None and found.tzinfo is not None else None


def earlier(page: Page, step: Step) -> Iterator[int]:
    """The numbers of the revisions that *page* lists, the last of each *step*, newest first.
    Raises `Unreadable`.
    """
    seen: set[tuple[int, ...]] = set()
    for one in _listed(page):
        at, number = _moment(one.get("timestamp")), one.get("revid")
        if at is None or not isinstance(number, int):
            raise Unreadable("a revision without its number or its time")
        place = _place(at.date(), step)
        if place not in seen:
            seen.add(place)
            yield number


def _listed(page: Page) -> list[Mapping[str, Any]]:
    given = _answer(page)
    query = given.get("query")
    pages = query.get("pages") if isinstance(query, dict) else None
    if not isinstance(pages, list) or len(pages) != 1 or not isinstance(pages[0], dict):
        raise Unreadable("expected the revisions of one page")
    if "missing" in pages[0]:
        raise Unreadable(f"there is no page {pages[0].get('title')!r}")
    listed = pages[0].get("revisions", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise Unreadable("expected a list of revisions")
    return listed


def _place(day: date, step: Step) -> tuple[int, ...]:
    if step == "week":
        return tuple(day.isocalendar()[:2])
    return (day.year, day.month, day.day)[: {"year": 1, "month": 2, "day": 3}[step]]


def permalink(site: str, number: int) -> str:
    """Where people read the revision."""
    return f"{site}/w/index.php?oldid={number}"


def page_address(site: str, title: str, number: int | None = None) -> str:
    """Where the revision *number* of the page is asked for, or the one that is shown."""
    named = f"{site}/api/rest_v1/page/html/{quote(title.replace(' ', '_'), safe='')}"
    return named if number is None else f"{named}/{number}"


def list_address(site: str, title: str, since: date) -> str:
    """Where the revisions saved since that day are listed, the newest 500."""
    return (
        f"{site}/w/api.php?action=query&format=json&formatversion=2&prop=revisions"
        f"&rvprop=ids%7Ctimestamp&rvlimit=500&rvend={since}T00%3A00%3A00Z"
        f"&titles={quote(title, safe='')}"
    )
