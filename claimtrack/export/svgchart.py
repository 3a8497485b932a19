"""A chart as SVG: records over their days, with the band that a claim's words admit.

Colours are the page's: every shape has a class, and none a colour of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from claimtrack.export.elements import Element, element
from claimtrack.values import Interval

Point = tuple[date, Decimal]

#: So many records have a colour of their own; the next ones begin again.
COLOURS = 6
_WIDTH, _HEIGHT = 720, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 74, 18, 14, 30
_LANE = 34
_MOST_TICKS = 5


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
    days = _Days.of([day for day, _ in points], marks)
    amounts = _Amounts.of([value for _, value in points], band)
    return _drawing(
        title,
        _HEIGHT,
        [
            *_band(band, amounts),
            *_amounts_written(amounts, label),
            *_days_written(days, _HEIGHT),
            *_marked(days, marks, _HEIGHT),
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
    height = _TOP + _LANE * len(lanes) + _BOTTOM
    days = _Days.of([day for told in lanes.values() for day in told], marks)
    shapes: list[Element] = []
    for number, (name, told) in enumerate(lanes.items()):
        shapes += _lane(name, told, number, days, is_held=name == held)
    return _drawing(
        title, height, [*shapes, *_days_written(days, height), *_marked(days, marks, height)]
    )


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
class _Days:
    """Where a day stands from left to right."""

    first: date
    last: date

    @classmethod
    def of(cls, days: Iterable[date], marks: Iterable[Mark]) -> _Days:
        known = [*days, *(mark.day for mark in marks)]
        first, last = min(known), max(known)
        return cls(first, last) if first < last else cls(_moved(first, -1), _moved(last, 1))

    def x(self, day: date) -> float:
        part = (day - self.first) / (self.last - self.first)
        return round(_LEFT + part * (_WIDTH - _LEFT - _RIGHT), 1)


def _moved(day: date, by: int) -> date:
    """*day* moved *by* so many days, as far as there are any."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


@dataclass(frozen=True, slots=True)
class _Amounts:
    """Where an amount stands from top to bottom."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, values: Sequence[Decimal], band: Interval | None) -> _Amounts:
        low, high = min(values), max(values)
        # An edge far away would press the record flat: it is drawn where it is near.
        reach = max((high - low) * 2, abs(high) / 20, Decimal("0.000001"))
        edges = (band.lower, band.upper) if band else ()
        near = [edge for edge in edges if edge is not None and low - reach <= edge <= high + reach]
        low, high = min([low, *near]), max([high, *near])
        # What differs by less than a billionth is drawn level; a Decimal has 28 digits.
        margin = (high - low) / 12 if high - low > abs(high).scaleb(-9) else reach
        return cls(low - margin, high + margin)

    def y(self, value: Decimal) -> float:
        kept = min(max(value, self.low), self.high)
        part = float((self.high - kept) / (self.high - self.low))
        return round(_TOP + part * (_HEIGHT - _TOP - _BOTTOM), 1)

    def ticks(self) -> Iterator[Decimal]:
        """Round amounts within, lowest first, no more than can be read."""
        step = _round_step((self.high - self.low) / _MOST_TICKS)
        tick = (self.low / step).to_integral_value("ROUND_CEILING") * step
        while tick <= self.high:
            yield tick
            tick += step


def _round_step(least: Decimal) -> Decimal:
    """The first of 1, 2, 5, 10, ... that is not below *least*."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(unit * times for times in (1, 2, 5, 10) if unit * times >= least)


def _band(band: Interval | None, amounts: _Amounts) -> Iterator[Element]:
    if band is None:
        return
    top = amounts.high if band.upper is None else min(band.upper, amounts.high)
    foot = amounts.low if band.lower is None else max(band.lower, amounts.low)
    if top < foot:
        return
    y, height = amounts.y(top), amounts.y(foot) - amounts.y(top)
    yield _box(y, max(height, 1.0))


def _box(y: float, height: float) -> Element:
    width = _WIDTH - _LEFT - _RIGHT
    return element(
        "rect",
        x=f"{_LEFT}",
        y=f"{y:g}",
        width=f"{width}",
        height=f"{height:.1f}",
        class_="band",
    )


def _amounts_written(amounts: _Amounts, label: Callable[[Decimal], str]) -> Iterator[Element]:
    for tick in amounts.ticks():
        y = f"{amounts.y(tick):g}"
        yield element("path", d=f"M{_LEFT} {y}H{_WIDTH - _RIGHT}", class_="grid")
        yield element(
            "text",
            label(tick),
            x=f"{_LEFT - 6}",
            y=y,
            class_="tick",
            text_anchor="end",
            dy="0.32em",
        )


def _days_written(days: _Days, height: int) -> Iterator[Element]:
    y = f"{height - 8}"
    yield element("text", days.first.isoformat(), x=f"{_LEFT}", y=y, class_="tick")
    yield element(
        "text",
        days.last.isoformat(),
        x=f"{_WIDTH - _RIGHT}",
        y=y,
        class_="tick",
        text_anchor="end",
    )


def _marked(days: _Days, marks: Iterable[Mark], height: int) -> Iterator[Element]:
    foot = height - _BOTTOM
    for mark in marks:
        x = days.x(mark.day)
        yield element(
            "path",
            element("title", f"{mark.day.isoformat()}: {mark.name}"),
            d=f"M{x:g} {_TOP}V{foot}",
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
    top = _TOP + _LANE * number
    middle = top + _LANE - 11  # below its name
    if is_held:
        yield _box(top + 2, _LANE - 4)
    yield element("path", d=f"M{_LEFT} {middle}H{_WIDTH - _RIGHT}", class_="grid")
    for x in dict.fromkeys(days.x(day) for day in told):
        yield element(
            "circle", cx=f"{x:g}", cy=f"{middle}", r="4", class_=f"series s{number % COLOURS} dot"
        )
    yield element("text", name, x=f"{_LEFT}", y=f"{top + 9}", class_="tick")
