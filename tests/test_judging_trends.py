"""Trends: whether an amount moved the way a claim says, over the window it is judged by."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import FIGURES, column, daily, history, measure, seen, trend

from claimtrack.claims import Assertion, Claim, Direction, TrendRule
from claimtrack.judging import judge
from claimtrack.judging.labels import Label
from claimtrack.judging.verdicts import Verdict
from claimtrack.observations import History, Observation
from claimtrack.values import Interval

FIRST = date(2025, 1, 1)
WRITTEN = date(2025, 8, 15)
RULES: tuple[TrendRule, ...] = ("net", "slope", "share-of-days", "every-day")


def day(number: int) -> date:
    """The day of that number, counted from 0."""
    return FIRST + timedelta(days=number)


def names(verdict: Verdict) -> list[str]:
    return [finding.name for finding in verdict.findings]


def by(verdict: Verdict, kind: str) -> dict[str, Label]:
    """The labels of the readings of one kind: ``rule`` or ``window``."""
    return {
        reading.choice.removeprefix(f"{kind} "): reading.label
        for reading in verdict.readings
        if reading.choice.startswith(f"{kind} ") and reading.changed < 2
    }


def test_each_rule_is_held_against_each_window() -> None:
    values = [*range(40), *[40] * 10]
    said = history(*daily(FIRST, values))

    verdict = judge(trend("up", 30, "net"), measure("km2"), said, at=day(49))

    chosen = {tuple(dict(reading.choices).values()): reading for reading in verdict.readings}
    assert len(chosen) == len(verdict.readings) == 12  # a year is not covered
    assert chosen["net", "30 days"].changed == 0
    assert chosen["every-day", "7 days"].label == "refuted"
    assert chosen["every-day", "7 days"].choice == "rule every-day over a window of 7 days"
    assert {reading.changed for reading in chosen.values()} == {0, 1, 2}
    told = "It is right in 6 of 12 readings; it turns on the rule and the window."
    assert told in verdict.explain().splitlines()


def rates() -> History:
    """Losses a day: the differences of the example's cumulative series."""
    level = column("russian_losses.csv", "personnel")
    steps = pairwise(level)
    return history(
        *(replace(b, value=Decimal(str(b.value)) - Decimal(str(a.value))) for a, b in steps)
    )


# The rules


@pytest.mark.parametrize(
    ("values", "held"),
    [
        ([1, 2, 3], {"net", "slope", "share-of-days", "every-day"}),
        ([1, 2, 2], {"net", "slope"}),
        ([1, 2, 3, 3], {"net", "slope", "share-of-days"}),
        ([1, 2, 3, 0], {"share-of-days"}),
        ([5, 0, 1, 6], {"net", "slope", "share-of-days"}),
        ([0, 9, 9, 9, 1], {"net", "slope"}),
        ([9, 1, 1, 1, 9], set()),
        ([0, 9, 0, 0, 0, 1], {"net"}),
        ([2, 2, 2], set()),
        ([3, 2, 1], set()),
    ],
)
def test_each_rule_has_its_own_idea_of_a_rise(values: list[int], held: set[str]) -> None:
    said = history(*daily(FIRST, values))
    window = len(values) - 1

    for rule in RULES:
        verdict = judge(trend("up", window, rule), measure("km2"), said, at=day(window))
        assert verdict.label == ("supported" if rule in held else "refuted"), rule
        assert by(verdict, "rule") == {
            each: "supported" if each in held else "refuted" for each in RULES
        }
        assert next(iter(by(verdict, "rule"))) == rule
        assert verdict.rule == f"{rule}-1"


def test_down_mirrors_up() -> None:
    said = history(*daily(FIRST, [5, 4, 4, 3]))

    up = judge(trend("up", 3), measure("km2"), said, at=day(3))
    down = judge(trend("down", 3), measure("km2"), said, at=day(3))

    assert (up.label, up.distance) == ("refuted", Decimal(-2))
    assert (down.label, down.distance) == ("supported", Decimal(2))
    assert up.figure == down.figure == "down 2 km², from 5 on 1 January 2025 to 3 on 4 January 2025"
    steps = "never went up, stayed level once and went down twice"
    assert down.reason.startswith("It fell by 2 km², from 5 on 1 January 2025 to 3 on 4 January")
    assert f": from one figure to the next it {steps} (" in down.reason
    assert down.reason == up.reason


def test_the_window_counts_back_from_the_last_day_on_record() -> None:
    said = history(*daily(FIRST, [9, 1, 2, 3]))

    assert judge(trend("up", 2), measure("km2"), said, at=day(3)).label == "supported"
    assert judge(trend("up", 3), measure("km2"), said, at=day(3)).label == "refuted"


@pytest.mark.parametrize("unit", ["km2", "persons/d"])
@pytest.mark.parametrize("rule", RULES)
def test_silence_changes_neither_the_label_nor_the_figures(rule: TrendRule, unit: str) -> None:
    said = history(*daily(FIRST, [1, 1, 9, 8, 7, 8, 9, 3, 4, 5]))
    claim, about = trend("up", 4, rule), measure(unit, stale=20)

    last = judge(claim, about, said, at=day(9))
    later = [judge(claim, about, said, at=day(9 + silent)) for silent in range(1, 21)]

    assert {each.label for each in later} == {last.label}
    assert {each.reason for each in later} == {last.reason}
    assert {each.readings for each in later} == {last.readings}
    assert {each.figure for each in later} == {last.figure}
    assert judge(claim, about, said, at=day(30)).label == "not_enough_evidence"


def test_each_source_has_a_window_of_its_own() -> None:
    said = history(*daily(FIRST, [1, 2, 3, 4], "paper"), *daily(FIRST, [5, 6, 9], "rival"))

    verdict = judge(trend("up", 2), measure("km2"), said, at=day(3))

    paper = "4 km², from 5 on 1 January 2025 to 9 on 3 January 2025"
    rival = "2 km², from 2 on 2 January 2025 to 4 on 4 January 2025"
    assert verdict.figure == f"up {paper} and up {rival}"
    assert verdict.reason.startswith(f"It rose by {paper}: ")
    assert f"; it rose by {rival}: " in verdict.reason


def test_where_the_windows_disagree_it_says_so() -> None:
    said = history(*daily(FIRST, [20 - at for at in range(20)] + list(range(1, 9))))

    verdict = judge(trend("up", 7), measure("km2"), said, at=day(27))

    assert verdict.label == "supported"
    assert by(verdict, "window") == {"of 30 days": "refuted"}
    assert names(verdict) == ["window_dependent"]
    assert "window of 30 days" in verdict.findings[0].detail


def test_where_the_rules_disagree_it_says_so() -> None:
    verdict = judge(trend("up", 2), measure("km2"), history(*daily(FIRST, [1, 1, 2])), at=day(2))

    assert names(verdict) == ["rule_dependent"]
    assert "share-of-days and the rule every-day" in verdict.findings[0].detail


def test_a_claim_that_declares_nothing_is_judged_by_net_over_thirty_days() -> None:
    bare = Claim("claim", "text", "It rises.", Assertion("trend", "m"))
    said = history(*daily(FIRST, range(40)))

    verdict = judge(bare, measure("km2"), said, at=day(35))

    assert (verdict.label, verdict.rule, verdict.distance) == ("supported", "net-1", 30)


@pytest.mark.parametrize(
    ("rule", "unit", "falls", "told"),
    [
        ("net", "km2", False, "where it ended against where it was 4 days before (rule net)"),
        ("net", "km2/d", False, "the average against that of the time before (rule net)"),
        ("slope", "km2", False, "the line that lies nearest to all the figures (rule slope)"),
        ("share-of-days", "km2", True, "whether it went down more than half the time (rule share"),
        ("every-day", "km2", False, "whether it went up every time (rule every-day)"),
    ],
)
def test_what_decides_is_told_in_words(rule: TrendRule, unit: str, falls: bool, told: str) -> None:
    said = history(*daily(FIRST, range(10)))

    verdict = judge(trend("down" if falls else "up", 4, rule), measure(unit), said, at=day(9))

    assert f"; what counts is {told}" in verdict.reason


@pytest.mark.parametrize(
    ("values", "direction", "turn"),
    [
        ([39, 41, 40, 45], "up", "went down on 3 January 2025, from 41 to 40 km²"),
        ([41, 40, 45, 44, 46], "up", "last went down on 4 January 2025, from 45 to 44 km²"),
        ([39, 40, 40, 45], "up", "stayed level on 3 January 2025, at 40 km²"),
        ([9, 8, 8, 8], "down", "last stayed level on 4 January 2025, at 8 km²"),
        # Of both, what went the other way says more.
        ([9, 10, 8, 8], "down", "went up on 2 January 2025, from 9 to 10 km²"),
    ],
)
def test_what_was_not_so_every_day_is_told_by_the_day_on_which_it_was_not(
    values: list[int], direction: Direction, turn: str
) -> None:
    said = history(*daily(FIRST, values))
    last = day(len(values) - 1)

    verdict = judge(trend(direction, len(values) - 1, "every-day"), measure("km2"), said, at=last)

    assert (verdict.label, verdict.figure) == ("refuted", turn)
    assert f"; it {turn} (The Map); what counts is whether it went" in verdict.reason


def test_what_was_so_every_day_is_told_by_how_much_it_moved() -> None:
    said = history(*daily(FIRST, [3, 4, 6]))

    verdict = judge(trend("up", 2, "every-day"), measure("km2"), said, at=day(2))

    assert verdict.figure == "up 3 km², from 3 on 1 January 2025 to 6 on 3 January 2025"
    assert "it went up twice and never went down (The Map); what counts" in verdict.reason


def test_what_was_so_more_than_half_the_time_is_told_by_how_often() -> None:
    said = history(*daily(FIRST, [3, 4, 5, 1]))
    ends = "from 3 on 1 January 2025 to 1 on 4 January 2025"

    up = judge(trend("up", 3, "share-of-days"), measure("km2"), said, at=day(3))
    down = judge(trend("down", 3, "share-of-days"), measure("km2"), said, at=day(3))

    assert (up.label, up.figure) == ("supported", f"up 2 of 3 times, {ends}")
    assert (down.label, down.figure) == ("refuted", f"down 1 of 3 times, {ends}")


def test_a_line_that_leans_otherwise_than_the_ends_is_told() -> None:
    said = history(*daily(FIRST, [5, 0, 1, 5]))

    verdict = judge(trend("up", 3, "slope"), measure("km2"), said, at=day(3))

    ends = "5 km² on 1 January 2025 and on 4 January 2025"
    assert verdict.label == "supported"
    assert verdict.figure == f"the line through the figures rises, {ends}"
    assert ", and the line through them rises (The Map); what counts is the line" in verdict.reason


def test_an_amount_that_came_back_ended_where_it_began() -> None:
    said = history(*daily(FIRST, [5, 4, 5]))

    verdict = judge(trend("up", 2), measure("km2"), said, at=day(2))

    both = "5 km² on 1 January 2025 and on 3 January 2025"
    assert verdict.figure == f"unchanged, {both}"
    assert verdict.reason.startswith(
        f"It ended where it began, {both}: from one figure to the next it went up once and went "
        "down once ("
    )


# Rates


def test_the_net_of_a_rate_compares_the_mean_with_that_of_the_window_before() -> None:
    # The rate falls within the window, and its mean is still above the one before.
    said = history(*daily(FIRST, [1, 1, 1, 9, 8, 7]))

    verdict = judge(trend("up", 3), measure("persons/d"), said, at=day(5))

    assert (verdict.label, verdict.distance) == ("supported", Decimal(7))
    assert by(verdict, "rule")["slope"] == "supported"
    means = "8 people a day from 4 to 6 January 2025 against 1 from 1 to 3 January 2025"
    assert f"It averaged {means}: " in verdict.reason
    assert verdict.figure == f"an average of {means}"


def test_the_net_of_a_rate_needs_both_windows() -> None:
    said = history(*daily(FIRST, [1, 2, 3]))

    by_net = judge(trend("up", 3), measure("persons/d"), said, at=day(2))
    by_slope = judge(trend("up", 3, "slope"), measure("persons/d"), said, at=day(2))

    assert (by_net.label, by_net.evidence) == ("not_enough_evidence", "fresh")
    assert by_net.reason.startswith(
        "The figures of the 3 days before the newest are there, but too few of the 3 days before "
        "those, with which a rate is compared, to tell a movement."
    )
    assert by_slope.label == "supported"
    assert "net" not in by(by_slope, "rule")


# What the record must cover


def test_a_record_that_covers_less_than_half_the_window_tells_no_movement() -> None:
    said = history(*daily(FIRST, range(40)))

    short = judge(trend(), measure("km2"), said, at=day(14))
    half = judge(trend(), measure("km2"), said, at=day(15))

    assert (short.label, short.evidence, short.judged_on) == ("not_enough_evidence", "fresh", None)
    assert "cover too little of the 30 days before the newest" in short.reason
    assert half.label == "supported"


MONTHS = ["2024-10", "2024-11", "2024-12", *(f"2025-{month:02}" for month in range(1, 9))]


@pytest.mark.parametrize("unit", ["persons/d", "km2"])
def test_a_monthly_figure_more_never_takes_an_answer_away(unit: str) -> None:
    firsts = [date.fromisoformat(f"{month}-01") for month in MONTHS]
    said = [seen(str(number), first) for number, first in enumerate(firsts)]

    labels = [
        judge(trend("up", 90), measure(unit), history(*said[: count + 1]), at=firsts[count]).label
        for count in range(len(said))
    ]

    started = labels.index("supported")
    assert started == (5 if unit == "persons/d" else 2)
    assert set(labels[started:]) == {"supported"}


@settings(deadline=None)
@given(st.lists(st.integers(1, 8), min_size=4, max_size=40), st.integers(16, 30), st.booleans())
def test_a_window_of_two_gaps_stays_covered_once_it_is(
    gaps: list[int], window: int, is_rate: bool
) -> None:
    days = [day(number) for number in accumulate(gaps, initial=0)]
    said = history(*(seen(str(number), on) for number, on in enumerate(days)))
    about = measure("persons/d" if is_rate else "km2", stale=30)

    labels = [judge(trend("up", window), about, said, at=on).label for on in days]

    assert labels == sorted(labels)  # "not_enough_evidence" first, then "supported"


def test_a_record_that_fell_silent_before_the_window_ended_is_not_carried_through_it() -> None:
    early = [seen("1", day(31)), seen("1", day(33))]
    late = daily(day(60), [2] * 30)

    about = measure("persons/d", stale=5)

    verdict = judge(trend("up", 30), about, history(*early, *late), at=day(89))

    assert verdict.label == "not_enough_evidence"


def test_a_rate_that_covers_little_of_the_newest_window_is_told_so() -> None:
    said = history(*daily(FIRST, range(5)))

    verdict = judge(trend("up", 30), measure("persons/d"), said, at=day(4))

    assert verdict.reason.startswith(
        "The figures cover too little of the 30 days before the newest"
    )


def test_one_record_is_no_movement() -> None:
    verdict = judge(trend("up", 1), measure("km2"), history(seen("5", FIRST)), at=FIRST)

    assert verdict.label == "not_enough_evidence"


def test_a_record_that_has_ended_goes_stale_and_says_when_it_could_last_be_judged() -> None:
    said = history(*daily(FIRST, range(20)))

    verdict = judge(trend("up", 10), measure("km2", stale=4), said, at=day(60))

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "stale")
    assert verdict.judged_on == day(23)
    assert verdict.reason == (
        "The newest figure is too old to say how it moves; it could last be judged on "
        "24 January 2025, when the claim held."
    )


def test_a_record_that_goes_on_after_a_gap_says_when_it_could_last_be_judged() -> None:
    said = history(*daily(FIRST, range(20)), seen(5, day(50)))

    verdict = judge(trend("up", 10), measure("km2", stale=20), said, at=day(60))

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "fresh")
    assert verdict.judged_on == day(39)
    assert "cover too little of the 10 days before the newest" in verdict.reason


def test_without_a_figure_there_is_no_evidence() -> None:
    verdict = judge(trend(), measure("km2"), history(), at=FIRST)

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "none")


# What it moves


def test_what_lies_between_does_not_matter_to_the_net_even_where_it_is_a_range() -> None:
    said = history(
        seen(2, day(0)),
        seen(Interval(Decimal(100), None), day(1)),
        seen(3, day(2)),
    )

    verdict = judge(trend("up", 2), measure("km2"), said, at=day(2))

    assert (verdict.label, verdict.distance) == ("supported", Decimal(1))


def test_another_scope_has_no_part_in_a_movement() -> None:
    said = history(
        *daily(FIRST, [5, 4, 3]),
        *(replace(each, scope="elsewhere") for each in daily(FIRST, [1, 2, 9], "paper")),
    )

    verdict = judge(trend("up", 2), measure("km2", scope="here"), said, at=day(2))

    assert verdict.label == "refuted"
    assert names(verdict) == ["scope_mismatch"]


def test_sources_are_weighed_as_for_amounts() -> None:
    said = history(*daily(FIRST, [1, 2, 3], "paper"), *daily(FIRST, [3, 2, 1], "rival"))

    verdict = judge(trend("up", 2), measure("km2"), said, at=day(2))

    assert (verdict.label, verdict.distance) == ("conflicting", None)
    assert "sources_disagree" in names(verdict)
    assert verdict.source_names == ("The Paper", "The Rival")


# Real figures


def test_land_taken_is_told_from_real_figures() -> None:
    land = column("territory.csv", "occupied_km2")

    then = judge(trend(), measure("km2"), land, at=WRITTEN)
    now = judge(trend(), measure("km2"), land, at="2026-08-22")

    assert (then.label, now.label) == ("supported", "refuted")
    assert "up 23 times, stayed level 7 times and never went down" in then.reason
    assert "up 23 times, stayed level 5 times and went down twice" in now.reason
    assert ["It rose by 448 km²" in then.reason, "It fell by 13 km²" in now.reason] == [True, True]
    assert {by(each, "rule")["every-day"] for each in (then, now)} == {"refuted"}
    assert "rule_dependent" in names(then)
    assert {"rule_dependent", "window_dependent"} <= set(names(now))
    assert [each.as_of for each in then.because] == [date(2025, 7, 16), WRITTEN]


def test_losses_are_told_from_real_figures() -> None:
    level = judge(
        trend(), measure("persons"), column("russian_losses.csv", "personnel"), at=WRITTEN
    )
    rate = judge(trend(), measure("persons/d"), rates(), at=WRITTEN)
    year = judge(trend(window=365), measure("persons/d"), rates(), at=WRITTEN)

    assert level.label == "supported"
    assert (rate.label, year.label) == ("refuted", "supported")
    assert rate.reason.startswith(
        "It averaged 1,019 people a day from 17 July 2025 to 15 August 2025 against 1,080 from "
        "17 June 2025 to 16 July 2025: "
    )
    assert "It averaged 1,294 people a day from 16 August 2024 to 15 August 2025" in year.reason
    assert " against 932 from 17 August 2023 to 15 August 2024: " in year.reason
    assert "window_dependent" in names(rate)
    assert by(rate, "window")["of 365 days"] == "supported"


def test_losses_are_told_by_the_last_figures_there_are() -> None:
    verdict = judge(trend(), measure("persons/d"), rates(), at="2026-08-22")

    assert verdict.label == "supported"
    assert verdict.reason.startswith(
        "It averaged 1,393 people a day from 10 July 2026 to 8 August 2026 against 1,283 from "
    )


def test_the_example_has_the_figures_these_tests_speak_of() -> None:
    assert {path.name for path in FIGURES.glob("*.csv")} == {
        "territory.csv",
        "territory_without_crimea.csv",
        "russian_losses.csv",
    }


# Laws

values = st.decimals(-50, 50, places=2)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.integers(0, 60), values, max_size=25),
    st.sampled_from(["up", "down"]),
    st.integers(1, 40),
    st.sampled_from(RULES),
    st.booleans(),
    st.integers(0, 70),
)
def test_an_independent_oracle_gives_the_same_label(
    record: dict[int, Decimal],
    direction: Direction,
    window: int,
    rule: TrendRule,
    is_rate: bool,
    at: int,
) -> None:
    said = history(*(seen(value, day(number)) for number, value in record.items()))
    unit = "persons/d" if is_rate else "km2"

    verdict = judge(trend(direction, window, rule), measure(unit, stale=30), said, at=day(at))

    assert verdict.label == oracle(record, direction, window, rule, is_rate, at)


def oracle(
    record: dict[int, Decimal], direction: str, window: int, rule: str, is_rate: bool, at: int
) -> str:
    """The label by the page on verdicts, worked out the long way on plain numbers."""
    sign = -1 if direction == "down" else 1
    points = [(x, sign * Fraction(y)) for x, y in sorted(record.items()) if x <= at]
    if not points or at - points[-1][0] > 30:
        return "not_enough_evidence"
    at = points[-1][0]
    inside = [point for point in points if point[0] >= at - window]
    in_force = [point for point in points if at - window - 30 <= point[0] <= at - window]
    if in_force:
        inside = [in_force[-1], *(point for point in inside if point[0] > in_force[-1][0])]
    elif too_short(inside, window):
        return "not_enough_evidence"
    steps = [b[1] - a[1] for a, b in pairwise(inside)]
    if rule == "net" and is_rate:
        now = [point for point in points if at - window < point[0]]
        before = [point for point in points if at - 2 * window < point[0] <= at - window]
        if too_short(now, window - 1) or len(before) < 2:
            return "not_enough_evidence"
        # The last of them tells up to the window's end: the next is after it, within the limit.
        until = min(at - window, before[-1][0] + 30, now[0][0])
        if 2 * (until - before[0][0]) < window - 1:
            return "not_enough_evidence"
        held = mean(now) > mean(before)
    elif rule == "net":
        held = sum(steps) > 0
    elif rule == "slope":
        middle = Fraction(sum(x for x, _ in inside), len(inside))
        held = sum((x - middle) * (y - mean(inside)) for x, y in inside) > 0
    elif rule == "share-of-days":
        held = sum(step > 0 for step in steps) > sum(step <= 0 for step in steps)
    else:
        held = all(step > 0 for step in steps)
    return "supported" if held else "refuted"


def too_short(points: list[tuple[int, Fraction]], days: int) -> bool:
    return len(points) < 2 or 2 * (points[-1][0] - points[0][0]) < days


def mean(points: list[tuple[int, Fraction]]) -> Fraction:
    return sum((y for _, y in points), Fraction(0)) / len(points)


@settings(deadline=None)
@given(st.lists(values, min_size=3, max_size=12), st.sampled_from(RULES), st.randoms())
def test_order_and_duplication_of_records_do_not_matter(
    record: list[Decimal], rule: TrendRule, chance: random.Random
) -> None:
    said = [seen(value, day(number)) for number, value in enumerate(record)]
    shuffled: list[Observation] = [*said, *said[:2]]
    chance.shuffle(shuffled)
    claim, at = trend("up", len(record) - 1, rule), day(len(record) - 1)

    assert judge(claim, measure("km2"), history(*shuffled), at=at) == judge(
        claim, measure("km2"), history(*said), at=at
    )


@settings(deadline=None)
@given(st.lists(values, min_size=3, max_size=12), st.sampled_from(RULES), values)
def test_what_a_movement_starts_from_does_not_matter(
    record: list[Decimal], rule: TrendRule, higher: Decimal
) -> None:
    claim, at = trend("up", len(record) - 1, rule), day(len(record) - 1)

    one = judge(claim, measure("km2"), history(*daily(FIRST, map(str, record))), at=at)
    raised = (str(value + higher) for value in record)
    other = judge(claim, measure("km2"), history(*daily(FIRST, raised)), at=at)

    assert one.label == other.label
