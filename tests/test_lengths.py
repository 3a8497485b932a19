"""Lengths of time that are told by the date they end at."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.words.dates import find_dates

PUBLISHED = date(2025, 9, 18)


def lengths(text: str) -> list[str]:
    found = find_dates(text, published=PUBLISHED)
    return [f"{one.earliest}..{one.latest}" for one in found if one.relation == "from-to"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unemployment rose to 4.7% in the three months to June.", "2025-04-01..2025-06-30"),
        ("Inflation was 3% in the year to March.", "2024-04-01..2025-03-31"),
        ("It sold 40 in the six months to the end of June 2024.", "2024-01-01..2024-06-30"),
        ("Sales rose in the quarter ended 30 June.", "2025-04-01..2025-06-30"),
        ("Cases fell to 40 in the week ending 12 September.", "2025-09-06..2025-09-12"),
        ("Cases fell to 40 in the week ending on 12 September.", "2025-09-06..2025-09-12"),
        ("Profit fell in the 12 months ending in February 2024.", "2023-03-01..2024-02-29"),
        ("In the fiscal year ended March 2025 it grew.", "2024-04-01..2025-03-31"),
        ("In three months to July prices rose.", "2025-05-01..2025-07-31"),
        ("It grew for the three months through August.", "2025-06-01..2025-08-31"),
        ("In the decade to 2020 it doubled.", "2011-01-01..2020-12-31"),
        ("It will grow in the year to March.", "2025-04-01..2026-03-31"),
    ],
)
def test_a_length_ends_with_its_date(text: str, expected: str) -> None:
    assert lengths(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It took three months to June.",
        "Prices rose in the year to date.",
        "He was paid in the two days to 2025.",
        "In the week to come it will rain.",
        "The months to June are dry.",
    ],
)
def test_what_runs_up_to_no_date_of_its_kind_is_no_length(text: str) -> None:
    assert lengths(text) == []
