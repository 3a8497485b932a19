"""Leanings: whether the verb beside a date is in the past or in the future."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.calendarwords import CalendarWords
from claimtrack.words.moments import Lean
from claimtrack.words.tokens import Token

#: How many tokens on either side a verb may stand, within the sentence.
_REACH = 12
_STOPS = frozenset(".;!?")


def lean_at(tokens: Sequence[Token], start: int, end: int, words: CalendarWords) -> Lean:
    """What the verb nearest to the tokens *start* to *end* says of when; of two as near, the one
    before them.
    """
    behind, ahead = start - 1, end
    for _ in range(_REACH):
        if behind >= 0:
            lean = _lean(tokens[behind], words)
            if lean is not None:
                return lean
            behind = -1 if tokens[behind].text in _STOPS else behind - 1
        if ahead >= 0:
            lean = _lean(tokens[ahead], words)
            if lean is not None:
                return lean
            ahead = -1 if tokens[ahead].text in _STOPS or tokens[ahead].kind == "end" else ahead + 1
    return None


def _lean(token: Token, words: CalendarWords) -> Lean:
    if token.lower in words.future:
        return None if token.text in {"May", "Will"} else "future"
    return "past" if token.lower in words.past else None
