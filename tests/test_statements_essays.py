"""Figures in the long sentences of essays: asides, reports, lengths of time, parts of an army."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import calendar_date
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.spotting import Spotter

PUBLISHED = "2026-03-10"
PRICES = Measure(
    "prices", "What is Ostia's rate of inflation?", "quantity", unit="share",
    reads=Reads(
        subject=("inflation",), by=("Ostia", "Ostian"),
        says=("be", "stand at", "rise", "run at", "inflation", "slow"),
    ),
)  # fmt: skip
LOSSES = Measure(
    "losses", "How many Varnan soldiers have been killed or wounded?", "quantity", unit="persons",
    reads=Reads(
        subject=("Varna", "Varnan"), of=("soldiers", "men"),
        says=("killed or wounded", "casualties", "losses"),
    ),
)  # fmt: skip
HELD = Measure(
    "held", "What share of Kell does Varna hold?", "quantity", unit="share",
    reads=Reads(
        subject=("Kell",), by=("Varna",), of=("land",), says=("hold", "occupy", "seize"),
    ),
)  # fmt: skip


def why(sentence: str, measure: Measure) -> list[str]:
    """What is read, as told, or why it is left."""
    found = look(sentence, Spotter([measure]), published=PUBLISHED)
    return [one.phrase if one.reading else str(one.reason) for one in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inflation in Ostia, which the bank had expected to reach 8 percent, stood at 6 percent.",
         ["a forecast (“expected”)", "6 percent"]),
        ("Ostia, whose bank hopes for 2 percent, has inflation of 6 percent.",
         ["no word of the relation carries it", "6 percent"]),
        ("The bank sees Ostian inflation at 4 percent by December.", ["a forecast (“sees”)"]),
        ("The bank raised its rate to 14 percent to tame inflation in Ostia.",
         ["no word of the relation carries it"]),
        ("Ostia has 6 percent inflation.", ["6 percent"]),
    ],
)  # fmt: skip
def test_a_rate_is_told_by_its_own_clause(sentence: str, expected: list[str]) -> None:
    assert why(sentence, PRICES) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A Varnan brigade lost 340 men killed or wounded.", ["it is of a part (“brigade”)"]),
        ("Varna recruits 30,000 men to make up for its losses.",
         ["no word of the relation carries it"]),
        ("An earlier Varnan rising brought 8,000 casualties.", ["it is said of Varnan"]),
        ("Some 3,000 Varnan men, by their own count, have been killed or wounded.",
         ["Some 3,000 Varnan men"]),
        ("Varna has trained 60,000 men to replace those killed or wounded.",
         ["no word of the relation carries it"]),
        ("Some 3,000 Varnan soldiers could be killed or wounded.", ["only possible (“could”)"]),
        ("The Varnan army has suffered 30,000 casualties.", ["30,000 casualties"]),
    ],
)  # fmt: skip
def test_losses_of_a_part_are_not_those_of_all(sentence: str, expected: list[str]) -> None:
    assert why(sentence, LOSSES) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In more than two years of offensives Varna has seized less than 1% of Kell.",
         "it is what was taken in a time, no level"),
        ("Varna has seized 30% of Kell.", "30%"),
        ("Occupied land, about a fifth of Kell, lies fallow.", "about a fifth"),
    ],
)  # fmt: skip
def test_what_was_taken_in_a_length_of_time_is_no_level(sentence: str, expected: str) -> None:
    assert why(sentence, HELD)[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Varna has turned the fifth of Kell that it occupies into a fortress.", "the fifth"),
        ("Ostia has retaken half of the land in Kell that Varna occupied.",
         "no word of the relation carries it"),
    ],
)  # fmt: skip
def test_a_part_that_is_named_by_who_has_it_is_what_he_has(sentence: str, expected: str) -> None:
    assert why(sentence, HELD)[-1] == expected


def test_those_of_a_count_to_whom_more_was_done_are_a_count_too() -> None:
    reads = Reads(subject=("Varna", "Varnan"), says=("killed",))
    dead = Measure("dead", "How many Varnans died?", "quantity", unit="persons", reads=reads)
    said = "Varnan casualties are put at 790,000, of whom 250,000 were killed."
    assert why(said, dead)[-1] == "250,000"


def test_what_only_says_when_carries_no_figure() -> None:
    reads = Reads(subject=("talks", "Orlo"), says=("talks", "last"))
    length = Measure("length", "How long were the talks?", "quantity", unit="h", reads=reads)
    assert why("Before the talks Orlo had flown for seven hours.", length) == [
        "no word of the relation carries it"
    ]
    assert why("The talks lasted seven hours.", length) == ["seven hours"]


def test_what_was_said_in_a_month_counts_no_month() -> None:
    reads = Reads(subject=("Varnans",), says=("killed",), since=calendar_date("2024-02-24"))
    dead = Measure("dead", "How many Varnans died?", "quantity", unit="persons", reads=reads)
    said = "A minister said in July 2025 that about 15,000 Varnans had been killed."
    (reading,) = read_statements(said, [dead], published=PUBLISHED)
    assert str(reading.as_of) == "2025-07"
    assert why("About 900 Varnans were killed in July 2025.", dead) == ["it counts another period"]
