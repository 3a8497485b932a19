"""Listings: what a feed, a sitemap or a page of links comes to, whatever it was written in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from claimtrack import Unreadable

#: Entries of one listing: as many as the protocol of sitemaps allows.
MAX_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a listing names it.

    ``link`` is absolute; where an entry names no address its id stands in, as Atom's readers have
    it, and may be none. ``title`` and ``summary`` are words
    without markup. Moments are aware; one that was written without a zone is taken for UTC, which
    is good enough to tell the newer from the older and for nothing else.
    """

    link: str = ""
    title: str = ""
    summary: str = ""
    id: str = ""
    author: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def latest_at(self) -> datetime | None:
        """When it was last touched, as far as the listing says."""
        moments = [at for at in (self.published_at, self.updated_at) if at is not None]
        return max(moments, default=None)


@dataclass(frozen=True, slots=True)
class Listing:
    """What one listing says of itself, its entries in their order, and the listings that it leads
    on to (``lists``: the sitemaps of a sitemap index).
    """

    title: str = ""
    link: str = ""
    subtitle: str = ""
    id: str = ""
    entries: tuple[Entry, ...] = ()
    lists: tuple[Entry, ...] = ()


def bounded(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """*entries*, all of them. Raises `Unreadable` for more than a listing has."""
    found = tuple(islice(entries, MAX_ENTRIES + 1))
    if len(found) > MAX_ENTRIES:
        raise Unreadable(f"a listing of more than {MAX_ENTRIES:,} entries")
    return found
