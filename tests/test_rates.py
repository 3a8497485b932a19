"""Rates: the time, or the thing, that an amount is so much for each of, wherever it is told."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


def told(text: str) -> list[tuple[str, str, str]]:
    """Phrase, amount and unit of each quantity of *text*, with its kind where it is no rate."""
    return [
        (
            text[one.start : one.end],
            f"{float(one.amount or 0):.10g}",
            one.unit if one.kind == "rate" else f"{one.kind} {one.unit}",
        )
        for one in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each year 700,000 people die.", ("Each year 700,000 people", "700000", "persons/yr")),
        (
            "Every year, some 9 million tonnes are dumped.",
            ("Every year, some 9 million tonnes", "9000000000", "kg/yr"),
        ),
        ("Every day 40 trains pass.", ("Every day 40", "40", "count/d")),
        ("Rain fell, and each month £3bn is lost.", ("each month £3bn", "3000000000", "GBP/month")),
        (
            "Every single week, 12 buses break down.",
            ("Every single week, 12", "12", "count/week"),
        ),
        ("Take the drops twice daily.", ("twice daily", "2", "count/d")),
        ("The ferry sails once weekly.", ("once weekly", "1", "count/week")),
        ("The heart beats 72 times per minute.", ("72 times per minute", "4320", "count/h")),
        ("It films 60 frames a second.", ("60 frames a second", "216000", "count/h")),
        ("It moves 30 litres per minute.", ("30 litres per minute", "1800", "l/h")),
        ("The fee is $185 for each applicant.", ("$185 for each applicant", "185", "USD")),
        ("It pays £4 for every pupil.", ("£4 for every pupil", "4", "GBP")),
    ],
)
def test_a_rate_is_told_before_or_behind(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_both_ends_of_a_move_are_rates() -> None:
    text = "Calls rose from 12 a day to more than 40."
    assert [one[1:] for one in told(text)] == [("12", "count/d"), ("40", "count/d")]
    text = "The price rose from $4 a month to $6."
    assert [one[1:] for one in told(text)] == [("4", "USD/month"), ("6", "USD/month")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("There are 1.8 doctors for every 1,000 people.", "0.0018"),
        ("There are 1.8 doctors per 1,000 people.", "0.0018"),
        ("There are 12 nurses for every 10,000 residents.", "0.0012"),
        ("There are three jobs for every ten workers.", "0.3"),
    ],
)
def test_so_many_for_every_so_many_are_a_ratio(text: str, amount: str) -> None:
    assert [one[1:] for one in told(text)] == [(amount, "level ratio")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Once daily life resumes, shops will open.", []),
        ("They met twice, daily life went on.", []),
        ("Each year 12% of them leave.", [("12%", "0.12", "level share")]),
        ("They paid $40 for each of them.", [("$40", "40", "level USD")]),
        ("At the end of each year 40 men leave.", [("40 men", "40", "level persons")]),
        ("He won 3 points a second time.", [("3", "3", "level count")]),
        ("They scored 12 points a minute later.", [("12", "12", "level count")]),
        (
            "The state adds £3 for every £1 spent.",
            [("£3", "3", "level GBP"), ("£1", "1", "level GBP")],
        ),
        ("They built 40 homes for every village.", [("40", "40", "level count")]),
        (
            "There are three stops for every 10 km.",
            [("three", "3", "level count"), ("10 km", "10", "level km")],
        ),
    ],
)
def test_a_period_or_an_each_may_belong_to_something_else(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "of"),
    [
        ("Petrol costs 42 cents a litre.", "42 cents a litre", "cents a litre"),
        ("Milk sold for 400 pesos a litre.", "400 pesos a litre", "pesos a litre"),
        ("It pays 20 cents a share.", "20 cents a share", "cents a share"),
    ],
)
def test_a_price_in_money_of_no_named_country_is_for_each(text: str, phrase: str, of: str) -> None:
    (found,) = find_quantities(text)
    told = text[found.start : found.end], found.kind, found.unit, found.of
    assert told == (phrase, "rate", "other", of)
