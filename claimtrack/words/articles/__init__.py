"""Articles: what a page of the news says, and when and by whom it was said."""

from __future__ import annotations

from claimtrack.words.articles.article import Article, ClaimReview, Wall
from claimtrack.words.articles.glimpse import visible_text
from claimtrack.words.articles.reading import read_article, wall_of

__all__ = ["Article", "ClaimReview", "Wall", "read_article", "visible_text", "wall_of"]
