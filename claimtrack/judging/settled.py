"""Settled: what was told of a matter that was over, as told of the day on which it was."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.measures import Measure
from claimtrack.observations import History


def of_its_day(measure: Measure, history: History) -> History:
    """*history* with what was told of a settled *measure* later than it was settled as told of that
    day: how long a meeting lasted is so from its end on, whoever tells it a year later. What was
    told before stays as it is, what the source itself dates to a later day, and the history of what
    may still change.
    """
    if measure.settled is None:
        return history
    last = measure.settled.last
    return replace(
        history,
        observations=tuple(
            replace(seen, as_of=measure.settled)
            if seen.holds_from > last and seen.as_of_basis != "stated"
            else seen
            for seen in history
        ),
    )
