"""The "k" glued to a figure: thousands, but for what is run."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.words import find_quantities


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Our street holds a 5k run.", "5"),
        ("A 10k race was put off.", "10"),
        ("She ran the 10K.", "10"),
        ("He ran 5k in May.", "5"),
        ("The 5k was her first race.", "5"),
        ("They plan a 10k-race for May.", "10"),
    ],
)
def test_a_k_that_is_run_is_of_kilometres(text: str, amount: str) -> None:
    (found,) = find_quantities(text)
    assert (found.amount, found.unit) == (Decimal(amount), "km")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The site has 5k readers.", "5000"),
        ("She earns 10k a year.", "10000"),
        ("They ran 5k adverts.", "5000"),
        ("The 5k fans stayed.", "5000"),
        ("It sold for $10k.", "10000"),
    ],
)
def test_any_other_k_is_of_thousands(text: str, amount: str) -> None:
    (found,) = find_quantities(text)
    assert (found.amount, found.unit == "km") == (Decimal(amount), False)
