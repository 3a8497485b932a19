"""Replies: what came back to one question, its head and its body on the way in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

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
        spelt = _in_text(self.head)
        named = ((name.lower(), value) for name, value in spelt)
        return tuple((name, value) for name, value in named if name != "set-cookie")

    def value(self, name: str) -> str:
        """What the headers say of *name*, once or several times; empty where they do not."""
        return ", ".join([value for given, value in self.headers if given == name])


def _in_text(head: RawHeaders) -> Headers:
    """*head* in the first of ASCII, UTF-8 and Latin-1 that all of it is in, as httpx has it."""
    for encoding in ("ascii", "utf-8"):
        try:
            return tuple((name.decode(encoding), value.decode(encoding)) for name, value in head)
        except UnicodeDecodeError:
            continue
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head)
