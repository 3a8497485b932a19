"""Replies: what came back to one question, its head and its body on the way in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from claimtrack.fetch.heads import RawHeaders
from claimtrack.fetch.outcomes import Headers


@dataclass(frozen=True)
class Reply:
    """An answer's ``status`` and headers as they came (``head``), its body in ``pieces``, to be
    given up with ``close``. One from what was kept tells when it was asked (``asked_at``).
    """

    status: int
    head: RawHeaders
    pieces: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]
    asked_at: datetime | None = None

    @cached_property
    def headers(self) -> Headers:
        """The headers to keep, names in lower case; not a session's cookies, for we keep none."""
        return tuple([header for header in _in_text(self.head) if header[0] != "set-cookie"])

    def value(self, name: str) -> str:
        """What the headers say of *name*, once or several times; empty where they do not."""
        return ", ".join([value for given, value in self.headers if given == name])


def _in_text(head: RawHeaders) -> Headers:
    """*head* in the first of ASCII, UTF-8 and Latin-1 that all of it is in, as httpx has it; names
    in lower case.
    """
    for encoding in ("ascii", "utf-8"):
        try:
            return _spelt(head, encoding)
        except UnicodeDecodeError:
            continue
    return _spelt(head, "latin-1")


def _spelt(head: RawHeaders, encoding: str) -> Headers:
    return tuple(
        [
            (_same_header if len(name) + len(value) <= _SHORT else _new_header)(
                name, value, encoding
            )
            for name, value in head
        ]
    )


def _new_header(name: bytes, value: bytes, encoding: str) -> tuple[str, str]:
    return name.decode(encoding).lower(), value.decode(encoding)


#: Most of a site's headers are the same with each page, and those of all pages are reported.
_same_header = lru_cache(maxsize=256)(_new_header)
_SHORT = 120
