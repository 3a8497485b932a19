"""Trials: a phrase held against a value, with no claim, record or day."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.errors import BadValue, NotAQuantity
from claimtrack.judging.trials import trial
from claimtrack.values import Interval
from claimtrack.words import parse_quantity


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
        ("dozens", "the value is a number or a quantity that has one, not 'dozens'"),
        ("19 km", "the value is in share, as the phrase is, not in km: '19 km'"),
        ("12 volts", "the value is in share, as the phrase is, not in volts: '12 volts'"),
        ("1.2m", "the value is in share, as the phrase is, not in count: '1.2m'"),
    ],
)
def test_a_value_that_is_no_amount_in_the_phrases_unit_is_refused(
    value: str | int, told: str
) -> None:
    with pytest.raises(BadValue) as raised:
        trial("one-fifth", value)

    assert told in str(raised.value)


def test_a_phrase_in_a_unit_of_its_own_is_refused_with_what_would_do() -> None:
    with pytest.raises(BadValue) as raised:
        trial("12 volts", "12")

    assert str(raised.value).startswith(
        "'12 volts' is in volts, which no value is held against; leave the unit out, or give the "
        "phrase in money or as a share, km², km, hours,"
    )


@pytest.mark.parametrize(
    ("phrase", "value", "amount", "unit"),
    [
        ("about 1.2m people", "1.25m", "1250000", "persons"),
        ("about 1.2m people", "1,250,000", "1250000", "persons"),
        ("about 1.2m people", "1 250 000", "1250000", "persons"),
        ("about 1.2m people", "1.25m people", "1250000", "persons"),
        ("at least 42,000", "42,300 people", "42300", "count"),
        ("$3bn", "3.1bn", "3100000000", "USD"),
        ("$3bn", "$3.1bn", "3100000000", "USD"),
        ("40 km", "40,000 m", "40", "km"),
        ("minus five degrees Celsius", "-5", "-5", "degC"),
        ("minus five degrees Celsius", "\u22125", "-5", "degC"),
        ("half", "1/2", "0.5", "share"),
        ("about three-quarters", "three quarters", "0.75", "share"),
    ],
)
def test_a_value_has_its_scale_and_separators(
    phrase: str, value: str, amount: str, unit: str
) -> None:
    tried = trial(phrase, value)

    assert (tried.value, tried.unit, tried.fits) == (Decimal(amount), unit, True)


@pytest.mark.parametrize(
    ("phrase", "value"), [("300 homes", "300 people"), ("$3bn", "€3bn"), ("3 km", "3 kg")]
)
def test_a_value_of_something_else_is_refused(phrase: str, value: str) -> None:
    with pytest.raises(BadValue, match="as the phrase is, not in"):
        trial(phrase, value)


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


@pytest.mark.parametrize(
    ("phrase", "value", "fits"),
    [
        ("120%", "1.2", True),
        ("145%", "1.43", False),
        ("about 200%", 2, True),
        ("more than 100%", "110%", True),
        ("between 90% and 120%", "1.1", True),
        ("120%", "a fifth", False),
    ],
)
def test_a_percentage_above_the_whole_is_a_ratio(phrase: str, value: str | int, fits: bool) -> None:
    tried = trial(phrase, value)

    assert (tried.unit, tried.fits, tried.is_change) == ("ratio", fits, False)


@pytest.mark.parametrize("phrase", ["100%", "about 99%", "between 50% and 100%"])
def test_a_percentage_up_to_the_whole_is_a_share(phrase: str) -> None:
    assert trial(phrase, "0.99").unit == "share"


@pytest.mark.parametrize(
    ("phrase", "value", "amount", "fits"),
    [
        ("doubled", "up 95%", "0.95", True),
        ("doubled", "0.85", "0.85", False),
        ("down 43%", "-0.42", "-0.42", False),
        ("down 43%", "down 43.2%", "-0.432", True),
        ("a third more", "0.3", "0.3", True),
    ],
)
def test_a_change_in_percent_is_held_against_a_change(
    phrase: str, value: str, amount: str, fits: bool
) -> None:
    tried = trial(phrase, value)

    assert (tried.unit, tried.is_change) == ("ratio", True)
    assert (tried.value, tried.fits) == (Decimal(amount), fits)


@pytest.mark.parametrize("phrase", ["two percentage points", "fell by three"])
def test_a_change_of_an_amount_is_told_for_what_it_is(phrase: str) -> None:
    with pytest.raises(BadValue) as raised:
        trial(phrase, "0.02")

    assert str(raised.value) == (
        f"{phrase!r} says by how much an amount changed, which cannot be held against what it is; "
        "try the amount itself, or a change in percent"
    )


@pytest.mark.parametrize(
    ("phrase", "value", "label"),
    [
        ("one-fifth", "0.19-0.21", "supported"),
        ("one-fifth", "0.18-0.21", "borderline"),
        ("one-fifth", "0.23..0.3", "refuted"),
        ("one-fifth", "18 to 21%", "borderline"),
        ("about half", "30-40%", "refuted"),
        ("about half", "0.5", "supported"),
        ("down 40%", "-0.42--0.38", "borderline"),
        ("down 40%", "-0.405..-0.395", "supported"),
        ("about 300 people", "295-310", "supported"),
        ("more than 300 people", "290 to 310 people", "borderline"),
        ("more than 300 people", "more than 320 people", "supported"),
    ],
)
def test_a_stretch_is_judged_as_one_and_not_by_its_middle(
    phrase: str, value: str, label: str
) -> None:
    tried = trial(phrase, value)

    assert (tried.label, tried.fits) == (label, label == "supported")
    assert (tried.share is not None) == (label == "borderline")


def test_a_stretch_across_the_edge_says_how_much_of_it_fits() -> None:
    tried = trial("more than 20 km", "16-24")

    assert (tried.evidence, tried.value) == (Interval(Decimal(16), Decimal(24)), Decimal(20))
    assert (tried.label, tried.share) == ("borderline", 0.5)


@pytest.mark.parametrize("value", ["0.21-0.18", "0.5-1.5", "1..2..3", "0.2-"])
def test_what_is_no_stretch_of_shares_is_refused(value: str) -> None:
    with pytest.raises(BadValue):
        trial("one-fifth", value)


@pytest.mark.parametrize(
    ("phrase", "value", "words"),
    [("doubled", "1.2", "up 120%"), ("down 43%", "-0.4", "down 40%"), ("120%", "1.2", "120%")],
)
def test_the_right_words_for_a_change_say_which_way_it_went(
    phrase: str, value: str, words: str
) -> None:
    assert trial(phrase, value).wording == words


@pytest.mark.parametrize(
    ("phrase", "value", "wording"),
    [
        ("doubled", "1.2", "up 120%"),
        ("rose by half", "1.04", "doubled"),
        ("doubled", "2.05", "tripled"),
        ("fell 40%", "-0.5", "halved"),
        ("a fifth more", "0.33", "a third more"),
        ("rose 20%", "0.5", "up 50%"),
        ("a third less", "-0.25", "a quarter less"),
        ("fell 3%", "-0.05", "down 5%"),
    ],
)
def test_a_change_is_worded_as_a_change(phrase: str, value: str, wording: str) -> None:
    tried = trial(phrase, value)

    assert tried.wording == wording
    assert parse_quantity(wording).kind == "change"
    assert trial(wording, value).fits


def test_no_change_is_worded_as_nought() -> None:
    assert trial("doubled", "0").wording == "0%"
