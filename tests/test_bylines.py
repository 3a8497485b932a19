"""Bylines: who wrote it, as the page names them."""

from __future__ import annotations

import json

import pytest

from claimtrack.words.articles.bylines import authors_of
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.sites import site_of
from claimtrack.words.articles.structured import all_nodes, article_in, declared


def authors(head: str = "", body: str = "") -> tuple[str, ...]:
    root = tree(f"<html><head>{head}</head><body>{body}</body></html>")
    metas, said = Metas(root), declared(root)
    nodes = all_nodes(said)
    site = site_of(root, metas, said, "https://coastcourier.example/bridge")
    return authors_of(root, metas, nodes, article_in(nodes), "Bridge to be replaced", site)


def script(*nodes: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


def article(author: object) -> dict[str, object]:
    day = "2026-03-02"
    return {"@type": "NewsArticle", "headline": "Bridge", "datePublished": day, "author": author}


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


def test_a_page_without_a_byline_names_nobody() -> None:
    assert authors(body="<h1>Bridge to be replaced</h1><p>By the river, it is quiet.</p>") == ()


def test_a_label_may_stand_within_the_line_below_the_headline() -> None:
    body = "<h1>Bridge to be replaced</h1><p>02.03.2026 <b>Autor:</b> Ann Holm</p><p>Bridge</p>"
    assert authors(body=body) == ("Ann Holm",)


def test_bylines_beside_each_other_are_of_one_article() -> None:
    byline = '<div class="byline">{}</div>'
    body = (
        byline.format("By Ann Holm") + byline.format("Bob Ray") + '<div class="share">Cid Yu</div>'
    )
    assert authors(body=body) == ("Ann Holm", "Bob Ray")


def test_a_byline_with_more_persons_than_are_declared_is_taken_for_it() -> None:
    head = script(article("Ann Holm"))
    assert authors(head, '<p class="byline">By Ann Holm and Bob Ray</p>') == ("Ann Holm", "Bob Ray")
    assert authors(head, '<p class="byline">By Ann Holm and harbour</p>') == ("Ann Holm",)
    assert authors(head, '<p class="byline">By Bob Ray</p>') == ("Ann Holm",)


def test_an_organisation_is_named_as_a_whole() -> None:
    head = script(article({"@type": "Organization", "name": "Office for Roads and Ports"}))
    assert authors(head) == ("Office for Roads and Ports",)


def test_the_writer_is_told_to_those_who_share_a_page() -> None:
    head = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Ann Holm">'
    assert authors(head.format("Verfasst von")) == ("Ann Holm",)
    assert authors(head.format("Lesezeit")) == ()


def test_links_between_roles_name_persons() -> None:
    byline = (
        '<p class="byline">By <a>Ann Holm</a>, Senior Fellow <a>Bob Ray</a> in <a>Harbour</a></p>'
    )
    assert authors(body=byline) == ("Ann Holm", "Bob Ray")


def test_a_name_that_links_to_its_page_on_the_site_is_a_writers() -> None:
    links = '<div><a href="/authors/">All</a><a href="/author/ann-holm/">Ann Holm</a></div>'
    assert authors(body=links) == ("Ann Holm",)


def test_a_humped_class_is_read_by_its_parts() -> None:
    assert authors(body='<div class="liveAuthorDate">Autor: Ann Holm</div>') == ("Ann Holm",)


def test_a_signature_stands_in_brackets_at_the_end() -> None:
    paragraph = "<p>The harbour is to have a new bridge for trams and for bicycles, it says. {}</p>"
    assert authors(body=paragraph.format("(Ann Holm) +++")) == ("Ann Holm",)
    assert authors(body=paragraph.format("(in the autumn)")) == ()
    assert authors(body=paragraph.format("(Ann Holm)") + paragraph) == ()


def test_the_lines_of_a_byline_tell_more_than_names() -> None:
    byline = '<div class="byline">Harbour<br>Words Ann Holm<br>Photography Bob Ray</div>'
    assert authors(body=byline) == ("Ann Holm",)


def test_a_name_may_stand_in_the_line_behind_its_label() -> None:
    assert authors(body="<dl><dt>Author:</dt><dd>Ann Holm</dd><dt>Day</dt></dl>") == ("Ann Holm",)


def test_initials_are_names_behind_a_label() -> None:
    body = "<h1>Bridge to be replaced</h1><p>Vom 2. März · Autor: hbo</p>"
    assert authors(body=body) == ("hbo",)


def test_a_line_that_says_by_whom_and_when_is_a_byline_wherever_it_stands() -> None:
    assert authors(body="<p>By CCN, in Harbour · 02-03-2026</p>") == ("CCN",)
    assert authors(body="<p>By Land and Sea, in Harbour</p>") == ()


def test_what_only_looks_like_a_byline_is_asked_where_nobody_is_named() -> None:
    head = script(article("Coast Courier"))
    assert authors(head, '<a href="/author/ann-holm/">Ann Holm</a>') == ("Coast Courier",)


def test_the_byline_below_the_headline_is_its_own() -> None:
    card = '<div class="card"><h3>Market</h3><span class="author">Cid Yu</span></div>'
    byline = '<span class="author">Ann Holm</span>'
    heading = "<h1>Bridge to be replaced</h1>"
    assert authors(body=card + heading + byline) == ("Ann Holm",)
    assert authors(body=byline + heading) == ("Ann Holm",)


def test_a_desk_signs_only_where_nobody_does() -> None:
    head = script(article("Online-Redaktion"))
    assert authors(head) == ("Online-Redaktion",)
    assert authors(head, '<p class="byline">Von Ann Holm</p>') == ("Ann Holm",)


def test_a_login_is_no_name() -> None:
    assert authors('<meta name="author" content="ann.holm">') == ()


def test_whoever_made_it_is_named_where_no_author_is() -> None:
    made = {"@type": "NewsArticle", "headline": "Bridge", "creator": "Ann Holm"}
    assert authors(script(made)) == ("Ann Holm",)
    assert authors(script({**made, "author": "Bob Ray"})) == ("Bob Ray",)


def test_a_byline_of_more_than_is_declared_is_taken_where_all_are_named_in_full() -> None:
    head = script(article("Ann Holm"))
    for more, is_taken in [("Bob Ray", True), ("bob Ray", False), ("Bob ray", False)]:
        found = authors(head, f'<p class="byline">By Ann Holm and {more}</p>')
        assert found == (("Ann Holm", more) if is_taken else ("Ann Holm",)), more


def test_of_marks_within_marks_the_innermost_has_the_name() -> None:
    byline = """<div class="byline"><span class="author-name"><b itemprop="name">Ann Holm</b>
        <i>Harbour Club</i></span> and <span class="first-name">Bob</span></div>"""
    assert authors(body=byline) == ("Ann Holm",)


SIGNED = "<p>{} (Ann Holm)</p>"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (SIGNED.format("word " * 10), ("Ann Holm",)),
        (SIGNED.format("word " * 9), ()),
        (SIGNED.format("word " * 10) + f"<p>{'word ' * 11}</p>", ("Ann Holm",)),
        (SIGNED.format("word " * 10) + f"<p>{'word ' * 12}</p>", ()),
        (SIGNED.format("word " * 10).replace("Ann", "ann"), ()),
        (SIGNED.format("word " * 10).replace("Ann ", ""), ()),
        (SIGNED.format("word " * 10).replace("(Ann", "(in 2026: Ann"), ()),
    ],
)
def test_a_paragraph_has_twelve_words_and_may_be_signed(body: str, found: tuple[str, ...]) -> None:
    assert authors(body=body) == found


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("author", "Ann Holm, Bob Ray", ("Ann Holm", "Bob Ray")),
        ("citation_author", "Holm, Ann Maria", ("Ann Maria Holm",)),
        ("creator", "Holm, Ann", ("Ann Holm",)),
        ("creator", "Ann Holm, Bob Ray, Cid Yu", ("Ann Holm", "Bob Ray", "Cid Yu")),
        ("creator", "Ann Maria Holm, Bob Ray", ("Ann Maria Holm", "Bob Ray")),
        ("byl", "By Ann Holm", ("Ann Holm",)),
        ("author", "ann-maria-holm", ("Ann Maria Holm",)),
        ("author", "Ann-Maria Holm", ("Ann-Maria Holm",)),
    ],
)
def test_a_meta_tag_names_its_authors_as_its_kind_does(
    name: str, said: str, found: tuple[str, ...]
) -> None:
    assert authors(f'<meta name="{name}" content="{said}">') == found


def test_of_several_meta_tags_the_first_kind_that_names_anybody_does() -> None:
    tags = '<meta name="author" content=":"><meta name="creator" content="Ann Holm">'
    more = '<meta name="byl" content="Bob Ray"><meta name="byl" content="Cid Yu">'
    assert authors(tags) == ("Ann Holm",)
    assert authors(tags + more) == ("Bob Ray", "Cid Yu")


@pytest.mark.parametrize(
    ("element", "is_one"),
    [
        ('<p class="byline">{}</p>', True),
        ('<p id="story-author">{}</p>', True),
        ('<p class="AuthorName">{}</p>', True),
        ('<a rel="author">{}</a>', True),
        ('<p class="author-photo">{}</p>', False),
        ('<p class="byline" id="about">{}</p>', False),
        ('<p class="story">{}</p>', False),
    ],
)
def test_a_byline_is_known_by_its_name(element: str, is_one: bool) -> None:
    assert (authors(body=element.format("Ann Holm")) == ("Ann Holm",)) is is_one


@pytest.mark.parametrize(("length", "found"), [(160, ("Ann Holm",)), (161, ())])
def test_a_long_line_is_no_byline(length: int, found: tuple[str, ...]) -> None:
    line = "By Ann Holm, in Harbour "
    line += "x" * (length - len(line))
    heading = "<h1>Bridge to be replaced</h1>"
    assert authors(body=f"{heading}<p>{line}</p>") == found
    assert authors(body=f'<p class="byline">{line}</p>') == found


@pytest.mark.parametrize(("between", "found"), [(6, ("Ann Holm",)), (7, ())])
def test_a_byline_stands_within_seven_lines_of_its_headline(
    between: int, found: tuple[str, ...]
) -> None:
    lines = "<p>Harbour</p>" * between
    assert authors(body=f"<h1>Bridge to be replaced</h1>{lines}<p>By Ann Holm</p>") == found


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("/author/ann-holm", True), ("/people/ann/", True), ("/by/ann?x=1", True),
        ("/team/ann-holm", False), ("/author/", False), ("/author/7", False),
        ("/author/ann/feed", False),
    ],
)  # fmt: skip
def test_a_writers_page_is_known_by_its_address(address: str, is_one: bool) -> None:
    link = f'<div><a href="{address}">Ann Holm</a> <a href="{address}">Bob Ray</a></div>'
    other = '<div><a href="/author/cid-yu">Cid Yu</a></div>'
    expected = ("Ann Holm", "Bob Ray") if is_one else ("Cid Yu",)
    assert authors(body=link + other) == expected


def test_of_the_lines_of_a_byline_the_one_that_says_by_whom_names_him() -> None:
    assert authors(body='<div class="byline">Zoe Hill<br>By Ann Holm</div>') == ("Ann Holm",)
    assert authors(body='<div class="byline">Zoe Hill<br>Ann Holm</div>') == ("Zoe Hill",)


@pytest.mark.parametrize("name", ["fn", "author-link", "display-name", "url"])
def test_a_name_may_be_marked_by_its_class(name: str) -> None:
    byline = f'<p class="byline">Bob Club: <span class="{name}">Ann Holm</span> and Cid Yu</p>'
    assert authors(body=byline) == ("Ann Holm",)


@pytest.mark.parametrize("named", ["article-contributors", "gnt_ar_by", "by", "c-by name"])
def test_a_byline_may_be_named_for_its_word(named: str) -> None:
    assert authors(body=f'<div class="{named}">Ann Holm</div>') == ("Ann Holm",)


def test_the_page_of_a_writer_is_linked_to_below_the_headline_first() -> None:
    other = '<p><a href="/author/bob-ray">Bob Ray</a></p>'
    headline = "<h1>Bridge to be replaced</h1>"
    own = '<p><a href="/profile/ann">Ann Holm</a> <a href="/author/cid">Cid Yu</a></p>'
    assert authors(body=other + headline + own + other) == ("Ann Holm", "Cid Yu")
    assert authors(body=other + headline) == ("Bob Ray",)


@pytest.mark.parametrize(
    "below",
    [
        "<p>Ann Holm</p><p>17.05.2026, 19:06</p>",
        "<p>What the council said.</p><p>Ann Holm 2 March 2026</p>",
        "<p>Ann Holm / Harbour, March 2, 2026</p>",
        "<p>Ann Holm • 2026-03-02</p>",
        "<p>Published 2 March 2026 by Ann Holm</p>",
        "<p>Ann Holm</p><p>Coast Courier</p>",
    ],
)
def test_a_name_by_the_day_below_the_headline_is_the_writers(below: str) -> None:
    headline = "<h1>Bridge to be replaced</h1>"
    assert authors(body=headline + below) == ("Ann Holm",)
    assert authors(body=below) == ()
    assert authors(body=headline + "<p>one</p>" * 7 + below) == ()


@pytest.mark.parametrize(
    "below",
    [
        "<p>Ann Holm</p><p>The council</p>", "<p>Harbour</p><p>17.05.2026</p>",
        "<p>Coast Courier</p><p>17.05.2026</p>", "<p>Harbour Roads</p><p>17.05.2026</p>",
        "<p>ann holm</p><p>17.05.2026</p>",
        "<p>Anna <b>Holmes</b><b>Bob</b> Ray</p><p>17.05.2026</p>",
        "<p>17.05.2026</p>",
    ],
)  # fmt: skip
def test_what_is_no_name_in_full_by_the_day_names_nobody(below: str) -> None:
    menu = '<nav><a href="/roads">Harbour Roads</a></nav>'
    assert authors(body=f"{menu}<h1>Bridge to be replaced</h1>{below}") == ()


def test_the_writers_stand_below_the_headline_as_readers_see_it() -> None:
    other = '<p><a href="/author/bob-ray">Bob Ray</a></p>'
    body = f'{other}<h1>The old bridge goes</h1><p><a href="/author/ann">Ann Holm</a></p>'
    assert authors(body=body) == ("Ann Holm",)


def test_agencies_sign_where_nobody_else_does() -> None:
    byline = '<p class="byline">By Agencies</p>'
    assert authors(body=byline) == ("Agencies",)
    assert authors('<meta name="author" content="Ann Holm">', byline) == ("Ann Holm",)


def test_a_site_with_an_and_in_its_name_is_one() -> None:
    known = '<meta property="og:site_name" content="Office for Roads and Ports">'
    for told in (
        '<meta name="author" content="Office for Roads and Ports">',
        script(article("Office for Roads and Ports")),
    ):
        assert authors(known + told) == ("Office for Roads and Ports",)


def test_an_agency_writes_for_no_site_that_is_declared_the_author() -> None:
    head = script(article({"@type": "Organization", "name": "Coast Courier"}))
    assert authors(head, '<p class="byline">dpa</p>') == ("Coast Courier",)
    assert authors(body='<p class="byline">dpa</p>') == ("dpa",)


def test_a_person_may_be_declared_by_the_parts_of_the_name() -> None:
    person = {"@type": "Person", "givenName": "Ann", "familyName": "Holm"}
    assert authors(script(article(person))) == ("Ann Holm",)
    assert authors(script(article({"@type": "Person", "familyName": "Holm"}))) == ()


BOX = '<div class="sidebar"><div class="author-box">{}<a href="/all">All articles</a></div></div>'


def test_a_box_in_the_margin_names_the_author_where_it_is_one() -> None:
    head = "<h1>Bridge to be replaced</h1>"
    ann, bob = BOX.format("<b>Ann Holm</b> | "), BOX.format("<b>Bob Ray</b> | ")
    assert authors(body=head + ann + ann) == ("Ann Holm",)
    assert authors(body=head + ann + bob) == ()
    assert authors(body=f'{head}<ul class="latest">{ann}</ul>') == ()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Ann Holm writes about bridges for the Courier.", ("Ann Holm",)),
        ("Ann Holm", ("Ann Holm",)),
        ("The bridge is ninety years old.", ()),
        ("The Courier is a paper of the coast.", ()),
    ],
)
def test_the_line_below_about_the_author_names_one(told: str, expected: tuple[str, ...]) -> None:
    assert authors(body=f"<p>Text.</p><h3>About the author</h3><p>{told}</p>") == expected
