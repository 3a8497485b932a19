"""Changes of label: the days on which a claim's label changed, and how closely they are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from claimtrack.judging.cases import Case, Ruling
from claimtrack.judging.labels import FIRM
from claimtrack.judging.verdicts import Cause, Transition

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive days, both ends inclusive, through which one ruling stood."""

    first: date
    last: date
    ruling: Ruling

    @property
    def known_until(self) -> date | None:
        """The last of its days for which evidence was at hand, rather than carried forward; None
        where its label says neither yes nor no.
        """
        if self.ruling.label not in FIRM:
            return None
        return min(self.last, max(seen.held_until for seen in self.ruling.because))


def stretches(case: Case, until: date, since: date = date.min) -> Iterator[Stretch]:
    """The stretches of *case* from *since* to *until*, without a gap."""
    first, ruling = since, case.ruling(since)
    for day in sorted(day for day in case.turning_days() if since < day <= until):
        following = case.ruling(day)
        if following != ruling:
            yield Stretch(first, day - _DAY, ruling)
            first, ruling = day, following
    yield Stretch(first, until, ruling)


def changes(claim: str, case: Case, until: date) -> tuple[Transition, ...]:
    """Every change of label of *case* up to *until*, in order of day.

    Between two firm labels (`supported`, `refuted`) the change in the world lies after the last
    day that the evidence shows the one and not after the first day that it shows the other; what
    is uncertain in between shares that bracket. What time alone changes, changes on its day.
    """
    return _changes(claim, case, list(stretches(case, until)))


def last_changes(claim: str, case: Case, until: date) -> tuple[Transition, ...]:
    """The last of `changes`, as many as tell how closely the day of the last one is known; none
    where the label that *case* has on *until* was always there. They are found from the end, which
    most often is near.
    """
    return _changes(claim, case, [*_backwards(case, until)][::-1])


def _backwards(case: Case, until: date) -> Iterator[Stretch]:
    """The last stretches of *case* up to *until*, the last one first: back to those that show a
    firm label before the present one, and no further than can show it on a later day.
    """
    label = case.ruling(until).label
    turning = sorted((day for day in case.turning_days() if day <= until), reverse=True)
    last, has_turned, shown = until, False, date.min
    for day in [*turning, date.min]:
        stretch = Stretch(day, last, case.ruling(day))
        yield stretch
        has_turned = has_turned or stretch.ruling.label != label
        if has_turned:
            shown = max(shown, stretch.known_until or date.min)
        if day <= shown or day == date.min:
            return
        last = day - _DAY


def _changes(claim: str, case: Case, every: Sequence[Stretch]) -> tuple[Transition, ...]:
    shown_before, shown_after = _shown_before(every), _shown_after(every)
    return tuple(
        _change(claim, case, before, after, shown_before[place], shown_after[place])
        for place, (before, after) in enumerate(pairwise(every), 1)
        if before.ruling.label != after.ruling.label
    )


def _shown_before(every: Sequence[Stretch]) -> list[date | None]:
    """For each stretch, the last day before it that shows a firm label; None for none."""
    shown: list[date | None] = [None]
    for stretch in every:
        known = [day for day in (shown[-1], stretch.known_until) if day is not None]
        shown.append(max(known, default=None))
    return shown


def _shown_after(every: Sequence[Stretch]) -> list[date | None]:
    """For each stretch, the first day of it or after it that shows a firm label; None for none."""
    shown: list[date | None] = []
    for stretch in reversed(every):
        later = shown[-1] if shown else None
        shown.append(stretch.first if stretch.ruling.label in FIRM else later)
    return shown[::-1]


def _change(
    claim: str,
    case: Case,
    before: Stretch,
    after: Stretch,
    shown: date | None,
    shows: date | None,
) -> Transition:
    on = after.first
    cause = _cause(case, after)
    bracketed = cause.kind == "observation" and shown is not None
    return Transition(
        claim=claim,
        on=on,
        earliest=shown + _DAY if bracketed and shown else on,
        latest=shows if bracketed and shows else on,
        before=before.ruling.label,
        after=after.ruling.label,
        cause=cause,
    )


def _cause(case: Case, after: Stretch) -> Cause:
    decide = (*after.ruling.because, *after.ruling.heard)
    new = [seen for seen in decide if case.is_turned_by(seen, after.first)]
    return Cause("observation", new[0]) if new else Cause("time")
