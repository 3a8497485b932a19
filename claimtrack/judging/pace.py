"""Pace: when an amount that goes on as it went would cross an edge.

The likely day follows from the mean of its paces over three stretches up to now, so that neither a
burst nor a lull decides alone. How far off that may be, the record itself tells: the paces over
many stretches of the past, recent ones counting most, are what the pace may turn to. Deterministic:
nothing is drawn by chance.

Everything is counted in steps: a day for a daily record, a tenth of the usual gap for a sparse one,
so that the shortest stretch spans three gaps of any record. `benchmarks/pace.py` holds it against
what came.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import fmean, median

#: How often the range should hold the day.
LEVEL = 0.8

#: The stretches, in steps, whose mean is the pace now. Of 15 ways to take it (one stretch, medians,
#: decaying weights) this one did best on the example's series, and it missed less than the stretch
#: of 90 alone in 15 of 18 others. Those were seen too when the ways were compared, so they are no
#: trial of the choice.
_NOW = (30, 90, 180)
#: The stretches, in steps, over which paces of the past are taken, and after how many steps a pace
#: of the past counts half.
_PAST = (15, 30, 60, 90)
_HALF_LIFE = 45
#: How far back is looked, in steps: by then a pace counts a five-hundredth.
_MEMORY = 400
#: How many days on record, the last ones, are enough for that: a step is no shorter than a day.
REACH = _MEMORY + 1
#: The record must span this many steps, and hold this many days, to tell a pace at all.
_LEAST_SPAN = 90
_LEAST_DAYS = 9
#: What the past has not shown may come: its paces alone, from the tenth to the ninetieth in a
#: hundred, held the day in 57% of 1,543 trials on the example's series. Drawn wider by this factor
#: they hold it in 82%, and in 84% of 5,205 trials on the others, without which it was chosen.
_WIDER = 1.4
_STEPS_A_GAP = 10


@dataclass(frozen=True, slots=True)
class Forecast:
    """When the amount would cross ``edge``, going on at ``pace`` (in the measure's unit a day).

    ``likely`` is that day; with probability ``level`` it falls between ``earliest`` and ``latest``.
    ``latest`` is None where the record does not reach back far enough to bound it, or where the
    amount may as well turn round. ``leaves`` tells whether the amount would leave what the words
    admit there, or come into it. ``pace`` is the mean of the paces over so many days each, up to
    the last on record, as ``basis`` holds.
    """

    edge: Decimal
    likely: date
    earliest: date
    latest: date | None
    pace: Decimal
    basis: tuple[int, ...]
    leaves: bool
    level: float = LEVEL


def forecast(
    days: Sequence[date],
    amounts: Sequence[Decimal],
    *,
    at: date,
    edges: Collection[Decimal],
    inside: bool,
) -> Forecast | None:
    """When the amount crosses the nearest of *edges* that it moves towards, by what was so on
    *days* (ascending, each with its amount) up to *at*; *inside* tells where it is now.

    None where it stands still or moves away from every edge, and where the record is too short for
    a pace or reaches back less far than the likely day lies ahead.
    """
    held = bisect_right(days, at)
    course = _course(days[:held], amounts[:held])
    if course is None:
        return None
    stretches = [min(steps, course.span) for steps in _NOW]
    pace = fmean(course.pace(0, steps) for steps in stretches)
    edge = _ahead(edges, amounts[held - 1], pace)
    if edge is None:
        return None
    gap = float(edge - amounts[held - 1])
    slow, fast = _range(course, pace)
    last = days[held - 1]
    likely = course.day(last, gap / pace, at)
    earliest = course.day(last, gap / fast, at)
    if likely is None or earliest is None:
        return None
    return Forecast(
        edge=edge,
        likely=likely,
        earliest=earliest,
        latest=course.day(last, gap / slow, at) if slow * gap > 0 else None,
        pace=Decimal(f"{pace / course.step:.6g}"),
        basis=tuple(round(steps * course.step) for steps in stretches),
        leaves=inside,
    )


@dataclass(frozen=True, slots=True)
class _Course:
    """The amount at every step back from the last day on record, the newest first; between two
    days on record it went evenly. ``step`` is in days.
    """

    step: float
    amounts: tuple[float, ...]

    @property
    def span(self) -> int:
        """How many steps it reaches back."""
        return len(self.amounts) - 1

    def pace(self, back: int, steps: int) -> float:
        """The pace a step over so many *steps*, up to the one that is *back* steps ago."""
        return (self.amounts[back] - self.amounts[back + steps]) / steps

    def day(self, last: date, steps: float, at: date) -> date | None:
        """The day so many *steps* after *last*, but after *at*: by then it has not come. None
        where that is further ahead than the course reaches back.
        """
        if steps > self.span:
            return None
        ordinal = max(last.toordinal() + round(steps * self.step), at.toordinal() + 1)
        return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None


def _course(days: Sequence[date], amounts: Sequence[Decimal]) -> _Course | None:
    """The course of *amounts*; None where there is too little of it."""
    if len(days) < _LEAST_DAYS:
        return None
    ordinals = [day.toordinal() for day in days[-REACH:]]
    usual = median(later - earlier for earlier, later in pairwise(ordinals))
    step = max(1.0, usual / _STEPS_A_GAP)
    span = min(_MEMORY, int((ordinals[-1] - ordinals[0]) / step))
    if span < _LEAST_SPAN:
        return None
    figures = [float(amount) for amount in amounts[-REACH:]]
    return _Course(step, tuple(_stepped(ordinals, figures, step, span)))


def _stepped(days: list[int], figures: list[float], step: float, span: int) -> list[float]:
    """The amount at every step back from the last of *days*, read off the line between the two
    days on record beside it.
    """
    last, later = days[-1], len(days) - 1
    found = []
    for number in range(span + 1):
        moment = last - number * step
        while later > 1 and days[later - 1] > moment:
            later -= 1
        start, before = days[later - 1], figures[later - 1]
        slope = (figures[later] - before) / (days[later] - start)
        found.append(before + slope * (moment - start))
    return found


def _ahead(edges: Collection[Decimal], amount: Decimal, pace: float) -> Decimal | None:
    """The nearest of *edges* in the direction of *pace*."""
    if pace > 0:
        return min((edge for edge in edges if edge > amount), default=None)
    return max((edge for edge in edges if edge < amount), default=None) if pace < 0 else None


def _range(course: _Course, pace: float) -> tuple[float, float]:
    """The slowest and the fastest pace that *pace* may turn to, with its sign where they have its
    direction.
    """
    sign = 1 if pace > 0 else -1
    past = sorted((sign * each, weight) for each, weight in _past_paces(course))
    tail = (1 - LEVEL) / 2
    slow, fast = _quantile(past, tail), _quantile(past, 1 - tail)
    return sign * min(slow / _WIDER, abs(pace)), sign * max(fast * _WIDER, abs(pace))


def _past_paces(course: _Course) -> list[tuple[float, float]]:
    """Paces of the past, each with its weight; the stretches of one length weigh as much as those
    of another.
    """
    found: list[tuple[float, float]] = []
    for steps in _PAST:
        backs = range(0, course.span - steps + 1, max(1, steps // 10))
        weights = [0.5 ** (back / _HALF_LIFE) for back in backs]
        whole = sum(weights)
        found += [
            (course.pace(back, steps), weight / whole)
            for back, weight in zip(backs, weights, strict=True)
        ]
    return found


def _quantile(weighted: Sequence[tuple[float, float]], part: float) -> float:
    """The first of the *weighted* numbers, ascending, by which that *part* of the weight lies."""
    wanted = part * sum(weight for _, weight in weighted)
    for number, weight in weighted[:-1]:
        wanted -= weight
        if wanted <= 0:
            return number
    return weighted[-1][0]
