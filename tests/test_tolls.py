"""Tolls: numbers that the words around them tell to be of persons."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("A toll of 112 came.", ["112 (persons)"]),
        ("The death toll from the flood reached 112.", ["112 (persons)"]),
        ("Losses reached 112.", ["112 (persons)"]),
        ("Boats reached 112.", []),
        ("12 were killed.", ["12 (persons)"]),
        ("12 died.", ["12 (persons)"]),
        ("12 have been reported missing.", ["12 (persons)"]),
        ("12 is killed.", []),
        ("1 was killed.", ["1 (persons)"]),
        ("Sector 7 was evacuated.", []),
        ("12 were there.", []),
        ("Ten Poles fled.", ["Ten Poles (persons)"]),
        ("Ten poles fell.", ["Ten (count)"]),
        ("20 Swiss fled.", ["20 (count)"]),
    ],
)
def test_a_toll_is_of_persons(text: str, quantities: list[str]) -> None:
    found = find_quantities(text)
    assert [f"{text[one.start : one.end]} ({one.unit})" for one in found] == quantities
