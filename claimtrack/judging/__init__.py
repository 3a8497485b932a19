"""Judging: from a claim and what is on record to a verdict, a standing and its transitions.

Everything here is pure: the same arguments give the same answer, whatever the clock says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from claimtrack.claims import Claim
from claimtrack.judging.claimcases import Histories, Measures, claim_case
from claimtrack.judging.periods import verdict_over
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.standings import standing
from claimtrack.judging.transitions import changes
from claimtrack.judging.verdicts import Transition, Verdict
from claimtrack.values import DayLike, calendar_date

__all__ = ["judge", "stale_limit", "standing", "transitions"]


def judge(
    claim: Claim,
    measure: Measures,
    history: Histories,
    *,
    at: DayLike,
    as_known: datetime | None = None,
) -> Verdict:
    """How *claim* stands on the day *at*, by what *history* holds; a month or a year is judged
    over all its days.

    *measure* and *history* may be mappings by measure id, for a claim with parts. ``as_known`` is
    only noted on the verdict: whoever passes the history has chosen what is known.
    Raises `UnknownName` where the claim's measure is not given.
    """
    case = claim_case(claim, measure, history)
    day = calendar_date(at)
    if day.precision == "day":
        return replace(case.verdict(day.first), as_known=as_known)
    return replace(verdict_over(case, day.first, day.last), as_known=as_known)


def transitions(
    claim: Claim,
    measures: Measures,
    histories: Histories,
    *,
    until: date,
    since: date | None = None,
) -> tuple[Transition, ...]:
    """Every change of *claim*'s label from *since* (None: ever) to *until*, in order of day.

    Replaying them from the first one's ``before`` gives the label of `judge` on every day.
    """
    case = claim_case(claim, measures, histories)
    found = changes(claim.name, case, until)
    return tuple(change for change in found if since is None or change.on >= since)
