"""A number line of text: an interval, and a value on it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from claimtrack.values import Interval

_MARGIN = Decimal("0.35")


def number_line(
    interval: Interval,
    value: Decimal,
    *,
    label: Callable[[Decimal], str],
    width: int = 64,
) -> str:
    """Three lines: the ends of *interval* in words, the line with the interval drawn thick, and
    *value* under its place. ``label`` turns a number into words.

    A round bracket is an end that does not belong to the interval, an arrow one without end.
    """
    low, high = _window(interval, value)

    def column(number: Decimal) -> int:
        return int((number - low) / (high - low) * (width - 1))

    return "\n".join(
        line.rstrip()
        for line in (
            _ends(interval, column, label, width),
            _line(interval, column, width),
            _pointer(value, column, label, width),
        )
    )


def _window(interval: Interval, value: Decimal) -> tuple[Decimal, Decimal]:
    """The stretch that is drawn: the interval's ends and the value, with a margin."""
    shown = [end for end in (interval.lower, interval.upper) if end is not None] + [value]
    low, high = min(shown), max(shown)
    margin = (high - low) * _MARGIN or abs(value) * _MARGIN or Decimal(1)
    return low - margin, high + margin


def _line(interval: Interval, column: Callable[[Decimal], int], width: int) -> str:
    first = 0 if interval.lower is None else column(interval.lower)
    last = width - 1 if interval.upper is None else column(interval.upper)
    cells = ["━" if first <= place <= last else "·" for place in range(width)]
    cells[first] = "◀" if interval.lower is None else "[" if interval.lower_closed else "("
    if last > first or interval.upper is None:
        cells[last] = "▶" if interval.upper is None else "]" if interval.upper_closed else ")"
    return "".join(cells)


def _ends(
    interval: Interval,
    column: Callable[[Decimal], int],
    label: Callable[[Decimal], str],
    width: int,
) -> str:
    line = ""
    for end in (interval.lower, interval.upper):
        if end is None or (line and interval.lower == interval.upper):
            continue
        text = label(end)
        start = max(len(line) + 2 if line else 0, column(end) - len(text) // 2)
        line = line.ljust(min(start, max(width - len(text), len(line) + 2))) + text
    return line


def _pointer(
    value: Decimal, column: Callable[[Decimal], int], label: Callable[[Decimal], str], width: int
) -> str:
    text = f"▲ {label(value)}"
    place = column(value)
    if place + len(text) <= width:
        return " " * place + text
    text = f"{label(value)} ▲"
    return " " * max(0, place - len(text) + 1) + text
