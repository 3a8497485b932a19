"""Years: which figures are years, and the year that is written behind a month or a season.

What counts and what is a year, quantities decide by the same knowledge (`labels`, `things`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.words.counting import labels, things
from claimtrack.words.counting.hedges import hedge_before
from claimtrack.words.counting.measured import measured_at
from claimtrack.words.counting.moves import is_level_like_a_year
from claimtrack.words.counting.units import COUNT, is_person
from claimtrack.words.dating.ages import is_before_christ
from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.counts import elsewhere_at, turned_unit_at
from claimtrack.words.dating.moments import Between, Elsewhere, Found, Stated
from claimtrack.words.tokens import Token, touches

FIRST_YEAR, END_OF_YEARS = 1000, 3000
_DASHES = frozenset("-–—‑‐")
_APOSTROPHES = frozenset("'’‘")
#: Years of two figures from here on are of the last century; below, they are of this one.
_SHORT_YEARS_OF_1900 = 40


def year_number(tokens: Sequence[Token], at: int) -> int | None:
    """The year that the figure at *at* may be."""
    text = tokens[at].text
    if tokens[at].kind != "number" or len(text) != 4 or not text.isdecimal():
        return None
    return int(text) if FIRST_YEAR <= int(text) < END_OF_YEARS else None


def year_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The year at *at*, or the years of "2014-2022", "1991–92" and "2023/24"."""
    number = year_number(tokens, at)
    if (
        number is None
        or is_before_christ(tokens, at + 1, words)
        or _is_of_no_day(tokens, at, words)
    ):
        return None
    later = later_year(tokens, at, number)
    if later is not None:
        if labels.is_glued(tokens, at) or _is_part_of_more(tokens, at + 2):
            return None
        return Found(Between(Stated(number), Stated(later)), at + 3)
    return Found(Stated(number), at + 1) if _is_year(tokens, at, words) else None


def _is_of_no_day(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the year at *at* is that of a day that no month has: "32 May 2024"."""
    place = at - 2 if tokens[at - 1].text == "," else at - 1
    pair = {tokens[place].kind, tokens[place - 1].kind}
    if pair != {"word", "number"}:
        return False
    month, day = tokens[place], tokens[place - 1]
    if month.kind == "number":
        month, day = day, month
    return month.lower in words.months and day.text.isdecimal() and len(day.text) <= 2


def later_year(tokens: Sequence[Token], at: int, number: int) -> int | None:
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
    if before.lower in words.of and tokens[at - 2].lower in words.amounts:
        return False
    if before.lower in words.of and tokens[at - 2].lower in words.happenings:
        return not _is_counting(tokens, at, hedged=hedged)
    if before.lower in words.counting and _counts_several(tokens, at):
        return False
    is_led = labels.is_after_date_word(tokens, at) and not hedged
    if is_led and tokens[at - 1].lower not in words.weak_leads:
        return not (labels.is_month(tokens[at - 1]) and _is_count_behind_month(tokens, at))
    if not labels.is_year(tokens, at) or _is_counting(tokens, at, hedged=hedged):
        return False
    return not is_level_like_a_year(tokens, at)


def _is_count_behind_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure at *at*, which is written as no year of ours is, counts several things:
    "in June 1200 people left".
    """
    return not labels.is_year(tokens, at) and _is_counting(tokens, at, hedged=False)


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
    return int(tokens[at].text) % 100 == 0 and _counts_several(tokens, at)


def _counts_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether several of a kind follow the figure at *at*: "2024 points", never "2024 data"."""
    thing = things.counted_at(tokens, at + 1)
    if thing is None or not tokens[at + 1].text[0].islower():
        return False
    return tokens[thing.end - 1].lower.endswith("s")


def year_after(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[Stated, int] | None:
    """The year that is written after a month, a season or a quarter: "2025", "of 2025", "this
    year", "of last year".
    """
    place = at + 1 if tokens[at].lower in words.of or tokens[at].text == "," else at
    number = year_number(tokens, place)
    if number is not None:
        is_counted = tokens[place + 1].text == "%" or _is_count_behind_month(tokens, place)
        return None if is_counted else (Stated(number), place + 1)
    if tokens[at].text == ",":
        return None
    short = _short_year_number(tokens, place)
    if short is not None:
        return Stated(short), place + 2
    place = place + 1 if tokens[place].lower in words.the else place
    turned = turned_unit_at(tokens, place, words)
    if turned is not None and isinstance(turned.moment, Stated):
        return turned.moment, turned.end
    if place > at + 1 and tokens[place].lower in words.year:
        return Stated(shift=0), place + 1
    return None


def short_year_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The year of a "'98" that stands alone."""
    number = _short_year_number(tokens, at)
    return None if number is None else Found(Stated(number), at + 2)


def _short_year_number(tokens: Sequence[Token], at: int) -> int | None:
    """The year of the "'98" at *at*: the last one of those figures that is not far ahead."""
    figure, after = tokens[at + 1], tokens[at + 2]
    is_written = tokens[at].text in _APOSTROPHES and touches(tokens[at], figure)
    if not is_written or len(figure.text) != 2 or not figure.text.isdecimal():
        return None
    if touches(figure, after) and (after.kind == "word" or after.text == "%"):
        return None  # "the summer of '90s pop"
    number = int(figure.text)
    return number + (2000 if number < _SHORT_YEARS_OF_1900 else 1900)


def with_year(stated: Stated, tokens: Sequence[Token], end: int, words: CalendarWords) -> Found:
    found = year_after(tokens, end, words)
    if found is None:
        other = elsewhere_at(tokens, end + 1, words) if tokens[end].lower in words.of else None
        if other is not None and other.moment.precision == "year":
            return Found(Elsewhere(stated.precision), other.end)
        return Found(stated, end)
    return Found(replace(stated, year=found[0].year, shift=found[0].shift), found[1])
