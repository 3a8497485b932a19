"""Denied times: "will not open until December" tells of no time before it, and so it is with
"before".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.dating.calendarwords import CalendarWords, Relation
from claimtrack.words.dating.leanings import is_denial
from claimtrack.words.tokens import Token

#: How many tokens before the word of the relation a denial may stand, within the clause.
_REACH = 14
_STOPS = frozenset('.,;:!?()“”"–—')


def denied(tokens: Sequence[Token], at: int, relation: Relation, words: CalendarWords) -> Relation:
    """The *relation* whose word stands at *at*, with what a denial before it makes of it: "not
    until" and "not before" a time are no earlier than that. Verbs that last ("did not hold until
    May") only end sooner, and of what was, a denial with "before" tells of the time before ("there
    was no war before 2014").
    """
    if relation not in {"until", "before"} or tokens[at].lower not in words.deniable:
        return relation
    if relation == "before" and not _is_to_come(tokens, at, words):
        return relation
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        token = tokens[place]
        if token.text in _STOPS or token.lower in words.reporting:
            return relation
        if relation == "until" and token.lower in words.lasting:
            return relation
        if _denies(tokens, place, words):
            return "not before"
    return relation


def _is_to_come(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the clause that ends at *at* tells of what is to come."""
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        token = tokens[place]
        if token.text in _STOPS:
            return False
        if token.lower in words.improbable or token.lower in words.scheduled:
            return True
        is_resolved = token.lower in words.infinitive and tokens[place + 1].lower in words.passive
        if is_resolved or (token.lower in words.future and token.text not in {"May", "Will"}):
            return True
    return False


def _denies(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    if not (is_denial(tokens[at], words) or tokens[at].lower in words.improbable):
        return False
    return tokens[at + 1].lower not in words.no_denial_before
