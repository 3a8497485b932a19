"""Cases: what a claim asserts together with its evidence, ready to be judged on any day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from claimtrack.judging.combining import whole
from claimtrack.judging.figures import day_words, listed
from claimtrack.judging.verdicts import Freshness, Label, Verdict
from claimtrack.observations import Observation

T = TypeVar("T", bound=Hashable)

NO_RULE = "no rule for this type yet"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A label, and the newest observations of the sources that decide it.

    ``heard`` are those of the parts that do not: what they turned to may be why others decide.
    """

    label: Label
    because: tuple[Observation, ...] = ()
    heard: tuple[Observation, ...] = ()


class Case(ABC):
    """What is asserted, with the evidence. `ruling` is the label alone, for walking through the
    days; `verdict` is the same label with everything that is to be said about it.
    """

    @abstractmethod
    def ruling(self, day: date) -> Ruling:
        """The label on *day*."""

    @abstractmethod
    def verdict(self, day: date) -> Verdict:
        """The verdict on *day*; its label is the ruling's."""

    @abstractmethod
    def turning_days(self) -> set[date]:
        """The days on which the ruling may differ from that of the day before."""


@dataclass(frozen=True, slots=True)
class UntoldCase(Case):
    """A case of a type that nobody has written a rule for."""

    claim: str

    def ruling(self, day: date) -> Ruling:
        return Ruling("not_enough_evidence")

    def verdict(self, day: date) -> Verdict:
        return Verdict(self.claim, "not_enough_evidence", day, rule="none", reason=NO_RULE)

    def turning_days(self) -> set[date]:
        return set()


@dataclass(frozen=True, slots=True)
class PendingCase(Case):
    """A case about a day that has not come: *comes_on* is after every day on record."""

    claim: str
    comes_on: date
    then: Case

    def ruling(self, day: date) -> Ruling:
        return Ruling("pending") if day < self.comes_on else self.then.ruling(day)

    def verdict(self, day: date) -> Verdict:
        if day < self.comes_on:
            return pending(self.claim, day, self.comes_on)
        return self.then.verdict(day)

    def turning_days(self) -> set[date]:
        return {self.comes_on} | {day for day in self.then.turning_days() if day > self.comes_on}


def pending(claim: str, day: date, comes_on: date) -> Verdict:
    """The verdict on *day* of a claim that speaks of a later one."""
    reason = f"The claim speaks of {day_words(comes_on)}, which has not come."
    return Verdict(claim, "pending", day, rule="none", reason=reason)


@dataclass(frozen=True, slots=True)
class PartsCase(Case):
    """A case in parts, each a case of its own."""

    claim: str
    parts: tuple[tuple[str, Case], ...]

    def ruling(self, day: date) -> Ruling:
        rulings = [case.ruling(day) for _, case in self.parts]
        label = whole([ruling.label for ruling in rulings])
        return Ruling(
            label=label,
            because=unique(s for each in rulings if each.label == label for s in each.because),
            heard=unique(s for each in rulings if each.label != label for s in each.because),
        )

    def verdict(self, day: date) -> Verdict:
        parts = {name: case.verdict(day) for name, case in self.parts}
        label = whole([verdict.label for verdict in parts.values()])
        deciding = {name: part for name, part in parts.items() if part.label == label}
        return Verdict(
            claim=self.claim,
            label=label,
            at=day,
            rule="parts-1",
            reason=_whole_words(label, deciding, len(parts)),
            findings=unique(finding for part in parts.values() for finding in part.findings),
            parts=MappingProxyType(parts),
            because=unique(seen for part in deciding.values() for seen in part.because),
            evidence=_worst({part.evidence for part in deciding.values()}),
            judged_on=min(
                (part.judged_on for part in deciding.values() if part.judged_on), default=None
            ),
            figure=listed([part.figure for part in deciding.values() if part.figure]),
            source_names=unique(name for part in deciding.values() for name in part.source_names),
        )

    def turning_days(self) -> set[date]:
        return {day for _, case in self.parts for day in case.turning_days()}


def unique(things: Iterable[T]) -> tuple[T, ...]:
    """*things* in their order, each once."""
    return tuple(dict.fromkeys(things))


def _worst(evidence: set[Freshness]) -> Freshness:
    order: tuple[Freshness, ...] = ("none", "stale", "fresh")
    return next((each for each in order if each in evidence), "none")


def _whole_words(label: Label, deciding: Mapping[str, Verdict], count: int) -> str:
    if label == "supported":
        return f"All {count} parts held." if count > 1 else "Its only part held."
    told = [f"{name.replace('_', ' ')}: {part.reason}" for name, part in deciding.items()]
    return f"{len(deciding)} of {count} parts decide it. {' '.join(told)}"
