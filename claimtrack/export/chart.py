"""A chart of text: a record over its days, with the band that a claim's words admit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from claimtrack.values import Interval

Point = tuple[date, Decimal]

_INSIDE, _OUTSIDE, _BAND = "●", "○", "░"


def band_chart(
    points: Sequence[Point],
    band: Interval,
    *,
    label: Callable[[Decimal], str],
    width: int = 60,
    height: int = 9,
) -> str:
    """*points* (oldest first, at least one) over their days: ``●`` where the value lies in *band*,
    ``○`` where it does not, the band itself shaded. The first and the last day stand underneath.
    ``label`` turns a number into words; *width* and *height* are those of the drawing alone.
    """
    scale = _Scale.of(points, band, width, height)
    grid = [[_BAND if scale.middle(row) in band else " "] * width for row in range(height)]
    for day, value in points:
        grid[scale.row(value)][scale.column(day)] = _INSIDE if value in band else _OUTSIDE
    ticks = scale.ticks(points, band)
    margin = max(len(label(value)) for value in ticks.values())
    lines = [
        f"{label(ticks[row]) if row in ticks else '':>{margin}} │{''.join(cells)}".rstrip()
        for row, cells in enumerate(grid)
    ]
    first, last = str(points[0][0]), str(points[-1][0])
    days = first if len(points) == 1 else f"{first} {last:>{width - len(first) - 1}}"
    return "\n".join([*lines, f"{'':>{margin}} └{'─' * width}", f"{'':>{margin}}  {days}"])


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day and a value stand in a drawing of so many columns and rows."""

    first: date
    span: timedelta
    low: Decimal
    high: Decimal
    width: int
    height: int

    @classmethod
    def of(cls, points: Sequence[Point], band: Interval, width: int, height: int) -> _Scale:
        values = [value for _, value in points]
        edges = [edge for edge in (band.lower, band.upper) if edge is not None]
        low, high = min(values), max(values)
        # An edge far away would press the record flat: it is drawn where it is near.
        reach = max(high - low, abs(high) / 20, Decimal("0.000001"))
        near = [edge for edge in edges if low - reach <= edge <= high + reach]
        low, high = min([low, *near]), max([high, *near])
        if low == high:
            low, high = low - reach, high + reach
        first = points[0][0]
        return cls(first, points[-1][0] - first, low, high, width, height)

    def column(self, day: date) -> int:
        return (day - self.first) * (self.width - 1) // self.span if self.span else 0

    def row(self, value: Decimal) -> int:
        part = (self.high - value) / (self.high - self.low)
        return round(part * (self.height - 1))

    def middle(self, row: int) -> Decimal:
        """The value at the middle of *row*."""
        return self.high - (self.high - self.low) * row / (self.height - 1)

    def ticks(self, points: Sequence[Point], band: Interval) -> dict[int, Decimal]:
        """The values that are written beside their rows: the band's edges, then the last value."""
        ticks = {self.row(points[-1][1]): points[-1][1]}
        for edge in (band.lower, band.upper):
            if edge is not None and self.low <= edge <= self.high:
                ticks[self.row(edge)] = edge
        return ticks
