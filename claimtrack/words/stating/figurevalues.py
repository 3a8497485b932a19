"""Figure values: the amount and the interval of a figure in its measure's unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimtrack.errors import NotAQuantity
from claimtrack.values import Interval, Quantity
from claimtrack.words.counting.rates import SOLD_BY
from claimtrack.words.counting.rules import ARITHMETIC, divided
from claimtrack.words.quantities import parse_quantity
from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.truetimes import TrueTime
from claimtrack.words.tokens import word_set

_A_YEAR = re.compile(r"\s+(?:a|per|each|every)\s+(?:year|annum)\Z")
#: Days of a rate's period; a month and a year are their mean.
DAYS = {
    "h": divided(Decimal(1), Decimal(24)), "d": Decimal(1), "week": Decimal(7),
    "month": Decimal("30.436875"), "yr": Decimal("365.2425"),
}  # fmt: skip
_ONE = Decimal(1)
#: What bounds a figure from before it, beside the hedges.
_PASSED = (" passed", " passes", " past", " topped", " tops", " broken", " broke")
_HIGHS = ("a high of", "maximum of", "ceiling of")
_REACHED = word_set("hit reach reached touch touched hits reaches hitting reaching")
_LOWS = ("a low of", "minimum of", "floor of")


def valued(
    clauses: Clauses, figure: Figure, words: MeasureWords, time: TrueTime
) -> tuple[Decimal, Interval]:
    """The amount and the interval in the measure's unit."""
    quantity, unit = figure.quantity, words.measure.unit or ""
    base, _, period = unit.partition("/")
    if base == "ratio" and quantity.unit in {"share", "share/yr"}:
        quantity = _as_ratio(clauses, quantity)
    assert quantity.amount is not None
    interval = _bounded_before(clauses, figure) or quantity.interval
    if not period:
        return quantity.amount, interval
    per = quantity.unit.partition("/")[2]
    if per:
        days = DAYS[per]
    elif time.days:
        days = Decimal(time.days)
    else:
        raise Left("it is no rate")
    each = DAYS[period]
    return _over(quantity.amount, each, days), Interval(
        None if interval.lower is None else _over(interval.lower, each, days),
        None if interval.upper is None else _over(interval.upper, each, days),
        interval.closed,
    )


def _bounded_before(clauses: Clauses, figure: Figure) -> Interval | None:
    """What the words before a figure bound it to, where the figure's own do not: "deaths passed
    7,000", "a high of 250,000".
    """
    amount = figure.quantity.amount
    words = " ".join(clauses.words[max(figure.start - 3, 0) : figure.start])
    if figure.quantity.hedge is not None or amount is None:
        return None
    if words.endswith(_PASSED):
        return Interval(amount, None, "neither")
    if words.endswith(_HIGHS) and clauses.words[max(figure.start - 4, 0)] not in _REACHED:
        return Interval(None, amount, "right")
    return Interval(amount, None, "left") if words.endswith(_LOWS) else None


def _over(number: Decimal, each: Decimal, days: Decimal) -> Decimal:
    """What of *number* in so many *days* falls to *each* of the measure's own."""
    return divided(ARITHMETIC.multiply(number, each), days)


def _as_ratio(clauses: Clauses, quantity: Quantity) -> Quantity:
    said = _A_YEAR.sub("", clauses.sentence[quantity.start : quantity.end])
    try:
        return parse_quantity(said, unit="ratio")
    except NotAQuantity:
        return quantity


def rest(amount: Decimal, interval: Interval) -> tuple[Decimal, Interval]:
    """What is left of the whole."""
    lower = None if interval.upper is None else _ONE - interval.upper
    upper = None if interval.lower is None else _ONE - interval.lower
    flipped = {"left": "right", "right": "left"}.get(interval.closed, interval.closed)
    return _ONE - amount, Interval(lower, upper, flipped)  # type: ignore[arg-type]


def for_itself(figure: Figure, words: MeasureWords) -> Figure:
    """The figure without what it is so much for each of, which is no whole of its own. Raises
    `Left` where the measure does not name that: "£7,460 per pupil" is no sum of money, where "$82
    a barrel" is the price of what is sold so.
    """
    quantity, measure = figure.quantity, words.measure
    if quantity.kind != "rate" or "/" in quantity.unit or quantity.of is None:
        return figure
    each = quantity.of.lower().split()[-1]
    named = " ".join([measure.id, measure.asks, measure.scope or "", *words.reads.says]).lower()
    is_price = quantity.unit.isupper() and each in SOLD_BY
    if not is_price and each not in named:
        raise Left("it is so much for each of something")
    return replace(figure, quantity=replace(quantity, of=None))
