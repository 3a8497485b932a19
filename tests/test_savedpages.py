"""Saved pages: a folder of pages, each with the readings that are expected of it."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from lights import EXPECTED, MEASURES, kept_in

from claimtrack import CalendarDate, Interval
from claimtrack.authoring.savedpages import saved_pages
from claimtrack.errors import BadValue, ClaimFileError, UnknownName

PAGE = "<html><body><b>4100</b></body></html>\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return kept_in(tmp_path, PAGE)


def test_a_page_comes_with_its_measures_and_what_is_expected(folder: Path) -> None:
    (folder / "README.md").write_text("no page")
    (saved,) = saved_pages(folder)
    assert (saved.name, saved.source, saved.page.url) == (
        "today.html", "lights", "https://lights.example/",
    )  # fmt: skip
    assert saved.page.media_type == "text/html"
    assert saved.page.fetched_at == datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    assert [asked.name for asked in saved.measures[0].subscriptions] == ["lights"]
    (expected,) = saved.expected
    assert expected.reading.value == Decimal(4100)
    assert expected.differs(expected.reading) == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("value = 0.1", Decimal("0.1")),
        ("value = 'in_force'", "in_force"),
        ("value = 2042-01-01", CalendarDate.parse("2042-01-01")),
        ("day = '2042'", CalendarDate.parse("2042")),
        ("interval = '[0.1, 0.2)'", Interval(Decimal("0.1"), Decimal("0.2"), "left")),
        ("interval = '(5000, inf)'", Interval(Decimal(5000), None, "neither")),
        ("interval = '(-inf, 5]'", Interval(None, Decimal(5), "right")),
    ],
)
def test_every_kind_of_value_can_be_written(folder: Path, written: str, value: object) -> None:
    (folder / "today.html.toml").write_text(EXPECTED.replace("value = 4100", written))
    assert saved_pages(folder)[0].expected[0].reading.value == value


@pytest.mark.parametrize(
    ("file", "content", "error", "complaint"),
    [
        ("today.html.toml", None, BadValue, "needs this file beside it"),
        ("today.html.toml", "url =", BadValue, "today.html.toml"),
        ("today.html.toml", EXPECTED + "colour = 'red'", BadValue, "unknown field `colour`"),
        ("today.html.toml", EXPECTED.replace("30:00Z", "30:00"), BadValue, "with its zone"),
        ("today.html.toml", EXPECTED.replace("value = 4100", "values = 1"), BadValue, "'values'"),
        ("today.html.toml", EXPECTED.replace("value = 4100", "interval = '4'"), BadValue,
         "an interval is written"),
        ("today.html.toml", EXPECTED.replace('["lights/lit"]', '["lights/lot"]'), UnknownName,
         "did you mean lights/lit"),
        ("today.html.toml", EXPECTED.replace('source = "lights"', 'source = "lamps"'), BadValue,
         "does not ask 'lamps'"),
        ("measures.toml", None, ClaimFileError, "there is no such file"),
        ("measures.toml", MEASURES + "colour = 1", ClaimFileError, "colour"),
        ("today.html", None, BadValue, "no page is saved"),
    ],
)  # fmt: skip
def test_a_folder_that_is_not_as_it_should_be_is_refused(
    folder: Path, file: str, content: str | None, error: type[Exception], complaint: str
) -> None:
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_text(content)
    with pytest.raises(error, match=complaint):
        saved_pages(folder)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="no such folder"):
        saved_pages(tmp_path / "nowhere")
