"""The chart as SVG."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.export.svgchart import Mark, Point, lane_chart, line_chart
from claimtrack.values import Interval, decimal_text

DAY = date(2025, 1, 1)
BAND = Interval(Decimal(10), Decimal(20), "left")


def drawn(values: list[str], band: Interval | None = BAND, marks: tuple[Mark, ...] = ()) -> Element:
    points = [(DAY + timedelta(days=at), Decimal(value)) for at, value in enumerate(values)]
    return line_chart({"map": points}, band, label=decimal_text, title="Held", marks=marks)


def of(chart: Element, name: str) -> list[Element]:
    return [each for each in chart if name in each.get("class", "").split()]


def heights(chart: Element) -> list[float]:
    (line,) = of(chart, "series")
    return [float(place.split()[1]) for place in line.get("d", "").lstrip("M").split("L")]


def test_a_higher_amount_stands_higher_and_later_days_stand_further_right() -> None:
    first, second, third = heights(drawn(["10", "30", "20"]))
    assert second < third < first


def test_the_band_spans_its_two_edges() -> None:
    chart = drawn(["10", "20"])
    (band,) = of(chart, "band")
    low, high = heights(chart)

    assert float(band.get("y", "")) == high
    assert abs(float(band.get("y", "")) + float(band.get("height", "")) - low) < 0.2


def test_a_band_out_of_sight_is_not_drawn() -> None:
    assert of(drawn(["1000", "1001"]), "band") == []
    assert len(of(drawn(["1000", "1001"], Interval(Decimal(5), None, "left")), "band")) == 1


@pytest.mark.parametrize("more", ["1", "1000", "-1", f"1{'0' * 20}"])
def test_amounts_that_are_all_but_one_are_drawn_level(more: str) -> None:
    amount = 10**30
    chart = drawn([str(amount), str(amount + int(more))])

    assert len(set(heights(chart))) == 1
    assert 1 < len(of(chart, "tick")) < 12


def test_a_mark_stands_on_its_day_and_says_which() -> None:
    (mark,) = of(drawn(["10", "12", "14"], marks=(Mark(DAY, "held"),)), "mark")
    assert mark.get("d", "").startswith("M74 ")
    assert mark[0].text == "2025-01-01: held"


def test_thousands_of_days_keep_their_peaks() -> None:
    values = ["15"] * 5000
    values[2345] = "95"
    chart = drawn(values)

    assert len(heights(chart)) < 2500
    assert sorted(set(heights(chart))) == sorted(set(heights(drawn(["15", "95"]))))


def test_a_lane_holds_its_days_and_the_one_that_is_held_is_shaded() -> None:
    chart = lane_chart({"open": [DAY], "shut": [DAY, date(2026, 1, 1)]}, "shut", title="State")
    (band,) = of(chart, "band")
    dots = of(chart, "dot")

    assert len(dots) == 3
    top = float(band.get("y", ""))
    foot = top + float(band.get("height", ""))
    assert [top < float(dot.get("cy", "")) < foot for dot in dots] == [False, True, True]


@given(
    st.lists(
        st.tuples(
            st.dates(date(1, 1, 1), date(9999, 12, 31)),
            st.decimals(-(10**12), 10**12, places=6),
        ),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from([None, BAND, Interval(None, Decimal(0), "right"), Interval(Decimal(-1), None)]),
)
def test_whatever_is_drawn_stays_within_the_frame(
    points: list[Point], band: Interval | None
) -> None:
    chart = line_chart({"a": sorted(points)}, band, label=str, title="t")
    for line in of(chart, "series"):
        if line.tag == "path":
            places = line.get("d", "").lstrip("M").split("L")
            for place in places:
                x, y = map(float, place.split())
                assert 0 <= x <= 720
                assert 0 <= y <= 250
