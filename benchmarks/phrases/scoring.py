"""Scoring: whether what was found in a text is what its row expects."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from benchmarks.phrases.notation import Expected
from claimtrack.values import Quantity

# An end such as 11/60 is held in the digits of a decimal.
_TOLERANCE = Fraction(1, 10**20)
_GENEROUS = Fraction(1, 10**9)


def is_right(found: Sequence[Quantity], expected: Sequence[Expected]) -> bool:
    """Whether exactly the expected quantities were found, in their order, each with its kind,
    amount, unit and interval.
    """
    return len(found) == len(expected) and all(map(means, found, expected))


def means(found: Quantity, expected: Expected) -> bool:
    """Whether *found* has the kind, amount, unit and interval of *expected*."""
    if found.kind != expected.kind:
        return False
    if expected.kind == "vague":
        return found.lower is found.upper is None
    return (
        expected.unit in {None, found.unit}
        and (expected.amount is None or _equal(found.amount, expected.amount))
        and _has_the_interval(found, expected)
    )


def has_the_hedge(found: Quantity, expected: Expected) -> bool:
    """Whether *found* has the hedge of *expected*, an article apart. The words of a range or of a
    "most" are not scored.
    """
    if expected.amount is None:
        return True
    hedge = found.hedge and found.hedge.removeprefix("a ").removeprefix("an ")
    return hedge == (expected.hedge and expected.hedge.removeprefix("a "))


def has_the_whole(found: Quantity, expected: Expected) -> bool:
    """Whether *found* is of what *expected* is of, an article apart."""
    return (found.of or "").removeprefix("the ") == expected.whole


def values_found(found: Sequence[Fraction], expected: Sequence[Expected]) -> bool:
    """Whether the value of each expected quantity is among *found*: as written, times its scale or
    in base units, as a share or as a percentage; of a range, both ends. Signs and what else was
    found count for nothing.
    """
    values = [abs(value) for value in found]
    return all(_is_among(values, forms) for it in expected for forms in _forms(it))


def has_a_value(expected: Sequence[Expected]) -> bool:
    """Whether a reader of numbers alone can be asked for them: there is one, and none is vague."""
    return bool(expected) and all(it.values for it in expected)


def _forms(expected: Expected) -> list[list[Fraction]]:
    times = (Fraction(1), expected.scale, expected.scale * expected.per_base, Fraction(100))
    return [[abs(value) * by for by in times] for value in expected.values]


def _is_among(values: Sequence[Fraction], forms: Sequence[Fraction]) -> bool:
    return any(abs(value - form) <= form * _GENEROUS for value in values for form in forms)


def _has_the_interval(found: Quantity, expected: Expected) -> bool:
    interval = found.interval
    return (
        _equal(found.lower, expected.lower)
        and _equal(found.upper, expected.upper)
        and interval.lower_closed == expected.lower_closed
        and interval.upper_closed == expected.upper_closed
    )


def _equal(found: Decimal | None, expected: Fraction | None) -> bool:
    if found is None or expected is None:
        return found is None and expected is None
    return abs(Fraction(found) - expected) <= abs(expected) * _TOLERANCE
