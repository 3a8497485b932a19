"""Framing: words around a passage, or left out of it, by which the speaker says something else."""

from __future__ import annotations

import pytest

from claimtrack.words.quoting.framing import (
    called_wrong,
    changes_subject,
    denies_aside,
    first_denial,
    is_supposed,
    supposes,
    takes_back,
)
from claimtrack.words.quoting.speech import ENGLISH
from claimtrack.words.quoting.spoken import Spoken, spoken_words


def heard(text: str) -> list[Spoken]:
    return spoken_words(text, ENGLISH)


def split(text: str) -> tuple[list[Spoken], list[Spoken]]:
    """The words of *text* before the bar in it, and those behind."""
    first, second = text.split("|")
    words = heard(first + second)
    count = sum(word.start < len(first) for word in words)
    return words[:count], words[count:]


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("it is not", "not"),
        ("never in my life", "never"),
        ("the dam is anything but", "anything"),
        ("the dam is far from", "far"),
        ("the crew failed to", "failed"),
        ("they were unable to", "unable"),
        ("the crew failed", None),
        ("they failed the crew and went to", None),
        ("they had anything they asked for", None),
        ("far away", None),
        ("they went to", None),
        ("", None),
    ],
)
def test_a_denial_is_found_where_it_stands(text: str, denial: str | None) -> None:
    words = heard(text)
    at = first_denial(words)
    assert (None if at is None else words[at].key) == denial


def test_the_first_of_two_denials_is_told() -> None:
    assert first_denial(heard("we failed to say never")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in nobody’s view| safe", True),
        ("by no account| safe", True),
        ("at no point| safe", True),
        # not set off by such a word, without a denial, or one that denies nothing
        ("as nobody doubts| safe", False),
        ("we never knew| safe", False),
        ("in my view| safe", False),
        ("in no small part| safe", False),
        ("in no time| safe", False),
        ("in| safe", False),
        # of more than one clause, or of another sentence
        ("in Oslo, nobody cares| safe", False),
        ("in nobody’s view.| Safe", False),
        ("to nobody in town.| Safe", False),
    ],
)
def test_what_is_set_off_may_deny_the_sentence(text: str, expected: bool) -> None:
    aside, kept = split(text)
    assert denies_aside(aside, kept[0]) is expected


@pytest.mark.parametrize(
    ("kept", "dropped", "expected"),
    [
        # One of two persons speaks, and the last of what was left out is the other.
        ("I", "hope that he", True),
        ("he", "knows that I", True),
        ("they", "went, and we", True),
        ("I", "hope that I", False),
        ("he", "went, and she", False),
        ("the crew", "went, and I", False),
        ("I", "left, and nobody", True),
        # Of a verb of minding whoever follows does it.
        ("the crew", "hoped that they all", True),
        ("the crew", "hoped they all", True),
        ("the crew", "hoped he had", True),
        ("the crew", "hoped she had", True),
        ("the crew", "hoped nobody had", False),
        ("the crew", "hoped that the captain", True),
        ("the crew", "hoped the captain", True),
        ("the crew", "hoped Lind", True),
        ("the crew", "hoped that Lind herself", True),
        ("the crew", "hoped that the old captain of the ship there", False),
        ("the crew", "hoped the captain and the mate", False),
        ("the crew", "hoped the captain or mate", False),
        ("the crew", "hoped the captain but no", False),
        ("the crew", "hoped the captain of the ship", True),
        ("the crew", "hoped the captain of the old ship", False),
        ("the crew", "hoped that President Lind", True),
        ("the crew", "hoped that crew", False),
        ("the crew", "hoped that the", False),
        ("the crew", "hoped that", False),
        ("the crew", "hoped", False),
        ("the crew", "hoped for rain", False),
        ("the crew", "hired the captain", False),
        ("the crew", "hoped that Lind would one day come home", False),
    ],
)
def test_what_is_left_out_gives_the_rest_another_subject(
    kept: str, dropped: str, expected: bool
) -> None:
    assert changes_subject(heard(kept), heard(dropped)) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("imagine", True),
        ("imagine that", True),
        ("suppose we", True),
        ("imagine that we all", True),
        ("imagine a town where", False),
        ("had we", True),
        ("had we known that", True),
        ("had the", False),
        ("had", False),
        ("we", False),
        ("we had", False),
        ("we imagine", False),
        ("", False),
    ],
)
def test_what_opens_a_sentence_makes_it_a_mere_thought(before: str, expected: bool) -> None:
    assert supposes(heard(before)) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("had we known", True),
        ("were it so", True),
        ("had we", False),
        ("had that known", False),
        ("we had known", False),
        ("had crews known", False),
    ],
)
def test_a_condition_needs_no_if(clause: str, expected: bool) -> None:
    assert is_supposed(heard(clause)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the dam is safe| – not", True),
        ("the dam is safe, |never", True),
        ("the dam is safe| not", False),  # of the same clause
        ("in Oslo, the dam is safe| not", False),
        ("yes, safe| not", False),
        ("the dam is safe, |not sound", False),
        ("the dam is safe, |said nobody", True),
        ("the dam is safe, |says no engineer", True),
        ("the dam is safe, |said Lind", False),
        ("the dam is safe, |said", False),
        ("the dam is safe, |asked nobody", False),
        ("that the dam will hold| is nonsense", True),
        ("that the dam will hold| was a rumour", True),
        ("the dam is safe| is a lie", True),
        ("that the dam will hold| is a great help", False),
        ("that the dam will hold| until the lie", False),
        ("the dam will hold| is nonsense", False),  # no clause that could be called so
        ("the big dam| is nonsense", False),
        ("that the dam will hold| is what they told us in a lie", False),  # far behind
        ("the dam is safe|", False),
    ],
)
def test_what_stands_behind_a_passage_calls_it_wrong(text: str, expected: bool) -> None:
    assert called_wrong(*split(text)) is expected


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("It is not.", True),
        ("That was not so.", True),
        ("That is not true at all.", False),  # longer than who takes back has words for
        ("It is not at all.", True),
        ("It is not cheap.", False),
        ("It is so.", False),
        ("That is nonsense.", True),
        ("That is a myth.", True),
        ("That is a fine town.", False),
        ("It was my mistake.", False),
        ("It sounds absurd.", True),
        ("It told a lie.", False),
        ("She called it absurd.", False),
        ("It.", False),
        ("That is.", False),
        ("They lied.", True),
        ("She lies.", True),
        ("They lied to us.", False),
        ("They left.", False),
        ("Crews lied.", False),
        ("Nonsense.", True),
        ("Nonsense, friends.", True),
        ("Lies are everywhere.", False),
        ("No.", False),
        ("That is a most absurd and bold lie.", False),
        ("", False),
    ],
)
def test_the_sentence_behind_takes_back_what_was_said(following: str, expected: bool) -> None:
    assert takes_back(heard(following), asked=False) is expected


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("No.", True),
        ("Hardly so.", True),
        ("Never again, friends.", False),
        ("Nonsense.", True),
        ("Yes.", False),
        ("", False),
    ],
)
def test_a_bare_no_takes_back_what_was_asked(following: str, expected: bool) -> None:
    assert takes_back(heard(following), asked=True) is expected
