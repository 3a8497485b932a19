"""News: what an update learnt of the claims, a line for each change that something seen caused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.judging.verdicts import Transition

#: A first update may bring the changes of years; whoever wants them all asks for the history.
_TOLD = 5


def news(changes: Iterable[Transition], taken_back: Iterable[Transition]) -> Iterator[str]:
    """A line for each change that an observation caused (the newest five of a claim) and for a
    newest change that time alone brought, oldest first; of the rest, how many were before. Then a
    line for each change that is none any more.
    """
    by_claim: dict[str, list[Transition]] = {}
    for change in sorted(changes, key=lambda change: change.on):
        by_claim.setdefault(change.claim, []).append(change)
    told = [pair for of_claim in by_claim.values() for pair in _told(of_claim)]
    for change, before in sorted(told, key=lambda pair: pair[0].on):
        count = f" ({before} before)" if before else ""
        yield f"{_line(change)}, because of {change.cause}{count}"
    for change in sorted(taken_back, key=lambda change: change.on):
        yield f"{change.on}  {change.claim}: no longer {change.before} -> {change.after}"


def _told(changes: list[Transition]) -> Iterator[tuple[Transition, int]]:
    """Those of one claim's *changes* that are told; with the first, how many are not."""
    chosen = [change for change in changes[:-1] if change.cause.kind != "time"]
    # What a claim came to is told whatever brought it; that evidence aged in between is not.
    chosen = [*chosen, changes[-1]][-_TOLD:]
    for change in chosen:
        yield change, len(changes) - len(chosen) if change is chosen[0] else 0


def _line(change: Transition) -> str:
    return f"{change.on}  {change.claim}: {change.before} -> {change.after}"
