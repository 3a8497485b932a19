"""Elsewhere: what a figure of a sentence in another language than English says of a measure.

Only what needs no grammar: the sentence names subject, relation and whose doing it is, the words
behind the figure are the measure's, and no word of the language denies it or makes it a wish.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.figurereading import Told, valued
from claimtrack.words.stating.otherfigures import figure_words
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.truetimes import TrueTime

#: What a figure is of stands among so many words behind it.
_BEHIND = 4


def figure_elsewhere(clauses: Clauses, words: MeasureWords, figure: Figure) -> Told:
    """What *figure* says of the measure of *words*. Raises `Left` where it says nothing."""
    for role in (words.says, words.subject, words.by, words.needs):
        if role and not stands(role, clauses.words, clauses.signs):
            raise Left("the sentence does not name all that the measure needs")
    ruled = stands(words.never, clauses.words, clauses.signs)
    if ruled:
        raise Left(f"“{' '.join(clauses.words[slice(*ruled[0])])}” rules it out")
    if clauses.is_question:
        raise Left("it is asked, not said")
    unreal = figure_words(clauses.language).unreal.intersection(clauses.words)
    if unreal:
        raise Left(f"not told as a fact (“{sorted(unreal)[0]}”)")
    _check_thing(clauses, words, figure)
    time = _time(clauses)
    amount, interval = valued(clauses, figure, words, time)
    if words.reads.since is not None and time.days is not None and not words.measure.is_rate:
        raise Left("it counts another period")
    return Told(figure, amount, interval, time)


def _check_thing(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` where a share or a count is of something that is none of the measure's words."""
    if (words.measure.unit or "").startswith("km2"):
        return
    behind = list(_words_behind(clauses, figure))
    if any(slot.fits(one) for one in _things(clauses, figure, behind) for slot in words.in_thing):
        return
    if behind:
        raise Left(f"it is of something else (“{' '.join(behind)}”)")
    if words.measure.unit == "share":
        raise Left("it is of nothing named")


def _things(clauses: Clauses, figure: Figure, behind: Sequence[str]) -> Iterator[str]:
    """The words that may say what a figure is of, and not where: the one right behind it takes the
    figure's own case, whatever that is.
    """
    places = figure_words(clauses.language).places
    yield from behind[:1]
    if not places:
        yield from behind[1:]
        return
    before = clauses.words[max(figure.start - 1, 0) : figure.start]
    yield from (one for one in (*behind[1:], *before) if not one.endswith(places))


def _words_behind(clauses: Clauses, figure: Figure) -> Iterator[str]:
    for at in range(figure.end, min(figure.end + _BEHIND, len(clauses.words))):
        if clauses.tokens[at].kind != "word":
            return
        yield clauses.words[at]


def _time(clauses: Clauses) -> TrueTime:
    """The text's day, and the days of the period that the sentence tells of. Raises `Left` where it
    is told for every week or more.
    """
    published, words = clauses.published, figure_words(clauses.language)
    if _has(clauses, words.longer):
        raise Left("it is told for a period")
    days = 1 if _has(clauses, words.last_day + words.daily) else None
    return TrueTime(published, "carried" if published else "seen", days=days)


def _has(clauses: Clauses, phrases: tuple[str, ...]) -> bool:
    said = f" {' '.join(clauses.words)} "
    return any(f" {one} " in said for one in phrases)
