"""Structured data: what a page declares, however it is broken."""

from __future__ import annotations

import json

import pytest

from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.structured import (
    LONGEST_SCRIPT,
    MOST_NODES,
    Node,
    all_nodes,
    article_in,
    declared,
    text_of,
    texts,
    types_of,
)


def page(script: str = "", body: str = "") -> tuple[Node, ...]:
    script = f'<script type="application/ld+json">{script}</script>' if script else ""
    return declared(tree(f"<html><head>{script}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A // b"}',
        '<!-- {"@type": "NewsArticle", "headline": "A // b"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A // b"}\n//]]>',
        '{"@type": "NewsArticle", /* why */ "headline": "A // b", // the title\n}',
        '{"@type": "NewsArticle", "headline": "A // b",};',
        '{"@type": "NewsArticle", "headline": "A // b", "text": "two\nlines"}',
        '[{"@type": "NewsArticle", "headline": "A // b"}]',
        '{"@graph": [{"@type": "NewsArticle", "headline": "A // b"}]}',
        '{"@type": "NewsArticle", "headline": "A // b", "author": {"name": "Ann" "x"}',
    ],
)
def test_a_script_is_read_though_it_is_not_quite_json(script: str) -> None:
    (node,) = page(script)
    assert text_of(node, "headline") == "A // b"
    assert article_in([node]) is node


@pytest.mark.parametrize("script", ["", "{", "null", "[]", '"text"', "[" * 100_000, "{" * 100_000])
def test_a_script_that_says_nothing_declares_nothing(script: str) -> None:
    assert page(script) == ()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("NewsArticle", "NewsArticle"),
        ("https://schema.org/NewsArticle", "NewsArticle"),
        ("https://schema.org/NewsArticle/", "NewsArticle"),
        ("schema:NewsArticle", "NewsArticle"),
    ],
)
def test_a_type_is_told_by_the_last_part_of_its_name(said: str, name: str) -> None:
    assert types_of({"@type": [said, "Thing"]}) == {name, "Thing"}


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Recipe", "yields": [1, 2, ],}',
        '{"@type": "Recipe", "yields": [1, 2 /* pans */] // or three\n}',
        '<!-- {"@type": "Recipe", "yields": [1, 2, ]} -->',
    ],
)
def test_remarks_and_last_commas_are_taken_off(script: str) -> None:
    (node,) = page(script)
    assert node["yields"] == [1, 2]


def test_items_within_items_are_followed_so_far_and_no_further() -> None:
    opens = '<div itemprop="a" itemscope>'
    (node,) = page(body=f"<div itemscope>{opens * 30}x{'</div>' * 31}")
    depth = 0
    while isinstance(node.get("a"), dict):
        node, depth = node["a"], depth + 1
    assert (depth, node["a"]) == (20, "x")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("  Ann \n Holm ", ["Ann Holm"]),
        ("Ann &amp; Bob", ["Ann & Bob"]),
        ("  ", []),
        (7, ["7"]),
        (2.5, ["2.5"]),
        (0, ["0"]),
        (True, []),
        (None, []),
        (["Ann", ["Bob", None], 3], ["Ann", "Bob", "3"]),
        ({"name": "Ann", "@value": "x", "url": "y", "@id": "z"}, ["Ann"]),
        ({"@value": "Ann", "url": "y", "@id": "z"}, ["Ann"]),
        ({"name": "", "url": "y", "@id": "z"}, ["y"]),
        ({"@id": "z"}, ["z"]),
        ({"name": ["Ann", "Bob"]}, ["Ann", "Bob"]),
        ({"name": {"name": "Ann"}}, []),
        ({}, []),
        (["x"] * 101, ["x"] * 100),
    ],
)
def test_what_stands_for_a_text_says_it(value: object, said: list[str]) -> None:
    assert texts(value) == said
    assert text_of({"a": value}, "b", "a") == next(iter(said), None)


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [
        ("NewsArticle", True), ("BlogPosting", True), ("Article", True), ("Report", True),
        ("ClaimReview", True), ("ArticleSeries", False), ("WebPage", False), ("", False),
    ],
)  # fmt: skip
def test_an_article_is_known_by_its_type(kind: str, is_one: bool) -> None:
    assert (article_in([{"@type": kind}]) is not None) is is_one


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<meta itemprop="x" content="one">', "one"),
        ('<time itemprop="x" datetime="2026-03-02">Monday</time>', "2026-03-02"),
        ('<time itemprop="x" content="2026" datetime="2026-03-02">Monday</time>', "2026"),
        ('<a itemprop="x" href="/ann">Ann</a>', "/ann"),
        ('<link itemprop="x" href="/ann">', "/ann"),
        ('<img itemprop="x" src="/ann.png">', "/ann.png"),
        ('<b itemprop="x" href="/ann">Ann <i>Holm</i></b>', "Ann Holm"),
        ('<b itemprop="x" content="">Ann</b>', ""),
        ('<p><b itemprop="x">Ann</b><i itemscope><b itemprop="x">Bob</b></i></p>', "Ann"),
        ('<b itemprop="y x">Ann</b>', "Ann"),
        ('<b itemprop="x">Ann</b><b itemprop="x">Bob</b>', ["Ann", "Bob"]),
    ],
)
def test_a_property_has_the_value_of_its_element(markup: str, value: object) -> None:
    node = page(body=f'<div itemscope itemtype="https://schema.org/Thing Other">{markup}</div>')[0]
    assert node["x"] == value
    assert types_of(node) == {"Thing", "Other"}


def test_a_script_of_an_application_is_not_read() -> None:
    long = json.dumps({"@type": "Thing", "text": "x" * LONGEST_SCRIPT})
    assert page(long) == ()
    assert page(long.replace("x", "", 1000)) != ()
    script = '<script type="{}">{{"@type": "Thing"}}</script>'
    kinds = ["Application/LD+JSON; charset=utf-8", "application/json", ""]
    assert [len(declared(tree(f"<p>{script.format(kind)}"))) for kind in kinds] == [1, 0, 0]


def test_what_is_salvaged_of_a_broken_script_is_what_it_says_first() -> None:
    (node,) = page(
        '{"@type": "BlogPosting", "headline": "A \\"b\\"", "headline": "c", '
        '"datePublished": "2026", "dateModified": "2027" "x"'
    )
    assert node == {
        "@type": "Article", "headline": 'A "b"', "datePublished": "2026", "dateModified": "2027",
    }  # fmt: skip
    assert page('{"@type": "Person", "headline": "A" "x"') == ()
    assert page('{"@type": "BlogPosting", "name": "A" "x"') == ()


def test_a_microdata_item_holds_its_properties_and_the_items_within() -> None:
    body = """
        <article itemscope itemtype="https://schema.org/NewsArticle">
          <h1 itemprop="headline">The bridge</h1>
          <meta itemprop="datePublished" content="2026-03-02">
          <div itemprop="author" itemscope itemtype="https://schema.org/Person">
            <a itemprop="url" href="/ann"><span itemprop="name">Ann Holm</span></a></div>
          <span itemprop="keywords">harbour</span><span itemprop="keywords">bridge</span>
        </article>"""
    (node,) = page(body=body)
    assert types_of(node) == {"NewsArticle"}
    assert node["headline"] == "The bridge"
    assert node["datePublished"] == "2026-03-02"
    assert node["author"]["name"] == "Ann Holm"
    assert node["keywords"] == ["harbour", "bridge"]


def test_the_article_is_the_one_with_a_headline_and_a_day() -> None:
    teaser = {"@type": "Article", "headline": "Another"}
    whole = {"@type": "ReportageNewsArticle", "headline": "The bridge", "datePublished": "2026"}
    dated = {"@type": "WebPage", "datePublished": "2026-03-02"}
    assert article_in([dated, teaser, whole]) is whole
    assert article_in([dated, teaser]) is teaser
    assert article_in([dated]) is dated
    assert article_in([{"@type": "Organization", "name": "The Coast Courier"}]) is None


def test_no_page_has_more_objects_than_can_be_looked_through() -> None:
    listed = page(
        json.dumps([{"@type": "Thing", "n": [{"m": number}] * 3} for number in range(5_000)])
    )
    assert len(all_nodes(listed)) == MOST_NODES
