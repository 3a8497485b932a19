"""Date meanings: the days that a claim's words admit for the one that its measure asks after.

"By 2026" and "before 2014" admit all that lies before, "after 2022" and "not before 2022" all that
follows. "Until 2042" and "since 2014" name the day on which something ends or begins, which is what
the measure of a date asks; that of an event asks whether it happens up to then, or from then on.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING

from claimtrack.answers import NOT_YET
from claimtrack.claims import Assertion
from claimtrack.judging.figures import day_words, stretch_words
from claimtrack.judging.labels import Label
from claimtrack.judging.meanings import NoMeaning
from claimtrack.judging.verdicts import Finding
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase, dates_said
from claimtrack.words.dating.calendarwords import ENGLISH, Relation
from claimtrack.words.dating.spans import Span
from claimtrack.words.dating.strays import denies, stray

_DAY = timedelta(days=1)
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
#: What names the edge of something, and so the very day that is asked for.
_EDGES = frozenset({"until", "since"})
#: What says how often, where the claim file says so too.
_TIMES = frozenset({"at", "least", "more", "than", "once", "twice", "times", *ENGLISH.numbers})


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``first`` to ``last``, both in it; None is open."""

    first: date | None
    last: date | None

    def covers(self, other: Days) -> bool:
        """Whether every day of *other* is in it."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def overlaps(self, other: Days) -> bool:
        """Whether some day is in both."""
        return not (self._is_before(other) or other._is_before(self))

    def _is_before(self, other: Days) -> bool:
        return self.last is not None and other.first is not None and self.last < other.first

    def gap(self, other: Days) -> int:
        """How many days lie from one to the other, 0 where they overlap."""
        if self._is_before(other):
            return _between(self.last, other.first)
        return _between(other.last, self.first) if other._is_before(self) else 0

    def __str__(self) -> str:
        if self.first is None:
            return "any day" if self.last is None else f"{day_words(self.last)} at the latest"
        if self.last is None:
            return f"{day_words(self.first)} at the earliest"
        return stretch_words(self.first, self.last)


def _between(earlier: date | None, later: date | None) -> int:
    assert earlier is not None
    assert later is not None
    return (later - earlier).days


@dataclass(frozen=True, slots=True)
class DateMeaning:
    """The days that a claim's words admit: one ``reading`` of them, or several.

    ``words`` are the claim's own, ``over`` the last day that they name. ``is_past`` says that they
    are of what was so when they were written ("since 2014").
    """

    readings: tuple[Days, ...]
    words: str
    over: date
    is_past: bool = False

    @property
    def latest(self) -> date | None:
        """The last day that they admit; None where that is open."""
        ends = [each.last for each in self.readings if each.last is not None]
        return max(ends) if len(ends) == len(self.readings) else None

    @property
    def later(self) -> DateMeaning:
        """All that comes after what they admit."""
        after = (Days(_moved(each.last, 1), None) for each in self.readings if each.last)
        return replace(self, readings=tuple(after))

    def label(self, evidence: Days) -> Label:
        """``supported`` where the words admit all of *evidence*, ``refuted`` where they admit none
        of it, else ``borderline``; likewise where it hangs on how the words are read.
        """
        labels = {label_of(evidence, admitted) for admitted in self.readings}
        return labels.pop() if len(labels) == 1 else "borderline"

    def __str__(self) -> str:
        return " or ".join(map(str, self.readings))


def label_of(evidence: Days, admitted: Days) -> Label:
    """How *evidence* stands to the days *admitted*."""
    if admitted.covers(evidence):
        return "supported"
    return "borderline" if admitted.overlaps(evidence) else "refuted"


def date_meaning(
    assertion: Assertion, written: CalendarDate | None = None, statement: str = ""
) -> DateMeaning | NoMeaning:
    """What the words of *assertion* say, by the rule ``dates-1``, when *written* on that day; the
    verbs of its *statement* tell whether a bare day was or is to come.
    """
    said = assertion.said or ""
    if _ISO_MONTH.fullmatch(said.strip()):  # in a text, "2004-08" may be five years as well
        month = CalendarDate.parse(said.strip())
        return DateMeaning((Days(month.first, month.last),), said, month.last)
    phrase = _only_date(said, statement, written)
    if isinstance(phrase, NoMeaning):
        return phrase
    return _meaning(phrase, said, "on" if phrase.relation in _EDGES else phrase.relation)


def time_meaning(
    assertion: Assertion, written: CalendarDate | None = None, statement: str = ""
) -> DateMeaning | NoMeaning | None:
    """The time in which the event of *assertion* is said to happen, read likewise, or by the end of
    which it is said not to have; None where its words name none.
    """
    said = assertion.said or ""
    if _ISO_MONTH.fullmatch(said.strip()):
        return date_meaning(assertion, written)
    if not dates_said(said, statement, published=written):
        return None
    denied = assertion.asserts == NOT_YET
    besides = _TIMES if assertion.at_least > 1 else frozenset[str]()
    phrase = _only_date(said, statement, written, besides=besides, denied=denied)
    if isinstance(phrase, NoMeaning):
        return phrase
    meant = _meaning(phrase, said, phrase.relation)
    if denied and meant.latest is None:
        return NoMeaning(f"“{said}” has no end by which it may not have happened yet.")
    return replace(meant, is_past=phrase.relation == "since")


def date_objection(said: str, written: CalendarDate | None) -> str | None:
    """Why no day can be held against *said*, in one sentence; None where one can."""
    meant = date_meaning(Assertion("date", "", said=said), written)
    return meant.reason if isinstance(meant, NoMeaning) else None


def time_objection(
    said: str, written: CalendarDate | None, *, asserts: str | None = None, at_least: int = 1
) -> str | None:
    """Why *said* cannot be the words of an event, in one sentence; None where it can."""
    asserted = Assertion("event", "", said=said, asserts=asserts, at_least=at_least)
    meant = time_meaning(asserted, written)
    return meant.reason if isinstance(meant, NoMeaning) else None


def _only_date(
    said: str,
    statement: str,
    written: CalendarDate | None,
    *,
    besides: Collection[str] = (),
    denied: bool = False,
) -> DatePhrase | NoMeaning:
    """The one date that *said* names and nothing beside it; why it cannot be held against a day
    where there is none.
    """
    found = dates_said(said, statement, published=written)
    if len(found) != 1:
        what = "more than one date" if found else "no date"
        return NoMeaning(f"“{said}” names {what}.")
    phrase = found[0]
    if phrase.named is None:
        detail = f"Which day “{said}” is, the words alone do not say."
        return NoMeaning(detail, Finding("vague", detail))
    denied = denied or phrase.relation == "not before"  # which "will not open until May" tells
    left = stray(said, phrase.start, phrase.end, besides=besides, denied=denied)
    if left is None:
        return phrase
    if denies(left):
        return NoMeaning(f"“{said}” says when it is not: “{left}” denies the date.")
    return NoMeaning(f"“{said}” has text around its date that is no part of it: “{left}”.")


def _meaning(phrase: DatePhrase, said: str, relation: Relation) -> DateMeaning:
    """What *said* admits whose one date is *phrase*, where that has this *relation* to the day."""
    assert phrase.named is not None
    if phrase.readings or relation != phrase.relation:
        named = phrase.readings or (phrase.named,)
        readings = tuple(_bounded(each, relation) for each in named)
    else:
        readings = (Days(phrase.earliest, phrase.latest),)
    return DateMeaning(readings, said, phrase.named.last)


def _bounded(span: Span, relation: Relation) -> Days:
    """The days that *relation* makes of *span*, one of several that the words may name."""
    match relation:
        case "by" | "until":
            return Days(None, span.last)
        case "since" | "not before":
            return Days(span.first, None)
        case "before":
            return Days(None, _moved(span.first, -1))
        case "after":
            return Days(_moved(span.last, 1), None)
        case _:
            return Days(span.first, span.last)


def evidence_days(seen: Observation) -> Days:
    """The days that *seen* may mean, with its own error, in days, on both sides."""
    day = seen.value
    assert isinstance(day, CalendarDate)
    if not seen.error:
        return Days(day.first, day.last)
    error = int(seen.error.to_integral_value(ROUND_CEILING))
    return Days(_moved(day.first, -error), _moved(day.last, error))


def _moved(on: date, days: int) -> date:
    ordinal = on.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def margin(evidence: Days, admitted: Days) -> int | None:
    """How many days *evidence* lies inside the nearest edge of what is *admitted*, below zero
    outside; None where that has no edge on either side, and where the two only overlap.
    """
    label = label_of(evidence, admitted)
    if label == "refuted":
        return -evidence.gap(admitted)
    if label == "borderline":
        return None
    inside = []
    if admitted.first is not None and evidence.first is not None:
        inside.append((evidence.first - admitted.first).days)
    if admitted.last is not None and evidence.last is not None:
        inside.append((admitted.last - evidence.last).days)
    return min(inside, default=None)
