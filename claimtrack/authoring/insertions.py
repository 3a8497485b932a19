"""Insertions: a page on which another figure stands before all others, or behind them.

A reader that looks where a figure stands finds it there still. One that counts the figures of the
page (the second of all that there are) finds another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.authoring.alterations import with_text
from claimtrack.pages import Page

#: Of as many digits as few figures are, and no year.
_FIGURE = "48271"
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<(?![?!])[^>]*(?<!/)>")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A ``page`` with one figure more, and where that is, in words."""

    told: str
    page: Page


def insertions(page: Page) -> Iterator[Insertion]:
    """*page* with a figure before all others, then behind them: in an element or under a key of
    its own. None for a plain text: there, what stands where is all that there is to go by.
    """
    for told, place in (("before", _before), ("behind", _behind)):
        made = with_text(page, place)
        if made is not None:
            yield Insertion(f"{_FIGURE} {told} all others", made)


def _before(text: str) -> str:
    start = text.lstrip()[:1]
    if start == "<":
        opens = _BODY.search(text) or _ROOT.search(text)
        return text if opens is None else _put(text, opens.end(), f"<aside>No. {_FIGURE}</aside>")
    if start in {"{", "["}:
        place = text.find("{") + 1
        comma = "" if text[place:].lstrip()[:1] == "}" else ", "
        return _put(text, place, f'"_serial": {_FIGURE}{comma}') if place else text
    return text


def _behind(text: str) -> str:
    start = text.lstrip()[:1]
    if start == "<":
        place = text.lower().rfind("</body")
        place = place if place >= 0 else text.rfind("</")
        return text if place < 0 else _put(text, place, f"<aside>No. {_FIGURE}</aside>")
    if start in {"{", "["}:
        place = text.rfind("}")
        comma = "" if text[:place].rstrip()[-1:] == "{" else ", "
        return _put(text, place, f'{comma}"_serial": {_FIGURE}') if place > 0 else text
    return text


def _put(text: str, place: int, told: str) -> str:
    return f"{text[:place]}{told}{text[place:]}"
