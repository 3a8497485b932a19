"""States told: which of a measure's states a sentence names, or none.

The words of a state are a phrase of the claim file. A sentence tells it when all its words stand
close together, in any form, in any order and with others between: "left Alaska without a deal"
also in "they left without reaching any deal, and Alaska was …".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.kinwords import kin_of, verb_forms
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.unreal import denied_whole, imagined, is_negation, unreal_words
from claimtrack.words.stating.wordforms import Slot
from claimtrack.words.tokens import word_set

#: Words of a phrase that need not be there.
_SMALL = word_set(
    "a an the of to in on at for with and or its their his her it is are was were be been being "
    "has have had having do does did that this from by as into ,"
)
#: Between the words of a phrase stand no more others than this, and two for each of them.
_LOOSE = 3
#: What is to come is not so yet, but that it will not be so is told.
_TO_COME = word_set("will would shall")
#: What is told to be one of these is not to come, or was not so.
_CALLED_OFF = word_set("postponed cancelled canceled scrapped aborted shelved")
#: What leads a phrase that ends at its comma and denies nothing behind it.
_LACKING = word_set("without despite lacking")
#: What somebody has failed to do is as good as denied.
_UNDONE = word_set("fail fails failed failing unable refuse refuses refused refusing")
#: Who is told to be these is so no longer.
_OVER = word_set("former ex onetime erstwhile")
#: Who could not do this saw it come; the verb stands so near its denial.
_PREVENTING = word_set("prevent prevented preventing avert averted stop stopped save halt")
_PREVENTED = 4
#: A verb is denied by these right before it, a helper between them or not.
_DENIALS = (
    ("not",), ("never",), ("no", "longer"), ("yet", "to"), *((word,) for word in word_set(
        "hasn't haven't hadn't didn't doesn't don't isn't aren't wasn't weren't hasn’t haven’t "
        "hadn’t didn’t doesn’t don’t isn’t aren’t wasn’t weren’t"
    )),
)  # fmt: skip
_HELPERS = word_set("be been being yet ever even in on a an the is are was were")
#: A clause behind these hangs on the one before.
_INTRODUCING = word_set("that whether")
#: And behind these is no fact.
_CONDITIONAL = word_set("if unless")


@dataclass(frozen=True, slots=True)
class StateTold:
    """That a sentence tells the state ``name`` with the words at ``places``, from ``start`` to
    ``end``.
    """

    name: str
    start: int
    end: int
    places: frozenset[int] = frozenset()


def state_told(
    clauses: Clauses, before: Sequence[Clauses], words: MeasureWords
) -> StateTold | None:
    """The state that a sentence tells; None where it has the words of none. Raises `Left` where it
    has them and does not tell it, or tells of two.
    """
    found = [
        (name, places, _missing(clauses, phrase))
        for name, phrases in words.states
        for phrase in phrases
        if (places := _places(clauses, phrase))
    ]
    if not found:
        return None
    _check_subject(clauses, before, words)
    names = {name for name, _ in words.states}
    reasons: list[str] = []
    told: list[tuple[str, tuple[int, ...], int]] = []
    for name, places, missing in found:
        reason = _not_told(clauses, places)
        opposite = f"not_{name}"
        if reason is None:
            told.append((name, places, missing))
        elif opposite in names and _is_plainly_denied(clauses, places):
            told.append((opposite, places, missing))
        else:
            reasons.append(reason)
    if not told:
        raise Left(reasons[0])
    best = max(map(_weight, told))
    heaviest = {
        name: places for name, places, lack in told if _weight((name, places, lack)) == best
    }
    if len(heaviest) > 1:
        raise Left("it tells of two states alike")
    ((name, places),) = heaviest.items()
    return StateTold(name, min(places), max(places) + 1, frozenset(places))


def _weight(told: tuple[str, tuple[int, ...], int]) -> tuple[int, int, int]:
    """The more words tell a state, the fewer of the small ones are missing, and the closer they
    stand, the better it is told.
    """
    _, places, missing = told
    return len(places), -missing, -_span(places)


def _missing(clauses: Clauses, phrase: Sequence[Slot]) -> int:
    """How many small words of *phrase* the sentence has nowhere: the "on" of "on strike"."""
    small = [slot for slot in phrase if _is_small(slot)]
    return sum(not any(slot.fits(word) for word in clauses.words) for slot in small)


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
        not slot.starts and _widened(slot).isdisjoint(present)
        for slot in phrase
        if not _is_small(slot) and not any(map(is_negation, slot.words))
    ):
        return ()
    telling = [slot for slot in phrase if not _is_small(slot)] or list(phrase)
    found = [[at for at, word in enumerate(clauses.words) if _fits(slot, word)] for slot in telling]
    if not all(found):
        return ()
    found.sort(key=len)
    near = (one for anchor in found[0] if (one := _around(anchor, found)))
    closest = min(near, key=_span, default=())
    return closest if closest and _span(closest) <= _LOOSE + 2 * len(telling) else ()


def _around(anchor: int, found: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The place nearest to *anchor* of each list, no place twice; empty where that cannot be."""
    taken: list[int] = []
    for them in found:
        free = [at for at in them if at not in taken]
        if not free:
            return ()
        taken.append(min(free, key=lambda at: abs(at - anchor)))
    return tuple(taken)


def _span(places: Sequence[int]) -> int:
    return max(places) - min(places)


@lru_cache(maxsize=8192)
def _widened(slot: Slot) -> frozenset[str]:
    """The forms of a word and of all that say the same, where the author lists none."""
    if slot.is_list:
        return slot.words
    return slot.words.union(*map(kin_of, verb_forms(slot.words)))


def _is_small(slot: Slot) -> bool:
    if slot.is_list:
        return not slot.starts and slot.words <= _SMALL
    return not slot.starts and not slot.words.isdisjoint(_SMALL)


def _fits(slot: Slot, word: str) -> bool:
    if slot.fits(word) or word in _widened(slot):
        return True
    return _denies(word) and any(is_negation(one) for one in slot.words)


def _not_told(
    clauses: Clauses, places: tuple[int, ...], denial: frozenset[int] = frozenset()
) -> str | None:
    """Why the words do not tell the state: a question, a denial, a wish, a condition; the *denial*
    at some places apart.
    """
    if clauses.is_question:
        return "it is asked, not said"
    if not denial and any(clauses.words[max(at - 2, 0) : at] == ("yet", "to") for at in places):
        return "not yet so (“yet to”)"
    start, end = _clause(clauses, places)
    own = clauses.segment(min(places), min(places) + 1)[0]
    whole = imagined(clauses.words, min(places)) or denied_whole(
        clauses.words, start, own, max(places) + 1
    )
    if whole is not None:
        return whole
    others = _others(clauses, places, denial)
    near = others[max(min(places) - 1, 0) : max(places) + 1]
    over = next((one for one in near if one in _OVER), None)
    if over is not None:
        return f"no longer so (“{over}”)"
    last = clauses.segment(min(places), max(places) + 1)[1]
    off = next((one for one in others[min(places) : last] if one in _CALLED_OFF), None)
    if off is None and "called off" in " ".join(others[min(places) : last]):
        off = "called off"
    if off is not None:
        return f"called off (“{off}”)"
    undone = next((one for one in others[start:end] if one in _UNDONE), None)
    if undone is not None:
        return f"not done (“{undone}”)"
    return unreal_words(others, start, end, None, is_figure=False)


def _is_plainly_denied(clauses: Clauses, places: tuple[int, ...]) -> bool:
    """Whether nothing but a denial of their verb keeps the words from telling the state: "has not
    left", "never ratified", "no longer bars", "has yet to join".
    """
    for at in places:
        denial = _denial_before(clauses.words, at)
        if denial is not None:
            return _not_told(clauses, places, denial) is None
    return False


def _denial_before(words: Sequence[str], at: int) -> frozenset[int] | None:
    """The places of the words right before a verb that deny it and nothing else."""
    end = at
    while end and words[end - 1] in _HELPERS:
        end -= 1
    for denial in _DENIALS:
        first = end - len(denial)
        if first >= 0 and tuple(words[first:end]) == denial:
            return frozenset(range(first, end))
    return None


def _others(clauses: Clauses, places: tuple[int, ...], denial: frozenset[int]) -> tuple[str, ...]:
    """The sentence's words, but for the telling ones and what says the same denial: "will not"."""
    is_denial = any(_denies(clauses.words[at]) for at in places)
    own = denial.union(places)
    return tuple(
        ""
        if at in own
        or (is_denial and (word in _TO_COME or _denies(word)))
        or _is_prevention_denied(clauses.words, at, own)
        else word
        for at, word in enumerate(clauses.words_of_no_date)
    )


def _is_prevention_denied(words: Sequence[str], at: int, own: Collection[int]) -> bool:
    """Whether the word at a place only denies that something was prevented, so that it was so:
    "could not prevent the fall".
    """
    if not _denies(words[at]) and words[at] not in {"could", "can"}:
        return False
    behind = range(at + 1, min(at + _PREVENTED, len(words)))
    return any(words[one] in _PREVENTING and one not in own for one in behind)


def _denies(word: str) -> bool:
    return is_negation(word) or word in _UNDONE


def _clause(clauses: Clauses, places: tuple[int, ...]) -> tuple[int, int]:
    """Where the clause of the words begins, what introduces it included, and where the word behind
    them ends: "no deal could be made".
    """
    last = max(places) + 1
    end = min(last + 1, clauses.segment(min(places), last)[1])
    start = clauses.segment(min(places), min(places) + 1)[0]
    if clauses.words[start] in _LACKING and "," in clauses.words[start : min(places)]:
        start = clauses.words.index(",", start) + 1
    start = clauses.governing(start, _INTRODUCING)
    is_condition = start > 0 and clauses.words[start - 1] in _CONDITIONAL
    return start - is_condition, end
