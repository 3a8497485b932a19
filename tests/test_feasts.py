"""Feasts: Easter and what hangs on it, the weekdays of a month, and names that are none of them.

The days were taken from printed calendars and from the laws of the countries before the rules were
written. All is told on Friday, 15 August 2025.
"""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.words.dates import find_dates, parse_date
from claimtrack.words.dating.feasts import easter, orthodox_easter

PUBLISHED = date(2025, 8, 15)


@pytest.mark.parametrize(
    "day",
    [
        "1818-03-22", "1886-04-25", "1916-04-23", "1943-04-25", "1954-04-18", "1961-04-02",
        "1981-04-19", "1998-04-12", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
        "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18",
    ],
)  # fmt: skip
def test_easter_is_on_the_day_of_the_calendars(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    "day",
    ["1979-04-22", "2010-04-04", "2016-05-01", "2021-05-02", "2022-04-24", "2023-04-16",
     "2024-05-05", "2025-04-20"],
)  # fmt: skip
def test_so_is_that_of_the_orthodox_churches(day: str) -> None:
    assert orthodox_easter(int(day[:4])).isoformat() == day


def test_every_easter_is_a_sunday_between_the_22nd_of_march_and_the_25th_of_april() -> None:
    days = [easter(year) for year in range(1753, 4000)]
    assert {day.weekday() for day in days} == {6}
    assert {orthodox_easter(year).weekday() for year in range(1753, 4000)} == {6}
    ends = [(day.month, day.day) for day in days]
    assert (min(ends), max(ends)) == ((3, 22), (4, 25))


@pytest.mark.parametrize(
    ("phrase", "bounds", "precision", "relation"),
    [
        ("Good Friday 2024", "2024-03-29..2024-03-29", "day", "on"),
        ("Easter Sunday 2023", "2023-04-09..2023-04-09", "day", "on"),
        ("Easter Monday, 2023", "2023-04-10..2023-04-10", "day", "on"),
        ("on Ash Wednesday 2025", "2025-03-05..2025-03-05", "day", "on"),
        ("since Whit Monday 2021", "2021-05-24..", "day", "since"),
        ("before Good Friday 1998", "..1998-04-09", "day", "before"),
        ("Palm Sunday last year", "2024-03-24..2024-03-24", "day", "on"),
        ("Easter 2024", "2024-03-29..2024-04-01", "week", "on"),
        ("by Easter 2026", "..2026-04-06", "week", "by"),
        ("Easter weekend 2022", "2022-04-15..2022-04-18", "week", "on"),
        ("Orthodox Easter Sunday 2023", "2023-04-16..2023-04-16", "day", "on"),
        ("Orthodox Good Friday 2024", "2024-05-03..2024-05-03", "day", "on"),
        ("Labor Day 2024", "2024-09-02..2024-09-02", "day", "on"),
        ("Labor Day weekend 2024", "2024-08-31..2024-09-02", "week", "on"),
        ("Memorial Day 2025", "2025-05-26..2025-05-26", "day", "on"),
        ("Presidents' Day 2023", "2023-02-20..2023-02-20", "day", "on"),
        ("MLK Day 2024", "2024-01-15..2024-01-15", "day", "on"),
        ("Remembrance Sunday 2024", "2024-11-10..2024-11-10", "day", "on"),
        ("American Thanksgiving 2023", "2023-11-23..2023-11-23", "day", "on"),
        ("Canadian Thanksgiving 2023", "2023-10-09..2023-10-09", "day", "on"),
        ("Christmas Eve 2022", "2022-12-24..2022-12-24", "day", "on"),
        ("Boxing Day 2004", "2004-12-26..2004-12-26", "day", "on"),
        ("New Year's Day 2025", "2025-01-01..2025-01-01", "day", "on"),
        ("St. Patrick's Day 2021", "2021-03-17..2021-03-17", "day", "on"),
        ("Halloween 2023", "2023-10-31..2023-10-31", "day", "on"),
        ("Bastille Day 2016", "2016-07-14..2016-07-14", "day", "on"),
        # Without its year the last one, unless it is within a month.
        ("Good Friday", "2025-04-18..2025-04-18", "day", "on"),
        ("Labor Day", "2025-09-01..2025-09-01", "day", "on"),
        ("next Easter", "2026-04-03..2026-04-06", "week", "on"),
        ("last Halloween", "2024-10-31..2024-10-31", "day", "on"),
        # The year of the second is that of the first.
        ("between Good Friday and Easter Monday 2024", "2024-03-29..2024-04-01", "day", "from-to"),
        ("from Ash Wednesday to 5 May 2023", "2023-02-22..2023-05-05", "day", "from-to"),
        ("from 1 March to Easter Sunday 2023", "2023-03-01..2023-04-09", "day", "from-to"),
    ],
)
def test_a_feast_is_its_day(phrase: str, bounds: str, precision: str, relation: str) -> None:
    found = parse_date(phrase, published=PUBLISHED)
    told = "..".join("" if end is None else end.isoformat() for end in
                     (found.earliest, found.latest))  # fmt: skip
    assert (told, found.precision, found.relation) == (bounds, precision, relation)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("Thanksgiving 2023", ["2023-10-09", "2023-11-23"]),  # in Canada, in the United States
        ("last Thanksgiving", ["2024-10-14", "2024-11-28"]),
        ("Orthodox Christmas 2022", ["2022-01-07", "2022-12-25"]),
    ],
)
def test_a_feast_of_several_countries_may_be_each_of_theirs(phrase: str, days: list[str]) -> None:
    found = parse_date(phrase, published=PUBLISHED)
    assert [it.first.isoformat() for it in found.readings] == days
    assert [str(found.earliest), str(found.latest)] == days


@pytest.mark.parametrize(
    "text",
    [
        "He died on Good Friday, 2 April 2021.",
        "He died on Good Friday, April 2, 2021.",
        "He died on 2 April 2021 (Good Friday).",
        "He died on April 2, 2021, Good Friday.",
    ],
)
def test_a_feast_beside_its_date_is_that_date(text: str) -> None:
    (found,) = find_dates(text, published=PUBLISHED)
    assert (str(found.earliest), str(found.latest)) == ("2021-04-02", "2021-04-02")


def test_labour_day_is_somewhere_from_march_to_october() -> None:
    found = parse_date("Labour Day 2024")
    assert (str(found.earliest), str(found.latest)) == ("2024-03-04", "2024-10-28")


def test_the_year_of_feasts_that_are_listed_is_that_of_the_last() -> None:
    text = "Shops were shut on Good Friday and Easter Monday 2019."
    days = [str(it.earliest) for it in find_dates(text, published=PUBLISHED)]
    assert days == ["2019-04-19", "2019-04-22"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Good Friday Agreement was signed.", []),
        ("The Good Friday Agreement of 1998 holds.", ["1998-01-01"]),
        ("The Easter Rising of 1916 failed.", ["1916-01-01"]),
        ("They flew to Easter Island.", []),
        ("She sold Easter eggs.", []),
        ("Easter Smith won.", []),
        ("It was an Ash Wednesday-like smear.", []),
        # A figure behind a "Day" that is none of these is not taken for a year.
        ("Independence Day 2024 was hot.", []),  # of which country?
        ("Mother's Day 2024 was wet.", []),
        ("Victory Day 2025 was grand.", []),
        ("Thanksgiving 1863 was the first.", ["1863-01-01"]),  # on another weekday
        ("Easter 1066 was late.", []),  # by another calendar
        ("Memorial Day 1968 was a Thursday.", []),
        ("Holocaust Memorial Day 2024 was marked.", []),
        ("Israel's Memorial Day 2024 was marked.", []),
        ("China's Labor Day 2024 was busy.", []),
        ("Chinese New Year's Day 2024 was wet.", []),
        ("The Labor Day parade was long.", []),
        ("It was a service of thanksgiving.", []),
    ],
)
def test_what_is_no_such_feast_is_no_day(text: str, days: list[str]) -> None:
    found = find_dates(text, published=PUBLISHED)
    assert [str(it.earliest) for it in found] == days
    assert all(it.precision == "year" for it in found)
