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


@pytest.mark.parametrize(
    ("text", "phrase", "interval"),
    [
        ("The herd never fell below 3 million.", "never fell below 3 million", "[3000000, inf)"),
        ("It has not fallen below 4% since.", "not fallen below 4%", "[0.04, 1]"),
        ("It has never been above 60%.", "never been above 60%", "[0, 0.6]"),
        ("The jobless rate never exceeded 5%.", "never exceeded 5%", "[0, 0.05]"),
        ("Fees must not fall below £12 an hour.", "not fall below £12 an hour", "[12, inf)"),
        ("It didn't rise above 5C.", "didn't rise above 5C", "(-inf, 5]"),
        ("It never dropped below minus 20C.", "never dropped below minus 20C", "[-20, inf)"),
        ("The load cannot exceed 40 tonnes.", "cannot exceed 40 tonnes", "(-inf, 40000]"),
        ("It is no longer above 5%.", "no longer above 5%", "[0, 0.05]"),
        ("It passed without exceeding €2m.", "without exceeding €2m", "(-inf, 2000000]"),
        ("He never scored more than 20 goals.", "never scored more than 20", "(-inf, 20]"),
        ("She never spent less than £300.", "never spent less than £300", "[300, inf)"),
    ],
)
def test_a_denied_bound_is_turned_round(text: str, phrase: str, interval: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], str(found.interval)) == (phrase, interval)
    assert parse_quantity(phrase).interval == found.interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Not only did it fall below 30%, it stayed there.", "[0, 0.3)"),
        ("It was not long before shares fell below 30%.", "[0, 0.3)"),
        ("He never returned, and sales fell below 30% of that.", "[0, 0.3)"),
        ("He did not think more than 30 boats sank.", "(30, inf)"),
        ("He has not been home in more than 30 years.", "(30, inf)"),
        ("Prices have rarely fallen below $60.", "(-inf, 60)"),
        ("Wages never rose more than 3%.", "(0.03, inf)"),
        ("It took not much more than 40 days.", "(40, inf)"),
    ],
)
def test_a_denial_of_something_else_turns_no_bound(text: str, interval: str) -> None:
    assert str(only(text).interval) == interval


@pytest.mark.parametrize(
    "text",
    [
        "Lithium lies under one salt flat in Chile.",
        "Police shut traffic over one bridge.",
        "Above one village, a landslide began.",
        "A row over one penalty ended in court.",
        "Close to one village a mine burned.",
        "It lies beyond one ridge.",
    ],
)
def test_what_lies_beside_one_thing_counts_none(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Under one in five agreed.", "Under one in five"),
        ("Over one million people fled.", "Over one million people"),
        ("It lost over one tonne of oil.", "over one tonne"),
        ("More than one bridge was hit.", "More than one"),
        ("About one home a day burns.", "About one home a day"),
    ],
)
def test_one_of_a_measure_or_in_some_is_bounded(text: str, phrase: str) -> None:
    found = only(text)
    assert text[found.start : found.end] == phrase
