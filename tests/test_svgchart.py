"""The chart as SVG."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import pytest
from chromium import in_chromium, needs_chromium
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.export.svgchart import Mark, Point, lane_chart, line_chart
from claimtrack.judging.figures import figure
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
    assert mark.get("d", "").startswith(
        of(drawn(["10", "14"]), "series")[0].get("d", "").split()[0]
    )
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


def a_unit(unit: str) -> Callable[[Decimal], str]:
    return lambda amount: figure(amount, unit)


def written(chart: Element) -> list[str]:
    return ["".join(each.itertext()) for each in of(chart, "tick")]


def test_the_unit_of_all_amounts_is_written_once_above_them() -> None:
    points = [(DAY, Decimal(900)), (date(2026, 1, 1), Decimal(2900))]
    unit, *amounts = written(
        line_chart({"a": points}, None, label=a_unit("persons/d"), title="Losses")
    )

    assert unit == "people a day"
    assert amounts[:2] == ["1,000", "1,500"]


def test_one_of_a_unit_is_written_below_the_unit_of_the_others() -> None:
    points = [(DAY, Decimal(0)), (date(2026, 1, 1), Decimal(4))]
    told = written(line_chart({"a": points}, None, label=a_unit("persons"), title="Lost"))
    assert told[:4] == ["people", "0", "1", "2"]


def test_amounts_in_different_units_keep_their_own() -> None:
    points = [(DAY, Decimal(200)), (date(2026, 1, 1), Decimal(2200))]
    told = written(line_chart({"a": points}, None, label=a_unit("kg"), title="Caught"))
    assert told[:4] == ["500 kg", "1 tonne", "1.5 tonnes", "2 tonnes"]


@pytest.mark.parametrize("unit", ["share", "EUR", "magnitude", "count"])
def test_what_has_no_words_behind_its_number_is_written_whole(unit: str) -> None:
    label = a_unit(unit)
    points = [(DAY, Decimal("0.1")), (date(2026, 1, 1), Decimal("0.5"))]
    told = written(line_chart({"a": points}, None, label=label, title="t"))
    assert label(Decimal("0.2")) in told


def test_a_long_name_of_a_lane_is_cut_and_told_whole() -> None:
    name = "the treaty of friendship, cooperation and partnership is in force since its renewal"
    (text,) = [
        one for one in of(lane_chart({name: [DAY]}, None, title="State"), "tick") if len(one)
    ]

    assert text[0].text == name
    assert (text[0].tail or "").endswith("…")
    assert name.startswith((text[0].tail or "")[:30])


#: What a browser finds of the texts that stand out of their drawing, at each width of the page.
_MEASURING = """
<script>
addEventListener("load", () => {
  const found = [], frames = [...document.querySelectorAll("iframe")];
  for (const frame of frames) for (const chart of frame.contentDocument.querySelectorAll("svg")) {
    const around = chart.getBoundingClientRect();
    const size = chart.viewBox.baseVal.width / around.width;
    for (const text of chart.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      const over = Math.max(around.left - box.left, box.right - around.right,
                            around.top - box.top, box.bottom - around.bottom);
      found.push([frame.title, text.textContent, box.width * size, over * size]);
    }
  }
  document.getElementById("found").textContent = JSON.stringify(found);
});
</script>
"""


def charts_of_many_kinds() -> list[Element]:
    year = date(2026, 1, 1)
    units = {
        "persons/d": (0, 2600), "km2": (110_000, 116_000), "persons": (0, 1_700_000),
        "ratio": (Decimal("-0.4"), 12), "UAH": (-(10**15), 10**15), "count": (0, 10**33),
        "share": (Decimal("0.7"), Decimal("0.75")), "kWh/week": (0, 9), "magnitude": (6, 7),
    }  # fmt: skip
    lines = [
        line_chart(
            {"a": [(DAY, Decimal(low)), (year, Decimal(high))]}, None,
            label=a_unit(unit), title=unit,
        )
        for unit, (low, high) in units.items()
    ]  # fmt: skip
    strange = [
        lambda amount: f"{amount:,f} մարդ օրական Երևանի նահանգում և շրջակա համայնքներում",
        lambda amount: f"{amount:,f} человек в сутки",
        lambda amount: f"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW {amount:,f}",
    ]  # fmt: skip
    lines += [
        line_chart({"a": [(DAY, Decimal(5)), (year, Decimal(9))]}, BAND, label=label, title="t")
        for label in strange
    ]
    names = ["open", "W" * 60, "в силе " * 9, "協定は引き続き有効である" * 6, "ممنوع " * 12]
    return [*lines, lane_chart({name: [DAY, year] for name in names}, "open", title="States")]


@needs_chromium
def test_in_a_browser_no_word_of_a_chart_is_cut_on_any_width(tmp_path: Path) -> None:
    style = files("claimtrack.export").joinpath("report.css").read_text("utf-8")
    drawn = "".join(tostring(chart, encoding="unicode") for chart in charts_of_many_kinds())
    page = f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><body>{drawn}"
    on_paper = page.replace("@media print", "@media all")
    shown = {
        "phone": (360, page),
        "tablet": (768, page),
        "desk": (1280, page),
        "a4": (718, on_paper),
    }
    frames = (
        f'<iframe title="{name}" width="{wide}" height="900" srcdoc="{html.escape(made)}"></iframe>'
        for name, (wide, made) in shown.items()
    )
    file = tmp_path / "widths.html"
    file.write_text(
        "<!DOCTYPE html><meta charset=utf-8>"
        f"<body>{''.join(frames)}<pre id=found></pre>{_MEASURING}",
        encoding="utf-8",
    )

    dom = in_chromium(file, tmp_path / "profile")

    (told,) = re.findall('<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    found = json.loads(html.unescape(told))
    assert {name for name, *_ in found} == {*shown}
    assert [each for each in found if each[3] > 1] == []
