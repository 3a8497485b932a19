"""Relative clauses: who speaks is told of by what he did, and whom he met says nothing."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The boat was empty,” the man who told Berg said.", ["the man"]),
        ("“The boat was empty,” the woman who found it told Berg.", ["the woman"]),
        ("“The boat was empty,” the sailor whom Berg had sent said.", ["the sailor"]),
        (
            "“I saw it sink,” a fisherman who asked not to be named told the Courier.",
            ["a fisherman"],
        ),
        ("“I saw it sink,” said a fisherman who had warned Lind.", ["a fisherman"]),
        ("“It was cold,” the doctor who treated Lind told reporters.", ["the doctor"]),
        ("“It was cold,” one nurse who worked with Lind said on Friday.", ["one nurse"]),
        ("“The law is bad,” the judge whose ruling Berg had attacked said.", ["the judge"]),
        ("The man who told Berg said: “The boat was empty.”", ["The man"]),
        ("A lawyer who advised Lind said the firm was “on its knees”.", ["A lawyer"]),
        ("The engineer that Lind had hired called the bridge “a death trap”.", ["The engineer"]),
        ("Residents who spoke to Lind said the smell was “worse than ever”.", ["Residents"]),
        (
            "The clerk who wrote the note for Holm told the court: “I was ordered to.”",
            ["The clerk"],
        ),
        ("“The boat was empty,” Lind, who told Berg, said.", ["Lind"]),
        ("“The boat was empty,” said Lind, who had told Berg.", ["Lind"]),
        ("“The boat was empty,” Anna Lind, who found it, told Berg.", ["Anna Lind"]),
        ("Lind, who had warned Berg, said “the boat was empty”.", ["Lind"]),
        ("The man who found the boat, Tom Lind, said “it was empty”.", ["Tom Lind"]),
        ("“It was empty,” said the man who found the boat, Tom Lind.", ["Tom Lind"]),
        ("It was Lind who told Berg “the boat was empty”.", ["Lind"]),
        ("It was Lind who told Berg: “The boat was empty.”", ["Lind"]),
        ("Those who know Lind say “he is a bore”.", [None]),
        ("Lind, whose brother told Berg, said “the boat was empty”.", ["Lind"]),
        ("“It was empty,” Lind told the man who had sent Berg.", ["Lind"]),
        ("Lind sued the man who said “the boat was empty”.", ["the man"]),
        ("Lind met people who said “the boat was empty”.", ["people"]),
        ("Lind issued a statement which said “the boat was empty”.", ["Lind"]),
        ("Lind knew a man who told Berg “the boat was empty”.", ["a man"]),
        ("Lind met the woman who said Berg called it “a bargain”.", ["Berg"]),
        ("“The boat was empty,” the man who told us Lind was there said.", ["the man"]),
        ("The sailor whom Berg sent told Lind: “The boat was empty.”", ["The sailor"]),
        ("Lind, whom Berg told “the boat was empty”, wept.", ["Berg"]),
        ("Lind, whom the mayor told “the boat was empty”, wept.", ["the mayor"]),
        ("The news that Lind had called it “a bargain” spread.", ["Lind"]),
        # Whom he brought with him is set off as well, and says nothing.
        (
            "Mayor Lind, who opened the bridge with her deputy, Tom Berg, said “we go”.",
            ["Mayor Lind"],
        ),
        ("Lind, who came with her deputy, Tom Berg, said “we go”.", ["Lind"]),
        ("Lind met the woman who said that Berg called it “a bargain”.", ["Berg"]),
        ("Lind met the man who told Hill that Berg called it “a bargain”.", ["Berg"]),
        ("The engineer that the firm hired called the bridge “a death trap”.", ["The engineer"]),
        ("“It is a death trap,” the engineer whom the firm hired said.", ["the engineer"]),
        ("Lind met a tall man who said “it was loud”.", ["a tall man"]),
        ("Lind met some very angry old men who said “it was loud”.", ["some very angry old men"]),
        ("Residents who saw it said “it was loud”.", ["Residents"]),
        # Which of the two he is, the sentence does not tell.
        ("Lind met a man who said he called it “a farce”.", [None]),
        ("The family who lost the house said “we go”.", ["The family"]),
    ],
)
def test_whoever_is_named_within_a_relative_clause_takes_no_words(
    text: str, expected: list[str | None]
) -> None:
    assert [one.speaker for one in find_quotations(text)] == expected
