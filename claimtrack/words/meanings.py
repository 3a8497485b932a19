"""Meanings: what a phrase admits, worked out as written and converted to base units."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.values import Closed, Interval, Quantity
from claimtrack.words.phrases import Phrase
from claimtrack.words.rules import ARITHMETIC, RULE, Bound, admitted, divided, on_tenths
from claimtrack.words.tokens import Token

_ZERO, _ONE = Decimal(0), Decimal(1)


def quantity_of(text: str, tokens: Sequence[Token], phrase: Phrase) -> Quantity:
    """The quantity that *phrase* of *text* states, in base units."""
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    unit = phrase.unit.base if phrase.period is None else f"{phrase.unit.base}/{phrase.period}"
    of = None
    if phrase.thing is not None:
        of = text[tokens[phrase.thing.start].start : tokens[phrase.thing.end - 1].end]
    hedge = phrase.hedge.words if phrase.hedge else None
    if phrase.kind == "vague":
        return Quantity(None, None, None, "neither", unit, of, hedge, "vague", RULE, start, end)
    amount, interval = _valued(phrase)
    return Quantity(
        amount, interval.lower, interval.upper, interval.closed,
        unit, of, hedge, phrase.kind, RULE, start, end, _on_tenths(phrase),
    )  # fmt: skip


def _on_tenths(phrase: Phrase) -> Interval | None:
    if phrase.kind != "level" or phrase.unit.base != "share" or phrase.measured is None:
        return None
    if phrase.measured.high is not None or phrase.interval is not None:
        return None
    return on_tenths(phrase.measured.number, phrase.hedge.bound if phrase.hedge else None)


def _valued(phrase: Phrase) -> tuple[Decimal, Interval]:
    """The amount and the interval in base units: worked out as written, then converted."""
    if phrase.interval is not None and phrase.amount is not None:
        amount, interval = phrase.amount, phrase.interval
    else:
        amount, interval = _written(phrase)
        amount, interval = phrase.unit.convert(amount), phrase.unit.convert_interval(interval)
    if phrase.sign < 0:
        amount, interval = amount.copy_negate(), _negated(interval)
    if phrase.kind == "level" and phrase.unit.base == "share":
        interval = _cut_to_whole(interval)
    return amount, interval


def _written(phrase: Phrase) -> tuple[Decimal, Interval]:
    measured = phrase.measured
    assert measured is not None
    bound = phrase.hedge.bound if phrase.hedge else None
    if measured.high is not None:
        low, high = measured.number.value, measured.high.value
        return divided(ARITHMETIC.add(low, high), Decimal(2)), _between(low, high, bound)
    # A mean per day of five is no count of five whole things.
    grain = phrase.unit.grain
    if phrase.kind == "rate" and grain == "whole":
        grain = "measured"
    return measured.number.value, admitted(measured.number, grain, bound)


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


_FLIPPED: dict[Closed, Closed] = {
    "left": "right", "right": "left", "both": "both", "neither": "neither",
}  # fmt: skip


def _negated(interval: Interval) -> Interval:
    return Interval(
        None if interval.upper is None else interval.upper.copy_negate(),
        None if interval.lower is None else interval.lower.copy_negate(),
        _FLIPPED[interval.closed],
    )


def _cut_to_whole(interval: Interval) -> Interval:
    """The part of a share's interval in 0..1; itself where that is nothing, as of "150%"."""
    lower, upper = interval.lower, interval.upper
    if (lower is not None and (lower > 1 or (lower == 1 and not interval.lower_closed))) or (
        upper is not None and (upper < 0 or (upper == 0 and not interval.upper_closed))
    ):
        return interval
    left = interval.lower_closed or lower is None or lower < 0
    right = interval.upper_closed or upper is None or upper > 1
    closed: Closed = (
        "both" if left and right else "left" if left else "right" if right else "neither"
    )
    return Interval(
        _ZERO if lower is None or lower < 0 else lower,
        _ONE if upper is None or upper > 1 else upper,
        closed,
    )
