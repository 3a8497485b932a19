"""Date writing: a moment as running text writes it, whatever kind of moment it is.

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

from claimtrack.words.counting import labels, things
from claimtrack.words.dating.ages import century_at, decade_at, ordinal_at
from claimtrack.words.dating.calendarwords import CalendarWords, Turn
from claimtrack.words.dating.countedunits import counted_units_at, day_of_turned_month_at
from claimtrack.words.dating.countedweekdays import (
    counted_weekday_at,
    week_of_weekday_at,
    weekdays_ago_at,
)
from claimtrack.words.dating.counts import (
    bare,
    distance_at,
    elsewhere_at,
    far_unit_at,
    shifted_unit,
    stretch_at,
    turn_at,
    turned_unit_at,
    within_at,
)
from claimtrack.words.dating.figures import figures_at
from claimtrack.words.dating.lengths import length_at
from claimtrack.words.dating.moments import (
    Between,
    Feast,
    Found,
    Moment,
    PartOf,
    Shifted,
    SoFar,
    Stated,
    Weekday,
    Weekend,
    WeekOf,
    begun_before,
)
from claimtrack.words.dating.monthdays import LAST_DAY, days_of_month_at, has_capital, month_at
from claimtrack.words.dating.spans import Part
from claimtrack.words.dating.years import (
    END_OF_YEARS,
    FIRST_YEAR,
    later_year,
    short_year_at,
    with_year,
    year_after,
    year_at,
    year_number,
)
from claimtrack.words.tokens import Token, touches

#: What leads up to a moment that a part of is named.
_IN_PART = "part of"


@lru_cache(maxsize=32)
def openers(words: CalendarWords) -> frozenset[str]:
    """The words that a moment may begin with."""
    phrases = (words.days, words.parts, words.festivals, words.feasts, words.year_ends)
    single = (
        words.months, words.weekdays, words.short_weekdays, words.seasons, words.turns,
        words.stretches, words.so_far, words.within, words.the, words.that, words.ordinals,
        words.numbers, words.short_quarters, words.weekends, words.halves, words.fiscal,
        words.year, words.decades, words.final,
    )  # fmt: skip
    first = {first for each in phrases for first in each.by_first}
    return frozenset(first).union(*single, (half[0] for half in words.half_a))


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
    if led is None:
        return None
    decade = decade_at(tokens, at, words, told=True)
    return decade or (short_year_at(tokens, at) if led in words.relations else None)


def _from_figure(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    if labels.is_glued(tokens, at) and led not in {_IN_PART, "-"}:
        return None
    return (
        figures_at(tokens, at)
        or length_at(tokens, at, words, _end_at)
        or counted_weekday_at(tokens, at, words)
        or _counted_at(tokens, at, words, led)
        or days_of_month_at(tokens, at, words)
        or _ordinal_moment_at(tokens, at, words, led)
        or decade_at(tokens, at, words, told=led is not None)
        or distance_at(tokens, at, words)
        or weekdays_ago_at(tokens, at, words)
        or year_at(tokens, at, words)
    )


def _from_word(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    return (
        _day_phrase_at(tokens, at, words)
        or length_at(tokens, at, words, _end_at)
        or counted_weekday_at(tokens, at, words)
        or _counted_at(tokens, at, words, led)
        or _part_at(tokens, at, words, led)
        or _so_far_at(tokens, at, words)
        or within_at(tokens, at, words)
        or stretch_at(tokens, at, words)
        or elsewhere_at(tokens, at, words)
        or _after_article(tokens, at, words, led)
        or month_at(tokens, at, words, led)
        or _weekday_at(tokens, at, words, led)
        or _season_at(tokens, at, words, led)
        or _weekend_at(tokens, at, words, led)
        or _turned_at(tokens, at, words)
        or days_of_month_at(tokens, at, words)
        or _ordinal_moment_at(tokens, at, words, led)
        or _short_at(tokens, at, words, led)
        or _fiscal_at(tokens, at, words)
        or distance_at(tokens, at, words)
        or weekdays_ago_at(tokens, at, words)
        or (decade_at(tokens, at, words, told=True) if led in {_IN_PART, "the"} else None)
    )


# Days of the week


def _weekday_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "Friday", "Friday evening", "Friday, 15 August"; never "Black Friday" or "Sunday Times"."""
    full = words.weekdays.get(bare(tokens[at]))
    number = words.short_weekdays.get(tokens[at].lower) if full is None else full
    if number is None or not (has_capital(tokens[at]) or (full is not None and led)):
        return None
    end = at + 2 if full is None and tokens[at + 1].text == "." else at + 1
    dated = _date_beside(tokens, end, words)
    if dated is not None:
        return dated
    if (full is None and led is None) or _is_name_of_day(tokens, at, words):
        return None
    far = words.next_but_one.at(tokens, end)
    if far is not None:
        turn: Turn = "last" if far[0] < 0 else "next"
        return Found(Weekday(number, turn, weeks=far[0]), far[1])
    of_week = week_of_weekday_at(tokens, number, end, words) if full is not None else None
    if of_week is not None:
        return of_week
    return Found(Weekday(number), end + 1 if tokens[end].lower in words.times_of_day else end)


def _date_beside(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The date that a weekday stands before: "Friday, August 15", "Friday 15 August"."""
    place = at + 1 if tokens[at].text == "," else at
    place = place + 1 if tokens[place].lower in words.the else place
    found = figures_at(tokens, place) if tokens[place].kind == "number" else None
    found = found or days_of_month_at(tokens, place, words)
    if found is None and tokens[place].kind == "word":
        found = month_at(tokens, place, words, None)
    return found if found is not None and found.moment.precision == "day" else None


def _is_name_of_day(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    before, after = tokens[at - 1], tokens[at + 1]
    named_before = before.lower in words.before_weekday and has_capital(before)
    is_any = before.lower in words.one and (after.kind != "word" or after.lower in words.of)
    is_evening = after.lower in words.times_of_day and has_capital(after)
    named_after = after.lower in words.next_to_weekday and has_capital(after)
    return named_before or is_any or named_after or (is_evening and has_capital(tokens[at + 2]))


# Seasons, quarters, other words


def _season_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """ "Summer 2022", "the winter of 2023-24"; without its year only where *led* says so."""
    season = words.seasons.get(bare(tokens[at]))
    if season is None:
        return None
    found = with_year(Stated(season=season), tokens, at + 1, words)
    if found.end > at + 1:
        return _with_second_year(tokens, found)
    is_told = led is not None and led not in words.ahead and led not in things.POSSESSIVES - {"the"}
    return found if is_told and tokens[at + 1].lower not in words.of else None


def _with_second_year(tokens: Sequence[Token], found: Found) -> Found:
    """A winter is told by both its years: that of "2023-24" begins in the first."""
    if not isinstance(found.moment, Stated):
        return found
    year = found.moment.year
    later = None if year is None else later_year(tokens, found.end - 1, year)
    if year is None or later != year + 1:
        return found
    return Found(replace(found.moment, ends=later), found.end + 2)


def _weekend_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """The weekend, where *led* says that one is meant: "over the weekend"."""
    if led is None or bare(tokens[at]) not in words.weekends:
        return None
    return None if tokens[at + 1].lower in words.of else Found(Weekend(), at + 1)


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
        found = with_year(Stated(quarter=number), tokens, place + 1, words)
        return found if found.end > place + 1 else None
    return _bare_day(tokens, at, number, end, words)


def _bare_day(
    tokens: Sequence[Token], at: int, number: int, end: int, words: CalendarWords
) -> Found | None:
    """The day of "on the 15th", where no noun follows that it could count."""
    leads = tokens[at - 2].lower if tokens[at - 1].lower in words.the else ""
    is_led = leads in words.relations and tokens[at].kind == "number"
    if not is_led or number > LAST_DAY or tokens[end].text == "-":
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
        found = with_year(Stated(quarter=quarter), tokens, at + 1, words)
        return found if found.end > at + 1 or led else None
    half = words.halves.get(tokens[at].lower)
    year = None if half is None else year_after(tokens, at + 1, words)
    return None if half is None or year is None else Found(PartOf(year[0], half), year[1])


def _fiscal_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "FY2025", "fiscal year 2024", "the year 2014": named for the calendar year whatever its
    first month, which only its keeper knows.
    """
    word = tokens[at].lower
    figures = word.removeprefix(words.short_fiscal)
    if word != figures and figures.isdecimal() and len(figures) in {2, 4}:
        number = int(figures) + (2000 if len(figures) == 2 else 0)
        return Found(Stated(number), at + 1) if FIRST_YEAR <= number < END_OF_YEARS else None
    place = at
    if word in words.fiscal or word == words.short_fiscal:
        place += 1
    if tokens[place].lower in words.year:
        place += 1
    number_after = year_number(tokens, place)
    if place == at or number_after is None:
        return None
    later = later_year(tokens, place, number_after)
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
    feast = _feast_at(tokens, end, words, turn) if has_capital(tokens[end]) else None
    if feast is not None:
        return feast
    word = bare(tokens[end])
    if word in words.seasons:
        return Found(Stated(season=words.seasons[word], turn=turn), end + 1)
    if word in words.weekdays:
        after = end + 1
        return Found(
            Weekday(words.weekdays[word], turn),
            after + 1 if tokens[after].lower in words.times_of_day else after,
        )
    if word in words.months and has_capital(tokens[end]):
        return Found(Stated(month=words.months[word], turn=turn), end + 1)
    return None


def _day_phrase_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Yesterday", "last night", "Christmas Day 2024", "year's end"."""
    told = words.days.at(tokens, at)
    if told is not None:
        return (
            None if _is_dated(tokens, told[1], words) else Found(Shifted("day", told[0]), told[1])
        )
    closing = words.year_ends.at(tokens, at)
    if closing is not None and year_number(tokens, closing[1]) is None:
        return Found(PartOf(Stated(shift=0), closing[0]), closing[1])
    if not has_capital(tokens[at]):
        return None
    feast = _feast_at(tokens, at, words)
    festival = words.festivals.at(tokens, at) if feast is None else None
    if festival is None or tokens[at - 1].lower in words.other_calendars:
        return feast
    (month, day), end = festival
    return with_year(Stated(month=month, day=day), tokens, end, words)


def _is_dated(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the day of what ends at *at* is told behind it: "overnight on 3-4 June"."""
    if tokens[at].lower not in words.ending_on - words.ahead:
        return False
    found = moment_at(tokens, at + 1, words, led=tokens[at].lower)
    return found is not None and found.moment.precision == "day"


def _feast_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, turn: Turn | None = None
) -> Found | None:
    """ "Good Friday 2024", "Labor Day"; never "the Good Friday Agreement", "Holocaust Memorial
    Day", nor that of a year before there was one.
    """
    told = words.feasts.at(tokens, at)
    if told is None or _is_of_others(tokens, at, words):
        return None
    rules, end = told
    end = end + 1 if tokens[end].lower in words.times_of_day else end
    year, dated = year_after(tokens, end, words), _date_beside(tokens, end, words)
    if dated is not None:
        return dated
    if year is None and _is_behind_date(tokens, at, words):
        return None
    if year is None:
        return Found(Feast(rules, Stated(turn=turn)), end) if _is_closed(tokens, end) else None
    number = year[0].year
    if number is not None and any(rule.span(number) is None for rule in rules):
        return None
    return Found(Feast(rules, Stated(number, year[0].shift)), year[1])


def _is_behind_date(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the feast at *at* names a day that was just told: "2 April 2021 (Good Friday)"."""
    told = tokens[at - 2]
    return tokens[at - 1].text in {"(", ","} and (
        told.kind == "number" or told.lower in words.months
    )


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun goes on at *at*: that of "the Easter Rising", "Ash Wednesday-like"."""
    if tokens[at].text == "-":
        return not touches(tokens[at - 1], tokens[at])
    return tokens[at].kind != "word" or tokens[at].lower in things.STOP_WORDS


def _is_of_others(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the word before the feast at *at* makes another one of it: "Israel's Memorial Day",
    "Chinese Labor Day".
    """
    before = tokens[at - 1]
    if before.lower in words.their or before.kind != "word":
        return False
    if things.is_possessive(before):
        return True
    is_named = has_capital(before) and before.lower not in things.STOP_WORDS
    return is_named and before.lower not in words.idle


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
    end = _after_glue(tokens, end)
    until = _second_part(tokens, end, words)
    if until is not None:
        end = _after_glue(tokens, until[1])
    whole = _whole_at(tokens, end, words)
    if whole is None or whole.moment.precision == "day":
        return None
    if isinstance(whole.moment, (Between, PartOf)) or whole.moment.needs == "context":
        return None
    first = PartOf(whole.moment, part)
    if until is None:
        return Found(first, whole.end)
    return Found(Between(first, PartOf(whole.moment, until[0])), whole.end)


def _counted_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, led: str | None
) -> Found | None:
    """What is told by its place in a longer time; no part of a part, as with `_part_at`."""
    if led == _IN_PART:
        return None
    return counted_units_at(tokens, at, words, _whole_at) or day_of_turned_month_at(
        tokens, at, words, _whole_at
    )


def _whole_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    return _this_unit_at(tokens, at, words) or _moment_in_part(tokens, at, words)


def _end_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    return moment_at(tokens, at, words, led=tokens[at - 1].lower)


def _after_glue(tokens: Sequence[Token], at: int) -> int:
    is_glue = tokens[at].text == "-" and touches(tokens[at - 1], tokens[at])
    return at + 1 if is_glue else at


def _second_part(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[Part, int] | None:
    """The "to late" of "mid-to-late August"."""
    if tokens[at].lower not in words.joints:
        return None
    return words.parts.at(tokens, _after_glue(tokens, at + 1))


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
    week = far_unit_at(tokens, at + 1, words) or _week_of(tokens, at + 1, words)
    if week is not None:
        return week
    return moment_at(tokens, at + 1, words, led=led if led == _IN_PART else "the")


def _week_of(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The "week of 3 March" behind its article."""
    if words.units.get(tokens[at].lower) != ("week", 1) or tokens[at + 1].lower not in words.of:
        return None
    day = moment_at(tokens, at + 2, words, led=tokens[at + 1].lower)
    if day is None or day.moment.precision != "day" or not isinstance(day.moment, Stated):
        return None
    return Found(WeekOf(day.moment), day.end)


def _may_follow(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether an article before it belongs to the moment: that of "the 2014 treaty" does not."""
    if tokens[at].lower in words.the:
        return False
    return year_number(tokens, at) is None or decade_at(tokens, at, words, told=True) is not None


def joined(first: Moment, second: Moment) -> Between:
    """From *first* to *second*; what the first leaves open is as in the second."""
    return Between(begun_before(first, second), second)
