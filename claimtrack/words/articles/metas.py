"""Metas: what a page's meta tags say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

#: The attributes by which a meta tag is named. Some names come with another vocabulary's colon.
_NAMES = ("property", "name", "itemprop", "http-equiv")
_DUBLIN_CORE = re.compile(r"\A(?:dc|dcterms?)[.:]")
#: A page has some dozens.
MOST = 1_000
LONGEST = 2_000


class Metas:
    """The meta tags of a page, by name in lower case."""

    def __init__(self, root: Any) -> None:
        self._values: dict[str, list[str]] = {}
        for number, tag in enumerate(root.iter("meta")):
            if number >= MOST:
                break
            for name in _names(tag.attrib):
                self._values.setdefault(name, []).extend(_content(tag.attrib))

    def all(self, names: Iterable[str]) -> list[str]:
        """What is said under each of *names*, in their order."""
        return [value for name in names for value in self._values.get(name, ())]

    def first(self, *names: str) -> str | None:
        """What is said first under the first of *names* that is there."""
        return next(iter(self.all(names)), None)


def _names(attributes: Mapping[str, str]) -> set[str]:
    """Its names: a property may be several (RDFa), and Dublin Core's are written in many ways."""
    given = [attributes.get(name, "").strip().lower() for name in _NAMES]
    told = {one for name in given for one in (name, *name.split())}
    return {_DUBLIN_CORE.sub("dc.", name) for name in told}


def _content(attributes: Mapping[str, str]) -> list[str]:
    """Its content; a cached copy has it as ``value``."""
    content = " ".join(attributes.get("content", attributes.get("value", ""))[:LONGEST].split())
    return [content] if content else []
