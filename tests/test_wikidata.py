"""The Wikidata source: ranks, days, bounds, units and references, on a saved item and real ones."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from asking import asking, readings, refusal, shown
from claimtrack_wikidata import Options, Wikidata
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs

from claimtrack import CalendarDate, Interval, Measure, Page, PluginError, Reading, Refusal
from claimtrack.sources import load_sources

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages" / "wikidata"
RECORDINGS = SHARED / "pages" / "wikis"
URL = "https://www.wikidata.org/wiki/Special:EntityData/Q900001.json"
recorded = needs(RECORDINGS)


def page(content: Any) -> Page:
    return shown(json.dumps(content), URL, "application/json")


def saved(name: str = "Q900001.json") -> Page:
    return shown((PAGES / name).read_bytes(), URL, "application/json")


def recording(name: str) -> Page:
    """A recorded answer; those that are an entity alone are put as a page has them."""
    given = json.loads((RECORDINGS / name).read_text(encoding="utf-8"))
    whole = "entities" in given or "error" in given
    return page(given if whole else {"entities": {given["id"]: given}})


def asked(property: str, kind: str = "quantity", of: str | None = None, **options: Any) -> Measure:
    given = {"entity": "Q900001", "property": property, **options}
    return asking("wikidata", kind, of, **given)


def told(page: Page, measure: Measure) -> list[tuple[str, str, str | None]]:
    return [
        (str(one.value), str(one.as_of), None if one.error is None else str(one.error))
        for one in readings(Wikidata(), page, measure)
    ]


# What is read


def test_each_dated_figure_is_a_reading_for_its_day_off_the_best_rank() -> None:
    """Of two for one day the preferred counts; a deprecated one never does, and one that is dated
    to a century is left out.
    """
    assert told(saved(), asked("P1082", of="persons")) == [
        ("4100000", "2011", None),
        ("4215300", "2021-06-30", "500"),
    ]


def test_a_reading_quotes_the_statement_and_names_who_is_cited() -> None:
    first, second = readings(Wikidata(), saved(), asked("P1082", of="persons"))
    assert first.quote == "P1082: +4100000; P585: +2011-00-00T00:00:00Z"
    assert first.locator == "Q900001 P1082 Q900001$0000-0001"
    assert (first.attribution, second.attribution) == ("Q900100", "office.example")
    assert str(first.published_at) == "2026-07-20 09:00:00+00:00"
    assert (first.as_of_basis, first.derived) == ("stated", False)


def test_bounds_that_lie_unevenly_are_an_interval() -> None:
    (found,) = readings(Wikidata(), saved(), asked("P2046", of="km2"))
    assert found.value == Interval(Decimal(603_500), Decimal(603_650))
    assert (found.as_of, found.as_of_basis, found.error) == (None, "seen", None)


HEADS = {"ours": "Q900011", "theirs": "Q900010"}


def test_a_state_holds_from_its_start_and_as_it_is_seen_until_it_ended() -> None:
    measure = asked("P35", "state", states=HEADS)
    assert told(saved(), measure) == [
        ("theirs", "2012-03-01", None),
        ("ours", "2019-05-20", None),
        ("ours", "None", None),
    ]


@pytest.mark.parametrize(
    ("on", "state"),
    [("2015", "theirs"), ("2019-05-19", "theirs"), ("2025-08", "ours"), ("2019-06-01", "ours")],
)
def test_what_held_on_a_day_is_told_besides_by_start_and_end(on: str, state: str) -> None:
    found = readings(Wikidata(), saved(), asked("P35", "state", states=HEADS, on=(on,)))
    assert len(found) == 4
    (told,) = [one for one in found if str(one.as_of) == on]
    assert (told.value, told.derived, told.as_of_basis) == (state, True, "stated")


@pytest.mark.parametrize("on", ["2012", "2019", "2005"])
def test_what_changed_within_the_time_asked_for_is_not_told(on: str) -> None:
    found = readings(Wikidata(), saved(), asked("P35", "state", states=HEADS, on=(on,)))
    assert not [one for one in found if one.derived]


def test_any_other_item_may_tell_a_state() -> None:
    measure = asked("P35", "state", states={"theirs": "Q900010"}, others="ours")
    assert told(saved(), measure)[-1] == ("ours", "None", None)


@pytest.mark.parametrize("others", [{}, {"others": "theirs"}])
@pytest.mark.parametrize(
    ("snaktype", "told"), [("somevalue", "a value that is not known"), ("novalue", "no value")]
)
def test_nobody_known_is_not_somebody_else(snaktype: str, told: str, others: Any) -> None:
    given = json.loads(saved().content)
    newest = given["entities"]["Q900001"]["claims"]["P35"][-1]
    unknown = {"mainsnak": {"snaktype": snaktype, "property": "P35"}, "rank": "preferred"}
    given["entities"]["Q900001"]["claims"]["P35"] = [newest | {"rank": "normal"}, unknown]
    measure = asked("P35", "state", states={"ours": "Q900011"}, **others)
    status, reason = refusal(Wikidata(), page(given), measure)
    assert (status, reason) == ("missing", f"P35 is stated to have {told}, which tells no state")


def test_among_several_items_the_one_that_is_named_tells_the_state() -> None:
    found = told(saved(), asked("P463", "state", states={"in": "Q900021"}))
    assert found == [("in", "1945-10-24", None), ("in", "None", None)]


def test_what_ended_at_an_unknown_time_is_not_so_any_more() -> None:
    status, reason = refusal(Wikidata(), saved(), asked("P463", "state", states={"in": "Q900022"}))
    assert (status, "tells of today" in reason) == ("missing", True)


def item(property: str, *statements: tuple[dict[str, Any], str, dict[str, Any]]) -> Page:
    """An item whose statements of *property* are a value, a rank and qualifiers each."""
    claims = [
        {
            "mainsnak": {"snaktype": "value", "property": property, "datavalue": value},
            "type": "statement",
            "id": f"Q900001$shape-{number}",
            "rank": rank,
            "qualifiers": {
                by: [{"snaktype": "value", "property": by, "datavalue": given}]
                for by, given in qualifiers.items()
            },
        }
        for number, (value, rank, qualifiers) in enumerate(statements)
    ]
    found = {"id": "Q900001", "type": "item", "claims": {property: claims}}
    return page({"entities": {"Q900001": found}})


def named(id: str) -> dict[str, Any]:
    return {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": id}}


def at(time: str, precision: int = 11) -> dict[str, Any]:
    model = "http://www.wikidata.org/entity/Q1985727"
    value = {"time": time, "precision": precision, "calendarmodel": model}
    return {"type": "time", "value": {**value, "timezone": 0, "before": 0, "after": 0}}


def counted(amount: str) -> dict[str, Any]:
    return {"type": "quantity", "value": {"amount": amount, "unit": "1"}}


BEGAN = at("+2019-05-20T00:00:00Z")


@pytest.mark.parametrize(
    ("by", "value"),
    [
        ("P1326", at("+2022-05-20T00:00:00Z")),
        ("P1534", named("Q900030")),
        ("P8554", at("+2022-05-20T00:00:00Z")),
        ("P12506", at("+2022-05-20T00:00:00Z")),
    ],
)
def test_a_term_whose_end_has_a_cause_or_a_bound_is_not_said_to_go_on(
    by: str, value: dict[str, Any]
) -> None:
    shape = item("P35", (named("Q900011"), "normal", {"P580": BEGAN, by: value}))
    measure = asked("P35", "state", states=HEADS, on=("2025",))
    assert told(shape, measure) == [("ours", "2019-05-20", None)]


@pytest.mark.parametrize(("rank", "days"), [("preferred", ["2026", "None"]), ("normal", ["2026"])])
def test_who_is_preferred_and_began_this_year_holds_as_it_is_seen(
    rank: str, days: list[str]
) -> None:
    began = {"P580": at("+2026-00-00T00:00:00Z", 9)}
    measure = asked("P35", "state", states=HEADS)
    found = told(item("P35", (named("Q900011"), rank, began)), measure)
    assert [day for _, day, _ in found] == days


@pytest.mark.parametrize("by", ["P518", "P642", "P1011", "P1310", "P1480", "P5102"])
def test_what_is_said_of_a_part_or_in_doubt_is_read_where_it_is_named(by: str) -> None:
    day = at("+2025-00-00T00:00:00Z", 9)
    part = (counted("+100"), "normal", {"P585": day, by: named("Q900040")})
    whole = (counted("+190"), "normal", {"P585": day})
    measure = asked("P1082", of="persons")
    assert told(item("P1082", part, whole), measure) == [("190", "2025", None)]
    status, reason = refusal(Wikidata(), item("P1082", part), measure)
    assert (status, by in reason) == ("missing", True)
    asking_for_it = asked("P1082", of="persons", qualifiers={by: "Q900040"})
    assert told(item("P1082", part, whole), asking_for_it) == [("100", "2025", None)]


def test_a_figure_without_a_day_is_not_todays_beside_a_preferred_one() -> None:
    old = (counted("+100"), "normal", {})
    new = (counted("+190"), "preferred", {"P585": at("+2025-00-00T00:00:00Z", 9)})
    measure = asked("P1082", of="persons")
    assert told(item("P1082", old, new), measure) == [("190", "2025", None)]
    assert told(item("P1082", old), measure) == [("100", "None", None)]


def test_an_item_that_tells_no_state_is_refused_by_name() -> None:
    status, reason = refusal(Wikidata(), saved(), asked("P463", "state", states={"in": "Q7"}))
    assert status == "unreadable"
    assert "Q900020, Q900021" in reason


def test_a_qualifier_can_hold_the_answer_and_tell_statements_apart() -> None:
    begun = asked("P39", "event", item="Q900031", answer="P580")
    assert told(saved(), begun) == [("1855-02-06", "None", None)]
    of_office = asked("P39", "date", qualifiers={"P642": "Q900040"}, answer="P582")
    assert told(saved(), of_office) == [("1851-12-26", "None", None)]


@pytest.mark.parametrize(
    ("property", "kind", "value"),
    [
        ("P580", "date", "1990-07"),
        ("P577", "date", "2001"),
        ("P571", "date", "1917-11-07"),  # 25 October by the Julian calendar
        ("P576", "event", "not_yet"),  # it is stated that there is no such day
    ],
)
def test_a_time_is_read_as_closely_as_it_is_known(property: str, kind: str, value: str) -> None:
    (found,) = readings(Wikidata(), saved(), asked(property, kind))
    wanted = value if value == "not_yet" else CalendarDate.parse(value)
    assert (found.value, found.as_of_basis) == (wanted, "seen")


# What is refused


@pytest.mark.parametrize(
    ("property", "kind", "of", "status", "complaint"),
    [
        ("P575", "date", None, "unreadable", "known to a decade only"),
        ("P1249", "date", None, "unreadable", "before our era"),
        ("P576", "date", None, "missing", "stated to have no value"),
        ("P1619", "event", None, "unreadable", "a value that is not known"),
        ("P2049", "quantity", "km", "unreadable", "unit Q900200 is none that is known"),
        ("P2046", "quantity", "persons", "unreadable", "in km2; the measure is in persons"),
        ("P1082", "quantity", "km2", "unreadable", "has no unit; the measure is in km2"),
        ("P35", "quantity", "persons", "unreadable", "not a quantity"),
        ("P35", "date", None, "unreadable", "not a time"),
        ("P9999", "quantity", "persons", "missing", "has no statement of P9999"),
        ("P1082", "quotation", None, "unreadable", "kind quotation"),
    ],
)
def test_what_does_not_answer_is_refused_with_its_reason(
    property: str, kind: str, of: str | None, status: str, complaint: str
) -> None:
    found = refusal(Wikidata(), saved(), asked(property, kind, of))
    assert found[0] == status
    assert complaint in found[1]


def test_an_item_that_was_merged_is_found_by_its_old_name() -> None:
    measure = asked("P1082", of="persons", entity="Q900002")
    assert refusal(Wikidata(), saved("merged.json"), measure) == (
        "missing",
        "Q900001 has no statement of P1082",
    )


def test_the_page_of_another_item_is_refused() -> None:
    _, reason = refusal(Wikidata(), saved(), asked("P1082", of="persons", entity="Q5"))
    assert "has not the entity Q5 but Q900001" in reason


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({"amount": "4100000,5", "unit": "1"}, "not a number"),
        ({"amount": 4, "unit": "1"}, "not a number"),
        ({"amount": "+4"}, "is no unit"),
        ({"amount": "+4", "unit": "1", "upperBound": "+3", "lowerBound": "+2"}, "do not enclose"),
        ({"amount": "+4", "unit": "1", "upperBound": "+5"}, "do not enclose"),
        ("+4", "is an object"),
    ],
)
def test_a_broken_quantity_is_refused(value: Any, complaint: str) -> None:
    snak = {
        "snaktype": "value",
        "property": "P1",
        "datavalue": {"type": "quantity", "value": value},
    }
    claims = {"P1": [{"mainsnak": snak, "rank": "normal"}]}
    given = page({"entities": {"Q900001": {"id": "Q900001", "claims": claims}}})
    assert complaint in refusal(Wikidata(), given, asked("P1", of="persons"))[1]


@pytest.mark.parametrize(
    ("time", "complaint"),
    [
        ({"time": "+2024-13-01T00:00:00Z", "precision": 11}, "no day of the calendar"),
        ({"time": "+2024-01-01T00:00:00Z", "precision": 11, "after": 3}, "is a span"),
        ({"time": "+2024-01-01", "precision": 11}, "no time with a precision"),
        ({"time": "+99999-01-01T00:00:00Z", "precision": 9}, "no day of the calendar"),
        (
            {"time": "+2024-01-01T00:00:00Z", "precision": 11, "calendarmodel": "Q7"},
            "calendar 'Q7'",
        ),
        ({"time": "+1700-02-00T00:00:00Z", "precision": 10, "calendarmodel": "Q1985786"}, "two of"),
    ],
)
def test_a_broken_time_is_refused(time: dict[str, Any], complaint: str) -> None:
    value = {"calendarmodel": "http://www.wikidata.org/entity/Q1985727", **time}
    snak = {"snaktype": "value", "property": "P1", "datavalue": {"type": "time", "value": value}}
    claims = {"P1": [{"mainsnak": snak, "rank": "normal"}]}
    given = page({"entities": {"Q900001": {"id": "Q900001", "claims": claims}}})
    assert complaint in refusal(Wikidata(), given, asked("P1", "date"))[1]


HOSTILE: tuple[Any, ...] = (
    [],
    {},
    {"entities": []},
    {"entities": {"Q900001": 7}},
    {"entities": {"Q900001": {"id": "Q900001"}}},
    {"entities": {"Q900001": {"id": "Q900001", "claims": {"P1": {}}}}},
    {"entities": {"Q900001": {"id": "Q900001", "claims": {"P1": [{"rank": "best"}]}}}},
    {"error": "down"},
)


@pytest.mark.parametrize("given", HOSTILE)
def test_a_page_of_another_shape_is_refused(given: Any) -> None:
    assert refusal(Wikidata(), page(given), asked("P1", of="count"))[0] == "unreadable"


@pytest.mark.parametrize("content", [b"<title>Just a moment...</title>", b"", b'{"entities": {"Q9'])
def test_a_wall_and_a_cut_page_are_refused(content: bytes) -> None:
    given = shown(content, URL, "application/json")
    assert refusal(Wikidata(), given, asked("P1082", of="persons"))[0] == "unreadable"


@given(st.data())
def test_a_page_cut_anywhere_invents_no_reading(data: st.DataObject) -> None:
    whole = (PAGES / "Q900001.json").read_bytes().rstrip()
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    said = Wikidata().read(shown(cut, URL, "application/json"), (asked("P1082", of="persons"),))
    assert not any(isinstance(one, Reading) for one in said)


# What a claim file may say


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"entity": "L525"}, "Expected `str` matching regex"),
        ({"property": "population"}, "Expected `str` matching regex"),
        ({"site": "wikidata.org"}, "site is an address"),
        ({"on": ("yesterday",)}, "a day is a date"),
        ({"rank": "best"}, "unknown field"),
    ],
)
def test_options_that_can_name_nothing_are_refused(options: dict[str, Any], complaint: str) -> None:
    measure = asking("wikidata", "date", **({"entity": "Q1", "property": "P1"} | options))
    with pytest.raises(PluginError, match="measure 'm', source 'wikidata'") as caught:
        Wikidata().options(measure)
    assert complaint in str(caught.value)


def test_one_item_is_asked_once_for_all_that_it_answers() -> None:
    people, area = asked("P1082", of="persons"), asked("P2046", of="km2")
    other = asked("P1082", of="persons", site="https://base.example/")
    assert [(ask.url, ask.measures) for ask in Wikidata().asks((people, area, other))] == [
        (URL, (people, area)),
        ("https://base.example/wiki/Special:EntityData/Q900001.json", (other,)),
    ]


def test_it_comes_in_by_the_door_for_plugins() -> None:
    found = load_sources()["wikidata"]
    assert (found.Options, found.describes.licence) == (Options, "CC0-1.0")


def test_explaining_names_the_statements() -> None:
    lines = list(Wikidata().explain(saved(), asked("P1082", of="persons")))
    assert lines[:3] == [
        "Q900001, changed last 2026-07-20 09:00:00+00:00",
        "P1082 has 5 statements",
        "4 of them are not deprecated and are those asked for",
    ]


# On recorded answers


@recorded
def test_a_recorded_series_of_years_is_read_through_a_merged_item() -> None:
    measure = asked("P1082", of="persons", entity="Q32063953")
    found = readings(Wikidata(), recording("wdtk_wbgetentities-Q32063953.json"), measure)
    assert len(found) == 55
    by_day = {str(one.as_of): one for one in found}
    assert by_day["2012-12-31"].value == 296_033
    assert by_day["1961"].attribution == "www.statistik.baden-wuerttemberg.de"


@recorded
@pytest.mark.parametrize(
    ("name", "entity", "property", "kind", "told"),
    [
        ("wikibase_Q970917.json", "Q970917", "P570", "date", "1929-05-07"),
        ("wptools_wikidata_novalue_snak.json", "Q483718", "P576", "event", "not_yet"),
        ("wdtk_wbgetentities-Douglas-Adams.json", "Q42", "P570", "event", "2001-05-11"),
        ("wptools_wikidata.json", "Q42", "P569", "date", "1952-03-11"),
        ("wikibase_Q1.json", "Q1", "P580", "date", "before our era"),
        ("wptools_wikidata_deleted.json", "Q10908976", "P31", "date", "deleted or never made"),
        ("wdtk_wbgetentities-Q6-Q42-P31.json", "Q6", "P31", "date", "deleted or never made"),
        ("wdtk_wbgetentities-1234567890-missing.json", "Q1", "P31", "date", "not the entity Q1"),
        ("wdtk_error-maxlag-full.json", "Q1", "P31", "date", "maxlag: Waiting for all"),
        ("wdtk_error.json", "Q1", "P31", "date", "no-such-entity"),
        ("wikibase_Q4115189.json", "Q4115189", "P569", "date", ""),
    ],
)
def test_a_recorded_answer_is_read_or_refused(
    name: str, entity: str, property: str, kind: str, told: str
) -> None:
    measure = asked(property, kind, entity=entity)
    (said,) = Wikidata().read(recording(name), (measure,))
    assert told in (said.reason if isinstance(said, Refusal) else str(said.value))
