"""Leanings: whether the verb beside a date tells of what was, or of what is to come."""

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
    behind: "he said late Monday that it could come" is told of a Monday past. "Since" a time is
    told of one past whatever the verb.
    """
    if any(token.lower in words.since for token in tokens[start:end]):
        return "past"
    is_led = tokens[start].lower in words.relations
    if is_led and tokens[start - 1].lower in words.being:  # "the vote is on Friday"
        return "scheduled"
    before = range(start - 1, max(start - 1 - _REACH, -1), -1)
    behind = range(end, end + _REACH)
    told = _nearest(tokens, before, words) or _nearest(tokens, behind, words)
    if told == "scheduled" and tokens[start].lower in words.limits:  # "it runs until February"
        return "future"
    if told is None and (_in_sentence(tokens, start, end) or tokens[start].lower in words.limits):
        return "either"
    return told


def _in_sentence(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is a word beside the tokens *start* to *end*: a date in a byline or in the cell
    of a table stands alone, and is of what was.
    """
    around = (*tokens[max(start - 1, 0) : start], tokens[end])
    return any(token.kind == "word" for token in around)


def _nearest(tokens: Sequence[Token], places: Iterable[int], words: CalendarWords) -> Lean:
    for place in places:
        token = tokens[place]
        lean = _lean(tokens, place, words)
        if lean in {"future", "scheduled"} and tokens[place - 1].lower in words.past:
            return "past"  # what "was planned" once
        if lean is not None or token.text in _STOPS or token.kind == "end":
            return lean
    return None


def _lean(tokens: Sequence[Token], at: int, words: CalendarWords) -> Lean:
    token, before = tokens[at], tokens[at - 1].lower
    if token.lower in words.future:
        return None if token.text in {"May", "Will"} else "future"
    if token.lower in words.infinitive and before in words.being | words.having:
        return "future"
    if token.lower in words.scheduled:
        return None if before in words.not_verbs_after else "scheduled"
    is_past = token.lower in words.past or _is_weak_past(token, words)
    return "past" if is_past and before not in words.passive else None


def _is_weak_past(token: Token, words: CalendarWords) -> bool:
    """Whether the ending of *token* makes it a verb of the past, as that of most verbs does."""
    if len(token.lower) <= _SHORTEST_PAST or not token.lower.endswith(words.past_ending):
        return False
    return token.text.islower() and token.lower not in words.no_past


_SHORTEST_PAST = 4
