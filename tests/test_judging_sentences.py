"""Sentences: verdicts, standings and causes as a newsroom would print them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import column, daily, history, measure, noon, quantity, seen, trend

from claimtrack.claims import Assertion, Claim, Part, TrendRule
from claimtrack.judging import judge, standing
from claimtrack.judging.labels import CauseKind, ReviewStatus
from claimtrack.judging.verdicts import Cause, Review
from claimtrack.measures import Measure
from claimtrack.observations import History
from claimtrack.values import Interval, calendar_date

WRITTEN = date(2025, 8, 15)
TODAY = date(2026, 8, 22)
FIFTH = quantity("one-fifth", statement="Russia holds one-fifth of Ukraine.")


def told(
    claim: Claim,
    said: History,
    about: Measure | None = None,
    at: date = TODAY,
    review: Review | None = None,
) -> str:
    published = calendar_date(WRITTEN)
    found = standing(claim, about or measure(), said, published=published, at=at, review=review)
    return str(found)


# Standings


def test_a_current_claim() -> None:
    assert told(FIFTH, column("territory.csv", "ukraine_share")) == (
        "Russia holds one-fifth of Ukraine: on 15 August 2025 the claim held (18.97%, The Map), "
        "and on 22 August 2026 it still holds (19.38%, The Map), "
        "as on every day judged since 29 October 2024."
    )


def test_an_outdated_claim() -> None:
    quarters = quantity("about three-quarters", statement="Russia holds three-quarters of Donetsk.")

    assert told(quarters, column("territory.csv", "donetsk_share")) == (
        "Russia holds three-quarters of Donetsk: on 15 August 2025 the claim held "
        "(74.53%, The Map), but since 5 January 2026 the evidence found says otherwise "
        "(79.47% on 22 August 2026, The Map)."
    )


def test_a_claim_that_came_true() -> None:
    said = history(seen("0.3", WRITTEN), seen("0.2", "2026-08-20"))

    assert told(FIFTH, said) == (
        "Russia holds one-fifth of Ukraine: on 15 August 2025 the evidence found said otherwise "
        "(30%, The Map), but since a day between 16 August 2025 and 20 August 2026 it holds (20% "
        "on 20 August 2026, The Map)."
    )


def test_a_claim_that_never_held() -> None:
    said = history(seen("0.3", "2025-08-01"), seen("0.31", "2026-08-20"))

    assert told(FIFTH, said) == (
        "Russia holds one-fifth of Ukraine: on 15 August 2025 the evidence found said otherwise "
        "(30% on 1 August 2025, The Map), and on 22 August 2026 the evidence found says "
        "otherwise (31% on 20 August 2026, The Map), as on every day judged since 20 August 2026."
    )


def test_a_claim_whose_evidence_went_stale_tells_when_it_could_last_be_judged() -> None:
    said = column("territory.csv", "ukraine_share")

    assert told(FIFTH, said, at=date(2026, 12, 1)) == (
        "Russia holds one-fifth of Ukraine: on 15 August 2025 the claim held (18.97%, The Map), "
        "and on 1 December 2026 it cannot be told: the newest figure, 19.38% on 22 August 2026 "
        "(The Map), is too old to say what is so; it could last be judged on 21 September 2026, "
        "when the claim held."
    )


def test_a_claim_without_any_evidence() -> None:
    assert told(FIFTH, history()) == (
        "Russia holds one-fifth of Ukraine: on 15 August 2025 it could not be told, and on "
        "22 August 2026 it still cannot be told: no figure is on record for 22 August 2026 or "
        "before."
    )


def test_a_claim_that_has_ended() -> None:
    ended = quantity("one-fifth", until="2025-12-31", statement="Until 2026 it is a fifth.")

    assert told(ended, history(seen("0.2", WRITTEN))) == (
        "Until 2026 it is a fifth: on 15 August 2025 the claim held (20%, The Map); "
        "it spoke of the time up to 31 December 2025."
    )


def test_a_claim_on_the_edge_and_one_in_dispute() -> None:
    edge = history(seen("0.2", WRITTEN), seen("0.22", TODAY, error=Decimal("0.01")))
    dispute = history(
        seen("0.2", WRITTEN, "paper"), seen("0.2", TODAY, "paper"), seen("0.3", TODAY, "rival")
    )

    assert told(FIFTH, edge).endswith(
        "on 22 August 2026 it is a borderline case (22% ± 1 percentage point, The Map)."
    )
    assert told(FIFTH, dispute).endswith(
        "on 22 August 2026 the sources do not agree (20% and 30%, The Paper and The Rival)."
    )


def test_a_date_that_nobody_has_answered() -> None:
    claim = Claim("claim", "text", "The lease runs to 2042.", Assertion("date", "m", said="2042"))

    assert told(claim, history(), measure(None, kind="date")) == (
        "The lease runs to 2042: on 15 August 2025 it could not be told, and on 22 August 2026 it "
        "still cannot be told: no usable answer gives its day."
    )


def test_a_claim_written_today_is_told_once() -> None:
    assert told(FIFTH, history(seen("0.2", WRITTEN)), at=WRITTEN) == (
        "Russia holds one-fifth of Ukraine: on 15 August 2025 it holds (20%, The Map)."
    )


def test_a_trend_names_what_the_other_rules_make_of_it() -> None:
    gains = trend(statement="Russia takes more land every day.")

    assert told(gains, column("territory.csv", "occupied_km2"), measure("km2")) == (
        "Russia takes more land every day: on 15 August 2025 the claim held (up 448 km², from "
        "114,067 on 16 July 2025 to 114,515 on 15 August 2025, The Map), but since 13 August 2026 "
        "the evidence found says otherwise (down 13 km², from 117,008 on 23 July 2026 to 116,995 "
        "on 22 August 2026); it holds at both times by the rule share-of-days "
        "and at neither time by the rule every-day, and other windows differ."
    )


def test_a_trend_whose_rules_agree_names_the_window_that_differs() -> None:
    falling_then_rising = [40 - at for at in range(30)] + [11 + at for at in range(10)]
    said = history(*daily(date(2025, 7, 7), falling_then_rising))

    sentence = told(trend(window=7), said, measure("km2"), at=WRITTEN)

    assert sentence.endswith("; otherwise by the window of 30 days.")


def test_a_trend_names_the_windows_by_which_it_holds_only_at_one_time() -> None:
    then = [*range(35), *range(34, 24, -1)]  # a rise, and at last a fall
    since = [*range(25, -5, -1), *range(-5, 4)]  # a fall, and at last a rise
    said = history(*daily(WRITTEN - timedelta(days=44), [*then, *since]))

    sentence = told(trend(window=7), said, measure("km2"), at=WRITTEN + timedelta(days=39))

    assert "only then by the window of 30 days" in sentence


def test_a_rate_is_told_by_both_means_and_by_the_last_day_there_is() -> None:
    said = history(*daily(WRITTEN - timedelta(days=5), [1, 1, 1, 9, 8, 7]))

    sentence = told(trend(window=3), said, measure("persons/d"), at=WRITTEN + timedelta(days=10))

    means = (
        "an average of 8 people a day from 13 to 15 August 2025 against 1 from 10 to 12 August 2025"
    )
    assert f"the claim held ({means}, The Map), and on 25 August 2025 it still holds" in sentence
    assert "it still holds by the same figures" in sentence


@pytest.mark.parametrize("rule", get_args(TrendRule))
@pytest.mark.parametrize("window", [7, 30, 90, 365])
def test_a_trend_is_told_in_fewer_than_ninety_words(rule: TrendRule, window: int) -> None:
    gains = trend(rule=rule, window=window, statement="Russia takes more land every day.")

    sentence = told(gains, column("territory.csv", "occupied_km2"), measure("km2"))

    assert len(sentence.split()) < 90
    assert sentence.count("The Map") == 1


def test_of_a_day_to_come_without_evidence_it_says_just_that() -> None:
    later = quantity("one-fifth", as_of="2027-01", statement="It will be a fifth.")

    assert told(later, history()) == (
        "It will be a fifth: on 22 August 2026 its day has not come: "
        "the claim speaks of January 2027."
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("open", "; it is under review by A. Reader."),
        ("confirmed", "; A. Reader has confirmed this."),
        ("overridden", "; A. Reader has decided otherwise: Crimea counts."),
        ("ambiguous", "; A. Reader finds the claim ambiguous: Crimea counts."),
        ("annulled", "; A. Reader has annulled this: Crimea counts."),
    ],
)
def test_a_review_is_told_beside_the_verdict(status: ReviewStatus, words: str) -> None:
    review = Review("text/claim", status, "A. Reader", "Crimea counts.", noon(TODAY))

    assert told(FIFTH, history(seen("0.2", TODAY)), review=review).endswith(words)
    assert status in get_args(ReviewStatus)


# Verdicts


def test_a_verdict_explains_itself_line_by_line() -> None:
    said = seen(
        "0.19", WRITTEN, "ministry", quote="We hold 19% of it.", url="https://example.org/map"
    )

    verdict = judge(FIFTH, measure(), history(said), at=WRITTEN)

    assert verdict.explain().splitlines() == [
        "On 15 August 2025 the claim held.",
        "19% on 15 August 2025 (The Ministry): this is within what the words admit, "
        "at least 18.33% and less than 22.5%.",
        "It lies 0.667 percentage points inside the nearest edge; "
        "the fit is 0.40, where 1 is the value named.",
        "It would no longer hold at less than 18.33%.",
        "It is right in 3 of 3 readings.",
        "All the deciding evidence comes from one side: north.",
        "Evidence for 15 August 2025: ministry, https://example.org/map: “We hold 19% of it.”",
    ]


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        ("killed since 2022", "counts “killed since 2022”"),
        (None, "asks “How many soldiers were killed?”"),
    ],
)
def test_why_nothing_can_be_checked_is_told_once_with_what_is_counted(
    scope: str | None, told: str
) -> None:
    about = measure("persons", asks="How many soldiers were killed?", scope=scope)

    found = judge(quantity("6,000 casualties"), about, history(seen("6000", WRITTEN)), at=WRITTEN)

    assert found.explain().splitlines()[1:] == [
        f"The measure {told}, and the words count something else, “casualties”."
    ]
    assert found.reason.endswith("”.")


def test_an_explanation_tells_which_readings_lead_elsewhere() -> None:
    said = history(seen("0.3", TODAY), seen("0.2", TODAY, "paper"))

    verdict = judge(FIFTH, measure(), said, at=TODAY)

    lines = verdict.explain().splitlines()

    assert lines[0] == "On 22 August 2026 the evidence found said otherwise."
    assert "It lies 7.5 percentage points outside the nearest edge." in lines
    assert "It is right in 3 of 6 readings; it turns on the source: not with The Map." in lines
    assert "The Paper would lead to another answer." in lines


def test_the_sentence_says_who_leads_elsewhere() -> None:
    given = history(seen("0.2", TODAY), seen("0.3", TODAY, "paper"))

    assert told(FIFTH, given).endswith("; The Paper would lead to another answer.")


def test_a_person_who_leads_elsewhere_is_named_as_people_are() -> None:
    said = history(seen("0.3", TODAY, "person:Ann"), seen("0.2", TODAY, "person:Bo"))

    told_of = judge(FIFTH, measure(), said, at=TODAY).explain()

    assert "it turns on the source: not with Ann." in told_of
    assert "person:" not in told_of


def test_where_few_readings_are_right_those_are_named() -> None:
    fallen = history(*(seen(str(value), WRITTEN - timedelta(days=30 * back))
                       for back, value in ((3, 100), (2, 90), (1, 85), (0, 110))))  # fmt: skip

    down = judge(trend("down", 120, "net"), measure("km2"), fallen, at=WRITTEN).explain()

    assert "; it turns on the rule.\n" in down
    assert "It turns on the rule it is judged by: otherwise by the rule share-of-days." in down


def test_a_long_quote_is_cut_at_thirty_words_and_names_who_is_cited() -> None:
    said = seen("0.2", TODAY, quote=" ".join(["word"] * 40), attribution="The General")

    last = judge(FIFTH, measure(), history(said), at=TODAY).explain().splitlines()[-1]

    assert last.startswith("Evidence for 22 August 2026: The General, in map: “word word")
    assert last.count("word") == 30
    assert last.endswith(" ...”")


def test_a_person_who_is_a_source_is_named_once() -> None:
    said = seen("0.2", TODAY, "person:A. Surveyor", url="person:A. Surveyor")

    verdict = judge(FIFTH, measure(), history(said), at=TODAY)

    assert verdict.explain().endswith("Evidence for 22 August 2026: A. Surveyor")
    assert str(Cause("observation", said)) == "what A. Surveyor gave for 22 August 2026"


def test_the_parts_of_a_verdict_are_explained_one_by_one() -> None:
    parts = (
        Part("share", Assertion("quantity", "m", said="one-fifth")),
        Part("in_force", Assertion("state", "n", asserts="yes")),
    )
    claim = Claim("claim", "text", "Both are so.", parts=parts)
    said = {"m": history(seen("0.2", TODAY))}

    verdict = judge(claim, {"m": measure(), "n": measure(kind="state")}, said, at=TODAY)

    assert verdict.explain().splitlines() == [
        "On 22 August 2026 it could not be told.",
        "1 of 2 parts decides it: in force.",
        "Share: the claim held. 20% on 22 August 2026 (The Map): this is within what the words "
        "admit, at least 18.33% and less than 22.5%.",
        "  It lies 1.67 percentage points inside the nearest edge; the fit is 1.00, where 1 is the "
        "value named.",
        "  It would no longer hold at less than 18.33%.",
        "  It is right in 3 of 3 readings.",
        "  Evidence for 22 August 2026: map",
        "In force: it could not be told. No answer is on record for 22 August 2026 or before.",
    ]


# Causes


@pytest.mark.parametrize("kind", get_args(CauseKind))
def test_a_cause_says_itself_in_words(kind: CauseKind) -> None:
    words = {
        "observation": "a new observation",
        "time": "the passing of time",
        "revision": "a revision of the claim",
        "rule": "a change of rule",
    }

    assert str(Cause(kind)) == words[kind]


def test_an_observation_that_caused_a_change_is_named() -> None:
    assert str(Cause("observation", seen("0.2", "2025-08"))) == "what map gave for August 2025"


# What is never said


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["0.2", "0.3", "0.22"]), min_size=1, max_size=40),
    st.sampled_from(["one-fifth", "dozens", "about 20%"]),
    st.integers(0, 60),
)
def test_prose_calls_nothing_refuted_and_is_one_sentence(
    values: list[str], said: str, at: int
) -> None:
    record = history(*daily(WRITTEN, values))
    day = date.fromordinal(WRITTEN.toordinal() + at)

    sentence = told(replace(quantity(said), statement="A fifth."), record, at=day)
    explained = judge(quantity(said), measure(), record, at=day).explain()

    assert "refuted" not in sentence + explained
    assert "\n" not in sentence
    assert sentence.startswith("A fifth: ")
    assert sentence.endswith(".")
    assert ".." not in sentence


@pytest.mark.parametrize(
    ("phrase", "value", "told"),
    [
        ("a fifth", "0.21", "It would no longer hold at 22.5% or more."),
        ("a fifth", "0.19", "It would no longer hold at less than 18.33%."),
        ("a fifth", "0.225", "It would hold at less than 22.5%, but not below 18.33%."),
        ("a fifth", "0.1", "It would hold at 18.33% or more, but not at 22.5% or above."),
        ("three-quarters", "0.76", "It would no longer hold at more than 77.5%."),
        ("three-quarters", "0.78", "It would hold at 77.5% or less, but not at 70.83% or below."),
        ("more than 20%", "0.2", "It would hold at more than 20%."),
        ("more than 20%", "0.20001", "It would no longer hold at 20% or less."),
        ("nearly all", "0.5", "It would hold at 90% or more, but not at 100%."),
        ("nearly all", "0.996", "It would no longer hold at 100%."),
        ("most", "0.4", "It would hold at more than 50%."),
        ("most", "0.99", "It would no longer hold at 50% or less."),
    ],
)
def test_the_figure_at_which_it_would_turn_is_told(phrase: str, value: str, told: str) -> None:
    verdict = judge(quantity(phrase), measure(), history(seen(value, TODAY)), at=TODAY)
    assert told in verdict.explain().splitlines()


def test_a_count_turns_at_any_other_and_what_lies_across_the_edge_at_none() -> None:
    about = measure("count", asks="How many lights are lit?")
    three = judge(quantity("three lights"), about, history(seen("3", TODAY)), at=TODAY)
    assert "It would no longer hold at any other figure than 3." in three.explain()
    four = judge(quantity("three lights"), about, history(seen("4", TODAY)), at=TODAY)
    assert "It would hold at exactly 3." in four.explain()
    across = history(seen("0.2", TODAY, error=Decimal("0.05")))
    torn = judge(quantity("a fifth"), measure(), across, at=TODAY)
    assert torn.label == "borderline"
    assert "It would" not in torn.explain()


def test_a_figure_on_the_edge_lies_inside_by_nothing() -> None:
    verdict = judge(quantity("at least 20%"), measure(), history(seen("0.2", TODAY)), at=TODAY)

    assert "\nIt lies on the edge.\n" in verdict.explain()
    assert "outside" not in verdict.explain()


def test_a_trend_that_holds_by_another_rule_only_now_says_so() -> None:
    days = [WRITTEN - timedelta(days=60 - 10 * step) for step in range(7)]
    later = [TODAY - timedelta(days=60 - 10 * step) for step in range(7)]
    then = zip(days, (100, 101, 102, 103, 104, 105, 106), strict=True)
    now = zip(later, (100, 110, 109, 108, 107, 106, 105), strict=True)
    said = history(*(seen(str(value), day) for day, value in (*then, *now)))

    sentence = told(trend("down", 60, "net"), said, measure("km2"))

    assert "it holds only now by the rule share-of-days" in sentence


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (("2.895", "2.905"), "GBP", "£2.90"),
        (("0.19", "0.21"), "share", "20%"),
        (("0.0495", "0.0505"), "share", "5.0%"),
        (("41500", "42500"), "persons", "42,000 people"),
        (("41000", "43000"), "persons", "between 41,000 and 43,000 people"),
        (("0.18", "0.22"), "share", "between 18% and 22%"),
    ],
)
def test_a_figure_that_was_rounded_is_told_as_it_was_written(
    value: tuple[str, str], unit: str, shown: str
) -> None:
    said = history(seen(Interval(Decimal(value[0]), Decimal(value[1])), TODAY))
    claim = quantity(means=("0", "100000"))

    verdict = judge(claim, measure(unit), said, at=TODAY)

    assert verdict.reason.lower().startswith(f"{shown} on 22 august 2026".lower())


def test_a_rounded_figure_across_an_edge_is_told_by_its_ends() -> None:
    said = history(seen(Interval(Decimal("0.19"), Decimal("0.21")), TODAY))

    verdict = judge(quantity(means=("0.2", "0.3")), measure(), said, at=TODAY)

    assert verdict.label == "borderline"
    assert verdict.reason.startswith("Between 19% and 21% on 22 August 2026 (The Map): this lies")


def test_in_the_middle_of_what_is_admitted_both_edges_are_told() -> None:
    middle = judge(quantity("some 40%"), measure(), history(seen("0.4", TODAY)), at=TODAY)
    beside = judge(quantity("some 40%"), measure(), history(seen("0.401", TODAY)), at=TODAY)

    assert "It would no longer hold at less than 38%, or at more than 42%." in middle.explain()
    assert "It would no longer hold at more than 42%." in beside.explain()
