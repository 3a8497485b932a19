"""States in turns of speech that reports have: taken for granted, kept from, or come by a day."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, State
from claimtrack.words.statements import read_statements

MINE = Measure(
    "mine", "Is the mine closed?", "state",
    states=(State("closed", ("mine closed",)), State("open", ("mine reopened",))),
)  # fmt: skip
BANK = Measure(
    "bank", "Has the bank collapsed?", "state",
    states=(State("gone", ("bank collapsed", "bank overthrown")),
            State("not_gone", ("bank is safe",))),
)  # fmt: skip
DEPOT = Measure(
    "depot", "Where are the trams?", "state",
    states=(State("moved", ("trams/trains move/moved Holt",)),),
)  # fmt: skip
MOSTLY = Measure(
    "mostly", "Are most of the people of Holt Delvians?", "state",
    states=(State("so", ("mostly/most Holt Delvian/Delvians",)),),
)  # fmt: skip
ALL = (MINE, BANK, DEPOT, MOSTLY)


def told(text: str) -> list[str]:
    found = read_statements(text, ALL, published="2026-03-15")
    return [f"{one.measure} {one.value}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why should anybody stay now that the mine has closed?", ["mine closed"]),
        ("What will become of the town now that the bank has collapsed?", ["bank gone"]),
        ("Who pays the miners, given that the mine was closed?", ["mine closed"]),
        ("Has the mine closed?", []),
        ("Is it clear now that the mine has closed?", []),
        ("Is it true that the mine has closed?", []),
        ("Does she know that the bank has now collapsed?", []),
    ],
)
def test_a_question_takes_for_granted_what_is_now_so(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The loan saved the bank from collapsing.", ["bank not_gone"]),
        ("The rebels came close, the guards saving the bank from being overthrown.",
         ["bank not_gone"]),
        ("Two decrees have kept the bank from collapsing.", ["bank not_gone"]),
        ("They want to keep the bank from collapsing.", []),
        ("The loan could save the bank from collapsing.", []),
        ("The loan could have quite easily saved the bank from collapsing.", []),
        ("Nothing stops the bank from collapsing.", []),
        ("It would be wise to lend more, and keep the bank from collapsing.", []),
        ("The fund is a means of saving the bank from collapsing.", []),
        ("Little was done that kept the bank from collapsing.", []),
    ],
)  # fmt: skip
def test_what_something_was_kept_from_is_not_so(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trams have moved almost all of their many shops to the port of Holt.",
         ["depot moved"]),
        ("The trains have moved nearly all of their major workshops to the city of Holt.",
         ["depot moved"]),
        ("All trains moved their old coaches and all cranes to the town of Holt.",
         ["depot moved"]),
        ("The trams that used to be moved at night by diggers of the firm to Holt are red.", []),
    ],
)  # fmt: skip
def test_what_a_place_is_takes_no_room_before_its_name(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delvians, mostly concentrated in the hills of Holt, are few.", []),
        ("Some Delvians, mostly living in Holt, have left.", []),
        ("The Delvians mostly settled in Holt.", []),
        ("Holt is mostly Delvian.", ["mostly so"]),
        ("The people of Holt are mostly Delvians.", ["mostly so"]),
    ],
)
def test_how_many_live_somewhere_is_not_who_lives_there(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("By April 2025 the mine had closed.", "2025-04"),
        ("By 2024 the bank had collapsed.", "2024"),
        ("By the end of May 2025 the trams had moved to Holt.", "2025-05"),
    ],
)
def test_what_had_come_by_a_day_was_so_on_it(text: str, on: str) -> None:
    (found,) = read_statements(text, ALL, published="2026-03-15")
    assert (str(found.as_of), found.as_of_basis) == (on, "stated")
