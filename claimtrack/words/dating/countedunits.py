"""Counted units: the parts of a longer time that are told by their place in it: "the last week of
August", "the first six months of 2025", "the last day of the month", "the 18th of last month".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.words.dating.ages import ordinal_at
from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.counts import bare, counted_at
from claimtrack.words.dating.moments import Between, CountedUnits, Elsewhere, Found, PartOf
from claimtrack.words.dating.spans import Precision, is_finer
from claimtrack.words.tokens import Token

#: What reads the longer time at a place, "the month" and "last month" included.
WholeAt = Callable[[Sequence[Token], int, CalendarWords], Found | None]


def counted_units_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, whole_at: WholeAt
) -> Found | None:
    """The units that are counted at *at*, of the longer time behind them as *whole_at* reads it."""
    counted = _counted_at(tokens, at, words)
    if counted is None:
        return None
    unit, first, many, end = counted
    if tokens[end].lower not in words.of:
        return None
    found = whole_at(tokens, end + 1, words)
    if found is None or found.moment.needs == "context":
        hangs = many == 1 and unit is not None and tokens[at - 1].lower in words.the
        return Found(Elsewhere(unit), end) if hangs and unit is not None else None
    whole = found.moment
    if isinstance(whole, Between | PartOf | CountedUnits) or not is_finer(unit, whole.precision):
        return None
    return Found(CountedUnits(unit, first, many, whole), found.end)


def _counted_at(
    tokens: Sequence[Token], at: int, words: CalendarWords
) -> tuple[Precision | None, int, int, int] | None:
    """Which unit is counted at *at* (None is a weekend), the place of the first of them in the
    whole, from its end where it is negative, how many there are, and the place after them.
    """
    is_last = tokens[at].lower in words.final
    ordinal = (-1, at + 1) if is_last else ordinal_at(tokens, at, words)
    if ordinal is None or ordinal[0] == 0:
        return None
    number, end = ordinal
    joined = None if is_last else _joined_at(tokens, number, end, words)
    if joined is not None:
        return joined
    several = counted_at(tokens, end, words) if number in {-1, 1} else None
    if several is not None and not _is_one(tokens, end, words):
        unit, many, after = several
        return unit, -many if is_last else 1, many, after
    word = tokens[end].lower
    if word in words.weekends:
        return None, number, 1, end + 1
    one = words.units.get(word)
    if one is None or one[1] != 1 or bare(tokens[end]) != word or word.endswith("s"):
        return None
    return one[0], number, 1, end + 1


def _joined_at(
    tokens: Sequence[Token], first: int, at: int, words: CalendarWords
) -> tuple[Precision, int, int, int] | None:
    """The units from the *first* to the one that is joined to it at *at*: "second and third
    quarters", "second to the fourth quarter"; only those that follow each other.
    """
    is_listed = tokens[at].lower in words.ands
    if not (is_listed or tokens[at].lower in words.joints):
        return None
    place = at + 2 if tokens[at + 1].lower in words.the else at + 1
    other = ordinal_at(tokens, place, words)
    unit = None if other is None else words.units.get(tokens[other[1]].lower)
    if other is None or unit is None or unit[1] != 1:
        return None
    many = other[0] - first + 1
    return (
        (unit[0], first, many, other[1] + 1) if many == 2 or (many > 2 and not is_listed) else None
    )


def _is_one(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    return words.numbers.get(tokens[at].lower) == 1


def day_of_turned_month_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, whole_at: WholeAt
) -> Found | None:
    """ "The 18th of last month", "the 3rd of this month"."""
    ordinal = ordinal_at(tokens, at, words)
    if ordinal is None or tokens[ordinal[1]].lower not in words.of - words.ahead:
        return None
    if tokens[ordinal[1] + 1].lower not in words.turns:
        return None
    found = whole_at(tokens, ordinal[1] + 1, words)
    if found is None or found.moment.precision != "month":
        return None
    return Found(CountedUnits("day", ordinal[0], 1, found.moment), found.end)
