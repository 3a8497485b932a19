"""Lengths that end at a date: "the three months to June", "the week ending 12 September".

Statistics are told of them: a rate for the three months to June is no figure for June.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.counts import counted_at
from claimtrack.words.dating.moments import Between, Found, LengthTo, Stretch
from claimtrack.words.dating.spans import Precision, is_finer
from claimtrack.words.tokens import Token

#: What reads the moment at a place that a length runs up to.
EndAt = Callable[[Sequence[Token], int, CalendarWords], Found | None]


def length_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, end_at: EndAt
) -> Found | None:
    """The length that an article at *at* or an "in" before it opens, with its end as *end_at* reads
    it; None where it runs up to no date, or up to one that is longer than its own units.
    """
    opened = tokens[at].lower in words.the
    if not (opened or tokens[at - 1].lower in words.ahead):
        return None
    length = _length_at(tokens, at + opened, words)
    if length is None:
        return None
    unit, many, place = length
    if tokens[place].lower in words.ending:
        place += 2 if tokens[place + 1].lower in words.ending_on else 1
    elif tokens[place].lower in words.opened_joints | words.infinitive:
        place += 1
    else:
        return None
    end = end_at(tokens, place, words)
    if end is None or isinstance(end.moment, Between | Stretch | LengthTo):
        return None
    if end.moment.needs == "context" or is_finer(unit, end.moment.precision):
        return None
    return Found(LengthTo(unit, many, end.moment), end.end)


def _length_at(
    tokens: Sequence[Token], at: int, words: CalendarWords
) -> tuple[Precision, int, int] | None:
    """The units at *at* and how many, with the place after them: "12 months", "fiscal year"."""
    counted = counted_at(tokens, at, words)
    if counted is not None:
        return counted
    place = at + 1 if tokens[at].lower in words.fiscal else at
    word = tokens[place].lower
    one = None if word.endswith("s") else words.units.get(word)
    return None if one is None or one[1] != 1 else (one[0], 1, place + 1)
