"""Spoken words: a wording as it was heard, whatever its spelling."""

from __future__ import annotations

import pytest

from claimtrack.words.quoting.speech import ENGLISH
from claimtrack.words.quoting.spoken import Spoken, spoken_words

#: How the kind of a word and its bracket are shown here, before and behind its key.
SHOWN = {"word": "", "number": "", "gap": "", "name": "^", "negation": "!", "title": "~"}
BRACKETS = {"": "", "square": "]", "round": ")"}


def heard(text: str) -> list[Spoken]:
    return spoken_words(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We will go.", "we will go"),
        ("Twenty men, 1,200 boats", "#20 men #1200 boats"),
        ("It cost $20 and €5", "it cost #20 dollars and #5 euros"),
        ("We spent 1.5m on 5 M of it", "we spent #1500000 on #5 ^m of it"),
        ("20 per cent of 20%", "#20 percent of #20 percent"),
        ("per mille 20 cent", "per mille #20 cent"),
        ("It can't, won't and didn't", "it can !not will !not and did !not"),
        ("I'm sure they're gone; we've lost", "i am sure they are gone we have lost"),
        ("He cannot let’s go", "he can !not let us go"),
        ("U.S. and U.S.A. troops", "^u.s and ^usa troops"),
        ("The US won", "the ^u.s won"),
        ("J. F. Hill met J. Roe", "^jf ^hill met ^j ^roe"),
        ("President Putin and Vice President Hill",
         "~president ^putin and ~vice ~president ^hill"),
        ("[W]e go", "we go"),
        ("want[ed] it", "want it"),
        ("Want[ed] it", "want it"),
        ("[the men] go", "the] men] go"),
        ("(laughs) we go", "laughs) we go"),
        ("We go [sic] there", "we go there"),
        ("We, uh, go", "we go"),
        ("We go … home", "we go … home"),
        ("We go... home. . there", "we go … home … there"),
        ("We go. home", "we go home"),
        ("Mr. Hill left. She stayed", "~mr ^hill left she stayed"),
        ("I. Then", "i then"),
        ("St. John. Then he", "st ^john then he"),
        ("three — three men", "#3 men"),
        ("unco- — uncovering", "uncovering"),
        ("long- and short-term", "long and short term"),
        ("defence of the colour centre", "defense of the color center"),
        ("realised travelled", "realized traveled"),
        ("OK, yeah", "^okay yes"),
        ("WE GO", "we ^go"),
        ("the Kyiv we know", "the ^kyiv we know"),
        ("The bridge. Kyiv", "the bridge kyiv"),
        ("香港は", "香 港 は"),
        ("nobody never", "!nobody !never"),
        ("Ann's dog", "ann 's dog"),
        ("5, 6", "#5 #6"),
        ("It is [20] men", "it is #20] men"),
        ("a]b [c", "a b c]"),
        ("I go [We] go", "i go we] go"),
        ("x [y]z", "x yz"),
        ("“Go”, Hill said", "go ^hill said"),
        ("Gen. Hill", "~gen ^hill"),
        ("the colonel Hill", "the ~colonel ^hill"),
    ],
)  # fmt: skip
def test_a_wording_is_heard_by_its_words(text: str, words: str) -> None:
    found = heard(text)
    assert " ".join(f"{SHOWN[it.kind]}{it.key}{BRACKETS[it.bracket]}" for it in found) == words


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Twenty men, 1,200 boats", "Twenty|men|1,200|boats"),
        ("It cost $20 and €5", "It|cost|20|$|and|5|€"),
        ("20 per cent of 20%", "20|per cent|of|20|%"),
        ("It can't, won't and didn't", "It|can't|can't|won't|won't|and|didn't|didn't"),
        ("U.S. and U.S.A. troops", "U.S|and|U.S.A|troops"),
        ("J. F. Hill met J. Roe", "J. F|Hill|met|J|Roe"),
        ("[W]e go", "[W]e|go"),
        ("want[ed] it", "want|it"),
        ("We go... home. . there", "We|go|...|home|. .|there"),
        ("香港は", "香|港|は"),
        ("x [y]z", "x|[y]z"),
    ],
)  # fmt: skip
def test_a_word_stands_where_it_is_written(text: str, places: str) -> None:
    assert "|".join(text[one.start : one.end] for one in heard(text)) == places


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("We go. They stay, he left; why?", "0.0 0.0 1.1 1.1 1.2 1.2 1.3"),
        ("Mr. Hill left. She stayed", "0.0 0.0 0.0 1.1 1.1"),
        ("I. Then", "0.0 1.1"),
        ("St. John. Then he", "0.0 0.0 1.1 1.1"),
        ("J. F. Hill. No", "0.0 0.0 1.1"),
        ("We go... home. No", "0.0 0.0 0.0 0.0 1.1"),
        ("5, 6. 7", "0.0 0.1 1.2"),
    ],
)
def test_a_word_knows_its_sentence_and_its_clause(text: str, counted: str) -> None:
    assert " ".join(f"{one.sentence}.{one.clause}" for one in heard(text)) == counted


def test_a_small_word_weighs_a_third() -> None:
    assert [one.weight for one in heard("We build it")] == [0.3, 1.0, 0.3]
