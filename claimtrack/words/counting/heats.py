"""Heats: what the words beside degrees make of them: a difference, or a level below nought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.words.counting.changes import Change
from claimtrack.words.counting.sciences import CELSIUS, OTHER
from claimtrack.words.counting.unit import Unit
from claimtrack.words.tokens import Piece, word_set

_WARMER = word_set("warmer hotter higher milder above over")
_COOLER = word_set("cooler colder lower chillier below under")
#: What tells on which side of nought degrees are.
SIDES = word_set("above over below under")
_NOUGHT = word_set("zero freezing nought")
_DIFFERING = word_set("warming cooling difference anomaly")
_MOST_WORDS_BACK = 4


def is_heat(tokens: Sequence[Piece], unit: Unit, end: int) -> bool:
    """Whether *unit*, whose words end at *end*, is of degrees, of whatever scale."""
    return unit.base == "degC" or (unit == OTHER and tokens[end - 1].lower in _DEGREES)


_DEGREES = word_set("degrees degree ° º")


def from_nought(tokens: Sequence[Piece], unit: Unit, end: int) -> int | None:
    """-1 for "below zero" at *end*, 1 for "above zero" (or freezing, of Celsius); None without."""
    side = side_at(tokens, unit, end)
    return side.sign if side is not None and side.is_of_nought else None


class Side(NamedTuple):
    """Which side degrees are on: -1 for below, the place after its words, and whether they say that
    it is of nought.
    """

    sign: int
    end: int
    is_of_nought: bool


def side_at(tokens: Sequence[Piece], unit: Unit, at: int) -> Side | None:
    """The side that "below zero", "above freezing" or a mere "below" tells at *at*; None else."""
    side, nought = tokens[at].lower, tokens[at + 1].lower
    if side not in SIDES:
        return None
    told = nought in _NOUGHT and (nought != "freezing" or unit == CELSIUS)
    return Side(-1 if side in _COOLER else 1, at + 2 if told else at + 1, told)


def compared(tokens: Sequence[Piece], start: int, end: int) -> Change | None:
    """The difference that degrees are told as: "3C warmer", "5°F above average"."""
    word = tokens[end].lower
    if word not in _WARMER and word not in _COOLER:
        return None
    return Change(1 if word in _WARMER else -1, start, end + 1, by=True)


def is_difference(tokens: Sequence[Piece], start: int, end: int) -> bool:
    """Whether degrees are of what something warmed by: "2.7°F of warming", "warming to 2.7°F"."""
    behind = tokens[end].lower == "of" and tokens[end + 1].lower in _DIFFERING
    before = tokens[max(start - _MOST_WORDS_BACK, 0) : start]
    return behind or any(token.lower in _DIFFERING for token in before)
