"""Silence: whether a source has said nothing for much longer than it usually does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from statistics import median

from claimtrack.observations import History

#: Two missed answers are no news; when the third gap ends without a word, it is silence.
GAPS = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Silence:
    """That *source* has said nothing of *measure* for three times its ``usual`` gap.

    ``last`` is the last day that it spoke of, or on which its page could last be read.
    """

    source: str
    measure: str
    last: date
    usual: timedelta


def days_spoken_of(history: History, source: str) -> list[date]:
    """The days that *source* has spoken of, each once, in order; empty where it dates nothing."""
    return sorted(
        {
            seen.holds_from
            for seen in history
            if seen.source == source and seen.as_of_basis != "seen" and seen.stands
        }
    )


def silence(
    source: str,
    measure: str,
    *,
    at: datetime,
    days: Iterable[date] = (),
    heard_at: Iterable[datetime] = (),
    every: timedelta | None = None,
) -> Silence | None:
    """The silence of *source* on *measure* at the moment *at*; None where there is none, or where
    nothing tells yet what is usual.

    A source that dates what it says is measured by its *days* alone: the usual gap is the median
    between them, at least a day, and tells from three days on; until then its *every* does, or the
    one gap seen where that is longer. Any other is measured by *heard_at*, the moments at which it
    was asked with success: its *every*, else their median gap likewise.
    """
    today = at.astimezone(UTC).date()
    # A day to come is a slip of the pen, but for tomorrow's: somewhere it has begun.
    spoken = sorted({day for day in days if day <= today + _DAY})
    if spoken:
        usual = _usual_of_days(spoken, every)
        quiet, last = today - spoken[-1], spoken[-1]
    else:
        heard = sorted(set(heard_at))
        if not heard:
            return None
        usual = every if every is not None else _usual(heard)
        quiet, last = at - heard[-1], heard[-1].astimezone(UTC).date()
    if usual is None or quiet <= GAPS * usual:
        return None
    return Silence(source, measure, last, usual)


def _usual_of_days(days: list[date], every: timedelta | None) -> timedelta | None:
    found = _usual([datetime.combine(day, time(), UTC) for day in days])
    if found is not None or every is None:
        return found
    # Asked daily, a weekly report is not silent after three days: what it has shown counts too.
    return max(_DAY, every, days[-1] - days[0])


def _usual(moments: list[datetime]) -> timedelta | None:
    if len(moments) < 3:
        return None
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]
    return max(_DAY, timedelta(seconds=median(gaps)))
