"""Silences: which of the sources that are asked have said nothing for long."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date, datetime, timedelta
from itertools import islice

from claimtrack.judging.silence import GAPS, Silence, days_spoken_of, silence
from claimtrack.measures import Measure, Subscription
from claimtrack.store import Store

#: No usual gap is shorter, except where the claim file names one.
_DAY = timedelta(days=1)
#: So many of a source's latest successful asks tell how often it is asked.
_ASKS = 1000
#: The last days of so many are held at a time.
_AT_ONCE = 500
#: What is told once of a quotation or of a day holds for good, however often it is asked for.
_CHANGING = frozenset({"quantity", "state"})


def silences(
    store: Store,
    measures: Iterable[Measure],
    at: datetime,
    heard: Container[tuple[str, str]] = (),
) -> tuple[Silence, ...]:
    """The silence of every source that *measures* are asked of, at the moment *at*, where it has
    lasted three times the usual gap; by measure. *heard* are a source and a measure each that was
    read just now.
    """
    asked = ((measure, one) for measure in measures for one in measure.subscriptions)
    found: list[Silence] = []
    while some := tuple(islice(asked, _AT_ONCE)):
        lasts = store.last_days((one.name, measure.id) for measure, one in some)
        for measure, one in some:
            last = lasts.get((one.name, measure.id))
            silent = _silence(store, measure, one, last, at, heard)
            if silent is not None and not _is_deaf(store, one.name):
                found.append(silent)
    return tuple(found)


def _is_deaf(store: Store, name: str) -> bool:
    """Whether the source was not asked when its turn came last: nobody was listening."""
    return any(not attempt.asked for attempt in store.attempts(name, limit=1))


def _silence(
    store: Store,
    measure: Measure,
    subscription: Subscription,
    last: date | None,
    at: datetime,
    heard: Container[tuple[str, str]],
) -> Silence | None:
    name, every = subscription.name, subscription.every
    if last is not None:
        if -_DAY <= at.date() - last <= GAPS * _DAY:
            return None  # too short a time for any gap: its history need not be read
        days = days_spoken_of(store.history(measure.id, source=name), name)
        if days:
            every = every if measure.kind in _CHANGING else None
            return silence(name, measure.id, at=at, days=days, every=every)
    if (name, measure.id) in heard:
        return None  # and of most it was: not even their last asks need be looked up
    heard_at = store.heard_at(name, measure.id, limit=_ASKS if every is None else 1)
    return silence(name, measure.id, at=at, heard_at=heard_at, every=every)
