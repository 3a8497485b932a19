"""Rounding: the place to which each figure of a series is given, by the figures around it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.errors import BadValue

#: So many figures tell the place. By chance one in ten ends in a nought more than it need, and most
#: of 21 do not: in 1,316 days of a recorded count to the ten, from 2023 on, they never did.
_AROUND = 21


def rounded_to(figures: Sequence[Decimal]) -> list[Decimal]:
    """To what each of *figures*, a series with its oldest first, was rounded: 10 for a count whose
    figures end in 0, 0.01 for one with two decimals.

    A figure that happens to end in more noughts than its neighbours is no rounder than they: it
    has the place that most of the 21 figures up to it have, and its own where that is finer. The
    first figures are told by the first 21: from then on no place changes when later figures come.
    Raises `BadValue` for what is no finite figure.
    """
    places = [_place(figure) for figure in figures]
    return [Decimal(1).scaleb(_near(places, number, place)) for number, place in enumerate(places)]


def _near(places: Sequence[int], number: int, own: int) -> int:
    around = places[max(0, number + 1 - _AROUND) : max(number + 1, _AROUND)]
    finer_half = sorted(around)[(len(around) - 1) // 2]
    return min(own, finer_half)


def _place(figure: Decimal) -> int:
    """The power of ten of the last digit that *figure* states; noughts after the decimal point are
    stated, those that end a whole number need not be.
    """
    _, digits, exponent = figure.as_tuple()
    if not isinstance(exponent, int):
        raise BadValue(f"{figure} is no finite figure")
    if exponent < 0 or not figure:
        return min(exponent, 0)
    written = "".join(map(str, digits))
    return exponent + len(written) - len(written.rstrip("0"))
