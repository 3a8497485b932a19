"""How an amount is put into words, and figures printed as it was put."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.judging.figures import difference, edge_figure, figure, interval_words, range_words
from claimtrack.values import Interval
from claimtrack.words.amounts import AmountPut, amount_put


def put(phrase: str, unit: str) -> AmountPut:
    found = amount_put(phrase, unit)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "unit", "amount", "printed"),
    [
        ("under 50 minutes", "h", "0.8", "48 minutes"),
        ("2 metres", "km", "0.0021", "2.1 metres"),
        ("2 metres", "km", "0.001", "1 metre"),
        ("six feet", "km", "0.0003048", "1 foot"),
        ("450 grams", "kg", "0.47", "470 grams"),
        ("18 months", "yr", "1.25", "15 months"),
        ("80 mph", "km/h", "80.4672", "50 mph"),
        ("3,000 gallons a day", "l/d", "378.5411784", "100 gallons a day"),
        ("12 GW", "kW", "900000", "0.9 GW"),
        ("90 degrees Fahrenheit", "degC", "30", "86 °F"),
        ("80 pence", "GBP", "0.75", "75 pence"),
        ("30 per 100,000", "share", "0.0002", "20 per 100,000"),
        ("some 61 billion euros", "EUR", "61800000000", "€61.8 billion"),
        ("$61bn", "USD", "950000000", "$950 million"),
        ("half a million people", "persons", "480000", "480,000 people"),
        ("2 million hectares", "km2", "21000", "2.1 million hectares"),
        ("1.2m", "count", "1250000", "1.25 million"),
        ("1.2 million barrels a day", "count/d", "1100000", "1.1 million a day"),
    ],
)
def test_a_figure_is_printed_in_the_unit_and_the_scale_of_the_words(
    phrase: str, unit: str, amount: str, printed: str
) -> None:
    assert figure(Decimal(amount), put(phrase, unit)) == printed


@pytest.mark.parametrize(
    ("phrase", "unit"),
    [
        ("75%", "share"),
        ("a third", "share"),
        ("3 hours", "h"),
        ("40 km/h", "km/h"),
        ("over 40,000 people", "persons"),
        ("€61,000,000,000", "EUR"),
        ("a decade", "yr"),
        ("two hours and 45 minutes", "h"),
        ("6ft 2in", "km"),
        ("dozens", "count"),
        ("50 minutes", "km"),
        ("nothing of the kind", "count"),
    ],
)
def test_what_is_put_as_the_unit_is_printed_is_put_in_no_other_way(phrase: str, unit: str) -> None:
    assert amount_put(phrase, unit) is None


def test_edges_stretches_and_differences_are_put_so_too() -> None:
    minutes, billions = put("50 minutes", "h"), put("61 billion euros", "EUR")
    third = Decimal(50) / 60
    assert edge_figure(third, minutes) == "50 minutes"
    assert interval_words(Interval(None, third, "neither"), minutes) == "less than 50 minutes"
    between = Interval(Decimal("46.5") / 60, Decimal("47.5") / 60)
    assert range_words(between, minutes) == "between 46.5 and 47.5 minutes"
    euros = Interval(Decimal("61.75e9"), Decimal("61.85e9"))
    assert range_words(euros, billions) == "€61.8 billion"
    assert difference(Decimal("0.05"), minutes, signed=True) == "+3 minutes"
    assert difference(Decimal(10), put("90 degrees Fahrenheit", "degC")) == "18 °F"


def test_amounts_that_differ_never_read_alike() -> None:
    millions = put("2.4 million people", "persons")
    near = Decimal(2_500_400)
    assert figure(near, millions, beside=[Decimal(2_500_000)]) == "2.5004 million people"
