"""Rates around: for what or in which time an amount is so much, told before or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.changes import verb_before
from claimtrack.words.counting.measured import level_now
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.rates import (
    EACH_OPENERS,
    MOMENTS,
    each_at,
    rate_at,
    rate_before,
    rate_of_moments,
    rate_to_come_from,
)
from claimtrack.words.counting.rules import times
from claimtrack.words.counting.spans import TIMES
from claimtrack.words.counting.things import Thing, counted_at, is_behind_plural, whole_at
from claimtrack.words.counting.thingsaround import after_participle
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import COUNT, PERSONS, RATIO, is_person, unit_at
from claimtrack.words.tokens import Piece


def each_behind(tokens: Sequence[Piece], end: int, unit: Unit, thing: Thing | None) -> Thing | None:
    """What the amount is so much for each of, right behind it or behind what it counts."""
    if tokens[end].lower in EACH_OPENERS:
        each = each_at(tokens, end, unit)
        if each is not None:
            return each
    if thing is None and tokens[end].lower == "of":  # "120 grams of CO2 per kilometre"
        thing = whole_at(tokens, end)
    if thing is None or thing.end <= end or tokens[thing.end].lower not in EACH_OPENERS:
        return None
    return each_at(tokens, thing.end, unit)


def rate_behind(
    tokens: Sequence[Piece], end: int, unit: Unit, thing: Thing | None
) -> tuple[str | None, int]:
    """The period of a rate and the place after it: right behind the number and its unit, or behind
    what they count ("40 attacks per day", "500 tons of food a week").
    """
    period, after = rate_at(tokens, end)
    if period is not None or unit.base == "share":
        return period, after
    is_behind = thing is not None and (thing.end > end or thing.persons)
    counted = thing if is_behind else whole_at(tokens, end)
    if counted is None:
        return None, end
    period, after = rate_at(tokens, after_participle(tokens, counted.end))
    if period is None and is_behind_plural(tokens, counted.end):  # "300 ships pass each year"
        period, after = rate_at(tokens, counted.end + 1)
    return (period, after) if period is not None else (None, end)


def rate_by_the_moment(
    tokens: Sequence[Piece], unit: Unit, thing: Thing | None, end: int
) -> tuple[Unit, str | None, int]:
    """The unit by the hour of what is told by the minute or the second: "72 times per minute"; a
    price stays one ("£2 a minute").
    """
    at = end if thing is None else max(end, thing.end)
    found = rate_of_moments(tokens, at) if tokens[at + 1].lower in MOMENTS else None
    if found is None or unit.is_money or unit.period is not None:
        return unit, None, end
    if unit.base in _NEVER_BY_THE_MINUTE:
        return unit, None, end
    return unit._replace(factor=times(unit.factor, Decimal(found[0]))), "h", found[1]


_NEVER_BY_THE_MINUTE = TIMES | {"share", "ratio", "degC", "other"}


def rate_told_before(
    tokens: Sequence[Piece], start: int, floor: int, unit: Unit
) -> tuple[str | None, int]:
    """The period that is told before the amount, and where the phrase begins with it: "every year,
    some 9 million tonnes", the 40 of "from 12 a day to 40".
    """
    if unit.base in TIMES or unit.base == "share" or unit.period is not None:
        return None, start
    opening = rate_before(tokens, start, floor)
    return opening or (rate_to_come_from(tokens, start), start)


def rate_shared(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit
) -> tuple[str | None, Thing | None]:
    """The period, or what the amount is for each of, of the level that something moved from, where
    the level now tells it: "rose from 120 to 150 a day", "from $80 to $82 a barrel".
    """
    now = level_now(tokens, end + 1) if verb_before(tokens, start - 1) is not None else None
    if now is None or (now.unit or unit) != unit or unit.base == "share":
        return None, None
    counted = counted_at(tokens, now.end) if now.unit is None else None
    period, _ = rate_behind(tokens, now.end, unit, counted)
    return period, each_behind(tokens, now.end, unit, None)


def per_so_many(
    tokens: Sequence[Piece], unit: Unit, thing: Thing | None, end: int
) -> tuple[Unit, Thing | None, int]:
    """Of things told by the thousand, their ratio: "1.4 doctors per 1,000 people"."""
    if thing is None or unit not in {COUNT, PERSONS}:
        return unit, thing, end
    if tokens[thing.end].lower == "for" and tokens[thing.end + 1].lower in {"every", "each"}:
        return _for_every(tokens, unit, thing, end)
    if tokens[thing.end].lower != "per":
        return unit, thing, end
    found = unit_at(tokens, thing.end)
    if found is None and unit == PERSONS and is_person(tokens[thing.end + 1]):
        return RATIO, thing, thing.end + 2  # "2.1 children per woman"
    if found is None:
        return unit, thing, end
    return found[0]._replace(base="ratio"), thing, found[1]


def _for_every(
    tokens: Sequence[Piece], unit: Unit, thing: Thing, end: int
) -> tuple[Unit, Thing | None, int]:
    """The ratio of "1.8 doctors for every 1,000 people", whose number counts something."""
    found = number_at(tokens, thing.end + 2)
    if found is None or found.number.form != "integer" or counted_at(tokens, found.end) is None:
        return unit, thing, end
    if unit_at(tokens, found.end) is not None:  # "three stops for every 10 km"
        return unit, thing, end
    return RATIO._replace(per=found.number.value), thing, found.end
