"""Stances: whether what a text says of a measure bears a claim out."""

from __future__ import annotations

from typing import Literal

from claimtrack.claims import Assertion
from claimtrack.judging.meanings import NoMeaning, meaning
from claimtrack.judging.quantities import evidence_interval, label_of
from claimtrack.measures import Measure
from claimtrack.observations import Reading

Stance = Literal["supports", "contradicts", "mentions", "unrelated"]


def stance(reading: Reading, assertion: Assertion, measure: Measure) -> Stance:
    """How *reading* bears on what *assertion* says of *measure*, whatever day it is of.

    ``mentions`` where it neither bears it out nor goes against it: a figure across the edge of the
    claim's own, words that are to be compared, a trend. ``unrelated`` where it answers another
    measure.
    """
    if reading.measure != assertion.measure or reading.withdrawn:
        return "unrelated"
    if assertion.type == "quantity":
        return _of_quantity(reading, assertion, measure)
    if assertion.asserts is not None and isinstance(reading.value, str):
        return "supports" if reading.value == assertion.asserts else "contradicts"
    return "mentions"


def _of_quantity(reading: Reading, assertion: Assertion, measure: Measure) -> Stance:
    meant = meaning(assertion, measure)
    if isinstance(meant, NoMeaning) or isinstance(reading.value, str):
        return "mentions"
    label = label_of(evidence_interval(reading, measure.unit), meant.interval)
    if label == "supported":
        return "supports"
    return "contradicts" if label == "refuted" else "mentions"
