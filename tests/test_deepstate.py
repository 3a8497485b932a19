"""The deepstate source: a daily map becomes an area or a share of Ukraine and its oblasts."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from claimtrack_deepstate import DAILY_FILES, DeepState, Options
from shared import SHARED, needs

from claimtrack import CalendarDate, Interval, Measure, Page, PluginError, Reading, Unreadable
from claimtrack.measures import Subscription
from claimtrack.observations import Result
from claimtrack.pages import Answer
from claimtrack.sources import load_sources
from claimtrack.update import plan
from claimtrack.update import read as read_answer

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages" / "deepstate"
TERRITORY = SHARED / "evidence" / "territory"
RECORDINGS = sorted((TERRITORY / "deepstate_geojson").glob("*.geojson"))
recorded = needs(TERRITORY)

AT = datetime(2031, 2, 6, 8, tzinfo=UTC)
SQUARE = [[37.5, 48], [38, 48], [38, 48.5], [37.5, 48.5], [37.5, 48]]
AT_SEA = [[31, 44], [32, 44], [32, 45], [31, 45], [31, 44]]


FIRST = date(2025, 8, 10)


def measure(unit: str | None = "share", region: str = "UA", **options: Any) -> Measure:
    given = {"region": region, **options}
    subscription = Subscription(
        "deepstate", "deepstate", options=tuple(sorted(given.items())), base="maps"
    )
    id = f"{region} {unit}"
    return Measure(id, "How much?", "quantity", unit=unit, subscriptions=(subscription,))


def page(content: bytes | str, url: str = "https://maps.example/latest.geojson") -> Page:
    return Page(url, content.encode() if isinstance(content, str) else content, AT, 200)


def saved(path: Path) -> Page:
    return page(path.read_bytes(), f"https://maps.example/{path.name}")


def drawn(
    name: str | None = "map_20310205", url: str = "https://maps.example/latest.geojson"
) -> Page:
    feature = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [SQUARE]}}
    found: dict[str, Any] = {"type": "FeatureCollection", "features": [feature]}
    return page(json.dumps(found if name is None else {**found, "name": name}), url)


def read(found: Page, *measures: Measure) -> list[Reading]:
    return list(DeepState().read(found, measures or (measure(),)))


def one(found: Page, *measures: Measure) -> Reading:
    (reading,) = read(found, *measures)
    return reading


def urls(*measures: Measure, since: date | None = None, count: int = 3) -> list[str]:
    return [ask.url for ask in islice(DeepState().asks(measures, since=since), count)]


def expected() -> Iterable[tuple[str, str, str]]:
    pages = json.loads((PAGES / "expected.json").read_text("utf-8"))
    return [
        (name, *key.split()) for name, readings in pages.items() for key in readings if " " in key
    ]


@pytest.mark.parametrize(("name", "region", "unit"), expected())
def test_a_saved_page_gives_its_expected_reading(name: str, region: str, unit: str) -> None:
    wanted = json.loads((PAGES / "expected.json").read_text("utf-8"))[name]
    reading = one(saved(PAGES / name), measure(unit, region))
    ends = wanted[f"{region} {unit}"]
    off = 0.02 if unit == "km2" else 2e-6
    if isinstance(ends, list):
        assert isinstance(reading.value, Interval)
        assert reading.value.closed == "both"
        found = [reading.value.lower, reading.value.upper]
        assert [float(end or 0) for end in found] == pytest.approx(ends, abs=off)
    else:
        assert isinstance(reading.value, Decimal)
        assert float(reading.value) == pytest.approx(ends, abs=off)
    assert reading.as_of == CalendarDate.parse(wanted["day"])
    assert reading.as_of_basis == "stated"


def test_a_reading_says_what_it_was_measured_on() -> None:
    reading = one(saved(PAGES / "history_last.json"), measure("share", "UA-14"))
    assert reading.quote == "05.02 o 23:30"
    assert reading.locator is not None
    assert reading.locator.startswith("features: 2 occupied polygons, 1 of unknown status; ")
    assert reading.locator.endswith("km2 of 26599.00 km2")
    assert reading.derived
    assert reading.error is None


def test_a_ground_it_is_unsure_of_makes_an_interval_only_where_it_lies() -> None:
    donetsk, kherson = read(
        saved(PAGES / "history_last.json"), measure("km2", "UA-14"), measure("km2", "UA-65")
    )
    assert isinstance(donetsk.value, Interval)
    assert isinstance(kherson.value, Decimal)


def test_an_error_that_the_claim_file_states_is_in_the_unit_of_the_reading() -> None:
    area = one(drawn(), measure("km2", error=1_200))
    share = one(drawn(), measure("share", error=1_200))
    assert area.error == 1_200
    assert share.error == Decimal("0.00198798")


def test_areas_and_shares_of_several_regions_come_off_one_map() -> None:
    asked = measure("km2"), measure("share"), measure("share", "Donetsk oblast")
    area, whole, donetsk = read(saved(PAGES / "deepstatemap_data_20310205.geojson"), *asked)
    assert [r.measure for r in (area, whole, donetsk)] == [m.id for m in asked]
    assert isinstance(area.value, Decimal)
    assert isinstance(whole.value, Decimal)
    assert whole.value == pytest.approx(area.value / 603_628, abs=Decimal("1e-8"))


def test_the_unit_of_the_measure_decides_between_area_and_share() -> None:
    assert one(drawn(), measure("km2", of="area")).value == one(drawn(), measure("km2")).value
    with pytest.raises(PluginError, match="not share in 'km2'"):
        read(drawn(), measure("km2", of="share"))
    with pytest.raises(PluginError, match="'persons'"):
        urls(measure("persons"))


# --- the day


def test_the_day_is_the_one_that_the_map_states() -> None:
    assert one(drawn("deepstatemap_data_20310205")).as_of == date(2031, 2, 5)
    assert one(drawn("front 2031-02-05")).as_of == date(2031, 2, 5)


def test_a_map_without_a_day_takes_it_from_its_address() -> None:
    named = "https://maps.example/20200101/map_20310205.geojson?x=20200102"
    assert one(drawn(None, named)).as_of == date(2031, 2, 5)
    filled = "https://maps.example/2031/02/05.geojson"
    template = "https://maps.example/{day:%Y/%m/%d}.geojson"
    assert one(drawn(None, filled), measure(url=template)).as_of == date(2031, 2, 5)


def test_a_map_without_any_day_is_refused() -> None:
    with pytest.raises(Unreadable, match="states no day"):
        read(drawn(None))
    with pytest.raises(Unreadable, match="states no day"):
        read(drawn("map_20310205_20310206"))
    with pytest.raises(Unreadable, match="states no day"):
        read(drawn("map_20310230"))


def test_a_map_of_another_day_than_its_address_says_is_refused() -> None:
    with pytest.raises(Unreadable, match="of 2031-02-05, its address says 2031-02-06"):
        read(drawn("map_20310205", "https://maps.example/map_20310206.geojson"))


# --- the asking


def test_an_address_without_a_day_is_asked_once_for_all_measures() -> None:
    url = "https://maps.example/latest.geojson"
    (ask,) = DeepState().asks((measure(url=url), measure("km2", url=url)))
    assert (ask.url, len(ask.measures), ask.not_before) == (url, 2, None)


def test_an_address_with_a_day_is_asked_from_the_first_day_on() -> None:
    url = "https://maps.example/{day}.json"
    first = date(2024, 12, 31)
    assert urls(measure(url=url, first=first)) == [
        "https://maps.example/2024-12-31.json",
        "https://maps.example/2025-01-01.json",
        "https://maps.example/2025-01-02.json",
    ]


def test_days_long_past_are_asked_for_once_and_the_last_again() -> None:
    since = date(2025, 8, 15)
    asked = {ask.not_before: ask for ask in DeepState().asks((measure(first=FIRST),), since=since)}
    assert min(day for day in asked if day) == FIRST
    assert [day for day, ask in asked.items() if ask.once] == [date(2025, 8, 10), date(2025, 8, 11)]
    assert asked[since].url == DAILY_FILES.replace("{day:%Y%m%d}", "20250815")


def test_a_day_that_later_maps_have_passed_need_not_have_one() -> None:
    asks = list(DeepState().asks((measure(first=FIRST),), since=date(2025, 8, 12)))[:4]
    assert [ask.grace == timedelta.max for ask in asks] == [True, True, False, False]
    assert asks[2].grace == timedelta(days=2)


def test_the_plan_asks_no_day_that_has_not_come() -> None:
    sources = load_sources()
    lasts = {("deepstate", "UA share"): date(2025, 8, 13)}
    at = datetime(2025, 8, 15, 23, tzinfo=UTC)
    asked = measure(first=date(2025, 8, 13))
    made = plan([asked, asked], sources, {}, at=at, lasts=lasts)
    assert [errand.request.url[-16:] for errand in made.errands] == [
        "20250813.geojson",
        "20250814.geojson",
        "20250815.geojson",
    ]
    assert made.failed == ()


def test_a_map_in_a_file_goes_all_the_way_to_a_result() -> None:
    asked = measure("share", "UA-14", url="deepstatemap_data_20310205.geojson")
    (errand,) = plan([asked], load_sources(), {}, at=AT).errands
    assert (errand.request.is_file, errand.request.base) == (True, "maps")
    answer = Answer(errand.request, AT, "fetched", saved(PAGES / errand.request.url))
    (attempt,) = read_answer(answer, errand).attempts
    assert [result.status for result in attempt.results] == ["read"]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"url": "maps/{day}.geojson"}, "http"),
        ({"url": "https://maps.example/{day:%Y}.geojson"}, "%Y, %m and %d once each"),
        ({"url": "https://maps.example/{day:%Y%m%d%H}.geojson"}, "%Y, %m and %d once each"),
        ({"url": "https://maps.example/{Day}.geojson"}, "a place for the day is written"),
        ({"url": "https://maps.example/{day.geojson"}, "a place for the day is written"),
        ({"region": "Donezk"}, r"did you mean Donetsk \(UA-14\)"),
        ({"region": "Kyiv"}, r"Kyiv city \(UA-30\)"),
        ({"region": "UA-99"}, "neither Ukraine nor an oblast"),
        ({"of": "percent"}, "percent"),
        ({"error": -1.0}, "from 0 on"),
        ({"rejion": "UA"}, "rejion"),
    ],
)
def test_options_it_cannot_use_are_refused(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=complaint):
        msgspec.convert(options, Options)


# --- the plugin


def test_it_comes_in_by_the_same_door_as_any_plugin() -> None:
    assert isinstance(load_sources()["deepstate"], DeepState)


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_loading_it_imports_nothing_heavy() -> None:
    heavy = {"shapely", "pyproj", "numpy"}
    loaded = run(
        "import sys; from claimtrack.sources import load_sources; load_sources()['deepstate'];"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    assert loaded == "[]"


@pytest.mark.parametrize("missing", ["shapely", "pyproj"])
def test_without_the_geo_extra_it_loads_and_reading_says_what_to_install(missing: str) -> None:
    # A name that stands as None in sys.modules is how Python itself says: not installed.
    said = run(
        f"import sys; sys.modules[{missing!r}] = None; sys.path.insert(0, 'tests')\n"
        "import test_deepstate as t\n"
        "source = t.load_sources()['deepstate']\n"
        "list(source.asks((t.measure(url='a.geojson'),)))\n"
        "try: list(source.read(t.drawn(), (t.measure(),)))\n"
        "except t.PluginError as error: print(error)"
    )
    assert "pip install 'claimtrack[geo]'" in said
    assert missing in said


# --- the recorded maps


def series() -> dict[str, dict[str, str]]:
    text = (TERRITORY / "occupied_share_daily.csv").read_text("utf-8")
    return {row["date"]: row for row in csv.DictReader(text.splitlines())}


COLUMNS = {
    "ukraine_share": measure("share"),
    "donetsk_share": measure("share", "UA-14"),
    "luhansk_share": measure("share", "UA-09"),
    "zaporizhzhia_share": measure("share", "UA-23"),
    "kherson_share": measure("share", "UA-65"),
    "occupied_km2": measure("km2"),
}


@recorded
@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem[-8:])
def test_a_recorded_map_gives_the_figures_of_the_series(path: Path) -> None:
    row = series()[str(CalendarDate.parse("-".join((path.stem[-8:-4], *_halves(path.stem)))))]
    readings = read(saved(path), *COLUMNS.values())
    for column, reading in zip(COLUMNS, readings, strict=True):
        off = 1.0 if column == "occupied_km2" else 0.0001  # 0.01 points
        assert isinstance(reading.value, Decimal)
        assert float(reading.value) == pytest.approx(float(row[column]), abs=off), column
        assert str(reading.as_of) == row["date"]


def _halves(stem: str) -> tuple[str, str]:
    return stem[-4:-2], stem[-2:]


@recorded
def test_the_recorded_maps_move_as_the_series_does() -> None:
    days = series()
    found = [one(saved(path), COLUMNS["occupied_km2"]) for path in RECORDINGS]
    for before, after in pairwise(found):
        assert isinstance(before.value, Decimal)
        assert isinstance(after.value, Decimal)
        change = [Decimal(days[str(seen.as_of)]["occupied_km2"]) for seen in (before, after)]
        assert after.value - before.value == pytest.approx(
            change[1] - change[0], abs=Decimal("0.1")
        )


@recorded
@pytest.mark.parametrize("day", ["2026-08-11", "2026-08-12"])
def test_another_archive_of_the_map_gives_the_same_figures(day: str) -> None:
    path = TERRITORY / "gtx950l_snapshots" / f"{day}.geojson"
    reading = one(saved(path))
    assert isinstance(reading.value, Decimal)
    assert float(reading.value) == pytest.approx(float(series()[day]["ukraine_share"]), abs=1e-5)


@recorded
def test_the_map_is_occupied_ground_alone() -> None:
    # Its area is DeepState's own count of what was occupied since 2022, and one constant for what
    # was before. With the ground of unknown status in it the rest would grow by over 1,100 km2 from
    # the first map to the last; a map taken a revision earlier or later is some 20 km2 off.
    text = (TERRITORY / "deepstate_history" / "deepstate_history_areas_km2.json").read_text("utf-8")
    counted = {entry["id"]: entry["occupied"] for entry in json.loads(text)}
    rests = []
    for path in RECORDINGS:
        day = datetime.strptime(path.stem[-8:], "%Y%m%d").replace(hour=5, tzinfo=UTC).timestamp()
        last = max(moment for moment in counted if moment < day)
        value = one(saved(path), COLUMNS["occupied_km2"]).value
        assert isinstance(value, Decimal)
        rests.append(float(value) - counted[last])
    assert max(rests) - min(rests) < 60
    assert sum(rests) / len(rests) == pytest.approx(44_018, abs=15)


def test_a_map_of_ground_outside_ukraine_is_refused() -> None:
    at_sea = drawn().text.replace(json.dumps(SQUARE), json.dumps(AT_SEA))
    with pytest.raises(Unreadable, match="km2 of the map's occupied ground lie outside Ukraine"):
        read(page(at_sea))


def results_of(content: str) -> list[Result]:
    asked = measure(url="latest.geojson")
    (errand,) = plan([asked], load_sources(), {}, at=AT).errands
    answer = Answer(errand.request, AT, "fetched", page(content))
    (attempt,) = read_answer(answer, errand).attempts
    return list(attempt.results)


def test_a_page_that_is_no_map_is_an_attempt_with_its_reason() -> None:
    (result,) = results_of("<html>maintenance</html>")
    assert result.status == "unreadable"
    assert "not a GeoJSON map" in (result.reason or "")


def explained(found: Page, asked: Measure) -> list[str]:
    return list(DeepState().explain(found, asked))


def test_it_explains_the_map_its_day_the_areas_and_the_error() -> None:
    found = saved(PAGES / "deepstatemap_data_20310205.geojson")
    assert explained(found, measure("share", "UA-14", error=1_200)) == [
        "the map named “deepstatemap_data_20310205” shows 3 occupied polygons",
        "it is of 2031-02-05: it says so itself",
        "in Donetsk (UA-14; cut at its outline) 2,311.70 km2 are occupied",
        "of 26,599.00 km2 (its outline) that is a share of 0.08690933",
        "the error of 1200 km2 is the claim file's: ± 0.04511448 as a share",
    ]


def test_it_explains_what_a_map_is_unsure_of() -> None:
    told = explained(saved(PAGES / "history_last.json"), measure("share"))
    assert told[0].endswith("shows 2 occupied polygons and 1 of unknown status")
    assert told[2].endswith(
        "the map is not cut) 3,258.17 km2 are occupied, 3,588.16 km2 with what is of unknown status"
    )
    assert told[3:] == [
        "of 603,628.00 km2 (official statistics) that is a share of [0.00539764, 0.00594432]",
        "the reading is an interval: the map is unsure of the rest",
        "no error is stated: give it as error, in km2, if it is known",
    ]


def test_it_explains_where_the_day_comes_from() -> None:
    unnamed = drawn(None, "https://maps.example/map_20310205.geojson")
    assert explained(unnamed, measure("km2"))[:2] == [
        "the map without a name shows 1 occupied polygon",
        "it is of 2031-02-05: its address says so",
    ]
