"""Replays: an archive's exchanges as answers, with no network.

What was kept goes once more through HTTP's own reader (h11), so that an answer which broke off, or
was no HTTP, comes to the same as it did over the wire.
"""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import h11

from claimtrack.errors import BadValue
from claimtrack.fetch.connections import protocol_fault
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.outcomes import NoPage
from claimtrack.fetch.warcs import Broken, Fault, Record, block, records
from claimtrack.fetch.web import Answered, Asked, Stream, Transport, spelled

#: What an answer hangs on besides its address; the rest is the asker's own, or about time.
_IRRELEVANT = frozenset(
    {"accept-encoding", "connection", "host", "if-modified-since", "if-none-match", "user-agent",
     "authorization"}
)  # fmt: skip
_SERVER_NOT_MODIFIED = "server-not-modified"
#: So many faults of a file are told, and how many more there are.
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class _Exchange:
    """An answer on file: the moment it was asked, what it was asked with, where its bytes are."""

    at: datetime
    record: Record
    #: The record whose payload a ``revisit`` means.
    original: Record | None = None
    question: frozenset[tuple[str, str]] | None = None


class Replay:
    """The exchanges of an archive, each address's in the order of their moments.

    Each is handed out once, and the last again where an address is asked more often. ``faults``
    are what could not be read of the file, in words, the first twenty.
    """

    def __init__(self, path: Path, found: list[Record], faults: list[str]) -> None:
        self.path = path
        more = len(faults) - _MOST_TOLD
        self.faults = tuple(faults[:_MOST_TOLD]) + ((f"and {more} more",) if more > 0 else ())
        self._waiting: dict[str, deque[_Exchange]] = {}
        self._last: dict[str, _Exchange] = {}
        exchanges = defaultdict(list)
        for url, exchange in _exchanges(found):
            exchanges[url].append(exchange)
        for url, each in exchanges.items():
            self._waiting[url] = deque(sorted(each, key=lambda exchange: exchange.at))

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Replay:
        """The replay of the WARC or ARC file at *path*. Raises `BadValue` where it cannot be read,
        or holds no answer.
        """
        path = Path(path)
        try:
            with path.open("rb") as file:
                found = list(records(file))
        except OSError as error:
            raise BadValue(f"{path}: {error.strerror or error}") from error
        good = [one for one in found if isinstance(one, Record)]
        replay = cls(path, good, [*_faults(found)])
        if not replay._waiting:
            why = f": {replay.faults[0]}" if replay.faults else ": no response is in it"
            raise BadValue(f"{path}: nothing to replay{why}")
        return replay

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of which an answer is left."""
        return frozenset(url for url, left in self._waiting.items() if left)

    @property
    def left(self) -> int:
        """How many exchanges are left."""
        return sum(map(len, self._waiting.values()))

    def next_at(self, after: datetime | None = None) -> datetime | None:
        """The moment of the first exchange that is left, later than *after*; None for none."""
        moments = (exchange.at for left in self._waiting.values() for exchange in left)
        return min((at for at in moments if after is None or at > after), default=None)

    def holds(self, url: str) -> bool:
        """Whether an answer of *url* is left."""
        return spelled(url) in self.addresses

    def take(self, url: str, headers: Mapping[str, str]) -> _Exchange | None:
        """The next exchange of *url*, one asked with the same *headers* where there is one."""
        url = spelled(url)
        left = self._waiting.get(url)
        if left:
            asked = _question(headers)
            same = next((one for one in left if one.question == asked), left[0])
            left.remove(same)
            self._last[url] = same
        return self._last.get(url)


def _faults(found: list[Record | Fault]) -> Iterator[str]:
    for one in found:
        if isinstance(one, Fault):
            yield str(one)
        elif one.doubt is not None:
            yield f"{one.kind} {one.url[:200]}: {one.doubt}"


def _exchanges(found: list[Record]) -> Iterator[tuple[str, _Exchange]]:
    """Every answer among the records, by its address."""
    questions = _questions(found)
    originals = _Originals(found)
    for record in found:
        if record.at is None or not record.url.startswith(("http://", "https://")):
            continue
        if record.headers.get("warc-segment-number", "1") != "1":
            continue
        question = questions.get(record.headers.get("warc-record-id", ""))
        if record.kind in {"response", "resource"}:
            yield spelled(record.url), _Exchange(record.at, record, None, question)
        elif record.kind == "revisit":
            original = originals.of(record)
            if original is not None or _is_not_modified(record):
                yield spelled(record.url), _Exchange(record.at, record, original, question)


def _questions(found: list[Record]) -> dict[str, frozenset[tuple[str, str]]]:
    """What each response was asked with, by the response's own name; the two may name each other
    either way.
    """
    asked: dict[str, frozenset[tuple[str, str]]] = {}
    by_name: dict[str, frozenset[tuple[str, str]]] = {}
    for record in found:
        if record.kind == "request":
            question = _question(_head_of(record.head))
            by_name[record.headers.get("warc-record-id", "")] = question
            asked[record.headers.get("warc-concurrent-to", "")] = question
    for record in found:
        other = record.headers.get("warc-concurrent-to")
        if record.kind != "request" and other in by_name:
            asked.setdefault(record.headers.get("warc-record-id", ""), by_name[other])
    return asked


def _question(headers: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    lowered = ((name.lower(), said) for name, said in headers.items())
    return frozenset(header for header in lowered if header[0] not in _IRRELEVANT)


def _head_of(head: bytes) -> dict[str, str]:
    """The headers of a request on file."""
    headers = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, colon, said = line.partition(":")
        if colon:
            headers[name.strip().lower()] = said.strip()
    return headers


class _Originals:
    """The responses that a ``revisit`` may mean."""

    def __init__(self, found: list[Record]) -> None:
        answers = [one for one in found if one.kind in {"response", "resource"}]
        self._by_name = {one.headers.get("warc-record-id"): one for one in answers}
        self._by_place = {_place(one.url, one.headers.get("warc-date")): one for one in answers}
        self._by_digest = {one.headers.get("warc-payload-digest"): one for one in answers}

    def of(self, revisit: Record) -> Record | None:
        """The response whose payload *revisit* means; None where it is not in the file."""
        told = revisit.headers
        named = self._by_name.get(told["warc-refers-to"]) if "warc-refers-to" in told else None
        if named is not None:
            return named
        if "warc-payload-digest" in told and told["warc-payload-digest"] in self._by_digest:
            return self._by_digest[told["warc-payload-digest"]]
        place = _place(told.get("warc-refers-to-target-uri"), told.get("warc-refers-to-date"))
        return self._by_place.get(place)


def _place(url: str | None, day: str | None) -> tuple[str, str | None]:
    return spelled(url or ""), day


def _is_not_modified(record: Record) -> bool:
    return record.headers.get("warc-profile", "").rstrip("/").endswith(_SERVER_NOT_MODIFIED)


class ReplayTransport(Transport):
    """A transport that answers from a `Replay`. It raises `NoPage`.

    A response's extension ``asked_at`` is the moment it was asked at the time.
    """

    def __init__(self, replay: Replay, limits: Limits = USUAL) -> None:
        self._replay = replay
        self._limits = limits

    async def handle_async_request(self, request: Asked) -> Answered:
        exchange = self._replay.take(str(request.url), request.headers)
        if exchange is None:
            raise NoPage("unreachable", "not in the WARC")
        file = self._replay.path.open("rb")
        body = _KeptBody(file, self._bytes_of(exchange, request, file), self._limits)
        try:
            head = body.head()
        except BaseException:
            file.close()
            raise
        return Answered(
            head.status_code,
            headers=head.headers.raw_items(),
            stream=body,
            extensions={"asked_at": exchange.at},
        )

    def _bytes_of(self, exchange: _Exchange, request: Asked, file: BinaryIO) -> Iterator[bytes]:
        """The answer as it came over the wire, or as near to it as the file has it."""
        record, original = exchange.record, exchange.original
        if record.kind == "resource":
            return _resource(record, file)
        if record.kind == "response" or original is None:
            return block(file, record)
        is_asked_for = "if-none-match" in request.headers or "if-modified-since" in request.headers
        if _is_not_modified(record) and is_asked_for:
            return _not_modified(record, file)
        return _resource(original, file) if original.kind == "resource" else block(file, original)


def _resource(record: Record, file: BinaryIO) -> Iterator[bytes]:
    media_type = record.headers.get("content-type", "application/octet-stream")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {record.length}\r\n"
    yield f"{head}\r\n".encode("latin-1", "replace")
    yield from block(file, record)


def _not_modified(record: Record, file: BinaryIO) -> Iterator[bytes]:
    yield from block(file, record) if record.length else (b"HTTP/1.1 304 Not Modified\r\n\r\n",)


class _KeptBody(Stream, AsyncIterator[bytes]):
    """An answer on file, read by h11: its `head`, then each piece of the body."""

    def __init__(self, file: BinaryIO, pieces: Iterator[bytes], limits: Limits) -> None:
        self._file = file
        self._pieces = _as_http_1(pieces)
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=limits.header_bytes)
        self._h11.send(h11.Request(method="GET", target="/", headers=[("Host", "kept")]))
        self._h11.send(h11.EndOfMessage())

    def head(self) -> h11.Response:
        """The head. Raises `NoPage`."""
        while not isinstance(event := self._event(), h11.Response):
            if not isinstance(event, h11.InformationalResponse):
                raise NoPage("unreachable", "the WARC has no answer in its record")
        return event

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        event = self._event()
        if not isinstance(event, h11.Data):
            raise StopAsyncIteration
        return bytes(event.data)

    async def aclose(self) -> None:
        self._file.close()

    def _event(self) -> object:
        try:
            while (event := self._h11.next_event()) is h11.NEED_DATA:
                self._h11.receive_data(next(self._pieces, b""))
        except h11.RemoteProtocolError as error:
            raise NoPage("unreachable", protocol_fault(error)) from error
        except (Broken, OSError) as error:
            raise NoPage("unreachable", f"the WARC is not what it was: {error}") from error
        return event


def _as_http_1(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """*pieces* of an answer, whose first line some archives give as HTTP/2's or 3's."""
    first = next(pieces, b"")
    for version in (b"HTTP/2", b"HTTP/3"):
        if first.startswith((version + b" ", version + b".0 ")):
            first = b"HTTP/1.1" + first[first.index(b" ") :]
    yield first
    yield from pieces
