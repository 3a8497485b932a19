"""The fact checks of others: on the pages that declare them, and by Google's search.

    ask = [{ source = "factcheck", url = "https://...", about = ["coast"], when_false = "open" }]
    ask = [{ source = "google-factcheck", query = "league holds the coast" }]

Another checker's verdict is evidence with its author, never ours: what a claim that he calls true
states is a reading; of one that he calls false it is what the claim file says it tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar
from urllib.parse import quote, urlsplit

import msgspec

from claimtrack import (
    Ask,
    CalendarDate,
    ClaimReview,
    Description,
    Follow,
    Measure,
    Page,
    Reading,
    Refusal,
    Source,
    Unreadable,
    hookimpl,
    in_brief,
)
from claimtrack_factcheck.denials import denies
from claimtrack_factcheck.ratings import Rating, rating
from claimtrack_factcheck.searches import reviews_in

_SERVICE = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
_KEY_ENV = "GOOGLE_FACT_CHECK_KEY"
_KEY_HEADER = "X-Goog-Api-Key"


class _Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a claim file may say of fact checks.

    ``about`` keeps the reviews whose claim names every one of these words. ``when_true`` and
    ``when_false`` are the states of the measure that such a claim tells where the checker calls it
    true, or false; without them a claim that is called true is read for what it states, by the
    measure's own words, and one that is called false tells nothing. A claim that denies ("was not
    closed") tells neither state, unless ``about`` has the words of the denial. ``ratings`` says of
    a checker's own words which of the two they are: ``{ "Geppetto" = "false" }``.
    """

    about: tuple[str, ...] = ()
    when_true: str | None = None
    when_false: str | None = None
    ratings: dict[str, Rating] = {}

    def __post_init__(self) -> None:
        if (self.when_true or self.when_false) and not self.about:
            raise ValueError("a state is told by claims about something: about = [...] names it")


class PageOptions(_Options, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a claim file may say of a page that declares fact checks, ``url``."""

    url: str


class SearchOptions(_Options, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a claim file may say of a search: its ``query``, and the ``language`` of the reviews."""

    query: str
    language: str = "en"

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.query.strip():
            raise ValueError("query says what to look for")

    @property
    def url(self) -> str:
        """Where it is asked; the key is no part of it."""
        asked = f"query={quote(self.query)}&languageCode={quote(self.language)}&pageSize=50"
        return f"{_SERVICE}?{asked}"


class FactChecks(Source):
    """The fact checks that a page declares as its own (schema.org, ``ClaimReview``)."""

    name = "factcheck"
    version = "2"
    describes = Description(publisher="", budget="one page an update")
    Options: ClassVar[type[msgspec.Struct] | None] = PageOptions
    gives_several = True

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        """One ask for each address, whatever number of measures it answers."""
        for url, asked in self.by_address(measures).items():
            yield self._ask(url, asked)

    def _ask(self, url: str, measures: tuple[Measure, ...]) -> Ask:
        return Ask(url, measures)

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Reading | Refusal | Follow]:
        """What the checkers' verdicts tell of each measure."""
        reviews = self._reviews(page)
        for measure in measures:
            try:
                yield from list(_told(reviews, measure, self.options(measure)))
            except Unreadable as error:
                yield Refusal(measure.id, "unreadable", str(error))

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """Each fact check, whether it is about the matter, and what its rating is taken for."""
        options = self.options(measure)
        for review in self._reviews(page):
            kept = "read" if _is_about(review, options) else "left"
            if kept == "read" and _is_turned_round(review, options):
                kept = "left, for it denies"
            yield f"{kept}: {_quote(review)}, taken for {rating(review, options.ratings)}"

    def _reviews(self, page: Page) -> tuple[ClaimReview, ...]:
        from claimtrack import read_article

        article = read_article(page.text, url=page.url)
        if article.wall is not None:
            raise Unreadable(f"no fact check but a wall: {article.wall}")
        if not article.claim_reviews:
            raise Unreadable("the page declares no fact check (ClaimReview)")
        return article.claim_reviews


class GoogleFactChecks(FactChecks):
    """The fact checks that the Google Fact Check Tools API finds."""

    name = "google-factcheck"
    version = "2"
    describes = Description(
        publisher="Fact checkers, by Google Fact Check Tools",
        licence="the reviews' own; terms of the Google APIs",
        budget=f"two pages of 50 claims an update; needs a key in {_KEY_ENV}",
    )
    Options = SearchOptions

    def _ask(self, url: str, measures: tuple[Measure, ...]) -> Ask:
        return Ask(url, measures, secret_env=_KEY_ENV, secret_header=_KEY_HEADER)

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Reading | Refusal | Follow]:
        """What the found verdicts tell, and the next page of the search, once."""
        yield from super().read(page, measures)
        _, token = reviews_in(page)
        asked = urlsplit(page.asked_url or page.url)
        if token is not None and "pageToken=" not in asked.query:
            yield Follow(self._ask(f"{asked.geturl()}&pageToken={quote(token, safe='')}", measures))

    def _reviews(self, page: Page) -> tuple[ClaimReview, ...]:
        return reviews_in(page)[0]


def _told(
    reviews: Iterable[ClaimReview], measure: Measure, options: _Options
) -> Iterator[Reading | Refusal]:
    about = [review for review in reviews if _is_about(review, options)]
    readings = [reading for review in about for reading in _of(review, measure, options)]
    yield from readings
    if not readings:
        told = "; ".join(_quote(review) for review in about)[:300]
        reason = f"no verdict tells it: {told}" if about else "no fact check is about it"
        yield Refusal(measure.id, "silent", reason)


def _is_about(review: ClaimReview, options: _Options) -> bool:
    said = review.claim.casefold()
    return all(word.casefold() in said for word in options.about)


def _of(review: ClaimReview, measure: Measure, options: _Options) -> Iterator[Reading]:
    """What the verdict of *review* tells of *measure*; that of nobody tells nothing."""
    from claimtrack import read_statements

    if review.reviewer is None:
        return
    called = rating(review, options.ratings)
    states = {"true": options.when_true, "false": options.when_false}
    told = None if called is None else states[called]
    day, basis = _day(review)
    if told is not None:
        if _is_turned_round(review, options):
            return
        made = Reading(measure.id, told, as_of=day, as_of_basis=basis)
        yield _authored(made, review)
    elif called == "true" and not any(states.values()):
        for reading in read_statements(review.claim, (measure,), published=day, language="en"):
            yield _authored(reading, review)


def _is_turned_round(review: ClaimReview, options: _Options) -> bool:
    """Whether a state may be read the wrong way: that it "was not closed" is no open harbour."""
    has_states = options.when_true is not None or options.when_false is not None
    return has_states and denies(review.claim, options.about)


def _authored(reading: Reading, review: ClaimReview) -> Reading:
    at = review.published
    return replace(
        reading,
        quote=_quote(review),
        locator=review.url or "the page's own ClaimReview",
        attribution=review.reviewer,
        published_at=at if at is None or isinstance(at, datetime) else _end(at),
    )


def _end(day: CalendarDate) -> datetime:
    return datetime.combine(day.last, time.max, UTC)


def _day(review: ClaimReview) -> tuple[CalendarDate | None, Any]:
    """The day on which the claim was made, for which the verdict holds; else that of the review."""
    for at, basis in ((review.claimed, "stated"), (review.published, "carried")):
        if at is not None:
            return (CalendarDate(at.date()) if isinstance(at, datetime) else at), basis
    return None, "seen"


def _quote(review: ClaimReview) -> str:
    verdict = review.rating or f"{review.score} of {review.best}"
    return f"“{in_brief(review.claim)}”: {verdict} ({review.reviewer or 'nobody named'})"


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The source for a page with fact checks, and the one for Google's search."""
    return [FactChecks(), GoogleFactChecks()]
