"""Areas: polygons on the WGS 84 ellipsoid, put right and measured. Needs shapely and pyproj.

An edge of a map is a straight line in longitude and latitude (RFC 7946, section 3.1.1), not a
geodesic: long edges are divided before they are measured, so that a polygon has the same area
however it is cut, and that of what two polygons share is the same seen from either.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import msgspec
import shapely
from pyproj import Geod

from claimtrack import Unreadable
from claimtrack_deepstate.maps import Polygon
from claimtrack_deepstate.regions import Region

# Between a straight edge and the geodesic of a whole degree lie some 6 km2 at 48 degrees north;
# edges of a fiftieth of it leave 0.002 km2.
_LONGEST_EDGE = 0.02

# What a drawing may have, so that no file keeps an update busy for minutes. A real map measures
# some 50 degrees along its edges, and none of them crosses another.
MAX_LENGTH = 5_000
MAX_MEETINGS = 20_000
MAX_REPAIRED = 10_000
#: Areas drawn side by side share their edges and corners: on a grid each edge meets 14 others.
_MEETINGS_PER_EDGE = 12

_GEOD = Geod(ellps="WGS84")


def solid(polygons: Sequence[Polygon]) -> shapely.Geometry:
    """The ground that any of *polygons* covers, once.

    Overlaps count once, holes are cut from their own polygon, a ring that crosses or overlaps
    itself covers all it winds around, in either direction. What has no area is dropped.
    Raises `Unreadable` for polygons too tangled to be a drawing.
    """
    shapes = [_shape(polygon) for polygon in polygons if polygon and len(polygon[0]) > 2]
    whole = shapely.MultiPolygon(shapes)
    if whole.length > MAX_LENGTH:
        raise Unreadable(f"the map's edges are {whole.length:,.0f} degrees long; no drawing's are")
    if shapely.is_valid(whole):
        return whole
    _refuse_a_tangle(polygons)
    wrong = [shape for shape in shapes if not shape.is_valid]
    points = int(shapely.get_num_coordinates(wrong).sum())
    if points > MAX_REPAIRED:
        raise Unreadable(f"polygons of {points:,} points cross or touch themselves; too many")
    return shapely.union_all(
        [
            shape
            if shape.is_valid
            else shapely.make_valid(shape, method="structure", keep_collapsed=False)
            for shape in shapes
        ]
    )


def _shape(polygon: Polygon) -> shapely.Polygon:
    shell, *holes = ([position[:2] for position in ring] for ring in polygon)
    return shapely.Polygon(shell, [hole for hole in holes if len(hole) > 2])


def _refuse_a_tangle(polygons: Sequence[Polygon]) -> None:
    edges = shapely.linestrings(
        [
            [before[:2], after[:2]]
            for polygon in polygons
            for ring in polygon
            for before, after in pairwise(ring)
            if before[:2] != after[:2]
        ]
    )
    tree = shapely.STRtree(edges)
    # Each edge meets itself and its two neighbours.
    left = MAX_MEETINGS + (3 + _MEETINGS_PER_EDGE) * len(edges)
    for start in range(0, len(edges), 16):
        left -= tree.query(edges[start : start + 16], predicate="intersects").shape[1]
        if left < 0:
            raise Unreadable(f"the map's {len(edges):,} edges cross too often for a drawing")


def within(ground: shapely.Geometry, outline: shapely.Geometry | None) -> shapely.Geometry:
    """The part of *ground* inside *outline*; all of it where there is none."""
    return ground if outline is None else shapely.intersection(ground, outline)


def beyond(ground: shapely.Geometry, other: shapely.Geometry) -> shapely.Geometry:
    """The part of *ground* that *other* does not cover."""
    return ground if ground.is_empty else shapely.difference(ground, other)


def area_km2(shape: shapely.Geometry) -> float:
    """The area of *shape* on the ellipsoid, in km2; lines and points have none."""
    divided = shapely.segmentize(shape, _LONGEST_EDGE)
    return sum(
        _ring_km2(polygon.exterior) - sum(_ring_km2(hole) for hole in polygon.interiors)
        for polygon in shapely.get_parts(shapely.get_parts(divided))
        if isinstance(polygon, shapely.Polygon) and not polygon.is_empty
    )


def _ring_km2(ring: shapely.LinearRing) -> float:
    points = shapely.get_coordinates(ring)
    area, _ = _GEOD.polygon_area_perimeter(points[:, 0], points[:, 1])
    return abs(float(area)) / 1e6


def boundary(region: Region) -> shapely.Geometry | None:
    """The outline of an oblast. None for Ukraine as a whole: its map is not cut, because the
    carried outline is coarser than the map's own coast and borders.
    """
    return None if region.km2 is not None else _outline(region.code)


@cache
def boundary_km2(region: Region) -> float:
    """The area of an oblast's outline, in km2."""
    return area_km2(_outline(region.code))


@cache
def _outline(code: str) -> shapely.Geometry:
    return shapely.MultiPolygon([_shape(polygon) for polygon in _outlines()[code]])


class _Geometry(msgspec.Struct):
    coordinates: list[Polygon]


class _Oblast(msgspec.Struct):
    properties: dict[str, str]
    geometry: _Geometry


class _Oblasts(msgspec.Struct):
    features: list[_Oblast]


@cache
def _outlines() -> dict[str, list[Polygon]]:
    """The outline of each oblast by its code: Natural Earth 10m admin-1 (public domain,
    naturalearthdata.com), rounded to 6 decimals of a degree, some 0.1 m.
    """
    packed = files("claimtrack_deepstate").joinpath("oblasts.geojson.gz").read_bytes()
    carried = msgspec.json.decode(gzip.decompress(packed), type=_Oblasts)
    return {
        oblast.properties["iso_3166_2"]: oblast.geometry.coordinates for oblast in carried.features
    }
