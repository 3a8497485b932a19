"""Levels: a number that something moved to, or reaches to, in the unit that is told once, before
it: the 900 of "rose from 400 metres to 900".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.changes import sign_of_move, verb_before
from claimtrack.words.counting.hedges import MOST_WORDS, places_behind_hedge
from claimtrack.words.counting.labels import is_label, is_year
from claimtrack.words.counting.numbers import rescaled
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.rates import EACH_OPENERS, each_at, rate_at
from claimtrack.words.counting.rules import Number, times
from claimtrack.words.counting.signs import sign_before
from claimtrack.words.counting.singles import single_at
from claimtrack.words.counting.things import counted_at
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import COUNT, PERSONS
from claimtrack.words.tokens import Piece, word_set

_TEN, _HUNDRED, _THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
_MOST_TOKENS_APART = 12
_STOPS = frozenset(".,;:!?()") | {"and", "to"}
_GOES_ON = frozenset(":/%-–°") | {"of"}


def in_unit_before(tokens: Sequence[Piece], now: Measured) -> Measured:
    """The bare number *now* in the unit, the rate and the scale of what something moved from, where
    it is the level that it moved to; itself where it is none, or may be something else.
    """
    sign = sign_before(tokens, now.start)
    to = _to_before(tokens, now.start if sign is None else now.start - 1)
    opened = None if to is None else _from_before(tokens, to)
    if to is None or opened is None:
        return now
    verb, was = verb_before(tokens, opened), _told_at(tokens, opened + 1)
    if verb is None or was is None or not _leads_on(tokens, was.end, to):
        return now
    told = in_unit_of(tokens, _with_rate(tokens, was), now)
    base, moves = None if was.unit is None else was.unit.base, sign_of_move(tokens[verb])
    if told is None or (sign is not None and base != "degC") or (not moves and base == "h"):
        return now  # "moved from 20 minutes to nine" may be an hour of the day
    begun = _signed(was.number.value, sign_before(tokens, was.start))
    is_higher = _signed(told.number.value, sign) > begun
    return told if not moves or is_higher == (moves > 0) else now


def _signed(value: Decimal, sign: int | None) -> Decimal:
    return value.copy_negate() if sign == -1 else value


def in_unit_of(tokens: Sequence[Piece], was: Measured | None, now: Measured) -> Measured | None:
    """The bare number *now* in the unit and at the scale of *was*, told before it; None where it
    may be a year, a label or a count of something else.
    """
    if was is None or not _is_bare(tokens, now):
        return None
    number = _at_scale_of(was.number, now.number)
    if number is None:
        return None
    unit = was.unit or _persons_at(tokens, was.end)
    if unit is None and number is now.number:
        return None
    return now._replace(number=number, unit=unit)


def _is_bare(tokens: Sequence[Piece], now: Measured) -> bool:
    """Whether *now* is a mere number, and neither dates nor names nor counts anything."""
    if now.unit is not None or now.high is not None or now.number.form == "fraction":
        return False
    if is_year(tokens, now.start) or tokens[now.end].text in _GOES_ON:
        return False
    return counted_at(tokens, now.end) is None and not is_label(tokens, now.start, now.end - 1)


def _at_scale_of(was: Number, now: Number) -> Number | None:
    """The number *now* at the scale of *was*, where that alone tells one; None where the two are
    too far apart to be told in one unit.
    """
    is_short = was.scaled and not now.scaled and now.value < _THOUSAND
    told = rescaled(now, was.scale) if is_short else now
    most = _TEN if was.scaled else _HUNDRED
    is_near = told.value <= times(was.value, most) and was.value <= times(told.value, most)
    return told if is_near else None


def _persons_at(tokens: Sequence[Piece], at: int) -> Unit | None:
    counted = counted_at(tokens, at)
    return PERSONS if counted is not None and counted.persons else None


def _to_before(tokens: Sequence[Piece], start: int) -> int | None:
    """The place of the "to" before the number at *start*, or before its hedge."""
    for to in range(start - 1, start - 2 - MOST_WORDS, -1):
        if tokens[to].lower == "to":
            return to if start in places_behind_hedge(tokens, to + 1) else None
    return None


def _from_before(tokens: Sequence[Piece], to: int) -> int | None:
    for place in range(to - 1, max(to - 1 - _MOST_TOKENS_APART, 0), -1):
        if tokens[place].lower == "from":
            return place
        if tokens[place].lower in _STOPS:
            return None
    return None


def _told_at(tokens: Sequence[Piece], at: int) -> Measured | None:
    """The number at *at*, behind any hedge and its sign, that something moved from."""
    places = places_behind_hedge(tokens, at)
    found = (single_at(tokens, _behind_sign(tokens, place)) for place in places)
    was = next((it for it in found if it is not None), None)
    if was is None or was.high is not None or was.number.form == "fraction":
        return None
    return None if was.unit is not None and was.unit.change else was


def _behind_sign(tokens: Sequence[Piece], at: int) -> int:
    return at if sign_before(tokens, at + 1) is None else at + 1


def _with_rate(tokens: Sequence[Piece], was: Measured) -> Measured | None:
    """What something moved from, with its rate in its unit; None where it is so much for each of
    something.
    """
    unit = was.unit or COUNT
    if tokens[was.end].lower in EACH_OPENERS and each_at(tokens, was.end, unit) is not None:
        return None
    period, _ = rate_at(tokens, was.end)
    return was if period is None else was._replace(unit=unit._replace(period=period))


def _leads_on(tokens: Sequence[Piece], at: int, to: int) -> bool:
    """Whether nothing but its time, its rate or what it counts stands between the level at *at* and
    the "to".
    """
    if at == to or tokens[at].lower in _BETWEEN:
        return at <= to
    counted = counted_at(tokens, at)
    return counted is not None and counted.end == to


_BETWEEN = word_set("in on at last a an per of earlier before previously")
