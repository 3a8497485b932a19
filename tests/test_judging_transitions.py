"""Transitions: the days on which a claim's label changed, and how closely they are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import daily, history, measure, noon, quantity, seen, trend

from claimtrack.claims import Assertion, Claim, Part, TrendRule
from claimtrack.judging import judge, transitions
from claimtrack.judging.claimcases import claim_case
from claimtrack.judging.labelchanges import last_changes
from claimtrack.judging.labels import Label
from claimtrack.judging.turns import Onset
from claimtrack.judging.verdicts import Transition
from claimtrack.measures import Measure
from claimtrack.observations import History, Observation
from claimtrack.values import Interval, calendar_date

FIRST = date(2025, 1, 1)
FIFTH = quantity(means=("0.18", "0.22"))


def day(number: int) -> date:
    """The day of that number, counted from 0."""
    return FIRST + timedelta(days=number)


def told(*changes: Transition) -> list[tuple[date, Label, Label, str]]:
    return [(each.on, each.before, each.after, each.cause.kind) for each in changes]


def test_each_change_of_label_is_a_transition_with_its_cause() -> None:
    said = history(
        seen("0.2", day(0)), seen("0.2", day(1)), seen("0.3", day(2)), seen("0.2", day(9))
    )

    found = transitions(FIFTH, measure(stale=4), said, until=day(99))

    assert told(*found) == [
        (day(0), "not_enough_evidence", "supported", "observation"),
        (day(2), "supported", "refuted", "observation"),
        (day(7), "refuted", "not_enough_evidence", "time"),
        (day(9), "not_enough_evidence", "supported", "observation"),
        (day(14), "supported", "not_enough_evidence", "time"),
    ]
    assert [each.cause.observation for each in found[:2]] == [said[0], said[2]]
    assert {each.claim for each in found} == {"text/claim"}


def test_only_the_days_asked_for_are_told() -> None:
    said = history(seen("0.2", day(0)), seen("0.3", day(2)), seen("0.2", day(4)))

    some = transitions(FIFTH, measure(), said, since=day(1), until=day(3))

    assert [each.on for each in some] == [day(2)]
    assert transitions(FIFTH, measure(), said, since=day(2), until=day(2)) == some


def test_a_gap_between_observations_brackets_the_change() -> None:
    said = history(seen("0.2", day(0)), seen("0.3", day(10)))

    change = transitions(FIFTH, measure(), said, until=day(20))[-1]

    assert (change.earliest, change.on, change.latest) == (day(1), day(10), day(10))


def test_an_undated_answer_is_known_as_long_as_it_was_confirmed() -> None:
    said = history(seen("0.2", day(0), until=day(6)), seen("0.3", day(10), until=day(12)))

    change = transitions(FIFTH, measure(), said, until=day(20))[-1]

    assert (change.earliest, change.latest) == (day(7), day(10))


def test_a_borderline_stretch_is_bracketed_by_the_firm_days_around_it() -> None:
    error = Decimal("0.01")
    said = history(
        seen("0.2", day(0), error=error),
        seen("0.22", day(3), error=error),
        seen("0.221", day(5), error=error),
        seen("0.24", day(8), error=error),
    )

    _, onto, off = transitions(FIFTH, measure(), said, until=day(20))

    assert told(onto, off) == [
        (day(3), "supported", "borderline", "observation"),
        (day(8), "borderline", "refuted", "observation"),
    ]
    assert {(each.earliest, each.latest) for each in (onto, off)} == {(day(1), day(8))}


def test_an_uncertain_stretch_that_never_ends_is_bracketed_on_one_side() -> None:
    said = history(seen("0.2", day(0)), seen("0.22", day(5), error=Decimal("0.01")))

    change = transitions(FIFTH, measure(), said, until=day(9))[-1]

    assert (change.after, change.earliest, change.latest) == ("borderline", day(1), day(5))


def test_after_a_silence_the_change_lies_anywhere_since_the_last_answer() -> None:
    said = history(seen("0.2", day(0)), seen("0.3", day(50)))

    back = transitions(FIFTH, measure(stale=10), said, until=day(60))[-1]

    assert (back.before, back.after) == ("not_enough_evidence", "refuted")
    assert (back.earliest, back.on, back.latest) == (day(1), day(50), day(50))


def test_the_first_observation_and_the_passing_of_time_have_their_own_day() -> None:
    said = history(seen("0.22", day(3), error=Decimal("0.01")), seen("0.2", day(5)))

    found = transitions(FIFTH, measure(stale=10), said, until=day(60))

    assert [(each.earliest, each.latest) for each in (found[0], found[-1])] == [
        (day(3), day(3)),
        (day(16), day(16)),
    ]


@pytest.mark.parametrize("unit", ["km2", "persons/d"])
def test_a_trend_turns_with_a_record_or_when_the_last_is_too_old(unit: str) -> None:
    values = [(0, 5), (2, 5), (3, 1), (4, 12), (5, 9), (6, 4), (7, 4)]
    said = history(*(seen(value, day(at)) for at, value in values))

    found = transitions(trend(window=4), measure(unit, stale=20), said, until=day(60))

    assert {each.on for each in found[:-1]} <= {day(at) for at, _ in values}
    assert {each.cause.kind for each in found[:-1]} == {"observation"}
    assert (found[-1].on, found[-1].after, found[-1].cause.kind) == (
        day(28),
        "not_enough_evidence",
        "time",
    )


def test_a_figure_that_moves_the_window_on_is_why_nothing_can_be_told() -> None:
    said = history(*(seen(str(at), day(at)) for at in (*range(8), 20)))

    found = transitions(trend(window=4), measure("persons/d", stale=60), said, until=day(30))

    assert [(each.on, each.after) for each in found] == [
        (day(6), "supported"),
        (day(20), "not_enough_evidence"),
    ]
    assert found[-1].cause.observation is not None
    assert found[-1].cause.observation.holds_from == day(20)


def test_a_claim_about_a_day_to_come_is_pending_until_it_comes() -> None:
    said = history(seen("0.2", day(0)))
    later = quantity(means=("0.18", "0.22"), as_of=day(5))

    assert told(*transitions(later, measure(stale=20), said, until=day(9))) == [
        (day(5), "pending", "supported", "time")
    ]


def test_once_its_day_has_come_the_days_before_it_are_judged_too() -> None:
    said = history(seen("0.3", day(0)), seen("0.2", day(2)), seen("0.2", day(5)))
    claim = quantity(means=("0.18", "0.22"), as_of=day(5))

    assert [each.on for each in transitions(claim, measure(), said, until=day(9))] == [
        day(0),
        day(2),
    ]


def test_a_day_that_came_and_went_without_any_evidence_is_no_news() -> None:
    claim = quantity(means=("0.18", "0.22"), as_of=day(5))

    assert transitions(claim, measure(), history(), until=day(9)) == ()
    assert judge(claim, measure(), history(), at=day(0)).label == "not_enough_evidence"


def test_a_day_is_not_to_come_once_evidence_was_seen_after_it() -> None:
    late = seen("0.2", day(0), last_confirmed_at=noon(day(8)))
    claim = quantity(means=("0.18", "0.22"), as_of=day(5))

    found = transitions(claim, measure(stale=20), history(late), until=day(9))

    assert told(*found) == [(day(0), "not_enough_evidence", "supported", "observation")]


def test_a_claim_without_evidence_never_changes() -> None:
    assert transitions(FIFTH, measure(), history(), until=day(9)) == ()


# Laws

amounts = st.integers(0, 6).map(lambda fifths: Decimal(fifths) / 5)
SOURCES = ["map", "paper", "rival", "person"]


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    """An observation of any of four sources: dated to a day or a month, or undated."""
    on = day(draw(st.integers(0, 80)))
    value = draw(amounts | st.tuples(amounts, amounts).map(lambda ends: Interval(*sorted(ends))))
    until = draw(st.none() | st.integers(0, 20).map(lambda more: on + timedelta(days=more)))
    dated = on if until or draw(st.integers(0, 4)) else f"{on:%Y-%m}"
    given = seen(
        value,
        dated,
        draw(st.sampled_from(SOURCES)),
        until=until,
        error=draw(st.none() | st.just(Decimal("0.1"))),
        quote=draw(st.sampled_from(["", "", "The same words."])),
    )
    fate = draw(st.sampled_from(["stands"] * 6 + ["withdrawn", "superseded"]))
    return given if fate == "stands" else replace(given, **{fate: True})


def ending(means: tuple[str, str]) -> Claim:
    return quantity(means=means, as_of=day(60))


claims = st.one_of(
    st.sampled_from([quantity(means=("0.3", "0.7")), quantity(means=("0.4", "0.4"))]),
    st.sampled_from([ending(("0.3", "0.7")), ending(("0", "0.2"))]),
    st.builds(
        trend,
        st.sampled_from(["up", "down"]),
        st.sampled_from([1, 7, 30]),
        st.sampled_from(["net", "slope", "share-of-days", "every-day"]),
    ),
)
asked = st.builds(
    measure, st.sampled_from(["share", "persons/d"]), stale=st.none() | st.integers(0, 40)
)


@settings(max_examples=80, deadline=None)
@given(claims, asked, st.lists(observations(), max_size=14))
def test_replaying_the_transitions_gives_the_label_of_every_day(
    claim: Claim, about: Measure, said: list[Observation]
) -> None:
    record = history(*said)

    found = transitions(claim, about, record, until=day(200))

    assert_replayed(claim, about, record, found)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.integers(0, 30), st.integers(0, 3), min_size=2, max_size=16),
    st.integers(1, 9),
    st.sampled_from(["net", "slope", "share-of-days", "every-day"]),
    st.sampled_from(["km2", "persons/d"]),
)
def test_replaying_a_trend_gives_the_label_of_every_day(
    values: dict[int, int], window: int, rule: TrendRule, unit: str
) -> None:
    said = history(*(seen(value, day(number)) for number, value in values.items()))
    claim, about = trend(window=window, rule=rule), measure(unit, stale=12)

    found = transitions(claim, about, said, until=day(60))

    assert_replayed(claim, about, said, found, days=range(-2, 61))


def assert_replayed(
    claim: Claim,
    about: Measure | dict[str, Measure],
    record: History | dict[str, History],
    found: tuple[Transition, ...],
    days: range = range(-40, 161),
) -> None:
    changed = {each.on: each for each in found}
    label = found[0].before if found else judge(claim, about, record, at=day(days[0])).label
    for number in days:
        if day(number) in changed:
            assert changed[day(number)].before == label
            label = changed[day(number)].after
        assert judge(claim, about, record, at=day(number)).label == label, day(number)


@settings(deadline=None)
@given(claims, asked, st.lists(observations(), max_size=14))
def test_a_transition_lies_within_its_bracket_and_after_the_one_before(
    claim: Claim, about: Measure, said: list[Observation]
) -> None:
    found = transitions(claim, about, history(*said), until=day(200))

    assert all(each.earliest <= each.on <= each.latest for each in found)
    assert all(each.before != each.after for each in found)
    assert [each.on for each in found] == sorted({each.on for each in found})


@settings(deadline=None)
@given(claims, asked, st.lists(observations(), max_size=14), st.integers(-20, 200))
def test_the_last_change_is_known_as_closely_when_it_is_found_from_the_end(
    claim: Claim, about: Measure, said: list[Observation], until: int
) -> None:
    every = transitions(claim, about, history(*said), until=day(until))
    case = claim_case(claim, about, history(*said))

    last = last_changes(claim.name, case, day(until))

    assert every[len(every) - len(last) :][-1:] == last[-1:]
    assert bool(every) == bool(last)
    assert not every or Onset.of(every) == Onset.of(last)


def test_only_the_days_that_can_tell_the_last_change_are_looked_at() -> None:
    said = history(*daily(FIRST, ["0.2"] * 100), seen("0.3", day(100)))
    case = claim_case(FIFTH, measure(), said)

    assert len(transitions(FIFTH, measure(), said, until=day(100))) == 2
    assert len(last_changes("text/claim", case, day(100))) == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(observations(), max_size=10), st.lists(observations(), max_size=10))
def test_a_claim_in_parts_is_replayed_as_well(
    one: list[Observation], other: list[Observation]
) -> None:
    fifth = Part("fifth", Assertion("quantity", "m", means=(Decimal("0.3"), Decimal("0.7"))))
    rises = Part("rises", Assertion("trend", "n", direction="up", window=timedelta(days=7)))
    claim = Claim("claim", "text", "Both.", parts=(fifth, rises))
    about = {"m": measure(), "n": measure("km2", id="n")}
    record = {"m": history(*one), "n": history(*other)}

    assert_replayed(claim, about, record, transitions(claim, about, record, until=day(200)))


def test_a_part_that_turns_is_the_cause_even_where_another_then_decides() -> None:
    parts = tuple(
        Part(name, Assertion("quantity", name, means=(Decimal("0.18"), Decimal("0.22"))))
        for name in "mn"
    )
    claim = Claim("claim", "text", "Both.", parts=parts)
    about = {"m": measure(), "n": measure(id="n")}
    turned = seen("0.2", day(5))

    found = transitions(claim, about, {"m": history(seen("0.3", day(0)), turned)}, until=day(20))

    assert told(*found) == [
        (day(0), "not_enough_evidence", "refuted", "observation"),
        (day(5), "refuted", "not_enough_evidence", "observation"),
    ]
    assert found[1].cause.observation == turned


@pytest.mark.parametrize("rule", ["net", "slope", "share-of-days", "every-day"])
def test_a_long_record_turns_where_it_turns(rule: TrendRule) -> None:
    values = [abs(500 - number % 1000) for number in range(5000)]
    said = history(*daily(FIRST, values))

    found = transitions(trend(rule=rule), measure("km2"), said, until=day(5200))

    assert [each.after for each in found[:3]] == ["refuted", "supported", "refuted"]
    assert len(found) == 11


def test_a_month_holds_from_its_end() -> None:
    said = history(seen("0.2", "2025-01"), seen("0.3", "2025-02"))

    change = transitions(FIFTH, measure(stale=90), said, until=date(2025, 4, 1))[-1]

    assert (change.earliest, change.on) == (date(2025, 2, 1), calendar_date("2025-02").last)
