"""Proposals: what a text may claim, found by its words, each as a claim file would place it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimtrack.claimfile.said import date_problem, said_problem, speaker_problem, wording_problem
from claimtrack.claimfile.toldstates import ToldState, told_states
from claimtrack.claims import Place
from claimtrack.measures import Measure
from claimtrack.values import CalendarDate, Quantity
from claimtrack.words import find_quantities
from claimtrack.words.dates import DatePhrase, find_dates
from claimtrack.words.quoting.cited import find_quotations
from claimtrack.words.sameness import digest
from claimtrack.words.sentences import paragraphs, sentence_spans

ProposalKind = Literal["quantity", "trend", "date", "quotation", "state"]

#: One or two words between marks are mostly no quotation; more than thirty are the speaker's own.
_QUOTED_WORDS = range(3, 31)
#: So many words on either side tell most phrases from the same ones elsewhere.
_NEAR = 3
#: Behind a length of time: it tells when something was, or how old somebody is, and is no claim.
_WHEN = re.compile(r"[\s-]*(?:ago|earlier|later|before|after|old|apart|from now)\b", re.IGNORECASE)
_TIMES = {"s", "min", "h", "d", "wk", "mo", "yr"}
#: How the day of a sentence begins ("in 2024"); "the storm of May 2024" is the storm's.
_ON = re.compile(r"(?:in|on|during|at)\s", re.IGNORECASE)
#: Before that: it is the day of something else, which this is held against.
_AGAINST = re.compile(r"\b(?:than|since|from|against|unlike|as|of)\s+$", re.IGNORECASE)
#: What stands between a figure and the day of another clause.
_CLAUSE = re.compile(r"[,;:]")
_PER = re.compile(r"\bper\b", re.IGNORECASE)
#: Where the clause before a day begins: behind a mark, or a word that joins it to another.
_OPENS = re.compile(r"[.!?,;:()“”\"–—]\s*|\b(?:and|but|while|which|who)\s+", re.IGNORECASE)
#: A clause that ends so goes on with the day itself, and tells nothing without it.
_OPEN_END = re.compile(
    r"\b(?:of|in|on|at|by|for|from|to|until|till|since|before|after|than|the|a|an|and|or|is|are"
    r"|was|were|be)$",
    re.IGNORECASE,
)
_CLAUSE_WORDS = range(3, 21)
#: Percentages of no whole: what a change in per cent is measured in.
_CHANGE = "ratio"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words of a text that a claim may rest on, and where they stand.

    ``words`` are the quantity, the date, what is quoted or the state; ``near`` is the same with
    its neighbours, ``digest`` that of the sentences at ``place``. ``unit`` and ``of`` belong to
    quantities as in `claimtrack.Quantity` (a change in per cent has the unit ``ratio``, one by an
    amount is a trend with its ``direction``), ``speaker`` to quotations, ``state`` to states;
    ``as_of`` is the time that the sentence names, ``happens`` what a date is the date of, as a
    clause of the text. None where the text does not say.
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
    as_of: CalendarDate | None = None
    happens: str | None = None


def proposals(text: str, *, published: CalendarDate) -> Iterator[Proposal]:
    """What *text*, *published* then, may claim, in its order: quantities, changes and dates that
    can be judged, words that somebody is said to have said, and states that it tells. A day on
    which the sentence puts its figures is theirs, and no claim of its own.
    """
    for number, paragraph in enumerate(paragraphs(text).paragraphs, 1):
        layout = _Layout(paragraph, number)
        told = [*_quantities(layout), *_quotations(layout), *_states(layout)]
        found = _dated(layout.text, told, [*_dates(layout, published)])
        yield from (proposal for _, proposal in sorted(found, key=lambda each: each[0]))


#: What a sentence tells, and where it begins.
_Found = tuple[int, Proposal]
#: What the day of a sentence is told of.
_OF_A_DAY = {"quantity", "trend", "state"}


def _dated(
    text: str, told: Sequence[_Found], days: Sequence[tuple[_Found, DatePhrase]]
) -> list[_Found]:
    """What is told, with the day on which its clause puts it, and the days that are left over."""
    dated, left = [*told], []
    for found, phrase in days:
        place = _of_that_day(text, told, found, phrase)
        if place is None:
            left.append(found)
        else:
            start, each = told[place]
            dated[place] = start, replace(each, as_of=phrase.calendar)
    return [*dated, *left]


def _of_that_day(
    text: str, told: Sequence[_Found], found: _Found, phrase: DatePhrase
) -> int | None:
    """Which of those told is put on that day: the last before it in its clause, or the first of a
    sentence that begins with it.
    """
    start, day = found
    is_on_it = _ON.match(text, phrase.start) and not _AGAINST.search(text[: phrase.start])
    if phrase.relation != "on" or phrase.calendar is None or not is_on_it:
        return None
    here = [
        (begins, begins + len(each.words), place)
        for place, (begins, each) in enumerate(told)
        if each.kind in _OF_A_DAY and each.place == day.place
    ]
    before = [
        (end, place)
        for _, end, place in here
        if end <= start and not _CLAUSE.search(text, end, start)
    ]
    if before:
        return max(before)[1]
    opens = text[:start].rstrip()[-1:] in {"", ".", "!", "?"}
    after = [(begins, place) for begins, _, place in here if begins > start]
    return min(after)[1] if opens and after else None


class _Layout:
    """A paragraph, and which of its sentences stands where."""

    def __init__(self, paragraph: str, number: int) -> None:
        self.text = paragraph
        self._number = number
        self._spans = sentence_spans(paragraph)

    def proposal(
        self,
        kind: ProposalKind,
        start: int,
        end: int,
        *,
        unit: str | None = None,
        of: str | None = None,
        speaker: str | None = None,
    ) -> tuple[int, Proposal] | None:
        """Where the words from *start* to *end* begin, and what they propose; None where they
        stand in no sentence.
        """
        held = [
            (ordinal, span)
            for ordinal, span in enumerate(self._spans, 1)
            if span[0] < end and start < span[1]
        ]
        if not held:
            return None
        place = Place(self._number, tuple(ordinal for ordinal, _ in held))
        said = " ".join(self.text[first:last] for _, (first, last) in held)
        near = self._near(start, end, held[0][1][0], held[-1][1][1])
        words = self.text[start:end]
        return start, Proposal(kind, words, place, digest(said), near, unit, of, speaker)

    def _near(self, start: int, end: int, first: int, last: int) -> str:
        """The words from *start* to *end* with their neighbours in the sentences around them."""
        before = self.text[first:start].split()[-_NEAR:]
        after = self.text[end:last].split()[:_NEAR]
        lead = "" if start == first or self.text[start - 1] != " " else " "
        trail = "" if self.text[end : end + 1] != " " else " "
        return f"{' '.join(before)}{lead}{self.text[start:end]}{trail}{' '.join(after)}".strip()


def _quantities(layout: _Layout) -> Iterator[_Found]:
    for found in find_quantities(layout.text):
        is_when = found.unit in _TIMES and _WHEN.match(layout.text, found.end)
        made = None if is_when else _amount(layout, found)
        if made is not None:
            yield made


def _amount(layout: _Layout, found: Quantity) -> _Found | None:
    """A level, or a change; None for what no measure could be held against."""
    words = layout.text[found.start : found.end]
    unit = _CHANGE if found.kind == "change" else found.unit
    measure = Measure("of/a-text", "How much is it?", "quantity", unit=unit)
    is_thing = found.of is not None and not find_quantities(found.of) and not _PER.search(words)
    of = found.of if is_thing else None
    if said_problem(words, measure) is None:
        return layout.proposal("quantity", found.start, found.end, unit=unit, of=of)
    if found.kind != "change" or found.amount is None:
        return None
    made = layout.proposal("trend", found.start, found.end, unit=found.unit, of=of)
    direction: Literal["up", "down"] = "down" if found.amount < 0 else "up"
    return None if made is None else (made[0], replace(made[1], direction=direction))


def _states(layout: _Layout) -> Iterator[_Found]:
    for told in told_states(layout.text):
        made = layout.proposal("state", told.start, told.end)
        if made is not None and len(made[1].place.sentences) == 1:
            yield made[0], replace(made[1], state=told)


def _dates(layout: _Layout, published: CalendarDate) -> Iterator[tuple[_Found, DatePhrase]]:
    for found in find_dates(layout.text):
        words = layout.text[found.start : found.end]
        if not found.relative and date_problem(words, published) is None:
            made = layout.proposal("date", found.start, found.end)
            if made is not None:
                start, each = made
                yield (start, replace(each, happens=_happens(layout.text[:start]))), found


def _happens(before: str) -> str | None:
    """The clause at the end of *before*, which leads up to a day; None where it is none."""
    opens = [found.end() for found in _OPENS.finditer(before)]
    clause = " ".join(before[max(opens, default=0) :].split())
    is_whole = len(clause.split()) in _CLAUSE_WORDS and not _OPEN_END.search(clause)
    return clause if is_whole else None


def _quotations(layout: _Layout) -> Iterator[tuple[int, Proposal]]:
    for found in find_quotations(layout.text):
        is_short = len(found.text.split()) in _QUOTED_WORDS
        if found.nested or found.scare or not is_short or wording_problem(found.text):
            continue
        named = found.speaker is not None and speaker_problem(found.speaker) is None
        speaker = found.speaker if named else None
        made = layout.proposal("quotation", found.start, found.end, speaker=speaker)
        if made is not None:
            yield made
