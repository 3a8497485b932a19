"""Differences: by how much one amount is more than another: "80 more than a year ago"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import FACTOR_WORDS, Change
from claimtrack.words.counting.labels import is_year
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.spans import TIMES
from claimtrack.words.counting.things import Thing
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import COUNT, PERSONS, unit_at
from claimtrack.words.tokens import Piece, word_set

_MORE_OF_COUNTS = {"more": 1, "fewer": -1, "less": -1}
_MORE_OF_MONEY = {"more": 1, "less": -1}


def compared_by(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, thing: Thing | None
) -> Change | None:
    """The difference that the amount from *start* to *end* is told as, by a "more" behind it or
    behind what it counts: "costs £2,000 more", "19 seats fewer than before"; None where the words
    are a hedge of the number after them ("of the 40 more than half").
    """
    if unit in {COUNT, PERSONS}:
        at = thing.end if thing is not None and thing.start == end else end
        sign = _MORE_OF_COUNTS.get(tokens[at].lower)
        is_told = tokens[at + 1].lower == "than" and is_compared_with(tokens, at + 2)
    elif unit.is_money:
        at, sign = end, _MORE_OF_MONEY.get(tokens[end].lower)
        behind = tokens[at + 1]
        is_told = behind.kind != "word" or behind.lower in _ENDING
        if behind.lower == "than":
            is_told = is_compared_with(tokens, at + 2)
    else:
        return None
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


_FROM_NOW = word_set("ago earlier before previously")
# "The gains more than offset the losses" compares nothing.
_OUTDOING = word_set(
    "offset offsets made make makes paid pays pay cover covers covered compensate compensates"
    " compensated meet meets met match matched justify justified"
)
