"""Numerals: digits with separators in every habit, and runs of digits that are no number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.words.numerals import MOST_DIGITS, numeral


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("116000", "116000", 0),
        ("116,000", "116000", 0),
        ("1,234,567.8", "1234567.8", 1),
        ("1.234.567,8", "1234567.8", 1),
        ("1.234,56", "1234.56", 2),
        ("12,34,567", "1234567", 0),
        ("1'234'567", "1234567", 0),
        ("1’234", "1234", 0),
        ("1 234 567", "1234567", 0),
        ("1\u202f234,5", "1234.5", 1),
        ("1.234", "1.234", 3),
        ("3,5", "3.5", 1),
        ("0,123", "0.123", 3),
        (".5", "0.5", 1),
        ("19.20", "19.20", 2),
        ("٣٫٥", "3.5", 1),
        ("१२", "12", 0),
    ],
)
def test_a_number_is_read_in_its_own_habit(text: str, value: str, decimals: int) -> None:
    said = numeral(text)
    assert said is not None
    assert (said.value, said.decimals) == (Decimal(value), decimals)


@pytest.mark.parametrize(
    ("text", "grouped", "is_plain"),
    [
        ("0", False, True),
        ("7", False, True),
        ("116000", False, True),
        ("१२", False, True),
        ("1.5", False, False),
        ("3,5", False, False),
        ("1,500", True, False),
        ("1,500.5", True, False),
        ("1.234.567", True, False),
    ],
)
def test_a_number_tells_whether_it_is_grouped(text: str, grouped: bool, is_plain: bool) -> None:
    said = numeral(text)
    assert said is not None
    assert (said.grouped, said.plain) == (grouped, is_plain)


@pytest.mark.parametrize(
    "text", ["00", "01", "٠١", "0" * 20, "1." + "9" * 20, "1,234" + ",567" * 6]
)
def test_a_code_and_an_identifier_are_no_numbers(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    "text", ["192.168.0.1", "3.11.7", "1,2,3", "007", "1,234,56", "12.05.2024", "9" * 21, "1," * 99]
)
def test_what_is_no_number_says_nothing(text: str) -> None:
    assert numeral(text) is None


def test_the_longest_number_is_still_read() -> None:
    assert numeral("9" * MOST_DIGITS) is not None
