"""The news: feeds over real HTTP, day by day, and what their articles say on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

import claimtrack_news
import pytest
from claimtrack_news import MAX_SITEMAPS, News, claimtrack_sources
from claimtrack_news.outlets import agency, outlets
from server import Question, Server, answer, page, serving

import claimtrack
from claimtrack import Follow, Measure, Page, Reading, Refusal, Tracker, Unreadable, UpdateReport
from claimtrack.claimfile import check_file
from claimtrack.measures import Reads, Subscription
from claimtrack.sources import load_sources

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2026-03-01

[measure."held/coast"]
asks = "What share of the coast does the league hold?"
kind = "quantity"
unit = "share"
ask = [{ source = "news", url = "URL/feed", publisher = "The Paper"MORE }]

[reads."held/coast"]
subject = ["coast", "coastline"]
by = ["the league"]
says = ["holds", "controls"]

[[claim]]
id = "a-fifth"
measure = "held/coast"
statement = "The league holds a fifth of the coast."
said = "a fifth"
"""
REPORT = """\
<!doctype html><html lang="en"><head><title>{title} | The Paper</title>
<meta property="article:published_time" content="{day}"><meta name="author" content="{author}">
</head><body><header><nav><a href="/">Home</a></nav></header>
<main><article><h1>{title}</h1><p class="byline">By {author}</p>
<p>{said}</p>
<p>Along the quays the day began like any other, and the boats that had waited out the storm went
out again before noon. The harbour master said that he expected an ordinary week.</p>
<p>Merchants in the old town spoke of little else, and the council will meet again on Friday.</p>
</article></main><footer>The Paper prints what it can stand by.</footer></body></html>
"""


def report(
    said: str, *, title: str = "The coast today", at: datetime = DAY, author: str = "Ann Fisher"
) -> bytes:
    return REPORT.format(said=said, title=title, day=at.isoformat(), author=author).encode()


class Paper:
    """A paper that is served: its feed grows with what it prints."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.entries: list[str] = []
        self.server.routes["/feed"] = self._feed

    def print(
        self,
        name: str,
        said: str,
        *,
        title: str = "The coast today",
        at: datetime = DAY,
        **more: Any,
    ) -> None:
        """Publish an article, or another version of it."""
        self.server.routes[f"/{name}"] = page(report(said, title=title, at=at, **more))
        self.entries = [entry for entry in self.entries if f"/{name}<" not in entry]
        self.list(name, title=title, at=at)

    def list(self, name: str, *, title: str = "The coast today", at: datetime = DAY) -> None:
        self.entries.append(
            f"<entry><title>{escape(title)}</title><id>{self.server.url}/{name}</id>"
            f'<link href="/{name}?utm_source=feed"/><updated>{at.isoformat()}</updated></entry>'
        )

    def _feed(self, question: Question) -> bytes:
        body = f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(self.entries)}</feed>'
        tag = f'"{len(self.entries)}-{hash(body)}"'
        if question.headers.get("if-none-match") == tag:
            return answer(304, headers=[("ETag", tag)])
        kind = ("Content-Type", "application/atom+xml")
        return answer(200, body.encode(), [("ETag", tag), kind])


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def paper(server: Server) -> Paper:
    return Paper(server)


@pytest.fixture
def tracker(server: Server, tmp_path: Path) -> Iterator[Tracker]:
    with opened(server, tmp_path) as found:
        yield found


def opened(server: Server, folder: Path, more: str = "") -> Tracker:
    """A tracker of the claims that ask the paper's feed, with *more* options."""
    (folder / "report.toml").write_text(CLAIMS.replace("URL", server.url).replace("MORE", more))
    found = claimtrack.open(folder / "claims.db", allow_private=True, plugins=[claimtrack_news])
    found.add(folder / "report.toml")
    return found


def asked(server: Server) -> list[str]:
    """What was asked since this was called last."""
    paths = server.paths
    server.asked.clear()
    return paths


def statuses(report: UpdateReport) -> dict[str, str]:
    """The result of each address, by its path."""
    return {
        "/" + attempt.url.rpartition("/")[2]: attempt.results[0].status
        for attempt in report.attempts
        if attempt.results
    }


# Day by day


def test_an_article_says_in_its_own_words_what_is_so(tracker: Tracker, paper: Paper) -> None:
    paper.print("one", "The league controls 19% of the coast, the harbour office said on Monday.")
    report = tracker.update(now=DAY)
    assert report.failed == ()
    (seen,) = tracker.history("held/coast")
    assert seen.value == Decimal("0.19")
    assert "controls 19% of the coast" in seen.quote
    assert seen.as_of.first == date(2026, 3, 2)
    assert (seen.published_at, seen.url) == (DAY, f"{paper.server.url}/one")


def test_an_article_is_asked_once_however_often_its_feed_names_it(
    tracker: Tracker, paper: Paper
) -> None:
    paper.print("one", "The league controls 19% of the coast.")
    paper.print("two", "Nothing is known of the coast.")
    tracker.update(now=DAY)
    assert sorted(asked(paper.server)) == ["/feed", "/one", "/two"]
    for hour in range(1, 4):
        report = tracker.update(now=DAY + hour * HOUR)
        assert asked(paper.server) == ["/feed"]
        assert report.failed == ()
    paper.print("three", "The league controls 20% of the coast.", at=DAY + 4 * HOUR)
    tracker.update(now=DAY + 5 * HOUR)
    assert asked(paper.server) == ["/feed", "/three"]
    values = {str(seen.value) for seen in tracker.history("held/coast")}
    assert values == {"0.19", "0.2"}


def test_an_article_about_something_else_is_neither_asked_nor_a_failure(
    tracker: Tracker, paper: Paper
) -> None:
    paper.print("sport", "The league won by 20%.", title="A fine match")
    report = tracker.update(now=DAY)
    assert asked(paper.server) == ["/feed"]
    assert (statuses(report), report.failed) == ({"/feed": "silent"}, ())


def test_an_article_that_states_nothing_is_silent(tracker: Tracker, paper: Paper) -> None:
    paper.print("one", "The coast is long.")
    report = tracker.update(now=DAY)
    assert statuses(report) == {"/feed": "silent", "/one": "silent"}
    assert report.failed == ()


def test_a_changed_article_is_a_new_snapshot(tracker: Tracker, paper: Paper) -> None:
    paper.print("one", "The league controls 19% of the coast.")
    tracker.update(now=DAY)
    paper.print("one", "The league controls 18% of the coast.", at=DAY + HOUR)
    report = tracker.update(now=DAY + 2 * HOUR)
    assert statuses(report)["/one"] == "changed"
    seen = tracker.history("held/coast")
    assert len({one.snapshot for one in seen}) == 2


def test_an_article_that_was_down_comes_later_though_the_feed_has_not_changed(
    tracker: Tracker, paper: Paper
) -> None:
    paper.list("one")
    paper.server.routes["/one"] = page(b"busy", status=503)
    tracker.update(now=DAY)
    assert asked(paper.server) == ["/feed", "/one"]
    tracker.update(now=DAY + HOUR / 2)
    assert asked(paper.server) == ["/feed"]
    paper.server.routes["/one"] = page(report("The league controls 19% of the coast."))
    again = tracker.update(now=DAY + 2 * HOUR)
    assert asked(paper.server) == ["/feed", "/one"]
    assert [attempt.outcome for attempt in again.attempts] == ["not_modified", "fetched"]
    assert len(tracker.history("held/coast")) == 1


def test_what_one_update_does_not_take_the_next_one_does(
    server: Server, paper: Paper, tmp_path: Path
) -> None:
    for number in range(5):
        paper.print(f"n{number}", "The coast is long.", at=DAY - number * HOUR)
    with opened(server, tmp_path, ", most = 2") as tracker:
        taken = []
        for hour in range(4):
            tracker.update(now=DAY + hour * HOUR)
            taken.append(sorted(set(asked(server)) - {"/feed"}))
    assert taken == [["/n0", "/n1"], ["/n2", "/n3"], ["/n4"], []]


def test_the_same_article_through_two_feeds_is_asked_once(
    server: Server, paper: Paper, tmp_path: Path
) -> None:
    paper.print("one", "The league controls 19% of the coast.")
    server.routes["/other"] = page(
        f"<rss><channel><item><title>Coast</title><link>{server.url}/one#top</link></item>"
        "</channel></rss>".encode()
    )
    with opened(server, tmp_path, f', urls = ["{server.url}/other"]') as tracker:
        tracker.update(now=DAY)
        assert sorted(asked(server)) == ["/feed", "/one", "/other"]
        tracker.update(now=DAY + HOUR)
        assert sorted(asked(server)) == ["/feed", "/other"]


def test_a_measure_that_comes_later_has_the_articles_read_again(
    server: Server, paper: Paper, tmp_path: Path
) -> None:
    paper.print("one", "The league controls 19% of the coast and holds 30% of the islands.")
    with opened(server, tmp_path) as tracker:
        tracker.update(now=DAY)
        asked(server)
        file = tmp_path / "report.toml"
        added = CLAIMS.partition("[measure.")[2].partition("[[claim]]")[0]
        islands = "[measure." + added.replace("held/coast", "held/islands")
        islands = islands.replace("coastline", "islands").replace('"coast"', '"the islands"')
        islands = islands.replace("URL", server.url).replace("MORE", ', follow = "all"')
        file.write_text(file.read_text() + islands)
        tracker.add(file)
        tracker.update(now=DAY + 25 * HOUR)
        assert asked(server) == ["/feed", "/one"]
        assert [str(seen.value) for seen in tracker.history("held/islands")] == ["0.3"]


def test_a_wall_states_nothing(tracker: Tracker, paper: Paper) -> None:
    paper.list("one")
    wall = (
        '<html lang="en"><head><title>Before you continue</title></head><body><h1>We value your'
        " privacy</h1><p>The coast: the league controls 19% of the coast. Accept all cookies to"
        "  continue.</p><button>Accept all</button><button>Manage options</button></body></html>"
    )
    paper.server.routes["/one"] = page(wall.encode())
    report = tracker.update(now=DAY)
    (blocked,) = report.failed
    assert (blocked.outcome, blocked.url.rpartition("/")[2]) == ("blocked", "one")
    assert tracker.history("held/coast").observations == ()


def test_a_wall_that_names_no_subject_is_not_taken_for_silence(
    tracker: Tracker, paper: Paper
) -> None:
    paper.list("one")
    wall = b"<html><title>Just a moment...</title><body>Checking your browser</body></html>"
    paper.server.routes["/one"] = page(wall)
    (blocked,) = tracker.update(now=DAY).failed
    assert blocked.outcome == "blocked"
    assert "a wall, challenge" in str(blocked.reason)


def test_an_article_without_a_day_is_not_dated_by_guess(tracker: Tracker, paper: Paper) -> None:
    paper.list("one")
    undated = report("The league controls 19% of the coast.").replace(b"article:pub", b"x:")
    paper.server.routes["/one"] = page(undated)
    (failed,) = tracker.update(now=DAY).failed
    assert "tells no day" in str(failed.results[0].reason)


# Other listings


def test_an_index_leads_to_sitemaps_and_these_to_articles(server: Server, tmp_path: Path) -> None:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    maps = "".join(
        f"<sitemap><loc>{server.url}/map{day}.xml</loc><lastmod>2026-02-{day:02}</lastmod></sitemap>"
        for day in range(1, 29)
    )
    server.routes["/feed"] = page(f'<sitemapindex xmlns="{space}">{maps}</sitemapindex>'.encode())
    entry = f"<url><loc>{server.url}/the-coast-today</loc></url>"
    for day in range(1, 29):
        server.routes[f"/map{day}.xml"] = page(f'<urlset xmlns="{space}">{entry}</urlset>'.encode())
    server.routes["/the-coast-today"] = page(report("The league controls 19% of the coast."))
    with opened(server, tmp_path) as tracker:
        tracker.update(now=DAY)
        newest = [f"/map{day}.xml" for day in range(28, 28 - MAX_SITEMAPS, -1)]
        assert sorted(asked(server)) == sorted(["/feed", *newest, "/the-coast-today"])
        assert len(tracker.history("held/coast")) == 1


def test_a_plain_page_of_links_leads_to_articles_even_when_it_moved(
    server: Server, tmp_path: Path
) -> None:
    server.routes["/feed"] = page(b"moved", ("Location", "/news/"), status=301)
    server.routes["/news/"] = page(
        b'<html><body><a href="/about">The coast guard</a><main><a href="../one">On the coast</a>'
        b"</main></body></html>"
    )
    server.routes["/one"] = page(report("The league controls 19% of the coast."))
    with opened(server, tmp_path, ', links = "main a"') as tracker:
        tracker.update(now=DAY)
        assert asked(server) == ["/feed", "/news/", "/one"]
        assert len(tracker.history("held/coast")) == 1


def test_a_feed_that_is_none_says_so(tracker: Tracker, server: Server) -> None:
    server.routes["/feed"] = page(b"<!doctype html><html><body><p>Gone</p></body></html>")
    (failed,) = tracker.update(now=DAY).failed
    assert "no feed and no sitemap" in str(failed.results[0].reason)


def test_a_measure_without_words_is_told_at_once(
    server: Server, paper: Paper, tmp_path: Path
) -> None:
    paper.print("one", "The league controls 19% of the coast.")
    with opened(server, tmp_path) as tracker:
        file = tmp_path / "report.toml"
        start, _, rest = file.read_text().partition("[reads.")
        file.write_text(start + "[[claim]]" + rest.partition("[[claim]]")[2])
        tracker.add(file)
        (failed,) = tracker.update(now=DAY).failed
        assert 'give [reads."held/coast"]' in str(failed.results[0].reason)


# Asked without a network


def measure(**options: Any) -> Measure:
    given = {"url": "https://paper.example/feed", **options}
    subscription = Subscription("news", "news", options=tuple(sorted(given.items())))
    return Measure(
        "held/coast", "What share?", "quantity", unit="share",
        subscriptions=(subscription,), reads=Reads(subject=("coast",), says=("holds",)),
    )  # fmt: skip


def feed(*items: str) -> Page:
    body = f"<rss><channel>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    return Page("https://paper.example/feed", body.encode(), DAY)


def followed(shown: Page, asking: Measure) -> list[str]:
    return [one.ask.url for one in News().read(shown, (asking,)) if isinstance(one, Follow)]


def item(name: str, title: str = "The coast", at: datetime | None = DAY) -> str:
    dated = "" if at is None else f"<pubDate>{at.isoformat()}</pubDate>"
    return f"<title>{title}</title><link>https://paper.example/{name}</link>{dated}"


def test_the_newest_are_named_first_and_the_old_not_at_all() -> None:
    shown = feed(
        item("a", at=DAY - 3 * HOUR), item("b", at=None), item("c"), item("d", at=DAY - 800 * HOUR)
    )
    assert followed(shown, measure()) == [f"https://paper.example/{name}" for name in "cab"]
    assert len(followed(shown, measure(days=100))) == 4


def test_words_of_ones_own_choose_among_the_entries() -> None:
    shown = feed(item("a", "The coast"), item("b", "Fleet news"), item("c", "Weather"))
    assert followed(shown, measure(words=("fleet",))) == ["https://paper.example/b"]
    assert len(followed(shown, measure(follow="all"))) == 3


def test_an_entry_without_an_address_of_the_web_leads_nowhere() -> None:
    shown = feed("<title>Coast</title><guid isPermaLink='false'>file:///etc/passwd</guid>")
    assert followed(shown, measure()) == []


def test_how_a_listing_is_read_is_told() -> None:
    lines = list(News().explain(feed(item("a"), item("b", "Weather")), measure()))
    assert lines[0] == "a listing of 2 entries and 0 further listings"
    assert [line.partition(" (")[0] for line in lines[1:]] == [
        "followed: The coast",
        "left: Weather",
    ]


def test_how_an_article_is_read_is_told() -> None:
    content = report("The league holds 19% of the coast.", author="Associated Press")
    lines = list(News().explain(Page("https://paper.example/a", content, DAY), measure()))
    assert lines[0] == "an article: The coast today"
    assert lines[-1] == "a story of Associated Press"


def test_a_story_that_an_agency_signs_cites_the_agency() -> None:
    content = report("The league holds 19% of the coast.", author="Ann Fisher, Associated Press")
    (said,) = News().read(Page("https://paper.example/a", content, DAY), (measure(),))
    assert isinstance(said, Reading)
    assert said.attribution == "Associated Press"


def test_what_says_nothing_of_the_subject_is_not_read_closely() -> None:
    shown = Page("https://paper.example/a", b"<html><body>no day, no article</body></html>", DAY)
    (said,) = News().read(shown, (measure(),))
    assert said == Refusal("held/coast", "silent", "the article does not state it")


# The catalogue


def test_every_outlet_of_the_catalogue_is_a_source() -> None:
    found = load_sources([claimtrack_news])
    for name, outlet in outlets().items():
        source = found[name]
        assert source.describes.publisher == outlet.publisher
        assert all(feed.startswith("https://") for feed in outlet.feeds)
    assert set(found.by_name) == {
        "news", "bbc", "ap", "reuters", "afp", "dw", "france24", "aljazeera", "guardian",
        "lemonde", "kyiv-independent", "ukrainska-pravda", "meduza", "tass",
    }  # fmt: skip


def test_a_states_own_voice_is_a_party() -> None:
    assert outlets()["tass"].party == "Russia"
    assert [name for name, outlet in outlets().items() if outlet.party] == ["tass"]


def test_an_outlet_is_asked_at_its_feeds_or_where_the_file_says() -> None:
    sources = {source.name: source for source in claimtrack_sources()}

    def urls(name: str, **options: Any) -> list[str]:
        subscription = Subscription(name, name, options=tuple(sorted(options.items())))
        asking = Measure("m", "?", "quantity", unit="share", subscriptions=(subscription,))
        return [ask.url for ask in sources[name].asks((asking,))]

    assert urls("bbc") == list(outlets()["bbc"].feeds)
    assert urls("bbc", url="https://b.example/x") == ["https://b.example/x"]
    with pytest.raises(Unreadable, match="afp has no feed of its own"):
        urls("afp")


def test_a_claim_file_names_an_outlet_alone(tmp_path: Path) -> None:
    file = tmp_path / "report.toml"
    text = CLAIMS.replace('"news", url = "URL/feed", publisher = "The Paper"MORE', '"bbc"')
    file.write_text(text)
    assert check_file(file, schemas=load_sources([claimtrack_news]).options) == ()
    file.write_text(text.replace('"bbc"', '"bbc", follow = "some"'))
    (problem,) = check_file(file, schemas=load_sources([claimtrack_news]).options)
    assert "follow" in str(problem)


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("AP", "Associated Press"),
        ("Jane Doe, The Associated Press", "Associated Press"),
        ("Reuters Staff", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("Apollo Smith", None),
        ("MAP Agency", None),
    ],
)
def test_an_agency_is_known_by_how_it_signs(author: str, found: str | None) -> None:
    assert agency(["Ann Fisher", author]) == found
