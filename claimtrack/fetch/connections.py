"""Connections: one HTTP/1.1 exchange after another over a stream, spoken by h11.

A small one of our own in place of a pool for everything: of 0.87 ms that a 304 costs through
httpx's client and its pool, the pool and the client are by far the most.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass

import h11

from claimtrack.fetch.dialling import Stream
from claimtrack.fetch.limits import Limits
from claimtrack.fetch.outcomes import Down, NoPage

RawHeaders = list[tuple[bytes, bytes]]

_READ = 65_536
#: 100 Continue, 103 Early Hints: a handful is usual, a stream of them keeps us from an answer.
_MOST_INTERIM = 20


class Silent(Down):
    """The server closed the connection before it answered; on a kept one, ask again."""


@dataclass(frozen=True, slots=True)
class Head:
    """An answer's first line and headers, spelled as they came."""

    status: int
    headers: RawHeaders
    reason: bytes = b""
    version: bytes = b"1.1"


class Connection:
    """A kept connection to one origin: `ask`, take each `piece` of the body, then again."""

    def __init__(self, stream: Stream, limits: Limits) -> None:
        self._reader, self._writer = stream
        self._limits = limits
        self._has_length = False
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=limits.header_bytes)

    @property
    def ready(self) -> bool:
        """Whether another question can be put: the last answer was read to its end, the server
        keeps the connection, and has sent nothing that nobody asked for.
        """
        return (
            self._h11.our_state is h11.IDLE
            and not self._h11.trailing_data[0]
            and not self._reader.at_eof()
            and not self._writer.is_closing()
        )

    async def ask(self, target: bytes, headers: RawHeaders) -> Head:
        """The head of the answer to a GET of *target*. Raises `NoPage`, `Silent` among them."""
        await self._write(self._question(target, headers))
        for _ in range(_MOST_INTERIM):
            event = await self._event()
            if isinstance(event, h11.Response):
                spelled = event.headers.raw_items()
                named = {name.lower() for name, _ in spelled}
                self._has_length = b"content-length" in named and b"transfer-encoding" not in named
                return Head(event.status_code, spelled, event.reason, event.http_version)
        raise NoPage("unreachable", f"{_MOST_INTERIM} interim answers and no final one")

    async def piece(self) -> bytes:
        """The next piece of the body, freed of its transfer coding; empty when that was all.
        Raises `NoPage`, also where it goes on after the length that it was said to have.
        """
        piece = self._taken(await self._event())
        if not piece and self._has_length and self._goes_on:
            raise NoPage("unreachable", "truncated: the body goes on after its Content-Length")
        return piece

    @property
    def _goes_on(self) -> bool:
        """Whether there is more than the answer, as far as it has come: neither the line that some
        servers end with, nor another answer, that nobody asked for.
        """
        more = self._h11.trailing_data[0].strip()
        return bool(more) and not more.startswith(b"HTTP/")

    def finish(self) -> None:
        """Leaves the connection `ready` where the rest of the answer is there already."""
        if self._h11.their_state is h11.SEND_BODY:
            with suppress(h11.RemoteProtocolError):
                while self._taken(self._h11.next_event()):
                    pass

    def close(self) -> None:
        """Drops the connection at once."""
        self._writer.transport.abort()

    async def closed(self) -> None:
        """Waits until a dropped connection is gone."""
        with suppress(OSError):
            await self._writer.wait_closed()

    def _question(self, target: bytes, headers: RawHeaders) -> bytes:
        try:
            request = h11.Request(method=b"GET", target=target, headers=headers)
            return (self._h11.send(request) or b"") + (self._h11.send(h11.EndOfMessage()) or b"")
        except h11.LocalProtocolError as error:
            raise NoPage("disallowed", "the question cannot be put in HTTP") from error

    def _taken(self, event: object) -> bytes:
        if isinstance(event, h11.Data):
            return bytes(event.data)
        if self._h11.our_state is h11.DONE and self._h11.their_state is h11.DONE:
            self._h11.start_next_cycle()
        return b""

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

    async def _event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        try:
            while (event := self._h11.next_event()) is h11.NEED_DATA:
                self._h11.receive_data(await self._read())
        except h11.RemoteProtocolError as error:
            raise NoPage("unreachable", protocol_fault(error)) from error
        return event

    async def _read(self) -> bytes:
        try:
            async with asyncio.timeout(self._limits.idle_seconds):
                read = await self._reader.read(_READ)
        except TimeoutError as error:
            has_begun = self._h11.their_state is not h11.SEND_RESPONSE
            fault = NoPage if has_begun else Down
            raise fault("unreachable", "the server fell silent") from error
        except OSError as error:
            raise self._cut_off() from error
        if not read and self._h11.their_state is h11.SEND_RESPONSE:
            raise self._cut_off()
        return read

    def _cut_off(self) -> NoPage:
        if self._h11.their_state is h11.SEND_RESPONSE and not self._h11.trailing_data[0]:
            return Silent("unreachable", "the server closed the connection without an answer")
        return NoPage("unreachable", "truncated: the connection broke off")


def protocol_fault(error: h11.RemoteProtocolError) -> str:
    """What was wrong with an answer, in words."""
    if error.error_status_hint == 431:
        return "too much of a head"
    if "peer closed connection" in str(error):
        return f"truncated: {error}"
    shown = _SPELT.sub(r"“\1”", str(error))
    return f"not HTTP as it should be: {shown}"


#: h11 quotes what it met as Python spells it: ``bytearray(b'ZZZ\\r\\n')``.
_SPELT = re.compile(r"""bytearray\(b['"](.*?)(?:\\r)?(?:\\n)?['"]\)\Z""", re.DOTALL)
