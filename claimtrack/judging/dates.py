"""Dates: whether the day on which something is, begins or ends is one that the words admit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimtrack.claims import Assertion
from claimtrack.judging.asked import asked_words
from claimtrack.judging.cases import Case, unique
from claimtrack.judging.combining import Opinion, Weighed, findings_of, weigh
from claimtrack.judging.datemeanings import (
    DateMeaning,
    Days,
    date_meaning,
    evidence_days,
    label_of,
    margin,
)
from claimtrack.judging.figures import calendar_words, day_words
from claimtrack.judging.heard import HeardCase, too_old
from claimtrack.judging.labels import FIRM, Freshness
from claimtrack.judging.meanings import NoMeaning
from claimtrack.judging.measured import scope_mismatch
from claimtrack.judging.onceeach import once_each
from claimtrack.judging.quantities import UncheckableCase
from claimtrack.judging.records import Record, last_fresh_day, records, torn_days
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.names import counted, listed
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate
from claimtrack.words.dating.spans import RULE

#: From here on a difference is told in years.
_DAYS_OF_YEARS = 730
_DAYS_OF_A_YEAR = 365.2425


def date_case(
    claim: str,
    assertion: Assertion,
    measure: Measure,
    history: History,
    written: CalendarDate | None = None,
    statement: str = "",
) -> Case:
    """The day of *measure* that *assertion* names, ready to be judged. What it leaves open ("on 15
    August") hangs on the day on which it was *written*, and on the verbs of its *statement*.
    """
    meant = date_meaning(assertion, written, statement)
    if isinstance(meant, NoMeaning):
        return UncheckableDate(claim, meant)
    usable = [seen for seen in history if _objection(seen, measure) is None]
    return DateCase(
        claim=claim,
        measure=measure,
        records=records(history, lambda seen: _objection(seen, measure) is None),
        set_aside=records(history, lambda seen: _objection(seen, measure) is not None),
        limit=stale_limit(measure, history),
        asked=asked_words(measure, history),
        meant=meant,
        torn=torn_days(usable, lambda seen: meant.label(evidence_days(seen))),
    )


def _objection(seen: Observation, measure: Measure) -> Finding | None:
    if not isinstance(seen.value, CalendarDate):
        return Finding("unit_mismatch", f"gives no day but “{seen.value}”.")
    return scope_mismatch(seen, measure)


class UncheckableDate(UncheckableCase):
    """A case whose words name no day that evidence could be held against."""

    decided_by = RULE


@dataclass(frozen=True, slots=True)
class DateCase(HeardCase):
    """A day that is claimed of a measure.

    An answer holds from its own day until the source gives another: a lease that is prolonged ends
    on another day from then on. The first answer tells of the days before it as well, since a claim
    about 1848 is not refuted by having been looked up today. On the days in ``torn`` a source gave
    answers that contradict each other.
    """

    meant: DateMeaning
    torn: frozenset[tuple[str, date]]
    decided_by = RULE

    def objection(self, seen: Observation) -> Finding | None:
        return _objection(seen, self.measure)

    def weighed(self, day: date) -> Weighed | None:
        opinions = [
            self._opinion(record, seen)
            for record in self.records
            if (seen := self._holding(record, day))
        ]
        return weigh(opinions) if opinions else None

    def _holding(self, record: Record, day: date) -> Observation | None:
        if day < record.days[0]:
            return record.observations[0]
        return record.fresh(day, self.limit)

    def _opinion(self, record: Record, seen: Observation) -> Opinion:
        evidence = evidence_days(seen)
        is_torn = (seen.source, seen.holds_from) in self.torn
        only = self.meant.readings[0] if len(self.meant.readings) == 1 else None
        inside = None if only is None else margin(evidence, only)
        return Opinion(
            source=record.source,
            describes=record.describes,
            label="conflicting" if is_torn else self.meant.label(evidence),
            observation=seen,
            distance=None if inside is None or is_torn else Decimal(inside),
        )

    def is_settled(self, day: date) -> bool:
        weighed = self.weighed(day)
        return weighed is not None and weighed.label in FIRM and self.meant.over < day

    def decided(self, day: date, weighed: Weighed) -> Verdict:
        distances = [each.distance for each in weighed.deciding if each.distance is not None]
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(weighed),
            distance=min(distances, key=abs) if weighed.label in FIRM and distances else None,
            findings=(
                *self.mismatches(day),
                *self._wrong_date(weighed),
                *self._imprecise(weighed),
                *self._ambiguous(weighed),
                *findings_of(weighed),
            ),
            because=tuple(opinion.observation for opinion in weighed.deciding),
            evidence="fresh",
            judged_on=day,
            figure=listed(unique(_day_words(opinion) for opinion in weighed.deciding)),
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def _reason(self, weighed: Weighed) -> str:
        told = once_each((_day_words(each), "", each.publisher) for each in weighed.deciding)
        if weighed.label == "conflicting":
            return f"The sources differ: {told}; the claim says {self.meant}."
        if weighed.label == "borderline":
            return (
                f"The evidence found gives {told}, which may be what the claim says, {self.meant}."
            )
        if weighed.label == "supported":
            same = {_day_words(each) for each in weighed.deciding} == {str(self.meant)}
            said = "as the claim says" if same else f"within what the claim says, {self.meant}"
            return f"The evidence found gives {told}, {said}."
        return f"The evidence found gives {told}; the claim says {self.meant}."

    def _wrong_date(self, weighed: Weighed) -> tuple[Finding, ...]:
        wrong = [each for each in weighed.deciding if each.label == "refuted"]
        if not wrong or weighed.label != "refuted":
            return ()
        told = listed(unique(_day_words(each) for each in wrong))
        apart = self._apart(wrong)
        if not apart:
            detail = f"The claim says {self.meant}, the evidence found {told}."
        elif self._is_right_year(wrong):
            detail = f"The year is right, but {told} is {apart}."
        else:
            detail = f"{told} is {apart}."
        return (Finding("wrong_date", detail),)

    def _apart(self, wrong: list[Opinion]) -> str:
        """How far the evidence is from the nearest day that the claim admits, and on which side,
        where all that say so agree on it and the words name one time.
        """
        if len(self.meant.readings) > 1:
            return ""
        (admitted,) = self.meant.readings
        days = [evidence_days(each.observation) for each in wrong]
        told = {_apart_words(each, admitted) for each in days}
        return told.pop() if len(told) == 1 else ""

    def _is_right_year(self, wrong: list[Opinion]) -> bool:
        years = {_years(evidence_days(each.observation)) for each in wrong}
        return None not in years and years == {_years(each) for each in self.meant.readings}

    def _imprecise(self, weighed: Weighed) -> tuple[Finding, ...]:
        coarse = [each for each in weighed.deciding if self._is_coarser(each)]
        if weighed.label != "borderline" or not coarse:
            return ()
        told = listed(unique(_day_words(each) for each in coarse))
        detail = f"The evidence found is less precise than the claim: {told}, not {self.meant}."
        return (Finding("imprecise", detail),)

    def _is_coarser(self, opinion: Opinion) -> bool:
        evidence = evidence_days(opinion.observation)
        return opinion.label == "borderline" and any(
            label_of(evidence, admitted) == "borderline" for admitted in self.meant.readings
        )

    def _ambiguous(self, weighed: Weighed) -> tuple[Finding, ...]:
        """That the words name two times, where which of them is meant decides."""
        if len(self.meant.readings) < 2 or weighed.label != "borderline":
            return ()
        detail = f"“{self.meant.words}” may be {self.meant}, and it turns on which is meant."
        return (Finding("rule_dependent", detail),)

    def nothing(self, day: date) -> str:
        return "No usable answer gives its day."

    def last_judged(self, day: date) -> date | None:
        return last_fresh_day(self.records, day, self.limit)

    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        before = None if last is None else self.weighed(last)
        assert last is not None
        assert before is not None
        told = once_each((_day_words(each), "", each.publisher) for each in before.deciding)
        return too_old(f"The newest answer, {told},", last, before.label)


def _day_words(opinion: Opinion) -> str:
    """The day that is told, with its error: ``28 May 2017``, ``2042``."""
    seen = opinion.observation
    assert isinstance(seen.value, CalendarDate)
    said = calendar_words(seen.value)
    return f"{said} ± {counted(int(seen.error), 'day')}" if seen.error else said


def _apart_words(days: Days, admitted: Days) -> str:
    """How far *days* are from what is *admitted*: ``29 days after 1 June 2037``, ``about 4.5 years
    after 2032``.
    """
    is_after = admitted.last is not None and days.first is not None and days.first > admitted.last
    edge = admitted.last if is_after else admitted.first
    assert edge is not None
    is_open = None in {admitted.first, admitted.last}
    named = day_words(edge) if is_open else str(admitted)
    gap = _gap_words(days.gap(admitted), _whole_year(days), _whole_year(admitted))
    return f"{gap} {'after' if is_after else 'before'} {named}"


def _gap_words(gap: int, year: int | None, other: int | None) -> str:
    """So many days as they are told: ``29 days``, ``about 4.5 years``; from one whole year to
    another as those are counted.
    """
    if year is not None and other is not None:
        return counted(abs(year - other), "year")
    if gap < _DAYS_OF_YEARS:
        return counted(gap, "day")
    return f"about {round(2 * gap / _DAYS_OF_A_YEAR) / 2:g} years"


def _whole_year(days: Days) -> int | None:
    """The year that *days* are; None where they are none."""
    first, last = days.first, days.last
    if first is None or last is None or first.year != last.year:
        return None
    return first.year if (last - first).days >= _DAYS_OF_A_YEAR - 1.5 else None


def _years(days: Days) -> tuple[int, int] | None:
    """The first and the last year that *days* lie in; None where they are open."""
    if days.first is None or days.last is None:
        return None
    return days.first.year, days.last.year
