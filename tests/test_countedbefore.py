"""What a bare number counts where that is told before it: the number of nurses, a crew of 12."""

from __future__ import annotations

import pytest

from claimtrack.words import find_quantities


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Phrase, unit and what it is of, of each quantity of *text*."""
    return [(text[one.start : one.end], one.unit, one.of) for one in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The clinic has a waiting list of 60.", "60"),
        ("A crowd of 300 gathered in the square.", "300"),
        ("The trawler had a crew of 12.", "12"),
        ("She teaches a class of 30.", "30"),
        ("He sang to an audience of about 250.", "about 250"),
        ("The firm runs a fleet of 40.", "40"),
        ("A staff of 14 runs the centre.", "14"),
        ("A jury of 12 heard the case.", "12"),
        ("The average audience of 250 shrank.", "250"),
        ("A panel of nine chose the winner.", "nine"),
    ],
)
def test_a_group_is_of_so_many(text: str, phrase: str) -> None:
    assert told(text) == [(phrase, "count", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The Gang of Four fell.",
        "The Group of 20 met in Rome.",
        "The class of 92 met again.",
        "A round of 16 game is next.",
        "A score of 90 is enough.",
        "At the age of 60 he retired.",
    ],
)
def test_a_name_a_stage_and_an_age_are_of_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of nurses rose to 300,000.", ("300,000", "persons", "nurses")),
        ("The number of jobs fell to 12,500.", ("12,500", "count", "jobs")),
        ("The number of vacancies stood at 830,000.", ("830,000", "count", "vacancies")),
        ("The number of tigers has reached about 4,500.", ("about 4,500", "count", "tigers")),
        ("The number of poor people fell by 400.", ("fell by 400", "persons", "poor people")),
    ],
)
def test_the_number_of_something_counts_it(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_both_levels_that_a_number_moved_between_count_it() -> None:
    text = "The number of wolves in Spain rose from 2,000 to 2,500."
    assert told(text) == [("2,000", "count", "wolves"), ("2,500", "count", "wolves")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of farms fell by 3%.", ("fell by 3%", "share", None)),
        ("The number of strikes cost it $3m.", ("$3m", "USD", None)),
        ("The number of cases rose to 3,000 people.", ("3,000 people", "persons", "people")),
    ],
)
def test_what_counts_something_else_is_not_of_that(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    assert told(text) == [expected]


def test_what_something_is_worth_ends_what_is_counted() -> None:
    text = "Police seized 40 kg of cocaine worth $3m."
    assert told(text) == [("40 kg", "kg", "cocaine"), ("$3m", "USD", None)]
