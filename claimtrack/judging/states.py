"""States: whether what held on a day is the state that a claim asserts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile

from claimtrack.claims import Assertion, StateFinding
from claimtrack.judging.asked import asked_words
from claimtrack.judging.cases import Case, unique
from claimtrack.judging.combining import Opinion, Weighed, findings_of, weigh
from claimtrack.judging.figures import dated_words
from claimtrack.judging.heard import HeardCase, too_old
from claimtrack.judging.labels import Freshness, Label
from claimtrack.judging.measured import scope_mismatch
from claimtrack.judging.occasions import occasions
from claimtrack.judging.onceeach import Saying, once_each
from claimtrack.judging.records import describe, last_fresh_day, records, torn_days
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure, State
from claimtrack.names import counted, listed
from claimtrack.observations import History, Observation, is_person
from claimtrack.words.quoting.quotemarks import in_marks
from claimtrack.words.sameness import bare_words

#: What is said of a finding before the states that the evidence gives.
_FOUND: Mapping[StateFinding, str] = {
    "misattributed": "The evidence found names somebody else",
    "wrong_place": "The evidence found names another place",
    "wrong_instrument": "The evidence found names another instrument",
    "missing_context": "The evidence found adds what the claim leaves out",
}


def state_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """The state of *measure* that *assertion* names, ready to be judged."""
    asserted = assertion.asserts or ""
    usable = [seen for seen in history if _objection(seen, measure) is None]
    tellings = tuple(
        Opinion(seen.source, describe(seen.source, history), "supported", seen)
        for seen in usable
        if seen.stands and seen.value == asserted
    )
    return StateCase(
        claim=claim,
        measure=measure,
        records=records(history, lambda seen: _objection(seen, measure) is None),
        set_aside=records(history, lambda seen: _objection(seen, measure) is not None),
        limit=stale_limit(measure, history),
        asked=asked_words(measure, history),
        asserted=asserted,
        at_least=assertion.at_least,
        finding=assertion.finding,
        tellings=tellings,
        occasions=occasions(tellings),
        torn=torn_days(usable, lambda seen: seen.value == asserted),
    )


def _objection(seen: Observation, measure: Measure) -> Finding | None:
    if measure.states and seen.value not in {state.name for state in measure.states}:
        detail = f"gives “{seen.value}”, which is none of the states asked for."
        return Finding("unit_mismatch", detail)
    return scope_mismatch(seen, measure)


def state_words(seen: Observation, measure: Measure) -> str:
    """The state that *seen* gives of *measure*, as it is printed: as it is called, else in those of
    its words that its quote has, else by its name; what the quote has in marks: ``“in force”``.
    """
    words = measure.called(str(seen.value))
    known = _state(str(seen.value), measure)
    if known is not None and known.called is None:
        told = next((each for each in known.words if _stands_in(each, seen.quote)), None)
        if told is None and bare_words(seen.quote) == bare_words(words):
            return known.words[0] if known.words else words  # its name was given, and no words
        words = told or words
    if is_person(seen.source) and _is_bare(seen, known):
        return words  # the answer was picked, and nobody said so
    return in_marks(words) if _stands_in(words, seen.quote) else words


def _is_bare(seen: Observation, state: State | None) -> bool:
    """Whether its quote is nothing but the answer as it was given: a state's name, as it is called
    or in its words.
    """
    forms = {str(seen.value), str(seen.value).replace("_", " ")}
    if state is not None:
        forms |= {state.called or state.name, *state.words}
    return bare_words(seen.quote) in set(map(bare_words, forms))


def _stands_in(words: str, quote: str) -> bool:
    return f" {bare_words(words)} " in f" {bare_words(quote)} "


def _state(name: str, measure: Measure) -> State | None:
    return next((one for one in measure.states if one.name == name), None)


def _printed(name: str, measure: Measure) -> str:
    """The state of that *name* as a claim has it: as it is called, else in its first words."""
    state = _state(name, measure)
    if state is not None and state.called is not None:
        return state.called
    return in_marks(state.words[0] if state is not None and state.words else measure.called(name))


@dataclass(frozen=True, slots=True)
class StateCase(HeardCase):
    """A state that is claimed of a measure, as told on ``at_least`` so many occasions.

    ``tellings`` are all that tell it, whatever was told after them, ``occasions`` the first of
    each; on the days in ``torn`` a source gives it and another as well.
    """

    asserted: str
    at_least: int
    finding: StateFinding | None
    tellings: tuple[Opinion, ...]
    occasions: tuple[Opinion, ...]
    torn: frozenset[tuple[str, date]]
    decided_by = "states-1"

    def objection(self, seen: Observation) -> Finding | None:
        return _objection(seen, self.measure)

    def weighed(self, day: date) -> Weighed | None:
        if self.at_least > 1 and (told := self._told_by(day)):
            # That it was said so often is not unsaid by what is said later.
            enough = len(told) == self.at_least
            return Weighed("supported" if enough else "not_enough_evidence", told)
        return self._holding(day)

    def _told_by(self, day: date) -> tuple[Opinion, ...]:
        """The first occasions up to *day*, no more of them than are claimed."""
        past = takewhile(lambda each: each.observation.holds_from <= day, self.occasions)
        return tuple(islice(past, self.at_least))

    def _holding(self, day: date) -> Weighed | None:
        """What the sources come to of the state that holds on *day* itself."""
        opinions = [
            Opinion(record.source, record.describes, self._label(seen), seen)
            for record in self.records
            if (seen := record.fresh(day, self.limit))
        ]
        return weigh(opinions) if opinions else None

    def _label(self, seen: Observation) -> Label:
        if (seen.source, seen.holds_from) in self.torn:
            return "conflicting"
        return "supported" if seen.value == self.asserted else "refuted"

    def turning_days(self) -> set[date]:
        told = {each.observation.holds_from for each in self.tellings}
        return HeardCase.turning_days(self) | told

    def decided(self, day: date, weighed: Weighed) -> Verdict:
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(weighed),
            findings=(
                *self.mismatches(day),
                *self._named(weighed),
                *self._superseded(day, weighed),
                *findings_of(weighed),
            ),
            because=tuple(opinion.observation for opinion in weighed.deciding),
            evidence="fresh",
            judged_on=day,
            figure=once_each((*self._saying(each)[:2], "") for each in weighed.deciding),
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def _named(self, weighed: Weighed) -> tuple[Finding, ...]:
        """What the claim calls it where the evidence gives another state."""
        if self.finding is None or weighed.label != "refuted":
            return ()
        states = (state_words(opinion.observation, self.measure) for opinion in weighed.deciding)
        told = listed(unique(states))
        return (Finding(self.finding, f"{_FOUND[self.finding]}: {told}."),)

    def _superseded(self, day: date, weighed: Weighed) -> tuple[Finding, ...]:
        """That the claim has what was so once, and is another since."""
        now = self._holding(day) if weighed.label == "supported" else weighed
        if now is None or now.label != "refuted":
            return ()
        since = min(opinion.observation.holds_from for opinion in now.deciding)
        before = [each for each in self.tellings if each.observation.holds_from < since]
        if not before:
            return ()
        last = max(before, key=lambda each: (each.observation.holds_from, each.source))
        told = once_each((*self._saying(each)[:2], "") for each in now.deciding)
        return (Finding("superseded", f"It was {self._dated(last)}, but then {told}."),)

    def _reason(self, weighed: Weighed) -> str:
        told = once_each(map(self._saying, weighed.deciding))
        if weighed.label == "conflicting":
            return f"The sources differ: {told}."
        if self.at_least > 1 and weighed.label != "refuted":
            return f"{self._counted(weighed)}: {told}."
        if weighed.label == "supported":
            return f"{told}, as the claim has it."
        return f"{told}; the claim has {_printed(self.asserted, self.measure)}."

    def _counted(self, weighed: Weighed) -> str:
        times = counted(len(weighed.deciding), "occasion")
        if weighed.label == "supported":
            return f"It was told on {times} at least"
        return f"It was told on {times} that could be found, of {self.at_least}"

    def last_judged(self, day: date) -> date | None:
        return last_fresh_day(self.records, day, self.limit)

    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        before = None if last is None else self._holding(last)
        assert last is not None
        assert before is not None
        newest = max(before.deciding, key=lambda opinion: opinion.observation.holds_from)
        return too_old(f"The newest answer, {self._told(newest)},", last, before.label)

    def _told(self, opinion: Opinion) -> str:
        return once_each([self._saying(opinion)])

    def _saying(self, opinion: Opinion) -> Saying:
        seen = opinion.observation
        return state_words(seen, self.measure), dated_words(seen.as_of), opinion.publisher

    def _dated(self, opinion: Opinion) -> str:
        seen = opinion.observation
        return f"{state_words(seen, self.measure)} {dated_words(seen.as_of)}"
