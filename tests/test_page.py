"""The page source: any page declared without code, on saved pages in the shape of real ones."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from claimtrack_page import Options, PageSource
from claimtrack_page.amounts import amount_of_number, amount_of_words
from hypothesis import given
from hypothesis import strategies as st
from server import answer as http_answer
from server import serving
from shared import SHARED, needs

import claimtrack
from claimtrack import CalendarDate, Interval, Measure, Page, Reading, Refusal, Unreadable
from claimtrack.claimfile import check_file
from claimtrack.measures import State, Subscription
from claimtrack.sources import load_sources

PAGES = Path(__file__).parent / "pages" / "page"
AT = datetime(2026, 8, 1, tzinfo=UTC)
HTML = (("Content-Type", "text/html"),)
CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2026-07-01

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
ask = [{ source = "page", url = "URL", select = "p.share", expect = [0.05, 0.5] }]

[measure."held/area"]
asks = "How much of the land is held?"
kind = "quantity"
unit = "km2"
ask = [{ source = "page", url = "URL", select = "p.area" }]

[[claim]]
id = "a-fifth"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"
"""
TYPES = {".html": "text/html", ".json": "application/json", ".txt": "text/plain"}


def measure(counted_in: str = "share", kind: Any = "quantity", **options: Any) -> Measure:
    given = {"url": "https://example.org/p", **options}
    subscription = Subscription("page", "page", options=tuple(sorted(given.items())))
    states = (State("in_force", ("in force",)), State("ended", ("no longer in force", "ended")))
    return Measure(
        "m",
        "How much?",
        kind,
        unit=counted_in if kind == "quantity" else None,
        states=states if kind == "state" else (),
        subscriptions=(subscription,),
    )


def page(content: bytes | str, media_type: str = "text/html") -> Page:
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    headers = (("content-type", media_type), ("content-length", str(len(raw))))
    return Page("https://example.org/p", raw, AT, 200, headers)


def saved(name: str) -> Page:
    return page((PAGES / name).read_bytes(), TYPES[Path(name).suffix])


def answer(shown: Page, asked: Measure) -> Reading | Refusal:
    (said,) = PageSource().read(shown, (asked,))
    return said


def reading(given: Page, asked: Measure) -> Reading:
    said = answer(given, asked)
    assert isinstance(said, Reading), said
    return said


def refusal(given: Page, asked: Measure) -> tuple[str, str]:
    said = answer(given, asked)
    assert isinstance(said, Refusal), said
    return said.status, said.reason


# What is read


def test_a_cell_is_read_with_its_day_quote_and_place() -> None:
    found = reading(
        saved("wiki.html"),
        measure(
            select="#row-westmark td.share",
            expect=(0.05, 0.5),
            day_select="#row-westmark time",
            day_attribute="datetime",
        ),
    )
    assert found.value == Decimal("0.1933")
    assert found.error == Decimal("0.00005")
    assert found.as_of == CalendarDate.parse("2026-07-24")
    assert found.as_of_basis == "stated"
    assert found.quote == "19.33%"
    assert found.locator is not None
    assert found.locator.startswith('select = "#row-westmark td.share" at /html/body/')


def test_without_a_stated_day_it_is_dated_to_when_it_was_seen() -> None:
    found = reading(saved("wiki.html"), measure(select="td.share.part"))
    assert (found.as_of, found.as_of_basis) == (None, "seen")


@pytest.mark.parametrize(
    "options",
    [
        {"select": "#row-coast > td.share"},
        {"select": "table.territory tr:last-child td.share"},
        {"xpath": "//tr[@id='row-coast']/td[@class='share part']"},
        {"xpath": "//tr[@id='row-coast']/td[2]/text()"},
        {"xpath": "string(//tr[th='Coast']/td[2])"},
        {"pattern": r"(?m)^Coast\s+9,450 km2\s+(\S+)"},
    ],
)
def test_css_xpath_and_pattern_find_the_same(options: dict[str, str]) -> None:
    assert reading(saved("wiki.html"), measure(**options)).value == Decimal("0.731")


def test_a_part_of_the_words_can_be_picked_out() -> None:
    asked = measure("km2", select="#row-westmark td.area", part=r"^\S+ km2")
    assert reading(saved("wiki.html"), asked).value == Decimal(116_700)


@pytest.mark.parametrize(
    ("unit", "options", "value"),
    [
        ("share", {"json": "$.regions[?(@.code == 'WM')].held.share"}, "0.1933"),
        ("share", {"json": "regions[1].held.percent"}, "0.731"),
        ("km2", {"json": "$.regions[0].held.km2"}, "116700"),
        ("share", {"json": "$.regions[0].held.km2", "unit": "percent"}, "1167"),
    ],
)
def test_json_is_read_by_path(unit: str, options: dict[str, Any], value: str) -> None:
    found = reading(
        saved("answer.json"),
        measure(unit, **options, day_json="$.day", published_json="$.meta.generated"),
    )
    assert found.value == Decimal(value)
    assert found.as_of == CalendarDate.parse("2026-07-23")
    assert found.published_at == datetime(2026, 7, 24, 9, 30, tzinfo=UTC)


def test_a_number_that_a_machine_wrote_has_no_error_of_words() -> None:
    found = reading(saved("answer.json"), measure("km2", json="$.regions[0].held.km2"))
    assert (found.value, found.error) == (Decimal(116_700), None)


def test_a_charset_can_be_told_where_a_page_names_none_or_a_wrong_one() -> None:
    words = "<meta charset='shift_jis'><b>100 café</b><i>12 %</i>"
    asked = measure(select="i", charset="latin-1")
    assert reading(page(words.encode("latin-1")), asked).value == Decimal("0.12")
    bulletin = "Ebro, 3 de septiembre: año hidrológico, 61.3 per cent".encode("cp1252")
    pattern = r"año hidrológico, (.*)"
    found = reading(page(bulletin, "text/plain"), measure(pattern=pattern, charset="cp1252"))
    assert found.value == Decimal("0.613")
    assert reading(page(bulletin, "text/plain"), measure(pattern=pattern)) == found
    wrong = page(bulletin, "text/plain; charset=utf-8")
    status, reason = refusal(wrong, measure(pattern=pattern))
    assert status == "unreadable"
    assert "not utf-8 text" in reason
    status, reason = refusal(page(b"\x81\x20"), measure(select="i", charset="euc-jp"))
    assert (status, "not euc-jp text" in reason) == ("unreadable", True)


def test_a_pattern_does_not_match_what_breaks_off() -> None:
    asked = measure("persons", pattern=r"killed (\S+)")
    kind = ("content-type", "text/plain")
    cut = Page("https://example.org/p", b"killed 1,1", AT, 200, (kind,))
    status, reason = refusal(cut, asked)
    assert (status, "breaks off in the middle of it" in reason) == ("unreadable", True)
    told = Page("https://example.org/p", b"killed 1,100", AT, 200, (kind, ("content-length", "12")))
    assert reading(told, asked).value == Decimal(1100)


def test_large_bounds_are_written_out() -> None:
    asked = measure("persons", select="b", expect=(500_000, 3_000_000))
    steps = PageSource().explain(page("<b>1,198,300 people</b>"), asked)
    assert "1,198,300 is within what is expected, 500,000 to 3,000,000" in steps


def test_a_bulletin_is_read_by_pattern() -> None:
    found = reading(
        saved("bulletin.txt"),
        measure(
            "persons",
            pattern=r"persons killed\s+([\d,]+)",
            day_pattern=r"Issued: (\S+)",
            day_format="%d.%m.%Y",
        ),
    )
    assert (found.value, found.error) == (Decimal(1140), Decimal(5))
    assert found.as_of == CalendarDate.parse("2026-07-24")
    assert found.quote == "1,140"


FIGURE = ".key-figure[data-code={}] p.{}"


@pytest.mark.parametrize(
    ("unit", "code", "options", "value"),
    [
        ("persons", "POP", {"decimal": ","}, "1019000"),
        ("km2", "FOREST", {"decimal": ","}, "2014"),
        ("share", "INFL", {"decimal": ",", "unit": "percent"}, "0.1902"),
    ],
)
def test_a_statistics_office_is_read_in_its_own_writing(
    unit: str, code: str, options: dict[str, str], value: str
) -> None:
    asked = measure(unit, select=FIGURE.format(code, "value"), **options)
    assert reading(saved("office.html"), asked).value == Decimal(value)


@pytest.mark.parametrize(
    ("code", "format", "day"),
    [
        ("POP", "Stand: %d.%m.%Y", "2025-12-31"),
        ("FOREST", "Stand: %d.%m.%Y", "2026-06-30"),
    ],
)
def test_a_day_is_read_by_its_format(code: str, format: str, day: str) -> None:
    found = reading(
        saved("office.html"),
        measure(
            "persons",
            select=FIGURE.format("POP", "value"),
            decimal=",",
            day_select=FIGURE.format(code, "stand"),
            day_format=format,
            published_select="footer",
            published_format="Veröffentlicht am %d.%m.%Y",
        ),
    )
    assert found.as_of == CalendarDate.parse(day)
    assert found.published_at == datetime(2026, 7, 15, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Stand: 5.3.2025, 12:00 Uhr", "2025-03-05"),
        ("Nov. 22, 2025", "2025-11-22"),
        ("as of 24 July 2025", "2025-07-24"),
        ("November 2025", "2025-11"),
        ("Stand: 10. Oktober 2025", "2025-10-10"),
        ("29 de noviembre de 2025", "2025-11-29"),
        ("2025年11月29日", "2025-11-29"),
    ],
)
def test_a_day_is_read_off_words_without_a_format(said: str, day: str) -> None:
    given = page(f"<p id=v>20%</p><p id=d>{said}</p>")
    found = reading(given, measure(select="#v", day_select="#d"))
    assert found.as_of == CalendarDate.parse(day)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("03/04/2025", "may be two dates"),
        ("yesterday", "no day, month or year of its own"),
        ("from 3 March 2025 to 4 May 2025", "no day, month or year of its own"),
        ("3 March 2025; 4 May 2025", "names 2 dates"),
        ("by 3 March 2025", "no day, month or year of its own"),
        ("week 40, 2025", "“40” beside it may be a part of the date; a format can say how"),
        ("FY2025", "may be a part of the date"),
    ],
)
def test_a_day_that_is_not_plain_is_refused(said: str, complaint: str) -> None:
    given = page(f"<p id=v>20%</p><p id=d>{said}</p>")
    status, reason = refusal(given, measure(select="#v", day_select="#d"))
    assert status == "unreadable"
    assert complaint in reason


def test_a_month_that_two_languages_name_alike_is_told_by_the_language() -> None:
    given = page("<p id=v>20%</p><p id=d>29 listopada 2025</p>")
    asked = {"select": "#v", "day_select": "#d"}
    assert refusal(given, measure(**asked))[0] == "unreadable"
    polish, croatian = (reading(given, measure(**asked, language=one)) for one in ("pl", "hr"))
    assert polish.as_of == CalendarDate.parse("2025-11-29")
    assert croatian.as_of == CalendarDate.parse("2025-10-29")


def test_a_stamp_is_a_day_in_seconds_or_milliseconds() -> None:
    for stamp in ("1741132800", "1741132800000"):
        given = page(f"<p id=v>20%</p><p id=d>{stamp}</p>")
        found = reading(given, measure(select="#v", day_select="#d", day_format="unix"))
        assert found.as_of == CalendarDate.parse("2025-03-05")
    given = page("<p id=v>20%</p><p id=d>1e999</p>")
    assert "no stamp" in refusal(given, measure(select="#v", day_select="#d", day_format="unix"))[1]


def test_a_day_that_lies_ahead_of_its_page_is_quarantined() -> None:
    given = page("<p id=v>20%</p><p id=d>2062-11-22</p>")
    status, reason = refusal(given, measure(select="#v", day_select="#d"))
    assert (status, "lies ahead" in reason) == ("quarantined", True)


def test_a_format_without_a_day_dates_to_the_month() -> None:
    given = page("<p id=v>5%</p><p id=d>June 2026</p>")
    found = reading(given, measure(select="#v", day_select="#d", day_format="%B %Y"))
    assert found.as_of == CalendarDate.parse("2026-06")


def test_an_attribute_can_hold_the_answer() -> None:
    asked = measure("persons", select="[data-code=POP]", attribute="data-value")
    assert reading(saved("office.html"), asked).value == Decimal(1_019_000)


@pytest.mark.parametrize(
    ("said", "unit", "value", "error"),
    [
        ("about 116,000 km²", "km2", Decimal(116_000), Decimal(1000)),
        ("over 100,000 km2", "km2", Interval(Decimal(100_000), None, "neither"), None),
        ("2014", "persons", Decimal(2014), Decimal("0.5")),
        ("2014", "count", Decimal(2014), Decimal("0.5")),
        ("12", "count", Decimal(12), None),
        ("1,019", "persons/d", Decimal(1019), Decimal("0.5")),
        ("$5bn", "USD", Decimal(5_000_000_000), Decimal(250_000_000)),
        ("19<b>.02</b>&nbsp;%", "share", Decimal("0.1902"), Decimal("0.00005")),
    ],
)
def test_words_become_a_value_with_the_error_that_they_have(
    said: str, unit: str, value: Any, error: Decimal | None
) -> None:
    found = reading(page(f"<p>{said}</p>"), measure(unit, select="p"))
    assert (found.value, found.error) == (value, error)


@pytest.mark.parametrize("unit", ["count", "km2", "ratio", "USD", "persons/d", "km"])
def test_a_dot_before_three_digits_is_told_or_refused_in_any_unit(unit: str) -> None:
    given = page("<p>1.300</p>")
    status, reason = refusal(given, measure(unit, select="p"))
    assert (status, 'decimal = "." or "," says which' in reason) == ("unreadable", True)
    assert reading(given, measure(unit, select="p", decimal=",")).value == Decimal(1300)
    assert reading(given, measure(unit, select="p", decimal=".")).value == Decimal("1.300")


@pytest.mark.parametrize(
    ("said", "unit", "value", "error"),
    [
        ("1.300", "persons", "1300", "50"),
        ("12.345%", "share", "0.12345", "0.000005"),
        ("12,345%", "share", "0.12345", "0.000005"),
        ("55%", "share", "0.55", "0.01"),
        ("1,500 km2", "km2", "1500", "50"),
        ("0.300", "km2", "0.300", "0.0005"),
    ],
)
def test_what_a_figure_is_of_tells_its_sign(said: str, unit: str, value: str, error: str) -> None:
    found = reading(page(f"<p>{said}</p>"), measure(unit, select="p"))
    assert (found.value, found.error) == (Decimal(value), Decimal(error))


@pytest.mark.parametrize(
    ("kind", "said", "options", "value"),
    [
        ("state", "No longer in force.", {}, "ended"),
        ("state", "“IN\n force”", {}, "in_force"),
        ("state", "Status (May): in force.", {"part": ": (.*)"}, "in_force"),
        ("date", "2042-05-28", {}, CalendarDate.parse("2042-05-28")),
        ("date", "2042", {}, CalendarDate.parse("2042")),
        ("date", "28 May 2042", {"format": "%d %B %Y"}, CalendarDate.parse("2042-05-28")),
        ("event", "The bridge fell.", {}, "The bridge fell."),
        ("event", "28.05.2042", {"format": "%d.%m.%Y"}, CalendarDate.parse("2042-05-28")),
        ("quotation", "“Not in this\n form.”", {}, "“Not in this form.”"),
    ],
)
def test_every_kind_of_measure_is_answered(
    kind: str, said: str, options: dict[str, str], value: Any
) -> None:
    assert reading(page(f"<p>{said}</p>"), measure(kind=kind, select="p", **options)).value == value


# What is refused


@pytest.mark.parametrize(
    ("options", "status", "reason"),
    [
        ({"select": "td.gone"}, "missing", 'select = "td.gone" matches nothing'),
        ({"select": "td.share"}, "unreadable", "matches 2 places, not one: “19.33%”, “73.1%”"),
        ({"select": "th a", "attribute": "title"}, "missing", "matches nothing"),
        ({"select": "#row-coast th"}, "unreadable", "no quantity"),
        ({"select": "#row-westmark td.area"}, "unreadable", "part = "),
        ({"select": "#row-coast td.area"}, "unreadable", "is in km2; the measure is in share"),
        ({"select": "li.note"}, "unreadable", "450^1 villages"),
        ({"select": "td.share.part", "expect": (0.05, 0.5)}, "quarantined", "0.731 is outside"),
        ({"select": "td.share.part", "day_select": ".x"}, "missing", 'select = ".x" matches'),
        ({"select": "td.share.part", "day_select": "p.status"}, "unreadable", "names no date"),
        ({"pattern": "Atlantis"}, "missing", "matches nothing"),
        ({"select": "td.share.part", "part": "[a-z]+"}, "unreadable", "is not in “73.1%”"),
        ({"select": "td.share.part", "part": r"\d"}, "unreadable", "more than once"),
        ({"json": "$.share"}, "unreadable", "not JSON"),
    ],
)
def test_what_is_not_one_readable_figure_is_refused(
    options: dict[str, Any], status: str, reason: str
) -> None:
    said = refusal(saved("wiki.html"), measure(**options))
    assert said[0] == status
    assert reason in said[1]


@pytest.mark.parametrize(
    ("said", "unit", "options"),
    [
        ("dozens", "persons", {}),
        ("−3.5%", "share", {}),
        ("19.02", "share", {"decimal": ","}),
        ("1.0190.000", "persons", {"decimal": ","}),
        ("19,02 %", "share", {"decimal": "."}),
        ("a third more", "share", {}),
        ("10<sup>6</sup>", "persons", {}),
        ("5 km2 a day", "km2", {}),
        ("n/a", "share", {}),
    ],
)
def test_what_the_grammar_does_not_read_is_never_guessed(
    said: str, unit: str, options: dict[str, str]
) -> None:
    given = page(f"<p>{said}</p>")
    assert refusal(given, measure(unit, select="p", **options))[0] == "unreadable"


@pytest.mark.parametrize(
    "said",
    [
        "It may end.",
        "It is in force, it is ended.",
        "It is not in force.",
        "It isn't in force.",
        "If it is in force …",
        "In force?",
        "The ban was in force until March.",
        "It ceased to be in force.",
        "formerly in force",
        "It used to be in force.",
        "in force from Monday",
        "The ban has yet to be ended.",
        "It failed to be ended.",
        "Niemals in force",
        "The lease is no longer in force.",
        "It remains IN force",
        "Never in force.",
    ],
)
def test_a_text_that_is_not_the_words_of_one_state_is_unreadable(said: str) -> None:
    status, reason = refusal(page(f"<p>{said}</p>"), measure(kind="state", select="p"))
    assert status == "unreadable"
    assert "is the words of no state" in reason
    assert "select more narrowly" in reason


@pytest.mark.parametrize(
    "shown",
    [
        "<del>5</del>57",
        "<s>5</s>57",
        "57<span hidden>5</span>",
        "<span style='color: red; DISPLAY : none'>5</span>57",
        "<span style='visibility:hidden'>5</span>57",
        "57<template>5</template><noscript>5</noscript><script>5</script><style>5</style>",
    ],
)
def test_what_a_reader_does_not_see_is_no_part_of_a_figure(shown: str) -> None:
    given = page(f"<html><body><p>{shown}</p></body></html>")
    found = reading(given, measure("count", select="p"))
    assert (found.value, found.quote) == (Decimal(57), "57")
    assert reading(given, measure("count", pattern=r"\d+")).value == Decimal(57)


def test_a_number_of_json_is_taken_digit_for_digit() -> None:
    given = page('{"a": [{"n": 0.1, "v": 0.1234567890123456789012}]}', "application/json")
    found = reading(given, measure(json="$.a[?(@.n == 0.1)].v"))
    assert str(found.value) == "0.1234567890123456789012"


def test_a_key_that_json_names_twice_is_refused() -> None:
    given = page('{"a": 0.1, "b": 1, "a": 0.2}', "application/json")
    status, reason = refusal(given, measure(json="$.a"))
    assert (status, "names 'a' twice" in reason) == ("unreadable", True)


def test_a_sum_of_xpath_has_the_digits_that_a_double_tells() -> None:
    given = page("<p>0.1</p><p>0.2</p>")
    assert reading(given, measure("km2", xpath="sum(//p)")).value == Decimal("0.3")


def test_null_is_missing() -> None:
    asked = measure("km2", json="$.regions[1].held.km2")
    assert refusal(saved("answer.json"), asked)[0] == "missing"


def test_a_measure_that_fails_fails_alone() -> None:
    measures = (measure(select="td.gone"), measure(select="td.share.part"))
    said = list(PageSource().read(saved("wiki.html"), measures))
    assert [type(one) for one in said] == [Refusal, Reading]


# What is declared


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({}, "exactly one of select, xpath, json and pattern, not none"),
        ({"select": "td", "charset": "latin-one"}, "charset 'latin-one' is not known"),
        ({"select": "p", "json": "$.a"}, "not select and json"),
        ({"select": "td..x"}, "no CSS selector"),
        ({"xpath": "//td["}, "no XPath"),
        ({"json": "$.a["}, "no JSON path"),
        ({"json": "$.a[?(@.b =~ /x/)]"}, "matches no patterns"),
        ({"pattern": "(a"}, "no regular expression"),
        ({"pattern": "(a)(b)"}, "one tells the value"),
        ({"select": "p", "part": "["}, "no regular expression"),
        ({"pattern": "a", "attribute": "b"}, "attribute goes with select"),
        ({"select": "p", "expect": (0.5, 0.1)}, "0.5 is above 0.1"),
        ({"select": "p", "unit": "parsecs per fortnight"}, "none that is known"),
        ({"select": "p", "day_select": "p", "day_json": "$"}, "not both"),
        ({"select": "p", "day_format": "%Y"}, "day_format needs day_select"),
        ({"select": "p", "day_select": "p", "day_format": "%d %B"}, "nothing of the year"),
        ({"select": "p", "day_select": "p", "day_format": "%Y %d"}, "a month %m or %B"),
        ({"select": "p", "format": "%Y %"}, "format"),
        ({"select": "p", "format": "%W %Y"}, "are both read by it"),
        ({"select": "p", "day_select": "p", "day_format": "%A %Y"}, "day_format '%A %Y': “Fri"),
        ({"select": "p", "published_select": "p", "published_format": "%j"}, "of the year"),
        ({"select": "p", "language": "xx"}, "none whose months are known"),
        ({"select": "p", "expect": (0.1,)}, "expect"),
    ],
)
def test_a_subscription_that_cannot_be_read_by_is_refused(
    options: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=complaint.replace("(", r"\(")):
        msgspec.convert({"url": "https://example.org", **options}, Options)


def test_check_tells_a_selector_that_is_none(tmp_path: Path) -> None:
    claims = tmp_path / "claims.toml"
    claims.write_text(
        '[document]\nid = "d"\ntitle = "D"\npublished = 2026-01-01\n'
        '[measure.m]\nasks = "How much?"\nkind = "quantity"\nunit = "share"\n'
        'ask = [{ source = "page", url = "p.html", select = "td[" }]\n'
        '[[claim]]\nid = "c"\nmeasure = "m"\nstatement = "S."\nsaid = "a fifth"\n'
    )
    (mistake,) = check_file(claims, schemas=load_sources().options)
    assert mistake.line == 9
    assert "select: 'td[' is no CSS selector" in mistake.message


@pytest.mark.parametrize(
    ("number", "unit", "given", "amount"),
    [
        ("212", "degC", "°F", "100"),
        ("-40", "degC", "degrees Fahrenheit", "-40"),
        ("20.5", "degC", "°C", "20.5"),
        ("1.5", "kg", "tonnes", "1500"),
        ("0.5", "kW", "megawatts", "500"),
    ],
)
def test_a_number_in_another_unit_is_converted(
    number: str, unit: str, given: str, amount: str
) -> None:
    assert amount_of_number(Decimal(number), unit, given).value == Decimal(amount)


@pytest.mark.parametrize("unit", ["kg", "l", "degC", "kW", "kWh", "GB", "hPa", "dB", "magnitude"])
def test_a_bare_number_is_in_the_unit_of_its_measure(unit: str) -> None:
    assert amount_of_words("12.5", unit, None, None).value == Decimal("12.5")


def test_one_ask_an_address() -> None:
    asked = (measure(select="a"), measure(select="b"), measure(select="c", url="https://b.example"))
    assert [len(ask.measures) for ask in PageSource().asks(asked)] == [2, 1]


def test_it_comes_in_by_the_same_door_as_any_plugin() -> None:
    assert isinstance(load_sources()["page"], PageSource)


# What is hostile


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<div>" * 100_000 + "5%", "beyond what can be parsed"),
        ("<b>5%</b>" * 30_000, "elements side by side"),
        ("<b>5%</b>" * 300_000, "more than 120,000 elements"),
        (("<div>" * 200 + "5%" + "</div>" * 200) * 60, "more elements, or deeper"),
        (f"<p {' '.join(f'a{n}' for n in range(100))}>5%</p>" * 4_000, "300,000 attributes"),
        ("<p " + " ".join(f"a{n}" for n in range(100_000)) + ">5%</p>", "a tag of more than"),
        ("<p>5%</p>" + "x" * 8_000_000, "more than 8,000,000 bytes"),
        ("", "empty"),
    ],
)
def test_a_page_that_would_hold_us_up_is_unreadable(content: str, complaint: str) -> None:
    status, reason = refusal(page(content), measure(select="p"))
    assert status == "unreadable"
    assert complaint in reason


def test_an_entity_bomb_is_unreadable() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "5">]><l>&a;%</l>'
    assert "entities" in refusal(page(bomb, "application/xml"), measure(select="l"))[1]


@pytest.mark.parametrize("option", ["pattern", "part"])
def test_a_pattern_that_explodes_is_unreadable(option: str) -> None:
    given = page("x" * 20_000, "text/plain") if option == "pattern" else page("<p>" + "x" * 20_000)
    options = {"pattern": "(?:x+x+)+y"} if option == "pattern" else {
        "select": "p", "part": "(?:x+x+)+y"
    }  # fmt: skip
    assert "takes more than 1 seconds" in refusal(given, measure(**options))[1]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ("[" * 100_000 + "]" * 100_000, "$..*"),
        ("[" * 900 + "1" + "]" * 900, "$..*"),
        ('{"a": 1e999}', "$.a"),
        ('{"a": NaN}', "$.a"),
        ('{"a": [1]}', "$.a"),
        ('{"a": ' + "9" * 5000 + "}", "$.a"),
    ],
)
def test_json_that_is_too_deep_or_no_figure_is_unreadable(content: str, path: str) -> None:
    given = page(content, "application/json")
    assert refusal(given, measure("count", json=path))[0] == "unreadable"


def test_a_nul_reaches_no_quote() -> None:
    assert "\0" not in reading(page('{"a": "x\\u0000y"}'), measure(kind="event", json="$.a")).quote


def test_a_quote_is_at_most_thirty_words() -> None:
    found = reading(page("<p>" + "word " * 100 + "</p>"), measure(kind="quotation", select="p"))
    assert len(found.quote.removesuffix(" ...").split()) == 30


# What a page looks like that has not what was read of it

CHALLENGE = "<title>Just a moment...</title><body><p>Checking that the connection is secure</p>"


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (CHALLENGE, "; the page's title is “Just a moment...”"),
        ("<p>Please switch JavaScript on.</p>", "; all the page says is “Please switch JavaScript"),
        ("<title>Figures</title><div id=app></div>", "; the page shows nothing but the title “Fig"),
        ("<div id=app></div><script>go()</script>", "; the page shows nothing"),
        (f"<title>A report</title><p>{'word ' * 400}</p>", "matches nothing"),
        (f"<title>{'a' * 500}</title><p>Wait</p>", f"“{'a' * 120}...”"),
    ],
)
def test_where_nothing_matches_a_wall_is_told_by_what_it_shows(shown: str, told: str) -> None:
    status, reason = refusal(page(shown), measure(select="td.share"))
    assert status == "missing"
    assert reason.startswith('select = "td.share" matches nothing')
    assert told in reason
    assert told != "matches nothing" or reason.endswith(told)


def test_a_wall_where_json_was_is_told_too() -> None:
    status, reason = refusal(page(CHALLENGE), measure(json="$.share"))
    assert status == "unreadable"
    assert "not JSON" in reason
    assert reason.endswith("; the page's title is “Just a moment...”")


def test_what_is_no_markup_has_no_looks() -> None:
    assert refusal(page("{}", "application/json"), measure(json="$.share"))[1] == (
        'json = "$.share" matches nothing'
    )


# How it is explained


def test_the_steps_are_told() -> None:
    asked = measure(select="#row-westmark td.share", expect=(0.05, 0.5), day_pattern="24 July 2025")
    steps = "\n".join(PageSource().explain(saved("wiki.html"), asked))
    for told in (
        'select = "#row-westmark td.share" matches one place: /html/body/',
        "it says “19.33%”",
        "that is 0.1933 in [0.19325, 0.19335] (words-1)",
        "0.1933 is within what is expected, 0.05 to 0.5",
        'pattern = "24 July 2025" matches nothing',
    ):
        assert told in steps


# Real pages


def real(path: str) -> Page:
    content = (SHARED / path).read_bytes()
    kind = "application/json" if path.endswith("json") else "text/html"
    return page(gzip.decompress(content) if path.endswith(".gz") else content, kind)


@needs(SHARED / "evidence/html/fundus")
@pytest.mark.parametrize(
    ("path", "options", "day"),
    [
        ("BBC_2026_04_25.html.gz", {"select": "time", "attribute": "datetime"}, "2026-04-24"),
        ("ZDF_2025_11_07.html.gz", {"select": "time", "attribute": "datetime"}, "2025-11-06"),
        (
            "EveningStandard_2024_10_24.html.gz",
            {"xpath": "//meta[@property='article:published_time']/@content"},
            "2024-10-24",
        ),
        (
            "LeFigaro_2024_11_22.html.gz",
            {"select": "meta[property='article:published_time']", "attribute": "content"},
            "2024-11-22",
        ),
    ],
)
def test_the_day_of_a_real_article_is_read_off_it(
    path: str, options: dict[str, str], day: str
) -> None:
    found = reading(real(f"evidence/html/fundus/{path}"), measure(kind="date", **options))
    assert found.value == CalendarDate.parse(day)


@needs(SHARED / "pages/data")
def test_a_real_answer_of_an_interface_is_read_by_path() -> None:
    given = real("pages/data/usgs_earthquakes-1.json")
    asked = measure("count", json="$.features[0].properties.mag")
    assert reading(given, asked).value == Decimal(
        repr(given.json()["features"][0]["properties"]["mag"])
    )


# In an update


def test_a_quarantined_figure_is_no_fact_and_a_right_one_is(tmp_path: Path) -> None:
    body = ["<p class=share>79%</p>"]
    routes = {"/land": lambda question: http_answer(200, body[0].encode(), HTML)}
    with serving(routes) as server:
        (tmp_path / "claims.toml").write_text(CLAIMS.replace("URL", f"{server.url}/land"))
        with claimtrack.open(tmp_path / "c.db", allow_private=True) as tracker:
            tracker.add(tmp_path / "claims.toml")
            (attempt,) = tracker.update().attempts
            status = {one.measure: one.status for one in attempt.results}
            assert status == {"held/land": "quarantined", "held/area": "missing"}
            assert len(tracker.history("held/land")) == 0
            body[0] = "<p class=share>19.3%</p><p class=area>9,450 km2</p>"
            (attempt,) = tracker.update().attempts
            assert [one.status for one in attempt.results] == ["changed", "changed"]
            assert [seen.value for seen in tracker.history("held/land")] == [Decimal("0.193")]
            assert [seen.quote for seen in tracker.history("held/area")] == ["9,450 km2"]


@given(
    content=st.one_of(
        st.binary(max_size=60), st.text(max_size=60), st.sampled_from(["<p>5%</p>", '{"a": 5}'])
    ),
    media_type=st.sampled_from(["text/html", "application/xml", "application/json", "text/plain"]),
    options=st.sampled_from(
        [{"select": "p"}, {"xpath": "//p | //@a"}, {"json": "$..a"}, {"pattern": r"\S+"}]
    ),
    kind=st.sampled_from(["quantity", "state", "date", "event", "quotation"]),
)
def test_whatever_comes_is_a_reading_or_a_reason(
    content: bytes | str, media_type: str, options: dict[str, str], kind: str
) -> None:
    said = answer(page(content, media_type), measure(kind=kind, **options))
    assert said.measure == "m"
    assert isinstance(said, Reading) or said.reason


@given(
    st.from_regex(r"\d{1,5}([.,]\d{1,5})?( ?%| km2| people| and \d{1,3}\.\d%|)", fullmatch=True),
    st.sampled_from(["share", "km2", "persons", "count"]),
)
def test_what_can_be_one_number_only_is_read_as_if_it_were_told_to_be(text: str, unit: str) -> None:
    def read(sign: Literal["."] | None) -> object:
        try:
            found = amount_of_words(text, unit, None, sign)
        except Unreadable as error:
            return str(error)
        return found.value, found.error, found.named

    if all(map(_IS_SURE.fullmatch, re.findall(r"\d+(?:[.,]\d+)*", text.replace("km2", "")))):
        assert read(None) == read(".")


_IS_SURE = re.compile(r"(0|[1-9]\d*)(\.(\d{1,2}|\d{4,}))?", re.ASCII)
