"""Random histories: everything that can happen to a page in a few weeks, in any order.

Captures come late and twice, "not modified" names pages of long ago or of later, readers find more
on a page than they did before, pages lose what they said and take it back.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from claimtrack.observations import Attempt, Outcome, Reading, Result, Snapshot
from claimtrack.values import CalendarDate, Interval

START = datetime(2025, 1, 1, tzinfo=UTC)
ROUNDS = 3
FAILURES: tuple[Outcome, ...] = (
    "absent", "gone", "blocked", "disallowed", "postponed", "unreachable",
)  # fmt: skip


@dataclass(frozen=True)
class RandomHistory:
    """What happened to one measure, and the batches in which it reached the record."""

    measure: str
    batches: tuple[tuple[Attempt, ...], ...]

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        return tuple(attempt for batch in self.batches for attempt in batch)


def recorded_at(number: int) -> datetime:
    """When the batch of that number is recorded."""
    return datetime(2025, 6, 1, tzinfo=UTC) + timedelta(hours=number)


def random_history(seed: int) -> RandomHistory:
    """The history of that seed; its measure, sources and pages are nobody else's."""
    chance = random.Random(seed)
    measure = f"measure-{seed}"
    count = chance.randint(2, 14)
    # No two at once: the order of those is the record's own affair.
    hours = chance.sample(range(24 * 40), count)
    attempts = [_attempt(chance, seed, measure, START + timedelta(hours=hour)) for hour in hours]
    attempts += chance.choices(attempts, k=chance.randint(0, 3))
    chance.shuffle(attempts)
    return RandomHistory(measure, _dealt(chance, attempts))


def _dealt(chance: random.Random, attempts: Sequence[Attempt]) -> tuple[tuple[Attempt, ...], ...]:
    batches: list[list[Attempt]] = [[] for _ in range(ROUNDS)]
    for attempt in attempts:
        chance.choice(batches).append(attempt)
    return tuple(tuple(batch) for batch in batches)


def _attempt(chance: random.Random, seed: int, measure: str, at: datetime) -> Attempt:
    source = f"source-{seed}-{chance.choice('aab')}"
    url = f"https://example.org/{seed}/{chance.choice('112')}"
    if chance.random() < 0.12:
        return Attempt(source, url, at, chance.choice(FAILURES), reason="it happens")
    page = chance.choice("wxyz")
    snapshot = Snapshot.of(f"{seed} {page}".encode()).sha256
    extractor = f"reader@{chance.choice('1112')}"
    outcome: Outcome = "not_modified" if chance.random() < 0.35 else "fetched"
    # Now and then two readers read the same page for the same measure.
    extractors = [extractor] + ["reader@3"] * (chance.random() < 0.1)
    results = tuple(
        _result(chance, measure, f"{seed} {page} {name}", name, outcome) for name in extractors
    )
    return Attempt(source, url, at, outcome, 200, snapshot=snapshot, results=results)


def _result(
    chance: random.Random, measure: str, page: str, extractor: str, outcome: Outcome
) -> Result:
    kind = chance.random()
    if kind < 0.08:
        return Result(measure, "missing", extractor, reason="not there")
    if kind < 0.13:
        return Result(measure, "unreadable", extractor, reason="cannot read it")
    if kind < 0.17:
        strange = (Reading(measure, 99),)
        return Result(measure, "quarantined", extractor, strange, reason="outside")
    if outcome == "not_modified" and chance.random() < 0.9:
        return Result(measure, "read", extractor)
    of_page = random.Random(page)
    readings = [_reading(of_page, measure, f"{page} {n}") for n in range(of_page.randint(1, 4))]
    of_measure = random.Random(measure)
    readings.append(_reading(of_measure, measure, f"{page} in common"))  # with every other page
    if chance.random() < 0.15:  # the same reader, the same page, and once it finds more
        readings.append(_reading(chance, measure, f"{page} more {chance.random()}"))
    if chance.random() < 0.15:  # or the same again, elsewhere on the page
        again = f"{chance.choice('az')} {page} {chance.random()}"
        readings.append(replace(chance.choice(readings), locator=again, quote=f"as {again} says"))
    return Result(measure, "read", extractor, tuple(readings))


def _reading(chance: random.Random, measure: str, locator: str) -> Reading:
    day = chance.choice([None, None, date(2025, 1, 5), date(2025, 1, 6), "month"])
    as_of = CalendarDate(date(2025, 1, 1), "month") if day == "month" else day
    published = chance.choice([None, None, None, chance.randint(0, 24 * 45)])
    return Reading(
        measure,
        chance.choice(
            [Decimal(1), Decimal("2.50"), Interval(Decimal(1), None, "left"), "in force",
             CalendarDate(date(2042, 1, 1), "year")]
        ),
        as_of=as_of,  # type: ignore[arg-type]
        as_of_basis=chance.choice(["stated", "carried"]),
        error=chance.choice([None, None, Decimal("0.1")]),
        quote=f"as {locator} says",
        locator=locator,
        attribution=chance.choice([None, None, "a minister"]),
        scope=chance.choice([None, None, None, "without the sea"]),
        published_at=None if published is None else START + timedelta(hours=published, minutes=30),
        derived=chance.random() < 0.2,
        withdrawn=chance.random() < 0.15,
    )  # fmt: skip
