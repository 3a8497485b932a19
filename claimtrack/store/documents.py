"""Documents on record: their versions, the revisions of their claims and measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, overload

from sqlalchemy import Connection, bindparam, func, select

from claimtrack.claims import Claim, Document
from claimtrack.errors import UnknownName
from claimtrack.measures import Measure, Subscription
from claimtrack.names import counted, nearest
from claimtrack.store import forms, intake
from claimtrack.store.engine import Writing
from claimtrack.store.schema import AnyRow, UTCDateTime, claims, documents, measures


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that adding a document changed.

    ``name`` is the document's id, a claim's full name or ``document/measure``; ``before`` the
    claim's name until now, where it was ``renamed``.
    """

    kind: Literal["document", "claim", "measure"]
    name: str
    what: Literal["new", "changed", "renamed", "retired", "restored"]
    before: str | None = None

    def __str__(self) -> str:
        was = f" (was {self.before})" if self.before else ""
        return f"{self.what} {self.kind} {self.name}{was}"


@dataclass(frozen=True, slots=True)
class Changes(Sequence[Change]):
    """What adding a document changed, in order: the document, its measures, its claims; empty where
    it stood so already. ``str()`` says it in a line, and a line for each claim that is not new.
    """

    document: str
    changes: tuple[Change, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        return self.changes[index]

    def __len__(self) -> int:
        return len(self.changes)

    def __str__(self) -> str:
        counts = Counter((change.kind, change.what) for change in self.changes)
        said = [
            f"{kind if kind == 'document' else counted(number, kind)} {what}"
            for (kind, what), number in counts.items()
        ]
        told = [
            f"  {change}"
            for change in self.changes
            if change.kind == "claim" and change.what != "new"
        ]
        return "\n".join([f"{self.document}: {', '.join(said) or 'nothing changed'}", *told])


@dataclass(frozen=True, slots=True)
class Revision:
    """A claim as it stood on record from ``recorded_at`` on; ``claim`` is None where it was retired
    then. ``number`` counts from 1, through every name that the claim had.
    """

    name: str
    number: int
    recorded_at: datetime
    claim: Claim | None


# -- what stands --------------------------------------------------------------------------------

_known = bindparam("known", type_=UTCDateTime)


def _latest(table: Any, *group: Any) -> Any:
    """The newest row of each *group* that was on record by then."""
    newest = (
        select(func.max(table.c.id).label("id"))
        .where(table.c.recorded_at <= _known)
        .group_by(*group)
        .subquery()
    )
    return select(table).join(newest, newest.c.id == table.c.id).order_by(table.c.id)


_documents = _latest(documents, documents.c.document)
_claims = _latest(claims, claims.c.lineage)
_measures = _latest(measures, measures.c.document, measures.c.measure)
_revisions = select(claims).where(
    claims.c.lineage == bindparam("lineage"), claims.c.recorded_at <= _known
)
_revisions = _revisions.order_by(claims.c.id)
_named = (
    select(claims.c.lineage, claims.c.document, claims.c.claim)
    .where(claims.c.recorded_at <= _known)
    .order_by(claims.c.id)
)


def documents_on_record(connection: Connection, known: datetime) -> tuple[Document, ...]:
    """Every document with the claims and measures that stand, in the order of their claim files;
    documents in order of their ids.
    """
    at = {"known": known}
    stated: dict[str, dict[str, Claim]] = {}
    for row in connection.execute(_claims, at):
        if row.body is not None:
            stated.setdefault(row.document, {})[row.claim] = forms.read(row.body, Claim)
    asked: dict[str, dict[str, Measure]] = {}
    for row in connection.execute(_measures, at):
        if row.body is not None:
            asked.setdefault(row.document, {})[row.measure] = forms.read(row.body, Measure)
    rows = sorted(connection.execute(_documents, at), key=lambda row: str(row.document))
    return tuple(
        _document(row.body, stated.get(row.document, {}), asked.get(row.document, {}))
        for row in rows
    )


def _document(body: str, stated: Mapping[str, Claim], asked: Mapping[str, Measure]) -> Document:
    version = forms.read(body, _Version)
    return replace(
        version.document,
        claims=tuple(stated[id] for id in version.claims),
        measures=tuple(asked[id] for id in version.measures),
    )


@dataclass(frozen=True, slots=True)
class _Version:
    """A document without its claims and measures, of which it keeps the order."""

    document: Document
    claims: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


def revisions_of(connection: Connection, lineage: int, known: datetime) -> tuple[Revision, ...]:
    """Every revision of a claim, the oldest first."""
    rows = connection.execute(_revisions, {"lineage": lineage, "known": known})
    return tuple(
        Revision(
            f"{row.document}/{row.claim}",
            row.revision,
            row.recorded_at,
            None if row.body is None else forms.read(row.body, Claim),
        )
        for row in rows
    )


def lineage_of(connection: Connection, name: str, known: datetime) -> int:
    """The claim that *name* means (``id`` or ``document/id``): one that stands under it, else one
    that once did. Raises `UnknownName`, also where two documents have a claim of that id.
    """
    at = {"known": known}
    newest = list(connection.execute(_claims, at))
    standing = [row for row in newest if row.body is not None]
    once = list(connection.execute(_named, at))
    for rows in (standing, newest, once):
        found = {row.lineage: f"{row.document}/{row.claim}" for row in rows if _is_named(row, name)}
        if len(found) == 1:
            return int(next(iter(found)))
        if found:
            raise UnknownName("claim", name, tuple(sorted(found.values())))
    raise UnknownName(
        "claim", name, nearest(name, [f"{row.document}/{row.claim}" for row in standing])
    )


def _is_named(row: AnyRow, name: str) -> bool:
    return name in {row.claim, f"{row.document}/{row.claim}"}


def merged_measures(found: Iterable[Document]) -> tuple[Measure, ...]:
    """Every measure of these documents once, by id: as the last of them defines it, asked of every
    source that any of them asks.
    """
    by_id: dict[str, list[Measure]] = {}
    for document in found:
        for measure in document.measures:
            by_id.setdefault(measure.id, []).append(measure)
    return tuple(
        same[0] if len(same) == 1 else replace(same[-1], subscriptions=united(same))
        for _, same in sorted(by_id.items())
    )


def united(same: Iterable[Measure]) -> tuple[Subscription, ...]:
    """What each of the *same* measures is asked of, once."""
    united: list[Subscription] = []
    for measure in same:
        united += [asked for asked in measure.subscriptions if asked not in united]
    return tuple(united)


# -- adding -------------------------------------------------------------------------------------

_last_document = (
    select(documents).where(documents.c.document == bindparam("document"))
    .order_by(documents.c.id.desc()).limit(1)
)  # fmt: skip
_all_claims = select(claims).where(claims.c.document == bindparam("document")).order_by(claims.c.id)
_all_measures = (
    select(measures).where(measures.c.document == bindparam("document")).order_by(measures.c.id)
)
_last_lineage = select(func.max(claims.c.lineage))


def add_document(batch: Writing, document: Document) -> tuple[Change, ...]:
    """Put *document* on record as it stands now, and what that changed; nothing where it stood so
    already. Raises `BadValue` for words that no database holds.
    """
    _check(document)
    return (
        *_add_version(batch, document),
        *_add_measures(batch, document),
        *_add_claims(batch, document),
    )


def _check(document: Document) -> None:
    intake.name("document", document.id)
    for claim in document.claims:
        intake.name("claim", claim.id)
    for measure in document.measures:
        intake.name("measure", measure.id)


def _add_version(batch: Writing, document: Document) -> list[Change]:
    order = _Version(
        replace(document, claims=(), measures=()),
        tuple(claim.id for claim in document.claims),
        tuple(measure.id for measure in document.measures),
    )
    body = forms.written(order)
    last = batch.connection.execute(_last_document, {"document": document.id}).one_or_none()
    if last is not None and last.body == body:
        return []
    version = 1 if last is None else last.version + 1
    batch.add(documents, [{"document": document.id, "version": version, "body": body}])
    return [Change("document", document.id, "new" if last is None else "changed")]


def _add_measures(batch: Writing, document: Document) -> list[Change]:
    rows = batch.connection.execute(_all_measures, {"document": document.id})
    last = {row.measure: row for row in rows}
    given = {measure.id: forms.written(measure) for measure in document.measures}
    dropped = {id: None for id, row in last.items() if id not in given and row.body is not None}
    changed = {
        id: body
        for id, body in {**given, **dropped}.items()
        if id not in last or last[id].body != body
    }
    batch.add(
        measures,
        [
            {"document": document.id, "measure": id, "body": body,
             "revision": last[id].revision + 1 if id in last else 1}
            for id, body in changed.items()
        ],
    )  # fmt: skip
    return [
        Change("measure", f"{document.id}/{id}", _what(last.get(id), body))
        for id, body in changed.items()
    ]


def _what(
    last: AnyRow | None, body: str | None
) -> Literal["new", "changed", "retired", "restored"]:
    if last is None:
        return "new"
    if body is None:
        return "retired"
    return "restored" if last.body is None else "changed"


def _add_claims(batch: Writing, document: Document) -> list[Change]:
    rows = list(batch.connection.execute(_all_claims, {"document": document.id}))
    last = {row.lineage: row for row in rows}
    lineages = _lineages(document, rows, last)
    next_lineage = (batch.connection.scalar(_last_lineage) or 0) + 1
    added: list[dict[str, Any]] = []
    changes: list[Change] = []
    for claim in document.claims:
        lineage = lineages.get(claim.id)
        before = None if lineage is None else last[lineage]
        body = forms.written(claim)
        if before is not None and before.body == body:
            continue
        if lineage is None:
            lineage, next_lineage = next_lineage, next_lineage + 1
        added.append(_revision(lineage, before, document.id, claim.id, body))
        changes.append(_claim_change(claim, before))
    for lineage, row in last.items():
        if row.body is not None and lineage not in lineages.values():
            added.append(_revision(lineage, row, document.id, row.claim, None))
            changes.append(Change("claim", f"{document.id}/{row.claim}", "retired"))
    batch.add(claims, added)
    return changes


def _lineages(
    document: Document, rows: Iterable[AnyRow], last: Mapping[int, AnyRow]
) -> dict[str, int]:
    """The lineage that each claim of *document* goes on with; a claim that starts one is absent.

    A claim goes on with its own name, else with a name in its ``was`` that no other claim of the
    document bears; a claim that stands comes before one that was retired.
    """
    by_name: dict[str, int] = {}
    for row in sorted(last.values(), key=lambda row: (row.body is not None, row.id)):
        by_name[row.claim] = row.lineage
    ids = {claim.id for claim in document.claims}
    found = {claim.id: by_name[claim.id] for claim in document.claims if claim.id in by_name}
    earlier = {row.claim: row.lineage for row in rows} | by_name
    for claim in document.claims:
        if claim.id not in found:
            for was in claim.was:
                if was in earlier and was not in ids and earlier[was] not in found.values():
                    found[claim.id] = earlier[was]
                    break
    return found


def _revision(
    lineage: int, before: AnyRow | None, document: str, claim: str, body: str | None
) -> dict[str, Any]:
    return {
        "lineage": lineage,
        "revision": 1 if before is None else before.revision + 1,
        "document": document,
        "claim": claim,
        "body": body,
    }


def _claim_change(claim: Claim, before: AnyRow | None) -> Change:
    if before is not None and before.claim != claim.id:
        return Change("claim", claim.name, "renamed", f"{before.document}/{before.claim}")
    return Change("claim", claim.name, _what(before, ""))
