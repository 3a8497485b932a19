"""A daily map of occupied ground as GeoJSON: its area, or its share of Ukraine or of an oblast.

    ask = [{ source = "deepstate", region = "UA", every = "1d" }]

The map is drawn by DeepState; the default address is that of the daily files which
github.com/cyterat/deepstate-map-data takes from it. What a map does not say is refused: a map
without a day, a territory of unknown status, coordinates that are not in Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import msgspec

from claimtrack import (
    Ask,
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
)
from claimtrack_deepstate.days import DayPlace
from claimtrack_deepstate.maps import Map, read_map
from claimtrack_deepstate.regions import Region, region_named

DAILY_FILES = (
    "https://raw.githubusercontent.com/cyterat/deepstate-map-data/main/data/"
    "deepstatemap_data_{day:%Y%m%d}.geojson"
)
#: The first day of the daily files.
FIRST_DAY = date(2024, 7, 8)

# Days are named this far ahead of the last on record; the core asks none before it has come. A
# record that is further behind catches up in the next update.
_HORIZON = timedelta(days=1_830)
# A map of the last days may still be corrected; one further back is asked for once, until it came.
_LOOK_BACK = timedelta(days=3)
# The map of a day comes in the course of it, or of the next.
_LATE = timedelta(days=2)
# So many maps that never came are asked for in one update.
_CATCH_UP = 60

# A corner of a drawing may stray; a square of a kilometre is ground.
_STRAY_KM2 = 1
# Vertices are given to 6 decimals of a degree, some 0.1 m: on a front of 1,000 km that is 0.1 km2.
# Rounding to a tenth of it keeps an unchanged map an unchanged figure.
_AREA_STEP = Decimal("0.01")
_SHARE_STEP = Decimal("0.00000001")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of a map.

    ``url`` is an address, a file path relative to the claim file, or an address with a place for
    the day (``{day:%Y%m%d}``, ``{day}`` for ISO), which is asked day by day from ``first`` on.
    ``region`` is "UA", or an oblast by ISO 3166-2 code or English name. ``of`` is "area" or
    "share"; by default the measure's unit decides. ``error`` is plus or minus, in km2, for a map
    whose maker states none.
    """

    url: str = DAILY_FILES
    first: date = FIRST_DAY
    region: str = "UA"
    of: Literal["area", "share"] | None = None
    error: float | None = None

    def __post_init__(self) -> None:
        place = DayPlace(self.url)
        if place.is_given and not self.url.startswith(("http://", "https://")):
            raise ValueError(
                f"url has a place for the day, so it is an http(s) address: {self.url}"
            )
        region_named(self.region)
        if self.error is not None and not 0 <= self.error < float("inf"):
            raise ValueError(f"error is a number of km2 from 0 on, not {self.error}")


@dataclass(frozen=True, slots=True)
class _Ground:
    """How much of a region a map shows as occupied: at least, and with what it is unsure of."""

    least: float
    most: float
    whole: float


class DeepState(Source):
    """The occupied area or share of a region, off one map a day."""

    name = "deepstate"
    version = "1"
    describes = Description(
        publisher="DeepState (deepstatemap.live)",
        kind="measurement",
        licence="no open licence stated",
        budget="one map a day",
    )
    Options = Options

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        """One ask for each address; where it has a place for the day, one for each day from the
        first: those long past once, the last few on record again, for they may be corrected.
        """
        addresses: dict[tuple[str, date], list[Measure]] = {}
        for measure in measures:
            options: Options = self.options(measure)
            _is_share(options, measure)
            addresses.setdefault((options.url, options.first), []).append(measure)
        for (url, first), asked in addresses.items():
            place = DayPlace(url)
            if not place.is_given:
                yield Ask(url, tuple(asked))
                continue
            for day in _days(first, (since or first) + _HORIZON):
                is_past = since is not None and day < since
                yield Ask(
                    place.filled(day),
                    tuple(asked),
                    not_before=day,
                    grace=timedelta.max if is_past else _LATE,  # later maps came: a day without
                    once=since is not None and day < since - _LOOK_BACK,
                    at_most=_CATCH_UP,
                )

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading]:
        """What the map shows of each measure's region."""
        found = read_map(page)
        asked = [(measure, self.options(measure)) for measure in measures]
        grounds = _grounds(found, (region_named(options.region) for _, options in asked))
        for measure, options in asked:
            ground = grounds[region_named(options.region)]
            yield _reading(measure, options, found, _day(found, page, options), ground)

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """What the map shows, its day, the region, the areas and what they come to."""
        options: Options = self.options(measure)
        region = region_named(options.region)
        found = read_map(page)
        yield _shown(found)
        stated = "it says so itself" if found.day is not None else "its address says so"
        yield f"it is of {_day(found, page, options)}: {stated}"
        ground = _grounds(found, [region])[region]
        yield _measured(region, ground)
        reading = _reading(measure, options, found, _day(found, page, options), ground)
        share = _is_share(options, measure)
        yield from _worked_out(reading, region, ground, options, is_share=share)


def _days(first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days):
        yield first + timedelta(days=ahead)


def _shown(found: Map) -> str:
    shown = _polygons(found)
    if found.unsure:
        shown += f" and {len(found.unsure)} of unknown status"
    return f"the map {f'named “{found.name}”' if found.name else 'without a name'} shows {shown}"


def _polygons(found: Map) -> str:
    number = len(found.occupied)
    return f"{number} occupied polygon{'' if number == 1 else 's'}"


def _measured(region: Region, ground: _Ground) -> str:
    cut = "the map is not cut" if region.km2 is not None else "cut at its outline"
    occupied = f"{ground.least:,.2f} km2 are occupied"
    if ground.most != ground.least:
        occupied += f", {ground.most:,.2f} km2 with what is of unknown status"
    return f"in {region.name} ({region.code}; {cut}) {occupied}"


def _worked_out(
    reading: Reading, region: Region, ground: _Ground, options: Options, *, is_share: bool
) -> Iterator[str]:
    if is_share:
        counted = "its outline" if region.km2 is None else "official statistics"
        yield f"of {ground.whole:,.2f} km2 ({counted}) that is a share of {reading.value}"
    if isinstance(reading.value, Interval):
        yield "the reading is an interval: the map is unsure of the rest"
    if reading.error is None:
        yield "no error is stated: give it as error, in km2, if it is known"
    else:
        of = " as a share" if is_share else ""
        yield f"the error of {options.error:g} km2 is the claim file's: ± {reading.error}{of}"


def _is_share(options: Options, measure: Measure) -> bool:
    """Whether *measure* asks for a share rather than an area. Raises `PluginError`."""
    by_unit = {"share": "share", "km2": "area"}.get(measure.unit or "")
    if by_unit is None or options.of not in (None, by_unit):
        raise PluginError(
            f"measure {measure.id!r}: a map answers an area in km2 or a share, not"
            f" {options.of or 'an amount'} in {measure.unit!r}"
        )
    return by_unit == "share"


def _day(found: Map, page: Page, options: Options) -> CalendarDate:
    """The day the map is of: its own, else the one in its address. Raises `Unreadable` where
    there is none, and where the two differ.
    """
    addressed = DayPlace(options.url).day_of(page.url)
    day = found.day or addressed
    if day is None:
        raise Unreadable(
            f"{page.url}: the map states no day: neither its name {found.name!r} nor its address"
        )
    if addressed not in (None, day):
        raise Unreadable(f"{page.url}: the map says it is of {day}, its address says {addressed}")
    return CalendarDate(day)


def _grounds(found: Map, regions: Iterable[Region]) -> dict[Region, _Ground]:
    """What *found* shows of each of *regions*. Needs the geo extra, and says so."""
    try:
        from claimtrack_deepstate import areas
    except ImportError as error:
        raise PluginError(
            "measuring a map needs the geo extra: pip install 'claimtrack[geo]'"
            f" (missing: {error.name})"
        ) from error
    held = areas.solid(found.occupied)
    if held.is_empty:
        raise Unreadable("the occupied polygons of the map have no area")
    stray = areas.stray_km2(held)
    if stray >= _STRAY_KM2:
        raise Unreadable(f"{stray:,.0f} km2 of the map's occupied ground lie outside Ukraine")
    grey = areas.beyond(areas.solid(found.unsure), held)
    grounds: dict[Region, _Ground] = {}
    for region in dict.fromkeys(regions):
        outline = areas.boundary(region)
        least = areas.area_km2(areas.within(held, outline))
        most = least + areas.area_km2(areas.within(grey, outline))
        grounds[region] = _Ground(least, most, region.km2 or areas.boundary_km2(region))
    return grounds


def _reading(
    measure: Measure, options: Options, found: Map, day: CalendarDate, ground: _Ground
) -> Reading:
    share = _is_share(options, measure)
    unit, step = (ground.whole, _SHARE_STEP) if share else (1.0, _AREA_STEP)
    least, most = (_rounded(amount / unit, step) for amount in (ground.least, ground.most))
    return Reading(
        measure.id,
        least if least == most else Interval(least, most),
        as_of=day,
        error=None if options.error is None else _rounded(options.error / unit, step),
        quote=found.name or f"a map of {day}",
        locator=_locator(found, ground, share),
        derived=True,
    )


def _rounded(amount: float, step: Decimal) -> Decimal:
    return Decimal(repr(amount)).quantize(step)


def _locator(found: Map, ground: _Ground, share: bool) -> str:
    """Where the figure comes from: the polygons it was measured on, and its parts."""
    said = f"features: {_polygons(found)}"
    if found.unsure:
        said += f", {len(found.unsure)} of unknown status"
    said += f"; {ground.least:.2f} km2"
    if ground.most != ground.least:
        said += f" to {ground.most:.2f} km2"
    return f"{said} of {ground.whole:.2f} km2" if share else said


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [DeepState()]
