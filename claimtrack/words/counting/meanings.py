"""Meanings: what a phrase admits, worked out as written and converted to base units."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimtrack.values import Closed, Interval, Quantity, QuantityKind
from claimtrack.words.counting.forms import Places
from claimtrack.words.counting.phrases import Phrase
from claimtrack.words.counting.rules import (
    ARITHMETIC,
    FLIPPED,
    RULE,
    Bound,
    Number,
    admitted,
    divided,
    on_tenths,
)
from claimtrack.words.counting.unit import Unit

_ZERO, _ONE = Decimal(0), Decimal(1)


def quantity_of(text: str, places: Places, phrase: Phrase) -> Quantity:
    """The quantity that *phrase* of *text* states, in base units."""
    start, end = places.span(phrase.start, phrase.end - 1)
    of = None
    if phrase.thing is not None:
        of = text[slice(*places.span(phrase.thing.start, phrase.thing.end - 1))]
    return _told(phrase, start, end, of, _hedge_words(text, places, phrase))


def quantity_alone(text: str, phrase: Phrase) -> Quantity:
    """The quantity that *phrase* states, in base units, where it is all of *text* and neither
    hedged nor of anything.
    """
    return _told(phrase, 0, len(text), None, None)


def _told(phrase: Phrase, start: int, end: int, of: str | None, hedge: str | None) -> Quantity:
    unit = phrase.unit.base if phrase.period is None else f"{phrase.unit.base}/{phrase.period}"
    if phrase.kind == "vague":
        return Quantity(None, None, None, "neither", unit, of, hedge, "vague", RULE, start, end)
    amount, interval = _valued(phrase)
    return Quantity(
        amount, interval.lower, interval.upper, interval.closed,
        unit, of, hedge, phrase.kind, RULE, start, end, _on_tenths(phrase),
    )  # fmt: skip


def _hedge_words(text: str, places: Places, phrase: Phrase) -> str | None:
    """The words of the hedge as they stand in the text, in lower case."""
    hedge = phrase.hedge
    if hedge is None or hedge.words.replace(" ", "").isalpha():
        return hedge.words if hedge else None
    found = text[slice(*places.span(hedge.start, hedge.end - 1))]
    return " ".join(found.lower().split()).lstrip(", ")


def _on_tenths(phrase: Phrase) -> Interval | None:
    if phrase.kind != "level" or phrase.unit.base != "share" or phrase.measured is None:
        return None
    if phrase.measured.high is not None or phrase.interval is not None:
        return None
    return on_tenths(phrase.measured.number, phrase.hedge.bound if phrase.hedge else None)


def _valued(phrase: Phrase) -> tuple[Decimal, Interval]:
    """The amount and the interval in base units: worked out as written, then converted."""
    measured = phrase.measured
    if measured is not None:
        bound = phrase.hedge.bound if phrase.hedge else None
        if phrase.below:
            bound = _MIRRORED.get(bound, bound) if bound else None
        unit = phrase.unit.apart if phrase.kind == "change" else phrase.unit
        return _converted(measured.number, measured.high, unit, bound, phrase.sign, phrase.kind)
    assert phrase.amount is not None
    assert phrase.interval is not None
    amount, interval = _signed(phrase.amount, phrase.interval, phrase.sign)
    return amount, _within(interval, phrase.unit, phrase.kind, most=phrase.amount)


# What lies over -20 lies on the other side of it than what lies over 20.
_MIRRORED: dict[Bound, Bound] = {
    "over": "under", "under": "over", "at least": "up to", "up to": "at least",
}  # fmt: skip


# The same few hundred numbers, hedges and units make up most phrases of news.
@lru_cache(maxsize=8192)
def _converted(
    number: Number,
    high: Number | None,
    unit: Unit,
    bound: Bound | None,
    sign: int,
    kind: QuantityKind,
) -> tuple[Decimal, Interval]:
    amount, interval = _written(number, high, unit, bound, kind)
    if kind == "change" and number.value >= 0:
        interval = _cut_to_whole(interval, None)  # who fell by up to 5% has not risen
    amount, interval = _signed(amount, interval, sign)
    most = unit.convert((high or number).value)
    return unit.convert(amount), _within(unit.convert_interval(interval), unit, kind, most=most)


def _signed(amount: Decimal, interval: Interval, sign: int) -> tuple[Decimal, Interval]:
    return (amount.copy_negate(), _negated(interval)) if sign < 0 else (amount, interval)


def _within(interval: Interval, unit: Unit, kind: QuantityKind, *, most: Decimal) -> Interval:
    """The part of a share's interval within its whole; *most* is the largest number told."""
    if kind != "level" or unit.base != "share":
        return interval
    return _cut_to_whole(interval, None if most > 1 else _ONE)


def _written(
    number: Number, high: Number | None, unit: Unit, bound: Bound | None, kind: QuantityKind
) -> tuple[Decimal, Interval]:
    if high is not None:
        amount = divided(ARITHMETIC.add(number.value, high.value), Decimal(2))
        return amount, _between(number.value, high.value, bound)
    # A mean per day of five is no count of five whole things.
    grain = "measured" if kind == "rate" and unit.grain == "whole" else unit.grain
    return number.value, admitted(number, grain, bound)


def _between(low: Decimal, high: Decimal, bound: Bound | None) -> Interval:
    """What a range admits: "about" changes nothing, a bound opens the other side."""
    match bound:
        case "over":
            return Interval(low, None, "neither")
        case "at least":
            return Interval(low, None, "left")
        case "up to":
            return Interval(None, high, "right")
        case "under":
            return Interval(None, high, "neither")
        case _:
            return Interval(low, high)


def _opposite(edge: Decimal) -> Decimal:
    return edge.copy_negate() if edge else edge  # nought has no sign


def _negated(interval: Interval) -> Interval:
    return Interval(
        None if interval.upper is None else _opposite(interval.upper),
        None if interval.lower is None else _opposite(interval.lower),
        FLIPPED[interval.closed],
    )


def _cut_to_whole(interval: Interval, top: Decimal | None) -> Interval:
    """The part of a share's interval from 0 to *top*; itself where that is nothing. Who says more
    than the whole himself ("about 101%", "90-110%") sets no *top*.
    """
    lower, upper = interval.lower, interval.upper
    if (
        top is not None
        and lower is not None
        and (lower > top or (lower == top and not interval.lower_closed))
    ) or (upper is not None and (upper < 0 or (upper == 0 and not interval.upper_closed))):
        return interval
    left, right = interval.lower_closed, interval.upper_closed
    if lower is None or lower < 0:
        lower, left = _ZERO, True
    if top is not None and (upper is None or upper > top):
        upper, right = top, True
    closed: Closed = (
        "both" if left and right else "left" if left else "right" if right else "neither"
    )
    return Interval(lower, upper, closed)
