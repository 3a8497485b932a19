"""Points: those that are of a percentage, by the percentage that stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import MOVING_WORDS
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.units import PERCENT, unit_at
from claimtrack.words.tokens import Piece, word_set

#: What news calls percentage points where the percentage is told, and goals and indexes as well.
POINTS = word_set("point points pt pts")


def are_of_a_percentage(tokens: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the points from *start* to *end* are what a percentage moved or differs by: "slipped
    two points to 38%", "nine points ahead of them on 20%", "at 30%, eight points lower".

    Where no percentage stands right there they are a game's or an index's: "fell 30 points, or
    0.4%, to 7,500".
    """
    place = end + (tokens[end].text == ",")
    leads = tokens[place].lower == "to" or _is_moved(tokens, start, place)
    if leads and _is_percentage(tokens, place + 1):
        return True
    if tokens[end].lower in _APART and _leads_to_percentage(tokens, end + 1):
        return True
    return _is_beside_level(tokens, start, moves=tokens[end].lower in _APART)


_APART = word_set("ahead behind clear adrift lower higher up down more less above below")
_MOST_WORDS_ON = 7


def _is_moved(tokens: Sequence[Piece], start: int, at: int) -> bool:
    """Whether the points before the "from" at *at* tell a movement: "fell two points from 40%", but
    not "20 points from 45% of the shots".
    """
    return tokens[at].lower == "from" and tokens[start - 1].lower in MOVING_WORDS


def _leads_to_percentage(tokens: Sequence[Piece], at: int) -> bool:
    """Whether "ahead" or "lower" goes on to the percentage: "of the rest on 20%", "at 30%"."""
    for place in range(at + (tokens[at].text == ","), at + _MOST_WORDS_ON):
        if tokens[place].lower in _STANDING and _is_percentage(tokens, place + 1):
            return True
        if tokens[place].kind != "word":
            return False
    return False


_STANDING = word_set("on at to than")


def _is_percentage(tokens: Sequence[Piece], at: int) -> bool:
    while tokens[at].lower in _LIGHT:
        at += 1
    found = number_at(tokens, at)
    unit = None if found is None else unit_at(tokens, found.end)
    return unit is not None and unit[0] == PERCENT


_LIGHT = word_set("about around just roughly nearly almost only the a")


def _is_beside_level(tokens: Sequence[Piece], start: int, *, moves: bool) -> bool:
    """Whether a percentage that something is at stands right before the points, and they tell a
    movement: "at 38% (−3 pts)", "on 29%, up two points", but not "rose 1.2%, up 52 points".
    """
    place = start - 1
    if tokens[place].text in _SIGNS or tokens[place].lower in _UP_OR_DOWN:
        place, moves = place - 1, True
    if not moves or tokens[place].text not in {",", "("}:
        return False
    place -= 1
    place -= (tokens[place - 1].lower, tokens[place].lower) == ("per", "cent")
    figure = place - 1
    if tokens[figure].kind != "number" or not _is_percentage(tokens, figure):
        return False
    level = figure - 1
    while tokens[level].lower in _LIGHT:
        level -= 1
    return tokens[level].lower in _AT_A_LEVEL


_SIGNS = frozenset("-−–+")
_UP_OR_DOWN = word_set("up down")
_AT_A_LEVEL = word_set("at on to with is was") | {":"}
