"""Surroundings: the hedge, noun, rate and change that stand around a number."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.values import QuantityKind
from claimtrack.words.counting.changes import Change, change_after, change_before, is_particle
from claimtrack.words.counting.hedges import Hedge, hedge_after, hedge_before
from claimtrack.words.counting.measured import in_thousands
from claimtrack.words.counting.numbers import is_hyphen
from claimtrack.words.counting.phrases import Measured, Phrase
from claimtrack.words.counting.things import POSSESSIVES, Thing, counted_at, divided_at, whole_at
from claimtrack.words.counting.tolls import is_after_toll, is_before_suffering
from claimtrack.words.counting.units import (
    COUNT,
    MEASURED_COUNT,
    PERIOD_ADVERBS,
    PERIODS,
    PERSONS,
    SHARE,
    Unit,
    unit_at,
)
from claimtrack.words.tokens import Piece, touches, word_set


def surrounded(tokens: Sequence[Piece], measured: Measured, floor: int) -> Phrase:
    """The phrase around *measured*: all that belongs to it from token *floor* on."""
    start = measured.start
    sign = sign_before(tokens, start)
    start = start if sign is None else start - 1
    hedge = measured.bounded or hedge_left(tokens, start, floor)
    start = min(start, hedge.start) if hedge else start
    unit, thing, end = _per_so_many(tokens, *_unit_and_thing(tokens, measured))
    if unit == PERSONS:
        measured = _in_whole_persons(measured)
    behind = hedge_after(tokens, end)
    if behind is not None:
        hedge, end = hedge or behind, behind.end
    elif thing is not None and hedge is None and thing.start == end and unit == COUNT:
        hedge = _hedge_behind_noun(tokens, thing.end)
        end = end if hedge is None else hedge.end
    period, end = _rate_behind(tokens, end, unit, thing)
    if period is not None and behind is None:
        behind = hedge_after(tokens, end)
        if behind is not None:
            hedge, end = hedge or behind, behind.end
    if (thing is None or period) and unit == COUNT and _is_of_persons(tokens, start, end):
        unit = PERSONS
    change = _change_around(tokens, start, end, unit, floor)
    further = _FURTHER.get(tokens[measured.end].lower)
    if change is None and unit == COUNT and thing is not None and further is not None:
        change = Change(further, start, max(end, measured.end + 1), by=True)
    elif change is None and unit.grain == "whole" and tokens[measured.end].lower == "fewer":
        change = Change(-1, start, max(end, measured.end + 1), by=True)
    goods = _goods_end(tokens, end, unit) if period is None and unit.period is None else None
    end = end if goods is None else goods
    # Of what is no share, a minus says on which side of nought it lies: "−12,400", "-20 degrees".
    moves = sign is not None and (unit.base == "share" or sign > 0)
    if change is not None and (change.by or not _is_crossed(hedge)):
        moves = True
        sign = min(change.sign, sign or 1)  # "growth of minus 0.4%"
        start, end = min(start, change.start), max(end, change.end)
        if thing is not None and thing.start == change.start:  # "a half-point cut" is of nothing
            thing = None
    return Phrase(
        measured,
        unit,
        start,
        end,
        hedge or _joint_as_hedge(tokens, measured),
        sign or 1,
        _kind(period or unit.period, moves=moves or unit.change, priced=goods is not None),
        period or unit.period,
        thing or whole_at(tokens, end),
    )


def _hedge_behind_noun(tokens: Sequence[Piece], at: int) -> Hedge | None:
    """The hedge at *at*, behind what is counted: "50 homes or more", "60 wells or so"."""
    hedge = hedge_after(tokens, at)
    if hedge is None or hedge.words not in _BEHIND_NOUNS or tokens[hedge.end].lower == "than":
        return None
    return hedge


_BEHIND_NOUNS = frozenset(
    {"or so", "or thereabouts", "or more", "or fewer", "or less", "at most", "at least"}
    | {"give or take", ", give or take"}
)


def _rate_behind(
    tokens: Sequence[Piece], end: int, unit: Unit, thing: Thing | None
) -> tuple[str | None, int]:
    """The period of a rate and the place after it: right behind the number and its unit, or behind
    what they count ("40 attacks per day", "500 tons of food a week").
    """
    period, after = rate_at(tokens, end)
    if period is not None or unit.base == "share":
        return period, after
    counted = thing if thing is not None and thing.end > end else whole_at(tokens, end)
    if counted is None:
        return None, end
    period, after = rate_at(tokens, _after_participle(tokens, counted.end))
    return (period, after) if period is not None else (None, end)


def _per_so_many(
    tokens: Sequence[Piece], unit: Unit, thing: Thing | None, end: int
) -> tuple[Unit, Thing | None, int]:
    """Of things told by the thousand, their ratio: "1.4 doctors per 1,000 people"."""
    if thing is None or tokens[thing.end].lower != "per" or unit not in {COUNT, PERSONS}:
        return unit, thing, end
    found = unit_at(tokens, thing.end)
    if found is None:
        return unit, thing, end
    return found[0]._replace(base="ratio"), thing, found[1]


def _is_of_persons(tokens: Sequence[Piece], start: int, end: int) -> bool:
    return is_after_toll(tokens, start) or is_before_suffering(tokens, end)


def _in_whole_persons(measured: Measured) -> Measured:
    """The measured with "1.500 people" as fifteen hundred: no thousandth of a person is counted, so
    the dot sets thousands apart.
    """
    return measured._replace(number=in_thousands(measured.number))


def _kind(period: str | None, *, moves: bool, priced: bool) -> QuantityKind:
    if period is not None:
        return "rate"
    return "change" if moves else "rate" if priced else "level"


# "12 more seats" are by how many there are more than before, as "12 fewer" are.
_FURTHER = {"more": 1, "fewer": -1}


def _goods_end(tokens: Sequence[Piece], end: int, unit: Unit) -> int | None:
    """The place after the "a gallon" of a price, which makes it a rate; None without."""
    if not unit.is_money:
        return None
    if tokens[end].lower not in {"a", "an", "per", "/"} or tokens[end + 1].lower not in _GOODS:
        return None
    return end + 2


_GOODS = word_set(
    """
    gallon litre liter barrel bbl bushel tonne ton kilo kilogram kg gram pound lb ounce mile
    kilometre kilometer km share pint bottle pack ticket kilowatt-hour kwh mwh therm acre hectare
    """
)


def is_per_something(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether what was read is so much of each of something, and no amount: "100 people per square
    kilometre", "$100 a head".
    """
    if phrase.period is not None or phrase.kind == "rate":
        return False
    end, extent = phrase.end, phrase.extent
    return (tokens[end].lower in _PER and _is_per(tokens, end, phrase.unit)) or (
        extent != end and tokens[extent].lower in _PER and _is_per(tokens, extent, phrase.unit)
    )


def _is_per(tokens: Sequence[Piece], at: int, unit: Unit) -> bool:
    after = tokens[at + 1]
    if tokens[at].lower == "per":
        return after.kind == "word" and after.lower not in {"the", "a", "se", "cent"}
    return unit.is_money and after.lower in _EACH_OF


_PER = frozenset({"per", "a", "an"})
_EACH_OF = word_set("head person family household pupil student child patient worker prisoner")


def _joint_as_hedge(tokens: Sequence[Piece], measured: Measured) -> Hedge | None:
    """The "between" or "from" of a range: what it does to the interval, the range has done."""
    if measured.joint not in {"and", "from"}:
        return None
    return Hedge("exactly", tokens[measured.start].lower, measured.start, measured.start + 1)


def _is_crossed(hedge: Hedge | None) -> bool:
    """Whether the number is a line that was crossed ("fell below 60") and not how far it fell."""
    return hedge is not None and hedge.words in {"below", "above", "under"}


def hedge_left(tokens: Sequence[Piece], at: int, floor: int) -> Hedge | None:
    hedge = hedge_before(tokens, at)
    if hedge is None and tokens[at - 1].lower in {"a", "an"}:
        hedge = hedge_before(tokens, at - 1)
    return hedge if hedge is not None and hedge.start >= floor else None


def sign_before(tokens: Sequence[Piece], at: int) -> int | None:
    """-1 or +1 where a minus or plus sign stands before the number and after no other token."""
    before = tokens[at - 1]
    if before.lower in _SIGN_WORDS and tokens[at - 2].kind not in {"number", "fraction"}:
        return None if tokens[at - 2].lower == "or" else -1  # "plus or minus three" is no -3
    if before.text not in {"-", "−", "+"} or not touches(before, tokens[at]):
        return None
    if touches(tokens[at - 2], before) and tokens[at - 2].text not in {"(", "“", '"', "~"}:
        return None
    return 1 if before.text == "+" else -1


_SIGN_WORDS = word_set("minus negative")


def _unit_and_thing(tokens: Sequence[Piece], measured: Measured) -> tuple[Unit, Thing | None, int]:
    """The unit of *measured*, what it counts or divides, and the place after its last word."""
    end, number = measured.end, measured.number
    if measured.unit is not None:
        if measured.unit == MEASURED_COUNT:
            return measured.unit, Thing(end - 1, end), end
        if tokens[end].kind != "word":  # a "2,000-year-old statue", or nothing that is counted
            return measured.unit, None, end
        hyphened = any(is_hyphen(tokens, place) for place in range(measured.start, end))
        return measured.unit, counted_at(tokens, end) if hyphened else None, end
    whole = whole_at(tokens, end)
    if number.form == "fraction" and not number.scaled:
        return SHARE, whole or _shared_at(tokens, measured), end
    if whole is not None:
        return (
            (PERSONS, whole, whole.end) if whole.persons and number.scaled else (COUNT, whole, end)
        )
    adding = tokens[end].lower in _ADDING
    thing = counted_at(tokens, end + 1 if adding else end)
    if thing is not None and thing.persons:
        return PERSONS, thing, _after_participle(tokens, thing.end)
    return COUNT, thing, end


def _after_participle(tokens: Sequence[Piece], at: int) -> int:
    """The place after the "killed or wounded" of "200 personnel killed or wounded per day": where
    a rate follows it.
    """
    after = at
    while after < at + _MOST_PARTICIPLES and tokens[after].lower in _LOST:
        after += 1
    return after if after > at and rate_at(tokens, after)[0] else at


# "Three more bodies" are three that were not counted before; "300 fewer people" are a change.
_ADDING = word_set("more fewer other further")
_MOST_PARTICIPLES = 3
_LOST = word_set(
    """
    killed wounded injured dead dying died lost captured taken seized occupied produced made built
    fired launched destroyed shot and or
    """
)


def _shared_at(tokens: Sequence[Piece], measured: Measured) -> Thing | None:
    """What a fraction without "of" divides: "half the population", "one in five Ukrainians".

    "A third party" divides nothing.
    """
    end = measured.end
    if measured.number.ratio == (1, 2):
        opened = tokens[end].lower in POSSESSIVES
        return divided_at(tokens, end) if opened else None
    return None if tokens[measured.start].lower in {"a", "an"} else divided_at(tokens, end)


_EACH = word_set("each every")
_HYPHENS = frozenset("-‐‑")


def rate_at(tokens: Sequence[Piece], at: int) -> tuple[str | None, int]:
    """The period of "a day", "per month", "each year", "daily", "/week" at *at*, and the place
    after it; None where the number is no rate ("a year ago").
    """
    word = tokens[at].lower
    if word in _HYPHENS and tokens[at + 2].text == word:  # "$15-an-hour"
        period = PERIODS.get(tokens[at + 3].lower)
        is_rate = period is not None and tokens[at + 1].lower in {"a", "an", "per"}
        return (period, at + 4) if is_rate else (None, at)
    if word in PERIOD_ADVERBS:
        return PERIOD_ADVERBS[word], at + 1
    period = PERIODS.get(tokens[at + 1].lower)
    if word in _EACH and tokens[at + 1].lower == "single":
        period = PERIODS.get(tokens[at + 2].lower)
        return (None, at) if period is None else (period, at + 3)
    if period is None or word not in {"a", "an", "per", "each", "every", "/"}:
        return None, at
    if word in {"a", "an"} and _is_time_of_its_own(tokens, at + 2):
        return None, at
    return period, at + 2


def _is_time_of_its_own(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the "a year" before *at* tells when, and not for how long: "40 tanks a year before",
    "a year on, 40 tanks", but not "£3bn a year on defence" or "£40,000 a year before tax".
    """
    word, after = tokens[at].lower, tokens[at + 1]
    if word == "on":
        return after.kind != "word" or after.lower in _GOES_ON_FROM
    if word in {"before", "after"}:
        return after.lower not in _TAKEN_OFF
    return word in {"ago", "earlier", "later", "old"}


# "A year on from the flood", "a year on and still without power".
_GOES_ON_FROM = word_set("from since and but as after when while is are was were has have")
# What is told with and without it: "after tax", "before housing costs".
_TAKEN_OFF = word_set(
    """
    tax taxes income vat deductions costs housing expenses interest fees rent bills bonuses
    inflation depreciation subsidies rebates discounts
    """
)
_FROM_THEN = word_set("ago before after later earlier")
_FROM_THERE = word_set(
    "away off apart inland offshore upstream downstream downwind upwind north south east west"
    " northeast northwest southeast southwest"
)
_DIVIDING = POSSESSIVES | {"of"}


def _change_around(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, floor: int
) -> Change | None:
    before = change_before(tokens, start, share=unit.base == "share")
    if tokens[end].lower in _FROM_THEN:  # "prices rose two years ago"
        return None
    points = unit == COUNT and tokens[end].lower in {"point", "points"}
    if (
        before is not None
        and before.start >= floor
        and not is_particle(tokens, start - 1, share=points or unit.base == "share")
    ):
        # "Makes up 20% of exports", "fell 300 soldiers": no movement of the number itself.
        divides = tokens[end].lower in _DIVIDING and not before.by
        counts = (
            unit.grain == "whole"
            and not before.by
            and tokens[start - 1].lower != "down"
            and not points
        )
        # "Came down 10 km away" tells where.
        places = unit.base == "km" and not before.by and tokens[end].lower in _FROM_THERE
        if not (divides or counts or places):
            return before
    after = change_after(tokens, end, share=unit.base == "share")
    if after is None or unit == PERSONS:
        return None
    return None if unit == COUNT else after
