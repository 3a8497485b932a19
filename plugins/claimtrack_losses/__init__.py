"""Russian losses in Ukraine, as the General Staff of Ukraine counts them day by day.

    ask = [{ source = "losses", of = "personnel", every = "1d" }]

It reads the files that Petro Ivaniuk keeps of the daily reports: totals since the invasion began,
and the corrections that the General Staff published. They are one side's count of the other's
losses, and go on record as that. A file is read whole or refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Literal

import msgspec

from claimtrack import (
    Ask,
    BadDay,
    CalendarDate,
    Description,
    Interval,
    Measure,
    Page,
    PluginError,
    Reading,
    Source,
    Unreadable,
    hookimpl,
    parse_quantity,
    rounded_to,
)

_FILES = (
    "https://raw.githubusercontent.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset/main/data/"
    "russia_losses_{}.json"
)

#: What is counted, by the files' own keys. "fuel tank", "military auto" and "mobile SRBM system"
#: end on 2022-04-30, "POW" on 2022-04-27; others begin later than the war.
Category = Literal[
    "personnel",
    "POW",
    "APC",
    "MRL",
    "aircraft",
    "anti-aircraft warfare",
    "cruise missiles",
    "drone",
    "field artillery",
    "fuel tank",
    "ground robotic systems",
    "helicopter",
    "military auto",
    "mobile SRBM system",
    "naval ship",
    "special equipment",
    "submarines",
    "tank",
    "vehicles and fuel tanks",
]
_PEOPLE = ("personnel", "POW")

#: The day that the files number 1.
_INVASION = date(2022, 2, 24)

#: The words that stand beside a figure under its key with an asterisk, as they are read.
_HEDGES: Mapping[str, str] = {"about": "about", "more": "more than"}

# A digit too few or too many is no revision. In the files of 2026-08-08 no total falls by more
# than 83 of 3,700 (special equipment, 2024-11-30), and none of 1,000 or more rises by over 55% in
# a day (personnel, 2022-03-03).
_LARGEST_FALL = Decimal("0.05")
_SMALL_FALL = Decimal(5)
_LARGE_TOTAL = 1_000
_LARGEST_RISE = 2


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of losses.

    ``of`` is what is counted, by the key in the file. ``per = "day"`` reads the change of the
    total from one day to the next, ``corrections = true`` the published corrections; otherwise
    the total is read. ``url`` is an address or a file path relative to the claim file; by default
    the file of the collection that has the figures.
    """

    of: Category
    per: Literal["day"] | None = None
    corrections: bool = False
    url: str | None = None

    def __post_init__(self) -> None:
        if self.corrections and self.per is not None:
            raise ValueError('a correction belongs to one day: leave out per = "day"')

    @property
    def address(self) -> str:
        """The file that has the figures."""
        if self.url is not None:
            return self.url
        if self.corrections:
            return _FILES.format("equipment_correction")
        return _FILES.format("personnel" if self.of in _PEOPLE else "equipment")

    @property
    def unit(self) -> str:
        """What the figures are counted in."""
        counted = "persons" if self.of in _PEOPLE else "count"
        return f"{counted}/d" if self.per == "day" else counted


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of one day, and the bounds that the word beside it gives it."""

    day: date
    number: int
    hedge: str | None
    value: Decimal | Interval
    error: Decimal | None
    quote: str


class Losses(Source):
    """The General Staff's daily figures, each a party's own count."""

    name = "losses"
    version = "1"
    describes = Description(
        publisher="General Staff of the Armed Forces of Ukraine",
        kind="measurement",
        party="Ukraine",
        licence="MIT (collected by Petro Ivaniuk)",
        budget="one new figure a day: once a day is enough",
    )
    Options = Options

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        """One ask for each file, whatever number of measures it answers. Raises `PluginError`
        for a measure in another unit than its figures.
        """
        by_file: dict[str, list[Measure]] = {}
        for measure in measures:
            options: Options = self.options(measure)
            _check_unit(measure, options)
            by_file.setdefault(options.address, []).append(measure)
        for address, asked in by_file.items():
            yield Ask(address, tuple(asked))

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading]:
        """Every figure of every measure, oldest day first."""
        rows = _rows(page)
        for measure in measures:
            options: Options = self.options(measure)
            _check_unit(measure, options)
            yield from _answers(_checked(rows, options), measure, options)

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """The rows, what they were held to, the last figure and what it comes to."""
        options: Options = self.options(measure)
        _check_unit(measure, options)
        rows = _rows(page)
        yield f"a list of {len(rows):,} rows, each with its date"
        figures = _checked(rows, options)
        yield f"“{options.of}” has a figure on {_stretch(figures)}"
        if not options.corrections:
            yield "the number of each day is that of its date, and no total leaps as none ever did"
        readings = list(_answers(figures, measure, options))
        if options.per == "day":
            yield f"per day: {len(readings):,} changes from one day to the next"
        yield from _worked_out(readings, figures[-1])
        yield f"it is one side's count of the other's losses: {self.describes.party}'s"


def _stretch(figures: list[_Figure]) -> str:
    if len(figures) == 1:
        return f"one day, {figures[0].day}"
    return f"{len(figures):,} days, {figures[0].day} to {figures[-1].day}"


def _worked_out(readings: list[Reading], figure: _Figure) -> Iterator[str]:
    """How the last of *readings* came about, and the last *figure* with it."""
    if not readings:
        yield "no day follows on another whose figure is known: that makes no reading"
        return
    last = readings[-1]
    yield f"the last says “{last.quote}”"
    if figure.hedge is not None:
        yield f"“{_HEDGES[figure.hedge]}” gives it its width, by the last place of such figures"
    error = "its error is not stated" if last.error is None else f"± {last.error}"
    yield f"that is {last.value} for {last.as_of}; {error}"


def _checked(rows: list[tuple[date, Mapping[str, Any]]], options: Options) -> list[_Figure]:
    """The figures that *options* name, held to what such figures can be. Raises `Unreadable`."""
    if options.corrections:
        return _figures(rows, options.of, signed=True)
    _check_days(rows)
    figures = _figures(rows, options.of)
    _check_course(figures, options.of)
    return figures


def _answers(figures: list[_Figure], measure: Measure, options: Options) -> Iterator[Reading]:
    if options.per == "day":
        return _changes(figures, measure, options.of)
    return _readings(figures, measure, options.of)


def _check_unit(measure: Measure, options: Options) -> None:
    if measure.unit != options.unit:
        raise PluginError(
            f"measure {measure.id!r}: {options.of} is counted in {options.unit},"
            f" not in {measure.unit}"
        )


def _rows(page: Page) -> list[tuple[date, Mapping[str, Any]]]:
    """Each row with its day."""
    found = page.json()
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise Unreadable(f"{page.url}: expected a list of objects, found {type(found).__name__}")
    return [(_day(row, number), row) for number, row in enumerate(found, 1)]


def _day(row: Mapping[str, Any], number: int) -> date:
    try:
        day = CalendarDate.parse(row.get("date", ""))
    except BadDay as error:
        raise Unreadable(f"row {number}: date is {row.get('date')!r}: {error}") from error
    if day.precision != "day":
        raise Unreadable(f"row {number}: date is {row['date']!r}, not a day")
    return day.first


def _check_days(rows: Iterable[tuple[date, Mapping[str, Any]]]) -> None:
    """Raises where a row's number of the day is not that of its date: one of the two is wrong.

    Not asked of corrections: two of the 28 (2022-10-13 and 2024-06-23, seen on 2026-08-08) have a
    number that is one too low.
    """
    for day, row in rows:
        number = (day - _INVASION).days + 1
        if str(row.get("day")) != str(number):
            raise Unreadable(f"{day}: day is {row.get('day')!r}; that date is day {number}")


def _figures(
    rows: Iterable[tuple[date, Mapping[str, Any]]], category: str, *, signed: bool = False
) -> list[_Figure]:
    """The figures under one key, oldest day first, each day once; a day without the key has none.
    Below zero are corrections only.
    """
    rows = list(rows)
    found: dict[date, _Figure] = {}
    for day, row in rows:
        if row.get(category) is None:
            continue
        figure = _figure(day, row, category)
        if figure.number < 0 and not signed:
            raise Unreadable(f"{day}: {category} is {figure.number}; a total is not below zero")
        earlier = found.setdefault(day, figure)
        if earlier != figure:
            raise Unreadable(f"{day}: two figures: {earlier.quote} and {figure.quote}")
    if not found:
        keys = ", ".join(sorted({key for _, row in rows for key in row}))
        told = f"the rows have {keys}" if keys else "there are no rows"
        raise Unreadable(f"no row has a figure for {category!r}; {told}")
    return _no_rounder([found[day] for day in sorted(found)])


def _no_rounder(figures: list[_Figure]) -> list[_Figure]:
    """*figures*, the error of none wider than the place to which its neighbours are given: a count
    by the ten that comes to 1,220,000 is no rounder on that day.
    """
    stated = [one for one in figures if not isinstance(one.value, Interval)]
    places = rounded_to([Decimal(one.number) for one in stated])
    narrowed = {
        one.day: replace(one, error=min(one.error, place))
        for one, place in zip(stated, places, strict=True)
        if one.error is not None
    }
    return [narrowed.get(one.day, one) for one in figures]


def _figure(day: date, row: Mapping[str, Any], category: str) -> _Figure:
    number, hedge = row[category], row.get(f"{category}*")
    if not isinstance(number, int) or isinstance(number, bool):
        raise Unreadable(f"{day}: {category} is {number!r}, not a whole number")
    quote = f'"date": "{day}", "{category}": {number}'
    if hedge is None:
        return _Figure(day, number, None, Decimal(number), None, quote)
    if hedge not in tuple(_HEDGES):  # it may be any JSON, a list too
        raise Unreadable(
            f"{day}: {category} is qualified by {hedge!r}; known are {', '.join(_HEDGES)}"
        )
    value, error = _hedged(number, _HEDGES[hedge])
    return _Figure(day, number, hedge, value, error, f'{quote}, "{category}*": "{hedge}"')


def _hedged(number: int, hedge: str) -> tuple[Decimal | Interval, Decimal | None]:
    """What *hedge* makes of *number* by the rule for words: a value plus or minus its error, or
    an interval that is open above.
    """
    quantity = parse_quantity(f"{hedge} {number}")
    if quantity.upper is None:
        return quantity.interval, None
    return Decimal(number), quantity.upper - number


def _check_course(figures: Iterable[_Figure], category: str) -> None:
    """Raises where a total falls or rises as no revision explains."""
    for before, after in pairwise(figures):
        fall = before.number - after.number
        fell = fall > max(_SMALL_FALL, before.number * _LARGEST_FALL)
        rose = before.number >= _LARGE_TOTAL and after.number > before.number * _LARGEST_RISE
        days = (after.day - before.day).days
        if fell or (rose and days == 1):
            raise Unreadable(
                f"{after.day}: {category} is {after.number} after {before.number} on {before.day}:"
                " more than any revision so far"
            )


def _readings(figures: Iterable[_Figure], measure: Measure, category: str) -> Iterator[Reading]:
    for figure in figures:
        yield Reading(
            measure.id,
            figure.value,
            as_of=CalendarDate(figure.day),
            error=figure.error,
            quote=figure.quote,
            locator=f"{category} where date = {figure.day}",
        )


def _changes(figures: Iterable[_Figure], measure: Measure, category: str) -> Iterator[Reading]:
    """The change of the total from each day to the next, whatever was corrected in between.

    Where the day before is missing, or one of the two totals is only "more than", the change of
    that day is not known: there is no reading.
    """
    for before, after in pairwise(figures):
        if (after.day - before.day).days != 1:
            continue
        if isinstance(before.value, Interval) or isinstance(after.value, Interval):
            continue
        errors = [figure.error for figure in (before, after) if figure.error is not None]
        yield Reading(
            measure.id,
            Decimal(after.number - before.number),
            as_of=CalendarDate(after.day),
            error=sum(errors, Decimal(0)) if errors else None,
            quote=f"{before.quote}; {after.quote}",
            locator=f"change of {category} where date = {after.day}",
            derived=True,
        )


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [Losses()]
