"""Reviews on record: what people said of verdicts."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from sqlalchemy import Connection, bindparam, select

from claimtrack.errors import BadValue
from claimtrack.judging.verdicts import Review, ReviewStatus
from claimtrack.store import intake
from claimtrack.store.documents import lineage_of, revisions_of
from claimtrack.store.engine import Writing
from claimtrack.store.evidence import EVER
from claimtrack.store.schema import UTCDateTime, reviews

_reviews = (
    select(reviews)
    .where(
        reviews.c.lineage == bindparam("lineage"),
        reviews.c.recorded_at <= bindparam("known", type_=UTCDateTime),
    )
    .order_by(reviews.c.id)
)


def add_review(batch: Writing, claim: str, status: ReviewStatus, by: str, reason: str) -> Review:
    """The review as it stands on record now. Raises `UnknownName` or `BadValue`."""
    _check(status, by, reason)
    lineage = lineage_of(batch.connection, claim, EVER)
    row = {
        "lineage": lineage,
        "status": status,
        "by": intake.stated("reviewer", by),
        "reason": intake.stated("reason", reason),
    }
    batch.add(reviews, [row])
    name = revisions_of(batch.connection, lineage, EVER)[-1].name
    return Review(name, status, by, reason, batch.recorded_at)


def _check(status: str, by: str, reason: str) -> None:
    known = get_args(ReviewStatus)
    if status not in known:
        raise BadValue(f"a review is one of {', '.join(known)}, not {status!r}")
    for name, given in (("by", by), ("reason", reason)):
        if not given.strip():
            raise BadValue(f"a review says by whom it is and why: {name!r} is empty")


def reviews_of(connection: Connection, claim: str, known: datetime) -> tuple[Review, ...]:
    """Everything said of a claim's verdicts, under any of its names, the oldest first.
    Raises `UnknownName`.
    """
    lineage = lineage_of(connection, claim, known)
    name = revisions_of(connection, lineage, known)[-1].name
    rows = connection.execute(_reviews, {"lineage": lineage, "known": known})
    return tuple(Review(name, row.status, row.by, row.reason, row.recorded_at) for row in rows)
