"""Utterances: what somebody is quoted for in one go."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations, match_wording, without_narration
from claimtrack.words.quoting.utterances import utterances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not,” Berg said, “go there.”", ["We will not go there."]),
        ("“We will not”, Berg said on Friday, “go there”.", ["We will not go there"]),
        ("“We think,” said Berg, “Hill is wrong.”", ["We think Hill is wrong."]),
        ("“We are out,” said Berg. “We stay out.”", ["We are out", "We stay out."]),
        ("“We are out,” Berg said, adding, “We stay out.”", ["We are out", "We stay out."]),
        ("“We are out,” Berg said and called it “a shame”.", ["We are out", "a shame"]),
        ("“We are out,” said Berg, and Hill said, “we stay.”", ["We are out", "we stay."]),
        ("“We will not,” Berg said, “go,” he said, “there.”", ["We will not go there."]),
        ("“We will not –” Berg said – “go there.”", ["We will not – go there."]),
        ("“We go,” Berg wrote,\n\n> And we stay.", ["We go", "And we stay."]),
        ("> We go,\n\nBerg said, “and we stay.”", ["We go", "and we stay."]),
        ("“We go,” Berg of one two three four five said, “and stay.”", ["We go and stay."]),
        ("“We go,” Berg of one two three four five six said, “and stay.”", ["We go", "and stay."]),
        ("“We go,” was said, “and stay,” it was said.", ["We go", "and stay"]),
        ("Berg said: “I told him: ‘We go.’ And we go.”", ["I told him: ‘We go.’ And we go."]),
    ],
)
def test_what_the_narration_interrupts_is_one(text: str, expected: list[str]) -> None:
    found = utterances(text, find_quotations(text))

    assert [one.text for one in found] == expected


def test_its_place_is_from_the_first_quotation_to_the_last() -> None:
    text = "“We will not,” Berg said, “go there.” He left."
    [one] = utterances(text, find_quotations(text))

    assert text[one.start : one.end] == "We will not,” Berg said, “go there."


def test_one_that_nothing_interrupts_has_the_place_of_its_quotation() -> None:
    text = "“We go,” Berg said. “We stay,” Hill said."
    found = utterances(text, find_quotations(text))
    assert [text[one.start : one.end] for one in found] == ["We go,", "We stay,"]
    assert [one.speaker for one in found] == ["Berg", "Hill"]


def test_without_quotations_there_is_none() -> None:
    assert utterances("Berg left.", []) == []


TWO = "“We will rebuild it,” Orlov said, “and soon!” “We will rebuild it in May,” Berg said."


@pytest.mark.parametrize(
    ("said", "speaker", "alone"),
    [
        (TWO, "Orlov", "We will rebuild it and soon!"),
        (TWO, "Berg", "We will rebuild it in May."),
        (TWO, None, "We will rebuild it and soon!"),
        (
            "“We will rebuild it!” Berg said. “It is late”, she said.",
            "Berg",
            "We will rebuild it! It is late.",
        ),
        ("Berg will rebuild it, he says.", "Berg", "Berg will rebuild it, he says."),
        ("“We will rebuild it”, they said.", None, "“We will rebuild it”, they said."),
    ],
)
def test_what_the_speaker_said_stands_without_the_narration(
    said: str, speaker: str | None, alone: str
) -> None:
    assert without_narration(said, "will rebuild it", speaker=speaker) == alone


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (f"{'It rained. ' * 40}“We will not,” Orlov said, “go there.”", "verbatim"),
        (f"“We will not,” Orlov said. {'It rained. ' * 30}“Go there,” Orlov said.", "not_found"),
        ("“We will not,” Orlov said. “Go there,” Berg said.", "altered"),
    ],
)
def test_what_one_speaker_says_with_an_interruption_is_one_speech(text: str, wording: str) -> None:
    assert match_wording("We will not go there", text).wording == wording
