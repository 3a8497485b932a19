"""Replays: what archives hold, asked as an update asks."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from shared import SHARED, needs

from claimtrack.errors import BadValue
from claimtrack.fetch import fetch
from claimtrack.fetch.replaying import Replay, ReplayTransport
from claimtrack.pages import Answer, Request, Validators

RECORDED = SHARED / "pages" / "warc"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 15\r\n\r\nAbout a fifth.\n"
URL = "http://example.org/land"


def asked(replay: Replay, requests: Iterable[Request]) -> list[Answer]:
    async def all_of() -> list[Answer]:
        batches = fetch(requests, clock=lambda: NOW, transport=ReplayTransport(replay))
        return [answer async for batch in batches for answer in batch]

    return asyncio.run(all_of())


def record(kind: str, block: bytes = b"", *headers: str, url: str = URL, day: int = 1) -> bytes:
    lines = [
        "WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}",
        f"WARC-Date: 2024-03-{day:02}T12:00:00Z", *headers, f"Content-Length: {len(block)}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def kept(folder: Path, *records: bytes) -> Replay:
    (folder / "kept.warc").write_bytes(b"".join(records))
    return Replay.open(folder / "kept.warc")


@needs(RECORDED)
def test_whatever_an_archive_holds_comes_to_an_outcome() -> None:
    replayed, refused, outcomes = 0, [], set()
    for path in sorted(RECORDED.iterdir()):
        try:
            replay = Replay.open(path)
        except BadValue as error:
            refused.append(str(error))
            continue
        replayed += 1
        addresses = sorted(replay.addresses)
        answers = asked(replay, [Request(url) for url in addresses])
        assert {answer.request.url for answer in answers} == set(addresses)
        assert all(answer.page or answer.reason for answer in answers)
        outcomes |= {answer.outcome for answer in answers}
    assert replayed > 30
    assert len(refused) > 5
    assert all(": nothing to replay: " in reason for reason in refused)
    assert outcomes >= {"fetched", "gone", "unreachable"}


def test_several_exchanges_of_an_address_come_in_the_order_of_their_moments(tmp_path: Path) -> None:
    replay = kept(
        tmp_path,
        record("response", PLAIN.replace(b"fifth", b"third"), day=2),
        record("response", PLAIN, day=1),
    )
    answers = [answer for _ in range(3) for answer in asked(replay, [Request(URL)])]
    assert [(one.at.day, one.page and one.page.text) for one in answers] == [
        (1, "About a fifth.\n"), (2, "About a third.\n"), (2, "About a third.\n"),
    ]  # fmt: skip


def test_an_answer_goes_to_who_asked_it_so(tmp_path: Path) -> None:
    def question(edition: bytes, name: str) -> bytes:
        head = b"GET /land HTTP/1.1\r\nHost: example.org\r\nX-Edition: %b\r\n\r\n" % edition
        return record("request", head, f"WARC-Concurrent-To: <{name}>")

    replay = kept(
        tmp_path,
        record("response", PLAIN, "WARC-Record-ID: <a>"),
        question(b"one", "a"),
        record("response", PLAIN.replace(b"fifth", b"third"), "WARC-Record-ID: <b>"),
        question(b"two", "b"),
    )
    (answer,) = asked(replay, [Request(URL, (("X-Edition", "two"),))])
    assert answer.page is not None
    assert "third" in answer.page.text


@pytest.mark.parametrize("refers", ["id", "digest", "place"])
def test_a_revisit_stands_for_what_it_refers_to(tmp_path: Path, refers: str) -> None:
    digest = base64.b32encode(hashlib.sha1(b"About a fifth.\n").digest()).decode()
    named = {
        "id": ["WARC-Refers-To: <urn:a>"],
        "digest": [f"WARC-Payload-Digest: sha1:{digest}"],
        "place": [f"WARC-Refers-To-Target-URI: {URL}", "WARC-Refers-To-Date: 2024-03-01T12:00:00Z"],
    }[refers]
    profile = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    replay = kept(
        tmp_path,
        record("response", PLAIN, "WARC-Record-ID: <urn:a>", f"WARC-Payload-Digest: sha1:{digest}"),
        record("revisit", b"", profile, *named, url="http://example.org/copy", day=5),
    )
    (answer,) = asked(replay, [Request("http://example.org/copy")])
    assert (answer.at.day, answer.outcome) == (5, "fetched")
    assert answer.page is not None
    assert answer.page.text == "About a fifth.\n"


PROFILE = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def test_a_revisit_refers_to_no_other_bytes_than_its_own(tmp_path: Path) -> None:
    one, other = (f"WARC-Payload-Digest: sha1:{sign * 32}" for sign in "AB")
    replay = kept(
        tmp_path,
        record("response", PLAIN, "WARC-Record-ID: <urn:a>", one, url="http://example.org/first"),
        record("revisit", b"", PROFILE, "WARC-Refers-To: <urn:a>", other, day=2),
    )
    (answer,) = asked(replay, [Request(URL)])
    assert (answer.outcome, answer.reason) == ("unreachable", "not in the WARC")


@pytest.mark.parametrize(("status", "outcome"), [("200 OK", "fetched"), ("404 No", "gone")])
def test_a_revisit_has_a_status_of_its_own(tmp_path: Path, status: str, outcome: str) -> None:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: 15\r\n\r\n"
    replay = kept(
        tmp_path,
        record("response", PLAIN, "WARC-Record-ID: <urn:a>", url="http://example.org/first"),
        record("revisit", head.encode(), PROFILE, "WARC-Refers-To: <urn:a>", day=2),
    )
    (answer,) = asked(replay, [Request(URL)])
    assert (answer.at.day, answer.outcome) == (2, outcome)


@pytest.mark.parametrize("kind", ["response", "resource"])
def test_what_its_writer_cut_is_no_whole_page(tmp_path: Path, kind: str) -> None:
    """With no Content-Length it looks like one."""
    content = b"About a fifth.\n"
    block = content if kind == "resource" else b"HTTP/1.1 200 OK\r\n\r\n" + content
    cut = record(kind, block, "Content-Type: text/plain", "WARC-Truncated: time")
    (answer,) = asked(kept(tmp_path, cut), [Request(URL)])
    reason = "truncated: the WARC says that it was cut (time)"
    assert (answer.outcome, answer.status, answer.reason) == ("unreachable", 200, reason)


def test_the_headers_of_later_versions_are_none_of_the_page(tmp_path: Path) -> None:
    head, _, content = PLAIN.partition(b"\r\n\r\n")
    head = head.replace(b"HTTP/1.1 200 OK\r\n", b"HTTP/2 200\r\n:status: 200\r\n:odd\r\n")
    replay = kept(tmp_path, record("response", head + b"\r\n\r\n" + content))
    (answer,) = asked(replay, [Request(URL)])
    assert answer.page is not None
    assert answer.page.text == "About a fifth.\n"
    assert not any(name.startswith(":") for name, _ in answer.headers)


def test_a_revisit_that_was_not_modified_is_so_for_who_asks_with_validators(tmp_path: Path) -> None:
    profile = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    head = b'HTTP/1.1 304 Not Modified\r\nETag: "one"\r\n\r\n'
    records = (
        record("response", PLAIN, "WARC-Record-ID: <urn:a>", url="http://example.org/first"),
        record("revisit", head, profile, "WARC-Refers-To: <urn:a>", day=2),
    )
    known = Validators("0" * 64, etag='"one"')
    (answer,) = asked(kept(tmp_path, *records), [Request(URL, validators=known)])
    assert answer.outcome == "not_modified"
    (answer,) = asked(kept(tmp_path, *records), [Request(URL)])
    assert (answer.outcome, answer.at.day) == ("fetched", 2)
    # Of one whose original is not there, who asks without validators learns nothing.
    (answer,) = asked(kept(tmp_path, records[1]), [Request(URL)])
    assert (answer.outcome, answer.reason) == (
        "unreachable", "304 to a request without validators",
    )  # fmt: skip


def test_resources_and_answers_of_later_versions_are_pages_too(tmp_path: Path) -> None:
    replay = kept(
        tmp_path,
        record("resource", b"About a fifth.\n", "Content-Type: text/plain"),
        record("response", PLAIN.replace(b"HTTP/1.1", b"HTTP/2"), url="http://example.org/2"),
    )
    answers = asked(replay, [Request(URL), Request("http://example.org/2")])
    assert [one.page and (one.page.text, one.page.media_type) for one in answers] == [
        ("About a fifth.\n", "text/plain")
    ] * 2


def test_an_answer_that_is_no_http_is_an_outcome(tmp_path: Path) -> None:
    replay = kept(
        tmp_path,
        record("response", b"220 smtp.example ready\r\n", url="http://example.org/a"),
        record("response", b"", url="http://example.org/b"),
        record("response", PLAIN[:-5], url="http://example.org/c"),
        record("response", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 500, url="http://example.org/d"),
    )
    answers = asked(replay, [Request(f"http://example.org/{name}") for name in "abcd"])
    assert {one.outcome for one in answers} == {"unreachable"}
    assert all(one.reason for one in answers)
    (cut,) = [one for one in answers if one.request.url.endswith("/c")]
    assert (cut.reason or "").startswith("truncated: ")


def test_a_file_that_changed_behind_our_back_is_an_outcome(tmp_path: Path) -> None:
    replay = kept(tmp_path, record("response", PLAIN))
    (tmp_path / "kept.warc").write_bytes(b"WARC/1.1\r\n")
    (answer,) = asked(replay, [Request(URL)])
    assert answer.outcome == "unreachable"
    assert (answer.reason or "").startswith("the WARC is not what it was: ")


def test_faults_are_told_up_to_a_number(tmp_path: Path) -> None:
    wrong = record("response", PLAIN, "WARC-Block-Digest: sha1:" + "A" * 32)
    replay = kept(tmp_path, *[wrong] * 30, record("response", PLAIN))
    assert len(replay.faults) == 21
    assert replay.faults[-1] == f"{tmp_path / 'kept.warc'}: and 10 more"
