"""Claims, measures and observations for the tests of judging, in one line each."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import claimtrack
from claimtrack.claims import Assertion, Claim, Direction, TrendRule
from claimtrack.measures import Measure
from claimtrack.observations import Description, History, Observation, Value
from claimtrack.values import CalendarDate, DayLike, calendar_date

FIGURES = Path(claimtrack.__file__).parent / "examples" / "figures"

MAP = Description("The Map", "measurement")
PAPER = Description("The Paper", "report")
RIVAL = Description("The Rival", "report")
MINISTRY = Description("The Ministry", "report", party="north")
ARMY = Description("The Army", "report", party="north")
PERSON = Description("A Reader", "person")
SOURCES = {
    "map": MAP,
    "paper": PAPER,
    "rival": RIVAL,
    "ministry": MINISTRY,
    "army": ARMY,
    "person": PERSON,
}


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def measure(unit: str | None = "share", *, stale: int | None = 30, **given: Any) -> Measure:
    """A quantity measure named ``m`` that goes stale after so many days."""
    limit = None if stale is None else timedelta(days=stale)
    asked = {"id": "m", "asks": "How much is held?", "kind": "quantity", "unit": unit}
    return Measure(**{**asked, "stale_after": limit, **given})


def seen(
    value: Value | str | float, day: DayLike, source: str = "map", *, until: date | None = None,
    **given: Any,
) -> Observation:  # fmt: skip
    """What *source* said of a day; ``until`` makes it undated, confirmed up to that day."""
    as_of = calendar_date(day)
    amount = Decimal(str(value)) if isinstance(value, (str, int, float)) else value
    held = {
        "id": f"{source} {value} {as_of} {until}",
        "measure": "m",
        "source": source,
        "value": amount,
        "as_of": as_of,
        "as_of_basis": "stated" if until is None else "seen",
        "first_seen_at": noon(as_of.last),
        "last_confirmed_at": noon(until or as_of.last),
        "recorded_at": noon(until or as_of.last),
    }
    return Observation(**{**held, **given})


def history(*observations: Observation) -> History:
    """A history of *observations*, in the order given."""
    return History(observations, (), SOURCES)


def quantity(
    said: str | None = None,
    means: tuple[str, str] | None = None,
    *,
    as_of: DayLike | None = None,
    until: DayLike | None = None,
    statement: str = "A fifth of the land is held.",
) -> Claim:
    """A claim named ``text/claim`` about the amount of ``m``."""
    interval = None if means is None else (Decimal(means[0]), Decimal(means[1]))
    return claim(Assertion("quantity", "m", said=said, means=interval), as_of, until, statement)


def trend(
    direction: Direction = "up",
    window: int = 30,
    rule: TrendRule = "net",
    *,
    as_of: DayLike | None = None,
    statement: str = "More land is taken every day.",
) -> Claim:
    """A claim named ``text/claim`` about the movement of ``m``."""
    asserted = Assertion(
        "trend", "m", direction=direction, window=timedelta(days=window), rule=rule
    )
    return claim(asserted, as_of, None, statement)


def claim(
    assertion: Assertion,
    as_of: DayLike | None = None,
    until: DayLike | None = None,
    statement: str = "A fifth of the land is held.",
) -> Claim:
    """A claim named ``text/claim`` that asserts *assertion*."""
    return Claim("claim", "text", statement, assertion, as_of=_day(as_of), until=_day(until))


def _day(given: DayLike | None) -> CalendarDate | None:
    return None if given is None else calendar_date(given)


def column(file: str, name: str) -> History:
    """A column of one of the example's figures, as the map gave it."""
    with (FIGURES / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return history(*(seen(row[name], row["date"]) for row in rows))


def daily(first: date, values: Iterable[float | str], source: str = "map") -> list[Observation]:
    """One observation a day from *first* on."""
    return [
        seen(value, first + timedelta(days=place), source) for place, value in enumerate(values)
    ]
