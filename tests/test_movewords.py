"""The words that are right for a change, in the manner of those that told another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words import parse_quantity
from claimtrack.words.movewords import is_told_as_change, wording_of_move


@pytest.mark.parametrize(
    ("said", "value", "told"),
    [
        ("shrank by 0.3%", "0.001", "grew by 0.1%"),
        ("shrank by 0.3%", "-0.005", "shrank by 0.5%"),
        ("fell 4%", "0.02", "rose 2%"),
        ("rises by about 4%", "-0.02", "falls by 2%"),
        ("down 43%", "0.05", "up 5%"),
        ("a fall of 3%", "0.05", "a rise of 5%"),
        ("a rise of 3%", "-0.05", "a fall of 5%"),
        ("an increase of 3%", "-0.05", "a decrease of 5%"),
        ("a decrease of 3%", "0.05", "an increase of 5%"),
        ("The fall of 3%", "-0.05", "fall of 5%"),
        ("growth of 2%", "-0.01", "contraction of 1%"),
        ("rose by 5%", "1.2", "rose by 120%"),
        ("rose by 300%", "-0.4", "fell by 40%"),
        ("plunged by 20%", "0.05", "rose by 5%"),
        ("doubled", "0.4", "rose by 40%"),
        ("a 3% drop", "0.02", "rose by 2%"),
        ("a 3% drop", "-0.02", "fell by 2%"),
    ],
)
def test_a_change_is_worded_as_one_on_either_side(said: str, value: str, told: str) -> None:
    assert is_told_as_change(said)
    assert wording_of_move(Decimal(value), said) == told
    assert Decimal(value) in parse_quantity(told, unit="ratio").interval


@given(
    st.sampled_from(["rose by 5%", "a fall of 3%", "down 4%", "doubled", "Growth of 2%"]),
    st.decimals(min_value=-1, max_value=30, places=4).filter(bool),
)
def test_whatever_has_changed_the_words_are_right_for_it(said: str, value: Decimal) -> None:
    told = wording_of_move(value, said)
    assert told is not None
    assert value in parse_quantity(told).interval


def test_what_has_not_changed_has_no_words_of_change() -> None:
    assert wording_of_move(Decimal(0), "shrank by 0.3%") is None


@pytest.mark.parametrize("said", ["just over 3%", "rose by 3 euros", "4 to 1", "nothing at all"])
def test_a_level_is_no_change_by_a_percentage(said: str) -> None:
    assert not is_told_as_change(said)
