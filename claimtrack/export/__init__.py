"""Outward formats of what claimtrack answers."""

from claimtrack.export.chart import band_chart
from claimtrack.export.numberline import number_line
from claimtrack.export.plain import plain

__all__ = ["band_chart", "number_line", "plain"]
