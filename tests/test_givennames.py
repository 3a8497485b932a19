"""Given names: those of which the sex is told, and those of which it is not."""

from __future__ import annotations

import pytest

from claimtrack.words.quoting.givennames import sex_of


@pytest.mark.parametrize(
    ("given", "sex"),
    [("nora", "woman"), ("viktor", "man"), ("sasha", ""), ("robin", ""), ("", "")],
)
def test_a_name_tells_its_sex_only_where_nearly_all_are_of_one(given: str, sex: str) -> None:
    assert sex_of(given) == sex
