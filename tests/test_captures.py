"""Captures: timemaps and CDX as archives give them, recorded and malformed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs

from claimtrack.captures import (
    WAYBACK,
    Archive,
    Capture,
    Link,
    captured_at,
    is_same_page,
    links,
    original_of,
    parse_cdx,
    parse_timemap,
    spread,
    wanted,
)

RECORDED = SHARED / "pages" / "timemaps"
recorded = needs(RECORDED)

#: Of each recorded listing: its captures, and the lines passed over.
COUNTS = {
    "ipwb_5mementos.cdxj": (5, 0),
    "ipwb_froggie_badHeaderHash.cdxj": (0, 3),
    "ipwb_salam-home.cdxj": (0, 1),
    "ipwb_sample-1.cdxj": (0, 20),
    "ipwb_sample-2.cdxj": (0, 1),
    "ipwb_sample-encrypted.cdxj": (0, 1),
    "ipwb_sample-old.cdxj": (0, 20),
    "pywb/cdx_bad.cdx": (4, 0),
    "pywb/cdx_dupes.cdx": (11, 0),
    "pywb/cdx_example-arc-test.cdx": (2, 0),
    "pywb/cdx_example-extra.cdx": (2, 0),
    "pywb/cdx_example.cdx": (2, 0),
    "pywb/cdx_httpbin-resource.cdxj": (1, 0),
    "pywb/cdx_iana.cdx": (167, 0),
    "pywb/cdx_missing-status-text.cdxj": (0, 0),
    "pywb/cdx_post-test.cdx": (3, 0),
    "pywb/cdx_url-agnost-example.cdx": (1, 1),
    "pywb/cdxj_dupes.cdxj": (11, 0),
    "pywb/cdxj_example-no-digest.cdxj": (3, 0),
    "pywb/cdxj_example.cdxj": (3, 0),
    "pywb/cdxj_example2.cdxj": (1, 0),
    "pywb/cdxj_iana.cdxj": (167, 0),
    "pywb/cdxj_post-test.cdxj": (3, 0),
    "pywb/cdxj_url-agnost-example.cdxj": (1, 1),
    "pywb/non-surt-cdx_example-non-surt.cdx": (2, 0),
    "pywb/zipcdx_zipnum-bad.idx": (0, 3),
    "pywb/zipcdx_zipnum-bad.loc": (0, 3),
    "pywb/zipcdx_zipnum-sample.idx": (0, 20),
    "pywb/zipcdx_zipnum-sample.loc": (0, 1),
    "wayback_test_files/bad_timestamp_cdx.txt": (3, 2),
    "wayback_test_files/malformed_cdx.txt": (2, 2),
    "wayback_test_files/zero_length_cdx.txt": (5, 0),
    "wayback_cassettes/test_memento_rate_limits.0.cdx.txt": (703, 1),
    "wayback_cassettes/test_search.0.cdx.txt": (3, 0),
    "wayback_cassettes/test_search_does_not_repeat_results.0.cdx.txt": (9, 0),
    "wayback_cassettes/test_search_raises_for_blocked_urls.0.cdx.txt": (0, 1),
    "wayback_cassettes/test_search_with_date.2.cdx.txt": (42, 0),
    "wayback_cassettes/test_search_with_filter.1.cdx.txt": (0, 0),
    "wayback_cassettes/test_search_with_timezone.0.cdx.txt": (1000, 0),
}


def listings() -> list[dict[str, Any]]:
    if not RECORDED.is_dir():
        return []
    lines = (RECORDED / "MANIFEST.jsonl").read_text().splitlines()
    found = [json.loads(line) for line in lines]
    return [
        one for one in found
        if ("cdx" in one["file"] or one["file"].endswith("cdxj"))
        and not one["file"].endswith(".gz")
    ]  # fmt: skip


@recorded
@pytest.mark.parametrize("named", listings(), ids=lambda named: str(named["file"]))
def test_recorded_listings_are_read_line_by_line(named: dict[str, Any]) -> None:
    text = (RECORDED / named["file"]).read_text(errors="replace")
    listing = parse_cdx(text)
    if named["file"] in COUNTS:
        assert (len(listing.captures), len(listing.faults)) == COUNTS[named["file"]]
    else:
        assert not listing.faults
    said = {line.split(" ")[1] for line in text.splitlines() if line.count(" ") > 4}
    if "cassettes" in named["file"]:
        assert {f"{one.at:%Y%m%d%H%M%S}" for one in listing.captures} <= said
        # A listing goes on exactly where its last line is a key behind a blank one.
        assert (listing.resume is not None) == ("\n\n" in text)


@recorded
def test_recorded_link_headers_are_read_as_they_were_by_hand() -> None:
    lines = (RECORDED / "pywb_memento_link_headers.jsonl").read_text().splitlines()
    for line in lines:
        case = json.loads(line)
        found = [one for one in links(case["link"]) if isinstance(one, Link)]
        mementos = [one for one in found if "memento" in one.rels]
        assert [one.target for one in mementos] == [one["url"] for one in case["mementos"]]
        assert [one.says["datetime"] for one in mementos] == [
            one["datetime"] for one in case["mementos"]
        ]
    assert len(lines) == 22


@recorded
def test_a_recorded_timemap_is_read() -> None:
    listing = parse_timemap(
        (RECORDED / "ipwb_5mementos.link").read_text(), Archive("local", "", kind="timemap")
    )
    assert [f"{one.at:%Y%m%d%H%M%S}" for one in listing.captures] == [
        "20130202100000", "20140114100000", "20140115101500", "20161231110000", "20161231110001",
    ]  # fmt: skip
    assert {one.url for one in listing.captures} == {"http://memento.us/"}
    assert listing.captures[0].address == (
        "http://localhost:2016/memento/20130202100000id_/memento.us/"
    )
    assert (listing.faults, listing.pages) == ((), ())


# Forms of their own


def test_json_names_its_fields_and_goes_on_by_a_key() -> None:
    rows = [
        ["timestamp", "original", "statuscode", "digest"],
        ["20240301120000", "https://a.example/x", "200", "AAA"],
        ["20240302120000", "https://a.example/x", "-", "AAA"],
        ["20240303120000", "https://a.example/x", "301", "BBB"],
        ["2024", "https://a.example/x"],
        "no row",
        ["20240230120000", "https://a.example/x", "200", "CCC"],
        [],
        ["com%2Cexample%29%2F+1"],
    ]
    listing = parse_cdx(json.dumps(rows))
    assert [(one.at.day, one.status, one.digest) for one in listing.captures] == [
        (1, 200, "AAA"), (2, None, "AAA"),
    ]  # fmt: skip
    assert listing.captures[0].address == (
        "https://web.archive.org/web/20240301120000id_/https://a.example/x"
    )
    assert listing.faults == (
        "row 5: 2 fields, expected 4",
        "row 6: not a list of texts",
        "row 7: no moment: '20240230120000'",
    )
    assert listing.resume == "com%2Cexample%29%2F+1"
    following = WAYBACK.listing_of(
        "https://a.example/x?y=1", datetime(2024, 3, 1, tzinfo=UTC), UNTIL, listing.resume
    )
    assert "url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&from=20240301000000&" in following
    assert following.endswith("&resumeKey=com%252Cexample%2529%252F%2B1")


def test_fields_are_those_that_were_asked_for() -> None:
    text = "20240301 https://a.example/ 200\n2024 https://a.example/ 200\n"
    listing = parse_cdx(text, fields=("timestamp", "original", "statuscode"))
    assert [str(one.at) for one in listing.captures] == [
        "2024-01-01 00:00:00+00:00", "2024-03-01 00:00:00+00:00",
    ]  # fmt: skip


@pytest.mark.parametrize("more", ["- - 4711 0 a.warc.gz", "- 0 a.warc.gz"])
def test_the_lines_of_an_indexer_have_more_fields(more: str) -> None:
    line = f"example,a)/ 20240301120000 https://a.example/ text/html 200 AAA {more}\n"
    listing = parse_cdx(line)
    assert [(one.at.day, one.status, one.digest) for one in listing.captures] == [(1, 200, "AAA")]
    assert listing.faults == ()


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("/web/20240301120000/http://a.example//x", "/web/20240301120000id_/http://a.example//x"),
        ("20240301120000/http://a.example/x", "/t/20240301120000id_/http://a.example/x"),
        ("../20240301120000/http://a.example/x", "/20240301120000id_/http://a.example/x"),
        ("//arc.example/20240301120000/x", "/20240301120000id_/x"),
    ],
)
def test_a_link_without_a_host_is_meant_from_where_it_stands(target: str, meant: str) -> None:
    text = f'<{target}>; rel=memento; datetime="Fri, 01 Mar 2024 12:00:00 GMT", </t/2>; rel=timemap'
    archive = Archive("arc", "", kind="timemap")
    listing = parse_timemap(text, archive, "http://a.example/x", address="http://arc.example/t/1")
    assert [one.address for one in listing.captures] == [f"http://arc.example{meant}"]
    assert listing.pages == ("http://arc.example/t/2",)


def test_a_year_of_antiquity_is_none_of_today() -> None:
    text = '<http://arc.example/1/x>; rel=memento; datetime="Mon, 01 Jan 0024 12:00:00 GMT"'
    listing = parse_timemap(text, Archive("arc", "", kind="timemap"), "http://a.example/x")
    assert listing.captures == ()
    assert listing.faults[0].endswith("no moment: 'Mon, 01 Jan 0024 12:00:00 GMT'")


def test_a_timemap_is_read_with_its_quirks() -> None:
    text = (
        "<http://a.example/x,y>;rel=original,\n"
        '<http://arc.example/t/1>; rel="self timemap"; from="Tue, 01 Jan 2013 00:00:00 GMT",'
        ' <http://arc.example/t/2>; rel=timemap; type="application/link-format",\n'
        '<http://arc.example/t/j>; rel="timemap"; type="application/json",\n'
        '<http://arc.example/20240301120000/http://a.example/x,y>; datetime="Fri, 01 Mar 2024'
        ' 12:00:00 GMT"; rel="first memento"; license="a, \\"b\\""\n,'
        "<http://arc.example/20240302120000mp_/x>; rel=memento;"
        ' datetime="Sat, 02 Mar 2024 12:00:00 GMT",'
        '<http://arc.example/20240303120000/x>; rel=memento; datetime="31 February",'
        '<javascript:alert()>; rel=memento; datetime="Sat, 02 Mar 2024 12:00:00 GMT",'
        "no link at all, <http://arc.example/odd"
    )
    listing = parse_timemap(text, Archive("arc", "", kind="timemap"))
    assert [one.address for one in listing.captures] == [
        "http://arc.example/20240301120000id_/http://a.example/x,y",
        "http://arc.example/20240302120000id_/x",
    ]
    assert {one.url for one in listing.captures} == {"http://a.example/x,y"}
    assert listing.pages == ("http://arc.example/t/2",)
    assert [fault.rpartition(": ")[2] for fault in listing.faults] == [
        "'31 February'", "no address of the web", "'no link at all'", "'<http://arc.example/odd'",
    ]  # fmt: skip


def test_a_memento_tells_its_moment_and_its_page() -> None:
    told = {
        "memento-datetime": "Fri, 24 Nov 2017 15:13:15 GMT",
        "link": '<https://a.example/b>; rel="original", <https://x/>; rel="timegate"',
    }
    assert captured_at(told) == datetime(2017, 11, 24, 15, 13, 15, tzinfo=UTC)
    assert original_of(told, "https://arc.example/web/20171124151315id_/http://c/") == (
        "https://a.example/b"
    )
    assert original_of({}, "https://arc.example/web/20171124151315id_/http://c/d?e") == (
        "http://c/d?e"
    )
    assert original_of({}, "https://arc.example/") is None
    assert captured_at({}) is None
    assert captured_at({"memento-datetime": "soon"}) is None


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("http://a.example", "https://www.a.example:443/", True),
        ("http://a.example/b?c=d", "http://A.example.:80/b/?c=d#e", True),
        ("http://a.example/~b/ü", "http://a.example/%7eb/%c3%bc", True),
        ("http://a.example/b", "http://a.example/c", False),
        ("http://a.example/b", "http://a.example/B", False),
        ("http://a.example/b", "http://a.example:8080/b", False),
        ("http://a.example/b?c=d", "http://a.example/b?c=e", False),
        ("http://a.example/b%2fc", "http://a.example/b/c", False),
        ("http://a.example/", "http://b.example/", False),
    ],
)
def test_two_spellings_of_an_address_are_one_page(one: str, other: str, is_same: bool) -> None:
    assert is_same_page(one, other) is is_same


@given(st.text(alphabet='[]{}<>;,="\\ \n\tab0129:/!-rel', max_size=300))
def test_whatever_an_archive_says_reading_it_ends_without_an_error(text: str) -> None:
    parse_cdx(text)
    parse_timemap(text, WAYBACK)


# Which to ask for


def capture(day: date, hour: int = 0, digest: str | None = None) -> Capture:
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Capture("https://a.example/", at, f"https://arc.example/{at}", digest, 200)


FIRST = date(2024, 1, 1)
SINCE, UNTIL = datetime(2024, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)


@given(
    st.lists(st.tuples(st.integers(-20, 400), st.integers(0, 23), st.sampled_from("abcd"))),
    st.integers(1, 12),
)
def test_run_after_run_asks_for_every_day_once(
    given_: list[tuple[int, int, str]], most: int
) -> None:
    captures = [capture(FIRST + timedelta(days=n), hour, digest) for n, hour, digest in given_]
    within = {one.at.date() for one in captures if SINCE <= one.at <= UNTIL}
    known: frozenset[datetime] = frozenset()
    for _ in range(len(captures) + 1):
        chosen = spread(wanted(captures, known, since=SINCE, until=UNTIL), most)
        assert len(chosen) <= most
        new = [one.at for each in chosen for one in (each.capture, *each.same)]
        assert len({at.date() for at in new}) == len(new)
        assert not {at.date() for at in new} & {at.date() for at in known}
        known |= frozenset(new)
        if not new:
            break
    assert {at.date() for at in known} == within


def test_captures_beyond_the_limit_are_left_out_evenly() -> None:
    captures = [capture(FIRST + timedelta(days=n), digest=str(n)) for n in range(101)]
    chosen = spread(wanted(captures, frozenset(), since=SINCE, until=UNTIL), 5)
    assert [(one.capture.at.date() - FIRST).days for one in chosen] == [0, 25, 50, 75, 100]
