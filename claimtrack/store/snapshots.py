"""Snapshots on record, and the one exception to "never": destroying one."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    bindparam,
    func,
    null,
    select,
    update,
)

from claimtrack.errors import BadValue, Redacted, UnknownName
from claimtrack.inflating import inflated
from claimtrack.observations import Snapshot, is_person
from claimtrack.store import intake
from claimtrack.store.engine import Writing
from claimtrack.store.queries import Query
from claimtrack.store.schema import facts, passages, redactions, sightings, snapshots, views

_sha256: BindParameter[str] = bindparam("named")
_snapshot = select(snapshots).where(snapshots.c.sha256 == _sha256)
#: A head of what is packed is in as many bytes of it, and in those that a member begins with.
_MOST_BEFORE = 1_024
_stands = (
    snapshots.c.sha256.in_(bindparam("keys", expanding=True)),
    snapshots.c.content.is_not(None),
)
_head_of = func.substr(snapshots.c.content, 1, bindparam("most", type_=Integer))
_heads = Query(
    select(snapshots.c.sha256, _head_of.label("head"), snapshots.c.coding, snapshots.c.size).where(
        *_stands
    ),
    keys="keys",
)
_contents = Query(
    select(snapshots.c.sha256, snapshots.c.content, snapshots.c.coding, snapshots.c.size).where(
        *_stands
    ),
    keys="keys",
)
_redaction = select(redactions).where(redactions.c.snapshot == _sha256)
_view = select(views.c.id).where(views.c.snapshot == _sha256).limit(1)
#: What is kept of a fact: of a page, or of what a person gave.
_kept_of = (
    select(views.c.snapshot, facts.c.source)
    .join(sightings, sightings.c.view == views.c.id)
    .join(passages, passages.c.id == sightings.c.passage)
    .join(facts, facts.c.id == passages.c.fact)
    .where(facts.c.digest == _sha256)
    .distinct()
)
_destroy = update(snapshots).where(snapshots.c.sha256 == _sha256).values(content=None)
_shown_there = (
    select(sightings.c.passage)
    .join(views, views.c.id == sightings.c.view)
    .where(views.c.snapshot == _sha256)
)
#: A page that shows the passage and stands. It is found by way of the fact's measure: sightings
#: are too many to have an index by passage for the sake of a redaction.
_stands_elsewhere = (
    select(views.c.id)
    .join(facts, (views.c.measure == facts.c.measure) & (views.c.source == facts.c.source))
    .join(
        sightings,
        (sightings.c.view == views.c.id)
        & (sightings.c.dated == facts.c.as_of.is_not(None))
        & (sightings.c.passage == passages.c.id),
    )
    .where(
        facts.c.id == passages.c.fact,
        views.c.snapshot.not_in(select(redactions.c.snapshot)),
    )
    .correlate(passages)
    .exists()
)
_unquote = (
    update(passages)
    .where(passages.c.id.in_(_shown_there), passages.c.quote.is_not(None), ~_stands_elsewhere)
    .values(quote=null())
)


def snapshot(connection: Connection, sha256: str) -> Snapshot:
    """The snapshot of that digest. Raises `UnknownName`, and `Redacted` where it was destroyed."""
    row = connection.execute(_snapshot, {"named": sha256}).one_or_none()
    if row is None:
        raise UnknownName("snapshot", sha256)
    if row.content is None:
        redaction = connection.execute(_redaction, {"named": sha256}).one()
        raise Redacted(sha256, redaction.reason, redaction.recorded_at)
    return Snapshot(row.sha256, _plain(row.content, row.coding, row.size), row.media_type)


def heads(connection: Connection, named: Iterable[str], size: int) -> dict[str, bytes]:
    """The first *size* bytes of each snapshot of those digests that stands."""
    most = size + _MOST_BEFORE
    return {
        sha256: _plain(head, coding, min(size, whole))
        for sha256, head, coding, whole in _heads.rows(connection, named, most=most)
    }


def contents(connection: Connection, named: Iterable[str]) -> dict[str, bytes]:
    """The bytes of each snapshot of those digests that stands."""
    return {
        sha256: _plain(content, coding, size)
        for sha256, content, coding, size in _contents.rows(connection, named)
    }


def _plain(stored: bytes, coding: str | None, size: int) -> bytes:
    """The first *size* bytes of what is stored in that *coding*."""
    return bytes(stored)[:size] if coding is None else inflated(bytes(stored), size)


def redact(batch: Writing, named: str, reason: str) -> None:
    """Destroy the bytes of the snapshot *named* and the quotes read off it, but for words that a
    page which stands shows too; its digest stays, with the reason. Of what a person gave, which no
    page showed, *named* is the ``id`` of the observation. Raises `UnknownName`.
    """
    if not reason.strip():
        raise BadValue("a redaction has a reason: it is all that will be left")
    of = {"named": named}
    if any(batch.connection.execute(query, of).first() for query in (_snapshot, _view)):
        _destroy_one(batch, named, reason)
        return
    kept = [
        sha256 for sha256, source in batch.connection.execute(_kept_of, of) if is_person(source)
    ]
    if not kept:
        raise UnknownName("snapshot", named)
    for sha256 in kept:
        _destroy_one(batch, sha256, reason)


def _destroy_one(batch: Writing, sha256: str, reason: str) -> None:
    of = {"named": sha256}
    if batch.connection.execute(_redaction, of).first() is not None:
        return
    # First the redaction: the triggers let a destruction pass only where one is on record.
    row = {"snapshot": sha256, "reason": intake.stated("reason", reason)}
    batch.add(redactions, [row])
    batch.connection.execute(_destroy, of)
    batch.connection.execute(_unquote, of)
