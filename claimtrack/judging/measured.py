"""Measured cases: what is claimed of an amount, with the record of each source that measures it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from claimtrack.judging.combining import Opinion
from claimtrack.judging.heard import HeardCase
from claimtrack.judging.scopes import is_same_scope
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation
from claimtrack.values import Interval, middle


def mismatch(seen: Observation, measure: Measure) -> Finding | None:
    """Why *seen* may not be held against *measure*: no amount, or another scope; None if it may."""
    if middle(seen.value) is None and not isinstance(seen.value, Interval):
        detail = f"gives no amount but “{seen.value}”."
        return Finding("unit_mismatch", detail)
    return scope_mismatch(seen, measure)


def scope_mismatch(seen: Observation, measure: Measure) -> Finding | None:
    """That *seen* is about another scope than *measure*; None where it is not, or does not say."""
    if seen.scope is None or measure.scope is None or is_same_scope(seen.scope, measure.scope):
        return None
    detail = f"counts something else: {seen.scope}, not {measure.scope}."
    return Finding("scope_mismatch", detail)


def scopes_apart(opinions: Iterable[Opinion]) -> tuple[Finding, ...]:
    """A finding where *opinions* count different things: a measure that does not say what is
    counted lets in whatever a source counts.
    """
    scopes = {each.publisher: each.observation.scope for each in opinions if each.observation.scope}
    told = list(dict.fromkeys(scopes.values()))
    if all(is_same_scope(told[0], other) for other in told[1:]):
        return ()
    counted = "; ".join(f"{publisher} counts {scope}" for publisher, scope in scopes.items())
    return (Finding("scope_mismatch", f"The sources count different things: {counted}."),)


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
        return self._none_of("figure", day)

    def silent(self, day: date) -> Verdict:
        told = HeardCase.silent(self, day)
        return replace(told, interval=self.admitted, unit=self.measure.unit)
