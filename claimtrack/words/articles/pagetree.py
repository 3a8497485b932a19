"""Page tree: a page's bytes as a bounded tree, and the words in its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.charsets import charset
from claimtrack.markup import Markup

#: What stands in a heading without being part of what it says: the reading aid over a character.
_ASIDE = frozenset({"script", "style", "template", "noscript", "rt", "rp", "svg", "button"})
_BREAKS = frozenset({"br", "div", "p", "li", "td", "h1", "h2", "h3", "span"})


def decoded(html: str | bytes) -> str:
    """The text of *html*, in the encoding that it says it is in."""
    return html if isinstance(html, str) else html.decode(charset(html), "replace")


def tree(text: str) -> Any:
    """The root of the page *text*. Raises `Unreadable` for none, and for more than can be
    searched.
    """
    return Markup(text).root


def words_of(element: Any) -> str:
    """The words in *element* on one line, without scripts and reading aids."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if event == "end":
            yield "" if one is element else one.tail or ""
        elif one.tag in _ASIDE and one is not element:
            walk.skip_subtree()
        else:
            yield " " if one.tag in _BREAKS else ""
            yield one.text or ""
