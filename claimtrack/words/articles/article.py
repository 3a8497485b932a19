"""Article: what a page of the news says of itself, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from claimtrack.values import CalendarDate

#: A moment where the page gives one with its zone, kept as written; else only the day.
Time = datetime | CalendarDate

WallKind = Literal[
    "consent", "challenge", "paywall", "login", "soft_404", "unavailable", "empty_shell"
]


@dataclass(frozen=True, slots=True)
class Wall:
    """What stands in an article's place: its ``kind`` and the ``sign`` it was known by.

    ``is_sure`` where the page says so of itself, by a title or a line of its own, or is made as
    walls are; else some of its words say so, which may stand beside what somebody looks for.
    """

    kind: WallKind
    sign: str
    is_sure: bool = True

    def __str__(self) -> str:
        return f"{self.kind}: {self.sign}"


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """A fact check as its page declares it (schema.org, ``ClaimReview``).

    ``rating`` is the verdict in the reviewer's words, ``score`` its number with ``worst`` and
    ``best``, as written; ``appearances`` are addresses where the claim was made. None and empty
    where the page does not say.
    """

    claim: str
    rating: str | None = None
    score: str | None = None
    worst: str | None = None
    best: str | None = None
    reviewer: str | None = None
    claimant: str | None = None
    claimed: Time | None = None
    published: Time | None = None
    url: str | None = None
    appearances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A page of the news, read.

    ``published`` and ``modified`` are an aware datetime in the zone the page gives, a
    `CalendarDate` where it gives a day (or a time without a zone), None where it gives none.
    ``text`` is the main text, a paragraph or a row of a table a line. ``language`` is a tag such
    as ``en`` or ``pt-BR``. ``structured`` holds the objects that the page declares (JSON-LD and
    microdata) as they are written.

    With a ``wall`` the text is empty: what a wall says states nothing.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Time | None = None
    modified: Time | None = None
    text: str = ""
    language: str | None = None
    canonical_url: str | None = None
    structured: tuple[Mapping[str, Any], ...] = ()
    claim_reviews: tuple[ClaimReview, ...] = ()
    wall: Wall | None = None
