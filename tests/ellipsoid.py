"""Areas on the WGS 84 ellipsoid by quadrature: the truth that the deepstate source is held to.

Nothing here uses shapely or pyproj. The area between the equator and latitude p, per radian of
longitude, is b^2/2 (sin p / (1 - e^2 sin^2 p) + atanh(e sin p) / e) (Snyder, Map Projections: a
Working Manual, 1987, equation 3-12); summed along a ring's edges it gives the area inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atanh, radians, sin, sqrt

Ring = Sequence[Sequence[float]]

_A, _F = 6378.137, 1 / 298.257223563
_E = sqrt(_F * (2 - _F))
_B = _A * (1 - _F)


def _below(latitude: float) -> float:
    up = sin(radians(latitude))
    return _B**2 / 2 * (up / (1 - (_E * up) ** 2) + atanh(_E * up) / _E)


def ring_km2(ring: Ring, steps: int = 2_000) -> float:
    """The area inside a closed ring whose edges are straight in longitude and latitude."""
    total = 0.0
    for (west, south), (east, north) in pairwise([point[:2] for point in ring]):
        rise = (north - south) / steps
        mean = sum(_below(south + rise * (step + 0.5)) for step in range(steps)) / steps
        total += mean * radians(east - west)
    return abs(total)


def box_km2(west: float, south: float, east: float, north: float) -> float:
    """The area between two meridians and two parallels."""
    return (_below(north) - _below(south)) * radians(east - west)


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    """Its ring, counterclockwise."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]
