"""Turns: how closely the day on which a claim's label changed is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    open_ones = [*takewhile(lambda one: one.before not in FIRM, reversed(changes))]
    was_silent = all(one.before == "not_enough_evidence" for one in open_ones)
    if last.after in FIRM and last.cause.kind == "observation" and was_silent:
        if len(open_ones) == len(changes):
            return "latest"
        if open_ones and changes[-len(open_ones) - 1].before == last.after:
            return "again"
    return "between" if last.earliest != last.latest else "day"


@dataclass(frozen=True, slots=True)
class Onset:
    """Since when something has been so: ``on`` is the day the evidence first says so, ``known`` how
    closely that is known. It began between ``earliest`` (None: nothing tells) and ``latest``, both
    inclusive. ``str()`` says it in words, ready to stand in a sentence.
    """

    on: date
    known: Turn
    earliest: date | None
    latest: date

    @classmethod
    def at(cls, day: date) -> Onset:
        """An onset that is known to the day."""
        return cls(day, "day", day, day)

    @classmethod
    def of(cls, changes: Sequence[Transition]) -> Onset:
        """The onset of what the last of *changes* brought, by those before it."""
        last, known = changes[-1], turn(changes)
        return cls(last.on, known, None if known == "latest" else last.earliest, last.latest)

    @property
    def brief(self) -> str:
        """The same for a cell of a table, in ISO days."""
        return {
            "day": f"{self.on}",
            "between": f"{self.earliest} to {self.latest}",
            "latest": f"{self.on} or before",
            "again": f"{self.on} again",
        }[self.known]

    def __str__(self) -> str:
        on, latest = day_words(self.on), day_words(self.latest)
        earliest = on if self.earliest is None else day_words(self.earliest)
        return {
            "day": f"since {on}",
            "between": f"since a day between {earliest} and {latest}",
            "latest": f"since {on} at the latest",
            "again": f"since {on} again, after a gap in the evidence,",
        }[self.known]


def when_words(changes: Sequence[Transition], days: Callable[[date], str] = day_words) -> str:
    """When the last of *changes* came, in the words of an `Onset`, to stand before what came;
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
