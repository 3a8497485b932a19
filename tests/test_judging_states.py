"""States: whether what held on a day is the state that a claim asserts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import claim, history, seen

from claimtrack.claims import Assertion, Claim, Part, StateFinding
from claimtrack.judging import judge, standing, transitions
from claimtrack.judging.labels import FindingName, Label, Status
from claimtrack.judging.verdicts import Standing, Verdict
from claimtrack.measures import Measure, State, Subscription
from claimtrack.observations import Observation
from claimtrack.values import DayLike, calendar_date
from claimtrack.words.runs import runs
from claimtrack.words.sameness import digest

STATES = tuple(State(name) for name in ("in_force", "ended", "suspended"))
LEASE = Measure("m", "Is the lease in force?", "state", states=STATES)
PERISHABLE = replace(LEASE, stale_after=timedelta(days=30))
MAY = date(2025, 5, 1)


def state(asserts: str = "in_force", *, as_of: DayLike | None = None, **given: Any) -> Claim:
    return claim(Assertion("state", "m", asserts=asserts, **given), as_of, None, "The lease is on.")


def told(
    value: str, day: DayLike, source: str = "paper", *, until: date | None = None, **given: Any
) -> Observation:
    known = {"id": f"{source} {value} {day} {sorted(given.items())}", **given}
    return replace(seen("0", day, source, until=until), value=value, **known)


def judged(
    *said: Observation, on: DayLike = MAY, of: Claim | None = None, measure: Measure = LEASE
) -> Verdict:
    return judge(of or state(), measure, history(*said), at=on)


def names(verdict: Verdict) -> list[FindingName]:
    return [finding.name for finding in verdict.findings]


# What holds on a day


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ([], "not_enough_evidence"),
        ([told("in_force", "2025-05-01")], "supported"),
        ([told("ended", "2025-05-01")], "refuted"),
        ([told("in_force", "2025-05-02")], "not_enough_evidence"),
        ([told("in_force", "2025-04-01"), told("ended", "2025-05-01")], "refuted"),
        ([told("ended", "2025-04-01"), told("in_force", "2025-04-02")], "supported"),
        ([told("in_force", "2025-04"), told("ended", "2025-05")], "supported"),
    ],
)
def test_the_last_state_told_of_a_day_holds_on_it(said: list[Observation], label: Label) -> None:
    assert judged(*said).label == label


def test_a_verdict_on_a_state_says_what_was_told_by_whom_and_when() -> None:
    verdict = judged(told("ended", "2025-04-02", quote="It is over."))

    assert verdict.rule == "states-1"
    assert verdict.explain().splitlines() == [
        "On 1 May 2025 the evidence found said otherwise.",
        "Ended on 2 April 2025 (The Paper); the claim has “in force”.",
        "Evidence for 2 April 2025: paper: “It is over.”",
    ]
    held = judged(told("in_force", "2025-04-02"))
    assert held.reason == "in force on 2 April 2025 (The Paper), as the claim has it."


def test_a_state_stands_in_marks_where_its_words_are_the_sources() -> None:
    verdict = judged(told("ended", "2025-04-02", quote="The lease has Ended."))
    assert verdict.reason == "“ended” on 2 April 2025 (The Paper); the claim has “in force”."


def test_a_state_holds_for_ever_unless_its_measure_says_how_long() -> None:
    old = told("in_force", "1997-05-28")

    assert judged(old).label == "supported"
    assert judged(old, measure=PERISHABLE).label == "not_enough_evidence"


def test_a_stale_state_says_what_it_was_and_until_when() -> None:
    verdict = judged(told("in_force", "2025-03-01"), measure=PERISHABLE)

    assert (verdict.evidence, verdict.judged_on) == ("stale", date(2025, 3, 31))
    assert verdict.reason == (
        "The newest answer, in force on 1 March 2025 (The Paper), is too old to say what is so; "
        "it could last be judged on 31 March 2025, when the claim held."
    )


def test_an_undated_state_holds_as_long_as_its_page_was_seen_to_say_so() -> None:
    said = told("in_force", "2025-03-01", until=date(2025, 4, 15))

    assert judged(said, measure=PERISHABLE).label == "supported"
    assert judged(said, on="2025-05-16", measure=PERISHABLE).label == "not_enough_evidence"


def test_a_page_that_gives_two_states_at_once_gives_neither() -> None:
    both = judged(told("in_force", "2025-04-02"), told("ended", "2025-04-02"))
    after = judged(*[told(value, "2025-04-02") for value in ("in_force", "ended")],
                   told("ended", "2025-04-03"))  # fmt: skip

    assert (both.label, after.label) == ("conflicting", "refuted")
    assert judged(told("ended", "2025-04-02"), told("suspended", "2025-04-02")).label == "refuted"


def test_a_state_that_was_taken_back_counts_no_more() -> None:
    said = [told("in_force", "2025-04-01"), told("ended", "2025-04-02", withdrawn=True)]

    assert judged(*said).label == "supported"


def test_a_state_is_told_by_what_it_is_called() -> None:
    states = tuple(
        replace(one, called="given up") if one.name == "ended" else one for one in LEASE.states
    )
    verdict = judged(told("ended", "2025-04-02"), measure=replace(LEASE, states=states))

    assert verdict.reason == "given up on 2 April 2025 (The Paper); the claim has “in force”."


def test_a_state_that_a_person_picked_stands_without_marks() -> None:
    states = tuple(
        replace(one, called="given up") if one.name == "ended" else one for one in LEASE.states
    )
    about = replace(LEASE, states=states)

    def reason(quote: str, source: str) -> str:
        return judged(told("ended", "2025-04-02", source, quote=quote), measure=about).reason

    assert reason("given up", "person:Ann").startswith("given up on 2 April 2025 (")
    assert reason("It was given up.", "person:Ann").startswith("“given up” on 2 April 2025 (")
    assert reason("given up", "paper").startswith("“given up” on 2 April 2025 (")


def test_a_state_that_is_called_nothing_is_told_in_its_words_and_not_by_its_name() -> None:
    states = (State("holm", ("Eva Holm", "Ms Holm")), State("ray", ("Tom Ray",)))
    office = Measure("m", "Who is minister?", "state", states=states)
    quoted = told("ray", "2025-04-02", quote="Tom Ray took over on Monday.")
    named = told("ray", "2025-04-02", quote="ray")
    other = told("ray", "2025-04-02", quote="She has left the ministry.")

    def reason(seen: Observation) -> str:
        return judged(seen, of=state("holm"), measure=office).reason

    assert reason(quoted).startswith("“Tom Ray” on 2 April 2025 (")
    assert reason(quoted).endswith("; the claim has “Eva Holm”.")
    assert reason(named).startswith("Tom Ray on 2 April 2025 (")
    assert reason(other).startswith("ray on 2 April 2025 (")


def test_what_is_none_of_the_states_or_of_another_scope_is_a_finding() -> None:
    strange = judged(told("forgotten", "2025-04-02"))
    elsewhere = judged(
        told("ended", "2025-04-02", scope="the pier"), measure=replace(LEASE, scope="the bay")
    )

    assert (strange.label, names(strange)) == ("not_enough_evidence", ["unit_mismatch"])
    assert (elsewhere.label, names(elsewhere)) == ("not_enough_evidence", ["scope_mismatch"])


# Several sources


def test_measurements_are_heard_before_reports_and_reports_before_persons() -> None:
    verdict = judged(told("in_force", "2025-04-01", "paper"), told("ended", "2025-04-02", "person"))

    assert (verdict.label, verdict.source_names) == ("supported", ("The Paper",))
    assert names(verdict) == ["sources_disagree"]


def test_equals_that_do_not_agree_are_conflicting() -> None:
    verdict = judged(told("in_force", "2025-04-01"), told("ended", "2025-04-02", "rival"))

    assert (verdict.label, names(verdict)) == ("conflicting", ["sources_disagree"])
    assert verdict.reason.startswith("The sources differ: in force on 1 April 2025 (The Paper)")


def test_one_side_alone_is_said() -> None:
    verdict = judged(told("in_force", "2025-04-01", "ministry"), told("in_force", MAY, "army"))

    assert names(verdict) == ["single_party"]


def test_copies_count_once() -> None:
    words = "The lease has ended for good"
    verdict = judged(
        told("ended", "2025-04-01", "paper", quote=words),
        told("ended", "2025-04-02", "rival", quote=words),
    )

    assert names(verdict) == ["shared_wording"]
    assert [each.source for each in verdict.because] == ["paper"]


SENTENCE = "The lease, as everybody knows, is still in force."


@pytest.mark.parametrize(
    "copied", [SENTENCE, "The  lease, as everybody knows,\nis still in force.", f"\ufeff{SENTENCE}"]
)
def test_who_has_the_texts_own_sentence_is_no_witness(copied: str) -> None:
    """Whoever had it first: the text has it from him, or he from the text."""
    of = replace(state(), near="everybody knows", digest=digest(SENTENCE))
    alone = judged(told("in_force", "2025-04-01", quote=copied), of=of)
    assert (alone.label, names(alone)) == ("not_enough_evidence", ["shared_wording"])
    assert alone.findings[0].detail == (
        "The Paper has the text's own words: that is no evidence of its own."
    )
    other = told("in_force", "2025-04-02", "rival", quote="The lease, it turns out, goes on.")
    beside = judged(told("in_force", "2025-04-01", quote=copied), other, of=of)
    assert (beside.label, names(beside)) == ("supported", ["shared_wording"])
    assert beside.because == (other,)
    before = judged(told("in_force", "2025-04-01", quote=copied), of=of, on="2025-03-01")
    assert names(before) == []


@pytest.mark.parametrize(
    "copied",
    [
        "The hard‑won lease – so they say – is in force.",
        "The hard-won lease, so they say, is in force!",
        "The hard won lease - so they say - is in force.",
    ],
)
def test_other_marks_make_no_other_sentence(copied: str) -> None:
    sentence = "The hard-won lease - so they say - is in force."
    of = replace(state(), near=sentence.rstrip("."), digest=digest(sentence))
    told_so = told("in_force", "2025-04-01", quote=copied)
    assert names(judged(told_so, of=of)) == ["shared_wording"]
    by_a_person = replace(told_so, source="person:Ann")
    assert names(judged(by_a_person, of=replace(of, digest=None))) == ["shared_wording"]


WRITTEN = (
    "The lease, which both of the neighbours had long taken for granted, is still in force, and"
    " nobody in Norda speaks of ending it."
)


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        # The middle of the sentence, in another sentence and in other type.
        (
            "The Lease, which both of the neighbours had  long taken for granted, goes on.",
            "not_enough_evidence",
        ),
        # Who tells the same in words of his own, and with the names that everybody uses.
        ("Both neighbours take it that the lease is still in force in Norda.", "supported"),
        ("The Treaty on the Lease of the Harbour of Norda is still in force.", "supported"),
    ],
)
def test_who_has_a_long_run_of_the_texts_words_is_no_witness(quote: str, label: str) -> None:
    of = replace(state(), runs=runs(WRITTEN, quotations=False))
    verdict = judged(told("in_force", "2025-04-01", quote=quote), of=of)
    copied = label == "not_enough_evidence"
    assert (verdict.label, names(verdict)) == (label, ["shared_wording"] if copied else [])


def test_what_text_and_source_quote_somebody_for_is_nobodys_wording() -> None:
    said = "we shall keep to every word of the lease until the very last day of it"
    text = f'The minister told the house: "{said}."'
    of = replace(state(), runs=runs(text, quotations=False))
    quote = f"“{said},” the minister said on Monday; it is still in force."
    assert judged(told("in_force", "2025-04-01", quote=quote), of=of).label == "supported"


SHARED = "the lease goes on, as the harbour master told everybody who came along to ask him"


@pytest.mark.parametrize(
    ("first", "second", "counted"),
    [
        (f"On Monday {SHARED}.", f"In Norda {SHARED} about it.", 1),
        (f"On Monday {SHARED}.", "The harbour master says that the lease goes on for now.", 2),
        (f'On Monday he said: "{SHARED}".', f"“{SHARED}”, he said in Norda.", 2),
    ],
)
def test_sources_that_share_a_long_run_of_words_count_once(
    first: str, second: str, counted: int
) -> None:
    verdict = judged(
        told("in_force", "2025-04-01", "paper", quote=first),
        told("in_force", "2025-04-02", "rival", quote=second),
    )
    assert len(verdict.because) == counted
    assert names(verdict) == (["shared_wording"] if counted == 1 else [])


@pytest.mark.parametrize(
    ("near", "copied"),
    [
        ("Norda's lease", "Norda’s lease is “still in force”."),
        ("“still in force”", "Norda's lease is «still in force»."),
        ('"still', "Norda's lease is “still in force”."),
        ("Caf\u00e9", "Cafe\u0301 Norda's lease is “still in force”."),
    ],
)
def test_the_texts_own_sentence_is_known_however_it_is_set(near: str, copied: str) -> None:
    of = replace(state(), near=near, digest=digest(copied))
    verdict = judged(told("in_force", "2025-04-01", quote=copied), of=of)
    assert names(verdict) == ["shared_wording"]


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        ("Norda’s lease of the harbour is in force.", "not_enough_evidence"),
        ("He wrote: “Norda's LEASE of the  harbour is in force”, and left.", "not_enough_evidence"),
        ("has, as ever, the harbour in its hands", "not_enough_evidence"),
        ("Norda's lease was found to be in force.", "supported"),
        ("lease of the harbour", "supported"),
        ("", "supported"),
    ],
)
def test_a_person_who_quotes_the_claim_itself_is_no_witness(quote: str, label: str) -> None:
    """Before the text was looked at, too; a publisher may write it as the claim has it."""
    statement = "Norda's lease of the harbour is in force."
    of = replace(state(), statement=statement, near="as ever, the harbour in its hands")
    said = judged(told("in_force", "2025-04-01", "person:Ann", quote=quote), of=of)
    assert said.label == label
    assert names(said) == ([] if label == "supported" else ["shared_wording"])
    assert judged(told("in_force", "2025-04-01", quote=quote), of=of).label == "supported"


def test_a_few_words_in_common_are_no_copy() -> None:
    of = replace(state(), near="everybody knows", digest=digest(SENTENCE))
    quote = "As everybody knows, the lease is still in force."
    verdict = judged(told("in_force", "2025-04-01", quote=quote), of=of)
    assert (verdict.label, names(verdict)) == ("supported", [])
    unplaced = judged(told("in_force", "2025-04-01", quote=SENTENCE))
    assert (unplaced.label, names(unplaced)) == ("supported", [])


# Whom it is asked of


def test_where_nobody_answered_it_is_told_who_is_asked() -> None:
    waiting = Subscription("news", "rival", standby=True)
    unknown = Subscription("page", "bulletin", standby=True)
    asked = replace(LEASE, subscriptions=(Subscription("page", "paper"), waiting, unknown))
    assert judged(measure=asked).reason.endswith(
        " It is asked of The Paper, The Rival (on standby as rival) and bulletin (on standby)."
    )
    assert "asked" not in judged(told("ended", "2025-04-02"), measure=asked).reason


def test_whom_it_is_asked_of_is_told_by_publisher_and_on_standby_by_what_to_type() -> None:
    asked = (
        Subscription("page", "paper"),
        Subscription("news", "rival", standby=True),
        Subscription("news", "rival-2025", "The Rival", standby=True),
        Subscription("page", "unknown"),
    )
    assert judged(measure=replace(LEASE, subscriptions=asked)).reason.endswith(
        "It is asked of The Paper, The Rival (on standby as rival and rival-2025) and unknown."
    )


def test_a_publisher_is_named_in_place_of_his_source() -> None:
    paper = Subscription("page", "paper", publisher="The Paper")
    asked = replace(LEASE, subscriptions=(paper,))
    assert judged(measure=asked).reason.endswith("It is asked of The Paper.")


def test_where_the_answers_are_too_old_it_is_told_who_is_asked() -> None:
    asked = replace(PERISHABLE, subscriptions=(Subscription("page", "paper"),))
    verdict = judged(told("in_force", "2025-01-02"), measure=asked)
    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "stale")
    assert verdict.reason.endswith(" It is asked of The Paper.")


# More than once


def said_on(*days: str, source: str = "paper") -> list[Observation]:
    return [told("in_force", day, source, quote=f"It was said on {day}.") for day in days]


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (["2025-04-01"], "not_enough_evidence"),
        (["2025-04-01", "2025-04-09"], "supported"),
        # One day and the next are two occasions; a day and its month may be one.
        (["2025-04-01", "2025-04-02"], "supported"),
        (["2025-04-01", "2025-04-09", "2025-04-20"], "supported"),
        (["2025-04-01", "2025-04"], "not_enough_evidence"),
        (["2025-04-01", "2025-05-02"], "not_enough_evidence"),
    ],
)
def test_more_than_once_counts_what_cannot_be_of_one_day(days: list[str], label: Label) -> None:
    assert judged(*said_on(*days), of=state(at_least=2)).label == label


def test_what_two_papers_tell_of_one_day_was_said_once() -> None:
    said = [*said_on("2025-04-01"), *said_on("2025-04-01", source="rival")]

    assert judged(*said, of=state(at_least=2)).label == "not_enough_evidence"


def test_what_two_people_say_on_one_day_was_said_twice() -> None:
    said = [
        told("in_force", "2025-04-01", quote=words, attribution=who)
        for words, who in (("It is valid.", "A. Minister"), ("It stands.", "B. Minister"))
    ]

    assert judged(*said, of=state(at_least=2)).label == "supported"


def test_the_same_words_days_later_are_passed_on() -> None:
    words = "No change is planned for the lease"
    said = [
        told("in_force", "2025-04-01", "paper", quote=words),
        told("in_force", "2025-04-03", "rival", quote=words),
    ]

    assert judged(*said, of=state(at_least=2)).label == "not_enough_evidence"


def test_the_same_words_are_a_copy_for_three_days_and_news_after() -> None:
    words = "No change is planned for the lease"

    def label(*days: str) -> Label:
        said = [told("in_force", day, quote=words) for day in days]
        return judged(*said, of=state(at_least=2)).label

    assert label("2025-04-01", "2025-04-04") == "not_enough_evidence"
    assert label("2025-04-01", "2025-04-05") == "supported"
    assert label("2025-04-01", "2025-04-02", "2025-04-09") == "supported"


def test_what_has_no_day_of_its_own_may_be_of_any_occasion() -> None:
    undated = told("in_force", "2025-04-20", "rival", until=date(2025, 4, 20))

    assert judged(*said_on("2025-04-01"), undated, of=state(at_least=2)).label == (
        "not_enough_evidence"
    )
    assert judged(undated, of=state(at_least=2)).because == (undated,)


def test_what_was_said_twice_is_not_unsaid_by_what_is_said_later() -> None:
    later = told("ended", "2025-04-20", quote="It is over.")
    verdict = judged(*said_on("2025-04-01", "2025-04-09"), later, of=state(at_least=2))

    assert (verdict.label, names(verdict)) == ("supported", ["superseded"])
    assert verdict.reason.startswith("It was told on 2 occasions at least: in force on 1 April")
    assert judged(later, of=state(at_least=2)).label == "refuted"


def test_said_once_of_twice_says_so() -> None:
    verdict = judged(*said_on("2025-04-01"), of=state(at_least=2))

    assert verdict.reason == (
        "It was told on 1 occasion that could be found, of 2: in force on 1 April 2025 (The Paper)."
    )


def test_what_was_told_too_seldom_says_whom_it_is_asked_of() -> None:
    asked = replace(LEASE, subscriptions=(Subscription("news", "paper", "The Paper"),))
    seldom, often = said_on("2025-04-01"), said_on("2025-04-01", "2025-04-09")
    reason = (
        "It was told on 1 occasion that could be found, of 2: in force on 1 April 2025"
        " (The Paper). It is asked of The Paper."
    )
    verdict = judged(*seldom, of=state(at_least=2), measure=asked)
    assert verdict.reason == reason
    enough = judged(*often, of=state(at_least=2), measure=asked)
    assert "asked of" not in enough.reason

    whole = standing(
        state(at_least=2), asked, history(*seldom), published=calendar_date("2025-04-20"),
        at=MAY,
    )  # fmt: skip
    assert str(whole).endswith(
        "on 20 April 2025 it could not be told, and on 1 May 2025 it still cannot be told: it"
        " was told on 1 occasion that could be found, of 2: in force on 1 April 2025 (The Paper)."
        " It is asked of The Paper."
    )


# Findings


def test_why_an_answer_is_set_aside_is_told_with_its_publisher() -> None:
    verdict = judged(told("sublet", "2025-04-02"))
    assert verdict.reason == "No answer on record for 1 May 2025 or before can be used."
    [finding] = verdict.findings
    assert finding.detail == ("The Paper gives “sublet”, which is none of the states asked for.")


@pytest.mark.parametrize("finding", ["wrong_place", "wrong_instrument", "misattributed"])
def test_the_claim_file_says_what_another_state_means(finding: StateFinding) -> None:
    of = state(finding=finding)

    assert names(judged(told("ended", MAY), of=of)) == [finding]
    assert names(judged(told("in_force", MAY), of=of)) == []


def test_another_instrument_is_named() -> None:
    (finding,) = judged(told("ended", MAY), of=state(finding="wrong_instrument")).findings

    assert finding.detail == "The evidence found names another instrument: ended."


def test_what_was_so_once_and_no_longer_is_superseded() -> None:
    verdict = judged(told("in_force", "2010-04-21"), told("ended", "2014-04-02"))

    (finding,) = verdict.findings
    assert finding.name == "superseded"
    assert finding.detail == ("It was in force on 21 April 2010, but then ended on 2 April 2014.")


def test_what_never_was_so_is_not_superseded() -> None:
    assert names(judged(told("ended", "2014-04-02"))) == []


# What became of it


def became(*said: Observation, of: Claim, measure: Measure = LEASE) -> Standing:
    published = calendar_date("2025-08")
    return standing(of, measure, history(*said), published=published, at="2026-08-22")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([told("in_force", "2025-04-01")], "current"),
        ([told("in_force", "2025-04-01"), told("ended", "2026-01-01")], "outdated"),
        ([told("ended", "2025-04-01"), told("in_force", "2026-01-01")], "came_true"),
        ([told("in_force", "2013-04-01"), told("ended", "2014-04-02")], "never_held"),
        ([], "unknown"),
    ],
)
def test_what_became_of_a_state_is_told_from_both_days(
    said: list[Observation], status: Status
) -> None:
    assert became(*said, of=state()).status == status


def test_a_state_that_goes_stale_is_unknown() -> None:
    found = became(told("in_force", "2025-08-10"), of=state(), measure=PERISHABLE)

    assert (found.then.label, found.status, found.evidence) == ("supported", "unknown", "stale")


def test_a_standing_is_one_sentence_that_names_the_state_its_day_and_its_source_once() -> None:
    found = became(told("ended", "2014-04-02"), of=state())

    assert str(found) == (
        "The lease is on: on 31 August 2025 the evidence found said otherwise "
        "(ended on 2 April 2014, The Paper), and on 22 August 2026 the evidence found still says "
        "otherwise, as on every day judged since 2 April 2014."
    )


def test_a_past_time_is_judged_by_the_evidence_on_it_for_good() -> None:
    said = [told("in_force", "2013"), told("ended", "2014-04-02")]
    found = became(*said, of=state(as_of="2013"), measure=PERISHABLE)

    assert (found.then.label, found.now.label) == ("supported", "supported")
    assert (found.status, found.evidence) == ("timeless", "fresh")
    assert found.then.reason == "in force in 2013 (The Paper), as the claim has it."


def test_what_came_after_a_past_time_is_no_evidence_on_it() -> None:
    found = became(told("in_force", "2014-04-02"), of=state(as_of="2013"))

    assert (found.then.label, found.now.label) == ("not_enough_evidence", "not_enough_evidence")
    assert (found.status, found.since) == ("unknown", None)


def test_the_month_of_publication_is_no_past() -> None:
    said = [told("in_force", "2025-08-02"), told("ended", "2025-09-02")]

    assert became(*said, of=state(as_of="2025-08")).status == "outdated"
    assert became(*said, of=state(as_of="2025-07-31")).status == "unknown"


def test_the_days_of_a_past_time_are_its_only_changes() -> None:
    said = history(told("in_force", "2012-03-01"), told("ended", "2014-04-02"))
    published = calendar_date("2025-08")
    found = transitions(
        state(as_of="2013"), LEASE, said, until=date(2026, 8, 22), published=published
    )

    assert [change.on for change in found] == [date(2012, 3, 1)]


def test_a_claim_in_parts_has_a_verdict_for_each() -> None:
    parts = (
        Part("old", Assertion("state", "m", asserts="in_force")),
        Part("new", Assertion("state", "m", asserts="ended")),
    )
    both = Claim("claim", "text", "It was and is not.", parts=parts)
    verdict = judged(told("ended", "2025-04-01"), of=both)

    assert verdict.label == "refuted"
    assert {name: part.label for name, part in verdict.parts.items()} == {
        "old": "refuted",
        "new": "supported",
    }
    assert verdict.reason == "1 of 2 parts decides it: old."


# Laws

SAID = st.builds(
    lambda value, day, source, words, speaker: told(
        value,
        date(2025, 1, 1) + timedelta(days=day),
        source,
        quote=words,
        attribution=speaker,
    ),
    st.sampled_from(["in_force", "ended"]),
    st.integers(0, 40),
    st.sampled_from(["map", "paper", "rival", "ministry", "person"]),
    st.sampled_from(["", "The lease goes on as it was", "It is over for good"]),
    st.sampled_from([None, "A. Minister", "B. Minister"]),
)


@settings(deadline=None)
@given(st.lists(SAID, max_size=8), st.randoms(), st.integers(1, 3), st.integers(0, 50))
def test_neither_order_nor_duplication_of_what_was_said_matters(
    said: list[Observation], chance: Any, at_least: int, day: int
) -> None:
    on = date(2025, 1, 1) + timedelta(days=day)
    again = [*said, *chance.choices(said, k=len(said))] if said else []
    chance.shuffle(again)

    assert judged(*said, on=on, of=state(at_least=at_least)) == judged(
        *again, on=on, of=state(at_least=at_least)
    )


@settings(deadline=None)
@given(st.lists(SAID, max_size=8), st.integers(1, 3))
def test_the_transitions_give_the_label_of_every_day(
    said: list[Observation], at_least: int
) -> None:
    of, until = state(at_least=at_least), date(2025, 3, 1)
    changes = transitions(of, PERISHABLE, history(*said), until=until)
    for day in (date(2025, 1, 1) + timedelta(days=days) for days in range(60)):
        label: Label = "not_enough_evidence"
        for change in changes:
            label = change.after if change.on <= day else label
        assert judged(*said, on=day, of=of, measure=PERISHABLE).label == label
