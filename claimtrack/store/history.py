"""Histories: everything seen of a measure, now or as known and as public at a moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from claimtrack.observations import Description, History, Observation, Spell, Value, is_person
from claimtrack.store import forms
from claimtrack.store.evidence import Cut, Seen, dated, looks
from claimtrack.store.intake import moment_of
from claimtrack.store.queries import chunks
from claimtrack.store.schema import (
    TOMBSTONE,
    AnyRow,
    UTCDateTime,
    addresses,
    descriptions,
    facts,
    observations,
    passages,
    redactions,
    spells,
    transactions,
    views,
)
from claimtrack.store.spells import runs
from claimtrack.values import Closed, Interval, calendar_date

_of_passage = (
    facts.c.digest, facts.c.source, facts.c.as_of, facts.c.value, facts.c.error, facts.c.scope,
    facts.c.attribution, facts.c.withdrawn, passages.c.basis, passages.c.quote, passages.c.locator,
    passages.c.published_at, passages.c.derived,
)  # fmt: skip
_of_view = (
    views.c.snapshot, views.c.extractor, redactions.c.id.is_not(None).label("is_destroyed"),
)  # fmt: skip
_current = (
    select(
        observations.c.fact, observations.c.first, observations.c.last,
        observations.c.recorded_at, addresses.c.url, *_of_view, *_of_passage,
    )
    .select_from(
        observations.join(passages, passages.c.id == observations.c.passage)
        .join(facts, facts.c.id == observations.c.fact)
        .join(views, views.c.id == observations.c.view)
        .join(addresses, addresses.c.id == observations.c.address)
        .outerjoin(redactions, redactions.c.snapshot == views.c.snapshot)
    )
    .where(observations.c.measure == bindparam("measure"))
)  # fmt: skip
_passages = (
    select(passages.c.id, *_of_passage)
    .select_from(passages.join(facts, facts.c.id == passages.c.fact))
    .where(passages.c.id.in_(bindparam("keys", expanding=True)))
)
_views = (
    select(views.c.id, *_of_view)
    .select_from(views.outerjoin(redactions, redactions.c.snapshot == views.c.snapshot))
    .where(views.c.id.in_(bindparam("keys", expanding=True)))
)
_current_spells = (
    select(spells, addresses.c.source, addresses.c.url)
    .select_from(spells.join(addresses, addresses.c.id == spells.c.address))
    .where(spells.c.measure == bindparam("measure"))
)
_addresses = select(addresses.c.id, addresses.c.source, addresses.c.url).where(
    addresses.c.id.in_(bindparam("keys", expanding=True))
)
_last_recorded = select(func.max(transactions.c.recorded_at))
_newest = (
    select(func.max(descriptions.c.id).label("id"))
    .where(descriptions.c.recorded_at <= bindparam("known", type_=UTCDateTime))
    .group_by(descriptions.c.source)
    .subquery()
)
_descriptions = select(descriptions.c.source, descriptions.c.body).join(
    _newest, _newest.c.id == descriptions.c.id
)


def history(
    connection: Connection,
    measure: str,
    cut: Cut,
    *,
    since: date | None = None,
    until: date | None = None,
    source: str | None = None,
) -> History:
    """Everything seen of *measure*, oldest day first, then in the order it was first seen.

    ``since`` and ``until`` keep what held on some day between them, both included.
    """
    found, spells_found = _all_of(connection, measure, cut)
    described = descriptions_on_record(connection, cut.known)
    kept = [
        seen
        for seen in _marked(found)
        if source in {None, seen.source} and _held_between(seen, since, until)
    ]
    return History(
        tuple(sorted(kept, key=_place)),
        tuple(
            spell
            for spell in sorted(spells_found, key=lambda it: (it.first_seen_at, it.source, it.url))
            if source in {None, spell.source}
            and (since is None or spell.last_confirmed_at.date() >= since)
            and (until is None or spell.first_seen_at.date() <= until)
        ),
        MappingProxyType(described),
    )


def descriptions_on_record(connection: Connection, known: datetime) -> dict[str, Description]:
    """Who stands behind each source, as last described by then."""
    rows = connection.execute(_descriptions, {"known": known})
    return {row.source: forms.read(row.body, Description) for row in rows}


def _place(seen: Observation) -> tuple[Any, ...]:
    return seen.as_of.last, seen.first_seen_at, seen.id, seen.url


def _held_between(seen: Observation, since: date | None, until: date | None) -> bool:
    return (since is None or seen.held_until >= since) and (
        until is None or seen.as_of.first <= until
    )


# -- what is superseded -------------------------------------------------------------------------

_Turned = tuple[Observation, str]


def _marked(found: Iterable[_Turned]) -> list[Observation]:
    """The observations; of several values that a source gave for one day, all but those that it
    gave last are marked superseded.
    """
    marked: list[Observation] = []
    groups: dict[Any, list[_Turned]] = {}
    for seen, last in found:
        if seen.as_of_basis == "seen":
            marked.append(seen)
        else:
            key = (seen.source, seen.as_of, seen.scope, seen.attribution)
            groups.setdefault(key, []).append((seen, last))
    for group in groups.values():
        if len(group) == 1:  # as most are
            marked.append(group[0][0])
            continue
        newest = max(last for _, last in group)
        together = [seen for seen, last in group if last == newest]
        for seen, last in group:
            stands = last == newest and not any(_corrects(other, seen) for other in together)
            marked.append(seen if stands else replace(seen, superseded=True))
    return marked


def _corrects(other: Observation, seen: Observation) -> bool:
    """Whether *other*, shown for the same day by the very attempt that showed *seen* last, takes
    its place: published later, or the same value withdrawn. Else both stand, as the page has them.
    """
    if other.withdrawn and not seen.withdrawn and _same_value(other, seen):
        return True
    if other.published_at is None or seen.published_at is None:
        return False
    return other.published_at > seen.published_at


def _same_value(one: Observation, other: Observation) -> bool:
    return (one.value, one.error) == (other.value, other.error)


# -- from rows to observations ------------------------------------------------------------------


def _all_of(connection: Connection, measure: str, cut: Cut) -> tuple[list[_Turned], list[Spell]]:
    last = connection.scalar(_last_recorded)
    if cut.public == Cut().public and (last is None or cut.known >= last):
        return _now(connection, measure)
    return _then(connection, measure, cut)


def _now(connection: Connection, measure: str) -> tuple[list[_Turned], list[Spell]]:
    """What is current, from the tables that keep it."""
    found: list[_Turned] = []
    digests: dict[int, str] = {}
    # By place: of some thousand rows, asking each for a column by its name takes half the time.
    rows = connection.execute(_current, {"measure": measure}).all()
    for fact, first, last, recorded_at, url, *told in rows:
        view, shown = told[: len(_of_view)], told[len(_of_view) :]
        found.append((_observation(measure, first, last, recorded_at, url, view, shown), last))
        digests[fact] = shown[0]
    return found, [
        _spell(measure, row, json.loads(row.facts), row.first, row.last, digests)
        for row in connection.execute(_current_spells, {"measure": measure})
    ]


def _then(connection: Connection, measure: str, cut: Cut) -> tuple[list[_Turned], list[Spell]]:
    """What was known or public, from the base tables: the same answer, worked out anew."""
    by_address = {address: runs(seen) for address, seen in looks(connection, measure, cut).items()}
    all_seen = dated(connection, measure, cut) + [
        Seen(fact, address, run.first, run.last, measure, False, *shown.sighting, shown.recorded_at)
        for address, of_address in by_address.items()
        for run in of_address
        for fact, shown in run.shows.items()
    ]
    told = _by_id(connection, _passages, (seen.passage for seen in all_seen))
    by = _by_id(connection, _views, (seen.view for seen in all_seen))
    places = [*by_address, *(seen.address for seen in all_seen)]
    at = _by_id(connection, _addresses, places)
    digests = {seen.fact: told[seen.passage].digest for seen in all_seen}
    found = [
        _observation(
            measure,
            seen.first,
            seen.last,
            seen.recorded_at,
            at[seen.address].url,
            by[seen.view][1:],
            told[seen.passage][1:],
        )
        for seen in all_seen
    ]
    return [(one, seen.last) for one, seen in zip(found, all_seen, strict=True)], [
        _spell(measure, at[address], run.shows, run.first, run.last, digests)
        for address, of_address in by_address.items()
        for run in of_address
    ]


def _by_id(
    connection: Connection, statement: Select[Any], keys: Iterable[int]
) -> dict[int, AnyRow]:
    return {
        row.id: row
        for chunk in chunks(keys)
        for row in connection.execute(statement, {"keys": chunk})
    }


def _spell(
    measure: str,
    at: AnyRow,
    seen: Iterable[int],
    first: str,
    last: str,
    digests: dict[int, str],
) -> Spell:
    return Spell(
        measure=measure,
        source=at.source,
        url=at.url,
        facts=tuple(sorted(digests[fact] for fact in seen)),
        first_seen_at=moment_of(first),
        last_confirmed_at=moment_of(last),
    )


def _observation(
    measure: str,
    first: str,
    last: str,
    recorded_at: datetime,
    url: str,
    view: Sequence[Any],
    shown: Sequence[Any],
) -> Observation:
    """What was seen from the turn *first* to *last*; *view* and *shown* are rows of `_of_view` and
    `_of_passage`.
    """
    snapshot, extractor, is_destroyed = view
    (
        digest, source, as_of, value, error, scope, attribution, withdrawn, basis, quote, locator,
        published_at, derived,
    ) = shown  # fmt: skip
    first_seen_at = moment_of(first)
    if is_person(source):  # what was kept is what was given, and no page: nobody read one
        snapshot, url = None, "" if url == source else url
    return Observation(
        id=digest,
        measure=measure,
        source=source,
        value=_value(value),
        as_of=calendar_date(first_seen_at.date() if as_of is None else as_of),
        as_of_basis=basis,
        first_seen_at=first_seen_at,
        last_confirmed_at=moment_of(last),
        recorded_at=recorded_at,
        error=None if error is None else Decimal(error),
        published_at=published_at,
        # What another page still shows is kept, and not shown as this one's.
        quote=TOMBSTONE if is_destroyed else quote,
        url=url or None,
        snapshot=snapshot,
        locator=locator,
        attribution=attribution,
        scope=scope,
        derived=derived,
        extractor=extractor,
        withdrawn=withdrawn,
    )


def _value(text: str) -> Value:
    """The value that `value_text` spelled."""
    kind, spelled = text[0], text[2:]
    if kind == "n":
        return Decimal(spelled)
    if kind == "i":
        return _interval(spelled)
    return calendar_date(spelled) if kind == "d" else spelled


def _interval(spelled: str) -> Interval:
    lower, upper = spelled[1:-1].split(", ")
    closed: dict[tuple[str, str], Closed] = {
        ("[", "]"): "both", ("[", ")"): "left", ("(", "]"): "right", ("(", ")"): "neither",
    }  # fmt: skip
    return Interval(
        None if lower == "-inf" else Decimal(lower),
        None if upper == "inf" else Decimal(upper),
        closed[spelled[0], spelled[-1]],
    )
