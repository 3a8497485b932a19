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
    grid = [[_BAND if scale.is_in_band(row) else " "] * width for row in range(height)]
    for day, value in points:
        grid[scale.row_of(value)][scale.column(day)] = _INSIDE if value in band else _OUTSIDE
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
    band: Interval
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
        row = (high - low) / max(height - 3, 1)
        for edge in near:  # what lies beyond an edge has a row of its own
            if edge == band.upper and max(values) >= edge and max(values) not in band:
                high = max(high, edge + row)
            if edge == band.lower and min(values) <= edge and min(values) not in band:
                low = min(low, edge - row)
        first = points[0][0]
        return cls(first, points[-1][0] - first, low, high, band, width, height)

    def column(self, day: date) -> int:
        return (day - self.first) * (self.width - 1) // self.span if self.span else 0

    def row_of(self, value: Decimal) -> int:
        """The row where *value* is drawn: however little it lies outside the band, beyond the row
        of the band's edge, if there is such a row.
        """
        row, band = self.row(value), self.band
        if value in band:
            return row
        if band.upper is not None and value >= band.upper:
            return max(min(row, self.row(band.upper) - 1), 0)
        if band.lower is not None and value <= band.lower:
            return min(max(row, self.row(band.lower) + 1), self.height - 1)
        return row

    def row(self, value: Decimal) -> int:
        """The row that *value* is nearest to."""
        part = (self.high - value) / (self.high - self.low)
        return round(part * (self.height - 1))

    def is_in_band(self, row: int) -> bool:
        """Whether the value at the middle of *row* lies in the band, or the row is that of an edge
        that does.
        """
        middle = self.high - (self.high - self.low) * row / (self.height - 1)
        edges = [edge for edge in (self.band.lower, self.band.upper) if edge is not None]
        return middle in self.band or any(
            edge in self.band and self.row(edge) == row for edge in edges
        )

    def ticks(self, points: Sequence[Point], band: Interval) -> dict[int, Decimal]:
        """The values that are written beside their rows: the band's edges, then the last value."""
        ticks = {self.row_of(points[-1][1]): points[-1][1]}
        for edge in (band.lower, band.upper):
            if edge is not None and self.low <= edge <= self.high:
                ticks[self.row(edge)] = edge
        return ticks
