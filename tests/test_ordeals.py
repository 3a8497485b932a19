"""Ordeals: what becomes of a page on a bad day."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from claimtrack import Page
from claimtrack.authoring.ordeals import ORDEALS, Ordeal, ordeals

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
HTML = (
    "<html><body><table><tr><th>A</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>"
    "<ul><li>x<li>y</ul></body></html>"
)


def tried(content: str, kind: str, *quotes: str) -> list[Ordeal]:
    headers = (("content-type", kind), ("content-length", str(len(content))))
    return list(ordeals(Page("https://a.example/", content.encode(), AT, 200, headers), quotes))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HTML, "text/html"),
        ('{"rows": [{"a": 1, "b": 2}, {"a": 3}]}', "application/json"),
        ("day,lit\n1,2\n3,4\n", "text/csv"),
        ("Lit: 41\nDark: 3\n", "text/plain"),
    ],
)
def test_every_page_goes_through_every_ordeal(content: str, kind: str) -> None:
    found = tried(content, kind)
    assert {one.kind for one in found} == set(ORDEALS)
    assert all(one.page.content != content.encode() for one in found if one.kind != "charset")
    assert max(len(one.page.content) for one in found) <= 20_000_000
    assert max(Counter(one.told for one in found).values()) == 1


def cuts(found: list[Ordeal]) -> list[bytes]:
    return [one.page.content for one in found if one.kind == "truncated"]


def test_a_page_is_cut_inside_every_figure_that_is_read() -> None:
    content = "x" * 5_000 + "lit 4,100 and dark 23" + "y" * 5_000
    ends = {
        cut.rpartition(b"x")[2].decode() for cut in cuts(tried(content, "text/plain", "lit 4,100"))
    }
    assert {"lit 4", "lit 4,", "lit 4,1", "lit 4,10"} <= ends


def test_nobody_says_how_long_a_cut_page_is() -> None:
    for one in tried(HTML, "text/html"):
        if one.kind == "truncated":
            assert not one.page.is_whole or b"</html" in one.page.content
            assert "content-length" not in dict(one.page.headers)


def changed(content: str, kind: str) -> dict[str, str]:
    return {one.told: one.page.text for one in tried(content, kind) if one.kind == "reordered"}


def test_rows_and_keys_change_their_order_and_nothing_else() -> None:
    given = {"rows": [{"a": 1, "b": [3, 4]}, {"a": 2}], "place": [37.5, 48]}
    turned = changed(json.dumps(given), "application/json")
    assert json.loads(turned["its keys in another order"]) == given
    assert turned["its keys in another order"].startswith('{"place"')
    rows = json.loads(turned["its rows and keys in another order"])
    assert rows == {**given, "rows": given["rows"][::-1]}
    table = changed(HTML, "text/html")["its table rows in another order"]
    assert table.index("<th>A") < table.index("<td>2") < table.index("<td>1")
    lines = changed("day,lit\n1,2\n3,4\n", "text/csv")["its rows in another order"]
    assert lines == "day,lit\n3,4\n1,2\n"


def test_a_charset_is_another_writing_of_the_same_words() -> None:
    page = tried("Größe: 41\n", "text/plain; charset=utf-8")
    same = [one for one in page if one.kind == "charset" and one.told.startswith("in ")]
    assert {one.page.text for one in same} == {"Größe: 41\n"}
    assert {"in utf-16", "in windows-1252"} <= {one.told for one in same}
