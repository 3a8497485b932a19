"""Names as people type them."""

from __future__ import annotations

from claimtrack.names import nearest

KNOWN = ("lease-2042", "three-quarters-of-donetsk", "one-fifth-of-ukraine")


def test_a_slip_of_the_finger_finds_what_was_meant() -> None:
    assert nearest("lease-2024", KNOWN) == ("lease-2042",)


def test_the_nearest_comes_first() -> None:
    assert nearest("tide", ("tides", "tide-low", "tid"))[0] == "tides"


def test_what_resembles_nothing_finds_nothing() -> None:
    assert nearest("xyz", KNOWN) == ()


def test_there_are_three_at_most() -> None:
    assert len(nearest("claim", [f"claim{number}" for number in range(9)])) == 3
