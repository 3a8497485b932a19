"""Events: whether something has happened by a day, and whether on the day that a claim names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from claimtrack.answers import NOT_YET
from claimtrack.claims import Assertion
from claimtrack.judging.cases import Case, unique
from claimtrack.judging.combining import Opinion, Weighed, findings_of, weigh
from claimtrack.judging.figures import calendar_words, dated_words, day_words, stretch_words
from claimtrack.judging.heard import HeardCase
from claimtrack.judging.labels import LABEL_CLAUSES, Freshness, Label
from claimtrack.judging.measured import scope_mismatch
from claimtrack.judging.records import Record, describe, records, torn_days
from claimtrack.judging.staleness import fresh_until
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.names import counted, listed
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase, find_dates

_DAY = timedelta(days=1)
#: "Not yet" says nothing of the days after it; where a measure declares nothing it is carried for
#: a quarter of a year, as a figure without a usual gap is.
_NOT_YET_HOLDS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Account:
    """What one source tells of an event: its ``answers``, oldest first, without those that a later
    one has put right.
    """

    record: Record
    answers: tuple[Observation, ...]

    def on(self, day: date) -> Observation:
        """The answer that tells of *day*: the last to name a day by then, else the next one."""
        past = [seen for seen in self.answers[1:] if _day_of(seen).first <= day]
        return past[-1] if past else self.answers[0]

    @property
    def newest(self) -> Observation:
        """What the source said last."""
        return self.answers[-1]


def account(record: Record) -> Account:
    """What the source of *record* still tells.

    A newer answer puts an older one right, unless it names a day that had not come when the older
    one was given: then it happened again.
    """
    kept = [record.observations[-1]]
    for seen in reversed(record.observations[:-1]):
        if all(map(_names_a_day, (seen, kept[-1]))) and _follows(kept[-1], seen):
            kept.append(seen)
    return Account(record, tuple(reversed(kept)))


def _follows(later: Observation, seen: Observation) -> bool:
    return _day_of(later).first > max(seen.holds_from, _day_of(seen).last)


def event_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """What *assertion* says of the event that *measure* asks after, ready to be judged."""

    def is_usable(seen: Observation) -> bool:
        return _objection(seen, measure) is None

    heard = records(history, is_usable)
    return EventCase(
        claim=claim,
        measure=measure,
        records=heard,
        set_aside=records(history, lambda seen: not is_usable(seen)),
        limit=measure.stale_after or _NOT_YET_HOLDS,
        accounts=tuple(account(record) for record in heard),
        denied=assertion.asserts == NOT_YET,
        at_least=assertion.at_least,
        named=_named_day(assertion.said),
        happenings=tuple(
            Opinion(seen.source, describe(seen.source, history), "supported", seen)
            for seen in history
            if seen.stands and isinstance(seen.value, CalendarDate) and is_usable(seen)
        ),
        torn=torn_days(filter(is_usable, history), lambda seen: seen.value),
    )


def _objection(seen: Observation, measure: Measure) -> Finding | None:
    if not isinstance(seen.value, CalendarDate) and seen.value != NOT_YET:
        detail = f"{seen.source} gives neither a day nor that it has not come: “{seen.value}”."
        return Finding("unit_mismatch", detail)
    return scope_mismatch(seen, measure)


def _named_day(said: str | None) -> DatePhrase | None:
    """The one time that the claim's words name for the event; None where they name none."""
    found = find_dates(said or "")
    return found[0] if len(found) == 1 and found[0].needs is None else None


@dataclass(frozen=True, slots=True)
class EventCase(HeardCase):
    """That something has happened, on ``at_least`` so many days; ``denied``: that it has not yet.
    Where ``named`` is the time that the claim's words give, that it happened then, which is so on
    every day or on none.

    An answer that names the day tells of every day, before and after: the newest of each source
    counts. "Not yet" tells of the days up to its own, and is carried for ``limit``; of a time that
    is named, once that is over. ``happenings`` are all answers with a day; on the days in
    ``torn`` a source gave two answers.
    """

    accounts: tuple[Account, ...]
    denied: bool
    at_least: int
    named: DatePhrase | None
    happenings: tuple[Opinion, ...]
    torn: frozenset[tuple[str, date]]
    decided_by = "events-1"

    def objection(self, seen: Observation) -> Finding | None:
        return _objection(seen, self.measure)

    def weighed(self, day: date) -> Weighed | None:
        if self.at_least > 1 and not self.denied and (days := self._days(day)):
            enough = len(days) >= self.at_least
            return Weighed("supported" if enough else "not_enough_evidence", days[: self.at_least])
        opinions = [
            Opinion(one.record.source, one.record.describes, label, one.on(day))
            for one in self.accounts
            if (label := self._label(one.on(day), day))
        ]
        return weigh(opinions) if opinions else None

    def _days(self, day: date) -> tuple[Opinion, ...]:
        """The answers that name days of their own up to *day*, one for each, in their order."""
        found: list[Opinion] = []
        past = [each for each in self.happenings if _day_of(each.observation).last <= day]
        for each in sorted(past, key=_by_day):
            if not found or _day_of(each.observation).first > _day_of(found[-1].observation).last:
                found.append(each)
        return tuple(found)

    def _label(self, seen: Observation, day: date) -> Label | None:
        """What *seen* makes of the claim on *day*; None where it is too old to tell."""
        if (seen.source, seen.holds_from) in self.torn:
            return "conflicting"
        if self._is_of_a_time:
            return self._label_of_the_time(seen)
        if not _names_a_day(seen) and day > fresh_until(seen, self.limit):
            return None
        happened = _has_happened(seen, day)
        if happened is None:
            return "borderline"
        return "supported" if happened != self.denied else "refuted"

    @property
    def _is_of_a_time(self) -> bool:
        return self.named is not None and not self.denied

    def _label_of_the_time(self, seen: Observation) -> Label | None:
        """What *seen* makes of the time that is named, on whatever day that is asked; None where it
        had not come to its end.
        """
        if _names_a_day(seen):
            return "supported" if self._fits(seen) else "refuted"
        latest = None if self.named is None else self.named.latest
        return "refuted" if latest is not None and seen.holds_from >= latest else None

    def _fits(self, seen: Observation) -> bool:
        """Whether the day that *seen* gives can be what the claim names, if it names a time."""
        if self.named is None:
            return True
        day, earliest, latest = _day_of(seen), self.named.earliest, self.named.latest
        return (earliest is None or day.last >= earliest) and (
            latest is None or day.first <= latest
        )

    def turning_days(self) -> set[date]:
        days = set[date]()
        for seen in (seen for one in self.accounts for seen in one.answers):
            days |= _turns(seen, self.limit)
        return days | {_day_of(each.observation).last for each in self.happenings}

    def is_turned_by(self, seen: Observation, day: date) -> bool:
        # That it happened is why the days differ, however late the source told it.
        return day in _happening(seen) if _names_a_day(seen) else seen.holds_from == day

    def is_settled(self, day: date) -> bool:
        weighed = self.weighed(day)
        return weighed is not None and all(
            _names_a_day(each.observation)
            and (self._is_of_a_time or _has_happened(each.observation, day))
            for each in weighed.deciding
        )

    def decided(self, day: date, weighed: Weighed) -> Verdict:
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(day, weighed),
            findings=(
                *self.mismatches(day),
                *self._wrong_date(day, weighed),
                *findings_of(weighed),
            ),
            because=tuple(opinion.observation for opinion in weighed.deciding),
            evidence="fresh",
            judged_on=day,
            figure=listed(unique(self._figure(each, day) for each in weighed.deciding)),
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def _figure(self, opinion: Opinion, day: date) -> str:
        return _answered(opinion.observation, None if self._is_of_a_time else day)

    def _wrong_date(self, day: date, weighed: Weighed) -> tuple[Finding, ...]:
        other = [
            dated_words(_day_of(each.observation))
            for each in weighed.deciding
            if _has_happened(each.observation, day) and not self._fits(each.observation)
        ]
        if self.named is None or not other:
            return ()
        named = _stretch(self.named)
        return (Finding("wrong_date", f"It happened {listed(unique(other))}, not {named}."),)

    def _reason(self, day: date, weighed: Weighed) -> str:
        asked = None if self._is_of_a_time and weighed.label == "supported" else day
        told = listed(_told(opinion, asked) for opinion in weighed.deciding)
        if weighed.label == "conflicting":
            return f"The sources differ: {told}."
        if weighed.label == "borderline":
            return _sentence(f"{told}: whether that was before {day_words(day)} cannot be told")
        if self.at_least > 1 and not self.denied and weighed.label != "refuted":
            times = counted(len(weighed.deciding), "day")
            return f"It happened on {times} that could be found, of {self.at_least}: {told}."
        return _sentence(told)

    def last_judged(self, day: date) -> date | None:
        ends = [fresh_until(one.newest, self.limit) for one in self.accounts]
        return min(day, max(ends)) if ends and not self._is_of_a_time else None

    def freshness(self, day: date) -> Freshness:
        if not self.records:
            return "none"
        is_fresh = any(day <= fresh_until(one.newest, self.limit) for one in self.accounts)
        return "fresh" if is_fresh else "stale"

    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        if self.named is not None and not self.denied:
            last_told = max(self.accounts, key=lambda one: one.newest.holds_from)
            publisher = last_told.record.describes.publisher
            answered = f"It {_answered(last_told.newest)} ({publisher})"
            return f"{answered}, which does not tell whether it did {_stretch(self.named)}."
        before = None if last is None else self.weighed(last)
        assert last is not None
        assert before is not None
        newest = max(before.deciding, key=lambda opinion: opinion.observation.holds_from)
        return _sentence(
            f"{_told(newest)}, which is too old to say whether it has since; it could last be "
            f"judged on {day_words(last)}, when {LABEL_CLAUSES[before.label]}"
        )


def _names_a_day(seen: Observation) -> bool:
    return isinstance(seen.value, CalendarDate)


def _day_of(seen: Observation) -> CalendarDate:
    assert isinstance(seen.value, CalendarDate)
    return seen.value


def _by_day(happening: Opinion) -> tuple[object, ...]:
    day = _day_of(happening.observation)
    return (day.last, day.first, happening.source, happening.observation.id)


def _has_happened(seen: Observation, day: date) -> bool | None:
    """Whether it had happened by the end of *day*; None where *day* lies within the month or year
    that *seen* names, and *seen* had not been told by then.
    """
    if not isinstance(seen.value, CalendarDate):
        return False
    if day < seen.value.first:
        return False
    return True if day >= _known_from(seen) else None


def _known_from(seen: Observation) -> date:
    """The day from which it is sure that it had happened: when it was told, if it was told within
    the month or year that it happened in, else the end of that.
    """
    day = _day_of(seen)
    return seen.holds_from if day.first <= seen.holds_from <= day.last else day.last


def _happening(seen: Observation) -> set[date]:
    """The first day on which it may have happened, and the first on which it surely had."""
    return {_day_of(seen).first, _known_from(seen)}


def _turns(seen: Observation, limit: timedelta | None) -> set[date]:
    """The days on which what *seen* tells may turn."""
    if _names_a_day(seen):
        return _happening(seen)
    end = fresh_until(seen, limit)
    return set() if end == date.max else {end + _DAY}


def _answered(seen: Observation, day: date | None = None) -> str:
    """What *seen* says, ready to print: ``happened on 15 August 2025``; on a *day* before it, that
    it did later.
    """
    if isinstance(seen.value, CalendarDate):
        later = "later, " if day is not None and seen.value.first > day else ""
        return f"happened {later}{dated_words(seen.value)}"
    return f"had not happened by {calendar_words(seen.as_of)}"


def _told(opinion: Opinion, day: date | None = None) -> str:
    """What *opinion* says; on a *day* before it happened, that it had not yet."""
    value = opinion.observation.value
    if day is not None and isinstance(value, CalendarDate) and value.first > day:
        answered = _answered(opinion.observation)
        return f"it had not happened yet; it {answered} ({opinion.publisher})"
    return f"it {_answered(opinion.observation)} ({opinion.publisher})"


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}."


def _stretch(named: DatePhrase) -> str:
    if named.earliest is None or named.latest is None:
        return "in the time that the claim names"
    before = "on" if named.earliest == named.latest else "in"
    return f"{before} {stretch_words(named.earliest, named.latest)}"
