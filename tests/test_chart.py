"""A chart of text."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.export import band_chart
from claimtrack.values import Interval, decimal_text

DAY = date(2025, 1, 1)
BAND = Interval(Decimal(10), Decimal(20), "left")


def chart(values: list[str], band: Interval = BAND, width: int = 20, height: int = 5) -> list[str]:
    points = [(DAY + timedelta(days=number), Decimal(value)) for number, value in enumerate(values)]
    return band_chart(points, band, label=decimal_text, width=width, height=height).split("\n")


def test_a_record_that_leaves_the_band_is_seen_to_leave_it() -> None:
    assert chart(["12", "15", "18", "24", "24"], width=21, height=8) == [
        "24 │               ○    ○",
        "   │",
        "20 │",
        "   │░░░░░░░░░░●░░░░░░░░░░",
        "   │░░░░░●░░░░░░░░░░░░░░░",
        "   │░░░░░░░░░░░░░░░░░░░░░",
        "   │●░░░░░░░░░░░░░░░░░░░░",
        "10 │░░░░░░░░░░░░░░░░░░░░░",
        "   └─────────────────────",
        "    2025-01-01 2025-01-05",
    ]


def test_what_lies_just_beyond_an_edge_is_seen_beyond_it() -> None:
    assert chart(["9.9", "12", "18", "20.1"], width=21, height=7) == [
        "20.1 │                    ○",
        "  20 │",
        "     │░░░░░░░░░░░░░●░░░░░░░",
        "     │░░░░░░░░░░░░░░░░░░░░░",
        "     │░░░░░░●░░░░░░░░░░░░░░",
        "  10 │░░░░░░░░░░░░░░░░░░░░░",
        "     │○",
        "     └─────────────────────",
        "      2025-01-01 2025-01-04",
    ]


def test_an_edge_far_away_does_not_press_the_record_flat() -> None:
    lines = chart(["100", "101", "102"], Interval(Decimal(0), None, "left"))
    assert not any(line.startswith("0 ") for line in lines)
    assert lines[0].startswith("102 │")


def test_a_single_day_is_a_chart_too() -> None:
    lines = chart(["12"])
    assert sum(line.count("●") for line in lines) == 1
    assert lines[-1].strip() == "2025-01-01"


@given(
    st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=60),
    st.tuples(st.decimals(-1000, 1000, places=1), st.decimals(-1000, 1000, places=1)),
    st.integers(12, 80),
    st.integers(3, 12),
)
def test_every_chart_is_as_large_as_asked_and_marks_what_is_inside(
    values: list[Decimal], edges: tuple[Decimal, Decimal], width: int, height: int
) -> None:
    band = Interval(min(edges), max(edges))
    lines = chart([str(value) for value in values], band, width, height)
    assert len(lines) == height + 2
    drawn = "".join(lines[:height])
    assert "●" in drawn or "○" in drawn
    assert len({line.index("│") for line in lines[:height]}) == 1
    assert all(len(line) - line.index("│") <= width + 1 for line in lines[:height])
    if all(value in band for value in values):
        assert "○" not in drawn
    if not any(value in band for value in values):
        assert "●" not in drawn
