"""Date writing: days, months, seasons and years as running text writes them.

A small grammar over tokens, whose words are data (`calendarwords`):

    moment = figures | [weekday] day month [year] | month [day] [year] | weekday | ordinal century
           | season [year] | quarter [year] | decade | year | part moment | distance

Every reader looks a bounded number of tokens ahead, so that the whole is linear in the text. Where
a word is another word besides ("may", "March", "April", "fall"), what stands around it decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claimtrack.words import labels, things
from claimtrack.words.ages import century_at, decade_at, is_before_christ, ordinal_at
from claimtrack.words.calendarwords import CalendarWords
from claimtrack.words.datecounts import (
    bare,
    distance_at,
    elsewhere_at,
    shifted_unit,
    stretch_at,
    turn_at,
    turned_unit_at,
    within_at,
)
from claimtrack.words.figuredates import figures_at
from claimtrack.words.hedges import hedge_before
from claimtrack.words.measured import measured_at
from claimtrack.words.moments import Between, Found, Moment, PartOf, Shifted, SoFar, Stated, Weekday
from claimtrack.words.tokens import Token, touches
from claimtrack.words.units import COUNT, is_person

_FIRST_YEAR, _END_OF_YEARS = 1000, 3000
_DASHES = frozenset("-–—‑‐")
_APOSTROPHES = frozenset("'’‘")
_LAST_DAY = 31
#: What leads up to a moment that a part of is named.
_IN_PART = "part of"


@lru_cache(maxsize=32)
def openers(words: CalendarWords) -> frozenset[str]:
    """The words that a moment may begin with."""
    phrases = (words.days, words.parts, words.festivals, words.year_ends)
    single = (
        words.months, words.weekdays, words.short_weekdays, words.seasons, words.turns,
        words.stretches, words.so_far, words.within, words.the, words.that, words.ordinals,
        words.numbers, words.short_quarters, words.halves, words.fiscal, words.year, words.decades,
    )  # fmt: skip
    return frozenset(first for each in phrases for first in each.by_first).union(*single)


def moment_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, *, led: str | None = None
) -> Found | None:
    """The moment that begins at *at*; None where none does. *led* is what leads up to it and makes
    it likelier: the word of a relation, an article, a part; None where nothing does.
    """
    token = tokens[at]
    if token.kind == "number":
        return _from_figure(tokens, at, words, led)
    if token.kind == "word":
        opens = bare(token) in openers(words) or token.lower.startswith(words.short_fiscal)
        return _from_word(tokens, at, words, led) if opens else None
    return decade_at(tokens, at, words, told=led is not None) if led else None


def _from_figure(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    if labels.is_glued(tokens, at) and led not in {_IN_PART, "-"}:
        return None
    return (
        figures_at(tokens, at)
        or _days_of_month_at(tokens, at, words)
        or _ordinal_moment_at(tokens, at, words, led)
        or decade_at(tokens, at, words, told=led is not None)
        or distance_at(tokens, at, words)
        or year_at(tokens, at, words)
    )


def _from_word(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    return (
        _day_phrase_at(tokens, at, words)
        or _part_at(tokens, at, words, led)
        or _so_far_at(tokens, at, words)
        or within_at(tokens, at, words)
        or stretch_at(tokens, at, words)
        or elsewhere_at(tokens, at, words)
        or _after_article(tokens, at, words, led)
        or _month_at(tokens, at, words, led)
        or _weekday_at(tokens, at, words, led)
        or _season_at(tokens, at, words, led)
        or _turned_at(tokens, at, words)
        or _days_of_month_at(tokens, at, words)
        or _ordinal_moment_at(tokens, at, words, led)
        or _short_at(tokens, at, words, led)
        or _fiscal_at(tokens, at, words)
        or distance_at(tokens, at, words)
        or (decade_at(tokens, at, words, told=True) if led in {_IN_PART, "the"} else None)
    )


# Years


def year_number(tokens: Sequence[Token], at: int) -> int | None:
    """The year that the figure at *at* may be."""
    text = tokens[at].text
    if tokens[at].kind != "number" or len(text) != 4 or not text.isdecimal():
        return None
    return int(text) if _FIRST_YEAR <= int(text) < _END_OF_YEARS else None


def year_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The year at *at*, or the years of "2014-2022", "1991–92" and "2023/24"."""
    number = year_number(tokens, at)
    if number is None or is_before_christ(tokens, at + 1, words):
        return None
    later = _later_year(tokens, at, number)
    if later is not None:
        if labels.is_glued(tokens, at) or _is_part_of_more(tokens, at + 2):
            return None
        return Found(Between(Stated(number), Stated(later)), at + 3)
    return Found(Stated(number), at + 1) if _is_year(tokens, at, words) else None


def _later_year(tokens: Sequence[Token], at: int, number: int) -> int | None:
    """The second year that is glued to the one at *at*."""
    joint, second = tokens[at + 1], tokens[at + 2]
    if not (touches(tokens[at], joint) and touches(joint, second)):
        return None
    if joint.text not in _DASHES and joint.text != "/":
        return None
    later = year_number(tokens, at + 2)
    if later is None and second.text.isdecimal() and len(second.text) == 2:
        later = number - number % 100 + int(second.text)
        later += 100 if number % 100 == 99 and later < number else 0
    if later is None or later <= number:
        return None
    return later if joint.text != "/" or later == number + 1 else None


def _is_part_of_more(tokens: Sequence[Token], at: int) -> bool:
    glue, after = tokens[at + 1], tokens[at + 2]
    return glue.text in _DASHES | {"/"} and touches(tokens[at], glue) and touches(glue, after)


def _is_year(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the figure at *at* names a year, by what quantities know of years."""
    measured = measured_at(tokens, at)
    if measured is not None and (measured.unit not in {None, COUNT} or measured.number.scaled):
        return False
    if labels.is_label(tokens, at, at) and not labels.is_date_part(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind == "number" or (before.kind != "word" and touches(before, tokens[at])):
        return before.text in {"(", "“", '"', "‘", "[", "’", "—", "–"} or _is_pre(tokens, at)
    hedged = hedge_before(tokens, at) is not None
    is_led = labels.is_after_date_word(tokens, at) and not hedged
    if is_led and tokens[at - 1].lower not in words.weak_leads:
        return True
    return labels.is_year(tokens, at) and not _is_counting(tokens, at, hedged=hedged)


def _is_pre(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is glued on before the year: the "pre-" of "pre-2014"."""
    return tokens[at - 1].text in _DASHES and touches(tokens[at - 2], tokens[at - 1])


def _is_counting(tokens: Sequence[Token], at: int, *, hedged: bool) -> bool:
    """Whether the figure at *at* counts what follows: persons, after a hedge anything, and a round
    figure whatever is more than one.
    """
    thing = things.counted_at(tokens, at + 1)
    if thing is None:
        return False
    after = tokens[at + 1]
    if is_person(after) or hedged:
        return True
    is_round = int(tokens[at].text) % 100 == 0
    return is_round and after.text[0].islower() and tokens[thing.end - 1].lower.endswith("s")


def _year_after(
    tokens: Sequence[Token], at: int, words: CalendarWords
) -> tuple[Stated, int] | None:
    """The year that is written after a month, a season or a quarter: "2025", "of 2025", "this
    year", "of last year".
    """
    place = at + 1 if tokens[at].lower in words.of or tokens[at].text == "," else at
    number = year_number(tokens, place)
    if number is not None:
        unit_follows = is_person(tokens[place + 1]) or tokens[place + 1].text == "%"
        return None if unit_follows else (Stated(number), place + 1)
    if tokens[at].text == ",":
        return None
    place = place + 1 if tokens[place].lower in words.the else place
    turned = turned_unit_at(tokens, place, words)
    if turned is not None and isinstance(turned.moment, Stated):
        return turned.moment, turned.end
    if place > at + 1 and tokens[place].lower in words.year:
        return Stated(shift=0), place + 1
    return None


def _with_year(stated: Stated, tokens: Sequence[Token], end: int, words: CalendarWords) -> Found:
    found = _year_after(tokens, end, words)
    if found is None:
        return Found(stated, end)
    return Found(replace(stated, year=found[0].year, shift=found[0].shift), found[1])


# Days and months


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
        return ordinal if 1 <= ordinal[0] <= _LAST_DAY else None
    text = tokens[at].text
    if tokens[at].kind != "number" or len(text) > 2 or not text.isdecimal():
        return None
    if touches(tokens[at], tokens[at + 1]) and tokens[at + 1].text in {"%", ":", "°"}:
        return None
    return (int(text), at + 1) if 1 <= int(text) <= _LAST_DAY else None


def _days_of_month_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "15 August 2025", "the 15th of August", "15-17 August", "15 and 16 August"."""
    first = _day_number(tokens, at, words)
    if first is None:
        return None
    month = _month_of_day(tokens, first[1], words)
    if month is not None:
        return _with_year(Stated(day=first[0], month=month[0]), tokens, month[1], words)
    second = _second_day(tokens, first, words, before=tokens[at - 1])
    month = _month_of_day(tokens, second[1], words) if second else None
    if second is None or month is None:
        return None
    found = _with_year(Stated(day=second[0], month=month[0]), tokens, month[1], words)
    assert isinstance(found.moment, Stated)
    return Found(Between(replace(found.moment, day=first[0]), found.moment), found.end)


def _month_of_day(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[int, int] | None:
    place = at + 1 if tokens[at].lower in words.of else at
    found = _month_name(tokens, place, words)
    if found is None or (_is_doubtful(tokens, place, words) and not _has_capital(tokens[place])):
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


def _month_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "August 15, 2025", "Aug. 15", "August 2025", "August"."""
    named = _month_name(tokens, at, words)
    if named is None or _follows_a_day(tokens, at):
        return None
    number, end = named
    day = _day_of(tokens, end, words, led)
    if day is not None and (_has_capital(tokens[at]) or not _is_doubtful(tokens, at, words)):
        return _day_and_year(tokens, Stated(day=day[0], month=number), day, words)
    found = _with_year(Stated(month=number), tokens, end, words)
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
    if tokens[day[1]].lower in words.units or tokens[day[1]].lower in {"percent", "per"}:
        return None
    counts = led in words.ahead and things.counted_at(tokens, day[1]) is not None
    return None if counts and tokens[day[1]].text[:1].islower() else day


def _day_and_year(
    tokens: Sequence[Token], stated: Stated, day: tuple[int, int], words: CalendarWords
) -> Found:
    second = _second_day(tokens, day, words, before=tokens[day[1] - 3])
    if second is None or _month_of_day(tokens, second[1], words) is not None:
        return _with_year(stated, tokens, day[1], words)
    found = _with_year(replace(stated, day=second[0]), tokens, second[1], words)
    assert isinstance(found.moment, Stated)
    return Found(Between(replace(found.moment, day=stated.day), found.moment), found.end)


def _follows_a_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day stands before the month: then the two were no day of the calendar."""
    before = tokens[at - 1]
    return before.kind == "number" and len(before.text) <= 2 and before.text.isdecimal()


def _has_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_doubtful(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    return bare(tokens[at]) in words.doubtful_months


def _is_month_alone(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> bool:
    """Whether a month's name with nothing behind it is the month, and not a verb or a person."""
    if not _has_capital(tokens[at]):
        return False
    if led is not None and led != "the":
        return True
    name, before, after = bare(tokens[at]), tokens[at - 1], tokens[at + 1]
    if _has_capital(before) and before.lower not in things.STOP_WORDS | {""}:
        return False
    if name in words.doubtful_months:
        return led == "the" and after.kind == "word" and after.lower not in things.STOP_WORDS
    if name in words.given_names:
        return not _has_capital(after) and after.lower not in words.saying
    return True


# Days of the week


def _weekday_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "Friday", "Friday evening", "Friday, 15 August"; never "Black Friday" or "Sunday Times"."""
    full = words.weekdays.get(bare(tokens[at]))
    number = words.short_weekdays.get(tokens[at].lower) if full is None else full
    if number is None or not (_has_capital(tokens[at]) or (full is not None and led)):
        return None
    end = at + 2 if full is None and tokens[at + 1].text == "." else at + 1
    dated = _date_beside(tokens, end, words)
    if dated is not None:
        return dated
    if (full is None and led is None) or _is_name_of_day(tokens, at, words):
        return None
    return Found(Weekday(number), end + 1 if tokens[end].lower in words.times_of_day else end)


def _date_beside(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The date that a weekday stands before: "Friday, August 15", "Friday 15 August"."""
    place = at + 1 if tokens[at].text == "," else at
    place = place + 1 if tokens[place].lower in words.the else place
    found = figures_at(tokens, place) if tokens[place].kind == "number" else None
    found = found or _days_of_month_at(tokens, place, words)
    if found is None and tokens[place].kind == "word":
        found = _month_at(tokens, place, words, None)
    return found if found is not None and found.moment.precision == "day" else None


def _is_name_of_day(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    before, after = tokens[at - 1], tokens[at + 1]
    named_before = before.lower in words.before_weekday and _has_capital(before)
    return named_before or (after.lower in words.next_to_weekday and _has_capital(after))


# Seasons, quarters, other words


def _season_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "Summer 2022", "the winter of 2023-24"; without its year only where *led* says so."""
    season = words.seasons.get(bare(tokens[at]))
    if season is None:
        return None
    found = _with_year(Stated(season=season), tokens, at + 1, words)
    if found.end > at + 1:
        return _with_second_year(tokens, found)
    is_told = led is not None and led not in words.ahead and led not in things.POSSESSIVES - {"the"}
    return found if is_told and tokens[at + 1].lower not in words.of else None


def _with_second_year(tokens: Sequence[Token], found: Found) -> Found:
    """A winter is told by both its years: that of "2023-24" begins in the first."""
    assert isinstance(found.moment, Stated)
    year = found.moment.year
    later = None if year is None else _later_year(tokens, found.end - 1, year)
    if year is None or later != year + 1:
        return found
    return Found(replace(found.moment, ends=later), found.end + 2)


def _ordinal_moment_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "The 19th century", "the third quarter of 2025", "on the 15th"."""
    century = century_at(tokens, at, words)
    if century is not None:
        return century
    ordinal = ordinal_at(tokens, at, words)
    if ordinal is None:
        return None
    number, end = ordinal
    place = end + 1 if tokens[end].text == "-" else end
    if tokens[place].lower in words.quarters and number <= 4:
        found = _with_year(Stated(quarter=number), tokens, place + 1, words)
        return found if found.end > place + 1 else None
    return _bare_day(tokens, at, number, end, words)


def _bare_day(
    tokens: Sequence[Token], at: int, number: int, end: int, words: CalendarWords
) -> Found | None:
    """The day of "on the 15th", where no noun follows that it could count."""
    leads = tokens[at - 2].lower if tokens[at - 1].lower in words.the else ""
    is_led = leads in words.relations and tokens[at].kind == "number"
    if not is_led or number > _LAST_DAY or tokens[end].text == "-":
        return None
    if tokens[end].lower in words.ands or things.counted_at(tokens, end):
        return None
    return Found(Stated(day=number), end)


def _short_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "Q3 2025", "H1 2024"."""
    quarter = words.short_quarters.get(tokens[at].lower)
    if quarter is not None:
        found = _with_year(Stated(quarter=quarter), tokens, at + 1, words)
        return found if found.end > at + 1 or led else None
    half = words.halves.get(tokens[at].lower)
    year = None if half is None else _year_after(tokens, at + 1, words)
    return None if half is None or year is None else Found(PartOf(year[0], half), year[1])


def _fiscal_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "FY2025", "fiscal year 2024", "the year 2014": named for the calendar year whatever its
    first month, which only its keeper knows.
    """
    word = tokens[at].lower
    figures = word.removeprefix(words.short_fiscal)
    if word != figures and figures.isdecimal() and len(figures) in {2, 4}:
        number = int(figures) + (2000 if len(figures) == 2 else 0)
        return Found(Stated(number), at + 1) if _FIRST_YEAR <= number < _END_OF_YEARS else None
    place = at
    if word in words.fiscal or word == words.short_fiscal:
        place += 1
    if tokens[place].lower in words.year:
        place += 1
    number_after = year_number(tokens, place)
    if place == at or number_after is None:
        return None
    later = _later_year(tokens, place, number_after)
    if later is not None:
        return Found(Between(Stated(number_after), Stated(later)), place + 3)
    return Found(Stated(number_after), place + 1)


def _turned_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Last Friday", "next March", "this summer", "last year"."""
    unit = turned_unit_at(tokens, at, words)
    if unit is not None:
        return unit
    turned = turn_at(tokens, at, words)
    if turned is None:
        return None
    turn, end = turned
    word = bare(tokens[end])
    if word in words.seasons:
        return Found(Stated(season=words.seasons[word], turn=turn), end + 1)
    if word in words.weekdays:
        after = end + 1
        return Found(
            Weekday(words.weekdays[word], turn),
            after + 1 if tokens[after].lower in words.times_of_day else after,
        )
    if word in words.months and _has_capital(tokens[end]):
        return Found(Stated(month=words.months[word], turn=turn), end + 1)
    return None


def _day_phrase_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Yesterday", "last night", "Christmas Day 2024", "year's end"."""
    told = words.days.at(tokens, at)
    if told is not None:
        return Found(Shifted("day", told[0]), told[1])
    closing = words.year_ends.at(tokens, at)
    if closing is not None and year_number(tokens, closing[1]) is None:
        return Found(PartOf(Stated(shift=0), closing[0]), closing[1])
    festival = words.festivals.at(tokens, at)
    if festival is None or not _has_capital(tokens[at]):
        return None
    (month, day), end = festival
    return _with_year(Stated(month=month, day=day), tokens, end, words)


def _part_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """A part of a month, a season, a year or a longer time: "early 2026", "the end of the year".
    A part of a part is none: who reads "the end of the end of" must not go on for ever.
    """
    found = words.parts.at(tokens, at) if led != _IN_PART else None
    if found is None:
        return None
    part, end = found
    if tokens[end].text == "-" and touches(tokens[end - 1], tokens[end]):
        end += 1
    whole = _this_unit_at(tokens, end, words) or _moment_in_part(tokens, end, words)
    if whole is None or whole.moment.precision == "day":
        return None
    if isinstance(whole.moment, (Between, PartOf)) or whole.moment.needs == "context":
        return None
    return Found(PartOf(whole.moment, part), whole.end)


def _moment_in_part(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    decade = decade_at(tokens, at, words, told=True)
    if decade is not None:
        return decade
    number = year_number(tokens, at)
    if number is not None:
        found = year_at(tokens, at, words)
        return found or (Found(Stated(number), at + 1) if tokens[at - 1].text == "-" else None)
    return moment_at(tokens, at, words, led=_IN_PART)


def _this_unit_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The "the year" of "the end of the year": that of publication."""
    if tokens[at].lower not in words.the:
        return None
    unit = words.units.get(bare(tokens[at + 1]))
    is_one = unit is not None and unit[0] != "day" and unit[1] == 1
    if unit is None or not is_one or tokens[at + 1].lower.endswith("s"):
        return None
    if year_number(tokens, at + 2) is not None or tokens[at + 2].lower in words.of:
        return None
    return Found(shifted_unit(unit[0], 0), at + 2)


def _so_far_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Earlier this year", "later this month"."""
    side = words.so_far.get(tokens[at].lower)
    whole = None if side is None else turned_unit_at(tokens, at + 1, words)
    if side is None or whole is None or words.turns.get(tokens[at + 1].lower) != "this":
        return None
    return Found(SoFar(whole.moment, side), whole.end)


def _after_article(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """The moment behind "the": "the 1990s", "the spring of 2022", "the 15th of August"."""
    if tokens[at].lower not in words.the or not _may_follow(tokens, at + 1, words):
        return None
    return moment_at(tokens, at + 1, words, led=led if led == _IN_PART else "the")


def _may_follow(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether an article before it belongs to the moment: that of "the 2014 treaty" does not."""
    if tokens[at].lower in words.the:
        return False
    return year_number(tokens, at) is None or tokens[at + 1].lower == "s"


def joined(first: Moment, second: Moment) -> Between:
    """From *first* to *second*; what the first leaves open is as in the second."""
    if isinstance(first, Stated) and isinstance(second, Stated):
        first = first.filled_from(second)
    return Between(first, second)
