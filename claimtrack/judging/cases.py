"""Cases: what a claim asserts together with its evidence, ready to be judged on any day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from claimtrack.judging.combining import whole
from claimtrack.judging.figures import calendar_words
from claimtrack.judging.labels import NOT_COME, Freshness, Label
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.names import counted, listed
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A label, and the newest observations of the sources that decide it.

    ``heard`` are those of the parts that do not: what they turned to may be why others decide; and
    where nothing can be told, those that were heard and tell too little.
    """

    label: Label
    because: tuple[Observation, ...] = ()
    heard: tuple[Observation, ...] = ()


class Case(ABC):
    """What is asserted, with the evidence. `ruling` is the label alone, for walking through the
    days; `verdict` is the same label with everything that is to be said about it.
    """

    @property
    @abstractmethod
    def decided_by(self) -> str:
        """The versioned rule that decides."""

    @abstractmethod
    def ruling(self, day: date) -> Ruling:
        """The label on *day*."""

    @abstractmethod
    def verdict(self, day: date) -> Verdict:
        """The verdict on *day*; its label is the ruling's."""

    @abstractmethod
    def turning_days(self) -> set[date]:
        """The days on which the ruling may differ from that of the day before."""

    def foreseen(self, verdict: Verdict) -> Verdict:
        """*verdict*, one of this case's, with when it would flip, where that can be told. It takes
        longer than the verdict itself, and not everybody asks.
        """
        return verdict

    def is_turned_by(self, seen: Observation, day: date) -> bool:
        """Whether *seen*, which decides on *day*, is why the label turned on that day."""
        return seen.holds_from == day

    def is_settled(self, day: date) -> bool:
        """Whether what it asserts was over and done by *day*, so that no later day can change it:
        words that were said, an event that happened, a date that has passed.
        """
        return False


@dataclass(frozen=True, slots=True)
class OuterCase(Case):
    """A case around another, ``then``, which says all that this one does not."""

    then: Case

    @property
    def decided_by(self) -> str:
        return self.then.decided_by

    def ruling(self, day: date) -> Ruling:
        return self.then.ruling(day)

    def verdict(self, day: date) -> Verdict:
        return self.then.verdict(day)

    def turning_days(self) -> set[date]:
        return self.then.turning_days()

    def foreseen(self, verdict: Verdict) -> Verdict:
        return self.then.foreseen(verdict)

    def is_turned_by(self, seen: Observation, day: date) -> bool:
        return self.then.is_turned_by(seen, day)

    def is_settled(self, day: date) -> bool:
        return self.then.is_settled(day)


@dataclass(frozen=True, slots=True)
class PendingCase(OuterCase):
    """A case about a time that has not come: nothing on record was seen of it or in it."""

    claim: str
    speaks_of: CalendarDate

    def ruling(self, day: date) -> Ruling:
        return Ruling("pending") if day < self.speaks_of.first else self.then.ruling(day)

    def verdict(self, day: date) -> Verdict:
        if day < self.speaks_of.first:
            return pending(self.claim, self.then, day, self.speaks_of)
        return self.then.verdict(day)

    def turning_days(self) -> set[date]:
        first = self.speaks_of.first
        return {first} | {day for day in self.then.turning_days() if day > first}

    def is_settled(self, day: date) -> bool:
        return day >= self.speaks_of.first and self.then.is_settled(day)


def pending(claim: str, case: Case, day: date, speaks_of: CalendarDate) -> Verdict:
    """The verdict on *day* of a claim that speaks of a later time."""
    reason = f"The claim speaks of {calendar_words(speaks_of)}{NOT_COME}"
    evidence = case.verdict(day).evidence
    return Verdict(claim, "pending", day, rule=case.decided_by, reason=reason, evidence=evidence)


@dataclass(frozen=True, slots=True)
class PastCase(OuterCase):
    """A case about a time that was over when the claim was written: what came after is no answer
    to it, and what was known of it then does not grow old.
    """

    last: date

    def ruling(self, day: date) -> Ruling:
        return self.then.ruling(min(day, self.last))

    def verdict(self, day: date) -> Verdict:
        return replace(self.then.verdict(min(day, self.last)), at=day)

    def turning_days(self) -> set[date]:
        return {day for day in self.then.turning_days() if day <= self.last}

    def foreseen(self, verdict: Verdict) -> Verdict:
        return verdict  # of what is over nothing will turn

    def is_settled(self, day: date) -> bool:
        return day >= self.last


@dataclass(frozen=True, slots=True)
class CopiedCase(OuterCase):
    """A case beside which the text's own words are on record: ``copies``, by their publishers.
    They were left out, for who says it in the same words is no second witness.
    """

    copies: tuple[tuple[str, Observation], ...]

    def verdict(self, day: date) -> Verdict:
        verdict = self.then.verdict(day)
        names = unique(name for name, seen in self.copies if seen.holds_from <= day)
        if not names:
            return verdict
        detail = f"{listed(names)} {'has' if len(names) == 1 else 'have'} the text's own words"
        found = Finding("shared_wording", f"{detail}: that is no evidence of its own.")
        return replace(verdict, findings=(*verdict.findings, found))


@dataclass(frozen=True, slots=True)
class PartsCase(Case):
    """A case in parts, each a case of its own."""

    claim: str
    parts: tuple[tuple[str, Case], ...]
    decided_by = "parts-1"

    def ruling(self, day: date) -> Ruling:
        rulings = [case.ruling(day) for _, case in self.parts]
        label = whole([ruling.label for ruling in rulings])
        return Ruling(
            label=label,
            because=unique(s for each in rulings if each.label == label for s in each.because),
            heard=unique(
                seen
                for each in rulings
                for seen in (*(() if each.label == label else each.because), *each.heard)
            ),
        )

    def verdict(self, day: date) -> Verdict:
        parts = {name: case.verdict(day) for name, case in self.parts}
        label = whole([verdict.label for verdict in parts.values()])
        deciding = {name: part for name, part in parts.items() if part.label == label}
        return Verdict(
            claim=self.claim,
            label=label,
            at=day,
            rule=self.decided_by,
            reason=_whole_words(label, deciding, len(parts)),
            findings=unique(finding for part in parts.values() for finding in part.findings),
            parts=MappingProxyType(parts),
            because=unique(seen for part in deciding.values() for seen in part.because),
            evidence=_worst({part.evidence for part in deciding.values()}),
            judged_on=min(
                (part.judged_on for part in deciding.values() if part.judged_on), default=None
            ),
            figure=_figures(deciding, len(parts)),
            source_names=unique(name for part in deciding.values() for name in part.source_names),
        )

    def turning_days(self) -> set[date]:
        return {day for _, case in self.parts for day in case.turning_days()}

    def foreseen(self, verdict: Verdict) -> Verdict:
        cases = dict(self.parts)
        parts = {name: cases[name].foreseen(part) for name, part in verdict.parts.items()}
        return replace(verdict, parts=MappingProxyType(parts))

    def is_turned_by(self, seen: Observation, day: date) -> bool:
        return any(case.is_turned_by(seen, day) for _, case in self.parts)

    def is_settled(self, day: date) -> bool:
        return all(case.is_settled(day) for _, case in self.parts)


def unique(things: Iterable[T]) -> tuple[T, ...]:
    """*things* in their order, each once."""
    return tuple(dict.fromkeys(things))


def _worst(evidence: set[Freshness]) -> Freshness:
    order: tuple[Freshness, ...] = ("none", "stale", "fresh")
    return next((each for each in order if each in evidence), "none")


def _figures(deciding: Mapping[str, Verdict], count: int) -> str:
    """The figures of the parts that decide, each named where the claim has several parts."""
    found = {name: part.figure for name, part in deciding.items() if part.figure}
    if count == 1 and found:
        return next(iter(found.values()))
    return "; ".join(f"{name.replace('_', ' ')}: {figure}" for name, figure in found.items())


def _whole_words(label: Label, deciding: Mapping[str, Verdict], count: int) -> str:
    if label == "supported":
        return f"{_every(count)} held." if count > 1 else "Its only part held."
    names = listed(name.replace("_", " ") for name in deciding)
    decide = "decides" if len(deciding) == 1 else "decide"
    if len(deciding) == count > 1:
        return f"{_every(count)} decide it: {names}."
    return f"{len(deciding)} of {counted(count, 'part')} {decide} it: {names}."


def _every(count: int) -> str:
    return "Both parts" if count == 2 else f"All {count} parts"
