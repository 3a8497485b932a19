"""A chart as SVG: records over their days, with the band that a claim's words admit.

Colours are the page's: every shape has a class, and none a colour of its own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from claimtrack.export.elements import Element, element
from claimtrack.export.lettering import fitting, unit_apart, width
from claimtrack.values import Interval

Point = tuple[date, Decimal]

#: So many records have a colour of their own; the next ones begin again.
COLOURS = 6
_WIDTH, _HEIGHT = 720, 250
_RIGHT, _TOP, _BOTTOM = 18, 14, 30
_LANE = 34
_MOST_TICKS = 5
#: The size of letters on a narrow page, where they are the largest: `report.css` has it so.
_LETTERS = 20
_GAP = 6
#: Where the unit stands above the amounts, and how much lower the drawing begins for it.
_UNIT_AT, _UNIT_ROOM = 20, 24
#: More of the width than this the amounts do not take: longer ones are set closer.
_WIDEST_LEFT = 290


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that stands out in a chart, and what it is called there."""

    day: date
    name: str


def line_chart(
    lines: Mapping[str, Sequence[Point]],
    band: Interval | None,
    *,
    label: Callable[[Decimal], str],
    title: str,
    marks: Sequence[Mark] = (),
) -> Element:
    """*lines*, by name, each oldest first with at least one point, over their days; *band* is
    shaded and *marks* stand upright. ``label`` turns an amount into words, *title* says to those
    who cannot see it what is drawn.
    """
    points = [point for line in lines.values() for point in line]
    shown = _Shown.of([value for _, value in points], band)
    ticks = list(shown.ticks())
    written, unit = unit_apart([label(tick) for tick in ticks])
    frame = _Frame.beside(written, unit)
    days = _Days.of([day for day, _ in points], marks, frame)
    amounts = _Amounts(shown, frame)
    return _drawing(
        title,
        frame.height,
        [
            *_band(band, amounts),
            *_amounts_written(zip(ticks, written, strict=True), unit, amounts),
            *_days_written(days),
            *_marked(days, marks),
            *(_line(line, number, days, amounts) for number, line in enumerate(lines.values())),
        ],
    )


def lane_chart(
    lanes: Mapping[str, Sequence[date]],
    held: str | None,
    *,
    title: str,
    marks: Sequence[Mark] = (),
) -> Element:
    """*lanes*, one for each thing that was told, with a dot on each day that it was told of, oldest
    first; the lane that is *held* (None: none of them) is shaded.
    """
    frame = _Frame(_GAP, _TOP, _TOP + _LANE * len(lanes))
    days = _Days.of([day for told in lanes.values() for day in told], marks, frame)
    shapes: list[Element] = []
    for number, (name, told) in enumerate(lanes.items()):
        shapes += _lane(name, told, number, days, is_held=name == held)
    return _drawing(title, frame.height, [*shapes, *_days_written(days), *_marked(days, marks)])


def _drawing(title: str, height: int, shapes: Iterable[Element]) -> Element:
    return element(
        "svg",
        element("title", title),
        *shapes,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        class_="chart",
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the lines are drawn: what is written stands around it."""

    left: int
    top: int
    foot: int
    right: int = _WIDTH - _RIGHT

    @classmethod
    def beside(cls, written: Iterable[str], unit: str) -> _Frame:
        """The frame that leaves room for the amounts as they are *written*, and for their *unit*
        above them.
        """
        widest = math.ceil(max(map(width, written), default=0) * _LETTERS)
        room = _UNIT_ROOM if unit else 0
        return cls(min(widest, _WIDEST_LEFT) + _GAP, _TOP + room, _HEIGHT + room - _BOTTOM)

    @property
    def height(self) -> int:
        """That of the whole drawing."""
        return self.foot + _BOTTOM


@dataclass(frozen=True, slots=True)
class _Days:
    """Where a day stands from left to right."""

    first: date
    last: date
    frame: _Frame

    @classmethod
    def of(cls, days: Iterable[date], marks: Iterable[Mark], frame: _Frame) -> _Days:
        known = [*days, *(mark.day for mark in marks)]
        first, last = min(known), max(known)
        if first == last:
            first, last = _moved(first, -1), _moved(last, 1)
        return cls(first, last, frame)

    def x(self, day: date) -> float:
        part = (day - self.first) / (self.last - self.first)
        return round(self.frame.left + part * (self.frame.right - self.frame.left), 1)


def _moved(day: date, by: int) -> date:
    """*day* moved *by* so many days, as far as there are any."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


@dataclass(frozen=True, slots=True)
class _Shown:
    """The amounts that a chart shows, from the lowest to the highest."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, values: Sequence[Decimal], band: Interval | None) -> _Shown:
        low, high = min(values), max(values)
        # An edge far away would press the record flat: it is drawn where it is near.
        reach = max((high - low) * 2, abs(high) / 20, Decimal("0.000001"))
        edges = (band.lower, band.upper) if band else ()
        near = [edge for edge in edges if edge is not None and low - reach <= edge <= high + reach]
        low, high = min([low, *near]), max([high, *near])
        # What differs by less than a billionth is drawn level; a Decimal has 28 digits.
        margin = (high - low) / 12 if high - low > abs(high).scaleb(-9) else reach
        return cls(low - margin, high + margin)

    def ticks(self) -> Iterator[Decimal]:
        """Round amounts within, lowest first, no more than can be read."""
        step = _round_step((self.high - self.low) / _MOST_TICKS)
        tick = (self.low / step).to_integral_value("ROUND_CEILING") * step
        while tick <= self.high:
            yield tick
            tick += step


@dataclass(frozen=True, slots=True)
class _Amounts:
    """Where an amount stands from top to bottom."""

    shown: _Shown
    frame: _Frame

    def y(self, value: Decimal) -> float:
        low, high = self.shown.low, self.shown.high
        kept = min(max(value, low), high)
        part = float((high - kept) / (high - low))
        return round(self.frame.top + part * (self.frame.foot - self.frame.top), 1)


def _round_step(least: Decimal) -> Decimal:
    """The first of 1, 2, 5, 10, ... that is not below *least*."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(unit * times for times in (1, 2, 5, 10) if unit * times >= least)


def _band(band: Interval | None, amounts: _Amounts) -> Iterator[Element]:
    if band is None:
        return
    shown = amounts.shown
    top = shown.high if band.upper is None else min(band.upper, shown.high)
    foot = shown.low if band.lower is None else max(band.lower, shown.low)
    if top < foot:
        return
    y, height = amounts.y(top), amounts.y(foot) - amounts.y(top)
    yield _box(y, max(height, 1.0), amounts.frame)


def _box(y: float, height: float, frame: _Frame) -> Element:
    return element(
        "rect",
        x=f"{frame.left}",
        y=f"{y:g}",
        width=f"{frame.right - frame.left}",
        height=f"{height:.1f}",
        class_="band",
    )


def _amounts_written(
    ticks: Iterable[tuple[Decimal, str]], unit: str, amounts: _Amounts
) -> Iterator[Element]:
    if unit:
        yield _text(unit, 0, f"{_UNIT_AT}")
    for tick, written in ticks:
        y = f"{amounts.y(tick):g}"
        yield _across(y, amounts.frame)
        left = amounts.frame.left - _GAP
        yield _text(written, left, y, room=left, text_anchor="end", dy="0.32em")


def _across(y: str, frame: _Frame) -> Element:
    return element("path", d=f"M{frame.left} {y}H{frame.right}", class_="grid")


def _text(text: str, x: int, y: str, *, room: int = _WIDTH - _GAP, **attributes: str) -> Element:
    """*text* at its place; set closer where it might take more than *room*."""
    if width(text) * _LETTERS > room + 1:
        attributes |= {"textLength": f"{room}", "lengthAdjust": "spacingAndGlyphs"}
    return element("text", text, x=f"{x}", y=y, class_="tick", **attributes)


def _days_written(days: _Days) -> Iterator[Element]:
    frame, y = days.frame, f"{days.frame.height - 8}"
    yield _text(days.first.isoformat(), frame.left, y)
    yield _text(days.last.isoformat(), frame.right, y, text_anchor="end")


def _marked(days: _Days, marks: Iterable[Mark]) -> Iterator[Element]:
    frame = days.frame
    for mark in marks:
        x = days.x(mark.day)
        yield element(
            "path",
            element("title", f"{mark.day.isoformat()}: {mark.name}"),
            d=f"M{x:g} {frame.top}V{frame.foot}",
            class_="mark",
        )


def _line(points: Sequence[Point], number: int, days: _Days, amounts: _Amounts) -> Element:
    drawn = [(days.x(day), amounts.y(value)) for day, value in points]
    kept = list(_thinned(drawn))
    colour = f"series s{number % COLOURS}"
    if len(kept) == 1:
        x, y = kept[0]
        return element("circle", cx=f"{x:g}", cy=f"{y:g}", r="3.5", class_=f"{colour} dot")
    path = "L".join(f"{x:g} {y:g}" for x, y in kept)
    return element("path", d=f"M{path}", class_=colour)


def _thinned(drawn: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """What can be told apart of *drawn*: of all in one column the first, the highest, the lowest
    and the last.
    """
    for _, column in groupby(drawn, key=lambda place: int(place[0])):
        places = list(column)
        telling = {0, len(places) - 1}
        telling.add(min(range(len(places)), key=lambda at: places[at][1]))
        telling.add(max(range(len(places)), key=lambda at: places[at][1]))
        yield from (places[at] for at in sorted(telling))


def _lane(
    name: str, told: Sequence[date], number: int, days: _Days, *, is_held: bool
) -> Iterator[Element]:
    frame = days.frame
    top = frame.top + _LANE * number
    middle = top + _LANE - 11  # below its name
    if is_held:
        yield _box(top + 2, _LANE - 4, frame)
    yield _across(f"{middle}", frame)
    for x in dict.fromkeys(days.x(day) for day in told):
        yield element(
            "circle", cx=f"{x:g}", cy=f"{middle}", r="4", class_=f"series s{number % COLOURS} dot"
        )
    written = fitting(name, (frame.right - frame.left) / _LETTERS)
    whole = element("title", name) if written != name else None
    yield element("text", whole, written, x=f"{frame.left}", y=f"{top + 9}", class_="tick")
