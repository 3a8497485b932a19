"""Which values may answer a measure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.answers import NOT_YET, answer, doubt, is_of_kind
from claimtrack.errors import BadValue
from claimtrack.measures import Kind, Measure, State
from claimtrack.observations import Value
from claimtrack.values import CalendarDate, Interval

DAY = CalendarDate.parse("2025-01-01")


def measure(kind: Kind, unit: str | None = None) -> Measure:
    return Measure("m", "?", kind, unit=unit, states=(State("on"), State("off")))


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("quantity", Decimal(1), "1"),
        ("quantity", Interval(Decimal(1), None, "left"), DAY),
        ("date", DAY, Decimal(2025)),
        ("event", DAY, Decimal(1)),
        ("event", NOT_YET, Interval(None, None)),
        ("state", "on", DAY),
        ("quotation", "words", Decimal(1)),
    ],
)
def test_a_kind_is_answered_by_its_own_types(kind: Kind, right: Value, wrong: Value) -> None:
    assert is_of_kind(right, measure(kind))
    assert not is_of_kind(wrong, measure(kind))


@pytest.mark.parametrize("value", [Decimal(0), Decimal(1), Interval(Decimal("0.1"), Decimal(1))])
def test_a_share_lies_between_0_and_1(value: Value) -> None:
    assert doubt(value, measure("quantity", "share")) is None


@pytest.mark.parametrize(
    "value", [Decimal(19), Decimal("-0.1"), Interval(Decimal("0.9"), None, "left")]
)
def test_what_reaches_outside_is_no_share(value: Value) -> None:
    told = doubt(value, measure("quantity", "share"))
    assert told is not None
    assert told.endswith("is no share: expected 0 to 1")
    assert doubt(value, measure("quantity", "km2")) is None


@pytest.mark.parametrize("value", [Decimal(-3), Interval(Decimal(-4), Decimal(-2))])
def test_no_number_of_people_is_below_nought(value: Value) -> None:
    told = doubt(value, measure("quantity", "persons"))
    assert told is not None
    assert told.endswith("is no number of people: expected 0 or more")
    assert doubt(Decimal(0), measure("quantity", "persons")) is None
    assert doubt(value, measure("quantity", "km")) is None


def test_a_state_is_one_of_those_named() -> None:
    assert doubt("on", measure("state")) is None
    assert doubt("neither", measure("state")) == "'neither' is none of the states on, off"


def test_an_event_has_its_day_or_has_not_come() -> None:
    assert doubt(DAY, measure("event")) is None
    assert doubt(NOT_YET, measure("event")) is None
    assert doubt("soon", measure("event")) is not None


INFLATION = Measure("inflation/island", "How much?", "quantity", unit="ratio")


def test_a_percentage_answers_a_ratio_without_bounds() -> None:
    assert answer(INFLATION, "3.2%") == Interval(Decimal("0.0315"), Decimal("0.0325"))
    assert answer(INFLATION, "under 0.5%") == Interval(None, Decimal("0.005"), "neither")
    assert answer(INFLATION, Decimal("-0.5")) == Decimal("-0.5")


@pytest.mark.parametrize("given", ["up 2 percentage points", "3,000 people", "dozens"])
def test_what_is_no_percentage_answers_no_ratio(given: str) -> None:
    with pytest.raises(BadValue, match="counted in ratio"):
        answer(INFLATION, given)


PACT = Measure(
    "pact/state",
    "Does the pact stand?",
    "state",
    states=(
        State("in_force", ("stands", "is valid"), "still standing"),
        State("lapsed", ("has run out", "is over")),
        State("ended", ("was ended", "is over")),
    ),
)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ("in_force", "in_force"),
        ("In force.", "in_force"),
        ("“Is  valid”", "in_force"),
        ("Still standing", "in_force"),
        ("has run out", "lapsed"),
        ("was ended", "ended"),
    ],
)
def test_a_state_is_given_by_its_words(given: str, state: str) -> None:
    assert answer(PACT, given) == state


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("is over", "tells several states: lapsed, ended"),
        ("not in force", "none of the states in_force, lapsed, ended, nor words of one of them"),
        ("was in force", "none of the states"),
        ("", "none of the states"),
    ],
)
def test_what_tells_no_one_state_answers_nothing(given: str, complaint: str) -> None:
    with pytest.raises(BadValue, match=complaint):
        answer(PACT, given)


@pytest.mark.parametrize("given", ["not_yet", "not yet", "Not yet", "NOT_YET"])
def test_an_event_that_has_not_come_is_answered_by_not_yet(given: str) -> None:
    assert answer(measure("event"), given) == NOT_YET


@pytest.mark.parametrize("given", ["not", "not yet known", "soon"])
def test_the_complaint_about_an_event_names_not_yet(given: str) -> None:
    with pytest.raises(BadValue, match="or 'not_yet' where it has not happened"):
        answer(measure("event"), given)


def test_a_day_is_not_yet_for_an_event_alone() -> None:
    with pytest.raises(BadValue, match=r"not 'not yet'\Z"):
        answer(measure("date"), "not yet")
