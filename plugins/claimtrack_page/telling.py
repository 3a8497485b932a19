"""Telling: words of a page as a reason or a step quotes them."""

from __future__ import annotations

_TOLD = 120


def short(text: str) -> str:
    """The beginning of *text*, as much of it as a line holds."""
    return text if len(text) <= _TOLD else f"{text[:_TOLD]}..."
