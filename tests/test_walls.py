"""Walls: each known by its saved pages, and no article taken for one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from claimtrack.words.articles import Wall, read_article, wall_of
from claimtrack.words.articles.article import WallKind
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.walls import rules, wall_at, wall_in

PAGES = Path(__file__).parent / "pages" / "walls"
SAVED = sorted(PAGES.glob("*/*.html"))


def name(path: Path) -> str:
    return path.relative_to(PAGES).as_posix()


@pytest.mark.parametrize("path", SAVED, ids=name)
def test_a_saved_page_is_the_wall_of_its_folder(path: Path) -> None:
    article = read_article(path.read_bytes())
    kind = article.wall.kind if article.wall else "none"
    assert kind == path.parent.name
    assert (article.text == "") == (kind != "none")


@pytest.mark.parametrize("path", SAVED, ids=name)
def test_the_look_for_a_wall_alone_says_the_same(path: Path) -> None:
    assert wall_of(path.read_bytes()) == read_article(path.read_bytes()).wall


@pytest.mark.parametrize("heading", ["<title>{}</title>", '<h1 class="wide">{}</h1>'])
def test_a_long_wall_is_told_by_its_title_alone(heading: str) -> None:
    paragraph = "<p>This site and its partners keep a few of their own files on your device.</p>"
    page = f"{heading.format('Before you continue')}{paragraph * 30}<button>Accept all</button>"
    wall = wall_of(page)
    assert wall is not None
    assert wall.kind == "consent"


TOLD = (
    "The council of the harbour town voted on Monday to replace the old bridge, after eleven years "
    "of debate and three reports by experts that contradicted each other on the cost, on the fish "
    "and on the carts for which it had once been built, a hundred and forty years ago. "
)


@pytest.mark.parametrize(
    "tag", ["p", "li", "blockquote", "pre", "dd", "div", "section", "article", "main"]
)
def test_the_words_of_an_article_count_in_whatever_stands_for_a_paragraph(tag: str) -> None:
    title, story = "<title>Just a moment...</title>", f"<{tag}>{TOLD}</{tag}>"
    assert wall_of(title + story * 30) is None
    assert wall_of(title + f"<{tag}>Checking.</{tag}>") is not None


def test_the_words_of_an_article_count_in_the_cells_of_a_table() -> None:
    page = f"<title>Just a moment...</title><table><tr>{f'<td>{TOLD}</td>' * 30}</tr></table>"
    assert wall_of(page) is None


def test_a_page_whose_words_somebody_has_read_is_no_wall() -> None:
    page = "<title>Just a moment...</title><p>Checking your browser.</p>"
    assert wall_at(tree(page), page) is not None
    assert wall_at(tree(page), page, 5_000) is None


def test_what_only_the_words_of_a_page_say_is_not_sure() -> None:
    words = "<p>Please enable JavaScript to view this page.</p>"
    rows = "<tr><td>2026</td><td>19</td></tr>" * 5
    wall = wall_of(words)
    assert wall is not None
    assert not wall.is_sure
    assert wall_of(f"{words}<table>{rows}</table>") is None


@pytest.mark.parametrize(
    ("rest", "is_all"),
    [
        ("", True),
        ("...", True),
        ("!", True),
        (" | Harbour Times", True),
        (" | a b c d e f g", True),
        (" | a b c d e f g h", False),
        (": a b c", True),
        (": a b c d", False),
        (", to your page", True),
        (", to a b c d e f", True),
        (", to a b c d e f g", False),
        (", Hill", False),
        (" to you", True),
        (" to a b c d e f", True),
        (" to a b c d e f g", False),
        (" Hill", True),
        (" Hill Club", True),
        (" Hill Club Now", False),
        (" of Hill", False),
        (". Then", False),
        (" with us, Hill", False),
        ("? No", False),
        (" » Harbour", True),
    ],
)
def test_a_title_that_says_more_than_a_sign_is_not_sure(rest: str, is_all: bool) -> None:
    words = "<p>Checking your page.</p>"
    for page in ("<title>Just a moment{}</title>", "<title>x</title><h1>Just a moment{}</h1>"):
        wall = wall_of(page.format(rest) + words)
        assert wall is not None
        assert wall.is_sure is is_all


def test_a_fault_that_a_heading_tells_of_is_not_sure() -> None:
    fault = "<pre>java.lang.NullPointerException\n at org.acme.Boats.run(Boats.java:88)</pre>"
    for heading, is_sure in (("", True), ("<h1>Bug 4411: a fault on import</h1>", False)):
        wall = wall_of(f"<title>Boats</title>{heading}{fault}<p>Two people saw it.</p>")
        assert wall is not None
        assert wall.is_sure is is_sure


def test_a_sentence_of_a_long_line_is_asked_for_itself() -> None:
    told = "This website is not available to visitors from outside this country."
    beside = "Write to us by post if you would like to know why we do so, or call us."
    for page, is_wall in (
        (f"<p>{told} {beside}</p>", True),
        (f"<p>{told[:-1]}: {beside}</p>", False),
        (f"<p>{told} {beside} {beside}</p>", False),
    ):
        assert (wall_of(page) is not None) is is_wall


GONE = "There is nothing at this address any more."


@pytest.mark.parametrize(
    ("beside", "is_wall"),
    [
        ("<p>Ask us: 555 0142 00</p>", True),
        ("<p>Boats: 12</p>", False),
        ("<table><tr><td>1</td></tr><tr><td>2</td></tr></table>", False),
        ("<a href='/x'>Boats: 12</a>", False),
        ("<nav>Boats: 12</nav>", True),
    ],
)
def test_no_words_make_a_wall_of_a_page_with_data(beside: str, is_wall: bool) -> None:
    assert (wall_of(f"<p>{GONE}</p>{beside}") is not None) is is_wall
    assert wall_of(f"<title>{GONE}</title><h1>{GONE}</h1>{beside}") is not None


def test_what_asks_to_wait_is_a_wall_where_no_other_line_has_a_figure() -> None:
    told = "<p>One moment, you will be there in 5 seconds.</p>"
    for beside, is_wall in (
        ("", True),
        ("<p>Ref: 9ab2</p>", True),
        ("<ul><li><a href='/x'>3 boats</a></ul>", True),
        ("<p>3 boats</p>", False),
    ):
        assert (wall_of(told + beside) is not None) is is_wall


def test_who_has_a_tree_of_the_page_gives_it() -> None:
    page = "<title>Just a moment...</title><p>Checking your browser.</p>"
    asked = []

    def root() -> object:
        asked.append(page)
        return tree(page)

    assert wall_in(page, root) == wall_in(page)
    assert wall_in("<p>" + TOLD * 30 + "</p>", root) is None
    assert asked == [page]


def test_every_kind_of_wall_has_rules_and_saved_pages() -> None:
    kinds = set(get_args(WallKind))
    assert {rule.kind for rule in rules()} == kinds
    assert {path.parent.name for path in SAVED} == kinds | {"none"}


def test_a_wall_says_by_what_it_was_known() -> None:
    page = "<title>Just a moment...</title><p>Checking your browser.</p>"
    wall = read_article(page).wall
    assert wall == Wall("challenge", "headed “Just a moment...”")
    assert str(wall) == "challenge: headed “Just a moment...”"


def test_a_stub_keeps_what_it_says_of_its_article() -> None:
    article = read_article((PAGES / "paywall" / "stub.html").read_bytes())
    assert article.title == "Harbour council votes on the bridge"
    assert article.authors == ("Ann Holm",)
    assert article.published is not None


@pytest.mark.parametrize("path", [it for it in SAVED if it.parent.name != "none"], ids=name)
def test_an_article_that_holds_the_words_of_a_wall_is_none(path: Path) -> None:
    paragraph = (
        "<p>The council of the harbour town voted on Monday to replace the old bridge, after "
        "eleven years of debate and three reports by experts, numbered {}, that contradicted each "
        "other on the cost, on the fish and on the carts for which it had once been built.</p>"
    )
    story = "".join(paragraph.format(number) for number in range(30))
    page = re.sub(r"(?i)(<body[^>]*>)", rf"\1<article>{story}</article>", path.read_text("utf-8"))
    assert read_article(page).wall is None
