"""Elements: HTML built from parts, so that a text is never anything but text.

Whatever a page, a feed or a claim file says may be hostile. Nothing here joins markup from text:
an element is made of elements and of texts, and what writes it down escapes every text.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

Element = ElementTree.Element
Part = Element | str | None

#: What no page may hold, and what turns the direction of all that follows it.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LONGEST_SHOWN = 90


def element(tag: str, /, *parts: Part, **attributes: str) -> Element:
    """The element *tag* with its *parts* in order, None left out. ``class_`` and the like are
    attributes whose name Python keeps for itself, ``stroke_width`` is ``stroke-width``.
    """
    made = Element(
        tag,
        {key.rstrip("_").replace("_", "-"): clean(value) for key, value in attributes.items()},
    )
    for part in parts:
        _append(made, part)
    return made


def _append(made: Element, part: Part) -> None:
    if part is None:
        return
    if isinstance(part, Element):
        made.append(part)
    elif len(made):
        made[-1].tail = (made[-1].tail or "") + clean(part)
    else:
        made.text = (made.text or "") + clean(part)


def clean(text: str) -> str:
    """*text* with U+FFFD for every character that a page cannot hold, or that would turn the words
    around it.
    """
    return _UNPRINTABLE.sub("\ufffd", text)


def written(root: Element) -> str:
    """The whole page whose root is *root*."""
    return "<!DOCTYPE html>\n" + ElementTree.tostring(root, encoding="unicode", method="html")


def strange(text: str) -> Element:
    """*text*, of a stranger, set apart from the direction of the words around it."""
    return element("bdi", text)


def link(address: str) -> Element:
    """*address* as a link where it is one of the web, else as the text that it is."""
    told = address if len(address) <= _LONGEST_SHOWN else f"{address[:_LONGEST_SHOWN]}…"
    if not is_web(address):
        return element("bdi", told, class_="address")
    rel = "noopener noreferrer nofollow"
    return element("a", element("bdi", told), href=address, rel=rel, class_="address")


def is_web(address: str) -> bool:
    """Whether *address* is one of http or https that names a host and nobody's password."""
    if clean(address) != address or "\\" in address or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        return (
            parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        )
    except ValueError:
        return False
