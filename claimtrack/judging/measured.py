"""Measured cases: what is claimed of an amount, with the record of each source that measures it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claimtrack.judging.figures import day_words
from claimtrack.judging.heard import HeardCase
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation
from claimtrack.values import Interval


def middle(value: object) -> Decimal | None:
    """The one number that stands for *value*: itself, or the middle of a bounded interval."""
    if isinstance(value, Interval):
        if value.lower is None or value.upper is None:
            return None
        return (value.lower + value.upper) / 2
    return value if isinstance(value, Decimal) else None


def mismatch(seen: Observation, measure: Measure) -> Finding | None:
    """Why *seen* may not be held against *measure*: no amount, or another scope; None if it may."""
    if middle(seen.value) is None and not isinstance(seen.value, Interval):
        detail = f"{seen.source} gives no amount but “{seen.value}”."
        return Finding("unit_mismatch", detail)
    return scope_mismatch(seen, measure)


def scope_mismatch(seen: Observation, measure: Measure) -> Finding | None:
    """That *seen* is about another scope than *measure*; None where it is not, or does not say."""
    if seen.scope is None or measure.scope is None or _same(seen.scope, measure.scope):
        return None
    detail = f"{seen.source} counts something else: {seen.scope}, not {measure.scope}."
    return Finding("scope_mismatch", detail)


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


@dataclass(frozen=True, slots=True)
class MeasuredCase(HeardCase):
    """A claim about the amounts of a measure."""

    @property
    def admitted(self) -> Interval | None:
        """The amounts that the claim admits; None where it names none."""
        return None

    def objection(self, seen: Observation) -> Finding | None:
        return mismatch(seen, self.measure)

    def nothing(self, day: date) -> str:
        return f"There is no usable figure of {day_words(day)} or before."

    def silent(self, day: date) -> Verdict:
        told = HeardCase.silent(self, day)
        return replace(told, interval=self.admitted, unit=self.measure.unit)
