"""Rule words-1: the cells of the everyday fractions, and what a hedge makes of a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.words.counting.rules import (
    EVERYDAY_CELLS,
    Bound,
    Grain,
    admitted,
    cell,
    decimal_number,
    fraction,
    integer,
    mixed,
)


@given(st.decimals("0.05", "0.95", places=6))
@example(Decimal("0.05"))
@example(Decimal("0.225"))
@example(Decimal("0.45"))
@example(Decimal("0.55"))
@example(Decimal("0.775"))
@example(Decimal("0.95"))
def test_every_share_lies_in_exactly_one_everyday_cell(share: Decimal) -> None:
    assert sum(share in cell for cell in EVERYDAY_CELLS.values()) == 1


def test_a_shared_edge_belongs_to_the_smaller_denominator() -> None:
    edges = {"0.225": (1, 4), "0.45": (1, 2), "0.55": (1, 2), "0.775": (3, 4)}
    for edge, owner in edges.items():
        assert [ratio for ratio, cell in EVERYDAY_CELLS.items() if Decimal(edge) in cell] == [owner]


def test_the_cells_mirror_each_other_around_a_half() -> None:
    for (a, b), interval in EVERYDAY_CELLS.items():
        mirror = EVERYDAY_CELLS[b - a, b]
        assert interval.lower is not None
        assert mirror.upper is not None
        assert abs(interval.lower + mirror.upper - 1) < Decimal("1E-27")
        assert interval.lower_closed == mirror.upper_closed


def test_a_fraction_is_on_the_scale_it_is_written_in() -> None:
    assert str(cell(fraction(2, 4), "measured")) == "[0.375, 0.625]"
    assert str(cell(fraction(1, 2, Decimal(10**6)), "whole")) == "[450000, 550000]"


@pytest.mark.parametrize(
    ("grain", "bound", "interval"),
    [
        ("whole", None, "[10, 10]"),
        ("whole", "about", "[9, 11]"),
        ("whole", "nearly", "[9, 10)"),
        ("whole", "just over", "(10, 11]"),
        ("measured", None, "[9.5, 10.5]"),
        ("measured", "about", "[9, 11]"),
        ("measured", "exactly", "[9.5, 10.5]"),
        ("percent", None, "[9, 11]"),
        ("percent", "exactly", "[9.5, 10.5]"),
        ("percent", "about", "[8, 12]"),
        ("hour", None, "[9.5, 10.5]"),
        ("span", "over", "(10, inf)"),
        ("span", "at least", "[10, inf)"),
        ("span", "up to", "(-inf, 10]"),
        ("span", "under", "(-inf, 10)"),
    ],
)
def test_ten_of_something_under_a_hedge(grain: Grain, bound: Bound | None, interval: str) -> None:
    assert str(admitted(integer(Decimal(10)), grain, bound)) == interval


def test_a_written_scale_makes_a_small_count_inexact() -> None:
    assert str(cell(integer(Decimal(2000), Decimal(1000)), "whole")) == "[1900, 2100]"
    assert str(cell(integer(Decimal(12), Decimal(12)), "whole")) == "[11.5, 12.5]"
    assert str(cell(integer(Decimal(12)), "whole")) == "[12, 12]"


def test_a_decimal_and_a_mixed_number_take_half_of_their_last_part() -> None:
    assert str(cell(decimal_number(Decimal("1.20"), 2), "measured")) == "[1.195, 1.205]"
    assert str(cell(mixed(Decimal(2), 1, 4), "hour")) == "[2.125, 2.375]"


def test_about_never_reaches_beyond_half_the_value() -> None:
    assert str(admitted(integer(Decimal(1)), "span", "about")) == "[0.5, 1.5]"


def test_nothing_lies_beside_none_of_something_measured() -> None:
    assert str(admitted(integer(Decimal(0)), "measured", "nearly")) == "[0, 0]"


@pytest.mark.parametrize(
    ("a", "b", "lower", "upper", "closed"),
    [
        (1, 10, "0.05", "0.1333333333", "left"),
        (1, 5, "0.1833333333", "0.225", "left"),
        (1, 3, "0.2916666667", "0.3666666667", "both"),
        (1, 2, "0.45", "0.55", "both"),
        (3, 4, "0.7083333333", "0.775", "right"),
        (9, 10, "0.8666666667", "0.95", "right"),
    ],
)
def test_an_everyday_fraction_owns_the_cell_to_the_midpoints_of_its_neighbours(
    a: int, b: int, lower: str, upper: str, closed: str
) -> None:
    cell = admitted(fraction(a, b), "whole")

    assert cell.lower is not None
    assert cell.upper is not None
    assert (round(cell.lower, 10), round(cell.upper, 10)) == (Decimal(lower), Decimal(upper))
    assert cell.closed == closed
