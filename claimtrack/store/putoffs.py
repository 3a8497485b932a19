"""Put-offs: which sources are left alone just now, by the attempts and the hosts on record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, func, or_, select

from claimtrack import manners
from claimtrack.ledger import PutOff
from claimtrack.manners import HostState
from claimtrack.store import intake
from claimtrack.store.schema import addresses, attempts, hosts

#: What was left alone so long before its source was last asked elsewhere is asked for no more.
_LONG_AGO = timedelta(days=1)
_HTTP = ("http://", "https://")

_lasts = (
    select(
        attempts.c.address,
        func.max(attempts.c.turn).label("last"),
        func.max(case((attempts.c.asked, attempts.c.turn))).label("asked"),
    )
    .group_by(attempts.c.address)
    .subquery()
)
_last_of_each = (
    select(addresses.c.source, func.max(_lasts.c.last).label("last"))
    .join(addresses, addresses.c.id == _lasts.c.address)
    .group_by(addresses.c.source)
)
#: The addresses that were left alone when they were last to be asked, the newest last.
_left = (
    select(addresses.c.source, addresses.c.url, attempts.c.turn, attempts.c.reason)
    .join(_lasts, _lasts.c.last == attempts.c.turn)
    .join(addresses, addresses.c.id == attempts.c.address)
    .where(or_(_lasts.c.asked.is_(None), _lasts.c.asked < _lasts.c.last))
    .order_by(attempts.c.turn)
)
_troubled = select(hosts).where(
    or_(hosts.c.retry_at > bindparam("at"), hosts.c.failures >= manners.DOWN)
)
_addresses = select(addresses.c.source, addresses.c.url)

Named = Mapping[str, Collection[str]]


def put_offs(connection: Connection, at: datetime, named: Named) -> dict[str, PutOff]:
    """The sources that are put off at the moment *at*, in whole or in part, by their names on
    record. *named* holds the addresses that are named for a source; one for which none are is
    taken to ask those on record.
    """
    found = _left_alone(connection, named)
    resting = _resting(connection, at)
    for source, url in _asked(connection, named) if resting else ():
        rest = resting.get(manners.host_of(url))
        known = found.get(source)
        if rest is not None and (known is None or _is_longer(rest, known)):
            found[source] = replace(rest, at=None if known is None else known.at)
    return found


def _is_longer(one: PutOff, other: PutOff) -> bool:
    return other.until is None or (one.until is not None and one.until > other.until)


def _left_alone(connection: Connection, named: Named) -> dict[str, PutOff]:
    """What was left alone when it was last to be asked, for whatever reason."""
    lasts = {row.source: row.last for row in connection.execute(_last_of_each)}
    found: dict[str, PutOff] = {}
    for row in connection.execute(_left):
        at = intake.moment_of(row.turn)
        is_asked = (
            row.url in named[row.source] if row.source in named else row.url.startswith(_HTTP)
        )
        if is_asked and at > intake.moment_of(lasts[row.source]) - _LONG_AGO:
            found[row.source] = PutOff(row.reason or "it is not said why", at)
    return found


def _resting(connection: Connection, at: datetime) -> dict[str, PutOff]:
    """The hosts that are left alone at the moment *at*."""
    found: dict[str, PutOff] = {}
    for row in connection.execute(_troubled, {"at": at}):
        host, *fields = row
        state = HostState(*fields)
        until = manners.left_alone_until(state, at)
        if until is not None:
            reason = f"{host}: {manners.left_alone_for(state, at)}"
            found[host] = PutOff(reason, until=until)
    return found


def _asked(connection: Connection, named: Named) -> Iterator[tuple[str, str]]:
    for source, urls in named.items():
        yield from ((source, url) for url in urls)
    for row in connection.execute(_addresses):
        if row.source not in named:
            yield row.source, row.url
