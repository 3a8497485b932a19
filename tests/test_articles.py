"""Articles: a page of the news, from its bytes to what it says."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

import claimtrack
from claimtrack import Article, Unreadable, read_article
from claimtrack.values import CalendarDate

STORY = """<!DOCTYPE html>
<html lang="en-gb"><head><meta charset="utf-8">
<title>Bridge to be replaced | The Coast Courier</title>
<link rel="canonical" href="https://www.coastcourier.example/world/bridge">
<meta property="og:site_name" content="The Coast Courier">
<meta property="og:title" content="Bridge to be replaced">
<meta property="article:modified_time" content="2026-03-03T10:15:00+02:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Bridge to be replaced", "datePublished": "2026-03-02T08:00:00Z",
 "author": [{"@type": "Person", "name": "Ann Holm"}, {"@type": "Person", "name": "Bob Ray"}]}
</script>
</head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Bridge to be replaced</h1><p class="byline">By Ann Holm and Bob Ray</p>
<p>The council of the harbour town voted on Monday to replace the old bridge, after eleven years
of debate and three expert reports that contradicted each other on nearly everything.</p>
<blockquote><p>“Nobody will lose a house to the building site,” the mayor told the residents.</p>
</blockquote>
<p>The new bridge will carry 12,000 vehicles a day, about twice as many as the old one, which is
closed to lorries in winter and was built for carts a hundred and forty years ago.</p>
<table><tr><th>Year</th><th>Vehicles</th></tr><tr><td>2024</td><td>6,100</td></tr>
<tr><td>2025</td><td>6,300</td></tr></table>
<p>Work is to begin in the spring, when the ice has left the river and the fish have passed.</p>
</article>
<div class="comments"><p>First! I remember the day on which they opened the old one.</p>
</div>
<footer>© 2026 The Coast Courier</footer></body></html>"""


@pytest.fixture(scope="module")
def story() -> Article:
    return read_article(STORY, url="https://coastcourier.example/world/bridge?from=feed")


def test_an_article_says_what_it_is(story: Article) -> None:
    assert story.title == "Bridge to be replaced"
    assert story.authors == ("Ann Holm", "Bob Ray")
    assert story.published == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert str(story.modified) == "2026-03-03 10:15:00+02:00"
    assert story.language == "en-GB"
    assert story.canonical_url == "https://www.coastcourier.example/world/bridge"
    assert story.structured[0]["headline"] == "Bridge to be replaced"
    assert story.claim_reviews == ()
    assert story.wall is None


def test_the_text_keeps_quotes_and_tables_and_leaves_out_readers(story: Article) -> None:
    assert "Nobody will lose a house" in story.text
    assert "12,000 vehicles" in story.text
    assert all(figure in story.text for figure in ("6,100", "6,300"))
    assert "First!" not in story.text
    assert "World" not in story.text


def test_an_article_cannot_be_changed(story: Article) -> None:
    with pytest.raises(AttributeError):
        story.title = "Another"  # type: ignore[misc]


def test_what_a_page_does_not_say_is_not_made_up() -> None:
    paragraph = "<p>The bridge was opened by a minister who came late to everything he did. </p>"
    article = read_article(f"<html><body>{paragraph * 20}</body></html>")
    assert article.wall is None
    assert (article.title, article.authors, article.published, article.modified) == (
        None, (), None, None,
    )  # fmt: skip
    assert article.canonical_url is None
    assert article.language == "en"
    assert article.structured == ()


@pytest.mark.parametrize(
    ("declared", "tag"),
    [("en_US", "en-US"), ("DE", "de"), ("zh-hans-cn", "zh-Hans-CN"), ("es-419", "es-419")],
)
def test_a_language_is_told_as_a_tag(declared: str, tag: str) -> None:
    assert read_article(STORY.replace("en-gb", declared)).language == tag


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="content-language" content="fr">',
        '<meta property="og:locale" content="fr_CA">',
        '<meta name="dc.language" content="FR">',
        '<meta name="language" content="fr">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "fr"}</script>',
    ],
)
def test_a_language_may_be_told_elsewhere(head: str) -> None:
    paragraph = "<p>The bridge was opened by a minister who came late to everything he did. </p>"
    page = f"<html><head>{head}</head><body>{paragraph * 5}</body></html>"
    assert (read_article(page).language or "")[:2] == "fr"


def test_the_address_that_a_page_came_from_is_its_own_where_it_says_none() -> None:
    paragraph = "<p>The bridge was opened by a minister who came late to everything he did. </p>"
    url = "https://coastcourier.example/2026/03/02/bridge"
    article = read_article(f"<html><body>{paragraph * 5}</body></html>", url=url)
    assert article.canonical_url == url
    assert article.published == CalendarDate(date(2026, 3, 2))


@pytest.mark.parametrize(("tag", "day"), [("en-US", (3, 2)), ("en-GB", (2, 3))])
def test_the_days_of_a_page_are_read_in_its_language(tag: str, day: tuple[int, int]) -> None:
    said = '<meta name="lastmod" content="03/02/2026">'
    page = f'<html lang="{tag}"><head>{said}</head><body><p>The bridge.</p></body></html>'
    assert read_article(page).modified == CalendarDate(date(2026, *day))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-u"])
def test_bytes_are_decoded_by_what_they_say_of_themselves(encoding: str) -> None:
    page = STORY.replace('charset="utf-8"', f'charset="{encoding}"').replace("Bridge to", "Міст to")
    page = page.replace("“", '"').replace("”", '"')
    assert read_article(page.encode(encoding, "ignore")).title == "Міст to be replaced"


@pytest.mark.parametrize("named", ["iso-8859-1", "gb2312", "shift_jis", "windows-1251"])
def test_a_page_that_is_utf_8_throughout_is_read_as_that_whatever_it_says(named: str) -> None:
    page = STORY.replace('charset="utf-8"', f'charset="{named}"')
    page = page.replace("Bridge to", "Brücke to")
    assert read_article(page.encode()).title == "Brücke to be replaced"


def test_an_encoding_that_is_named_late_is_found() -> None:
    late = STORY.replace('<meta charset="utf-8">', f"<!--{'x' * 2_000}--><meta charset='latin1'>")
    page = late.replace("Bridge to", "Brücke to").replace("“", "").replace("”", "").replace("©", "")
    assert read_article(page.encode("latin-1")).title == "Brücke to be replaced"


def test_a_day_without_a_time_stays_a_day() -> None:
    page = STORY.replace("2026-03-02T08:00:00Z", "2026-03-02")
    assert read_article(page).published == CalendarDate(date(2026, 3, 2))


@pytest.mark.parametrize(
    "page",
    ["", " ", b"\x00" * 10, "<div>" * 100_000, "<b>" * 2_000_000, "<p " + "a " * 200_000 + ">"],
    ids=["empty", "blank", "nul", "deep", "millions", "tag"],
)
def test_what_is_no_page_or_more_than_one_is_refused(page: str | bytes) -> None:
    try:
        article = read_article(page)
    except Unreadable:
        return
    assert article.text == ""
    assert article.title is None


@pytest.mark.parametrize(
    "inside",
    [
        "<p>" * 15_000,
        "<h1>The bridge</h1>" * 5_000,
        "<meta name='author' content='Ann Holm'>" * 5_000,
        "<div class='byline'>By " + "Ann Holm and " * 5_000 + "</div>",
        "<p class='date'>" + "1 " * 100_000 + "</p>",
        "<h1>" + " - ".join(["The bridge"] * 20_000) + "</h1>",
        "<title>" + "|" * 100_000 + "</title>",
        "<script type='application/ld+json'>" + "/*" * 200_000 + "</script>",
        "<script type='application/ld+json'>{" + '"a":{' * 100_000 + "</script>",
        "<div itemscope>" * 200 + "<p itemprop='a'>x</p>",
    ],
    ids=[
        "paragraphs", "headings", "metas", "bylines", "figures", "dashes", "bars", "comments",
        "nested", "items",
    ],
)  # fmt: skip
def test_a_page_made_to_be_slow_is_read_or_refused(inside: str) -> None:
    try:
        article = read_article(f"<html><body>{inside}</body></html>")
    except Unreadable:
        return
    assert len(article.authors) < 100


def test_nothing_heavy_comes_with_the_name() -> None:
    code = (
        "import sys, claimtrack; claimtrack.read_article; "
        "print(sorted({'trafilatura', 'lxml', 'selectolax'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert claimtrack.read_article is read_article
