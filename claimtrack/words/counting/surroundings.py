"""Surroundings: the hedge, noun, rate and change that stand around a number."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.values import QuantityKind
from claimtrack.words.counting.changesaround import change_around
from claimtrack.words.counting.heats import compared, from_nought, is_difference, is_heat
from claimtrack.words.counting.hedges import (
    Hedge,
    denied,
    hedge_after,
    hedge_before,
    starting_before,
)
from claimtrack.words.counting.phrases import Measured, Phrase
from claimtrack.words.counting.rates import BEFORE_RATED, rate_at
from claimtrack.words.counting.ratesaround import (
    each_behind,
    per_so_many,
    rate_behind,
    rate_by_the_moment,
    rate_shared,
    rate_told_before,
)
from claimtrack.words.counting.signs import sign_before
from claimtrack.words.counting.spans import is_during, is_of_then, is_taken
from claimtrack.words.counting.things import Thing, whole_at
from claimtrack.words.counting.thingsaround import (
    in_whole_persons,
    is_of_persons,
    told_before,
    unit_and_thing,
)
from claimtrack.words.counting.units import COUNT, PERSONS
from claimtrack.words.tokens import Piece, word_set


def surrounded(tokens: Sequence[Piece], measured: Measured, floor: int) -> Phrase:
    """The phrase around *measured*: all that belongs to it from token *floor* on."""
    start = measured.start
    sign = sign_before(tokens, start)
    start = start if sign is None else start - 1
    hedge = measured.bounded or hedge_left(tokens, start, floor)
    start = min(start, hedge.start) if hedge else start
    unit, thing, end = per_so_many(tokens, *unit_and_thing(tokens, measured))
    if hedge is not None and (
        is_during(tokens, hedge, unit, end, floor) or is_of_then(tokens, hedge, unit, end)
    ):
        start, hedge = hedge.end, None
    elif hedge is None and is_taken(tokens, start, unit, end):
        start, hedge = start - 1, Hedge("over", "over", start - 1, start)
    if unit == PERSONS:
        measured = in_whole_persons(measured)
    behind = hedge_after(tokens, end)
    if behind is not None:
        hedge, end = hedge or behind, behind.end
    elif thing is not None and hedge is None and thing.start == end and unit == COUNT:
        hedge = _hedge_behind_noun(tokens, thing.end)
        end = end if hedge is None else hedge.end
    if unit is COUNT and measured.unit is None:
        unit, thing = told_before(tokens, start, unit, thing)
    period, end = rate_behind(tokens, end, unit, thing)
    if period is None:
        unit, period, end = rate_by_the_moment(tokens, unit, thing, end)
    each, shared = each_behind(tokens, end, unit, thing), None
    if period is None and each is None and tokens[start - 1].lower in BEFORE_RATED:
        period, start = rate_told_before(tokens, start, floor, unit)
    if period is None and tokens[end].lower == "to" and tokens[start - 1].lower == "from":
        period, shared = rate_shared(tokens, start, end, unit)
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
        and is_of_persons(tokens, start, end, measured.start)
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


_APIECE = frozenset({"apiece", "each"})
_OF_DEGREES = frozenset({"degC", "other"})


def _moved(tokens: Sequence[Piece], read: Phrase, sign: int | None, floor: int) -> Phrase:
    """The phrase with the change that stands around it, and its kind."""
    start, end, unit, hedge, thing = read.start, read.end, read.unit, read.hedge, read.thing
    measured = read.measured
    assert measured is not None
    change = change_around(tokens, read, floor)
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


# What a difference in points is, or came to: "the gap is 1.5 points", "narrowed to 1.5 points".
_COMING_TO = word_set("is was are were be been to at")
_APART = word_set("ahead behind clear adrift off up down better worse short")


def _comes_to(tokens: Sequence[Piece], start: int, end: int) -> bool:
    return tokens[start - 1].lower in _COMING_TO and tokens[end].lower not in _APART


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


def _kind(period: str | None, *, moves: bool) -> QuantityKind:
    if period is not None:
        return "rate"
    return "change" if moves else "level"


def _joint_as_hedge(tokens: Sequence[Piece], measured: Measured) -> Hedge | None:
    """The "between" or "from" of a range: what it does to the interval, the range has done."""
    if measured.joint not in {"and", "from"}:
        return None
    return Hedge("exactly", tokens[measured.start].lower, measured.start, measured.start + 1)


def _is_crossed(hedge: Hedge | None) -> bool:
    """Whether the number is a line that was crossed ("fell below 60") and not how far it fell."""
    return hedge is not None and hedge.words in {"below", "above", "under"}


def hedge_left(tokens: Sequence[Piece], at: int, floor: int) -> Hedge | None:
    """The hedge that ends right before *at*, or before the article there, from *floor* on."""
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
