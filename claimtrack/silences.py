"""Silences: which of the sources that are asked have said nothing for long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from claimtrack.judging.silence import GAPS, Silence, days_spoken_of, silence
from claimtrack.measures import Measure, Subscription
from claimtrack.observations import History
from claimtrack.store import Store

#: No usual gap is shorter, except where the claim file names one.
_DAY = timedelta(days=1)
#: So many of a source's latest attempts tell how often it is asked.
_ATTEMPTS = 1000
#: What is told once of a quotation or of a day holds for good, however often it is asked for.
_CHANGING = frozenset({"quantity", "state"})


def silences(store: Store, measures: Iterable[Measure], at: datetime) -> tuple[Silence, ...]:
    """The silence of every source that *measures* are asked of, at the moment *at*, where it has
    lasted three times the usual gap; by measure.
    """
    asked = [(measure, one) for measure in measures for one in measure.subscriptions]
    lasts = store.last_days((one.name, measure.id) for measure, one in asked)
    return tuple(
        found
        for measure, one in asked
        if (found := _silence(store, measure, one, lasts.get((one.name, measure.id)), at))
        is not None
    )


def _silence(
    store: Store, measure: Measure, subscription: Subscription, last: date | None, at: datetime
) -> Silence | None:
    name = subscription.name
    if last is not None and -_DAY <= at.date() - last <= GAPS * _DAY:
        return None  # too short a time for any gap: its history need not be read
    history = store.history(measure.id, source=name)
    days = days_spoken_of(history, name)
    if days:
        every = subscription.every if measure.kind in _CHANGING else None
        return silence(name, measure.id, at=at, days=days, every=every)
    heard_at = {*_confirmed_at(history), *_heard_at(store, measure, subscription)}
    return silence(name, measure.id, at=at, heard_at=heard_at, every=subscription.every)


def _confirmed_at(history: History) -> Iterator[datetime]:
    for seen in history:
        yield seen.last_confirmed_at


def _heard_at(store: Store, measure: Measure, subscription: Subscription) -> Iterator[datetime]:
    if subscription.every is not None:
        return
    for attempt in store.attempts(subscription.name, limit=_ATTEMPTS):
        if any(one.measure == measure.id and one.status in _READ for one in attempt.results):
            yield attempt.at


_READ = frozenset({"changed", "unchanged"})
