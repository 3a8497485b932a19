"""Differences: by how many one amount is more than another, and hedges that look like one."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


def told(text: str) -> list[tuple[str, str, str]]:
    """Phrase, amount and kind of each quantity of *text*."""
    return [
        (text[one.start : one.end], f"{float(one.amount or 0):.10g}", one.kind)
        for one in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "amount"),
    [
        ("He polled about 2.1m more than his rival.", "about 2.1m more", "2100000"),
        ("There are 80 more than three years ago.", "80 more", "80"),
        ("There are 80 more than in 2019.", "80 more", "80"),
        ("There were 12 fewer than last year.", "12 fewer", "-12"),
        ("She won 4,300 votes fewer than in 2019.", "4,300 votes fewer", "-4300"),
        ("The party has 19 seats more than before.", "19 seats more", "19"),
        ("The town has 1,200 people fewer than it had.", "1,200 people fewer", "-1200"),
        ("The new model costs £2,000 more.", "£2,000 more", "2000"),
        ("It costs £40 less than the old one.", "£40 less", "-40"),
        ("They want £3bn more for schools.", "£3bn more", "3000000000"),
        ("The scheme cost $3m more than planned.", "$3m more", "3000000"),
        ("Women were 40% likelier to apply.", "40% likelier", "0.4"),
        ("The new car is 20% lighter.", "20% lighter", "-0.2"),
    ],
)
def test_what_is_so_many_more_is_a_change(text: str, phrase: str, amount: str) -> None:
    assert told(text)[0] == (phrase, amount, "change")


def test_more_than_a_year_ago_bounds_no_year() -> None:
    text = "The chain has 1,032 outlets, 80 more than a year ago."
    assert told(text) == [("1,032", "1032", "level"), ("80 more", "80", "change")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 40 more than half were women.", ["more than half"]),
        ("Of the 90 fewer than 30 survived.", ["fewer than 30"]),
        ("Of 200 less than a third came.", ["less than a third"]),
        ("It took 20 men more than a week to dig it.", ["20 men", "more than a week"]),
        ("It lasted more than a year.", ["more than a year"]),
        ("The 40 jobs more than offset the loss.", ["40"]),
        ("She owes £20 more tax.", ["£20"]),
        ("They spent £3bn more or less.", ["£3bn"]),
    ],
)
def test_a_hedge_of_the_next_number_compares_nothing(text: str, expected: list[str]) -> None:
    assert [(phrase, kind) for phrase, _, kind in told(text)] == [
        (phrase, "level") for phrase in expected
    ]


def test_what_is_more_than_doubled_is_a_level_and_a_change() -> None:
    assert [kind for *_, kind in told("Sales of £2m more than doubled.")] == ["level", "change"]
    assert [kind for *_, kind in told("About 40 more than doubled it.")] == ["level", "change"]


@pytest.mark.parametrize(
    ("text", "phrase", "amount"),
    [
        ("The new road is 1.2 km shorter than the old one.", "1.2 km shorter", "-1.2"),
        ("The model is 2 kg lighter than the one before.", "2 kg lighter", "-2"),
        ("Boys are now 5 cm taller than their fathers.", "5 cm taller", "5e-05"),
        ("The wall will be about 3 metres higher.", "about 3 metres higher", "0.003"),
        ("The train takes 30 minutes longer.", "30 minutes longer", "0.5"),
        ("The lake is 40 sq km smaller than it was.", "40 sq km smaller", "-40"),
        ("The 20 km longer route costs more.", "20 km longer", "20"),
        ("The commute is an hour longer.", "an hour longer", "1"),
        ("The bag weighs 20 kg more than allowed.", "20 kg more", "20"),
        ("Cars emit 12 tonnes less than vans do.", "12 tonnes less", "-12000"),
        ("Shares were off 6 percent.", "off 6 percent", "-0.06"),
        ("The coin is off about 2 percent against the dollar.", "off about 2 percent", "-0.02"),
    ],
)
def test_what_is_so_much_longer_or_lighter_is_a_change(text: str, phrase: str, amount: str) -> None:
    assert told(text) == [(phrase, amount, "change")]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("After 20 minutes shorter speeches began.", "20 minutes"),
        ("Two kilometres lower down the valley, the dam held.", "Two kilometres"),
        ("The tower is 30 metres tall.", "30 metres"),
        ("He waits no longer than 20 minutes.", "no longer than 20 minutes"),
        ("She sold off 20% of the firm.", "20%"),
        ("He paid off 40% of the loan.", "40%"),
        ("They live 5 km off the coast.", "5 km"),
    ],
)
def test_what_is_so_long_or_lies_so_far_is_a_level(text: str, phrase: str) -> None:
    assert [(one, kind) for one, _, kind in told(text)] == [(phrase, "level")]
