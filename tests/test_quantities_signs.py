"""Signs: ranges with an end below nought, and the hyphens and dashes that news writes them with."""

from __future__ import annotations

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities, parse_quantity


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "told"),
    [
        ("It will be between -5C and 3C.", "between -5C and 3C", "[-5, 3] degC"),
        ("It was from −12C to −3C.", "from −12C to −3C", "[-12, -3] degC"),
        ("It was from −12 to −3 °C.", "from −12 to −3 °C", "[-12, -3] degC"),
        ("Expect -5 to +3C tonight.", "-5 to +3C", "[-5, 3] degC"),
        ("Expect -5 to 3C tonight.", "-5 to 3C", "[-5, 3] degC"),
        ("Lows of -10–-5C are likely.", "-10–-5C", "[-10, -5] degC"),
        ("Lows of -10 – -5C are likely.", "-10 – -5C", "[-10, -5] degC"),
        ("Lows of -10--5C are likely.", "-10--5C", "[-10, -5] degC"),
        ("It was minus 5-10C at dawn.", "minus 5-10C", "[-10, -5] degC"),
        ("Lows of 3C to -5C are likely.", "3C to -5C", "[-5, 3] degC"),
        ("It fell to between minus 10C and minus 15C.", "between minus 10C and minus 15C",
         "[-15, -10] degC"),
        ("It was minus five or minus six degrees Celsius.",
         "minus five or minus six degrees Celsius", "[-6, -5] degC"),
        ("It was between minus five and plus three degrees.",
         "between minus five and plus three degrees", "[-5, 3] other"),
        ("It will be from 14°F to minus 4°F.", "from 14°F to minus 4°F", "[-20, -10] degC"),
        ("It expects from -£2.5m to £1.5m.", "from -£2.5m to £1.5m", "[-2500000, 1500000] GBP"),
    ],
)  # fmt: skip
def test_a_range_may_begin_or_end_below_nought(text: str, phrase: str, told: str) -> None:
    found = only(text)
    interval, unit = found.interval, found.unit
    assert text[found.start : found.end] == phrase
    assert interval.lower is not None
    assert interval.upper is not None
    assert f"[{interval.lower:g}, {interval.upper:g}] {unit}".replace(".0", "") == told
    assert interval.closed == "both"
    assert found.kind == "level"


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("growth of between -0.5% and 0.5%", "-0.005", "0.005"),
        ("growth of minus 0.5 to plus 0.3 per cent", "-0.005", "0.003"),
        ("Output will change by −0.5–0.3%.", "-0.005", "0.003"),
        ("It will be −4% to −2% this year.", "-0.04", "-0.02"),
        ("Prices moved by +3% to +5%.", "0.03", "0.05"),
    ],
)
def test_a_percentage_across_nought_is_a_change(text: str, lower: str, upper: str) -> None:
    found = only(text)
    assert (str(found.lower), str(found.upper), found.kind) == (lower, upper, "change")


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Temperatures fell from -5C to -10C.", ["-5C", "-10C"]),
        ("It rose from −3 to 4C.", ["−3", "4C"]),
        ("It was -5C and 3C at dawn and dusk.", ["-5C", "3C"]),
        ("It was plus or minus 3%.", ["3%"]),
        ("Some 10--15 people came.", ["Some 10--15 people"]),
    ],
)
def test_two_ends_of_a_movement_are_two(text: str, phrases: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == phrases


# No-break, figure-wide, small and of full width; and the plain minus besides.
@pytest.mark.parametrize("minus", ["-", "−", "\u2010", "\u2011", "\u2012", "\ufe63", "\uff0d"])
def test_any_hyphen_before_a_figure_is_its_minus(minus: str) -> None:
    assert only(f"It was {minus}7C at dawn.").amount == -7
    assert only(f"It was {minus}7 to {minus}3C at dawn.").lower == -7


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2012", "\ufe63", "\uff0d"])
@pytest.mark.parametrize(
    "phrase",
    [
        "three-quarters", "18-20%", "5 megawatt-hours", "twenty-five people",
        "one-fifth of Ukraine",
        "a 6.2-magnitude quake", "two-and-a-half years", "a 3-hour wait", "20-odd people",
    ],
)  # fmt: skip
def test_any_hyphen_joins_words_as_the_plain_one_does(hyphen: str, phrase: str) -> None:
    plain, other = parse_quantity(phrase), parse_quantity(phrase.replace("-", hyphen))
    assert (other.amount, other.interval, other.unit) == (plain.amount, plain.interval, plain.unit)
    assert (other.start, other.end) == (plain.start, plain.end)
