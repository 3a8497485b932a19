"""Markup: a page's tree, searched by CSS selector or XPath."""

from __future__ import annotations

import pytest

from claimtrack.errors import PluginError, Unreadable
from claimtrack.markup import Markup

PAGE = """
<body>
<div class="a"><p id="one">1</p><p>2<em>x</em></p></div>
<div class="b"><section><p title="t">3</p></section></div>
<p>4</p>
</body>
"""


def texts(css: str, page: str = PAGE) -> list[str]:
    return [element.text for element in Markup(page).select(css)]


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("p", ["1", "2x", "3", "4"]),
        ("div p", ["1", "2x", "3"]),
        ("body div p", ["1", "2x", "3"]),
        ("div > p", ["1", "2x"]),
        ("body > div.b p", ["3"]),
        ("#one + p", ["2x"]),
        ("div ~ p", ["4"]),
        ("div.a, div.b p", ["1 2x", "3"]),
        ("p:not(#one)", ["2x", "3", "4"]),
        ("p:nth-child(2)", ["2x"]),
        ("p:first-child", ["1", "3"]),
        ("p[title^=t]", ["3"]),
        ("div > section > p", ["3"]),
        ("section div p", []),
        ("p em", ["x"]),
    ],
)
def test_a_selector_means_what_it_means_in_a_browser(css: str, found: list[str]) -> None:
    assert texts(css) == found


@pytest.mark.parametrize("css", ["p[", "", "p::before", "p:hovr", "..", "//p", "p >"])
def test_what_is_no_selector_is_told(css: str) -> None:
    with pytest.raises(PluginError, match="no CSS selector"):
        Markup(PAGE).select(css)


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("//div[1]/p", ["1", "2x"]),
        ("//p/@title", ["t"]),
        ("//em/text()", ["x"]),
        ("string(//p[@id='one'])", ["1"]),
        ("count(//p)", ["4"]),
        ("sum(//p[. > 2]) div 2", ["3.5"]),
        ("boolean(//table)", ["false"]),
    ],
)
def test_xpath_finds_elements_texts_numbers_and_truths(expression: str, found: list[str]) -> None:
    assert [one.text for one in Markup(PAGE).xpath(expression)] == found


@pytest.mark.parametrize("expression", ["//p[", "nope()", "$x", "//x:p", "", "document('/etc')"])
def test_what_is_no_xpath_is_told(expression: str) -> None:
    with pytest.raises(PluginError, match="no XPath"):
        Markup(PAGE).xpath(expression)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("19<b>.02</b> %", "19.02 %"),
        ("<p>1<br>2</p>", "1 2"),
        ("<div><p>1</p><p>2</p></div>", "1 2"),
        ("10<sup>6</sup>", "10^6"),
        ("450 <sup>1</sup>", "450 1"),
        ("km<sup>2</sup>", "km2"),
        ("H<sub>2</sub>O 5<sub>a</sub>", "H2O 5_a"),
        ("a<script>b</script>c<style>d</style>e<!-- f -->g", "aceg"),
        ("a&nbsp;&nbsp;b\n\tc", "a b c"),
        ("a\0b", "a\ufffdb"),
        ("5 ^ 2_3", "5 ^ 2_3"),
    ],
)
def test_a_text_is_what_a_reader_sees(html: str, text: str) -> None:
    found = Markup(f"<table><tr><td id=x>{html}</td></tr></table>").one("#x")
    assert found.text == text
    assert str(found) == text


def test_what_is_chosen_itself_is_seen() -> None:
    assert texts("script", "<p>x</p><script>{1}</script>") == ["{1}"]


def test_an_element_tells_its_attributes_and_its_place() -> None:
    found = Markup(PAGE).one("p[title]")
    assert (dict(found.attributes), found.path) == ({"title": "t"}, "/html/body/div[2]/section/p")
    (attribute,) = Markup(PAGE).xpath("//p/@title")
    assert (dict(attribute.attributes), attribute.path) == ({}, "//p/@title")


@pytest.mark.parametrize(("css", "number"), [("p", 4), ("table", 0)])
def test_one_is_exactly_one(css: str, number: int) -> None:
    with pytest.raises(Unreadable, match=f"matches {number} elements, not one"):
        Markup(PAGE).one(css)


def test_a_table_is_read_with_its_spans_filled() -> None:
    html = """
    <table>
    <tr><th rowspan=2>Region</th><th colspan=2>Held</th></tr>
    <tr><th>km<sup>2</sup></th><th>share</th></tr>
    <tr><td>Coast</td><td>9,450</td><td><table><tr><td>73.1</td><td>%</td></tr></table></td></tr>
    <tr><td>Hills</td><td colspan=zwei>5</td></tr>
    </table>"""
    assert Markup(html).rows("body > table") == [
        ["Region", "Held", "Held"],
        ["Region", "km2", "share"],
        ["Coast", "9,450", "73.1 %"],
        ["Hills", "5"],
    ]


def test_a_table_that_spans_beyond_measure_is_unreadable() -> None:
    rows = "<table><tr>" + "<td colspan=999999>x</td>" * 1001 + "</table>"
    with pytest.raises(Unreadable, match="a table of more than"):
        Markup(rows).rows("table")


def test_the_whole_text_is_a_line_a_block() -> None:
    html = "<title>T</title><h1>A  b</h1><p>c <i>d</i><br>e</p><script>f</script>"
    assert Markup(html).text == "T\nA b\nc d\ne"


def test_xml_keeps_its_names_and_parts_its_elements() -> None:
    xml = '<r xmlns:g="urn:g"><g:Low>1</g:Low><g:Low>2</g:Low></r>'
    page = Markup(xml, xml=True)
    assert [one.text for one in page.xpath("//g:Low")] == ["1", "2"]
    assert page.one("r").text == "1 2"


@pytest.mark.parametrize(
    ("xml", "complaint"),
    [
        ("<a><b></a>", "not XML"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
        ("<a>" * 1000 + "</a>" * 1000, "not XML"),
    ],
)
def test_xml_that_is_none_or_a_bomb_is_unreadable(xml: str, complaint: str) -> None:
    with pytest.raises(Unreadable, match=complaint):
        Markup(xml, xml=True)


def test_no_file_and_no_address_is_read_for_an_entity() -> None:
    xml = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&b;</a>'
    assert Markup(xml, xml=True).one("a").text == "&b;"


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + "a " * 60_000 + ">",
        "<script x='>' " + "a " * 60_000 + ">",
        '<p =" ' + "a " * 60_000 + '">',
        '<p a="b"=" ' + "a " * 60_000 + '">',
    ],
)
def test_a_tag_with_too_many_attributes_is_unreadable(tag: str) -> None:
    with pytest.raises(Unreadable, match="a tag of more than"):
        Markup(f"<div>{tag}</div>")


@pytest.mark.parametrize(
    "html", [f"<img src='data:{'a ' * 100_000}'>5", f"<p>{'word ' * 100_000}</p>"]
)
def test_a_long_value_or_a_long_text_is_no_long_tag(html: str) -> None:
    assert Markup(html).text
