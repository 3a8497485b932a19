"""Maps: what a GeoJSON file says is occupied, polygon by polygon, and on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import msgspec

from claimtrack import Page, Unreadable
from claimtrack_deepstate.days import day_in, stamped_day

#: Longitude, latitude and perhaps a height.
Position = list[float]
Ring = list[Position]
#: The outer ring, then its holes.
Polygon = list[Ring]
Status = Literal["occupied", "unsure", "free", "elsewhere"]

#: West, south, east, north: Ukraine is inside, with some tenths of a degree to spare. No point in
#: it is still in it with longitude and latitude swapped.
BOX = (21.5, 43.9, 40.7, 52.9)

# A daily file has 80 kB, 20 polygons and 3,000 points.
MAX_BYTES = 8_000_000
MAX_POLYGONS = 2_000
MAX_POINTS = 50_000

# The keys that end the names on DeepState's own map ("Окуповано /// Occupied ///
# geoJSON.status.occupied"). The ground held since before 2022 has keys of its own.
_KEYS: dict[str, Status] = {
    "geoJSON.status.occupied": "occupied",
    "geoJSON.territories.crimea": "occupied",
    "geoJSON.territories.ordlo": "occupied",
    "geoJSON.territories.tuzla": "occupied",
    "geoJSON.status.unknown": "unsure",
    "geoJSON.status.dismissed": "free",
    "geoJSON.status.dismissed_at": "free",
    "geoJSON.territories.transnistria": "elsewhere",
}
_WORDS: dict[str, Status] = {
    "occupied": "occupied",
    "окуповано": "occupied",
    "unknown status": "unsure",
    "статус невідомий": "unsure",
    "liberated": "free",
    "звільнено": "free",
}
#: The map also shows ground that others hold elsewhere, from Abkhazia to the Kurils.
_TERRITORIES = "geoJSON.territories."

# RFC 7946 knows no other reference system than WGS 84, longitude first; files written to the
# earlier draft name it.
_WGS84 = {
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "OGC:CRS84",
    "EPSG:4326",
    "urn:ogc:def:crs:EPSG::4326",
}


class _Polygon(msgspec.Struct, tag_field="type", tag="Polygon"):
    coordinates: Polygon


class _MultiPolygon(msgspec.Struct, tag_field="type", tag="MultiPolygon"):
    coordinates: list[Polygon]


class _Point(msgspec.Struct, tag_field="type", tag="Point"):
    pass


class _MultiPoint(msgspec.Struct, tag_field="type", tag="MultiPoint"):
    pass


class _Line(msgspec.Struct, tag_field="type", tag="LineString"):
    pass


class _MultiLine(msgspec.Struct, tag_field="type", tag="MultiLineString"):
    pass


class _Feature(msgspec.Struct, tag_field="type", tag="Feature"):
    # A feature that lies nowhere has null here (RFC 7946, 3.2).
    geometry: _Polygon | _MultiPolygon | _Point | _MultiPoint | _Line | _MultiLine | None
    properties: dict[str, Any] | None = None

    @property
    def polygons(self) -> list[Polygon]:
        if isinstance(self.geometry, _Polygon):
            return [self.geometry.coordinates]
        return self.geometry.coordinates if isinstance(self.geometry, _MultiPolygon) else []


class _System(msgspec.Struct):
    properties: dict[str, Any]


class _Collection(msgspec.Struct, tag_field="type", tag="FeatureCollection"):
    features: list[_Feature]
    name: str | None = None
    crs: _System | msgspec.UnsetType = msgspec.UNSET


class _Answer(msgspec.Struct):
    """What deepstatemap.live itself answers: the map within, its moment beside it."""

    id: int
    datetime: str
    map: _Collection


class _Probe(msgspec.Struct):
    map: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


@dataclass(frozen=True, slots=True)
class Map:
    """A map of one day: the polygons it shows as occupied, and those it is unsure of.

    ``name`` is the file's own; ``day`` is None where nothing in the file states one.
    """

    name: str | None
    day: date | None
    occupied: tuple[Polygon, ...]
    unsure: tuple[Polygon, ...]


def read_map(page: Page) -> Map:
    """The map on *page*. Raises `Unreadable` for anything that is no map of Ukraine's ground."""
    if len(page.content) > MAX_BYTES:
        raise Unreadable(
            f"{page.url}: {len(page.content):,} bytes; a map has {MAX_BYTES:,} at most"
        )
    try:
        collection, name, day = _decoded(page.text)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unreadable(f"{page.url}: not a GeoJSON map: {error}") from error
    _refuse_other_systems(collection)
    told = list(_told_apart(collection.features))
    found = Map(
        name,
        day,
        tuple(polygon for status, polygon in told if status == "occupied"),
        tuple(polygon for status, polygon in told if status == "unsure"),
    )
    if not found.occupied:
        raise Unreadable(f"{page.url}: no polygon on the map is occupied ground")
    _refuse_strays(found)
    return found


def _decoded(text: str) -> tuple[_Collection, str | None, date | None]:
    """The features, the name and the day that the file itself states."""
    if msgspec.json.decode(text, type=_Probe).map is msgspec.UNSET:
        collection = msgspec.json.decode(text, type=_Collection)
        return collection, collection.name, day_in(collection.name)
    answer = msgspec.json.decode(text, type=_Answer)
    return answer.map, answer.datetime, stamped_day(answer.datetime, answer.id)


def _refuse_other_systems(collection: _Collection) -> None:
    if collection.crs is msgspec.UNSET:
        return
    named = collection.crs.properties.get("name")
    if named not in _WGS84:
        raise Unreadable(f"the map's reference system is {named!r}; expected WGS 84 degrees")


def _told_apart(features: Iterable[_Feature]) -> Iterator[tuple[Status, Polygon]]:
    """Each polygon with its status.

    A map whose areas carry no properties is all occupied, as the daily files are; a map whose areas
    are named is read by the names; of anything else nobody can tell what it shows.
    """
    areas = [feature for feature in features if feature.polygons]
    named = [feature for feature in areas if feature.properties]
    if not named:
        for area in areas:
            for polygon in area.polygons:
                yield "occupied", polygon
        return
    if len(named) < len(areas):
        raise Unreadable("some areas of the map have properties and some have none")
    for area in named:
        status = _status(area)
        for polygon in area.polygons:
            yield status, polygon


def _status(area: _Feature) -> Status:
    name = (area.properties or {}).get("name")
    if not isinstance(name, str):
        keys = ", ".join(sorted(area.properties or {}))[:80]
        raise Unreadable(f"an area of the map has properties ({keys}) and no name that tells it")
    parts = [part.strip() for part in name.split("///")]
    key = next((part for part in parts if part.startswith("geoJSON.")), None)
    if key is None:
        told = {_WORDS[part.lower()] for part in parts if part.lower() in _WORDS}
        if len(told) == 1:
            return told.pop()
    elif key in _KEYS:
        return _KEYS[key]
    elif key.startswith(_TERRITORIES) and not any(
        _in_box(point) for point in _points(area.polygons)
    ):
        return "elsewhere"
    raise Unreadable(f"an area of the map is named {name.strip()[:80]!r}, which tells no status")


def _points(polygons: Iterable[Polygon]) -> Iterator[Position]:
    return (point for polygon in polygons for ring in polygon for point in ring)


def _in_box(point: Position) -> bool:
    west, south, east, north = BOX
    return len(point) >= 2 and west <= point[0] <= east and south <= point[1] <= north


def _refuse_strays(found: Map) -> None:
    """Refuse points that are not in Ukraine, and more of them than a map has."""
    polygons = (*found.occupied, *found.unsure)
    if len(polygons) > MAX_POLYGONS:
        raise Unreadable(f"{len(polygons):,} polygons; a daily map has some 20")
    for number, point in enumerate(_points(polygons), 1):
        if number > MAX_POINTS:
            raise Unreadable(f"over {MAX_POINTS:,} points; a daily map has some 3,000")
        if not _in_box(point):
            raise Unreadable(
                f"point {number} of the map is {point[:3]}, not in Ukraine"
                " (expected longitude, then latitude, in degrees)"
            )
