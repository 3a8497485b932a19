"""Rule ``words-1``: the interval that a number as it is written admits.

Coarse words speak on coarse scales (M. Krifka, "Approximate interpretation of number words",
2007): who says "a fifth" chooses among the everyday fractions, who says "19.2%" among tenths of a
point. The interval is the stretch of values for which this word would have been the nearest on
its scale.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from claimtrack.values import Closed, Interval

RULE = "words-1"

Form = Literal["integer", "decimal", "fraction", "mixed"]
#: What is counted or measured, as far as the width depends on it: points of a percentage, whole
#: things, hours, longer spans of time, or anything measured (areas, money, lengths, minutes).
Grain = Literal["percent", "whole", "hour", "span", "measured"]
#: What a hedge does to the interval.
Bound = Literal[
    "about", "barely", "nearly", "just over", "over", "at least", "up to", "under", "exactly",
    "mean",
]  # fmt: skip

#: The arithmetic of phrases: of its own, so that a caller's decimal context changes no interval.
ARITHMETIC = Context(prec=28)

#: The ends of an interval that is turned round.
FLIPPED: dict[Closed, Closed] = {
    "left": "right", "right": "left", "both": "both", "neither": "neither",
}  # fmt: skip

_ZERO, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)
_HALF = Decimal("0.5")
_FIVE = Decimal(5)
_CAP = Decimal("0.05")
_EXACT_BELOW = 13
_EVERYDAY = tuple(
    Fraction(a, b)
    for a, b in (
        (1, 10), (1, 6), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2),
        (3, 5), (2, 3), (3, 4), (4, 5), (5, 6), (9, 10),
    )
)  # fmt: skip
# Who counts in tenths does not say "a sixth", and has "seven-tenths" to choose from.
_TENTHS = tuple(
    Fraction(a, b)
    for a, b in (
        (1, 10), (1, 5), (1, 4), (3, 10), (1, 3), (2, 5), (1, 2),
        (3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (9, 10),
    )
)  # fmt: skip
# The outermost cells end half a tenth beyond their value, and their ends belong to them: no
# neighbour asks for them.
_FIRST_EDGE, _LAST_EDGE = Fraction(1, 20), Fraction(19, 20)


class Number(NamedTuple):
    """A number as written, scale included: "half a million" is the fraction 1/2 at scale 1e6.

    ``step`` is the unit of its last digit (a decimal's last written, an integer's last
    significant one), or one b-th of the scale for a/b and for "two and a half".
    """

    form: Form
    value: Decimal
    step: Decimal
    scale: Decimal = _ONE
    ratio: tuple[int, int] | None = None

    @property
    def scaled(self) -> bool:
        """Whether a word of scale (dozen, thousand, million) was written."""
        return self.scale != _ONE


def divided(number: Decimal, by: Decimal) -> Decimal:
    """*number* divided, to 28 digits."""
    return ARITHMETIC.divide(number, by)


def times(number: Decimal, factor: Decimal) -> Decimal:
    """*number* multiplied, to 28 digits."""
    return ARITHMETIC.multiply(number, factor)


def integer(value: Decimal, scale: Decimal = _ONE) -> Number:
    """The number of an integer, already multiplied by its *scale*: its trailing zeros are not
    significant, whether they were written or stand in the scale.
    """
    significant = value.normalize(ARITHMETIC)
    if significant.same_quantum(_ONE):  # no zeros at its end, as most have none; or nought itself
        return Number("integer", significant, _ONE, scale)
    exponent = significant.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent > 0:  # 1.100 thousands are 1100 and not 1100.000, which would be equal to it
        value = value.to_integral_value()
    return Number("integer", value, _power_of_ten(exponent), scale)


@lru_cache(maxsize=256)
def _power_of_ten(exponent: int) -> Decimal:
    return Decimal((0, (1,), exponent))


def decimal_number(value: Decimal, decimals: int, scale: Decimal = _ONE) -> Number:
    """The number of a decimal fraction written to that many *decimals*, at that *scale*."""
    step = times(Decimal((0, (1,), -decimals)), scale)
    return Number("decimal", times(value, scale), step, scale)


def fraction(a: int, b: int, scale: Decimal = _ONE) -> Number:
    """The number of *a* b-ths of a *scale*."""
    value = divided(times(Decimal(a), scale), Decimal(b))
    return Number("fraction", value, divided(scale, Decimal(b)), scale, (a, b))


def mixed(whole: Decimal, a: int, b: int, scale: Decimal = _ONE) -> Number:
    """The number of *whole* and *a* b-ths, at that *scale*: "two and a half million"."""
    part = fraction(a, b, scale)
    value = ARITHMETIC.add(times(whole, scale), part.value)
    return Number("mixed", value, part.step, scale, (a, b))


def admitted(number: Number, grain: Grain, bound: Bound | None = None) -> Interval:
    """The interval that *number* admits under a hedge, in the unit it is written in.

    A number is at least 0 here; the sign of a change is put on afterwards. The edges of "nearly"
    and "just over" are closed as the rule writes them, whoever owns the cell's edge.
    """
    value = number.value
    match bound:
        case None:
            return cell(number, grain)
        case "mean":  # a mean of five is no count of five whole things
            return cell(number, "measured" if grain == "whole" else grain)
        case "about":
            return _loosened(number, grain)
        case "barely":
            return _halved(cell(number, grain), value)
        case "exactly":
            return _tightened(number, grain)
        case "over":
            return Interval(value, None, "neither")
        case "at least":
            return Interval(value, None, "left")
        case "up to":
            return Interval(None, value, "right")
        case "under":
            return Interval(None, value, "neither")
        case "nearly":
            return _beside(number, grain, below=True)
        case "just over":
            return _beside(number, grain, below=False)


def cell(number: Number, grain: Grain) -> Interval:
    """The interval that *number* admits without a hedge."""
    if number.ratio in EVERYDAY_CELLS and number.form == "fraction":
        return _scaled(EVERYDAY_CELLS[number.ratio], number.scale)
    return _around(number.value, _half_width(number, grain))


def on_tenths(number: Number, bound: Bound | None = None) -> Interval | None:
    """What an everyday fraction admits where the scale is of tenths in place of sixths; None where
    it is not on that scale, admits the same there, or has a bound of its own.
    """
    if number.form != "fraction" or bound not in {None, "about"} or number.scaled:
        return None
    found = _CELLS_ON_TENTHS.get(number.ratio) if number.ratio in EVERYDAY_CELLS else None
    return None if number.ratio is None or found == EVERYDAY_CELLS.get(number.ratio) else found


def _half_width(number: Number, grain: Grain) -> Decimal:
    if number.form != "integer":
        return divided(number.step, _TWO)
    if grain == "percent":
        return _ONE if ARITHMETIC.remainder(number.value, _FIVE) == 0 else _HALF
    if _is_exact(number, grain):
        return _ZERO
    own = min(divided(number.step, _TWO), times(number.value, _CAP))
    return max(own, _LEAST.get(grain, _ZERO))


_LEAST: dict[Grain, Decimal] = {"hour": Decimal("0.25"), "span": _HALF}


def _is_exact(number: Number, grain: Grain) -> bool:
    return (
        grain == "whole"
        and number.form == "integer"
        and not number.scaled
        and number.value < _EXACT_BELOW
    )


def _loosened(number: Number, grain: Grain) -> Interval:
    if number.form == "fraction":
        return cell(number, grain)
    if _is_exact(number, grain):
        return _around(number.value, _ONE)
    doubled = times(_half_width(number, grain), _TWO)
    return _around(number.value, min(doubled, divided(number.value, _TWO)))


def _halved(plain: Interval, value: Decimal) -> Interval:
    """The half of *plain* that lies next to *value*: "barely a quarter" is just at it, and says not
    on which side (to some it is only just reached, to others not quite).
    """
    assert plain.lower is not None
    assert plain.upper is not None
    lower, upper = (
        divided(ARITHMETIC.add(edge, value), _TWO) for edge in (plain.lower, plain.upper)
    )
    return Interval(lower, upper)


def _tightened(number: Number, grain: Grain) -> Interval:
    # "Exactly three hours" would be wider than "three hours" by half a unit of the last digit;
    # a word that tightens never widens, so the smaller of the two holds.
    if number.form == "fraction":
        return _around(number.value, times(Decimal("0.005"), number.scale))
    if number.form == "integer" and grain == "whole":
        return _around(number.value, _ZERO)
    last_digit = _ONE if number.form == "integer" else number.step
    return _around(number.value, min(divided(last_digit, _TWO), _half_width(number, grain)))


def _beside(number: Number, grain: Grain, *, below: bool) -> Interval:
    # "Nearly none" of something measured leaves nothing beside it: the value alone remains.
    plain = _around(number.value, _ONE) if _is_exact(number, grain) else cell(number, grain)
    if plain.lower == plain.upper:
        return plain
    if below:
        return Interval(plain.lower, number.value, "left")
    return Interval(number.value, plain.upper, "right")


def _around(value: Decimal, half_width: Decimal) -> Interval:
    return Interval(ARITHMETIC.subtract(value, half_width), ARITHMETIC.add(value, half_width))


def _scaled(interval: Interval, scale: Decimal) -> Interval:
    if scale == _ONE or interval.lower is None or interval.upper is None:
        return interval
    return Interval(times(interval.lower, scale), times(interval.upper, scale), interval.closed)


def _cells(scale: tuple[Fraction, ...]) -> dict[tuple[int, int], Interval]:
    cells: dict[tuple[int, int], Interval] = {}
    for place, share in enumerate(scale):
        before = scale[place - 1] if place else None
        after = scale[place + 1] if place + 1 < len(scale) else None
        lower = _FIRST_EDGE if before is None else (before + share) / 2
        upper = _LAST_EDGE if after is None else (share + after) / 2
        closed = _closed(_owns_edge(share, before), _owns_edge(share, after))
        cells[share.numerator, share.denominator] = Interval(_exact(lower), _exact(upper), closed)
    return cells


def _owns_edge(share: Fraction, neighbour: Fraction | None) -> bool:
    return neighbour is None or share.denominator < neighbour.denominator


def _closed(left: bool, right: bool) -> Closed:
    if left and right:
        return "both"
    if left:
        return "left"
    return "right" if right else "neither"


def _exact(share: Fraction) -> Decimal:
    return divided(Decimal(share.numerator), Decimal(share.denominator))


#: The cell of each everyday fraction, by the pair as it is written: "two in four" is on the scale
#: of quarters, not of halves, and keeps half a fourth to both sides.
EVERYDAY_CELLS = _cells(_EVERYDAY)
_CELLS_ON_TENTHS = _cells(_TENTHS)
