"""Records: what one source says of a measure, in the order of the days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from claimtrack.judging.staleness import fresh_until
from claimtrack.observations import Description, History, Observation, source_name

_FINENESS = {"year": 0, "month": 1, "day": 2}


@dataclass(frozen=True, slots=True)
class Record:
    """The observations of one source that stand, oldest day first, one a day."""

    source: str
    describes: Description
    observations: tuple[Observation, ...]
    days: tuple[date, ...] = field(repr=False)

    def index(self, day: date) -> int:
        """The place of the last observation whose day is not after *day*; -1 for none."""
        return bisect_right(self.days, day) - 1

    def holding(self, day: date) -> Observation | None:
        """The last observation whose day is not after *day*, stale or not; None for none."""
        index = self.index(day)
        return self.observations[index] if index >= 0 else None

    def until(self, day: date, count: int) -> Iterator[tuple[date, Observation]]:
        """The last observations, so many at most, whose day is not after *day*; each with its
        day.
        """
        end = self.index(day) + 1
        start = max(0, end - count)
        return zip(self.days[start:end], self.observations[start:end], strict=True)

    def fresh(self, day: date, limit: timedelta | None) -> Observation | None:
        """The observation that holds on *day*; None for none, and where it has gone stale."""
        seen = self.holding(day)
        return seen if seen is not None and day <= fresh_until(seen, limit) else None

    def stale_days(self, limit: timedelta | None) -> set[date]:
        """The days on which an observation goes stale with none that follows it in time."""
        ends = [fresh_until(seen, limit) for seen in self.observations]
        return {
            end + timedelta(days=1)
            for end, following in zip(ends, (*self.days[1:], date.max), strict=True)
            if end < date.max and end + timedelta(days=1) < following
        }


def last_fresh_day(held: Iterable[Record], day: date, limit: timedelta | None) -> date | None:
    """The last day up to *day* on which any of *held* had an answer that was fresh; None where
    none had one by then.
    """
    ends = [fresh_until(seen, limit) for record in held if (seen := record.holding(day))]
    return min(day, max(ends)) if ends else None


def records(
    history: History, usable: Callable[[Observation], bool] = lambda seen: True
) -> tuple[Record, ...]:
    """A record for each source with a *usable* observation that stands, by name of source."""
    by_source: dict[str, dict[date, Observation]] = {}
    for seen in sorted(history, key=_precedence):
        if seen.stands and usable(seen):
            by_source.setdefault(seen.source, {})[seen.holds_from] = seen
    return tuple(
        _record(source, describe(source, history), by_source[source].values())
        for source in sorted(by_source)
    )


def torn_days(
    history: Iterable[Observation], tells: Callable[[Observation], object]
) -> frozenset[tuple[str, date]]:
    """The sources and days of which a source gave, in one breath, two answers that *tells* tells
    apart: then neither is its last word.
    """
    last: dict[tuple[str, date], tuple[tuple[object, ...], set[object]]] = {}
    for seen in sorted((seen for seen in history if seen.stands), key=_precedence):
        key = (seen.source, seen.holds_from)
        moment, told = last.get(key, (None, set()))
        last[key] = (_moment(seen), {tells(seen)} | (told if moment == _moment(seen) else set()))
    return frozenset(key for key, (_, told) in last.items() if len(told) > 1)


def describe(source: str, history: History) -> Description:
    """Who stands behind *source*; a report of a publisher of that name where nobody says."""
    return history.sources.get(source) or Description(publisher=source_name(source))


def _record(source: str, describes: Description, seen: Iterable[Observation]) -> Record:
    observations = tuple(seen)
    return Record(source, describes, observations, tuple(each.holds_from for each in observations))


def _precedence(seen: Observation) -> tuple[object, ...]:
    # What is recorded when must not matter: the same inputs in another order decide the same.
    return (*_moment(seen), seen.id)


def _moment(seen: Observation) -> tuple[object, ...]:
    return (
        seen.holds_from,
        _FINENESS[seen.as_of.precision],
        seen.published_at or seen.first_seen_at,
        seen.last_confirmed_at,
    )
