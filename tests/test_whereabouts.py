"""Whereabouts: of which place a figure is told, where that is a part or another."""

from __future__ import annotations

import pytest
from carrying import asked, carried, reason

from claimtrack.measures import Reads
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.whereabouts import check_place

READS = Reads(
    subject=("prices", "Norda"), of=("coal", "youths"), says=("stand at", "rise", "sell"),
    needs=("Sylvania",),
)  # fmt: skip
PRICES = asked("count", READS, asks="How high are prices in Sylvania's coal basins?")


def told(sentence: str, which: int = 0, words: MeasureWords = PRICES) -> str | None:
    one = carried(sentence, words, which)
    return reason(lambda: check_place(one.clauses, one.names, words, one.figure, one.relation))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prices stand at 400 euros.", None),
        ("Prices in Sylvania stand at 400 euros.", None),
        # behind the subject, behind the relation
        ("Prices in Tuda stand at 400 euros.", "it is of Tuda"),
        ("Prices in the capital stand at 400 euros.", "it is of capital"),
        ("Prices across its villages stand at 400 euros.", "it is of villages"),
        ("Prices for pensioners stand at 400 euros.", "it is of pensioners"),
        ("Prices for men stand at 400 euros.", "it is of a part (“men”)"),
        ("Prices among men stand at 400 euros.", "it is of men"),
        ("Prices among the men stand at 400 euros.", "it is of men"),
        ("Prices among youths stand at 400 euros.", None),
        ("Prices stand at, in Tuda, 400 euros.", "it is of Tuda"),
        ("Prices fell in Tuda, but now stand at 400 euros.", None),
        ("Norda says in Tuda prices stand at 400 euros.", "it is of Tuda"),
        # at the head of its clause
        ("In Tuda prices stand at 400 euros.", "it is of Tuda"),
        ("In the capital prices stand at 400 euros.", "it is of capital"),
        ("Outside Sylvania prices stand at 400 euros.", None),
        ("In the old days prices stand at 400 euros.", None),
        ("In Tuda it was said that prices stand at 400 euros.", None),
        ("In Tuda, officials said, prices stand at 400 euros.", None),
        ("Some fell, while in Tuda prices stand at 400 euros.", "it is of Tuda"),
        # before a "where"
        ("They go to Tuda, where prices stand at 400 euros.", "it is of Tuda"),
        ("Tuda where prices stand at 400 euros.", "it is of Tuda"),
        ("Go Tuda where prices stand at 400 euros.", "it is of Tuda"),
        ("They go to Tuda where prices stand at 400 euros.", "it is of Tuda"),
        ("They go to Sylvania, where prices stand at 400 euros.", None),
        ("Where prices stand at 400 euros.", None),
        # right before the figure, and right behind
        ("Prices stand with Old Tuda 400 euros.", None),
        ("Prices stand so high in Tuda 400 euros.", "it is of Tuda"),
        ("Prices stand in Old Tuda 400 euros.", "it is of Old"),
        ("Prices stand at 400 euros in the capital.", "it is of capital"),
        ("Prices stand at 400 euros in Tuda.", None),
        ("Prices stand at 400 euros among men.", "it is of men"),
        ("Prices stand at 400 euros among youths.", None),
        ("Prices stand at 400 euros in", None),
    ],
)
def test_a_place_that_no_word_of_the_measure_names_is_another(
    sentence: str, expected: str | None
) -> None:
    assert told(sentence) == expected


def test_the_place_of_a_figure_before_is_not_that_of_the_next() -> None:
    assert told("Norda sells 30 ships in Tuda and 400 boats.", 1) is None
    assert told("Norda sells 30 ships, and in Tuda some 400 boats.", 1) == "it is of Tuda"
    assert told("Norda sells in Tuda some 400 ships.") == "it is of Tuda"
    assert told("Norda sold 30 ships, and Norda in Tuda sells 400 boats.", 1) == "it is of Tuda"
    assert told("Norda and, so far, men in Tuda have some 400 ships.") == "it is of Tuda"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prices in Sylvania's mines stand at 400 euros.", "it is of a part (“mines”)"),
        ("Prices in Sylvania's poorest mines stand at 400 euros.", "it is of a part (“mines”)"),
        ("Prices in Sylvania's mines and towns stand at 400 euros.", "it is of a part (“mines”)"),
        ("Prices in Sylvania's mines selling stand at 400 euros.", "it is of a part (“mines”)"),
        ("Prices in Sylvania's mines rise by 400 euros.", "it is of a part (“mines”)"),
        # what it is of all the same
        ("Prices in Sylvania's economy stand at 400 euros.", None),
        ("Prices in Sylvania's coal stand at 400 euros.", None),
        ("Prices in Sylvania's basins stand at 400 euros.", None),
        ("Prices in Sylvania's poor coal stand at 400 euros.", None),
        ("Prices in Sylvania's good old and poor coal stand at 400 euros.",
         "it is of a part (“old”)"),
        ("Prices in Sylvania's good old poor black coal stand at 400 euros.",
         "it is of a part (“black”)"),
        ("Prices in Sylvania's, they say, stand at 400 euros.", None),
        ("Prices in Sylvania mines stand at 400 euros.", None),
    ],
)  # fmt: skip
def test_what_a_place_has_is_a_part_of_it(sentence: str, expected: str | None) -> None:
    assert told(sentence) == expected
