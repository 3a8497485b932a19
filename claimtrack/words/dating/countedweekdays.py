"""Counted weekdays: days of the week that are told by their place: "the first Tuesday in November",
"Tuesday last week", "Friday week", "two Sundays ago".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.dating.ages import ordinal_at
from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.counts import bare, number_at, turned_unit_at
from claimtrack.words.dating.moments import (
    CountedWeekday,
    DayOfWeek,
    Elsewhere,
    Found,
    Shifted,
    Weekday,
)
from claimtrack.words.dating.monthdays import month_at
from claimtrack.words.tokens import Token

#: A month has five Tuesdays at most.
_MOST = 5


def counted_weekday_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "First Tuesday in November 2024", "last Sunday of March"; of anything else than a month
    ("the first Sunday after the vote") it hangs on that.
    """
    counted = _count_at(tokens, at, words)
    number = None if counted is None else words.weekdays.get(bare(tokens[counted[1]]))
    if counted is None or number is None:
        return None
    count, end = counted[0], counted[1] + 1
    if tokens[end].lower in words.of:
        month = _month_at(tokens, end + 1, words)
        if month is not None:
            return Found(CountedWeekday(number, count, month.moment), month.end)
    # "Last Sunday" is a day by itself, but for "the last Sunday of the war".
    is_turn = tokens[at].lower in words.turns
    hangs = tokens[end].lower in words.of - words.ahead if is_turn else count > 0
    return Found(Elsewhere("day"), end) if hangs else None


def weekdays_ago_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Two Sundays ago": the last one but one."""
    count, named = number_at(tokens[at], words), tokens[at + 1].lower
    number = words.weekdays.get(named.removesuffix("s"))
    if count is None or number is None or not named.endswith("s"):
        return None
    if tokens[at + 2].lower not in words.ago:
        return None
    return Found(Weekday(number, "last", weeks=1 - count), at + 3)


def _count_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[int, int] | None:
    """Which one is counted at *at*, the last as -1, and the place after that word."""
    if tokens[at].lower in words.final:
        return -1, at + 1
    ordinal = ordinal_at(tokens, at, words)
    return ordinal if ordinal is not None and 1 <= ordinal[0] <= _MOST else None


def _month_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    found = month_at(tokens, at, words, tokens[at - 1].lower) or turned_unit_at(tokens, at, words)
    return found if found is not None and found.moment.precision == "month" else None


def week_of_weekday_at(
    tokens: Sequence[Token], number: int, at: int, words: CalendarWords
) -> Found | None:
    """The week that stands behind the weekday of that *number*: the "week" of "Friday week", which
    is a week on, and the "last week" of "Tuesday last week".
    """
    if tokens[at].lower in words.week:
        return Found(Weekday(number, "this", weeks=1), at + 1)
    place = at + 1 if tokens[at].lower in words.of else at
    week = turned_unit_at(tokens, place, words)
    if week is None or not isinstance(week.moment, Shifted) or week.moment.precision != "week":
        return None
    return Found(DayOfWeek(number, week.moment), week.end)
