"""Dates as the tests of them write their bounds."""

from __future__ import annotations

from claimtrack.words.dates import find_dates


def days_told(text: str) -> str:
    """The bounds of each date in *text* that is known, written as the labels are."""
    found = [each for each in find_dates(text, published="2025-09-17") if each.needs is None]
    return " | ".join(f"{each.earliest or '-'}..{each.latest or '-'}" for each in found) or "none"
