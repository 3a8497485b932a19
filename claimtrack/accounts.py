"""Accounts: everything there is to tell of a claim, gathered for whoever tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimtrack.claims import Assertion, Claim, Document
from claimtrack.errors import BadValue
from claimtrack.judging.figures import calendar_words, dated_words, figure
from claimtrack.judging.records import describe
from claimtrack.judging.sentences import cause_words
from claimtrack.judging.verdicts import Review, Standing, Transition, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Description, History, Observation, Value, in_brief
from claimtrack.values import CalendarDate, middle
from claimtrack.words import wording
from claimtrack.words.movewords import is_told_as_change, wording_of_move

#: The words before a day that go with any other as well.
_STAYING = frozenset({"until", "till", "since", "from", "by"})


@dataclass(frozen=True, slots=True)
class Aspect:
    """What a claim asserts of one measure, with all that was seen of it: the whole of a claim, or
    the part called ``name`` (empty for the whole). ``then`` and ``now`` are its own verdicts.
    """

    name: str
    assertion: Assertion
    measure: Measure
    history: History
    then: Verdict
    now: Verdict


@dataclass(frozen=True, slots=True)
class Account:
    """One claim with all that is known of it: what became of it (``standing``), the days on which
    its label changed (``transitions``, oldest first), the history of each of its measures by id,
    and every review, oldest first.
    """

    document: Document
    standing: Standing
    transitions: tuple[Transition, ...]
    histories: Mapping[str, History]
    reviews: tuple[Review, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.standing.claim

    @property
    def since(self) -> str | None:
        """Since when it has been so, in words, as closely as the evidence tells; None where that is
        not known.
        """
        onset = self.standing.onset
        return None if onset is None else str(onset)

    @property
    def told(self) -> str:
        """What became of it, in one sentence."""
        return str(self.standing)

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What the claim asserts: one aspect for the whole, or one for each part, in order."""
        return tuple(self._aspects())

    @property
    def evidence(self) -> tuple[Observation, ...]:
        """The observations that decide it: now, when it was written, and on each day on which its
        label changed; each once, in that order, the newest of each first.
        """
        found: dict[tuple[object, ...], Observation] = {}
        for seen in self._deciding():
            found.setdefault((seen.id, seen.url, seen.first_seen_at), seen)
        return tuple(found.values())

    @property
    def descriptions(self) -> dict[str, Description]:
        """Who stands behind each source, by its name on record."""
        known: dict[str, Description] = {}
        for history in self.histories.values():
            known |= history.sources
        return known

    def publisher_of(self, seen: Observation) -> str:
        """Who stands behind the source of *seen*; its name on record where nobody says."""
        return describe(seen.source, History(sources=self.descriptions)).publisher

    def because_of(self, change: Transition) -> str:
        """Why *change* came, in words: what came and who told it, by the name that is printed."""
        seen = change.cause.observation
        return (
            str(change.cause)
            if seen is None
            else cause_words(change.cause, self.publisher_of(seen))
        )

    def is_word_of_a_person(self, seen: Observation) -> bool:
        """Whether *seen* is what a person said, so that no page was read for it: an address beside
        it is where the person says it stands.
        """
        described = self.descriptions.get(seen.source)
        return described is not None and described.kind == "person"

    @property
    def wording(self) -> str | None:
        """The words that are right for what the evidence says now, to stand where the claim has its
        own (``said``); None where there are none: it rests on no words of an amount or a day, has
        several parts, or the evidence is too old to tell.
        """
        now = self.standing.now
        rests_on_words = self.claim.assertion is not None and self.claim.assertion.said is not None
        is_told = self.claim.type in {"quantity", "date"} and now.evidence == "fresh"
        if not (rests_on_words and is_told):
            return None
        value = now.because[0].value if now.because else None
        if value is None:
            return None
        measure, said = self.aspects[0].measure, self.aspects[0].assertion.said or ""
        amount = middle(value)
        if measure.unit == "ratio" and amount is not None and is_told_as_change(said):
            return wording_of_move(amount, said)
        if isinstance(value, CalendarDate):
            return _day_in_place(value, said)
        return worded(value, measure)

    def _aspects(self) -> Iterator[Aspect]:
        then, now = self.standing.then, self.standing.now
        if self.claim.assertion is not None:
            yield self._aspect("", self.claim.assertion, then, now)
        for part in self.claim.parts:
            own = then.parts.get(part.name, then), now.parts.get(part.name, now)
            yield self._aspect(part.name, part.assertion, *own)

    def _aspect(self, name: str, assertion: Assertion, then: Verdict, now: Verdict) -> Aspect:
        measure = self.document.measure(assertion.measure)
        history = self.histories.get(assertion.measure, History())
        return Aspect(name, assertion, measure, history, then, now)

    def _deciding(self) -> Iterator[Observation]:
        yield from _because(self.standing.now)
        yield from _because(self.standing.then)
        for change in reversed(self.transitions):
            if change.cause.observation is not None:
                yield change.cause.observation


def _because(verdict: Verdict) -> Iterator[Observation]:
    yield from sorted(verdict.because, key=lambda seen: seen.holds_from, reverse=True)
    for part in verdict.parts.values():
        yield from _because(part)


def _day_in_place(day: CalendarDate, said: str) -> str:
    """*day* as it stands in the place of *said*: "until 31 December 2031" for "until the end of
    2028", and "on 1 July 2024" for "in May 2024".
    """
    opening = said.split(maxsplit=1)[0].lower() if said.strip() else ""
    if opening in {"in", "on"}:
        return dated_words(day)
    return f"{opening} {calendar_words(day)}" if opening in _STAYING else calendar_words(day)


def worded(value: Value, measure: Measure) -> str | None:
    """*value*, seen of *measure*, in everyday words; None for what has none (words that were said,
    an interval without an end, a unit that nobody speaks).
    """
    if isinstance(value, CalendarDate):
        return calendar_words(value)
    amount = middle(value)
    if amount is None:
        return None
    try:
        return wording(amount, unit=measure.unit)
    except BadValue:
        return None


def shown(value: Value, measure: Measure) -> str:
    """*value*, seen of *measure*, as a newspaper prints it; of words that were said as many as a
    quote may show.
    """
    if isinstance(value, Decimal):
        return figure(value, measure.unit)
    if isinstance(value, CalendarDate):
        return calendar_words(value)
    amount = middle(value)
    if amount is not None:
        return f"about {figure(amount, measure.unit)}"
    return measure.called(str(value)) if measure.kind == "state" else in_brief(str(value))
