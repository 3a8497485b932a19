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
# some 50 degrees along its edges, none of them crosses another, and few rings lie in one another.
# Beyond those of a valid drawing, this many meetings of edges, or of rings, are put right.
MAX_LENGTH = 5_000
MAX_MEETINGS = 20_000
MAX_REPAIRED = 10_000
# Side by side on a grid, each edge meets itself and 14 others, each ring itself and 8.
_MEETINGS_PER_EDGE = 15
_MEETINGS_PER_RING = 9

# The carried outline is coarser than a map's own coast and borders: ground on no recorded map lies
# further outside than this, in degrees (some 15 to 22 km).
_STRAY = 0.2

_GEOD = Geod(ellps="WGS84")


def solid(polygons: Sequence[Polygon]) -> shapely.Geometry:
    """The ground that any of *polygons* covers, once.

    Overlaps count once, holes are cut from their own polygon, a ring that crosses or overlaps
    itself covers all it winds around, in either direction. What has no area is dropped.
    Raises `Unreadable` for polygons too tangled to be a drawing, and for one that is all hole.
    """
    shapes = [_shape(polygon) for polygon in polygons if polygon and len(polygon[0]) > 2]
    whole = shapely.MultiPolygon(shapes)
    if whole.length > MAX_LENGTH:
        raise Unreadable(f"the map's edges are {whole.length:,.0f} degrees long; no drawing's are")
    rings = shapely.get_rings(shapes)
    if _meet_too_often(rings, _MEETINGS_PER_RING):
        raise Unreadable(f"the map's {len(rings):,} rings lie in one another too often")
    if shapely.is_valid(whole):
        return whole
    edges = _edges(polygons)
    if _meet_too_often(edges, _MEETINGS_PER_EDGE, predicate="intersects"):
        raise Unreadable(f"the map's {len(edges):,} edges cross too often for a drawing")
    wrong = [shape for shape in shapes if not shape.is_valid]
    points = int(shapely.get_num_coordinates(wrong).sum())
    if points > MAX_REPAIRED:
        raise Unreadable(f"polygons of {points:,} points cross or touch themselves; too many")
    return shapely.union_all([shape if shape.is_valid else _mended(shape) for shape in shapes])


def _mended(shape: shapely.Polygon) -> shapely.Geometry:
    """The ground inside the outer ring of *shape*, without what lies in any of its holes."""
    # Mending the whole at once takes a hole that lies outside the ring for ground.
    ground = _without_crossings(shape.exterior)
    holes = [_without_crossings(hole) for hole in shape.interiors]
    if not holes:
        return ground
    left = shapely.difference(ground, shapely.union_all(holes))
    if left.is_empty and not ground.is_empty:
        raise Unreadable("a polygon's holes cover all of it: are its rings in the wrong order?")
    return left


def _without_crossings(ring: shapely.LinearRing) -> shapely.Geometry:
    return shapely.make_valid(shapely.Polygon(ring), method="structure", keep_collapsed=False)


def _shape(polygon: Polygon) -> shapely.Polygon:
    shell, *holes = ([position[:2] for position in ring] for ring in polygon)
    return shapely.Polygon(shell, [hole for hole in holes if len(hole) > 2])


def _edges(polygons: Sequence[Polygon]) -> Sequence[shapely.LineString]:
    edges: Sequence[shapely.LineString] = shapely.linestrings(
        [
            [before[:2], after[:2]]
            for polygon in polygons
            for ring in polygon
            for before, after in pairwise(ring)
            if before[:2] != after[:2]
        ]
    )
    return edges


def _meet_too_often(
    shapes: Sequence[shapely.Geometry], usual: int, predicate: str | None = None
) -> bool:
    """Whether *shapes* meet (without a *predicate*, whether their boxes do) more than
    `MAX_MEETINGS` times beyond the *usual* number for each; found out without counting further.
    """
    tree = shapely.STRtree(shapes)
    left = MAX_MEETINGS + usual * len(shapes)
    for start in range(0, len(shapes), 16):
        left -= tree.query(shapes[start : start + 16], predicate=predicate).shape[1]
        if left < 0:
            return True
    return False


def within(ground: shapely.Geometry, outline: shapely.Geometry | None) -> shapely.Geometry:
    """The part of *ground* inside *outline*; all of it where there is none."""
    return ground if outline is None else shapely.intersection(ground, outline)


def beyond(ground: shapely.Geometry, other: shapely.Geometry) -> shapely.Geometry:
    """The part of *ground* that *other* does not cover."""
    return ground if ground.is_empty else shapely.difference(ground, other)


def stray_km2(ground: shapely.Geometry) -> float:
    """How much of *ground* lies outside Ukraine, beyond what its carried outline may be off."""
    around = _surroundings()
    return 0.0 if around.contains(ground) else area_km2(shapely.difference(ground, around))


@cache
def _surroundings() -> shapely.Geometry:
    """Ukraine with its surroundings, ready for many questions."""
    country = shapely.union_all([_outline(code) for code in _outlines()])
    around = shapely.buffer(shapely.simplify(country, _STRAY / 10), _STRAY)
    shapely.prepare(around)
    return around


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
