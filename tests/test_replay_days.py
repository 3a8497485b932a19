"""The replay of readers that take their day, or bend their figure, in ways of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from lights import kept_in
from test_replay import on, plugin, reading

from claimtrack import Page, Unreadable
from claimtrack.authoring.replay import replay
from claimtrack.sources import load_sources

MONTHS = (None, "January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip
ORDINALS = (None, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
            "ninth", "tenth")  # fmt: skip
STATED = "<p>Lit on <time datetime='2026-03-01'>1 March</time>: <b>4100</b></p><p>(c) 2026 Us</p>"
Reader = Callable[[Page], Iterator[Any]]


def problems(folder: Path, reader: Reader, told: str, day: str = "2026-03-01") -> tuple[str, ...]:
    """What the replay says of *reader* on a page that tells that much, and is of that *day*."""
    page = f"<!DOCTYPE html><html><head><title>Lights</title></head><body>{told}</body></html>"
    expected = kept_in(folder, page) / "today.html.toml"
    expected.write_text(expected.read_text().replace("as_of = 2026-03-01", f"as_of = {day}"))
    return replay(folder, load_sources([plugin(reader)])).problems


def lit(page: Page) -> int:
    return int(page.one("b").text)


def month_of(name: str) -> int:
    return MONTHS.index(name)


def of_words(page: Page) -> Iterator[Any]:
    found = re.search(r"(\w+day) the (\w+) of (\w+)", page.plain_text)
    if found is None:
        raise Unreadable("it says no day")
    day, month = ORDINALS.index(found[2]), month_of(found[3])
    yield reading(lit(page), as_of=date(page.fetched_at.year, month, day), quote=page.one("b").text)


def of_words_with_their_weekday(page: Page) -> Iterator[Any]:
    for one in of_words(page):
        if f"{one.as_of.first:%A}" not in page.plain_text:
            raise Unreadable("that day is another of the week")
        yield one


def of_cells(page: Page) -> Iterator[Any]:
    day, month, year = (one.text for one in page.select("td"))
    when = date(int(year), month_of(month), int(day))
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def of_figures_that_may_be_two_days(page: Page) -> Iterator[Any]:
    day, month, year = map(int, page.one("p").text.split("/"))
    yield reading(lit(page), as_of=date(year, month, day), quote=page.one("b").text)


def of_the_year_that_ends(page: Page) -> Iterator[Any]:
    year = int(page.one("h1").text.split()[-1])
    yield reading(lit(page), as_of=date(year, 12, 31), quote=page.one("b").text)


def of_a_day_agreed_upon(page: Page) -> Iterator[Any]:
    year = int(page.one("h1").text.split()[-1])
    yield reading(lit(page), as_of=date(year, 3, 15), quote=page.one("b").text)


def of_today(page: Page) -> Iterator[Any]:
    if "today" not in page.plain_text:
        raise Unreadable("it is not of today")
    yield reading(lit(page), as_of=page.fetched_at.date(), quote=page.one("b").text)


def of_yesterday(page: Page) -> Iterator[Any]:
    when = page.fetched_at.date() - timedelta(days=1)
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def of_its_month(page: Page) -> Iterator[Any]:
    month, year = page.one("h1").text.split()
    yield reading(lit(page), as_of=f"{year}-{month_of(month):02}", quote=page.one("b").text)


def of_a_year_in_two_figures(page: Page) -> Iterator[Any]:
    """Its year is written in a way that is not known to the replay."""
    found = re.search(r"(\d+) ([A-Z][a-z]+) of season (\d\d)", page.plain_text)
    if found is None:
        raise Unreadable("it says no day")
    when = date(2000 + int(found[3]), month_of(found[2]), int(found[1]))
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def within_bounds(page: Page) -> Iterator[Any]:
    if not 3000 <= lit(page) <= 5000:
        raise Unreadable(f"{lit(page)} is out of bounds")
    yield reading(lit(page), as_of=on(page), quote=page.one("b").text)


COUNT = "<p>Lit: <b>4100</b></p>"
IN_WORDS = "<p>Sunday the first of March:</p>" + COUNT


@pytest.mark.parametrize(
    ("reader", "told", "day"),
    [
        (of_words, IN_WORDS, "2026-03-01"),
        (of_words_with_their_weekday, IN_WORDS, "2026-03-01"),
        (of_cells, f"<table><td>1<td>March<td>2026</table>{COUNT}", "2026-03-01"),
        (of_figures_that_may_be_two_days, "<p>01/03/2026</p><b>4100</b>", "2026-03-01"),
        (of_the_year_that_ends, f"<h1>Lights in 2025</h1>{COUNT}", "2025-12-31"),
        (of_a_day_agreed_upon, f"<h1>Census of 2025</h1>{COUNT}", "2025-03-15"),
        (of_its_month, f"<h1>March 2026</h1>{COUNT}", '"2026-03"'),
        (of_a_year_in_two_figures, f"<p>1 March of season 26, c 2026</p>{COUNT}", "2026-03-01"),
        (of_today, f"<p>As of today, 06:15</p>{COUNT}", "2026-03-02"),
        (of_yesterday, COUNT, "2026-03-01"),
        (within_bounds, STATED, "2026-03-01"),
    ],
)  # fmt: skip
def test_an_honest_reader_passes_in_whatever_style(
    tmp_path: Path, reader: Reader, told: str, day: str
) -> None:
    assert problems(tmp_path, reader, told, day) == ()


def of_a_month_and_a_day_kept_apart(page: Page) -> Iterator[Any]:
    month, day = month_of("March"), 1
    when = date(page.fetched_at.year, month, day)
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def of_the_year_below(page: Page) -> Iterator[Any]:
    year = int(re.findall(r"\d{4}", page.plain_text)[-1])
    yield reading(lit(page), as_of=date(year, 3, 1), quote=page.one("b").text)


def of_the_day_of_fetching(page: Page) -> Iterator[Any]:
    yield reading(lit(page), as_of=page.fetched_at.date(), quote=page.one("b").text)


def of_the_day_of_fetching_at_worst(page: Page) -> Iterator[Any]:
    times = page.select("time[datetime]")
    when = date.fromisoformat(times[0].attributes["datetime"]) if times else page.fetched_at.date()
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def at_most(page: Page) -> Iterator[Any]:
    yield reading(min(lit(page), 5000), as_of=on(page), quote=page.one("b").text)


def at_least(page: Page) -> Iterator[Any]:
    yield reading(max(lit(page), 3999), as_of=on(page), quote=page.one("b").text)


def of_march_beside_a_day_that_is_read(page: Page) -> Iterator[Any]:
    day = int(page.one("time").text.split()[0])
    when = date(page.fetched_at.year, 3, day)
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def rounded(page: Page) -> Iterator[Any]:
    yield reading(round(lit(page), -2), as_of=on(page), quote=page.one("b").text)


def cut(page: Page) -> Iterator[Any]:
    yield reading(int(page.one("b").text[:4]), as_of=on(page), quote=page.one("b").text)


def at_most_of_more_digits(page: Page) -> Iterator[Any]:
    yield reading(min(lit(page), 20_000), as_of=on(page), quote=page.one("b").text)


def third_of_all_figures(page: Page) -> Iterator[Any]:
    told = re.findall(r"\d+", page.plain_text)[1]
    yield reading(int(told), as_of=on(page), quote=told)


def last_but_one_of_all_figures(page: Page) -> Iterator[Any]:
    told = re.findall(r"\d+", page.plain_text)[-2]
    yield reading(int(told), as_of=on(page), quote=told)


def of_one_year_in_words(page: Page) -> Iterator[Any]:
    day, month = re.findall(r"(\d+) ([A-Z][a-z]+) 2?\d", page.plain_text)[0]
    when = date(2026, month_of(month), int(day))
    yield reading(lit(page), as_of=when, quote=page.one("b").text)


def of_one_year_in_cells(page: Page) -> Iterator[Any]:
    day, month, _ = (one.text for one in page.select("td"))
    yield reading(lit(page), as_of=date(2026, month_of(month), int(day)), quote=page.one("b").text)


def of_one_year_in_months(page: Page) -> Iterator[Any]:
    month = month_of(page.one("h1").text.split()[0])
    yield reading(lit(page), as_of=f"2026-{month:02}", quote=page.one("b").text)


def of_one_year_in_figures(page: Page) -> Iterator[Any]:
    day, month, _ = map(int, page.one("h1").text.split("."))
    yield reading(lit(page), as_of=date(2026, month, day), quote=page.one("b").text)


@pytest.mark.parametrize(
    ("reader", "told", "day"),
    [
        (of_one_year_in_words, "<p>1 March 2026</p>", "2026-03-01"),
        (of_one_year_in_words, "<p>Sunday, 1 March 2026</p><p>(c) 2026</p>", "2026-03-01"),
        (of_one_year_in_cells, "<table><td>1<td>March<td>2026</table>", "2026-03-01"),
        (of_one_year_in_months, "<h1>March 2026</h1>", '"2026-03"'),
        (of_one_year_in_figures, "<h1>28.02.2026</h1>", "2026-02-28"),
        (of_one_year_in_figures, "<h1>28.02.26</h1>", "2026-02-28"),
    ],
)  # fmt: skip
def test_a_year_of_the_reader_s_own_is_told_however_the_month_is_written(
    tmp_path: Path, reader: Reader, told: str, day: str
) -> None:
    found = problems(tmp_path, reader, told + COUNT, day)
    problem = f"stays in the year of {day[:10].strip(chr(34))}, whatever day the page states"
    assert any(problem in one for one in found), found


@pytest.mark.parametrize(
    ("reader", "day", "problem"),
    [
        (of_a_month_and_a_day_kept_apart, "2026-03-01", "stays dated 2026-03-01, whatever day"),
        (of_the_year_below, "2026-03-01", "stays in the month or on the day of 2026-03-01"),
        (of_the_day_of_fetching, "2026-03-02", "dated 2026-03-02, by the moment of its fetching"),
        (of_the_day_of_fetching_at_worst, "2026-03-01", "dated 2026-03-02, by the moment of its"),
        (at_most, "2026-03-01", "5000 is read where 9100 stands in place of 4100"),
        (at_least, "2026-03-01", "3999 is read where 1100 stands in place of 4100"),
        (at_most_of_more_digits, "2026-03-01", "20000 is read where 4100412 stands in place of"),
        (rounded, "2026-03-01", "4100 is read where 4113 stands in place of 4100, and stands"),
        (cut, "2026-03-01", "4100 is read where 4100412 stands in place of 4100, and stands"),
        (third_of_all_figures, "2026-03-01", "1 is read where 48271 before all others stands"),
        (last_but_one_of_all_figures, "2026-03-01", "2026 is read where 48271 behind all others"),
        (of_march_beside_a_day_that_is_read, "2026-03-01", "stays in the month of 2026-03-01"),
    ],
)
def test_a_day_or_a_figure_of_the_reader_s_own_is_told(
    tmp_path: Path, reader: Reader, day: str, problem: str
) -> None:
    found = problems(tmp_path, reader, STATED, day)
    assert any(problem in one for one in found), found


@pytest.mark.parametrize(
    "told", ["<p>As of today, 06:15</p>", "<p>It opens at 10:00</p>", "<p>See it today!</p>"]
)
def test_a_day_of_fetching_has_to_look_at_what_says_today(tmp_path: Path, told: str) -> None:
    found = problems(tmp_path, of_the_day_of_fetching, told + COUNT, "2026-03-02")
    assert any("dated 2026-03-02, by the moment of its fetching" in one for one in found), found


def of_an_hour_of_today(page: Page) -> Iterator[Any]:
    if not re.search(r"\b\d\d:\d\d\b", page.one("p").text):
        raise Unreadable("it says no hour")
    yield reading(lit(page), as_of=page.fetched_at.date(), quote=page.one("b").text)


def in_percent(page: Page) -> Iterator[Any]:
    told = page.one("b").text
    yield reading(float(told.rstrip(" %")) / 100, as_of=on(page), quote=told)


def grouped(page: Page) -> Iterator[Any]:
    told = page.one("b").text
    yield reading(int(told.replace(",", "")), as_of=on(page), quote=told)


@pytest.mark.parametrize(
    ("reader", "told", "value", "day"),
    [
        (of_an_hour_of_today, "<p>At 06:15</p><b>4100</b>", "4100", "2026-03-02"),
        (in_percent, STATED.replace("4100", "19.3 %"), "0.193", "2026-03-01"),
        (grouped, STATED.replace("4100", "4,100"), "4100", "2026-03-01"),
    ],
)
def test_whoever_gives_what_the_page_says_passes(
    tmp_path: Path, reader: Reader, told: str, value: str, day: str
) -> None:
    page = f"<!DOCTYPE html><html><head><title>Lights</title></head><body>{told}</body></html>"
    quote = re.findall(r"<b>(.*?)</b>", told)[0]
    expected = kept_in(tmp_path, page) / "today.html.toml"
    written = expected.read_text().replace("value = 4100", f"value = {value}")
    written = written.replace('quote = "4100"', f'quote = "{quote}"')
    expected.write_text(written.replace("as_of = 2026-03-01", f"as_of = {day}"))
    assert replay(tmp_path, load_sources([plugin(reader)])).problems == ()
