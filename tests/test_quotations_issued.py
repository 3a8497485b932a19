"""Statements: posts, letters, spokespeople and headlines, and whose words they give."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” a spokesperson for Norbank said.", ["a spokesperson for Norbank"]),
        ("“We go,” said a spokeswoman for the ministry.", ["a spokeswoman for the ministry"]),
        ("A spokesman for Anna Lind said the charge was “absurd”.", ["A spokesman for Anna Lind"]),
        ("In a statement, Norbank said: “We had no choice.”", ["Norbank"]),
        ("“We had no choice,” Norbank said in a statement.", ["Norbank"]),
        ("“We had no choice,” read a statement from Norbank.", ["Norbank"]),
        ("“We had no choice,” Anna Lind wrote on X.", ["Anna Lind"]),
        ("“We had no choice,” Anna Lind posted on Telegram.", ["Anna Lind"]),
        ("Anna Lind wrote on Truth Social: “We had no choice.”", ["Anna Lind"]),
        ("Writing on X, Anna Lind said: “We had no choice.”", ["Anna Lind"]),
        ("In a post on X, Anna Lind wrote: “We had no choice.”", ["Anna Lind"]),
        ("On his Telegram channel, Karl Berg wrote: “We had no choice.”", ["Karl Berg"]),
        ("Posting on Truth Social, Lind called it “a great day”.", ["Lind"]),
        ("Lind: “We had no choice”", ["Lind"]),
        ("“We had no choice”: Lind", ["Lind"]),
        ("‘We had no choice’: Lind on the closure of the mill", ["Lind"]),
        ("“We had no choice” – Lind", ["Lind"]),
        ("‘We had no choice,’ says Lind", ["Lind"]),
        ("Norbank’s statement read: “We had no choice.”", ["Norbank"]),
        ("A statement from Norbank said: “We had no choice.”", ["Norbank"]),
        ("The ministry said in a statement on Friday that the dam was “safe”.", ["The ministry"]),
        ("Karl Berg took to X to call the law “a disgrace”.", ["Karl Berg"]),
        ("In a letter to Berg, Anna Lind wrote: “We had no choice.”", ["Anna Lind"]),
        ("A post on X said: “We had no choice.”", ["A post"]),
        ("“We had no choice,” read a sign at the gate.", [None]),
        ("“We had no choice”: the end of the mill", [None]),
        ("“We had no choice”: a night in Ulm", [None]),
        ("“We had no choice” – and other myths", [None]),
        ("A statement on X about Lind said “we had no choice”.", [None]),
        ("A statement said: “We had no choice.”", ["A statement"]),
        ("The sign read: “Keep out of here.”", [None]),
        ("A user on X told Lind: “You had no choice.”", ["A user"]),
        ("In a statement on Anna Lind, Norbank said: “We had no choice.”", ["Norbank"]),
        ("In a post about Lind, Berg wrote: “We had no choice.”", ["Berg"]),
        ("Update: “We had no choice”", [None]),
        ("“We had no choice,” said a statement by the Norbank board.", ["a statement"]),
        ("“We had no choice,” said a letter from Anna Lind.", ["Anna Lind"]),
        ("A baker in Ulm said: “We had no choice.”", ["A baker"]),
        ("After talks with Berg said: “We had no choice.”", [None]),
        ("“We had no choice”: Why Lind left", [None]),
        ("‘No Choice’: Film Review", [None]),
        ("Of course, in Ulm the answer was “we had no choice”.", [None]),
        ("The envoy to Norvia said: “We had no choice.”", ["The envoy"]),
        ("“We had no choice”: Inside the mill", [None]),
        ("“We had no choice” – Lind left on Monday.", [None]),
        ("Lind read “a long and sad letter” to the court.", [None]),
        ("Watch: “We had no choice”", [None]),
    ],
)
def test_what_is_issued_posted_or_headed_is_of_whoever_says_it(
    text: str, expected: list[str | None]
) -> None:
    assert [one.speaker for one in find_quotations(text) if not one.nested] == expected
