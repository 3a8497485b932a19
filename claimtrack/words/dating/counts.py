"""Date counts: times told by their distance: "three years ago", "last month", "the past 30 days".

Each reader takes the tokens, the place where the words begin, and the language; it gives the
moment with the place after its last word, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.dating.calendarwords import CalendarWords, Turn
from claimtrack.words.dating.leanings import is_told
from claimtrack.words.dating.moments import (
    Apart,
    DayApart,
    Elsewhere,
    Found,
    Moment,
    Shifted,
    Stated,
    Stretch,
    Weekend,
)
from claimtrack.words.dating.spans import Precision
from claimtrack.words.tokens import Token, touches

_COUNTS: dict[Turn, int] = {"last": -1, "this": 0, "next": 1}
#: What half of a unit is, so that "three and a half years" are 42 months.
_HALVES: dict[Precision, tuple[Precision, int]] = {
    "year": ("month", 6), "decade": ("year", 5), "century": ("year", 50),
}  # fmt: skip
_ENDS = frozenset(',.;:!?)”"—–')


def counted_at(
    tokens: Sequence[Token], at: int, words: CalendarWords
) -> tuple[Precision, int, int] | None:
    """A number of units at *at* ("three years", "30 days", "half a year", "a year and a half"):
    which, how many, and the place after it.
    """
    if _words_at(tokens, at, 2) in words.half_a:
        return _halved(tokens, at + 2, 0, words)
    number = number_at(tokens[at], words)
    if number is None:
        return None
    place = at + 1
    if tokens[place].text == "-" and touches(tokens[at], tokens[place]):
        place += 1
    if _words_at(tokens, place, 3) in words.and_a_half:
        return _halved(tokens, place + 3, number, words)
    unit = words.units.get(tokens[place].lower)
    if unit is None:
        return None
    if _words_at(tokens, place + 1, 3) in words.and_a_half:
        halved = _halved(tokens, place, number, words)
        return None if halved is None else (*halved[:2], place + 4)
    return unit[0], number * unit[1], place + 1


def _words_at(tokens: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[at : at + count])


def number_at(token: Token, words: CalendarWords) -> int | None:
    """The number that *token* is, in figures or as a word; None where it is none."""
    if token.kind != "number":
        return words.numbers.get(token.lower)
    number = int(token.text) if token.text.isdecimal() and len(token.text) <= 4 else 0
    return number or None


def _halved(
    tokens: Sequence[Token], at: int, number: int, words: CalendarWords
) -> tuple[Precision, int, int] | None:
    """*number* and a half of the unit at *at*, in a finer unit: 3 of years are 42 months."""
    unit = words.units.get(tokens[at].lower)
    finer = None if unit is None else _HALVES.get(unit[0])
    return None if finer is None else (finer[0], (2 * number + 1) * finer[1], at + 1)


def distance_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Three years ago", "two weeks from now", "three years on", "ten days later"."""
    counted = counted_at(tokens, at, words)
    if counted is None:
        return None
    unit, count, end = counted
    if tokens[end].lower in words.ago:
        from_day = words.days.at(tokens, end + 1)
        if from_day is not None and len(tokens[end + 1 : from_day[1]]) == 1:
            return Found(DayApart(unit, -count, from_day[0]), from_day[1])
        return Found(ago(unit, -count), end + 1)
    hence = words.hence.at(tokens, end)
    if hence is not None:
        return Found(ago(unit, count), hence[1])
    if tokens[end].lower in words.on_after and _is_closed(tokens, end + 1):
        return Found(Elsewhere(unit), end + 1)
    if tokens[end].lower in words.apart:
        return Found(Elsewhere(unit), end + 1)
    return None


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "end" or tokens[at].text in _ENDS


def ago(unit: Precision, count: int) -> Moment:
    """The moment so many units from publication."""
    return Apart(unit, count) if unit in {"decade", "century"} else Shifted(unit, count)


def ahead_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The "two weeks" of "in two weeks", where the sentence speaks of what is to come."""
    counted = counted_at(tokens, at, words)
    return None if counted is None else Found(ago(counted[0], counted[1]), counted[2])


def time_ahead_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The "two years' time" of "in two years' time", which is to come whatever the verb."""
    number = number_at(tokens[at], words)
    unit = words.units.get(bare(tokens[at + 1])) if number is not None else None
    if number is None or unit is None:
        return None
    end = at + 2
    if tokens[end].text in _APOSTROPHES and touches(tokens[end - 1], tokens[end]):
        end += 1
    elif bare(tokens[at + 1]) == tokens[at + 1].lower:
        return None
    if tokens[end].lower not in words.time:
        return None
    return Found(ago(unit[0], number * unit[1]), end + 1)


_APOSTROPHES = frozenset("'’")


def far_unit_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The "week before last" and "month after next" behind their article."""
    unit = words.units.get(tokens[at].lower)
    far = None if unit is None else words.next_but_one.at(tokens, at + 1)
    if unit is None or far is None or unit[0] == "day" or unit[1] != 1:
        return None
    return Found(shifted_unit(unit[0], 2 * far[0]), far[1])


def within_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Within 30 days"; what begins it is elsewhere in the text where "of the vote" says so, or a
    verb tells what was done in that time.
    """
    counted = counted_at(tokens, at + 1, words) if tokens[at].lower in words.within else None
    if counted is None:
        return None
    unit, count, end = counted
    hence = words.hence.at(tokens, end)
    if hence is not None:
        return Found(Stretch(unit, count), hence[1])
    is_of_another = tokens[end].lower in words.from_then or is_told(tokens, at, end, words)
    return Found(Elsewhere(unit) if is_of_another else Stretch(unit, count), end)


def stretch_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "The past 30 days", "the last decade", "last three months", "past year"; never "the last
    year of the war".
    """
    opened = tokens[at].lower in words.the
    place = at + 1 if opened else at
    side = words.stretches.get(tokens[place].lower)
    if side is None:
        return None
    counted = counted_at(tokens, place + 1, words)
    unit = words.units.get(tokens[place + 1].lower)
    if counted is not None:
        kind, count, end = counted
    elif unit is not None and (opened or words.turns.get(tokens[place].lower) is None):
        if side > 0 or (kind := unit[0]) == "day":
            return None
        count, end = unit[1], place + 2
    else:
        return None
    return None if tokens[end].lower in words.of else Found(Stretch(kind, side * count), end)


def turn_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[Turn, int] | None:
    """Which one "last", "this" or "next" at *at* picks, and the place after it: "this past" is
    the last one.
    """
    turn = words.turns.get(tokens[at].lower)
    if turn == "this":
        further = words.turns.get(tokens[at + 1].lower)
        if further is not None and further != "this":
            return further, at + 2
    return None if turn is None else (turn, at + 1)


def turned_unit_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "Last month", "this year", "next weekend"."""
    turned = turn_at(tokens, at, words)
    if turned is None:
        return None
    turn, end = turned
    if bare(tokens[end]) in words.weekends:
        return Found(Weekend(turn), end + 1)
    unit = words.units.get(bare(tokens[end]))
    if unit is None or unit[0] == "day" or unit[1] != 1 or _is_plural(tokens, end, words):
        return None
    return Found(shifted_unit(unit[0], _COUNTS[turn]), end + 1)


def _is_plural(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the unit at *at* is more than one, as in "last days"; "century's" is one."""
    word = tokens[at].lower
    return (word.endswith("s") and word[:-1] in words.units) or word.endswith("ies")


def shifted_unit(unit: Precision, count: int) -> Moment:
    """The unit so many from that of publication; a year as one that others are filled from."""
    return Stated(shift=count) if unit == "year" else Shifted(unit, count)


def elsewhere_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """ "The next day", "the same year", "that month"."""
    place = at
    if tokens[place].lower in words.that:
        unit = words.units.get(tokens[place + 1].lower)
        if unit is not None and not _is_plural(tokens, place + 1, words):
            return Found(Elsewhere(unit[0]), place + 2)
    elif tokens[place].lower not in words.the:
        return None
    if tokens[place + 1].lower not in words.elsewhere:
        return None
    unit = words.units.get(tokens[place + 2].lower)
    if unit is None or _is_plural(tokens, place + 2, words):
        return None
    return Found(Elsewhere(unit[0]), place + 3)


def bare(token: Token) -> str:
    """The word of *token* in lower case, without the ending of a genitive."""
    word = token.lower
    return word[:-2] if word.endswith(("'s", "’s")) else word
