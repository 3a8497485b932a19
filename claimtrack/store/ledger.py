"""The ledger: what asking each source has cost, counted over the attempts on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, case, exists, func, select

from claimtrack.ledger import Dealings
from claimtrack.observations import FAILED_RESULTS, OUTCOMES_WITH_PAGE, became
from claimtrack.pages import BROKEN_OFF
from claimtrack.store import intake
from claimtrack.store.schema import AnyRow, addresses, attempts, results

_COMES = attempts.c.outcome.in_(sorted(OUTCOMES_WITH_PAGE))
#: What broke off came, and confirms nothing: it may be read as whole the next time.
_breaks_off = exists().where(
    results.c.attempt == attempts.c.id, results.c.reason.contains(BROKEN_OFF, autoescape=True)
)
_by_address = attempts.join(addresses, addresses.c.id == attempts.c.address)
_since = attempts.c.turn >= bindparam("since")
#: What an older claimtrack asked was counted by nobody: one request at least.
_requests = func.coalesce(attempts.c.requests, case((attempts.c.asked, 1), else_=0))
_own = attempts.c.shared.is_(False)
#: What was left alone may have cost the robots.txt that was asked for first.
_outcomes = (
    select(
        addresses.c.source,
        attempts.c.outcome,
        attempts.c.asked,
        func.count().label("asks"),
        func.sum(case((_own, 0), else_=1)).label("shared"),
        func.sum(case((_own, _requests), else_=0)).label("requests"),
        func.sum(case((_own, attempts.c.bytes), else_=0)).label("bytes"),
        func.sum(case((_own, attempts.c.seconds), else_=0.0)).label("seconds"),
        func.max(attempts.c.turn).label("last"),
        func.max(case((_COMES & ~_breaks_off, attempts.c.turn))).label("last_came"),
    )
    .select_from(_by_address)
    .where(_since, addresses.c.url.not_like("plugin:%"))
    .group_by(addresses.c.source, attempts.c.outcome, attempts.c.asked)
)
_addresses = (
    select(addresses.c.source, func.count(attempts.c.address.distinct()).label("number"))
    .select_from(_by_address)
    .where(_since, attempts.c.asked)
    .group_by(addresses.c.source)
)
_pages = (
    select(
        attempts.c.address,
        attempts.c.turn,
        attempts.c.snapshot,
        func.lag(attempts.c.snapshot)
        .over(partition_by=attempts.c.address, order_by=attempts.c.turn)
        .label("before"),
    )
    .where(attempts.c.snapshot.is_not(None))
    .subquery()
)
_same = (
    select(addresses.c.source, func.count().label("number"))
    .select_from(_pages.join(addresses, addresses.c.id == _pages.c.address))
    .where(_pages.c.turn >= bindparam("since"), _pages.c.snapshot == _pages.c.before)
    .group_by(addresses.c.source)
)
_failing = results.c.status.in_(sorted(FAILED_RESULTS))
_unread_pages = (
    select(results.c.attempt)
    .where(results.c.turn >= bindparam("since"))
    .group_by(results.c.attempt)
    .having(func.count() == func.sum(case((_failing, 1), else_=0)))
    .subquery()
)
_unread = (
    select(addresses.c.source, func.count().label("number"))
    .select_from(_by_address.join(_unread_pages, _unread_pages.c.attempt == attempts.c.id))
    .where(_COMES)
    .group_by(addresses.c.source)
)
_reason = select(attempts.c.reason).where(attempts.c.turn == bindparam("turn"))
#: Why a page that came was not read: a plugin that raises has no other place to tell it.
_unread_reason = (
    select(results.c.status + ": " + func.coalesce(results.c.reason, "no reason given"))
    .join(attempts, attempts.c.id == results.c.attempt)
    .where(attempts.c.turn == bindparam("turn"), _failing)
    .order_by(results.c.position)
    .limit(1)
)
_statuses = (
    select(results.c.status)
    .join(attempts, attempts.c.id == results.c.attempt)
    .where(attempts.c.turn == bindparam("turn"))
    .order_by(results.c.position)
)


def dealings(connection: Connection, since: datetime | None) -> dict[str, Dealings]:
    """The dealings with every source that was to be asked, by its name on record: of all time, or
    from the moment *since* on.
    """
    given = {"since": "" if since is None else intake.stamp(since)}
    by_source: dict[str, list[AnyRow]] = {}
    for row in connection.execute(_outcomes, given):
        by_source.setdefault(row.source, []).append(row)
    numbers, same, unread = (
        {row.source: row.number for row in connection.execute(query, given)}
        for query in (_addresses, _same, _unread)
    )
    return {
        source: replace(
            _summed(source, rows),
            addresses=numbers.get(source, 0),
            same=same.get(source, 0),
            unread=unread.get(source, 0),
            last_reason=_last_reason(connection, rows),
            last_became=_last_became(connection, rows),
        )
        for source, rows in by_source.items()
    }


def _last_reason(connection: Connection, rows: list[AnyRow]) -> str | None:
    last = _last_asked(rows)
    if last is None:
        return None
    told: str | None = connection.scalar(_unread_reason, {"turn": last.last})
    return told or connection.scalar(_reason, {"turn": last.last})


def _last_became(connection: Connection, rows: list[AnyRow]) -> str | None:
    last = _last_asked(rows)
    if last is None:
        return None
    return became(last.outcome, connection.scalars(_statuses, {"turn": last.last}).all())


def _last_asked(rows: list[AnyRow]) -> AnyRow | None:
    return max((row for row in rows if row.asked), key=lambda row: str(row.last), default=None)


def _summed(source: str, rows: list[AnyRow]) -> Dealings:
    """The dealings with *source*, of which each of *rows* tells one outcome."""
    last = _last_asked(rows)
    came = max((row.last_came for row in rows if row.last_came is not None), default=None)
    return Dealings(
        source,
        outcomes=MappingProxyType({row.outcome: row.asks for row in rows if row.asked}),
        requests=sum(int(row.requests) for row in rows),
        shared=sum(int(row.shared) for row in rows if row.asked),
        not_asked=sum(row.asks for row in rows if not row.asked),
        bytes=sum(int(row.bytes) for row in rows),
        seconds=sum(row.seconds for row in rows),
        last_asked_at=None if last is None else intake.moment_of(last.last),
        last_outcome=None if last is None else last.outcome,
        last_confirmed_at=None if came is None else intake.moment_of(came),
    )
