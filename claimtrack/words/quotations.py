"""Quotations: what a text quotes, and how a claimed wording compares with it, on two axes: the
words, and the speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from claimtrack.words.quoting.alignment import Alignment, Difference, Told, Wording, align
from claimtrack.words.quoting.cited import Quotation, find_quotations
from claimtrack.words.quoting.narration import Turn, turns
from claimtrack.words.quoting.persons import is_same_speaker
from claimtrack.words.quoting.speech import SpeechWords, speech_words
from claimtrack.words.quoting.spoken import Spoken, spoken_words
from claimtrack.words.quoting.utterances import is_continued, utterances

__all__ = [
    "Difference", "Quotation", "WordingMatch", "find_quotations", "match_wording",
    "without_narration",
]  # fmt: skip

Attribution = Literal["right", "other", "unknown"]

_BEST: tuple[Wording, ...] = ("verbatim", "elided", "altered", "not_found")
_NEAREST: tuple[Attribution, ...] = ("right", "unknown", "other")
#: Quotations of one speaker that stand no further apart are one speech, interrupted.
_INTERRUPTED = 160


@dataclass(frozen=True, slots=True)
class WordingMatch:
    """How a claimed wording compares with a text.

    ``wording`` tells whether the words are there: ``verbatim``; ``elided``, with words left out
    where an ellipsis or a bracket says so; ``altered``, with ``differences``; or ``not_found``.
    ``attribution`` tells whether the text gives them to the speaker who was asked for.
    ``left_out`` holds words around the passage, or behind an ellipsis, that turn its meaning.
    ``score`` is the part of the wording that the text has, 0..1. ``start`` and ``end`` are those
    of the passage, and ``quotation`` is the one it stands in; None where it stands in none.
    ``cited`` is who is said to have said it.
    """

    wording: Wording
    attribution: Attribution = "unknown"
    differences: tuple[Difference, ...] = ()
    left_out: tuple[Difference, ...] = ()
    score: float = 0.0
    start: int | None = None
    end: int | None = None
    quotation: Quotation | None = None
    cited: str | None = None


@dataclass(frozen=True, slots=True)
class _Speech:
    """Words of the text that one speaker is cited for; all of it where nobody is."""

    words: Sequence[Spoken]
    quotations: tuple[Quotation, ...] = ()
    cited: str | None = None


def match_wording(
    wording: str, text: str | Quotation, *, speaker: str | None = None, language: str = "en"
) -> WordingMatch:
    """How *wording* compares with what *text* says, and whether *speaker* is who said it.

    Where several passages are alike, the one that agrees best is told, and of equal ones that of
    the speaker. Offsets are those of *text*; of a quotation, those of its words. Never raises.
    """
    words = speech_words(language)
    claimed = Told(wording, spoken_words(wording, words))
    if isinstance(text, Quotation):
        return _match_one(claimed, text, speaker, words)
    heard = spoken_words(text, words)
    found = find_quotations(text, language=language)
    speeches = [*_speeches(text, heard, found), _Speech(heard, tuple(found))]
    spoken_turns = turns(text)
    return min(
        (
            _match(align(claimed, Told(text, speech.words)), speech, speaker, spoken_turns, text)
            for speech in speeches
        ),
        key=_rank,
    )


def without_narration(said: str, wording: str, *, speaker: str | None = None) -> str:
    """What *said* quotes somebody for, where *wording* stands in a quotation of it and somebody is
    named who said so: “We go,” X said. is "We go". All of it otherwise.
    """
    one = match_wording(wording, said, speaker=speaker).quotation
    if one is None or one.speaker is None or one.how == "turn":
        return said
    told = utterances(said, find_quotations(said))
    words = [each.text for each in told if each.speaker == one.speaker]
    return " ".join(f"{each}." if each[-1:].isalnum() else each for each in words) or one.text


def _match_one(
    claimed: Told, quotation: Quotation, speaker: str | None, words: SpeechWords
) -> WordingMatch:
    """How *claimed* compares with one quotation, by the offsets of its own words."""
    said = quotation.text
    whole = replace(quotation, start=0, end=len(said))
    alignment = align(claimed, Told(said, spoken_words(said, words)))
    match = _match(alignment, _Speech((), (whole,), quotation.speaker), speaker, (), said)
    return match if match.quotation is None else replace(match, quotation=quotation)


def _rank(match: WordingMatch) -> tuple[int, int, float, bool]:
    # Of equal ones that in quotation marks: the same words may stand in the headline.
    return (
        _BEST.index(match.wording),
        _NEAREST.index(match.attribution),
        -match.score,
        match.quotation is None,
    )


def _match(
    alignment: Alignment,
    speech: _Speech,
    speaker: str | None,
    spoken_turns: Sequence[Turn],
    text: str,
) -> WordingMatch:
    if alignment.wording == "not_found":
        return WordingMatch("not_found", score=alignment.found)
    quotation = _holding(speech.quotations, alignment)
    cited = speech.cited if quotation is None else quotation.speaker
    if cited is None and quotation is None:
        cited = _has_the_floor(alignment.start, spoken_turns, text)
    return WordingMatch(
        wording=alignment.wording,
        attribution=_attribution(speaker, cited),
        differences=alignment.differences,
        left_out=alignment.left_out,
        score=alignment.found,
        start=alignment.start,
        end=alignment.end,
        quotation=quotation,
        cited=cited,
    )


def _attribution(speaker: str | None, cited: str | None) -> Attribution:
    if speaker is None or cited is None:
        return "unknown"
    same = is_same_speaker(speaker, cited)
    if same is None:
        return "unknown"
    return "right" if same else "other"


def _holding(quotations: Iterable[Quotation], alignment: Alignment) -> Quotation | None:
    """The innermost of *quotations* in which the passage begins."""
    holding = [one for one in quotations if one.start <= alignment.start < one.end]
    return holding[-1] if holding else None


def _has_the_floor(at: int, spoken_turns: Sequence[Turn], text: str) -> str | None:
    """Whose turn it is at a place of a transcript."""
    for turn in spoken_turns:
        if turn.start <= at < turn.end:
            return text[slice(*turn.label)] if turn.label else None
    return None


def _speeches(text: str, heard: Sequence[Spoken], found: Sequence[Quotation]) -> Iterator[_Speech]:
    """What each speaker is quoted for: “We will not,” he said, “go there” is one speech."""
    starts = [word.start for word in heard]
    for run in _runs(text, found):
        words = [
            word
            for one in run
            for word in heard[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        ]
        yield _Speech(words, tuple(run), run[0].speaker)


def _runs(text: str, found: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    yield from ([one] for one in found if one.nested)
    outer = [one for one in found if not one.nested]
    run = outer[:1]
    for one, other in pairwise(outer):
        is_near = other.start - one.end <= _INTERRUPTED
        if other.speaker == one.speaker and (is_near or is_continued(text, one, other)):
            run.append(other)
        else:
            yield run
            run = [other]
    if run:
        yield run
