"""Measured cases: what is claimed of an amount, with the record of each source that measures it."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from claimtrack.judging.cases import Case, Ruling
from claimtrack.judging.combining import Weighed
from claimtrack.judging.figures import day_words
from claimtrack.judging.labels import Freshness
from claimtrack.judging.records import Record, last_fresh_day
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation
from claimtrack.values import Interval


def middle(value: object) -> Decimal | None:
    """The one number that stands for *value*: itself, or the middle of a bounded interval."""
    if isinstance(value, Interval):
        if value.lower is None or value.upper is None:
            return None
        return (value.lower + value.upper) / 2
    return value if isinstance(value, Decimal) else None


def mismatch(seen: Observation, measure: Measure) -> Finding | None:
    """Why *seen* may not be held against *measure*: no amount, or another scope; None if it may."""
    if middle(seen.value) is None and not isinstance(seen.value, Interval):
        detail = f"{seen.source} gives no amount but “{seen.value}”."
        return Finding("unit_mismatch", detail)
    if (
        seen.scope is not None
        and measure.scope is not None
        and not _same(seen.scope, measure.scope)
    ):
        detail = f"{seen.source} counts something else: {seen.scope}, not {measure.scope}."
        return Finding("scope_mismatch", detail)
    return None


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


@dataclass(frozen=True, slots=True)
class MeasuredCase(Case):
    """A claim about the amounts of a measure. The answers of ``set_aside`` cannot be used; after
    ``limit`` an answer is too old (None is never).
    """

    claim: str
    measure: Measure
    records: tuple[Record, ...]
    set_aside: tuple[Record, ...]
    limit: timedelta | None

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

    @property
    def admitted(self) -> Interval | None:
        """The amounts that the claim admits; None where it names none."""
        return None

    def ruling(self, day: date) -> Ruling:
        weighed = self.weighed(day)
        if weighed is None:
            return Ruling("not_enough_evidence")
        return Ruling(weighed.label, tuple(opinion.observation for opinion in weighed.deciding))

    def turning_days(self) -> set[date]:
        days = {day for record in self.records for day in record.days}
        return days.union(*(record.stale_days(self.limit) for record in self.records))

    def verdict(self, day: date) -> Verdict:
        weighed = self.weighed(day)
        return self._silent(day) if weighed is None else self.decided(day, weighed)

    def mismatches(self, day: date) -> tuple[Finding, ...]:
        """Why each source with an unusable answer by *day* was set aside."""
        held = [seen for record in self.set_aside if (seen := record.holding(day))]
        findings = [mismatch(seen, self.measure) for seen in held]
        return tuple(finding for finding in findings if finding is not None)

    def _silent(self, day: date) -> Verdict:
        evidence, last = self._freshness(day), self.last_judged(day)
        none = f"There is no usable figure of {day_words(day)} or before."
        return Verdict(
            claim=self.claim,
            label="not_enough_evidence",
            at=day,
            rule=self.decided_by,
            reason=none if evidence == "none" else self.silence(day, evidence, last),
            interval=self.admitted,
            findings=self.mismatches(day),
            evidence=evidence,
            judged_on=last,
            unit=self.measure.unit,
        )

    def _freshness(self, day: date) -> Freshness:
        last = last_fresh_day(self.records, day, self.limit)
        if last is None:
            return "none"
        return "stale" if last < day else "fresh"
