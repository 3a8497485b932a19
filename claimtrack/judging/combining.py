"""Combining: one label from the opinions of several sources, or from a claim's parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from types import MappingProxyType

from claimtrack.judging.labels import FIRM, FindingName, Label, ReadingKind
from claimtrack.judging.sameanswers import gives_the_same
from claimtrack.judging.verdicts import Finding, JudgedReading
from claimtrack.names import listed
from claimtrack.observations import Description, Observation
from claimtrack.words.runs import runs
from claimtrack.words.sameness import bare_words

#: Which kind of source is heard first: what was measured before what was reported.
TIERS = {"measurement": 0, "report": 1, "person": 2}
#: Labels from the least certain; `supported` and `refuted` are as certain as it gets.
_UNCERTAIN: tuple[Label, ...] = (
    "not_checkable",
    "not_enough_evidence",
    "pending",
    "conflicting",
    "borderline",
)
#: The same words this many days apart are one telling, passed on.
COPY_WITHIN = timedelta(days=3)
#: Fewer words than this are no wording: two tables may well hold the same cell.
_WORDING_WORDS = 3
#: More readings than this say nothing to anybody.
MOST_READINGS = 120
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one source's evidence says of an assertion on a day.

    ``observation`` is the newest it rests on; ``fit``, ``distance`` and ``share`` are as in a
    `Verdict`.
    """

    source: str
    describes: Description
    label: Label
    observation: Observation
    fit: float | None = None
    distance: Decimal | None = None
    share: float | None = None

    @property
    def publisher(self) -> str:
        """Who publishes it."""
        return self.describes.publisher


@dataclass(frozen=True, slots=True)
class Weighed:
    """The label of several opinions, those that decided it, and those that did not.

    ``copies`` repeat the words of a deciding one; ``lower`` come from a lower tier, each wording
    once.
    """

    label: Label
    deciding: tuple[Opinion, ...]
    copies: tuple[Opinion, ...] = ()
    lower: tuple[Opinion, ...] = ()


def weigh(opinions: Collection[Opinion]) -> Weighed:
    """What *opinions* (at least one) come to: the best tier decides, its copies count once, and
    there equal labels stand and unequal ones are ``conflicting``.
    """
    if len(opinions) == 1:  # most records have one source, and there are days to walk through
        (only,) = opinions
        return Weighed(only.label, (only,))
    best = min(TIERS[opinion.describes.kind] for opinion in opinions)
    tier = [opinion for opinion in opinions if TIERS[opinion.describes.kind] == best]
    lower, _ = _apart_from_copies([one for one in opinions if TIERS[one.describes.kind] != best])
    deciding, copies = _apart_from_copies(tier)
    labels = {opinion.label for opinion in deciding}
    label = deciding[0].label if len(labels) == 1 else "conflicting"
    return Weighed(label, tuple(deciding), tuple(copies), tuple(lower))


def _apart_from_copies(opinions: Sequence[Opinion]) -> tuple[list[Opinion], list[Opinion]]:
    originals: list[Opinion] = []
    copies: list[Opinion] = []
    for opinion in sorted(opinions, key=_told):
        # A copy is passed on as well, so its words count from the day that it told them.
        repeats = any(_is_copy(opinion, earlier) for earlier in (*originals, *copies))
        (copies if repeats else originals).append(opinion)
    return originals, copies


def _told(opinion: Opinion) -> tuple[object, ...]:
    # Of two that told it on one day, the party's words are the ones passed on.
    return (told_on(opinion), opinion.describes.party is None, opinion.source)


def told_on(opinion: Opinion) -> date:
    """The day it was published, else the day that it is used from."""
    seen = opinion.observation
    return seen.published_at.date() if seen.published_at else seen.holds_from


def _is_copy(later: Opinion, earlier: Opinion) -> bool:
    """Whether *later* passes on what *earlier* told. Who draws another answer from the same words
    passes nothing on: were he a copy, the order of two names would decide between them.
    """
    if told_on(later) - told_on(earlier) > COPY_WITHIN or later.label != earlier.label:
        return False
    if not gives_the_same(later.observation, earlier.observation):
        return False
    words = wording_of(later.observation)
    is_repeated = words is not None and words == wording_of(earlier.observation)
    return is_repeated or _share_a_run(later, earlier)


def _share_a_run(later: Opinion, earlier: Opinion) -> bool:
    """Whether one has a long run of words from the other: not what both quote somebody for."""
    own = runs(later.observation.quote, quotations=False)
    return not set(own).isdisjoint(runs(earlier.observation.quote, quotations=False))


def wording_of(seen: Observation) -> str | None:
    """The words of *seen* as they are compared; None where they are too few to be a wording."""
    if len(_WORD.findall(seen.quote)) < _WORDING_WORDS:
        return None
    return bare_words(seen.quote)


def findings_of(weighed: Weighed) -> tuple[Finding, ...]:
    """What should be known of how *weighed* came about: disagreement, one side alone, copies."""
    found = [_disagreement(weighed), _one_side(weighed), _copies(weighed)]
    return tuple(finding for finding in found if finding is not None)


def _disagreement(weighed: Weighed) -> Finding | None:
    if weighed.label == "conflicting":
        return Finding("sources_disagree", f"{_sides(weighed.deciding)}.")
    others = [each.publisher for each in weighed.lower if _contradicts(each.label, weighed.label)]
    if not others:
        return None
    return Finding("sources_disagree", f"{listed(others)} would lead to another answer.")


def _sides(opinions: Sequence[Opinion]) -> str:
    """Who does not agree with whom: where there are two sides, each by its names."""
    by_label: dict[Label, list[str]] = {}
    for opinion in opinions:
        by_label.setdefault(opinion.label, []).append(opinion.publisher)
    if len(by_label) != 2 or len(opinions) == 2:
        return f"{listed([opinion.publisher for opinion in opinions])} do not agree"
    one, other = sorted(by_label.values(), key=len)
    return f"{listed(one)} {'does' if len(one) == 1 else 'do'} not agree with {listed(other)}"


def _contradicts(one: Label, other: Label) -> bool:
    return one != other and {one, other} <= FIRM


def _one_side(weighed: Weighed) -> Finding | None:
    parties = {opinion.describes.party for opinion in weighed.deciding}
    party = next(iter(parties))
    if len(parties) != 1 or party is None:
        return None
    return Finding("single_party", f"All the deciding evidence comes from one side: {party}.")


def _copies(weighed: Weighed) -> Finding | None:
    if not weighed.copies:
        return None
    names = [opinion.publisher for opinion in weighed.copies]
    told = f"{listed(names)} {'uses' if len(names) == 1 else 'use'} the words of another source"
    return Finding("shared_wording", f"{told}; together they count once.")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a claim, and what the sources come to when it is read so.

    ``words`` say how it is read; ``figures`` what that comes to, by source. Where several things
    are chosen at once, ``choices`` and ``changed`` are as in a `JudgedReading`.
    """

    kind: ReadingKind
    words: str
    weighed: Weighed
    figures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    choices: tuple[tuple[ReadingKind, str], ...] = ()
    changed: int = 0

    @property
    def label(self) -> Label:
        """What the claim then has."""
        return self.weighed.label

    @property
    def heard(self) -> tuple[Opinion, ...]:
        """The opinion of each source, by name; those that repeat another are not heard twice."""
        every = (*self.weighed.deciding, *self.weighed.lower)
        return tuple(sorted(every, key=lambda opinion: opinion.source))


def judged_readings(ways: Sequence[Way]) -> tuple[JudgedReading, ...]:
    """Each of *ways* with each source that it hears: every pair once. A source is named where
    there are two or more to choose from.
    """
    several = len({opinion.source for way in ways for opinion in way.heard}) > 1
    return tuple(
        JudgedReading(
            choice=way.words,
            label=opinion.label,
            figure=way.figures.get(opinion.source, ""),
            kind=way.kind,
            source=opinion.source if several else "",
            publisher=opinion.publisher if several else "",
            choices=way.choices,
            changed=way.changed,
        )
        for way in _bounded(ways)
        for opinion in way.heard
    )


def _bounded(ways: Sequence[Way]) -> Sequence[Way]:
    """*ways*, where they are not too many for a reader; else those that change one thing at a
    time, as many as fit.
    """
    if sum(len(way.heard) for way in ways) <= MOST_READINGS:
        return ways
    one_at_a_time = sorted(ways, key=lambda way: way.changed)
    until = [*accumulate(len(way.heard) for way in one_at_a_time)]
    return one_at_a_time[: bisect_right(until, MOST_READINGS)]


def dependence(
    name: FindingName, what: str, ways: Sequence[Way], label: Label
) -> tuple[Finding, ...]:
    """A finding of that *name* where *ways* to read one claim contradict *label* or each other;
    *what* names the choice that it turns on.
    """
    firm = {way.label for way in ways} & FIRM
    others = [_way_told(way) for way in ways if _contradicts(way.label, label)]
    if label in FIRM and others:
        return (Finding(name, f"It turns on {what}: otherwise by {listed(others)}."),)
    if firm == FIRM:
        return (Finding(name, f"It turns on {what}: the readings do not agree."),)
    return ()


def _way_told(way: Way) -> str:
    told = dict.fromkeys(way.figures.get(each.source, "") for each in way.weighed.deciding)
    figures = " and ".join(figure for figure in told if figure)
    words = f"the {way.words}" if way.kind in {"rule", "window"} else way.words
    return f"{words} ({figures})" if figures else words


def nearest_to_flipping(opinions: Sequence[Opinion]) -> Opinion:
    """The opinion that lies closest to the edge: the answer is as firm as its weakest ground."""
    return min(
        opinions,
        key=lambda each: (each.distance is None, abs(each.distance or Decimal(0)), each.source),
    )


def whole(labels: Collection[Label]) -> Label:
    """The label of a claim whose parts have *labels*: ``refuted`` if any part is, ``supported`` if
    all are, else the least certain.
    """
    if "refuted" in labels:
        return "refuted"
    return least_certain(labels)


def least_certain(labels: Collection[Label]) -> Label:
    """The least certain of *labels*; ``supported`` where nothing is uncertain."""
    return next((label for label in _UNCERTAIN if label in labels), "supported")
