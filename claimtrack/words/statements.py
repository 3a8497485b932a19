"""Statements: what a text says of measures, in its own words, with its day.

A text is looked at three times: for words of any measure at all, sentence by sentence for those
that could state one, and closely at what is left. Every candidate that is not read has its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.values import DayLike, Interval, calendar_date
from claimtrack.words.quoting.cited import find_quotations
from claimtrack.words.quoting.citing import cited_in
from claimtrack.words.sentences import sentence_spans
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.elsewhere import figure_elsewhere
from claimtrack.words.stating.figurereading import Told, figure_told, is_same_again, may_answer
from claimtrack.words.stating.figurewords import LANGUAGES
from claimtrack.words.stating.otherkinds import answers
from claimtrack.words.stating.relations import relation_places
from claimtrack.words.stating.spotting import MeasureWords, Spotter, stands
from claimtrack.words.stating.statestold import state_told
from claimtrack.words.stating.statetimes import time_of_state
from claimtrack.words.stating.subjects import Left

#: One of these may carry a figure where no word of the relation does.
_CARRYING = re.compile(r"\b(?:[Ww]ith|[Aa]t|of|on|to|gave|gives?|giving|now|leav(?:es?|ing))\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could state a measure: what was read off it, or why nothing was.

    ``text[start:end]`` is the sentence; ``phrase`` the words that were looked at closely.
    """

    measure: str
    start: int
    end: int
    phrase: str
    reading: Reading | None = None
    reason: str | None = None


def read_statements(
    text: str, measures: Iterable[Measure], *, published: DayLike | None, language: str = "en"
) -> list[Reading]:
    """What *text* says of *measures*, in order, each with its sentence and its day.

    *published* is the day, month or year of the text: what it says without a date is true then
    (``carried``). A reading's locator is the place of its words: ``chars 120-158``. A measure
    without ``reads`` is not read, but for a state, whose words are enough.
    """
    found = look(text, _spotter(measures), published=published, language=language)
    return [one.reading for one in found if one.reading is not None]


def mentioned(text: str, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Those of *measures* of which *text* has a telling word at all, in their order: the cheap look
    at a page's visible words, before anything is read closely. What is left out, `read_statements`
    would read nothing of.
    """
    return tuple(one.measure for one in _spotter(measures).spotted(text))


class _Last:
    """The spotter of the measures asked for last: a loop over many texts asks for the same."""

    # Both in one, so that a thread that asks for others in between changes nothing.
    asked: tuple[tuple[Measure, ...], Spotter] = ((), Spotter(()))


def _spotter(measures: Iterable[Measure]) -> Spotter:
    known = tuple(measures)
    last, spotter = _Last.asked
    if known != last:
        spotter = Spotter(known)
        _Last.asked = known, spotter
    return spotter


def look(
    text: str, spotter: Spotter, *, published: DayLike | None, language: str = "en"
) -> Iterator[Candidate]:
    """Every sentence of *text* that could state one of the spotter's measures, read or left."""
    spotted = spotter.spotted(text)
    if not spotted:
        return
    day = None if published is None else calendar_date(published)
    before: list[Clauses] = []
    for start, end in _spans(text):
        clauses = Clauses(text, start, end, day, language)
        yield from _in_sentence(clauses, before, spotted)
        before = [*before[-2:], clauses]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of *text*; a line's end ends one too."""
    at = 0
    for line in text.splitlines(keepends=True):
        for start, end in sentence_spans(line):
            yield at + start, at + end
        at += len(line)


def _in_sentence(
    clauses: Clauses, before: Sequence[Clauses], spotted: Sequence[MeasureWords]
) -> Iterator[Candidate]:
    measured = [one for one in spotted if one.measure.kind == "quantity"]
    if measured:
        yield from _figures(clauses, before, measured)
    for words in spotted:
        if words.measure.kind == "state":
            yield from _state(clauses, before, words)
        elif words.measure.kind != "quantity" and clauses.is_english:
            yield from _other(clauses, words)


def _other(clauses: Clauses, words: MeasureWords) -> Iterator[Candidate]:
    try:
        told = answers(clauses, words)
    except Left as left:
        yield _left(clauses, words, 0, len(clauses.sentence), str(left))
        return
    for one in told:
        reading = Reading(
            words.measure.id,
            one.value,
            as_of=clauses.published,
            as_of_basis="carried" if clauses.published else "seen",
            quote=clauses.sentence,
            locator=f"chars {clauses.start + one.start}-{clauses.start + one.end}",
            attribution=one.speaker or cited_in(clauses.sentence, one.start),
        )
        phrase = clauses.sentence[one.start : one.end]
        yield Candidate(words.measure.id, clauses.start, clauses.end, phrase, reading=reading)


def _state(clauses: Clauses, before: Sequence[Clauses], words: MeasureWords) -> Iterator[Candidate]:
    try:
        told = state_told(clauses, before, words)
        if told is None:
            return
        as_of, basis = time_of_state(clauses, told)
    except Left as left:
        yield _left(clauses, words, 0, len(clauses.sentence), str(left))
        return
    first, last = clauses.tokens[told.start].start, clauses.tokens[told.end - 1].end
    reading = Reading(
        words.measure.id,
        told.name,
        as_of=as_of,
        as_of_basis=basis,
        quote=clauses.sentence,
        locator=f"chars {clauses.start + first}-{clauses.start + last}",
        attribution=cited_in(clauses.sentence, first, find_quotations(clauses.sentence)),
    )
    phrase = clauses.sentence[first:last]
    yield Candidate(words.measure.id, clauses.start, clauses.end, phrase, reading=reading)


def _figures(
    clauses: Clauses, before: Sequence[Clauses], spotted: Sequence[MeasureWords]
) -> Iterator[Candidate]:
    beside = [one for one in spotted if one.may_carry(clauses.sentence)]
    if beside and _CARRYING.search(clauses.sentence) is None:
        beside = []
    if not beside and not any(one.may_say(clauses.sentence) for one in spotted):
        return
    if not any(
        may_answer(one.quantity, words.measure.unit) for one in clauses.figures for words in spotted
    ):
        return
    if not beside and not any(
        stands(one.says, clauses.words, clauses.signs) or not one.says for one in spotted
    ):
        return
    if not clauses.is_english:
        yield from _elsewhere(clauses, spotted)
        return
    places = relation_places(clauses, spotted)
    every = sorted({place for them in places.values() for place in them})
    made: dict[str, list[Told]] = {}
    for figure in clauses.figures:
        told: list[tuple[MeasureWords, Told]] = []
        for at, words in enumerate(spotted):
            if not may_answer(figure.quantity, words.measure.unit) or not (
                places[at] or not words.says or words in beside
            ):
                continue
            try:
                found = figure_told(clauses, before, words, figure, places[at], every, spotted)
                earlier = made.get(words.measure.id, ())
                if any(is_same_again(clauses, found, one) for one in earlier):
                    raise Left("it is the figure before in another unit")
            except Left as left:
                yield _left(clauses, words, figure.quantity.start, figure.quantity.end, str(left))
                continue
            told.append((words, found))
        yield from _chosen(clauses, told, made)


def _elsewhere(clauses: Clauses, spotted: Sequence[MeasureWords]) -> Iterator[Candidate]:
    """The figures of a sentence that is not in English."""
    for figure in clauses.figures:
        for words in spotted:
            if not may_answer(figure.quantity, words.measure.unit):
                continue
            try:
                told = figure_elsewhere(clauses, words, figure)
            except Left as left:
                yield _left(clauses, words, figure.quantity.start, figure.quantity.end, str(left))
                continue
            yield replace(_read(clauses, words, told), reason=_caveat(clauses.language))


def _caveat(language: str) -> str | None:
    """What is to be known of a reading in a language without words of its own."""
    if language.partition("-")[0] in LANGUAGES:
        return None
    return f"of the language {language!r} figures alone are read: no hedges and no denials"


def _chosen(
    clauses: Clauses, told: Sequence[tuple[MeasureWords, Told]], made: dict[str, list[Told]]
) -> Iterator[Candidate]:
    """The measures that one figure answers: a count from a day of its own is that one's alone."""
    explicit = any(one.counts_from_since for _, one in told)
    for words, one in told:
        quantity = one.figure.quantity
        if explicit and not one.counts_from_since:
            yield _left(
                clauses, words, quantity.start, quantity.end, "it counts another measure's period"
            )
            continue
        made.setdefault(words.measure.id, []).append(one)
        yield _read(clauses, words, one)


def _left(clauses: Clauses, words: MeasureWords, start: int, end: int, reason: str) -> Candidate:
    phrase = clauses.sentence[start:end]
    return Candidate(words.measure.id, clauses.start, clauses.end, phrase, reason=reason)


def _read(clauses: Clauses, words: MeasureWords, told: Told) -> Candidate:
    quantity = told.figure.quantity
    value, error = _value(told.amount, told.interval)
    start, end = clauses.start + quantity.start, clauses.start + quantity.end
    quotations = find_quotations(clauses.sentence)
    reading = Reading(
        words.measure.id,
        value,
        as_of=told.time.as_of,
        as_of_basis=told.time.basis,
        error=error,
        quote=clauses.sentence,
        locator=f"chars {start}-{end}",
        attribution=cited_in(clauses.sentence, quantity.start, quotations),
        derived=told.derived,
    )
    phrase = clauses.sentence[quantity.start : quantity.end]
    return Candidate(words.measure.id, clauses.start, clauses.end, phrase, reading=reading)


def _value(amount: Decimal, interval: Interval) -> tuple[Decimal | Interval, Decimal | None]:
    """A value with its own error where the words leave as much above as below, else an interval."""
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None or interval.closed != "both":
        return interval, None
    if upper - amount == amount - lower:
        return amount, upper - amount or None
    return interval, None
