"""Polygons on the ellipsoid, against areas worked out without shapely and pyproj."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from claimtrack_deepstate.areas import (
    MAX_LENGTH,
    MAX_REPAIRED,
    area_km2,
    boundary,
    boundary_km2,
    solid,
    stray_km2,
    within,
)
from claimtrack_deepstate.regions import OBLASTS, UKRAINE
from ellipsoid import Ring, box, box_km2, ring_km2
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import SHARED, needs

from claimtrack import Unreadable

NATURAL_EARTH = SHARED / "evidence/boundaries/natural_earth_ukraine_admin1.json"
#: One degree by one, amid Ukraine, and a quarter of it in each corner.
WHOLE = box(35, 47, 36, 48)
SIDE = 0.5
TRIANGLE: Ring = [[35, 47], [36, 47.2], [35.3, 48], [35, 47]]


def km2(*polygons: Any) -> float:
    return area_km2(solid(polygons))


def close(truth: float) -> Any:
    """*truth* to one part in a million: a hundredth of a km2 for an oblast."""
    return pytest.approx(truth, rel=2e-6)


def test_the_truth_itself_holds_for_the_whole_earth() -> None:
    # Half the surface of WGS 84 is 255,032,810.857 km2 (NIMA TR8350.2).
    assert box_km2(-180, 0, 180, 90) == pytest.approx(255_032_810.857, rel=1e-10)
    assert ring_km2(WHOLE) == pytest.approx(box_km2(35, 47, 36, 48), rel=1e-9)


def test_a_box_and_a_triangle() -> None:
    assert km2([WHOLE]) == close(box_km2(35, 47, 36, 48))
    assert km2([TRIANGLE]) == close(ring_km2(TRIANGLE))


def test_a_sphere_would_be_seen() -> None:
    sphere = ring_km2(WHOLE) * 0.9973
    assert km2([WHOLE]) != close(sphere)


def test_a_long_edge_is_straight_in_longitude_and_latitude() -> None:
    wide = box(23, 47, 39, 48)
    assert km2([wide]) == close(box_km2(23, 47, 39, 48))
    assert km2([box(23, 47, 31, 48)], [box(31, 47, 39, 48)]) == close(km2([wide]))


@pytest.mark.parametrize("ring", [WHOLE, TRIANGLE])
def test_the_direction_and_the_start_of_a_ring_do_not_matter(ring: Ring) -> None:
    truth = close(ring_km2(ring))
    assert km2([ring[::-1]]) == truth
    assert km2([[*ring[2:], *ring[1:3]]]) == truth


def test_an_unclosed_ring_is_closed() -> None:
    assert km2([WHOLE[:-1]]) == close(ring_km2(WHOLE))


def test_heights_and_repeated_points_do_not_matter() -> None:
    assert km2([[[x, y, 0.0] for x, y in WHOLE for _ in range(3)]]) == close(ring_km2(WHOLE))


def test_a_hole_is_cut_out() -> None:
    hole = box(35.2, 47.2, 35.4, 47.4)
    truth = close(box_km2(35, 47, 36, 48) - box_km2(35.2, 47.2, 35.4, 47.4))
    assert km2([WHOLE, hole]) == truth
    assert km2([WHOLE, hole[::-1]]) == truth


def test_holes_that_overlap_are_cut_once() -> None:
    one, other = box(35.2, 47.2, 35.4, 47.4), box(35.3, 47.2, 35.5, 47.4)
    left = box_km2(35, 47, 36, 48) - box_km2(35.2, 47.2, 35.5, 47.4)
    assert km2([WHOLE, one, other]) == close(left)


def test_a_hole_that_leaves_its_polygon_cuts_what_is_inside() -> None:
    over_the_edge = box(35.5, 47.2, 36.5, 47.4)
    left = box_km2(35, 47, 36, 48) - box_km2(35.5, 47.2, 36, 47.4)
    assert km2([WHOLE, over_the_edge]) == close(left)


def test_a_hole_that_touches_its_polygon() -> None:
    touching: Ring = [[35, 47.5], [35.2, 47.4], [35.2, 47.6], [35, 47.5]]
    assert km2([WHOLE, touching]) == close(ring_km2(WHOLE) - ring_km2(touching))


def test_an_island_in_a_hole_counts() -> None:
    hole, island = box(35.2, 47.2, 35.8, 47.8), box(35.4, 47.4, 35.6, 47.6)
    truth = ring_km2(WHOLE) - ring_km2(hole) + ring_km2(island)
    assert km2([WHOLE, hole], [island]) == close(truth)


def test_what_fills_a_hole_of_another_polygon_counts() -> None:
    hole = box(35.2, 47.2, 35.8, 47.8)
    assert km2([WHOLE, hole], [hole]) == close(ring_km2(WHOLE))
    assert km2([WHOLE, hole], [WHOLE]) == close(ring_km2(WHOLE))


def test_overlapping_polygons_count_once() -> None:
    shifted = box(35.5, 47, 36.5, 48)
    assert km2([WHOLE], [shifted]) == close(box_km2(35, 47, 36.5, 48))
    assert km2([WHOLE], [shifted[::-1]]) == close(box_km2(35, 47, 36.5, 48))
    assert km2([WHOLE], [WHOLE], [WHOLE]) == close(ring_km2(WHOLE))


def test_nested_polygons_count_once_whatever_their_direction() -> None:
    inner = box(35.2, 47.2, 35.4, 47.4)
    assert km2([WHOLE], [inner]) == close(ring_km2(WHOLE))
    assert km2([WHOLE], [inner[::-1]]) == close(ring_km2(WHOLE))


def test_polygons_side_by_side_add_up() -> None:
    quarters = [
        [box(35 + x * SIDE, 47 + y * SIDE, 35.5 + x * SIDE, 47.5 + y * SIDE)]
        for x in range(2)
        for y in range(2)
    ]
    assert km2(*quarters) == close(ring_km2(WHOLE))
    assert km2(quarters[0], quarters[3]) == close(
        box_km2(35, 47, 35.5, 47.5) + box_km2(35.5, 47.5, 36, 48)
    )


def test_a_bow_tie_has_both_its_wings() -> None:
    tie = [[35, 47], [36, 48], [36, 47], [35, 48], [35, 47]]
    east: Ring = [[35.5, 47.5], [36, 48], [36, 47], [35.5, 47.5]]
    west: Ring = [[35.5, 47.5], [35, 47], [35, 48], [35.5, 47.5]]
    assert km2([tie]) == close(ring_km2(east) + ring_km2(west))
    assert km2([tie[::-1]]) == close(ring_km2(east) + ring_km2(west))


def test_a_ring_that_overlaps_itself_counts_once() -> None:
    curl = [[35, 47], [36, 47], [36, 48], [35.2, 48], [35.2, 47.2], [35.8, 47.2], [35.8, 47.7],
            [35, 47.7], [35, 47]]  # fmt: skip
    truth = box_km2(35, 47, 36, 48) - box_km2(35, 47.7, 35.2, 48)
    assert km2([curl]) == close(truth)


def test_a_ring_that_touches_itself() -> None:
    eight = [[35, 47], [35.5, 47.5], [36, 47], [36, 48], [35.5, 47.5], [35, 48], [35, 47]]
    east: Ring = [[35.5, 47.5], [36, 47], [36, 48], [35.5, 47.5]]
    west: Ring = [[35, 47], [35.5, 47.5], [35, 48], [35, 47]]
    assert km2([eight]) == close(ring_km2(east) + ring_km2(west))
    inner = box(35.4, 47.4, 35.6, 47.6)
    keyhole: list[Any] = [[35, 47], *inner[::-1], [35, 47], *WHOLE[1:]]
    assert km2([keyhole]) == close(ring_km2(WHOLE) - ring_km2(inner))


def test_spikes_and_slivers_have_no_area() -> None:
    spiked: Ring = [[35, 47], [36, 47], [36, 48], [37, 49], [36, 48], [35, 48], [35, 47]]
    flat: Ring = [[35, 47], [36, 48], [37, 49]]
    point, pair = [flat[0]] * 4, flat[:2]
    assert km2([spiked]) == close(ring_km2(WHOLE))
    assert km2([WHOLE], [flat], [point], [pair], [], [[]]) == close(ring_km2(WHOLE))
    assert km2([WHOLE, flat, point, pair]) == close(ring_km2(WHOLE))
    assert km2([flat], [point], [pair]) == 0


@st.composite
def boxes(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """West, south, east and north, in tenths of a degree."""
    west, south = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    return west, south, draw(st.integers(west + 1, 10)), draw(st.integers(south + 1, 10))


@settings(deadline=None)
@given(st.lists(boxes(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_boxes_cover_the_cells_that_they_cover(
    drawn: list[tuple[int, int, int, int]], chance: random.Random
) -> None:
    cells = {(x, y) for w, s, e, n in drawn for x in range(w, e) for y in range(s, n)}
    truth = sum(
        box_km2(34 + x / 10, 47 + y / 10, 34 + (x + 1) / 10, 47 + (y + 1) / 10) for x, y in cells
    )
    rings = [box(34 + w / 10, 47 + s / 10, 34 + e / 10, 47 + n / 10) for w, s, e, n in drawn]
    turned = [[ring if chance.random() < 0.5 else ring[::-1]] for ring in rings]
    assert km2(*turned) == close(truth)


@settings(deadline=None)  # the first outline takes a while to load
@given(st.integers(0, 2**32))
def test_what_is_inside_an_oblast_and_what_is_not_add_up(seed: int) -> None:
    chance = random.Random(seed)
    ring = [[chance.uniform(35, 40), chance.uniform(46, 50)] for _ in range(5)]
    ground = solid([[[*ring, ring[0]]]])
    donetsk = boundary(OBLASTS["UA-14"])
    assert donetsk is not None
    inside, outside = within(ground, donetsk), ground.difference(donetsk)
    assert area_km2(inside) + area_km2(outside) == pytest.approx(area_km2(ground), abs=0.01)


def test_ukraine_as_a_whole_is_not_cut() -> None:
    assert boundary(UKRAINE) is None
    at_sea = solid([[box(32, 44, 33, 45)]])
    assert area_km2(within(at_sea, None)) == close(box_km2(32, 44, 33, 45))


def test_donetsk_has_its_area() -> None:
    assert boundary_km2(OBLASTS["UA-14"]) == pytest.approx(26_599, abs=0.5)


def test_the_oblasts_lie_side_by_side() -> None:
    total = sum(boundary_km2(region) for region in OBLASTS.values())
    assert total == pytest.approx(599_094, abs=1)
    together = solid([*_polygons(boundary(region) for region in OBLASTS.values())])
    assert area_km2(together) == pytest.approx(total, abs=0.5)


def _polygons(outlines: Any) -> list[Any]:
    return [
        [[list(point) for point in ring.coords] for ring in (part.exterior, *part.interiors)]
        for outline in outlines
        for part in outline.geoms
    ]


@needs(NATURAL_EARTH)
def test_the_carried_outlines_are_those_of_natural_earth() -> None:
    found = json.loads(NATURAL_EARTH.read_text("utf-8"))["features"]
    originals = []
    for feature in found:
        rings = feature["geometry"]["coordinates"]
        originals.append(solid(rings if feature["geometry"]["type"] == "MultiPolygon" else [rings]))
    for code, region in OBLASTS.items():
        carried = boundary(region)
        shared = [area_km2(within(original, carried)) for original in originals]
        best = originals[shared.index(max(shared))]
        # A hundred thousandth: 0.001 points of a share.
        assert boundary_km2(region) == pytest.approx(area_km2(best), rel=1e-5), code
        assert max(shared) == pytest.approx(area_km2(best), rel=1e-5), code
    assert len(originals) == len(OBLASTS)


def test_a_tangle_is_refused() -> None:
    chance = random.Random(1)
    ring = [[chance.uniform(34, 36), chance.uniform(46, 48)] for _ in range(1_500)]
    with pytest.raises(Unreadable, match="cross too often"):
        solid([[[*ring, ring[0]]]])


def test_a_pile_of_rings_is_refused() -> None:
    pile = [box(35 + i / 1e5, 47 + i / 1e5, 35.1 - i / 1e5, 47.1 - i / 1e5) for i in range(1_000)]
    with pytest.raises(Unreadable, match="in one another"):
        solid([[ring] for ring in pile])
    with pytest.raises(Unreadable, match="in one another"):
        solid([[WHOLE, *pile]])


def test_many_areas_side_by_side_are_no_tangle() -> None:
    cells = [
        [box(35 + x / 50, 47 + y / 50, 35 + (x + 1) / 50, 47 + (y + 1) / 50)]
        for x in range(40)
        for y in range(40)
    ]
    assert km2(*cells) == close(box_km2(35, 47, 35.8, 47.8))
    every_other = [cell[0] for cell in cells[::2]]
    left = ring_km2(WHOLE) - sum(ring_km2(ring, steps=100) for ring in every_other)
    assert km2([WHOLE, *every_other]) == close(left)


def test_edges_longer_than_any_drawing_are_refused() -> None:
    comb = [[34 + tooth / 2_000, 46 + 3 * (tooth % 2)] for tooth in range(4_000)]
    with pytest.raises(Unreadable, match="degrees long"):
        solid([[[*comb, comb[0]]]])
    assert len(comb) * 3 > MAX_LENGTH


def test_a_ring_of_too_many_mistakes_is_refused() -> None:
    saw = [[34 + tooth / 20_000, 46 + 0.01 * (tooth % 2)] for tooth in range(MAX_REPAIRED)]
    with pytest.raises(Unreadable, match="touch themselves"):
        solid([[[*saw, [35, 46], saw[0]]]])


def test_a_hole_outside_its_ring_is_no_ground() -> None:
    shell, outside, inside = (
        box(35, 47, 36, 48),
        box(37, 47, 37.5, 47.5),
        box(35.2, 47.2, 35.4, 47.4),
    )
    assert km2([shell, outside]) == close(box_km2(35, 47, 36, 48))
    left = box_km2(35, 47, 36, 48) - box_km2(35.2, 47.2, 35.4, 47.4)
    assert km2([shell, outside, inside]) == close(left)


def test_a_polygon_that_is_all_hole_is_refused() -> None:
    with pytest.raises(Unreadable, match="wrong order"):
        solid([[box(35.2, 47.2, 35.4, 47.4), box(35, 47, 36, 48)]])


def test_ground_at_sea_strays_and_ground_at_the_coast_does_not() -> None:
    at_sea = solid([[box(31, 44, 32, 45)]])
    assert stray_km2(at_sea) == pytest.approx(area_km2(at_sea), rel=1e-9)
    assert stray_km2(solid([[box(34, 45, 35, 46)]])) == 0
