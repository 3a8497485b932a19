"""Standings: what became of a claim since it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claimtrack.claims import Claim
from claimtrack.judging.cases import Case, pending, unique
from claimtrack.judging.claimcases import LASTING
from claimtrack.judging.labels import FIRM, UNTOLD, Status
from claimtrack.judging.periods import verdict_over
from claimtrack.judging.turns import Onset
from claimtrack.judging.verdicts import Review, Standing, Verdict
from claimtrack.values import CalendarDate


def standing_of(
    claim: Claim,
    case: Case,
    *,
    published: CalendarDate,
    today: date,
    onset: Onset | None,
    review: Review | None = None,
) -> Standing:
    """What became of *claim*, whose case is *case*, by *today*: its verdict at writing (on its
    ``as_of``, else when it was *published*), its verdict now, and its status; *onset* tells since
    when it has had the label it has now.
    """
    then = _at_writing(claim, case, claim.as_of or published, today)
    now = _now(claim, case, then, published, today)
    status = _status(claim, then, now, settled=case.is_settled(today))
    if status == "ended" and claim.until is not None:
        onset = Onset.at(claim.until.last + timedelta(days=1))
    return Standing(
        claim=claim,
        then=then,
        now=now,
        status=status,
        onset=onset,
        because=unique((*then.because, *now.because)),
        evidence=now.evidence,
        review=review,
    )


def _now(claim: Claim, case: Case, then: Verdict, published: CalendarDate, today: date) -> Verdict:
    """The verdict on *today*: of a time that was over at writing, that over all of it, *then*'s."""
    past = claim.past(published)
    is_lasting = {one.type for one in claim.assertions} <= LASTING
    if past is not None and past.first <= today and is_lasting:
        return replace(then, at=today)
    return case.verdict(today)


def _at_writing(claim: Claim, case: Case, written: CalendarDate, today: date) -> Verdict:
    """The verdict over the time of writing, so far as it has come by *today*."""
    if written.first > today:
        return pending(claim.name, case, today, written)
    return verdict_over(case, written.first, min(written.last, today))


def _status(claim: Claim, then: Verdict, now: Verdict, *, settled: bool) -> Status:
    if claim.until is not None and now.at > claim.until.last:
        return "ended"
    if settled and now.label not in UNTOLD and {then.label, now.label} != FIRM:
        return "timeless"  # what was settled only after the writing came true or was outdated
    if now.label == "supported":
        return "came_true" if then.label == "refuted" else "current"
    if now.label != "refuted":
        return "unknown"
    after_refuted: dict[str, Status] = {"supported": "outdated", "refuted": "never_held"}
    return after_refuted.get(then.label, "unknown")
