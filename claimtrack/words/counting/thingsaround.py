"""Things around: the unit of a number, and what stands around it that it counts or divides."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.countedbefore import (
    LEADING_TO_NUMBERED,
    is_group_acting,
    is_grouped,
    numbered_before,
)
from claimtrack.words.counting.moves import LEADING_TO_LEVELS, verb_of_level
from claimtrack.words.counting.numbers import NUMBER_WORDS, is_hyphen
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.rates import rate_at
from claimtrack.words.counting.sciences import OTHER
from claimtrack.words.counting.singles import in_thousands
from claimtrack.words.counting.things import POSSESSIVES, Thing, counted_at, divided_at, whole_at
from claimtrack.words.counting.tolls import is_after_toll, is_before_suffering
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import (
    COUNT,
    MEASURED_COUNT,
    PERSONS,
    SHARE,
    is_person,
    unit_at,
)
from claimtrack.words.tokens import Piece, word_set


def told_before(
    tokens: Sequence[Piece], start: int, unit: Unit, thing: Thing | None
) -> tuple[Unit, Thing | None]:
    """The unit of a bare number and what it counts, where that is told before it."""
    if is_grouped(tokens, start):
        return unit, None if thing is None or is_group_acting(tokens, thing) else thing
    if thing is None and tokens[start - 1].lower in LEADING_TO_NUMBERED:
        thing = numbered_before(tokens, start)
        return PERSONS if thing is not None and thing.persons else unit, thing
    return unit, thing


def is_of_persons(tokens: Sequence[Piece], start: int, end: int, at: int) -> bool:
    """Whether what stands around a bare number counts persons: "300 were killed"."""
    is_all = (tokens[start - 2].lower, tokens[start - 1].lower) == ("of", "the")
    # Not all ten are said to have died in "one of the ten died".
    if is_after_toll(tokens, start) or (not is_all and is_before_suffering(tokens, end)):
        return True
    if tokens[start - 1].lower not in LEADING_TO_LEVELS:
        return False
    verb = verb_of_level(tokens, start, at)
    return verb is not None and is_after_toll(tokens, verb)


def in_whole_persons(measured: Measured) -> Measured:
    """The measured with "1.500 people" as fifteen hundred: no thousandth of a person is counted, so
    the dot sets thousands apart.
    """
    return measured._replace(number=in_thousands(measured.number))


def unit_and_thing(tokens: Sequence[Piece], measured: Measured) -> tuple[Unit, Thing | None, int]:
    """The unit of *measured*, what it counts or divides, and the place after its last word."""
    end, number = measured.end, measured.number
    if measured.unit is not None:
        if measured.unit == MEASURED_COUNT:
            return measured.unit, Thing(end - 1, end), end
        if measured.unit == OTHER:
            at = _unit_start(tokens, measured)
            return measured.unit, None if at is None else Thing(at, end), end
        if measured.unit == COUNT:
            return measured.unit, Thing(end - 1, end), end
        if tokens[end].kind != "word":  # a "2,000-year-old statue", or nothing that is counted
            return measured.unit, None, end
        hyphened = any(is_hyphen(tokens, place) for place in range(measured.start, end))
        return measured.unit, counted_at(tokens, end) if hyphened else None, end
    whole = whole_at(tokens, end)
    if number.form == "fraction" and not number.scaled:
        return SHARE, whole or _named_within(tokens, measured) or _shared_at(tokens, measured), end
    if whole is not None:
        return (
            (PERSONS, whole, whole.end) if whole.persons and number.scaled else (COUNT, whole, end)
        )
    adding = tokens[end].lower in _ADDING
    thing = counted_at(tokens, end + 1 if adding else end)
    if thing is not None and thing.persons:
        return PERSONS, thing, after_participle(tokens, thing.end)
    return COUNT, thing, end


def _unit_start(tokens: Sequence[Piece], measured: Measured) -> int | None:
    """Where the words of the unit begin: "miles" of "40 miles per gallon"; None where another
    number told it.
    """
    told = measured.unit, measured.end
    places = range(max(measured.end - _MOST_WORDS_OF_UNIT, measured.start + 1), measured.end)
    return next((at for at in places if unit_at(tokens, at) == told), None)


_MOST_WORDS_OF_UNIT = 4


def after_participle(tokens: Sequence[Piece], at: int) -> int:
    """The place after the "killed or wounded" of "200 personnel killed or wounded per day": where
    a rate follows it.
    """
    after = at
    while after < at + _MOST_PARTICIPLES and tokens[after].lower in LOST:
        after += 1
    return after if after > at and rate_at(tokens, after)[0] else at


# "Three more bodies" are three that were not counted before; "300 fewer people" are a change.
_ADDING = word_set("more fewer other further")
_MOST_PARTICIPLES = 3
#: What is counted of those to whom something was done: "200 personnel killed or wounded".
LOST = word_set(
    """
    killed wounded injured dead dying died lost captured taken seized occupied produced made built
    fired launched destroyed shot and or
    """
)


def _named_within(tokens: Sequence[Piece], measured: Measured) -> Thing | None:
    """What a share is of that is told between its numbers: "four people in ten"."""
    for place in range(measured.start + 2, measured.end - 1):
        noun = tokens[place - 1]
        if tokens[place].lower in _PARTING and _is_told_once(noun):
            start = place - 1
            while start > measured.start + 1 and tokens[start - 1].lower not in NUMBER_WORDS:
                start -= 1
            return Thing(start, place, persons=is_person(noun))
    return None


_PARTING = frozenset({"in", "out"})


def _is_told_once(noun: Piece) -> bool:
    """Whether *noun* is what some are of: neither a number nor the "times" of one."""
    return noun.kind == "word" and noun.lower not in _NO_NOUNS


_NO_NOUNS = NUMBER_WORDS | {"times", "time", "hundred", "thousand"}


def _shared_at(tokens: Sequence[Piece], measured: Measured) -> Thing | None:
    """What a fraction without "of" divides: "half the population", "one in five Ukrainians".

    "A third party" divides nothing.
    """
    end = measured.end
    if measured.number.ratio == (1, 2):
        opened = tokens[end].lower in POSSESSIVES
        return divided_at(tokens, end) if opened else None
    return None if tokens[measured.start].lower in {"a", "an"} else divided_at(tokens, end)
