"""Month days: months, and the days of them: "15 August 2025", "Aug. 15-17", "in May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.words.counting import labels, things
from claimtrack.words.counting.units import is_person
from claimtrack.words.dating.ages import ordinal_at
from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.counts import bare
from claimtrack.words.dating.moments import Between, Found, Stated
from claimtrack.words.dating.years import with_year, year_after
from claimtrack.words.tokens import Token, touches

LAST_DAY = 31


def _month_name(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[int, int] | None:
    """The month at *at* and the place after its name, the dot of an abbreviation included."""
    number = words.months.get(bare(tokens[at]))
    if number is None:
        return None
    short = len(tokens[at].text) <= 4 and tokens[at + 1].text == "."
    dotted = short and touches(tokens[at], tokens[at + 1]) and tokens[at + 2].kind == "number"
    return number, at + 2 if dotted or (short and tokens[at + 2].text == ",") else at + 1


def _day_number(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[int, int] | None:
    """The day of a month at *at* ("15", "15th", "fifteenth") and the place after it."""
    ordinal = ordinal_at(tokens, at, words)
    if ordinal is not None:
        return ordinal if 1 <= ordinal[0] <= LAST_DAY else None
    text = tokens[at].text
    if tokens[at].kind != "number" or len(text) > 2 or not text.isdecimal():
        return None
    if touches(tokens[at], tokens[at + 1]) and _is_more_than_a_day(tokens, at + 1):
        return None
    return (int(text), at + 1) if 1 <= int(text) <= LAST_DAY else None


def _is_more_than_a_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at *at*, behind a figure, makes a share, a heat or an hour of it: "10:30",
    but not "On 10 June: …".
    """
    if tokens[at].text == ":":
        return touches(tokens[at], tokens[at + 1]) and tokens[at + 1].kind == "number"
    return tokens[at].text in {"%", "°"}


def days_of_month_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "15 August 2025", "the 15th of August", "15-17 August", "15 and 16 August"."""
    first = _day_number(tokens, at, words)
    if first is None:
        return None
    month = _month_of_day(tokens, first[1], words)
    if month is not None:
        return with_year(Stated(day=first[0], month=month[0]), tokens, month[1], words)
    second = _second_day(tokens, first, words, before=tokens[at - 1])
    month = _month_of_day(tokens, second[1], words) if second else None
    if second is None or month is None:
        return _day_in_list(tokens, at, first, words)
    found = with_year(Stated(day=second[0], month=month[0]), tokens, month[1], words)
    return _from_day(first[0], found)


def _day_in_list(
    tokens: Sequence[Token], at: int, day: tuple[int, int], words: CalendarWords
) -> Found | None:
    """The *day* at *at* of a list whose last one has the month: the 3 of "on 3, 10 and 17 May"."""
    if not _is_led_list(tokens, at, words):
        return None
    last = day
    for _ in range(_MOST_LISTED):
        place = last[1] + 1 if tokens[last[1]].text == "," else last[1]
        place = place + 1 if tokens[place].lower in words.ands else place
        following = None if place == last[1] else _day_number(tokens, place, words)
        if following is None or following[0] <= last[0]:
            return None
        last = following
        month = _month_of_day(tokens, last[1], words)
        if month is not None:
            found = with_year(Stated(day=day[0], month=month[0]), tokens, month[1], words)
            return Found(found.moment, day[1])
    return None


_MOST_LISTED = 5


def _is_led_list(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether what leads days, and no scores, leads a list up to *at*: "on", "set for"."""
    for place in range(at - 1, max(at - 1 - 2 * _MOST_LISTED, -1), -1):
        word = tokens[place].lower
        if word in words.ending_on - words.ahead:
            return True
        if word in words.put_off_to:
            planned = tokens[place - 1].lower in words.planned
            return planned or words.putting_off.at(tokens, place - 1) is not None
        if (
            tokens[place].kind != "number"
            and tokens[place].text != ","
            and word not in words.the | words.ands
        ):
            return False
    return False


def _from_day(first: int, found: Found) -> Found:
    """What was *found* for the last of some days, beginning with the *first*."""
    if not isinstance(found.moment, Stated):
        return found
    return Found(Between(replace(found.moment, day=first), found.moment), found.end)


def _month_of_day(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[int, int] | None:
    place = at + 1 if tokens[at].lower in words.of else at
    found = _month_name(tokens, place, words)
    if found is None or (_is_doubtful(tokens, place, words) and not has_capital(tokens[place])):
        return None
    return found


def _second_day(
    tokens: Sequence[Token], first: tuple[int, int], words: CalendarWords, *, before: Token
) -> tuple[int, int] | None:
    """The second day of "15-17" or "15 and 16", where *first* is the first."""
    joint = tokens[first[1]].lower
    second = _day_number(tokens, first[1] + 1, words)
    if second is None or second[0] <= first[0]:
        return None
    if joint in words.joints or joint == "/":
        return second
    follows = second[0] == first[0] + 1 or before.lower in words.betweens
    return second if joint in words.ands and follows else None


def month_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "August 15, 2025", "Aug. 15", "August 2025", "August"."""
    named = _month_name(tokens, at, words)
    if named is None or _follows_a_day(tokens, at):
        return None
    number, end = named
    day = _day_of(tokens, end, words, led)
    if day is not None and (has_capital(tokens[at]) or not _is_doubtful(tokens, at, words)):
        return _day_and_year(tokens, Stated(day=day[0], month=number), day, words)
    found = with_year(Stated(month=number), tokens, end, words)
    has_year = found.end > end
    if has_year or _is_month_alone(tokens, at, words, led):
        return found
    return None


def _day_of(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> tuple[int, int] | None:
    """The day that follows a month's name; never the count of "in August 20 drones"."""
    place = at + 1 if tokens[at].lower in words.the else at
    if tokens[place].kind != "number" and place == at:
        return None
    day = _day_number(tokens, place, words)
    if day is None or tokens[day[1]].text == "%" or is_person(tokens[day[1]]):
        return None
    if (
        tokens[day[1]].lower in labels.SCALES
        or tokens[day[1]].lower in words.units
        or tokens[day[1]].lower in {"percent", "per"}
    ):
        return None
    counts = led in words.ahead and things.counted_at(tokens, day[1]) is not None
    return None if counts and tokens[day[1]].text[:1].islower() else day


def _day_and_year(
    tokens: Sequence[Token], stated: Stated, day: tuple[int, int], words: CalendarWords
) -> Found:
    second = _second_day(tokens, day, words, before=tokens[day[1] - 3])
    if second is None or _month_of_day(tokens, second[1], words) is not None:
        return with_year(stated, tokens, day[1], words)
    found = with_year(replace(stated, day=second[0]), tokens, second[1], words)
    return _from_day(stated.day or 1, found)


def _follows_a_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day stands before the month: then the two were no day of the calendar."""
    before = tokens[at - 1]
    return before.kind == "number" and len(before.text) <= 2 and before.text.isdecimal()


def has_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_doubtful(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    return bare(tokens[at]) in words.doubtful_months


def _is_month_alone(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> bool:
    """Whether a month's name with nothing behind it is the month, and not a verb or a person."""
    if not has_capital(tokens[at]):
        return False
    name, before, after = bare(tokens[at]), tokens[at - 1], tokens[at + 1]
    if led is not None and led != "the":
        return True
    if has_capital(before) and before.lower not in things.STOP_WORDS | {""}:
        return False
    if name in words.doubtful_months | words.given_names and after.lower in words.ruling:
        return tokens[at + 2].lower in words.gathering
    if _is_listed(tokens, at, words):
        return True
    if name in words.doubtful_months:
        return led == "the" and after.kind == "word" and after.lower not in things.STOP_WORDS
    if name in words.given_names:
        return not has_capital(after) and after.lower not in words.saying
    return True


def _is_listed(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether another month with its year follows: the "May" of "May and June 2024" is one."""
    if tokens[at + 1].lower not in words.lists or not has_capital(tokens[at + 2]):
        return False
    other = _month_name(tokens, at + 2, words)
    return other is not None and year_after(tokens, other[1], words) is not None
