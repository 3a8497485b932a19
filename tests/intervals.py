"""Intervals: a quantity on one line, as the tables of tests have it."""

from __future__ import annotations

from decimal import Decimal

from claimtrack.values import Quantity

_ENDS = {"both": "[]", "left": "[)", "right": "(]", "neither": "()"}


def told(text: str, one: Quantity) -> str:
    """*one*, found in *text*: its words, kind, unit and interval, of a vague one none."""
    found = f"{text[one.start : one.end]}: {one.kind} {one.unit}"
    if one.kind == "vague":
        return found
    interval = one.interval
    opens, closes = _ENDS[interval.closed]
    return f"{found} {opens}{_shown(interval.lower)}..{_shown(interval.upper)}{closes}"


def _shown(bound: Decimal | None) -> str:
    return "" if bound is None else f"{bound.normalize():f}"[:8]
