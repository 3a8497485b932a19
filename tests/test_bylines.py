"""Bylines: who wrote it, as the page names them."""

from __future__ import annotations

import json

import pytest

from claimtrack.words.articles.bylines import authors_of
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.sites import site_of
from claimtrack.words.articles.structured import all_nodes, article_in, declared
from claimtrack.words.articles.writernames import names_in


def authors(head: str = "", body: str = "") -> tuple[str, ...]:
    root = tree(f"<html><head>{head}</head><body>{body}</body></html>")
    metas, said = Metas(root), declared(root)
    nodes = all_nodes(said)
    site = site_of(metas, said, "https://coastcourier.example/bridge")
    return authors_of(root, metas, nodes, article_in(nodes), "Bridge to be replaced", site)


def script(*nodes: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


def article(author: object) -> dict[str, object]:
    day = "2026-03-02"
    return {"@type": "NewsArticle", "headline": "Bridge", "datePublished": day, "author": author}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann Holm", ["Ann Holm"]),
        ("By Ann Holm and Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("By ANN HOLM, Staff Writer", ["ANN HOLM"]),
        ("ByAnn Holm", ["Ann Holm"]),
        ("Von Ann Holm und Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("Par Ann Holm avec Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("Text & Fotos: Ann Holm", ["Ann Holm"]),
        ("Datum: 02.03.2026 Autorin: Ann Holm Quelle: Courier", ["Ann Holm"]),
        ("Ann Holm | 2 March 2026", ["Ann Holm"]),
        ("Ann Holm - 2 March 2026, 10:15", ["Ann Holm"]),
        ("By Ann Holm | ann@coastcourier.example", ["Ann Holm"]),
        ("Written by Ann Holm in Harbour on 2 March", ["Ann Holm"]),
        ("Ann Holm, Bob Ray Jr., and Cid Yu", ["Ann Holm", "Bob Ray Jr.", "Cid Yu"]),
        ("Bob Ray, Jr.", ["Bob Ray Jr."]),
        ("著者：後藤大地", ["後藤大地"]),
        ("More stories by Ann Holm", ["Ann Holm"]),
        ("Ludwig van Byrne", ["Ludwig van Byrne"]),
        ("* Ann Holm ;", ["Ann Holm"]),
        ("– Ann Holm –", ["Ann Holm"]),
        ("https://coastcourier.example/ann", []),
        ("ann@coastcourier.example", []),
        ("Follow us", []),
        ("Staff Writer", []),
        ("( Image: Getty Images", []),
        ("2 March 2026", []),
        ("", []),
    ],
)
def test_the_names_in_a_byline(written: str, names: list[str]) -> None:
    assert names_in(written) == names


@pytest.mark.parametrize(
    "author",
    [
        "Ann Holm",
        {"@type": "Person", "name": "Ann Holm", "url": "https://coastcourier.example/ann"},
        [{"@type": "Person", "name": ["Ann Holm"]}],
        {"@id": "#ann"},
    ],
)
def test_declared_authors_come_first(author: object) -> None:
    known: dict[str, object] = {"@type": "Person", "@id": "#ann", "name": "Ann Holm"}
    head = script(article(author), known) + '<meta name="author" content="Courier Desk">'
    assert authors(head) == ("Ann Holm",)


def test_the_site_is_an_author_only_where_no_other_is_named() -> None:
    head = script(article("Coast Courier"))
    assert authors(head) == ("Coast Courier",)
    assert authors(head, '<p class="byline">By Ann Holm</p>') == ("Ann Holm",)


def test_the_marked_names_of_a_byline_are_read_without_what_is_around_them() -> None:
    byline = """<div class="byline">By <a rel="author" href="/a">Ann Holm</a>
        and <a rel="author" href="/b">Bob Ray</a> <span>Harbour reporters</span></div>"""
    assert authors(body=byline) == ("Ann Holm", "Bob Ray")


def test_a_reader_who_comments_and_a_neighbour_are_no_authors() -> None:
    around = """<aside><p class="author">Cid Yu</p></aside>
        <div class="comments"><span class="comment-author">Dan Ox</span></div>"""
    assert authors(body=around) == ()


def test_the_tags_of_a_catalogue_have_the_surname_first() -> None:
    head = '<meta name="dc.creator" content="Holm, Ann"><meta name="dc.creator" content="Ray, Bob">'
    assert authors(head) == ("Ann Holm", "Bob Ray")


def test_a_line_below_the_headline_that_begins_with_by_is_a_byline() -> None:
    assert authors(body="<h1>Bridge to be replaced</h1><p>By Ann Holm</p><p>The…</p>") == (
        "Ann Holm",
    )


@pytest.mark.parametrize(
    "body",
    [
        '<p><a rel="author" href="/a">Ann Holm</a></p>',
        '<p><span itemprop="author">Ann Holm</span></p>',
        "<h1>Old bridge goes</h1><p>By Ann Holm</p>",
        '<p class="byline"><!-- by -->By Ann Holm</p>',
        '<p class="byline"><b itemprop="job">Bob fan</b> <i itemprop="name">Ann Holm</i></p>',
    ],
)
def test_whoever_is_named_as_the_author_is(body: str) -> None:
    assert authors(body=body) == ("Ann Holm",)


def test_a_name_in_an_address_is_spelt_as_a_name() -> None:
    assert authors('<meta name="author" content="ann-holm">') == ("Ann Holm",)


@pytest.mark.parametrize("name", ["A", "A " * 7 + "Holm", "Ann" + "holm" * 15])
def test_what_is_too_short_or_too_long_is_no_name(name: str) -> None:
    assert names_in(name) == []


def test_a_page_without_a_byline_names_nobody() -> None:
    assert authors(body="<h1>Bridge to be replaced</h1><p>By the river, it is quiet.</p>") == ()


def test_a_name_for_readers_and_for_machines_is_one() -> None:
    assert names_in("Ann Holm Ann Holm") == ["Ann Holm"]
    assert names_in("Ann Ann") == ["Ann Ann"]


def test_a_label_may_stand_within_the_line_below_the_headline() -> None:
    body = "<h1>Bridge to be replaced</h1><p>02.03.2026 <b>Autor:</b> Ann Holm</p><p>Bridge</p>"
    assert authors(body=body) == ("Ann Holm",)
