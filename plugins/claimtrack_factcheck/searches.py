"""Searches: the fact checks in an answer of the Google Fact Check Tools API (``claims:search``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from claimtrack import BadDay, CalendarDate, ClaimReview, Page, Unreadable


def reviews_in(page: Page) -> tuple[tuple[ClaimReview, ...], str | None]:
    """The reviews that *page* found, and the mark of its next page; none and None where the search
    found nothing. Raises `Unreadable`.
    """
    given = page.json()
    if not isinstance(given, dict):
        raise Unreadable(f"expected an object with claims, found {type(given).__name__}")
    if "error" in given:
        raise Unreadable(f"the service answers with an error: {_told(given['error'])}")
    claims = given.get("claims", [])
    if set(given) - {"claims", "nextPageToken"} or not _are_objects(claims):
        raise Unreadable(f"expected claims, found {', '.join(map(str, given))[:200]}")
    token = given.get("nextPageToken")
    found = tuple(
        _review(claim, review)
        for claim in claims
        for review in _reviews(claim)
        if _text(claim, "text")
    )
    return found, token if isinstance(token, str) and token else None


def _told(error: Any) -> str:
    return f"{error.get('code')} {error.get('message')}"[:300] if isinstance(error, dict) else "?"


def _are_objects(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, dict) for one in given)


def _reviews(claim: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    given: list[Mapping[str, Any]] = claim.get("claimReview", [])
    if not _are_objects(given):
        raise Unreadable("a claim without a list of its reviews")
    return given


def _review(claim: Mapping[str, Any], review: Mapping[str, Any]) -> ClaimReview:
    publisher = review.get("publisher")
    by = publisher if isinstance(publisher, dict) else {}
    return ClaimReview(
        claim=_text(claim, "text") or "",
        rating=_text(review, "textualRating"),
        reviewer=_text(by, "name") or _text(by, "site"),
        claimant=_text(claim, "claimant"),
        claimed=_day(_text(claim, "claimDate")),
        published=_day(_text(review, "reviewDate")),
        url=_text(review, "url"),
    )


def _text(given: Mapping[str, Any], name: str) -> str | None:
    said = given.get(name)
    return said.strip() or None if isinstance(said, str) else None


def _day(text: str | None) -> CalendarDate | datetime | None:
    """The day that the service gives as its first moment; a moment with another hour as it is."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None or not (found.hour or found.minute or found.second):
            return CalendarDate(found.date())
    except ValueError:
        try:
            return CalendarDate.parse(text)
        except BadDay:
            return None
    return found
