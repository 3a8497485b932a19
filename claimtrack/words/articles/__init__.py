"""Articles: what a page of the news says, and when and by whom it was said.

What reads a whole article is imported when it is first asked for: every update looks for walls,
and most read none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimtrack.words.articles.article import Article, ClaimReview, Wall
from claimtrack.words.articles.glimpse import visible_text

if TYPE_CHECKING:
    from claimtrack.words.articles.reading import read_article, wall_of

__all__ = ["Article", "ClaimReview", "Wall", "read_article", "visible_text", "wall_of"]


def __getattr__(name: str) -> Any:
    if name not in {"read_article", "wall_of"}:
        raise AttributeError(f"module 'claimtrack.words.articles' has no attribute {name!r}")
    return getattr(import_module("claimtrack.words.articles.reading"), name)
