"""Staleness: how long an answer may be carried forward before it no longer says what is so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from statistics import median

from claimtrack.measures import Measure
from claimtrack.observations import History, Observation

#: Where a measure declares nothing: three of its usual gaps may pass (two missed answers are no
#: news, a third is silence), but never less than a month.
_GAPS = 3
#: So many gaps, the last ones, are the usual: who reported daily in the first year and
#: monthly since is not silent after thirty days.
_RECENT = 12
_LEAST = timedelta(days=30)
#: With fewer than three days on record there is no usual gap; a quarter of a year is the pace of
#: most official statistics.
_DEFAULT = timedelta(days=90)


def stale_limit(measure: Measure, history: History) -> timedelta | None:
    """How long after its last known day an answer to *measure* still holds; None is for ever.

    What the measure declares: what is settled holds for ever. Else, for a quantity, three times the
    median of the last twelve gaps on record, at least 30 days, and 90 days where fewer than three
    days are on record; answers of other kinds hold until there is another. A gap is the time in
    which nothing was known to hold: between two days, or from the last look at an undated answer to
    the first at the next.
    """
    if measure.settled is not None:
        return None
    if measure.stale_after is not None:
        return measure.stale_after
    if measure.kind != "quantity":
        return None
    held: dict[date, date] = {}
    for seen in history:
        if seen.stands:
            day = seen.holds_from
            held[day] = max(seen.held_until, held.get(day, day))
    if len(held) < 3:
        return _DEFAULT
    usual = median(_gaps(sorted(held.items()))[-_RECENT:])
    return max(_LEAST, timedelta(days=int(_GAPS * usual)))


def _gaps(held: Sequence[tuple[date, date]]) -> list[int]:
    """The days from the last one on which anything held to the next answer; none for what holds
    already.
    """
    ends = accumulate((end for _, end in held), max)
    return [max(0, (start - end).days) for end, (start, _) in zip(ends, held[1:], strict=False)]


def fresh_until(seen: Observation, limit: timedelta | None) -> date:
    """The last day that *seen* may be carried to under *limit* (None is for ever)."""
    if limit is None or limit.days > (date.max - seen.held_until).days:
        return date.max
    return seen.held_until + limit
