"""Layouts: what stands where in a paragraph, looked up and not searched for."""

from __future__ import annotations

import pytest

from claimtrack.claimfile.layouts import Layout
from claimtrack.claims import Place
from claimtrack.words.sameness import digest

TEXT = "Rents rose by 12%, and the old pier fell. In May 2019 the pact was signed by (almost) all."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "sentences"), [("12%", (1,)), ("May 2019", (2,)), ("fell. In", (1, 2))]
)
def test_words_stand_in_their_sentences(words: str, sentences: tuple[int, ...]) -> None:
    assert Layout(TEXT, 3).place(*at(words)) == Place(3, sentences)


def test_what_stands_between_sentences_stands_in_none() -> None:
    between = TEXT.index(" In May")
    assert Layout(TEXT, 3).place(between, between + 1) is None


def test_the_digest_is_that_of_the_sentences() -> None:
    layout = Layout(TEXT, 1)
    assert layout.digest(Place(1, (1,))) == digest(TEXT[: TEXT.index(" In May")])
    assert layout.digest(Place(1, (1, 2))) == digest(TEXT)


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("12%", "Rents rose by 12%, and the"),
        ("Rents", "Rents rose by 12%,"),
        ("May 2019", "In May 2019 the pact was"),
        ("fell", "the old pier fell."),
        ("almost", "signed by (almost) all."),
        ("fell. In", "the old pier fell. In May 2019 the"),
    ],
)
def test_neighbours_are_of_the_same_sentences(words: str, near: str) -> None:
    assert Layout(TEXT, 1).near(*at(words)) == near


def test_a_comma_parts_clauses() -> None:
    layout = Layout(TEXT, 1)
    (_, rents), (pier, fell) = at("Rents"), at("pier")
    assert not layout.one_clause(rents, pier)
    assert layout.one_clause(fell, at("all")[0])


@pytest.mark.parametrize(
    ("behind", "clause"),
    [
        ("fell", "the old pier"),  # what joins it to the clause before is none of it
        ("by (", "In May 2019 the pact was signed"),
        ("Rents", ""),
        ("rose", "Rents"),
    ],
)
def test_a_clause_leads_up_to_a_place(behind: str, clause: str) -> None:
    layout = Layout(TEXT, 1)
    assert layout.clause_before(at(behind)[0], 7) == clause
    assert layout.clause_before(at("all")[0], 0) == ""


def test_a_word_stands_before_a_place() -> None:
    layout = Layout(TEXT, 1)
    assert layout.word_before(at("In May")[0]) == "fell."
    assert layout.word_before(at("almost")[0]) == "("
    assert layout.word_before(0) == ""
