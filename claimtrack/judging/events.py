"""Events: whether something has happened by a day, and whether in the time that a claim names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from claimtrack.answers import NOT_YET
from claimtrack.claims import Assertion
from claimtrack.judging.asked import asked_words
from claimtrack.judging.cases import Case, unique
from claimtrack.judging.combining import Opinion, Weighed, findings_of, weigh
from claimtrack.judging.datemeanings import DateMeaning, Days, evidence_days, time_meaning
from claimtrack.judging.figures import calendar_words, dated_words, day_words, stretch_words
from claimtrack.judging.heard import HeardCase
from claimtrack.judging.labels import FIRM, LABEL_CLAUSES, Freshness, Label
from claimtrack.judging.meanings import NoMeaning
from claimtrack.judging.measured import scope_mismatch
from claimtrack.judging.quantities import UncheckableCase
from claimtrack.judging.records import Record, records, torn_days
from claimtrack.judging.staleness import fresh_until
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.names import counted, listed
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate

_DAY = timedelta(days=1)
#: "Not yet" says nothing of the days after it; where a measure declares nothing it is carried for
#: a quarter of a year, as a figure without a usual gap is.
_NOT_YET_HOLDS = timedelta(days=90)
_RULE = "events-1"
_HAPPENED = "happened "


@dataclass(frozen=True, slots=True)
class Account:
    """What one source tells of an event: its ``answers``, oldest first, without those that a later
    one has put right.
    """

    record: Record
    answers: tuple[Observation, ...]

    def on(self, day: date) -> Observation:
        """The answer that tells of *day*: the last to name a day by then, else the next one. That
        it is to happen again takes nothing back of what happened.
        """
        past = [
            seen
            for seen in self.answers[1:]
            if _day_of(seen).first <= day and not _is_announced(seen)
        ]
        return past[-1] if past else self.answers[0]

    @property
    def newest(self) -> Observation:
        """What the source said last."""
        return self.answers[-1]


def account(record: Record) -> Account:
    """What the source of *record* still tells.

    A newer answer puts an older one right, unless it names a day that had not come when the older
    one was given: then it happened again. Of what was only announced the newest answer counts.
    """
    kept = [record.observations[-1]]
    for seen in reversed(record.observations[:-1]):
        is_told = all(map(_names_a_day, (seen, kept[-1]))) and not _is_announced(seen)
        if is_told and _follows(kept[-1], seen):
            kept.append(seen)
    return Account(record, tuple(reversed(kept)))


def _follows(later: Observation, seen: Observation) -> bool:
    return _day_of(later).first > max(seen.holds_from, _day_of(seen).last)


def event_case(
    claim: str,
    assertion: Assertion,
    measure: Measure,
    history: History,
    written: CalendarDate | None = None,
    statement: str = "",
) -> Case:
    """What *assertion* says of the event that *measure* asks after, ready to be judged. The time
    that its words name hangs on the day of writing and on its *statement*, as that of a date does.
    """
    named = time_meaning(assertion, written, statement)
    if isinstance(named, NoMeaning):
        return UncheckableEvent(claim, named)

    def is_usable(seen: Observation) -> bool:
        return _objection(seen, measure) is None

    heard = records(history, is_usable)
    return EventCase(
        claim=claim,
        measure=measure,
        records=heard,
        set_aside=records(history, lambda seen: not is_usable(seen)),
        limit=measure.stale_after or _NOT_YET_HOLDS,
        asked=asked_words(measure, history),
        accounts=tuple(account(record) for record in heard),
        denied=assertion.asserts == NOT_YET,
        at_least=assertion.at_least,
        named=named,
        written=written,
        happenings=tuple(
            Opinion(record.source, record.describes, "supported", seen)
            for record in heard
            for seen in _happenings(record, history)
            if is_usable(seen)
        ),
        torn=torn_days(filter(is_usable, history), lambda seen: seen.value),
    )


def _happenings(record: Record, history: History) -> tuple[Observation, ...]:
    """Each answer of the source of *record* that it has happened on a day, unless the source has
    said since that it has not.
    """
    denials = [seen.holds_from for seen in record.observations if not _names_a_day(seen)]
    since = max(denials, default=date.min)
    return tuple(
        seen
        for seen in history
        if seen.stands
        and seen.source == record.source
        and isinstance(seen.value, CalendarDate)
        and not _is_announced(seen)
        and seen.holds_from >= since
    )


def _objection(seen: Observation, measure: Measure) -> Finding | None:
    if not isinstance(seen.value, CalendarDate) and seen.value != NOT_YET:
        detail = f"gives neither a day nor that it has not come: “{seen.value}”."
        return Finding("unit_mismatch", detail)
    return scope_mismatch(seen, measure)


class UncheckableEvent(UncheckableCase):
    """A case whose words name a time that no event could be held against."""

    decided_by = _RULE


@dataclass(frozen=True, slots=True)
class EventCase(HeardCase):
    """That something has happened, on ``at_least`` so many days; ``denied``: that it has not yet.
    Where ``named`` is the time that the claim's words give, that it happened then, which is so on
    every day or on none; ``denied``, that it has not happened by the end of it.

    An answer that names the day tells of every day, before and after: the newest of each source
    counts. "Not yet" tells of the days up to its own, and is carried for ``limit``; of a time that
    is named, once that is over. A day that had not come when it was told is announced: until it
    comes it is "not yet", and then it tells nothing until somebody says that it happened.
    ``happenings`` are all answers of a day that had come; on the days in ``torn`` a source gave two
    answers.
    """

    accounts: tuple[Account, ...]
    denied: bool
    at_least: int
    named: DateMeaning | None
    written: CalendarDate | None
    happenings: tuple[Opinion, ...]
    torn: frozenset[tuple[str, date]]
    decided_by = _RULE

    def objection(self, seen: Observation) -> Finding | None:
        return _objection(seen, self.measure)

    def weighed(self, day: date) -> Weighed | None:
        if self._counts:
            found = self._counted(day) if self.named is None else self._counted_in(self.named, day)
            if found is not None:
                return found
        opinions = [
            Opinion(one.record.source, one.record.describes, label, seen)
            for one in self.accounts
            if (label := self._label(seen := self._telling(one, day), day))
        ]
        return weigh(opinions) if opinions else None

    # How often it happened

    @property
    def _counts(self) -> bool:
        return self.at_least > 1 and not self.denied

    def _counted(self, day: date) -> Weighed | None:
        """What the days that it happened on up to *day* come to; None where there is none."""
        days = self._days(day)
        if not days:
            return None
        enough = len(days) >= self.at_least
        return Weighed("supported" if enough else "not_enough_evidence", days[: self.at_least])

    def _counted_in(self, named: DateMeaning, day: date) -> Weighed | None:
        """What the days of the time *named* up to *day* come to: once that is over and somebody
        was asked since, those that were not told were none.
        """
        days, newest = self._days(day), tuple(_newest(one) for one in self.accounts)
        if not newest:
            return None
        labels = {each: named.label(evidence_days(each.observation)) for each in days}
        surely = tuple(each for each in days if labels[each] == "supported")
        maybe = tuple(each for each in days if labels[each] != "refuted")
        if len(surely) >= self.at_least:
            return Weighed("supported", surely[: self.at_least])
        if named.latest is None or day <= named.latest:
            return Weighed("pending", maybe or newest)
        if not any(_last_heard(each.observation) >= named.latest for each in newest):
            return Weighed("not_enough_evidence", maybe or newest)
        if len(maybe) >= self.at_least:
            return Weighed("borderline", maybe)
        return Weighed("refuted", maybe or days or newest)

    def _days(self, day: date) -> tuple[Opinion, ...]:
        """The answers that name days of their own up to *day*, one for each, in their order."""
        found: list[Opinion] = []
        past = [each for each in self.happenings if _day_of(each.observation).last <= day]
        for each in sorted(past, key=_by_day):
            if not found or _day_of(each.observation).first > _day_of(found[-1].observation).last:
                found.append(each)
        return tuple(found)

    # Whether it happened

    def _telling(self, one: Account, day: date) -> Observation:
        """The answer of *one* source that decides on *day*: of a time that is named, whichever puts
        it there, for it may have happened again since.
        """
        if self.named is None:
            return one.on(day)
        decisive: tuple[Label, ...] = ("refuted" if self.denied else "supported", "borderline")
        labels = [(self._label(seen, day), seen) for seen in one.answers]
        found = (seen for label in decisive for told, seen in labels if told == label)
        return next(found, one.newest)

    def _label(self, seen: Observation, day: date) -> Label | None:
        """What *seen* makes of the claim on *day*; None where it is too old to tell."""
        if (seen.source, seen.holds_from) in self.torn:
            return "conflicting"
        if self.named is not None:
            return self._label_of(self.named, seen, day)
        if not _is_told(seen) and day > self._tells_until(seen):
            return None
        happened = _has_happened(seen, day)
        if happened is None:
            return "borderline"
        return "supported" if happened != self.denied else "refuted"

    def _label_of(self, named: DateMeaning, seen: Observation, day: date) -> Label | None:
        """What *seen* makes of the time *named* on *day*; None where it cannot tell."""
        if _is_told(seen) and not self._is_of_before(named, seen):
            return (named.later if self.denied else named).label(evidence_days(seen))
        if named.latest is not None and seen.held_until >= named.latest:
            return "supported" if self.denied else "refuted"
        if day > self._tells_until(seen) and not _is_told(seen):
            return None
        if named.latest is None:
            return "refuted" if named.is_past else "pending"
        return "pending" if day <= named.latest else None

    def _is_of_before(self, named: DateMeaning, seen: Observation) -> bool:
        """Whether *seen* tells of an occasion before the claim was written, which speaks of a time
        *named* that was to come: that it happened once is no reason why it should not again.
        """
        begins = [each.first for each in named.readings]
        return (
            not self.denied
            and self.written is not None
            and _day_of(seen).last <= self.written.last
            and all(begin is not None and begin > self.written.last for begin in begins)
        )

    def _tells_until(self, seen: Observation) -> date:
        """The last day on which *seen*, which tells of no day that had come, says anything."""
        if not _names_a_day(seen):
            return fresh_until(seen, self.limit)
        announced = _day_of(seen)
        return announced.first - _DAY if self.named is None else announced.last

    def turning_days(self) -> set[date]:
        days = {_day_of(each.observation).last for each in self.happenings}
        for seen in (seen for one in self.accounts for seen in one.answers):
            days |= _happening(seen) if _is_told(seen) else {_after(self._tells_until(seen))}
        if self.named is not None and self.named.latest is not None:
            days.add(_after(self.named.latest))
        return days - {date.max}

    def is_turned_by(self, seen: Observation, day: date) -> bool:
        # That it happened is why the days differ, however late the source told it.
        return day in _happening(seen) if _is_told(seen) else seen.holds_from == day

    def is_settled(self, day: date) -> bool:
        weighed = self.weighed(day)
        return (
            weighed is not None
            and weighed.label in FIRM
            and all(
                _is_told(each.observation)
                and (self.named is not None or _has_happened(each.observation, day))
                for each in weighed.deciding
            )
        )

    # What is said of it

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
                *self._imprecise(weighed),
                *self._ambiguous(weighed),
                *findings_of(weighed),
            ),
            because=tuple(opinion.observation for opinion in weighed.deciding),
            evidence="fresh",
            judged_on=day,
            figure=self._figures(day, weighed),
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def _figures(self, day: date, weighed: Weighed) -> str:
        """What the deciding sources say, where all say alike in one: ``happened on 10 April 2025
        and on 20 April 2025``.
        """
        told = unique(self._figure(each, day) for each in weighed.deciding)
        if not all(one.startswith(_HAPPENED) for one in told):
            return listed(told)
        return f"{_HAPPENED}{listed([one.removeprefix(_HAPPENED) for one in told])}"

    def _figure(self, opinion: Opinion, day: date) -> str:
        seen = opinion.observation
        return _answered(seen, None if self.named is not None and _is_told(seen) else day)

    def _wrong_date(self, day: date, weighed: Weighed) -> tuple[Finding, ...]:
        if self.named is None or self.denied:
            return ()
        other = [
            dated_words(_day_of(seen))
            for seen in (each.observation for each in weighed.deciding)
            if _has_happened(seen, day) and self.named.label(evidence_days(seen)) == "refuted"
        ]
        if not other:
            return ()
        named = _time_words(self.named)
        return (Finding("wrong_date", f"It happened {listed(unique(other))}, not {named}."),)

    def _imprecise(self, weighed: Weighed) -> tuple[Finding, ...]:
        """That the evidence is coarser than the time that is named."""
        if self.named is None or weighed.label != "borderline" or len(self.named.readings) > 1:
            return ()
        told = listed(unique(_day_told(each.observation) for each in weighed.deciding))
        detail = f"The evidence found is less precise than the claim: {told}, not {self.named}."
        return (Finding("imprecise", detail),)

    def _ambiguous(self, weighed: Weighed) -> tuple[Finding, ...]:
        """That the words name two times, where which of them is meant decides."""
        if self.named is None or weighed.label != "borderline" or len(self.named.readings) < 2:
            return ()
        detail = f"“{self.named.words}” may be {self.named}, and it turns on which is meant."
        return (Finding("rule_dependent", detail),)

    def _reason(self, day: date, weighed: Weighed) -> str:
        if self._counts and weighed.label in {"supported", "pending", "not_enough_evidence"}:
            return self._count_told(day, weighed)
        if self._counts and self.named is not None and weighed.label != "conflicting":
            return self._count_told(day, weighed)
        if weighed.label == "pending" and self.named is not None:
            told = listed(_awaited(opinion) for opinion in weighed.deciding)
            over = f"the time that the claim names, {self.named}, is not over"
            return _sentence(f"{told}; {over}")
        is_so = self.named is not None and weighed.label in {"supported", "borderline"}
        told = listed(_told(opinion, None if is_so else day) for opinion in weighed.deciding)
        if weighed.label == "conflicting":
            return f"The sources differ: {told}."
        if weighed.label == "borderline" and self.named is not None:
            when = _time_words(self.named)
            return _sentence(f"{told}: whether that was {when} cannot be told")
        if weighed.label == "borderline":
            return _sentence(f"{told}: whether that was before {day_words(day)} cannot be told")
        return _sentence(told)

    def _count_told(self, day: date, weighed: Weighed) -> str:
        """How often it was found to have happened, of how often it is claimed."""
        named = self.named
        days = [
            each
            for each in weighed.deciding
            if _has_happened(each.observation, day)
            and (named is None or named.label(evidence_days(each.observation)) != "refuted")
        ]
        where = "" if named is None else f" {_time_words(named)}"
        found = counted(len(days), "day") if days else "no day"
        told = f"It happened on {found}{where} that could be found, of {self.at_least}"
        if days:
            dated = (f"{dated_words(_day_of(one.observation))} ({one.publisher})" for one in days)
            told += f": {listed(dated)}"
        if weighed.label == "pending":
            told += f"; {'that time' if named is None else named} is not over"
        return f"{told}."

    def last_judged(self, day: date) -> date | None:
        ends = [self._tells_until(one.newest) for one in self.accounts]
        return min(day, max(ends)) if ends and self.named is None else None

    def freshness(self, day: date) -> Freshness:
        if not self.records:
            return "none"
        is_fresh = any(day <= self._tells_until(one.newest) for one in self.accounts)
        return "fresh" if is_fresh else "stale"

    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        last_told = max(self.accounts, key=lambda one: one.newest.holds_from)
        newest, publisher = last_told.newest, last_told.record.describes.publisher
        if _is_announced(newest) and day >= _day_of(newest).first:
            told = f"{_announced(newest, day)}, said {publisher} on {day_words(newest.holds_from)}"
            unconfirmed = f"It {told}; nothing found since tells whether it did."
            return unconfirmed if last is None else f"{unconfirmed}{self._last_told(last)}"
        if self.named is not None:
            answered = f"It {_answered(newest, day)} ({publisher})"
            return f"{answered}, which does not tell whether it did {_time_words(self.named)}."
        told = _told(
            Opinion(last_told.record.source, last_told.record.describes, "supported", newest)
        )
        assert last is not None
        return _sentence(
            f"{told}, which is too old to say whether it has since; it could last be "
            f"judged on {day_words(last)}, when {LABEL_CLAUSES[self._label_on(last)]}"
        )

    def _last_told(self, last: date) -> str:
        clause = LABEL_CLAUSES[self._label_on(last)]
        return f" It could last be judged on {day_words(last)}, when {clause}."

    def _label_on(self, day: date) -> Label:
        weighed = self.weighed(day)
        assert weighed is not None
        return weighed.label


def _newest(one: Account) -> Opinion:
    return Opinion(one.record.source, one.record.describes, "supported", one.newest)


def _last_heard(seen: Observation) -> date:
    """The last day on which its source was seen to say so."""
    return max(seen.held_until, seen.last_confirmed_at.date())


def _after(day: date) -> date:
    return date.max if day == date.max else day + _DAY


def _names_a_day(seen: Observation) -> bool:
    return isinstance(seen.value, CalendarDate)


def _is_announced(seen: Observation) -> bool:
    """Whether the day that *seen* names had not come when it was last told."""
    return _names_a_day(seen) and seen.held_until < _day_of(seen).first


def _is_told(seen: Observation) -> bool:
    """Whether *seen* says that it happened, and when."""
    return _names_a_day(seen) and not _is_announced(seen)


def _day_of(seen: Observation) -> CalendarDate:
    assert isinstance(seen.value, CalendarDate)
    return seen.value


def _by_day(happening: Opinion) -> tuple[object, ...]:
    day = _day_of(happening.observation)
    return (day.last, day.first, happening.source, happening.observation.id)


def _has_happened(seen: Observation, day: date) -> bool | None:
    """Whether it had happened by the end of *day*; None where *day* lies within the month or year
    that *seen* names, and *seen* had not been told by then. What is announced has not happened.
    """
    if not _is_told(seen) or day < _day_of(seen).first:
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


def _answered(seen: Observation, day: date | None = None) -> str:
    """What *seen* says, ready to print: ``happened on 15 August 2025``; on a *day* before it, that
    it had not yet.
    """
    if not _names_a_day(seen):
        return f"had not happened by {calendar_words(seen.as_of)}"
    if _is_announced(seen):
        return _announced(seen, day)
    if day is not None and _day_of(seen).first > day:
        return f"had not happened yet, and did {dated_words(_day_of(seen))}"
    return f"happened {dated_words(_day_of(seen))}"


def _announced(seen: Observation, day: date | None) -> str:
    """What *seen* announces; on a *day* that comes after, what it announced."""
    is_over = day is not None and day > _day_of(seen).last
    return f"{'was' if is_over else 'is'} to happen {dated_words(_day_of(seen))}"


def _told(opinion: Opinion, day: date | None = None) -> str:
    """What *opinion* says; on a *day* before it happened, that it had not yet."""
    seen = opinion.observation
    answered = _answered(seen, day if _is_announced(seen) else None)
    if day is not None and _names_a_day(seen) and _day_of(seen).first > day:
        return f"it had not happened yet; it {answered} ({opinion.publisher})"
    return f"it {answered} ({opinion.publisher})"


def _awaited(opinion: Opinion) -> str:
    """What *opinion* says of a time that is not over."""
    if _is_announced(opinion.observation):
        return f"it {_answered(opinion.observation)}, says {opinion.publisher}"
    return _told(opinion)


def _day_told(seen: Observation) -> str:
    return calendar_words(_day_of(seen)) if _names_a_day(seen) else _answered(seen)


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}."


def _time_words(named: DateMeaning) -> str:
    """The time that is *named*, with the word before it: ``on 29 April 2025``, ``in 2024``."""
    return " or ".join(_stretch(each) for each in named.readings)


def _stretch(days: Days) -> str:
    if days.first is None:
        return "at any time" if days.last is None else f"by {day_words(days.last)}"
    if days.last is None:
        return f"from {day_words(days.first)} on"
    return f"{'on' if days.first == days.last else 'in'} {stretch_words(days.first, days.last)}"
