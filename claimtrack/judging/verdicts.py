"""Verdicts: how a claim stands on a day, what became of it, and when that changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from claimtrack.claims import Claim
from claimtrack.judging.labels import CauseKind as CauseKind
from claimtrack.judging.labels import (
    FindingName,
    Freshness,
    Label,
    ReadingKind,
    Status,
)
from claimtrack.judging.labels import ReviewStatus as ReviewStatus
from claimtrack.judging.pace import Forecast
from claimtrack.judging.sentences import cause_words, explanation, standing_sentence
from claimtrack.judging.turns import Onset
from claimtrack.observations import Observation
from claimtrack.values import Interval
from claimtrack.words.amounts import AmountPut
from claimtrack.words.ratios import RatioPut

#: What a field has that only the sentences need: no answer shows it.
INNER = {"inner": True}


@dataclass(frozen=True, slots=True)
class Finding:
    """A named remark beside a verdict, with a sentence that says what was found."""

    name: FindingName
    detail: str


@dataclass(frozen=True, slots=True)
class JudgedReading:
    """One defensible way to read the claim's words and pick its evidence, and its label.

    ``choice`` says how the claim was read, in words: ``rule every-day``; ``kind`` what of it that
    concerns. Where several things were chosen at once, ``choices`` holds each in words, by its
    kind, and ``changed`` is how many of them are not as declared. ``source`` is the one source that
    was heard, ``publisher`` who stands behind it; both are empty where there is but one or all were
    weighed. ``figure`` is what it comes to,
    ready to print, empty where the choice says enough.
    """

    choice: str
    label: Label
    figure: str = ""
    kind: ReadingKind = "wording"
    source: str = ""
    choices: tuple[tuple[ReadingKind, str], ...] = ()
    changed: int = 0
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a claim stands on the day ``at``, as known at ``as_known`` (None: all that is known).

    ``fit`` is 1 at the claimed value and 0 at the edge of its interval; None where the type has
    none. ``distance`` is how far the value lies from the nearest edge at which the label flips, in
    the measure's unit: positive inside the interval, negative outside; None where there is no
    value or no edge. ``share`` is the part of the evidence's interval inside the claim's, for
    ``borderline``. ``interval`` is what the words admit. ``because`` holds the deciding
    observations, ``parts`` a verdict per part, ``readings`` the same claim under each defensible
    choice, ``rule`` the versioned rule that decided, ``reason`` one sentence in words.
    ``evidence`` tells whether an observation still holds on ``at``, has gone stale, or there is
    none; ``judged_on`` is the last day that could be judged.
    ``figure`` is what the evidence says, short and ready to print (``74.5%``, with its unit);
    ``unit`` the measure's, ``source_names`` the publishers behind the deciding observations.
    ``flips`` tells when, at its pace, the value would cross the edge that it moves towards; None
    where it moves towards none, or its record is too short to tell.
    ``named`` is the amount that the words name, in the measure's unit; None where they name none
    or several. ``put`` is how they put it, by which the amounts in sentences are printed.
    """

    claim: str
    label: Label
    at: date
    rule: str
    reason: str
    as_known: datetime | None = None
    fit: float | None = None
    distance: Decimal | None = None
    share: float | None = None
    interval: Interval | None = None
    findings: tuple[Finding, ...] = ()
    readings: tuple[JudgedReading, ...] = ()
    parts: Mapping[str, Verdict] = field(default_factory=lambda: MappingProxyType({}))
    because: tuple[Observation, ...] = ()
    evidence: Freshness = "none"
    judged_on: date | None = None
    figure: str = ""
    unit: str | None = None
    source_names: tuple[str, ...] = ()
    flips: Forecast | None = None
    named: Decimal | None = None
    put: RatioPut | AmountPut | None = field(default=None, repr=False, metadata=INNER)

    @property
    def is_of_several_days(self) -> bool:
        """Whether its figures are of different days, each of which ``figure`` then names."""
        return self.interval is not None and len({seen.as_of for seen in self.because}) > 1

    def explain(self) -> str:
        """The verdict in sentences, one a line: what was decided, by what, how firmly, and what
        else should be known.
        """
        return explanation(self)


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a claim's verdict; it stands beside the verdict, never replaces it."""

    claim: str
    status: ReviewStatus
    by: str
    reason: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a claim: its verdict at writing (``then``), its verdict ``now``, and both
    told as one ``status``.

    ``onset`` tells since when, and how closely that is known (``str(standing.onset)``: "since a
    day between ..."); None where it never changed. ``because`` holds the observations that decide
    it. ``str()`` gives one publishable sentence.
    """

    claim: Claim
    then: Verdict
    now: Verdict
    status: Status
    onset: Onset | None = None
    because: tuple[Observation, ...] = ()
    evidence: Freshness = "none"
    review: Review | None = None

    @property
    def since(self) -> date | None:
        """The day on which the evidence first says what it says now; None where it always did."""
        return None if self.onset is None else self.onset.on

    @property
    def written(self) -> str:
        """What ``then`` is of, in words: the time of writing, or that which the claim speaks of."""
        return (
            "when it was written" if self.claim.as_of is None else "at the time that it speaks of"
        )

    def __str__(self) -> str:
        return standing_sentence(self)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a label changed: an observation (then ``observation`` is set), the passing of time, a
    revision of the claim, or a change of rule. ``str()`` says it in words.
    """

    kind: CauseKind
    observation: Observation | None = None

    def __str__(self) -> str:
        return cause_words(self)


@dataclass(frozen=True, slots=True)
class Transition:
    """A day on which a claim's label changed from ``before`` to ``after``.

    The change fell between ``earliest`` and ``latest``, both inclusive, given the gaps in the
    evidence and its error; ``on`` is the day the evidence first says so.
    """

    claim: str
    on: date
    earliest: date
    latest: date
    before: Label
    after: Label
    cause: Cause
