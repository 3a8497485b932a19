"""Bodies: an answer's bytes, counted and decoded under a cap as they come.

A library that decodes for us decodes all of it: 809 bytes of brotli became one chunk of 1 GiB
under httpx. So only gzip and deflate are asked for, and what inflates them is told how much to give
at a time.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Protocol

from claimtrack.fetch.outcomes import NoPage
from claimtrack.inflating import GZIP, quickest

ACCEPTED = "gzip, deflate"

#: How much is inflated at a time; with the cap it bounds what a bomb can take.
_STEP = 262_144
#: So much of a body is kept beside its decoded bytes until it is stored.
_MOST_PACKED = 1_000_000
#: What a member begins with.
_GZIP = b"\x1f\x8b\x08"
#: Few answers have a second gzip member; a million of them is an attack on the processor.
_MOST_MEMBERS = 100


class Body:
    """A body on its way in: `feed` it what comes, `content` is the whole of it, decoded.

    ``came`` counts the bytes as they came. Every call raises `NoPage` for what cannot be taken:
    more than *cap* bytes before or after decoding, a broken stream, one that ends too early.
    """

    def __init__(
        self, content_encoding: str, cap: int, *, inflating: ModuleType | None = None
    ) -> None:
        self.came = 0
        self._cap = cap
        self._decoded = _Growing()
        self._decoder = decoder(content_encoding, inflating)
        self._packed: list[bytes] | None = [] if isinstance(self._decoder, _Gzip) else None

    def expect(self, content_length: str) -> None:
        """Refuses at once what says that it will be over the cap."""
        if content_length.isdecimal():
            self._demand_room(int(content_length[:20]))

    def feed(self, chunk: bytes) -> None:
        """Takes in the next *chunk* as it came."""
        self.came += len(chunk)
        self._demand_room(self.came)
        if self._packed is not None:
            self._packed.append(chunk)
            if self.came > _MOST_PACKED:
                self._packed = None
        for piece in decoded(self._decoder, chunk):
            self._decoded.add(piece)
            self._demand_room(self._decoded.size)

    def demand_end(self) -> None:
        """Refuses what has come to no end, once everything has come."""
        if self.came and not self._decoder.finished:
            raise NoPage("unreachable", "truncated: the compressed body ends too early")

    def content(self) -> bytes:
        """The decoded bytes, once everything has come."""
        self.demand_end()
        return self._decoded.value()

    @property
    def packed(self) -> bytes | None:
        """The bytes as they came, where they are one gzip member and no more; None where not, or
        where they are many.
        """
        if self._packed is None or not (isinstance(self._decoder, _Gzip) and self._decoder.is_one):
            return None
        return self._packed[0] if len(self._packed) == 1 else b"".join(self._packed)

    @property
    def decoded(self) -> int:
        """How many bytes are decoded by now."""
        return self._decoded.size

    def so_far(self, most: int) -> bytes:
        """The first decoded bytes, *most* of them at most, though more may come."""
        return self._decoded.value()[:most]

    def _demand_room(self, size: int) -> None:
        if size > self._cap:
            raise NoPage("unreachable", f"over the cap of {self._cap} bytes")


class _Growing:
    """Bytes that grow by pieces. One piece is most often all, and is not copied then."""

    def __init__(self) -> None:
        self.size = 0
        self._only = b""
        self._all: io.BytesIO | None = None

    def add(self, piece: bytes) -> None:
        """Adds *piece* at the end."""
        if not self.size:
            self._only = piece
        else:
            if self._all is None:
                self._all, self._only = io.BytesIO(self._only), b""
                self._all.seek(0, io.SEEK_END)
            self._all.write(piece)
        self.size += len(piece)

    def value(self) -> bytes:
        """All of them."""
        return self._only if self._all is None else self._all.getvalue()


class Decoder(Protocol):
    """A content coding undone, step by step."""

    @property
    def finished(self) -> bool:
        """Whether the stream has come to its end."""

    @property
    def faults(self) -> tuple[type[Exception], ...]:
        """What `decode` raises for a broken stream."""

    def decode(self, chunk: bytes) -> tuple[bytes, bytes]:
        """At most a step of decoded bytes, and what of *chunk* is left over."""


def decoded(decoder: Decoder, chunk: bytes) -> Iterator[bytes]:
    """What *chunk*, as it came, adds to the decoded body, in steps. Raises `NoPage`."""
    piece = b""
    while chunk or len(piece) == _STEP:  # after a full step zlib may hold some more back
        try:
            piece, chunk = decoder.decode(chunk)
        except decoder.faults as error:
            raise NoPage("unreachable", f"the compressed body is broken: {error}") from error
        yield piece


def decoder(content_encoding: str, inflating: ModuleType | None = None) -> Decoder:
    """What undoes the coding that a header names, by *inflating* (None: what is `quickest`). Raises
    `NoPage` for one that is not read.
    """
    named = [name.strip().lower() for name in content_encoding.split(",")]
    encodings = [name for name in named if name not in {"", "identity"}]
    if not encodings:
        return _Plain()
    if len(encodings) > 1:
        raise NoPage("unreachable", f"stacked content encodings: {', '.join(encodings)}")
    if encodings[0] in {"gzip", "x-gzip"}:
        return _Gzip(inflating or quickest())
    if encodings[0] == "deflate":
        return _Deflate(inflating or quickest())
    raise NoPage(
        "unreachable",
        f"the content encoding {encodings[0]} was not asked for; {ACCEPTED} was",
    )


class _Plain:
    finished = True
    faults: tuple[type[Exception], ...] = ()

    def decode(self, chunk: bytes) -> tuple[bytes, bytes]:
        return chunk, b""


class _Gzip:
    """RFC 1952: one member or several; some servers fill up with zeros after the last."""

    def __init__(self, inflating: ModuleType) -> None:
        self.faults: tuple[type[Exception], ...] = (inflating.error,)
        self._inflating = inflating
        self._members = 1
        self._is_followed = False
        self._inflater = inflating.decompressobj(GZIP)

    @property
    def finished(self) -> bool:
        return bool(self._inflater.eof)

    @property
    def is_one(self) -> bool:
        """Whether it is one member, whole and with nothing behind it."""
        return self.finished and self._members == 1 and not self._is_followed

    def decode(self, chunk: bytes) -> tuple[bytes, bytes]:
        if self._inflater.eof:
            self._is_followed = True
            chunk = chunk.lstrip(b"\0")
            if not chunk:
                return b"", b""
            self._next_member(chunk)
        piece = self._inflater.decompress(chunk, _STEP)
        return piece, self._inflater.unused_data or self._inflater.unconsumed_tail

    def _next_member(self, chunk: bytes) -> None:
        # ISA-L waits for the whole of a member's head before it says that it is none.
        if not _GZIP.startswith(chunk[: len(_GZIP)]):
            raise NoPage("unreachable", "the compressed body is broken: more follows its end")
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise NoPage("unreachable", f"more than {_MOST_MEMBERS} gzip members")
        self._inflater = self._inflating.decompressobj(GZIP)


class _Deflate:
    """A zlib stream as RFC 9110 has it, or the bare deflate stream that some servers send."""

    def __init__(self, inflating: ModuleType) -> None:
        self.faults: tuple[type[Exception], ...] = (inflating.error,)
        self._inflating = inflating
        self._head = b""
        self._inflater: Any = None

    @property
    def finished(self) -> bool:
        return self._inflater is not None and bool(self._inflater.eof)

    def decode(self, chunk: bytes) -> tuple[bytes, bytes]:
        if self._inflater is None:
            self._head += chunk
            if len(self._head) < 2:
                return b"", b""
            chunk = self._head
            self._inflater = self._inflating.decompressobj(15 if _is_zlib(chunk) else -15)
        if self._inflater.eof:  # what follows the end is nobody's
            return b"", b""
        return self._inflater.decompress(chunk, _STEP), self._inflater.unconsumed_tail


def _is_zlib(head: bytes) -> bool:
    """Whether *head* starts a zlib stream: its first two bytes say so (RFC 1950, 2.2)."""
    return head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
