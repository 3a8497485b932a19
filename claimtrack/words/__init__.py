"""Words: what the phrases of a text mean, as values.

The grammar of statements takes two megabytes, and is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimtrack.words.quantities import find_quantities, parse_quantity
from claimtrack.words.wording import wording

if TYPE_CHECKING:
    from claimtrack.words.statements import mentioned, read_statements

__all__ = ["find_quantities", "mentioned", "parse_quantity", "read_statements", "wording"]


def __getattr__(name: str) -> Any:
    if name not in {"mentioned", "read_statements"}:
        raise AttributeError(f"module 'claimtrack.words' has no attribute {name!r}")
    return getattr(import_module("claimtrack.words.statements"), name)
