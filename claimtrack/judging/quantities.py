"""Quantities: whether the amount that held on a day is one that the words admit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claimtrack.claims import Assertion
from claimtrack.judging.asked import asked_words
from claimtrack.judging.cases import Case, Ruling, unique
from claimtrack.judging.combining import (
    Opinion,
    Way,
    Weighed,
    dependence,
    findings_of,
    judged_readings,
    nearest_to_flipping,
    weigh,
)
from claimtrack.judging.figures import (
    Printed,
    dated_words,
    difference,
    figure,
    interval_words,
    range_words,
)
from claimtrack.judging.heard import too_old
from claimtrack.judging.labels import Freshness, Label
from claimtrack.judging.meanings import Choice, Meaning, NoMeaning, meaning
from claimtrack.judging.measured import MeasuredCase, mismatch, scopes_apart
from claimtrack.judging.onceeach import Saying, once_each
from claimtrack.judging.pace import REACH, Forecast, forecast
from claimtrack.judging.records import Record, last_fresh_day, records
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.verdicts import Verdict
from claimtrack.judging.written import written
from claimtrack.measures import Measure
from claimtrack.observations import History, Observation, Reading
from claimtrack.values import Interval, middle


def evidence_interval(seen: Observation | Reading, unit: str | None) -> Interval:
    """What *seen* says, with its own error on both sides; the error takes no share below 0 or
    above 1.
    """
    error = seen.error or Decimal(0)
    value = seen.value
    if isinstance(value, Interval):
        lower, upper, closed = value.lower, value.upper, value.closed
    else:
        assert isinstance(value, Decimal)
        lower, upper, closed = value, value, "both"
    if not error:
        return Interval(lower, upper, closed)
    within = unit == "share"
    below = None if lower is None else lower - error
    above = None if upper is None else upper + error
    # A figure that is itself beyond the whole stays there: a wider error makes it no better.
    if within and lower is not None and lower >= 0:
        below = max(lower - error, Decimal(0))
    if within and upper is not None and upper <= 1:
        above = min(upper + error, Decimal(1))
    return Interval(below, above, "both" if within else closed)


def label_of(evidence: Interval, admitted: Interval) -> Label:
    """``supported`` where *admitted* covers all of *evidence*, ``refuted`` where they have nothing
    in common, else ``borderline``.
    """
    if admitted.covers(evidence):
        return "supported"
    return "borderline" if admitted.overlaps(evidence) else "refuted"


def share_inside(evidence: Interval, admitted: Interval) -> float | None:
    """The part of *evidence* inside *admitted*, 0..1; None where *evidence* has no end."""
    if evidence.lower is None or evidence.upper is None:
        return None
    lower = evidence.lower if admitted.lower is None else max(evidence.lower, admitted.lower)
    upper = evidence.upper if admitted.upper is None else min(evidence.upper, admitted.upper)
    width = evidence.upper - evidence.lower
    return float(max(upper - lower, Decimal(0)) / width) if width else 1.0


def fit_of(value: Decimal, meant: Meaning) -> float:
    """How well *value* fits: 1 at the claimed amount, falling evenly to 0 at the edge on its side,
    1 where that side has no edge, 0 outside.
    """
    if value not in meant.interval:
        return 0.0
    amount = meant.amount if meant.amount is not None else middle(meant.interval)
    edge = meant.lower_edge if amount is not None and value < amount else meant.upper_edge
    if amount is None or edge is None or value == amount or edge == amount:
        return 1.0
    return float((value - edge) / (amount - edge))


def distance_of(value: Decimal, meant: Meaning) -> Decimal | None:
    """How far *value* lies from the nearest edge: positive inside, negative outside."""
    edges = [edge for edge in (meant.lower_edge, meant.upper_edge) if edge is not None]
    if not edges:
        return None
    nearest = min(abs(value - edge) for edge in edges)
    return nearest if value in meant.interval else -nearest


def quantity_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """What *assertion* says of the amount of *measure*, ready to be judged."""
    meant = meaning(assertion, measure)
    if isinstance(meant, NoMeaning):
        return UncheckableCase(claim, meant)
    return QuantityCase(
        claim=claim,
        measure=measure,
        meant=meant,
        records=records(history, lambda seen: mismatch(seen, measure) is None),
        set_aside=records(history, lambda seen: mismatch(seen, measure) is not None),
        limit=stale_limit(measure, history),
        asked=asked_words(measure, history),
    )


@dataclass(frozen=True, slots=True)
class UncheckableCase(Case):
    """A case whose words cannot be held against its measure."""

    claim: str
    why: NoMeaning
    decided_by = "words-1"

    def ruling(self, day: date) -> Ruling:
        return Ruling("not_checkable")

    def verdict(self, day: date) -> Verdict:
        findings = () if self.why.finding is None else (self.why.finding,)
        return Verdict(
            self.claim, "not_checkable", day, self.decided_by, self.why.reason, findings=findings
        )

    def turning_days(self) -> set[date]:
        return set()


@dataclass(frozen=True, slots=True)
class QuantityCase(MeasuredCase):
    """An amount that is claimed of a measure."""

    meant: Meaning
    variants: tuple[QuantityCase, ...] = ()

    @property
    def decided_by(self) -> str:
        return self.meant.rule

    @property
    def admitted(self) -> Interval:
        return self.meant.interval

    def weighed(self, day: date) -> Weighed | None:
        return self._read(day, self.meant.interval)

    def _read(self, day: date, admitted: Interval) -> Weighed | None:
        opinions = [
            self._opinion(record, seen, admitted)
            for record in self.records
            if (seen := record.fresh(day, self.limit))
        ]
        return weigh(opinions) if opinions else None

    def _opinion(self, record: Record, seen: Observation, admitted: Interval) -> Opinion:
        evidence = evidence_interval(seen, self.measure.unit)
        label = label_of(evidence, admitted)
        value = middle(seen.value)
        return Opinion(
            source=record.source,
            describes=record.describes,
            label=label,
            observation=seen,
            fit=None if value is None else fit_of(value, self.meant),
            distance=None if value is None else distance_of(value, self.meant),
            share=share_inside(evidence, admitted) if label == "borderline" else None,
        )

    def decided(self, day: date, weighed: Weighed) -> Verdict:
        nearest = nearest_to_flipping(weighed.deciding)
        agreed = weighed.label != "conflicting"
        ways = self._ways(day)
        wordings = [way for way in ways if way.kind == "wording"]
        counted = [way for way in ways if way.kind == "denominator" and way.changed == 1]
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(weighed),
            fit=nearest.fit if agreed else None,
            distance=nearest.distance if agreed else None,
            share=nearest.share if agreed else None,
            interval=self.admitted,
            findings=(
                *self.mismatches(day),
                *scopes_apart(weighed.deciding),
                *findings_of(weighed),
                *dependence("rule_dependent", "how the words are read", wordings, weighed.label),
                *dependence("rule_dependent", "the denominator", counted, weighed.label),
            ),
            readings=judged_readings(ways),
            because=tuple(opinion.observation for opinion in weighed.deciding),
            evidence="fresh",
            judged_on=day,
            figure=self._figures(weighed),
            unit=self.measure.unit,
            put=self.meant.put,
            named=self.meant.amount,
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def foreseen(self, verdict: Verdict) -> Verdict:
        day = verdict.judged_on
        weighed = None if day is None or not verdict.because else self.weighed(day)
        if day is None or weighed is None or weighed.label == "conflicting":
            return verdict
        nearest = nearest_to_flipping(weighed.deciding)
        return replace(verdict, flips=self._flips(day, nearest.source))

    def _flips(self, day: date, source: str) -> Forecast | None:
        """When what *source* says crosses an edge of the words, at its pace."""
        record = next(record for record in self.records if record.source == source)
        told = [
            (held_on, amount)
            for held_on, seen in record.until(day, REACH)
            if (amount := middle(seen.value)) is not None
        ]
        if not told:
            return None
        edges = [
            edge for edge in (self.meant.lower_edge, self.meant.upper_edge) if edge is not None
        ]
        return forecast(
            [held_on for held_on, _ in told],
            [amount for _, amount in told],
            at=day,
            edges=edges,
            inside=told[-1][1] in self.admitted,
        )

    def beside(self, variants: Iterable[QuantityCase]) -> QuantityCase:
        """The same case, read by each of *variants* too: the same words, held against measures that
        ask the same question with another denominator.
        """
        return replace(self, variants=tuple(variants))

    def _ways(self, day: date) -> tuple[Way, ...]:
        """Each way to read the words with each denominator, the deciding one first."""
        return tuple(way for case in (self, *self.variants) for way in case._own_ways(day, self))

    def _own_ways(self, day: date, declared: QuantityCase) -> Iterator[Way]:
        """Each way to read the words of this measure, seen from the *declared* one."""
        choices = (Choice(self.meant.words, self.meant.interval), *self.meant.others)
        for place, choice in enumerate(choices):
            weighed = self._read(day, choice.interval)
            if weighed is not None:
                yield self._way(choice, weighed, declared, reworded=place > 0)

    def _way(
        self, choice: Choice, weighed: Weighed, declared: QuantityCase, *, reworded: bool
    ) -> Way:
        counted = self.measure.scope or self.measure.asks
        if not declared.variants:
            return Way("wording", choice.words, weighed)
        is_other = self is not declared
        doing = f"counting “{counted}”" if self.measure.scope else f"asking “{counted}”"
        named = f"{choice.words}, {doing}" if reworded else doing
        heard = (*weighed.deciding, *weighed.lower)
        return Way(
            kind="denominator" if is_other else "wording",
            words=named if is_other else choice.words,
            weighed=weighed,
            figures={each.source: self._figure(each) for each in heard} if is_other else {},
            choices=(("wording", choice.words), ("denominator", counted)),
            changed=reworded + is_other,
        )

    def last_judged(self, day: date) -> date | None:
        return last_fresh_day(self.records, day, self.limit)

    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        before = None if last is None else self.weighed(last)
        assert last is not None
        assert before is not None
        newest = max(before.deciding, key=lambda opinion: opinion.observation.holds_from)
        return too_old(f"The newest figure, {self._dated(newest)},", last, before.label)

    def _reason(self, weighed: Weighed) -> str:
        told = once_each(self._saying(opinion) for opinion in weighed.deciding)
        opened = f"{told[:1].upper()}{told[1:]}"
        seen = [middle(opinion.observation.value) for opinion in weighed.deciding]
        admitted = interval_words(self.meant.interval, self.meant.printed, beside=seen)
        whose = self._whose()
        if weighed.label == "conflicting":
            return f"The sources differ: {told}; {whose} {admitted}."
        if weighed.label == "borderline":
            shares = [opinion.share for opinion in weighed.deciding if opinion.share is not None]
            part = f", {min(shares):.0%} of it inside" if shares else ""
            return f"{opened}: this lies across the edge of what {whose}, {admitted}{part}."
        place = "within" if weighed.label == "supported" else "outside"
        return f"{opened}: this is {place} what {whose}, {admitted}."

    def _whose(self) -> str:
        """Who says what is admitted: the words, or their author, who declared what they mean."""
        return "the author means" if self.meant.is_declared else "the words admit"

    def _dated(self, opinion: Opinion) -> str:
        return once_each([self._saying(opinion)])

    def _saying(self, opinion: Opinion) -> Saying:
        dated = dated_words(opinion.observation.as_of)
        return self._figure(opinion), dated, opinion.publisher

    def _figures(self, weighed: Weighed) -> str:
        """What the deciding sources give, each with its day where those differ."""
        is_one_day = len({each.observation.as_of for each in weighed.deciding}) == 1
        told = [self._saying(each) for each in weighed.deciding]
        return once_each((said, "" if is_one_day else day, "") for said, day, _ in told)

    def _figure(self, opinion: Opinion) -> str:
        meant, seen = self.meant.interval, opinion.observation
        edges = (meant.lower, meant.upper)
        if opinion.label == "borderline" and isinstance(seen.value, Interval):
            # That a figure lies across an edge, its ends tell and the figure alone does not.
            return range_words(seen.value, self.meant.printed, beside=edges)
        return said_figure(seen, self.meant.printed, beside=edges)


def said_figure(seen: Observation, unit: Printed, *, beside: Iterable[Decimal | None] = ()) -> str:
    """What *seen* says, ready to print: ``18.97%``, or ``18.97% ± 0.5 percentage points``; told
    apart from the amounts *beside* it.
    """
    if isinstance(seen.value, Interval):
        return written(seen.value, unit) or range_words(seen.value, unit, beside=beside)
    assert isinstance(seen.value, Decimal)
    said = figure(seen.value, unit, beside=beside)
    return f"{said} ± {difference(seen.error, unit)}" if seen.error else said
