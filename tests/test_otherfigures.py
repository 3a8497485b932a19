"""Other figures: how other languages than English write them, and which digits are none."""

from __future__ import annotations

import pytest

from claimtrack.words.stating.otherfigures import figure_words, find_figures


def figures(text: str, language: str = "de") -> list[str]:
    """Each figure of *text*: its words, its interval's ends, its unit and its hedge."""
    return [
        f"{text[one.start : one.end]}: {one.lower:f} to {one.upper:f} {one.unit}"
        + (f" ({one.hedge})" if one.hedge else "")
        for one in find_figures(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each part of a figure
        ("etwa 40 Prozent davon", "etwa 40 Prozent: 0.38 to 0.42 share (about)"),
        ("gegen 4 Mio. Leute", "4 Mio.: 3800000.00 to 4200000.00 count"),
        ("gegen 4 Mio Leute", "4 Mio: 3800000.00 to 4200000.00 count"),
        ("2,5 Mio. km² Wald", "2,5 Mio. km²: 2450000.0 to 2550000.0 km2"),
        ("5.000,25 km²", "5.000,25 km²: 5000.245 to 5000.255 km2"),
        ("0,5 Prozent", "0,5 Prozent: 0.0045 to 0.0055 share"),
        ("500 Leute", "500: 475.00 to 525.00 count"),
        ("999 km²", "999 km²: 998.5 to 999.5 km2"),
        # ranges, with what both ends share
        ("20 bis 25 Prozent", "20 bis 25 Prozent: 0.2 to 0.25 share"),
        ("20-25 Mio. km²", "20-25 Mio. km²: 20000000 to 25000000 km2"),
        ("1.000–1.500 km²", "1.000–1.500 km²: 1000 to 1500 km2"),
        ("zwischen 10 und 14 km²", "zwischen 10 und 14 km²: 10 to 14 km2"),
        ("zwischen 10 und 14 Mio. km²", "zwischen 10 und 14 Mio. km²: 10000000 to 14000000 km2"),
        ("zwischen 10 Mio. und 14 Mio. km²",
         "zwischen 10 Mio. und 14 Mio. km²: 10000000 to 14000000 km2"),
        # numbers in words count before a scale or a unit
        ("zwei Millionen km²", "zwei Millionen km²: 1900000.00 to 2100000.00 km2"),
        ("zwei Stunden", "zwei Stunden: 1.75 to 2.25 h"),
        ("zweieinhalb Millionen", "zweieinhalb Millionen: 2450000.0 to 2550000.0 count"),
        ("fast tausend km²", "fast tausend km²: 950.00 to 1000 km2 (nearly)"),
        ("eine halbe Million km²", "eine halbe Million km²: 450000.00 to 550000.00 km2"),
        ("drei Viertel davon", "drei Viertel: 0.7083333333333333333333333333 to 0.775 share"),
        # a year is a number where it has a unit, a scale, or a point
        ("1980 km²", "1980 km²: 1975 to 1985 km2"),
        ("1980 Mio. Leute", "1980 Mio.: 1975000000 to 1985000000 count"),
        ("1.980 Leute", "1.980: 1975 to 1985 count"),
        ("1780 Leute", "1780: 1775 to 1785 count"),
        ("2180 Leute", "2180: 2175 to 2185 count"),
    ],
)  # fmt: skip
def test_german_writes_figures_so(text: str, expected: str) -> None:
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # years, days, hours, ages, places in a row
        "im Jahr 1980", "1899 und 2099", "2022–2025", "am 24. Mai", "24.02.2022", "am 24.2.",
        "der 24-jährige", "die 24:e", "als 12345. Gast", "am 12. ",
        # digits within a word or a number with a sign
        "a40", "x-40",
        # ends that are turned round, and a number in words alone
        "140 bis 100 Prozent", "zwei Leute", "Millionen Leute", "0500",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_none(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es waren 123.", ["123: 122.5 to 123.5 count"]),
        ("Es waren 123. ", ["123: 122.5 to 123.5 count"]),
        ("Es waren 12 km².", ["12 km²: 11.5 to 12.5 km2"]),
        ("Es waren 12 km². Dann", ["12 km²: 11.5 to 12.5 km2"]),
    ],
)
def test_a_dot_that_ends_a_sentence_makes_no_ordinal(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hu", "félmillió km²", "félmillió km²: 450000.00 to 550000.00 km2"),
        ("hu", "100 és 140 ezer között", "100 és 140 ezer: 100000 to 140000 count"),
        ("hu", "100 és 140 ezer ember között", "100 és 140 ezer: 100000 to 140000 count"),
        ("fi", "kaksi ja puoli miljoonaa",
         "kaksi ja puoli miljoonaa: 2450000.0 to 2550000.0 count"),
        ("ru", "4 тыс. солдат", "4 тыс.: 3800.00 to 4200.00 count"),
        ("ru", "4 тыс солдат", "4 тыс: 3800.00 to 4200.00 count"),
        ("vi", "chưa đến 40 phần trăm", "chưa đến 40 phần trăm: 0 to 0.4 share (less than)"),
        ("de-AT", "etwa 40 Prozent", "etwa 40 Prozent: 0.38 to 0.42 share (about)"),
        # of an unknown language, digits and the units of any
        ("sk", "asi 40% z 10 m", "40%: 0.39 to 0.41 share"),
        ("sk", "5 km² lesa", "5 km²: 4.75 to 5.25 km2"),
    ],
)  # fmt: skip
def test_other_languages_write_them_in_their_ways(language: str, text: str, expected: str) -> None:
    assert figures(text, language)[0] == expected


def test_a_range_that_a_word_behind_it_makes_needs_the_word() -> None:
    assert figures("100 és 140 ezer ember", "hu") == [
        "100: 95.00 to 105.00 count", "140 ezer: 135000 to 145000 count",
    ]  # fmt: skip


def test_case_and_space_make_no_other_word() -> None:
    assert figures("ETWA  40\u00a0PROZENT") == ["ETWA  40\u00a0PROZENT: 0.38 to 0.42 share (about)"]


def test_a_region_of_a_language_has_its_words() -> None:
    assert figure_words("de-CH") is figure_words("de")
    assert figure_words("sk").hedges == {}
