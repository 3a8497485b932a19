"""Verdicts: what each says of itself, whatever the type of its claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from seen import claim, daily, history, measure, quantity, seen, trend

from claimtrack.claims import Assertion, Claim
from claimtrack.judging import judge
from claimtrack.judging.datemeanings import date_objection
from claimtrack.measures import Measure, State
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate

DAY = date(2025, 8, 15)
RISE = daily(DAY - timedelta(days=40), range(41))


def told(value: object) -> list[Observation]:
    return [replace(seen("0", DAY, "paper"), value=value)]


def asserting(assertion: Assertion) -> Claim:
    return claim(assertion, statement="So it is.")


CASES: dict[str, tuple[Claim, Measure, list[Observation]]] = {
    "words-1": (quantity("one-fifth"), measure(), [seen("0.2", DAY)]),
    "net-1": (trend(), measure("km2"), RISE),
    "dates-1": (
        asserting(Assertion("date", "m", said="2042")),
        measure(None, kind="date"),
        told(CalendarDate.parse("2042-05-28")),
    ),
    "states-1": (
        asserting(Assertion("state", "m", asserts="in_force")),
        measure(None, kind="state", states=(State("in_force", ()), State("ended", ()))),
        told("in_force"),
    ),
    "events-1": (
        asserting(Assertion("event", "m", asserts="happened")),
        measure(None, kind="event"),
        told(CalendarDate.parse("2025-04-30")),
    ),
    "quotations-1": (
        asserting(Assertion("quotation", "m", wording="we will stay")),
        measure(None, kind="quotation", speaker="Ada Berg"),
        told("We will stay."),
    ),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_verdict_names_its_claim_its_rule_its_day_and_its_evidence(rule: str) -> None:
    about, of, evidence = CASES[rule]

    verdict = judge(about, of, history(*evidence), at=DAY)

    assert (verdict.claim, verdict.label, verdict.at) == ("text/claim", "supported", DAY)
    assert verdict.rule == rule
    assert (verdict.evidence, verdict.judged_on) == ("fresh", DAY)
    assert verdict.because
    assert verdict.source_names in {("The Map",), ("The Paper",)}
    assert verdict.figure


@pytest.mark.parametrize("rule", CASES)
def test_a_verdict_without_evidence_names_its_claim_and_its_rule_too(rule: str) -> None:
    about, of, _ = CASES[rule]

    verdict = judge(about, of, history(), at=DAY)

    assert (verdict.claim, verdict.label, verdict.at) == ("text/claim", "not_enough_evidence", DAY)
    assert (verdict.rule, verdict.evidence, verdict.judged_on) == (rule, "none", None)
    assert verdict.reason.endswith(".")
    assert verdict.because == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2042", None),
        ("soon", "“soon” names no date."),
        ("in 2014 and in 2022", "“in 2014 and in 2022” names more than one date."),
    ],
)
def test_what_keeps_a_date_from_being_judged_is_told_before_it_is(
    said: str, told: str | None
) -> None:
    assert date_objection(said, None) == told


def test_a_date_that_counts_from_the_writing_can_be_judged_once_that_is_known() -> None:
    assert date_objection("last Friday", CalendarDate(DAY)) is None
    assert date_objection("last Friday", None) is not None
