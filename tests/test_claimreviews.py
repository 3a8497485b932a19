"""Claim reviews: a page's own fact checks."""

from __future__ import annotations

import json
from datetime import date

import pytest
from shared import SHARED, needs

from claimtrack.values import CalendarDate
from claimtrack.words.articles import ClaimReview, read_article
from claimtrack.words.articles.claimreviews import claim_reviews_in
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.structured import all_nodes, declared

RECORDED = SHARED / "pages/claimreview"

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://coastcourier.example/checks/bridge",
    "datePublished": "2026-03-02",
    "claimReviewed": "The bridge is the oldest of the coast.",
    "author": {"@type": "Organization", "name": "The Coast Courier"},
    "reviewRating": {
        "@type": "Rating", "ratingValue": 2, "bestRating": "5", "worstRating": 1,
        "alternateName": "Mostly false",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Bob Ray"},
        "datePublished": "2026-02-20",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://example.org/speech"},
        "appearance": ["https://example.org/post", {"@type": "CreativeWork", "name": "a poster"}],
    },
}  # fmt: skip


def page(*nodes: object) -> str:
    scripts = (f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    return f"<html><head>{''.join(scripts)}</head><body><h1>The bridge</h1></body></html>"


def test_a_declared_fact_check_is_read_whole() -> None:
    assert claim_reviews_in(all_nodes(declared(tree(page(REVIEW))))) == (
        ClaimReview(
            claim="The bridge is the oldest of the coast.",
            rating="Mostly false",
            score="2",
            worst="1",
            best="5",
            reviewer="The Coast Courier",
            claimant="Bob Ray",
            claimed=CalendarDate(date(2026, 2, 20)),
            published=CalendarDate(date(2026, 3, 2)),
            url="https://coastcourier.example/checks/bridge",
            appearances=("https://example.org/speech", "https://example.org/post"),
        ),
    )


@pytest.mark.parametrize(
    ("told", "name", "expected"),
    [
        ({"reviewRating": [{"alternateName": "False"}, {"alternateName": "True"}]}, "rating", None),
        ({"reviewRating": [{"alternateName": "False"}, {"alternateName": "False"}]}, "rating",
         "False"),
        ({"reviewRating": {"name": "Unproven"}}, "rating", "Unproven"),
        ({"reviewRating": []}, "rating", None),
        ({"author": None, "publisher": {"name": "Harbour Times"}}, "reviewer", "Harbour Times"),
        ({"datePublished": None, "dateCreated": "2026-03-01"}, "published",
         CalendarDate(date(2026, 3, 1))),
        ({"itemReviewed": {"dateCreated": "2026-02-01"}}, "claimed",
         CalendarDate(date(2026, 2, 1))),
        ({"itemReviewed": [{"author": "Bob Ray"}]}, "claimant", "Bob Ray"),
        ({"itemReviewed": {"url": "http://a.example/1", "sameAs": ["https://a.example/2", "/3"]}},
         "appearances", ("https://a.example/2", "http://a.example/1")),
        ({"itemReviewed": {"appearance": {"@id": "https://a.example/4"}}}, "appearances",
         ("https://a.example/4",)),
    ],
)  # fmt: skip
def test_what_a_fact_check_says_may_stand_elsewhere(
    told: dict[str, object], name: str, expected: object
) -> None:
    nodes = all_nodes(declared(tree(page({**REVIEW, **told}))))
    (review,) = claim_reviews_in(nodes)
    assert getattr(review, name) == expected


def test_one_within_a_graph_counts_and_one_told_twice_counts_once() -> None:
    found = read_article(page({"@graph": [{"@type": "WebPage", "review": REVIEW}]}, [REVIEW]))
    assert len(found.claim_reviews) == 1


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "ClaimReview"},
        {"@type": "ClaimReview", "claimReviewed": ""},
        {"@type": "Review", "claimReviewed": "The bridge is old."},
        {"@type": "ClaimReview", "claimReviewed": {"x": 1}, "reviewRating": "5"},
    ],
)
def test_what_reviews_no_claim_is_none(node: object) -> None:
    assert read_article(page(node)).claim_reviews == ()


@needs(RECORDED)
def test_a_recorded_fact_check_is_found() -> None:
    (recorded,) = RECORDED.glob("page_*.html")
    (review,) = read_article(recorded.read_bytes()).claim_reviews
    assert review.claim
    assert review.rating or review.score
    assert review.reviewer
