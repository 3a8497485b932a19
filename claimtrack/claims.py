"""Claims: the checkable statements of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from claimtrack.errors import UnknownName
from claimtrack.measures import Measure
from claimtrack.values import CalendarDate

ClaimType = Literal["quantity", "date", "quotation", "state", "event", "trend"]
Direction = Literal["up", "down"]
TrendRule = Literal["net", "share-of-days", "slope", "every-day"]
#: What it may be called when the evidence gives another state than the one that is asserted.
StateFinding = Literal["misattributed", "wrong_place", "wrong_instrument", "missing_context"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: the paragraph (0 is the title, the body counts from 1) and the
    sentences in it, counted from 1, ascending.
    """

    paragraph: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence that a person gave in the claim file. ``value`` is the text as written there."""

    measure: str
    value: str
    url: str | None = None
    quote: str | None = None
    as_of: CalendarDate | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is asserted of one measure: the whole of a claim, or one part of it.

    Which fields are set follows from ``type``: ``said`` (with ``means``, the author's own interval
    in base units, and ``because``) for quantities and dates, ``asserts`` and ``at_least`` for
    states and events, ``finding`` for states: what it is called when the evidence gives another;
    ``wording`` for quotations, ``direction``, ``window`` and ``rule`` for trends.
    """

    type: ClaimType
    measure: str
    said: str | None = None
    means: tuple[Decimal, Decimal] | None = None
    because: str | None = None
    asserts: str | None = None
    at_least: int = 1
    finding: StateFinding | None = None
    wording: str | None = None
    direction: Direction | None = None
    window: timedelta | None = None
    rule: TrendRule | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a claim, judged by itself."""

    name: str
    assertion: Assertion


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a document, named ``document/id``.

    Either ``assertion`` is set or ``parts`` is not empty, never both.
    ``as_of`` is the day it speaks of (None: the day the document was published), ``until`` the
    last day it claims to hold for, ``was`` earlier ids of the same claim. ``digest`` is that of its
    sentence, ``runs`` those of the long runs of words in it.
    """

    id: str
    document: str
    statement: str
    assertion: Assertion | None = None
    parts: tuple[Part, ...] = ()
    as_of: CalendarDate | None = None
    until: CalendarDate | None = None
    near: str | None = None
    place: Place | None = None
    digest: str | None = None
    runs: tuple[str, ...] = ()
    note: str | None = None
    was: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()

    @property
    def name(self) -> str:
        """Its full name, ``document/id``."""
        return f"{self.document}/{self.id}"

    @property
    def type(self) -> ClaimType:
        """The type of what it asserts; a claim in parts has the type of its first part."""
        return self.assertions[0].type

    @property
    def measure(self) -> str:
        """The id of the measure it rests on; of its first part, for a claim in parts."""
        return self.assertions[0].measure

    def past(self, published: CalendarDate | None) -> CalendarDate | None:
        """The past that it speaks of, in a text *published* then; None where it speaks of its own
        present.

        A single day before publication may well be the newest that was known when it was written; a
        month or a year that was over by then is a past.
        """
        if self.as_of is None or self.as_of.precision == "day" or published is None:
            return None
        return self.as_of if self.as_of.last < published.first else None

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """What it asserts, whole or part by part; never empty."""
        if self.assertion is not None:
            return (self.assertion,)
        return tuple(part.assertion for part in self.parts)

    @property
    def measures(self) -> tuple[str, ...]:
        """The ids of the measures it rests on, each once, in order."""
        return tuple(dict.fromkeys(assertion.measure for assertion in self.assertions))


@dataclass(frozen=True, slots=True)
class Document:
    """A published text and the claims it makes.

    ``base`` is the folder that relative paths in the claim file start from; None for a document
    that was not loaded from a file.
    """

    id: str
    title: str
    published: CalendarDate
    language: str = "en"
    author: str | None = None
    url: str | None = None
    claims: tuple[Claim, ...] = ()
    measures: tuple[Measure, ...] = ()
    base: str | None = None

    def claim(self, id: str) -> Claim:
        """The claim of that id. Raises `UnknownName`."""
        for claim in self.claims:
            if claim.id == id:
                return claim
        raise UnknownName("claim", id)

    def measures_of(self, claim: Claim) -> dict[str, Measure]:
        """The measures behind *claim*, by id: those it rests on, then those by which they are read
        besides, as far as the document has them. Raises `UnknownName`.
        """
        own = {id: self.measure(id) for id in claim.measures}
        besides = {id for measure in own.values() for id in measure.also} - own.keys()
        if not besides:
            return own
        return own | {each.id: each for each in self.measures if each.id in besides}

    def measure(self, id: str) -> Measure:
        """The measure of that id. Raises `UnknownName`."""
        for measure in self.measures:
            if measure.id == id:
                return measure
        raise UnknownName("measure", id)
