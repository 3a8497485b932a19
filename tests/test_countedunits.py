"""Counted units: "the last week of August" is no week but that one."""

from __future__ import annotations

import pytest
from dayswritten import days_told

from claimtrack.words.dates import find_dates


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In the last week of August, it rained.", "2025-08-25..2025-08-31"),
        ("On the last day of February 2024, he quit.", "2024-02-29..2024-02-29"),
        ("In the first week of June 2025, 12 died.", "2025-06-01..2025-06-07"),
        ("In the second week of March 2024 it froze.", "2024-03-08..2024-03-14"),
        ("In the third week of last month they met.", "2025-08-15..2025-08-21"),
        ("In the last month of 2024, sales fell.", "2024-12-01..2024-12-31"),
        ("On the last weekend of July, it rained.", "2025-07-26..2025-07-27"),
        ("On the first weekend of May 2024, they met.", "2024-05-04..2024-05-05"),
        ("He was jailed in the final week of July.", "2025-07-25..2025-07-31"),
        ("The sale closes on the last day of the month.", "2025-09-30..2025-09-30"),
        ("The 18th of last month was a Monday.", "2025-08-18..2025-08-18"),
        ("The first day of 2024 was cold.", "2024-01-01..2024-01-01"),
        ("In the first three months of 2025, output fell.", "2025-01-01..2025-03-31"),
        ("In the last ten days of June, 40 died.", "2025-06-21..2025-06-30"),
        ("In the first half of 2024 it rose.", "2024-01-01..2024-06-30"),
        ("In the first six months of this year it rose.", "2025-01-01..2025-06-30"),
        ("Sales rose in the third and fourth quarters of 2024.", "2024-07-01..2024-12-31"),
        ("Sales fell from the second to the fourth quarter of 2024.", "2024-04-01..2024-12-31"),
        ("Between the second and third quarters of 2024 it rose.", "2024-04-01..2024-09-30"),
        ("In the first and second weeks of August it rained.", "2025-08-01..2025-08-14"),
        ("It has grown from the first two quarters of 2024.", "2024-01-01..-"),
        ("In the second and fourth quarters of 2024 it fell.", "2024-01-01..2024-12-31"),
        ("In the last week, 12 died.", "2025-09-10..2025-09-17"),
        ("The first week of the trial was in May 2024.", "2024-05-01..2024-05-31"),
        ("The first year of the lease was 2019.", "2019-01-01..2019-12-31"),
        ("In the sixth week of May 2024 it froze.", "none"),
        ("In the first month of the week it froze.", "none"),
    ],
)
def test_units_are_counted_within_what_they_are_of(text: str, told: str) -> None:
    assert days_told(text) == told


def test_units_of_what_the_text_knows_hang_on_it() -> None:
    (found,) = find_dates("He was born in the last year of the war.", published="2025-09-17")
    assert (found.needs, found.precision) == ("context", "year")
