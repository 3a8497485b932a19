"""JSON feeds, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from claimtrack_news.listings import Entry, Listing, bounded
from claimtrack_news.markedtext import plain
from claimtrack_news.moments import moment


def json_feed(text: str, url: str) -> Listing | None:
    """The feed that *text* from *url* is; None where it is none."""
    try:
        given = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or not isinstance(given.get("items"), list):
        return None
    if "jsonfeed" not in _text(given, "version"):
        return None
    items = (item for item in given["items"] if isinstance(item, dict))
    return Listing(
        title=_text(given, "title"),
        link=_text(given, "home_page_url"),
        subtitle=_text(given, "description"),
        id=_text(given, "feed_url"),
        entries=bounded(_entry(item, url) for item in items),
    )


def _entry(item: Mapping[str, Any], url: str) -> Entry:
    id = _text(item, "id")
    link = _text(item, "url") or _text(item, "external_url") or id
    summary = _text(item, "summary") or _text(item, "content_text")
    return Entry(
        link=_joined(url, link),
        title=_text(item, "title"),
        summary=summary or plain(_text(item, "content_html")),
        id=id,
        author=_author(item),
        published_at=moment(_text(item, "date_published")),
        updated_at=moment(_text(item, "date_modified")),
    )


def _author(item: Mapping[str, Any]) -> str:
    """The first author that is named; version 1 knows one alone."""
    authors = item.get("authors")
    named = [item.get("author"), *(authors if isinstance(authors, list) else ())]
    names = (_text(one, "name") for one in named if isinstance(one, dict))
    return next((name for name in names if name), "")


def _text(given: Mapping[str, Any], key: str) -> str:
    """What stands under *key*, where that is words or a number (some ids are), in one line."""
    value = given.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link)
    except ValueError:
        return link
