"""Points: those that are of a percentage, beside a game's and an index's."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("It slipped two points to 38%.", ["slipped two points (share)", "38% (share)"]),
        ("It slipped two points, to 38%.", ["slipped two points (share)", "38% (share)"]),
        (
            "It slipped two points to about 38%.",
            ["slipped two points (share)", "about 38% (share)"],
        ),
        ("It slipped two points to 7,500.", ["slipped two (count)", "7,500 (count)"]),
        ("It fell two points from 40%.", ["fell two points (share)", "40% (share)"]),
        ("It took two points from 40% of shots.", ["two (count)", "40% (share)"]),
        ("They are nine points ahead of them on 20%.", ["nine points (share)", "20% (share)"]),
        ("They are nine points ahead, on 20%.", ["nine points (share)", "20% (share)"]),
        ("They are nine points ahead of a b c d e f on 20%.", ["nine (count)", "20% (share)"]),
        ("They are nine points ahead; on 20%.", ["nine (count)", "20% (share)"]),
        ("It stands at 30%, eight points lower.", ["30% (share)", "eight points lower (share)"]),
        (
            "It stands at 30 per cent, eight points lower.",
            ["30 per cent (share)", "eight points lower (share)"],
        ),
        ("It stands at 30%, eight points.", ["30% (share)", "eight (count)"]),
        ("It rose 30%, eight points lower.", ["rose 30% (share)", "eight points lower (count)"]),
        ("It is at 38% (−3 pts).", ["38% (share)", "−3 pts (share)"]),
        ("It is at 38% (3 pts).", ["38% (share)", "3 (count)"]),
        ("It is on 29%, up two points.", ["29% (share)", "up two points (share)"]),
        ("It rose 1.2%, up 52 points.", ["rose 1.2% (share)", "up 52 (count)"]),
        (
            "It fell 30 points, or 0.4%, to 7,500.",
            ["fell 30 (count)", "0.4% (share)", "7,500 (count)"],
        ),
        ("They won by 30 points.", ["30 (count)"]),
    ],
)
def test_points_are_of_the_percentage_beside_them(text: str, quantities: list[str]) -> None:
    found = find_quantities(text)
    assert [f"{text[one.start : one.end]} ({one.unit})" for one in found] == quantities
