"""Glimpse: the words of a page at a small part of what an article costs.

Whoever looks for a few words in many pages looks here first, and reads only those that have them.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from claimtrack.words.articles.pagetree import decoded, tree

#: selectolax's time grows with the square of a page's depth, which it does not bound: 100,000 open
#: elements in each other took it 87 seconds (1.0.2, 2026-11-22). Pages of the news have some 3,000
#: tags, and one with many more goes by the bounded way.
MOST_TAGS = 20_000
_UNSEEN = ("script", "style", "template", "svg", "noscript")


def visible_text(html: str | bytes) -> str:
    """All the words that the page *html* shows, menus and neighbours included, parted by single
    spaces; read by selectolax where it is installed (the extra ``fast``). Raises `Unreadable` for
    what is no page, and for a page that is larger or deeper than can be searched.
    """
    text = decoded(html)
    quick = has_selectolax() and text.count("<") <= MOST_TAGS
    shown = _by_selectolax(text) if quick else _by_lxml(text)
    return " ".join(shown.split())


@cache
def has_selectolax() -> bool:
    """Whether the extra ``fast`` is installed."""
    return find_spec("selectolax") is not None


def _by_selectolax(text: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    page.strip_tags([*_UNSEEN])
    return page.text(separator=" ")


def _by_lxml(text: str) -> str:
    from lxml import etree

    root = tree(text)
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    return " ".join(root.itertext())
