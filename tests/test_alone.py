"""Alone: a cell that holds a percentage is read as the grammar would read it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words import parse_quantity
from claimtrack.words.counting.alone import percentage_alone
from claimtrack.words.counting.forms import Writing
from claimtrack.words.quantities import phrases_in

PERCENTAGES = st.decimals(min_value=0, max_value=999, places=1) | st.integers(0, 999)


@given(PERCENTAGES)
def test_it_is_read_as_the_grammar_reads_it(number: Decimal | int) -> None:
    cell = f"{number}%"
    assert percentage_alone(cell) == next(iter(phrases_in(Writing(cell))))


@pytest.mark.parametrize("cell", ["19.25%", "0%", "0.0%", "7%", "20%", "100%", "0.000000001%"])
def test_so_are_the_rounder_and_the_finer_ones(cell: str) -> None:
    assert percentage_alone(cell) == next(iter(phrases_in(Writing(cell))))
    found = parse_quantity(cell)
    assert (found.start, found.end) == (0, len(cell))
    assert found.amount == Decimal(cell[:-1]) / 100


@pytest.mark.parametrize("cell", ["", "%", "19", "about 19%", "19 %", "019%", "1,200%", "19%-20%"])
def test_whatever_else_is_left_to_the_grammar(cell: str) -> None:
    assert percentage_alone(cell) is None
