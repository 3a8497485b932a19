"""Hearings: one claim with its measures and what is on record, asked one thing or several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claimtrack.claims import Claim
from claimtrack.judging.claimcases import Histories, Measures, claim_case
from claimtrack.judging.labelchanges import changes, last_changes
from claimtrack.judging.periods import verdict_over
from claimtrack.judging.standings import standing_of
from claimtrack.judging.turns import Onset
from claimtrack.judging.verdicts import Review, Standing, Transition, Verdict
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate


class Hearing:
    """What can be asked of a claim; what was worked out for one answer serves the next.

    *measures* and *histories* may be mappings by measure id, for a claim with parts. Only with the
    day it was *published* can a claim of what was so before be told from one of its present.
    Raises `UnknownName` where the claim's measure is not given.
    """

    def __init__(
        self,
        claim: Claim,
        measures: Measures,
        histories: Histories,
        *,
        published: CalendarDate | None = None,
    ) -> None:
        self.claim = claim
        self.histories = {claim.measure: histories} if isinstance(histories, History) else histories
        self._case = claim_case(claim, measures, histories, published)
        self._transitions: dict[date, tuple[Transition, ...]] = {}

    def verdict(self, at: CalendarDate) -> Verdict:
        """How the claim stands on *at*; a month or a year is judged over all its days."""
        if at.precision == "day":
            return self._case.foreseen(self._case.verdict(at.first))
        return self._case.foreseen(verdict_over(self._case, at.first, at.last))

    def deciding(self, day: date) -> tuple[Observation, ...]:
        """The observations that decide the label on *day*."""
        return self._case.ruling(day).because

    def transitions(self, until: date) -> tuple[Transition, ...]:
        """Every change of the claim's label up to *until*, in order of day."""
        if until not in self._transitions:
            self._transitions[until] = changes(self.claim.name, self._case, until)
        return self._transitions[until]

    def standing(
        self, *, published: CalendarDate, today: date, review: Review | None = None
    ) -> Standing:
        """What became of the claim, *published* then, by *today*."""
        found = self.bare_standing(published=published, today=today, review=review)
        then, now = map(self._case.foreseen, (found.then, found.now))
        return replace(found, then=then, now=now)

    def bare_standing(
        self, *, published: CalendarDate, today: date, review: Review | None = None
    ) -> Standing:
        """The same, without when its verdicts would flip."""
        return standing_of(
            self.claim,
            self._case,
            published=published,
            today=today,
            onset=self._onset(today),
            review=review,
        )

    def _onset(self, today: date) -> Onset | None:
        found = self._transitions.get(today)
        if found is None:
            found = last_changes(self.claim.name, self._case, today)
        return Onset.of(found) if found else None
