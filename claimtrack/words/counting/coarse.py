"""Coarse words: what says how much without a number of its own ("most", "dozens", "doubled")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.values import Interval
from claimtrack.words.counting.changes import (
    COMPARING_WORDS,
    MULTIPLYING,
    change_before,
    comparison_end,
    factor_at,
    is_multiplying,
    lesser_end,
    multiple_end,
    part_end,
)
from claimtrack.words.counting.hedges import HEDGE_ENDS, Hedge
from claimtrack.words.counting.measured import measured_at
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.phrases import Measured, Phrase
from claimtrack.words.counting.rates import rate_at
from claimtrack.words.counting.rules import ARITHMETIC, FLIPPED, Number, admitted, cell, divided
from claimtrack.words.counting.surroundings import hedge_left
from claimtrack.words.counting.things import (
    POSSESSIVES,
    Thing,
    counted_at,
    divided_at,
    opens_with_verb,
    whole_at,
)
from claimtrack.words.counting.units import COUNT, PERCENT, PERSONS, SHARE, unit_at
from claimtrack.words.tokens import Piece, word_set

_ONE = Decimal(1)

#: Words of quantity that hold no number.
VAGUE_PLURALS = word_set("tens dozens scores hundreds thousands millions billions trillions")
VAGUE_WORDS = word_set("several few handful couple many numerous countless")
VAGUE_OPENERS = VAGUE_PLURALS | VAGUE_WORDS | {"a"}
UNBOUNDED = word_set("most all majority")


def factor_phrase(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    """ "more than doubled": a change by so many times what there was."""
    factor = factor_at(tokens[at])
    if factor is None:
        return None
    number, sign = factor
    compares = tokens[at].lower in COMPARING_WORDS
    end = comparison_end(tokens, at + 1) if compares else None
    if end is None:
        hedge = hedge_left(tokens, at, floor)
        if not is_multiplying(tokens, hedge.start if hedge else at, at):
            return None
    return _multiplied(tokens, number, sign, at, end or at + 1, floor)


def _multiplied(
    tokens: Sequence[Piece], number: Number, sign: int, start: int, end: int, floor: int
) -> Phrase:
    """The change that a factor says: by so much more than there was."""
    hedge = hedge_left(tokens, start, floor)
    interval = admitted(number, "measured", hedge.bound if hedge else None)
    amount = number.value
    if sign > 0:
        interval, amount = _less_one(interval), ARITHMETIC.subtract(amount, _ONE)
    start = hedge.start if hedge else start
    return Phrase(None, SHARE, start, end, hedge, sign, "change", interval=interval, amount=amount)


def multiple_phrase(tokens: Sequence[Piece], measured: Measured, floor: int) -> Phrase | None:
    """ "three times as many", "a 10-fold rise"."""
    number = measured.number
    if tokens[measured.start - 1].lower in _LEADING_TO_FACTORS:
        factor = _by_a_factor(tokens, measured, floor)
        if factor is not None:
            return factor
    if tokens[measured.end].lower not in MULTIPLYING:
        return None
    lesser = lesser_end(tokens, measured.end)
    if lesser is not None and measured.unit is None and measured.high is None:
        return _divided(tokens, measured, lesser, floor)
    is_part = number.form == "fraction" and not number.scaled
    find_end = part_end if is_part else multiple_end
    end = find_end(tokens, measured.end)
    if end is None or measured.unit is not None:
        return None
    # "Half as many again" is half more, and so is "half again as many".
    if is_part and tokens[end].lower == "again":
        return _multiplied_again(tokens, measured, end + 1, floor)
    if is_part and tokens[measured.end].lower == "again":
        return _multiplied_again(tokens, measured, end, floor)
    if measured.high is not None:
        return _multiplied_between(number, measured.high, measured.start, end)
    return _multiplied(tokens, number, 1, measured.start, end, floor)


# Before the number of a factor: its own words, or the last one of a hedge that it has.
_LEADING_TO_FACTORS = HEDGE_ENDS | {"of", "by"}


def _divided(tokens: Sequence[Piece], measured: Measured, end: int, floor: int) -> Phrase | None:
    """ "Four times smaller": a quarter of it."""
    if measured.number.value <= 1:
        return None
    hedge = hedge_left(tokens, measured.start, floor)
    interval = _inverse(admitted(measured.number, "measured", hedge.bound if hedge else None))
    amount = divided(_ONE, measured.number.value)
    start = hedge.start if hedge else measured.start
    return Phrase(
        None, SHARE, start, end, hedge, 1, "change",
        interval=_less_one(interval), amount=ARITHMETIC.subtract(amount, _ONE),
    )  # fmt: skip


def _by_a_factor(tokens: Sequence[Piece], measured: Measured, floor: int) -> Phrase | None:
    """ "rose by a factor of ten", "fell by a factor of about three" (to a third), "rose by ten
    times".
    """
    if measured.unit is not None or measured.high is not None or measured.number.value <= 1:
        return None
    hedge = hedge_left(tokens, measured.start, floor)
    at = hedge.start if hedge else measured.start
    end, is_by = measured.end, tokens[at - 1].lower == "by"
    if is_by and tokens[end].lower == "times":
        end += 1
    elif [token.lower for token in tokens[max(at - 3, 0) : at]] == ["a", "factor", "of"]:
        at -= 3
    elif not (is_by and tokens[at - 2].lower in _MULTIPLYING):
        return None
    change = change_before(tokens, at, share=True)
    if change is None or change.start < floor:
        return None
    interval = admitted(measured.number, "measured", hedge.bound if hedge else None)
    amount = measured.number.value
    if change.sign < 0:
        interval, amount = _inverse(interval), divided(_ONE, amount)
    return Phrase(
        None, SHARE, change.start, end, hedge, 1, "change",
        interval=_less_one(interval), amount=ARITHMETIC.subtract(amount, _ONE),
    )  # fmt: skip


# "Multiplied by four": but "three multiplied by four" is a sum.
_MULTIPLYING = word_set("multiplied multiply multiplies multiplying")


def _inverse(interval: Interval) -> Interval:
    """One part in each of *interval*, whose numbers are above nought."""
    lower = None if interval.upper is None else divided(_ONE, interval.upper)
    upper = None if not interval.lower else divided(_ONE, interval.lower)
    return Interval(lower, upper, FLIPPED[interval.closed])


def _multiplied_again(tokens: Sequence[Piece], measured: Measured, end: int, floor: int) -> Phrase:
    hedge = hedge_left(tokens, measured.start, floor)
    interval = admitted(measured.number, "measured", hedge.bound if hedge else None)
    start = hedge.start if hedge else measured.start
    amount = measured.number.value
    return Phrase(None, SHARE, start, end, hedge, 1, "change", interval=interval, amount=amount)


def _multiplied_between(low: Number, high: Number, start: int, end: int) -> Phrase:
    """ "Three to four times more"."""
    interval = _less_one(Interval(low.value, high.value))
    assert interval.lower is not None
    assert interval.upper is not None
    amount = divided(ARITHMETIC.add(interval.lower, interval.upper), Decimal(2))
    return Phrase(None, SHARE, start, end, None, 1, "change", interval=interval, amount=amount)


def _less_one(interval: Interval) -> Interval:
    lower, upper = interval.lower, interval.upper
    return Interval(
        None if lower is None else ARITHMETIC.subtract(lower, _ONE),
        None if upper is None else ARITHMETIC.subtract(upper, _ONE),
        interval.closed,
    )


_MOST = Interval(Decimal("0.5"), _ONE, "right")
_NEARLY_ALL = Interval(Decimal("0.9"), _ONE, "left")


def unbounded_phrase(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    """ "most of Crimea", "a majority of voters" (more than half) and "nearly all" (nine tenths and
    more).
    """
    word = tokens[at].lower
    if word == "all":
        return _all_but(tokens, at, floor) or _nearly_all(tokens, at, floor)
    start = at if word == "most" else _majority_start(tokens, at, floor)
    if start is None:
        return None
    thing = whole_at(tokens, at + 1) or (_most_of(tokens, at) if word == "most" else None)
    alone = start == 0 and tokens[at + 1].kind == "end"
    if thing is None and not alone:
        return None
    hedge = Hedge("over", word, at, at + 1)
    return Phrase(
        None, SHARE, start, at + 1, hedge, thing=thing, interval=_MOST, amount=_MOST.lower
    )


def _all_but(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    """ "All but 5% of voters", "all but two of the nine": what that which is left out leaves."""
    if at < floor or tokens[at + 1].lower != "but":
        return None
    measured = measured_at(tokens, at + 2)
    if measured is None or measured.high is not None or measured.number.value > _HUNDRED:
        return None
    number, unit = measured.number, measured.unit
    if unit is None and number.form == "fraction" and not number.scaled:
        unit = SHARE
    if unit is None:
        return _all_but_so_many(tokens, at, measured)
    if unit not in {SHARE, PERCENT}:
        return None
    left_out = unit.convert_interval(admitted(number, unit.grain))
    assert left_out.lower is not None
    assert left_out.upper is not None
    rest = Interval(
        max(ARITHMETIC.subtract(_ONE, left_out.upper), Decimal(0)),
        min(ARITHMETIC.subtract(_ONE, left_out.lower), _ONE),
        FLIPPED[left_out.closed],
    )
    amount = ARITHMETIC.subtract(_ONE, unit.convert(number.value))
    thing = whole_at(tokens, measured.end)
    return Phrase(None, SHARE, at, measured.end, thing=thing, interval=rest, amount=amount)


def _all_but_so_many(tokens: Sequence[Piece], at: int, measured: Measured) -> Phrase | None:
    """ "All but three of the 27 members": 24 of them; nothing where no number says how many."""
    thing, place = whole_at(tokens, measured.end), measured.end + 1
    place += tokens[place].lower in POSSESSIVES
    total = None if thing is None or place >= thing.end else number_at(tokens, place)
    if total is None or {total.number.form, measured.number.form} != {"integer"}:
        return None
    amount = ARITHMETIC.subtract(total.number.value, measured.number.value)
    if amount <= 0:
        return None
    left_out, whole = (cell(one, "whole") for one in (measured.number, total.number))
    # Who leaves out so many to the last one knows the whole so, unless it is told in hundreds.
    is_exact = left_out.lower == left_out.upper and total.number.step < _HUNDRED
    if is_exact or total.number.step == measured.number.step == _ONE:
        rest = Interval(amount, amount)
    else:
        rest = Interval(*_apart(whole, left_out))
    return Phrase(None, COUNT, at, measured.end, thing=thing, interval=rest, amount=amount)


def _apart(whole: Interval, part: Interval) -> tuple[Decimal, Decimal]:
    """The least and the most that is left of *whole* without *part*."""
    assert whole.lower is not None
    assert whole.upper is not None
    assert part.lower is not None
    assert part.upper is not None
    least = ARITHMETIC.subtract(whole.lower, part.upper)
    return max(least, Decimal(0)), ARITHMETIC.subtract(whole.upper, part.lower)


_HUNDRED = Decimal(100)


def _nearly_all(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    hedge = hedge_left(tokens, at, floor)
    if hedge is None or hedge.bound != "nearly" or hedge.end != at:
        return None
    thing = whole_at(tokens, at + 1) or divided_at(tokens, at + 1)
    return Phrase(
        None, SHARE, hedge.start, at + 1, hedge, thing=thing, interval=_NEARLY_ALL, amount=_ONE
    )


_MAJORITIES = word_set("slim vast large small narrow clear big overwhelming great absolute simple")


def _majority_start(tokens: Sequence[Piece], at: int, floor: int) -> int | None:
    """Where "a slim majority" begins; None where no article or adjective opens it."""
    start = at - 1 if at > 0 and tokens[at - 1].lower in _MAJORITIES else at
    if start > 0 and tokens[start - 1].lower in {"a", "the"}:
        start -= 1
    return start if floor <= start < at else None


def _most_of(tokens: Sequence[Piece], at: int) -> Thing | None:
    """The plural behind "most" that it is a share of; None for a superlative ("most likely",
    "the most powerful").
    """
    before = tokens[at - 1].lower
    if before in _BEFORE_SUPERLATIVES or before.endswith(("'s", "’s")):
        return None
    if before == "and" and tokens[at - 2].lower.endswith("est"):  # "the safest and most vital"
        return None
    thing = counted_at(tokens, at + 1)
    if thing is None:
        return None
    last = tokens[thing.end - 1].lower
    plural = thing.persons or (last.endswith("s") and not last.endswith(("ss", "ous", "us")))
    return thing if plural else None


_BEFORE_SUPERLATIVES = word_set("the at its his her their my our your whose second s")


def vague_phrase(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    """ "dozens", "several hundred", "tens of thousands of soldiers": no interval."""
    end = _vague_end(tokens, at)
    if end is None:
        return None
    hedge = hedge_left(tokens, at, floor)
    behind = end + 1 if tokens[end].lower == "of" else end
    measured = unit_at(tokens, behind)
    thing = counted_at(tokens, behind) if measured is None else None
    if _is_bare_few(tokens, at, end, thing, measured is not None):
        return None
    unit = measured[0] if measured else PERSONS if thing and thing.persons else COUNT
    last = measured[1] if measured else thing.end if thing and thing.persons else end
    period, after = rate_at(tokens, thing.end if thing else last)
    last = after if period else last
    start = hedge.start if hedge else at
    return Phrase(None, unit, start, last, hedge, 1, "vague", period, thing)


def _is_bare_few(
    tokens: Sequence[Piece], at: int, end: int, thing: Thing | None, measured: bool
) -> bool:
    if tokens[end - 1].lower not in _VAGUE_ADJECTIVES or end > at + 1:
        return False
    alone = (at == 0 and tokens[end].kind == "end") or opens_with_verb(tokens, end)
    return thing is None and not measured and not alone


def _vague_end(tokens: Sequence[Piece], at: int) -> int | None:
    place = at + 1 if tokens[at].lower == "a" else at
    word = tokens[place].lower
    if place > at and word not in {"few", "handful", "couple"}:
        return None
    if word in {"handful", "couple"}:
        return _scaled_end(tokens, place + 1) if place > at else None
    if word == "many" and tokens[at - 1].lower in _BEFORE_MANY:
        return None
    if word in _VAGUE_ADJECTIVES:
        return _scaled_end(tokens, place + 1)
    if word == "tens" or word in VAGUE_PLURALS:
        further = tokens[place + 2].lower
        if tokens[place + 1].lower == "of" and further in VAGUE_PLURALS:
            return place + 3
        if word == "scores" and tokens[place + 1].lower != "of" and place > 0:
            return None
        return None if word == "tens" else place + 1
    return None


def _scaled_end(tokens: Sequence[Piece], at: int) -> int:
    """The place after the scales at *at*: "several hundred thousand", "a couple of hundred"."""
    place = at + 1 if tokens[at].lower == "of" else at
    if tokens[place].lower not in _LARGE:
        return at
    return place + 2 if tokens[place + 1].lower in _LARGE else place + 1


_VAGUE_ADJECTIVES = word_set("several few many numerous countless")
_BEFORE_MANY = word_set("how as so too not that this times twice")
_LARGE = word_set("dozen hundred thousand million billion trillion thousands millions")
