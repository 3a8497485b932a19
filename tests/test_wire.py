"""The wire: what is put down there is taken up as it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadDay, BadValue, PluginError
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.pages import Ask, Follow, Refusal
from claimtrack.sources import wire
from claimtrack.values import CalendarDate, Interval

MEASURES = {name: Measure(name, "How many?", "quantity", unit="count") for name in ("a", "b")}

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
amounts = st.decimals(-(10**12), 10**12, allow_nan=False, places=4)
days = st.builds(CalendarDate, st.dates(), st.sampled_from(["day", "month", "year"]))
spans = st.tuples(amounts, amounts).map(lambda two: Interval(min(two), max(two)))
open_spans = amounts.map(lambda one: Interval(one, None, "left"))
zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])
moments = st.builds(
    datetime.combine,
    st.dates(date(2, 1, 1), date(9998, 1, 1)),
    st.builds(lambda at, zone: at.replace(tzinfo=zone), st.times(), zones),
)
readings = st.builds(
    Reading,
    st.sampled_from(["a", "b"]),
    st.one_of(amounts, spans, open_spans, days, texts),
    as_of=st.none() | days,
    as_of_basis=st.sampled_from(["stated", "carried"]),
    error=st.none() | amounts.map(abs),
    quote=texts,
    locator=st.none() | texts,
    attribution=st.none() | texts,
    scope=st.none() | texts,
    published_at=st.none() | moments,
    derived=st.booleans(),
    withdrawn=st.booleans(),
)
asks = st.builds(
    Ask,
    texts,
    st.lists(st.sampled_from(list(MEASURES.values())), unique_by=lambda one: one.id).map(tuple),
    headers=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    secret_env=st.none() | texts,
    not_before=st.none() | st.dates(),
    grace=st.none() | st.timedeltas(timedelta(0), timedelta(days=900)),
    once=st.booleans(),
    changed_at=st.none() | moments,
    at_most=st.none() | st.integers(0, 10_000),
    secret_header=st.none() | texts,
)
refusals = st.builds(
    Refusal, st.sampled_from(["a", "b"]), st.sampled_from(["missing", "silent"]), texts
)
anything = st.one_of(readings, asks, asks.map(Follow), refusals)


def over(*items: wire.Item) -> Any:
    """What arrives of *items*."""
    answer = wire.decode(wire.encode(wire.Some(1, list(items))))
    assert isinstance(answer, wire.Some)
    return [wire.taken(item, MEASURES) for item in answer.items]


@given(st.lists(anything, max_size=5))
def test_what_is_put_down_is_taken_up_as_it_was(said: list[Any]) -> None:
    assert over(*map(wire.put, said)) == said


def test_an_amount_keeps_its_digits() -> None:
    (taken,) = over(wire.put(Reading("a", Decimal("0.20"))))
    assert str(taken.value) == "0.20"


def test_a_parser_s_own_kind_of_text_arrives_as_text() -> None:
    class Word(str):
        __slots__ = ()

    (taken,) = over(wire.put(Reading("a", Word("high"), quote=Word("high tide"))))
    assert (type(taken.value), type(taken.quote)) == (str, str)


@pytest.mark.parametrize("other", [41, "41", None, MEASURES["a"], b"41"])
def test_nothing_else_passes(other: object) -> None:
    with pytest.raises(TypeError):
        wire.put(other)


@pytest.mark.parametrize("name", ["n", "d", "i"])
def test_what_cannot_be_is_refused_where_it_arrives(name: str) -> None:
    good = wire.put(Reading("a", 1, date(2026, 3, 2), quote="1"))
    assert isinstance(good, wire.PutReading)
    value = {"n": wire.Number("NaN"), "d": wire.Day("2026-13"), "i": wire.Span("2", "1", "both")}
    with pytest.raises((BadDay, BadValue)):
        over(
            wire.PutReading(
                good.measure,
                value[name],
                *[getattr(good, one) for one in good.__struct_fields__[2:]],
            )
        )


def test_an_ask_for_what_was_not_given_is_refused() -> None:
    strange = Ask("https://a.example/", (Measure("c", "How?", "quantity", unit="count"),))
    with pytest.raises(PluginError, match="for 'c', which it was not given"):
        over(wire.put(strange))
