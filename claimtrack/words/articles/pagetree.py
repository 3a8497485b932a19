"""Page tree: a page's bytes as a bounded tree, and the words in its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimtrack.charsets import charset
from claimtrack.markup import Markup

#: Encodings whose bytes may be UTF-8 too and mean something else, or have their own mark.
_NOT_TO_BE_DOUBTED = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "iso2022_jp")
#: How far into a page a late word on its encoding is looked for.
_LATEST = 100_000
_LATE = re.compile(rb"<meta[^>]{0,300}?charset[^>]{0,100}>", re.IGNORECASE)
#: What stands in a heading without being part of what it says: the reading aid over a character.
_ASIDE = frozenset({"script", "style", "template", "noscript", "rt", "rp", "svg", "button"})
_BLOCKS = frozenset({"div", "p", "li", "td", "h1", "h2", "h3"})
_BREAKS = _BLOCKS | {"br", "span"}


def decoded(html: str | bytes) -> str:
    """The text of *html*, in the encoding that it says it is in.

    Bytes that are UTF-8 throughout are UTF-8, whatever the page says: other encodings are that by
    accident only in a few letters, and a page that was saved or passed on often says what it was.
    """
    if isinstance(html, str):
        return html
    named = charset(html)
    try:
        return html.decode(named if named in _NOT_TO_BE_DOUBTED else "utf-8")
    except UnicodeDecodeError:
        text = html.decode(named, "replace")
        return html.decode(_late_charset(html), "replace") if "\ufffd" in text else text


def _late_charset(html: bytes) -> str:
    """The encoding that a page names too late for `charset` to look, which browsers follow when
    they come to it; where it names none, what `charset` says.
    """
    late = _LATE.search(html[:_LATEST])
    return charset(late[0] if late else html)


def tree(text: str) -> Any:
    """The root of the page *text*. Raises `Unreadable` for none, and for more than can be
    searched.
    """
    return Markup(text).root


def words_of(element: Any) -> str:
    """The words in *element* on one line, without scripts and reading aids."""
    if len(element) == 0:
        return " ".join((element.text or "").split())
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if event == "end":
            yield " " if one.tag in _BLOCKS else ""
            yield "" if one is element else one.tail or ""
        elif one.tag in _ASIDE and one is not element:
            walk.skip_subtree()
        else:
            yield " " if one.tag in _BREAKS else ""
            yield one.text or ""
