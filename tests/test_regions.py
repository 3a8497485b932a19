"""Regions: which parts of a page are its article's."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.regions import own_among, own_elements

SAVED = sorted((Path(__file__).parent / "pages" / "walls").glob("*/*.html"))
PAGE = """<body><nav><p>menu</p></nav><div class="sidebar"><p>margin</p></div>
<article><p>one</p><div class="related"><p>other</p><div><p>other</p></div></div><aside><p>two</p>
</aside></article><div class="comments"><h1>three</h1><p>four</p></div></body>"""


def test_what_stands_around_an_article_is_not_its_own() -> None:
    own = own_among(tree(PAGE), "p", "h1")
    assert [one.text for one in own] == ["one", "two", "three", "four"]


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_those_of_some_tags_are_the_same_among_all(path: Path) -> None:
    root = tree(path.read_text(encoding="utf-8"))
    tags = {"p", "div", "li", "h1"}
    own = [one for one in own_elements(root) if one.tag in tags]
    assert own == [*own_among(root, *tags)]
