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
