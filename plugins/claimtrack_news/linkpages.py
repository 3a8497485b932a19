"""Pages of links: an ordinary page, of which a selector tells the links that are articles."""

from __future__ import annotations

from urllib.parse import urljoin

from claimtrack import Page
from claimtrack_news.listings import Entry, Listing, bounded


def link_page(page: Page, select: str) -> Listing:
    """The links of *page* that the CSS selector matches, each once and in their order.
    Raises `Unreadable`, and `PluginError` where *select* is no selector.
    """
    base = next((one.attributes["href"] for one in page.select("base[href]")[:1]), "")
    start = _joined(page.url, base)
    entries: dict[str, Entry] = {}
    for found in page.select(select):
        href = found.attributes.get("href", "").strip()
        if not href or href.startswith("#"):
            continue
        link = _joined(start, href)
        known = entries.get(link)
        if known is None or not known.title:  # of a picture and a headline the headline tells
            entries[link] = Entry(
                link=link,
                title=found.text,
                id=link,
            )
    return Listing(link=page.url, entries=bounded(entries.values()))


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""
