"""What is current, derived from the base tables: kept up with each batch, or rebuilt from nothing.

A dated fact's row is the earliest and the latest of the attempts that saw it, so a batch is merged
into it whatever its order. A spell grows at its end where a batch is the newest of its slot (a
measure at an address); else the slot is worked out anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    bindparam,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from claimtrack.observations import SAYS_NOTHING
from claimtrack.store.evidence import (
    Candidate,
    Cut,
    candidate,
    dated,
    looks,
    looks_from,
)
from claimtrack.store.queries import Query, chunks
from claimtrack.store.rows import put
from claimtrack.store.schema import (
    DERIVED,
    AnyRow,
    observations,
    passages,
    results,
    sightings,
    spells,
    views,
)
from claimtrack.store.spells import Look, Run, runs

Slot = tuple[str, int]


@dataclass(slots=True)
class Touched:
    """What a batch adds to: for each slot its earliest new turn, and the views that somebody saw;
    those among them that ``grew`` had been seen before, and show more now. ``crowded`` are views
    that share an attempt with another view of the same measure.
    """

    slots: dict[Slot, str] = field(default_factory=dict)
    views: set[int] = field(default_factory=set)
    grew: set[int] = field(default_factory=set)
    crowded: set[int] = field(default_factory=set)

    def slot(self, slot: Slot, turn: str) -> None:
        """Take note of a new look at *slot*."""
        self.slots[slot] = min(turn, self.slots.get(slot, turn))


_slots_of_views = Query(
    select(results.c.measure, results.c.address, results.c.turn).where(
        results.c.view.in_(bindparam("views", expanding=True))
    ),
    keys="views",
)


def refresh(connection: Connection, touched: Touched, recorded_at: datetime) -> None:
    """Bring what is current up to a batch, recorded at *recorded_at*, that *touched* these."""
    for row in _slots_of_views.rows(connection, touched.grew):
        touched.slot((row.measure, row.address), row.turn)
    dated_views = _views_with_days.column(connection, touched.views)
    spans = {row.view: row for row in _turns_of_views.rows(connection, dated_views)}
    for view in sorted(spans):
        closely = view in touched.grew or view in touched.crowded
        _merge_view(connection, view, spans[view], closely, recorded_at)
    for slots in chunks(touched.slots):
        _renew_spells(connection, {slot: touched.slots[slot] for slot in slots})


# -- dated facts --------------------------------------------------------------------------------

_views_with_days = Query(
    select(sightings.c.view)
    .where(
        sightings.c.view.in_(bindparam("views", expanding=True)),
        sightings.c.dated == bindparam("dated", True),
    )
    .distinct(),
    keys="views",
)
_turns_of_views = Query(
    select(
        results.c.view,
        func.min(results.c.turn).label("first"),
        func.max(results.c.turn).label("last"),
    )
    .where(results.c.view.in_(bindparam("views", expanding=True)), results.c.status == "read")
    .group_by(results.c.view),
    keys="views",
)
_place_of = (
    select(results.c.address, views.c.measure)
    .join(views, views.c.id == results.c.view)
    .where(results.c.view == bindparam("view"), results.c.turn == bindparam("first"))
)


def _earlier(closely: bool) -> Any:
    """The dated facts of a view of which nothing is current that began before (or, *closely*, by)
    the view's first turn.
    """
    first: BindParameter[str] = bindparam("first")
    later = observations.c.first >= first if closely else observations.c.first > first
    return (
        select(
            passages.c.fact,
            sightings.c.view,
            sightings.c.passage,
            passages.c.published_at,
            passages.c.locator,
            passages.c.evidence,
            observations.c.first.label("was"),
            observations.c.view.label("was_by"),
            observations.c.passage.label("was_in"),
        )
        .select_from(
            sightings.join(passages, passages.c.id == sightings.c.passage).outerjoin(
                observations,
                (observations.c.fact == passages.c.fact) & observations.c.dated,
            )
        )
        .where(
            sightings.c.view == bindparam("view"),
            sightings.c.dated == bindparam("dated", True),
            or_(observations.c.fact.is_(None), later),
        )
    )


_news = {closely: _earlier(closely) for closely in (False, True)}
_sighting = select(
    bindparam("view", type_=BigInteger).label("view"), passages.c.id.label("passage"),
    passages.c.published_at, passages.c.locator, passages.c.evidence,
).where(passages.c.id == bindparam("passage"))  # fmt: skip
_begin = (
    update(observations)
    .where(observations.c.fact == bindparam("of"), observations.c.dated)
    .values(
        address=bindparam("at"), first=bindparam("begins"), view=bindparam("by"),
        passage=bindparam("in"),
    )
)  # fmt: skip
_confirm = (
    update(observations)
    .where(
        observations.c.dated,
        observations.c.last < bindparam("until"),
        observations.c.fact.in_(
            select(passages.c.fact)
            .join(sightings, sightings.c.passage == passages.c.id)
            .where(
                sightings.c.view == bindparam("by"),
                sightings.c.dated == bindparam("dated", True),
            )
        ),
    )
    .values(last=bindparam("until"))
)


def _merge_view(
    connection: Connection, view: int, span: AnyRow, closely: bool, recorded_at: datetime
) -> None:
    parameters = {"view": view, "first": span.first}
    news = connection.execute(_news[closely], parameters).all()
    if news:
        address, measure = connection.execute(_place_of, parameters).all()[0]
        place = {"address": address, "first": span.first}
        chosen = _chosen(connection, news, span.first)
        added = [
            {"fact": fact, **place, "last": span.last, "measure": measure, "dated": True,
             **best.sighting._asdict(), "recorded_at": recorded_at}
            for fact, (was, best) in chosen.items() if was is None
        ]  # fmt: skip
        begun = [
            {"of": fact, "at": address, "begins": span.first, "by": best.sighting.view,
             "in": best.sighting.passage}
            for fact, (was, best) in chosen.items()
            if was is not None
        ]  # fmt: skip
        put(connection, observations, added)
        if begun:
            connection.execute(_begin, begun)
    connection.execute(_confirm, {"by": view, "until": span.last})


def _chosen(
    connection: Connection, rows: Iterable[AnyRow], first: str
) -> dict[int, tuple[str | None, Candidate]]:
    """For each fact, when it began so far and the best sighting of its new beginning."""
    chosen: dict[int, tuple[str | None, Candidate]] = {}
    for row in rows:
        best = candidate(row)
        if row.was == first:  # it began with this very attempt, as another reader saw it
            other = {"view": row.was_by, "passage": row.was_in}
            best = min(best, candidate(connection.execute(_sighting, other).one()))
        _, before = chosen.get(row.fact, (None, best))
        chosen[row.fact] = (row.was, min(before, best))
    return chosen


# -- spells -------------------------------------------------------------------------------------

_of_slot = (
    spells.c.measure == bindparam("of_measure"),
    spells.c.address == bindparam("of_address"),
)
_later = spells.alias("later")
_last_spells = Query(
    select(spells).where(
        tuple_(spells.c.measure, spells.c.address).in_(bindparam("slots", expanding=True)),
        spells.c.first
        == select(func.max(_later.c.first))
        .where(_later.c.measure == spells.c.measure, _later.c.address == spells.c.address)
        .scalar_subquery(),
    ),
    keys="slots",
)
_forget_spells = delete(spells).where(*_of_slot)
_forget_undated = delete(observations).where(
    observations.c.measure == bindparam("of_measure"),
    observations.c.address == bindparam("of_address"),
    observations.c.dated == bindparam("dated", False),
)
_end: BindParameter[str] = bindparam("until")
_prolong_spell = update(spells).where(*_of_slot, spells.c.first == bindparam("begins"))
_prolong_spell = _prolong_spell.values(last=_end)
_prolong_undated = (
    update(observations)
    .where(
        observations.c.measure == bindparam("of_measure"),
        observations.c.address == bindparam("of_address"),
        observations.c.first == bindparam("begins"),
        observations.c.dated == bindparam("dated", False),
    )
    .values(last=_end)
)


@dataclass(slots=True)
class _Renewal:
    """The rows by which spells are renewed: prolonged where a slot goes on as it was, or added."""

    prolonged: list[dict[str, Any]] = field(default_factory=list)
    spells: list[dict[str, Any]] = field(default_factory=list)
    observations: list[dict[str, Any]] = field(default_factory=list)

    def go_on(self, last: AnyRow, new: list[Look]) -> None:
        """Take in what was seen at a slot since its *last* spell."""
        facts = set(json.loads(last.facts))
        same = 0
        while same < len(new) and new[same].shows.keys() == facts:
            same += 1
        if same:
            slot = {"of_measure": last.measure, "of_address": last.address}
            self.prolonged.append({**slot, "begins": last.first, "until": new[same - 1].turn})
        self.add(last.measure, last.address, runs(new[same:]))

    def add(self, measure: str, address: int, found: list[Run]) -> None:
        """Take in new runs of a slot."""
        for run in found:
            place = {"measure": measure, "address": address, "first": run.first, "last": run.last}
            self.spells.append({**place, "facts": json.dumps(sorted(run.shows))})
            self.observations += [
                {**place, "fact": fact, "dated": False, **shown.sighting._asdict(),
                 "recorded_at": shown.recorded_at}
                for fact, shown in run.shows.items()
            ]  # fmt: skip

    def write(self, connection: Connection) -> None:
        """Write them all."""
        if self.prolonged:
            connection.execute(_prolong_spell, self.prolonged)
            connection.execute(_prolong_undated, self.prolonged)
        put(connection, spells, self.spells)
        put(connection, observations, self.observations)


def _renew_spells(connection: Connection, turns: Mapping[Slot, str]) -> None:
    """Bring the spells of the slots in *turns* up to what was seen there from that turn on."""
    lasts = {(row.measure, row.address): row for row in _last_spells.rows(connection, turns)}
    going_on = {slot for slot, turn in turns.items() if slot in lasts and turn > lasts[slot].last}
    renewal = _Renewal()
    whole = looks_from(connection, turns.keys() - going_on, "")
    new = looks_from(connection, going_on, min((turns[slot] for slot in going_on), default=""))
    for slot in turns:
        if slot in going_on:
            last = lasts[slot]
            renewal.go_on(last, [look for look in new.get(slot, ()) if look.turn > last.last])
            continue
        measure, address = slot
        if slot in lasts:
            named = {"of_measure": measure, "of_address": address}
            connection.execute(_forget_spells, named)
            connection.execute(_forget_undated, named)
        renewal.add(measure, address, runs(whole.get(slot, [])))
    renewal.write(connection)


# -- from nothing -------------------------------------------------------------------------------

_measures = select(views.c.measure).distinct().order_by(views.c.measure)
_measures_missing = select(results.c.measure).where(results.c.status.in_(SAYS_NOTHING)).distinct()


def rebuild(connection: Connection) -> None:
    """Derive all that is current anew, row for row what the batches left."""
    for table in DERIVED:
        connection.execute(delete(table))
    known = {*connection.scalars(_measures), *connection.scalars(_measures_missing)}
    for measure in sorted(known):
        rows = [seen._asdict() for seen in dated(connection, measure, Cut())]
        put(connection, observations, rows)
        renewal = _Renewal()
        for address, seen in looks(connection, measure, Cut()).items():
            renewal.add(measure, address, runs(seen))
        renewal.write(connection)
