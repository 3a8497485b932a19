"""Occasions: how often a thing was told, where one telling in several papers counts once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from claimtrack.judging.combining import COPY_WITHIN, Opinion, told_on, wording_of


def occasions(tellings: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """The first of *tellings* on each occasion, in the order of the days.

    Two are of one occasion where they may be of the same day (one day and the next are two), unless
    they name different speakers, or where one repeats the other's words within days. A telling
    without a day of its own may be of any occasion, so it counts only where there is no other.
    """
    originals = _originals(tellings)
    dated = [each for each in originals if each.observation.as_of_basis != "seen"]
    return _apart(dated) or tuple(originals[:1])


def _originals(tellings: Iterable[Opinion]) -> list[Opinion]:
    """*tellings* without those that repeat another's words, in the order they were told."""
    kept: list[Opinion] = []
    last: dict[str, date] = {}
    for telling in sorted(tellings, key=lambda each: (told_on(each), *_place(each))):
        words, day = wording_of(telling.observation), told_on(telling)
        if words is not None and words in last and day - last[words] <= COPY_WITHIN:
            continue
        if words is not None:
            last[words] = day
        kept.append(telling)
    return kept


def _apart(tellings: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """As many of *tellings* as speakers and days tell apart."""
    found: list[Opinion] = []
    of_speaker: dict[str | None, date] = {}
    # Of times that overlap, the one that ends first leaves the most room for others.
    for telling in sorted(tellings, key=_place):
        seen = telling.observation
        if all(end < seen.as_of.first for end in _ends(of_speaker, seen.attribution)):
            of_speaker[seen.attribution] = seen.as_of.last
            found.append(telling)
    return tuple(found)


def _ends(of_speaker: dict[str | None, date], speaker: str | None) -> Iterable[date]:
    """The last days counted so far of those who may be *speaker*: without a name, anybody may."""
    if speaker is None:
        return of_speaker.values()
    return [end for name, end in of_speaker.items() if name in {None, speaker}]


def _place(telling: Opinion) -> tuple[object, ...]:
    seen = telling.observation
    return (
        seen.as_of.last, seen.as_of.first, seen.attribution is not None, seen.attribution or "",
        telling.source, seen.id,
    )  # fmt: skip
