"""Testimony: what a person says of a measure, made ready for the record like any page. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from claimtrack.answers import Given, answer
from claimtrack.claims import Citation, Document
from claimtrack.errors import BadValue
from claimtrack.measures import Measure
from claimtrack.observations import (
    Attempt,
    Description,
    Reading,
    Result,
    Snapshot,
    fact_id,
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
        return f"person:{self.by}"

    @property
    def fact(self) -> str:
        """The id of the fact it states."""
        return fact_id(self.source, self.reading)

    @property
    def description(self) -> Description:
        """The person as a source."""
        return Description(self.by, kind="person")

    @property
    def snapshot(self) -> Snapshot:
        """What was given, as kept: there is no page to keep."""
        said = {
            "measure": self.reading.measure,
            "value": str(self.reading.value),
            "as_of": None if self.reading.as_of is None else str(self.reading.as_of),
            "quote": self.reading.quote,
            "url": self.url,
            "by": self.by,
        }
        content = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
        return Snapshot.of(content, "application/json")

    def attempt(self, at: datetime) -> Attempt:
        """The attempt that saw it, as if the person were a page asked *at* that moment."""
        result = Result(self.reading.measure, "read", EXTRACTOR, (self.reading,))
        return Attempt(
            self.source,
            self.url or self.source,
            at,
            "fetched",
            snapshot=self.snapshot.sha256,
            results=(result,),
        )


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


def cited(document: Document, cite: Citation) -> Testimony:
    """That whoever wrote the claim file of *document* cites *cite*. Raises `BadValue`."""
    value = answer(document.measure(cite.measure), cite.value)
    reading = Reading(cite.measure, value, cite.as_of, quote=cite.quote or cite.value)
    return Testimony(reading, cite.by or document.author or document.id, cite.url)
