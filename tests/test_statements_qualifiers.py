"""Qualifiers: a kind, a part or a change of the subject is not the subject."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.claimfile import load_document
from claimtrack.measures import Measure
from claimtrack.words.statements import read_statements

CLAIMS = """
[document]
id = "qualifiers"
title = "Qualifiers"
published = "2026-03"

[measure.prices]
asks = "What is annual consumer price inflation in Sylvania?"
kind = "quantity"
unit = "ratio"
[reads.prices]
subject = ["inflation", "consumer prices"]
of = ["consumer price index"]
says = ["be", "stand", "rise to", "rise", "reach", "run"]
needs = ["Sylvania"]
never = ["core"]

[measure.seats]
asks = "How many seats do the Reds hold in Sylvania's parliament?"
kind = "quantity"
unit = "count"
[reads.seats]
subject = ["Reds", "Red Party"]
of = ["seats", "parliament"]
says = ["win", "hold", "have", "gain", "lose"]

[measure.points]
asks = "How many points do Athletic have?"
kind = "quantity"
unit = "count"
[reads.points]
subject = ["Athletic"]
of = ["points"]
says = ["have", "take", "move to"]

[measure.ground]
asks = "What share of the valley do militias control?"
kind = "quantity"
unit = "share"
[reads.ground]
subject = ["valley"]
of = ["valley", "territory"]
by = ["militias"]
other = ["army"]
says = ["control", "hold"]
"""
PUBLISHED = "2026-03-20"


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    file = tmp_path_factory.mktemp("qualifiers") / "qualifiers.toml"
    file.write_text(CLAIMS)
    return load_document(file).measures


@pytest.mark.parametrize(
    "text",
    [
        # a share of it, or of its change
        "A quarter of the inflation in Sylvania is home-made.",
        "About 30% of the rise in inflation in Sylvania was due to fuel.",
        # a kind of its own
        "House price inflation in Sylvania was 8.2%.",
        "Services inflation in Sylvania stood at 5.1%.",
        "In February underlying inflation in Sylvania was 2.7%.",
        "Inflation in Sylvania was 2.9% excluding fuel.",
        # a part of the place or of its people
        "Inflation in Sylvania's capital was 5.2%.",
        "Inflation in the south of Sylvania was 5.2%.",
        "Inflation among Sylvania's largest families runs at 6.3%.",
        "Inflation for pensioners in Sylvania was 5.7%.",
        "The Reds won 37 seats in Freedonia's parliament.",
        "Wages in Sylvania were up 3.2% on the year.",
        # another body, or several together
        "The Reds hold seven of the 30 seats on the town council.",
        "The Reds have 14 seats in the upper house.",
        "The Reds hold two seats on the board of the national bank.",
        "The Red Party and its allies hold 61 seats.",
        # what came or went
        "The Reds won three more seats on Monday.",
        "The Reds have won an additional 14 seats.",
        "The Reds gained 14 seats.",
        "The Reds lost 14 seats to the Blues.",
        "Militias lost control of 6% of the valley.",
        "Militias took control of 6% of the valley last week.",
        # a part of the time, and a younger side
        "Athletic have taken 11 points from the last six games.",
        "Athletic under-19s have 15 points.",
        # how large something is
        "Militias control a valley 60% the size of Malta.",
        # doubted or denied
        "Observers doubt that militias control 80% of the valley.",
        "The claim that militias control 80% of the valley is wrong.",
        "Militias say they control 80% of the valley, which observers dispute.",
    ],
)
def test_a_kind_a_part_or_a_change_of_it_is_left(measures: tuple[Measure, ...], text: str) -> None:
    assert read_statements(text, measures, published=PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Annual consumer price inflation in Sylvania was 3.2%.", "0.032"),
        ("Soaring inflation in Sylvania reached 11.4%.", "0.114"),
        ("February inflation in Sylvania was 3.2%.", "0.032"),
        ("Sylvania's 12-month inflation rate stood at 3.2%.", "0.032"),
        ("Economists note inflation in Sylvania was 3.2%.", "0.032"),
        ("Figures show inflation in Sylvania was 3.2%.", "0.032"),
        ("Headline inflation in Sylvania stood at 3.2% for the second month.", "0.032"),
        ("Inflation in Sylvania's economy was 3.2%.", "0.032"),
        ("The Reds hold 37 of the 150 seats in parliament.", "37"),
        # whose it is the question names
        ("The Reds won 37 seats in Sylvania's parliament, up from 22.", "37"),
        ("Consumer prices in Sylvania were up 3.2% on the year.", "0.032"),
        ("The Reds have 37 seats, no more than the Blues.", "37"),
        ("Athletic have 58 points from 27 games.", "58"),
        ("Militias have taken control of 40% of the valley.", "0.4"),
        ("All but 15% of the valley is controlled by militias.", "0.85"),
        ("There is little doubt that militias control 40% of the valley.", "0.4"),
        # a year is no number of it
        ("Sylvania's inflation in 2024 of 3.2% was high.", "0.032"),
        ("Sylvania's inflation in May 2025 of 3.2% was high.", "0.032"),
        ("Without doubt, militias control 40% of the valley.", "0.4"),
        ("It is beyond any doubt that militias control 40% of the valley.", "0.4"),
        ("The report that militias control 40% of the valley is not wrong.", "0.4"),
    ],
)
def test_the_thing_itself_is_read(measures: tuple[Measure, ...], text: str, value: str) -> None:
    (reading,) = read_statements(text, measures, published=PUBLISHED)
    assert reading.value == Decimal(value)


def test_what_was_so_before_a_day_is_of_the_day_before(measures: tuple[Measure, ...]) -> None:
    text = "Athletic had 55 points before Saturday's game."
    (reading,) = read_statements(text, measures, published="2026-03-18")
    assert str(reading.as_of) == "2026-03-13"
