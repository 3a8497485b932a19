"""The "m" glued to a figure: millions, but for the lengths."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.words import find_quantities, parse_quantity

MILLIONS = (
    ("It sold 1.2m last year.", "1200000"),
    ("Around 3.4m watched the debate.", "3400000"),
    ("The audience rose to 2.8m.", "2800000"),
    ("Circulation fell 1.2m to 3m.", "1200000 3000000"),
    ("More than 6m have fled.", "6000000"),
    ("A 1.5m rise in visitors was seen.", "1500000"),
    ("Of the 4m who voted, 3m lied.", "4000000 3000000"),
    ("Between 3m and 5m may lose power.", "4000000"),
    ("Jobless total hits 2.1m", "2100000"),
    ("Some 1.2m of the city's residents left.", "1200000"),
    ("The app has 20m downloads and 5m users.", "20000000 5000000"),
    ("The 10m mark was passed.", "10000000"),
    ("Turnout was 1.2m.", "1200000"),
    ("A 1.2m-strong crowd came.", "1200000"),
    ("It has 2m too many chairs.", "2000000"),
    ("A 40m blaze gutted the mill.", "40000000"),
    ("The 20m transfer of the keeper failed.", "20000000"),
    ("A 3m upgrade of the docks began.", "3000000"),
    ("It cost 10 M.", "10000000"),
    ("Some 2 M people moved.", "2000000"),
    ("The fine was 10 M euros.", "10000000"),
    ("It sold 3M phones.", "3000000"),
)
LENGTHS = (
    ("He is 1.9m tall.", "0.0019"),
    ("The channel is 12m deep and 30m wide.", "0.012 0.03"),
    ("A 3m wall collapsed.", "0.003"),
    ("A massive 15m wave struck.", "0.015"),
    ("A 3m brick wall fell.", "0.003"),
    ("The 60m footbridge is shut.", "0.06"),
    ("Some 1.2m of snow fell.", "0.0012"),
    ("He fell 20m to his death.", "-0.02"),
    ("She swam 400m.", "0.4"),
    ("The peak rises to a height of 950m.", "0.95"),
    ("The base lies at 1,500m.", "1.5"),
    ("The wreck is 40m below the surface.", "0.04"),
    ("The cell is 4m by 3m.", "0.004 0.003"),
    ("They found 5m waves.", "0.005"),
    ("He won the 100m.", "0.1"),
    ("It is between 20m and 30m deep.", "0.025"),
    ("It stood within 50m of the house.", "0.05"),
    ("The river rose 1.2m overnight.", "0.0012"),
    ("It is a 10m-high fence.", "0.01"),
    ("She cleared 1.98m.", "0.00198"),
    ("It is 30 m away.", "0.03"),
    ("The road is 2m too narrow.", "0.002"),
    ("A tsunami of 3m hit the bay.", "0.003"),
)


@pytest.mark.parametrize(("text", "amounts"), MILLIONS)
def test_an_m_says_millions(text: str, amounts: str) -> None:
    assert [found.amount for found in find_quantities(text)] == [*map(Decimal, amounts.split())]


@pytest.mark.parametrize(("text", "amounts"), LENGTHS)
def test_a_word_beside_it_makes_a_length_of_it(text: str, amounts: str) -> None:
    found = find_quantities(text)
    assert [one.amount for one in found] == [*map(Decimal, amounts.split())]
    assert {one.unit for one in found} == {"km"}


@pytest.mark.parametrize(
    ("phrase", "unit", "amount", "read"),
    [
        ("1.2m", None, "1200000", "count"),
        ("1.2m", "persons", "1200000", "count"),
        ("1.2m", "count", "1200000", "count"),
        ("about 1.2m", "persons", "1200000", "count"),
        ("1.2m", "km", "0.0012", "km"),
        ("3m to 5m", "km", "0.004", "km"),
        ("over 1,500m", "persons", "1500000000", "persons"),
        ("1.2m people", "km", "1200000", "persons"),
        ("£1.2m", "km", "1200000", "GBP"),
        ("20 degrees", "degC", "20", "degC"),
        ("20 degrees", None, "20", "other"),
        ("240 volts", "count", "240", "count"),
        ("240 volts", "persons", "240", "other"),
    ],
)
def test_what_is_asked_for_decides_what_the_words_leave_open(
    phrase: str, unit: str | None, amount: str, read: str
) -> None:
    found = parse_quantity(phrase, unit=unit)
    assert (found.amount, found.unit) == (Decimal(amount), read)
