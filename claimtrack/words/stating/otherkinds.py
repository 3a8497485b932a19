"""Other kinds: what a sentence says of a measure that is answered by a day or by words: a date, an
event, or what somebody said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.observations import Value
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase
from claimtrack.words.quoting.cited import find_quotations
from claimtrack.words.quoting.persons import is_same_speaker
from claimtrack.words.quoting.utterances import utterances
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.unreal import denied_whole, imagined, unreal_words

#: A date stands no further from the relation than so many words.
_REACH = 12
#: A lease that "will expire in 2042" states its end all the same.
_ANNOUNCED = frozenset({"will", "would", "shall"})
#: How a date stands that something lasts until.
_ENDS = frozenset({"until", "by"})
#: Fewer words than these are a remark on a word, no statement of anybody's.
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a sentence answers, with the place of its words, from ``start`` to ``end`` in it."""

    value: Value
    start: int
    end: int
    speaker: str | None = None


def date_told(clauses: Clauses, words: MeasureWords) -> Answer | None:
    """The day, month or year that answers a ``date`` or an ``event``: the one named nearest to the
    relation, of a ``date`` rather one that something lasts until. None where the sentence has no
    such words; raises `Left` where it does not state it.
    """
    says = stands(words.says, clauses.words, clauses.signs)
    subject = stands(words.subject, clauses.words, clauses.signs)
    if not says or (words.subject and not subject) or not clauses.dates:
        return None
    _check(clauses, words, says[0], is_event=words.measure.kind == "event")
    near = [
        (distance, place[0] > start, phrase)
        for phrase, start, end in clauses.dates
        for place in says
        if (distance := _distance(place, start, end)) <= _REACH
    ]
    if not near:
        raise Left("no day stands near the word of the relation")
    is_event = words.measure.kind == "event"
    _, _, phrase = min(near, key=lambda one: one[0] if is_event else _rank_of_end(*one))
    return Answer(_calendar(clauses, phrase, words), phrase.start, phrase.end)


def _rank_of_end(distance: int, stands_before: bool, phrase: DatePhrase) -> tuple[bool, bool, int]:
    """What "was extended in 2010 until 2042" says of an end comes last, and what "in 2010" opens
    the sentence says when it was extended.
    """
    return phrase.relation not in _ENDS, stands_before, distance


def _distance(place: tuple[int, int], start: int, end: int) -> int:
    return start - place[1] if start >= place[1] else place[0] - end + 1


def _calendar(clauses: Clauses, phrase: DatePhrase, words: MeasureWords) -> CalendarDate:
    if phrase.calendar is None or phrase.relation in {"before", "after", "about"}:
        raise Left("it names no one day, month or year")
    is_coming = clauses.published is not None and phrase.calendar.first > clauses.published.last
    if words.measure.kind == "event" and is_coming:
        raise Left("it has not happened yet")
    return phrase.calendar


def _check(
    clauses: Clauses, words: MeasureWords, place: tuple[int, int], *, is_event: bool
) -> None:
    never = stands(words.never, clauses.words, clauses.signs)
    if never:
        raise Left(f"“{' '.join(clauses.words[slice(*never[0])])}” rules it out")
    if words.needs and not stands(words.needs, clauses.words, clauses.signs):
        raise Left("none of the words that it needs stands in the sentence")
    if clauses.is_question:
        raise Left("it is asked, not said")
    masked = tuple("" if one in _ANNOUNCED and not is_event else one for one in clauses.words)
    start, _ = clauses.segment(*place)
    reason = (
        imagined(clauses.words, place[0])
        or denied_whole(clauses.words, clauses.governing(start), start, place[1])
        or unreal_words(masked, start, place[1], place if is_event else None)
    )
    if reason is not None:
        raise Left(reason)


def words_said(clauses: Clauses, words: MeasureWords) -> Iterator[Answer]:
    """What the measure's speaker is quoted for in a sentence that speaks of its subject."""
    measure = words.measure
    if measure.speaker is None:
        return
    if words.subject and not stands(words.subject, clauses.words, clauses.signs):
        return
    if words.needs and not stands(words.needs, clauses.words, clauses.signs):
        return
    for one in utterances(clauses.sentence, find_quotations(clauses.sentence)):
        if one.speaker is None or len(one.text.split()) < _FEW_WORDS:
            continue
        if is_same_speaker(measure.speaker, one.speaker):
            yield Answer(one.text, one.start, one.end, speaker=one.speaker)


def answers(clauses: Clauses, words: MeasureWords) -> Sequence[Answer]:
    """What a sentence says of a measure that is no quantity and no state. Raises `Left`."""
    if words.measure.kind == "quotation":
        return tuple(words_said(clauses, words))
    told = date_told(clauses, words)
    return () if told is None else (told,)
