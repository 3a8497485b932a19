"""The document of a claim file: what the rest of claimtrack works with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from os import PathLike
from pathlib import Path as FilePath

from claimtrack.claimfile.asks import Schemas
from claimtrack.claimfile.check import checked
from claimtrack.claimfile.shape import (
    AskTable,
    CitationTable,
    ClaimTable,
    DocumentTable,
    MeasureTable,
    PartTable,
    PlaceTable,
    ReadsTable,
)
from claimtrack.claimfile.tables import Table
from claimtrack.claims import Assertion, Citation, Claim, ClaimType, Document, Part, Place
from claimtrack.errors import ClaimFileError
from claimtrack.measures import Kind, Measure, Reads, State, Subscription, frozen
from claimtrack.values import CalendarDate, calendar_date, decimal, decimal_text, duration


def load_document(path: str | PathLike[str], *, schemas: Schemas = None) -> Document:
    """The document of the claim file at *path*, with its claims and measures in the file's order.

    *schemas* are the sources' options by source name, as `claimtrack.sources.Sources.options` gives
    them; None leaves the sources unchecked. Raises `ClaimFileError` with every mistake at once.
    """
    file = checked(FilePath(path), schemas)
    if file.mistakes or file.tables is None or file.tables.made is None:
        raise ClaimFileError(file.mistakes)
    made = file.tables.made
    base = str(FilePath(path).absolute().parent)
    kinds = {id: measure.kind for id, measure in made.measure.items()}
    asked = {id: table.tables("ask") for id, table in file.tables.named("measure").items()}
    return Document(
        id=made.document.id,
        title=made.document.title,
        published=calendar_date(made.document.published),
        language=made.document.language,
        author=made.document.author,
        url=made.document.url,
        claims=tuple(_claim(claim, made.document, kinds) for claim in made.claim),
        measures=tuple(
            _measure(id, made.measure[id], asked[id], made.reads.get(id), base)
            for id in made.measure
        ),
        base=base,
    )


def _measure(
    id: str,
    given: MeasureTable,
    asks: tuple[Table[AskTable], ...],
    reads: ReadsTable | None,
    base: str,
) -> Measure:
    return Measure(
        id=id,
        asks=given.asks,
        kind=given.kind,
        unit=given.unit,
        scope=given.scope,
        states=tuple(
            State(name, tuple(words), (given.called or {}).get(name))
            for name, words in (given.states or {}).items()
        ),
        what=given.what,
        where=given.where,
        speaker=given.speaker,
        occasion=given.occasion,
        stale_after=_duration(given.stale_after),
        settled=_day(given.settled),
        subscriptions=tuple(
            _subscription(ask, table, base) for ask, table in zip(given.ask, asks, strict=True)
        ),
        also=tuple(given.also),
        reads=None if reads is None else _reads(reads),
    )


def _reads(given: ReadsTable) -> Reads:
    return Reads(
        subject=_words(given.subject),
        says=_words(given.says),
        of=_words(given.of),
        by=_words(given.by),
        other=_words(given.other),
        needs=_words(given.needs),
        never=_words(given.never),
        since=_day(given.since),
    )


def _words(given: str | list[str] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def _subscription(ask: AskTable, table: Table[AskTable], base: str) -> Subscription:
    return Subscription(
        source=ask.source,
        name=ask.name or ask.source,
        publisher=ask.publisher,
        kind=ask.kind,
        party=ask.party,
        every=_duration(ask.every),
        options=tuple((name, frozen(value)) for name, value in sorted(table.extras.items())),
        base=base,
        standby=ask.standby,
    )


def _claim(given: ClaimTable, document: DocumentTable, kinds: Mapping[str, Kind]) -> Claim:
    parts = tuple(
        Part(name, _assertion(part, part.measure, kinds))
        for name, part in (given.parts or {}).items()
    )
    whole = None if given.measure is None else _assertion(given, given.measure, kinds)
    measure = (whole or parts[0].assertion).measure
    return Claim(
        id=given.id,
        document=document.id,
        statement=given.statement,
        assertion=whole,
        parts=parts,
        as_of=_day(given.as_of),
        until=_day(given.until),
        near=given.near,
        place=None if given.place is None else _place(given.place),
        digest=given.digest,
        runs=tuple((given.runs or "").split()),
        note=given.note,
        was=tuple(given.was),
        cites=tuple(
            _citation(cited, _cited_measure(cited, given, measure)) for cited in given.cites
        ),
    )


def _assertion(given: ClaimTable | PartTable, measure: str, kinds: Mapping[str, Kind]) -> Assertion:
    type: ClaimType = given.type or kinds[measure]
    return Assertion(
        type=type,
        measure=measure,
        said=given.said,
        means=None if given.means is None else (decimal(given.means[0]), decimal(given.means[1])),
        because=given.because,
        asserts=given.asserts,
        at_least=given.at_least,
        finding=given.finding,
        wording=given.wording,
        direction=given.direction,
        window=_duration(given.window),
        rule=(given.rule or "net") if type == "trend" else None,
    )


def _place(given: PlaceTable) -> Place:
    sentences = given.sentences if given.sentence is None else [given.sentence]
    return Place(given.paragraph, tuple(sentences or ()))


def _cited_measure(given: CitationTable, claim: ClaimTable, measure: str) -> str:
    """The measure that is answered: the one named, that of the part named, else the claim's own."""
    if given.part is not None:
        return (claim.parts or {})[given.part].measure
    return given.measure or measure


def _citation(given: CitationTable, measure: str) -> Citation:
    value = given.value
    return Citation(
        measure=measure,
        value=value if isinstance(value, str) else decimal_text(decimal(value)),
        url=given.url,
        quote=given.quote,
        as_of=_day(given.as_of),
        by=given.by,
    )


def _day(given: str | None) -> CalendarDate | None:
    return None if given is None else calendar_date(given)


def _duration(given: str | None) -> timedelta | None:
    return None if given is None else duration(given)
