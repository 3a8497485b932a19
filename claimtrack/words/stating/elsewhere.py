"""Elsewhere: what a figure of a sentence in another language than English says of a measure.

Only what needs no grammar: the sentence names subject, relation and whose doing it is, the words
behind the figure are the measure's, and no word of the language denies it or makes it a wish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.figurereading import Told
from claimtrack.words.stating.figurevalues import rest, valued
from claimtrack.words.stating.otherfigures import figure_words
from claimtrack.words.stating.qualifiers import tells_of_having
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.truetimes import TrueTime
from claimtrack.words.stating.wordforms import Slot

#: What a figure is of stands among so many words behind it.
_BEHIND = 5
#: And what a case of its own marks, among so many.
_NEAR = 3
_YEAR = re.compile(r"(?:19|20)\d\d")


def figure_elsewhere(clauses: Clauses, words: MeasureWords, figure: Figure) -> Told:
    """What *figure* says of the measure of *words*. Raises `Left` where it says nothing."""
    words = words.elsewhere
    is_rest = _is_rest(clauses, words)
    for role in (words.says, words.subject, () if is_rest else words.by, words.needs):
        if role and not stands(role, clauses.words, clauses.signs):
            raise Left("the sentence does not name all that the measure needs")
    if words.by and not is_rest and not any(_acts(clauses, *one) for one in _by(clauses, words)):
        raise Left("it is only where something is, and nobody's doing")
    ruled = stands(words.never, clauses.words, clauses.signs)
    if ruled:
        raise Left(f"“{' '.join(clauses.words[slice(*ruled[0])])}” rules it out")
    if clauses.is_question:
        raise Left("it is asked, not said")
    said = (*clauses.words[: figure.start], *clauses.words[figure.end :])
    unreal = figure_words(clauses.language).unreal.intersection(said)
    if unreal:
        raise Left(f"not told as a fact (“{sorted(unreal)[0]}”)")
    _check_thing(clauses, words, figure)
    _check_side(clauses, words, figure)
    _check_level(clauses, words, figure)
    time = _time(clauses)
    amount, interval = valued(clauses, figure, words, time)
    if words.reads.since is not None and time.days is not None and not words.measure.is_rate:
        raise Left("it counts another period")
    if is_rest:
        amount, interval = rest(amount, interval)
    return Told(figure, amount, interval, time, derived=is_rest)


def _by(clauses: Clauses, words: MeasureWords) -> list[tuple[int, int]]:
    return stands(words.by, clauses.words, clauses.signs)


def _acts(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the name at a place may be whoever acts or has, not where something is: the "in
    Russland" of a language with prepositions, the "Venäjällä" of one with cases.
    """
    language = figure_words(clauses.language)
    if start and clauses.words[start - 1] in language.inside:
        return False
    if not clauses.words[end - 1].endswith(language.places) or not language.places:
        return True
    return not language.owning.isdisjoint(clauses.words[end : end + 1])


def _is_rest(clauses: Clauses, words: MeasureWords) -> bool:
    """Whether a share is told of what the other still has: he stands right beside the relation, and
    whoever has the rest is not named.
    """
    if words.measure.unit != "share" or not words.by or words.other == words.subject:
        return False
    if stands(words.by, clauses.words, clauses.signs):
        return False
    subject = stands(words.subject, clauses.words, clauses.signs)
    others = stands(words.other, clauses.words, clauses.signs)
    beside = {
        place for start, end in others if (start, end) not in subject for place in (start, end)
    }
    relation = stands(words.says, clauses.words, clauses.signs)
    return any(end in beside or start in beside for start, end in relation)


def _check_level(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` where what somebody has grew by the figure, or had it in a year gone by: days of
    other languages are not read.
    """
    if not tells_of_having(words):
        return
    language = figure_words(clauses.language)
    before = clauses.words[max(figure.start - 1, 0) : figure.start]
    behind = clauses.sentence[figure.quantity.end :].lower()
    is_by = not language.by.isdisjoint(before) or behind.startswith(language.by_ending)
    if is_by or not language.growing.isdisjoint(clauses.words):
        raise Left("it is a change, no level")
    year = clauses.published.first.year if clauses.published else None
    named = [int(word) for word in clauses.words if _YEAR.fullmatch(word)]
    if year is not None and any(one < year for one in named):
        raise Left("it names a year gone by")


def _check_thing(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` where a share or a count is of something that is none of the measure's words."""
    if (words.measure.unit or "").startswith("km2"):
        return
    behind = list(_words_behind(clauses, figure))
    if _is_of_it(clauses, words, behind) or _is_of_it_before(clauses, words, figure, behind):
        return
    if behind:
        named = " ".join(clauses.words[at] for at in behind)
        raise Left(f"it is of something else (“{named}”)")
    if words.measure.unit == "share":
        raise Left("it is of nothing named")


def _is_of_it(clauses: Clauses, words: MeasureWords, behind: Sequence[int]) -> bool:
    """Whether the words at the places *behind* a figure begin with the measure's own. A share of
    what is only called after it ("of the Ukrainian harvest", "of Ukrainians") is none of it.
    """
    language = figure_words(clauses.language)
    if words.measure.unit != "share":
        return bool(behind) and _fits(words, clauses.words[behind[0]])
    if not behind or not _fits(words, clauses.words[behind[0]]):
        return _is_of_case(clauses, words, behind[:_NEAR])
    of_case = [at for at in behind[:_NEAR] if clauses.words[at].endswith(language.of_case)]
    if of_case:
        first = clauses.words[of_case[0]]
        return _fits(words, first) and not _only_calls(clauses, words, of_case[0], behind)
    return not _only_calls(clauses, words, behind[0], behind)


def _is_of_case(clauses: Clauses, words: MeasureWords, behind: Sequence[int]) -> bool:
    """Whether a word *behind* says in its own ending that the figure is of it."""
    endings = figure_words(clauses.language).of_case
    found = [clauses.words[at] for at in behind if clauses.words[at].endswith(endings)]
    return bool(found) and _fits(words, found[0])


def _only_calls(clauses: Clauses, words: MeasureWords, at: int, behind: Sequence[int]) -> bool:
    """Whether the word at a place is the adjective or the people of a name, in small letters, and
    no word of the measure follows.
    """
    is_name = any(slot.fits(clauses.words[at]) for phrase in words.subject for slot in phrase)
    if not is_name or clauses.tokens[at].text[:1].isupper():
        return False
    following = [clauses.words[one] for one in behind if one > at][:1]
    return not any(_fits(words, one) for one in following)


def _is_of_it_before(
    clauses: Clauses, words: MeasureWords, figure: Figure, behind: Sequence[int]
) -> bool:
    """Whether the word before the figure is what it is of, in a language that puts it there, or
    one that heads the sentence in a case that says so.
    """
    if not behind and words.measure.unit == "share" and _is_of_case(clauses, words, (0, 1, 2)):
        return clauses.tokens[0].text[:1].isupper() and figure.start > _NEAR
    places = figure_words(clauses.language).places
    if not places or not figure.start:
        return False
    if words.measure.unit != "share" and behind:
        return False
    before = clauses.words[figure.start - 1]
    if before.endswith(places) or not _fits(words, before):
        return False
    return not _only_calls(clauses, words, figure.start - 1, (figure.start - 1, *behind))


def _fits(words: MeasureWords, word: str) -> bool:
    return any(slot.fits(word) for slot in words.in_thing)


def _check_side(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` where a count is the other side's: of the names before the figure the last one
    tells, where none stands in what is counted.
    """
    own = words.by or words.subject
    if (words.by and words.subject) or not words.other:
        return  # a share of the other's land names him besides
    counted = clauses.words[figure.end : figure.end + 2]
    if _names(own, counted):
        return
    language = figure_words(clauses.language)
    for at in range(figure.start - 1, -1, -1):
        word = clauses.words[at]
        is_place = word.endswith(language.places)
        if is_place or (at and clauses.words[at - 1] in language.prepositions):
            continue
        if _names(own, (word,)):
            if _is_joined(clauses, words, at):
                raise Left("it is of several together")
            return
        if _names(words.other, (word,)):
            raise Left("it is the other side's")
    if _names(words.other, counted):
        raise Left("it is the other side's")


def _is_joined(clauses: Clauses, words: MeasureWords, at: int) -> bool:
    """Whether the name at a place stands behind the other's: "Ukraine's and Russia's losses"."""
    joints = figure_words(clauses.language).between[1].split()
    return (
        at > 1 and clauses.words[at - 1] in joints and _names(words.other, [clauses.words[at - 2]])
    )


def _names(phrases: Sequence[Sequence[Slot]], said: Sequence[str]) -> bool:
    return any(slot.fits(word) for phrase in phrases for slot in phrase for word in said)


def _words_behind(clauses: Clauses, figure: Figure) -> Iterator[int]:
    """The places of the words right behind a figure, articles passed over."""
    articles = figure_words(clauses.language).articles
    for at in range(figure.end, min(figure.end + _BEHIND, len(clauses.words))):
        if clauses.tokens[at].kind != "word":
            return
        if clauses.words[at] not in articles:
            yield at


def _time(clauses: Clauses) -> TrueTime:
    """The text's day, and the days of the period that the sentence tells of."""
    published, words = clauses.published, figure_words(clauses.language)
    periods = (
        (1, words.last_day + words.daily),
        (7, words.weekly),
        (30, words.monthly),
        (365, words.yearly),
    )
    days = next((days for days, phrases in periods if _has(clauses, phrases)), None)
    return TrueTime(published, "carried" if published else "seen", days=days)


def _has(clauses: Clauses, phrases: tuple[str, ...]) -> bool:
    said = f" {' '.join(clauses.words)} "
    return any(f" {one} " in said for one in phrases)
