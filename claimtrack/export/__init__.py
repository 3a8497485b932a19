"""Outward formats of what claimtrack answers."""

from claimtrack.export.numberline import number_line
from claimtrack.export.plain import plain

__all__ = ["number_line", "plain"]
