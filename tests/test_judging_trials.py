"""Trials: a phrase held against a value, with no claim, record or day."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.errors import BadValue, NotAQuantity
from claimtrack.judging.trials import trial
from claimtrack.values import Interval


def test_a_phrase_fits_a_value_within_its_interval() -> None:
    tried = trial("one-fifth", "0.19")

    assert tried.fits
    assert tried.interval.lower == Decimal("0.55") / 3
    assert tried.interval.upper == Decimal("0.225")
    assert 0 < tried.fit < 1
    assert tried.distance is not None
    assert tried.distance > 0
    assert (tried.phrase, tried.value, tried.unit) == ("one-fifth", Decimal("0.19"), "share")
    assert (tried.wording, tried.rule) == ("19%", "words-1")


def test_a_value_outside_has_no_fit_and_lies_so_far_from_the_edge() -> None:
    tried = trial("about three-quarters", Decimal("0.785"))

    assert not tried.fits
    assert (tried.fit, tried.distance) == (0, Decimal("-0.01"))


@pytest.mark.parametrize(
    ("phrase", "value", "amount", "unit"),
    [
        ("one-fifth", "19%", "0.19", "share"),
        ("one-fifth", 0.19, "0.19", "share"),
        ("one-fifth", 1, "1", "share"),
        ("one-fifth", 0, "0", "share"),
        ("116,000 square kilometres", "116,250 km2", "116250", "km2"),
        ("three weeks", "20 days", "20", "d"),
    ],
)
def test_a_value_is_a_number_in_base_units_or_a_phrase(
    phrase: str, value: str | float, amount: str, unit: str
) -> None:
    tried = trial(phrase, value)

    assert (tried.value, tried.unit) == (Decimal(amount), unit)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (19, "a share is a number from 0 to 1 or a percentage, not 19"),
        ("1.01", "a share is a number from 0 to 1 or a percentage, not 1.01"),
        ("-0.2", "a share is a number from 0 to 1 or a percentage, not -0.2"),
        ("nothing at all", "the value is neither a number nor a quantity: "),
        ("dozens", "the value is no amount in share: 'dozens'"),
        ("19 km", "the value is no amount in share: '19 km'"),
    ],
)
def test_a_value_that_is_no_amount_in_the_phrases_unit_is_refused(
    value: str | int, told: str
) -> None:
    with pytest.raises(BadValue) as raised:
        trial("one-fifth", value)

    assert told in str(raised.value)


def test_a_phrase_that_admits_no_interval_is_no_quantity() -> None:
    with pytest.raises(NotAQuantity) as raised:
        trial("dozens", "12")

    assert str(raised.value) == (
        "'dozens' is not a quantity: The words name no amount that figures could be held against."
    )


def test_what_is_left_open_on_one_side_fits_at_any_distance() -> None:
    tried = trial("more than 20 km", "90")

    assert tried.interval == Interval(Decimal(20), None, closed="neither")
    assert (tried.fits, tried.fit, tried.distance) == (True, 1, Decimal(70))


def test_the_wording_beside_it_is_in_the_phrases_unit() -> None:
    assert trial("three hours", "0.5").wording == "about half an hour"
    assert trial("116,000 square kilometres", "0.5").wording == "0.5 square kilometres"
