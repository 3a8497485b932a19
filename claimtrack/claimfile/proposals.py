"""Proposals: what a text may claim, found by its words, each as a claim file would place it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimtrack.claimfile.layouts import Layout
from claimtrack.claimfile.said import (
    date_problem,
    said_problem,
    speaker_problem,
    time_problem,
    wording_problem,
)
from claimtrack.claimfile.toldevents import ToldEvent, told_events
from claimtrack.claimfile.toldoffices import ToldOffice, told_offices
from claimtrack.claimfile.toldstates import ToldState, told_states
from claimtrack.claims import Place
from claimtrack.measures import Measure
from claimtrack.values import CalendarDate, Quantity, is_unit
from claimtrack.words import find_quantities
from claimtrack.words.dates import DatePhrase, find_dates
from claimtrack.words.quoting.cited import find_quotations
from claimtrack.words.sentences import paragraphs

ProposalKind = Literal["quantity", "trend", "date", "quotation", "state", "office", "event"]

#: One or two words between marks are mostly no quotation; more than thirty are the speaker's own.
_QUOTED_WORDS = range(3, 31)
#: Behind a length of time: it tells when something was, or how old somebody is, and is no claim.
_WHEN = re.compile(r"[\s-]*(?:ago|earlier|later|before|after|old|apart|from now)\b", re.IGNORECASE)
_TIMES = {"s", "min", "h", "d", "wk", "mo", "yr"}
#: How the day of a sentence begins ("in 2024"); "the storm of May 2024" is the storm's.
_ON = re.compile(r"(?:in|on|during|at)\s", re.IGNORECASE)
#: Before that: it is the day of something else, which this is held against.
_AGAINST = re.compile(r"\b(?:than|since|from|against|unlike|as|of)$", re.IGNORECASE)
#: "Lower than at any time" since then.
_COMPARED = re.compile(r"\bthan\b", re.IGNORECASE)
#: "Net sales for 2024".
_FOR = re.compile(r"\bfor$", re.IGNORECASE)
_PER = re.compile(r"\bper\b", re.IGNORECASE)
#: A clause that ends so goes on with the day itself, and tells nothing without it.
_OPEN_END = re.compile(
    r"\b(?:of|in|on|at|by|for|from|to|until|till|since|before|after|than|the|a|an|and|or|is|are"
    r"|was|were|be)$",
    re.IGNORECASE,
)
#: Whose the report is; its day is none of what it tells.
_CITED = re.compile(r"according to\b", re.IGNORECASE)
_CLAUSE_WORDS = range(3, 21)
#: Percentages of no whole: what a change in per cent is measured in.
_CHANGE = "ratio"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words of a text that a claim may rest on, and where they stand.

    ``words`` are the quantity, the date, what is quoted, the state, who holds an office, or the
    event with its day; ``near`` is the same with its neighbours, ``digest`` that of the sentences
    at ``place``. ``unit`` and ``of`` belong to quantities as in `claimtrack.Quantity` (a change in
    per cent has the unit ``ratio``, one by an amount is a trend with its ``direction``),
    ``speaker`` to quotations, ``state``, ``office`` and ``event`` to their kinds; ``as_of`` is the
    time that the sentence names, ``happens`` what a date is the date of, as a clause of the text.
    None where the text does not say. ``before`` and ``after`` are the words of the sentence that
    lead up to a quantity and those of the clause that goes on behind it; empty where they are many.
    """

    kind: ProposalKind
    words: str
    place: Place
    digest: str
    near: str
    unit: str | None = None
    of: str | None = None
    speaker: str | None = None
    direction: Literal["up", "down"] | None = None
    state: ToldState | None = None
    office: ToldOffice | None = None
    event: ToldEvent | None = None
    as_of: CalendarDate | None = None
    happens: str | None = None
    before: str = ""
    after: str = ""


def proposals(text: str, *, published: CalendarDate) -> Iterator[Proposal]:
    """What *text*, *published* then, may claim, in its order: quantities, changes and dates that
    can be judged, words that somebody is said to have said, and the states, offices and events
    that it tells. A day on which the sentence puts its figures or an event is theirs, and no claim
    of its own; nor is one from which a change is told, that something is held against, or of which
    the sentence does not say what happened then.
    """
    for number, paragraph in enumerate(paragraphs(text).paragraphs, 1):
        layout = Layout(paragraph, number)
        days = [*_dates(layout, published)]
        events, days = _events(layout, days, published)
        states = [one for one in (*_offices(layout), *_states(layout)) if not _is_in(one, events)]
        amounts = [*_quantities(layout)]
        events = [one for one in events if not _is_counted(one, amounts)]
        told = [*amounts, *_quotations(layout), *states]
        found = [*_dated(layout, told, days), *events]
        yield from (proposal for _, proposal in sorted(found, key=lambda each: each[0]))


#: What a sentence tells, and where it begins.
_Found = tuple[int, Proposal]
#: A day, and how the text says it.
_Day = tuple[_Found, DatePhrase]
#: What the day of a sentence is told of.
_OF_A_DAY = {"quantity", "trend", "state", "office"}
#: So many words at most stand between an event and its day, and none that opens another clause.
_TO_ITS_DAY = 12
_ANOTHER = re.compile(
    r"\b(?:and|but|which|who|that|while|before|after|until|than|since)\b", re.IGNORECASE
)


def _proposal(layout: Layout, kind: ProposalKind, start: int, end: int) -> _Found | None:
    """Where the words from *start* to *end* begin, and what they propose; None where they stand
    in no sentence.
    """
    place = layout.place(start, end)
    if place is None:
        return None
    words, near = layout.text[start:end], layout.near(start, end)
    return start, Proposal(kind, words, place, layout.digest(place), near)


def _amount_told(layout: Layout, kind: ProposalKind, found: Quantity) -> _Found | None:
    """The same for an amount, with what stands around it."""
    made = _proposal(layout, kind, found.start, found.end)
    if made is None:
        return None
    most = _CLAUSE_WORDS.stop - 1
    sentence = layout.sentence_before(found.start, most)
    before = sentence or layout.clause_before(found.start, most)
    after = layout.clause_after(found.end, most)
    return made[0], replace(made[1], before=before, after=after)


def _dated(layout: Layout, told: Sequence[_Found], days: Sequence[_Day]) -> list[_Found]:
    """What is told, with the day on which its clause puts it, and the days that are left over."""
    dated, left = [*told], []
    whereabouts = _Whereabouts(told)
    for found, phrase in days:
        index = _of_that_day(layout, whereabouts, found, phrase)
        if index is None:
            is_claim = not _is_base(layout, whereabouts, told, found, phrase)
            left += [found] if is_claim and found[1].happens is not None else []
        else:
            start, each = told[index]
            dated[index] = start, replace(each, as_of=phrase.calendar)
    return [*dated, *left]


def _is_base(
    layout: Layout,
    whereabouts: _Whereabouts,
    told: Sequence[_Found],
    found: _Found,
    phrase: DatePhrase,
) -> bool:
    """Whether it is the day from which a change is told, or that something is held against."""
    start, day = found
    if _AGAINST.search(layout.word_before(phrase.start)) or _COMPARED.search(day.happens or ""):
        return True
    before = whereabouts.before(day.place, start)
    if phrase.relation != "since" or before is None or not layout.one_clause(before[0], start):
        return False
    return told[before[1]][1].kind == "trend" or told[before[1]][1].unit == _CHANGE


class _Whereabouts:
    """Which of those told that have a day stand where, by the sentence."""

    def __init__(self, told: Sequence[_Found]) -> None:
        self._begin: dict[Place, list[tuple[int, int]]] = {}
        self._end: dict[Place, list[tuple[int, int]]] = {}
        for index, (start, each) in enumerate(told):
            if each.kind in _OF_A_DAY:
                self._begin.setdefault(each.place, []).append((start, index))
                self._end.setdefault(each.place, []).append((start + len(each.words), index))
        for found in (*self._begin.values(), *self._end.values()):
            found.sort()

    def before(self, place: Place, start: int) -> tuple[int, int] | None:
        """Where the last at *place* that ends by *start* does, and which it is."""
        ends = self._end.get(place, [])
        after = bisect_right(ends, start, key=lambda each: each[0])
        return ends[after - 1] if after else None

    def after(self, place: Place, start: int) -> int | None:
        """Which is the first at *place* that begins behind *start*."""
        begins = self._begin.get(place, [])
        after = bisect_right(begins, start, key=lambda each: each[0])
        return begins[after][1] if after < len(begins) else None


def _of_that_day(
    layout: Layout, whereabouts: _Whereabouts, found: _Found, phrase: DatePhrase
) -> int | None:
    """Which of those told is put on that day: the last before it in its clause, or the first of a
    sentence that begins with it.
    """
    start, day = found
    leads = layout.word_before(phrase.start)
    is_on = _ON.match(layout.text, phrase.start) or _FOR.search(leads)
    is_on_it = is_on and not _AGAINST.search(leads)
    if phrase.relation != "on" or phrase.calendar is None or not is_on_it:
        return None
    before = whereabouts.before(day.place, start)
    if before is not None and layout.one_clause(before[0], start):
        return before[1]
    is_opening = leads[-1:] in {"", ".", "!", "?"}
    return whereabouts.after(day.place, start) if is_opening else None


def _quantities(layout: Layout) -> Iterator[_Found]:
    for found in find_quantities(layout.text):
        is_when = found.unit in _TIMES and _WHEN.match(layout.text, found.end)
        made = None if is_when else _amount(layout, found)
        if made is not None:
            yield made


def _amount(layout: Layout, found: Quantity) -> _Found | None:
    """A level, or a change; None for what no measure could be held against."""
    words = layout.text[found.start : found.end]
    unit = _CHANGE if found.kind == "change" else found.unit
    if not is_unit(unit) or (found.kind == "change" and not is_unit(found.unit)):
        return None  # "ten cents" of whatever land
    measure = Measure("of/a-text", "How much is it?", "quantity", unit=unit)
    is_thing = found.of is not None and not find_quantities(found.of) and not _PER.search(words)
    of = found.of if is_thing else None
    if said_problem(words, measure) is None:
        level = _amount_told(layout, "quantity", found)
        return None if level is None else (level[0], replace(level[1], unit=unit, of=of))
    if found.kind != "change" or found.amount is None:
        return None
    made = _amount_told(layout, "trend", found)
    direction: Literal["up", "down"] = "down" if found.amount < 0 else "up"
    return (
        None
        if made is None
        else (made[0], replace(made[1], unit=found.unit, of=of, direction=direction))
    )


def _states(layout: Layout) -> Iterator[_Found]:
    for told in told_states(layout.text):
        made = _proposal(layout, "state", told.start, told.end)
        if made is not None and len(made[1].place.sentences) == 1:
            yield made[0], replace(made[1], state=told)


def _offices(layout: Layout) -> Iterator[_Found]:
    for told in told_offices(layout.text):
        made = _proposal(layout, "office", told.start, told.end)
        if made is not None and len(made[1].place.sentences) == 1:
            yield made[0], replace(made[1], office=told)


def _events(
    layout: Layout, days: list[_Day], published: CalendarDate
) -> tuple[list[_Found], list[_Day]]:
    """The events that are told, and the days that are of none of them."""
    spans = [(phrase.start, phrase.end) for _, phrase in days]
    by_sentence: dict[Place, list[_Day]] = {}
    for day in days:
        by_sentence.setdefault(day[0][1].place, []).append(day)
    events, taken = [], set()
    for told in told_events(layout.text, spans):
        place = layout.place(told.start, told.end)
        if place is None or len(place.sentences) != 1:
            continue
        phrase = _day_of(layout, told, by_sentence.get(place, ())) if told.happened else None
        made = _event(layout, told, phrase, published)
        if made is not None:
            events.append(made)
            taken.add(None if phrase is None else phrase.start)
    return events, [day for day in days if day[1].start not in taken]


def _event(
    layout: Layout, told: ToldEvent, phrase: DatePhrase | None, published: CalendarDate
) -> _Found | None:
    """The event with the words that tell its day, and with no more of them than can be judged."""
    start, end = told.start, told.end
    if phrase is not None:
        start, end = min(start, phrase.start), max(end, phrase.end)
        if _time_objected(layout.text[start:end], told, published):
            start, end = phrase.start, phrase.end
    if _time_objected(layout.text[start:end], told, published):
        return None
    made = _proposal(layout, "event", start, end)
    return None if made is None else (made[0], replace(made[1], event=told))


def _time_objected(said: str, told: ToldEvent, published: CalendarDate) -> bool:
    asserts = "happened" if told.happened else "not_yet"
    return time_problem(said, published, asserts=asserts, at_least=1) is not None


def _day_of(layout: Layout, told: ToldEvent, days: Sequence[_Day]) -> DatePhrase | None:
    """The day that the clause puts an event on, behind it or where its sentence opens."""
    after = bisect_left(days, told.end, key=lambda day: day[1].start)
    behind = days[after][1] if after < len(days) else None
    if behind is not None and behind.relation == "on":
        is_near = layout.words_between(told.end, behind.start) <= _TO_ITS_DAY
        is_joined = is_near and layout.one_clause(told.end, behind.start)
        if is_joined and not _ANOTHER.search(layout.text, told.end, behind.start):
            return behind
    opening = days[0][1] if days else None
    if opening is None or opening.start >= told.start or opening.relation != "on":
        return None
    leads = layout.word_before(opening.start)[-1:]
    return opening if leads in {"", ".", "!", "?"} else None


def _is_counted(event: _Found, amounts: Sequence[_Found]) -> bool:
    """Whether a count tells the event: "two workers died" is asked for as how many did."""
    what = event[1].event.what.lower() if event[1].event else ""
    first = bisect_right(amounts, event[0], key=lambda each: each[0]) - 1
    return first >= 0 and what.startswith(amounts[first][1].words.lower())


def _is_in(one: _Found, others: Sequence[_Found]) -> bool:
    """Whether *one* is told by words of one of *others*."""
    start, end = one[0], one[0] + len(one[1].words)
    at = bisect_right(others, end - 1, key=lambda each: each[0])
    return bool(at) and start < others[at - 1][0] + len(others[at - 1][1].words)


def _dates(layout: Layout, published: CalendarDate) -> Iterator[_Day]:
    for found in find_dates(layout.text):
        words = layout.text[found.start : found.end]
        if not found.relative and date_problem(words, published) is None:
            made = _proposal(layout, "date", found.start, found.end)
            if made is not None:
                start, each = made
                yield (
                    (start, replace(each, happens=_happens(layout, found.start, found.end))),
                    found,
                )


def _happens(layout: Layout, start: int, end: int) -> str | None:
    """The clause that leads up to a day from *start* to *end*, the one behind a day that opens it,
    or the sentence as far as the day; None where there is none of them.
    """
    most = _CLAUSE_WORDS.stop - 1
    told = layout.clause_before(start, most)
    if not told:
        behind = layout.clause_after(end + 1, most)  # a comma may stand between them
        if len(behind.split()) > 1:
            return behind
    if len(told.split()) not in _CLAUSE_WORDS:
        told = layout.sentence_before(start, most).rstrip(",;: ")
    is_open = _OPEN_END.search(told) or _CITED.match(told)
    return told if len(told.split()) in _CLAUSE_WORDS and not is_open else None


def _quotations(layout: Layout) -> Iterator[tuple[int, Proposal]]:
    for found in find_quotations(layout.text):
        is_short = len(found.text.split()) in _QUOTED_WORDS
        if found.nested or found.scare or not is_short or wording_problem(found.text):
            continue
        named = found.speaker is not None and speaker_problem(found.speaker) is None
        speaker = found.speaker if named else None
        made = _proposal(layout, "quotation", found.start, found.end)
        if made is not None:
            yield made[0], replace(made[1], speaker=speaker)
