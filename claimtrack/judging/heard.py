"""Heard cases: what is claimed of a measure, with the record of each source that answers it."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimtrack.judging.cases import Case, Ruling
from claimtrack.judging.combining import Weighed
from claimtrack.judging.figures import day_words
from claimtrack.judging.labels import LABEL_CLAUSES, Freshness, Label
from claimtrack.judging.records import Record, last_fresh_day
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation


@dataclass(frozen=True, slots=True)
class HeardCase(Case):
    """A claim about the answers to a measure. Those of ``set_aside`` cannot be used; after
    ``limit`` an answer is too old (None is never). ``asked`` says whom the measure is asked of.
    """

    claim: str
    measure: Measure
    records: tuple[Record, ...]
    set_aside: tuple[Record, ...]
    limit: timedelta | None
    asked: str

    @abstractmethod
    def weighed(self, day: date) -> Weighed | None:
        """What the sources that can be heard on *day* come to; None where none can.

        It stays the same until a record's next day, or until one goes stale.
        """

    @abstractmethod
    def decided(self, day: date, weighed: Weighed) -> Verdict:
        """The verdict on *day*, where *weighed* is what the sources come to."""

    @abstractmethod
    def last_judged(self, day: date) -> date | None:
        """The last day up to *day* on which something could be told; None for none."""

    @abstractmethod
    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        """Why nothing can be told on *day* from some *evidence*, and what could *last* be."""

    @abstractmethod
    def objection(self, seen: Observation) -> Finding | None:
        """Why *seen* cannot be used, as what its publisher does ("gives no day but “soon”."); None
        where it can.
        """

    def nothing(self, day: date) -> str:
        """That there is no evidence at all by *day*."""
        return self._none_of("answer", day)

    def _none_of(self, what: str, day: date) -> str:
        if any(record.holding(day) for record in self.set_aside):
            return f"No {what} on record for {day_words(day)} or before can be used."
        return f"No {what} is on record for {day_words(day)} or before."

    def ruling(self, day: date) -> Ruling:
        weighed = self.weighed(day)
        if weighed is None:
            # What came that day and still tells too little is why: the window has moved on with it.
            fresh = (record.fresh(day, self.limit) for record in self.records)
            return Ruling("not_enough_evidence", heard=tuple(seen for seen in fresh if seen))
        return Ruling(weighed.label, tuple(opinion.observation for opinion in weighed.deciding))

    def turning_days(self) -> set[date]:
        days = {day for record in self.records for day in record.days}
        return days.union(*(record.stale_days(self.limit) for record in self.records))

    def verdict(self, day: date) -> Verdict:
        weighed = self.weighed(day)
        if weighed is None:
            return self.silent(day)
        decided = self.decided(day, weighed)
        if weighed.label != "not_enough_evidence":
            return decided
        # Too little was heard, and whoever is asked may tell the rest.
        return replace(decided, reason=decided.reason + self.asked)

    def mismatches(self, day: date) -> tuple[Finding, ...]:
        """Why each source with an unusable answer by *day* was set aside."""
        return tuple(
            replace(finding, detail=f"{record.describes.publisher} {finding.detail}")
            for record in self.set_aside
            if (seen := record.holding(day)) and (finding := self.objection(seen))
        )

    def silent(self, day: date) -> Verdict:
        """The verdict on *day*, on which no source can be heard."""
        evidence, last = self.freshness(day), self.last_judged(day)
        told = self.nothing(day) if evidence == "none" else self.silence(day, evidence, last)
        return Verdict(
            claim=self.claim,
            label="not_enough_evidence",
            at=day,
            rule=self.decided_by,
            reason=told + self.asked,
            findings=self.mismatches(day),
            evidence=evidence,
            judged_on=last,
        )

    def freshness(self, day: date) -> Freshness:
        """Whether an answer still holds on *day*, has gone stale, or there is none."""
        last = last_fresh_day(self.records, day, self.limit)
        if last is None:
            return "none"
        return "stale" if last < day else "fresh"


def too_old(newest: str, last: date, label: Label) -> str:
    """That the *newest* answer says no more what is so, and how it was on the *last* day that could
    be judged.
    """
    return (
        f"{newest} is too old to say what is so; it could last be judged on {day_words(last)}, when"
        f" {LABEL_CLAUSES[label]}."
    )
