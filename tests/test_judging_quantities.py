"""Quantities: whether the amount that held on a day is one that the words admit."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import MINISTRY, column, history, measure, noon, quantity, seen

from claimtrack.claims import Claim, Part
from claimtrack.judging import judge, standing, transitions
from claimtrack.judging.meanings import Meaning
from claimtrack.judging.quantities import distance_of, fit_of, label_of, share_inside
from claimtrack.judging.verdicts import Verdict
from claimtrack.measures import Measure
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate, Closed, Interval, calendar_date

DAY = date(2025, 8, 15)
FIFTH = quantity(means=("0.18", "0.22"))


def names(verdict: Verdict) -> list[str]:
    return [finding.name for finding in verdict.findings]


def between(lower: str | None, upper: str | None, closed: Closed = "both") -> Interval:
    return Interval(
        None if lower is None else Decimal(lower), None if upper is None else Decimal(upper), closed
    )


# What an amount is held against


@pytest.mark.parametrize(
    ("value", "label"),
    [("0.2", "supported"), ("0.18", "supported"), ("0.1799", "refuted"), ("0.23", "refuted")],
)
def test_an_amount_inside_is_supported_and_one_outside_is_refuted(value: str, label: str) -> None:
    verdict = judge(FIFTH, measure(), history(seen(value, DAY)), at=DAY)

    assert verdict.label == label
    assert verdict.claim == "text/claim"
    assert verdict.evidence == "fresh"
    assert verdict.judged_on == DAY


@pytest.mark.parametrize(
    ("value", "closed", "label"),
    [
        ("1", "both", "supported"),
        ("1", "left", "supported"),
        ("1", "right", "refuted"),
        ("1", "neither", "refuted"),
        ("2", "both", "supported"),
        ("2", "right", "supported"),
        ("2", "left", "refuted"),
        ("2", "neither", "refuted"),
    ],
)
def test_an_edge_counts_exactly_where_it_belongs_to_the_interval(
    value: str, closed: Closed, label: str
) -> None:
    assert label_of(between(value, value), between("1", "2", closed)) == label


@pytest.mark.parametrize(
    ("error", "label", "share"),
    [("0.01", "supported", None), ("0.03", "borderline", 5 / 6), (None, "supported", None)],
)
def test_a_sources_own_error_is_part_of_what_it_says(
    error: str | None, label: str, share: float | None
) -> None:
    given = seen("0.2", DAY, error=None if error is None else Decimal(error))

    verdict = judge(quantity(means=("0.18", "0.25")), measure(), history(given), at=DAY)

    assert verdict.label == label
    assert verdict.share == (None if share is None else pytest.approx(share))


def test_evidence_across_the_edge_is_borderline_with_the_share_inside() -> None:
    across = seen(between("0.21", "0.25"), DAY)

    verdict = judge(FIFTH, measure(), history(across), at=DAY)

    assert verdict.label == "borderline"
    assert verdict.share == pytest.approx(0.25)
    assert "25% of it inside" in verdict.reason


def test_evidence_without_an_end_has_no_share() -> None:
    assert share_inside(between("0.1", None), between("0", "0.2")) is None


def test_words_without_an_end_hold_their_part_of_the_evidence() -> None:
    assert share_inside(between("0.1", "0.3"), between(None, "0.15")) == pytest.approx(0.25)
    assert share_inside(between("0.1", "0.3"), between("0.15", None)) == pytest.approx(0.75)


def test_both_ends_of_an_error_belong_to_what_is_said() -> None:
    given = history(seen("0.2", DAY, error=Decimal("0.02")))

    assert judge(FIFTH, measure(), given, at=DAY).label == "supported"
    assert judge(quantity(said="over 18%"), measure(), given, at=DAY).label == "borderline"


def test_what_lies_outside_is_told_beside_what_the_words_admit() -> None:
    asked = history(seen(between("0.3", "0.35"), DAY))

    assert judge(FIFTH, measure(), asked, at=DAY).reason == (
        "Between 30% and 35% on 15 August 2025 (The Map): this is outside what the author "
        "means, at least 18% and at most 22%."
    )


def test_a_share_with_its_error_never_leaves_the_whole() -> None:
    nearly_all = seen("0.99", DAY, error=Decimal("0.05"))

    verdict = judge(quantity(means=("0.9", "1")), measure(), history(nearly_all), at=DAY)

    assert verdict.label == "supported"


def test_only_a_share_ends_at_the_whole() -> None:
    hour = seen("1", DAY, error=Decimal("0.5"))

    above = judge(quantity(means=("0.4", "1")), measure("h"), history(hour), at=DAY)
    below = judge(quantity(means=("0.7", "2")), measure("h"), history(hour), at=DAY)

    assert (above.label, below.label) == ("borderline", "borderline")


def test_only_a_share_ends_at_nought() -> None:
    hour = seen("1", DAY, error=Decimal(2))

    verdict = judge(quantity(means=("0", "4")), measure("h"), history(hour), at=DAY)

    assert verdict.label == "borderline"


# Which observation holds


def test_the_last_observation_up_to_the_day_holds() -> None:
    seen_all = history(seen("0.3", "2025-08-01"), seen("0.2", "2025-08-10"), seen("0.4", DAY))

    before = judge(FIFTH, measure(), seen_all, at=date(2025, 8, 14))

    assert before.label == "supported"
    assert [each.as_of for each in before.because] == [date(2025, 8, 10)]


def test_a_value_dated_to_a_month_is_used_from_the_months_end() -> None:
    july = history(seen("0.2", "2025-07"))

    assert judge(FIFTH, measure(), july, at="2025-07-30").label == "not_enough_evidence"
    assert judge(FIFTH, measure(), july, at="2025-07-31").label == "supported"


def test_what_was_withdrawn_or_superseded_does_not_hold() -> None:
    said = [
        seen("0.2", "2025-08-01"),
        replace(seen("0.9", "2025-08-02"), withdrawn=True),
        replace(seen("0.8", "2025-08-03"), superseded=True),
    ]

    assert judge(FIFTH, measure(), history(*said), at=DAY).label == "supported"


def test_an_answer_is_carried_to_its_limit_and_no_further() -> None:
    once = history(seen("0.2", "2025-08-01"))

    last = judge(FIFTH, measure(stale=10), once, at="2025-08-11")
    after = judge(FIFTH, measure(stale=10), once, at="2025-08-12")

    assert (last.label, last.evidence) == ("supported", "fresh")
    assert (after.label, after.evidence) == ("not_enough_evidence", "stale")
    assert after.judged_on == date(2025, 8, 11)
    assert after.reason == (
        "The newest figure, 20% on 1 August 2025 (The Map), is too old to say what is so; "
        "it could last be judged on 11 August 2025, when the claim held."
    )


def test_of_several_that_are_too_old_the_newest_is_told() -> None:
    both = history(seen("0.2", "2025-08-01"), seen("0.21", "2025-08-05", "rival"))

    told = judge(FIFTH, measure(stale=10), both, at="2025-08-20").reason

    assert told.startswith("The newest figure, 21% on 5 August 2025 (The Rival), is too old")


def test_an_undated_answer_holds_as_long_as_it_was_confirmed() -> None:
    confirmed = history(seen("0.2", "2025-06-01", until=date(2025, 8, 10)))

    assert judge(FIFTH, measure(stale=5), confirmed, at=DAY).label == "supported"
    assert judge(FIFTH, measure(stale=5), confirmed, at="2025-08-16").evidence == "stale"


def test_without_any_answer_there_is_no_evidence() -> None:
    verdict = judge(FIFTH, measure(), history(seen("0.2", DAY)), at="2025-08-14")

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "none")
    assert verdict.judged_on is None


# What may not be compared


def test_another_scope_is_a_finding_and_never_a_comparison() -> None:
    inside = replace(seen("0.2", DAY, "paper"), scope="without Crimea")

    verdict = judge(FIFTH, measure(scope="Crimea included"), history(inside), at=DAY)

    assert verdict.label == "not_enough_evidence"
    assert names(verdict) == ["scope_mismatch"]
    assert "without Crimea" in verdict.findings[0].detail


@pytest.mark.parametrize("scope", ["crimea  Included", "with Crimea", "(including Crimea)"])
def test_another_form_of_the_same_scope_is_the_same(scope: str) -> None:
    given = replace(seen("0.2", DAY), scope=scope)

    verdict = judge(FIFTH, measure(scope="Crimea included"), history(given), at=DAY)

    assert (verdict.label, names(verdict)) == ("supported", [])


def test_a_measure_without_a_scope_tells_where_its_sources_count_different_things() -> None:
    paper = replace(seen("0.2", DAY, "paper"), scope="Crimea included")
    rival = replace(seen("0.2", DAY, "rival"), scope="without Crimea")
    other = replace(rival, scope="including Crimea")

    apart = judge(FIFTH, measure(), history(paper, rival), at=DAY)

    assert names(apart) == ["scope_mismatch"]
    assert apart.findings[0].detail == (
        "The sources count different things: "
        "The Paper counts Crimea included; The Rival counts without Crimea."
    )
    assert names(judge(FIFTH, measure(), history(paper, other), at=DAY)) == []


@pytest.mark.parametrize(
    ("said", "asks", "scope"),
    [
        ("6,000 dead", "How many soldiers were lost?", "killed and wounded"),
        ("6,000 casualties", "How many soldiers were lost?", "killed, cumulative"),
        ("6,000 casualties", "How many soldiers were killed?", None),
        ("6,000 soldiers", "How many people were killed?", "civilians, since 2022"),
        ("6,000 dead", "How many people were arrested?", None),
        ("6,000 dead", "How many people were arrested?", "in the whole country, since 2022"),
        ("6,000 women", "How many children were killed?", None),
    ],
)
def test_words_that_count_something_else_cannot_be_checked(
    said: str, asks: str, scope: str | None
) -> None:
    about = measure("persons", asks=asks, scope=scope)

    verdict = judge(quantity(said), about, history(seen("6000", DAY)), at=DAY)

    assert verdict.label == "not_checkable"
    assert names(verdict) == ["scope_mismatch"]


@pytest.mark.parametrize(
    ("said", "asks", "scope"),
    [
        ("6,000 casualties", "How many soldiers were lost?", "killed and wounded"),
        ("6,000 casualties", "How many were killed?", "killed and wounded"),
        ("6,000 dead", "How many soldiers were lost?", None),
        ("6,000 detainees", "How many people were arrested?", None),
        ("6,000", "How many soldiers were killed?", "civilians excluded"),
    ],
)
def test_words_that_count_the_same_or_say_less_are_checked(
    said: str, asks: str, scope: str | None
) -> None:
    about = measure("persons", asks=asks, scope=scope)

    verdict = judge(quantity(said), about, history(seen("6000", DAY)), at=DAY)

    assert verdict.label == "supported"


def test_a_share_of_another_place_cannot_be_checked() -> None:
    about = measure(asks="What share of the Luhansk region is held?")
    held = history(seen("0.2", DAY))

    elsewhere = judge(quantity("one-fifth of the Donetsk region"), about, held, at=DAY)

    assert (elsewhere.label, names(elsewhere)) == ("not_checkable", ["scope_mismatch"])
    assert judge(quantity("one-fifth of Lugansk oblast"), about, held, at=DAY).label == "supported"


def test_words_where_an_amount_was_asked_are_a_finding() -> None:
    verdict = judge(FIFTH, measure(), history(replace(seen("0", DAY), value="a lot")), at=DAY)

    assert verdict.label == "not_enough_evidence"
    assert names(verdict) == ["unit_mismatch"]


# Several sources


def test_what_was_measured_is_heard_before_what_was_reported() -> None:
    told = history(seen("0.2", DAY, "map"), seen("0.5", DAY, "paper"), seen("0.5", DAY, "person"))

    verdict = judge(FIFTH, measure(), told, at=DAY)

    assert verdict.label == "supported"
    assert [each.source for each in verdict.because] == ["map"]
    assert names(verdict) == ["sources_disagree"]
    assert [(each.source, each.label) for each in verdict.readings] == [
        ("map", "supported"),
        ("paper", "refuted"),
        ("person", "refuted"),
    ]


def test_a_source_that_is_alone_is_no_choice() -> None:
    verdict = judge(FIFTH, measure(), history(seen("0.2", DAY)), at=DAY)

    assert [(each.choice, each.source) for each in verdict.readings] == [
        ("words as the author meant them", "")
    ]


def test_each_way_to_read_the_words_is_held_against_each_source() -> None:
    told = history(seen("0.185", DAY, "paper"), seen("0.2", DAY, "rival"))

    verdict = judge(quantity("one-fifth"), measure(), told, at=DAY)

    assert [(each.choice.split()[-1], each.source, each.label) for each in verdict.readings] == [
        ("words-1", "paper", "supported"),
        ("words-1", "rival", "supported"),
        ("sixths", "paper", "supported"),
        ("sixths", "rival", "supported"),
        ("point", "paper", "refuted"),
        ("point", "rival", "supported"),
    ]
    assert (
        "It is right in 5 of 6 readings; it turns on how the words are read and the source: "
        "not by a margin of one percentage point with The Paper."
    ) in verdict.explain()


def test_who_repeats_anothers_words_is_no_other_reading() -> None:
    words = "They hold a fifth."
    told = history(seen("0.2", DAY, "paper", quote=words), seen("0.2", DAY, "rival", quote=words))

    verdict = judge(FIFTH, measure(), told, at=DAY)

    assert names(verdict) == ["shared_wording"]
    assert verdict.findings[0].detail == (
        "The Rival uses the words of another source; together they count once."
    )
    assert [each.source for each in verdict.readings] == [""]


def test_a_figure_of_a_month_was_so_in_it_and_not_on_it() -> None:
    verdict = judge(FIFTH, measure(), history(seen("0.2", "2025-08")), at="2025-09-01")

    assert verdict.reason.startswith("20% in August 2025 (The Map)")


def test_a_report_decides_where_the_measurement_has_gone_stale() -> None:
    told = history(seen("0.2", "2025-01-01", "map"), seen("0.5", DAY, "paper"))

    assert judge(FIFTH, measure(), told, at=DAY).label == "refuted"


def test_a_source_nobody_describes_counts_as_a_report() -> None:
    told = history(seen("0.5", DAY, "stranger"), seen("0.2", DAY, "person"))

    assert judge(FIFTH, measure(), told, at=DAY).label == "refuted"


def test_equal_labels_of_a_tier_stand_and_unequal_ones_conflict() -> None:
    agreed = history(seen("0.2", DAY, "paper"), seen("0.21", DAY, "rival"))
    differing = history(seen("0.2", DAY, "paper"), seen("0.3", DAY, "rival"))

    assert judge(FIFTH, measure(), agreed, at=DAY).label == "supported"
    conflict = judge(FIFTH, measure(), differing, at=DAY)
    assert conflict.label == "conflicting"
    assert names(conflict) == ["sources_disagree"]
    assert (conflict.fit, conflict.distance) == (None, None)
    assert conflict.figure == "20% and 30%"


def test_figures_of_different_days_are_each_told_with_theirs() -> None:
    told = history(seen("0.2", "2025-08-14", "paper"), seen("0.21", DAY, "rival"))
    found = standing(FIFTH, measure(), told, published=calendar_date(DAY), at=DAY)

    assert found.now.figure == "20% on 14 August 2025 and 21% on 15 August 2025"
    assert "(20% on 14 August 2025 and 21% on 15 August 2025, The Paper and The Rival)" in str(
        found
    )


def test_evidence_from_one_side_alone_says_so() -> None:
    one_side = history(seen("0.2", DAY, "ministry"), seen("0.2", DAY, "army"))
    both = history(*one_side, seen("0.2", DAY, "paper"))

    assert names(judge(FIFTH, measure(), one_side, at=DAY)) == ["single_party"]
    assert names(judge(FIFTH, measure(), both, at=DAY)) == []


def test_two_sides_that_agree_are_not_one_side() -> None:
    south = replace(MINISTRY, publisher="The Other Ministry", party="south")
    told = History(
        (seen("0.2", DAY, "ministry"), seen("0.2", DAY, "south")),
        sources={"ministry": MINISTRY, "south": south},
    )

    assert names(judge(FIFTH, measure(), told, at=DAY)) == []


@pytest.mark.parametrize("day", ["2025-08-10", "2025-08-13"])
def test_a_copy_of_the_same_words_within_days_counts_once(day: str) -> None:
    words = "A fifth of the land, the ministry said."
    told = seen("0.2", "2025-08-10", "ministry", quote=words)
    copied = seen("0.2", day, "army_watch", quote=f"“{words.upper()}”")

    verdict = judge(FIFTH, measure(), history(told, copied), at=DAY)

    assert [each.source for each in verdict.because] == ["ministry"]
    assert names(verdict) == ["single_party", "shared_wording"]


@pytest.mark.parametrize(("first", "second"), [("0.2", "0.3"), ("0.3", "0.2")])
def test_the_same_words_with_another_figure_are_no_copy(first: str, second: str) -> None:
    words = "The land that they hold was measured anew in August, parish by parish."
    told = history(
        seen(first, DAY, "paper", quote=words),
        seen(second, DAY, "rival", quote=f"{words} So says the office."),
        seen(second, DAY, "tabloid", quote=words),
    )

    verdict = judge(FIFTH, measure(), told, at=DAY)

    assert verdict.label == "conflicting"
    assert names(verdict) == ["sources_disagree", "shared_wording"]
    assert [each.source for each in verdict.because] == ["paper", "rival"]


@pytest.mark.parametrize(
    ("figure", "counted"), [("0.199", 1), ("0.2", 1), ("0.22", 2), ("0.185", 2)]
)
def test_a_copy_may_round_the_figure_and_not_change_it(figure: str, counted: int) -> None:
    words = "They hold a fifth of it."
    told = history(seen("0.2", DAY, "paper", quote=words), seen(figure, DAY, "rival", quote=words))

    assert len(judge(FIFTH, measure(), told, at=DAY).because) == counted


@pytest.mark.parametrize(
    ("day", "quote"),
    [("2025-08-14", "The same words."), ("2025-08-12", "0.2 km"), ("2025-08-12", "")],
)
def test_the_same_words_much_later_and_a_figure_alone_are_no_copies(day: str, quote: str) -> None:
    told = history(
        seen("0.2", "2025-08-10", "ministry", quote=quote), seen("0.2", day, "paper", quote=quote)
    )

    assert len(judge(FIFTH, measure(), told, at=DAY).because) == 2


# How firmly


def meant(interval: Interval, amount: str | None, unit: str = "km2") -> Meaning:
    return Meaning(interval, None if amount is None else Decimal(amount), unit, "words-1", "words")


@pytest.mark.parametrize(
    ("value", "fit", "distance"),
    [
        ("5", 1.0, "1"),
        ("4.5", 0.5, "0.5"),
        ("4", 0.0, "0"),
        ("6", 0.75, "2"),
        ("9", 0.0, "0"),
        ("3", 0.0, "-1"),
        ("11", 0.0, "-2"),
    ],
)
def test_fit_falls_evenly_from_the_amount_to_the_edge_on_its_side(
    value: str, fit: float, distance: str
) -> None:
    words = meant(between("4", "9"), "5")

    assert fit_of(Decimal(value), words) == pytest.approx(fit)
    assert distance_of(Decimal(value), words) == Decimal(distance)


@pytest.mark.parametrize(
    ("interval", "amount", "value", "fit", "distance"),
    [
        (between("4", None, "neither"), "4", "900", 1.0, "896"),
        (between(None, "4"), "4", "-7", 1.0, "11"),
        (between("4", "6", "left"), "6", "5", 0.5, "1"),
        (between("4", "6"), None, "5", 1.0, "1"),
        (between("4", "4"), "4", "4", 1.0, "0"),
    ],
)
def test_a_side_without_an_edge_has_nothing_to_fall_to(
    interval: Interval, amount: str | None, value: str, fit: float, distance: str
) -> None:
    words = meant(interval, amount)

    assert fit_of(Decimal(value), words) == pytest.approx(fit)
    assert distance_of(Decimal(value), words) == Decimal(distance)


def test_the_ends_of_a_whole_are_no_edges_of_a_share() -> None:
    over_a_fifth = meant(between("0.2", "1", "right"), "0.2", "share")

    assert fit_of(Decimal("0.99"), over_a_fifth) == 1.0
    assert distance_of(Decimal("0.99"), over_a_fifth) == Decimal("0.79")


def test_an_end_of_a_whole_that_does_not_belong_is_an_edge() -> None:
    nearly_all = meant(between("0.9", "1", "left"), "1", "share")

    assert distance_of(Decimal("0.99"), nearly_all) == Decimal("0.01")
    assert distance_of(Decimal(1), nearly_all) == 0


def test_words_that_admit_everything_have_no_edge() -> None:
    assert distance_of(Decimal(3), meant(between(None, None), None)) is None


def test_of_several_sources_the_one_nearest_to_flipping_tells_how_firm_it_is() -> None:
    told = history(seen("0.2", DAY, "paper"), seen("0.219", DAY, "rival"))

    verdict = judge(FIFTH, measure(), told, at=DAY)

    assert verdict.distance == Decimal("0.001")


# Real figures


def test_the_day_a_fifth_first_fitted_is_told_from_real_figures() -> None:
    shares = column("territory.csv", "ukraine_share")
    fifth = quantity("one-fifth", as_of=DAY)

    verdict = judge(fifth, measure(), shares, at=DAY)
    changes = transitions(fifth, measure(), shares, until=date(2026, 12, 31))

    assert (verdict.label, verdict.figure) == ("supported", "18.97%")
    assert [(change.on, change.after) for change in changes] == [
        (date(2024, 7, 8), "refuted"),
        (date(2024, 10, 29), "supported"),
        (date(2026, 9, 22), "not_enough_evidence"),
    ]


def test_the_days_three_quarters_fitted_are_told_from_real_figures() -> None:
    shares = column("territory.csv", "donetsk_share")
    quarters = quantity("about three-quarters", as_of=DAY)

    verdict = judge(quarters, measure(), shares, at=DAY)
    changes = transitions(quarters, measure(), shares, until=date(2026, 8, 22))

    assert (verdict.label, verdict.figure) == ("supported", "74.53%")
    assert [(change.on, change.after) for change in changes] == [
        (date(2024, 7, 8), "refuted"),
        (date(2025, 6, 7), "supported"),
        (date(2026, 1, 5), "refuted"),
    ]


def test_one_changed_figure_changes_the_verdict_and_the_day() -> None:
    shares = column("territory.csv", "ukraine_share")
    changed = History(
        tuple(
            replace(each, value=Decimal("0.2250")) if each.as_of == DAY else each for each in shares
        ),
        sources=shares.sources,
    )
    fifth = quantity("one-fifth", as_of=DAY)

    assert judge(fifth, measure(), changed, at=DAY).label == "refuted"
    days = [change.on for change in transitions(fifth, measure(), changed, until=date(2025, 9, 1))]
    assert days == [date(2024, 7, 8), date(2024, 10, 29), DAY, date(2025, 8, 16)]


# Laws

EARLIEST = date(2025, 1, 1)
amounts = st.integers(0, 10).map(lambda tenths: Decimal(tenths) / 10)
days = st.integers(0, 60).map(lambda count: EARLIEST + timedelta(days=count))


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    """An observation of any of four sources: dated to a day or a month, or undated."""
    day = draw(days)
    value = draw(amounts | st.tuples(amounts, amounts).map(lambda ends: Interval(*sorted(ends))))
    until = draw(st.none() | st.integers(0, 9).map(lambda more: day + timedelta(days=more)))
    dated = day if until or draw(st.booleans()) else f"{day:%Y-%m}"
    given = seen(
        value,
        dated,
        draw(st.sampled_from(["map", "paper", "rival", "person"])),
        until=until,
        error=draw(st.none() | st.just(Decimal("0.1"))),
        quote=draw(st.sampled_from(["", "The same words.", "Other words."])),
    )
    fate = draw(st.sampled_from(["stands", "stands", "stands", "withdrawn", "superseded"]))
    return given if fate == "stands" else replace(given, **{fate: True})


several = st.lists(
    observations(), max_size=12, unique_by=lambda each: (each.source, each.holds_from)
)
claims = (
    st.tuples(amounts, amounts)
    .map(sorted)
    .map(lambda ends: quantity(means=(str(ends[0]), str(ends[1]))))
)


@settings(deadline=None)
@given(claims, several, days, st.randoms(use_true_random=False))
def test_order_and_duplication_of_observations_do_not_matter(
    claim: Claim, told: list[Observation], day: date, chance: random.Random
) -> None:
    shuffled = [*told, *told[:3]]
    chance.shuffle(shuffled)

    assert judge(claim, measure(), history(*shuffled), at=day) == judge(
        claim, measure(), history(*told), at=day
    )


@settings(deadline=None)
@given(claims, observations(), st.sampled_from(["0.05", "0.1", "0.5"]))
def test_wider_evidence_never_turns_refuted_into_supported(
    claim: Claim, told: Observation, more: str
) -> None:
    wider = replace(told, error=(told.error or Decimal(0)) + Decimal(more))
    day = told.holds_from

    before = judge(claim, measure(), history(told), at=day).label
    after = judge(claim, measure(), history(wider), at=day).label

    assert not (before == "refuted" and after == "supported")


@settings(deadline=None)
@given(claims, several, days, st.sampled_from(["0.1", "0.3"]))
def test_wider_words_never_turn_supported_into_refuted(
    claim: Claim, told: list[Observation], day: date, more: str
) -> None:
    lower, upper = claim.assertions[0].means or (Decimal(0), Decimal(0))
    wider = quantity(means=(str(lower - Decimal(more)), str(upper + Decimal(more))))

    before = judge(claim, measure(), history(*told), at=day).label
    after = judge(wider, measure(), history(*told), at=day).label

    assert before != "supported" or after == "supported"


@settings(deadline=None)
@given(claims, several, days, st.integers(0, 40))
def test_an_independent_oracle_gives_the_same_label(
    claim: Claim, told: list[Observation], day: date, stale: int
) -> None:
    told = [replace(each, quote="") for each in told]
    asked = measure(stale=stale)

    assert judge(claim, asked, history(*told), at=day).label == oracle(claim, asked, told, day)


def oracle(claim: Claim, asked: Measure, told: list[Observation], day: date) -> str:
    """The label by section 6 of the design, worked out without anything of claimtrack.judging."""
    ranks = {"map": 0, "paper": 1, "rival": 1, "person": 2}
    low, high = claim.assertions[0].means or (Decimal(0), Decimal(0))
    heard: dict[int, set[str]] = {}
    for source, rank in ranks.items():
        mine = [each for each in told if each.source == source and each.stands]
        holding = max(
            (each for each in mine if each.as_of.last <= day),
            key=lambda each: each.as_of.last,
            default=None,
        )
        if holding is None:
            continue
        confirmed = holding.last_confirmed_at.date()
        known = confirmed if holding.as_of_basis == "seen" else holding.as_of.last
        if (day - known).days > (asked.stale_after or timedelta(0)).days:
            continue
        value = holding.value
        ends = [value.lower, value.upper] if isinstance(value, Interval) else [value, value]
        error = holding.error or Decimal(0)
        bottom, top = Decimal(str(ends[0])) - error, Decimal(str(ends[1])) + error
        if error and top >= 0 and bottom <= 1:
            bottom, top = max(bottom, Decimal(0)), min(top, Decimal(1))
        if low <= bottom and top <= high:
            label = "supported"
        else:
            label = "refuted" if top < low or bottom > high else "borderline"
        heard.setdefault(rank, set()).add(label)
    if not heard:
        return "not_enough_evidence"
    labels = heard[min(heard)]
    return labels.pop() if len(labels) == 1 else "conflicting"


def test_an_answer_dated_finer_is_preferred_on_the_same_day() -> None:
    told = [seen("0.5", "2025-07"), seen("0.2", "2025-07-31")]

    for order in (told, told[::-1]):
        assert judge(FIFTH, measure(), history(*order), at="2025-07-31").label == "supported"


def test_the_day_of_an_undated_answer_is_the_day_it_was_last_confirmed() -> None:
    told = seen("0.2", DAY, until=DAY + timedelta(days=3))

    assert told.last_confirmed_at == noon(date(2025, 8, 18))
    assert judge(FIFTH, measure(stale=1), history(told), at="2025-08-19").label == "supported"


# When it would flip


def test_a_verdict_tells_when_it_would_flip_by_what_was_so_up_to_its_day() -> None:
    record = column("territory.csv", "donetsk_share")
    until = History(
        tuple(each for each in record if each.holds_from <= date(2025, 11, 15)), (), record.sources
    )

    found = judge(quantity("about three-quarters"), measure(), record, at="2025-11-15").flips

    assert found is not None
    assert found == judge(quantity("about three-quarters"), measure(), until, at="2025-11-15").flips
    assert (found.edge, found.leaves) == (Decimal("0.775"), True)
    assert found.latest is not None
    assert found.earliest <= date(2026, 1, 5) <= found.latest


def test_whoever_asks_is_told_when_it_would_flip_of_a_part_a_month_and_a_standing() -> None:
    record = column("territory.csv", "donetsk_share")
    of = quantity("about three-quarters")
    found = judge(of, measure(), record, at="2025-11-30").flips
    assert found is not None
    assert of.assertion is not None
    parts = replace(of, assertion=None, parts=(Part("share", of.assertion),))
    assert judge(parts, measure(), record, at="2025-11-30").parts["share"].flips == found
    assert judge(of, measure(), record, at="2025-11").flips == found
    published = CalendarDate(date(2025, 11, 30))
    whole = standing(of, measure(), record, published=published, at="2025-11-30")
    assert whole.then.flips == whole.now.flips == found


def test_the_flip_is_said_in_a_sentence() -> None:
    rising = history(*(seen(100 + day, DAY - timedelta(days=200 - day)) for day in range(201)))

    inside = judge(quantity(means=("0", "350")), measure("km2"), rising, at=DAY)
    below = judge(quantity(means=("350", "400")), measure("km2"), rising, at=DAY)

    assert (
        "At its recent pace, +1 km² a day (the mean of its paces over the last 30, 90 and 180 "
        "days), it would leave what the author means around 4 October 2025 (between 20 September "
        "2025 and 24 October 2025, with a probability of 80%)."
    ) in inside.explain()
    assert "would come to what the author means around 4 October 2025" in below.explain()


@pytest.mark.parametrize(
    ("source", "said"),
    [("map", ("0", "100")), ("paper", ("0", "350"))],
)
def test_there_is_no_flip_to_tell_beyond_the_edges_and_where_the_record_is_short(
    source: str, said: tuple[str, str]
) -> None:
    rising = history(
        *(seen(100 + day, DAY - timedelta(days=200 - day)) for day in range(201)),
        seen(300, DAY, "paper"),
    )

    chosen = rising.source(source)

    assert judge(quantity(means=said), measure("km2"), chosen, at=DAY).flips is None


def test_sources_that_conflict_tell_no_flip() -> None:
    rising = [(100 + day, DAY - timedelta(days=200 - day)) for day in range(201)]
    told = history(
        *(seen(amount, day, "paper") for amount, day in rising),
        *(seen(amount * 2, day, "rival") for amount, day in rising),
    )

    verdict = judge(quantity(means=("0", "350")), measure("km2"), told, at=DAY)

    assert (verdict.label, verdict.flips) == ("conflicting", None)


def test_an_edge_where_nothing_lies_beyond_is_none_to_cross() -> None:
    rising = history(
        *(seen(f"0.{500 + day}", DAY - timedelta(days=200 - day)) for day in range(201))
    )

    assert judge(quantity("most"), measure(), rising, at=DAY).flips is None


@pytest.mark.parametrize(("value", "label"), [("1.05", "refuted"), ("0.97", "borderline")])
def test_a_wider_error_brings_no_figure_back_into_the_whole(value: str, label: str) -> None:
    beyond = seen(value, DAY, error=Decimal("0.1"))

    verdict = judge(quantity(means=("0.95", "1")), measure(), history(beyond), at=DAY)

    assert verdict.label != "supported"
    assert label in {verdict.label, "refuted"}


def test_a_copy_is_passed_on_with_its_words() -> None:
    words = "They hold “a fifth” of it all."
    told = history(
        seen("0.2", "2025-08-09", "ministry", quote=words),
        seen("0.2", "2025-08-12", "paper", quote='They hold "a fifth" of it all'),
        seen("0.2", "2025-08-15", "rival", quote="They hold 'a fifth' of it all."),
    )

    verdict = judge(FIFTH, measure(), told, at=DAY)

    assert [each.source for each in verdict.because] == ["ministry"]
    assert names(verdict) == ["single_party", "shared_wording"]


@given(
    said=several,
    claim=claims,
    place=st.integers(0, 11),
    more=st.integers(1, 20).map(lambda tenths: Decimal(tenths) / 10),
    unit=st.sampled_from(["share", "km2"]),
)
def test_a_wider_interval_never_turns_refuted_into_supported(
    said: list[Observation], claim: Claim, place: int, more: Decimal, unit: str
) -> None:
    wider = [
        replace(each, error=(each.error or Decimal(0)) + more) if number == place else each
        for number, each in enumerate(said)
    ]
    for day in (EARLIEST + timedelta(days=each) for each in range(0, 70, 7)):
        before = judge(claim, measure(unit), history(*said), at=day).label
        after = judge(claim, measure(unit), history(*wider), at=day).label
        assert (before, after) != ("refuted", "supported")


@given(said=several, claim=claims, twice=st.integers(0, 11), day=days)
def test_a_source_that_repeats_another_word_for_word_changes_nothing(
    said: list[Observation], claim: Claim, twice: int, day: date
) -> None:
    worded = [replace(each, quote=f"So said {each.source} of it.") for each in said]
    chosen = worded[twice % len(worded)] if worded else None
    copied = [
        replace(each, id=f"copy of {each.id}", source=f"{each.source} again")
        for each in worded
        if chosen is not None and each.source == chosen.source
    ]
    described = {f"{name} again": each for name, each in history().sources.items()}
    both = History((*worded, *copied), (), {**history().sources, **described})

    alone = judge(claim, measure(), history(*worded), at=day)
    beside = judge(claim, measure(), both, at=day)

    assert (alone.label, alone.because) == (beside.label, beside.because)
    assert alone.readings == beside.readings


# What the verdict says


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (
            [seen("0.2", DAY, "paper"), seen("0.3", DAY, "rival")],
            "The sources differ: 20% on 15 August 2025 (The Paper) and 30% on 15 August 2025 (The "
            "Rival); the author means at least 18% and at most 22%.",
        ),
        (
            [seen("0.21", DAY, error=Decimal("0.02"))],
            "21% ± 2 percentage points on 15 August 2025 (The Map): this lies across the edge of "
            "what the author means, at least 18% and at most 22%, 75% of it inside.",
        ),
        (
            # How much of what has no end lies inside, nobody can tell.
            [seen(between("0.19", None), DAY)],
            "At least 19% on 15 August 2025 (The Map): this lies across the edge of what the "
            "author means, at least 18% and at most 22%.",
        ),
        (
            [seen("0.4", DAY)],
            "40% on 15 August 2025 (The Map): this is outside what the author means, at least 18% "
            "and at most 22%.",
        ),
    ],
)
def test_the_reason_tells_the_figures_and_what_is_admitted(
    evidence: list[Observation], told: str
) -> None:
    assert judge(FIFTH, measure(), history(*evidence), at=DAY).reason == told


def test_an_amount_that_is_only_bounded_fits_best_in_the_middle() -> None:
    fits = [
        judge(FIFTH, measure(), history(seen(value, DAY)), at=DAY).fit
        for value in ("0.2", "0.21", "0.19", "0.22")
    ]
    assert fits == [1.0, 0.5, 0.5, 0.0]
