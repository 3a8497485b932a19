"""Withholding: a part of an article that its page declares to be paid for, and does not give."""

from __future__ import annotations

import json

import pytest

from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.withholding import withheld

EMPTY = '<div class="lead wall"></div>'


def told(declared: object, body: str) -> str | None:
    script = f'<script type="application/ld+json">{json.dumps(declared)}</script>'
    return withheld(tree(f"<html><head>{script}</head><body>{body}</body></html>"))


def part(selector: object, free: object = False) -> dict[str, object]:
    return {"@type": "WebPageElement", "isAccessibleForFree": free, "cssSelector": selector}


def article(*parts: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "isAccessibleForFree": False, "hasPart": list(parts)}


@pytest.mark.parametrize(
    ("declared", "body", "name"),
    [
        (article(part(".wall")), EMPTY, "wall"),
        (article(part("#wall")), '<div id="wall"></div>', "wall"),
        (article(part("div.story > .wall")), EMPTY, "story"),
        (article(part([".wall", ".b"])), EMPTY, "b"),
        (article(part([None, ".wall"])), EMPTY, "wall"),
        (article(part(".a"), part(".wall")), EMPTY, "a"),
        (part(".wall", free="False"), EMPTY, "wall"),
        (part(".wall"), f'<div class="wall">{"word " * 40}</div>', "wall"),
        # It gives what it declares, or lacks the place, or declares nothing that can be found.
        (part(".wall"), f'<div class="wall">{"word " * 41}</div>', None),
        (part(".wall"), f'<p class="wall">{"word " * 21}</p>' * 2, None),
        (part(".wall"), '<div class="wallpaper"></div>', None),
        (part(".wall", free=True), EMPTY, None),
        (part("wall"), EMPTY, None),
        (part(None), EMPTY, None),
        (article(), EMPTY, None),
        (part(".wall"), "", None),
    ],
)
def test_a_part_is_withheld_where_its_place_is_there_and_says_little(
    declared: object, body: str, name: str | None
) -> None:
    assert told(declared, body) == (
        None if name is None else f"an empty part that is to be paid for ({name})"
    )
