"""Surroundings: the hedge, noun, rate and change that stand around a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.values import QuantityKind
from claimtrack.words.counting.changes import (
    Change,
    change_after,
    change_before,
    change_told,
    is_done_to,
    is_particle,
    verb_before,
)
from claimtrack.words.counting.countedbefore import (
    LEADING_TO_NUMBERED,
    is_group_acting,
    is_grouped,
    numbered_before,
)
from claimtrack.words.counting.differences import (
    LONGER_OR_SHORTER,
    MORE_OR_LESS,
    compared_by,
    is_compared_with,
    measured_by,
)
from claimtrack.words.counting.heats import compared, from_nought, is_difference, is_heat
from claimtrack.words.counting.hedges import (
    Hedge,
    denied,
    hedge_after,
    hedge_before,
    starting_before,
)
from claimtrack.words.counting.limbs import change_of_limb
from claimtrack.words.counting.measured import level_now
from claimtrack.words.counting.moves import LEADING_TO_LEVELS, verb_of_level
from claimtrack.words.counting.numbers import NUMBER_WORDS, is_hyphen, number_at
from claimtrack.words.counting.phrases import Measured, Phrase
from claimtrack.words.counting.rates import (
    BEFORE_RATED,
    EACH_OPENERS,
    MOMENTS,
    each_at,
    rate_at,
    rate_before,
    rate_of_moments,
    rate_to_come_from,
)
from claimtrack.words.counting.rules import times
from claimtrack.words.counting.sciences import OTHER
from claimtrack.words.counting.signs import sign_before
from claimtrack.words.counting.singles import in_thousands
from claimtrack.words.counting.spans import TAKING, TIMES, is_during, is_of_then, is_taken
from claimtrack.words.counting.things import (
    POSSESSIVES,
    STOP_WORDS,
    Thing,
    counted_at,
    divided_at,
    is_behind_plural,
    whole_at,
)
from claimtrack.words.counting.tolls import is_after_toll, is_before_suffering
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import (
    COUNT,
    MEASURED_COUNT,
    PERSONS,
    RATIO,
    SHARE,
    is_person,
    unit_at,
)
from claimtrack.words.tokens import Piece, word_set


def surrounded(tokens: Sequence[Piece], measured: Measured, floor: int) -> Phrase:
    """The phrase around *measured*: all that belongs to it from token *floor* on."""
    start = measured.start
    sign = sign_before(tokens, start)
    start = start if sign is None else start - 1
    hedge = measured.bounded or hedge_left(tokens, start, floor)
    start = min(start, hedge.start) if hedge else start
    unit, thing, end = _per_so_many(tokens, *_unit_and_thing(tokens, measured))
    if hedge is not None and (
        is_during(tokens, hedge, unit, end, floor) or is_of_then(tokens, hedge, unit, end)
    ):
        start, hedge = hedge.end, None
    elif hedge is None and is_taken(tokens, start, unit, end):
        start, hedge = start - 1, Hedge("over", "over", start - 1, start)
    if unit == PERSONS:
        measured = _in_whole_persons(measured)
    behind = hedge_after(tokens, end)
    if behind is not None:
        hedge, end = hedge or behind, behind.end
    elif thing is not None and hedge is None and thing.start == end and unit == COUNT:
        hedge = _hedge_behind_noun(tokens, thing.end)
        end = end if hedge is None else hedge.end
    if unit is COUNT and measured.unit is None:
        unit, thing = _told_before(tokens, start, unit, thing)
    period, end = _rate_behind(tokens, end, unit, thing)
    if period is None:
        unit, period, end = _rate_of_moments(tokens, unit, thing, end)
    each, shared = _each_behind(tokens, end, unit, thing), None
    if period is None and each is None and tokens[start - 1].lower in BEFORE_RATED:
        period, start = _rate_told_before(tokens, start, floor, unit)
    if period is None and tokens[end].lower == "to" and tokens[start - 1].lower == "from":
        period, shared = _rate_shared(tokens, start, end, unit)
    if each is not None:
        thing, end = Thing(each.start if thing is None else thing.start, each.end), each.end
        if period is None:
            period, end = rate_at(tokens, end)
    if period is not None and behind is None:
        behind = hedge_after(tokens, end)
        if behind is not None:
            hedge, end = hedge or behind, behind.end
    if (
        (thing is None or period)
        and unit == COUNT
        and _is_of_persons(tokens, start, end, measured.start)
    ):
        unit = PERSONS
    read = Phrase(
        measured, unit, start, end, hedge or _joint_as_hedge(tokens, measured), sign or 1,
        period=period or unit.period, thing=thing or shared,
    )  # fmt: skip
    is_of_degrees = unit.base in _OF_DEGREES and is_heat(tokens, unit, measured.end)
    told = _degrees if is_of_degrees else _moved
    read = told(tokens, read, sign, floor)
    if (each or shared) is not None and read.kind == "level":
        read = read._replace(kind="rate")
    elif unit.is_money and tokens[read.end].lower in _APIECE and read.kind == "level":
        read = read._replace(kind="rate", end=read.end + 1)
    whole = whole_at(tokens, read.end) if read.thing is None else None
    return read if whole is None else read._replace(thing=whole)


def _told_before(
    tokens: Sequence[Piece], start: int, unit: Unit, thing: Thing | None
) -> tuple[Unit, Thing | None]:
    """The unit of a bare number and what it counts, where that is told before it."""
    if is_grouped(tokens, start):
        return unit, None if thing is None or is_group_acting(tokens, thing) else thing
    if thing is None and tokens[start - 1].lower in LEADING_TO_NUMBERED:
        thing = numbered_before(tokens, start)
        return PERSONS if thing is not None and thing.persons else unit, thing
    return unit, thing


_APIECE = frozenset({"apiece", "each"})
_OF_DEGREES = frozenset({"degC", "other"})


def _moved(tokens: Sequence[Piece], read: Phrase, sign: int | None, floor: int) -> Phrase:
    """The phrase with the change that stands around it, and its kind."""
    start, end, unit, hedge, thing = read.start, read.end, read.unit, read.hedge, read.thing
    measured = read.measured
    assert measured is not None
    change = _change_around(tokens, start, end, unit, floor)
    if change is not None and _is_of_what_stands(tokens, read, change):
        change = None
    if change is None:
        place = thing.end if thing is not None and thing.start == end else end
        if tokens[place].lower in MORE_OR_LESS:
            change = compared_by(tokens, start, place, unit)
    if change is None and tokens[measured.end].lower in _FURTHER:
        change = _further(tokens, read, measured.end)
    if change is None and tokens[start - 1].lower in _ADDED:
        change = _added(tokens, read)
    if change is None and unit.grain == "percent" and tokens[start - 1].kind in {"word", "sign"}:
        change = change_of_limb(tokens, start, end, unit)
    is_below = measured.high is not None and measured.number.value < 0  # its ends are signed
    if change is None and sign is None and read.period is None and not (unit.change or is_below):
        return read  # as most are
    # Of what is no share, a minus says on which side of nought it lies: "−12,400", "-20 degrees".
    moves = is_below and unit.base == "share"
    moves = moves or (sign is not None and (unit.base == "share" or sign > 0))
    below = sign is not None and sign < 0 and not moves
    if change is not None and (change.by or not _is_crossed(hedge)):
        moves, below = True, False
        sign = 1 if is_below else min(change.sign, sign or 1)  # "growth of minus 0.4%"
        start, end = min(start, change.start), max(end, change.end)
        if thing is not None and thing.start == change.start:  # "a half-point cut" is of nothing
            thing = None
    stands = unit.change and change is None and sign is None and _comes_to(tokens, start, end)
    kind = _kind(read.period, moves=moves or (unit.change and not stands))
    return read._replace(
        start=start,
        end=end,
        sign=sign or 1,
        kind=kind,
        thing=thing,
        below=below and kind == "level",
    )


def _degrees(tokens: Sequence[Piece], read: Phrase, sign: int | None, floor: int) -> Phrase:
    """The phrase of so many degrees: a level, which may be below nought, or a difference."""
    side = from_nought(tokens, read.unit, read.end)
    if side is not None:
        return read._replace(end=read.end + 2, sign=side, below=side < 0)
    change = compared(tokens, read.start, read.end)
    if change is not None:
        return read._replace(end=change.end, sign=change.sign, kind="change")
    if is_difference(tokens, read.start, read.end):
        read = read._replace(unit=read.unit.apart)
    return _moved(tokens, read, sign, floor)


def _further(tokens: Sequence[Piece], read: Phrase, at: int) -> Change | None:
    """The change of "12 more seats", "12 fewer": by how many there are more than before."""
    sign = _FURTHER.get(tokens[at].lower)
    if sign is None or (tokens[at + 1].lower == "than" and not is_compared_with(tokens, at + 2)):
        return None
    fewer = sign < 0 and read.unit.grain == "whole"
    more = read.unit in {COUNT, PERSONS} and read.thing is not None
    if read.unit == PERSONS and sign > 0 and _has_suffered(tokens, read):
        return None
    return Change(sign, read.start, max(read.end, at + 1), by=True) if fewer or more else None


def _has_suffered(tokens: Sequence[Piece], read: Phrase) -> bool:
    """Whether so many more persons came to harm: they are counted, and change no number."""
    thing = read.thing
    before = tokens[read.start - 1].lower in _LOST
    return thing is not None and (before or is_before_suffering(tokens, thing.end))


# "An extra €1.4bn", "another 300 homes": by how much there is more than before.
_ADDED = word_set("extra additional another")
# "Another 40 fell" tells what happened to them; of these verbs there are as many more.
_MAKING_MORE = word_set(
    """
    need needs needed build builds built add adds added hire hires hired recruit recruits recruited
    order orders ordered open opens opened create creates created buy buys bought spend spends spent
    plan plans planned get gets got gain gains gained invest invests invested
    """
)


def _added(tokens: Sequence[Piece], read: Phrase) -> Change | None:
    before = tokens[read.start - 2].lower
    is_another = tokens[read.start - 1].lower == "another"
    if before not in _MAKING_MORE if is_another else before in _LOST:
        return None
    counts = read.unit in {COUNT, PERSONS} and read.thing is not None
    if not (counts or read.unit.is_money) or _has_suffered(tokens, read):
        return None
    return Change(1, read.start - 1, read.end, by=True)


# What a difference in points is, or came to: "the gap is 1.5 points", "narrowed to 1.5 points".
_COMING_TO = word_set("is was are were be been to at")
_APART = word_set("ahead behind clear adrift off up down better worse short")


def _comes_to(tokens: Sequence[Piece], start: int, end: int) -> bool:
    return tokens[start - 1].lower in _COMING_TO and tokens[end].lower not in _APART


def _is_of_what_stands(tokens: Sequence[Piece], read: Phrase, change: Change) -> bool:
    """Whether the verb tells how a thing lies that never moves: "the tower rises 320 metres"."""
    if read.unit.base != "km" or change.by or read.period is not None:
        return False
    subject = tokens[change.start - 1].lower
    return tokens[change.start].lower in _LYING and subject not in _FLOWING


_LYING = word_set("rises climbs drops falls soars")
_FLOWING = word_set("sea level levels water river lake tide ocean it he she flood reservoir")


def _each_behind(
    tokens: Sequence[Piece], end: int, unit: Unit, thing: Thing | None
) -> Thing | None:
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


def _hedge_behind_noun(tokens: Sequence[Piece], at: int) -> Hedge | None:
    """The hedge at *at*, behind what is counted: "50 homes or more", "60 wells or so"."""
    hedge = hedge_after(tokens, at)
    if hedge is None or hedge.words not in _BEHIND_NOUNS or tokens[hedge.end].lower == "than":
        return None
    return hedge


_BEHIND_NOUNS = frozenset(
    {"or so", "or thereabouts", "or more", "or fewer", "or less", "at most", "at least"}
    | {"give or take", ", give or take", "and counting"}
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
    is_behind = thing is not None and (thing.end > end or thing.persons)
    counted = thing if is_behind else whole_at(tokens, end)
    if counted is None:
        return None, end
    period, after = rate_at(tokens, _after_participle(tokens, counted.end))
    if period is None and is_behind_plural(tokens, counted.end):  # "300 ships pass each year"
        period, after = rate_at(tokens, counted.end + 1)
    return (period, after) if period is not None else (None, end)


def _rate_of_moments(
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


def _rate_told_before(
    tokens: Sequence[Piece], start: int, floor: int, unit: Unit
) -> tuple[str | None, int]:
    """The period that is told before the amount, and where the phrase begins with it: "every year,
    some 9 million tonnes", the 40 of "from 12 a day to 40".
    """
    if unit.base in TIMES or unit.base == "share" or unit.period is not None:
        return None, start
    opening = rate_before(tokens, start, floor)
    return opening or (rate_to_come_from(tokens, start), start)


def _rate_shared(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit
) -> tuple[str | None, Thing | None]:
    """The period, or what the amount is for each of, of the level that something moved from, where
    the level now tells it: "rose from 120 to 150 a day", "from $80 to $82 a barrel".
    """
    now = level_now(tokens, end + 1) if verb_before(tokens, start - 1) is not None else None
    if now is None or (now.unit or unit) != unit or unit.base == "share":
        return None, None
    counted = counted_at(tokens, now.end) if now.unit is None else None
    period, _ = _rate_behind(tokens, now.end, unit, counted)
    return period, _each_behind(tokens, now.end, unit, None)


def _per_so_many(
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


def _is_of_persons(tokens: Sequence[Piece], start: int, end: int, at: int) -> bool:
    is_all = (tokens[start - 2].lower, tokens[start - 1].lower) == ("of", "the")
    # Not all ten are said to have died in "one of the ten died".
    if is_after_toll(tokens, start) or (not is_all and is_before_suffering(tokens, end)):
        return True
    if tokens[start - 1].lower not in LEADING_TO_LEVELS:
        return False
    verb = verb_of_level(tokens, start, at)
    return verb is not None and is_after_toll(tokens, verb)


def _in_whole_persons(measured: Measured) -> Measured:
    """The measured with "1.500 people" as fifteen hundred: no thousandth of a person is counted, so
    the dot sets thousands apart.
    """
    return measured._replace(number=in_thousands(measured.number))


def _kind(period: str | None, *, moves: bool) -> QuantityKind:
    if period is not None:
        return "rate"
    return "change" if moves else "level"


# "12 more seats" are by how many there are more than before, as "12 fewer" are.
_FURTHER = {"more": 1, "fewer": -1}


def _joint_as_hedge(tokens: Sequence[Piece], measured: Measured) -> Hedge | None:
    """The "between" or "from" of a range: what it does to the interval, the range has done."""
    if measured.joint not in {"and", "from"}:
        return None
    return Hedge("exactly", tokens[measured.start].lower, measured.start, measured.start + 1)


def _is_crossed(hedge: Hedge | None) -> bool:
    """Whether the number is a line that was crossed ("fell below 60") and not how far it fell."""
    return hedge is not None and hedge.words in {"below", "above", "under"}


def hedge_left(tokens: Sequence[Piece], at: int, floor: int) -> Hedge | None:
    match tokens[at - 1].lower:
        case "a" | "an":
            hedge = hedge_before(tokens, at - 1)
        case "from":
            hedge = starting_before(tokens, at)
        case _:
            hedge = hedge_before(tokens, at)
    if hedge is None or hedge.start < floor:
        return None
    return denied(tokens, hedge, floor)


def _unit_and_thing(tokens: Sequence[Piece], measured: Measured) -> tuple[Unit, Thing | None, int]:
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
        return PERSONS, thing, _after_participle(tokens, thing.end)
    return COUNT, thing, end


def _unit_start(tokens: Sequence[Piece], measured: Measured) -> int | None:
    """Where the words of the unit begin: "miles" of "40 miles per gallon"; None where another
    number told it.
    """
    told = measured.unit, measured.end
    places = range(max(measured.end - _MOST_WORDS_OF_UNIT, measured.start + 1), measured.end)
    return next((at for at in places if unit_at(tokens, at) == told), None)


_MOST_WORDS_OF_UNIT = 4


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


# Of them a bare figure behind a verb of change is by how much: "lost 3%", "cooled 2C".
_MOVED_BARE = frozenset({"share", "degC"})


def _tells_when(tokens: Sequence[Piece], before: Change | None, end: int) -> bool:
    """Whether a time that ends at *end* is not by how much the verb *before* it moved something:
    it says when ("prices rose two years ago"), what did it ("weakened by 12 years of war"), or who
    was faster ("improved by two seconds").
    """
    if before is None or not before.by:
        return tokens[end].lower in _FROM_THEN
    verbs = tokens[max(before.start - _MOST_WORDS_FROM_VERB, 0) : before.start + 1]
    return tokens[end].lower == "of" or any(verb.lower in _BETTERED for verb in verbs)


_MOST_WORDS_FROM_VERB = 7
_BETTERED = word_set("improve improves improved improving")
_FROM_THEN = word_set("ago before after later earlier")
_FROM_THERE = word_set(
    "away off apart inland offshore upstream downstream downwind upwind north south east west"
    " northeast northwest southeast southwest"
)
_DIVIDING = POSSESSIVES | {"of"}


def _is_change_to_level(tokens: Sequence[Piece], change: Change, end: int) -> bool:
    """Whether a "to" behind the number leads to the level now: "claims rose 3,000 to 231,000"."""
    if tokens[end].lower != "to":
        return False
    return verb_of_level(tokens, end + 1, end + 1) == change.start


_COSTING = {"higher": 1, "dearer": 1, "lower": -1, "cheaper": -1}
_MERELY = word_set("just only merely another")
_YET_MORE = word_set("further additional extra")
_WEIGHED_BY = _MERELY | _YET_MORE


def _weighed_start(tokens: Sequence[Piece], start: int) -> int:
    """The place of a "just" or "a further" right before *start*, or *start* where none is."""
    word, before = tokens[start - 1].lower, tokens[start - 2].lower
    if word in _YET_MORE:
        return start - 2 if before in {"a", "an"} else start
    return start - 1 if word in _MERELY and before != "of" else start


def _weighed_by_an_adjective(tokens: Sequence[Piece], start: int, end: int) -> Change | None:
    """The change of "rose a modest 0.2%", "fell by a seasonally adjusted 1%"; None of what another
    noun stands behind ("added a new 5% tax").
    """
    behind = tokens[end]
    if behind.kind == "word" and (behind.lower not in STOP_WORDS or behind.lower == "of"):
        return None
    for place in range(start - 1, max(start - 1 - _MOST_WORDS_OF_WEIGHT, 0), -1):
        word = tokens[place].lower
        if word in {"a", "an"}:
            return change_before(tokens, place, share=True) if place < start - 1 else None
        if word in STOP_WORDS or tokens[place].kind not in {"word", "sign"}:
            return None
    return None


_MOST_WORDS_OF_WEIGHT = 6
_UP_OR_DOWN = {"up": 1, "down": -1}


def _is_off(tokens: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the "off" right before *start* tells by what share something fell: "shares were off
    6 percent", but not "paid off 40% of the loan", "sold off 20%".
    """
    if tokens[start - 1].lower != "off" or tokens[end].lower == "of":
        return False
    return tokens[start - 2].lower in _STANDING


def _stands_so(tokens: Sequence[Piece], start: int, at: int) -> bool:
    """Whether an amount is said to be "up" or "down" at *at*: "was 5% up", "closed 2% down on the
    day", but not "was 80% down to the weather", "put 20% down".
    """
    behind = tokens[at + 1]
    ends = behind.kind != "word" or behind.lower in _COMPARED_WITH
    return ends and tokens[start - 1].lower in _STANDING


_STANDING = word_set(
    "is was were are be been it's it’s that's that’s remains remained stood stands close closes"
    " closed closing end ends ended ending finish finishes finished opened trade traded trading"
)
_COMPARED_WITH = word_set(
    "on from in at over against compared and but since after before last this versus year-on-year"
)


def _change_around(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, floor: int
) -> Change | None:
    bare = unit.base in _MOVED_BARE
    before = change_before(tokens, start, share=bare)
    if before is None and tokens[start - 1].lower in _WEIGHED_BY:
        weighed = _weighed_start(tokens, start)  # "up just 0.1%", "fell a further 0.1%"
        before = change_before(tokens, weighed, share=bare)
        start = start if before is None else weighed
    if before is None and bare and tokens[start - 1].kind == "word":
        before = _weighed_by_an_adjective(tokens, start, end)
    if bare and before is None and _is_off(tokens, start, end):
        return Change(-1, start - 1, end)
    if unit.base in TIMES and _tells_when(tokens, before, end):
        return None
    points = unit == COUNT and tokens[end].lower in {"point", "points"}
    if (
        before is not None
        and before.start >= floor
        and not is_particle(tokens, start - 1, share=points or unit.base == "share")
    ):
        # "Makes up 20% of exports", "fell 300 soldiers": no movement of the number itself.
        divides = tokens[end].lower in _DIVIDING and not before.by
        divides = divides and not _is_lost_of_an_amount(tokens, before, end)
        counts = (
            unit.grain == "whole"
            and not before.by
            and tokens[start - 1].lower != "down"
            and not points
            and not _is_change_to_level(tokens, before, end)
        )
        # "Came down 10 km away" tells where.
        places = unit.base == "km" and not before.by and tokens[end].lower in _FROM_THERE
        acts = unit == PERSONS and is_done_to(tokens[before.start])
        if not (divides or counts or places or acts):
            return before
    apart = end + 1 if points else end
    if tokens[apart].lower in _BEFORE_TAKEN:
        taken = _taken_off(tokens, start, apart, unit, points=points)
        if taken is not None:
            return taken
    sign = _COSTING.get(tokens[apart].lower)
    if sign is not None and (points or unit.is_money):  # "closed 318 points lower", "30p dearer"
        return Change(sign, start, apart + 1, by=True)
    if tokens[end].lower in LONGER_OR_SHORTER:
        measured = measured_by(tokens, start, end, unit)
        if measured is not None:
            return measured
    sign = _UP_OR_DOWN.get(tokens[apart].lower)
    if sign is not None and (points or bare or unit.is_money) and _stands_so(tokens, start, apart):
        return Change(sign, start, apart + 1, by=True)
    if bare and (tokens[end].kind != "word" or tokens[end].lower in _COMPARED_WITH):
        told = change_told(tokens, start)  # "the increase in rents was 5%"
        if told is not None:
            return told
    after = change_after(tokens, end, share=unit.base == "share")
    if after is None or unit == PERSONS:
        return None
    lasts = unit.base in TIMES and not _is_of_a_time(tokens, end)
    return None if unit == COUNT or lasts else after


def _is_lost_of_an_amount(tokens: Sequence[Piece], change: Change, end: int) -> bool:
    """Whether the part is lost of what is itself an amount, and so fell by it: "lost 15% of its
    value", "lost half its volume", but not "lost 20% of its territory".
    """
    if tokens[change.start].lower not in _LOSING:
        return False
    whole = whole_at(tokens, end) or divided_at(tokens, end)
    return whole is not None and tokens[whole.end - 1].lower in _AMOUNTS


_LOSING = word_set("lose loses lost losing shed sheds shedding")
_AMOUNTS = word_set(
    """
    weight volume value worth size mass height width length thickness density depth power speed
    income revenue turnover productivity
    """
)


def _taken_off(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, *, points: bool
) -> Change | None:
    """The fall of "wiped 9% off the price", "£3bn was wiped off"; of things taken off something
    there is none ("took 40 people off the boat"), nor of a time without work ("took 3 weeks off").
    """
    if unit.base in TIMES and tokens[start - 1].lower in TAKING:
        return None
    if not (points or unit.is_money or unit.base in _LOWERED):
        return None
    if tokens[end].lower == "off":
        taken = tokens[start - 1].lower in _TAKING_OFF
        return Change(-1, start - 1, end + 1, by=True) if taken else None
    place = end
    while place < end + _MOST_TO_TAKING and tokens[place].lower in _BEING:
        place += 1
    taken = place > end and tokens[place].lower in _TAKING_OFF and tokens[place + 1].lower == "off"
    return Change(-1, start, place + 2, by=True) if taken else None


_LOWERED = TIMES | {"share"}
_TAKING_OFF = TAKING | word_set(
    """
    wipe wipes wiped wiping knock knocks knocked knocking shave shaves shaved shaving chop chops
    chopped chopping slice slices sliced slicing trim trims trimmed trimming lop lops lopped lopping
    cut cuts cutting slash slashed
    """
)
_BEING = word_set("is are was were be been being has have had")
_BEFORE_TAKEN = _BEING | {"off"}
_MOST_TO_TAKING = 3


def _is_of_a_time(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the change at *at*, behind a time, is of another time, and not for how long it went:
    "a two-year rise in life expectancy", but not "a two-year rise in prices", "18 months cut".
    """
    behind = tokens[at + 1 : at + 1 + _MOST_WORDS_TO_TIME]
    leads = behind[0].lower in {"in", "to", "on"}
    return leads and any(token.lower in _LASTING for token in behind)


_MOST_WORDS_TO_TIME = 6
_LASTING = word_set(
    """
    age ages expectancy lifespan life lives time times wait waits waiting delay delays sentence
    sentences term terms length duration day week hours shift shifts leave contract lease ban tenure
    """
)
