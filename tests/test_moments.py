"""Moments: which winter or May is meant where no year is said, by the day and by the verb."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.words.dates import find_dates


def days(text: str, on: date) -> str:
    (found,) = find_dates(text, published=on)
    return f"{found.earliest}..{found.latest}"


@pytest.mark.parametrize(
    ("on", "text", "told"),
    [
        (date(2025, 1, 10), "This winter is cold.", "2024-12-01..2025-02-28"),
        (date(2025, 12, 1), "This winter is cold.", "2025-12-01..2026-02-28"),
        (date(2025, 9, 20), "This winter was cold.", "2024-12-01..2025-02-28"),
        (date(2025, 9, 20), "This winter will be cold.", "2025-12-01..2026-02-28"),
        (date(2025, 9, 20), "Earlier this winter it fell.", "2024-12-01..2025-02-28"),
        (date(2025, 9, 20), "Later this winter it will fall.", "2025-12-01..2026-02-28"),
        (date(2025, 2, 1), "This February it snows.", "2025-02-01..2025-02-28"),
        (date(2025, 10, 1), "This spring it rained.", "2025-03-01..2025-05-31"),
        (date(2025, 9, 30), "It will open in September.", "2025-09-01..2025-09-30"),
        (date(2025, 10, 1), "It will open in September.", "2026-09-01..2026-09-30"),
        (date(2025, 6, 20), "It ran from May to last July.", "2024-05-01..2024-07-31"),
        (date(2025, 3, 20), "It opened at the turn of the year.", "2024-12-01..2025-01-31"),
        (date(2025, 9, 20), "It opens at the turn of the year.", "2025-12-01..2026-01-31"),
    ],
)
def test_the_verb_and_the_day_tell_which_one_is_meant(on: date, text: str, told: str) -> None:
    assert days(text, on) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The fair was in early March.", "2025-03-01..2025-03-10"),
        ("The fair will be in early March.", "2026-03-01..2026-03-10"),
        ("The fair will be in late August.", "2026-08-21..2026-08-31"),
        ("It opened at the end of November.", "2024-11-24..2024-11-30"),
        ("Earlier this month it fell.", "2025-09-01..2025-09-20"),
        ("Later this year it will fall.", "2025-09-20..2025-12-31"),
    ],
)
def test_a_part_is_of_the_month_that_the_verb_tells(text: str, told: str) -> None:
    assert days(text, date(2025, 9, 20)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It ran from May to May 2025.", "2024-05-01..2025-05-31"),
        ("It ran from 5 May to 5 May 2025.", "2024-05-05..2025-05-05"),
        ("It ran from spring to spring 2024.", "2023-03-01..2024-05-31"),
        ("It ran from Q2 to Q2 2025.", "2024-04-01..2025-06-30"),
        ("It ran from Christmas to Christmas 2024.", "2023-12-25..2024-12-25"),
        ("It ran from Easter to Easter 2024.", "2023-04-07..2024-04-01"),
        ("It ran from Easter to March 2025.", "2024-03-29..2025-03-31"),
        ("It ran from October to March 2026.", "2025-10-01..2026-03-31"),
        ("It ran from 5 to 8 May 2025.", "2025-05-05..2025-05-08"),
        ("It ran from Easter to April 2025.", "2025-04-18..2025-04-30"),
    ],
)
def test_what_runs_to_the_same_month_began_in_the_year_before(text: str, told: str) -> None:
    assert days(text, date(2025, 9, 20)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is on from Thursday to Saturday.", "2025-09-18..2025-09-20"),
        ("It runs from Tuesday to Thursday.", "2025-09-23..2025-09-25"),
        ("It runs from November to February.", "2025-11-01..2026-02-28"),
        ("It ran from March to November.", "2024-03-01..2024-11-30"),
        ("It is open between 15 December and 3 January.", "2025-12-15..2026-01-03"),
        ("It was open between 15 December and 3 January.", "2024-12-15..2025-01-03"),
    ],
)
def test_the_end_of_a_stretch_never_comes_before_its_beginning(text: str, told: str) -> None:
    assert days(text, date(2025, 9, 20)) == told
