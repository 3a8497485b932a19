"""Reading archives: WARC and ARC as other tools write them, whole and broken."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs

from claimtrack.fetch.warcs import LARGEST_BLOCK, Fault, Record, block, records

RECORDED = SHARED / "pages" / "warc"
recorded = needs(RECORDED)


def manifest() -> list[dict[str, Any]]:
    if not RECORDED.is_dir():
        return []
    lines = (RECORDED / "MANIFEST.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def warc_record(
    block: bytes, *headers: str, kind: str = "response", length: int | None = None
) -> bytes:
    lines = [
        "WARC/1.1", f"WARC-Type: {kind}", "WARC-Target-URI: http://example.org/",
        "WARC-Date: 2024-03-01T12:00:00Z", *headers,
        f"Content-Length: {len(block) if length is None else length}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nAbout a fifth."


def read(content: bytes) -> tuple[list[Record], list[Fault]]:
    found = list(records(BytesIO(content)))
    good = [one for one in found if isinstance(one, Record)]
    return good, [one for one in found if isinstance(one, Fault)]


def body(content: bytes, record: Record) -> bytes:
    return b"".join(block(BytesIO(content), record))


# What others wrote


#: Files that are not what they should be, and what is read of them all the same.
BROKEN = {
    "warcio_bad.arc": 1,
    "pywb_bad.arc": 1,
    "warcio_example-bad-non-chunked.warc.gz": 5,
    "warcio_example-space-in-url.arc": 1,
    "warcio_example-trunc.warc": 3,
    "warcio_example-wrong-chunks.warc.gz": 1,
    "warcio_example-digest.warc": 4,
    "pywb_example.warc": 6,
    "pywb_example-extra.warc": 6,
    "pywb_invalid_example_1.wacz": 0,
    "pywb_valid_example_1.wacz": 0,
    "ipwb_broken.warc": 6,
    "ipwb_redirect.warc": 1,
    "ipwb_HTTP204.warc": 3,
    "ipwb_5mementosAndFroggie.warc": 8,
    "ipwb_baconIpsum_chunked.warc": 5,
    "ipwb_baconIpsum_chunkedWithMetadata.warc": 5,
    "ipwb_baconIpsum_chunked_httpTrailors.warc": 5,
    "chatnoir-resiliparse_clipped.warc.gz": 0,
    "chatnoir-resiliparse_block-sized-records.warc.lz4": 0,
    "chatnoir-resiliparse_warcfile.warc.lz4": 0,
}


@recorded
@pytest.mark.parametrize("named", manifest(), ids=lambda named: str(named["file"]))
def test_recorded_archives_are_read_or_refused_with_a_reason(named: dict[str, Any]) -> None:
    content = (RECORDED / named["file"]).read_bytes()
    good, faults = read(content)
    assert all(fault.reason and 0 <= fault.offset <= len(content) for fault in faults)
    for record in good:
        assert len(body(content, record)) == record.length
        assert body(content, record).startswith(record.head)
    if named["file"] in BROKEN:
        assert len(good) == BROKEN[named["file"]]
        assert faults or any(record.doubt for record in good)
    else:
        kinds = Counter(record.kind for record in good)
        told = named["record_types"]
        if "warcio_error" not in told:  # warcio has one word for it: a header of an ARC
            told = {kind.replace("arc_header", "warcinfo"): told[kind] for kind in told}
            assert dict(kinds) == told
        assert not faults


# Layouts


@pytest.mark.parametrize(
    "packed",
    [
        lambda parts: b"".join(parts),
        lambda parts: b"".join(gzip.compress(part) for part in parts),
        lambda parts: gzip.compress(b"".join(parts)),
        lambda parts: b"".join(gzip.compress(part) + b"\0" * 512 for part in parts),
        lambda parts: gzip.compress(b"".join(parts)[:250]) + gzip.compress(b"".join(parts)[250:]),
    ],
    ids=["plain", "a member each", "one member for all", "filled up", "cut anywhere"],
)
def test_records_are_read_however_they_are_packed(packed: Callable[[list[bytes]], bytes]) -> None:
    content = packed([warc_record(ANSWER + b"%d" % number) for number in range(5)])
    good, faults = read(content)
    assert [body(content, record) for record in good] == [ANSWER + b"%d" % n for n in range(5)]
    assert not faults


def test_an_arc_is_read() -> None:
    told = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20080430204825 text/plain %d\n" % len(told)
    line = b"http://example.org/a b 192.0.2.1 20080430204826 text/html %d\n" % len(ANSWER)
    content = head + told + b"\n" + line + ANSWER + b"\n"
    good, faults = read(content)
    assert [(one.kind, one.url) for one in good[1:]] == [("response", "http://example.org/a%20b")]
    assert str(good[1].at) == "2008-04-30 20:48:26+00:00"
    assert body(content, good[1]) == ANSWER
    assert not faults


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-03-01T12:30:45Z", "2024-03-01 12:30:45+00:00"),
        ("2024-03-01T12:30:45.123456789Z", "2024-03-01 12:30:45.123456+00:00"),
        ("2024-03-01T12:30Z", "2024-03-01 12:30:00+00:00"),
        ("2024-03", "2024-03-01 00:00:00+00:00"),
        ("2024", "2024-01-01 00:00:00+00:00"),
        ("2024-13-01", "None"),
        ("yesterday", "None"),
    ],
)
def test_dates_are_read_to_the_precision_they_have(written: str, meant: str) -> None:
    good, _ = read(warc_record(ANSWER).replace(b"2024-03-01T12:00:00Z", written.encode()))
    assert [str(record.at) for record in good] == [meant]


# What is broken


def test_an_altered_block_is_left_out() -> None:
    digest = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    good, faults = read(warc_record(ANSWER, digest) + warc_record(ANSWER))
    assert len(good) == 1
    assert [str(fault) for fault in faults] == [
        "at byte 0: response http://example.org/: the block is not what its digest says: left out"
    ]


def test_a_digest_may_be_spelled_in_any_base() -> None:
    import base64
    import hashlib

    digest = hashlib.sha256(ANSWER).digest()
    for text in (
        digest.hex(),
        digest.hex().upper(),
        base64.b32encode(digest).decode(),
        base64.b64encode(digest).decode(),
        base64.urlsafe_b64encode(digest).decode(),
    ):
        good, faults = read(warc_record(ANSWER, f"WARC-Block-Digest: sha256:{text}"))
        assert (len(good), faults) == (1, [])


def test_what_a_killed_writer_left_is_read_up_to_there_and_what_was_added_after_it() -> None:
    whole = gzip.compress(warc_record(ANSWER))
    good, faults = read(whole + whole[:100] + whole + whole)
    assert len(good) == 3
    assert len(faults) == 1
    plain = warc_record(ANSWER)
    good, faults = read(plain + plain[:100] + plain + plain)
    # The torn record's head runs on into the next one, which is lost with it.
    assert len(good) >= 2
    good, faults = read(plain + plain[:-30])
    assert len(good) == 1
    assert "ends" in faults[0].reason


def _endless_line() -> bytes:
    return b"WARC/1.1\r\nX: " + b"a" * 5_000_000


def _bomb() -> bytes:
    return gzip.compress(warc_record(bytes(LARGEST_BLOCK + 1)))


def _many_headers() -> bytes:
    return b"WARC/1.1\r\n" + b"A: b\r\n" * 100_000


def _lying_length() -> bytes:
    return warc_record(ANSWER, length=10**12)


def _long_length() -> bytes:
    return warc_record(ANSWER).replace(b"Content-Length: 5", b"Content-Length: " + b"9" * 5_000)


@pytest.mark.parametrize(
    "made",
    [_endless_line, _bomb, _many_headers, _lying_length, _long_length, lambda: b"\0" * 10**6],
)
def test_a_hostile_file_is_refused_in_bounded_memory(made: Callable[[], bytes]) -> None:
    content = made()
    tracemalloc.start()
    good, faults = read(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not good
    assert faults
    assert peak < 8_000_000 + len(content)


def test_a_file_of_nothing_but_faults_is_given_up() -> None:
    _, faults = read(b"".join(b"WARC/1.1\r\nContent-Length: x\r\n\r\n" for _ in range(5_000)))
    assert len(faults) == 101
    assert faults[-1].reason == "100 faults: the rest is not read"


def _pieces() -> Iterator[bytes]:
    yield from (b"WARC/1.1\r\n", b"Content-Length: 3\r\n", b"\r\n", b"\n", b"abc", b"\x1f\x8b\x08")
    yield gzip.compress(b"WARC/1.1\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n")
    yield b"http://a.example/ 192.0.2.1 20080430204826 text/html 3\n"
    yield warc_record(ANSWER)


@given(st.lists(st.one_of(st.sampled_from(list(_pieces())), st.binary(max_size=20)), max_size=12))
def test_whatever_the_bytes_are_reading_ends_without_an_error(pieces: list[bytes]) -> None:
    content = b"".join(pieces)
    good, _ = read(content)
    for record in good:
        assert len(body(content, record)) == record.length
