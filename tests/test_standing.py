"""Standing measures: what stands on record, held as it is written, on either engine."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace
from datetime import date

import pytest

from claimtrack.claims import Document
from claimtrack.measures import Measure, Subscription
from claimtrack.store import Store
from claimtrack.store.standing import StandingMeasures
from claimtrack.values import CalendarDate

DAY = CalendarDate(date(2026, 1, 1))


def measure(id: str, *sources: str) -> Measure:
    asked = tuple(
        Subscription(one, one, options=(("url", f"https://example.org/{id}"),)) for one in sources
    )
    return Measure(id, f"What is “{id}”?\nIn all?", "quantity", "share", subscriptions=asked)


def document(id: str, *measures: Measure) -> Document:
    return Document(id, id.title(), DAY, measures=measures)


def test_they_are_the_measures_that_stand(store: Store) -> None:
    for given in (
        document("b", measure("shared", "map"), measure("Zinc", "map"), measure("dropped", "map")),
        document("B", measure("shared", "series", "map"), measure("été", "map")),
        document("a", measure("shared", "page"), measure("a_b", "map"), measure("a-b", "map")),
        document("b", measure("shared", "map"), replace(measure("Zinc", "map"), scope="here")),
    ):
        store.add(given)
    held = store.standing_measures()

    assert tuple(held) == store.measures()
    assert [one.id for one in held] == sorted(one.id for one in held)
    shared = next(one for one in held if one.id == "shared")
    assert [one.name for one in shared.subscriptions] == ["series", "map", "page"]


def test_more_than_are_read_at_once_come_whole(store: Store) -> None:
    many = [measure(f"m{number:04}", "page") for number in range(1_203)]
    store.add(document("first", *many))
    store.add(document("second", *(measure(one.id, "map") for one in many[400:700])))
    held = store.standing_measures()

    assert tuple(held) == store.measures()
    assert len(held) == 1_203
    assert {len(one.subscriptions) for one in held[400:700]} == {2}
    assert [held[place].id for place in (0, 1_202, -1, 600)] == [
        "m0000",
        "m1202",
        "m1202",
        "m0600",
    ]
    with pytest.raises(IndexError):
        held[1_203]


def test_none_stand_where_nothing_is_on_record(store: Store) -> None:
    assert tuple(store.standing_measures()) == ()
    assert len(StandingMeasures()) == 0


def test_many_take_little_room(store: Store) -> None:
    store.add(document("text", *(measure(f"m{number:04}", "page") for number in range(2_000))))
    store.standing_measures()  # what is imported and compiled on the way stays
    gc.collect()
    tracemalloc.start()
    try:
        held = store.standing_measures()
        gc.collect()
        # As they are they take some 700 bytes each.
        assert tracemalloc.get_traced_memory()[0] / len(held) < 150
    finally:
        tracemalloc.stop()
