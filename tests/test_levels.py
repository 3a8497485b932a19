"""The unit of a level that is told only for the one before it, and what takes none."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities
from claimtrack.words.dates import find_dates


def told(text: str) -> list[str]:
    """Kind, amount and unit of each quantity of *text*."""
    return [f"{it.kind} {float(it.amount or 0):g} {it.unit}" for it in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They climbed from 400 metres to 900.", ["level 0.4 km", "level 0.9 km"]),
        ("The levy rose from 20% to 25.", ["level 0.2 share", "level 0.25 share"]),
        ("Rents rose from £900 a month to 1,100.", ["rate 900 GBP/month", "rate 1100 GBP/month"]),
        ("The choir grew from 30 people to 45.", ["level 30 persons", "level 45 persons"]),
        ("The wait fell from 30 minutes to under 12.", ["level 0.5 h", "level 0.2 h"]),
        ("The mercury rose from -5°C to 3.", ["level -5 degC", "level 3 degC"]),
        ("The mercury fell from minus 3C to minus 8.", ["level -3 degC", "level -8 degC"]),
        ("Its price fell from $900 to 9.", ["level 900 USD", "level 9 USD"]),
        ("The levy rose from 20% last year to 25.", ["level 0.2 share", "level 0.25 share"]),
        ("Its price rose from $1.2m to 2.", ["level 1.2e+06 USD", "level 2e+06 USD"]),
        ("Its price fell from $1.2m to 900,000.", ["level 1.2e+06 USD", "level 900000 USD"]),
    ],
)
def test_a_level_is_in_the_unit_of_the_one_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Distances range from 400 metres to 900.", ["level 0.65 km"]),
        ("Tickets are priced from £12 to 15.", ["level 13.5 GBP"]),
        ("Bids came in from $3bn to 4.5.", ["level 3.75e+09 USD"]),
    ],
)
def test_so_is_the_end_of_a_range(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Records range from 400 metres to 2019.", ["level 0.4 km"]),
        ("The line grew from 3 km to 12 villages.", ["level 3 km", "level 12 count"]),
        ("The briefing moved from 20 minutes to nine.", ["level 0.333333 h"]),  # an hour, maybe
        ("Oil rose from $80 a barrel to 82.", ["rate 80 USD"]),
        ("Oil rose from $82 to 80.", ["level 82 USD"]),  # which is no rise
        ("The road grew from 3 km to 3.", ["level 3 km"]),
        ("The rate rose from 3 percentage points to 5.", ["change 0.03 share"]),
        ("The mercury fell from -5°C to 3.", ["level -5 degC"]),
        ("It fell from $900 to 8.", ["level 900 USD"]),
        ("The road grew from 3 km. It rose to 5.", ["level 3 km", "level 5 count"]),
        ("The debt rose from $3bn to 900.", ["level 3e+09 USD"]),  # too far from it
        ("The lead rose from 3 points to 5.", ["level 3 count", "level 5 count"]),
        ("The road grew from 3 km and the fee to 5.", ["level 3 km"]),
    ],
)
def test_what_may_be_something_else_takes_no_unit(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "amounts", "years"),
    [
        ("Output fell from 2,300 to 2019.", ["level 2300 count", "level 2019 count"], []),
        ("Deaths fell from 2,300 to 2019.", ["level 2300 persons", "level 2019 persons"], []),
        ("Output fell from 2,300 to 2019 levels.", ["level 2300 count"], ["2019"]),
        ("Output fell from 2,300 in 1998 to 2019.", ["level 2300 count"], ["1998", "2019"]),
        ("Output fell from 23,000 to 2019.", ["level 23000 count"], ["2019"]),
    ],
)
def test_a_figure_is_a_level_or_a_year_and_never_both(
    text: str, amounts: list[str], years: list[str]
) -> None:
    assert told(text) == amounts
    found = [text[it.start : it.end] for it in find_dates(text)]
    assert [year for year in years if any(year in it for it in found)] == years
    assert bool(found) == bool(years)
