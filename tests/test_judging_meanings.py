"""Meanings: the interval that a claim's words admit, and the other ways to read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from seen import history, measure, quantity, seen

from claimtrack.claims import Claim
from claimtrack.judging import judge
from claimtrack.judging.meanings import Meaning, NoMeaning, meaning, objection
from claimtrack.judging.verdicts import Verdict
from claimtrack.values import Interval

DAY = date(2025, 8, 15)


def meant(claim: Claim, unit: str | None = "share") -> Meaning:
    found = meaning(claim.assertions[0], measure(unit))
    assert isinstance(found, Meaning)
    return found


def unmeant(said: str | None, unit: str = "share") -> NoMeaning:
    found = meaning(quantity(said).assertions[0], measure(unit))
    assert isinstance(found, NoMeaning)
    return found


def judged(claim: Claim, value: str, unit: str = "share") -> Verdict:
    return judge(claim, measure(unit), history(seen(value, DAY)), at=DAY)


def test_words_mean_what_the_rule_of_words_says() -> None:
    fifth = meant(quantity("one-fifth"))

    assert (fifth.amount, fifth.rule) == (Decimal("0.2"), "words-1")
    assert Decimal("0.1834") in fifth.interval
    assert Decimal("0.225") not in fifth.interval


def test_an_author_who_says_what_was_meant_is_taken_at_his_word() -> None:
    claim = quantity("about three-quarters", means=("0.7", "0.8"))

    found = meant(claim)

    assert (found.interval, found.rule) == (Interval(Decimal("0.7"), Decimal("0.8")), "means-1")
    assert found.amount == Decimal("0.75")
    assert judged(claim, "0.79").rule == "means-1"


def test_an_amount_outside_what_the_author_meant_is_not_the_value_named() -> None:
    assert meant(quantity("three-quarters", means=("0.8", "0.9"))).amount is None


def test_the_words_of_an_author_who_says_what_was_meant_are_another_reading() -> None:
    verdict = judged(quantity("about three-quarters", means=("0.7", "0.8")), "0.79")

    assert [(each.choice, each.label) for each in verdict.readings] == [
        ("words as the author meant them", "supported"),
        ("“about three-quarters” by the rule words-1", "refuted"),
        ("a scale of tenths in place of sixths", "refuted"),
        ("a margin of one percentage point", "refuted"),
    ]
    assert [each.name for each in verdict.findings] == ["rule_dependent"]
    assert "“about three-quarters” by the rule words-1" in verdict.findings[0].detail


@pytest.mark.parametrize("said", ["one-fifth", "about 20%"])
def test_a_share_is_also_read_to_within_one_point(said: str) -> None:
    *_, other = meant(quantity(said)).others

    assert other.interval == Interval(Decimal("0.19"), Decimal("0.21"))


@pytest.mark.parametrize(
    ("said", "lower", "upper"),
    [("one-fifth", "0.15", "0.225"), ("about a third", "0.3167", "0.3667")],
)
def test_a_fraction_is_also_read_on_a_scale_of_tenths(said: str, lower: str, upper: str) -> None:
    choice = meant(quantity(said)).others[0]

    assert choice.words == "a scale of tenths in place of sixths"
    assert Decimal(lower) + Decimal("0.003") in choice.interval
    assert Decimal(upper) - Decimal("0.003") in choice.interval
    assert Decimal(lower) - Decimal("0.003") not in choice.interval
    assert Decimal(upper) + Decimal("0.003") not in choice.interval


def test_ways_of_reading_that_admit_the_same_are_one() -> None:
    others = meant(quantity("one-fifth", means=("0.15", "0.225"))).others

    assert len({choice.interval for choice in others}) == len(others)


@pytest.mark.parametrize(
    "said", ["20%", "19.2%", "more than a fifth", "nearly half", "up to 20%", "nearly all"]
)
def test_words_as_fine_as_a_point_and_one_sided_words_have_one_reading(said: str) -> None:
    assert meant(quantity(said)).others == ()


def test_other_units_have_no_points() -> None:
    assert meant(quantity("about 116,000"), "count").others == ()


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("116,000", "persons"),
        ("116,000 people", "count"),
        ("one-fifth", None),
        ("1,000 a day", "persons/d"),
    ],
)
def test_a_bare_number_may_count_people_and_no_unit_asks_for_none(
    said: str, unit: str | None
) -> None:
    assert meant(quantity(said), unit).unit == unit


@pytest.mark.parametrize(
    ("said", "unit", "told"),
    [
        ("one-fifth", "km2", "The words give a share, the measure km²."),
        ("116,000", "km2", "The words give a plain number, the measure km²."),
        ("1,000 a day", "persons", "The words give a plain number a day, the measure people."),
        ("116,000", "persons/d", "The words give a plain number, the measure people a day."),
    ],
)
def test_another_unit_is_a_finding_and_never_a_comparison(said: str, unit: str, told: str) -> None:
    verdict = judged(quantity(said), "0.2", unit)

    assert verdict.label == "not_checkable"
    assert [(each.name, each.detail) for each in verdict.findings] == [("unit_mismatch", told)]


def test_a_change_is_not_held_against_a_level() -> None:
    found = unmeant("a third more")

    assert found.finding is not None
    assert found.finding.name == "unit_mismatch"
    assert found.finding.detail == found.reason
    assert found.reason.startswith("The words say how much it changed; the measure is how much")


def test_vague_words_admit_no_interval_and_say_so() -> None:
    found = unmeant("dozens", "count")

    assert found.finding is not None
    assert found.finding.name == "vague"


def test_a_claim_without_an_amount_is_told_so_in_a_sentence() -> None:
    assert judged(quantity(None), "0.2").reason == "The claim names no amount."


@pytest.mark.parametrize("said", [None, "no amount at all"])
def test_words_without_an_amount_cannot_be_checked(said: str | None) -> None:
    verdict = judged(quantity(said), "0.2")

    assert (verdict.label, verdict.evidence) == ("not_checkable", "none")
    assert "names no amount" in verdict.reason


@pytest.mark.parametrize(
    ("said", "unit", "told"),
    [
        ("one-fifth", "share", None),
        ("116,000", "persons", None),
        ("one-fifth", None, None),
        ("dozens", "count", "The words name no amount that figures could be held against."),
        ("one-fifth", "km2", "The words give a share, the measure km²."),
        ("1,000 a day", "persons", "The words give a plain number a day, the measure people."),
        ("a third more", "share", "The words say how much it changed; the measure is how much"),
        ("120%", "share", "The words give more than 100%, the measure a share of a whole"),
        ("more than 100%", "share", "The words give more than 100%"),
        ("100%", "share", None),
        ("120%", "ratio", None),
        ("no amount at all", "share", "“no amount at all” names no amount"),
    ],
)
def test_an_objection_is_what_judging_would_give_as_its_reason(
    said: str, unit: str | None, told: str | None
) -> None:
    found = objection(said, measure(unit))

    if told is None:
        assert found is None
        assert isinstance(meaning(quantity(said).assertions[0], measure(unit)), Meaning)
    else:
        assert found is not None
        assert found.startswith(told)
        assert judged(quantity(said), "0.2", unit or "count").reason == found
