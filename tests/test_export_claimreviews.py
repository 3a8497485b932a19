"""ClaimReview: valid JSON-LD of schema.org, and a word on all that it cannot say."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from replaying import Replay

import claimtrack
from claimtrack.errors import BadValue
from claimtrack.export import ClaimReviews, claim_reviews

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLAIMS = """
[document]
id = "text"
title = "A </script> text"
published = "2025-06"
author = "A. Writer"
url = "https://paper.example/text"

[measure."held"]
asks = "What share is held?"
kind = "quantity"
unit = "share"
stale_after = "400d"

[measure."lost"]
asks = "What share is lost?"
kind = "quantity"
unit = "share"

[[claim]]
id = "a-fifth"
measure = "held"
statement = "A fifth is held."
said = "a fifth"

[[claim]]
id = "a-third"
measure = "lost"
statement = "A third is lost."
said = "a third"
"""
#: The properties of each type, its own and those it inherits, as far as they are used
#: (https://schema.org/ClaimReview, /Claim, /CreativeWork, /Rating, /Organization, /Person).
PROPERTIES = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "reviewRating", "reviewBody", "author", "url",
                    "datePublished", "citation"},
    "Claim": {"author", "datePublished", "appearance"},
    "CreativeWork": {"headline", "url", "datePublished", "inLanguage", "publisher",
                     "temporalCoverage", "text", "description"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName"},
    "Organization": {"name"},
    "Person": {"name"},
}  # fmt: skip


FELL = ((0.2, "2025-06-01"), (0.3, "2026-02-01"))


def exported(
    folder: Path,
    figures: tuple[tuple[float, str], ...] = FELL,
    *,
    claims: str = CLAIMS,
    **given: str,
) -> ClaimReviews:
    (folder / "claims.toml").write_text(claims)
    with claimtrack.open(folder / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(folder / "claims.toml")
        for value, day in figures:
            tracker.observe(
                "held", value, as_of=day, by="The Editor", url="https://map.example/held"
            )
        return claim_reviews(tracker.accounts(), **given)


def strangers(node: Any) -> list[str]:
    """Each property that its type does not have."""
    if isinstance(node, list):
        return [found for each in node for found in strangers(each)]
    if not isinstance(node, dict):
        return []
    known = PROPERTIES.get(node.get("@type", ""), {"@context", "@graph"}) | {"@type", "@id"}
    own = [f"{node.get('@type')}.{name}" for name in node if name not in known]
    return own + [found for each in node.values() for found in strangers(each)]


def test_every_type_has_only_properties_of_its_own(tmp_path: Path) -> None:
    made = exported(tmp_path, publisher="The Checkers", url="https://checkers.example/text")

    assert strangers(json.loads(made.text)) == []


def test_a_claim_that_fell_is_rated_by_now_and_says_that_it_was_right(tmp_path: Path) -> None:
    made = exported(tmp_path, publisher="The Checkers", url="https://checkers.example/text")
    (review,) = json.loads(made.text)["@graph"]

    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Right when written, no longer right",
    }
    assert review["claimReviewed"] == "A fifth is held."
    assert review["itemReviewed"]["appearance"]["url"] == "https://paper.example/text"
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "A. Writer"}
    assert review["citation"][0]["url"] == "https://map.example/held"
    assert "publisher" not in review["citation"][0]  # a person points to it, and nobody looked
    assert "since a day between 2 June 2025 and 1 February 2026" in review["reviewBody"]


@pytest.mark.parametrize(
    ("held", "rating", "name"),
    [
        (0.2, 5, "Right now; whether it was when written cannot be told"),
        (0.3, 1, "By the evidence found not right now; whether it was when written cannot be told"),
    ],
)
def test_what_is_known_of_now_alone_is_said_of_now_alone(
    tmp_path: Path, held: float, rating: int, name: str
) -> None:
    (review,) = json.loads(exported(tmp_path, ((held, "2026-02-01"),)).text)["@graph"]
    told = review["reviewRating"]
    assert (told["ratingValue"], told["alternateName"]) == (rating, name)


@pytest.mark.parametrize(
    ("held", "name"),
    [
        (0.2, "Right when written; whether it still is cannot be told"),
        (
            0.3,
            "By the evidence found not right when written; whether it is now cannot be told",
        ),
    ],
)
def test_what_is_known_of_the_writing_alone_is_said_of_it_alone(
    tmp_path: Path, held: float, name: str
) -> None:
    stale = CLAIMS.replace('stale_after = "400d"', 'stale_after = "30d"')
    made = exported(tmp_path, ((held, "2025-06-20"),), claims=stale)
    (review,) = json.loads(made.text)["@graph"]
    assert "ratingValue" not in review["reviewRating"]
    assert review["reviewRating"]["alternateName"] == name


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a@b.example/", None])
def test_evidence_is_cited_by_addresses_of_the_web_alone(tmp_path: Path, url: str | None) -> None:
    (tmp_path / "claims.toml").write_text(CLAIMS)
    with claimtrack.open(tmp_path / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(tmp_path / "claims.toml")
        tracker.observe("held", 0.2, as_of="2026-02-01", by="<script>x</script>", url=url)
        made = claim_reviews(tracker.accounts())
    (review,) = json.loads(made.text)["@graph"]
    assert "citation" not in review
    assert [loss.what for loss in made.losses if "address on the web" in loss.what] == [
        "its evidence without an address on the web: 1"
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://", "http://a:b@c.example/", "text"]
)
def test_reviews_stand_at_an_address_of_the_web(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadValue, match="http or https") as raised:
        exported(tmp_path, url=url)
    assert repr(url) in str(raised.value)


CITED = """
cites = [
  { url = "https://map.example/lost", value = 0.33, as_of = 2026-02-01, by = "The Editors" },
]
"""
ASKED = """stale_after = "400d"
ask = [
  {source = "series", url = "https://map.example/", day = "day", value = "held", publisher = "Us" },
]
"""


def test_what_a_person_points_to_is_told_from_a_page_that_was_read(tmp_path: Path) -> None:
    claims = CLAIMS.replace('stale_after = "400d"\n', ASKED) + CITED
    (tmp_path / "claims.toml").write_text(claims)
    answers = Replay({"https://map.example/": (b"day,held\n2026-02-01,0.2\n", "text/csv")})
    with claimtrack.open(tmp_path / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(tmp_path / "claims.toml")
        tracker.update(transport=answers)
        made = claim_reviews(tracker.accounts())
    read, pointed_to = (one["citation"][0] for one in json.loads(made.text)["@graph"])
    assert read["publisher"] == {"@type": "Organization", "name": "Us"}
    assert "description" not in read
    assert pointed_to == {
        "@type": "CreativeWork",
        "url": "https://map.example/lost",
        "description": "Pointed to by The Editors; the page was not read",
        "temporalCoverage": "2026-02-01",
    }
    losses = [str(loss) for loss in made.losses if "person" in str(loss)]
    told = "its evidence that a person pointed to and no page was read for: 1"
    assert losses == [f"text/a-third: {told}"]


def test_what_is_lost_is_said(tmp_path: Path) -> None:
    losses = [str(loss) for loss in exported(tmp_path).losses]

    assert "text/a-third: left out: nothing is known about it" in losses
    assert "text/a-fifth: the days on which it changed: 2" in losses
    assert (
        "text/a-fifth: the rating is that of 2026-03-01; when it was written it was supported"
        in (losses)
    )
    assert any("no publisher was named" in loss for loss in losses)
    assert any("no address was named" in loss for loss in losses)


def test_it_can_stand_in_a_page(tmp_path: Path) -> None:
    made = exported(tmp_path)

    assert "<" not in made.text
    assert "A </script> text" in json.dumps(json.loads(made.text))
