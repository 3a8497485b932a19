"""Regions: which parts of a page are its article's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.regions import (
    asks,
    headline_at,
    is_headed,
    is_margin,
    is_shorter,
    own_among,
    own_elements,
    own_lines,
    shown_headline,
)

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


def first(markup: str) -> Any:
    return next(tree(f"<html><body>{markup}</body></html>").iter("body"))[0]


@pytest.mark.parametrize(
    ("markup", "is_one"),
    [
        ("<nav>menu</nav>", True),
        ("<footer><h1>menu</h1></footer>", True),
        ('<div class="sidebar">x</div>', True),
        ('<div id="related">x</div>', True),
        ('<div class="top post-latest">x</div>', True),
        ("<aside>x</aside>", True),
        ("<form>x</form>", False),
        ('<form class="newsletter">x</form>', False),
        ('<div class="sidebar"><h1>x</h1></div>', False),
        ('<div class="cookie">x</div>', False),
        ('<div class="sidebar" id="consent">x</div>', False),
        ('<main class="sidebar">x</main>', False),
        ('<div class="post-footer">x</div>', False),
        ('<div class="story">x</div>', False),
        ("<div>x</div>", False),
    ],
)
def test_a_margin_is_what_is_named_for_one(markup: str, is_one: bool) -> None:
    assert is_margin(first(markup)) is is_one


@pytest.mark.parametrize("name", ["sidebar", "widget", "widgets"])
def test_within_an_article_a_sidebar_is_its_own(name: str) -> None:
    margin = f'<div class="{name}">x</div>'
    assert is_margin(first(margin))
    assert not is_margin(first(f"<article>{margin}</article>")[0])
    assert not is_margin(first("<article><aside>x</aside></article>")[0])
    assert is_margin(first(f'<article><div class="{name} related">x</div></article>')[0])


@pytest.mark.parametrize(
    ("markup", "is_so"),
    [
        ('<div class="cookie-bar">x</div>', True),
        ('<div id="Consent">x</div>', True),
        ('<div class="bar">cookie</div>', False),
        ("<div>cookie</div>", False),
    ],
)
def test_what_asks_for_consent_is_named_so(markup: str, is_so: bool) -> None:
    assert asks(first(markup)) is is_so


@pytest.mark.parametrize(("most", "is_so"), [(5, False), (6, True), (7, True)])
def test_an_element_is_as_long_as_what_it_says(most: int, is_so: bool) -> None:
    assert is_shorter(first("<p> abc <b> def </b>\n</p>"), most) is is_so


def test_a_part_with_most_of_the_pages_paragraphs_is_its_own_whatever_it_is_called() -> None:
    page = '<body>{}<div class="related">{}</div></body>'
    for own, related, found in [(3, 3, 3), (0, 4, 4), (4, 4, 4), (3, 4, 7), (0, 3, 0), (6, 6, 6)]:
        paragraphs = own_among(tree(page.format("<p>a</p>" * own, "<p>b</p>" * related)), "p")
        assert len([*paragraphs]) == found, (own, related)


def test_the_own_lines_of_a_page_are_its_blocks() -> None:
    page = """<h1>The\nbridge</h1><div>by <b>Ann</b> Holm<br>in Harbour<p>one</p>two</div>
        <nav>menu</nav>three<ul><li>four<li>five</ul>"""
    assert own_lines(tree(f"<body>{page}</body>")) == [
        "The bridge", "by Ann Holm", "in Harbour", "one", "two", "three", "four", "five",
    ]  # fmt: skip


def test_what_heads_the_window_is_no_line_of_the_page() -> None:
    page = "<html><head><title>The bridge - Courier</title></head><body><h1>The bridge</h1></body>"
    assert own_lines(tree(page)) == ["The bridge"]


LONG = "The bridge " * 8


@pytest.mark.parametrize(
    ("markup", "title", "is_so"),
    [
        ("<h1>The Bridge: a story</h1>", "the bridge", True),
        ("<h2>The Bridge</h2>", "The bridge", True),
        ("<h3>The Bridge</h3>", "The bridge", False),
        ("<h1>A Bridge</h1>", "The bridge", False),
        (f"<h1>{LONG}</h1>", f"{LONG} again", True),
        (f"<h1>{LONG[:59]}</h1>", LONG, False),
        (f"<h1>{LONG[:60]}</h1>", LONG, True),
    ],
)
def test_a_heading_begins_with_its_title(markup: str, title: str, is_so: bool) -> None:
    assert is_headed(first(markup), title) is is_so
    assert (headline_at([first(markup).text.strip()], title) == 0) is (is_so or "h3" in markup)


def test_the_headline_stands_in_the_first_line_that_begins_with_it() -> None:
    lines = ["menu", "the Bridge opens", "The bridge"]
    assert headline_at(lines, "The bridge") == 1
    assert headline_at(lines, "A bridge") is None
    assert headline_at(lines, None) is None
    assert headline_at(lines, "") is None


def test_the_headline_that_is_shown_is_the_title_or_the_first_heading_that_is_a_line() -> None:
    root = tree("<body><h1>Logo</h1><h1>Old bridge</h1><h1>New bridge</h1></body>")
    lines = ["Old bridge", "New bridge"]
    assert shown_headline(root, lines, "New") == "New"
    assert shown_headline(root, lines, "Harbour") == "Old bridge"
    assert shown_headline(root, lines, None) == "Old bridge"
    assert shown_headline(root, ["menu"], "Harbour") is None
