"""Events: whether something has happened by a day, and whether on the day that a claim names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import claim, history, seen

from claimtrack.claims import Assertion, Claim, Part
from claimtrack.judging import judge, standing, transitions
from claimtrack.judging.labels import FindingName, Label, Status
from claimtrack.judging.verdicts import Standing, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate, DayLike, calendar_date

OPENING = Measure("m", "When did the bridge open?", "event", what="the bridge opens")
MAY = date(2025, 5, 1)


def event(asserts: str | None = "happened", *, as_of: DayLike | None = None, **given: Any) -> Claim:
    asserted = Assertion("event", "m", asserts=asserts, **given)
    return claim(asserted, as_of, None, "The bridge has opened.")


def told(value: str, day: DayLike, source: str = "paper", **given: Any) -> Observation:
    answer: str | CalendarDate = value if value == "not_yet" else calendar_date(value)
    known = {"id": f"{source} {value} {day}", **given}
    return replace(seen("0", day, source), value=answer, **known)


def judged(
    *said: Observation, on: DayLike = MAY, of: Claim | None = None, measure: Measure = OPENING
) -> Verdict:
    return judge(of or event(), measure, history(*said), at=on)


def names(verdict: Verdict) -> list[FindingName]:
    return [finding.name for finding in verdict.findings]


# Whether it has happened


@pytest.mark.parametrize(
    ("said", "happened", "not_yet"),
    [
        ([], "not_enough_evidence", "not_enough_evidence"),
        ([told("2025-04-30", "2025-05-02")], "supported", "refuted"),
        ([told("2025-05-01", "2025-05-02")], "supported", "refuted"),
        ([told("2025-05-02", "2025-05-02")], "refuted", "supported"),
        ([told("not_yet", "2025-04-30")], "refuted", "supported"),
        ([told("not_yet", "2025-05-09")], "refuted", "supported"),
        ([told("not_yet", "2025-01-01")], "not_enough_evidence", "not_enough_evidence"),
        ([told("2025", "2025-12-31")], "borderline", "borderline"),
        ([told("2025", "2025-04-30")], "supported", "refuted"),
        # What was announced for a time that has begun, nobody has confirmed.
        ([told("2025", "2024-04-30")], "not_enough_evidence", "not_enough_evidence"),
        ([told("2024", "2025-12-31")], "supported", "refuted"),
    ],
)
def test_the_day_it_happened_tells_of_every_day(
    said: list[Observation], happened: Label, not_yet: Label
) -> None:
    assert judged(*said).label == happened
    assert judged(*said, of=event("not_yet")).label == not_yet


def test_a_claim_of_an_event_that_says_no_more_claims_that_it_happened() -> None:
    assert judged(told("2025-04-30", MAY), of=event(None)).label == "supported"


def test_a_verdict_on_an_event_says_when_it_was() -> None:
    verdict = judged(told("2025-04-30", "2025-05-02", quote="It opened on Wednesday."))

    assert verdict.rule == "events-1"
    assert verdict.explain().splitlines() == [
        "On 1 May 2025 the claim held.",
        "It happened on 30 April 2025 (The Paper).",
        "Evidence for 2 May 2025: paper: “It opened on Wednesday.”",
    ]
    later = judged(told("not_yet", "2025-04-30"))
    assert later.reason == "It had not happened by 30 April 2025 (The Paper)."


def test_not_yet_is_carried_for_as_long_as_its_measure_says() -> None:
    said = told("not_yet", "2025-04-01")
    brief = replace(OPENING, stale_after=timedelta(days=20))

    assert judged(said, measure=brief).label == "not_enough_evidence"
    assert judged(said, on="2025-06-30").label == "refuted"
    stale = judged(said, on="2025-07-01")
    assert (stale.evidence, stale.judged_on) == ("stale", date(2025, 6, 30))
    assert stale.reason == (
        "It had not happened by 1 April 2025 (The Paper), which is too old to say whether it has "
        "since; it could last be judged on 30 June 2025, when the evidence found said otherwise."
    )


def test_a_month_that_it_happened_in_leaves_its_days_open_until_it_was_told() -> None:
    verdict = judged(told("2025-05", "2025-06-02"), on="2025-05-20")

    assert verdict.label == "borderline"
    assert verdict.reason == (
        "It happened in May 2025 (The Paper): whether that was before 20 May 2025 cannot be told."
    )
    assert judged(told("2025-05", "2025-05-18"), on="2025-05-20").label == "supported"


# Corrections, and events that happen again


def test_a_newer_answer_puts_an_older_one_right() -> None:
    said = [told("2025-04-10", "2025-04-12"), told("2025-04-20", "2025-04-22")]
    corrected = [told("2025-04-10", "2025-04-12"), told("2025-04-11", "2025-04-22")]
    denied = [told("2025-04-10", "2025-04-12"), told("not_yet", "2025-04-25")]

    assert judged(*corrected, on="2025-04-10").label == "refuted"
    assert judged(*denied, on="2025-04-26").label == "refuted"
    assert judged(*said, on="2025-04-15").label == "supported"


def test_more_than_once_counts_the_days_that_it_happened_on() -> None:
    said = [
        told("2025-04-10", "2025-04-12"),
        told("2025-04-10", "2025-04-11", "rival"),
        told("2025-04-20", "2025-04-22"),
    ]
    twice = event(at_least=2)

    assert judged(*said, on="2025-04-19", of=twice).label == "not_enough_evidence"
    assert judged(*said, on="2025-04-20", of=twice).label == "supported"
    assert judged(*said, on="2025-04-09", of=twice).label == "refuted"
    assert judged(*said, on=MAY, of=twice).reason == (
        "It happened on 2 days that could be found, of 2: on 10 April 2025 (The Paper) "
        "and on 20 April 2025 (The Paper)."
    )


# The day that a claim names


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("opened on 2025-04-30", "supported"),
        ("opened in 2025", "supported"),
        ("opened on 2025-04-29", "refuted"),
        ("opened in 2024", "refuted"),
        ("at long last", "supported"),
    ],
)
def test_a_claim_that_names_the_day_needs_that_day(said: str, label: Label) -> None:
    verdict = judged(told("2025-04-30", MAY), of=event(said=said))

    assert verdict.label == label
    assert names(verdict) == (["wrong_date"] if label == "refuted" else [])


def test_another_day_is_named_beside_the_right_one() -> None:
    day = judged(told("2025-04-30", MAY), of=event(said="on 2025-04-29")).findings
    year = judged(told("2025-04-30", MAY), of=event(said="in 2024")).findings

    assert day[0].detail == "It happened on 30 April 2025, not on 29 April 2025."
    assert year[0].detail == "It happened on 30 April 2025, not in 2024."


@pytest.mark.parametrize("on", ["2025-02-01", "2025-04-15", "2025-04-30", "2026-01-01"])
def test_that_it_happens_at_a_time_that_is_named_is_so_on_every_day(on: str) -> None:
    said = told("2025-04-30", "2025-05-02")

    assert judged(said, on=on, of=event(said="opens in April 2025")).label == "supported"
    assert judged(said, on=on, of=event(said="opens in May 2025")).label == "refuted"
    assert judged(said, on=on, of=event(said="opens in April 2025")).reason == (
        "It happened on 30 April 2025 (The Paper)."
    )


@pytest.mark.parametrize(
    ("by", "label"), [("2025-04-29", "not_enough_evidence"), ("2025-04-30", "refuted")]
)
def test_not_yet_refutes_a_time_that_is_named_once_that_is_over(by: str, label: Label) -> None:
    verdict = judged(told("not_yet", by), on="2025-05-05", of=event(said="in April 2025"))

    assert verdict.label == label
    if label == "not_enough_evidence":
        assert verdict.reason == (
            "It had not happened by 29 April 2025 (The Paper), which does not tell whether it did "
            "in April 2025."
        )


def test_a_month_of_an_event_at_a_named_time_is_judged_whole() -> None:
    opened = event(said="in April 2025", as_of="2025-04")
    found = standing(
        opened, OPENING, history(told("2025-04-14", "2025-04-14")),
        published=calendar_date("2025-02-10"), at="2025-12-10",
    )  # fmt: skip

    assert (found.then.label, found.now.label, found.status) == (
        "supported", "supported", "timeless",
    )  # fmt: skip


def test_what_happened_later_is_told_as_later() -> None:
    verdict = judged(told("2025-05-30", "2025-05-30"), of=event("not_yet"))

    assert (verdict.label, verdict.figure) == (
        "supported",
        "had not happened yet, and did on 30 May 2025",
    )


def test_before_it_happened_no_date_was_wrong() -> None:
    assert names(judged(told("2025-05-02", "2025-05-02"), of=event(said="2025-05-01"))) == []


def test_what_came_later_than_the_day_judged_had_not_happened_yet() -> None:
    verdict = judged(told("2025-04-30", MAY), on="2025-04-15")

    assert verdict.label == "refuted"
    assert verdict.reason == ("It had not happened yet; it happened on 30 April 2025 (The Paper).")


def test_of_a_day_before_all_evidence_none_is_said_to_have_spoken() -> None:
    late = told("not_yet", "2025-06-02")
    opens = event(said="in May 2025")
    assert judged(late, on="2025-03-10", of=opens).explain().splitlines()[0] == (
        "As for 10 March 2025, later evidence says otherwise."
    )
    found = standing(
        opens, OPENING, history(late), published=calendar_date("2025-03-10"), at=date(2025, 6, 10)
    )
    assert str(found) == (
        "The bridge has opened: on 10 June 2025 the evidence found says otherwise "
        "(had not happened by 2 June 2025, The Paper)."
    )


# Several sources


def test_sources_that_do_not_agree_are_conflicting() -> None:
    verdict = judged(told("2025-04-30", MAY), told("not_yet", MAY, "rival"))

    assert (verdict.label, names(verdict)) == ("conflicting", ["sources_disagree"])


def test_a_source_that_says_two_things_at_once_says_neither() -> None:
    assert judged(told("2025-04-30", MAY), told("not_yet", MAY)).label == "conflicting"


def test_one_side_alone_is_said() -> None:
    assert names(judged(told("2025-04-30", MAY, "ministry"))) == ["single_party"]


def test_another_scope_and_a_value_of_another_kind_are_findings() -> None:
    elsewhere = judged(told("2025-04-30", MAY, scope="the north"), measure=replace(
        OPENING, scope="the south"
    ))  # fmt: skip
    strange = judged(replace(told("2025-04-30", MAY), value="soon"))

    assert (elsewhere.label, names(elsewhere)) == ("not_enough_evidence", ["scope_mismatch"])
    assert (strange.label, names(strange)) == ("not_enough_evidence", ["unit_mismatch"])


# What became of it


def became(*said: Observation, of: Claim) -> Standing:
    published = calendar_date("2025-08-15")
    return standing(of, OPENING, history(*said), published=published, at="2025-10-01")


@pytest.mark.parametrize(
    ("asserts", "said", "status"),
    [
        ("happened", [told("2025-04-30", MAY)], "timeless"),
        ("happened", [told("2025-09-01", "2025-09-02")], "came_true"),
        ("not_yet", [told("2025-09-01", "2025-09-02")], "outdated"),
        ("not_yet", [told("not_yet", "2025-09-02")], "current"),
        ("not_yet", [told("2025-04-30", MAY)], "timeless"),
        ("happened", [told("not_yet", "2025-09-02")], "never_held"),
        ("happened", [], "unknown"),
    ],
)
def test_a_past_event_is_settled_and_one_since_the_writing_is_news(
    asserts: str, said: list[Observation], status: Status
) -> None:
    assert became(*said, of=event(asserts)).status == status


def test_an_event_that_is_to_come_is_pending() -> None:
    verdict = judged(told("not_yet", "2025-04-30"), of=event(as_of="2025-06-01"))

    assert verdict.label == "pending"


def test_a_standing_of_an_event_names_its_day_once() -> None:
    assert str(became(told("2025-04-30", MAY), of=event())) == (
        "The bridge has opened: on 15 August 2025 the claim held (happened on 30 April 2025, "
        "The Paper), and on 1 October 2025 it still holds, as on every day judged since "
        "30 April 2025."
    )


# Laws

START = date(2025, 1, 1)
SAID = st.builds(
    lambda value, day, source: told(value, START + timedelta(days=day), source),
    st.sampled_from(["not_yet", "2025-01-05", "2025-01-20", "2025-02", "2025"]),
    st.integers(0, 60),
    st.sampled_from(["map", "paper", "rival", "person"]),
)


@settings(deadline=None)
@given(
    st.lists(SAID, max_size=6),
    st.randoms(),
    st.sampled_from(["happened", "not_yet"]),
    st.integers(1, 2),
    st.integers(0, 90),
)
def test_neither_order_nor_duplication_of_what_was_said_matters(
    said: list[Observation], chance: Any, asserts: str, at_least: int, day: int
) -> None:
    of, on = event(asserts, at_least=at_least), START + timedelta(days=day)
    again = [*said, *chance.choices(said, k=len(said))] if said else []
    chance.shuffle(again)

    assert judged(*said, on=on, of=of) == judged(*again, on=on, of=of)


@settings(deadline=None)
@given(st.lists(SAID, max_size=6), st.sampled_from(["happened", "not_yet"]), st.integers(1, 2))
def test_the_transitions_give_the_label_of_every_day(
    said: list[Observation], asserts: str, at_least: int
) -> None:
    brief = replace(OPENING, stale_after=timedelta(days=7))
    of = event(asserts, at_least=at_least, said="2025-01-20")
    changes = transitions(of, brief, history(*said), until=date(2026, 2, 1))
    for day in (START + timedelta(days=days) for days in range(-2, 370)):
        label = judged(*said, on=date.min, of=of, measure=brief).label
        for change in changes:
            label = change.after if change.on <= day else label
        assert judged(*said, on=day, of=of, measure=brief).label == label


@settings(deadline=None)
@given(st.lists(SAID, max_size=5), st.integers(0, 90))
def test_happened_and_not_yet_are_never_both_so(said: list[Observation], day: int) -> None:
    on = START + timedelta(days=day)
    labels = {judged(*said, on=on, of=event(each)).label for each in ("happened", "not_yet")}

    assert labels != {"supported"}
    assert labels != {"refuted"}


@pytest.mark.parametrize("told_on", ["2025-05-02", "2025-05-09", "2026-01-01"])
def test_what_tells_that_it_happened_is_the_cause_however_late_it_is_told(told_on: str) -> None:
    report = told("2025-05-02", told_on)
    (change,) = transitions(event(), OPENING, history(report), until=date(2027, 1, 1))
    assert (change.on, change.before, change.after) == (date(2025, 5, 2), "refuted", "supported")
    assert (change.earliest, change.latest) == (change.on, change.on)
    assert change.cause.observation == report


def test_where_a_month_is_told_the_change_lies_in_it() -> None:
    report = told("2025-05", "2025-08-01")
    whole = event()
    assert whole.assertion is not None
    parts = replace(whole, assertion=None, parts=(Part("opening", whole.assertion),))
    for of in (whole, parts):
        may_have, has = transitions(of, OPENING, history(report), until=date(2027, 1, 1))
        assert (may_have.after, has.after) == ("borderline", "supported")
        assert {may_have.cause.observation, has.cause.observation} == {report}
        assert (has.on, has.earliest, has.latest) == (
            date(2025, 5, 31),
            date(2025, 5, 1),
            date(2025, 5, 31),
        )


def test_that_not_yet_grew_old_is_the_passing_of_time() -> None:
    said = history(told("not_yet", "2025-05-01"))
    (change,) = transitions(event(), OPENING, said, until=date(2027, 1, 1))
    assert (change.after, change.cause.kind) == ("not_enough_evidence", "time")


# Events of a time that was over when the text was written


def test_before_the_time_that_a_claim_looks_back_on_nothing_refutes_it() -> None:
    measure = Measure("m", "When did the tide come?", "event", what="the tide comes")
    told = replace(seen("0", "2026-08-20"), value=calendar_date("1848-03"))
    of = claim(Assertion("event", "m", asserts="happened"), "1848", None, "The tide came.")
    published = calendar_date("2025-08")

    def label(day: str) -> str:
        return judge(of, measure, history(told), at=day, published=published).label

    assert [label("1847-12-31"), label("1848-01-01")] == ["pending", "refuted"]
    assert [label("1848-12-31"), label("2026-08-22")] == ["supported", "supported"]
    found = transitions(
        of, measure, history(told), until=calendar_date("2026-08-22").first, published=published
    )
    assert ("refuted", "1847") not in {(one.before, str(one.on)[:4]) for one in found}
    assert found[0].before == "pending"
