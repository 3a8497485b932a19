"""Measured: a number with its unit, or a range of two."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.changes import (
    TOLD_IN_PERCENT,
    change_before,
    moves_before,
)
from claimtrack.words.counting.heats import SIDES, Side, is_heat, side_at
from claimtrack.words.counting.hedges import hedge_before, places_behind_hedge
from claimtrack.words.counting.labels import is_year
from claimtrack.words.counting.levels import in_unit_before, in_unit_of
from claimtrack.words.counting.numbers import (
    is_hyphen,
    letter_scale_at,
    rescaled,
    scale_at,
)
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.rules import (
    ARITHMETIC,
    Number,
    divided,
    integer,
    times,
)
from claimtrack.words.counting.sciences import MAGNITUDE
from claimtrack.words.counting.signs import sign_before, sign_behind_joint
from claimtrack.words.counting.singles import opens_number, single_at
from claimtrack.words.counting.things import counted_at
from claimtrack.words.counting.units import (
    PERCENT,
    PERSONS,
    RATIO,
    is_currency_sign,
    unit_at,
)
from claimtrack.words.tokens import HYPHENS, Piece, touches

_ONE, _TWO, _TEN = Decimal(1), Decimal(2), Decimal(10)
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)


def measured_at(tokens: Sequence[Piece], at: int) -> Measured | None:
    first = single_at(tokens, at)
    if first is None:
        return None
    if first.unit is None:
        first = in_unit_before(tokens, first)
    behind = tokens[first.end].lower
    if first.high is not None or behind not in JOINTS:
        if behind in SIDES:
            return _about_nought(tokens, first) or first
        return _beside(tokens, first) if behind in _BESIDE else first
    found = _ratio_from(tokens, first) or _range_from(tokens, first)
    if found is not None:
        return found
    if behind == "to" and (rival := _of_rivals(tokens, first)) is not None:
        return rival
    return None if _is_crossed_out(tokens, first) else _as_it_was(tokens, first)


_BESIDE = frozenset({"±", "by"})


def _beside(tokens: Sequence[Piece], first: Measured) -> Measured:
    """The number with how far it may be off ("20±1%"), or as one side of what is so long and so
    wide ("3.79 by 4.54 metres").
    """
    is_off = tokens[first.end].text == "±"
    if not is_off and (first.unit is not None or tokens[first.end + 1].kind != "number"):
        return first
    second = single_at(tokens, first.end + 1)
    if second is None or second.high is not None or second.unit is None:
        return first
    if is_off:
        return _give_or_take(first, second)
    is_side = second.unit.base == "km" and second.unit.period is None
    return first._replace(unit=second.unit) if is_side and not first.number.scaled else first


def _about_nought(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The range of two levels of heat whose sides are told: "between 5C below zero and 3C above",
    "8C below to 1C above zero"; None where they are no two ends, or of something else than nought.
    """
    unit = first.unit
    if unit is None or first.article or not is_heat(tokens, unit, first.end):
        return None
    one = side_at(tokens, unit, first.end)
    joint = None if one is None else _joint_at(tokens, first._replace(end=one.end), first.start)
    if one is None or joint not in {"and", "from", "to"}:
        return None
    second = single_at(tokens, one.end + 1)
    if second is None or second.unit != unit:
        return None
    other = side_at(tokens, unit, second.end)
    if other is None or not _are_of_nought(tokens, one, other):
        return None
    low, high = _by_size(_under(first.number, one.sign), _under(second.number, other.sign))
    start = first.start - (joint in {"and", "from"})
    return Measured(low, unit, start, other.end, high, joint=joint)


def _are_of_nought(tokens: Sequence[Piece], one: Side, other: Side) -> bool:
    """Whether both sides are of nought, which the second says, or the first where nothing else
    stands behind the second ("10C below zero to 5C above that").
    """
    after = tokens[other.end]
    return other.is_of_nought or (one.is_of_nought and after.kind != "word")


def _give_or_take(first: Measured, off: Measured) -> Measured:
    unit = off.unit if off.unit is None or not off.unit.change else PERCENT
    if first.unit not in {None, unit} or off.number.value >= first.number.value:
        return first
    low, high = (
        Number("decimal", value, first.number.step)
        for value in (
            ARITHMETIC.subtract(first.number.value, off.number.value),
            ARITHMETIC.add(first.number.value, off.number.value),
        )
    )
    return first._replace(number=low, high=high, unit=unit, end=off.end, joint="±")


def _of_rivals(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The larger of two shares, whose percent only the smaller is told in: the 52 of "by 52 to 48
    percent"; None where they are no two parts of a whole.
    """
    if first.unit is not None or first.number.scaled or tokens[first.end + 1].kind != "number":
        return None
    second = single_at(tokens, first.end + 1)
    if second is None or second.unit != PERCENT or _moved_from(tokens, first) is not None:
        return None
    one, other = first.number.value, second.number.value
    are_parts = other < one and ARITHMETIC.add(one, other) <= _HUNDRED
    return first._replace(unit=PERCENT) if are_parts else None


def _is_crossed_out(tokens: Sequence[Piece], first: Measured) -> bool:
    """Whether the number goes on into another that is no end of a range: "fifty-fifty"."""
    return (
        first.unit is None
        and tokens[first.end - 1].kind == "word"
        and is_hyphen(tokens, first.end)
        and opens_number(tokens[first.end + 1])
    )


def _ratio_from(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The ratio to one that goes on from *first*: "2.5:1", "three to one", "10-to-1"."""
    end, number = first.end, first.number
    if first.unit is not None or number.value <= 1 or number.scaled or number.form == "fraction":
        return None
    place = end + 1 if is_hyphen(tokens, end) else end
    if tokens[place].lower == "to":
        place += 2 if is_hyphen(tokens, place + 1) else 1
    elif tokens[end].text == ":" and touches(tokens[end - 1], tokens[end]):
        place = end + 1
    else:
        return None
    after = tokens[place + 1]
    if tokens[place].lower not in {"1", "one"} or after.text in _GOES_ON or opens_number(after):
        return None
    if _moved_from(tokens, first) is not None:  # "fell from 3 to 1"
        return None
    scale, _ = scale_at(tokens, place + 1)
    return (
        None
        if scale != _ONE or unit_at(tokens, place + 1)
        else first._replace(unit=RATIO, end=place + 1)
    )


#: What may join two numbers of a range or a ratio.
JOINTS = frozenset({"to", "and", "or", ":", "-", "–", "—", "‐", "‑", "−"})
_GOES_ON = frozenset(":/%-–")


_DASHES = frozenset("-–—‐‑−")


def _range_from(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The range that goes on from *first*: "18-20%", "from 70 to 80 per cent"."""
    sign = sign_before(tokens, first.start)
    start = first.start if sign is None else first.start - 1
    joint = _joint_at(tokens, first, start)
    if joint is None:
        return None
    place = _behind_joint(tokens, first.end)
    second_sign = sign_behind_joint(tokens, place)
    place = place if second_sign is None else place + 1
    if joint == "-" and sign != -1:  # "10--15 people" has a dash in two strokes
        second_sign = None
    elif joint == "-" and second_sign is None and tokens[first.start - 1].kind == "word":
        second_sign = sign  # "minus 5-10C" is cold at either end
    second = single_at(tokens, place)
    if second is not None:
        second = _in_millions(tokens, first, second)
        first, second = _in_percent(first, second), _in_percent(second, first)
        first, second = _in_smaller(first, second), _in_smaller(second, first)
        if joint == "from" and second.unit is None:
            second = in_unit_of(tokens, first, second) or second
    if second is None or second.article or first.article:
        return None
    if not _have_one_unit(tokens, first, second) or _is_dated(tokens, first, second):
        return None
    if not _are_of_one_kind(tokens, first, second):
        return None
    unit = second.unit or first.unit
    low = _brought_to_scale(first, second)
    if -1 in {sign, second_sign}:
        if joint == "moved":
            return None
        start -= joint in {"and", "from"}
        low, high = _by_size(_under(low, sign), _under(second.number, second_sign))
        return Measured(low, unit, start, second.end, high, joint=joint, bounded=second.bounded)
    downwards = _downwards(first, second, joint)
    if downwards is not None or low.value >= second.number.value:
        return downwards
    if joint == "moved" and not _is_narrow(tokens, first, second, low):
        return None
    if joint == "by" and not _is_moved_by(tokens, first, second, low):
        return None
    start = first.start - 1 if joint in {"and", "from"} else first.start
    return Measured(
        low, unit, start, second.end, second.number, joint=joint, bounded=second.bounded
    )


def _downwards(first: Measured, second: Measured, joint: str) -> Measured | None:
    """The range that is told from its upper end, where only the lower one names the scale: "between
    9 and 5 billion"; None where it is told upwards, or the two are far apart.
    """
    low, high = second.number, first.number
    if joint not in {"and", "from"} or high.scaled or not low.scaled or high.form == "fraction":
        return None
    high = rescaled(high, low.scale)
    if high.value <= low.value or not _is_near(high, low):
        return None
    return Measured(
        low, second.unit or first.unit, first.start - 1, second.end, high, joint=joint,
        bounded=second.bounded,
    )  # fmt: skip


def _under(number: Number, sign: int | None) -> Number:
    """*number* below nought, where its *sign* is a minus."""
    return number if sign != -1 else number._replace(value=number.value.copy_negate())


def _by_size(one: Number, other: Number) -> tuple[Number, Number]:
    """The ends of a range across or below nought, the lower one first: "-5 to -10C" goes down."""
    return (one, other) if one.value <= other.value else (other, one)


def _in_millions(tokens: Sequence[Piece], first: Measured, second: Measured) -> Measured:
    """The *second* end behind a price, whose "m" says millions and no metres: "$5-10m"."""
    scale = letter_scale_at(tokens, second.end - 1)
    is_priced = is_currency_sign(tokens[first.start]) and not is_currency_sign(tokens[second.start])
    if scale is None or second.unit is None or not is_priced:
        return second
    return second._replace(number=rescaled(second.number, scale), unit=None)


def _is_percentage(measured: Measured) -> bool:
    return measured.unit is not None and measured.unit.grain == "percent"


def _are_of_one_kind(tokens: Sequence[Piece], first: Measured, second: Measured) -> bool:
    """Whether a bare *second* end may be a share or a percentage as the *first* is: it is of its
    size, and a percentage's has no scale and counts nothing ("rose by nearly 10% to 3.1 million",
    "20% to 30 people").
    """
    if second.unit is not None:
        return True
    if _is_share(first) and not second.number.scaled:
        return second.number.value <= _TEN
    if not _is_percentage(first):
        return True
    return _is_of_size(second, first) and counted_at(tokens, second.end) is None


def _is_of_size(end: Measured, percentage: Measured) -> bool:
    """Whether a bare *end* is not far beyond the *percentage* that it may share the unit of."""
    most = max(_HUNDRED, times(percentage.number.value, _TEN))
    return not end.number.scaled and end.number.value <= most


def _is_dated(tokens: Sequence[Piece], first: Measured, second: Measured) -> bool:
    """Whether the first end is a year: "from 0.7 million in 1990 to 1.4 million"."""
    return first.unit is None and second.number.scaled and is_year(tokens, first.start)


def _is_share(measured: Measured) -> bool:
    """Whether it is a fraction of something, and no number of anything."""
    number = measured.number
    return measured.unit is None and number.form == "fraction" and not number.scaled


def _in_percent(end: Measured, other: Measured) -> Measured:
    """A range's *end* that is a fraction, in percent where the *other* is: "20% to a quarter"."""
    if not _is_share(end) or other.unit is None or other.unit.grain != "percent":
        return end
    return end._replace(number=rescaled(end.number, _HUNDRED), unit=other.unit)


def _in_smaller(end: Measured, other: Measured) -> Measured:
    """A range's *end* in the smaller unit of the *other*: "90 minutes to two hours"."""
    if end.unit is None or other.unit is None or end.article:
        return end
    larger, smaller = end.unit, other.unit
    if (
        larger.base != smaller.base
        or larger.change
        or larger.period
        or end.number.form != "integer"
    ):
        return end
    size = divided(times(larger.factor, smaller.per), times(larger.per, smaller.factor))
    if size <= 1 or size != size.to_integral_value():
        return end
    number = Number("integer", times(end.number.value, size), times(end.number.step, size))
    return end._replace(number=number, unit=smaller)


def _joint_at(tokens: Sequence[Piece], first: Measured, start: int) -> str | None:
    """What joins two ends of a range behind *first*, which begins at *start* with its sign; None
    where nothing does.
    """
    hedge, joint = hedge_before(tokens, start), tokens[first.end]
    start = hedge.start if hedge else start
    before = tokens[start - 1].lower
    if joint.text in _DASHES and (
        is_dash(tokens, first.end) or touches(tokens[first.end - 1], joint)
    ):
        return "-"
    if joint.lower == "and":
        return "and" if before == "between" and hedge is None else None
    if joint.lower == "or":
        return "or"
    if joint.lower != "to":
        return None
    if before == "from":
        return None if moves_before(tokens, start - 1) else "to" if hedge else "from"
    if before == "by" and moves_before(tokens, start - 1):
        return "by"
    if not moves_before(tokens, start):
        return "to"
    return "by" if hedge else "moved"  # "fell some 20% to 30%" is as "fell by 20% to 30%"


def _behind_joint(tokens: Sequence[Piece], at: int) -> int:
    """The place of the second end behind the joint at *at*: the "three" of "two-to-three-week",
    "two- to three-week".
    """
    if tokens[at].text not in HYPHENS or tokens[at + 1].lower != "to":
        return at + 1
    return at + 3 if is_hyphen(tokens, at + 2) else at + 2


def _is_narrow(tokens: Sequence[Piece], first: Measured, second: Measured, low: Number) -> bool:
    """Whether something moved by the range and not to its end: "grew 2 to 3 percent" has one unit
    for two numbers close together, "rose 3% to 12%" and "rose 3 to 108 points" have not. What is no
    percentage itself is at none either: "sales rose 2% to 3%", but not "inflation rose 2% to 3%".
    """
    if first.unit is None:
        return second.unit is not None and _is_close(second, low)
    return first.unit == PERCENT and _is_close(second, low) and not _is_at_a_share(tokens, first)


def _is_at_a_share(tokens: Sequence[Piece], moved: Measured) -> bool:
    """Whether what *moved* is told in percent itself, by the words before its verb."""
    subject = tokens[max(moved.start - _MOST_WORDS_OF_SUBJECT, 0) : moved.start]
    return any(word.lower in _IN_PERCENT for word in subject)


_MOST_WORDS_OF_SUBJECT = 7
_IN_PERCENT = TOLD_IN_PERCENT | {"it"}


def _as_it_was(tokens: Sequence[Piece], first: Measured) -> Measured:
    """The level before, in the unit or at the scale that only the level now is told in: the 70
    of "rose from 70 to 80 per cent", the 3 of "rose from nearly 3 to just over 5 million".
    """
    at = _moved_from(tokens, first)
    if at is None or first.number.form not in {"integer", "decimal"} or first.number.scaled:
        return first
    now = level_now(tokens, first.end + 1)
    if now is None or is_year(tokens, first.start):
        return first
    if first.unit is None and now.unit == PERCENT:
        return first._replace(unit=PERCENT) if _is_of_size(first, now) else first
    if first.unit is None and not (now.unit is not None and now.unit.change):
        counted = counted_at(tokens, now.end) if now.unit is None else None
        of_persons = counted is not None and counted.persons
        first = first._replace(unit=PERSONS if of_persons else now.unit)
        now = now._replace(unit=first.unit)
    if first.unit != now.unit or not now.number.scaled or first.number.value >= _THOUSAND:
        return first
    was = rescaled(first.number, now.number.scale)
    change = change_before(tokens, at, share=True)
    if change is None:  # "went from 2 to 3 million" tells no way, but two that are near
        is_meant = now.number.value <= times(was.value, _TEN) and _is_near(was, now.number)
    else:
        is_meant = (was.value < now.number.value) == (change.sign > 0)
    return first._replace(number=was) if is_meant else first


def _is_near(number: Number, other: Number) -> bool:
    return number.value <= times(other.value, _TEN)


def _moved_from(tokens: Sequence[Piece], first: Measured) -> int | None:
    """The place of the "from" that *first* is told behind, as what something moved from."""
    if tokens[first.end].lower != "to":
        return None
    sign = sign_before(tokens, first.start)
    start = first.start if sign is None else first.start - 1
    hedge = hedge_before(tokens, start)
    at = (hedge.start if hedge else start) - 1
    return at if tokens[at].lower == "from" and moves_before(tokens, at) else None


def level_now(tokens: Sequence[Piece], at: int) -> Measured | None:
    """What is told at *at*, behind a "to" and any hedge: the level that something moved to."""
    found = (single_at(tokens, place) for place in places_behind_hedge(tokens, at))
    return next((now for now in found if now is not None), None)


def _is_moved_by(tokens: Sequence[Piece], first: Measured, second: Measured, low: Number) -> bool:
    """Whether "by A to B" is a range: not "fell by half to 3,000", "rose by 1,400 to 9,800"."""
    if _is_share(first) != _is_share(second):
        return False
    if first.unit is second.unit is None and not _is_share(first):
        return second.number.scaled or counted_at(tokens, second.end) is not None
    return _is_close(second, low) or first.unit is None is not second.unit


def _is_close(second: Measured, low: Number) -> bool:
    return second.number.value <= times(low.value, _TWO)


def is_dash(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the dash at *at* stands between two numbers, close to both or apart from both."""
    left = touches(tokens[at - 1], tokens[at])
    right = touches(tokens[at], tokens[at + 1])
    return left == right


def _have_one_unit(tokens: Sequence[Piece], first: Measured, second: Measured) -> bool:
    """Whether both ends are of one unit, or one of them takes the other's: a price or a percentage
    hands its unit on ("$5 to 6 billion"), another first end may count something else.
    """
    if first.unit == second.unit:
        return True
    if _is_share(first) or _is_share(second):
        return False
    if first.unit is None:
        return True
    is_percent_or_quake = first.unit.grain == "percent" or first.unit == MAGNITUDE
    hands_on = tokens[first.start].kind == "sign" or is_percent_or_quake
    return second.unit is None and hands_on and tokens[first.end].lower != "or"


def _brought_to_scale(first: Measured, second: Measured) -> Number:
    """The first number at the scale that only the second names: 5 million in "5 to 6 million",
    20,000 in "20-30,000".
    """
    low, high = first.number, second.number
    if low.scaled:
        return low
    if high.scaled:
        candidate = rescaled(low, high.scale)
        return candidate if candidate.value < high.value else low
    thousandfold = times(low.value, _THOUSAND)
    is_short = low.form == "integer" and low.value < 1000 and high.step >= 1000
    if is_short and thousandfold < high.value < times(thousandfold, Decimal(5)):
        return integer(thousandfold)
    return low
