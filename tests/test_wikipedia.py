"""The Wikipedia source: infobox, table and sentence, by revision, on our pages and real ones."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from asking import asking, readings, refusal, shown
from claimtrack_wikipedia import Options, Wikipedia
from shared import SHARED, needs

from claimtrack import (
    CalendarDate,
    Follow,
    Measure,
    Page,
    PluginError,
    Reading,
    Refusal,
    Unreadable,
)
from claimtrack.sources import load_sources

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages" / "wikipedia"
RECORDINGS = SHARED / "pages" / "wikis"
URL = "https://en.wikipedia.org/api/rest_v1/page/html/Westmark"
COAST = {"subject": ("coast",), "by": ("league",), "says": ("holds",)}
recorded = needs(RECORDINGS)


def saved(name: str = "westmark.html", url: str = URL) -> Page:
    return shown((PAGES / name).read_bytes(), url)


def asked(kind: str, of: str | None = None, **options: Any) -> Measure:
    return asking("wikipedia", kind, of, **{"title": "Westmark", **options})


@pytest.mark.parametrize(
    ("kind", "of", "place", "value", "error"),
    [
        ("quantity", "km2", {"infobox": "Total"}, Decimal(603_550), Decimal(5)),
        ("quantity", "share", {"infobox": "Coast held by the league"}, Decimal("0.4"),
         Decimal("0.02")),
        ("quantity", "share", {"row": "South", "column": "Share held"}, Decimal("0.61"),
         Decimal("0.005")),
        ("quantity", "km", {"row": "South", "column": "Length (km)"}, Decimal(1190), Decimal(5)),
        ("date", None, {"infobox": "Founded"}, CalendarDate(date(1917, 11, 7)), None),
        ("state", None, {"infobox": "Head of state", "states": {"ours": "Ada Hollis"}}, "ours",
         None),
    ],
)  # fmt: skip
def test_what_stands_in_a_place_is_read_as_it_is_seen(
    kind: str, of: str | None, place: dict[str, Any], value: Any, error: Decimal | None
) -> None:
    (found,) = readings(Wikipedia(), saved(), asked(kind, of, **place))
    assert (found.value, found.error) == (value, error)
    assert (found.as_of, found.as_of_basis) == (None, "seen")


def infobox(value: str) -> Page:
    """A page of the REST service, as Parsoid renders it, whose infobox has a row "Row"."""
    return shown(
        '<!DOCTYPE html><html about="https://en.wikipedia.org/wiki/Special:Redirect/revision/9004800">'
        '<head><meta property="dc:modified" content="2026-08-20T10:00:00.000Z"/>'
        "<title>Westmark</title></head><body><section>"
        '<table class="infobox vcard" about="#mwt1" typeof="mw:Transclusion"><tbody><tr>'
        f'<th scope="row" class="infobox-label">Row</th><td class="infobox-data">{value}</td>'
        "</tr></tbody></table></section></body></html>",
        URL,
    )


@pytest.mark.parametrize(
    ("value", "kind", "of", "found"),
    [
        (
            '116,000<sup class="mw-ref reference"><a><span>[<span>3</span>]</span></a></sup>'
            "&nbsp;km<sup>2</sup> (45,000&nbsp;sq&nbsp;mi)",
            "quantity", "km2", "116000",
        ),
        (
            '15 August 2025<span>; 12 months ago</span><span style="display:none"> '
            '(<span class="bday">2025-08-15</span>)</span>',
            "date", None, "2025-08-15",
        ),
        (
            '7 November <span style="white-space:nowrap">[<a>O.S.</a> 25 October]</span> 1917',
            "date", None, "1917-11-07",
        ),
        ("<s>100,000 km2</s> 116,000 km2", "quantity", "km2", "116000"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_parsoid_renders_it(
    value: str, kind: str, of: str | None, found: str
) -> None:
    (told,) = readings(Wikipedia(), infobox(value), asked(kind, of, infobox="Row"))
    assert str(told.value) == found


@pytest.mark.parametrize(
    ("value", "kind", "of", "language", "complaint"),
    [
        ("24 February 2022 – present<br/>(4 years, 5 months)", "date", None, "en", "not when"),
        ("24 February 2022 (ongoing)", "date", None, "en", "not when"),
        ("since 24 February 2022", "date", None, "en", "not when"),
        ("before 24 February 2022", "event", None, "en", "not when"),
        ("c. 1850", "date", None, "en", "not when"),
        ("15–16 August 2025", "date", None, "en", "0 dates"),
        ("116.000 km²", "quantity", "km2", "de", "thousands or decimals"),
        (
            '<div class="plainlist"><ul><li>Total: 116,000 km²</li><li>Land: 90,000 km²</li></ul>'
            "</div>",
            "quantity", "km2", "en", "states several",
        ),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_say_it_is_refused(
    value: str, kind: str, of: str | None, language: str, complaint: str
) -> None:
    measure = asked(kind, of, infobox="Row", language=language)
    status, reason = refusal(Wikipedia(), infobox(value), measure)
    assert status == "unreadable"
    assert complaint in reason


def table(heading: str, value: str) -> Page:
    """A page of the REST service with a table whose second column has that *heading*."""
    return shown(
        '<!DOCTYPE html><html about="https://en.wikipedia.org/wiki/Special:Redirect/revision/9004801">'
        '<body><table class="wikitable"><tbody>'
        f"<tr><th>Region</th><th>{heading}</th></tr><tr><th>South</th><td>{value}</td></tr>"
        "</tbody></table></body></html>",
        URL,
    )


@pytest.mark.parametrize(
    ("heading", "value", "of", "found"),
    [
        ("Share (%)", "61", "share", "0.61"),
        ("Area (sq mi)", "100", "km2", "258.9988110336"),
        ("People (thousands)", "1,010", "persons", "1010000"),
        ("Cost (million USD)", "12.5", "USD", "12500000"),
        ("People (2021)", "1,010", "persons", "1010"),
    ],
)
def test_a_bare_number_is_in_what_its_heading_says(
    heading: str, value: str, of: str, found: str
) -> None:
    measure = asked("quantity", of, row="South", column=heading)
    (told,) = readings(Wikipedia(), table(heading, value), measure)
    assert told.value == Decimal(found)


def test_a_bare_number_in_another_unit_than_the_measures_is_refused() -> None:
    measure = asked("quantity", "count", row="South", column="Share (%)")
    status, reason = refusal(Wikipedia(), table("Share (%)", "61"), measure)
    assert (status, "by its heading" in reason) == ("unreadable", True)


def test_a_figure_is_dated_by_its_label_and_its_revision_is_the_evidence() -> None:
    measure = asked("quantity", "persons", infobox="30 June 2021 census")
    (found,) = readings(Wikipedia(), saved(), measure)
    assert (found.value, str(found.as_of)) == (4_215_300, "2021-06-30")
    assert found.quote == "• 30 June 2021 census: 4,215,300"
    assert found.locator is not None
    assert found.locator.startswith("https://en.wikipedia.org/w/index.php?oldid=9004711, infobox")
    assert str(found.published_at) == "2026-07-20 09:00:00+00:00"


def test_without_a_place_the_sentences_are_read() -> None:
    (found,) = readings(Wikipedia(), saved(), asked("quantity", "share", reads=COAST))
    assert (found.value, str(found.as_of)) == (Decimal("0.4"), "2026-03")
    assert found.quote == "As of March 2026, the league holds about 40% of the coast."
    lease = {"subject": ("lease",), "says": ("expires",)}
    (end,) = readings(Wikipedia(), saved(), asked("date", reads=lease))
    assert str(end.value) == "2042"


def test_an_earlier_revision_tells_of_its_own_day() -> None:
    earlier = saved("westmark_earlier.html", f"{URL}/9004600")
    place = asked("quantity", "share", infobox="Coast held by the league", since=date(2025, 8, 1))
    (found,) = readings(Wikipedia(), earlier, place)
    assert (found.value, str(found.as_of), found.as_of_basis) == (
        Decimal("0.35"), "2025-08-14", "carried",
    )  # fmt: skip
    (said,) = readings(Wikipedia(), earlier, asked("quantity", "share", reads=COAST))
    assert (str(said.as_of), said.as_of_basis) == ("2025-08-14", "carried")


@pytest.mark.parametrize(
    ("step", "numbers"),
    [
        ("month", [9004711, 9004600]),
        ("week", [9004711, 9004700, 9004600, 9004590]),
        ("day", [9004711, 9004700, 9004600, 9004590]),
        ("year", [9004711, 9004600]),
    ],
)
def test_earlier_revisions_are_followed_the_last_of_each_step(
    step: str, numbers: list[int]
) -> None:
    measure = asked("quantity", "share", reads=COAST, since=date(2025, 8, 1), step=step)
    shown_now, listed = Wikipedia().asks((measure,))
    assert shown_now.url == URL
    assert listed.url == (
        "https://en.wikipedia.org/w/api.php?action=query&format=json&formatversion=2"
        "&prop=revisions&rvprop=ids%7Ctimestamp&rvlimit=500&rvend=2025-08-01T00%3A00%3A00Z"
        "&titles=Westmark"
    )
    page = shown((PAGES / "revisions.json").read_bytes(), listed.url, "application/json")
    said = list(Wikipedia().read(page, (measure,)))
    follows = [one.ask for one in said if isinstance(one, Follow)]
    assert [ask.url for ask in follows] == [f"{URL}/{number}" for number in numbers]
    assert all(ask.once and ask.at_most == 24 for ask in follows)
    assert [one.status for one in said if isinstance(one, Refusal)] == ["silent"]


def test_of_several_cells_beside_a_label_none_is_the_rows_own() -> None:
    sides = infobox('12,000 men</td><td class="infobox-data">9,500 men')
    status, reason = refusal(Wikipedia(), sides, asked("quantity", "persons", infobox="Row"))
    assert status == "unreadable"
    assert "2 cells stand beside “Row” in the infobox: 12,000 men; 9,500 men" in reason
    spaced = infobox('12,000 people</td><td class="infobox-data">')
    (found,) = readings(Wikipedia(), spaced, asked("quantity", "persons", infobox="Row"))
    assert found.value == 12_000


@pytest.mark.parametrize(
    ("kind", "of", "options", "complaint"),
    [
        ("quantity", "km2", {"infobox": "Depth"}, "there are Capital, Head of state, • Total"),
        ("quantity", "km2", {"infobox": "Capital"}, "states no level in km2"),
        ("quantity", "persons", {"infobox": "Total"}, "states no level in persons"),
        ("date", None, {"infobox": "Capital"}, "names 0 dates"),
        ("state", None, {"infobox": "Capital", "states": {"ours": "Hollis"}}, "no state"),
        ("state", None, {"infobox": "Head of state", "states": {"ours": "Hollis"}}, "no state"),
        ("quotation", None, {"infobox": "Capital"}, "not answered by a cell"),
        ("quantity", "share", {"row": "West", "column": "Share held"}, "and 0 rows “West”"),
        ("quantity", "share", {"row": "South", "column": "Held"}, "there are Stretch, Length (km)"),
        ("quantity", "share", {"row": "a", "column": "b", "table": "table.none"}, "table.none"),
        ("quantity", "share", {}, "give [reads"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    kind: str, of: str | None, options: dict[str, Any], complaint: str
) -> None:
    status, reason = refusal(Wikipedia(), saved(), asked(kind, of, **options))
    assert status == "unreadable"
    assert complaint in reason


def test_a_figure_that_cannot_be_right_is_quarantined() -> None:
    measure = asked("quantity", "share", infobox="Coast held by the league", expect=(0.5, 1.0))
    status, reason = refusal(Wikipedia(), saved(), measure)
    assert (status, "0.40 is outside" in reason or "0.4 is outside" in reason) == (
        "quarantined",
        True,
    )


def test_a_bound_that_a_float_cannot_hold_is_compared_as_it_is_written() -> None:
    measure = asked("quantity", "share", infobox="Coast held by the league", expect=(0.1, 0.42))
    assert readings(Wikipedia(), saved(), measure)
    content = (PAGES / "westmark.html").read_text(encoding="utf-8")
    beyond = shown(content.replace("about 40%", "42.000000000000000001%"), URL)
    assert refusal(Wikipedia(), beyond, measure)[0] == "quarantined"


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("date", {"infobox": "Founded"}),
        ("event", {"infobox": "Founded"}),
        ("state", {"infobox": "Head of state", "states": {"ours": "Ada Hollis"}}),
    ],
)
def test_bounds_of_what_is_no_quantity_are_refused_and_cost_no_other_measure(
    kind: str, place: dict[str, Any]
) -> None:
    bounded = asked(kind, expect=(1900.0, 2000.0), **place)
    other = asked("quantity", "km2", infobox="Total", id="other")
    refused, read = Wikipedia().read(saved(), (bounded, other))
    assert isinstance(refused, Refusal)
    assert (refused.status, refused.reason) == (
        "unreadable",
        f"expect bounds quantities; {bounded.id} is of kind {kind}",
    )
    assert isinstance(read, Reading)


def test_two_rows_of_one_name_and_two_figures_that_differ_are_refused() -> None:
    content = (PAGES / "westmark.html").read_text(encoding="utf-8")
    twice = shown(content.replace(">Capital<", ">Founded<"), URL)
    assert (
        "2 rows of the infobox" in refusal(Wikipedia(), twice, asked("date", infobox="Founded"))[1]
    )
    other = shown(content.replace("233,030", "150,000"), URL)
    told = refusal(Wikipedia(), other, asked("quantity", "km2", infobox="Total"))
    assert "states several" in told[1]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html><title>Just a moment...</title></html>",
        '{"error": {"code": "nosuchrevid", "info": "There is no revision."}}',
        '{"parse": {"title": "Westmark"}}',
        '{"parse": {"text": "<p>x</p>"}}',
        "[]",
        '{"batchcomplete": true}',
    ],
)
def test_a_page_that_is_no_revision_is_refused(content: str) -> None:
    with pytest.raises(Unreadable):
        list(Wikipedia().read(shown(content, URL), (asked("date", infobox="Founded"),)))


@pytest.mark.parametrize(
    "answer",
    [
        {"error": {"code": "maxlag", "info": "lagged"}},
        {"query": {"pages": []}},
        {"query": {"pages": [{"title": "Westmark", "missing": True}]}},
        {"query": {"pages": [{"revisions": [{"revid": "x", "timestamp": "2026-07-20"}]}]}},
        {"query": {"pages": [{"revisions": {}}]}},
    ],
)
def test_a_list_that_is_none_is_refused(answer: Any) -> None:
    measure = asked("quantity", "share", reads=COAST, since=date(2025, 8, 1))
    url = Wikipedia().options(measure).list_url
    with pytest.raises(Unreadable):
        list(Wikipedia().read(shown(json.dumps(answer), url, "application/json"), (measure,)))


@pytest.mark.parametrize("part", range(0, 100, 4))
def test_a_page_that_is_cut_is_refused(part: int) -> None:
    whole = (PAGES / "westmark.html").read_bytes()
    cut = shown(whole[: whole.index(b"</html>") * part // 100], URL)
    with pytest.raises(Unreadable):
        list(Wikipedia().read(cut, (asked("quantity", "km2", infobox="Total"),)))


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"title": "A|B"}, "that of a page"),
        ({"row": "South"}, "both are named, or neither"),
        ({"row": "a", "column": "b", "infobox": "c"}, "not both"),
        ({"site": "wiki.example"}, "an http(s) address"),
        ({"language": "../x"}, "regex"),
        ({"step": "hour"}, "hour"),
        ({"expect": (0.5, 0.1)}, "0.5 is above 0.1"),
    ],
)
def test_options_that_can_name_nothing_are_refused(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(PluginError) as caught:
        Wikipedia().options(asked("date", **options))
    assert complaint in str(caught.value)


def test_a_title_is_no_way_out_of_its_address() -> None:
    (ask,) = Wikipedia().asks((asked("date", title="A/../B? & C", site="https://w.example/"),))
    assert ask.url == "https://w.example/api/rest_v1/page/html/A%2F..%2FB%3F_%26_C"


def test_explaining_names_the_revision_and_the_place() -> None:
    lines = list(Wikipedia().explain(saved(), asked("quantity", "km2", infobox="Total")))
    assert lines[0] == "revision 9004711, saved 2026-07-20 09:00:00+00:00"
    assert lines[1].startswith("infobox “• Total” says “603,550 km2")


def test_it_comes_in_by_the_door_for_plugins() -> None:
    found = load_sources()["wikipedia"]
    assert (found.Options, found.describes.licence) == (Options, "CC BY-SA 4.0")


# On recorded pages


@recorded
@pytest.mark.parametrize(("label", "day"), [("Born", "1952-03-11"), ("Died", "2001-05-11")])
def test_a_recorded_page_is_read_by_its_infobox(label: str, day: str) -> None:
    page = shown((RECORDINGS / "wptools_rest_html.html").read_bytes(), URL)
    (found,) = readings(Wikipedia(), page, asked("date", infobox=label))
    assert str(found.value) == day
    assert found.locator is not None
    assert "oldid=793736590" in found.locator


@recorded
def test_a_recorded_page_is_read_by_its_sentences() -> None:
    page = shown((RECORDINGS / "wptools_rest_html.html").read_bytes(), URL)
    reads = {"subject": ("Adams",), "says": ("died of",)}
    (found,) = readings(Wikipedia(), page, asked("event", reads=reads))
    assert str(found.value) == "2001-05-11"


@recorded
def test_a_recorded_answer_of_the_action_api_is_read() -> None:
    given = json.loads((RECORDINGS / "wptools_parse_infobox.json").read_text(encoding="utf-8"))
    given["parse"]["revid"] = 1  # the recorded question did not ask for it
    page = shown(json.dumps(given), URL, "application/json")
    (found,) = readings(Wikipedia(), page, asked("date", infobox="Recorded"))
    assert str(found.value) == "1957-09-15"
    minutes = refusal(Wikipedia(), page, asked("quantity", "h", infobox="Length"))
    assert "“42:50” states no level in h" in minutes[1]
