"""Ratios: how one is put, and that its figures are printed so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from seen import history, measure, quantity, seen

from claimtrack.judging import judge
from claimtrack.judging.figures import difference, edge_figure, figure, range_words
from claimtrack.judging.trials import trial
from claimtrack.values import Interval
from claimtrack.words import parse_quantity
from claimtrack.words.ratios import RatioPut, ratio_put
from claimtrack.words.wording import wording_of_ratio

DAY = date(2025, 8, 15)
TO_ONE = RatioPut(" to 1", Decimal(1))
PER_THOUSAND = RatioPut(" doctors per 1,000", Decimal(1000))


@pytest.mark.parametrize(
    ("phrase", "behind", "per"),
    [
        ("5 to 1", " to 1", 1),
        ("about 5 to 1", " to 1", 1),
        ("at least three to one", " to one", 1),
        ("10-to-1", "-to-1", 1),
        ("2.5:1", ":1", 1),
        ("2.1 children per woman", " children per woman", 1),
        ("1.4 doctors per 1,000", " doctors per 1,000", 1000),
        ("nearly 12 to one", " to one", 1),
    ],
)
def test_a_ratio_is_put_by_what_stands_behind_its_number(
    phrase: str, behind: str, per: int
) -> None:
    assert ratio_put(phrase) == RatioPut(behind, Decimal(per))


@pytest.mark.parametrize(
    "phrase",
    ["120%", "doubled", "one in five", "5 to 10", "5 to 1 and 4 to 1", "1 to 5", "12 homes", "odds",
     "from 3 to 1", "3 to 1 homes"],
)  # fmt: skip
def test_what_is_no_ratio_is_put_in_no_such_way(phrase: str) -> None:
    assert ratio_put(phrase) is None


def test_figures_are_printed_as_the_ratio_was_put() -> None:
    assert figure(Decimal("4"), TO_ONE) == "4 to 1"
    assert figure(Decimal("0.4"), TO_ONE) == "0.4 to 1"
    assert edge_figure(Decimal("0.00145"), PER_THOUSAND) == "1.45 doctors per 1,000"
    assert difference(Decimal("-0.75"), TO_ONE) == "-0.75"
    assert difference(Decimal("0.0002"), PER_THOUSAND, signed=True) == "+0.2"
    interval = Interval(Decimal(4), Decimal(6))
    assert range_words(interval, TO_ONE) == "between 4 and 6 to 1"


@pytest.mark.parametrize(
    ("value", "words"),
    [("4", "4 to 1"), ("4.8", "4.8 to 1"), ("12.5", "12.5 to 1"), ("1000", "1,000 to 1"),
     ("1.02", "1.02 to 1"), ("0.4", "40%")],
)  # fmt: skip
def test_the_wording_of_a_ratio_is_put_so_and_holds_it(value: str, words: str) -> None:
    assert wording_of_ratio(Decimal(value), TO_ONE) == words
    assert Decimal(value) in parse_quantity(words, unit="ratio").interval


def test_a_phrase_is_tried_on_a_ratio_that_is_put_like_it() -> None:
    tried = trial("5 to 1", "4 to 1")
    assert (tried.value, tried.fits, tried.wording) == (Decimal(4), False, "4 to 1")
    assert tried.printed == TO_ONE
    assert trial("120%", "1.3").printed == "ratio"


def test_a_verdict_tells_ratios_as_the_claim_puts_them() -> None:
    odds = measure(unit="ratio")
    told = judge(quantity(said="5 to 1"), odds, history(seen("4", DAY)), at=DAY)
    assert told.figure == "4 to 1"
    assert "at least 4.75 to 1 and at most 5.25 to 1" in told.reason
    assert "It lies 0.75 outside the nearest edge." in told.explain()
    assert "at 4.75 to 1 or more, but not above 5.25 to 1" in told.explain()
    assert "%" not in told.explain()


def test_a_claim_in_percent_keeps_its_percentages() -> None:
    growth = measure(unit="ratio")
    told = judge(quantity(said="120%"), growth, history(seen("4", DAY)), at=DAY)
    assert told.figure == "400%"
    assert "percentage points outside" in told.explain()
