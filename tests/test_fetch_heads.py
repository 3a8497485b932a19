"""Plain heads: whatever is told without h11 is what h11 says, and all else is left to it."""

from __future__ import annotations

import h11
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.fetch.heads import RawHeaders, plain_answer, question

MOST = 65_536
HEADERS = [(b"Host", b"one.example"), (b"User-Agent", b"claimtrack/1 (me@one.example)")]


def answer(*lines: bytes, first: bytes = b"HTTP/1.1 200 OK", body: bytes = b"") -> bytes:
    return b"".join(line + b"\r\n" for line in (first, *lines)) + b"\r\n" + body


def by_h11(came: bytes) -> tuple[h11.Response, bytes, bytes]:
    """The head of what *came*, the body as far as it is there, and what stands behind it."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=HEADERS))
    connection.send(h11.EndOfMessage())
    connection.receive_data(came)
    head, body = connection.next_event(), b""
    assert isinstance(head, h11.Response)
    while isinstance(piece := connection.next_event(), h11.Data):
        body += piece.data
    return head, body, connection.trailing_data[0]


NAMES = st.sampled_from(
    [
        b"Server", b"ETag", b"content-length", b"Content-Length", b"Transfer-Encoding", b"Upgrade",
        b"connection", b"Connection", b"X Y", b"", b"Set-Cookie", b"\xe9",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        [
            b"5", b"0", b"05", b"+5", b"5, 5", b"5,6", b"-1", b"9" * 30, b"keep-alive",
            b"Keep-Alive", b"close", b"chunked", b"gzip", b"", b" padded\t", b"nginx", b"caf\xe9",
            b"a\x0bb", b"a\0b",
        ]
    ),
    st.binary(max_size=6),
)  # fmt: skip
LINES = st.one_of(
    st.builds(lambda name, value: name + b": " + value, NAMES, VALUES),
    st.sampled_from([b" folded", b"no colon", b"a :b", b"a:b\nc:d"]),
)
FIRST = st.sampled_from(
    [
        b"HTTP/1.1 200 OK", b"HTTP/1.1 200", b"HTTP/1.1 200 ", b"HTTP/1.1 404 Not Found",
        b"HTTP/1.1 304 Not Modified", b"HTTP/1.1 204 No Content", b"HTTP/1.0 200 OK",
        b"HTTP/1.1 100 Continue", b"HTTP/1.1 999 What", b"http/1.1 200 OK", b"HTTP/1.1  200 OK",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=4), FIRST, st.binary(max_size=8))
@example([b"Content-Length: 5"], b"HTTP/1.1 200 OK", b"hello and more")
@example([b"Content-Length: 5", b"ETag: x"], b"HTTP/1.1 304 Not Modified", b"")
def test_a_plain_answer_is_what_h11_takes_it_for(
    lines: list[bytes], first: bytes, body: bytes
) -> None:
    came = answer(*lines, first=first, body=body)
    plain = plain_answer(came, MOST)
    if plain is None:
        return
    head, taken, left = by_h11(came)
    assert plain.head == (
        head.status_code,
        head.headers.raw_items(),
        head.reason,
        head.http_version,
    )
    assert came[plain.start : plain.start + plain.length] == taken
    assert came[plain.start + plain.length :] == left


TARGETS = st.one_of(st.sampled_from([b"/", b"/a?b=%20", b"/a b", b"", b"/\xe9"]), st.binary())
ASKED = st.tuples(
    st.sampled_from(
        [b"Accept", b"If-None-Match", b"Host", b"TE", b"Content-Length", b"a b", b"a: b"]
    ),
    st.one_of(st.sampled_from([b"*/*", b'W/"x"', b"", b" x", b"x ", b"x\r\nEvil: y"]), st.binary()),
)


@given(TARGETS, st.lists(ASKED, max_size=3))
def test_a_plain_question_is_put_as_h11_puts_it(target: bytes, more: RawHeaders) -> None:
    headers = [*HEADERS, *more]
    put = question(target, headers)
    if put is None:
        return
    connection = h11.Connection(h11.CLIENT)
    asked = h11.Request(method="GET", target=target, headers=headers)
    assert put == (connection.send(asked) or b"") + (connection.send(h11.EndOfMessage()) or b"")


def test_what_servers_send_every_day_is_plain() -> None:
    lines = (b"Server: nginx", b"Content-Length: 5", b"Connection: keep-alive", b'ETag: "6-1"')
    plain = plain_answer(answer(*lines, body=b"hello"), MOST)
    assert plain is not None
    assert (plain.head.status, plain.head.reason, plain.length) == (200, b"OK", 5)
    assert plain.head.headers[-1] == (b"ETag", b'"6-1"')


@pytest.mark.parametrize(
    "came",
    [
        answer(b"Content-Length: 5", first=b"HTTP/1.0 200 OK"),
        answer(b"Content-Length: 5", first=b"HTTP/1.1 100 Continue"),
        answer(b"Content-Length: 5", b"Connection: close"),
        answer(b"Content-Length: 5", b"Content-Length: 5"),
        answer(b"Content-Length: 5", b"Transfer-Encoding: chunked"),
        answer(b"Content-Length: 5, 5"),
        answer(b"Content-Length: " + b"9" * 19),
        answer(b"Server: nginx"),
        answer(b"Content-Length: 5", b" folded"),
        answer(b"Content-Length: 5").replace(b"\r\n", b"\n"),
        answer(b"Content-Length: 5")[:-1],
        b"",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_h11(came: bytes) -> None:
    assert plain_answer(came, MOST) is None


def test_a_long_head_is_not_plain() -> None:
    came = answer(b"Content-Length: 5", b"X: " + b"x" * 200)
    assert plain_answer(came, len(came)) is not None
    assert plain_answer(came, len(came) - 1) is None


@pytest.mark.parametrize(
    ("target", "more"),
    [
        (b"/a b", (b"Accept", b"*/*")),
        (b"/\xe9", (b"Accept", b"*/*")),
        (b"/", (b"Host", b"two.example")),
        (b"/", (b"Transfer-Encoding", b"chunked")),
        (b"/", (b"Accept", b"x\r\nEvil: y")),
        (b"/", (b"Evil: y\r\nAccept", b"*/*")),
        (b"/", (b"Evil: y", b"*/*")),
        (b"/ HTTP/1.1\r\nX: y", (b"Accept", b"*/*")),
    ],
)
def test_a_question_that_may_be_two_is_not_put(target: bytes, more: tuple[bytes, bytes]) -> None:
    assert question(target, [*HEADERS, more]) is None
    assert question(b"/", HEADERS) is not None
