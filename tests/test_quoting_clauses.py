"""Clauses around quotations: where a sentence says that somebody says something."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations
from claimtrack.words.quoting.clauses import ClauseReader
from claimtrack.words.quoting.narration import narration
from claimtrack.words.quoting.quotemarks import quoted_stretches
from claimtrack.words.quoting.speech import ENGLISH


def verbs(text: str) -> str:
    """The verbs of saying in the one sentence of *text*."""
    [sentence] = narration(text, quoted_stretches(text))
    return " ".join(sentence.pieces[at].text for at in ClauseReader(sentence, ENGLISH).verbs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind said that Berg told her so.", "said told"),
        ("Said Lind: “We sail.”", "Said"),
        ("The boat of Lind Said sank.", ""),
        ("They sail.", ""),
        # A verb that is a noun as often tells where what it tells is beside it.
        ("Lind claims “we sail”.", "claims"),
        ("Lind claims that we sail.", "claims"),
        ("Lind claims land.", ""),
        ("Lind’s post", ""),
        ("Lind claims", ""),
        ("“We sail,” Lind continued.", "continued"),
        ("“We sail,” Anna Lind continued", "continued"),
        ("“We sail,” continued.", ""),
        ("“We sail,” Lind continued to row.", ""),
        ("Lind continued.", ""),
        ("So Lind continued.", ""),
        # What is named so is not spoken of.
        ("They sank a boat called “Old Joe”.", ""),
        ("They sank an old boat dubbed “Old Joe”.", ""),
        ("A boat of the north called “Old Joe” sank.", "called"),
        ("The boat called “Old Joe” sank.", "called"),
        ("On a boat Lind called “Old Joe” they sail.", "called"),
        ("A boat, called “Old Joe”, sank.", "called"),
        ("On a boat Lind said “we sail”.", "said"),
        # Behind an article or a preposition it is no verb, but of what somebody does.
        ("The said boat sank.", ""),
        ("They praised Lind for saying “we sail”.", "praised saying"),
        ("They praised Lind for all saying so.", "praised"),
        ("Her saying “we sail” helped.", ""),
        ("Lind won by said means.", ""),
        ("Lind is expected to say “we sail”.", "say"),
        ("Lind is likely to tell Berg so.", "tell"),
        ("Lind hopes to say “we sail”.", ""),
        ("To say “we sail” is easy.", ""),
        ("Lind is expected to said.", ""),
        # Behind a figure, or what is somebody's, it is a noun; an age is somebody.
        ("In 2019 said Lind “we sail”.", ""),
        ("Lind, 45 said, sails.", ""),
        ("The 61-year-old said “we sail”.", "said"),
        ("Lind’s said boat sank.", ""),
        ("Lind's said boat sank.", ""),
        ("The crews’ said boat sank.", ""),
        ("The crews' said boat sank.", ""),
        ("“We sail,” said Lind.", "said"),
    ],
)
def test_a_verb_of_saying_is_known_from_a_noun(text: str, expected: str) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Who did it stands behind "by", right behind the verb.
        ("It was described by Lind as “a fine boat”.", "Lind"),
        ("It was once described in Oslo by Lind as “a fine boat”.", "Lind"),
        ("It was widely called by Lind “a fine boat”.", "Lind"),
        ("Standing by Lind, Berg was told “we must sail”.", None),
        ("Berg was saying by the boat that “we must sail”.", "Berg"),
        ("Berg was told “we must sail”.", None),
        # A clause set off has a verb of its own, one that goes on has not.
        ("“We must sail,” Lind, whom Berg had told so, said.", "Lind"),
        ("“We must sail,” Lind, who was asked by Berg, said.", "Lind"),
        ("“We must sail,” said Lind, whom Berg had told so.", "Lind"),
        ("Lind, whom Berg told to leave, said “we must sail”.", "Lind"),
        # Adverbs stand between whoever speaks and the verb; a name is none.
        ("Lind angrily said “we must sail”.", "Lind"),
        ("Old Molly said “we must sail”.", "Old Molly"),
        ("Lind was only later quoted as saying “we must sail”.", "Lind"),
        ("“We must sail,” angrily said Lind.", "Lind"),
        ("“We must sail,” said softly Lind.", "Lind"),
    ],
)
def test_the_verb_is_that_of_whoever_speaks(text: str, speaker: str | None) -> None:
    assert find_quotations(text)[0].speaker == speaker
