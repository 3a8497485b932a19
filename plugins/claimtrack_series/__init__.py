"""A CSV or JSON time series at an address, declared in the claim file without code.

    ask = [{ source = "series", url = "figures.csv", day = "date", value = "share" }]

Each row is a reading: the day of one column, the figure of another.
What it does not understand it refuses, with the row and what was expected: a column is either read
whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal

import msgspec

from claimtrack import (
    CalendarDate,
    Description,
    Measure,
    Page,
    Reading,
    Refusal,
    Source,
    Unreadable,
    day_format_problem,
    decimal_sign,
    hookimpl,
    read_day,
    read_number,
)

# What one unit of a column is in the measure's unit. The international square mile is exactly
# 2.589988110336 km2 (1,609.344 m squared).
_UNITS: Mapping[tuple[str, str], Decimal] = {
    ("percent", "share"): Decimal("0.01"),
    ("percent", "ratio"): Decimal("0.01"),
    ("m2", "km2"): Decimal("0.000001"),
    ("ha", "km2"): Decimal("0.01"),
    ("mi2", "km2"): Decimal("2.589988110336"),
    ("m", "km"): Decimal("0.001"),
    ("min", "h"): Decimal(1) / Decimal(60),
}


_MAX_DIGITS = 30

DecimalSign = Literal[".", ","]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of a series.

    ``url`` is an address or a file path relative to the claim file; ``day`` and ``value`` name the
    columns (keys, in JSON). ``items`` is the dotted path to the rows of a JSON document whose root
    is not the list itself. ``where`` keeps the rows whose cells equal the given texts.
    ``unit`` is the column's own (``percent``, ``m2``, ``ha``, ``mi2``, ``m``, ``min``; the
    measure's by default). ``per = "day"`` reads a cumulative column as its change per day.
    ``decimal`` is the sign before the decimals, where the figures do not tell it; ``delimiter``
    parts the cells of a CSV file. ``expect`` bounds what can be so, in the measure's unit.
    ``error`` is plus or minus, in the column's unit. ``day_format`` is a ``strptime`` pattern for
    days that are not ISO dates; one without a day of the month names a month, or a year, and a
    week (``%G-W%V``) is dated to its last day. ``language`` (``pl``) says whose the names of months
    are, where two languages differ.
    ``missing`` lists the cells that mean "no figure". ``forecasts`` says that the file has rows for
    days to come, which are left. ``published`` names the column with the day
    each figure was made public.
    """

    url: str
    day: str
    value: str
    format: Literal["csv", "json"] | None = None
    items: str | None = None
    where: dict[str, str] = {}
    unit: str | None = None
    per: Literal["day"] | None = None
    decimal: DecimalSign | None = None
    delimiter: Literal[",", ";", "\t", "|"] = ","
    expect: tuple[float, float] | None = None
    error: Annotated[float, msgspec.Meta(ge=0)] | None = None
    day_format: str | None = None
    language: str | None = None
    missing: tuple[str, ...] = ("",)
    forecasts: bool = False
    published: str | None = None

    def __post_init__(self) -> None:
        problem = None if self.day_format is None else day_format_problem(self.day_format)
        if problem is not None:
            raise ValueError(f"day_{problem}")
        if self.expect is not None and not self.expect[0] <= self.expect[1]:
            raise ValueError(f"expect is [low, high]; {self.expect[0]} is above {self.expect[1]}")
        if self.language is not None:
            read_day("2000", language=self.language)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with its day; ``text`` and ``day_text`` are the cells as they stand."""

    day: CalendarDate
    amount: Decimal
    text: str
    day_text: str
    published_at: datetime | None


class Series(Source):
    """One figure a day (or month, or year), off a file that holds them all."""

    name = "series"
    version = "2"
    describes = Description(
        publisher="",
        kind="measurement",
        budget="one file an update",
    )
    Options = Options

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading | Refusal]:
        """Every figure of every measure's column; a column that cannot be read fails alone."""
        tables: dict[tuple[str | None, ...], list[Mapping[str, Any]]] = {}
        for measure in measures:
            options: Options = self.options(measure)
            shape = (options.format, options.items, options.delimiter)
            try:
                if shape not in tables:
                    tables[shape] = _rows(page, options)
                told = _figures(tables[shape], measure, options)
                figures, _ = _come_and_to_come(told, page, options)
                said = list(_readings(figures, measure, options))
            except Unreadable as error:
                yield Refusal(measure.id, "unreadable", str(error))
                continue
            outside = _outside(said, options)
            if outside is not None:
                yield Refusal(measure.id, "quarantined", outside)
            else:
                yield from said

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """The rows, the columns, the figures and days in them, and what the last comes to."""
        options: Options = self.options(measure)
        rows = _rows(page, options)
        told = "JSON" if _is_json(page, options) else "CSV"
        yield f"{told} with {len(rows):,} rows; the first has {', '.join(rows[0])}"
        kept = _kept(rows, options)
        if options.where:
            asked = " and ".join(f"{column} = {text}" for column, text in options.where.items())
            yield f"where {asked}: {len(kept):,} rows are kept"
        told_of = _figures(rows, measure, options)
        figures, foretold = _come_and_to_come(told_of, page, options)
        yield f"{options.value} has a figure for {len(told_of):,} days; {_blank(kept, options)}"
        if foretold:
            yield f"{len(foretold):,} of these are to come, from {foretold[0].day} on: left"
        yield f"the day is that of {options.day}, written as {_written(options)}"
        yield from _worked_out(figures, measure, options)


def _blank(kept: list[tuple[int, Mapping[str, Any]]], options: Options) -> str:
    blank = sum(_cell(row, options.value, number) in options.missing for number, row in kept)
    if not blank:
        return "no cell is without"
    return (
        "1 cell means that there is none"
        if blank == 1
        else f"{blank:,} cells mean that there is none"
    )


def _written(options: Options) -> str:
    return "an ISO date" if options.day_format is None else options.day_format


def _worked_out(figures: list[_Figure], measure: Measure, options: Options) -> Iterator[str]:
    """How the last of *figures* becomes a reading."""
    scale = _scale(options, measure)
    if scale != 1:
        yield f"one {options.unit} is {scale.normalize():f} {measure.unit}"
    readings = list(_readings(figures, measure, options))
    if options.per == "day":
        yield f"per day: {len(readings):,} changes between neighbouring figures"
    if not readings:
        yield "that makes no reading"
        return
    last = readings[-1]
    yield f"the last says “{last.quote}”"
    error = "its error is not stated" if last.error is None else f"± {last.error}"
    yield f"that is {last.value} for {last.as_of}; {error}"
    outside = _outside(readings, options)
    if outside is not None:
        yield outside
    elif options.expect is not None:
        yield f"all are within what is expected, {_bounds(options.expect)}"


def _outside(readings: Iterable[Reading], options: Options) -> str | None:
    """Which of *readings* lies outside what is expected; None where none does."""
    if options.expect is None:
        return None
    low, high = (Decimal(repr(bound)) for bound in options.expect)
    for one in readings:
        if isinstance(one.value, Decimal) and not low <= one.value <= high:
            told = f"{one.value.normalize():,f} for {one.as_of}"
            return f"{told} is outside what is expected, {_bounds(options.expect)}"
    return None


def _bounds(expect: tuple[float, float]) -> str:
    return " to ".join(f"{Decimal(repr(bound)).normalize():,f}" for bound in expect)


def _rows(page: Page, options: Options) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    rows += (
        _json_rows(page, options.items)
        if _is_json(page, options)
        else _csv_rows(page, options.delimiter)
    )
    if not rows:
        raise Unreadable(f"{page.url}: no rows; expected figures in {options.value!r}")
    return rows


def _csv_rows(page: Page, delimiter: str) -> list[dict[str, str]]:
    header = page.text.partition("\n")[0].strip()
    other = next((sign for sign in ",;\t|" if sign in header), None)
    if other is not None and delimiter not in header:
        raise Unreadable(
            f"{page.url}: no {delimiter!r} is in the header {header[:200]!r}; delimiter = {other!r}"
            " would part it"
        )
    return page.rows(delimiter)


def _is_json(page: Page, options: Options) -> bool:
    if options.format is not None:
        return options.format == "json"
    if page.media_type is not None:
        return "json" in page.media_type
    return page.content.lstrip()[:1] in (b"[", b"{")


def _json_rows(page: Page, path: str | None) -> list[Mapping[str, Any]]:
    found = page.json(exact=True)
    for key in path.split(".") if path else ():
        if not isinstance(found, dict) or key not in found:
            raise Unreadable(f"{page.url}: nothing at {path!r}: no key {key!r}")
        found = found[key]
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise Unreadable(f"{page.url}: expected a list of objects, found {type(found).__name__}")
    return found


def _figures(rows: list[Mapping[str, Any]], measure: Measure, options: Options) -> list[_Figure]:
    """The figures of one column, oldest day first, each day once."""
    found: dict[CalendarDate, _Figure] = {}
    kept = _kept(rows, options)
    sign = options.decimal or _told_sign(kept, measure, options)
    for number, row in kept:
        figure = _figure(row, number, sign, options)
        if figure is None:
            continue
        earlier = found.setdefault(figure.day, figure)
        if earlier.amount != figure.amount:
            raise Unreadable(
                f"row {number}: a second figure for {figure.day}: {figure.text} after"
                f" {earlier.text}; 'where' can tell rows apart"
            )
    return sorted(found.values(), key=lambda figure: (figure.day.last, figure.day.first))


def _come_and_to_come(
    figures: list[_Figure], page: Page, options: Options
) -> tuple[list[_Figure], list[_Figure]]:
    """The figures of days that had come with *page*, and the forecasts, which the file may have."""
    if not options.forecasts:
        return figures, []
    come = [figure for figure in figures if not figure.day.is_to_come(page.fetched_at)]
    return come, [figure for figure in figures if figure.day.is_to_come(page.fetched_at)]


def _kept(rows: list[Mapping[str, Any]], options: Options) -> list[tuple[int, Mapping[str, Any]]]:
    """The rows that `where` keeps, each with its number."""
    return [
        (number, row)
        for number, row in enumerate(rows, 1)
        if all(_cell(row, column, number) == text for column, text in options.where.items())
    ]


def _told_sign(
    kept: list[tuple[int, Mapping[str, Any]]], measure: Measure, options: Options
) -> DecimalSign | None:
    """The sign before the decimals, as the figures of the column tell it, or what they are of."""
    texts = (_cell(row, options.value, number) for number, row in kept if _is_text(row, options))
    most = Decimal(1) / _scale(options, measure) if measure.unit == "share" else None
    try:
        return decimal_sign(texts, at_most=most, whole=measure.unit == "persons")
    except Unreadable as error:
        raise Unreadable(f"{options.value}: {error}") from error


def _is_text(row: Mapping[str, Any], options: Options) -> bool:
    """Whether a person may have written the figure: a number of JSON has a dot and no groups."""
    return isinstance(row.get(options.value), str)


def _figure(
    row: Mapping[str, Any], number: int, sign: DecimalSign | None, options: Options
) -> _Figure | None:
    text = _cell(row, options.value, number)
    if text in options.missing:
        return None
    try:
        amount = read_number(text, sign if _is_text(row, options) else ".")
    except Unreadable as error:
        raise Unreadable(
            f"row {number}: {options.value}: {error}; where that means that there is none, name it"
            " in missing"
        ) from None
    if abs(amount.adjusted()) > _MAX_DIGITS:
        raise Unreadable(f"row {number}: {options.value} is too long a number: {text[:40]!r}")
    published = options.published and _cell(row, options.published, number)
    day_text = _cell(row, options.day, number)
    return _Figure(
        _day(day_text, number, options),
        amount,
        text,
        day_text,
        _published_at(published, number, options) if published else None,
    )


def _cell(row: Mapping[str, Any], column: str, number: int) -> str:
    if column not in row:
        raise Unreadable(f"row {number}: no column {column!r}; there are {', '.join(row)}")
    cell = row[column]
    if cell is None:
        return ""
    if isinstance(cell, (dict, list, bool)):
        raise Unreadable(f"row {number}: {column} is a {type(cell).__name__}, not one value")
    return str(cell).strip()


def _day(text: str, number: int, options: Options) -> CalendarDate:
    try:
        if options.day_format is None:
            return CalendarDate.parse(text)
        return read_day(text, options.day_format, language=options.language)
    except ValueError as error:
        raise Unreadable(f"row {number}: {options.day} is {text!r}, not a day: {error}") from error


def _published_at(text: str, number: int, options: Options) -> datetime:
    day = _day(text, number, options).last
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _scale(options: Options, measure: Measure) -> Decimal:
    unit = (measure.unit or "").partition("/")[0]
    if options.unit in (None, unit, measure.unit):
        return Decimal(1)
    if (options.unit, unit) not in _UNITS:
        raise Unreadable(f"measure {measure.id}: a column in {options.unit!r} is no {unit}")
    return _UNITS[options.unit, unit]


def _readings(figures: Iterable[_Figure], measure: Measure, options: Options) -> Iterator[Reading]:
    scale = _scale(options, measure)
    if options.per == "day":
        return _changes(figures, measure, options, scale)
    return _levels(figures, measure, options, scale)


def _levels(
    figures: Iterable[_Figure], measure: Measure, options: Options, scale: Decimal
) -> Iterator[Reading]:
    for figure in figures:
        yield Reading(
            measure.id,
            figure.amount * scale,
            as_of=figure.day,
            error=_error(options, scale),
            quote=_quote(figure, options),
            locator=f"{options.value} where {options.day} = {figure.day}",
            published_at=figure.published_at,
        )


def _quote(figure: _Figure, options: Options) -> str:
    """The cells as they stand, each with the name of its column."""
    return f"{options.day}: {figure.day_text}, {options.value}: {figure.text}"


def _changes(
    figures: Iterable[_Figure], measure: Measure, options: Options, scale: Decimal
) -> Iterator[Reading]:
    """The change per day between neighbouring figures of a cumulative column."""
    for before, after in pairwise(figures):
        days = (after.day.last - before.day.last).days
        if not days:
            raise Unreadable(f"{before.day} and {after.day} end on one day: no change per day")
        error = _error(options, scale)
        yield Reading(
            measure.id,
            (after.amount - before.amount) * scale / days,
            as_of=after.day,
            error=None if error is None else 2 * error / days,
            quote=f"{_quote(before, options)} ... {_quote(after, options)}",
            locator=f"change of {options.value} where {options.day} = {after.day}",
            published_at=after.published_at,
            derived=True,
        )


def _error(options: Options, scale: Decimal) -> Decimal | None:
    return None if options.error is None else Decimal(repr(options.error)) * scale


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [Series()]
