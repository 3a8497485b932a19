"""Connections: one HTTP/1.1 exchange after another over a stream.

A plain answer, whose head comes in one piece and names the length of its body, is read by the
patterns of `heads`; any other by h11, which is handed what came of it.

A small one of our own in place of a pool for everything: of 0.87 ms that a 304 costs through
httpx's client and its pool, the pool and the client are by far the most.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress

import h11

from claimtrack.fetch.dialling import Stream
from claimtrack.fetch.heads import Head, RawHeaders, plain_answer, question
from claimtrack.fetch.limits import Limits
from claimtrack.fetch.outcomes import Down, NoPage

_READ = 65_536
#: 100 Continue, 103 Early Hints: a handful is usual, a stream of them keeps us from an answer.
_MOST_INTERIM = 20


class Silent(Down):
    """The server closed the connection before it answered; on a kept one, ask again."""


class Connection:
    """A kept connection to one origin: `ask`, take each `piece` of the body, then again."""

    def __init__(self, stream: Stream, limits: Limits) -> None:
        self._reader, self._writer = stream
        self._limits = limits
        self._answer: _Plain | _Spoken | None = None
        self._silence = _Silence(self._reader, limits.idle_seconds)
        self._came = 0

    @property
    def ready(self) -> bool:
        """Whether another question can be put: the last answer was read to its end, the server
        keeps the connection, and has sent nothing that nobody asked for.
        """
        return (
            (self._answer is None or self._answer.is_done)
            and not self._writer.is_closing()
            and not _has_come(self._reader)
        )

    async def ask(self, target: bytes, headers: RawHeaders) -> Head:
        """The head of the answer to a GET of *target*. Raises `NoPage`, `Silent` among them: also
        where something is there already, for that is no answer to this.
        """
        if not self.ready:
            reason = "the server spoke before it was asked, or closed the connection"
            raise Silent("unreachable", reason)
        self._answer, self._came = None, 0
        put = question(target, headers)
        await self._write(put or _Spoken(target, headers, self._limits).put)
        came = await self._read()
        plain = plain_answer(came, self._limits.header_bytes)
        if plain is not None:
            self._answer = _Plain(plain.length, came[plain.start :])
            return plain.head
        self._answer = spoken = _Spoken(target, headers, self._limits)
        spoken.receive(came)
        return await self._head(spoken)

    async def _head(self, spoken: _Spoken) -> Head:
        for _ in range(_MOST_INTERIM):
            event = await self._event(spoken)
            if isinstance(event, h11.Response):
                return spoken.head(event)
        raise NoPage("unreachable", f"{_MOST_INTERIM} interim answers and no final one")

    async def piece(self) -> bytes:
        """The next piece of the body, freed of its transfer coding; empty when that was all.
        Raises `NoPage`, also where it goes on after the length that it was said to have.
        """
        answer = self._answer
        assert answer is not None  # a question was put
        if isinstance(answer, _Plain):
            if answer.is_waiting:
                answer.receive(await self._read())
            piece = answer.taken()
        else:
            piece = answer.taken(await self._event(answer))
        if not piece and answer.has_length and _goes_on(answer.left):
            raise NoPage("unreachable", "truncated: the body goes on after its Content-Length")
        return piece

    def finish(self) -> None:
        """Leaves the connection `ready` where the rest of the answer is there already."""
        if self._answer is not None:
            self._answer.finish()

    def close(self) -> None:
        """Drops the connection at once."""
        self._writer.transport.abort()

    async def closed(self) -> None:
        """Waits until a dropped connection is gone."""
        with suppress(OSError):
            await self._writer.wait_closed()

    async def _write(self, sent: bytes) -> None:
        try:
            self._writer.write(sent)
            if not self._writer.transport.get_write_buffer_size():
                return  # it is with the system, and nothing has to be waited for
            async with asyncio.timeout(self._limits.idle_seconds):
                await self._writer.drain()
        except TimeoutError as error:
            raise Down("unreachable", "the server does not take the question") from error
        except OSError as error:
            raise Silent("unreachable", "the server closed the connection") from error

    async def _event(self, spoken: _Spoken) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        try:
            while (event := spoken.next_event()) is h11.NEED_DATA:
                spoken.receive(await self._read())
        except h11.RemoteProtocolError as error:
            raise NoPage("unreachable", protocol_fault(error)) from error
        return event

    async def _read(self) -> bytes:
        """What came next; nothing where the connection ended within an answer that has begun."""
        has_begun = self._answer is not None and self._answer.has_begun
        try:
            with self._silence:
                read = await self._reader.read(_READ)
        except TimeoutError as error:
            fault = NoPage if has_begun else Down
            raise fault("unreachable", "the server fell silent") from error
        except OSError as error:
            raise self._cut_off() from error
        if not read and not has_begun:
            raise self._cut_off()
        self._demand_room(len(read))
        return read

    def _demand_room(self, more: int) -> None:
        """Refuses an answer that has over twice the bytes that its body may have: chunks of a byte
        each, with long extensions.
        """
        self._came += more
        if self._came > 2 * self._limits.body_bytes + self._limits.header_bytes:
            raise NoPage("unreachable", f"over the cap of {self._limits.body_bytes} bytes")

    def _cut_off(self) -> NoPage:
        if self._answer is None or not (self._answer.has_begun or self._answer.left):
            return Silent("unreachable", "the server closed the connection without an answer")
        if not self._answer.has_begun and not b"HTTP/".startswith(self._answer.left.lstrip()[:5]):
            return NoPage("unreachable", "not HTTP as it should be: an answer without a status")
        return NoPage("unreachable", "truncated: the connection broke off")


class _Silence:
    """The longest silence that is borne within its context, over and over: after so many *seconds*
    of it *reader* raises `TimeoutError`. A timeout of asyncio's is set and taken back for each read
    of each page; this one looks up when it may have been long enough.
    """

    def __init__(self, reader: asyncio.StreamReader, seconds: float) -> None:
        self._reader = reader
        self._seconds = seconds
        self._until: float | None = None
        self._looks_up = False

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        self._until = loop.time() + self._seconds
        if not self._looks_up:
            self._looks_up = True
            loop.call_at(self._until, self._look_up, loop)

    def __exit__(self, *error: object) -> None:
        self._until = None

    def _look_up(self, loop: asyncio.AbstractEventLoop) -> None:
        self._looks_up = self._until is not None and self._until > loop.time()
        if self._looks_up and self._until is not None:
            loop.call_at(self._until, self._look_up, loop)
        elif self._until is not None:
            self._reader.set_exception(TimeoutError())


class _Plain:
    """A plain answer whose head has come: a body of so many bytes, of which *came* is there."""

    has_begun = has_length = True

    def __init__(self, length: int, came: bytes) -> None:
        self.left = came
        self._length = self._missing = length

    @property
    def is_done(self) -> bool:
        return not (self._missing or self.left)

    @property
    def is_waiting(self) -> bool:
        """Whether nothing is there of a body that goes on."""
        return bool(self._missing) and not self.left

    def receive(self, read: bytes) -> None:
        """Takes in what came next. Raises `NoPage` where that is the end."""
        if not read:
            told = f"received {self._length - self._missing} bytes, expected {self._length}"
            reason = f"peer closed connection without sending complete message body ({told})"
            raise NoPage("unreachable", f"truncated: {reason}")
        self.left = read

    def taken(self) -> bytes:
        """What is there of the body; empty behind its end."""
        piece = self.left if len(self.left) <= self._missing else self.left[: self._missing]
        self.left = self.left[len(piece) :]
        self._missing -= len(piece)
        return piece

    def finish(self) -> None:
        if len(self.left) >= self._missing:
            self.taken()


class _Spoken:
    """An answer of any kind, and the question to it, by h11. Raises `NoPage` for a question that
    cannot be put.
    """

    def __init__(self, target: bytes, headers: RawHeaders, limits: Limits) -> None:
        self.has_length = False
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=limits.header_bytes)
        try:
            asked = h11.Request(method=b"GET", target=target, headers=headers)
            self.put = (self._h11.send(asked) or b"") + (self._h11.send(h11.EndOfMessage()) or b"")
        except h11.LocalProtocolError as error:
            raise NoPage("disallowed", "the question cannot be put in HTTP") from error
        self.receive = self._h11.receive_data
        self.next_event = self._h11.next_event

    @property
    def left(self) -> bytes:
        """What has come and was not taken."""
        return self._h11.trailing_data[0]

    @property
    def has_begun(self) -> bool:
        """Whether the head of the answer is there."""
        return self._h11.their_state is not h11.SEND_RESPONSE

    @property
    def is_done(self) -> bool:
        """Whether it was read to its end, and nothing follows, on a connection that is kept."""
        return self._h11.our_state is h11.DONE is self._h11.their_state and not self.left

    def head(self, event: h11.Response) -> Head:
        """The head that *event* is."""
        spelled = event.headers.raw_items()
        named = {name.lower() for name, _ in spelled}
        self.has_length = b"content-length" in named and b"transfer-encoding" not in named
        return Head(event.status_code, spelled, event.reason, event.http_version)

    def taken(self, event: object) -> bytes:
        """What *event* brings of the body."""
        return bytes(event.data) if isinstance(event, h11.Data) else b""

    def finish(self) -> None:
        if self._h11.their_state is h11.SEND_BODY:
            with suppress(h11.RemoteProtocolError):
                while self.taken(self._h11.next_event()):
                    pass


def _has_come(reader: asyncio.StreamReader) -> bool:
    """Whether something, be it the end, is there to be read at once. What it is is lost.

    A reader does not tell what it holds: it is asked for a byte, and taken at its word where it
    would wait.
    """
    reading = reader.read(1)
    try:
        reading.send(None)
    except (StopIteration, OSError):
        return True
    reading.close()
    return False


def _goes_on(left: bytes) -> bool:
    """Whether there is more than the answer in what is *left* behind it: neither the line that some
    servers end with, nor another answer, that nobody asked for.
    """
    more = left.strip()
    return bool(more) and not more.startswith(b"HTTP/")


def protocol_fault(error: h11.RemoteProtocolError) -> str:
    """What was wrong with an answer, in words."""
    if error.error_status_hint == 431:
        return "too much of a head"
    if "peer closed connection" in str(error):
        return f"truncated: {error}"
    meant = [meant for name, meant in _MEANT.items() if name in str(error)]
    shown = meant[0] if meant else _SPELT.sub(r"“\2”", _EXPECTED.sub("", str(error)))
    return f"not HTTP as it should be: {shown}"


#: h11 quotes what it met as Python spells it: ``bytearray(b'ZZZ\\r\\n')``.
_SPELT = re.compile(r"""bytearray\(b(['"])(.*?)(?:\\r)?(?:\\n)?\1\)""", re.DOTALL)
#: The line's end that a chunk should have had.
_EXPECTED = re.compile(r" \(expected b'[\\rn]+'\)\Z")
#: What it says in the names of its own states.
_MEANT = {
    "_SWITCH_UPGRADE": "it goes over to another protocol",
    "ConnectionClosed": "it ends before its head does",
}
