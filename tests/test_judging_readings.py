"""Readings: one claim under every defensible choice, crossed, and what the answer turns on."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import history, measure, quantity, seen

from claimtrack.claims import Document
from claimtrack.judging import judge
from claimtrack.judging.combining import MOST_READINGS
from claimtrack.judging.verdicts import Verdict
from claimtrack.observations import Description, History, Observation
from claimtrack.values import calendar_date

DAY = date(2025, 8, 15)
WHOLE = measure(scope="Crimea included", also=("without",))
WITHOUT = replace(measure(scope="Crimea excluded"), id="without")
NOTHING = History()
BOTH = {"m": WHOLE, "without": WITHOUT}


def judged(said: str, own: History, other: History = NOTHING, measures: object = BOTH) -> Verdict:
    assert isinstance(measures, dict)
    return judge(quantity(said), measures, {"m": own, "without": other}, at=DAY)


def test_words_are_read_with_each_denominator_by_each_source() -> None:
    own = history(seen("0.19", DAY, "paper"), seen("0.2", DAY, "rival"))
    other = history(seen("0.158", DAY, "paper"))

    verdict = judged("one-fifth", own, other)

    assert verdict.label == "supported"
    assert [(each.kind, each.source, each.changed, each.label) for each in verdict.readings] == [
        ("wording", "paper", 0, "supported"),
        ("wording", "rival", 0, "supported"),
        ("wording", "paper", 1, "supported"),
        ("wording", "rival", 1, "supported"),
        ("wording", "paper", 1, "supported"),
        ("wording", "rival", 1, "supported"),
        ("denominator", "paper", 1, "refuted"),
        ("denominator", "paper", 2, "supported"),
        ("denominator", "paper", 2, "refuted"),
    ]
    assert verdict.readings[0].choices == (
        ("wording", "“one-fifth” by the rule words-1"),
        ("denominator", "Crimea included"),
    )
    assert verdict.readings[6].figure == "15.8%"


def test_the_answer_says_that_it_turns_on_the_denominator() -> None:
    verdict = judged("one-fifth", history(seen("0.2", DAY)), history(seen("0.15", DAY)))

    assert [finding.name for finding in verdict.findings] == ["rule_dependent"]
    assert verdict.findings[0].detail == (
        "It turns on the denominator: otherwise by counting “Crimea excluded” (15%)."
    )
    lines = verdict.explain().splitlines()
    assert "It is right in 4 of 6 readings; it turns on the denominator." in lines


def test_a_denominator_without_a_scope_is_told_by_what_is_asked() -> None:
    adults = replace(WITHOUT, scope=None, asks="What share of adults voted?")
    both = {**BOTH, "without": adults}
    verdict = judged("one-fifth", history(seen("0.2", DAY)), history(seen("0.15", DAY)), both)

    assert verdict.findings[0].detail.endswith(
        "otherwise by asking “What share of adults voted?” (15%)."
    )


def test_a_denominator_that_changes_nothing_is_no_finding() -> None:
    verdict = judged("one-fifth", history(seen("0.2", DAY)), history(seen("0.201", DAY)))

    assert verdict.findings == ()
    assert "It is right in 6 of 6 readings." in verdict.explain()


def test_the_denominator_decides_nothing() -> None:
    alone = judged("one-fifth", history(seen("0.2", DAY)))
    beside = judged("one-fifth", history(seen("0.2", DAY)), history(seen("0.5", DAY)))

    assert alone.label == beside.label == "supported"
    assert alone.because == beside.because
    assert judged("one-fifth", History(), history(seen("0.2", DAY))).label == "not_enough_evidence"


@pytest.mark.parametrize(
    "other", [replace(WITHOUT, unit="km2"), replace(WITHOUT, id="elsewhere")], ids=["unit", "id"]
)
def test_a_measure_that_the_words_cannot_be_held_against_is_left_out(other: object) -> None:
    measures = {"m": WHOLE, getattr(other, "id", ""): other}

    verdict = judged("one-fifth", history(seen("0.2", DAY)), history(seen("0.5", DAY)), measures)

    assert {each.kind for each in verdict.readings} == {"wording"}


def test_a_document_knows_the_measures_behind_a_claim() -> None:
    claim = quantity("one-fifth")
    unrelated = replace(WITHOUT, id="unrelated")
    document = Document("text", "Text", calendar_date(DAY), measures=(unrelated, WITHOUT, WHOLE))

    assert list(document.measures_of(claim)) == ["m", "without"]
    assert list(replace(document, measures=(WHOLE,)).measures_of(claim)) == ["m"]


def test_too_many_readings_keep_those_that_change_one_thing() -> None:
    names = [f"source {number:02}" for number in range(30)]
    told = History(
        tuple(seen("0.2", DAY, name) for name in names),
        (),
        {name: Description(name, "measurement") for name in names},
    )

    verdict = judged("one-fifth", told, told)

    assert len(verdict.readings) == MOST_READINGS
    assert max(each.changed for each in verdict.readings) == 1


AMOUNTS = st.integers(10, 30).map(lambda percent: Decimal(percent) / 100)
SOURCES = st.sampled_from(["map", "paper", "rival", "person"])
SEEN = st.lists(
    st.builds(lambda amount, source: seen(amount, DAY, source), AMOUNTS, SOURCES),
    max_size=4,
    unique_by=lambda each: each.source,
)


@settings(deadline=None)
@given(own=SEEN, other=SEEN, order=st.randoms(use_true_random=False), twice=st.booleans())
def test_order_and_duplication_change_no_reading(
    own: list[Observation], other: list[Observation], order: random.Random, twice: bool
) -> None:
    mixed = own * (1 + twice), other * (1 + twice)
    for each in mixed:
        order.shuffle(each)

    assert judged("one-fifth", history(*mixed[0]), history(*mixed[1])) == judged(
        "one-fifth", history(*own), history(*other)
    )
