"""Replays: an archive's exchanges as answers, with no network.

What was kept goes once more through HTTP's own reader (h11), so that an answer which broke off, or
was no HTTP, comes to the same as it did over the wire.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urljoin

import h11

from claimtrack.errors import BadValue
from claimtrack.fetch.connections import protocol_fault
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.outcomes import NoPage, printable
from claimtrack.fetch.unanswered import Unanswered
from claimtrack.fetch.warcs import Broken, Fault, Record, block, records
from claimtrack.fetch.web import Answered, Asked, Kept, Stream, spelled

#: What an answer hangs on besides its address; the rest is the asker's own, or about time.
_IRRELEVANT = frozenset(
    {"accept-encoding", "connection", "host", "if-modified-since", "if-none-match", "user-agent",
     "authorization"}
)  # fmt: skip
_STATUS = re.compile(rb"HTTP/\S+ (\d{3})")
_HEAD_END = re.compile(rb"\n\r?\n")
#: What HTTP/2 has in place of a first line: ``:status: 200``.
_PSEUDO = re.compile(rb"\n(?::[^\n]*\n)+")
_SERVER_NOT_MODIFIED = "server-not-modified"
#: So many faults of a file are told, and how many more there are.
_MOST_TOLD = 20
#: The headers by which records name each other and tell what they are.
_NAMING = (
    "content-type", "warc-concurrent-to", "warc-date", "warc-payload-digest", "warc-profile",
    "warc-record-id", "warc-refers-to", "warc-refers-to-date", "warc-refers-to-target-uri",
    "warc-truncated",
)  # fmt: skip
#: A file has up to a million records, and what is kept of each is bounded.
_LONGEST_NAME = 500
_LONGEST_URL = 8_000
_MOST_ASKED_WITH = 50
#: An address is asked by a handful of sources in one update.
_MOST_COMPARED = 64


@dataclass(frozen=True, slots=True)
class _Exchange:
    """An answer on file: the moment it was asked, what it was asked with, where its bytes are."""

    at: datetime
    record: Record
    #: The record whose payload a ``revisit`` means.
    original: Record | None = None
    question: frozenset[tuple[str, str]] | None = None
    #: What came in an answer's place.
    unanswered: Unanswered | None = None


class Replay:
    """The exchanges of an archive, each address's in the order of their moments.

    Each is handed out once, and the last again where an address is asked more often. ``faults``
    are what could not be read of the file, in words, the first twenty.
    """

    def __init__(self, path: Path, found: _Index) -> None:
        self.path = path
        self.faults = tuple(f"{path}: {fault}" for fault in found.told)
        self._last: dict[str, _Exchange] = {}
        exchanges = defaultdict(list)
        for url, exchange in found.exchanges():
            exchanges[url].append(exchange)
        self._waiting = {
            url: deque(sorted(each, key=lambda exchange: exchange.at))
            for url, each in exchanges.items()
        }

    @classmethod
    def open(cls, path: str | os.PathLike[str], until: datetime | None = None) -> Replay:
        """The replay of the WARC or ARC file at *path*, without what is later than *until*. Raises
        `BadValue` where it cannot be read, or holds no answer.
        """
        path = Path(path)
        index = _Index(until)
        try:
            with path.open("rb") as file:
                for found in records(file):
                    index.add(found)
        except OSError as error:
            raise BadValue(f"{path}: {error.strerror or error}") from error
        replay = cls(path, index)
        if not replay._waiting:
            why = index.told[0] if index.told else "no response is in it"
            raise BadValue(f"{path}: nothing to replay: {why}")
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
        return bool(self._waiting.get(spelled(url)))

    def take(self, url: str, headers: Mapping[str, str]) -> _Exchange | None:
        """The next exchange of *url*, the first of those asked with most of the same *headers*."""
        url = spelled(url)
        left = self._waiting.get(url)
        if left:
            asked = _question(headers)
            first = islice(left, _MOST_COMPARED)
            nearest = min(first, key=lambda one: len(asked ^ (one.question or frozenset())))
            left.remove(nearest)
            self._last[url] = nearest
        return self._last.get(url)


class _Index:
    """What is kept in memory of an archive's records: where each answer is, what names it, and
    what it was asked with. The blocks stay in the file.
    """

    def __init__(self, until: datetime | None) -> None:
        self._until = until
        self._later = 0
        self._faults: list[str] = []
        self._untold = 0
        self._answers: list[Record] = []
        self._unanswered: dict[int, Unanswered] = {}
        self._by_name: dict[str, frozenset[tuple[str, str]]] = {}
        self._asked: dict[str, frozenset[tuple[str, str]]] = {}

    @property
    def told(self) -> tuple[str, ...]:
        """What could not be read, in words."""
        more = (f"and {self._untold} more",) if self._untold else ()
        later = f"{self._later} of its answers are of days to come, by its word: left out"
        return (*self._faults, *more, *((later,) if self._later else ()))

    def add(self, found: Record | Fault) -> None:
        """Takes in what comes next in the file."""
        if isinstance(found, Fault):
            self._tell(str(found))
            return
        if found.doubt is not None:
            self._tell(f"{found.kind} {found.url[:200]}: {found.doubt}")
        if found.kind == "request":
            question = _question(_head_of(found.head))
            self._by_name[found.headers.get("warc-record-id", "")[:_LONGEST_NAME]] = question
            self._asked[found.headers.get("warc-concurrent-to", "")[:_LONGEST_NAME]] = question
        elif _is_answer(found) and self._until and found.at and found.at > self._until:
            self._later += 1
        elif _is_answer(found):
            if found.kind == "metadata":
                came = Unanswered.read(found.head)
                if came is None:  # another tool's, of an answer that it has besides
                    return
                self._unanswered[len(self._answers)] = came
            self._answers.append(replace(found, head=b"", headers=_naming(found.headers)))

    def exchanges(self) -> Iterator[tuple[str, _Exchange]]:
        """Every answer, by its address."""
        originals = _Originals(self._answers)
        for number, record in enumerate(self._answers):
            at = record.at
            original = originals.of(record) if record.kind == "revisit" else None
            is_hollow = record.kind == "revisit" and original is None
            if at is None or (is_hollow and not _is_not_modified(record)):
                continue
            question = self._question_of(record)
            came = self._unanswered.get(number)
            yield spelled(record.url), _Exchange(at, record, original, question, came)

    def _question_of(self, record: Record) -> frozenset[tuple[str, str]] | None:
        """What *record* was asked with; the two may name each other either way."""
        asked = self._asked.get(record.headers.get("warc-record-id", "-"))
        return asked or self._by_name.get(record.headers.get("warc-concurrent-to", "-"))

    def _tell(self, fault: str) -> None:
        if len(self._faults) < _MOST_TOLD:
            self._faults.append(fault)
        else:
            self._untold += 1


def _is_answer(record: Record) -> bool:
    return (
        record.kind in {"response", "resource", "revisit", "metadata"}
        and record.at is not None
        and len(record.url) <= _LONGEST_URL
        and record.url.startswith(("http://", "https://"))
        and record.headers.get("warc-segment-number", "1") == "1"
    )


def _naming(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Of a record's headers those that an answer is found by."""
    return {name: headers[name][:_LONGEST_NAME] for name in _NAMING if name in headers}


def _question(headers: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    lowered = ((name.lower(), said) for name, said in headers.items())
    return frozenset(header for header in lowered if header[0] not in _IRRELEVANT)


def _head_of(head: bytes) -> dict[str, str]:
    """The headers of a request on file."""
    headers = {}
    for line in head.decode("latin-1").splitlines()[1:_MOST_ASKED_WITH]:
        name, colon, said = line.partition(":")
        if colon:
            headers[name.strip().lower()] = said.strip()[:_LONGEST_NAME]
    return headers


class _Originals:
    """The responses that a ``revisit`` may mean."""

    def __init__(self, found: list[Record]) -> None:
        answers = [one for one in found if one.kind in {"response", "resource"}]
        self._by_name = {one.headers.get("warc-record-id"): one for one in answers}
        self._by_place = {_place(one.url, one.headers.get("warc-date")): one for one in answers}
        self._by_digest = {one.headers.get("warc-payload-digest", "-"): one for one in answers}

    def of(self, revisit: Record) -> Record | None:
        """The response whose payload *revisit* means; None where it is not in the file."""
        told = revisit.headers
        place = _place(told.get("warc-refers-to-target-uri"), told.get("warc-refers-to-date"))
        found = (
            self._by_name.get(told["warc-refers-to"]) if "warc-refers-to" in told else None,
            self._by_digest.get(told.get("warc-payload-digest", "")),
            self._by_place.get(place),
        )
        return next((one for one in found if one and not _is_of_other_bytes(revisit, one)), None)


def _is_of_other_bytes(revisit: Record, original: Record) -> bool:
    """Whether the digests of their payloads, where they are of one kind, say so."""
    told, kept = (one.headers.get("warc-payload-digest", "") for one in (revisit, original))
    kinds = {one.partition(":")[0].lower() for one in (told, kept)}
    is_comparable = len(kinds) == 1 and len(told) == len(kept)
    return is_comparable and told.lower() != kept.lower()


def _place(url: str | None, day: str | None) -> tuple[str, str | None]:
    return spelled(url or ""), day


def _is_not_modified(record: Record) -> bool:
    return record.headers.get("warc-profile", "").rstrip("/").endswith(_SERVER_NOT_MODIFIED)


class ReplayTransport(Kept):
    """A transport that answers from a `Replay`. It raises `NoPage`.

    A response's extension ``asked_at`` is the moment it was asked at the time.
    """

    def __init__(self, replay: Replay, limits: Limits = USUAL) -> None:
        self._replay = replay
        self._limits = limits

    async def handle_async_request(self, request: Asked) -> Answered:
        exchange = self._replay.take(str(request.url), request.headers) or self._refused(request)
        if exchange is None:
            raise NoPage("unreachable", "not in the WARC")
        if exchange.unanswered is not None:
            fault = exchange.unanswered.error(self._limits)
            fault.asked_at = exchange.at
            raise fault
        file = self._replay.path.open("rb")
        pieces = self._bytes_of(exchange, request, file)
        body = _KeptBody(file, pieces, self._limits, _cut(exchange))
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

    def _refused(self, request: Asked) -> _Exchange | None:
        """What came of asking for the robots.txt in front of the address: a host that did not
        answer for it was asked for no page.
        """
        front = self._replay.take(urljoin(str(request.url), "/robots.txt"), {})
        return None if front is None or front.unanswered is None else front

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
        if _is_of_another_status(record, original, file):
            return block(file, record)
        return _resource(original, file) if original.kind == "resource" else block(file, original)


def _cut(exchange: _Exchange) -> str | None:
    """Why its writer kept a part of the answer alone; None where it is whole. A revisit has no
    payload, and many writers call that truncated.
    """
    kept = exchange.original or exchange.record
    return None if kept.kind == "revisit" else kept.headers.get("warc-truncated")


def _is_of_another_status(revisit: Record, original: Record, file: BinaryIO) -> bool:
    """Whether the server gave the same bytes with another status: the page of an error, say."""
    told = _status(revisit, file)
    kept = b"200" if original.kind == "resource" else _status(original, file)
    return told is not None and kept is not None and told not in {kept, b"304"}


def _status(record: Record, file: BinaryIO) -> bytes | None:
    found = _STATUS.match(next(block(file, record), b""))
    return found and found[1]


def _resource(record: Record, file: BinaryIO) -> Iterator[bytes]:
    media_type = record.headers.get("content-type", "application/octet-stream")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {record.length}\r\n"
    yield f"{head}\r\n".encode("latin-1", "replace")
    yield from block(file, record)


def _not_modified(record: Record, file: BinaryIO) -> Iterator[bytes]:
    yield from block(file, record) if record.length else (b"HTTP/1.1 304 Not Modified\r\n\r\n",)


class _KeptBody(Stream, AsyncIterator[bytes]):
    """An answer on file, read by h11: its `head`, then each piece of the body. Of one that was
    *cut* nothing is whole.
    """

    def __init__(
        self, file: BinaryIO, pieces: Iterator[bytes], limits: Limits, cut: str | None
    ) -> None:
        self._file = file
        self._cut = cut
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
            if self._cut is not None:  # with no Content-Length, it looks like all of it
                why = f"truncated: the WARC says that it was cut ({printable(self._cut)})"
                raise NoPage("unreachable", why)
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
    """*pieces* of an answer, whose head some archives give as HTTP/2's or 3's: by the version of
    its first line, or by headers that begin with a colon.
    """
    first = next(pieces, b"")
    for version in (b"HTTP/2", b"HTTP/3"):
        if first.startswith((version + b" ", version + b".0 ")):
            first = b"HTTP/1.1" + first[first.index(b" ") :]
    end = _HEAD_END.search(first)
    if end is not None:
        first = _PSEUDO.sub(b"\n", first[: end.start() + 1]) + first[end.start() + 1 :]
    yield first
    yield from pieces
