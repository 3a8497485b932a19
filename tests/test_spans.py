"""Spans: "over" before what something lasted bounds it; before the time it came about in, not."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities

BOUNDS = [
    "It lasted over three months.",
    "The flight took over two hours.",
    "He waited over six hours for a bed.",
    "She has lived there for over 20 years.",
    "The house is over 200 years old.",
    "They met in over a decade of war.",
    "It began over 90 minutes late.",
    "The bridge closed over two years ago.",
    "After over five weeks at sea.",
    "They spent over three days in the cave.",
    "Over 40 hours of footage were seized.",
    "He served over 12 years in prison.",
    "The delay of over two months.",
    "The match ran to over four hours.",
    "It is the first in over 30 years.",
    "a sentence of over 20 years.",
    "The trial went on for well over a year.",
    "Patients wait over 18 weeks.",
    "Over 30 years of research.",
    "with over ten years of experience.",
    "The pause stretched over two hours.",
    "It is over five minutes long.",
    "Over 21 people were hurt.",
    "It employs over 300 workers.",
    "The tower has over 24 storeys.",
    "They won over 40 seats.",
    "Police seized 20 guns and over 300 rounds.",
    "He beat over 20 rivals.",
    "Over five sets were played.",
    "Any outage over two hours is paid for.",
]
DURINGS = [
    "Numbers fell over three months.",
    "Prices rose over 12 months.",
    "Sales grew over five years.",
    "Patients were followed over 18 months.",
    "They lost weight over 72 weeks.",
    "The study was conducted over six months.",
    "They met five times over three days.",
    "Payments are made over 36 months.",
    "The festival is played over 10 days.",
    "Norda paid £55m plus add-ons over five years.",
    "The loan is repaid over 25 years.",
    "Rainfall was measured over 30 years.",
    "Jobs will go over two years.",
    "The company will invest $4bn in its plants over five years.",
    "Two men were arrested over two weeks in May.",
    "The river shrank over 40 years.",
    "The talks were held over four days in Geneva.",
    "The vote is spread over three weeks.",
    "He took 300 bribes over seven years.",
    "The race covers 3,320 kilometres over 21 stages.",
    "The tower holds 120 flats over 24 storeys.",
    "It was decided over five sets.",
    "The event is arranged over three floors.",
    "He scored 140 runs over 12 overs.",
    "Played over five sets.",
    "He ran 20 miles over two hours.",
    "It shrank by 20% over two years before the vote.",
    "All those hired over two years were counted.",
    "All trading over two days was lost.",
    "No growth over two years was seen.",
]


def hedges(text: str) -> list[str | None]:
    return [found.hedge for found in find_quantities(text)]


@pytest.mark.parametrize("text", BOUNDS)
def test_over_bounds_how_long_it_lasts_and_how_many_there_are(text: str) -> None:
    assert any(hedge is not None and hedge.endswith("over") for hedge in hedges(text))


@pytest.mark.parametrize("text", DURINGS)
def test_over_bounds_no_time_in_which_something_came_about(text: str) -> None:
    found = find_quantities(text)
    assert "over" not in hedges(text)
    assert found[-1].kind == "level"  # no fall of three months in "numbers fell over three months"
    assert "over" not in text[found[-1].start : found[-1].end].split()


def test_whoever_took_something_over_took_no_time() -> None:
    assert hedges("The flight took over two hours.") == ["over"]
    for told in ("two years ago", "two years later", "two days earlier than planned"):
        assert hedges(f"She took over {told}.") == [None]


def test_children_over_an_age_are_above_it() -> None:
    (found,) = find_quantities("It is for children over five years.")
    assert (found.hedge, found.closed) == ("over", "neither")


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Prices are lower than five years ago.", None),
        ("Incomes are higher than 20 years ago.", None),
        ("It closed more than five years ago.", "more than"),
        ("It is longer than five years.", "longer than"),
    ],
)
def test_what_is_compared_with_a_time_ago_bounds_no_time(text: str, hedge: str | None) -> None:
    assert hedges(text) == [hedge]
