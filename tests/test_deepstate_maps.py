"""Reading GeoJSON as a map: what it takes for occupied, and what it refuses."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from claimtrack_deepstate.maps import MAX_BYTES, MAX_POINTS, MAX_POLYGONS, Map, read_map
from ellipsoid import box
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import Page, Unreadable

AT = datetime(2031, 2, 6, tzinfo=UTC)
SQUARE = box(37.5, 48, 38, 48.5)
OCCUPIED = "Окуповано /// Occupied /// geoJSON.status.occupied\n"


def page(content: str | bytes) -> Page:
    return Page(
        "https://maps.example/a", content.encode() if isinstance(content, str) else content, AT
    )


def area(*rings: Any, name: Any = None, type: str = "Polygon") -> dict[str, Any]:
    """A feature; without a name it has no properties, as in the daily files."""
    properties = {} if name is None else {"name": name}
    geometry = {"type": type, "coordinates": list(rings)}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def mapped(*features: dict[str, Any], **members: Any) -> Map:
    whole = {"type": "FeatureCollection", "features": list(features), **members}
    return read_map(page(json.dumps(whole)))


def refused(*features: dict[str, Any], **members: Any) -> str:
    with pytest.raises(Unreadable) as caught:
        mapped(*features, **members)
    return str(caught.value)


def answered(stamp: str, seconds: int) -> date | None:
    answer = {
        "id": seconds,
        "datetime": stamp,
        "map": {"type": "FeatureCollection", "features": [area(SQUARE)]},
    }
    return read_map(page(json.dumps(answer))).day


def test_a_map_without_properties_is_all_occupied() -> None:
    found = mapped(area(SQUARE), area([SQUARE], [SQUARE], type="MultiPolygon"), name="m_20310205")
    assert len(found.occupied) == 3
    assert found.unsure == ()
    assert (found.name, found.day) == ("m_20310205", date(2031, 2, 5))


@pytest.mark.parametrize("properties", [None, {}])
def test_no_properties_come_in_three_spellings(properties: Any) -> None:
    assert mapped({**area(SQUARE), "properties": properties}).occupied
    bare = {key: value for key, value in area(SQUARE).items() if key != "properties"}
    assert mapped(bare).occupied


@pytest.mark.parametrize(
    "name",
    [
        OCCUPIED,
        "Окупований Крим /// Occupied Crimea\u00a0/// geoJSON.territories.crimea",
        "ОРДЛО /// CADR and CALR /// geoJSON.territories.ordlo",
        "Окупована Тузла /// Occupied Tuzla /// geoJSON.territories.tuzla",
        "Occupied",
        "Окуповано",
    ],
)
def test_what_its_name_calls_occupied_is(name: str) -> None:
    assert len(mapped(area(SQUARE, name=name)).occupied) == 1


@pytest.mark.parametrize(
    "name", ["Статус невідомий /// Unknown status /// geoJSON.status.unknown", "Unknown status"]
)
def test_ground_of_unknown_status_is_kept_apart(name: str) -> None:
    found = mapped(area(SQUARE, name=OCCUPIED), area(SQUARE, name=name))
    assert (len(found.occupied), len(found.unsure)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "ring"),
    [
        ("Звільнено /// Liberated /// geoJSON.status.dismissed", SQUARE),
        ("Звільнено 25.03 /// Liberated 25.03 /// geoJSON.status.dismissed_at", SQUARE),
        (
            "Придністров'я /// Transnistria /// geoJSON.territories.transnistria",
            box(29, 47, 30, 48),
        ),
        ("Пруссія /// East Prussia /// geoJSON.territories.prussia", box(20, 54.4, 22, 55)),
        ("Південні Курили /// Kurils /// geoJSON.territories.kuril", box(145, 43, 148, 45)),
    ],
)
def test_liberated_ground_and_that_of_other_countries_is_left_out(name: str, ring: Any) -> None:
    found = mapped(area(SQUARE, name=OCCUPIED), area(ring, name=name))
    assert (len(found.occupied), len(found.unsure)) == (1, 0)


@pytest.mark.parametrize(
    "name",
    [
        "Щось /// Something /// geoJSON.status.new",
        "Щось /// Something /// geoJSON.territories.new",
        "Occupied Something /// geoJSON.territories.new",
        "Occupied /// Liberated",
        "sector 7",
        "",
    ],
)
def test_a_name_that_tells_no_status_is_refused(name: str) -> None:
    assert "tells no status" in refused(area(SQUARE, name=OCCUPIED), area(SQUARE, name=name))


def test_properties_without_a_name_are_refused() -> None:
    feature = {**area(SQUARE), "properties": {"fill": "#a52714"}}
    assert "properties (fill)" in refused(feature)
    assert "no name" in refused(area(SQUARE, name=7))
    assert "some have none" in refused(area(SQUARE, name=OCCUPIED), area(SQUARE))


def test_points_and_lines_are_no_ground() -> None:
    point = area(37.8, 48.06, name="x", type="Point")
    line = area([37.8, 48.06], [37.9, 48.1], type="LineString")
    assert len(mapped(area(SQUARE), point, line).occupied) == 1
    assert "no polygon" in refused(point, line)


def test_a_feature_that_lies_nowhere_is_no_ground() -> None:
    """RFC 7946, 3.2: an unlocated feature has null as its geometry."""
    nowhere = {"type": "Feature", "properties": {"name": "a remark"}, "geometry": None}
    assert mapped(area(SQUARE), nowhere) == mapped(area(SQUARE))


def test_an_empty_map_is_refused() -> None:
    assert "no polygon" in refused()
    assert "no polygon" in refused(area(SQUARE, name="Звільнено /// geoJSON.status.dismissed"))


def test_the_answer_of_the_map_itself_states_its_day() -> None:
    evening = int(datetime(2031, 2, 5, 23, 30, tzinfo=UTC).timestamp())
    assert answered("06.02 o 00:30", evening) == date(2031, 2, 6)
    assert answered("05.02 o 23:30", evening) == date(2031, 2, 5)
    assert answered(
        "01.01 o 00:10", int(datetime(2030, 12, 31, 23, tzinfo=UTC).timestamp())
    ) == date(2031, 1, 1)


@pytest.mark.parametrize(
    ("stamp", "seconds"),
    [
        ("09.02 o 23:30", 1_928_100_600),
        ("soon", 1_928_100_600),
        ("05.02", 10**18),
        ("05.02", -(10**18)),
    ],
)
def test_a_stamp_that_does_not_fit_its_moment_states_no_day(stamp: str, seconds: int) -> None:
    assert answered(stamp, seconds) is None


def test_swapped_coordinates_are_refused() -> None:
    swapped = [[north, east] for east, north in SQUARE]
    assert "expected longitude, then latitude" in refused(area(swapped))


@pytest.mark.parametrize(
    "point",
    [[0, 0], [37.5, 148], [4174000.0, 6106000.0], [-37.5, 48], [37.5, 53.5], [41, 48], [37.5], []],
)
def test_a_point_that_is_not_in_ukraine_is_refused(point: list[float]) -> None:
    assert "not in Ukraine" in refused(area([*SQUARE, point]))


@settings(deadline=None)
@given(st.floats(22, 40.3), st.floats(44.3, 52.5))
def test_no_point_of_ukraine_passes_with_its_coordinates_swapped(east: float, north: float) -> None:
    assert "not in Ukraine" in refused(area([[north, east]] * 4))


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32637", "urn:ogc:def:crs:EPSG::4284", None]
)
def test_another_reference_system_is_refused(name: Any) -> None:
    system = {"type": "name", "properties": {"name": name}}
    assert "reference system" in refused(area(SQUARE), crs=system)


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "EPSG:4326"]
)
def test_wgs84_may_be_named(name: str) -> None:
    assert mapped(area(SQUARE), crs={"type": "name", "properties": {"name": name}}).occupied


def test_a_reference_system_of_null_is_refused() -> None:
    assert "crs" in refused(area(SQUARE), crs=None)


DAILY = '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": %s}]}'


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "{}",
        "<html></html>",
        '{"type": "Polygon", "coordinates": []}',
        '{"type": "FeatureCollection"}',
        '{"type": "FeatureCollection", "features": {}}',
        '{"type": "FeatureCollection", "features": [null]}',
        '{"map": null, "id": 1, "datetime": "x"}',
        '{"map": {"type": "FeatureCollection", "features": []}, "id": "1", "datetime": "x"}',
        DAILY % "null",
        DAILY % '{"type": "GeometryCollection", "geometries": []}',
        DAILY % '{"type": "Polygon"}',
        DAILY % '{"type": "Polygon", "coordinates": [[["37", "48"]]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[[NaN, 48]]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[[1e999, 48]]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[[Infinity, 48]]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[[null, 48]]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[[true, 48]]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[37, 48]]}',
        DAILY % '{"type": "Polygon", "coordinates": [[[[37, 48]]]]}',
        DAILY % ('{"type": "Polygon", "coordinates": ' + "[" * 100_000 + "]" * 100_000 + "}"),
        DAILY % ('{"type": "Polygon", "coordinates": [], "x": ' + "[" * 9_999 + "]" * 9_999 + "}"),
        "[" * 100_000,
        '{"map":' * 50_000,
    ],
)
def test_what_is_no_map_is_refused(content: str) -> None:
    with pytest.raises(Unreadable):
        read_map(page(content))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Unreadable):
        read_map(page(b"\x89PNG\r\n\x1a\n\xff\xfe"))


def test_a_million_points_are_refused() -> None:
    ring = [SQUARE[0], *([SQUARE[1]] * 300_000), SQUARE[0]]
    assert "points" in refused(area(ring))
    assert len(ring) > MAX_POINTS
    assert "bytes" in refused(area([SQUARE[0]] * 1_000_000))
    assert len(json.dumps(SQUARE[0])) * 1_000_000 > MAX_BYTES


def test_thousands_of_polygons_are_refused() -> None:
    assert "polygons" in refused(*([area(SQUARE)] * (MAX_POLYGONS + 1)))
