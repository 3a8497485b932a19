"""Judging: from a claim and what is on record to a verdict, a standing and its transitions.

Everything here is pure: the same arguments give the same answer, whatever the clock says.
Hearing a claim wants the grammars of all that a claim may be; they are imported with the first one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from claimtrack.claims import Claim
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.verdicts import Review, Standing, Transition, Verdict
from claimtrack.values import CalendarDate, DayLike, calendar_date

if TYPE_CHECKING:
    from claimtrack.judging.claimcases import Histories, Measures
    from claimtrack.judging.hearings import Hearing

__all__ = ["judge", "stale_limit", "standing", "transitions"]


def judge(
    claim: Claim,
    measure: Measures,
    history: Histories,
    *,
    at: DayLike,
    as_known: datetime | None = None,
    published: CalendarDate | None = None,
) -> Verdict:
    """How *claim* stands on the day *at*, by what *history* holds; a month or a year is judged
    over all its days.

    *measure* and *history* may be mappings by measure id, for a claim with parts. ``as_known`` is
    only noted on the verdict: whoever passes the history has chosen what is known. With the day
    that the claim was *published*, a state of a month or year that was over by then is judged by
    the evidence on that time, on any day.
    Raises `UnknownName` where the claim's measure is not given.
    """
    verdict = _hearing(claim, measure, history, published).verdict(calendar_date(at))
    return replace(verdict, as_known=as_known)


def standing(
    claim: Claim,
    measures: Measures,
    histories: Histories,
    *,
    published: CalendarDate,
    at: DayLike,
    review: Review | None = None,
) -> Standing:
    """What became of *claim* by the day *at* (the last day of a month or year): its verdict at
    writing (on its ``as_of``, else when it was *published*), its verdict now, and its status.
    """
    hearing = _hearing(claim, measures, histories, published)
    return hearing.standing(published=published, today=calendar_date(at).last, review=review)


def transitions(
    claim: Claim,
    measures: Measures,
    histories: Histories,
    *,
    until: date,
    since: date | None = None,
    published: CalendarDate | None = None,
) -> tuple[Transition, ...]:
    """Every change of *claim*'s label from *since* (None: ever) to *until*, in order of day;
    *published* is as in `judge`.

    Replaying them from the first one's ``before`` gives the label of `judge` on every day.
    """
    found = _hearing(claim, measures, histories, published).transitions(until)
    return tuple(change for change in found if since is None or change.on >= since)


def _hearing(
    claim: Claim, measures: Measures, histories: Histories, published: CalendarDate | None
) -> Hearing:
    from claimtrack.judging.hearings import Hearing

    return Hearing(claim, measures, histories, published=published)
