"""Pages: what came, as text, JSON and rows, or a reason why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimtrack.errors import BadValue, Unreadable
from claimtrack.measures import Measure
from claimtrack.pages import Answer, Ask, Follow, Page, Refusal, Request

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def page(content: bytes, content_type: str | None = None) -> Page:
    headers = () if content_type is None else (("content-type", content_type),)
    return Page("https://a.example/x", content, AT, headers=headers)


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("Дніпро".encode(), None),
        ("Дніпро".encode(), "text/plain"),
        ("Дніпро".encode("cp1251"), "text/html; charset=windows-1251"),
        ("Дніпро".encode("cp1251"), 'Text/HTML; Charset="Windows-1251"; x=y'),
        ("Дніпро".encode("utf-8-sig"), "text/plain; charset=windows-1251"),
        ("Дніпро".encode("utf-16"), None),
    ],
)
def test_text_is_decoded_by_its_mark_or_its_header_or_as_utf_8(
    content: bytes, content_type: str | None
) -> None:
    assert page(content, content_type).text == "Дніпро"


@pytest.mark.parametrize("content_type", ["text/plain", "text/plain; charset=no-such-charset"])
def test_bytes_of_another_charset_are_unreadable(content_type: str) -> None:
    with pytest.raises(Unreadable, match="the page is not"):
        page(b"\xff\x00\xe9", content_type).text  # noqa: B018


def test_the_media_type_comes_without_its_parameters() -> None:
    assert page(b"", "Text/CSV; charset=utf-8").media_type == "text/csv"
    assert page(b"").media_type is None


def test_json_is_read() -> None:
    assert page(b'{"lit": 41}').json() == {"lit": 41}


@pytest.mark.parametrize("content", [b"", b"{", b"<html>", b"[" * 100_000])
def test_what_is_not_json_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable, match="not JSON"):
        page(content).json()


def test_rows_are_named_by_the_header() -> None:
    content = b'date, share\r\n2026-01-01,0.19\r\n\r\n2026-01-02,"0,20"\r\n'
    assert page(content).rows() == [
        {"date": "2026-01-01", "share": "0.19"},
        {"date": "2026-01-02", "share": "0,20"},
    ]


def test_a_header_alone_has_no_rows() -> None:
    assert page(b"date,share\n").rows() == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "expected a header line"),
        (b"a,b\n1\n", "row 2 has 1 cells; the header has 2"),
        (b"a,b\n1,2\n1,2,3\n", "row 3 has 3 cells; the header has 2"),
        (b"a,a\n1,2\n", "names a column twice"),
        (b'a,b\n"1,2\n', "not CSV"),
    ],
)
def test_a_table_with_holes_is_unreadable(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        page(content).rows()


MEASURE = Measure("held", "What share?", "quantity", unit="share")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"url": 5}, "url is a str, not 5"),
        ({"measures": None}, "measures are a tuple, not None"),
        ({"measures": ("held",)}, "measure is a Measure, not 'held'"),
        ({"headers": {"a": "b"}}, "headers are a tuple"),
        ({"headers": (("a", 5),)}, "a name and a value, both text"),
        ({"secret_env": 5}, "secret_env is a str"),
        ({"not_before": "2026"}, "not_before is a date"),
        ({"not_before": datetime(2026, 1, 1, tzinfo=UTC)}, "a day, not the moment"),
        ({"grace": 5}, "grace is a timedelta"),
        ({"once": "yes"}, "once is a bool"),
        ({"changed_at": datetime(2026, 1, 1)}, "has a time zone"),  # noqa: DTZ001
        ({"at_most": "2"}, "at_most is an int"),
        ({"secret_env": "KEY", "secret_header": 3}, "secret_header is a str"),
    ],
)
def test_what_cannot_be_asked_is_no_ask(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadValue, match=complaint):
        Ask(**{"url": "https://example.org", "measures": (MEASURE,), **given})


def test_a_list_of_measures_will_do() -> None:
    asked: Any = [MEASURE]
    assert Ask("https://example.org", asked).measures == (MEASURE,)


@pytest.mark.parametrize("given", [("held", "read", "r"), ("held", "missing", 7)])
def test_what_refuses_nothing_is_no_refusal(given: Any) -> None:
    with pytest.raises(BadValue, match="a refusal"):
        Refusal(*given)


def test_a_follow_is_to_an_ask() -> None:
    with pytest.raises(BadValue, match="to an Ask, not 'https"):
        Follow("https://example.org")  # type: ignore[arg-type]


def test_a_reason_is_one_line_that_can_be_printed() -> None:
    reason = Refusal("held", "missing", "\x1b[31mno\r\nrow " * 1000).reason
    assert reason.isprintable()
    assert len(reason) <= 500


def test_a_request_with_a_folder_is_for_a_file() -> None:
    assert Request("figures.csv", base="/claims").is_file
    assert not Request("https://a.example/figures.csv").is_file


@pytest.mark.parametrize(
    ("outcome", "came"), [("fetched", True), ("not_modified", True), ("gone", False)]
)
def test_an_answer_tells_whether_a_page_came(outcome: str, came: bool) -> None:
    assert Answer(Request("https://a.example/x"), AT, outcome).came is came  # type: ignore[arg-type]


TABLE = b"<table><tr><td>Coast</td><td class=share>73.1%</td></tr></table>"


def test_a_page_is_searched_by_css_and_xpath_alike() -> None:
    given = page(TABLE, "text/html")
    assert given.one(".share").text == "73.1%"
    assert [one.text for one in given.select("td")] == ["Coast", "73.1%"]
    assert [one.text for one in given.xpath("//td[2]")] == ["73.1%"]
    assert given.table("table") == [["Coast", "73.1%"]]


def test_the_soup_is_there_for_who_asks() -> None:
    assert page(TABLE, "text/html").soup.find("td", class_="share").text == "73.1%"


def test_what_is_too_deep_to_search_is_too_deep_for_soup() -> None:
    with pytest.raises(Unreadable, match="beyond what can be parsed"):
        page(b"<div>" * 5000, "text/html").soup  # noqa: B018


@pytest.mark.parametrize(
    ("content", "content_type", "text"),
    [
        (TABLE, "text/html", "Coast\n73.1%"),
        (TABLE, None, "Coast\n73.1%"),
        (b"<?xml version='1.0'?><r><A>1</A><a>2</a></r>", "application/rss+xml", "1\n2"),
        (b"a < b\n  c", "text/plain", "a < b\n  c"),
        (b'{"a": "<p>"}', None, '{"a": "<p>"}'),
    ],
)
def test_the_plain_text_is_what_a_reader_sees(
    content: bytes, content_type: str | None, text: str
) -> None:
    assert page(content, content_type).plain_text == text


def test_an_unreadable_tree_names_its_address() -> None:
    with pytest.raises(Unreadable, match=r"https://a\.example/x: not XML"):
        page(b"<a><b></a>", "application/xml").select("a")


def test_a_number_too_long_to_hold_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="not JSON"):
        page(b"9" * 5000).json()


def sent(text: str, kind: str, *headers: tuple[str, str]) -> Page:
    """A page that a server sent, with or without a word on how long it is."""
    return Page("https://a.example/", text.encode(), AT, 200, (("content-type", kind), *headers))


CLOSED = "<html><body><p>41</p></body></html><!-- made in 3 ms -->"
LENGTH = ("content-length", "9")
CHUNKED = ("transfer-encoding", "chunked")


@pytest.mark.parametrize(
    ("text", "kind", "headers", "is_whole"),
    [
        (CLOSED, "text/html", (), True),
        (CLOSED[:17], "text/html", (), False),
        (CLOSED[:22], "text/html", (), False),  # a fragment has no <html>; this page has
        (CLOSED[:17], "text/html", (LENGTH,), True),
        (CLOSED[:17], "text/html", (CHUNKED,), False),
        (CLOSED[:27], "text/html", (CHUNKED,), True),
        ("<p>41", "text/html", (CHUNKED,), True),
        ("<p>41 < 42", "text/html", (LENGTH,), True),
        ('<html><p class="a', "text/html", (LENGTH,), False),
        ("<p>41</", "text/html", (CHUNKED,), False),
        ("<p>41</p>", "text/html", (), True),
        ("<p>41", "text/html", (), False),
        ("day,lit\n2026-03-01,41\n", "text/csv", (), True),
        ("day,lit\n2026-03-01,4", "text/csv", (), False),
        ("day,lit\n2026-03-01,4", "text/csv", (LENGTH,), True),
        ("", "text/csv", (), True),
    ],
)
def test_a_page_that_breaks_off_is_not_whole(
    text: str, kind: str, headers: tuple[tuple[str, str], ...], is_whole: bool
) -> None:
    assert sent(text, kind, *headers).is_whole is is_whole


def test_what_breaks_off_is_not_searched() -> None:
    with pytest.raises(Unreadable, match="breaks off: what closes it is missing"):
        sent(CLOSED[:17], "text/html").one("p")
    with pytest.raises(Unreadable, match="breaks off: its last line has no end"):
        sent("day,lit\n2026-03-01,4", "text/csv").rows()


def test_a_file_is_as_long_as_it_is() -> None:
    assert Page("file:///a.csv", b"day,lit\n2026-03-01,4", AT).is_whole


def test_a_reason_names_the_address_once() -> None:
    given = sent("", "text/html; charset=utf-8", LENGTH)
    broken = replace(given, content=b"<p>\xff\xfe\xfd</p>", headers=given.headers)
    with pytest.raises(Unreadable) as caught:
        broken.select("p")
    assert str(caught.value).count("https://a.example/") == 1


def test_rows_that_another_sign_parts_say_which() -> None:
    page = Page("https://a.example/r.csv", b"date;mm\n2026-11-28;3,5\n", AT)
    with pytest.raises(
        Unreadable, match=r"no ',' is in the header 'date;mm': rows\(';'\) reads it"
    ):
        page.rows()
    assert page.rows(";") == [{"date": "2026-11-28", "mm": "3,5"}]
