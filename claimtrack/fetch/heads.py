"""Heads: the question as it goes over the wire, and the head of a plain answer to it. Pure.

What nearly every server sends has a head of a few plain lines that comes in one piece, and a body
whose length it names. That is told here by two patterns; h11, which is what HTTP is, takes fifteen
times as long for it. Of anything else nothing is said here, and h11 is asked: an answer in chunks,
one that ends with its connection, a head in two pieces, a line folded or ended by a bare LF.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

RawHeaders = list[tuple[bytes, bytes]]

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]++"
_TARGET = re.compile(rb"[!-~]++")
_SENT = re.compile(rb"[!-~](?:[ -~]*+(?<! ))")
_NAME = re.compile(
    rb"(?!(?:host|connection|content-length|expect|te|trailer|transfer-encoding|upgrade)\Z)%b"
    % _TOKEN,
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rb"HTTP/1\.1 ([2-5]\d\d)(?: ([ -~]*+))?+\r\n((?:%b:[\t -~\x80-\xff]*+\r\n)*+)\r\n" % _TOKEN
)
#: What says where a body ends, or what becomes of the connection.
_FRAMING = frozenset({b"transfer-encoding", b"connection", b"upgrade", b"content-length"})
#: Longer numbers are none of a body's length.
_DIGITS = 18
_WITHOUT_BODY = frozenset({204, 304})


class Head(NamedTuple):
    """An answer's first line and headers, spelled as they came."""

    status: int
    headers: RawHeaders
    reason: bytes = b""
    version: bytes = b"1.1"


class PlainAnswer(NamedTuple):
    """The head of an answer, whose body has so many bytes (``length``) and starts at ``start`` of
    what came.
    """

    head: Head
    length: int
    start: int


def question(target: bytes, headers: RawHeaders) -> bytes | None:
    """A GET of *target* as it goes over the wire; None where that is not plain. The first of the
    *headers* is ``Host``.
    """
    (host_is, host), *others = headers
    if host_is != b"Host" or not (_TARGET.fullmatch(host) and _TARGET.fullmatch(target)):
        return None
    lines = [_line(name, value) for name, value in others]
    if not all(lines):
        return None
    return b"GET %b HTTP/1.1\r\nHost: %b\r\n%b\r\n" % (target, host, b"".join(lines))


@lru_cache(maxsize=256)  # most of them go along with every question
def _line(name: bytes, value: bytes) -> bytes:
    """The header as it goes over the wire; nothing where that is not plain."""
    is_plain = _NAME.fullmatch(name) and _SENT.fullmatch(value)
    return b"%b: %b\r\n" % (name, value) if is_plain else b""


def plain_answer(came: bytes, most: int) -> PlainAnswer | None:
    """The answer whose head *came*, whole and with what follows it; None where it is not plain, or
    has more than *most* bytes.
    """
    found = _ANSWER.match(came, 0, most)
    if found is None:
        return None
    headers = [
        (name, value.strip(b" \t"))
        for name, _, value in [line.partition(b":") for line in found[3].split(b"\r\n")[:-1]]
    ]
    status = int(found[1])
    length = _length(status, headers)
    if length is None:
        return None
    return PlainAnswer(Head(status, headers, found[2] or b""), length, found.end())


def _length(status: int, headers: RawHeaders) -> int | None:
    """The bytes of the body; None where the headers do not say so, and nothing else besides."""
    told = None
    for spelt, value in headers:
        name = spelt.lower()
        if name not in _FRAMING:
            continue
        if name == b"content-length" and told is None:
            told = value
        elif name != b"connection" or value.lower() != b"keep-alive":
            return None
    if told is not None and not (told.isdigit() and len(told) <= _DIGITS):
        return None
    if status in _WITHOUT_BODY:
        return 0
    return None if told is None else int(told)
