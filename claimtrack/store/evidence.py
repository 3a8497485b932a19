"""Evidence: what attempts saw, read from the base tables as known and as public at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    tuple_,
)

from claimtrack.observations import SAYS_NOTHING
from claimtrack.store.queries import Query
from claimtrack.store.schema import (
    AnyRow,
    UTCDateTime,
    attempts,
    passages,
    results,
    sightings,
    transactions,
)
from claimtrack.store.spells import Look, Shown, Sighting

#: The end of time: everything that is known, everything that is public.
EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cut:
    """The moments that an answer keeps to: what was ``known`` by then, what was ``public``."""

    known: datetime = EVER
    public: datetime = EVER

    @property
    def parameters(self) -> dict[str, datetime]:
        return {"known": self.known, "public": self.public}


class Seen(NamedTuple):
    """A fact and the attempts that saw it, from the turn ``first`` to the turn ``last``.

    ``address``, ``view`` and ``passage`` are those of the first attempt. A ``dated`` fact has one
    such row, an undated one a row in each spell at each address.
    """

    fact: int
    address: int
    first: str
    last: str
    measure: str
    dated: bool
    view: int
    passage: int
    recorded_at: datetime


class Candidate(NamedTuple):
    """A sighting as one of several that showed a fact at the same time; the smallest is chosen:
    the earliest published, then by place and digest, so that the choice is everybody's.
    """

    published_at: datetime
    locator: str
    evidence: bytes
    sighting: Sighting


def candidate(row: AnyRow) -> Candidate:
    """The sighting of *row* as a candidate."""
    sighting = Sighting(row.view, row.passage)
    return Candidate(row.published_at or EVER, row.locator or "", row.evidence, sighting)


_known = bindparam("known", type_=UTCDateTime)
_public = bindparam("public", type_=UTCDateTime)
#: The last transaction that is known: their numbers follow their moments.
_last_batch = (
    select(transactions.c.id)
    .where(transactions.c.recorded_at <= _known)
    .order_by(transactions.c.id.desc())
    .limit(1)
    .scalar_subquery()
)


def is_known_view(view: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether anybody is known to have read *view*: a "not modified" that names a snapshot which
    nobody has read shows nothing, until somebody has.
    """
    telling = results.alias()
    return exists().where(
        telling.c.view == view, telling.c.tells == bindparam("tells", True),
        telling.c.recorded_at <= _known,
    )  # fmt: skip


# -- undated facts ------------------------------------------------------------------------------

_looked = (
    results.c.address,
    results.c.turn,
    results.c.at,
    results.c.view,
    results.c.status,
    results.c.recorded_at,
)
_is_look = (
    results.c.recorded_at <= _known,
    or_(
        results.c.status.in_(SAYS_NOTHING),
        and_(results.c.status == "read", is_known_view(results.c.view)),
    ),
)
_looks = Query(
    select(*_looked)
    .where(results.c.measure == bindparam("measure"), *_is_look)
    .order_by(results.c.address, results.c.turn)
)
_looks_of_slots = Query(
    select(results.c.measure, *_looked)
    .where(
        tuple_(results.c.measure, results.c.address).in_(bindparam("slots", expanding=True)),
        results.c.turn >= bindparam("start"),
        *_is_look,
    )
    .order_by(results.c.measure, results.c.address, results.c.turn),
    keys="slots",
)
_undated_sightings = Query(
    select(
        sightings.c.view,
        sightings.c.passage,
        passages.c.fact,
        passages.c.published_at,
        passages.c.locator,
        passages.c.evidence,
        transactions.c.recorded_at,
    )
    .select_from(
        sightings.join(passages, passages.c.id == sightings.c.passage).join(
            transactions, transactions.c.id == sightings.c.batch
        )
    )
    .where(
        sightings.c.view.in_(bindparam("views", expanding=True)),
        sightings.c.dated == bindparam("dated", False),
        sightings.c.batch <= _last_batch,
    ),
    keys="views",
)


def looks(connection: Connection, measure: str, cut: Cut) -> dict[int, list[Look]]:
    """What every attempt saw, undated, of *measure*: by address, in order of their turns."""
    rows = _looks.rows(connection, measure=measure, known=cut.known)
    shown = _shown(connection, (row.view for row in rows if row.status == "read"), cut)
    return {
        address: list(_in_turn(at_address, shown, cut))
        for address, at_address in groupby(rows, key=lambda row: row.address)
    }


def looks_from(
    connection: Connection, slots: Collection[tuple[str, int]], start: str
) -> dict[tuple[str, int], list[Look]]:
    """What every attempt from the turn *start* on saw, undated, at the *slots* (a measure at an
    address each), in order of their turns.
    """
    rows = _looks_of_slots.rows(connection, slots, start=start, known=EVER)
    shown = _shown(connection, (row.view for row in rows if row.status == "read"), Cut())
    return {
        slot: list(_in_turn(of_slot, shown, Cut()))
        for slot, of_slot in groupby(rows, key=lambda row: (row.measure, row.address))
    }


def _shown(connection: Connection, views: Iterable[int], cut: Cut) -> dict[int, list[AnyRow]]:
    found: dict[int, list[AnyRow]] = {}
    for row in _undated_sightings.rows(connection, views, known=cut.known):
        found.setdefault(row.view, []).append(row)
    return found


def _in_turn(rows: Iterable[AnyRow], shown: dict[int, list[AnyRow]], cut: Cut) -> Iterator[Look]:
    for turn, results_of in groupby(rows, key=lambda row: row.turn):
        chosen: dict[int, tuple[Candidate, datetime]] = {}
        at = EVER
        for result in results_of:
            at = result.at
            seen = shown.get(result.view, ()) if result.status == "read" else ()
            for row in seen:
                if (row.published_at or at) <= cut.public:
                    _choose(chosen, row, max(row.recorded_at, result.recorded_at))
        if chosen or at <= cut.public:
            yield Look(
                turn, {fact: Shown(best.sighting, since) for fact, (best, since) in chosen.items()}
            )


def _choose(
    chosen: dict[int, tuple[Candidate, datetime]], row: AnyRow, recorded_at: datetime
) -> None:
    best, since = chosen.get(row.fact, (candidate(row), recorded_at))
    chosen[row.fact] = (min(best, candidate(row)), min(since, recorded_at))


# -- dated facts --------------------------------------------------------------------------------


def _dated() -> Select[Any]:
    """Each dated fact of a measure with its first and last turn, and the sightings of its first."""
    span = _spans().cte("span")
    is_shown = (
        select(sightings.c.view)
        .where(
            sightings.c.view == results.c.view,
            sightings.c.dated == bindparam("dated", True),
            sightings.c.passage == passages.c.id,
            sightings.c.batch <= _last_batch,
        )
        .exists()
    )
    return (
        select(
            span,
            results.c.address,
            results.c.view,
            passages.c.id.label("passage"),
            passages.c.published_at,
            passages.c.locator,
            passages.c.evidence,
        )
        .select_from(
            span.join(attempts, attempts.c.turn == span.c.first)
            # Not by its measure, which the views have: it would make SQLite begin here.
            .join(results, results.c.attempt == attempts.c.id)
            .join(passages, passages.c.fact == span.c.fact)
        )
        .where(
            results.c.status == "read",
            results.c.recorded_at <= _known,
            is_shown,
            func.coalesce(passages.c.published_at, results.c.at) <= _public,
        )
    )


def _spans() -> Select[Any]:
    """Each dated fact of a measure with its first and last turn, and since when it is known.

    First each view by itself, because it may have been confirmed many times: what its page says
    was published counts from the first of them, all else from the first that was public.
    """
    is_public = results.c.at <= _public
    seen = (
        select(
            results.c.view,
            *_span_of(results.c.turn, results.c.recorded_at, "{}"),
            *_span_of(
                case((is_public, results.c.turn)),
                case((is_public, results.c.recorded_at)),
                "public_{}",
            ),
        )
        .where(
            results.c.measure == bindparam("measure"),
            results.c.status == "read",
            results.c.recorded_at <= _known,
        )
        .group_by(results.c.view)
        .cte("seen")
    )
    is_published = passages.c.published_at.is_not(None)
    first, last, since = (
        case((is_published, seen.c[name]), else_=seen.c[f"public_{name}"])
        for name in ("first", "last", "recorded_at")
    )
    since = case((transactions.c.recorded_at > since, transactions.c.recorded_at), else_=since)
    return (
        select(passages.c.fact, *_span_of(first, since, "{}", last))
        .select_from(
            seen.join(sightings, sightings.c.view == seen.c.view)
            .join(passages, passages.c.id == sightings.c.passage)
            .join(transactions, transactions.c.id == sightings.c.batch)
        )
        .where(
            sightings.c.dated == bindparam("dated", True),
            sightings.c.batch <= _last_batch,
            first.is_not(None),
            func.coalesce(passages.c.published_at, _public) <= _public,
        )
        .group_by(passages.c.fact)
    )


def _span_of(
    first: ColumnElement[str],
    since: ColumnElement[datetime],
    name: str,
    last: ColumnElement[str] | None = None,
) -> tuple[ColumnElement[Any], ...]:
    return (
        func.min(first).label(name.format("first")),
        func.max(first if last is None else last).label(name.format("last")),
        func.min(since).label(name.format("recorded_at")),
    )


_dated_facts = _dated()


def dated(connection: Connection, measure: str, cut: Cut) -> list[Seen]:
    """Each dated fact that anybody saw of *measure*."""
    found: dict[int, tuple[Candidate, AnyRow]] = {}
    for row in connection.execute(_dated_facts, {"measure": measure, **cut.parameters}):
        best = candidate(row)
        if row.fact not in found or best < found[row.fact][0]:
            found[row.fact] = (best, row)
    return [
        Seen(fact, row.address, row.first, row.last, measure, True, *best.sighting, row.recorded_at)
        for fact, (best, row) in found.items()
    ]
