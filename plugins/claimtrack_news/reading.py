"""Reading a page as a listing: which of the forms it has, told by what it holds.

A server's word for the type is passed over: feeds are served as ``text/html`` and worse.
"""

from __future__ import annotations

from claimtrack import Page
from claimtrack_news.feeds import feed
from claimtrack_news.jsonfeeds import json_feed
from claimtrack_news.listings import Listing
from claimtrack_news.sitemaps import sitemap
from claimtrack_news.trees import text_of, tree


def listing(page: Page) -> Listing | None:
    """The feed, sitemap or index of sitemaps that *page* is; None where it is none of them.
    Raises `Unreadable` for more than a listing has.
    """
    text = text_of(page)
    start = text[:2000].lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        return json_feed(text, page.url)
    if "<" not in start or "<html" in start.lower():
        return None
    root = tree(text)
    if root is None:
        return None
    return sitemap(root, page.url) or feed(root, page.url)
