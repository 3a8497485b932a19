"""Bare figures: numbers without a noun, shares without a number, and rates without a unit."""

from __future__ import annotations

import pytest

from claimtrack.values import Quantity
from claimtrack.words.quantities import find_quantities
from claimtrack.words.stating.barefigures import bare_figures, bare_shares, with_units


def counts(sentence: str) -> list[str]:
    """What is counted besides what has a noun."""
    found = bare_figures(sentence, [one for one in find_quantities(sentence) if one.of])
    return [sentence[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The toll has risen to 312.", ["312"]),
        ("It spread, bringing the known death toll to 1,312 by May.", ["1,312"]),
        ("It stood at 312 on Monday, and remains at 400.", ["312", "400"]),
        ("Many fell ill and 312 have died.", ["312"]),
        ("312 were lost, 40 of them at sea.", ["312", "40"]),
        ("The toll rose to\u00a0 312.", ["312"]),
        ("Losses stand at  312.", ["312"]),
        ("She scored her 14th goal of the season.", ["14th"]),
        # what counts something else, or nothing
        ("The toll has risen to 312 ships.", []),
        ("It rose to 312%.", []),
        ("It rose to 3.12.", []),
        ("It was moved to 3 p.m.", []),
        ("It stood at 312 per head.", []),
        ("It rose at last and for all the world to 312.", []),
        ("Nobody was counted.", []),
        # a verb that is left out takes a count before it
        ("The Liberals hold 71 seats, the Greens 31.", ["31"]),
        ("The Liberals counted 71 people and the Greens 31.", ["31"]),
        ("The Liberals hold, the Greens 31.", []),
        ("The Liberals hold 71% of it, the Greens 31.", []),
        ("The Liberals hold 71, the Greens 31.", []),
        ("The Liberals hold 71 seats, the greens 31.", []),
    ],
)
def test_a_number_without_a_noun_counts_where_its_verb_says_so(
    sentence: str, expected: list[str]
) -> None:
    assert counts(sentence) == expected


def test_what_is_counted_already_is_not_counted_again() -> None:
    sentence = "The toll has risen to 312."
    (found,) = bare_figures(sentence, ())
    assert (found.amount, found.unit, found.kind) == (312, "count", "level")
    assert list(bare_figures(sentence, (found,))) == []
    before = "It rose to 5, and 312 have died."
    five, dead = bare_figures(before, ())
    assert list(bare_figures(before, (five,))) == [dead]


def shares(sentence: str) -> list[Quantity]:
    return list(bare_shares(sentence, find_quantities(sentence)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The fifth of Sylvania that they hold.", ["The fifth of Sylvania: 0.2"]),
        ("In the third of the land that they hold.", ["the third of the land: "]),
        ("On the second of May.", []),
        ("They hold all of Sylvania.", ["all of Sylvania: 1"]),
        ("The whole of the Norden is lost.", ["The whole of the Norden: 1"]),
        ("The entirety of neighbouring Norden is lost.",
         ["The entirety of neighbouring Norden: 1"]),
        ("They hold nearly all of Sylvania.", []),
        ("They hold all of it.", []),
        ("All of a sudden they left.", []),
    ],
)  # fmt: skip
def test_a_share_may_be_told_without_a_number(sentence: str, expected: list[str]) -> None:
    told = []
    for one in shares(sentence):
        assert one.of is not None
        last = sentence.index(one.of, one.start) + len(one.of)
        amount = "" if one.amount is None or "third" in sentence else f"{one.amount:f}"
        told.append(f"{sentence[one.start : last]}: {amount}")
    assert told == expected


@pytest.mark.parametrize("part", ["third", "quarter", "fifth", "sixth", "tenth"])
@pytest.mark.parametrize("article", ["The", "the"])
def test_every_part_is_a_share_that_a_name_follows(article: str, part: str) -> None:
    (found,) = shares(f"{article} {part}  of Sylvania that they hold.")
    assert (found.unit, found.start) == ("share", 0)


@pytest.mark.parametrize(
    "whole", ["All", "all", "The whole", "the whole", "The entirety", "the entirety"]
)
def test_every_whole_is_a_share(whole: str) -> None:
    assert [one.amount for one in shares(f"{whole} of Sylvania is lost.")] == [1]


def test_a_whole_has_no_hedge_and_the_width_of_a_percent() -> None:
    (whole,) = shares("They hold all of Sylvania.")
    assert (whole.hedge, whole.unit) == (None, "share")
    assert (str(whole.lower), str(whole.upper)) == ("0.995", "1")
    assert (whole.start, whole.end) == (10, 13)


def units(sentence: str) -> list[str]:
    return [one.unit for one in with_units(find_quantities(sentence), sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They took 600 square kilometres, averaging six a day.", ["km2", "km2/d"]),
        ("They took 600 square kilometres, an average of about six a day.", ["km2", "km2/d"]),
        ("They took 600 square kilometres, or more than six a day.", ["km2", "km2/d"]),
        ("They laid 600 kilometres, equivalent to six a week.", ["km", "km/week"]),
        ("They cleared 600 hectares, averaging six a day.", ["km2", "km2/d"]),
        # of another unit, told of something else, or by itself
        ("They took 600 square kilometres and lost six a day.", ["km2", "count/d"]),
        ("They took 600 square kilometres, averaging six towns a day.", ["km2", "count/d"]),
        ("They lost 600 hours, averaging six a day.", ["h", "count/d"]),
        ("They took 600 square kilometres, averaging six.", ["km2", "count"]),
        ("On average they, averaging six a day, lost 600 hectares.", ["count/d", "km2"]),
        ("They took 600 hectares, averaging out; six a day.", ["km2", "count/d"]),
    ],
)
def test_a_bare_rate_has_the_unit_of_the_figure_before(sentence: str, expected: list[str]) -> None:
    assert units(sentence) == expected
