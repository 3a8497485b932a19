"""Spells: the runs in time of attempts that saw the same undated facts. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Sighting(NamedTuple):
    """What ties a passage to the view that showed it, by their keys."""

    view: int
    passage: int


@dataclass(frozen=True, slots=True)
class Shown:
    """How an attempt showed a fact: by which sighting, on record since when."""

    sighting: Sighting
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """One attempt that saw a page, and the undated facts that the page showed; none of them where
    what we read there is missing. ``turn`` sorts as the attempts happened.
    """

    turn: str
    shows: Mapping[int, Shown]


@dataclass(frozen=True, slots=True)
class Run:
    """A maximal run of looks that saw the same facts, from the turn ``first`` to the turn ``last``.

    ``shows`` holds the sightings of the first look, each on record since any look of the run was.
    """

    first: str
    last: str
    shows: Mapping[int, Shown]


def runs(looks: Iterable[Look]) -> list[Run]:
    """The runs of *looks*, oldest first; the looks come in order of their turns."""
    found: list[Run] = []
    for look in looks:
        if found and found[-1].shows.keys() == look.shows.keys():
            found[-1] = extended(found[-1], look)
        else:
            found.append(Run(look.turn, look.turn, look.shows))
    return found


def extended(run: Run, look: Look) -> Run:
    """*run* with one more look that saw the same."""
    shows = {
        fact: Shown(shown.sighting, min(shown.recorded_at, look.shows[fact].recorded_at))
        for fact, shown in run.shows.items()
    }
    return Run(run.first, look.turn, shows)
