"""Pronouns: whether "he", "she" or "they" may be whom the sentence before is about."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations
from claimtrack.words.quoting.pronouns import (
    is_another_person,
    is_said_to_another,
    may_stand_for,
)

#: Those that English has for the third person, in the order in which they are told.
PRONOUNS = ("he", "she", "it", "they")


def may_be(named: str, before: str = "") -> str:
    """The pronouns that may stand for *named*."""
    return " ".join(one for one in PRONOUNS if may_stand_for(one, named, before))


@pytest.mark.parametrize(
    ("named", "pronouns"),
    [
        ("Anna Lind", "she"),
        ("Lind", "he she"),
        ("Mr Lind", "he"),
        ("Mrs Lind", "she"),
        # Called both, he may be either: the wife of a king, a king of that name.
        ("Queen Anna King", "she"),
        # Of a role that nobody names it may be one or more.
        ("the mayor", "he she they"),
        ("a fisherman", "he they"),
        ("the actress", "she they"),
        ("a boss", "he she they"),
        ("the kind boss", "he she they"),
        ("the sales clerk", "he she they"),
        ("the consensus", "he she they"),
        ("the mayors", "it they"),
        ("The mayors", "it they"),
        ("Norvia Bank", "it they"),
        ("North Council", "it they"),
        ("London", "it they"),
        # With a title it is a person, whatever else is in the name.
        ("Minister London Hill", "he she"),
        ("President of Poland", "it they"),
        ("Office of Works", "it they"),
        ("the Bank of Norvia", "it they"),
        ("the president of the bank", "it they"),
        # A word with a capital that opens a sentence is no name.
        ("Critics", "it they"),
        ("Ministers", "it they"),
        ("Critics Hill", "he she"),
        ("NORAD", "it they"),
        ("LENA BRANDT", "she"),
        # What is another's is nobody.
        ("Lind’s", ""),
        ("Lind's", ""),
        ("the Linds'", ""),
        ("the Linds’", ""),
        ("1", ""),
    ],
)
def test_a_pronoun_stands_for_what_it_fits(named: str, pronouns: str) -> None:
    assert may_be(named) == pronouns


@pytest.mark.parametrize(
    ("before", "named", "pronouns"),
    [
        ("Her husband, ", "Kim Berg", "he"),
        ("Their aunt ", "Kim Berg", "she"),
        ("Their aunt met ", "Kim Berg", "he she"),
        ("the ", "Guardian", "it they"),
        ("The ", "Guardian", "it they"),
        ("the old ", "Guardian", "he she"),
        ("the ", "Minister Hill", "he she"),
        ("", "Guardian", "he she"),
    ],
)
def test_what_stands_before_a_name_tells_whose_it_is(
    before: str, named: str, pronouns: str
) -> None:
    assert may_be(named, before) == pronouns


def test_him_and_her_are_as_he_and_she() -> None:
    assert [may_stand_for(one, "Mr Lind", "") for one in ("him", "her")] == [True, False]
    assert [may_stand_for(one, "Mrs Lind", "") for one in ("him", "her")] == [False, True]


def test_a_pronoun_of_another_language_may_be_anybody() -> None:
    assert may_stand_for("hän", "Lind’s", "")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" told her.", True),
        (" asked him, ", True),
        (" told her", True),
        (" told her mother", False),
        (" told hers.", False),
        (" told them.", False),
        (" then told her.", False),
        ("told her.", False),
    ],
)
def test_whoever_says_it_to_her_is_another(behind: str, expected: bool) -> None:
    assert is_said_to_another(behind) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Lind", True),
        ("Mr Lind", True),
        ("Lind", False),
        ("The Guardian", False),
        ("the mayor", False),
        ("Norvia Bank", False),
        ("NEW DEAL", False),
        ("LENA BRANDT", False),
        ("1", False),
    ],
)
def test_a_second_person_has_two_words_to_his_name(name: str, expected: bool) -> None:
    assert is_another_person(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Lind is minister for trade. “We go,” the minister said.", ["Anna Lind"]),
        (
            "Trade minister Anna Lind met farmers on Monday. “We go,” the minister said.",
            ["Anna Lind"],
        ),
        ("Norbank cut 300 jobs on Monday. “We had no choice,” the bank said.", ["Norbank"]),
        (
            "Norbank AB, the company behind the dam, cut jobs. “We must,” the company said.",
            ["Norbank AB"],
        ),
        (
            "Mayor Karl Berg opened the bridge. It rained all day. “We go,” the mayor said.",
            ["Mayor Karl Berg"],
        ),
        ("Karl Berg opened the bridge. It rained all day. “We go,” he said.", ["Karl Berg"]),
        (
            "Anna Lind came late. The rain did not stop. She was soaked. “We go,” she said.",
            ["Anna Lind"],
        ),
        (
            "President Lena Brandt left for Ulm. “We go,” the president told reporters.",
            ["President Lena Brandt"],
        ),
        (
            "Senator Tom Reid voted against it. “It is a bad law,” the senator said.",
            ["Senator Tom Reid"],
        ),
        (
            "“We go,” said Mayor Karl Berg. “We shall win,” the mayor added.",
            ["Mayor Karl Berg", "Mayor Karl Berg"],
        ),
        (
            "“We go,” said Anna Lind, the trade minister.\n\n“We shall win,” the minister added.",
            ["Anna Lind", "Anna Lind"],
        ),
        ("Anna Lind met the president. “We go,” the president said.", ["the president"]),
        ("Mayor Karl Berg met Mayor Anna Lind. “We go,” the mayor said.", ["the mayor"]),
        ("Anna Lind opened the bridge. “We go,” the mayor said.", ["the mayor"]),
        ("Mayor Karl Berg opened the bridge. “We go,” the minister said.", ["the minister"]),
        ("Mayor Karl Berg opened the bridge. “We go,” a minister said.", ["a minister"]),
        ("Mayor Karl Berg opened the bridge. “We go,” another mayor said.", ["another mayor"]),
        (
            "Mayor Karl Berg opened the bridge. “We go,” the mayor of Ulm said.",
            ["the mayor of Ulm"],
        ),
        ("Karl Berg and Tom Reid opened the bridge. “We go,” he said.", [None]),
        ("Karl Berg opened the bridge. A nurse came in. “We go,” she said.", [None]),
        ("Karl Berg opened the bridge. It was for Tom Reid. “We go,” he said.", [None]),
        ("Karl Berg came. I saw it. “We go,” he said.", [None]),
        # Whoever else is told of may be whom "he" is; a place is nobody.
        ("Karl Berg came. The nurse was there. “We go,” he said.", [None]),
        ("Karl Berg came. The children sang. “We go,” he said.", [None]),
        ("Karl Berg came. Hill’s dog barked. “We go,” he said.", [None]),
        ("Karl Berg came. It was Hill’s dog. “We go,” he said.", [None]),
        ("Karl Berg came. It rained in Ulm. “We go,” he said.", ["Karl Berg"]),
        ("Karl Berg came. In Ulm it rained. “We go,” he said.", ["Karl Berg"]),
        ("Karl Berg met Tom Reid’s brother. “We go,” he said.", [None]),
        (
            "General Secretary Karl Berg came. “We go,” the secretary said.",
            ["General Secretary Karl Berg"],
        ),
        ("The Karl Berg Bank cut jobs. “We had to,” the bank said.", ["Karl Berg Bank"]),
        ("The Karl Berg Bank cut jobs. “We had to,” the karl said.", ["the karl"]),
        ("Karl Berg came. It was “a bad day”. “We go,” he said.", [None, None]),
        ("Karl Berg opened the bridge. It rained. It snowed. It froze. “We go,” he said.", [None]),
        ("Deputy minister Anna Lind met farmers. “We go,” the minister said.", ["the minister"]),
        ("Stephen King met farmers. “We go,” the king said.", ["the king"]),
        ("The Supreme Court met on Monday. “The law stands,” the court said.", ["Supreme Court"]),
        ("Anna Lind runs the bank in Ulm. “We go,” the bank said.", ["the bank"]),
        ("Mayor Karl Berg met Tom Reid. It rained. “We go,” he said.", [None]),
        ("Karl Berg’s lawyer left. “We go,” the mayor said.", ["the mayor"]),
        ("Former minister Anna Lind met farmers. “We go,” the minister said.", ["the minister"]),
        ("A mayor was there. Karl Berg left early. “We go,” the mayor said.", ["the mayor"]),
    ],
)
def test_the_minister_and_he_are_whom_the_sentences_before_name(
    text: str, expected: list[str | None]
) -> None:
    assert [one.speaker for one in find_quotations(text)] == expected
