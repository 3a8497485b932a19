"""Written numbers: the sign before the decimals, told, found out or asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Unreadable, decimal_sign, read_number


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("300", None, "300"),
        ("-0.5", None, "-0.5"),
        ("−0,5", None, "-0.5"),
        (".5", None, "0.5"),
        ("5.", None, "5"),
        ("1.3e-7", None, "1.3e-7"),
        ("1 300", None, "1300"),
        ("1'300.5", None, "1300.5"),
        ("1.300.000", None, "1300000"),
        ("1,300.25", None, "1300.25"),
        ("1234.567", None, "1234.567"),
        ("0.300", None, "0.300"),
        ("1.300", ",", "1300"),
        ("1.300", ".", "1.300"),
        ("1,300", ",", "1.300"),
        ("1,300", ".", "1300"),
    ],
)
def test_a_number_is_read_where_it_can_be_one_only(text: str, decimal: Any, number: str) -> None:
    assert read_number(text, decimal) == Decimal(number)


@pytest.mark.parametrize("text", ["1.300", "1,300", "12.345", "-999,000"])
def test_a_number_that_may_be_two_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r'may be .* or .*: decimal = "\." or "," says which'):
        read_number(text)


@pytest.mark.parametrize(
    "text", ["", "-", ".", "1_000", "٤", "NaN", "1,3,0", "1.30.000", "1,300 000", "1e", "9" * 500]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="is no number"):
        read_number(text)


def test_a_number_of_either_sign_is_told_apart_from_none() -> None:
    for text, decimal in [("x", None), ("x", ","), ("1,5x", ",")]:
        with pytest.raises(Unreadable) as refused:
            read_number(text, decimal)  # type: ignore[arg-type]
        assert str(refused.value) == f"{text!r} is no number"
    with pytest.raises(Unreadable) as refused:
        read_number("x" * 50)
    assert str(refused.value) == f"'{'x' * 40}' is no number"


def test_a_number_by_the_other_sign_is_none_by_this() -> None:
    with pytest.raises(Unreadable, match='is no number written with decimal = ","'):
        read_number("19.02", ",")


@pytest.mark.parametrize(
    ("figures", "bounds", "sign"),
    [
        (["1.300", "300"], {}, None),
        (["1.300", "0.25"], {}, "."),
        (["1.300", "1.300.000"], {}, ","),
        (["1.300", "2,5"], {}, ","),
        (["1,300", "n/a"], {}, None),
        (["12.345"], {"at_most": Decimal(100)}, "."),
        (["12,345"], {"at_most": Decimal(100)}, ","),
        (["1.300"], {"whole": True}, ","),
        (["1.000"], {"whole": True}, None),
        (["3.500"], {"whole": True}, ","),
        (["12.345"], {"at_most": Decimal(12_345)}, None),
        (["12.345"], {"at_most": Decimal(12_344)}, "."),
        (["-12.345"], {"at_most": Decimal(100)}, "."),
        (["-12.345"], {"at_most": Decimal(1)}, None),
        ([], {}, None),
    ],
)
def test_the_figures_of_a_column_may_tell_the_sign(
    figures: list[str], bounds: dict[str, Any], sign: str | None
) -> None:
    assert decimal_sign(figures, **bounds) == sign


def test_figures_that_contradict_each_other_are_refused() -> None:
    told = (
        r"'2\.5' has a dot before its decimals and '1,5' a comma: "
        r'decimal = "\." or "," says which is right'
    )
    with pytest.raises(Unreadable, match=f"^{told}$"):
        decimal_sign(["2.5", "1,5", "3,5"])


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(".,"))
def test_what_is_written_with_a_sign_is_read_by_it(number: Decimal, sign: Any) -> None:
    turned = str.maketrans(",.", ".,") if sign == "," else {}
    assert read_number(f"{number:,}".translate(turned), sign) == number
    assert read_number(f"{number:,}".translate(turned)) == number
