"""State times: on which day a sentence says that something was so."""

from __future__ import annotations

import pytest

from claimtrack.values import CalendarDate
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.statestold import StateTold
from claimtrack.words.stating.statetimes import time_of_state
from claimtrack.words.stating.subjects import Left

PAST = "it tells of a past, and of no one day, month or year"


def time_told(sentence: str, published: str | None = "2025-08-15") -> str:
    """The day for which *sentence* tells that the tower stood or stands, or why there is none."""
    day = None if published is None else CalendarDate.parse(published)
    clauses = Clauses(sentence, 0, len(sentence), day)
    at = next(at for at, word in enumerate(clauses.words) if word in {"stood", "stands"})
    try:
        as_of, basis = time_of_state(clauses, StateTold("up", at, at + 1, frozenset({at})))
    except Left as left:
        return str(left)
    return f"{as_of} {basis}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The tower stood there.", "2025-08-15 carried"),
        # the one time that is named
        ("On 2 June 2025 the tower stood there.", "2025-06-02 stated"),
        ("As of May 2025 the tower stood there.", "2025-05 stated"),
        ("In 2024 the tower stood there.", "2024 stated"),
        ("On 15 August 2025 the tower stood there.", "2025-08-15 stated"),
        # what is to come is none
        ("On 16 August 2025 the tower stood there.", "2025-08-15 carried"),
        ("In 2025 the tower stood there.", "2025-08-15 carried"),
        # until which it was so
        ("Until 2014 the tower stood there.", "2013 stated"),
        ("Until March 2014 the tower stood there.", "2014-02 stated"),
        ("Until 3 March 2014 the tower stood there.", "2014-03-02 stated"),
        ("Before 2014 the tower stood there.", "2013 stated"),
        ("Until 16 August 2025 the tower stood there.", "2025-08-15 stated"),
        ("Until 17 August 2025 the tower stood there.", "2025-08-15 carried"),
        ("Until 2030 the tower stood there.", "2025-08-15 carried"),
        ("Until 2014 or before 2016 the tower stood there.", PAST),
        # several times that are over
        ("On 3 May 2024 and 4 May 2024 the tower stood there.", PAST),
        ("From 1830 to 1834 the tower stood there.", PAST),
        ("After 2010 the tower stood there.", PAST),
        ("On 13 July 2025 and 14 July 2025 the tower stood there.", PAST),
        ("On 14 July 2025 and 15 July 2025 the tower stood there.", "2025-08-15 carried"),
        ("After the 1840s the tower stood there.", PAST),
        ("In 1990 and 2000 and until 2014 the tower stood there.", PAST),
        ("After 1 August 2025 the tower stood there.", "2025-08-15 carried"),
        # what is so today is so whatever else is dated
        ("The tower still stands, as it did from 1830 to 1834.", "2025-08-15 carried"),
        ("The tower stands, as it still did from 1830 to 1834.", PAST),
        ("Since 1834 the tower stood there.", "2025-08-15 carried"),
    ],
)
def test_a_state_is_of_the_time_that_is_named(sentence: str, expected: str) -> None:
    assert time_told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The tower stood there.", "None seen"),
        ("On 2 June 2025 the tower stood there.", "2025-06-02 stated"),
        ("Until 2014 the tower stood there.", "2013 stated"),
        ("From 1830 to 1834 the tower stood there.", "None seen"),
    ],
)
def test_a_text_without_a_day_says_what_it_names(sentence: str, expected: str) -> None:
    assert time_told(sentence, published=None) == expected


def test_a_date_that_is_among_the_words_is_a_time_where_there_is_no_other() -> None:
    sentence = "The lease of 2010 was to expire in 2017."
    clauses = Clauses(sentence, 0, len(sentence), CalendarDate.parse("2025"))
    told = StateTold("2017", 1, 9, frozenset({1, 6, 8}))
    assert str(time_of_state(clauses, told)[0]) == "2010"
    both = StateTold("2017", 1, 9, frozenset({1, 3, 8}))
    with pytest.raises(Left, match=PAST):
        time_of_state(clauses, both)
