"""Date meanings: the days that a claim's words admit for the one that its measure asks after.

"By 2026" and "before 2014" admit all that lies before, "after 2022" all that follows. "Until 2042"
and "since 2014" name the day on which something ends or begins, which is what the measure asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING

from claimtrack.claims import Assertion
from claimtrack.judging.figures import day_words, stretch_words
from claimtrack.judging.labels import Label
from claimtrack.judging.meanings import NoMeaning
from claimtrack.judging.verdicts import Finding
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase, find_dates

_DAY = timedelta(days=1)
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
#: What names the edge of something, and so the very day that is asked for.
_EDGES = frozenset({"until", "since"})


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

    ``words`` are the claim's own, ``over`` the last day that they speak of.
    """

    readings: tuple[Days, ...]
    words: str
    over: date

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
    assertion: Assertion, written: CalendarDate | None = None
) -> DateMeaning | NoMeaning:
    """What the words of *assertion* say, by the rule ``dates-1``, when *written* on that day."""
    said = assertion.said or ""
    if _ISO_MONTH.fullmatch(said.strip()):  # in a text, "2004-08" may be five years as well
        month = CalendarDate.parse(said.strip())
        return DateMeaning((Days(month.first, month.last),), said, month.last)
    found = find_dates(said, published=written)
    if len(found) != 1:
        what = "more than one date" if found else "no date"
        return NoMeaning(f"“{said}” names {what}.")
    phrase = found[0]
    if phrase.named is None:
        detail = f"Which day “{said}” is, the words alone do not say."
        return NoMeaning(detail, Finding("vague", detail))
    return DateMeaning(_admitted(phrase), said, phrase.named.last)


def date_objection(said: str, written: CalendarDate | None) -> str | None:
    """Why no day can be held against *said*, in one sentence; None where one can."""
    meant = date_meaning(Assertion("date", "", said=said), written)
    return meant.reason if isinstance(meant, NoMeaning) else None


def _admitted(phrase: DatePhrase) -> tuple[Days, ...]:
    if phrase.readings:
        return tuple(Days(each.first, each.last) for each in phrase.readings)
    if phrase.relation in _EDGES and phrase.named is not None:
        return (Days(phrase.named.first, phrase.named.last),)
    return (Days(phrase.earliest, phrase.latest),)


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
