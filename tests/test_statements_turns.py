"""Figures in turns of speech that reports have: undone by "un-", shared, or put beside."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import Interval
from claimtrack.words.statements import read_statements

LAND = Measure(
    "land", "What share of Norland do the rebels hold?", "quantity", unit="share",
    reads=Reads(
        subject=("Norland",), of=("province", "land", "territory"), by=("rebels", "rebel"),
        other=("army", "government"), says=("control", "hold", "occupy", "seize"),
    ),
)  # fmt: skip
VACCINATED = Measure(
    "vaccinated", "What share of children is vaccinated in Delvia?", "quantity", unit="share",
    reads=Reads(subject=("children", "pupils"), says=("vaccinate", "vaccinated")),
)  # fmt: skip
INSURED = Measure(
    "insured", "What share of the farms of Delvia is insured?", "quantity", unit="share",
    reads=Reads(subject=("farms",), says=("insure",)),
)  # fmt: skip
DEATHS = Measure(
    "deaths", "How many Norlanders died?", "quantity", unit="persons",
    reads=Reads(
        subject=("Norland", "Norlandic"), of=("soldiers",), says=("deaths", "dead", "casualties"),
        other=("Delvia", "Delvian"),
    ),
)  # fmt: skip
TREES = Measure(
    "trees", "What share of the forest of Norland has burnt?", "quantity", unit="share",
    reads=Reads(subject=("forest", "woods"), says=("burn", "burnt", "destroy")),
)  # fmt: skip
ALL = (LAND, VACCINATED, INSURED, DEATHS, TREES)


def told(text: str) -> list[str]:
    found = read_statements(text, ALL, published="2026-03-15")
    return [f"{one.measure} {_value(one.value)}{' rest' * one.derived}" for one in found]


def _value(value: object) -> str:
    if isinstance(value, Interval):
        assert value.lower is not None or value.upper is not None
        return f"{value.lower}..{value.upper}"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 70 percent of Norland's territory is unoccupied.", ["land 0.3 rest"]),
        ("In Delvia 20% of the children are still unvaccinated.", ["vaccinated 0.8 rest"]),
        ("About 10 percent of the farms remain uninsured.", ["insured 0.9 rest"]),
        ("In Delvia 20% of the children are vaccinated.", ["vaccinated 0.2"]),
        # Of what is unoccupied something else is said.
        ("Some 70 percent of Norland's unoccupied land is forest.", []),
        ("In Delvia 20% of the unvaccinated children fell ill.", []),
    ],
)
def test_what_is_not_so_of_a_share_is_so_of_the_rest(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A large part of Norland — 70 percent of its land — is held by the rebels.",
         ["land 0.7"]),
        ("Most of the forest – some 60 percent – was destroyed.", ["trees 0.5..1", "trees 0.6"]),
        ("Few of the children (30%) are vaccinated.", ["vaccinated 0.3"]),
        ("Most of Norland — 70 percent of it is hills — is held by the rebels.",
         ["land 0.5..1"]),
    ],
)  # fmt: skip
def test_an_aside_may_tell_how_much(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were reports of 4,300 Norlandic and 600 Delvian casualties.", ["deaths 4300"]),
        ("The ministry put it at 120 Norlandic and 45 Delvian dead.", ["deaths 120"]),
        ("The war left 600 Delvian and 4,300 Norlandic dead.", ["deaths 4300"]),
        ("They sent 4,300 Norlandic and buried 600 Delvian dead.", []),
        ("It took 300 Norlandic shells and 45 Delvian dead.", []),
    ],
)
def test_two_figures_may_share_what_they_count(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is known that half of Norland, the country's granary, is held by the rebels.",
         ["land 0.5"]),
        ("Some 30% of the forest, Delvia's oldest, was destroyed.", ["trees 0.3"]),
        ("By now 40% of the farms, the smaller ones, are insured.", ["insured 0.4"]),
        ("A third of the forest, the mayor said, and the old mill were destroyed.", []),
    ],
)  # fmt: skip
def test_what_a_thing_is_called_beside_it_parts_nothing(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan asks the army to hand over the remaining 25 percent of Norland currently under "
         "army control.", ["land 0.75 rest"]),
        ("The draft demands the 30 percent of Norland currently held by the army.",
         ["land 0.7 rest"]),
        ("The proposal gives up the 40 percent of Norland now held by the army.",
         ["land 0.6 rest"]),
        ("The plan wants 25 percent of Norland held by the army.", []),
    ],
)  # fmt: skip
def test_what_is_so_now_is_so_whatever_is_asked_of_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan expects the army to hand over 25 percent of Norland which it still controls.",
         ["land 0.75 rest"]),
        ("The army was asked to leave 40% of Norland which it still holds.", ["land 0.6 rest"]),
        ("The rebels would not give up 60 percent of Norland which they still hold.", ["land 0.6"]),
        ("The rebels lost half of the land which they held.", []),
    ],
)  # fmt: skip
def test_a_clause_behind_a_name_is_of_the_figure(text: str, expected: list[str]) -> None:
    assert told(text) == expected
