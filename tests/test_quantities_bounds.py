"""Bounds and units as desks write them: what a hedge says of its number, and what says nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities, parse_quantity


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Not far short of 300 people came.", "[285, 300)"),
        ("They face a maximum 12 months in jail.", "(-inf, 1]"),
        ("The hall holds a maximum 400 people.", "(-inf, 400]"),
        ("There were 300 arrests and counting.", "[300, inf)"),
        ("A good 300 people came.", "[300, inf)"),
        ("We waited a good two hours.", "[2, inf)"),
        ("It was more like 300 people.", "[270, 330]"),
        ("The queue is 300 and counting.", "[300, inf)"),
    ],
)
def test_a_hedge_of_speech_bounds_its_number(text: str, interval: str) -> None:
    assert str(only(text).interval) == interval


@pytest.mark.parametrize("text", ["It was a good one.", "They own a good 5-star hotel."])
def test_what_is_good_is_no_hedge(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We log any request over two hours.",
        "They pay for every delay over two hours.",
        "We charge for no call over two hours.",
        "They cut all calls over two hours.",
        "They record those flights over two hours.",
    ],
)
def test_over_bounds_the_length_of_all_of_a_sort(text: str) -> None:
    assert str(only(text).interval) == "(2, inf)"


@pytest.mark.parametrize(
    "text",
    [
        "The sensor found no change over two hours.",
        "They logged every day over two weeks.",
        "No prices fell over two hours.",
        "All sales over two weeks were down.",
        "The water rose over two hours.",
    ],
)
def test_over_bounds_no_time_that_something_went_on_for(text: str) -> None:
    assert only(text).hedge is None


def test_a_bound_of_a_time_that_is_all_that_is_said_stays() -> None:
    assert str(parse_quantity("over three hours").interval) == "(3, inf)"


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("It is 5 micrometres wide.", "5E-9", "km"),
        ("It is 40 microns thick.", "4.0E-8", "km"),
        ("A film of 20 nanometres.", "2.0E-11", "km"),
        ("The fine was 300 kroner.", "300", "other"),
        ("The fine was 300 Danish kroner.", "300", "DKK"),
        ("The fine was NOK 300.", "300", "NOK"),
        ("The fine was 300 kronor.", "300", "SEK"),
        ("Das kostet 3 Mio. Euro im Jahr.", "3000000", "EUR"),
        ("Das kostet 3 Mrd. € im Jahr.", "3000000000", "EUR"),
        ("They hold 3 ⁄ 4 of the seats.", "0.75", "share"),
    ],
)
def test_a_unit_is_read_as_it_is_written(text: str, amount: str, unit: str) -> None:
    found = only(text)
    assert (found.amount, found.unit) == (Decimal(amount), unit)


def test_a_scale_that_ends_a_sentence_takes_its_stop_along_to_no_money() -> None:
    found = only("Der Verlag verkaufte 3 Mio. Danach war Ruhe.")
    assert (found.amount, found.unit) == (3_000_000, "count")
