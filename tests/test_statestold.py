"""States told: which state a sentence names, and why it tells none."""

from __future__ import annotations

import pytest
from carrying import clauses_of

from claimtrack.measures import Measure, Reads, State
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.statestold import state_told
from claimtrack.words.stating.subjects import Left


def states(reads: Reads | None = None, **named: str) -> MeasureWords:
    every = tuple(State(name, (words,)) for name, words in named.items())
    return MeasureWords(Measure("m", "Which?", "state", states=every, reads=reads))


GATE = states(
    Reads(subject=("gate",), needs=("Oslo",), never=("model",)),
    open="gate opened",
    shut="gate shut",
)
PORT = states(left="ships left port", not_left="ships stay port")


def told(sentence: str, words: MeasureWords, before: tuple[str, ...] = ()) -> str | None:
    """The state, with the words from its first to its last; or why none is told."""
    clauses = clauses_of(sentence)
    try:
        found = state_told(clauses, [clauses_of(one) for one in before], words)
    except Left as left:
        return str(left)
    if found is None:
        return None
    assert found.places <= set(range(found.start, found.end))
    return f"{found.name}: {' '.join(clauses.words[found.start : found.end])}"


@pytest.mark.parametrize(
    ("sentence", "before", "expected"),
    [
        ("In Oslo the gate was opened.", (), "open: gate was opened"),
        ("In Oslo the gate was painted.", (), None),
        ("In Oslo the model gate was opened.", (), "“model” rules it out"),
        ("The gate was opened.", (), "none of the words that it needs stands in the sentence"),
        ("In Oslo was the gate opened?", (), "it is asked, not said"),
        ("In Oslo the gate is yet to be opened.", (), "denied"),
        ("In Oslo the gate was opened and the gate was shut.", (),
         "it tells of two states alike"),
    ],
)  # fmt: skip
def test_a_sentence_names_a_state_or_says_why_not(
    sentence: str, before: tuple[str, ...], expected: str | None
) -> None:
    found = told(sentence, GATE, before)
    assert found == expected if expected != "denied" else "yet to" in (found or "")


def test_what_it_is_about_may_be_named_two_sentences_before() -> None:
    it = states(Reads(subject=("gate",)), open="opened wide")
    for before, expected in (
        (("The gate is old.",), "open: opened wide"),
        (("The gate is old.", "It rained."), "open: opened wide"),
        (("The gate is old.", "It rained.", "It poured."), "what it is about is not named"),
        ((), "what it is about is not named"),
    ):
        assert told("It opened wide.", it, before) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ships left port.", "left: ships left port"),
        ("The ships then abandoned the old port.", "left: ships then abandoned the old port"),
        # close together: three others, and two for each word
        ("Ships of red and of blue of oak left port.",
         "left: ships of red and of blue of oak left port"),
        ("Ships of red and of blue of the white old oak wood left port.", None),
        # why they do not tell it
        ("The ships are yet to leave port.", "not_left: ships are yet to leave port"),
        ("Yet to leave port are all ships.", "not_left: leave port are all ships"),
        ("The ships have not left port.", "not_left: ships have not left port"),
        ("The ships have no longer left port.", "not_left: ships have no longer left port"),
        ("Never left the ships port.", "not_left: left the ships port"),
        ("The former ships left port.", "no longer so (“former”)"),
        ("Former crews saw that ships left port.", "left: ships left port"),
        ("Ships under former guards left port.", "no longer so (“former”)"),
        ("Former ships left port.", "no longer so (“former”)"),
        ("The ships failed to leave port.", "not_left: ships failed to leave port"),
        ("The ships refused to leave port.", "not_left: ships refused to leave port"),
        ("That the ships left port was cancelled.", "called off (“cancelled”)"),
        ("That the ships left port was called off.", "called off (“called off”)"),
        ("It was cancelled that the ships left port.", "left: ships left port"),
        ("Had the ships left port, it was late.", "a condition (“had …”)"),
        ("It is a lie that the ships left port.", "denied (“lie”)"),
        ("If the ships left port, it was late.", "a condition (“if”)"),
        ("Unless the ships left port, it was late.", "a condition (“unless”)"),
        ("They ask whether the ships left port.", "a condition (“whether”)"),
        ("The ships will leave port.", "not a fact yet (“will”)"),
        ("Without a word, the ships left port.", "left: ships left port"),
        ("They did not stop the ships that left port.", "left: ships that left port"),
        ("They did not see the ships that left port.", "denied (“not”)"),
    ],
)  # fmt: skip
def test_the_words_of_a_state_tell_it_or_its_opposite(sentence: str, expected: str | None) -> None:
    assert told(sentence, PORT) == expected


def test_a_state_without_an_opposite_is_only_left() -> None:
    assert told("The ships have not left port.", states(left="ships left port")) == (
        "denied (“not”)"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dockers were on strike.", "on: dockers were on strike"),
        ("Dockers like the strike of old.", "old: dockers like the strike of old"),
        ("The strike of dockers began.", "on: strike of dockers"),
    ],
)
def test_more_words_and_fewer_missing_tell_a_state_better(sentence: str, expected: str) -> None:
    assert told(sentence, states(on="dockers on strike", old="dockers strike old")) == expected


def test_no_place_is_taken_twice() -> None:
    twice = states(both="ship ship left")
    assert told("The ship left.", twice) is None
    assert told("A ship and a ship left.", twice) == "both: ship and a ship left"


def test_words_that_are_small_alone_are_the_phrase() -> None:
    assert told("They have it on.", states(on="on")) == "on: on"
    assert told("They have it off.", states(on="on")) is None
