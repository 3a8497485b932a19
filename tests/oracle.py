"""The record by brute force: what a history must say, worked out from the attempts themselves.

It knows nothing of the store but its types: no tables, nothing kept, everything anew for each
question. Slow, and short enough to be checked by reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from claimtrack.observations import Attempt, Observation, Reading, Result, Spell, fact_id
from claimtrack.values import CalendarDate

EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """An attempt and when it was recorded."""

    attempt: Attempt
    recorded_at: datetime


@dataclass(frozen=True)
class Glimpse:
    """One fact as one attempt saw it."""

    fact: str
    attempt: Attempt
    result: Result
    reading: Reading
    recorded_at: datetime


#: What one attempt saw, undated: for each fact, every glimpse of it.
Look = dict[str, list[Glimpse]]


@dataclass(frozen=True)
class Expected:
    observations: tuple[Observation, ...]
    spells: tuple[Spell, ...]


def expected(
    entries: Iterable[Entry], measure: str, known: datetime = EVER, public: datetime = EVER
) -> Expected:
    """The history of *measure*, as known and as public then."""
    entries = sorted(
        (entry for entry in entries if entry.recorded_at <= known),
        key=lambda entry: entry.attempt.at,
    )
    dated: dict[str, list[Glimpse]] = {}
    looks: dict[tuple[str, str], list[tuple[Attempt, Look]]] = {}
    for entry in entries:
        seen = glimpses(entry, measure, entries)
        if seen is None:
            continue
        visible = [one for one in seen if (one.reading.published_at or entry.attempt.at) <= public]
        undated: Look = {}
        for glimpse in visible:
            kind = undated if glimpse.reading.as_of is None else dated
            kind.setdefault(glimpse.fact, []).append(glimpse)
        if undated or entry.attempt.at <= public:
            place = (entry.attempt.source, entry.attempt.url)
            looks.setdefault(place, []).append((entry.attempt, undated))
    observations = standing([observation(seen) for seen in dated.values()])
    spells = []
    for place, seen_there in looks.items():
        for run in runs(seen_there):
            first, last = run[0][0].at, run[-1][0].at
            spells.append(Spell(measure, *place, tuple(sorted(run[0][1])), first, last))
            for fact in run[0][1]:
                observations.append(observation([one for _, seen in run for one in seen[fact]]))
    return Expected(
        tuple(
            sorted(observations, key=lambda it: (it.as_of.last, it.first_seen_at, it.id, it.url))
        ),
        tuple(sorted(spells, key=lambda it: (it.first_seen_at, it.source, it.url))),
    )


def glimpses(entry: Entry, measure: str, entries: list[Entry]) -> list[Glimpse] | None:
    """What the attempt saw of the measure; None where nobody knows."""
    seen: list[Glimpse] | None = None
    for result in entry.attempt.results:
        if result.measure != measure:
            continue
        told = shown(entry, result, entries) if result.status == "read" else None
        if result.status == "missing":
            told = []
        if told is not None:
            seen = (seen or []) + told
    return seen


def shown(entry: Entry, result: Result, entries: list[Entry]) -> list[Glimpse] | None:
    """Whatever that reader ever read off that snapshot."""
    attempt = entry.attempt
    found: list[Glimpse] = []
    was_read = False
    for other in entries:
        if (other.attempt.source, other.attempt.snapshot) != (attempt.source, attempt.snapshot):
            continue
        for read in other.attempt.results:
            if (read.measure, read.extractor) != (result.measure, result.extractor):
                continue
            was_read |= bool(read.readings) and read.status == "read"
            was_read |= read.status == "missing" and other.attempt.outcome == "fetched"
            for reading in read.readings if read.status == "read" else ():
                fact = fact_id(attempt.source, reading)
                since = max(entry.recorded_at, other.recorded_at)
                found.append(Glimpse(fact, attempt, result, reading, since))
    return found if was_read else None


def preference(glimpse: Glimpse) -> tuple[datetime, str]:
    return glimpse.reading.published_at or EVER, glimpse.reading.locator or ""


def runs(
    looks: list[tuple[Attempt, Look]],
) -> list[list[tuple[Attempt, Look]]]:
    found: list[list[tuple[Attempt, Look]]] = []
    for look in looks:
        if found and found[-1][-1][1].keys() == look[1].keys():
            found[-1].append(look)
        else:
            found.append([look])
    return found


def observation(glimpses: list[Glimpse]) -> Observation:
    """The fact of these glimpses, as the first of them showed it."""
    first_seen_at = min(glimpse.attempt.at for glimpse in glimpses)
    first = min(
        (glimpse for glimpse in glimpses if glimpse.attempt.at == first_seen_at), key=preference
    )
    reading = first.reading
    return Observation(
        id=first.fact,
        measure=reading.measure,
        source=first.attempt.source,
        value=reading.value,
        as_of=reading.as_of or CalendarDate(first_seen_at.date()),
        as_of_basis=reading.as_of_basis,
        first_seen_at=first_seen_at,
        last_confirmed_at=max(glimpse.attempt.at for glimpse in glimpses),
        recorded_at=min(glimpse.recorded_at for glimpse in glimpses),
        error=reading.error,
        published_at=reading.published_at,
        quote=reading.quote,
        url=first.attempt.url,
        snapshot=first.attempt.snapshot,
        locator=reading.locator,
        attribution=reading.attribution,
        scope=reading.scope,
        derived=reading.derived,
        extractor=first.result.extractor,
        withdrawn=reading.withdrawn,
    )


def standing(dated: list[Observation]) -> list[Observation]:
    """The dated observations, all but what their source said last of a day marked superseded."""
    return [replace(it, superseded=any(supersedes(other, it) for other in dated)) for it in dated]


def supersedes(other: Observation, it: Observation) -> bool:
    same = ("source", "as_of", "scope", "attribution")
    if other is it or any(getattr(other, name) != getattr(it, name) for name in same):
        return False
    if other.last_confirmed_at != it.last_confirmed_at:
        return other.last_confirmed_at > it.last_confirmed_at
    # One attempt showed both.
    takes_it_back = other.withdrawn and not it.withdrawn
    if takes_it_back and (other.value, other.error) == (it.value, it.error):
        return True
    return (
        other.published_at is not None
        and it.published_at is not None
        and other.published_at > it.published_at
    )
