"""Measures."""

from __future__ import annotations

import dataclasses

import pytest

from claimtrack.measures import Measure, Reads


def test_a_measure_in_a_unit_per_time_is_a_rate() -> None:
    assert Measure("losses", "How many a day?", "quantity", unit="persons/d").is_rate
    assert not Measure("held", "What share?", "quantity", unit="share").is_rate
    assert not Measure("end", "When does it end?", "date").is_rate


def test_a_measure_cannot_be_changed_in_passing() -> None:
    measure = Measure("held", "What share?", "quantity", unit="share")
    with pytest.raises(dataclasses.FrozenInstanceError):
        measure.unit = "km2"  # type: ignore[misc]


def test_a_measure_without_words_says_why_no_text_is_read_for_it() -> None:
    bare = Measure("held", "What share?", "quantity", unit="share")
    assert str(bare.wordless).endswith('give [reads."held"]')
    assert dataclasses.replace(bare, reads=Reads(subject=("land",))).wordless is None
    assert Measure("law", "Is it in force?", "state").wordless is None
