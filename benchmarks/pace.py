"""How well the pace tells the day on which an amount crosses an edge, and how honest its range is.

Every level of a grid over each series is an edge; from every thirtieth day, the ten edges next
ahead are trials: the forecast sees the series up to that day alone and is held against the first
day on which the edge was reached. Beside it, in the same run, stands the plain line: the pace of
the last 90 days, drawn on. Last come the four days that the example's claim on Donetsk is asked
about. Further series are read from CSV files with a column `date`, a series for every other column.

    python -m benchmarks.pace [FILE.csv ...]
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median

import claimtrack
from claimtrack.judging.pace import Forecast, forecast

FIGURES = Path(claimtrack.__file__).parent / "examples" / "figures"
#: `occupied_km2` is `ukraine_share` in another unit.
LEFT_OUT = {"date", "occupied_km2"}
LEVELS = 50
NEXT_AHEAD = 10
EVERY = 30
FIRST = 90
LINE = 90
#: The edge that "about three-quarters" ends at, the day Donetsk crossed it, and when it is asked.
EDGE, CROSSED = Decimal("0.775"), date(2026, 1, 5)
ASKED = [date(2025, month, 15) for month in (8, 10, 11, 12)]


@dataclass(frozen=True)
class Course:
    """One series."""

    name: str
    days: tuple[date, ...]
    amounts: tuple[Decimal, ...]

    def crossing(self, start: int, edge: Decimal) -> date | None:
        """The first day after that of place *start* on which *edge* was reached; None for none."""
        rises = edge > self.amounts[start]
        for place in range(start + 1, len(self.days)):
            if (self.amounts[place] >= edge) if rises else (self.amounts[place] <= edge):
                return self.days[place]
        return None


@dataclass(frozen=True)
class Trial:
    """A forecast, what the line says (days ahead; None for never), and what came."""

    series: str
    on: date
    told: Forecast
    line: float | None
    crossed: date | None
    known_until: date

    @property
    def miss(self) -> int:
        """How many days the likely day was off."""
        assert self.crossed is not None
        return abs((self.told.likely - self.crossed).days)

    @property
    def line_miss(self) -> float:
        """How many days the line was off."""
        assert self.crossed is not None
        return abs((self.crossed - self.on).days - self.line) if self.line else float("inf")

    @property
    def was_early(self) -> bool:
        """Whether it was crossed before the range."""
        return self.crossed is not None and self.crossed < self.told.earliest

    @property
    def was_late(self) -> bool:
        """Whether the range was over when it was crossed, or when the series ended without it."""
        if self.told.latest is None:
            return False
        return (self.crossed or self.known_until) > self.told.latest


def columns(path: Path) -> Iterator[Course]:
    """A series for each column of *path* but the day."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for name in rows[0]:
        held = [row for row in rows if row[name]]
        if name not in LEFT_OUT:
            days = tuple(date.fromisoformat(row["date"]) for row in held)
            yield Course(name, days, tuple(Decimal(row[name]) for row in held))


def a_day(course: Course, over: int) -> Course:
    """The change of *course* a day, as the mean over so many records."""
    changes = [later - earlier for earlier, later in pairwise(course.amounts)]
    means = [sum(changes[at - over : at]) / over for at in range(over, len(changes) + 1)]
    name = f"{course.name} a day" + (f", mean of {over}" if over > 1 else "")
    return Course(name, course.days[over:], tuple(Decimal(mean) for mean in means))


def line(course: Course, at: int, edge: Decimal) -> float | None:
    """In how many days the pace of the last 90 reaches *edge*; None for never."""
    first = max(0, at - LINE)
    pace = (course.amounts[at] - course.amounts[first]) / (
        course.days[at] - course.days[first]
    ).days
    ahead = (edge - course.amounts[at]) / pace if pace else Decimal(-1)
    return float(ahead) if ahead > 0 else None


def trial(course: Course, at: int, edge: Decimal) -> Trial | None:
    """The forecast from place *at* for *edge*; None where there is none."""
    on = course.days[at]
    told = forecast(course.days, course.amounts, at=on, edges=[edge], inside=True)
    if told is None:
        return None
    crossed = course.crossing(at, edge)
    return Trial(course.name, on, told, line(course, at, edge), crossed, course.days[-1])


def trials(course: Course) -> Iterator[Trial]:
    """Every trial of *course*."""
    low, high = min(course.amounts), max(course.amounts)
    levels = [low + (high - low) * (2 * place + 1) / (2 * LEVELS) for place in range(LEVELS)]
    for at in range(FIRST, len(course.days) - EVERY, EVERY):
        now = course.amounts[at]
        for ahead in (
            sorted(level for level in levels if level > now),
            sorted((level for level in levels if level < now), reverse=True),
        ):
            found = (trial(course, at, edge) for edge in ahead[:NEXT_AHEAD])
            yield from (each for each in found if each is not None)


def row(name: str, tried: Iterable[Trial]) -> str:
    """A line of the table."""
    every = list(tried)
    crossed = [each for each in every if each.crossed is not None]
    never = [each for each in every if each.crossed is None]
    early, late = (
        fmean(getattr(each, which) for each in crossed) for which in ("was_early", "was_late")
    )
    cells = [
        name,
        f"{len(crossed):,}",
        f"{median(each.miss for each in crossed):.0f}",
        f"{median(each.line_miss for each in crossed):.0f}",
        f"{1 - early - late:.0%}",
        f"{early:.0%}",
        f"{late:.0%}",
        f"{fmean(each.told.latest is None for each in crossed):.0%}",
        f"{len(never):,}",
        f"{sum(each.was_late for each in never):,}",
    ]
    return f"| {' | '.join(cells)} |"


def report(courses: Iterable[Course]) -> None:
    """Print the table of all *courses*."""
    head = (
        "series", "crossed", "miss", "miss of the line", "held by the range", "earlier", "later",
        "range without end", "not crossed", "of these contradicted",
    )  # fmt: skip
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    every: list[Trial] = []
    for course in courses:
        tried = list(trials(course))
        every += tried
        if any(each.crossed for each in tried):
            print(row(course.name, tried))
    print(row("all", every))


def report_of_donetsk(course: Course) -> None:
    """Print the table of the four days on which the claim on Donetsk is asked about."""
    print("| asked on | likely | range | miss | miss of the line |\n|---|---|---|---|---|")
    for on in ASKED:
        tried = trial(course, course.days.index(on), EDGE)
        assert tried is not None
        assert tried.crossed == CROSSED
        told = tried.told
        print(
            f"| {on} | {told.likely} | {told.earliest} to {told.latest} | "
            f"{tried.miss} | {tried.line_miss:.0f} |"
        )


def main(files: Iterable[str]) -> None:
    """Run it all."""
    (losses,) = columns(FIGURES / "russian_losses.csv")
    territory = list(columns(FIGURES / "territory.csv"))
    report([*territory, losses, a_day(losses, 1), a_day(losses, 30)])
    for file in files:
        print(f"\n{Path(file).name}\n")
        totals = list(columns(Path(file)))
        report([*totals, *(a_day(total, 30) for total in totals)])
    print()
    report_of_donetsk(next(each for each in territory if each.name == "donetsk_share"))


if __name__ == "__main__":
    main(sys.argv[1:])
