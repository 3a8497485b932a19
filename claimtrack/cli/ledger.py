"""The ledger from the shell: what asking each source has cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimtrack.cli.options import opened, print_table
from claimtrack.errors import DatabaseMissing

if TYPE_CHECKING:
    from claimtrack.ledger import Dealings
    from claimtrack.values import DayLike

#: What a table has room for.
_TOLD = 60
_HEADER = (
    "SOURCE", "PLUGIN", "ASKS", "LAST", "REQUESTS", "BYTES", "SAME", "CONFIRMED", "FAILED",
    "REASON",
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
    rows = [tuple(_row(one)) for one in ledger]
    if rows:
        print_table(_HEADER, rows)
        print()


def plain_ledger(ledger: Iterable[Dealings]) -> list[dict[str, Any]]:
    """*ledger* for JSON, with what is worked out from it."""
    from claimtrack.export import plain

    return [
        {
            **plain(one),
            "requests": one.requests,
            "failures": one.failures,
            "same_share": one.same_share,
        }
        for one in ledger
    ]


def _row(one: Dealings) -> Iterator[str]:
    yield one.source
    yield one.plugin or "-"
    yield f"{one.addresses} for {len(one.measures)}"
    yield one.last_outcome or "never asked"
    yield f"{one.requests:,}"
    yield f"{one.bytes:,}"
    yield "-" if one.same_share is None else f"{one.same_share:.0%}"
    yield _day(one.last_confirmed_at)
    yield f"{one.failures:,}"
    reason = one.last_reason or ""
    yield reason if len(reason) <= _TOLD else f"{reason[:_TOLD]}..."


def _day(moment: datetime | None) -> str:
    return "-" if moment is None else f"{moment:%Y-%m-%d %H:%M}"
