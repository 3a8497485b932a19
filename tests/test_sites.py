"""Sites: what a page's site is called, and where the page stands."""

from __future__ import annotations

import json

import pytest

from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.sites import Site, address_of, site_of
from claimtrack.words.articles.structured import declared

URL = "https://news.coastcourier.example/2026/bridge"


def site(head: str = "", url: str | None = URL) -> Site:
    root = tree(f"<html><head>{head}</head><body></body></html>")
    return site_of(root, Metas(root), declared(root), url)


def address(head: str, url: str | None = None) -> str | None:
    root = tree(f"<html><head>{head}</head><body></body></html>")
    return address_of(Metas(root), root, url)


def script(node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Harbour Times">',
        '<meta name="application-name" content="The Harbour Times">',
        '<meta name="twitter:site" content="@HarbourTimes">',
        script({"@type": "NewsArticle", "publisher": {"name": "Harbour Times"}}),
        script({"@type": "WebSite", "name": "Harbour Times"}),
        script({"@type": "WebSite", "name": "HT", "alternateName": "Harbour Times"}),
        script({"@type": "NewsMediaOrganization", "name": "Harbour Times"}),
        script({"@graph": [{"@type": "WebPage", "isPartOf": {"publisher": "Harbour Times"}}]}),
    ],
)
def test_a_site_is_called_what_its_page_calls_it(head: str) -> None:
    assert site(head).is_named("The Harbour Times")
    assert not site().is_named("The Harbour Times")


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("Coast Courier", True),
        ("The Coast Courier", True),
        ("coastcourier.example", True),
        ("www.coastcourier.example", True),
        ("Coast Courier World", True),
        ("Coast Courier" + " x" * 14, True),
        ("Coast Courier" + " x" * 15, False),
        ("Courier", True),
        ("Courie", True),
        ("Couri", False),
        ("Coast", False),
        ("ier", False),
        ("The Coast Courier on what is to become of the old bridge", False),
        ("News", False),
        ("The", False),
        ("", False),
    ],
)
def test_the_name_of_the_host_is_the_sites(words: str, is_named: bool) -> None:
    assert site().is_named(words) is is_named


@pytest.mark.parametrize(
    ("head", "words", "is_named"),
    [
        (script({"@type": "WebSite", "name": "HT"}), "HT", True),
        (script({"@type": "WebSite", "name": "HT"}), "HT World", False),
        (script({"@type": "WebSite", "name": "HT1"}), "HT1 World", True),
        (script({"@type": "WebSite", "name": ["HTS", "Harbour"]}), "Harbour", False),
        (script({"@type": "WebSite", "alternateName": ["HTS", "Harbour"]}), "HTS", True),
        (script({"@type": "Organization", "name": "Harbour Times"}), "Harbour Times", False),
        (script({"publisher": [{"name": "A1B"}, {"name": "Harbour"}]}), "Harbour", True),
    ],
)
def test_what_a_site_is_called_may_be_short_or_said_twice(
    head: str, words: str, is_named: bool
) -> None:
    assert site(head).is_named(words) is is_named


def test_a_name_without_a_letter_of_its_own_is_none() -> None:
    head = script({"@type": "WebSite", "name": "The", "alternateName": "***"})
    assert site(head, url=None) == Site(frozenset(), ())


@pytest.mark.parametrize(
    ("url", "labels"),
    [
        ("https://www.coastcourier.example/", ("coastcourier",)),
        ("https://en.m.coast-courier.co.example:8080/", ("coastcourier",)),
        ("https://harbour.coastcourier.example", ("harbour", "coastcourier")),
        ("https://web.archive.example/web/2026/https://a.coastcourier.example/x",
         ("a", "coastcourier")),
        ("https://archive.example/https://a.example", ("archive",)),
        ("https://xn--.--.example/", ("xn",)),
    ],
)  # fmt: skip
def test_the_labels_of_a_host_are_those_that_name_somebody(
    url: str, labels: tuple[str, ...]
) -> None:
    assert site(url=url).labels == labels


@pytest.mark.parametrize("url", [None, "", "localhost", "https://[half", "https://www.com/"])
def test_an_address_that_names_nobody_names_no_site(url: str | None) -> None:
    found = site(url=url)
    assert (found.names, found.labels, found.links) == (frozenset(), (), frozenset())


def test_a_kept_page_is_of_the_site_that_it_was_kept_from() -> None:
    kept = f"https://web.archive.example/web/20260302120000/{URL}"
    assert site(url=kept) == site(url=URL)


LINK = '<link rel="canonical" href="{}">'
SHARED = '<meta property="og:url" content="{}">'
HTTP, HTTPS = "http://coastcourier.example/bridge", "https://coastcourier.example/bridge"


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        (LINK.format(HTTPS) + SHARED.format(HTTP), URL, HTTPS),
        (LINK.format(f" {HTTP} "), URL, HTTP),
        (LINK.format("/bridge") + SHARED.format(HTTP), URL, HTTP),
        (LINK.format("/bridge").replace("canonical", "alternate"), URL, URL),
        (LINK.format(HTTP).replace("link", "meta"), URL, URL),
        (LINK.format(HTTP).replace("canonical", "x Canonical"), URL, HTTP),
        ('<link href="/style.css">' + LINK.format(HTTP), URL, HTTP),
        (SHARED.format("bridge"), URL, URL),
        ("", "HTTPS://coastcourier.example", "HTTPS://coastcourier.example"),
        ("", "file:///bridge.html", "file:///bridge.html"),
        ("", None, None),
    ],
)
def test_a_page_stands_where_it_says_in_full(
    head: str, url: str | None, expected: str | None
) -> None:
    assert address(head, url) == expected


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("Küsten+Kurier", True), ("Küsten & Kurier", True), ("Küsten und Kurier", True),
        ("Küsten Kurier", False), ("other.example", True), ("waz.com", True), ("Vue.js", False),
        ("HT", False),
    ],
)  # fmt: skip
def test_a_name_is_spelt_in_an_address_as_addresses_can(words: str, is_named: bool) -> None:
    assert site(url="https://www.kuesten-und-kurier.example/bruecke").is_named(words) is is_named


def test_a_host_of_two_letters_is_named_by_them_alone() -> None:
    found = site(url="https://www.ht.example/bridge")
    assert found.is_named("HT")
    assert not found.is_named("HT World")


def test_a_title_that_is_given_for_the_sites_name_is_none() -> None:
    words = "Ten words that tell what came of the old bridge"
    assert not site(f'<meta property="og:site_name" content="{words}">').is_named(words)
    short = words.removesuffix(" bridge")
    assert site(f'<meta property="og:site_name" content="{short}">').is_named(short)


def test_a_section_is_told_by_the_address_the_data_and_the_links() -> None:
    filed = script({"@type": "NewsArticle", "articleSection": ["Roads", "Harbour"]})
    found = site(filed + '<meta property="article:section" content="Trams">', f"{URL}/x")
    for words in ("roads", "Harbour", "TRAMS", "2026", "Bridge"):
        assert found.files_under(words)
    assert not found.files_under("x")
    assert not found.has_section("World")
