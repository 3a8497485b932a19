"""Leanings: whether the verb beside a date is in the past or in the future."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.moments import Lean
from claimtrack.words.tokens import Token

#: How many tokens on either side a verb may stand, within the sentence.
_REACH = 12
_STOPS = frozenset(".;!?")


def lean_at(tokens: Sequence[Token], start: int, end: int, words: CalendarWords) -> Lean:
    """What the nearest verb before the tokens *start* to *end* says of when, else the nearest one
    behind: "he said late Monday that it could come" is told of a Monday past.
    """
    before = range(start - 1, max(start - 1 - _REACH, -1), -1)
    return _nearest(tokens, before, words) or _nearest(tokens, range(end, end + _REACH), words)


def _nearest(tokens: Sequence[Token], places: Iterable[int], words: CalendarWords) -> Lean:
    for place in places:
        token = tokens[place]
        lean = _lean(token, words)
        if lean == "future" and tokens[place - 1].lower in words.past:
            return "past"  # what "was planned" once
        if lean is not None or token.text in _STOPS or token.kind == "end":
            return lean
    return None


def _lean(token: Token, words: CalendarWords) -> Lean:
    if token.lower in words.future:
        return None if token.text in {"May", "Will"} else "future"
    return "past" if token.lower in words.past else None
