"""The laws of the record, over 2,000 random histories on each engine, against brute force.

Each run puts a hundred histories on one record side by side, a batch of each in a transaction:
none may notice the others.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from conftest import Clock
from oracle import EVER, Entry, Expected, expected
from random_histories import ROUNDS, START, RandomHistory, random_history, recorded_at
from sqlalchemy import select

from claimtrack.observations import Attempt, History, Observation
from claimtrack.store import Store
from claimtrack.store.schema import DERIVED

A_HUNDRED = 100
RUNS = range(20)


def histories(run: int) -> list[RandomHistory]:
    return [random_history(seed) for seed in range(run * A_HUNDRED, (run + 1) * A_HUNDRED)]


def entries(history: RandomHistory) -> list[Entry]:
    """Each attempt once, with the first moment at which it was recorded."""
    first: dict[object, Entry] = {}
    for number, batch in enumerate(history.batches):
        for attempt in batch:
            first.setdefault(attempt, Entry(attempt, recorded_at(number)))
    return list(first.values())


def record_round(store: Store, clock: Clock, tracked: Iterable[RandomHistory], number: int) -> None:
    clock.now = recorded_at(number)
    store.record([attempt for history in tracked for attempt in history.batches[number]])


def told(history: History) -> Expected:
    return Expected(history.observations, history.spells)


@pytest.mark.parametrize("run", RUNS)
def test_every_history_is_what_brute_force_says(store: Store, clock: Clock, run: int) -> None:
    tracked = histories(run)
    answered: dict[tuple[str, int], History] = {}
    for number in range(ROUNDS):
        record_round(store, clock, tracked, number)
        for history in tracked[number::ROUNDS]:
            answered[history.measure, number] = store.history(history.measure)
    chance = random.Random(run)
    for history in tracked:
        known = entries(history)
        assert told(store.history(history.measure)) == expected(known, history.measure)
        for number in range(ROUNDS):
            moment = recorded_at(number)
            then = store.history(history.measure, as_known=moment)
            assert told(then) == expected(known, history.measure, known=moment)
            # What was answered then is what is answered now of then.
            assert answered.get((history.measure, number), then) == then
        day = START + timedelta(hours=chance.randint(0, 24 * 45))
        moment = recorded_at(chance.randrange(ROUNDS))
        public = store.history(history.measure, as_public=day, as_known=moment)
        assert told(public) == expected(known, history.measure, moment, day)


def rows(store: Store) -> list[list[tuple[object, ...]]]:
    with store._database.reading() as connection:
        return [sorted(map(tuple, connection.execute(select(table)))) for table in DERIVED]


@pytest.mark.parametrize("run", RUNS[:2])
def test_what_is_current_can_be_rebuilt_row_for_row(store: Store, clock: Clock, run: int) -> None:
    tracked = histories(run)
    for number in range(ROUNDS):
        record_round(store, clock, tracked, number)
        kept = rows(store)
        store.rebuild()
        assert rows(store) == kept
        assert any(kept)


def timeless(history: History) -> list[Observation]:
    """The observations without the one thing that order may change."""
    return [replace(seen, recorded_at=EVER) for seen in history]


@pytest.mark.parametrize("run", RUNS[:2])
def test_order_batching_and_duplicates_do_not_matter(
    new_address: Callable[[], str], clock: Clock, run: int
) -> None:
    tracked = histories(run)
    attempts = [attempt for history in tracked for attempt in history.attempts]
    chance = random.Random(run)
    with Store.open(new_address(), clock=clock) as one, Store.open(new_address()) as other:
        one.record(sorted(attempts, key=lambda attempt: attempt.at))
        chance.shuffle(attempts)
        for start in range(0, len(attempts), 97):
            other.record(attempts[start : start + 97] * chance.randint(1, 2))
        other.record(attempts)
        for history in tracked:
            for public in (None, START + timedelta(days=chance.randint(0, 40))):
                ours = one.history(history.measure, as_public=public)
                theirs = other.history(history.measure, as_public=public)
                assert timeless(ours) == timeless(theirs)
                assert ours.spells == theirs.spells


def becomes_public(attempts: Iterable[Attempt]) -> dict[str | None, datetime]:
    """For each snapshot, the first moment at which something on it was public."""
    first: dict[str | None, datetime] = {}
    for attempt in attempts:
        published = [
            reading.published_at
            for result in attempt.results
            for reading in result.readings
            if reading.published_at
        ]
        moment = min([attempt.at, *published])
        first[attempt.snapshot] = min(moment, first.get(attempt.snapshot, moment))
    return first


@pytest.mark.parametrize("run", RUNS[:2])
def test_nothing_that_became_public_later_is_seen(store: Store, clock: Clock, run: int) -> None:
    tracked = histories(run)
    day = START + timedelta(days=8)
    attempts = [attempt for history in tracked for attempt in history.attempts]
    public = becomes_public(attempts)
    late = [attempt for attempt in attempts if public[attempt.snapshot] > day]
    store.record([attempt for attempt in attempts if attempt not in late])
    before = {it.measure: store.history(it.measure, as_public=day) for it in tracked}
    clock.tick()
    assert store.record(late).new_facts > A_HUNDRED
    for history in tracked:
        after = store.history(history.measure, as_public=day)
        assert after == before[history.measure]
        assert all((seen.published_at or seen.first_seen_at) <= day for seen in after)
    assert any(before.values())


def test_the_random_histories_hold_every_kind_of_thing() -> None:
    attempts = [attempt for run in RUNS[:4] for it in histories(run) for attempt in it.attempts]
    results = [result for attempt in attempts for result in attempt.results]
    readings = [reading for result in results for reading in result.readings]
    assert {result.status for result in results} == {"read", "missing", "unreadable", "quarantined"}
    assert {"fetched", "not_modified", "blocked", "gone"} <= {it.outcome for it in attempts}
    assert {reading.withdrawn for reading in readings} == {True, False}
    spells = [
        expected(entries(history), history.measure).spells
        for run in RUNS
        for history in histories(run)
    ]
    assert max(map(len, spells)) > 4
