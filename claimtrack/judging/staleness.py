"""Staleness: how long an answer may be carried forward before it no longer says what is so."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from claimtrack.measures import Measure
from claimtrack.observations import History, Observation

#: Where a measure declares nothing: three of its usual gaps may pass (two missed answers are no
#: news, a third is silence), but never less than a month.
_GAPS = 3
_LEAST = timedelta(days=30)
#: With fewer than three days on record there is no usual gap; a quarter of a year is the pace of
#: most official statistics.
_DEFAULT = timedelta(days=90)


def stale_limit(measure: Measure, history: History) -> timedelta | None:
    """How long after its last known day an answer to *measure* still holds; None is for ever.

    What the measure declares. Else, for a quantity, three times the median gap between the days on
    record, at least 30 days, and 90 days where fewer than three days are on record; answers of
    other kinds hold until there is another.
    """
    if measure.stale_after is not None:
        return measure.stale_after
    if measure.kind != "quantity":
        return None
    days = sorted({seen.holds_from for seen in history if seen.stands})
    if len(days) < 3:
        return _DEFAULT
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return max(_LEAST, timedelta(days=int(_GAPS * median(gaps))))


def fresh_until(seen: Observation, limit: timedelta | None) -> date:
    """The last day that *seen* may be carried to under *limit* (None is for ever)."""
    if limit is None or limit.days > (date.max - seen.held_until).days:
        return date.max
    return seen.held_until + limit
