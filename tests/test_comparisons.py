"""Comparisons: what is no level of its own, but a change, a part or a mark."""

from __future__ import annotations

import pytest
from carrying import asked, carried, reason

from claimtrack.measures import Reads
from claimtrack.words.stating.comparisons import (
    check_all_but,
    check_compared,
    check_kind,
    check_part,
)
from claimtrack.words.stating.spotting import MeasureWords

SHARE = asked("share", Reads(subject=("Norda",), of=("land",), says=("hold",)))
SHIPS = asked("count", Reads(subject=("Norda",), of=("ships",), says=("hold", "dead")))
PRICES = asked("ratio", Reads(subject=("prices",), says=("rise", "be")))
MONTHLY = asked("ratio", Reads(subject=("prices",), of=("month",), says=("rise",)))

CHANGE = "it is a change, no level"
NOT_NAMED = "what it is said of is not named in its clause"


@pytest.mark.parametrize(
    ("words", "sentence", "expected"),
    [
        (PRICES, "Prices are 3%.", None),
        # what prices rose by over a year is their level
        (PRICES, "Prices rose 3%.", None),
        (PRICES, "Prices rose 3% in May.", None),
        (PRICES, "Prices are up 3% on the year.", None),
        (PRICES, "Prices are 3% higher than a year ago.", None),
        (PRICES, "Prices are 3% higher.", CHANGE),
        (PRICES, "Prices are 3% higher than all of the others were one long year ago.", CHANGE),
        (PRICES, "Prices rose 3 percentage points.", CHANGE),
        (PRICES, "Prices are up 3 percentage points on the year.", CHANGE),
        (SHARE, "Norda holds 3% more than a year ago.", CHANGE),
        (SHIPS, "Norda holds 40% more ships than a year ago.", CHANGE),
        (SHIPS, "Norda wins an additional 14 ships.", CHANGE),
        # not over another time
        (PRICES, "Prices rose 3% on the month.",
         "it is a change over another time (“on the month”)"),
        (PRICES, "Prices rose 3% in the quarter.",
         "it is a change over another time (“in the quarter”)"),
        (MONTHLY, "Prices rose 3% on the month.", None),
        # nor of what the clause does not name
        (PRICES, "Rents rose 3%.", NOT_NAMED),
        (PRICES, "Prices fell, while rents rose 3%.", NOT_NAMED),
        (PRICES, "It rose 3%, and so did prices.", NOT_NAMED),
        (PRICES, "It rose 3% in prices.", None),
        (PRICES, "It rose 3% so in prices.", None),
        (PRICES, "It rose 3% as of prices.", None),
        (PRICES, "It rose 3% of all prices.", None),
        (PRICES, "It rose 3% and with all prices.", NOT_NAMED),
        (PRICES, "It rose 3% with prices.", NOT_NAMED),
        (asked("ratio", Reads(says=("rise",))), "Rents rose 3%.", None),
    ],
)  # fmt: skip
def test_a_change_is_no_level_but_of_prices_over_a_year(
    words: MeasureWords, sentence: str, expected: str | None
) -> None:
    one = carried(sentence, words)
    assert reason(lambda: check_kind(one.clauses, one.figure, one.relation, words)) == expected


COMPARED = "it is what is compared with"
PART = "it is a part of another figure"


@pytest.mark.parametrize(
    ("sentence", "which", "expected"),
    [
        ("Norda holds 20%.", 0, None),
        ("Norda holds more than the 20% target.", 0, "it is a target"),
        ("Norda holds 20% (the goal).", 0, None),
        ("Norda is near the 20% inflation goal.", 0, "it is a goal"),
        ("Norda is near the 20% that is a goal.", 0, None),
        ("Norda came within 20%.", 0, "it is a distance"),
        ("Norda holds it within the 20%.", 0, None),
        ("Norda pays for every 20%.", 0, "it is what something else is told for"),
        ("Norda pays for each 20%.", 0, "it is what something else is told for"),
        ("Norda pays per 20%.", 0, "it is what something else is told for"),
        ("They compare with 20%.", 0, COMPARED),
        ("It compares to 20%.", 0, COMPARED),
        ("Comparing with 20%.", 0, COMPARED),
        ("It compares at 20%.", 0, None),
        ("It goes with 20%.", 0, None),
        ("Norda misses it by 20%.", 0, "it is a difference"),
        ("Norda is by the 20%.", 0, None),
        ("It is below the 20%.", 0, COMPARED),
        ("It is more than its 20%.", 0, COMPARED),
        ("It is beyond their 20%.", 0, COMPARED),
        ("It is below that 20%.", 0, None),
        ("It is of the 20%.", 0, None),
        ("Below 20% it is.", 0, None),
        ("Norda holds 40 ships, of which 20% sank.", 1, PART),
        ("Norda holds 40 ships, of whom 20% sank.", 1, PART),
        ("Norda holds 40 ships, of them 20% sank.", 1, PART),
        ("Norda holds 40 ships, including 20%.", 1, PART),
        ("Norda holds them, and of these 20% sank.", 0, None),
        ("Some 20% say so.", 0, "it is how many say so"),
        ("Some 20% of men fear it.", 0, "it is how many say so"),
        ("Some 20% of men do fear it.", 0, None),
        ("Some 20 say so.", 0, None),
    ],
)
def test_what_a_level_is_held_against_is_none(
    sentence: str, which: int, expected: str | None
) -> None:
    one = carried(sentence, SHARE, which)
    assert (
        reason(lambda: check_compared(one.clauses, one.figure, one.relation, one.own, one.words))
        == expected
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It has 300 ships, including 250 dead.", None),
        ("It has 300 dead ships, including 250 dead.", PART),
        ("It has 300 dead, including 250 ships.", PART),
    ],
)
def test_a_part_that_alone_tells_the_relation_stands_for_itself(
    sentence: str, expected: str | None
) -> None:
    one = carried(sentence, SHIPS, -1)
    assert (
        reason(lambda: check_compared(one.clauses, one.figure, one.relation, one.own, one.words))
        == expected
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda holds anything but 20%.", "it is all but that"),
        ("Norda holds everything but 20%.", "it is all but that"),
        ("But 20% is held.", None),
        ("Norda holds it but 20%.", None),
        ("Norda holds all of 20%.", None),
    ],
)
def test_what_is_left_out_is_no_level(sentence: str, expected: str | None) -> None:
    one = carried(sentence, SHARE)
    assert reason(lambda: check_all_but(one.clauses, one.figure)) == expected


WHOLE = "it is the whole that another figure is a part of"


@pytest.mark.parametrize(
    ("sentence", "which", "expected"),
    [
        ("Norda holds 31 ships of 200 ships.", 1, None),
        ("Norda holds 31 of 200 ships.", 1, WHOLE),
        ("Norda holds 31 of the 200 ships.", 1, WHOLE),
        ("Norda holds 31 of all 200 ships.", 1, WHOLE),
        ("Norda holds 31 of these 200 ships.", 1, WHOLE),
        ("Norda holds 31 of 200 ships.", 0, None),
        ("A hold of 200 ships.", 0, None),
        ("No. 7 of 200 ships sank.", -1, WHOLE),
        ("In 2024 of 200 ships some sank.", 0, None),
        ("Of 200 ships some sank.", 0, None),
    ],
)
def test_the_whole_of_a_part_is_no_level(sentence: str, which: int, expected: str | None) -> None:
    one = carried(sentence, SHIPS, which)
    assert reason(lambda: check_part(one.clauses, one.figure)) == expected
