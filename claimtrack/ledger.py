"""The ledger: what asking each source has cost, and what it brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from claimtrack.observations import OUTCOMES_WITH_PAGE


@dataclass(frozen=True, slots=True)
class PutOff:
    """That some of a source's addresses are left alone: ``reason`` says whose word or state it is,
    ``until`` when they may be asked again (None: by the next update). ``at`` is when they were last
    to be asked and were not; None where an update passed them over, or none came by.
    """

    reason: str
    at: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dealings:
    """What asking one source came to, by its name on record.

    ``outcomes`` counts its asks by what came of them, ``same`` those that brought the page that the
    record had already: by a 304, as the very same bytes, or with nothing else in what is read.
    ``unread`` counts the pages off which nothing could be read that should be there. ``requests``
    went over the wire, redirects and robots.txt among them, and moved ``bytes``, in ``seconds``.
    ``shared`` counts the asks that shared what came to another source, or to another ask of this
    one: an exchange is counted once, so that the requests and the bytes of all sources add up.
    ``not_asked`` counts how often an address was to be asked and was left alone; ``put_off`` says
    why it is so now, None where it is not.
    ``last_asked_at`` and ``last_outcome`` are of the last ask, with the reason where it brought no
    page, or one that was not read (``unreadable: KeyError: 'lit'``): of its measures the first;
    ``last_became`` is what the ask came to with what was read (``unreadable``, ``fetched, in part
    missing``), in the words of `claimtrack sources --test`;
    ``last_confirmed_at`` is when a page last came whole or was confirmed. They are None where
    it was never asked. ``measures`` are what claims on record ask it for, ``plugin`` who reads it;
    both are empty where nothing on record asks it any more.
    """

    source: str
    plugin: str | None = None
    measures: tuple[str, ...] = ()
    addresses: int = 0
    outcomes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    same: int = 0
    unread: int = 0
    requests: int = 0
    shared: int = 0
    not_asked: int = 0
    bytes: int = 0
    seconds: float = 0.0
    last_asked_at: datetime | None = None
    last_outcome: str | None = None
    last_became: str | None = None
    last_reason: str | None = None
    last_confirmed_at: datetime | None = None
    put_off: PutOff | None = None

    @property
    def asks(self) -> int:
        """How often it was asked."""
        return sum(self.outcomes.values())

    @property
    def failures(self) -> int:
        """How many asks brought nothing though they should."""
        came = {*OUTCOMES_WITH_PAGE, "absent"}
        return self.unread + sum(count for name, count in self.outcomes.items() if name not in came)

    @property
    def same_share(self) -> float | None:
        """The share of its asks that brought the page that was there already; None before any."""
        return self.same / self.asks if self.asks else None
