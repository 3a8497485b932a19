"""States told: which of a measure's states a sentence names, or none.

The words of a state are a phrase of the claim file. A sentence tells it when all its words stand
close together, in any form, in any order and with others between: "left Alaska without a deal"
also in "they left without reaching any deal, and Alaska was …".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.kinwords import kin_of
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.unreal import is_negation, unreal_words
from claimtrack.words.stating.wordforms import Slot
from claimtrack.words.tokens import word_set

#: Words of a phrase that need not be there.
_SMALL = word_set(
    "a an the of to in on at for with and or its their his her it is are was were be been being "
    "has have had having do does did that this from by as into"
)
#: Between the words of a phrase stand no more others than this, and two for each of them.
_LOOSE = 5
#: What is announced, or told in the past of what was to come, is told all the same.
_ANNOUNCED = word_set("will would shall")


@dataclass(frozen=True, slots=True)
class StateTold:
    """That a sentence tells the state ``name``, with the words ``start`` to ``end``."""

    name: str
    start: int
    end: int


def state_told(
    clauses: Clauses, before: Sequence[Clauses], words: MeasureWords
) -> StateTold | None:
    """The state that a sentence tells; None where it has the words of none. Raises `Left` where it
    has them and does not tell it, or tells of two.
    """
    found = [
        (len(places), name, places)
        for name, phrases in words.states
        for phrase in phrases
        if (places := _places(clauses, phrase))
    ]
    if not found:
        return None
    _check_subject(clauses, before, words)
    reasons: list[str] = []
    told: list[tuple[int, str, tuple[int, ...]]] = []
    for weight, name, places in found:
        reason = _not_told(clauses, places)
        if reason is None:
            told.append((weight, name, places))
        else:
            reasons.append(reason)
    if not told:
        raise Left(reasons[0])
    weight, name, places = max(told, key=lambda one: one[0])
    if any(one[0] == weight and one[1] != name for one in told):
        raise Left("it tells of two states alike")
    return StateTold(name, min(places), max(places) + 1)


def _check_subject(clauses: Clauses, before: Sequence[Clauses], words: MeasureWords) -> None:
    never = stands(words.never, clauses.words, clauses.signs)
    if never:
        raise Left(f"“{' '.join(clauses.words[slice(*never[0])])}” rules it out")
    near = (clauses, *before[-2:])
    if words.subject and not any(stands(words.subject, one.words, one.signs) for one in near):
        raise Left("what it is about is not named")
    if words.needs and not stands(words.needs, clauses.words, clauses.signs):
        raise Left("none of the words that it needs stands in the sentence")


def _places(clauses: Clauses, phrase: Sequence[Slot]) -> tuple[int, ...]:
    """The places of the telling words of *phrase*, as close together as they stand; empty where
    one is missing or they stand too far apart.
    """
    present = frozenset(clauses.words)
    if any(
        slot.start is None and _widened(slot).isdisjoint(present)
        for slot in phrase
        if not _is_small(slot) and not any(map(is_negation, slot.words))
    ):
        return ()
    telling = [slot for slot in phrase if not _is_small(slot)] or list(phrase)
    found = [[at for at, word in enumerate(clauses.words) if _fits(slot, word)] for slot in telling]
    if not all(found):
        return ()
    limit = _LOOSE + 3 * len(telling)
    rarest = min(found, key=len)
    closest: tuple[int, ...] = ()
    for anchor in rarest:
        near = tuple(min(them, key=lambda at: abs(at - anchor)) for them in found)
        if len(set(near)) < len(near) or max(near) - min(near) > limit:
            continue
        if not closest or max(near) - min(near) < max(closest) - min(closest):
            closest = near
    return closest


@lru_cache(maxsize=8192)
def _widened(slot: Slot) -> frozenset[str]:
    """The forms of a word and of all that say the same."""
    return slot.words.union(*map(kin_of, slot.words))


def _is_small(slot: Slot) -> bool:
    return slot.start is None and not slot.words.isdisjoint(_SMALL)


def _fits(slot: Slot, word: str) -> bool:
    if slot.fits(word) or word in _widened(slot):
        return True
    return is_negation(word) and any(is_negation(one) for one in slot.words)


def _not_told(clauses: Clauses, places: tuple[int, ...]) -> str | None:
    """Why the words do not tell the state: a question, a denial, a wish, a condition."""
    if clauses.is_question:
        return "it is asked, not said"
    start = clauses.segment(min(places), min(places) + 1)[0]
    while start > 1 and clauses.words[start - 1] in {"that", "whether"}:
        start = clauses.segment(start - 1, start - 1)[0]
    is_denial = any(is_negation(clauses.words[at]) for at in places)
    own = set(places)
    masked = tuple(
        "" if at in own or word in _ANNOUNCED or (is_denial and is_negation(word)) else word
        for at, word in enumerate(clauses.words)
    )
    return unreal_words(masked, start, max(places) + 1, None)
