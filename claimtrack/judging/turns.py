"""Turns: how closely the day on which a claim's label changed is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from claimtrack.judging.figures import day_words
from claimtrack.judging.labels import FIRM

if TYPE_CHECKING:
    from claimtrack.judging.verdicts import Transition

#: A change is known to the day, or to have come between two days, or by a day at the latest, since
#: nothing was known before it; or nothing changed, and the evidence only came back.
Turn = Literal["day", "between", "latest", "again"]


def turn(changes: Sequence[Transition]) -> Turn:
    """How closely the day of the last of *changes* is known, by those before it."""
    last = changes[-1]
    if last.after not in FIRM or last.cause.kind != "observation":
        return "between" if last.earliest != last.latest else "day"
    open_ones = [*takewhile(lambda one: one.before not in FIRM, reversed(changes))]
    if not all(one.before == "not_enough_evidence" for one in open_ones):
        return "between" if last.earliest != last.latest else "day"
    if len(open_ones) == len(changes):
        return "latest"
    was = changes[-len(open_ones) - 1].before
    if open_ones and was == last.after:
        return "again"
    return "between" if last.earliest != last.latest else "day"


def since_words(changes: Sequence[Transition]) -> str:
    """Since when it has been so, by the last of *changes*: "since 5 January 2026", "since a day
    between ... and ...", and where the evidence had a gap what is known in spite of it.
    """
    last = changes[-1]
    on = day_words(last.on)
    return {
        "day": f"since {on}",
        "between": f"since a day between {day_words(last.earliest)} and {day_words(last.latest)}",
        "latest": f"since {on} at the latest",
        "again": f"since {on} again, after a gap in the evidence,",
    }[turn(changes)]


def when_words(changes: Sequence[Transition], days: Callable[[date], str] = day_words) -> str:
    """When the last of *changes* came, in the words of `since_words`, to stand before what came;
    *days* says how a day is written.
    """
    last = changes[-1]
    on = days(last.on)
    return {
        "day": on,
        "between": f"{on} (between {days(last.earliest)} and {days(last.latest)})",
        "latest": f"{on} at the latest",
        "again": f"{on}, after a gap in the evidence",
    }[turn(changes)]
