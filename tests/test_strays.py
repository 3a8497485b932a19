"""Strays: what beside a date changes nothing, and what may."""

from __future__ import annotations

import pytest

from claimtrack.words.dates import find_dates
from claimtrack.words.dating.strays import stray


def left(said: str) -> str | None:
    """What stands beside the one date in *said* and may change it."""
    (found,) = find_dates(said)
    return stray(said, found.start, found.end)


@pytest.mark.parametrize(
    "said",
    [
        "open its doors on 20 May 2024",
        "will open its doors on 20 May 2024",
        "opened the bridge in 2024",
        "the mill will have shut its gates by June 2024",
        "to launch its first ferry in June 2024",
        "sign the treaty on 20 May 2024",
        "will lift the ban in 2024",
        "resume their talks on 20 May 2024",
        "must publish her report by June 2024",
        "ends the sale of petrol cars in 2035",
        "the port closed an old quay in 2019",
    ],
)
def test_a_verb_with_its_object_changes_nothing(said: str) -> None:
    assert left(said) is None


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("mark the anniversary of 20 May 2024", "mark the anniversary of"),
        ("open its doors twice in 2024", "open its doors twice"),
        ("open its doors just before 2024", "open its doors just"),
        ("opened its doors two weeks before 20 May 2024", "opened its doors two weeks"),
        ("close the shop the day before 20 May 2024", "close the shop the day"),
        ("open its doors unless barred by 2024", "open its doors unless barred"),
        ("not open its doors in 2024", "not open its doors"),
        ("open its doors at the fair in 2024", "open its doors at the fair"),
        ("its doors in 2024", "its doors"),
        ("despite the vote in 2024", "despite the vote"),
        ("the war in 2024", "the war"),
        ("open its 20 doors shortly after 2024", "open its 20 doors shortly"),
        ("mark the end of the war in 2024", "mark the end of the war"),
        ("sign the treaty well before 2024", "sign the treaty well"),
    ],
)
def test_what_may_change_the_date_is_told(said: str, stands: str) -> None:
    assert left(said) == stands
