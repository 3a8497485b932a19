"""Heats: degrees that are a level, below nought or not, and degrees that are a difference."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


def told(text: str) -> str:
    """Kind, amount in degrees Celsius and words of the one quantity of *text*."""
    (found,) = find_quantities(text)
    assert found.amount is not None
    return f"{found.kind} {float(found.amount):.1f} {text[found.start : found.end]}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 5°C below freezing.", "level -5.0 5°C below freezing"),
        ("It was 5°C below zero.", "level -5.0 5°C below zero"),
        ("It was 5°C above freezing.", "level 5.0 5°C above freezing"),
        ("It was 5 degrees below zero.", "level -5.0 5 degrees below zero"),
        ("It reached 68°F of heat.", "level 20.0 68°F"),
        ("It reached 68°F, warming the sea.", "level 20.0 68°F"),
    ],
)
def test_degrees_are_a_level_on_either_side_of_nought(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 3C warmer.", "change 3.0 3C warmer"),
        ("It was 3°C warmer than usual.", "change 3.0 3°C warmer"),
        ("It was 2°C cooler on Monday.", "change -2.0 2°C cooler"),
        ("Nights were 12°C below normal.", "change -12.0 12°C below"),
        ("It was 9°F above average.", "change 5.0 9°F above"),
        # Water does not freeze at nought there.
        ("It was 9°F below freezing.", "change -5.0 9°F below"),
        ("It was 9°F above freezing.", "change 5.0 9°F above"),
        ("Limit it to 2.7°F of warming.", "level 1.5 2.7°F"),
        ("Limit warming to 2.7°F.", "level 1.5 2.7°F"),
    ],
)
def test_degrees_beside_others_are_a_difference(text: str, expected: str) -> None:
    assert told(text) == expected
