"""Sitemaps (https://www.sitemaps.org/protocol.html) with the extension for news, and their
indexes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from claimtrack_news.listings import Entry, Listing, bounded
from claimtrack_news.markedtext import plain
from claimtrack_news.moments import moment

_NEWS = "http://www.google.com/schemas/sitemap-news/"


def sitemap(root: Any, url: str) -> Listing | None:
    """The sitemap or the index of sitemaps at *root*, which came from *url*; None where it is
    neither.
    """
    if _local(root) not in {"urlset", "sitemapindex"}:
        return None
    # Either kind of root is met with either kind of child.
    return Listing(
        entries=bounded(entry for entry in _entries(root, "url", url) if entry.link),
        lists=bounded(entry for entry in _entries(root, "sitemap", url) if entry.link),
    )


def _entries(root: Any, wanted: str, url: str) -> Iterator[Entry]:
    for one in root:
        if _local(one) == wanted:
            said = dict(_said(one))
            yield Entry(
                link=urljoin(url, said["loc"]) if said.get("loc") else "",
                title=plain(said.get("news:title", "")),
                summary=plain(said.get("news:keywords", "")),
                id=said.get("loc", ""),
                published_at=moment(said.get("news:publication_date")),
                updated_at=moment(said.get("lastmod")),
            )


def _said(element: Any) -> Iterator[tuple[str, str]]:
    """The texts below *element* by their names, those of the extension marked as such."""
    for one in element.iter():
        name = _local(one)
        if name in {"loc", "lastmod"} and one.getparent() is element:
            yield name, " ".join((one.text or "").split())
        elif _is_news(one):
            yield f"news:{name}", one.text or ""


def _local(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    return str(element.tag.rpartition("}")[2].rpartition(":")[2].lower())


def _is_news(element: Any) -> bool:
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.startswith((f"{{{_NEWS}", "news:"))
