"""Attempts as they stand on record: what was asked, what came of it, what to ask with next."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from claimtrack.freshness import fresh_until
from claimtrack.observations import (
    OUTCOMES_UNANSWERED,
    OUTCOMES_WITH_PAGE,
    SAYS_NOTHING,
    Attempt,
    Result,
    ResultStatus,
)
from claimtrack.pages import Memory, Validators
from claimtrack.store import intake
from claimtrack.store.evidence import EVER, is_known_view
from claimtrack.store.intake import Taken
from claimtrack.store.queries import Query, chunks
from claimtrack.store.schema import (
    AnyRow,
    addresses,
    attempts,
    facts,
    passages,
    results,
    sightings,
    views,
)
from claimtrack.values import calendar_date

# -- changed or unchanged -----------------------------------------------------------------------

_mine = results.alias("mine")
_before = results.alias("before")
_previous = (
    select(_before.c.id)
    .where(
        _before.c.measure == _mine.c.measure,
        _before.c.address == _mine.c.address,
        _before.c.turn < _mine.c.turn,
        or_(
            _before.c.status.in_(SAYS_NOTHING),
            and_(_before.c.status == "read", is_known_view(_before.c.view)),
        ),
    )
    .order_by(_before.c.turn.desc(), _before.c.position)
    .limit(1)
    .scalar_subquery()
)
_compared = Query(
    select(
        _mine.c.turn,
        _mine.c.position,
        _mine.c.view,
        is_known_view(_mine.c.view).label("is_known"),
        _previous.label("previous"),
    ).where(_mine.c.turn.in_(bindparam("turns", expanding=True)), _mine.c.status == "read"),
    keys="turns",
)
_view_of = Query(
    select(results.c.id, results.c.view, results.c.status).where(
        results.c.id.in_(bindparam("keys", expanding=True))
    ),
    keys="keys",
)
_shown = select(passages.c.fact).join(sightings, sightings.c.passage == passages.c.id)
_not_shown = _shown.where(
    sightings.c.view == bindparam("by"),
    passages.c.fact.not_in(_shown.where(sightings.c.view == bindparam("but_not_by"))),
).limit(1)
#: Headers that may come in several lines.
_LISTS = frozenset({"cache-control"})
_of_views = sightings.c.view.in_(bindparam("views", expanding=True))
_how_many = Query(
    select(sightings.c.view, func.count().label("number"))
    .where(_of_views)
    .group_by(sightings.c.view),
    keys="views",
)
_facts_of = Query(
    select(sightings.c.view, passages.c.fact)
    .join(passages, passages.c.id == sightings.c.passage)
    .where(_of_views),
    keys="views",
)
_FEW = 50
_REMEMBERED_AT_ONCE = 100
#: A view of nothing: no view has this key.
_NOTHING = 0

Place = tuple[str, int]


def resolved(connection: Connection, taken: Iterable[Taken]) -> tuple[Attempt, ...]:
    """The attempts, each result that was read told apart into ``changed`` and ``unchanged``: by
    what the attempt before it in time saw at the same address of the same measure.
    """
    given = list(taken)
    statuses = _statuses(connection, (one.turn for one in given))
    return tuple(_resolved(one, statuses) for one in given)


def _resolved(one: Taken, statuses: Mapping[Place, ResultStatus]) -> Attempt:
    """The attempt, part by part: every one is told so, and `replace` takes three times as long."""
    was = one.attempt
    results = [
        _with_status(result, statuses.get((one.turn, position), result.status))
        for position, result in enumerate(was.results)
    ]
    return Attempt(
        was.source,
        was.url,
        was.at,
        was.outcome,
        was.status,
        was.reason,
        was.snapshot,
        tuple(results),
        was.headers,
        was.bytes,
        was.seconds,
        was.asked,
        was.requests,
        was.shared,
    )


def _with_status(result: Result, status: ResultStatus) -> Result:
    return Result(result.measure, status, result.extractor, result.readings, result.reason)


def _statuses(connection: Connection, turns: Iterable[str]) -> dict[Place, ResultStatus]:
    rows = _compared.rows(connection, turns, known=EVER)
    before = (row.previous for row in rows if row.previous is not None)
    previous = {
        row.id: row.view if row.status == "read" else _NOTHING
        for row in _view_of.rows(connection, before)
    }
    pairs = {
        (row.turn, row.position): (
            row.view if row.is_known else None,
            previous.get(row.previous),
        )
        for row in rows
    }
    verdicts = _verdicts(connection, set(pairs.values()))
    return {place: verdicts[pair] for place, pair in pairs.items()}


#: A view, and the one before it; None where there is none.
Pair = tuple[int | None, int | None]


def _verdicts(connection: Connection, pairs: Collection[Pair]) -> dict[Pair, ResultStatus]:
    """Whether the first of each pair shows what the second did not, or the other way round."""
    differing = {pair for pair in pairs if None not in pair and pair[0] != pair[1]}
    shown = _shown_in_short(connection, {view for pair in differing for view in pair if view})
    found: dict[Pair, ResultStatus] = {}
    for view, previous in pairs:
        if view is None:  # "not modified", of a page that nobody on record has read
            found[view, previous] = "unchanged"
        elif previous is None:
            found[view, previous] = "changed"
        else:
            is_same = view == previous or _shows_the_same(connection, view, previous, shown)
            found[view, previous] = "unchanged" if is_same else "changed"
    return found


def _shown_in_short(connection: Connection, seen: Iterable[int]) -> dict[int, set[int]]:
    """The facts of those of the views *seen* that show few: most pages show one, a series
    thousands.
    """
    counts = {row.view: row.number for row in _how_many.rows(connection, seen)}
    few: dict[int, set[int]] = {view: set() for view in seen if counts.get(view, 0) <= _FEW}
    for row in _facts_of.rows(connection, few):
        few[row.view].add(row.fact)
    return few


def _shows_the_same(
    connection: Connection, view: int, other: int, shown: Mapping[int, set[int]]
) -> bool:
    # The view of nothing is on no record, and shows nothing.
    if {view, other} <= shown.keys() | {_NOTHING}:
        return shown.get(view, set()) == shown.get(other, set())
    return all(
        connection.scalar(_not_shown, {"by": one, "but_not_by": another}) is None
        for one, another in ((view, other), (other, view))
    )


# -- attempts -----------------------------------------------------------------------------------

_attempts = (
    select(attempts, addresses.c.source, addresses.c.url)
    .select_from(attempts.join(addresses, addresses.c.id == attempts.c.address))
    .order_by(attempts.c.turn.desc())
    .limit(bindparam("limit"))
)
_attempts_of = _attempts.where(addresses.c.source == bindparam("source"))
_attempts_at = _attempts.where(addresses.c.digest == bindparam("digest"))
_results_of = Query(
    select(results)
    .where(results.c.attempt.in_(bindparam("keys", expanding=True)))
    .order_by(results.c.attempt, results.c.position),
    keys="keys",
)


def latest_attempts(
    connection: Connection, source: str | None, url: str | None, limit: int
) -> tuple[Attempt, ...]:
    """The latest attempts, the newest first: everybody's, a source's, or a source's at one
    address. Their results tell what changed and hold no readings.
    """
    if source is None:
        rows = connection.execute(_attempts, {"limit": limit}).all()
    elif url is None:
        rows = connection.execute(_attempts_of, {"source": source, "limit": limit}).all()
    else:
        at = {"digest": intake.address(source, url), "limit": limit}
        rows = connection.execute(_attempts_at, at).all()
    return _read_attempts(connection, rows)


#: What a capture says of the page is an answer whatever it is, and names where the capture is.
_is_answered = and_(
    attempts.c.asked,
    or_(
        attempts.c.outcome.not_in(OUTCOMES_UNANSWERED),
        attempts.c.headers.contains('"content-location"'),
    ),
)
_answered = (
    select(attempts.c.turn, attempts.c.snapshot, attempts.c.headers)
    .select_from(attempts.join(addresses, addresses.c.id == attempts.c.address))
    .where(addresses.c.digest == bindparam("digest"), _is_answered)
    .order_by(attempts.c.turn)
)


def answered(connection: Connection, source: str, url: str) -> dict[datetime, Validators | None]:
    """Every moment at which *url* answered *source*, whatever it said, captures' own moments
    included, and the page that came or was confirmed; None where none was. Not those at which it
    was not asked, or did not answer.
    """
    found: dict[datetime, Validators | None] = {}
    for row in connection.execute(_answered, {"digest": intake.address(source, url)}):
        at = intake.moment_of(row.turn)
        found[at] = found.get(at) if row.snapshot is None else _page_of(row)
    return found


def _page_of(row: AnyRow) -> Validators:
    return Validators(row.snapshot, content_type=_named(row.headers).get("content-type"))


def _read_attempts(connection: Connection, rows: Sequence[AnyRow]) -> tuple[Attempt, ...]:
    found: dict[int, list[AnyRow]] = {}
    for result in _results_of.rows(connection, (row.id for row in rows)):
        found.setdefault(result.attempt, []).append(result)
    statuses = _statuses(connection, (row.turn for row in rows))
    return tuple(_attempt(row, found.get(row.id, []), statuses) for row in rows)


def _attempt(row: AnyRow, found: list[AnyRow], statuses: dict[Place, ResultStatus]) -> Attempt:
    return Attempt(
        source=row.source,
        url=row.url,
        at=intake.moment_of(row.turn),
        outcome=row.outcome,
        status=row.status,
        reason=row.reason,
        snapshot=row.snapshot,
        results=tuple(
            Result(
                result.measure,
                statuses.get((row.turn, result.position), result.status),
                result.extractor,
                reason=result.reason,
            )
            for result in found
        ),
        headers=tuple((name, value) for name, value in json.loads(row.headers)),
        bytes=row.bytes,
        seconds=row.seconds,
        asked=row.asked,
        requests=row.requests,
        shared=row.shared,
    )


# -- what to ask with next ----------------------------------------------------------------------

_latest = attempts.alias("latest")
_seen = attempts.alias("seen")
_brought = attempts.alias("brought")
_newest = (
    select(_latest.c.id)
    .where(_latest.c.address == addresses.c.id, _latest.c.asked)
    .order_by(_latest.c.turn.desc())
    .limit(1)
    .correlate(addresses)
    .scalar_subquery()
)
_last_seen = (
    select(_latest.c.id)
    .where(
        _latest.c.address == addresses.c.id,
        _latest.c.outcome.in_(("fetched", "not_modified")),
        _latest.c.snapshot.is_not(None),
    )
    .order_by(_latest.c.turn.desc())
    .limit(1)
    .correlate(addresses)
    .scalar_subquery()
)
#: The answer that brought the page gave its validators, where later ones do not repeat them.
_last_brought = (
    select(_latest.c.id)
    .where(
        _latest.c.address == addresses.c.id,
        _latest.c.outcome == "fetched",
        _latest.c.snapshot == _seen.c.snapshot,
    )
    .order_by(_latest.c.turn.desc())
    .limit(1)
    .correlate(addresses, _seen)
    .scalar_subquery()
)
_asked = attempts.alias("asked")
_last_came = (
    select(_latest.c.turn)
    .where(
        _latest.c.address == addresses.c.id,
        _latest.c.outcome.in_(OUTCOMES_WITH_PAGE),
    )
    .order_by(_latest.c.turn.desc())
    .limit(1)
    .correlate(addresses)
    .scalar_subquery()
)
_failed = attempts.alias("failed")
_failures = (
    select(func.count())
    .select_from(_failed)
    .where(
        _failed.c.address == addresses.c.id,
        _failed.c.asked,
        _failed.c.turn > func.coalesce(_last_came, ""),
    )
    .correlate(addresses)
    .scalar_subquery()
)
_remembered = select(
    addresses.c.source,
    addresses.c.url,
    _asked.c.turn,
    _asked.c.outcome,
    _asked.c.headers.label("answered"),
    _failures.label("failures"),
    _seen.c.snapshot,
    _seen.c.headers,
    _brought.c.headers.label("brought"),
).select_from(
    addresses.join(_asked, _asked.c.id == _newest)
    .outerjoin(_seen, _seen.c.id == _last_seen)
    .outerjoin(_brought, _brought.c.id == _last_brought)
)
_remembered_at = _remembered.where(addresses.c.digest == bindparam("digest"))
_all_digests = Query(select(addresses.c.digest))
_remembered_of = Query(
    _remembered.where(addresses.c.digest.in_(bindparam("keys", expanding=True))), keys="keys"
)
_told = results.c.view == views.c.id, results.c.tells == bindparam("tells", True)
_missed = select(results.c.id).where(*_told, results.c.status == "missing").exists()
_readers = Query(
    select(
        views.c.snapshot,
        views.c.measure,
        views.c.source,
        views.c.extractor,
        _missed.label("missed"),
    ).where(
        views.c.snapshot.in_(bindparam("snapshots", expanding=True)),
        select(results.c.id).where(*_told).exists(),
    ),
    keys="snapshots",
)
_last_days = Query(
    select(facts.c.source, facts.c.measure, func.max(facts.c.as_of).label("day"))
    .where(facts.c.measure.in_(bindparam("measures", expanding=True)), facts.c.as_of.is_not(None))
    # days, months and years
    .group_by(facts.c.source, facts.c.measure, func.length(facts.c.as_of)),
    keys="measures",
)

_heard = (
    select(results.c.turn)
    .join(addresses, addresses.c.id == results.c.address)
    .where(
        results.c.measure == bindparam("measure"),
        addresses.c.source == bindparam("source"),
        results.c.status == "read",
    )
    .order_by(results.c.turn.desc())
    .limit(bindparam("limit"))
)


def memories(
    connection: Connection, of: Iterable[tuple[str, str]] | None = None
) -> dict[tuple[str, str], Memory]:
    """What is remembered of the addresses *of* (None: of every one), by source and address."""
    if of is None:
        digests = _all_digests.column(connection)
    else:
        digests = [intake.address(source, url) for source, url in of]
    found: dict[tuple[str, str], Memory] = {}
    for chunk in chunks(
        digests, 100
    ):  # the headers on record take more room than what is remembered
        found |= _remembered_at_once(connection, chunk)
    return found


def _remembered_at_once(
    connection: Connection, digests: Iterable[str]
) -> dict[tuple[str, str], Memory]:
    rows = _remembered_of.rows(connection, digests)
    readers: dict[tuple[str, str], set[tuple[str, str]]] = {}
    missed: dict[tuple[str, str], set[tuple[str, str]]] = {}
    seen = (row.snapshot for row in rows if row.snapshot is not None)
    for reader in _readers.rows(connection, seen):
        for kept in (readers, missed) if reader.missed else (readers,):
            read = kept.setdefault((reader.source, reader.snapshot), set())
            read.add((reader.measure, reader.extractor))
    found = {}
    for row in rows:
        given, page = _updated(row), (row.source, row.snapshot)
        found[row.source, row.url] = Memory(
            intake.moment_of(row.turn),
            _validators(row, given),
            frozenset(readers.get(page, ())),
            frozenset(missed.get(page, ())),
            row.failures,
            _named(row.answered).get("retry-after") if row.outcome == "postponed" else None,
            None if row.failures else fresh_until(intake.moment_of(row.turn), given.items()),
        )
    return found


def validators(connection: Connection, source: str, url: str) -> Validators | None:
    """What lets the server say "not modified" of the page that was last seen at an address; None
    where none was, or where it came without validators.
    """
    at = {"digest": intake.address(source, url)}
    row = connection.execute(_remembered_at, at).one_or_none()
    found = None if row is None else _validators(row, _updated(row))
    return found if found and (found.etag or found.last_modified) else None


def _validators(row: AnyRow, given: Mapping[str, str]) -> Validators | None:
    if row.snapshot is None:
        return None
    content_type = given.get("content-type")
    return Validators(
        row.snapshot,
        given.get("etag"),
        given.get("last-modified"),
        # The same for all pages of a site, of which thousands may be planned.
        content_type=None if content_type is None else sys.intern(content_type),
    )


def _updated(row: AnyRow) -> dict[str, str]:
    """The headers of the last page, with those of the last "not modified" in their place (RFC 9111,
    3.2 and 4.3.4); without its age, which is what it was when the page came.
    """
    seen = _named(row.headers)
    if row.brought == row.headers:
        return seen
    brought = _named(row.brought)
    brought.pop("age", None)
    return {**brought, **seen}


def _named(headers: str | None) -> dict[str, str]:
    """The *headers* on record by name, those of one name joined as lists are (RFC 9110, 5.3)."""
    found: dict[str, str] = {}
    for name, value in () if headers is None else json.loads(headers):
        found[name] = f"{found[name]}, {value}" if name in _LISTS and name in found else value
    return found


def is_read(
    connection: Connection, source: str, measure: str, snapshot: str, extractor: str
) -> bool:
    """Whether that reader has read that snapshot for the measure, so that "not modified" would
    say something.
    """
    rows = _readers.rows(connection, [snapshot])
    asked = (source, measure, extractor)
    return any((row.source, row.measure, row.extractor) == asked for row in rows)


def last_days(connection: Connection, of: Iterable[tuple[str, str]]) -> dict[tuple[str, str], date]:
    """The last day that each source has spoken of for a measure, by source and measure."""
    wanted = set(of)
    found: dict[tuple[str, str], date] = {}
    for source, measure, day in _last_days.rows(connection, (measure for _, measure in wanted)):
        last = calendar_date(day).last
        if (source, measure) in wanted:
            found[source, measure] = max(last, found.get((source, measure), last))
    return found


def heard_at(connection: Connection, source: str, measure: str, limit: int) -> tuple[datetime, ...]:
    """The latest moments at which a page of *source* was read for *measure*, the newest first."""
    asked = {"source": source, "measure": measure, "limit": limit}
    return tuple(intake.moment_of(turn) for turn in connection.scalars(_heard, asked))
