"""Removals: a page from which what was read has gone, in whatever form it is."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from claimtrack import Page
from claimtrack.authoring.removals import Sign, removals

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
LIT = Sign("41 lamps", frozenset({"41"}), date(2026, 3, 1))


def left(content: str, media_type: str, sign: Sign = LIT) -> dict[str, str]:
    """What is left of the page, by what has gone."""
    page = Page("https://a.example/", content.encode(), AT, 200, (("content-type", media_type),))
    return {one.told: one.page.text for one in removals(page, [sign])}


def test_of_json_a_key_goes_and_all_that_it_stands_in_or_is_empty() -> None:
    given = {"rows": [{"at": "north", "lit": 41}, {"at": "south", "lit": 7}], "2026-03-01": True}
    found = {k: json.loads(v) for k, v in left(json.dumps(given), "application/json").items()}
    assert found['["rows"][0]["lit"]']["rows"] == [{"at": "north"}, given["rows"][1]]  # type: ignore[index]
    assert found['the value of ["rows"][0]["lit"]']["rows"][0]["lit"] is None
    assert found['["rows"][0]']["rows"] == [{"at": "south", "lit": 7}]
    assert found['["rows"]'] == {"2026-03-01": True}
    assert found['["2026-03-01"]'] == {"rows": given["rows"]}
    assert not [told for told in found if "[1]" in told]


def test_of_html_a_text_an_attribute_and_an_element_with_those_around_it_go() -> None:
    shown = (
        '<html><body><p>Lit <time datetime="2026-03-01">then</time>.</p>'
        "<table><tr><th>North</th><td>41</td></tr><tr><th>South</th><td>7</td></tr></table>"
        "</body></html>"
    )
    found = left(shown, "text/html")
    assert "<time>then</time>" in found["the attribute datetime of /html/body/p/time"]
    assert "<p>Lit .</p>" in found["/html/body/p/time"]
    assert "<th>North</th><td></td>" in found["the text of /html/body/table/tr[1]/td"]
    assert "<tr><th>North</th></tr>" in found["/html/body/table/tr[1]/td"]
    assert "North" not in found["/html/body/table/tr[1]"]
    assert "South" in found["/html/body/table/tr[1]"]
    assert "/html/body" not in found


def test_of_xml_names_stay_as_they_are_written() -> None:
    found = left("<feed><oneItem><litLamps>41</litLamps></oneItem></feed>", "application/xml")
    assert "<oneItem/>" in found["/feed/oneItem/litLamps"]
    assert "<feed/>" in found["/feed/oneItem"]


def test_of_csv_a_cell_a_row_and_a_column_go() -> None:
    found = left('day,at,lit\n2026-03-01,"north, far",41\n2026-02-01,south,7\n', "text/csv")
    assert found["the cell 3 of line 2"].splitlines()[1] == '2026-03-01,"north, far",'
    assert found["line 2"] == "day,at,lit\n2026-02-01,south,7\n"
    assert found["the column 'lit'"].splitlines() == [
        "day,at", '2026-03-01,"north, far"', "2026-02-01,south",
    ]  # fmt: skip


def test_of_a_text_a_line_goes() -> None:
    assert left("as of today\n41 lamps\n7 buoys\n", "text/plain") == {
        "line 2": "as of today\n7 buoys\n"
    }


def test_a_long_page_is_tried_at_some_places_alone_and_what_is_none_at_none() -> None:
    found = left(json.dumps([{"lit": 41}] * 500), "application/json")
    assert len(found) == 36
    assert "[0]" in found
    assert "[499]" in found
    assert left('{"lit": 41', "application/json") == {}
    assert left("", "text/html") == {}


def test_a_part_of_a_word_or_of_a_figure_is_no_sign() -> None:
    sign = Sign("open", frozenset({"41"}))
    assert sign.stands_in("It is Open.")
    assert not sign.stands_in("opened on 1 April, 411 m, 2041")
    assert not sign.stands_in("")
    assert sign.stands_in("0.41 %")
