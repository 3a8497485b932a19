"""The past: captures listed by an archive, fetched, read and recorded; over loopback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import msgspec
import pytest
from click.testing import CliRunner
from server import Question, Server, answer, page, serving
from shared import SHARED, needs

import claimtrack
from claimtrack import (
    Archive,
    Ask,
    BadValue,
    Description,
    Follow,
    Measure,
    Page,
    Reading,
    Refusal,
    Source,
    Tracker,
    hookimpl,
)
from claimtrack.cli import claimtrack as command

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
#: The page's own host is gone, as nobody answers on this port; the archive is there.
URL = "http://127.0.0.1:9/land"
HEAD = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
MEASURE = """
[measure."held/land"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "{source}", url = "{url}" }}]
"""


class Where(msgspec.Struct):
    """The one address to ask."""

    url: str
    secret: str | None = None


class Office(Source):
    """A source whose page says ``20%``, without a day."""

    name = "office"
    describes = Description("The Office")
    Options = Where
    read_pages: list[Page]

    def __init__(self) -> None:
        self.read_pages = []

    def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
        return [Ask(self.options(one).url, (one,)) for one in measures]

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        self.read_pages.append(page)
        if page.text.startswith("see "):
            ask = Ask(page.text.removeprefix("see "), measures, once=True)
            return [Follow(ask)]
        share = int(page.text.partition("%")[0]) / 100
        return [Reading(one.id, share, quote=page.text) for one in measures]


@dataclass
class Kept:
    """What the archive has of a page at a moment."""

    at: datetime
    body: bytes
    status: int = 200
    digest: str = ""
    #: What it answers in place of it.
    instead: Callable[[Question], bytes] | None = None


@dataclass
class FakeArchive:
    """An archive on loopback, which behaves as Wayback does: CDX in parts, mementos by stamp."""

    server: Server
    kept: dict[str, list[Kept]] = field(default_factory=dict)
    lines_at_once: int = 1000
    listed: list[str] = field(default_factory=list)

    @property
    def archive(self) -> Archive:
        base = self.server.url
        listing = f"{base}/cdx?url={{url}}&from={{since}}{{resume}}"
        return Archive("the archive", listing, memento=f"{base}/web/{{stamp}}id_/{{raw}}")

    def route(self, question: Question) -> bytes:
        if question.path == "/robots.txt":
            return answer(404)
        if question.path.startswith("/cdx"):
            return self._listing(question)
        stamp, _, url = question.path.removeprefix("/web/").partition("id_/")
        return self._memento(question, stamp, url)

    def _listing(self, question: Question) -> bytes:
        asked = parse_qs(urlsplit(question.path).query)
        url, start = asked["url"][0], int(asked.get("resumeKey", ["0"])[0])
        rows = [["timestamp", "original", "statuscode", "digest"]]
        whole = self.kept.get(url, [])
        for one in whole[start : start + self.lines_at_once]:
            rows.append(
                [f"{one.at:%Y%m%d%H%M%S}", url, str(one.status), one.digest or one.body.hex()]
            )
        if start + self.lines_at_once < len(whole):
            rows += [[], [str(start + self.lines_at_once)]]
        return answer(200, json.dumps(rows).encode(), [("Content-Type", "application/json")])

    def _memento(self, question: Question, stamp: str, url: str) -> bytes:
        self.listed.append(stamp)
        found = self.kept.get(unquote(url), [])
        if not found:
            return answer(404, b"not archived")
        asked = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        nearest = min(found, key=lambda one: abs(one.at - asked))
        if nearest.at != asked:
            to = f"{self.server.url}/web/{nearest.at:%Y%m%d%H%M%S}id_/{url}"
            return answer(302, b"", [("Location", to)])
        return memento(nearest, url) if nearest.instead is None else nearest.instead(question)


def memento(kept: Kept, url: str) -> bytes:
    return answer(
        kept.status,
        kept.body,
        [
            ("Content-Type", "text/plain"),
            ("Memento-Datetime", format_datetime(kept.at, usegmt=True)),
            ("Link", f'<{url}>; rel="original", <http://a/b,c>; rel="timemap"'),
            ("ETag", '"the-archives-own"'),
        ],
    )


class Anything(dict[str, Any]):
    """Routes that end at one."""

    def __init__(self, route: Callable[[Question], bytes]) -> None:
        super().__init__()
        self._route = route

    def get(self, path: str, default: Any = None) -> Any:
        return self._route


def day(text: str, hour: int = 6) -> datetime:
    return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC) + timedelta(
        hours=hour
    )


@pytest.fixture
def fake() -> Iterator[FakeArchive]:
    with serving() as server:
        made = FakeArchive(server)
        server.routes = Anything(made.route)
        yield made


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def tracker(tmp_path: Path, office: Office) -> Iterator[Tracker]:
    with opened(tmp_path, office) as made:
        yield made


def opened(folder: Path, office: Office, url: str = URL) -> Tracker:
    class Plugin:
        @hookimpl
        def claimtrack_sources(self) -> Iterable[Source]:
            return [office]

    made = claimtrack.open(
        folder / "claims.db", allow_private=True, plugins=[Plugin()], clock=lambda: NOW
    )
    (folder / "report.toml").write_text(HEAD + MEASURE.format(source="office", url=url))
    made.add(folder / "report.toml")
    return made


def seen(tracker: Tracker, **given: Any) -> list[tuple[str, str, str]]:
    return [
        (str(one.value), f"{one.first_seen_at:%Y-%m-%d}", f"{one.last_confirmed_at:%Y-%m-%d}")
        for one in tracker.history("held/land", **given)
    ]


def test_captures_are_read_as_of_their_moments_and_learnt_now(
    tracker: Tracker, fake: FakeArchive, office: Office
) -> None:
    fake.kept[URL] = [Kept(day("2025-06-01"), b"20%"), Kept(day("2025-08-01"), b"25% now")]
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert seen(tracker) == [
        ("0.2", "2025-06-01", "2025-06-01"), ("0.25", "2025-08-01", "2025-08-01"),
    ]  # fmt: skip
    assert {one.recorded_at for one in tracker.history("held/land")} == {NOW}
    assert seen(tracker, as_public="2025-07-01") == [("0.2", "2025-06-01", "2025-06-01")]
    with pytest.raises(claimtrack.UnknownName):
        tracker.history("held/land", as_known="2025-07-01")
    assert [(one.url, one.fetched_at) for one in office.read_pages] == [
        (URL, day("2025-06-01")), (URL, day("2025-08-01")),
    ]  # fmt: skip
    assert not report.failed
    captured = [one for one in report.attempts if one.url == URL]
    assert {one.reason for one in captured} == {"captured by the archive"}
    assert dict(captured[0].headers)["content-location"].endswith(f"/web/20250601060000id_/{URL}")
    # The archive's own validators are not those of the page.
    assert not {"etag", "last-modified"} & set(dict(captured[0].headers))


def test_a_late_capture_repairs_its_neighbours_spells(
    tmp_path: Path, fake: FakeArchive, office: Office
) -> None:
    fake.kept[URL] = [Kept(day("2025-06-01"), b"20%"), Kept(day("2025-08-01"), b"20%", digest="x")]
    with opened(tmp_path, office) as tracker:
        tracker.update(back_to="2025-01-01", archive=fake.archive)
        assert seen(tracker) == [("0.2", "2025-06-01", "2025-08-01")]
        fake.kept[URL].append(Kept(day("2025-07-01"), b"30%"))
        tracker.update(back_to="2025-01-01", archive=fake.archive)
        assert seen(tracker) == [
            ("0.2", "2025-06-01", "2025-06-01"),
            ("0.3", "2025-07-01", "2025-07-01"),
            ("0.2", "2025-08-01", "2025-08-01"),
        ]
        spells = tracker.history("held/land").spells
        assert len({spell.facts for spell in spells}) == 2
        assert len(spells) == 3


def test_what_is_on_record_is_not_asked_for_again(tracker: Tracker, fake: FakeArchive) -> None:
    fake.kept[URL] = [Kept(day(f"2025-06-{n:02}"), b"%d%%" % n) for n in range(1, 5)]
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(fake.listed) == 4
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(fake.listed) == 4
    assert [one.url.partition("?")[0] for one in report.attempts] == [f"{fake.server.url}/cdx"]


def test_a_day_on_which_the_page_itself_did_not_answer_is_not_on_record(
    tmp_path: Path, fake: FakeArchive, office: Office
) -> None:
    with opened(tmp_path, office) as tracker:
        (failed,) = tracker.update().attempts
        assert failed.outcome == "unreachable"
        fake.kept[URL] = [Kept(day("2026-03-01"), b"20%")]
        tracker.update(back_to="2026-01-01", archive=fake.archive)
        assert seen(tracker) == [("0.2", "2026-03-01", "2026-03-01")]


def test_a_long_past_is_asked_for_in_parts_spread_over_it(
    tracker: Tracker, fake: FakeArchive
) -> None:
    first = day("2025-01-01")
    days = (first + timedelta(days=n) for n in range(230))
    fake.kept[URL] = [Kept(at, b"20%", digest=str(at)) for at in days]
    fake.lines_at_once = 60
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert report.remarks == (f"{URL}: 130 of the archive's captures are left for the next update",)
    assert len(fake.listed) == 100
    assert min(fake.listed).startswith("20250101")
    assert max(fake.listed).startswith("20250818")
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(set(fake.listed)) == len(fake.listed) == 200
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(set(fake.listed)) == len(fake.listed) == 230


def test_equal_bytes_are_confirmed_by_the_archives_digest_and_not_fetched(
    tracker: Tracker, fake: FakeArchive
) -> None:
    fake.kept[URL] = [
        Kept(day("2025-06-01"), b"20%"),
        Kept(day("2025-06-02"), b"30%"),
        Kept(day("2025-06-03"), b"20%"),
        Kept(day("2025-06-04"), b"20%"),
    ]
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert fake.listed == ["20250601060000", "20250602060000"]
    assert seen(tracker) == [
        ("0.2", "2025-06-01", "2025-06-01"),
        ("0.3", "2025-06-02", "2025-06-02"),
        ("0.2", "2025-06-03", "2025-06-04"),
    ]


def test_what_could_not_be_read_confirms_nothing(tracker: Tracker, fake: FakeArchive) -> None:
    fake.kept[URL] = [Kept(day("2025-06-01"), b"closed"), Kept(day("2025-06-02"), b"closed")]
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    captured = [one for one in report.attempts if one.url == URL]
    assert [(one.at, one.results[0].status) for one in captured] == [
        (day("2025-06-01"), "unreadable")
    ]
    assert not tracker.history("held/land")


def test_one_capture_of_a_day_and_none_before_or_of_an_error(
    tracker: Tracker, fake: FakeArchive
) -> None:
    fake.kept[URL] = [
        Kept(day("2024-12-31"), b"19%"),
        Kept(day("2025-06-01", 6), b"20%"),
        Kept(day("2025-06-01", 9), b"21%"),
        Kept(day("2025-06-02"), b"too many", status=429),
        Kept(day("2025-06-03"), b"down", status=503),
        Kept(day("2025-06-04"), b"moved", status=301),
    ]
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert fake.listed == ["20250601060000"]


# What an archive gives in place of a capture


def test_another_capture_in_its_place_counts_for_its_own_moment(
    tracker: Tracker, fake: FakeArchive
) -> None:
    def elsewhere(question: Question) -> bytes:
        to = f"{fake.server.url}/web/20250610060000id_/{URL}"
        return answer(302, b"", [("Location", to)])

    fake.kept[URL] = [
        Kept(day("2025-06-01"), b"", digest="one", instead=elsewhere),
        Kept(day("2025-06-10"), b"20%", status=200),
    ]
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert seen(tracker) == [("0.2", "2025-06-10", "2025-06-10")]
    (absent,) = [one for one in report.attempts if one.outcome == "absent"]
    assert (absent.at, absent.failed) == (day("2025-06-01"), False)
    assert absent.reason == "in its place the archive gives the capture of 2025-06-10"
    before = len(fake.listed)
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(fake.listed) == before


@pytest.mark.parametrize(
    ("instead", "outcome", "reason"),
    [
        (
            lambda _: answer(200, b"Sorry. This URL has been excluded."),
            "absent",
            "the archive does not give the capture that it lists:"
            " it says of no moment that it is a capture",
        ),
        (
            lambda _: answer(404, b"The archive has not archived that URL."),
            "absent",
            "the archive does not give the capture that it lists: HTTP 404 Not Found",
        ),
        (
            lambda _: memento(Kept(day("2025-06-01"), b"gone", status=404), URL),
            "gone",
            "captured by the archive: HTTP 404 Not Found",
        ),
        (
            lambda _: memento(Kept(day("2025-06-01"), b"slow down", status=429), URL),
            "postponed",
            "captured by the archive: HTTP 429 Too Many Requests",
        ),
        (
            lambda _: memento(Kept(day("2025-06-01"), b"   "), URL),
            "blocked",
            "captured by the archive: an empty shell: the page has no content",
        ),
        (
            lambda _: memento(Kept(day("2031-06-01"), b"20%"), URL),
            "absent",
            "a capture of a day to come",
        ),
        (
            lambda _: memento(Kept(day("2025-06-01"), b"20%"), "http://other.example/"),
            "absent",
            "the archive gives a capture of another page: http://other.example/",
        ),
    ],
    ids=[
        "its own page",
        "its own 404",
        "a captured 404",
        "a captured 429",
        "nothing",
        "a future",
        "another page",
    ],
)
def test_what_is_no_page_gives_no_reading_and_is_not_asked_for_again(
    tracker: Tracker,
    fake: FakeArchive,
    instead: Callable[[Question], bytes],
    outcome: str,
    reason: str,
) -> None:
    fake.kept[URL] = [Kept(day("2025-06-01"), b"20%", instead=instead)]
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    (attempt,) = [one for one in report.attempts if one.url == URL]
    assert (attempt.outcome, attempt.reason, attempt.at) == (outcome, reason, day("2025-06-01"))
    assert not tracker.history("held/land")
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(fake.listed) == 1


def test_a_listed_capture_of_another_page_is_told_and_not_asked_for(
    tracker: Tracker, fake: FakeArchive
) -> None:
    own, other = URL.replace("http:", "https:") + "/", f"{URL}/other"

    def listing(question: Question) -> bytes:
        if not question.path.startswith("/cdx"):
            return fake.route(question)
        rows = [["timestamp", "original"], ["20250601060000", own], ["20250602060000", other]]
        return answer(200, json.dumps(rows).encode())

    fake.kept = {
        own: [Kept(day("2025-06-01"), b"20%")], other: [Kept(day("2025-06-02"), b"30%")],
    }  # fmt: skip
    fake.server.routes = Anything(listing)
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert seen(tracker) == [("0.2", "2025-06-01", "2025-06-01")]
    assert fake.listed == ["20250601060000"]
    (listed,) = [one for one in report.attempts if "/cdx" in one.url]
    assert listed.reason == f"passed over: a capture of another page: {other}"


def test_redirects_in_a_circle_are_an_outcome_and_asked_for_again_another_time(
    tracker: Tracker, fake: FakeArchive
) -> None:
    def round_and_round(question: Question) -> bytes:
        other = "1" if question.path.endswith("0") else "0"
        to = f"{fake.server.url}/web/20250601060000id_/https://login.example/{other}"
        return answer(302, b"", [("Location", to)])

    kept = [Kept(day("2025-06-01"), b"20%", instead=round_and_round)]
    fake.kept |= {URL: kept, "https://login.example/0": kept, "https://login.example/1": kept}
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    (attempt,) = report.failed
    assert (attempt.outcome, attempt.reason) == ("unreachable", "redirects in a circle")
    assert (attempt.url, attempt.at) == (f"{fake.server.url}/web/20250601060000id_/{URL}", NOW)
    kept[0].instead = None
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert seen(tracker) == [("0.2", "2025-06-01", "2025-06-01")]


def test_an_archive_that_puts_us_off_is_asked_again_another_time(
    tracker: Tracker, fake: FakeArchive
) -> None:
    fake.kept[URL] = [
        Kept(day("2025-06-01"), b"20%"),
        Kept(day("2025-06-02"), b"21%", instead=lambda _: answer(429, b"", [("Retry-After", "9")])),
    ]
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert [one.outcome for one in report.failed] == ["postponed"]
    assert seen(tracker) == [("0.2", "2025-06-01", "2025-06-01")]
    fake.kept[URL][1].instead = None
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert [one[0] for one in seen(tracker)] == ["0.2", "0.21"]


def test_a_page_that_moved_is_read_under_the_address_it_had_then(
    tracker: Tracker, fake: FakeArchive, office: Office
) -> None:
    new = "http://127.0.0.1:9/new/land"

    def moved(question: Question) -> bytes:
        to = f"/web/20250601060000id_/{new}"
        dated = format_datetime(day("2025-06-01"), usegmt=True)
        return answer(301, b"", [("Location", to), ("Memento-Datetime", dated)])

    fake.kept = {
        URL: [Kept(day("2025-06-01"), b"", digest="a", instead=moved)],
        new: [Kept(day("2025-06-01"), b"20%")],
    }
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert [(one.url, one.asked_url) for one in office.read_pages] == [(new, URL)]
    assert seen(tracker) == [("0.2", "2025-06-01", "2025-06-01")]


def test_what_a_capture_leads_to_is_asked_of_the_archive_too(
    tracker: Tracker, fake: FakeArchive
) -> None:
    article = "http://127.0.0.1:9/article"
    fake.kept = {
        URL: [Kept(day("2025-06-01"), f"see {article}".encode())],
        article: [Kept(day("2025-06-03"), b"22%")],
    }
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert seen(tracker) == [("0.22", "2025-06-03", "2025-06-03")]
    before = len(fake.listed)
    tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert len(fake.listed) == before


class Paper(Office):
    """A source whose page names articles, one a line, and whose articles say ``20%``."""

    leads_on = True
    at_most: int | None = None

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        if "%" in page.text:
            return super().read(page, measures)
        asks = [
            Ask(line, measures, once=line.startswith(ARTICLE), at_most=self.at_most)
            for line in page.text.split()
        ]
        silent = [Refusal(one.id, "silent", "a list of articles") for one in measures]
        return [*silent, *(Follow(ask) for ask in asks)]


ARTICLE = "http://127.0.0.1:9/article/"
JUNE = day("2025-06-01")


def articles(fake: FakeArchive, numbers: Iterable[int], at: datetime = JUNE) -> bytes:
    """A list of articles that the archive has, each with a share of its own."""
    named = [f"{ARTICLE}{number}" for number in numbers]
    for url in named:
        fake.kept[url] = [Kept(at, f"{len(fake.kept) % 100}% {url}".encode())]
    return "\n".join(named).encode()


def read_articles(paper: Office) -> list[str]:
    return [one.url for one in paper.read_pages]


def test_a_list_with_many_captures_leaves_room_for_what_they_lead_to(
    tmp_path: Path, fake: FakeArchive
) -> None:
    paper = Paper()
    days = [day("2025-01-01") + timedelta(days=n) for n in range(120)]
    fake.kept[URL] = [Kept(at, articles(fake, [n], at)) for n, at in enumerate(days)]
    with opened(tmp_path, paper) as tracker:
        report = tracker.update(back_to="2025-01-01", archive=fake.archive)
        assert report.remarks == (
            f"{URL}: 70 of the archive's captures are left for the next update",
        )
        assert len(set(read_articles(paper))) == len(fake.listed) - 50 == 50
        for _ in range(2):
            tracker.update(back_to="2025-01-01", archive=fake.archive)
        before = len(fake.listed)
        report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert report.remarks == ()
    assert len(set(read_articles(paper))) == len(read_articles(paper)) == 120
    assert len(fake.listed) == before == 240


def test_what_a_capture_leads_to_beyond_an_update_is_asked_in_the_next(
    tmp_path: Path, fake: FakeArchive
) -> None:
    paper = Paper()
    fake.kept[URL] = [Kept(JUNE, articles(fake, range(150)))]
    with opened(tmp_path, paper) as tracker:
        report = tracker.update(back_to="2025-01-01", archive=fake.archive)
        assert report.remarks == (
            f"{URL}: 51 of the pages that its captures lead to are left for the next update",
        )
        assert len(read_articles(paper)) == 99
        report = tracker.update(back_to="2025-01-01", archive=fake.archive)
        assert report.remarks == ()
    assert len(set(read_articles(paper))) == len(read_articles(paper)) == 150
    assert len(fake.listed) == 151


def test_a_source_takes_no_more_of_an_archive_and_comes_to_the_rest(
    tmp_path: Path, fake: FakeArchive
) -> None:
    paper = Paper()
    paper.at_most = 2
    fake.kept[URL] = [Kept(JUNE, articles(fake, range(5)))]
    counts = []
    with opened(tmp_path, paper) as tracker:
        for _ in range(4):
            tracker.update(back_to="2025-01-01", archive=fake.archive)
            counts.append(len(read_articles(paper)))
    assert counts == [2, 4, 5, 5]


def test_what_an_archive_does_not_have_keeps_nothing_else_waiting(
    tmp_path: Path, fake: FakeArchive
) -> None:
    paper = Paper()
    paper.at_most = 2
    fake.kept[URL] = [Kept(JUNE, articles(fake, range(4)))]
    del fake.kept[f"{ARTICLE}0"], fake.kept[f"{ARTICLE}1"]
    with opened(tmp_path, paper) as tracker:
        for _ in range(3):
            tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert read_articles(paper) == [f"{ARTICLE}2", f"{ARTICLE}3"]
    assert len(fake.listed) == 5


def test_a_list_of_lists_is_followed_from_the_record(tmp_path: Path, fake: FakeArchive) -> None:
    paper = Paper()
    paper.at_most = 2
    further = "http://127.0.0.1:9/further"
    fake.kept[URL] = [Kept(JUNE, further.encode())]
    fake.kept[further] = [Kept(JUNE, articles(fake, range(3)))]
    with opened(tmp_path, paper) as tracker:
        for _ in range(3):
            tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert read_articles(paper) == [f"{ARTICLE}{n}" for n in range(3)]
    assert len(fake.listed) == 5


# Other archives


def test_timemaps_are_read_page_by_page(tracker: Tracker, fake: FakeArchive) -> None:
    base = fake.server.url
    whole = [Kept(day("2025-06-01"), b"20%"), Kept(day("2025-07-01"), b"21%")]
    fake.kept[URL] = whole

    def timemaps(question: Question) -> bytes:
        if question.path.startswith("/web/"):
            return fake.route(question)
        number = 1 if question.path.endswith("page/2") else 0
        one = whole[number]
        lines = [f'<{URL}>; rel="original"', f'<{base}{question.path}>; rel="self timemap"']
        if number == 0:
            lines.append(
                f'<{base}/timemap/page/2>; rel="timemap"; type="application/link-format"'
                '; from="Tue, 01 Jul 2025 06:00:00 GMT"'
            )
            lines.append('<http://elsewhere.example/timemap>; rel="timemap"')
        at = format_datetime(one.at, usegmt=True)
        lines.append(f'<{base}/web/{one.at:%Y%m%d%H%M%S}/{URL}>; rel="memento"; datetime="{at}"')
        lines.append(f'<{base}/web/1/{URL}>; rel="memento"; datetime="a day"')
        return answer(
            200, ",\n".join(lines).encode(), [("Content-Type", "application/link-format")]
        )

    fake.server.routes = Anything(timemaps)
    archive = Archive("a timemap", f"{base}/timemap/{{raw}}", kind="timemap")
    report = tracker.update(back_to="2025-01-01", archive=archive)
    assert [one[0] for one in seen(tracker)] == ["0.2", "0.21"]
    noted = [one.reason for one in report.attempts if "/timemap/" in one.url]
    told = f"passed over: {base}/web/1/{URL}: no moment: 'a day'"
    assert noted == [f"{told}; a timemap of another host: http://elsewhere.example/timemap", told]


def test_a_timemap_may_name_its_own_host_by_nothing(tracker: Tracker, fake: FakeArchive) -> None:
    whole = [Kept(day("2025-06-01"), b"20%"), Kept(day("2025-07-01"), b"21%")]
    fake.kept[URL] = whole

    def timemaps(question: Question) -> bytes:
        if question.path.startswith("/web/"):
            return fake.route(question)
        number = 1 if question.path == "/timemap/page/2" else 0
        at = whole[number].at
        lines = [f'<{URL}>; rel="original"', '</timemap/page/2>; rel="timemap"']
        lines.append(
            f'</web/{at:%Y%m%d%H%M%S}/{URL}>; rel="memento"'
            f'; datetime="{format_datetime(at, usegmt=True)}"'
        )
        return answer(200, ",".join(lines).encode(), [("Content-Type", "application/link-format")])

    fake.server.routes = Anything(timemaps)
    archive = Archive("a timemap", f"{fake.server.url}/timemap/{{raw}}", kind="timemap")
    tracker.update(back_to="2025-01-01", archive=archive)
    assert [one[0] for one in seen(tracker)] == ["0.2", "0.21"]
    assert fake.listed == ["20250601060000", "20250701060000"]


class TimeGate:
    """A timegate on loopback, as RFC 7089 has it: it negotiates a moment and redirects to the
    memento next to it, which tells of its neighbours, and of a timemap where there is one.
    """

    def __init__(self, fake: FakeArchive, whole: list[Kept], *, has_timemap: bool) -> None:
        self._fake, self._whole, self._has_timemap = fake, whole, has_timemap
        self.asked: list[str] = []

    def __call__(self, question: Question) -> bytes:
        base = self._fake.server.url
        if question.path.startswith("/timegate/"):
            moment = question.headers["accept-datetime"]
            self.asked.append(moment)
            at = parsedate_to_datetime(moment)
            nearest = min(self._whole, key=lambda one: abs(one.at - at))
            to = f"{base}/web/{nearest.at:%Y%m%d%H%M%S}/{URL}"
            return answer(302, b"", [("Vary", "accept-datetime"), ("Location", to)])
        if question.path.startswith("/timemap/"):
            lines = [self._link(one, "memento") for one in self._whole]
            body = ", ".join([f'<{URL}>; rel="original"', *lines]).encode()
            return answer(200, body, [("Content-Type", "application/link-format")])
        if not question.path.startswith("/web/"):
            return answer(404)
        stamp = question.path.removeprefix("/web/")[:14]
        place = next(n for n, one in enumerate(self._whole) if f"{one.at:%Y%m%d%H%M%S}" == stamp)
        told = [f'<{URL}>; rel="original"', f'<{base}/timegate/{URL}>; rel="timegate"']
        told += [
            self._link(self._whole[n], "prev memento") for n in range(place - 1, place) if n >= 0
        ]
        told += [self._link(one, "next memento") for one in self._whole[place + 1 : place + 2]]
        if self._has_timemap:
            told.append(f'<{base}/timemap/{URL}>; rel="timemap"; type="application/link-format"')
        one = self._whole[place]
        at_moment = ("Memento-Datetime", format_datetime(one.at, usegmt=True))
        kind = ("Content-Type", "text/plain")
        return answer(200, one.body, [at_moment, ("Link", ", ".join(told)), kind])

    def _link(self, one: Kept, rel: str) -> str:
        to = f"{self._fake.server.url}/web/{one.at:%Y%m%d%H%M%S}/{URL}"
        return f'<{to}>; rel="{rel}"; datetime="{format_datetime(one.at, usegmt=True)}"'


@pytest.mark.parametrize("has_timemap", [True, False])
def test_a_timegate_leads_to_the_captures(
    tracker: Tracker, fake: FakeArchive, has_timemap: bool
) -> None:
    days = ("2025-02-01", "2025-04-01", "2025-06-01", "2025-07-01")
    whole = [Kept(day(each), b"%d%%" % (20 + n)) for n, each in enumerate(days)]
    gate = TimeGate(fake, whole, has_timemap=has_timemap)
    fake.server.routes = Anything(gate)
    archive = Archive("a gate", f"{fake.server.url}/timegate/{{raw}}", kind="timegate")
    tracker.update(back_to="2025-01-01", archive=archive)
    assert [one[0] for one in seen(tracker)] == ["0.2", "0.21", "0.22", "0.23"]
    assert gate.asked[0] == "Wed, 01 Jan 2025 00:00:00 GMT"
    assert len(gate.asked) == (1 if has_timemap else 10)


def test_a_timegate_that_gives_a_page_of_its_own_is_told(
    tracker: Tracker, fake: FakeArchive
) -> None:
    fake.server.routes = Anything(lambda _: answer(200, b"Welcome to the archive: 20% kept"))
    archive = Archive("a gate", f"{fake.server.url}/timegate/{{raw}}", kind="timegate")
    report = tracker.update(back_to="2025-01-01", archive=archive)
    assert seen(tracker) == []
    assert {one.reason for one in report.attempts} == {
        "the archive's answer is no capture: it has no Memento-Datetime"
    }


def test_an_archive_that_has_no_capture_is_no_failure(tracker: Tracker, fake: FakeArchive) -> None:
    archive = Archive("a timemap", f"{fake.server.url}/web/1id_/{{raw}}", kind="timemap")
    report = tracker.update(back_to="2025-01-01", archive=archive)
    assert [(one.outcome, one.reason) for one in report.attempts] == [
        ("absent", "the archive has no capture")
    ]
    assert not report.failed


@pytest.mark.parametrize("kind", ["cdx", "timemap"])
def test_an_archive_that_says_so_in_a_page_is_blocked(
    tracker: Tracker, fake: FakeArchive, kind: str
) -> None:
    sorry = b"<!DOCTYPE html><html><body><p>We are back on Monday.</p></body></html>"
    fake.server.routes = Anything(lambda _: answer(200, sorry, [("Content-Type", "text/html")]))
    archive = replace(fake.archive, listing=f"{fake.server.url}/list?url={{url}}", kind=kind)
    report = tracker.update(back_to="2025-01-01", archive=archive)
    assert [(one.outcome, one.reason) for one in report.attempts] == [
        ("blocked", "a page for readers in place of a list of captures")
    ]
    assert len(report.failed) == 1


def test_an_archive_that_is_down_is_told(tracker: Tracker, fake: FakeArchive) -> None:
    fake.server.routes = Anything(
        lambda question: answer(404 if question.path == "/robots.txt" else 503, b"down")
    )
    report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert [one.outcome for one in report.failed] == ["unreachable"]
    assert report.nothing_came


# What a page's own host says


def test_what_robots_txt_forbids_is_not_asked_of_an_archive(
    tmp_path: Path, fake: FakeArchive, office: Office
) -> None:
    rules = b"User-agent: *\nDisallow: /land\n"
    with serving({"/robots.txt": page(rules, ("Content-Type", "text/plain"))}) as own:
        fake.kept[f"{own.url}/land"] = [Kept(day("2025-06-01"), b"20%")]
        with opened(tmp_path, office, f"{own.url}/land") as tracker:
            report = tracker.update(back_to="2025-01-01", archive=fake.archive)
    assert [(one.outcome, one.reason) for one in report.attempts] == [
        (
            "disallowed",
            f"{own.url}/robots.txt forbids /land, and an archive is no way round it",
        )
    ]
    assert (len(own.robots), own.paths, fake.server.paths) == (1, [], [])


def test_an_address_of_ones_own_network_is_not_told_to_an_archive(
    tmp_path: Path, fake: FakeArchive, office: Office
) -> None:
    class Plugin:
        @hookimpl
        def claimtrack_sources(self) -> Iterable[Source]:
            return [office]

    asked = []

    def told(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, json=[])

    (tmp_path / "report.toml").write_text(HEAD + MEASURE.format(source="office", url=URL))
    with claimtrack.open(tmp_path / "claims.db", plugins=[Plugin()]) as tracker:
        tracker.add(tmp_path / "report.toml")
        report = tracker.update(back_to="2025-01-01", transport=httpx.MockTransport(told))
    assert [one.outcome for one in report.attempts] == ["disallowed"]
    assert asked == []


def test_a_past_is_kept_and_replayed(tmp_path: Path, fake: FakeArchive, office: Office) -> None:
    fake.kept[URL] = [Kept(day("2025-06-01"), b"20%"), Kept(day("2025-08-01"), b"25% now")]
    (tmp_path / "again").mkdir()
    with opened(tmp_path, office) as live:
        live.update(back_to="2025-01-01", archive=fake.archive, warc=tmp_path / "kept.warc.gz")
        was = live.history("held/land")
    before = len(fake.server.asked)
    with opened(tmp_path / "again", office) as again:
        again.update(back_to="2025-01-01", archive=fake.archive, replay=tmp_path / "kept.warc.gz")
        assert again.history("held/land") == was
    assert len(was) == 2
    assert len(fake.server.asked) == before


def test_a_day_to_come_is_refused(tracker: Tracker, fake: FakeArchive) -> None:
    with pytest.raises(BadValue, match="a day to come"):
        tracker.update(back_to="2027-01-01", archive=fake.archive)


def test_the_command_takes_a_day_and_sources(tmp_path: Path) -> None:
    told = CliRunner().invoke(
        command, ["--db", str(tmp_path / "a.db"), "update", "--back-to", "2022-01-01"]
    )
    assert told.output == "nothing to ask: record claims first (claimtrack add FILE)\n"
    told = CliRunner().invoke(
        command, ["--db", str(tmp_path / "a.db"), "update", "--back-to", "2022-01-01", "office"]
    )
    assert "no source named 'office'" in str(told.exception)


# Exchanges recorded with the Internet Archive


RECORDED = SHARED / "pages" / "timemaps"


@cache
def exchanges() -> dict[str, list[dict[str, Any]]]:
    """The recorded asks for mementos, each with the redirects that followed, by the test's name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in (RECORDED / "MANIFEST.jsonl").read_text().splitlines():
        named = json.loads(line)
        if named["file"].startswith("wayback_cassettes/") and "/web/" in named["url"]:
            name = Path(named["file"]).name.partition(".")[0].removeprefix("test_")
            found.setdefault(name, []).append(named)
    return found


EXPECTED = {
    "get_memento": ("fetched", "2017-11-24 15:13:15"),
    "get_memento_follow_redirects_does_not_follow_historical_redirects": (
        "fetched", "2020-02-01 02:44:05",
    ),
    "get_memento_follows_historical_redirects": ("fetched", "2020-02-01 02:44:05"),
    "get_memento_raises_blocked_error": ("absent", "2017-09-29 00:27:12"),
    "get_memento_raises_for_mementos_that_redirect_in_a_loop": ("unreachable", "now"),
    "get_memento_raises_no_memento_error": ("absent", "2017-09-29 00:27:12"),
    "get_memento_raises_when_memento_is_outside_target_window": ("fetched", "2017-11-24 15:13:15"),
    "get_memento_returns_memento_with_accurate_url": ("fetched", "2017-11-24 14:37:28"),
    "get_memento_should_fail_for_non_playbackable_mementos": ("absent", "2015-05-09 08:03:14"),
    "get_memento_target_window": ("fetched", "2017-11-24 15:13:15"),
    "get_memento_with_date_datetime": ("fetched", "2017-11-24 15:13:15"),
    "get_memento_with_inexact_string_datetime": ("fetched", "2017-11-24 15:13:15"),
    "get_memento_with_mode": ("fetched", "2017-11-24 15:13:15"),
    "get_memento_with_path_based_redirects": ("gone", "2020-10-27 22:07:43"),
    "get_memento_with_redirect_in_view_mode": ("absent", "2020-10-27 21:55:55"),
    "get_memento_with_redirects": ("fetched", "2018-08-08 10:45:00"),
    "get_memento_with_schemeless_redirects": ("gone", "2020-11-02 23:30:26"),
    "get_memento_works_on_archived_rate_limit_responses": ("postponed", "2015-01-29 03:49:04"),
    "memento_rate_limits": ("fetched", "1997-04-27 19:19:25"),
}  # fmt: skip


@needs(RECORDED)
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_recorded_mementos_come_to_what_they_are(name: str, tmp_path: Path, office: Office) -> None:
    found_by_name = exchanges()
    asked = found_by_name[name][0]["url"]
    stamp, _, original = asked.partition("/web/")[2].partition("/")
    answers = {one["url"]: one for each in found_by_name.values() for one in each}

    def told(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/cdx":
            rows = [["timestamp", "original"], [stamp[:14], original]]
            return httpx.Response(200, json=rows)
        found = answers.get(str(request.url))
        if found is None:
            return httpx.Response(404)
        headers = {key: said for key, said in found["headers"].items() if "encoding" not in key}
        body = (RECORDED / found["file"]).read_bytes()
        return httpx.Response(found["status"], headers=headers, content=body)

    archive = Archive(
        "the archive", "https://web.archive.org/cdx?{url}",
        memento=f"https://web.archive.org/web/{stamp}/{{raw}}",
    )  # fmt: skip
    with opened(tmp_path, office, original) as tracker:
        report = tracker.update(
            back_to="1996-01-01", archive=archive, transport=httpx.MockTransport(told)
        )
    outcomes = {
        (one.outcome, "now" if one.at == NOW else f"{one.at:%Y-%m-%d %H:%M:%S}")
        for one in report.attempts
        if "/cdx" not in one.url
    }
    assert EXPECTED[name] in outcomes
    assert len(office.read_pages) == (EXPECTED[name][0] == "fetched")


@needs(RECORDED)
def test_every_recorded_exchange_has_an_expectation() -> None:
    assert set(exchanges()) == set(EXPECTED)
