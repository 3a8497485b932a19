"""The listings: every form of feed and sitemap read alike, however it is written or broken."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from claimtrack_news.linkpages import link_page
from claimtrack_news.listings import MAX_ENTRIES, Entry, Listing
from claimtrack_news.reading import listing
from claimtrack_news.trees import MAX_TAGS
from shared import SHARED, needs

from claimtrack import Page, Unreadable

URL = "https://paper.example/feeds/all"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PAGES = SHARED / "pages"
FEEDS, SITEMAPS = PAGES / "feeds", PAGES / "sitemaps"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>The Paper</title>
    <link>https://paper.example/</link>
    <atom:link rel="self" href="https://paper.example/feeds/all"/>
    <item>
      <media:title>A picture of the harbour</media:title>
      <title>Harbour &amp;amp; pier <![CDATA[<b>reopen</b>]]></title>
      <link>/2026/harbour</link>
      <description>&lt;p&gt;Ships are back.&lt;/p&gt;&lt;script>spy()&lt;/script></description>
      <guid isPermaLink="false">17</guid>
      <dc:creator>Ann Fisher</dc:creator>
      <pubDate>Mon, 02 Mar 2026 14:00:00 +0200</pubDate>
    </item>
  </channel>
</rss>"""
RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
         xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://paper.example/"><title>The Paper</title>
    <link>https://paper.example/</link></channel>
  <item rdf:about="https://paper.example/2026/harbour">
    <title>Harbour &amp; pier reopen</title>
    <link>https://paper.example/2026/harbour</link>
    <description>Ships are back.</description>
    <dc:creator>Ann Fisher</dc:creator>
    <dc:date>2026-03-02T12:00:00Z</dc:date>
  </item>
</rdf:RDF>"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/">
  <title>The Paper</title>
  <link href="/"/>
  <link rel="self" href="/feeds/all"/>
  <entry xml:base="2026/">
    <title type="html">Harbour &amp;amp; pier &lt;b&gt;reopen&lt;/b&gt;</title>
    <link rel="enclosure" href="harbour.mp3"/>
    <link rel="alternate" type="application/pdf" href="harbour.pdf"/>
    <link rel="alternate" type="text/html" href="harbour"/>
    <id>tag:paper.example,2026:17</id>
    <author><name>Ann Fisher</name><email>ann@paper.example</email></author>
    <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ships <i>are</i> back.</div>
    </summary>
    <published>2026-03-02T13:00:00+01:00</published>
    <updated>2026-03-02T13:30:00+01:00</updated>
  </entry>
</feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Paper",
        "home_page_url": "https://paper.example/",
        "items": [
            {
                "id": 17,
                "url": "/2026/harbour",
                "title": "Harbour & pier reopen",
                "content_html": "<p>Ships are back.</p>",
                "authors": [{"name": "Ann Fisher"}],
                "date_published": "2026-03-02T12:00:00Z",
            }
        ],
    }
)
SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://paper.example/2026/harbour</loc>
    <image:image><image:loc>https://paper.example/harbour.jpg</image:loc></image:image>
    <news:news>
      <news:publication><news:name>The Paper</news:name></news:publication>
      <news:publication_date>2026-03-02T12:00:00Z</news:publication_date>
      <news:title>Harbour &amp; pier reopen</news:title>
    </news:news>
  </url>
</urlset>"""


def page(content: str | bytes, media_type: str = "text/html", url: str = URL) -> Page:
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Page(url, raw, NOON, 200, (("content-type", media_type),))


def read(content: str | bytes, media_type: str = "text/html") -> Listing:
    found = listing(page(content, media_type))
    assert found is not None
    return found


def only(content: str | bytes) -> Entry:
    (entry,) = read(content).entries
    return entry


# What every form says


@pytest.mark.parametrize("content", [RSS, RDF, ATOM, JSON, SITEMAP])
def test_every_form_names_the_same_article(content: str) -> None:
    entry = only(content)
    assert entry.link == "https://paper.example/2026/harbour"
    assert entry.title == "Harbour & pier reopen"
    assert (entry.published_at or entry.updated_at) == NOON


@pytest.mark.parametrize("content", [RSS, RDF, ATOM, JSON])
def test_every_feed_tells_author_summary_and_its_own_name(content: str) -> None:
    entry, found = only(content), read(content)
    assert (entry.author, entry.summary) == ("Ann Fisher", "Ships are back.")
    assert (found.title, found.link) == ("The Paper", "https://paper.example/")


def test_a_change_is_told_apart_from_the_publication() -> None:
    entry = only(ATOM)
    assert entry.updated_at == NOON + timedelta(minutes=30)
    assert entry.latest_at == entry.updated_at


def test_an_index_leads_to_its_sitemaps() -> None:
    found = read(
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
        "<loc><![CDATA[https://paper.example/a.xml.gz]]></loc><lastmod>2026-03-02</lastmod>"
        "</sitemap></sitemapindex>"
    )
    (only,) = found.lists
    assert (only.link, only.updated_at) == (
        "https://paper.example/a.xml.gz",
        datetime(2026, 3, 2, tzinfo=UTC),
    )
    assert found.entries == ()


def test_a_page_of_links_names_each_once_by_its_headline() -> None:
    shown = page(
        '<base href="/news/"><nav><a href="/about">About</a></nav><main>'
        '<a href="harbour"><img src="h.jpg"></a> <a href="harbour">Harbour reopens</a>'
        '<a href="#top">Up</a><a href="pier">The pier</a></main>'
    )
    assert [(one.link, one.title) for one in link_page(shown, "main a").entries] == [
        ("https://paper.example/news/harbour", "Harbour reopens"),
        ("https://paper.example/news/pier", "The pier"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "plain words",
        "{}",
        '{"version": "2", "items": []}',
        "[" * 100_000,
        '{"items": ' + "[" * 100_000,
        "<!doctype html><html><body><item>no</item></body></html>",
        "<kml><Placemark/></kml>",
    ],
)
def test_what_is_no_listing_is_none(content: str) -> None:
    assert listing(page(content)) is None


# What feeds do


def feed(item: str, head: str = "") -> str:
    return f"{head}<rss><channel><item>{item}</item></channel></rss>"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish & chips", "Fish & chips"),
        ("Fish &nbsp;&mdash;&#32;chips", "Fish — chips"),
        ("Fish &unknown; chips", "Fish &unknown; chips"),
        ("<![CDATA[Fish & <em>chips</em>]]>", "Fish & chips"),
        ("<![CDATA[Fish]]> and <![CDATA[chips]]>", "Fish and chips"),
        ("Fish &lt;b&gt;and&lt;/b&gt; chips", "Fish and chips"),
        ("Fish <b>and</b> chips", "Fish and chips"),
        ("Fish &lt; chips", "Fish < chips"),
        ("Fish\n   and\tchips", "Fish and chips"),
        ("Fish\x0b\x00 and chips", "Fish and chips"),
    ],
)
def test_a_title_is_its_words(written: str, title: str) -> None:
    assert only(feed(f"<title>{written}</title>")).title == title


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("<link>https://a.example/x?a=1&b=2</link>", "https://a.example/x?a=1&b=2"),
        ("<link>https://a.example/x?a=1&amp;b=2</link>", "https://a.example/x?a=1&b=2"),
        ("<link><![CDATA[ https://a.example/x ]]></link>", "https://a.example/x"),
        ('<link href="https://a.example/x"/>', "https://a.example/x"),
        ("<guid>https://a.example/x</guid>", "https://a.example/x"),
        ('<atom:link rel="self" href="/feed"/><link>/x</link>', "https://paper.example/x"),
        ("<link>a b</link>", "https://paper.example/feeds/a%20b"),
        ("<link>http://[bad</link>", "http://[bad"),
    ],
)
def test_a_link_is_where_the_article_is(written: str, link: str) -> None:
    assert only(feed(written)).link == link


def test_prefixes_that_nobody_declared_mean_what_they_always_do() -> None:
    entry = only(feed("<itunes:title>Podcast</itunes:title><dc:creator>Ann</dc:creator>"))
    assert (entry.title, entry.author) == ("", "Ann")


def test_a_namespace_that_nobody_knows_is_the_feeds_own() -> None:
    found = read('<feed xmlns="urn:x"><title>T</title><entry><title>A</title></entry></feed>')
    assert (found.title, [entry.title for entry in found.entries]) == ("T", ["A"])


def test_an_entry_may_stand_alone() -> None:
    alone = '<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title><link href="/a"/></entry>'
    assert (only(alone).title, only(alone).link) == ("A", "https://paper.example/a")


def test_a_feed_that_breaks_off_gives_what_came() -> None:
    cut = RSS[: RSS.index("<guid")]
    assert only(cut).link == "https://paper.example/2026/harbour"


def test_what_stands_before_a_feed_is_passed_over() -> None:
    assert only("\ufeff\n\n <!-- made by hand -->" + RSS.partition("?>")[2]).id == "17"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16", "utf-8"])
def test_a_charset_is_what_the_feed_says(charset: str) -> None:
    text = f'<?xml version="1.0" encoding="{charset}"?>' + feed("<title>Порт открыт</title>")
    assert only(text.encode(charset)).title == "Порт открыт"


def test_a_byte_of_another_charset_costs_no_feed() -> None:
    assert only(feed("<title>Caf\xe9</title><link>/x</link>").encode("latin-1")).title == "Café"


# What feeds may not do


def test_entities_grow_into_nothing() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    entry = only(feed("<title>&a0; &a11;</title>", f"<!DOCTYPE rss [{laughs}]>"))
    assert entry.title == "ha &a11;"


def test_nothing_outside_is_asked_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret", encoding="utf-8")
    outside = f'<!DOCTYPE rss SYSTEM "{secret.as_uri()}" [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert only(feed("<title>&x;</title>", outside)).title == "&x;"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<rss>" + "<a/>" * MAX_TAGS, "more than 2,000,000 tags"),
        ("<rss>" + "<item/>" * (MAX_ENTRIES + 1), "more than 50,000 entries"),
        ("<rss " + 'a="" ' * 30_000 + ">", "a tag of more than 100,000 characters"),
        ("<!DOCTYPE rss [" + "x" * 200_000 + "<rss/>", "a DOCTYPE that does not end"),
    ],
)
def test_more_than_a_listing_has_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(Unreadable, match=complaint):
        listing(page(content))


@pytest.mark.parametrize(
    "inside",
    ["<b>" * 100_000, "<![CDATA[" * 100_000, "&lt;!--" * 100_000, "&" * 100_000, "<!--" * 100_000],
)
def test_what_never_ends_costs_only_itself(inside: str) -> None:
    found = read("<rss><channel><title>T</title><item><title>A</title></item><item>" + inside)
    assert (found.title, found.entries[0].title) == ("T", "A")


# The recorded feeds

#: Feeds whose truth is another than what stands there, each with the reason.
_MISREAD = {
    # A bare ampersand in a title, which the recorded truth drops: "Record, replay & measure".
    "fastfeedpars-feed-b45c1761c7",
    # Three links, of which the truth takes the last, an empty element with an href, over the first.
    "gofeed-feed-039a671d3e",
}


def recorded() -> Iterator[dict[str, Any]]:
    with (FEEDS / "MANIFEST.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


@needs(FEEDS)
def test_no_recorded_feed_is_read_wrong() -> None:
    feeds, wrong = list(recorded()), []
    assert len(feeds) == 978
    for one in feeds:
        truth = one["truth"]
        if "entries" not in truth or one["id"] in _MISREAD:
            continue
        found = read((FEEDS / one["file"]).read_bytes())
        told = [(_same(entry["title"]), entry.get("link")) for entry in _titled(truth)]
        if len(found.entries) != truth["n_entries"] or not _tells(found, told):
            wrong.append(one["file"])
    assert wrong == []


def _titled(truth: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for entry in truth["entries"] if entry.get("title") and entry.get("link")]


def _tells(found: Listing, told: list[tuple[str, str]]) -> bool:
    seen = {_same(entry.title) for entry in found.entries}
    links = {entry.link.rstrip("/") for entry in found.entries}
    return all(
        title in seen and (link.rstrip("/") in links or not link.startswith("http"))
        for title, link in told
    )


def _same(title: str) -> str:
    return "".join(only_words(title))


def only_words(title: str) -> Iterator[str]:
    """The letters and digits of *title*, without tags and however it was escaped."""
    shown = feed(f"<title><![CDATA[{title}]]></title>")
    return (sign for sign in only(shown).title if sign.isalnum())


@needs(SITEMAPS)
def test_the_recorded_sitemaps_name_as_many_addresses_as_they_hold() -> None:
    lines = (SITEMAPS / "MANIFEST.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 4
    for line in lines:
        one = json.loads(line)
        content = (SITEMAPS / one["file"]).read_bytes()
        found = read(gzip.decompress(content) if one["file"].endswith(".gz") else content)
        assert len(found.entries) + len(found.lists) == one["locs"], one["file"]
