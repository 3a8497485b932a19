"""Doors: how an update asks, through the network or out of a file, its files open."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from claimtrack.errors import BadValue

if TYPE_CHECKING:
    from claimtrack.fetch import Recorder, Replay, Transport

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Door:
    """How an update asks: what time it is (``clock``), by which ``transport`` (None: the network),
    and what keeps the exchanges (``recorder``) or gives them back (``replay``).

    ``began_at`` is when the update began. ``allow_private`` opens loopback and private addresses,
    ``contact`` is named to every server.
    """

    clock: Clock
    transport: Transport | None = None
    began_at: datetime | None = None
    recorder: Recorder | None = None
    replay: Replay | None = None
    allow_private: bool = False
    contact: str | None = None


@contextmanager
def opened(
    clock: Clock,
    *,
    transport: Transport | None = None,
    warc: str | os.PathLike[str] | None = None,
    replay: str | os.PathLike[str] | None = None,
    allow_private: bool = False,
    contact: str | None = None,
) -> Iterator[Door]:
    """The door that an update asks by, its files open: exchanges are kept in *warc*, or given back
    from *replay*. Raises `BadValue`.
    """
    door = Door(clock, transport, allow_private=allow_private, contact=contact)
    if replay is not None:
        if warc is not None or transport is not None:
            raise BadValue("replay= asks nobody: there is nothing for warc= or transport=")
        from claimtrack.fetch.replaying import Replay, ReplayTransport

        kept = Replay.open(replay, until=clock())
        yield replace(door, transport=ReplayTransport(kept), replay=kept)
    elif warc is not None:
        from claimtrack.fetch.recording import Recorder
        from claimtrack.fetch.web import user_agent

        with closing(Recorder.open(warc, software=user_agent(contact), at=clock())) as recorder:
            yield replace(door, recorder=recorder)
    else:
        yield door
