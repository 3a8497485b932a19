"""Citing: on whose word a sentence tells what it tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.words.quotations import find_quotations
from claimtrack.words.quoting.citing import cited_in


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("According to the ministry, 5,000 people fled.", "ministry"),
        ("Some 5,000 people fled, the ministry said.", "the ministry"),
        ("The Red Cross says 5,000 people fled.", "The Red Cross"),
        ("The toll of 5,000 was confirmed by the United Nations.", "United Nations"),
        ("Some 5,000 people fled.", None),
        ("it is said 5,000 people fled.", None),
        ("Some 5,000 people fled, and the Red Cross announced a camp.", None),
        ("Some 5,000 people fled; Ana Diaz confirmed nothing.", None),
        ("Ana Diaz told us that 5,000 people fled.", "Ana Diaz"),
        ("It rained, but the Harbour Office put it at 5,000.", "the Harbour Office"),
        ("Some 5,000 people fled, according to an aid group.", "aid group"),
        ("Some 5,000 people fled, compiled by the Harbour Office.", "Harbour Office"),
        ("Ana Diaz said that, according to Bob Ray, 5,000 people fled.", "Bob Ray"),
        # What ties them to the sentence is no part of their names.
        ("Some 5,000 people fled, as the Governor said.", "the Governor"),
        ("As the Red Cross says, 5,000 people fled.", "the Red Cross"),
        ("Some 5,000 people fled, so the Harbour Office reported.", "the Harbour Office"),
        ("On Monday the Red Cross said 5,000 people fled.", "the Red Cross"),
        ("In a statement the Red Cross said 5,000 people fled.", "the Red Cross"),
        # Nobody is named where a pronoun stands, or a name is still to come.
        ("On 2 May, he said that 5,000 people fled.", None),
        ("She told reporters that 5,000 people fled.", None),
        ("Some 5,000 people fled, as was reported by the papers.", None),
        ("By the reports of 2 May, Ana Diaz counted 5,000.", None),
        ("At the harbour Ana Diaz said 5,000 people fled.", None),
    ],
)
def test_who_is_cited_for_a_figure(sentence: str, cited: str | None) -> None:
    assert cited_in(sentence, sentence.index("5,000")) == cited


def test_a_figure_in_a_quotation_is_its_speakers_and_no_other_is() -> None:
    sentence = "“5,000 fled,” Ana Diaz said, and 700 more hid."
    quotations = find_quotations(sentence)

    assert cited_in(sentence, sentence.index("5,000"), quotations) == "Ana Diaz"
    assert cited_in(sentence, quotations[0].start, quotations) == "Ana Diaz"
    assert cited_in("“5,000 fled” from 700 homes.", 18, find_quotations("“5,000 fled”")) is None


def test_a_quotation_is_cited_from_its_first_sign_to_its_last() -> None:
    sentence = "“5,000 fled” and 700 hid."
    (one,) = find_quotations(sentence)
    spoken, unspoken = replace(one, speaker="Ana Diaz"), replace(one, speaker=None)
    for at, cited in [(one.start, "Ana Diaz"), (one.end - 1, "Ana Diaz"), (one.end, None)]:
        assert cited_in(sentence, at, [unspoken, spoken]) == cited
    assert cited_in(sentence, 0, [spoken]) is None
    assert cited_in(sentence, one.start, [unspoken]) is None


def test_what_a_sentence_goes_on_to_say_cites_nobody() -> None:
    sentence = "The mayor held off on 5 taxes, and says so whenever she is asked."
    assert cited_in(sentence, sentence.index("5")) is None
    behind = "The mayor held off on 5 taxes, the treasurer says."
    assert cited_in(behind, behind.index("5")) == "the treasurer"
