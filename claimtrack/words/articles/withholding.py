"""Withholding: a part of an article that its page declares, and does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import named_by
from claimtrack.words.articles.structured import Node, all_nodes, declared

#: As publishers declare it to search engines: the class or the id of what is to be paid for.
_PART = re.compile(r"[.#]([\w-]+)")
#: So many words are an offer, and no part of an article.
_MOST = 40


def withheld(root: Any) -> str | None:
    """What the page at *root* declares to be paid for (schema.org, ``isAccessibleForFree`` and
    ``hasPart``), and leaves empty; None where it does not. A part that is nowhere on the page is
    declared by a template that knows no better.
    """
    parts = {part for node in all_nodes(declared(root)) for part in _parts(node)}
    if not parts:
        return None
    held = [one for one in root.iter() if isinstance(one.tag, str) and _names(one) & parts]
    if not held or sum(len(words_of(one).split()) for one in held) > _MOST:
        return None
    return f"an empty part that is to be paid for ({min(parts)})"


def _parts(node: Node) -> Iterator[str]:
    if str(node.get("isAccessibleForFree")).lower() != "false":
        return
    selector = node.get("cssSelector")
    for one in selector if isinstance(selector, list) else [selector]:
        if isinstance(one, str):
            yield from _PART.findall(one)


def _names(element: Any) -> set[str]:
    return set(named_by(element).split())
