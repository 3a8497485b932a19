"""Wordings: the phrase for a value is right for it, and everyday where one is."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.errors import BadValue
from claimtrack.words import parse_quantity, wording


@pytest.mark.parametrize(
    ("value", "unit", "phrase"),
    [
        ("0.1897", "share", "19%"),
        ("0.745", "share", "about three-quarters"),
        ("0.7947", "share", "about four-fifths"),
        ("0.7755", "share", "nearly 78%"),
        ("0.445", "share", "just over 44%"),
        ("0.5", "share", "half"),
        ("6.2", "magnitude", "magnitude 6.2"),
        ("6", "magnitude", "magnitude 6"),
        ("6.5", "magnitude", "magnitude 6.5"),
        ("6.27", "magnitude", "about magnitude 6.3"),
        ("6.5", "degC", "6.5 degrees Celsius"),
        ("21.4", "degC", "21.4 degrees Celsius"),
        ("-6.5", "degC", "minus 6.5 degrees Celsius"),
        ("6", "dB", "6 decibels"),
        ("91.3", "dB", "about 91 decibels"),
        ("2.5", "dB", "2.5 decibels"),
        ("1013.2", "hPa", "1,013 millibars"),
        ("0.506", "share", "about half"),
        ("0.003", "share", "0.3%"),
        ("0.97", "share", "nearly all"),
        ("0", "share", "0%"),
        ("1", "share", "100%"),
        ("1.5", "share", "150%"),
        ("-0.2", "share", "a fall of a fifth"),
        ("3", "count", "three"),
        ("13", "count", "13"),
        ("480000", "count", "about half a million"),
        ("1", "persons", "one person"),
        ("3.2", "persons", "about three people"),
        ("12345", "persons", "about 12,000 people"),
        ("123456789", "persons", "about 120 million people"),
        ("2500000", "persons", "2.5 million people"),
        ("1250000", "persons", "1.25 million people"),
        ("1000000000000000", "persons", "1,000 trillion people"),
        ("1019.4", "persons", "1,000 people"),
        ("1200345", "persons", "1.2 million people"),
        ("116995.39", "km2", "117,000 square kilometres"),
        ("0.07", "km", "70 metres"),
        ("2.8", "h", "about three hours"),
        ("2.6", "h", "two and a half hours"),
        ("0.5", "h", "about half an hour"),
        ("0.7", "h", "42 minutes"),
        ("1.5", "h", "one and a half hours"),
        ("1", "h", "one hour"),
        ("0.45", "h", "27 minutes"),
        ("0.44", "h", "26.4 minutes"),
        ("12.5", "h", "twelve and a half hours"),
        ("0.99", "yr", "twelve months"),
        ("0", "km", "zero metres"),
        ("450000", "count", "450,000"),
        ("0.2049", "share", "a fifth"),
        ("0.205", "share", "about a fifth"),
        ("0.949", "share", "95%"),
        ("0.0099", "share", "1%"),
        ("0.01", "share", "1%"),
        ("10", "d", "ten days"),
        ("0.5", "yr", "about half a year"),
        ("17.2", "yr", "17 years"),
        ("61000000000", "USD", "$60 billion"),
        ("1234", "UAH", "about UAH 1,200"),
        ("1019", "persons/d", "1,000 people a day"),
        ("-61", "persons/d", "a fall of 60 people a day"),
        ("0.02", "share/yr", "2% a year"),
        ("61", "km/h", "60 kilometres an hour"),
        ("0.0321", "ratio", "3%"),
        ("-0.003", "ratio", "a fall of 0.3%"),
        ("1.5", "ratio", "150%"),
    ],
)
def test_a_value_is_worded_as_people_say_it(value: str, unit: str, phrase: str) -> None:
    assert wording(value, unit=unit) == phrase


def test_without_a_unit_nought_to_one_is_a_share_and_more_a_count() -> None:
    assert wording("0.745") == "about three-quarters"
    assert wording(0.745) == "about three-quarters"
    assert wording(448) == "450"
    assert wording(0) == "0%"
    assert wording(1) == "100%"
    assert wording("1.01") == "about one"


@pytest.mark.parametrize(("value", "unit"), [("many", None), ("1", "parsecs"), ("NaN", "share")])
def test_what_is_no_value_or_unit_is_refused(value: str, unit: str | None) -> None:
    with pytest.raises(BadValue):
        wording(value, unit=unit)


@pytest.mark.parametrize("sign", [1, -1])
def test_an_amount_of_thousands_of_digits_is_refused(sign: int) -> None:
    with pytest.raises(BadValue, match=r"over 40 digits is too long: -?10000"):
        wording(sign * 10**5000)


def test_a_currency_without_everyday_words_is_refused() -> None:
    with pytest.raises(BadValue, match="no everyday words for 5 XXX"):
        wording(5, unit="XXX")


UNITS = st.sampled_from(
    ["share", "ratio", "count", "persons", "km2", "km", "h", "d", "yr", "USD", "EUR", "UAH"]
)
PERIODS = st.sampled_from(["", "", "", "/h", "/d", "/week", "/month", "/yr"])
SHARES = st.one_of(st.decimals(0, 1, places=4), st.decimals(0, 1, places=18))
AMOUNTS = st.one_of(
    st.integers(0, 200).map(Decimal),
    st.decimals(0, 100, places=3),
    st.decimals(0, 10**7, places=2),
    st.decimals(0, 10**20, places=0),
    st.builds(Decimal.scaleb, st.integers(0, 999).map(Decimal), st.integers(-20, 0)),
)


@settings(max_examples=1500)
@given(SHARES)
@example(Decimal("0.225"))
@example(Decimal("0.05"))
@example(Decimal("0.95"))
@example(Decimal("1E-30"))
@example(1 - Decimal("1E-25"))
def test_parsing_the_wording_of_a_share_gives_an_interval_that_holds_it(share: Decimal) -> None:
    said = parse_quantity(wording(share))
    assert said.unit == "share"
    assert share in said.interval


@settings(max_examples=1500)
@given(AMOUNTS, UNITS, PERIODS, st.booleans())
@example(Decimal("1E-20"), "count", "", True)
@example(Decimal("1E-20"), "share", "", True)
@example(Decimal("1E+30"), "km2", "/d", False)
def test_parsing_the_wording_of_any_amount_gives_an_interval_that_holds_it(
    amount: Decimal, unit: str, period: str, falls: bool
) -> None:
    value = -amount if falls else amount
    said = parse_quantity(wording(value, unit=unit + period), unit=unit + period)
    assert said.unit == unit + period
    assert value in said.interval


@given(SHARES)
def test_a_callers_decimal_context_changes_no_wording(share: Decimal) -> None:
    expected = wording(share)
    with decimal.localcontext(prec=2):
        assert wording(share) == expected


@pytest.mark.parametrize(
    ("value", "unit", "phrase"),
    [
        ("82.4", "USD", "$82.40"),
        ("0.5", "USD", "$0.50"),
        ("5.5", "GBP", "£5.50"),
        ("1400000000", "EUR", "€1.4 billion"),
        ("12", "USD", "$12"),
    ],
)
def test_a_price_has_both_of_its_decimals_or_none(value: str, unit: str, phrase: str) -> None:
    assert wording(value, unit=unit) == phrase
