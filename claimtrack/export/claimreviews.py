"""ClaimReview: standings as schema.org's JSON-LD, and what that form cannot say.

The types and their properties are those of https://schema.org/ClaimReview, Claim, Rating and
CreativeWork; what search engines ask for besides is named in Google's guide to the type ("Fact
Check (ClaimReview) structured data"). It has one rating where claimtrack has two verdicts and a
history, so whoever exports is told what was left behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claimtrack.accounts import Account
from claimtrack.claims import Document
from claimtrack.errors import BadValue
from claimtrack.export.elements import is_web
from claimtrack.judging.labels import Label, Status
from claimtrack.judging.verdicts import Standing
from claimtrack.observations import Observation

#: The labels that say where on the scale from false to true a claim lies; the others do not.
_RATINGS: dict[Label, int] = {"refuted": 1, "conflicting": 3, "borderline": 3, "supported": 5}
_BEST, _WORST = 5, 1
#: The rating in words, which is what readers are shown.
_NAMES: dict[Status, str] = {
    "current": "Right when written, and still right",
    "outdated": "Right when written, no longer right",
    "came_true": "Not right when written, right since",
    "never_held": "By the evidence found right neither when written nor now",
    "ended": "The time it spoke of is over",
    "timeless": "Settled",
    "unknown": "Cannot be told",
}
#: Of a past fact the label says more than that it is settled.
_SETTLED: dict[Label, str] = {
    "supported": "The evidence found bears it out",
    "refuted": "The evidence found says otherwise",
}
#: What is so now says more than that of the writing nothing is told for sure.
_ONLY_NOW: dict[Label, str] = {
    "supported": "Right now; whether it was when written cannot be told",
    "refuted": "By the evidence found not right now; whether it was when written cannot be told",
}
#: What was so when it was written says more than that of now nothing is told for sure.
_ONLY_THEN: dict[Label, str] = {
    "supported": "Right when written; whether it still is cannot be told",
    "refuted": "By the evidence found not right when written; whether it is now cannot be told",
}


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that is known of ``claim`` (its full name; empty for all of them) and that the
    exported form does not say.
    """

    claim: str
    what: str

    def __str__(self) -> str:
        return f"{self.claim}: {self.what}" if self.claim else self.what


@dataclass(frozen=True, slots=True)
class ClaimReviews:
    """JSON-LD, ready for a page (it holds no ``<``), and what was lost on the way to it."""

    text: str
    losses: tuple[Loss, ...]


def claim_reviews(
    accounts: Sequence[Account], *, publisher: str | None = None, url: str | None = None
) -> ClaimReviews:
    """*accounts* as ClaimReview: one each, but none for a claim that nothing is known about.
    *publisher* is the organisation that reviewed, *url* the page on which the reviews stand.
    Raises `BadValue` where *url* is no address of the web: whoever shows the reviews links to it.
    """
    if url is not None and not is_web(url):
        raise BadValue(
            f"{url!r}: the reviews stand at an address of http or https, with a host and without a"
            " password, such as https://checkers.example/text"
        )
    told = [account for account in accounts if _is_told(account)]
    graph = [_review(account, publisher, url) for account in told]
    document = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    for sign, escape in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(sign, escape)
    return ClaimReviews(text, tuple(_losses(accounts, publisher, url)))


def _is_told(account: Account) -> bool:
    return account.standing.now.label in _RATINGS or account.standing.then.label in _RATINGS


def _review(account: Account, publisher: str | None, url: str | None) -> dict[str, Any]:
    standing = account.standing
    return _given(
        {
            "@type": "ClaimReview",
            "@id": None if url is None else f"{url}#{account.claim.name}",
            "url": url,
            "datePublished": standing.now.at.isoformat(),
            "author": None if publisher is None else _organisation(publisher),
            "claimReviewed": account.claim.statement,
            "itemReviewed": _claim(account),
            "reviewRating": _rating(account),
            "reviewBody": account.told,
            "citation": [_citation(seen, account) for seen in account.evidence if _is_on_web(seen)],
        }
    )


def _given(properties: dict[str, Any]) -> dict[str, Any]:
    """*properties* that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, [])}


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _claim(account: Account) -> dict[str, Any]:
    document = account.document
    author = None if document.author is None else {"@type": "Person", "name": document.author}
    return _given(
        {
            "@type": "Claim",
            "author": author,
            "datePublished": str(document.published),
            "appearance": _work(document),
        }
    )


def _work(document: Document) -> dict[str, Any]:
    return _given(
        {
            "@type": "CreativeWork",
            "headline": document.title,
            "url": document.url,
            "datePublished": str(document.published),
            "inLanguage": document.language,
        }
    )


def _rating(account: Account) -> dict[str, Any]:
    standing = account.standing
    value = _RATINGS.get(standing.now.label)
    name = _name(standing)
    scale = {"ratingValue": value, "bestRating": _BEST, "worstRating": _WORST}
    return {"@type": "Rating", **(scale if value is not None else {}), "alternateName": name}


def _name(standing: Standing) -> str:
    name = _NAMES[standing.status]
    if standing.status == "timeless":
        return _SETTLED.get(standing.now.label, name)
    if standing.status in {"current", "unknown"} and standing.then.label != "supported":
        return _ONLY_NOW.get(standing.now.label, _only_then(standing) or name)
    return _only_then(standing) or name


def _only_then(standing: Standing) -> str | None:
    """What is told of the writing, where of now nothing is."""
    is_open = standing.status == "unknown" and standing.now.label == "not_enough_evidence"
    return _ONLY_THEN.get(standing.then.label) if is_open else None


def _is_on_web(seen: Observation) -> bool:
    return seen.url is not None and is_web(seen.url)


def _citation(seen: Observation, account: Account) -> dict[str, Any]:
    who, is_pointed_to = account.publisher_of(seen), account.is_word_of_a_person(seen)
    return _given(
        {
            "@type": "CreativeWork",
            "url": seen.url,
            # Of what a person points to, nobody looked up who publishes it. `sdPublisher` is who
            # made the markup, and `contributor` who helped with the work: neither is who points to
            # it, and so words say it, which every type may have.
            "description": f"Pointed to by {who}; the page was not read" if is_pointed_to else None,
            "publisher": None if is_pointed_to else _organisation(who),
            "temporalCoverage": str(seen.as_of),
            "text": seen.short_quote or None,
        }
    )


def _losses(accounts: Sequence[Account], publisher: str | None, url: str | None) -> Iterator[Loss]:
    yield Loss("", "the digests of the pages, and when each was known")
    if publisher is None:
        yield Loss("", "no publisher was named: search engines want the author of a review")
    if url is None:
        yield Loss("", "no address was named: search engines want that of the review")
    for document in {account.document.id: account.document for account in accounts}.values():
        if document.url is None:
            yield Loss(document.id, "its address is not known, so the claims appear in no page")
        if document.author is None:
            yield Loss(document.id, "its author is not known, so the claims have none")
    for account in accounts:
        name = account.claim.name
        yield from (Loss(name, what) for what in _unsaid(account))


def _unsaid(account: Account) -> Iterable[str]:
    standing, now = account.standing, account.standing.now
    if not _is_told(account):
        return ["left out: nothing is known about it"]
    told = [f"the rating is that of {now.at}; when it was written it was {standing.then.label}"]
    if now.label not in _RATINGS:
        told.append(f"{now.label} has no place on a scale from {_WORST} to {_BEST}: words alone")
    if now.label in {"borderline", "conflicting"}:
        told.append(f"{now.label} shows as the middle of the scale")
    if account.transitions:
        told.append(f"the days on which it changed: {len(account.transitions)}")
    if now.parts:
        told.append(f"the verdicts of its {len(now.parts)} parts")
    if len(now.readings) > 1:
        told.append(f"its {len(now.readings)} readings")
    told += [f"the finding {finding.name}" for finding in now.findings]
    nowhere = sum(not _is_on_web(seen) for seen in account.evidence)
    if nowhere:
        told.append(f"its evidence without an address on the web: {nowhere}")
    pointed = sum(_is_on_web(one) and account.is_word_of_a_person(one) for one in account.evidence)
    if pointed:
        told.append(f"its evidence that a person pointed to and no page was read for: {pointed}")
    if account.reviews:
        told.append(f"what {account.reviews[-1].by} said of it: {account.reviews[-1].status}")
    return told
