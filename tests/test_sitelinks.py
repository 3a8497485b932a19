"""Site links: the names that a page's links give its site and its sections."""

from __future__ import annotations

import pytest

from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.sitelinks import above, homes, sections, unarchived

URL = "https://www.coastcourier.example/world/2026/bridge"


def called(body: str, url: str | None = URL) -> list[str]:
    return [*homes(tree(f"<html><body>{body}</body></html>"), url)]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/">Harbour Times</a>',
        '<a href="https://coastcourier.example">Harbour Times</a>',
        '<a href="https://www.coastcourier.example/index.html"> Harbour\nTimes </a>',
        '<a rel="home" href="https://times.example/start">Harbour Times</a>',
        '<a href="/"><img src="logo.svg" alt="Logo of Harbour Times"></a>',
        '<a href="/" title="Go to Harbour Times home page"></a>',
        '<h1><a href="/world">Harbour Times</a></h1>',
        '<link type="application/rss+xml" title="Harbour Times » Feed" href="/feed">',
        '<link type="application/opensearchdescription+xml" title="Harbour Times">',
        '<a href="/web/20260302120000/https://coastcourier.example/">Harbour Times</a>',
    ],
)
def test_what_leads_to_the_first_page_is_the_sites_name(link: str) -> None:
    assert called(link) == ["Harbour Times"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#top">Harbour Times</a>', '<a href="">Harbour Times</a>',
        '<a href="/?p=4410">Harbour Times</a>', '<a href="/world">Harbour Times</a>',
        '<a href="https://elsewhere.example/">Harbour Times</a>',
        '<a href="mailto:desk@coastcourier.example">Harbour Times</a>',
        '<a href="https://[half/">Harbour Times</a>',
        '<h1><a href="/world/2026/bridge">Harbour Times</a></h1>',
        '<h1><a href="/sport">Harbour Times</a></h1>',
        '<a href="/">Nine words are more than any of the names</a>',
        '<link type="text/css" title="Harbour Times">',
        '<a href="/">Home page</a>',
    ],
)  # fmt: skip
def test_what_leads_elsewhere_is_none(link: str) -> None:
    assert called(link) == []


def test_without_an_address_only_what_leads_to_the_root_is_known() -> None:
    body = '<a href="/">Harbour Times</a><h1><a href="/world">World</a></h1>'
    assert called(body, None) == ["Harbour Times"]


def test_sections_are_called_as_their_links_are() -> None:
    body = """
    <a href="/world">World</a> <a href="/sport/rowing/">Rowing</a>
    <a href="https://coastcourier.example/arts">Arts</a>
    <a href="/a/b/c">Too far down</a> <a href="/world?page=2">Next</a> <a href="/">Home</a>
    <a href="https://elsewhere.example/shop">Shop</a> <a href="/x">A headline of five words</a>
    <h2><a href="/eels">Eels</a></h2> <a href="/author/ann">Ann Holm</a>
    """
    assert [*sections(tree(f"<html><body>{body}</body></html>"), URL)] == [
        "World",
        "Rowing",
        "Arts",
    ]


def test_a_link_to_the_page_itself_is_no_section() -> None:
    page = tree('<html><body><a href="/bridge/">Bridge</a></body></html>')
    assert [*sections(page, "https://coastcourier.example/bridge")] == []


def test_a_page_is_below_the_parts_of_its_address() -> None:
    assert above("https://coastcourier.example/world/roads%20here/bridge") == [
        "world",
        "roads here",
    ]
    assert above(None) == []


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (f"https://web.archive.example/web/20260302120000/{URL}", URL),
        (f"/web/20260302120000id_/{URL}", URL),
        (f"https://archive.example/{URL}", f"https://archive.example/{URL}"),
        (URL, URL),
    ],
)
def test_an_archives_copy_is_of_the_page_that_it_keeps(url: str, kept: str) -> None:
    assert unarchived(url) == kept


def test_a_link_around_a_page_is_no_name() -> None:
    assert called('<a href="/">' + "word " * 30 + "</a>") == []
    assert called('<a href="/"><img alt="A"><img alt="B"></a>') == ["A", "B"]
    pictures = '<img alt="A">' * 12
    assert called(f'<a href="/">{pictures}</a>') == ["A"] * 10
