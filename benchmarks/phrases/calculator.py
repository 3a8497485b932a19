"""Calculator: the interval of section 6 from a number as written, to check the hand's sums.

It knows nothing of texts and nothing of claimtrack: it is told the number, the unit and the hedge
that a row names, and works the interval out anew.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from benchmarks.phrases.notation import Expected, number

_EVERYDAY = "1/10|1/6|1/5|1/4|1/3|2/5|1/2|3/5|2/3|3/4|4/5|5/6|9/10"
EVERYDAY = tuple(map(Fraction, _EVERYDAY.split("|")))
SPANS = {"d", "w", "mo", "yr", "decade"}
COUNTED = {"count", "persons", "?"}
BOUNDS = {
    "about": "about|around|roughly|some|approximately|close to|or so|~",
    "barely": "barely|hardly|scarcely",
    "nearly": "nearly|almost|just under|a little under|very nearly|getting on for"
    "|the best part of|close on",
    "just over": "just over|slightly more than|a little over",
    "over": "over|more than|well over|in excess of|upwards of|upward of|north of|exceed|tops",
    "at least": "at least|or more|no fewer than|no less than|from",
    "up to": "up to|at most|no more than|not more than|as many as|as much as|a maximum of|or fewer",
    "under": "under|less than|fewer than|below|well under|not even",
    "exactly": "exactly|precisely",
}


class Span(NamedTuple):
    """An interval in the unit as written; None is unbounded."""

    lower: Fraction | None
    upper: Fraction | None
    lower_closed: bool = True
    upper_closed: bool = True


def bound_of(hedge: str | None) -> str | None:
    """Which of the rule's hedges *hedge* is. Raises ValueError for one that it does not know."""
    if hedge is None:
        return None
    for bound, words in BOUNDS.items():
        if hedge in words.split("|"):
            return bound
    raise ValueError(f"no hedge of the rule: {hedge!r}")


def span(row: Expected) -> Span:
    """The interval that the rule gives *row*, in base units."""
    found = _in_unit(row)
    if row.kind == "level" and row.unit == "share":
        found = _cut_to_shares(found, row.per_base)
    times = row.scale * row.per_base
    lower, upper, *closed = found
    return Span(
        None if lower is None else lower * times,
        None if upper is None else upper * times,
        *closed,
    )


def _in_unit(row: Expected) -> Span:
    if row.written == "most":
        return Span(Fraction(1, 2), Fraction(1), lower_closed=False)
    if row.written == "nearly-all":
        return Span(Fraction(9, 10), Fraction(1), upper_closed=False)
    if ".." in row.written:
        low, high = map(number, row.written.split(".."))
        return Span(low, high)
    if row.written.startswith("-"):
        return _mirrored(_hedged(row, row.written[1:]))
    return _hedged(row, row.written)


def _mirrored(found: Span) -> Span:
    lower, upper, lower_closed, upper_closed = found
    return Span(
        None if upper is None else -upper,
        None if lower is None else -lower,
        upper_closed,
        lower_closed,
    )


def _hedged(row: Expected, written: str) -> Span:
    value, cell, bound = number(written), _cell(row, written), bound_of(row.hedge)
    if bound == "about":
        return cell if _is_fraction(written) else _doubled(row, written, value, cell)
    if bound == "nearly":
        low = value - 1 if _is_exact(row, written) else cell.lower
        return Span(low, value, upper_closed=False)
    if bound == "just over":
        high = value + 1 if _is_exact(row, written) else cell.upper
        return Span(value, high, lower_closed=False)
    if bound == "barely":
        assert cell.lower is not None
        assert cell.upper is not None
        return Span((cell.lower + value) / 2, (cell.upper + value) / 2)
    if bound == "exactly":
        return _exactly(row, written, value)
    if row.kind == "change" and bound in {"up to", "under"}:  # who rose by less has not fallen
        return Span(Fraction(0), value, upper_closed=bound == "up to")
    return _bounded(value, bound) or cell


def _bounded(value: Fraction, bound: str | None) -> Span | None:
    return {
        "over": Span(value, None, False, False),
        "at least": Span(value, None, True, False),
        "up to": Span(None, value, False, True),
        "under": Span(None, value, False, False),
    }.get(bound or "")


def _exactly(row: Expected, written: str, value: Fraction) -> Span:
    if _is_exact(row, written):
        return Span(value, value)
    half = Fraction(1, 200) if _is_fraction(written) else _last_digit(written) / 2
    return Span(value - half, value + half)


def _doubled(row: Expected, written: str, value: Fraction, cell: Span) -> Span:
    if _is_exact(row, written):
        return Span(value - 1, value + 1)
    assert cell.upper is not None
    half = min((cell.upper - value) * 2, value / 2)
    return Span(value - half, value + half)


def _cell(row: Expected, written: str) -> Span:
    value = number(written)
    if _is_fraction(written) and value in EVERYDAY:
        return _everyday(EVERYDAY.index(value))
    half = _half_width(row, written, value)
    return Span(value - half, value + half)


def _everyday(at: int) -> Span:
    value = EVERYDAY[at]
    lower, lower_closed = Fraction(1, 20), True
    upper, upper_closed = Fraction(19, 20), True
    if at > 0:
        below = EVERYDAY[at - 1]
        lower, lower_closed = (below + value) / 2, value.denominator < below.denominator
    if at < len(EVERYDAY) - 1:
        above = EVERYDAY[at + 1]
        upper, upper_closed = (value + above) / 2, value.denominator < above.denominator
    return Span(lower, upper, lower_closed, upper_closed)


def _half_width(row: Expected, written: str, value: Fraction) -> Fraction:
    if "+" in written:
        return Fraction(1, 4)
    if _is_fraction(written):
        return 1 / Fraction(value.denominator) / 2
    if "." in written:
        return _last_digit(written) / 2
    if row.as_written in {"%", "pp"}:
        return Fraction(1) if value % 5 == 0 else Fraction(1, 2)
    if _is_exact(row, written):
        return Fraction(0)
    own = min(_last_significant(written) / 2, value / 20)
    if row.as_written == "h" and row.kind != "rate":
        return max(own, Fraction(1, 4))
    return max(own, Fraction(1, 2)) if row.as_written in SPANS else own


def _last_digit(written: str) -> Fraction:
    return Fraction(1, 10 ** len(written.partition(".")[2]))


def _last_significant(written: str) -> Fraction:
    return Fraction(10 ** (len(written) - len(written.rstrip("0"))))


def _is_fraction(written: str) -> bool:
    return "/" in written and "+" not in written


def _is_exact(row: Expected, written: str) -> bool:
    counted = row.as_written in COUNTED and row.scale == 1 and row.kind != "rate"
    return counted and written.isdigit() and int(written) < 13


def _cut_to_shares(found: Span, per_base: Fraction) -> Span:
    whole = 1 / per_base
    lower, upper, lower_closed, upper_closed = found
    if lower is None or lower < 0:
        lower, lower_closed = Fraction(0), True
    if upper is None or upper > whole:
        upper, upper_closed = whole, True
    return Span(lower, upper, lower_closed, upper_closed)
