"""Evidence: what attempts saw, read from the base tables as known and as public at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
)

from claimtrack.store.schema import AnyRow, UTCDateTime, results, sightings
from claimtrack.store.spells import Look, Shown

#: The end of time: everything that is known, everything that is public.
EVER = datetime.max.replace(tzinfo=UTC)
#: SQLite takes at most 999 parameters where it is old; PostgreSQL plans short lists well.
CHUNK = 500


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

    ``address`` and ``sighting`` are those of the first attempt. A ``dated`` fact has one such row,
    an undated one a row in each spell at each address.
    """

    fact: int
    address: int
    first: str
    last: str
    measure: str
    dated: bool
    sighting: int
    recorded_at: datetime


class Candidate(NamedTuple):
    """A sighting as one of several that showed a fact at the same time; the smallest is chosen:
    the earliest published, then by place and digest, so that the choice is everybody's.
    """

    published_at: datetime
    locator: str
    evidence: str
    sighting: int


def candidate(row: AnyRow) -> Candidate:
    """The sighting of *row* as a candidate."""
    return Candidate(row.published_at or EVER, row.locator or "", row.evidence, row.sighting)


def chunks(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """*keys* without repetition, in lists short enough for one statement."""
    unique = list(dict.fromkeys(keys))
    for start in range(0, len(unique), CHUNK):
        yield unique[start : start + CHUNK]


_known = bindparam("known", type_=UTCDateTime)
_public = bindparam("public", type_=UTCDateTime)


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

_looks = (
    select(
        results.c.address,
        results.c.turn,
        results.c.at,
        results.c.view,
        results.c.status,
        results.c.recorded_at,
    )
    .where(
        results.c.measure == bindparam("measure"),
        results.c.recorded_at <= _known,
        or_(
            results.c.status == "missing",
            and_(results.c.status == "read", is_known_view(results.c.view)),
        ),
    )
    .order_by(results.c.address, results.c.turn)
)
_looks_at_address = _looks.where(
    results.c.address == bindparam("address"), results.c.turn > bindparam("after")
)
_undated_sightings = select(
    sightings.c.view, sightings.c.fact, sightings.c.id.label("sighting"), sightings.c.published_at,
    sightings.c.locator, sightings.c.evidence, sightings.c.recorded_at,
).where(
    sightings.c.view.in_(bindparam("views", expanding=True)),
    sightings.c.dated == bindparam("dated", False),
    sightings.c.recorded_at <= _known,
)  # fmt: skip


def looks(connection: Connection, measure: str, cut: Cut) -> dict[int, list[Look]]:
    """What every attempt saw, undated, of *measure*: by address, in order of their turns."""
    rows = connection.execute(_looks, {"measure": measure, **_known_of(cut)}).all()
    found = _looks_of(connection, rows, cut)
    return {address: list(group) for address, group in found}


def looks_at(connection: Connection, measure: str, address: int, after: str) -> list[Look]:
    """What the attempts at one address saw, undated, of *measure*, later than the turn *after*."""
    parameters = {"measure": measure, "address": address, "after": after, **_known_of(Cut())}
    rows = connection.execute(_looks_at_address, parameters).all()
    return [look for _, group in _looks_of(connection, rows, Cut()) for look in group]


def _known_of(cut: Cut) -> dict[str, datetime]:
    return {"known": cut.known}


def _looks_of(
    connection: Connection, rows: Sequence[AnyRow], cut: Cut
) -> Iterator[tuple[int, Iterator[Look]]]:
    shown = _shown(connection, (row.view for row in rows if row.status == "read"), cut)
    for address, at_address in groupby(rows, key=lambda row: row.address):
        yield address, _in_turn(at_address, shown, cut)


def _shown(connection: Connection, views: Iterable[int], cut: Cut) -> dict[int, list[AnyRow]]:
    found: dict[int, list[AnyRow]] = {}
    for chunk in chunks(views):
        parameters = {"views": chunk, **_known_of(cut)}
        for row in connection.execute(_undated_sightings, parameters):
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
    visible = and_(
        sightings.c.dated == bindparam("dated", True),
        sightings.c.recorded_at <= _known,
        results.c.recorded_at <= _known,
        results.c.status == "read",
        func.coalesce(sightings.c.published_at, results.c.at) <= _public,
    )
    recorded_at = case(
        (results.c.recorded_at > sightings.c.recorded_at, results.c.recorded_at),
        else_=sightings.c.recorded_at,
    )
    joined = results.join(sightings, sightings.c.view == results.c.view)
    span = (
        select(
            sightings.c.fact,
            func.min(results.c.turn).label("first"),
            func.max(results.c.turn).label("last"),
            func.min(recorded_at).label("recorded_at"),
        )
        .select_from(joined)
        .where(results.c.measure == bindparam("measure"), visible)
        .group_by(sightings.c.fact)
        .cte("span")
    )
    return (
        select(
            span.c.fact,
            span.c.first,
            span.c.last,
            span.c.recorded_at,
            results.c.address,
            sightings.c.id.label("sighting"),
            sightings.c.published_at,
            sightings.c.locator,
            sightings.c.evidence,
        )
        .select_from(
            span.join(
                results,
                and_(results.c.measure == bindparam("measure"), results.c.turn == span.c.first),
            ).join(
                sightings,
                and_(sightings.c.view == results.c.view, sightings.c.fact == span.c.fact),
            )
        )
        .where(visible)
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
        Seen(fact, row.address, row.first, row.last, measure, True, best.sighting, row.recorded_at)
        for fact, (best, row) in found.items()
    ]
