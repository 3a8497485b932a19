"""Limbs: percentages that share the verb of the one before them."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


def moves(text: str) -> list[tuple[str, str]]:
    """Kind and amount, in percent, of each quantity of *text*."""
    return [
        (found.kind, "" if found.amount is None else f"{float(found.amount * 100):g}")
        for found in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Exports rose 5% and imports by 2%.", "5 2"),
        ("Wages fell 3% and exports 5%.", "-3 -5"),
        ("Sales fell 5% in Europe and 3% in Asia.", "-5 -3"),
        ("Rice fell by 4 per cent and maize 6 per cent.", "-4 -6"),
        ("Output dropped about 4% in spring and almost 6% in summer.", "-4 -6"),
        ("Beef rose 4%, pork 6% and lamb 9%.", "4 6 9"),
        ("Output fell 2% in May, 3% in June and 4% in July.", "-2 -3 -4"),
        ("The economy grew 2% in 2019 and 3% in 2020.", "2 3"),
        ("Fares are up 4% and parking fees by 9%.", "4 9"),
        ("Sales and profits rose 4% and 3% respectively.", "4 3"),
        ("Sales and profits fell 4% and 3%.", "-4 -3"),
        ("The yen dropped 2% against the dollar and 3% against the euro.", "-2 -3"),
        ("Food rose by 6% and rent by about 3% in real terms.", "6 3"),
        ("Output rose 5%, mining 3% and manufacturing 2%.", "5 3 2"),
        ("Food fell 5%, and clothing by 2%.", "-5 -2"),
        ("Prices rose 4% at an annual rate, food 7%.", "4 7"),
    ],
)
def test_a_second_limb_moves_as_the_first(text: str, amounts: str) -> None:
    assert moves(text) == [("change", amount) for amount in amounts.split()]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Prices rose 5% and 3% of shops closed.", "3"),
        ("Turnout rose 5% and Labour won 12%.", "12"),
        ("Sales rose 5% and margins hit 12%.", "12"),
        ("Exports grew 5% and unemployment is 7%.", "7"),
        ("Prices rose 5% and about 40% said they ate less.", "40"),
        ("Prices rose 4%, the jobless rate 7%.", "7"),
        ("Prices rose 4%, versus 3% in May.", "3"),
        ("Prices rose 4%, beating 3% forecasts.", "3"),
        ("Prices rose 4%, hitting 7% in May.", "7"),
        ("Prices rose 4% and turnout 7%.", "7"),
        ("Prices rose 4% and rates 7%.", "7"),
        ("Prices rose 5% and he demanded 2% in May.", "2"),
        ("Prices rose 4% and Finland took 9%.", "9"),
        ("Support rose 3%, with 12% undecided.", "12"),
        ("Shares rose 3%, and 40% of holders sold.", "40"),
    ],
)
def test_what_has_a_verb_of_its_own_moves_by_no_other(text: str, level: str) -> None:
    assert [kind for kind, _ in moves(text)] == ["change", "level"]
    assert moves(text)[1][1] == level


def test_two_shares_without_a_move_before_them_are_levels() -> None:
    for text in ("Labour took 33% and the Greens 9%.", "Of them 52% said yes and 48% no."):
        assert [kind for kind, _ in moves(text)] == ["level", "level"]


def test_no_more_than_a_few_limbs_are_followed() -> None:
    listed = ", ".join(
        f"town {name} 3%" for name in ["Ale", "Bil", "Cor", "Dun", "Eck", "Fox", "Gil", "Hum"]
    )
    kinds = [kind for kind, _ in moves(f"Rents rose 4%, {listed}.")]
    assert kinds[:3] == ["change"] * 3
    assert kinds[-1] == "level"
