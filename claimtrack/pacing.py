"""Pacing: the moment from which an address may be asked again by a scheduled update.

Pure: what the record remembers of the last asks, and how often a source wants to be asked, give
the same moment on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from claimtrack import manners
from claimtrack.manners import LONGEST_WAIT, later
from claimtrack.pages import Memory

#: Where nobody says how often, the wait after a failure starts from this.
_FIRST_WAIT = timedelta(hours=1)
#: After an outage no more of its paces than this are lost.
_LONGEST_PACES = 24
#: Asks come early by a twentieth to a tenth of the wait. Never by less: a job that is started a few
#: seconds sooner than the last time would find nothing due, and skip a whole period. Never by the
#: same: addresses with one pace would fall due together for ever.
_EARLY = (20, 10)
#: Clocks differ by less. An ask that lies further ahead was made by a clock that was wrong, and the
#: record is not to wait until that day comes.
_CLOCKS_DIFFER = timedelta(days=1)
#: A wait has doubled to a week long before; more doublings only make large numbers.
_DOUBLINGS = 20


def is_due(
    source: str,
    url: str,
    paces: Iterable[timedelta | None],
    memory: Memory | None,
    at: datetime,
) -> bool:
    """Whether *source* may ask *url* at the moment *at*; see `due_at`."""
    if memory is not None and memory.asked_at - at > _CLOCKS_DIFFER:
        return True
    moment = due_at(source, url, paces, memory)
    return moment is None or moment <= at


def due_at(
    source: str, url: str, paces: Iterable[timedelta | None], memory: Memory | None
) -> datetime | None:
    """From when on *source* may ask *url* again; None where it may at once.

    *paces* are the ``every`` of those who want to know: the quickest counts, and None among them
    is no pace at all. After failures in a row the wait doubles from there, up to 24 times as long
    (an hour at least, a week at most), or from an hour up to a week; a page that came ends that.
    What the server asked for in ``Retry-After`` is kept to, for a week at most, and a page that its
    server calls fresh is not asked for again until it is not (`claimtrack.freshness`).
    """
    if memory is None:
        return None
    pace = _quickest(paces)
    waits = [_backoff(pace, memory.failures)] if memory.failures else [pace]
    early = _earliness(source, url)
    moments = [later(memory.asked_at, wait * (1 - early)) for wait in waits if wait is not None]
    asked_for = retry_at(memory)
    if asked_for is not None:
        moments.append(asked_for)
    if memory.fresh_until is not None and not memory.failures:
        moments.append(memory.fresh_until)
    return max(moments, default=None)


def retry_at(memory: Memory) -> datetime | None:
    """The moment before which the server does not want to be asked again, by the ``Retry-After`` of
    its last answer (seconds, or an HTTP date), a week after it at most; None where it has not said,
    or not in a form that can be read.
    """
    if memory.retry_after is None:
        return None
    return manners.retry_at(memory.retry_after, memory.asked_at)


def _quickest(paces: Iterable[timedelta | None]) -> timedelta | None:
    known: list[timedelta] = []
    for pace in paces:
        if pace is None:
            return None
        known.append(pace)
    return min(known, default=None)


def _backoff(pace: timedelta | None, failures: int) -> timedelta:
    start = min(pace or _FIRST_WAIT, LONGEST_WAIT)
    doubled: int = 2 ** min(failures - 1, _DOUBLINGS)
    return min(start * doubled, _longest(pace))


def _longest(pace: timedelta | None) -> timedelta:
    """What the doubled wait ends at: 24 times the pace, an hour at least and a week at most. A
    source that is asked hourly and was down for three days is to lose a day more, no second week.
    """
    if pace is None:
        return LONGEST_WAIT
    return max(_FIRST_WAIT, min(_LONGEST_PACES * pace, LONGEST_WAIT))


def _earliness(source: str, url: str) -> float:
    """The part of a wait by which this address is asked early, always the same."""
    digest = hashlib.sha256(f"{source}\0{url}".encode(errors="surrogatepass")).digest()
    least, most = (1 / part for part in _EARLY)
    return least + (most - least) * int.from_bytes(digest[:4]) / 2**32
