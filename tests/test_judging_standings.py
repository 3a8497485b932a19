"""Standings: what became of a claim since it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import column, daily, history, measure, noon, quantity, seen, trend

from claimtrack.claims import Assertion, Claim, Part
from claimtrack.errors import UnknownName
from claimtrack.judging import judge, standing
from claimtrack.judging.cases import Case, PartsCase, PendingCase, Ruling
from claimtrack.judging.labels import Label, Status
from claimtrack.judging.standings import standing_of
from claimtrack.judging.verdicts import Review, Standing, Verdict
from claimtrack.observations import History
from claimtrack.values import DayLike, calendar_date

WRITTEN = date(2025, 8, 15)
TODAY = date(2026, 8, 22)
FIFTH = quantity("one-fifth")


def stood(
    claim: Claim, said: History, at: DayLike = TODAY, published: str = "2025-08-15"
) -> Standing:
    return standing(claim, measure(), said, published=calendar_date(published), at=at)


def then_and_now(then: str | None, now: str | None) -> History:
    return history(
        *([] if then is None else [seen(then, WRITTEN)]),
        *([] if now is None else [seen(now, TODAY)]),
    )


@dataclass(frozen=True)
class Settled(Case):
    """A case that is settled from a day on, with a label before *turn* and one after it."""

    settled_on: date
    before: Label = "supported"
    after: Label = "supported"
    turn: date = TODAY
    decided_by = "test-1"

    def ruling(self, day: date) -> Ruling:
        return Ruling(self.before if day < self.turn else self.after)

    def verdict(self, day: date) -> Verdict:
        return Verdict("text/claim", self.ruling(day).label, day, self.decided_by, reason="So.")

    def turning_days(self) -> set[date]:
        return {self.turn}

    def is_settled(self, day: date) -> bool:
        return day >= self.settled_on


def became(case: Case, claim: Claim = FIFTH) -> Status:
    published = calendar_date(WRITTEN)
    return standing_of(claim, case, published=published, today=TODAY, onset=None).status


# The status


def test_what_was_settled_for_good_is_timeless_whatever_the_evidence_says_of_it() -> None:
    labels: tuple[Label, ...] = ("supported", "refuted", "conflicting", "borderline")

    assert {became(Settled(WRITTEN, label, label)) for label in labels} == {"timeless"}
    assert became(Settled(TODAY)) == "timeless"
    assert became(Settled(TODAY + timedelta(days=1))) == "current"


def test_what_can_be_told_only_now_of_a_settled_thing_is_timeless_too() -> None:
    assert became(Settled(WRITTEN, "not_enough_evidence", "refuted")) == "timeless"


def test_a_settled_thing_of_which_nothing_can_be_told_is_unknown() -> None:
    assert became(Settled(WRITTEN, "supported", "not_enough_evidence")) == "unknown"


def test_what_was_settled_after_the_writing_and_changed_the_answer_is_not_timeless() -> None:
    assert became(Settled(TODAY, "refuted", "supported")) == "came_true"
    assert became(Settled(TODAY, "supported", "refuted")) == "outdated"


def test_a_claim_in_parts_is_timeless_when_all_its_parts_are() -> None:
    past, lasting = Settled(WRITTEN), Settled(date.max)

    assert became(PartsCase("text/claim", (("a", past), ("b", past)))) == "timeless"
    assert became(PartsCase("text/claim", (("a", past), ("b", lasting)))) == "current"


def test_what_is_to_come_is_not_settled_before_its_day() -> None:
    case = PendingCase(Settled(WRITTEN), "text/claim", calendar_date(TODAY))

    assert not case.is_settled(TODAY - timedelta(days=1))
    assert case.is_settled(TODAY)


def test_a_settled_claim_whose_own_time_is_over_has_ended() -> None:
    assert became(Settled(WRITTEN), quantity("one-fifth", until="2025-12")) == "ended"


@pytest.mark.parametrize(
    ("then", "now", "status"),
    [
        ("0.2", "0.2", "current"),
        (None, "0.2", "current"),
        ("0.2", "0.3", "outdated"),
        ("0.3", "0.2", "came_true"),
        ("0.3", "0.3", "never_held"),
        ("0.2", None, "unknown"),
        ("0.3", None, "unknown"),
        (None, "0.3", "unknown"),
        (None, None, "unknown"),
    ],
)
def test_the_status_tells_both_verdicts_as_one_word(
    then: str | None, now: str | None, status: Status
) -> None:
    found = stood(FIFTH, then_and_now(then, now))

    assert found.status == status
    assert found.claim == FIFTH
    assert [each.as_of for each in found.because] == [
        day for day, value in ((WRITTEN, then), (TODAY, now)) if value
    ]


def test_borderline_at_writing_and_otherwise_now_is_unknown() -> None:
    said = history(seen("0.22", WRITTEN, error=Decimal("0.01")), seen("0.3", TODAY))

    assert stood(FIFTH, said).then.label == "borderline"
    assert stood(FIFTH, said).status == "unknown"


def test_a_claim_whose_own_time_is_over_has_ended_whatever_is_so_now() -> None:
    claim = quantity("one-fifth", until="2025-12")

    before = stood(claim, then_and_now("0.2", "0.3"), at="2025-12-31")
    after = stood(claim, then_and_now("0.2", "0.3"))

    assert before.status == "unknown"
    assert (after.status, after.since) == ("ended", date(2026, 1, 1))


def test_silence_makes_nothing_outdated() -> None:
    found = stood(FIFTH, then_and_now("0.2", None))

    assert (found.status, found.evidence) == ("unknown", "stale")
    assert found.now.judged_on == WRITTEN + timedelta(days=30)
    assert found.since == WRITTEN + timedelta(days=31)


def test_a_review_stands_beside_the_verdict() -> None:
    review = Review("text/claim", "overridden", "A. Reader", "Crimea counts.", noon(TODAY))

    found = standing(
        FIFTH,
        measure(),
        then_and_now("0.2", "0.2"),
        published=calendar_date(WRITTEN),
        at=TODAY,
        review=review,
    )

    assert (found.status, found.review) == ("current", review)


# Its days


def test_the_day_it_speaks_of_goes_before_the_day_it_was_published() -> None:
    claim = quantity("one-fifth", as_of="2025-06-01")
    said = history(seen("0.3", "2025-06-01"), seen("0.2", WRITTEN), seen("0.2", TODAY))

    assert stood(claim, said).status == "came_true"
    assert stood(FIFTH, said).status == "current"


def test_since_is_the_day_the_present_run_of_days_began() -> None:
    said = history(
        seen("0.3", "2025-08-01"),
        seen("0.2", "2025-08-10"),
        seen("0.3", "2025-08-20"),
        seen("0.2", "2025-08-25"),
        seen("0.2", "2025-08-30"),
    )

    assert stood(FIFTH, said, at="2025-09-01").since == date(2025, 8, 25)


def test_a_claim_is_pending_before_it_was_written() -> None:
    found = stood(FIFTH, history(seen("0.2", "2025-08-01")), at="2025-08-14")

    assert found.then.label == "pending"
    assert found.now.label == "supported"


def test_the_days_before_a_day_that_has_come_stand_as_they_are_judged() -> None:
    claim = quantity("one-fifth", as_of="2025-12")
    said = history(seen("0.2", "2025-08-01"), seen("0.2", "2026-01-05"))

    found = stood(claim, said, at="2025-08-20")

    assert (found.then.label, found.now.label) == ("pending", "supported")
    assert judge(claim, measure(), said, at="2025-08-20").label == "supported"


def test_without_any_evidence_only_the_time_of_writing_is_pending() -> None:
    claim = quantity("one-fifth", as_of="2027")

    found = stood(claim, history())

    assert (found.then.label, found.now.label) == ("pending", "not_enough_evidence")
    assert (found.status, found.evidence) == ("unknown", "none")


def test_what_is_pending_tells_what_evidence_there_is() -> None:
    claim = quantity("one-fifth", as_of="2027")

    assert stood(claim, history(seen("0.2", WRITTEN)), at="2025-08-20").evidence == "fresh"
    assert stood(claim, history(seen("0.2", WRITTEN)), at="2026-08-20").evidence == "stale"


@pytest.mark.parametrize("later", ["0.2", "0.3"])
def test_a_figure_of_the_month_decides_it_and_no_other_does(later: str) -> None:
    claim = quantity("one-fifth", as_of="2025-07")
    said = history(seen("0.3", "2025-06"), seen("0.2", "2025-07"), seen(later, "2025-08-14"))
    found = stood(claim, said)

    assert (found.then.label, found.now.label, found.status) == (
        "supported", "supported", "timeless",
    )  # fmt: skip


@pytest.mark.parametrize("at", ["2025-08-15", TODAY])
def test_a_past_within_which_the_answer_changed_is_as_it_was(at: DayLike) -> None:
    claim = quantity("one-fifth", as_of="2025-07")
    said = history(seen("0.3", "2025-07-01"), seen("0.2", "2025-07-20"))
    found = stood(claim, said, at=at)

    assert (found.then.label, found.now.label) == ("borderline", "borderline")


def test_a_claim_about_a_day_to_come_is_pending_and_unknown() -> None:
    claim = quantity("one-fifth", as_of="2027-01-01")

    found = stood(claim, then_and_now("0.2", "0.2"))

    assert (found.then.label, found.now.label, found.status) == ("pending", "pending", "unknown")


@pytest.mark.parametrize(
    ("as_of", "told"), [("2027", "2027"), ("2027-03", "March 2027"), ("2027-03-01", "1 March 2027")]
)
def test_the_time_to_come_is_named_as_closely_as_the_claim_has_it(as_of: str, told: str) -> None:
    found = stood(quantity("one-fifth", as_of=as_of), then_and_now("0.2", None))

    assert found.now.reason == f"The claim speaks of {told}, which has not come."
    assert (found.now.rule, found.then.rule) == ("words-1", "words-1")


def test_now_is_an_aware_moments_day() -> None:
    found = stood(FIFTH, then_and_now("0.2", "0.2"), at=datetime(2026, 8, 22, 23, tzinfo=UTC))

    assert found.now.at == TODAY


# Months


def test_a_month_with_one_answer_has_that_answer() -> None:
    said = history(*daily(date(2025, 8, 1), ["0.2"] * 31))

    verdict = judge(FIFTH, measure(), said, at="2025-08")

    assert (verdict.label, verdict.at) == ("supported", date(2025, 8, 31))
    assert "It could be judged" not in verdict.reason


def test_a_month_within_which_the_answer_changed_is_borderline_and_says_so() -> None:
    said = history(*daily(date(2025, 8, 1), ["0.3"] * 10 + ["0.2"] * 21))

    verdict = judge(FIFTH, measure(), said, at="2025-08")

    assert verdict.label == "borderline"
    assert verdict.share == pytest.approx(21 / 31)
    assert verdict.reason.startswith(
        "The answer changed within August 2025: the claim held on 21 of the 31 days that could be "
        "judged (1 to 10 August 2025: the evidence found said otherwise; "
        "11 to 31 August 2025: the claim held)."
    )
    assert [(each.choice, each.label) for each in verdict.readings] == [
        ("days 1 to 10 August 2025", "refuted"),
        ("days 11 to 31 August 2025", "supported"),
    ]


def test_a_month_with_a_day_of_conflict_is_conflicting() -> None:
    said = history(
        seen("0.2", "2025-08-01", "paper"),
        seen("0.3", "2025-08-10", "rival"),
        seen("0.2", "2025-08-12", "rival"),
    )

    assert judge(FIFTH, measure(), said, at="2025-08").label == "conflicting"


def test_days_that_could_not_be_judged_are_told_and_decide_nothing() -> None:
    said = history(*daily(date(2025, 8, 22), ["0.2"] * 10))

    verdict = judge(FIFTH, measure(), said, at="2025-08")

    assert verdict.label == "supported"
    assert verdict.reason.endswith("It could be judged on 10 of the 31 days of August 2025.")


def test_a_month_without_a_judged_day_is_not_enough_evidence() -> None:
    said = history(seen("0.2", "2025-01-01"))

    verdict = judge(FIFTH, measure(), said, at="2025-08")

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "stale")
    assert verdict.at == date(2025, 8, 31)


def test_a_year_is_judged_over_all_its_days() -> None:
    said = history(*daily(date(2025, 1, 1), ["0.2"] * 364 + ["0.3"]))

    assert judge(FIFTH, measure(), said, at="2025").share == pytest.approx(364 / 365)


def test_a_text_of_a_month_is_judged_over_so_much_of_it_as_has_come() -> None:
    said = history(*daily(date(2025, 8, 1), ["0.2"] * 20 + ["0.3"] * 11))

    early = stood(FIFTH, said, at="2025-08-20", published="2025-08")
    late = stood(FIFTH, said, at="2025-08-31", published="2025-08")

    assert (early.then.label, early.then.at) == ("supported", date(2025, 8, 20))
    assert late.then.label == "borderline"


@settings(deadline=None)
@given(st.lists(st.sampled_from(["0.2", "0.3"]), min_size=31, max_size=31))
def test_a_month_says_how_many_of_its_days_held(values: list[str]) -> None:
    verdict = judge(FIFTH, measure(), history(*daily(date(2025, 8, 1), values)), at="2025-08")

    held = values.count("0.2")
    expected: Label = "supported" if held == 31 else "borderline" if held else "refuted"
    assert verdict.label == expected
    assert expected != "borderline" or verdict.share == pytest.approx(held / 31)


# Parts


def in_parts(*said: str | None) -> Claim:
    """A claim with a part for each amount, resting on measures 0, 1 and so on; None is words."""
    parts = (
        Part(f"part_{number}", Assertion("quantity", str(number), said=words))
        if words
        else Part(f"part_{number}", Assertion("quotation", str(number), wording="it is so"))
        for number, words in enumerate(said)
    )
    return Claim("claim", "text", "Both are so.", parts=tuple(parts))


@pytest.mark.parametrize(
    ("values", "label"),
    [
        (["0.2", "0.2"], "supported"),
        (["0.2", "0.3"], "refuted"),
        (["0.3", None], "refuted"),
        (["0.2", None], "not_enough_evidence"),
        ([None, None], "not_enough_evidence"),
    ],
)
def test_a_whole_is_as_its_parts_are(values: list[str | None], label: Label) -> None:
    claim = in_parts("one-fifth", "one-fifth")
    measures = {name: measure(id=name) for name in ("0", "1")}
    said = {
        str(number): history(seen(value, WRITTEN, measure=str(number)))
        for number, value in enumerate(values)
        if value
    }

    verdict = judge(claim, measures, said, at=WRITTEN)

    assert verdict.label == label
    assert list(verdict.parts) == ["part_0", "part_1"]
    assert [part.label for part in verdict.parts.values()] == [
        "not_enough_evidence" if value is None else "supported" if value == "0.2" else "refuted"
        for value in values
    ]


def test_a_whole_tells_how_many_of_its_parts_held_and_what_they_found() -> None:
    measures = {name: measure(id=name) for name in ("0", "1")}
    fifth = {name: history(seen("0.2", WRITTEN, measure=name)) for name in measures}

    both = judge(in_parts("one-fifth", "one-fifth"), measures, fifth, at=WRITTEN)
    only = judge(in_parts("one-fifth"), measures, fifth, at=WRITTEN)
    one = judge(in_parts("one-fifth", "one-third"), measures, fifth, at=WRITTEN)

    assert (both.reason, both.figure) == ("Both parts held.", "part 0: 20%; part 1: 20%")
    assert (only.reason, only.figure) == ("Its only part held.", "20%")
    assert (one.reason, one.figure) == ("1 of 2 parts decides it: part 1.", "part 1: 20%")


def test_a_whole_has_the_findings_of_all_its_parts() -> None:
    measures = {name: measure(id=name) for name in ("0", "1")}
    said = {"0": history(seen("0.2", WRITTEN, "army")), "1": history(seen("0.3", WRITTEN))}

    verdict = judge(in_parts("one-fifth", "one-fifth"), measures, said, at=WRITTEN)

    assert verdict.label == "refuted"
    assert {"single_party"} <= {finding.name for finding in verdict.findings}


def test_a_whole_is_as_stale_as_the_stalest_part_that_decides() -> None:
    measures = {name: measure(id=name) for name in ("0", "1")}
    old = history(seen("0.2", WRITTEN - timedelta(days=90), measure="1"))

    stale = judge(in_parts("one-fifth", "one-fifth"), measures, {"1": old}, at=WRITTEN)
    alone = judge(in_parts("one-fifth"), measures, {"0": old}, at=WRITTEN)

    assert (stale.label, stale.evidence) == ("not_enough_evidence", "none")
    assert alone.evidence == "stale"


def test_a_part_without_evidence_leaves_the_whole_open_unless_another_fails() -> None:
    claim = in_parts("one-fifth", None)
    measures = {"0": measure(id="0"), "1": measure(None, id="1", kind="quotation")}

    held = judge(claim, measures, {"0": history(seen("0.2", WRITTEN))}, at=WRITTEN)
    failed = judge(claim, measures, {"0": history(seen("0.3", WRITTEN))}, at=WRITTEN)

    assert (held.label, failed.label) == ("not_enough_evidence", "refuted")
    assert held.parts["part_1"].reason == "No words of the speaker are on record."
    assert (failed.evidence, [each.source for each in failed.because]) == ("fresh", ["map"])


def test_what_was_known_when_is_noted_on_the_verdict() -> None:
    known = datetime(2025, 8, 16, tzinfo=UTC)
    said = history(seen("0.2", WRITTEN))

    assert judge(FIFTH, measure(), said, at=WRITTEN, as_known=known).as_known == known
    assert judge(FIFTH, measure(), said, at="2025-08", as_known=known).as_known == known
    assert judge(FIFTH, measure(), said, at=WRITTEN).as_known is None


def test_a_measure_that_is_not_given_is_an_error() -> None:
    with pytest.raises(UnknownName) as raised:
        judge(FIFTH, {"n": measure(id="n")}, {}, at=WRITTEN)

    assert raised.value.name == "m"


# Real figures


def test_what_became_of_a_fifth_and_of_three_quarters_is_told_from_real_figures() -> None:
    fifth = stood(quantity("one-fifth"), column("territory.csv", "ukraine_share"))
    quarters = stood(quantity("about three-quarters"), column("territory.csv", "donetsk_share"))

    assert (fifth.status, fifth.since) == ("current", date(2024, 10, 29))
    assert (quarters.status, quarters.since) == ("outdated", date(2026, 1, 5))
    assert (fifth.now.figure, quarters.now.figure) == ("19.38%", "79.47%")


def test_what_became_of_a_fifth_is_unknown_months_after_the_last_figure() -> None:
    found = stood(FIFTH, column("territory.csv", "ukraine_share"), at="2026-12-01")

    assert (found.status, found.evidence) == ("unknown", "stale")
    assert found.now.judged_on == date(2026, 9, 21)


def test_gains_of_land_are_outdated_by_net_and_never_held_by_every_day() -> None:
    land = column("territory.csv", "occupied_km2")
    by = {
        rule: standing(
            trend(rule=rule), measure("km2"), land, published=calendar_date(WRITTEN), at=TODAY
        )
        for rule in ("net", "every-day")
    }

    assert {rule: found.status for rule, found in by.items()} == {
        "net": "outdated",
        "every-day": "never_held",
    }
