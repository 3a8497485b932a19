"""A number line of text."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.export import number_line
from claimtrack.values import Interval, decimal_text

numbers = st.decimals(min_value=-1000, max_value=1000, places=3)


def drawn(interval: Interval, value: str, width: int = 40) -> list[str]:
    return number_line(interval, Decimal(value), label=decimal_text, width=width).split("\n")


def test_the_interval_is_thick_and_the_value_points_at_its_place() -> None:
    ends, line, pointer = drawn(Interval(Decimal(10), Decimal(20), "left"), "15")
    assert ends.split() == ["10", "20"]
    assert line == "········[━━━━━━━━━━━━━━━━━━━━━)·········"
    assert pointer == " " * 19 + "▲ 15"
    assert line[19] == "━"


def test_an_end_that_is_unbounded_is_an_arrow() -> None:
    _, line, _ = drawn(Interval(Decimal(10), None, "neither"), "5")
    assert line.startswith("·")
    assert line.endswith("━▶")
    assert "(" in line


def test_a_single_point_is_drawn() -> None:
    ends, line, pointer = drawn(Interval(Decimal(3), Decimal(3)), "3")
    assert ends.split() == ["3"]
    assert line.count("[") == 1
    assert pointer.strip() == "▲ 3"


@given(numbers, numbers, numbers, st.integers(30, 100))
def test_the_pointer_is_under_the_interval_exactly_where_the_value_is_inside(
    one: Decimal, other: Decimal, value: Decimal, width: int
) -> None:
    interval = Interval(min(one, other), max(one, other))
    _, line, pointer = number_line(interval, value, label=decimal_text, width=width).split("\n")
    place = pointer.index("▲")
    inside = line[place] in "[━]"
    # A value next to an end may share its cell with it; the other way round cannot happen.
    assert inside or value not in interval
    assert len(line) == width
