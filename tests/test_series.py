"""The series source: a CSV or JSON time series declared without code."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from asking import readings, refusal
from claimtrack_series import Series

from claimtrack import CalendarDate, Measure, Page, PluginError, Reading, Refusal
from claimtrack.measures import Subscription, frozen
from claimtrack.sources import load_sources

PAGES = Path(__file__).parent / "pages" / "series"


def measure(counted_in: str = "share", id: str = "m", **options: Any) -> Measure:
    given = {"url": "https://example.org/a.csv", "day": "date", "value": "share", **options}
    subscription = Subscription("series", "series", options=frozen(given))
    return Measure(id, "How much?", "quantity", unit=counted_in, subscriptions=(subscription,))


def page(content: bytes, media_type: str = "text/csv") -> Page:
    headers = (("content-type", media_type),)
    return Page(
        "https://example.org/a.csv", content, datetime(2025, 2, 1, tzinfo=UTC), 200, headers
    )


def saved(name: str) -> Page:
    kind = "application/json" if name.endswith("json") else "text/csv"
    return page((PAGES / name).read_bytes(), kind)


def read(given: Page, *measures: Measure) -> list[Reading]:
    return readings(Series(), given, *measures)


def refused(given: Page, asked: Measure) -> str:
    """Why nothing is read of *given*."""
    status, reason = refusal(Series(), given, asked)
    assert status == "unreadable"
    return reason


def figures(readings: list[Reading]) -> list[tuple[str, str]]:
    return [(str(one.as_of), str(one.value)) for one in readings]


def test_every_row_with_a_figure_is_a_reading() -> None:
    readings = read(saved("levels.csv"), measure())
    assert figures(readings) == [
        ("2025-01-01", "0.19"),
        ("2025-01-02", "0.1905"),
        ("2025-01-04", "0.191"),
    ]
    assert readings[0].quote == "date: 2025-01-01, share: 0.19"
    assert readings[0].locator == "share where date = 2025-01-01"
    assert readings[0].as_of_basis == "stated"


def test_one_page_answers_several_measures() -> None:
    area = measure("km2", id="area", value="held_km2")
    readings = read(saved("levels.csv"), measure(), area)
    assert {one.measure for one in readings} == {"m", "area"}
    asks = list(Series().asks((measure(), area)))
    assert len(asks) == 1
    assert asks[0].measures == (measure(), area)


def test_an_empty_cell_is_no_figure() -> None:
    assert len(read(saved("levels.csv"), measure("km2", value="held_km2"))) == 2


def test_json_rows_are_found_by_path_and_told_apart_by_where() -> None:
    counted = measure("persons", value="personnel", items="data.days", where={"side": "a"})
    assert figures(read(saved("counts.json"), counted)) == [
        ("2025-01-01", "2800"),
        ("2025-01-02", "4300"),
        ("2025-01-05", "4600"),
    ]


def test_a_cumulative_column_is_read_as_its_change_per_day() -> None:
    rate = measure(
        "persons/d", value="personnel", items="data.days", where={"side": "a"}, per="day"
    )
    readings = read(saved("counts.json"), rate)
    assert figures(readings) == [("2025-01-02", "1500"), ("2025-01-05", "100")]
    assert all(one.derived for one in readings)
    assert readings[1].quote == (
        "date: 2025-01-02, personnel: 4300 ... date: 2025-01-05, personnel: 4600"
    )


def test_a_column_in_percent_becomes_a_share() -> None:
    (reading,) = read(page(b"date,share\n2025-01-01,19.02\n"), measure(unit="percent", error=0.5))
    assert reading.value == Decimal("0.1902")
    assert reading.error == Decimal("0.005")


@pytest.mark.parametrize(
    ("cells", "options", "values"),
    [
        (["1.300", "300"], {"decimal": ","}, ["1300", "300"]),
        (["1.300", "300"], {"decimal": "."}, ["1.300", "300"]),
        (["1.300", "300", "2.300.000"], {}, ["1300", "300", "2300000"]),
        (["1.300", "0.25"], {}, ["1.300", "0.25"]),
        (["1.300", "2,5"], {}, ["1300", "2.5"]),
        (["1 300,5", "300"], {}, ["1300.5", "300"]),
    ],
)
def test_a_figure_is_read_by_the_sign_that_its_column_has(
    cells: list[str], options: dict[str, Any], values: list[str]
) -> None:
    rows = "".join(f"2025-01-0{at};{cell}\n" for at, cell in enumerate(cells, 1))
    given = page(f"date;n\n{rows}".encode())
    found = read(given, measure("km2", value="n", delimiter=";", **options))
    assert [one.value for one in found] == [Decimal(value) for value in values]


def test_shares_and_persons_tell_the_sign_by_what_they_can_be() -> None:
    given = page(b"date,share\n2025-01-01,12.345\n2025-01-02,13\n")
    assert read(given, measure(unit="percent"))[0].value == Decimal("0.12345")
    assert read(given, measure("persons"))[0].value == Decimal(12345)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (
            ["300", "1.300"],
            "row 2: share: '1.300' may be 1.3",
        ),
        (["300", '"1,300"'], "'1,300' may be 1.3 or 1300: decimal = "),
        (["0.5", '"1,5"'], "share: '0.5' has a dot before its decimals and '1,5' a comma"),
    ],
)
def test_a_figure_that_may_be_two_is_not_guessed(cells: list[str], reason: str) -> None:
    rows = "".join(f"2025-01-0{at},{cell}\n" for at, cell in enumerate(cells, 1))
    assert reason in refused(page(f"date,share\n{rows}".encode()), measure("km2"))


def test_a_number_of_json_needs_no_sign() -> None:
    given = page(b'[{"date": "2025-01-01", "share": 1.300}]', "application/json")
    assert read(given, measure("km2"))[0].value == Decimal("1.3")


def test_a_number_of_json_is_taken_digit_for_digit() -> None:
    row = b'{"date": "2025-01-01", "share": 0.1234567890123456789012}'
    (reading,) = read(page(b"[" + row + b"]", "application/json"), measure())
    assert str(reading.value) == "0.1234567890123456789012"
    assert reading.quote == "date: 2025-01-01, share: 0.1234567890123456789012"
    twice = page(b'[{"date": "2025-01-01", "share": 0.1, "share": 0.2}]', "application/json")
    assert "names 'share' twice" in refused(twice, measure())


def test_a_file_parted_by_another_sign_says_which_would_do() -> None:
    given = page(b"date;share\n2025-01-01;0,2\n")
    reason = refused(given, measure())
    assert "no ',' is in the header 'date;share'; delimiter = ';' would part it" in reason
    (reading,) = read(given, measure(delimiter=";"))
    assert (reading.value, reading.quote) == (Decimal("0.2"), "date: 2025-01-01, share: 0,2")


def test_a_column_with_a_figure_outside_what_is_expected_is_quarantined() -> None:
    given = page(b"date,share\n2025-01-01,0.2\n2025-01-02,20\n")
    (refusal,) = Series().read(given, (measure("km2", expect=(0.05, 0.5)),))
    assert isinstance(refusal, Refusal)
    assert refusal.status == "quarantined"
    assert refusal.reason == "20 for 2025-01-02 is outside what is expected, 0.05 to 0.5"
    assert len(read(given, measure("km2", expect=(0.05, 50.0)))) == 2
    assert explained(given, measure("km2", expect=(0, 50)))[-1].startswith("all are within")
    assert explained(given, measure("km2", expect=(0, 5)))[-1] == (
        "20 for 2025-01-02 is outside what is expected, 0 to 5"
    )


def test_a_quote_is_the_cells_as_they_stand() -> None:
    given = page(b"date,share\n31/01/2025,0.20\n")
    (reading,) = read(given, measure(day_format="%d/%m/%Y"))
    assert reading.quote == "date: 31/01/2025, share: 0.20"


def test_days_may_be_months_or_follow_a_pattern() -> None:
    (month,) = read(page(b"date,share\n2025-01,0.2\n"), measure())
    (day,) = read(page(b"date,share\n31/01/2025,0.2\n"), measure(day_format="%d/%m/%Y"))
    assert month.as_of == CalendarDate.parse("2025-01")
    assert day.as_of == CalendarDate.parse("2025-01-31")


@pytest.mark.parametrize(
    ("pattern", "text", "day"),
    [
        ("%b %Y", "Jun 2025", "2025-06"),
        ("FY%Y", "FY2025", "2025"),
        ("%d/%m/%y", "1/6/25", "2025-06-01"),
        ("%d. %B %Y", "1. März 2025", "2025-03-01"),
        ("%G-W%V", "2025-W09", "2025-03-02"),
    ],
)
def test_a_pattern_without_a_day_names_a_month_or_a_year(pattern: str, text: str, day: str) -> None:
    (reading,) = read(page(f"date,share\n{text},0.2\n".encode()), measure(day_format=pattern))
    assert reading.as_of == CalendarDate.parse(day)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"day_format": "%Q"}, "%Q"),
        ({"day_format": "day"}, "nothing of the year"),
        ({"day_format": "Week %W %Y"}, "day_format 'Week %W %Y': .* are both read by it"),
        ({"day_format": "%A %Y"}, "are both read by it"),
        ({"day_format": "%j"}, "nothing of the year"),
        ({"language": "xx"}, "none whose months are known"),
        ({"error": -0.1}, ">= 0"),
        ({"expect": (0.5, 0.1)}, "0.5 is above 0.1"),
        ({"delimiter": ";;"}, "delimiter"),
    ],
)
def test_options_that_cannot_be_are_refused(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(PluginError, match=complaint):
        list(Series().asks((measure(**options),)))


def test_two_figures_that_end_on_one_day_have_no_change_per_day() -> None:
    given = page(b"date,share\n2025-05,1\n2025-05-31,2\n")
    assert "end on one day" in refused(given, measure("persons/d", per="day"))


def test_the_day_a_figure_was_made_public_is_read() -> None:
    given = page(b"date,share,released\n2025-01-01,0.2,2025-01-03\n")
    (reading,) = read(given, measure(published="released"))
    assert reading.published_at == datetime(2025, 1, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "an empty file"),
        (b"day,share\n2025-01-01,0.2\n", "no column 'date'"),
        (b"date,share\n2025-01-01,about a fifth\n", "is no number"),
        (b"date,share\n2025-01-01,NaN\n", "is no number"),
        (b"date,share\n2025-01-01,1_000\n", "is no number"),
        ("date,share\n2025-01-01,٤\n".encode(), "is no number"),
        (b"<html>please log in</html>\n", "no rows"),
        (b"date,share\n2025-01-01,1e999999\n", "too long"),
        (b"date,share\n2025-02-30,0.2\n", "not a day"),
        (b"date,share\n01/02/2025,0.2\n", "not a day"),
        (b"date,share\n2025-01-01,0.2,0.3\n", "3 cells"),
        (b"date,share,share\n2025-01-01,0.2,0.3\n", "twice"),
        (b"date,share\n2025-01-01,0.2\n2025-01-01,0.3\n", "a second figure"),
        (b"date,share\n2025-01-01,\xff\n", "is no number"),
        (b'date,share\n2025-01-01,"0.2\n', "not CSV"),
    ],
)
def test_a_series_it_does_not_understand_is_refused(content: bytes, complaint: str) -> None:
    assert complaint in refused(page(content), measure())


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"{", "not JSON"),
        (b'{"a": 1}', "no key 'data'"),
        (b'{"data": {"days": 3}}', "expected a list of objects"),
        (b'{"data": {"days": [{"date": "2025-01-01", "share": [1]}]}}', "a list"),
        (b"[" * 200_000, "not JSON"),
    ],
)
def test_json_it_does_not_understand_is_refused(content: bytes, complaint: str) -> None:
    assert complaint in refused(page(content, "application/json"), measure(items="data.days"))


def test_a_column_that_cannot_be_read_fails_alone() -> None:
    given = page(b"date,share,held_km2\n2025-01-01,n.a.,7\n2025-01-02,0.2,8\n")
    said = list(Series().read(given, (measure(), measure("km2", id="area", value="held_km2"))))
    assert [one.measure for one in said] == ["m", "area", "area"]
    assert isinstance(said[0], Refusal)
    assert said[0].reason.startswith("row 1: share: 'n.a.' is no number; where that means")


def test_the_same_figure_twice_for_a_day_is_one_reading() -> None:
    assert len(read(page(b"date,share\n2025-01-01,0.2\n2025-01-01,0.20\n"), measure())) == 1


def test_a_column_in_a_unit_that_is_not_the_measures_is_refused() -> None:
    assert "no share" in refused(saved("levels.csv"), measure(unit="ha"))


def test_options_it_does_not_know_are_refused() -> None:
    with pytest.raises(PluginError, match="valeu"):
        list(Series().asks((measure(valeu="share"),)))


def test_it_comes_in_by_the_same_door_as_any_plugin() -> None:
    assert isinstance(load_sources()["series"], Series)


def explained(given: Page, asked: Measure) -> list[str]:
    return list(Series().explain(given, asked))


def test_it_explains_the_rows_the_column_the_day_and_the_last_figure() -> None:
    asked = measure(value="share", unit="percent", error=0.5)
    assert explained(saved("levels.csv"), asked) == [
        "CSV with 3 rows; the first has date, held_km2, share",
        "share has a figure for 3 days; no cell is without",
        "the day is that of date, written as an ISO date",
        "one percent is 0.01 share",
        "the last says “date: 2025-01-04, share: 0.191”",
        "that is 0.00191 for 2025-01-04; ± 0.005",
    ]


def test_it_explains_what_is_kept_what_is_blank_and_what_is_worked_out() -> None:
    asked = measure(
        "persons/d", value="personnel", items="data.days", where={"side": "a"}, per="day"
    )
    assert explained(saved("counts.json"), asked) == [
        "JSON with 5 rows; the first has date, personnel, side",
        "where side = a: 4 rows are kept",
        "personnel has a figure for 3 days; 1 cell means that there is none",
        "the day is that of date, written as an ISO date",
        "per day: 2 changes between neighbouring figures",
        "the last says “date: 2025-01-02, personnel: 4300 ... date: 2025-01-05, personnel: 4600”",
        "that is 100 for 2025-01-05; its error is not stated",
    ]


FORESEEN = page(b"date,share\n2025-01-31,0.2\n2025-02-02,0.21\n2025-02-03,0.22\n2026,0.3\n")


def test_rows_of_days_to_come_are_left_where_the_file_has_forecasts() -> None:
    assert figures(read(FORESEEN, measure(forecasts=True))) == [
        ("2025-01-31", "0.2"),
        ("2025-02-02", "0.21"),  # tomorrow has come somewhere
    ]
    assert figures(read(FORESEEN, measure(forecasts=True, per="day"))) == [("2025-02-02", "0.005")]
    assert len(read(FORESEEN, measure())) == 4  # the update quarantines the column


def test_it_explains_which_rows_are_to_come() -> None:
    told = explained(FORESEEN, measure(forecasts=True))
    assert told[1:3] == [
        "share has a figure for 4 days; no cell is without",
        "2 of these are to come, from 2025-02-03 on: left",
    ]
    assert not [line for line in explained(FORESEEN, measure()) if "to come" in line]


def test_what_makes_no_reading_is_explained_too() -> None:
    alone = page(b"date,share\n2025-01-01,0.2\n")
    assert explained(alone, measure(per="day"))[-1] == "that makes no reading"
