"""Units of the sciences: each spelling in its base unit, there and back, and none a count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadValue
from claimtrack.values import BASE_UNITS, OTHER_UNIT, is_unit
from claimtrack.words import find_quantities, parse_quantity, wording
from claimtrack.words.counting.sciences import FAHRENHEIT, GLUED_SYMBOLS, SPELLINGS, SYMBOLS
from claimtrack.words.counting.units import unit_at
from claimtrack.words.tokens import tokenize

MEASURED = ("kg", "l", "degC", "kW", "kWh", "GB", "hPa", "dB", "magnitude")


@pytest.mark.parametrize(
    ("phrase", "amount", "unit"),
    [
        ("20 kg", "20", "kg"),
        ("20kg", "20", "kg"),
        ("3 tonnes", "3000", "kg"),
        ("40t", "40000", "kg"),
        ("250g", "0.25", "kg"),
        ("30 milligrams", "0.00003", "kg"),
        ("12 pounds of flour", "5.44310844", "kg"),
        ("9 ounces", "0.255145708125", "kg"),
        ("11 stone", "69.85322498", "kg"),
        ("2 short tons", "1814.36948", "kg"),
        ("3 million tonnes", "3000000000", "kg"),
        ("5 litres", "5", "l"),
        ("750ml", "0.75", "l"),
        ("5 cubic metres", "5000", "l"),
        ("2 bcm", "2000000000000", "l"),
        ("10 gallons", "37.85411784", "l"),
        ("10 imperial gallons", "45.4609", "l"),
        ("1.5°C", "1.5", "degC"),
        ("minus 12 degrees Celsius", "-12", "degC"),
        ("95 degrees Fahrenheit", "35", "degC"),
        ("23°F", "-5", "degC"),
        ("minus 40F", "-40", "degC"),
        ("14C below zero", "-14", "degC"),
        ("300 MW", "300000", "kW"),
        ("60W", "0.06", "kW"),
        ("1.2 gigawatts", "1200000", "kW"),
        ("90 megawatt-hours", "90000", "kWh"),
        ("36 megajoules", "10", "kWh"),
        ("3 GB", "3", "GB"),
        ("500MB", "0.5", "GB"),
        ("12 terabytes", "12000", "GB"),
        ("1,013 millibars", "1013", "hPa"),
        ("3 bar", "3000", "hPa"),
        ("90 dB", "90", "dB"),
        ("420 parts per million", "0.00042", "share"),
        ("45p", "0.45", "GBP"),
        ("A 45p", "0.45", "GBP"),
    ],
)
def test_a_measure_is_converted_to_its_base_unit(phrase: str, amount: str, unit: str) -> None:
    found = parse_quantity(phrase)
    assert (found.amount, found.unit, found.kind) == (Decimal(amount), unit, "level")


@pytest.mark.parametrize(
    ("text", "phrase", "amount"),
    [
        ("A 6.2 magnitude quake hit.", "6.2 magnitude", "6.2"),
        ("A 6.2-magnitude quake hit.", "6.2-magnitude", "6.2"),
        ("A quake of magnitude 6.2 hit.", "magnitude 6.2", "6.2"),
        ("A magnitude-6.2 quake hit.", "magnitude-6.2", "6.2"),
        ("It had a magnitude of 5.8.", "magnitude of 5.8", "5.8"),
        ("It measured 5.8 on the Richter scale.", "5.8 on the Richter scale", "5.8"),
    ],
)
def test_a_quake_has_its_magnitude(text: str, phrase: str, amount: str) -> None:
    (found,) = find_quantities(text)
    assert (found.unit, found.amount) == ("magnitude", Decimal(amount))
    assert text[found.start : found.end] == phrase


@pytest.mark.parametrize(
    ("text", "amount", "interval"),
    [
        ("It was 5°F above average.", "2.777777777777777777777777778", "change"),
        ("Temperatures rose by 9°F.", "5", "change"),
        ("It will be 3C warmer.", "3", "change"),
        ("The sea is 2°C cooler.", "-2", "change"),
        ("They aim at 3.6°F of warming.", "2", "level"),
        ("They would limit warming to 3.6°F.", "2", "level"),
        ("It was 41°F at noon.", "5", "level"),
    ],
)
def test_a_difference_in_degrees_knows_no_nought(text: str, amount: str, interval: str) -> None:
    (found,) = find_quantities(text)
    assert (found.amount, found.unit, found.kind) == (Decimal(amount), "degC", interval)


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("below minus 20C", "(-inf, -20)"),
        ("minus 20C or lower", "(-inf, -20]"),
        ("above minus 5C", "(-5, inf)"),
        ("about minus 12C", "[-13, -11]"),
        ("minus 12C", "[-12.5, -11.5]"),
        ("over 30C", "(30, inf)"),
        ("below 14°F", "(-inf, -10)"),
    ],
)
def test_bounds_below_nought_are_those_of_the_line(phrase: str, interval: str) -> None:
    assert str(parse_quantity(phrase).interval) == interval


@pytest.mark.parametrize(
    "phrase",
    [
        "240 volts",
        "12V",
        "3.5 GHz",
        "100 Mbps",
        "15 kilotons",
        "20 degrees",
        "40 mpg",
        "5 mSv",
        "40 miles per gallon",
    ],
)
def test_what_no_base_unit_holds_counts_nothing(phrase: str) -> None:
    found = parse_quantity(phrase)
    assert (found.unit, found.kind) == (OTHER_UNIT, "level")
    assert phrase.endswith(found.of or "nothing")
    assert not is_unit(found.unit)
    with pytest.raises(BadValue):
        wording("5", unit=found.unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It has 12 stone steps.", "count"),
        ("It has 3 bar staff.", "persons"),
        ("It has 20 TB patients.", "persons"),
        ("It sold 30 barrels.", "count"),
        ("It sold 5G phones.", None),
        ("It sold the iPhone 5C.", None),
        ("She ran three PBs.", "count"),
        ("It hired 20 MPs.", "persons"),
    ],
)
def test_a_word_that_looks_like_a_unit_is_none(text: str, unit: str | None) -> None:
    assert [found.unit for found in find_quantities(text)] == ([] if unit is None else [unit])


def test_every_spelling_is_read_as_it_stands() -> None:
    read = [
        spelling
        for unit, spellings in SPELLINGS
        for spelling in spellings.split("|")
        if unit_at(tokenize(f"7 {spelling} ."), 1) != (unit, 1 + len(spelling.split()))
    ]
    assert read == []


def test_every_symbol_is_read_in_its_case() -> None:
    for symbol, unit in SYMBOLS.items():
        assert unit_at(tokenize(f"7 {symbol} ."), 1) == (unit, 2)
    for symbol, unit in GLUED_SYMBOLS.items():
        assert unit_at(tokenize(f"7{symbol} ."), 1) == (unit, 2)


def test_every_unit_is_of_a_base_unit_or_of_none() -> None:
    units = [unit for unit, _ in SPELLINGS] + [*SYMBOLS.values(), *GLUED_SYMBOLS.values()]
    assert {unit.base for unit in units} - {OTHER_UNIT} <= set(BASE_UNITS)


@given(st.sampled_from(MEASURED), st.decimals(0, 10**9, places=3))
def test_a_worded_measure_holds_its_value(unit: str, value: Decimal) -> None:
    said = parse_quantity(wording(value, unit=unit), unit=unit)
    assert said.unit == unit
    assert value in said.interval


@given(st.decimals(-500, -1, places=2))
def test_a_worded_frost_is_below_nought_and_no_fall(value: Decimal) -> None:
    said = parse_quantity(wording(value, unit="degC"), unit="degC")
    assert (said.unit, said.kind) == ("degC", "level")
    assert value in said.interval


@given(
    st.sampled_from([unit for unit, _ in SPELLINGS if unit.base != OTHER_UNIT]),
    st.decimals(-(10**6), 10**6, places=4),
)
def test_a_unit_leads_there_and_back(unit: tuple[Decimal, ...], value: Decimal) -> None:
    there = unit.convert(value)  # type: ignore[attr-defined]
    back = there * unit.per / unit.factor + unit.nought  # type: ignore[attr-defined]
    assert abs(back - value) <= Decimal("1e-12")


def test_the_nought_of_fahrenheit_is_not_that_of_its_differences() -> None:
    assert FAHRENHEIT.convert(Decimal(212)) == 100
    assert FAHRENHEIT.apart.convert(Decimal(9)) == 5


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("It was 20 C in the hall.", "degC", "20"),
        ("It fell to 5 F.", "degC", "-15"),
        ("He drank 2 l of milk.", "l", "2"),
        ("The ring weighs 5 g.", "kg", "0.005"),
        ("It took her 2m 30s.", "h", "0.0417"),
    ],
)
def test_a_letter_apart_is_a_unit_where_nothing_goes_on(text: str, unit: str, amount: str) -> None:
    (found,) = find_quantities(text)
    assert found.unit == unit
    assert found.amount is not None
    assert round(found.amount, 4) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "She sat in seat 14C.",
        "Class 4C won the cup.",
        "A 9C pupil sang.",
        "His 401k shrank.",
        "The company 3M makes tape.",
        "3M makes tape.",
        "It stands at 10 M Street.",
    ],
)
def test_a_letter_that_names_is_no_unit(text: str) -> None:
    assert find_quantities(text) == []
