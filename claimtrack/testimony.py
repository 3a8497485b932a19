"""Testimony: what a person says of a measure, made ready for the record like any page. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from claimtrack.answers import Given, answer
from claimtrack.claims import Citation, Claim, Document
from claimtrack.errors import BadValue
from claimtrack.measures import Measure
from claimtrack.observations import (
    Attempt,
    Description,
    Reading,
    Result,
    Snapshot,
    fact_id,
    person_source,
)
from claimtrack.values import CalendarDate

EXTRACTOR = "person@1"


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one person says: the reading, who says it, and where it can be read."""

    reading: Reading
    by: str
    url: str | None = None

    @property
    def source(self) -> str:
        """The name of the person as a source on record."""
        return person_source(self.by)

    @property
    def fact(self) -> str:
        """The id of the fact it states."""
        return fact_id(self.source, self.reading)

    @property
    def description(self) -> Description:
        """The person as a source."""
        return Description(self.by, kind="person")

    @property
    def matter(self) -> tuple[str, str, CalendarDate | None]:
        """Who speaks of which measure and day: of that a person has one word, the last."""
        return (self.source, self.reading.measure, self.reading.as_of)

    @property
    def content(self) -> Mapping[str, object]:
        """What was given, as it is kept."""
        kept = {
            "measure": self.reading.measure,
            "value": str(self.reading.value),
            "as_of": None if self.reading.as_of is None else str(self.reading.as_of),
            "quote": self.reading.quote,
            "url": self.url,
            "by": self.by,
        }
        return kept | {"withdrawn": True} if self.reading.withdrawn else kept

    def withdrawn(self) -> Testimony:
        """That the person says so no more."""
        return replace(self, reading=replace(self.reading, withdrawn=True))


@dataclass(frozen=True, slots=True)
class Deposition:
    """What one person says in one breath of one measure and day, and where it can be read."""

    said: tuple[Testimony, ...]

    @property
    def source(self) -> str:
        """The name of the person as a source on record."""
        return self.said[0].source

    @property
    def measure(self) -> str:
        """The measure that is spoken of."""
        return self.said[0].reading.measure

    @property
    def description(self) -> Description:
        """The person as a source."""
        return self.said[0].description

    @property
    def snapshot(self) -> Snapshot:
        """What was given, as kept: there is no page to keep."""
        given = [each.content for each in self.said]
        kept = given[0] if len(given) == 1 else given
        content = json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()
        return Snapshot.of(content, "application/json")

    def attempt(self, at: datetime) -> Attempt:
        """The attempt that saw it, as if the person were a page asked *at* that moment."""
        readings = tuple(each.reading for each in self.said)
        return Attempt(
            self.source,
            self.said[0].url or self.source,
            at,
            "fetched",
            snapshot=self.snapshot.sha256,
            results=(Result(self.measure, "read", EXTRACTOR, readings),),
        )


def depositions(said: Iterable[Testimony]) -> tuple[Deposition, ...]:
    """*said*, that of one person, place, measure and day together, in order."""
    together: dict[tuple[object, ...], dict[str, Testimony]] = {}
    for each in said:
        together.setdefault((*each.matter, each.url), {})[each.fact] = each
    return tuple(Deposition(tuple(each.values())) for each in together.values())


def observed(
    measure: Measure,
    given: Given,
    *,
    as_of: CalendarDate,
    by: str,
    url: str | None = None,
    quote: str | None = None,
) -> Testimony:
    """That the person *by* says *given* of *measure*. Raises `BadValue`."""
    if not by.strip():
        raise BadValue("a person who says something has a name: 'by' is empty")
    quoted = str(given) if quote is None else quote
    return Testimony(Reading(measure.id, answer(measure, given), as_of, quote=quoted), by, url)


def cited(document: Document, claim: Claim, cite: Citation) -> Testimony:
    """That whoever wrote the claim file of *document* cites *cite* for *claim*. Raises `BadValue`.

    What has no day of its own is of the time that the claim speaks of, as far as that had come when
    the document was published.
    """
    value = answer(document.measure(cite.measure), cite.value)
    spoken_of = claim.as_of or document.published
    if spoken_of.first > document.published.last:
        spoken_of = document.published
    reading = Reading(
        cite.measure,
        value,
        cite.as_of or spoken_of,
        as_of_basis="stated" if cite.as_of else "carried",
        # The value is the person's own word; beside an address it would pass for the page's.
        quote=cite.quote or ("" if cite.url else cite.value),
    )
    return Testimony(reading, cite.by or document.author or document.id, cite.url)


def citations(documents: Iterable[Document]) -> tuple[Testimony, ...]:
    """Everything that the claim files of *documents* cite. Raises `BadValue`."""
    return tuple(
        cited(document, claim, cite)
        for document in documents
        for claim in document.claims
        for cite in claim.cites
    )


def to_say(
    before: Iterable[Testimony],
    now: Iterable[Testimony],
    is_recorded: Callable[[Testimony], bool],
    stands: Callable[[Testimony], bool],
) -> tuple[Testimony, ...]:
    """What has to be said for the record to hold what is cited *now*, where it held what was cited
    *before*: what is new, what is no longer cited as withdrawn, and of each matter that this
    touches all that still stands, so that the new word does not pass for a correction of it.
    """
    old, new = {each.fact: each for each in before}, list(now)
    facts = {each.fact for each in new}
    dropped = [each for fact, each in old.items() if fact not in facts and stands(each)]
    added = [
        each for each in new if not is_recorded(each) or (each.fact not in old and not stands(each))
    ]
    touched = {each.matter for each in (*dropped, *added)}
    still = [each for each in new if each.matter in touched]
    spoken = {each.matter for each in still}
    # A matter that has another word now is superseded by it; nothing is left to take back.
    return (*still, *(each.withdrawn() for each in dropped if each.matter not in spoken))
