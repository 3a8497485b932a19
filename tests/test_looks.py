"""Looks: what a page looks like to somebody who asks whether it is a wall."""

from __future__ import annotations

import pytest

from claimtrack.words.articles.looks import Look, is_case, is_datum
from claimtrack.words.articles.pagetree import tree

EIGHT = "word " * 8


def look(body: str, head: str = "", most: int = 1_000, text_words: int = 0) -> Look:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return Look(tree(page), page, most, text_words)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"<p>{EIGHT}</p>", 8),
        (f"<p>{'word ' * 7}</p>", 0),
        (f"<p>{'word ' * 7}<script>a b</script></p>", 0),
        (f"<p>{'a<b></b>' * 4}{'word ' * 7}</p>", 0),
        (f"<p>{EIGHT}</p>" * 3, 24),
        (f"<ul><li>{EIGHT}<li>{EIGHT}</ul><table><td>{EIGHT}</table>", 24),
        (f"<blockquote>{EIGHT}</blockquote><pre>{EIGHT}</pre><dl><dd>{EIGHT}<dt>{EIGHT}</dl>", 24),
        (f"<nav><p>{EIGHT}</p></nav><p>{EIGHT}</p>", 8),
        (f"<div>{'word ' * 41}</div>", 41),
        (f"<div>{'word ' * 40}</div>", 0),
        (f"<div>{'word ' * 20}<b>x</b>{'word ' * 21}</div>", 41),
        (f"<div>{'word ' * 20}<b>x</b>{'word ' * 20}</div>", 0),
        (f"<div><b>{'word ' * 50}</b></div>", 0),
        (f"<span>{'word ' * 50}</span>", 0),
    ],
)
def test_the_words_of_its_paragraphs_are_counted(body: str, words: int) -> None:
    assert look(body).words == words


@pytest.mark.parametrize(
    ("most", "text_words", "words"), [(7, 0, 8), (8, 0, 16), (99, 0, 24), (99, 30, 30), (8, 9, 9)]
)
def test_they_are_counted_to_a_few_more_than_a_wall_has(
    most: int, text_words: int, words: int
) -> None:
    assert look(f"<p>{EIGHT}</p>" * 3, most=most, text_words=text_words).words == words


def test_its_titles_are_its_windows_and_its_first_headings() -> None:
    page = look("<h1>one</h1><h1> </h1><h2>two</h2><h1>three</h1>", "<title>The one</title>")
    assert page.window == ("The one",)
    assert page.first == ("one", "three")
    assert page.titles == ("The one", "one", "three")
    assert page.headings == ("two",)


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("<h2>one</h2><h2>two</h2>", ("one",)),
        ("<h1>Sorry!</h1><h2>one</h2>", ("Sorry!", "one")),
        ("<h1>Sorry!</h1><h2>Sorry!</h2><h3>one</h3>", ("Sorry!", "one")),
        ("<h1>Sorry!</h1>", ("Sorry!",)),
        ("<p>one</p>", ()),
        (f"<h2>{'x' * 501}</h2>", ("x" * 500,)),
        (f"<h1>{'x' * 501}</h1>", ("x" * 500,)),
        ("<h1>x</h1>" * 13, ("x",) * 12),
    ],
)
def test_one_that_is_headed_by_an_apology_is_headed_by_what_comes_next(
    body: str, first: tuple[str, ...]
) -> None:
    assert look(body).first == first


@pytest.mark.parametrize(
    ("body", "has_one"),
    [
        ("<article><h1>one</h1></article>", True),
        ("<article><p>x</p></article><article><p><h2>one</h2></article>", True),
        ("<article><h3>one</h3></article>", False),
        ("<h1>one</h1><article>x</article>", False),
    ],
)
def test_a_story_is_an_article_with_a_heading(body: str, has_one: bool) -> None:
    assert look(body).has_story is has_one


def test_what_it_says_is_told_with_and_without_its_titles() -> None:
    page = look(
        "<h1>The One</h1><p>two <b>three</b></p><noscript>four</noscript><button>five</button>",
        "<title>Zero</title>",
    )
    assert page.said == "Zero The One two three five four"
    assert page.says.text == page.said
    assert page.says.lowered == page.said.lower()
    assert page.says_below.text == "two three five four"
    assert page.holds.text == page.markup
    assert page.shown == 5


def test_of_a_long_page_the_beginning_is_searched() -> None:
    page = look(f"<p>{'x' * 20_001}</p>")
    assert len(page.said) == len(page.says_below.text) == 20_000


@pytest.mark.parametrize(
    ("rows", "has_figures"),
    [
        ("<tr><td>1</td></tr><tr><td>x</td><td>2</td></tr>", True),
        ("<tr><td>1</td><td>2</td></tr><tr><td>x</td></tr>", False),
        ("<tr><th>1</th></tr><tr><th>2</th></tr>", False),
        ("", False),
    ],
)
def test_a_table_of_figures_has_two_rows_of_them(rows: str, has_figures: bool) -> None:
    assert look(f"<table>{rows}</table>").has_figures is has_figures


def test_it_tells_how_it_is_made() -> None:
    page = look('<input type="password">')
    assert page.made("login") == "a field for password"
    assert page.made("bare") == "no part of a page"
    assert page.made("withheld") is None
    script = '{"isAccessibleForFree": false, "cssSelector": ".x"}'
    told = f'<script type="application/ld+json">{script}</script>'
    assert look('<p class="x"></p>', told).made("withheld") is not None


@pytest.mark.parametrize(
    ("words", "datum"),
    [
        ("Tanks: 10,412", True), ("Share held: 19.2 %", True), ("水位：4.2", True),
        ("Without water: 12 400 people", True), ("Land: 114 500 square miles.", True),
        ("19.2 %", True), ("1,204", True), ("8 412 people", True),
        ("Errors 500 in the last hour: 3", True), ("Land: 1 2 3 four five six", False),
        ("Ask us: 555 0142 00", False),
        ("Error: 3", False), ("Ray ID: 4815", False), ("Attempts left: 5", False),
        ("Back in: 2 hours", False), ("Opens: 12 May", False), ("Wait: 30 s", False),
        ("Price: 12", False), ("Premium: 12 EUR", False), ("Back at: 18:00", False),
        ("12", False), ("404", False), ("45 %", False), ("4.8", False), ("Tanks 10,412", False),
        ("", False),
    ],
)  # fmt: skip
def test_a_label_and_its_figure_is_a_datum(words: str, datum: bool) -> None:
    assert is_datum(words) is datum
    page = f"<p>Hej.</p><p>{words}</p>"
    assert Look(tree(page), page, 900).has_datum is datum
    assert not Look(tree(f"<nav>{page}</nav>"), page, 900).has_datum


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("Ray ID: 9ab2", True), ("Error code: 12", True), ("Error: two words", False),
        ("Boats: 12", False), ("Error 12", False), ("The error of a long label: 12", False),
    ],
)  # fmt: skip
def test_a_wall_has_a_number_on_record(words: str, case: bool) -> None:
    assert is_case(words) is case
