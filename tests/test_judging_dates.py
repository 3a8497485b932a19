"""Dates: whether the day on which something is, begins or ends is one that the words admit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import claim, history, seen

from claimtrack.claims import Assertion, Claim
from claimtrack.judging import judge, standing, transitions
from claimtrack.judging.labels import FIRM, FindingName, Label, Status
from claimtrack.judging.verdicts import Standing, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate, DayLike, calendar_date

LEASE = Measure("m", "When does the lease end?", "date")
MAY = date(2025, 5, 1)


def says(said: str, as_of: DayLike | None = None) -> Claim:
    return claim(Assertion("date", "m", said=said), as_of, None, "The lease ends then.")


def told(day: str, on: DayLike = "2025-04-01", source: str = "paper", **given: Any) -> Observation:
    known = {"id": f"{source} {day} {on} {given.get('quote')}", **given}
    return replace(seen("0", on, source), value=CalendarDate.parse(day), **known)


def judged(said: str, *evidence: Observation, on: DayLike = MAY, as_of: DayLike | None = None,
           measure: Measure = LEASE) -> Verdict:  # fmt: skip
    return judge(says(said, as_of), measure, history(*evidence), at=on)


def names(verdict: Verdict) -> list[FindingName]:
    return [finding.name for finding in verdict.findings]


@pytest.mark.parametrize(
    ("said", "evidence", "label"),
    [
        # The evidence is as fine as the claim, or finer.
        ("2042", "2042", "supported"),
        ("2042", "2042-05-28", "supported"),
        ("in May 2042", "2042-05-28", "supported"),
        ("28 May 2042", "2042-05-28", "supported"),
        ("2042", "2017-05-28", "refuted"),
        ("28 May 2042", "2042-05-27", "refuted"),
        # It is coarser: both may be true, unless they have no day in common.
        ("28 May 2042", "2042", "borderline"),
        ("28 May 2042", "2042-05", "borderline"),
        ("28 May 2042", "2041", "refuted"),
        ("in the spring of 2022", "2022", "borderline"),
        ("in the spring of 2022", "2022-04", "supported"),
        ("in the spring of 2022", "2022-06-01", "refuted"),
        # One side is open.
        ("by the end of 2026", "2026-12-31", "supported"),
        ("by the end of 2026", "2019", "supported"),
        ("by the end of 2026", "2027-01-01", "refuted"),
        ("by June 2026", "2026", "borderline"),
        ("before 2014", "2013-12-31", "supported"),
        ("before 2014", "2014-01-01", "refuted"),
        ("after 24 February 2022", "2022-02-24", "refuted"),
        ("after 24 February 2022", "2030", "supported"),
        # What holds until a day ends on it.
        ("until 2042", "2042-05-28", "supported"),
        ("until 2042", "2017-05-28", "refuted"),
        ("since 2014", "2014-03-18", "supported"),
        ("since 2014", "2022-02-24", "refuted"),
        ("between 2014 and 2022", "2018", "supported"),
        ("in the 1990s", "1997-05-28", "supported"),
        ("around 1990", "1991", "supported"),
        # An ISO month is one, even where a text might mean the years to 2008.
        ("2004-08", "2004-08-31", "supported"),
        ("2004-08", "2004-09-01", "refuted"),
        ("2004-08", "2008", "refuted"),
        ("the lease is set to expire in 2042", "2042", "supported"),
    ],
)
def test_a_day_is_held_against_what_the_words_admit(said: str, evidence: str, label: Label) -> None:
    assert judged(said, told(evidence)).label == label


def test_the_error_of_the_evidence_counts_on_both_sides() -> None:
    near = told("2042-01-03", error=Decimal(5))
    assert judged("2042", near).label == "borderline"
    assert judged("2042", replace(near, error=Decimal(2))).label == "supported"
    assert judged("2041", replace(near, error=Decimal(2))).label == "refuted"
    assert "3 January 2042 ± 5 days" in judged("2042", near).figure


def test_a_wrong_day_in_the_right_year_says_both() -> None:
    verdict = judged("28 May 2042", told("2042-05-20"))
    assert names(verdict) == ["wrong_date"]
    assert verdict.findings[0].detail == (
        "The year is right, but 20 May 2042 is 8 days before 28 May 2042."
    )
    assert verdict.distance == -8


@pytest.mark.parametrize(
    ("said", "evidence", "detail"),
    [
        ("until 2042", "2017-05-28", "28 May 2017 is about 24.5 years before 2042."),
        ("2032", "2037-06-30", "30 June 2037 is about 4.5 years after 2032."),
        ("2032", "2037", "2037 is 5 years after 2032."),
        ("2042", "2041", "2041 is 1 year before 2042."),
        ("by 1 June 2037", "2037-06-30", "30 June 2037 is 29 days after 1 June 2037."),
    ],
)
def test_a_wrong_date_is_told_from_the_nearest_day_that_is_claimed(
    said: str, evidence: str, detail: str
) -> None:
    (finding,) = judged(said, told(evidence)).findings
    assert finding.name == "wrong_date"
    assert finding.detail == detail


def test_evidence_that_is_too_coarse_is_called_imprecise() -> None:
    verdict = judged("28 May 2042", told("2042"))
    assert names(verdict) == ["imprecise"]
    assert "2042, not 28 May 2042" in verdict.findings[0].detail


@pytest.mark.parametrize(
    ("said", "evidence", "distance"),
    [
        ("2042", "2042-05-28", 147),
        ("2042", "2042-10-02", 90),
        ("2042", "2017", -8767),
        ("2017", "2042", -8767),
        ("by the end of 2026", "2026-12-01", 30),
        ("after 24 February 2022", "2022-03-01", 4),
    ],
)
def test_the_distance_is_to_the_nearest_edge_of_the_words(
    said: str, evidence: str, distance: int
) -> None:
    assert judged(said, told(evidence)).distance == distance


def test_of_several_sources_the_nearest_distance_is_told() -> None:
    verdict = judged("2042", told("2042-05-28"), told("2042-12-30", source="rival"))

    assert (verdict.label, verdict.distance) == ("supported", 1)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("by the end of 2026", "31 December 2026 at the latest"),
        ("after 24 February 2022", "25 February 2022 at the earliest"),
    ],
)
def test_words_that_are_open_on_one_side_are_told_by_the_other(said: str, meant: str) -> None:
    day = "2030-01-01" if "2026" in said else "2020-01-01"

    assert judged(said, told(day)).reason.endswith(f"the claim says {meant}.")


def test_what_keeps_words_from_being_checked_is_said() -> None:
    relative = judged("last Friday", told("2042"))

    assert (relative.label, names(relative)) == ("not_checkable", ["vague"])
    assert relative.reason == "Which day “last Friday” is, the words alone do not say."
    assert relative.findings[0].detail == relative.reason
    assert judged("soon", told("2042")).reason == "“soon” names no date."
    two = judged("2041, and then 2 May 2042", told("2042"))
    assert two.reason == "“2041, and then 2 May 2042” names more than one date."
    assert two.claim == "text/claim"


def test_an_error_of_part_of_a_day_is_one_of_a_day() -> None:
    assert judged("2042", told("2042-01-01", error=Decimal("0.2"))).label == "borderline"


def test_words_that_name_two_days_are_decided_where_both_agree() -> None:
    assert judged("8/9/2025", told("2024-01-01")).label == "refuted"
    either = judged("8/9/2025", told("2025-09-08"))
    assert either.label == "borderline"
    assert names(either) == ["rule_dependent"]


@pytest.mark.parametrize("said", ["last Friday", "three years on", "in force", "1997 and 2042"])
def test_words_that_name_no_day_by_themselves_cannot_be_checked(said: str) -> None:
    verdict = judged(said, told("2042"))
    assert (verdict.label, verdict.rule) == ("not_checkable", "dates-1")
    assert said in verdict.explain()


def test_what_the_words_leave_open_hangs_on_the_day_of_writing() -> None:
    met = told("2025-04-15")
    assert stand("on 15 April", met).status == "timeless"
    assert stand("on 15 April", met, published="2024-04-20").then.label == "refuted"
    assert judged("on 15 April", met, as_of="2025-04-15").label == "supported"


def test_without_an_answer_nothing_is_told() -> None:
    verdict = judged("2042")
    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "none")
    assert verdict.reason == "No usable answer gives its day."


def test_an_answer_that_is_no_day_is_set_aside() -> None:
    verdict = judged("2042", replace(told("2042"), value="soon"))
    assert (verdict.label, names(verdict)) == ("not_enough_evidence", ["unit_mismatch"])


def test_the_evidence_is_not_sought_on_the_day_that_the_claim_is_about() -> None:
    found = judged("1848", told("1848-03-15"), on="1848-03-15", as_of="1848")
    assert found.label == "supported"


def test_an_end_that_is_moved_is_another_from_then_on() -> None:
    moved = (told("2017-05-28", "1997-05-28"), told("2042-05-28", "2010-04-21"))
    assert judged("until 2042", *moved, on="2005-01-01").label == "refuted"
    assert judged("until 2042", *moved).label == "supported"
    (change,) = transitions(says("until 2042"), LEASE, history(*moved), until=MAY)
    assert (change.on, change.before, change.after) == (date(2010, 4, 21), "refuted", "supported")


def test_an_answer_grows_old_only_where_the_measure_says_so() -> None:
    old = told("2042", "1997-05-28")
    assert judged("2042", old).label == "supported"
    perishable = replace(LEASE, stale_after=timedelta(days=30))
    verdict = judged("2042", old, measure=perishable)
    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "stale")
    assert "27 June 1997" in verdict.reason


def test_sources_that_give_other_days_conflict() -> None:
    verdict = judged("2042", told("2042"), told("2017", source="rival"))
    assert verdict.label == "conflicting"
    assert "sources_disagree" in names(verdict)
    assert verdict.reason == (
        "The sources differ: 2042 (The Paper) and 2017 (The Rival); the claim says 2042."
    )


def test_a_finer_answer_of_another_source_is_no_conflict() -> None:
    verdict = judged("2042", told("2042"), told("2042-05-28", source="rival"))
    assert (verdict.label, verdict.figure) == ("supported", "2042 and 28 May 2042")


def test_a_source_that_gives_two_answers_at_once_has_no_last_word() -> None:
    both = (told("2042"), told("2017"))
    assert judged("2042", *both).label == "conflicting"


def test_one_side_alone_is_said() -> None:
    assert names(judged("2042", told("2042", source="ministry"))) == ["single_party"]


def stand(said: str, *evidence: Observation, published: str = "2025-04-10") -> Standing:
    return standing(
        says(said),
        LEASE,
        history(*evidence),
        published=calendar_date(published),
        at=MAY,
    )


@pytest.mark.parametrize(
    ("said", "evidence", "status"),
    [
        ("in 1997", "1997-05-28", "timeless"),
        ("in 1997", "1998-05-28", "timeless"),
        ("until 2042", "2042-05-28", "current"),
        ("until 2042", "2047-05-28", "never_held"),
        ("28 May 1997", "1997", "unknown"),
    ],
)
def test_a_date_that_is_past_is_settled(said: str, evidence: str, status: Status) -> None:
    assert stand(said, told(evidence)).status == status


def test_a_lease_that_was_cut_short_leaves_the_claim_outdated() -> None:
    assert stand("2042", told("2042"), told("2030", "2025-04-20")).status == "outdated"


def test_a_verdict_is_told_in_sentences() -> None:
    verdict = judged("until 2042", told("2017-05-28", quote="for twenty years"))
    assert verdict.explain().splitlines() == [
        "On 1 May 2025 the evidence found said otherwise.",
        "The evidence found gives 28 May 2017 (The Paper); the claim says 2042.",
        "28 May 2017 is about 24.5 years before 2042.",
        "Evidence for 1 April 2025: paper: “for twenty years”",
    ]


def test_what_is_within_the_words_is_told_beside_them() -> None:
    same, finer = judged("2042", told("2042")), judged("2042", told("2042-05-28"))
    assert same.reason == "The evidence found gives 2042 (The Paper), as the claim says."
    assert finer.reason == (
        "The evidence found gives 28 May 2042 (The Paper), within what the claim says, 2042."
    )


def test_a_standing_is_told_in_one_sentence() -> None:
    assert str(stand("2042", told("2042"))) == (
        "The lease ends then: on 10 April 2025 the claim held (2042, The Paper), and on 1 May 2025 "
        "it still holds."
    )


precisions = st.sampled_from(["day", "month", "year"])
calendar_dates = st.builds(
    CalendarDate, st.dates(min_value=date(2013, 1, 1), max_value=date(2099, 1, 1)), precisions
)


@given(calendar_dates, calendar_dates)
def test_coarser_evidence_never_turns_a_refuted_date_into_a_supported_one(
    said: CalendarDate, day: CalendarDate
) -> None:
    coarser = CalendarDate(day.first, "year")
    fine, coarse = (judged(str(said), told(str(each))).label for each in (day, coarser))
    assert not (fine == "refuted" and coarse == "supported")
    assert coarse != "supported" or fine == "supported"


@given(calendar_dates, st.permutations(["paper", "rival", "ministry"]))
def test_order_and_repetition_of_evidence_do_not_matter(
    day: CalendarDate, sources: list[str]
) -> None:
    answers = [told(str(day), source=source) for source in sources]
    straight = judged("2042", *answers)
    assert judged("2042", *reversed(answers), *answers) == straight


@given(calendar_dates, calendar_dates)
def test_a_firm_verdict_has_its_distance(said: CalendarDate, day: CalendarDate) -> None:
    verdict = judged(str(said), told(str(day)))
    assert (verdict.label in FIRM) == (verdict.distance is not None)
    assert verdict.distance is None or (verdict.distance < 0) == (verdict.label == "refuted")


def test_a_day_without_its_year_is_counted_from_the_time_that_the_claim_speaks_of() -> None:
    """Where only the month or the year of writing is known; else each year is a reading."""
    year = CalendarDate.parse("2025")
    spoken, bare = says("on 15 August", "2025-08-15"), says("on 15 August")
    for day, of_spoken, of_bare in (
        ("2025-08-15", "supported", "borderline"),
        ("2026-08-15", "refuted", "borderline"),
        ("2025-03-01", "refuted", "refuted"),
    ):
        known = history(told(day))
        found = judge(spoken, LEASE, known, at="2025-12-31", published=year)
        assert found.label == of_spoken
        assert judge(bare, LEASE, known, at="2025-12-31", published=year).label == of_bare
