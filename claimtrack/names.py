"""Names as people type them: what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three of the *known* names that come nearest to *name*, nearest first; none where
    nothing is near.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(name, list(known), scorer=fuzz.ratio, limit=3, score_cutoff=60)
    return tuple(text for text, _, _ in found)
