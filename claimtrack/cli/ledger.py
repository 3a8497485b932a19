"""The ledger from the shell: what asking each source has cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimtrack.cli.options import opened, print_table
from claimtrack.cli.saying import say
from claimtrack.errors import DatabaseMissing

if TYPE_CHECKING:
    from claimtrack.ledger import Dealings
    from claimtrack.values import DayLike

#: What a table has room for.
_TOLD = 120
_HEADER = (
    "SOURCE", "PLUGIN", "ASKS", "LAST", "REQUESTS", "BYTES", "SAME", "ASKED", "CONFIRMED",
    "FAILED", "REASON",
)  # fmt: skip


def ledger_of(since: DayLike | None, db: str | None) -> tuple[Dealings, ...]:
    """The ledger of the database that is meant; empty where there is none yet."""
    try:
        with opened(db) as tracker:
            return tracker.ledger(since=since)
    except DatabaseMissing:
        return ()


def print_ledger(ledger: Iterable[Dealings]) -> None:
    """Print a line for each source; nothing for none."""
    told = tuple(ledger)
    if told:
        print_table(_HEADER, [tuple(_row(one)) for one in told])
        requests, moved = sum(one.requests for one in told), sum(one.bytes for one in told)
        say(f"over the wire: {requests:,} requests, {moved:,} bytes")
        say()


def plain_ledger(ledger: Iterable[Dealings]) -> list[dict[str, Any]]:
    """*ledger* for JSON, with what is worked out from it."""
    from claimtrack.export import plain

    return [
        {
            **plain(one),
            "asks": one.asks,
            "failures": one.failures,
            "same_share": one.same_share,
        }
        for one in ledger
    ]


def _row(one: Dealings) -> Iterator[str]:
    yield one.source
    yield one.plugin or "-"
    yield f"{one.addresses} for {len(one.measures)}"
    yield _last(one)
    yield f"{one.requests:,}" + (f" +{one.shared:,} shared" if one.shared else "")
    yield f"{one.bytes:,}"
    yield "-" if one.same_share is None else f"{one.same_share:.0%}"
    yield _day(one.last_asked_at)
    yield _day(one.last_confirmed_at)
    yield f"{one.failures:,}"
    reason = _reason(one)
    yield reason if len(reason) <= _TOLD else f"{reason[:_TOLD]}..."


def _last(one: Dealings) -> str:
    is_put_off = one.put_off is not None and one.last_outcome != "postponed"
    return "put off" if is_put_off else one.last_became or "never asked"


def _reason(one: Dealings) -> str:
    """Why nothing is asked now, and until when; else why nothing came of the last ask."""
    if one.put_off is None:
        return one.last_reason or ""
    until = one.put_off.until
    return one.put_off.reason if until is None else f"until {_day(until)}: {one.put_off.reason}"


def _day(moment: datetime | None) -> str:
    return "-" if moment is None else f"{moment:%Y-%m-%d %H:%M}"
