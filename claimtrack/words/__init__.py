"""Words: what the phrases of a text mean, as values."""

from __future__ import annotations

from claimtrack.words.quantities import find_quantities, parse_quantity
from claimtrack.words.statements import mentioned, read_statements
from claimtrack.words.wording import wording

__all__ = ["find_quantities", "mentioned", "parse_quantity", "read_statements", "wording"]
