"""Recording: a batch of attempts put on record, all of it or nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select

from claimtrack.observations import (
    SAYS_NOTHING,
    Attempt,
    Description,
    Reading,
    Result,
    Snapshot,
    StoredSnapshot,
    value_text,
)
from claimtrack.store import forms, intake
from claimtrack.store.attempts import resolved
from claimtrack.store.derived import Touched, refresh
from claimtrack.store.engine import Writing
from claimtrack.store.intake import Taken
from claimtrack.store.queries import Query
from claimtrack.store.schema import (
    addresses,
    attempts,
    descriptions,
    facts,
    passages,
    redactions,
    results,
    sightings,
    snapshots,
    views,
)
from claimtrack.values import decimal_text

Digests = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a batch added to the record.

    ``attempts`` are those given, in their order, each result that was read told apart into
    ``changed`` and ``unchanged``. The numbers count what was new: a batch given twice adds nothing
    the second time. ``recorded_at`` is the batch's own.
    """

    attempts: tuple[Attempt, ...]
    recorded_at: datetime
    new_attempts: int = 0
    new_snapshots: int = 0
    new_facts: int = 0
    new_sightings: int = 0


def record(
    batch: Writing,
    given: Iterable[Attempt],
    pages: Iterable[Snapshot | StoredSnapshot] = (),
    described: Mapping[str, Description] | None = None,
) -> Recorded:
    """Put attempts, the snapshots they name and the descriptions of their sources on record.
    Raises `BadValue` or `BadDay` before anything is written.
    """
    taken = [intake.take(attempt) for attempt in given]
    kept = [intake.snapshot(page) for page in pages]
    known = set(_known_turns.column(batch.connection, (one.turn for one in taken)))
    new = {one.turn: one for one in taken if one.turn not in known}
    _describe(batch, described or {})
    new_snapshots = _keep(batch, kept)
    entry = _Entry(batch, list(new.values()))
    new_facts, new_sightings = entry.add_facts(), entry.add_sightings()
    entry.add_attempts()
    refresh(batch.connection, entry.touched(), batch.recorded_at)
    return Recorded(
        resolved(batch.connection, taken),
        batch.recorded_at,
        new_attempts=len(new),
        new_snapshots=new_snapshots,
        new_facts=new_facts,
        new_sightings=new_sightings,
    )


# -- what attempts bring along ------------------------------------------------------------------

_known_descriptions = (
    select(descriptions.c.body)
    .where(descriptions.c.source == bindparam("source"))
    .order_by(descriptions.c.id.desc())
    .limit(1)
)


def _by(column: ColumnElement[Any], *found: ColumnElement[Any]) -> Query:
    """The *found* columns of the rows that have one of the keys in *column*."""
    statement = select(*found).where(column.in_(bindparam("keys", expanding=True)))
    return Query(statement, keys="keys")


_known_snapshots = _by(snapshots.c.sha256, snapshots.c.sha256)
_redacted = _by(redactions.c.snapshot, redactions.c.snapshot)


def _describe(batch: Writing, described: Mapping[str, Description]) -> None:
    rows: list[dict[str, Any]] = []
    for source, description in sorted(described.items()):
        body = forms.written(description)
        last = batch.connection.scalar(_known_descriptions, {"source": source})
        if last != body:
            rows.append({"source": intake.name("source", source), "body": body})
    batch.add(descriptions, rows)


def _keep(batch: Writing, pages: list[StoredSnapshot]) -> int:
    digests = [page.sha256 for page in pages]
    known = set(_known_snapshots.column(batch.connection, digests))
    redacted = set(_redacted.column(batch.connection, digests))
    new = {page.sha256: page for page in pages if page.sha256 not in known}
    batch.add(
        snapshots,
        [
            {
                "sha256": page.sha256,
                "media_type": page.media_type,
                "size": page.size,
                # What was destroyed once is not brought back by its next fetch.
                "content": None if page.sha256 in redacted else page.stored,
                "coding": page.coding,
            }
            for page in new.values()
        ],
    )
    return len(new)


# -- the attempts themselves --------------------------------------------------------------------

_known_turns = _by(attempts.c.turn, attempts.c.turn)
_known_addresses = _by(addresses.c.digest, addresses.c.digest, addresses.c.id)
_known_facts = _by(facts.c.digest, facts.c.digest, facts.c.id)
_known_views = _by(
    views.c.snapshot,
    views.c.snapshot,
    views.c.measure,
    views.c.source,
    views.c.extractor,
    views.c.id,
)
_told_views = Query(
    select(results.c.view)
    .where(
        results.c.view.in_(bindparam("keys", expanding=True)),
        results.c.tells == bindparam("tells", True),
    )
    .distinct(),
    keys="keys",
)
_known_passages = Query(
    select(
        passages.c.evidence,
        passages.c.id,
        passages.c.fact,
        passages.c.quote.is_not(None).label("is_quoted"),
    )
    .where(passages.c.evidence.in_(bindparam("keys", expanding=True)))
    .order_by(passages.c.id),
    keys="keys",
)
_known_sightings = Query(
    select(sightings.c.view, passages.c.evidence)
    .join(passages, passages.c.id == sightings.c.passage)
    .where(sightings.c.view.in_(bindparam("keys", expanding=True))),
    keys="keys",
)

ViewName = tuple[str, str, str, str]
#: What a view shows: which fact, by its digest, and the reading that says it.
Saying = tuple[str, Reading]


class _Entry:
    """New attempts on their way in, with the keys of all that they name."""

    def __init__(self, batch: Writing, new: list[Taken]) -> None:
        self._batch = batch
        self._new = new
        self._addresses = self._named_addresses()
        self._old_views, self._views = self._named_views()
        self._told = set(_told_views.column(batch.connection, self._old_views.values()))
        self._passages = _Passages(batch, (it for one in new for of in one.digests for it in of))
        self._grew: set[int] = set()

    def add_facts(self) -> int:
        """How many facts were new, now that they are on record."""
        return self._passages.add_facts(
            {
                digest: (one.attempt.source, reading)
                for one, _, result, digests in self._results()
                for (digest, _), reading in zip(digests, result.readings, strict=True)
            }
        )

    def add_sightings(self) -> int:
        """How many sightings were new, now that they are on record."""
        shown = self._shown()
        old = {view for view, _ in shown} & set(self._old_views.values())
        known = set(_known_sightings.rows(self._batch.connection, old))
        new = {key: saying for key, saying in shown.items() if key not in known}
        destroyed = self._redacted_views()
        for is_destroyed in (False, True):
            part = {key: it for key, it in new.items() if (key[0] in destroyed) == is_destroyed}
            self._tie(part, is_destroyed)
        self._grew = {view for view, _ in new} & old
        return len(new)

    def _tie(self, shown: Mapping[tuple[int, bytes], Saying], is_destroyed: bool) -> None:
        sayings = {evidence: saying for (_, evidence), saying in shown.items()}
        keys = self._passages.showing(sayings, is_destroyed)
        batch = self._batch.number
        self._batch.put_numbers(
            sightings,
            [
                (view, reading.as_of is not None, keys[evidence], batch)
                for (view, evidence), (_, reading) in shown.items()
            ],
        )

    def add_attempts(self) -> None:
        """Put the attempts on record, each with its results."""
        rows = [self._attempt(one) for one in self._new]
        self._batch.add(attempts, rows)
        keys = {row["turn"]: row["id"] for row in rows}
        self._batch.add(
            results,
            [
                self._result(one, position, result) | {"attempt": keys[one.turn]}
                for one, position, result, _ in self._results()
            ],
        )

    def touched(self) -> Touched:
        """What the batch adds to."""
        touched = Touched(grew=self._grew | self._newly_told())
        seen: Counter[tuple[str, str]] = Counter()
        for one, _, result, _ in self._results():
            if result.status in _LOOKED:
                slot = (result.measure, self._addresses[one.address])
                touched.slot(slot, one.turn)
                seen[one.turn, result.measure] += 1
        for one, _, result, _ in self._results():
            view = self._view(one.attempt, result)
            if view is not None and result.status == "read":
                touched.views.add(view)
                if seen[one.turn, result.measure] > 1:
                    touched.crowded.add(view)
        return touched

    def _newly_told(self) -> set[int]:
        """Views that were only named so far, by a "not modified", and have been read now."""
        told = {
            self._view(one.attempt, result)
            for one, _, result, _ in self._results()
            if _tells(one.attempt, result)
        }
        return {view for view in self._old_views.values() if view in told - self._told}

    def _results(self) -> Iterator[tuple[Taken, int, Result, Digests]]:
        for one in self._new:
            pairs = zip(one.attempt.results, one.digests, strict=True)
            for position, (result, digests) in enumerate(pairs):
                yield one, position, result, digests

    def _named_addresses(self) -> dict[str, int]:
        named = {one.address: one.attempt for one in self._new}
        known = dict(_known_addresses.rows(self._batch.connection, named))
        rows: list[dict[str, Any]] = [
            {"digest": digest, "source": attempt.source, "url": attempt.url}
            for digest, attempt in named.items()
            if digest not in known
        ]
        self._batch.add(addresses, rows)
        return known | {str(row["digest"]): int(row["id"]) for row in rows}

    def _named_views(self) -> tuple[dict[ViewName, int], dict[ViewName, int]]:
        """The views that were on record before, and all views by name."""
        names = (_view_name(one.attempt, result) for one, _, result, _ in self._results())
        named = dict.fromkeys(name for name in names if name is not None)
        on_record = _known_views.rows(self._batch.connection, (name[0] for name in named))
        known: dict[ViewName, int] = {(*name,): key for *name, key in on_record}
        rows: list[dict[str, Any]] = [
            dict(zip(("snapshot", "measure", "source", "extractor"), name, strict=True))
            for name in named
            if name not in known
        ]
        self._batch.add(views, rows)
        old = {name: key for name, key in known.items() if name in named}
        new = {name: row["id"] for name, row in zip(_absent(named, known), rows, strict=True)}
        return old, old | new

    def _redacted_views(self) -> set[int]:
        named = (name[0] for name in self._views)
        destroyed = set(_redacted.column(self._batch.connection, named))
        return {view for name, view in self._views.items() if name[0] in destroyed}

    def _shown(self) -> dict[tuple[int, bytes], Saying]:
        shown: dict[tuple[int, bytes], Saying] = {}
        for one, _, result, digests in self._results():
            view = self._view(one.attempt, result)
            for (fact, evidence), reading in zip(digests, result.readings, strict=True):
                assert view is not None  # intake lets no reading in without a snapshot
                shown[view, evidence] = (fact, reading)
        return shown

    def _view(self, attempt: Attempt, result: Result) -> int | None:
        name = _view_name(attempt, result)
        return None if name is None else self._views[name]

    def _attempt(self, one: Taken) -> dict[str, Any]:
        attempt = one.attempt
        return {
            "address": self._addresses[one.address],
            "turn": one.turn,
            "outcome": attempt.outcome,
            "status": attempt.status,
            "reason": attempt.reason,
            "snapshot": attempt.snapshot,
            "headers": json.dumps(attempt.headers, separators=(",", ":")),
            "bytes": attempt.bytes,
            "seconds": attempt.seconds,
            "asked": attempt.asked,
            "requests": attempt.requests,
            "shared": attempt.shared,
        }

    def _result(self, one: Taken, position: int, result: Result) -> dict[str, Any]:
        return {
            "position": position,
            "measure": result.measure,
            "status": result.status,
            "extractor": result.extractor,
            "reason": result.reason,
            "view": self._view(one.attempt, result),
            "tells": _tells(one.attempt, result),
            "address": self._addresses[one.address],
            "turn": one.turn,
            "at": one.attempt.at,
        }


#: The results that say what is on a page: the rest say that nobody could tell.
_LOOKED = frozenset({"read", *SAYS_NOTHING})


def _tells(attempt: Attempt, result: Result) -> bool:
    """Whether the reader read the snapshot this time; else it only confirms what was read."""
    says_nothing = result.status in SAYS_NOTHING and attempt.outcome != "not_modified"
    return says_nothing or bool(result.readings)


def _view_name(attempt: Attempt, result: Result) -> ViewName | None:
    if attempt.snapshot is None or result.status not in _LOOKED:
        return None
    return attempt.snapshot, result.measure, attempt.source, result.extractor


def _fact(digest: str, source: str, reading: Reading) -> dict[str, Any]:
    return {
        "digest": digest,
        "measure": reading.measure,
        "source": source,
        "as_of": None if reading.as_of is None else str(reading.as_of),
        "value": value_text(reading.value),
        "error": None if reading.error is None else decimal_text(reading.error),
        "scope": reading.scope,
        "attribution": reading.attribution,
        "withdrawn": reading.withdrawn,
    }


class _Passages:
    """The facts of a batch and the passages that show them, with their keys."""

    def __init__(self, batch: Writing, digests: Iterable[tuple[str, bytes]]) -> None:
        self._batch = batch
        self._facts: dict[str, int] = {}
        self._all: dict[bytes, int] = {}
        self._quoted: dict[bytes, int] = {}
        fact_of = {evidence: fact for fact, evidence in digests}
        rows = _known_passages.rows(batch.connection, fact_of)
        for evidence, passage, fact, is_quoted in rows:
            self._facts[fact_of[evidence]] = fact
            self._all[evidence] = passage
            if is_quoted:
                self._quoted[evidence] = passage

    def add_facts(self, said: Mapping[str, tuple[str, Reading]]) -> int:
        """How many of these facts, each as its source says it, were new."""
        # Whose passage is on record, is itself.
        unknown = [digest for digest in said if digest not in self._facts]
        self._facts |= dict(_known_facts.rows(self._batch.connection, unknown))
        new = [digest for digest in unknown if digest not in self._facts]
        rows = [_fact(digest, *said[digest]) for digest in new]
        self._batch.add(facts, rows)
        self._facts |= {row["digest"]: row["id"] for row in rows}
        return len(new)

    def showing(self, sayings: Mapping[bytes, Saying], is_destroyed: bool) -> dict[bytes, int]:
        """The keys of the passages that show these, now that they are on record.

        On a page that stands they have their quotes: where a redaction took the words from others,
        they come back with it, and with it alone. A page that was destroyed adds no words.
        """
        known = self._all if is_destroyed else self._quoted
        new = [evidence for evidence in sayings if evidence not in known]
        rows: list[dict[str, Any]] = [
            {
                "fact": self._facts[fact],
                "evidence": evidence,
                "basis": reading.as_of_basis,
                "quote": None if is_destroyed else reading.quote,
                "locator": reading.locator,
                "published_at": reading.published_at,
                "derived": reading.derived,
            }
            for evidence, (fact, reading) in ((it, sayings[it]) for it in new)
        ]
        self._batch.add(passages, rows)
        keys = {evidence: row["id"] for evidence, row in zip(new, rows, strict=True)}
        self._all |= keys
        if not is_destroyed:
            self._quoted |= keys
        return {evidence: known[evidence] for evidence in sayings}


def _absent(named: Iterable[ViewName], known: Mapping[ViewName, int]) -> list[ViewName]:
    return [name for name in named if name not in known]
