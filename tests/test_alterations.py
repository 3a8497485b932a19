"""Alterations: a page on which what was read says something else, in the same form."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Page
from claimtrack.authoring.alterations import (
    changes,
    figures,
    like_figures,
    scrambled,
    with_figures,
    with_numbers,
    with_words,
    words,
)

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def page(content: str, kind: str = "text/html; charset=utf-8") -> Page:
    headers = (("content-type", kind), ("content-length", str(len(content))))
    return Page("https://a.example/", content.encode(), AT, 200, headers)


def altered(content: str, *changed: str) -> str | None:
    found = with_figures(page(content), changed, changes()[0])
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("about 19.4% of 603,550 km2", ("19.4", "603,550", "km2")),
        ("1 018 977 (1.019.000)", ("1 018 977", "1.019.000")),
        ("on 4 March, 2021, 2021", ("4", "2021")),
        ("P1082: +4100000; Q900011", ("P1082", "4100000", "Q900011")),
        ("2026-03-01,41 01/03/2026,42", ("2026", "03", "01", "41", "42")),
        ("no figure", ()),
        ("٤١ lamps", ("٤١",)),
    ],
)
def test_figures_are_found_as_they_are_written(quote: str, found: tuple[str, ...]) -> None:
    assert figures(quote) == found


@pytest.mark.parametrize(
    ("written", "changed", "told"),
    [
        ("<td>4,100</td><p>4,100 of 4</p>", "4,100", "<td>4,101</td><p>4,101 of 4</p>"),
        ("1&#160;018&nbsp;977", "1 018 977", "1&#160;018&nbsp;978"),
        ("<td data-x='19.33'>19.33%", "19.33", "<td data-x='19.34'>19.34%"),
        ("2025-01-01,0.19\n", "0.19", "2025-01-01,0.18\n"),
        ("&#41;41", "41", "&#41;42"),
        ("٤١", "٤١", "٤٢"),
        ("<b>41.5</b> and 141 and x41", "41", None),
        ("3,2026-03-03: 3", "3", "4,2026-03-03: 4"),
        ("2026-03-03,3 March 2026: 3", "03", "2026-04-04,3 March 2026: 3"),
    ],
)
def test_a_figure_becomes_another_of_its_form_wherever_it_stands(
    written: str, changed: str, told: str | None
) -> None:
    assert altered(written, changed) == told


def test_a_figure_is_known_in_its_other_writings() -> None:
    shown = page("<td data-share='0.42'>42 %</td><td>4.2</td><td>41</td><td>1.9 million, 1900000")
    assert like_figures(shown, "42") == ("0.42", "42", "4.2")
    assert like_figures(shown, "1.9") == ("1.9", "1900000")
    assert like_figures(shown, "0") == ()


def test_several_figures_are_altered_each_for_itself() -> None:
    assert altered("41, 42 and 43", "41", "42") == "42, 43 and 43"


@given(st.from_regex(r"[0-9]{1,9}", fullmatch=True))
def test_a_change_keeps_the_form_and_never_the_figure(digits: str) -> None:
    for change in changes():
        other = change(digits)
        assert len(other) == len(digits)
        assert other.isdigit()
        assert other != digits
        if len(digits) > 1 and digits[0] != "0":
            assert other[0] != "0"


def test_words_are_altered_in_the_text_and_not_in_its_marks() -> None:
    shown = page("<p class='in force'>It remains  in\nforce.</p><p>In force.</p>")
    found = with_words(shown, {"in force": "over"})
    assert found is not None
    assert found.text == "<p class='in force'>It remains  over.</p><p>over.</p>"
    assert with_words(shown, {"in forces": "over"}) is None
    assert with_words(shown, {}) is None


def test_the_longest_words_come_first_and_others_have_as_many_letters() -> None:
    assert words("The mooring contract, the contract") == ("contract", "mooring", "The", "the")
    assert scrambled("Quay") == "zqqq"


def test_every_number_of_a_json_is_altered_and_no_text_in_it() -> None:
    given = {"name": "map_20310205", "at": [37.5, -48], "epsg": "4326"}
    found = with_numbers(page(json.dumps(given), "application/json"), changes()[0])
    assert found is not None
    assert json.loads(found.text) == {**given, "at": [37.6, -49]}
    assert with_numbers(page("<p>41</p>"), changes()[0]) is None


def test_an_altered_page_is_in_the_charset_of_its_own_and_says_no_length() -> None:
    shown = page("Größe 41", "text/plain; charset=windows-1252")
    shown = Page(shown.url, "Größe 41".encode("cp1252"), AT, 200, shown.headers)
    found = with_figures(shown, ("41",), changes()[0])
    assert found is not None
    assert found.content == "Größe 42".encode("cp1252")
    assert "content-length" not in dict(found.headers)
