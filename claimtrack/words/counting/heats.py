"""Heats: what the words beside degrees make of them: a difference, or a level below nought."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import Change
from claimtrack.words.counting.sciences import CELSIUS, OTHER
from claimtrack.words.counting.unit import Unit
from claimtrack.words.tokens import Piece, word_set

_WARMER = word_set("warmer hotter higher milder above over")
_COOLER = word_set("cooler colder lower chillier below under")
_SIDES = word_set("above over below under")
_NOUGHT = word_set("zero freezing nought")
_DIFFERING = word_set("warming cooling difference anomaly")
_MOST_WORDS_BACK = 4


def is_heat(tokens: Sequence[Piece], unit: Unit, end: int) -> bool:
    """Whether *unit*, whose words end at *end*, is of degrees, of whatever scale."""
    return unit.base == "degC" or (unit == OTHER and tokens[end - 1].lower in _DEGREES)


_DEGREES = word_set("degrees degree ° º")


def from_nought(tokens: Sequence[Piece], unit: Unit, end: int) -> int | None:
    """-1 for "below zero" at *end*, 1 for "above zero" (or freezing, of Celsius); None without."""
    side, nought = tokens[end].lower, tokens[end + 1].lower
    if side not in _SIDES or nought not in _NOUGHT:
        return None
    if nought == "freezing" and unit != CELSIUS:
        return None
    return -1 if side in _COOLER else 1


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
