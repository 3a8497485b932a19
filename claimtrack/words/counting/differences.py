"""Differences: by how much one amount is more than another: "80 more than a year ago", "1.2 km
shorter".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import FACTOR_WORDS, Change
from claimtrack.words.counting.labels import is_year
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.spans import TIMES
from claimtrack.words.counting.things import STOP_WORDS
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import COUNT, PERSONS, unit_at
from claimtrack.words.tokens import Piece, word_set

_MORE_OF_COUNTS = {"more": 1, "fewer": -1, "less": -1}
_MORE_OF_MONEY = {"more": 1, "less": -1}


#: The words that tell by how much one amount is more than another, behind it.
MORE_OR_LESS = frozenset(_MORE_OF_COUNTS)


def compared_by(tokens: Sequence[Piece], start: int, at: int, unit: Unit) -> Change | None:
    """The difference that an amount in *unit* from *start* on is told as, by the "more" at *at*,
    behind it or behind what it counts: "costs £2,000 more", "19 seats fewer than before"; None
    where it is a hedge of the number after it ("of the 40 more than half").
    """
    word, behind = tokens[at].lower, tokens[at + 1]
    if unit not in {COUNT, PERSONS} and not unit.is_money and unit.base not in _MEASURED:
        return None
    sign = (_MORE_OF_COUNTS if unit in {COUNT, PERSONS} else _MORE_OF_MONEY).get(word)
    if behind.lower == "than":
        is_told = is_compared_with(tokens, at + 2)
    else:
        is_told = unit.is_money and (behind.kind != "word" or behind.lower in _ENDING)
    return Change(sign, start, at + 1, by=True) if sign is not None and is_told else None


# What a "more" ends before: "£20 more for a seat", but not "£20 more tax".
_ENDING = word_set("a per each every for to in on and but if at when because as by this last")


def is_compared_with(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands behind the "than" before *at* is compared with, and no number that it
    bounds: "than his rival", "than in 2019", "than a year ago", but not "than half".
    """
    word = tokens[at].lower
    if word in FACTOR_WORDS or word in _OUTDOING or tokens[at].kind in {"end", "sign"}:
        return False
    number = number_at(tokens, at)
    if number is not None or word in {"a", "an"}:
        time = unit_at(tokens, at + 1 if number is None else number.end)
        if time is not None and time[0].base in TIMES:
            return tokens[time[1]].lower in _FROM_NOW
    return number is None or is_year(tokens, at)


def measured_by(tokens: Sequence[Piece], start: int, at: int, unit: Unit) -> Change | None:
    """The difference that an amount in *unit* from *start* on is told as, by the word at *at* for
    what is larger or smaller in that unit: "1.2 km shorter", "the 20 km longer route"; None where
    it says of what kind another thing is ("after 20 minutes shorter speeches began"), or where
    something lies ("two kilometres lower down").
    """
    sign = _OF_MEASURE[unit.base].get(tokens[at].lower) if unit.base in _OF_MEASURE else None
    if sign is None or unit.period is not None:
        return None
    behind = tokens[at + 1]
    if behind.kind == "word":
        stands = behind.lower in STOP_WORDS and behind.lower not in {"up", "down"}
        if not (stands or tokens[start - 1].lower in _DETERMINERS):
            return None
    return Change(sign, start, at + 1, by=True)


def _signed(rises: str, falls: str) -> dict[str, int]:
    return dict.fromkeys(rises.split(), 1) | dict.fromkeys(falls.split(), -1)


_OF_TIME = _signed("longer", "shorter")
_OF_MEASURE = dict.fromkeys(TIMES, _OF_TIME) | {
    "km": _signed(
        "longer taller higher deeper wider broader thicker",
        "shorter lower shallower narrower thinner smaller",
    ),
    "km2": _signed("larger bigger", "smaller"),
    "kg": _signed("heavier", "lighter"),
    "l": _signed("larger bigger", "smaller"),
}
_MEASURED = frozenset(_OF_MEASURE)
#: The words that `measured_by` finds a difference by.
LONGER_OR_SHORTER = frozenset(word for words in _OF_MEASURE.values() for word in words)
_DETERMINERS = word_set("the a an its their his her our this that these those")


_FROM_NOW = word_set("ago earlier before previously")
# "The gains more than offset the losses" compares nothing.
_OUTDOING = word_set(
    "offset offsets made make makes paid pays pay cover covers covered compensate compensates"
    " compensated meet meets met match matched justify justified"
)
