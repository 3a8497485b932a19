"""Kinds: whether a figure tells how much there is, by how much that moved, or how fast."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mast rises 90 metres.", ("90 metres", "level")),
        ("The lane climbs 400 metres.", ("400 metres", "level")),
        ("The gap is 1.5 percentage points.", ("1.5 percentage points", "level")),
        ("The lead shrank to 1.5 percentage points.", ("1.5 percentage points", "level")),
        ("She killed another 30 rats.", ("30", "level")),
        ("Another 30 barns burned.", ("30", "level")),
        ("Three more people were killed.", ("Three more people", "level")),
    ],
)
def test_what_stands_or_was_counted_is_a_level(text: str, told: tuple[str, str]) -> None:
    assert kinds(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The river rises 3 metres.", ("rises 3 metres", "change")),
        ("The mast rose by 3 metres.", ("rose by 3 metres", "change")),
        ("The gap shrank by 1.5 percentage points.", ("by 1.5 percentage points", "change")),
        ("It is two percentage points higher.", ("two percentage points higher", "change")),
        ("They need 9,000 more nurses.", ("9,000 more nurses", "change")),
        ("It got an extra €1.4bn.", ("extra €1.4bn", "change")),
        ("They built another 300 barns.", ("another 300", "change")),
    ],
)
def test_what_moved_or_is_more_than_before_is_a_change(text: str, told: tuple[str, str]) -> None:
    ((phrase, kind),) = kinds(text)
    assert phrase.endswith(told[0])
    assert kind == told[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Around 200 refugees land each week.", ("Around 200 refugees land each week", "rate")),
        ("They cost €5 apiece.", ("€5 apiece", "rate")),
        ("They cost $5 each.", ("$5 each", "rate")),
    ],
)
def test_so_much_for_each_is_a_rate(text: str, told: tuple[str, str]) -> None:
    assert kinds(text) == [told]


def test_a_second_month_moves_as_the_first() -> None:
    text = "Rents slipped 0.3 per cent in May and 0.1 per cent in June."
    assert [str(one.amount) for one in find_quantities(text)] == ["-0.003", "-0.001"]
    text = "Rents slipped 0.3% in May and 30% of flats are empty."
    assert [one.kind for one in find_quantities(text)] == ["change", "level"]


@pytest.mark.parametrize(
    "whole", ["100,000", "100 000", "100\u00a0000", "100\u2009000", "100\u202f000", "100.000"]
)
def test_cases_per_hundred_thousand_are_a_share_however_it_is_written(whole: str) -> None:
    text = f"It stood at 5.1 per {whole} in May."
    (found,) = find_quantities(text)
    assert (found.unit, str(found.amount)) == ("share", "0.000051")


def test_any_other_number_of_them_is_no_share() -> None:
    assert [one.unit for one in find_quantities("It is 5.1 per 250 000 homes.")] != ["share"]


@pytest.mark.parametrize(
    ("text", "phrase", "interval"),
    [
        ("A magnitude 6.2 quake hit.", "magnitude 6.2", "[6.15, 6.25]"),
        ("A quake of magnitude 4 hit.", "magnitude 4", "[3.8, 4.2]"),
        ("It had a magnitude of about 6.2.", "about 6.2", "[6.1, 6.3]"),
        ("It had a magnitude of at least 6.", "at least 6", "[6, inf)"),
        ("An estimated magnitude 5 quake hit.", "An estimated magnitude 5", "[4.5, 5.5]"),
        ("It was of magnitude 6 to 6.5.", "magnitude 6 to 6.5", "[6, 6.5]"),
    ],
)
def test_the_word_of_a_magnitude_is_of_its_phrase(text: str, phrase: str, interval: str) -> None:
    (found,) = find_quantities(text)
    assert (text[found.start : found.end], found.unit) == (phrase, "magnitude")
    assert str(found.interval) == interval
