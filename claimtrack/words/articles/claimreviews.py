"""Claim reviews: the fact checks that a page declares as its own (schema.org, ``ClaimReview``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimtrack.words.articles.article import ClaimReview, Time
from claimtrack.words.articles.structured import Node, text_of, texts, types_of
from claimtrack.words.articles.timestamps import time_of


def claim_reviews_in(nodes: Sequence[Node]) -> tuple[ClaimReview, ...]:
    """The fact checks among *nodes*, in their order; one without a claim is none."""
    reviews = (_review(node) for node in nodes if "ClaimReview" in types_of(node))
    return tuple(dict.fromkeys(review for review in reviews if review.claim))


def _review(node: Node) -> ClaimReview:
    rating, reviewed = _only_within(node, "reviewRating"), _within(node, "itemReviewed")
    return ClaimReview(
        claim=text_of(node, "claimReviewed") or "",
        rating=text_of(rating, "alternateName", "name"),
        score=text_of(rating, "ratingValue"),
        worst=text_of(rating, "worstRating"),
        best=text_of(rating, "bestRating"),
        reviewer=text_of(node, "author", "publisher"),
        claimant=text_of(reviewed, "author"),
        claimed=_time(reviewed, "datePublished", "dateCreated"),
        published=_time(node, "datePublished", "dateCreated"),
        url=text_of(node, "url"),
        appearances=tuple(dict.fromkeys(_appearances(reviewed))),
    )


def _within(node: Node, name: str) -> Node:
    """The object that *node* has as *name*; an empty one where it has none."""
    value = node.get(name)
    one = next(iter(value), None) if isinstance(value, list) else value
    return one if isinstance(one, Mapping) else {}


def _only_within(node: Node, name: str) -> Node:
    """The same, and an empty one where it has several that differ: which of them counts?"""
    value = node.get(name)
    is_one = not isinstance(value, list) or all(one == value[0] for one in value)
    return _within(node, name) if is_one else {}


def _time(node: Node, *names: str) -> Time | None:
    told = text_of(node, *names)
    return None if told is None else time_of(told)


def _appearances(reviewed: Node) -> Iterator[str]:
    for name in ("firstAppearance", "appearance", "sameAs", "url"):
        for text in _addresses(reviewed.get(name)):
            if text.startswith(("http://", "https://")):
                yield text


def _addresses(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield from texts(one.get("url") or one.get("@id"))
        else:
            yield from texts(one)
