"""Told events: what a text says to have happened, or that it has not, to be proposed as a claim."""

from __future__ import annotations

import pytest

from claimtrack.claimfile.toldevents import told_events
from claimtrack.words.dates import find_dates


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The pact was signed by both.", "was the pact signed"),
        ("Both sides have signed an agreement with Iran that ends the war.",
         "did both sides sign an agreement with Iran"),
        ("Norland and Suland signed the Aven agreements on 21 April 2010 in Aven.",
         "did Norland and Suland sign the Aven agreements"),
        ("On 4 May 2023, the pact was signed.", "was the pact signed"),
        ("After the war the pact was signed.", "was the pact signed"),
        ("The treaty entered into force on 1 May.", "did the treaty enter into force"),
        ("She died in 1999.", "did she die"),
        ("Ann Lee became mayor of Port Aven in 2014.", "did Ann Lee become mayor of Port Aven"),
        ("Ann Lee was elected mayor in 2014.", "was Ann Lee elected mayor"),
        ("The charter was drawn up by four and the king signed the law.",
         "did the king sign the law"),
        ("He said the minister had signed the order.", "did the minister sign the order"),
        ("But Norland has formally annexed the isle.", "did Norland annex the isle"),
        ("The workers’ council ratified it.", None),
        ("If Norland signed the pact, it would hold.", None),
        ("Norland will sign the pact.", None),
        ("The deal is to be signed on 4 May.", None),
        ("The agreement signed in 2019 ended the war.", None),
        ("Nobody signed the pact.", None),
        ("Signed.", None),
    ],
)  # fmt: skip
def test_what_happened_is_asked_for(text: str, asked: str | None) -> None:
    days = [(found.start, found.end) for found in find_dates(text)]
    found = [one.asks for one in told_events(text, days)]
    assert found == ([] if asked is None else [f"When, if at all, {asked}?"])


@pytest.mark.parametrize(
    ("text", "what", "happened", "words"),
    [
        ("The pact was signed.", "the pact was signed", True, "was signed"),
        ("The pact was never signed.", "the pact was signed", False, "was never signed"),
        ("The pacts have not been ratified.", "the pacts were ratified", False,
         "have not been ratified"),
        ("The Senate has not yet ratified the pact.", "the Senate ratified the pact", False,
         "has not yet ratified"),
        ("Norland joined the league.", "Norland joined the league", True, "joined"),
    ],
)  # fmt: skip
def test_an_event_happened_or_not_yet(text: str, what: str, happened: bool, words: str) -> None:
    (found,) = told_events(text)
    assert (found.what, found.happened, text[found.start : found.end]) == (what, happened, words)
