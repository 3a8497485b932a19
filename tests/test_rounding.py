"""The place to which each figure of a series is given."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import BadValue, rounded_to

FIGURES = st.lists(st.integers(-(10**9), 10**9).map(Decimal), max_size=60)


def places(*figures: str) -> list[str]:
    return [str(one) for one in rounded_to([Decimal(figure) for figure in figures])]


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (["1220000"], ["1E+4"]),  # nothing else is known of it
        (["1218940", "1220000", "1220950"], ["1E+1"] * 3),
        (["19.0", "19.2", "20.0"], ["0.1"] * 3),  # a nought behind the point is stated
        (["1200", "1300", "2000"], ["1E+2"] * 3),
        (["0", "10", "20"], ["1", "1E+1", "1E+1"]),
        (["-5200", "-5100"], ["1E+2"] * 2),
        (["1.9E4"], ["1E+3"]),
        ([], []),
    ],
)
def test_a_figure_is_as_round_as_its_series(figures: list[str], found: list[str]) -> None:
    assert places(*figures) == found


def test_one_figure_that_is_finer_makes_no_other_so() -> None:
    found = places(*["1210"] * 20, "1213", *["1220"] * 20)
    assert found == ["1E+1"] * 20 + ["1"] + ["1E+1"] * 20


def test_a_series_that_is_given_more_finely_from_some_day_on_is_so_from_then() -> None:
    found = places(*["1200"] * 40, *["1210"] * 40)
    assert found == ["1E+2"] * 40 + ["1E+1"] * 40


def test_what_is_no_figure_is_refused() -> None:
    with pytest.raises(BadValue, match="NaN is no finite figure"):
        rounded_to([Decimal("NaN")])


@given(FIGURES)
def test_every_figure_is_whole_in_its_place(figures: list[Decimal]) -> None:
    assert all(
        figure % place == 0 for figure, place in zip(figures, rounded_to(figures), strict=True)
    )


@given(st.lists(st.integers(1, 10**9).map(Decimal), min_size=21, max_size=60), FIGURES)
def test_no_place_changes_when_later_figures_come(
    figures: list[Decimal], later: list[Decimal]
) -> None:
    assert rounded_to([*figures, *later])[: len(figures)] == rounded_to(figures)
