"""Moves: the levels that something moved between, told by bare numbers: "rose from 120 to 150"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.changes import MOVING_WORDS, change_before, sign_of_move, verb_before
from claimtrack.words.counting.hedges import places_behind_hedge
from claimtrack.words.counting.labels import is_label, is_year
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.rules import times
from claimtrack.words.counting.things import counted_at
from claimtrack.words.counting.units import unit_at
from claimtrack.words.tokens import Piece

#: The words right before a number that `verb_of_level` asks for.
LEADING_TO_LEVELS = frozenset({"from", "to"})
_STOPS = frozenset(".;:!?()")
_MOST_TOKENS_APART = 12


def verb_of_level(tokens: Sequence[Piece], start: int, at: int) -> int | None:
    """The place of the verb that the bare number at *at*, whose phrase begins at *start*, is a
    level of: both ends of "fell from 12 in May to 9", the 800 of "fell by 400 to 800", the 365 of
    "down from 365". None where nothing moves so, or the other way: what "fell from 3 to 12" fell in
    a table.
    """
    match tokens[start - 1].lower:
        case "from":
            verb = _verb_before_both(tokens, start, at)
            return _verb_behind(tokens, start, at) if verb is None else verb
        case "to":
            return _verb_behind(tokens, start, at)
        case _:
            return None


def is_level_like_a_year(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the figure at *at*, written as a year is, is a level all the same: the 2019 of "fell
    from 2,300 to 2019". The other level stands right before it and is no year, the order is the
    verb's, neither is twice the other, and nothing behind makes it a year ("to 2019 levels").
    """
    was = at - 2
    if tokens[at - 1].lower != "to" or tokens[was - 1].lower != "from" or is_year(tokens, was):
        return False
    verb = verb_before(tokens, was - 1)
    before, now = number_at(tokens, was), number_at(tokens, at)
    if verb is None or before is None or now is None or not sign_of_move(tokens[verb]):
        return False
    if before.end != at - 1 or now.end != at + 1 or counted_at(tokens, at + 1) is not None:
        return False
    small, large = sorted((before.number.value, now.number.value))
    return large < times(small, Decimal(2)) and _moves_so(tokens, verb, was, at)


def _verb_before_both(tokens: Sequence[Piece], start: int, at: int) -> int | None:
    """The verb right before the "from" of the number at *at*, where the other level follows."""
    verb = verb_before(tokens, start - 1)
    if verb is None:
        return None
    for place in range(at + 1, at + _MOST_TOKENS_APART):
        if tokens[place].kind == "end" or tokens[place].text in _STOPS:
            break
        if tokens[place].lower == "to":
            now = _number_behind(tokens, place + 1)
            return verb if now is not None and _moves_so(tokens, verb, at, now) else None
    is_told_before = tokens[verb].lower in _COMPARING and not is_year(tokens, at)
    return verb if is_told_before else None


# "It has 121, down from 365": the level now stands before it.
_COMPARING = frozenset({"up", "down"})


def _verb_behind(tokens: Sequence[Piece], start: int, at: int) -> int | None:
    """The verb before the other level, or before the change, that was told before the number."""
    was_before = tokens[start - 1].lower == "to"
    for place in range(start - 2, max(start - 2 - _MOST_TOKENS_APART, 0), -1):
        word = tokens[place].lower
        if tokens[place].kind == "end" or word in _STOPS:
            return None
        if word == "to" or (was_before and word in _LEADING):
            verb, other = verb_before(tokens, place), _number_behind(tokens, place + 1)
            if verb is None or other is None or other >= start - 1:
                return None
            if word == "from" and _has_unit(tokens, other):  # "from 400 metres to 900"
                return None
            was, now = (at, other) if word == "to" else (other, at)
            if word == "to" and was_before:  # "rose to 150 to ..." tells no level
                return None
            return verb if word == "by" or _moves_so(tokens, verb, was, now) else None
        if word in MOVING_WORDS and was_before and change_before(tokens, place + 1, share=False):
            moved = number_at(tokens, place + 1)
            is_moved = moved is not None and moved.end == start - 1
            return place if is_moved and _is_no_range(tokens, place + 1, start) else None
    return None


_LEADING = frozenset({"from", "by"})


def _has_unit(tokens: Sequence[Piece], at: int) -> bool:
    found = number_at(tokens, at)
    return found is not None and unit_at(tokens, found.end) is not None


def _is_no_range(tokens: Sequence[Piece], first: int, at: int) -> bool:
    """Whether the two numbers tell a change and a level: "rose 3,000 to 231,000 people", but not
    "dropped 5 to 10 bombs".
    """
    second = _number_behind(tokens, at)
    moved, now = number_at(tokens, first), number_at(tokens, second or at)
    if moved is None or now is None:
        return False
    is_far = now.number.value > times(moved.number.value, Decimal(2))
    return is_far or counted_at(tokens, now.end) is None


def _number_behind(tokens: Sequence[Piece], at: int) -> int | None:
    """The place of the number at *at*, or behind a hedge there."""
    places = places_behind_hedge(tokens, at)
    return next((place for place in places if number_at(tokens, place) is not None), None)


def _moves_so(tokens: Sequence[Piece], verb: int, was: int, now: int) -> bool:
    """Whether the numbers at *was* and *now* are levels, and their order is the verb's."""
    before, after = number_at(tokens, was), number_at(tokens, now)
    if before is None or after is None or (is_year(tokens, was) and is_year(tokens, now)):
        return False
    if is_label(tokens, was, before.end - 1) or is_label(tokens, now, after.end - 1):
        return False
    sign = sign_of_move(tokens[verb])
    return not sign or (after.number.value > before.number.value) == (sign > 0)
