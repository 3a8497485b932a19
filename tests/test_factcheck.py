"""The fact checks of others: on pages that declare them, and found by a search with a key."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from asking import asking, readings, refusal, shown
from claimtrack_factcheck import FactChecks, GoogleFactChecks
from claimtrack_factcheck.denials import denies
from claimtrack_factcheck.ratings import rating
from shared import SHARED, needs

from claimtrack import ClaimReview, Follow, Measure, Page, PluginError, Reading, Unreadable
from claimtrack.sources import load_sources

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages" / "factcheck"
RECORDINGS = SHARED / "pages" / "claimreview"
CHECKS = "https://courier.example/checks"
SERVICE = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
COAST = {"subject": ("coast",), "by": ("league",), "says": ("holds",)}
recorded = needs(RECORDINGS)


def checks() -> Page:
    return shown((PAGES / "checks.html").read_bytes(), CHECKS)


def search(content: bytes | None = None) -> Page:
    found = (PAGES / "search.json").read_bytes() if content is None else content
    (ask,) = GoogleFactChecks().asks((searched("state"),))
    return shown(found, ask.url, "application/json")


def on_page(kind: str, of: str | None = None, **options: Any) -> Measure:
    return asking("factcheck", kind, of, **{"url": CHECKS, **options})


def searched(kind: str, of: str | None = None, **options: Any) -> Measure:
    return asking("google-factcheck", kind, of, **{"query": "harbour of Westmark", **options})


# Verdicts


def test_what_a_claim_states_that_is_called_true_is_read_with_its_checker() -> None:
    """The one that is called false, with another figure, tells nothing."""
    (found,) = readings(FactChecks(), checks(), on_page("quantity", "share", reads=COAST))
    assert (found.value, found.attribution) == (Decimal("0.4"), "The Coast Courier")
    assert (str(found.as_of), found.as_of_basis) == ("2021-03-05", "carried")
    assert found.quote == "“The league holds 40 percent of the coast.”: True (The Coast Courier)"
    assert found.locator == "https://courier.example/checks/coast"
    assert str(found.published_at) == "2021-03-09 23:59:59.999999+00:00"


HARBOUR = {"about": ("harbour",), "when_true": "closed", "when_false": "open"}


def test_a_claim_that_is_called_false_tells_the_state_that_the_claim_file_says() -> None:
    found, _ = GoogleFactChecks().read(search(), (searched("state", **HARBOUR),))
    assert isinstance(found, Reading)
    assert (found.value, found.attribution) == ("open", "The Coast Courier")
    assert (str(found.as_of), found.as_of_basis) == ("2021-03-06", "stated")


def test_a_claim_that_denies_tells_neither_state() -> None:
    def found(claim: str, **options: Any) -> Any:
        text = json.dumps(
            {
                "claims": [
                    {
                        "text": claim,
                        "claimReview": [
                            {"textualRating": "False", "publisher": {"name": "Checks"}}
                        ],
                    }
                ]
            }
        )
        measure = searched("state", **{**HARBOUR, **options})
        (told,) = GoogleFactChecks().read(search(text.encode()), (measure,))
        return told.value if isinstance(told, Reading) else told.status

    assert found("The harbour was closed in May") == "open"
    assert found("The harbour was not closed in May") == "silent"
    assert found("The harbour was not closed in May", about=("harbour", "not closed")) == "open"
    twice = "Nobody says that the harbour was not closed"
    assert found(twice, about=("harbour", "not closed")) == "silent"


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour wasn’t closed", "The harbour never closed", "The harbour can't close",
        "The mayor denies that the harbour closed", "It is a myth that the harbour closed",
        "No ship was turned away when the harbour closed", "Der Hafen war nie geschlossen",
        "Der Hafen hat keine Schiffe", "Le port n’était pas fermé", "El puerto nunca se cerró",
        "O porto não foi fechado", "Il porto non è chiuso", "De haven was niet dicht",
        "Port nie był zamknięty", "Порт не закрывали", "Порту ніколи не закривали",
    ],
)  # fmt: skip
def test_denials_are_known_in_the_languages_of_the_ratings(claim: str) -> None:
    assert denies(claim, ("harbour",))


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour was closed in May", "Der Hafen war im Mai geschlossen", "Le port est fermé",
        "Nothing", "The nation notes the noise of the northern harbour", "Порт закрыли",
    ],
)  # fmt: skip
def test_what_denies_nothing_beyond_its_about_is_no_denial(claim: str) -> None:
    assert not denies(claim, ("nothing",))


def test_a_checkers_own_word_can_be_said_to_be_one_of_the_two() -> None:
    said = refusal(FactChecks(), checks(), on_page("state", **HARBOUR))
    assert said[0] == "silent"
    assert "Geppetto" in said[1]
    (found,) = readings(
        FactChecks(), checks(), on_page("state", **HARBOUR, ratings={"geppetto": "false"})
    )
    assert (found.value, str(found.as_of), found.as_of_basis) == ("open", "2021-03-09", "carried")


def declared(*nodes: Any) -> Page:
    """A page of the paper that declares *nodes* in JSON-LD."""
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes
    )
    body = f"<body><article><h1>Checked</h1><p>{'We looked at it. ' * 40}</p></article></body>"
    return shown(f"<html><head>{scripts}</head>{body}</html>", CHECKS)


def checked(**given: Any) -> dict[str, Any]:
    """A fact check as a page declares it; what is None is not declared."""
    whole = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": "2026-03-02",
        "claimReviewed": "The harbour was closed.",
        "author": {"@type": "Organization", "name": "The Courier"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
        "itemReviewed": {"@type": "Claim", "datePublished": "2026-03-01"},
    }
    return {key: value for key, value in (whole | given).items() if value is not None}


@pytest.mark.parametrize(
    ("node", "day"),
    [
        (checked(), "2026-03-01"),
        ({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, checked()]},
         "2026-03-01"),
        ([checked(), {"@type": "NewsArticle"}], "2026-03-01"),
        (checked(**{"@type": ["ClaimReview", "Review"]}), "2026-03-01"),
        (checked(author="The Courier"), "2026-03-01"),
        (checked(author=[{"@type": "Organization", "name": "The Courier"}]), "2026-03-01"),
        (checked(itemReviewed=None), "2026-03-02"),
        (checked(itemReviewed={"@type": "CreativeWork", "datePublished": ""}), "2026-03-02"),
        (checked(itemReviewed=None, datePublished=None), "None"),
        (checked(reviewRating={"ratingValue": "1", "worstRating": "1", "bestRating": "5"}),
         "2026-03-01"),
        (checked(reviewRating=[{"alternateName": "False"}, {"alternateName": "False"}]),
         "2026-03-01"),
    ],
)  # fmt: skip
def test_a_check_is_read_in_each_shape_that_pages_declare_it_in(node: Any, day: str) -> None:
    (found,) = readings(FactChecks(), declared(node), on_page("state", **HARBOUR))
    assert (found.value, found.attribution, str(found.as_of)) == ("open", "The Courier", day)


@pytest.mark.parametrize(
    "missing",
    [
        {"author": None},
        {"author": {"@type": "Organization"}},
        {"reviewRating": None},
        {"reviewRating": {"ratingValue": 1, "bestRating": 5}},
        {"reviewRating": [{"alternateName": "False"}, {"alternateName": "True"}]},
        {"reviewRating": {"ratingValue": "0", "bestRating": "0", "alternateName": "Satire"}},
    ],
)
def test_a_check_of_nobody_or_without_one_verdict_tells_nothing(missing: dict[str, Any]) -> None:
    page = declared(checked(**missing))
    status, reason = refusal(FactChecks(), page, on_page("state", **HARBOUR))
    assert (status, reason[:20]) == ("silent", "no verdict tells it:")


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ((), ("open", "The Courier", "2026-03-01")),
        (("claimDate",), ("open", "The Courier", "2026-03-02")),
        (("claimDate", "reviewDate"), ("open", "The Courier", "None")),
        (("name",), ("open", "courier.example", "2026-03-01")),
        (("publisher",), None),
        (("textualRating",), None),
        (("text",), None),
        (("claimReview",), None),
    ],
)
def test_an_answer_of_the_service_may_lack_what_it_says(
    without: tuple[str, ...], told: tuple[str, str, str] | None
) -> None:
    publisher = {"name": "The Courier", "site": "courier.example"}
    review = {"publisher": publisher, "reviewDate": "2026-03-02T10:00:00Z",
              "textualRating": "False", "languageCode": "en"}  # fmt: skip
    claim = {"text": "The harbour was closed.", "claimDate": "2026-03-01T00:00:00Z",
             "claimReview": [review]}  # fmt: skip
    for table in (publisher, review, claim):
        for name in without:
            table.pop(name, None)  # type: ignore[attr-defined]
    page, measure = search(json.dumps({"claims": [claim]}).encode()), searched("state", **HARBOUR)
    if told is None:
        assert refusal(GoogleFactChecks(), page, measure)[0] == "silent"
        return
    (found,) = readings(GoogleFactChecks(), page, measure)
    assert (found.value, found.attribution, str(found.as_of)) == told


def test_half_true_is_neither() -> None:
    options = {"about": ("base",), "when_true": "base", "when_false": "no_base"}
    status, reason = refusal(FactChecks(), checks(), on_page("state", **options))
    assert (status, "Half true" in reason) == ("silent", True)


def test_a_matter_that_nobody_checked_is_silent() -> None:
    options = {"about": ("lighthouse",), "when_true": "lit"}
    assert refusal(FactChecks(), checks(), on_page("state", **options)) == (
        "silent",
        "no fact check is about it",
    )


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ({"rating": "Pants on Fire!"}, "false"),
        ({"rating": " Correct. "}, "true"),
        ({"rating": "Falso"}, "false"),
        ({"rating": "Mostly true", "score": "5", "worst": "1", "best": "5"}, None),
        ({"rating": "Mostly false"}, None),
        ({"score": "1", "worst": "1", "best": "5"}, "false"),
        ({"score": "5.0", "worst": "1", "best": "5"}, "true"),
        ({"score": "3", "worst": "1", "best": "5"}, None),
        ({"score": "1", "worst": "1", "best": "1"}, None),
        ({"score": "NaN", "worst": "1", "best": "5"}, None),
        ({}, None),
    ],
)
def test_only_what_is_wholly_so_or_not_at_all_is_taken(
    given: dict[str, str], called: str | None
) -> None:
    assert rating(ClaimReview("It is so.", **given), {}) == called


def test_a_rating_that_contradicts_its_own_scale_is_refused() -> None:
    review = ClaimReview("It is so.", rating="False", score="5", worst="1", best="5")
    with pytest.raises(Unreadable, match="beside 5 of 5"):
        rating(review, {})


# The search


def test_the_key_is_sent_in_a_header_and_stands_in_no_address() -> None:
    (ask,) = GoogleFactChecks().asks((searched("state", **HARBOUR),))
    assert ask.url == f"{SERVICE}?query=harbour%20of%20Westmark&languageCode=en&pageSize=50"
    assert (ask.secret_env, ask.secret_header) == ("GOOGLE_FACT_CHECK_KEY", "X-Goog-Api-Key")


def test_the_next_page_is_asked_once_with_the_key() -> None:
    measure = searched("quantity", "share", reads=COAST)
    said = list(GoogleFactChecks().read(search(), (measure,)))
    (reading,) = [one for one in said if isinstance(one, Reading)]
    assert (reading.value, reading.attribution) == (Decimal("0.4"), "Checks")
    (follow,) = [one for one in said if isinstance(one, Follow)]
    assert follow.ask.url.endswith("&pageSize=50&pageToken=CAo%3D%26x")
    assert follow.ask.secret_header == "X-Goog-Api-Key"
    second = shown((PAGES / "search.json").read_bytes(), follow.ask.url, "application/json")
    assert not [
        one for one in GoogleFactChecks().read(second, (measure,)) if isinstance(one, Follow)
    ]


def test_a_search_that_found_nothing_is_silent() -> None:
    assert refusal(GoogleFactChecks(), search(b"{}"), searched("state", **HARBOUR)) == (
        "silent",
        "no fact check is about it",
    )


HOSTILE: tuple[Any, ...] = (
    [],
    "x",
    {"claims": 1},
    {"claims": [1]},
    {"claims": [{"text": "x", "claimReview": {}}]},
    {"items": []},
    {"error": {"code": 403, "message": "The caller does not have permission"}},
)


@pytest.mark.parametrize("given", HOSTILE)
def test_an_answer_of_another_shape_is_refused(given: Any) -> None:
    with pytest.raises(Unreadable):
        list(GoogleFactChecks().read(search(json.dumps(given).encode()), (searched("state"),)))


@pytest.mark.parametrize("length", range(0, 1200, 61))
def test_an_answer_that_is_cut_is_refused(length: int) -> None:
    cut = (PAGES / "search.json").read_bytes()[:length]
    with pytest.raises(Unreadable):
        list(GoogleFactChecks().read(search(cut), (searched("state", **HARBOUR),)))


# Pages


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<html><h1>A page</h1><p>It has words.</p></html>", "declares no fact check"),
        ("", "the page is empty"),
        ((ROOT / "tests/pages/walls/challenge/moment.html").read_text(), "a wall: challenge"),
    ],
)
def test_a_page_without_a_fact_check_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(Unreadable, match=complaint):
        list(FactChecks().read(shown(content, CHECKS), (on_page("state"),)))


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"when_false": "open"}, "about = [...] names it"),
        ({"ratings": {"Geppetto": "maybe"}}, "Invalid enum value 'maybe'"),
        ({"url": None}, "Expected `str`"),
    ],
)
def test_options_that_can_tell_nothing_are_refused(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(PluginError) as caught:
        FactChecks().options(on_page("state", **options))
    assert complaint in str(caught.value)


def test_a_search_for_nothing_is_refused() -> None:
    with pytest.raises(PluginError, match="query says what to look for"):
        GoogleFactChecks().options(searched("state", query=" "))


def test_explaining_lists_the_checks() -> None:
    lines = list(FactChecks().explain(checks(), on_page("state", **HARBOUR)))
    assert lines[0].startswith("left: “The league holds 40 percent of the coast.”: True")
    assert lines[2].startswith("read: ")
    assert lines[2].endswith("taken for None")


def test_they_come_in_by_the_door_for_plugins() -> None:
    found = load_sources()
    assert "GOOGLE_FACT_CHECK_KEY" in (found["google-factcheck"].describes.budget or "")
    assert found["factcheck"].gives_several


# On a recorded page


@recorded
def test_a_recorded_check_is_evidence_with_its_author() -> None:
    content = (RECORDINGS / "page_articleextra-9fba9b01f3.html").read_bytes()
    page = shown(content, "https://checks.example/oxygen")
    measure = on_page("state", when_true="sold", when_false="made_up", about=("oxygen",))
    (found,) = readings(FactChecks(), page, measure)
    assert (found.value, found.attribution) == ("sold", "News Nation Fact Check")
