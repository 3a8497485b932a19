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
        ("“We go,” Berg of one two three four five six said, “and stay.”", ["We go and stay."]),
        ("“We go,” was said, “and stay,” it was said.", ["We go", "and stay"]),
        ("Berg said: “I told him: ‘We go.’ And we go.”", ["I told him: ‘We go.’ And we go."]),
    ],
)
def test_what_the_narration_interrupts_is_one(text: str, expected: list[str]) -> None:
    found = utterances(text, find_quotations(text))

    assert [one.text for one in found] == expected


LONG = "Lind, who has run the mill for thirty years and owns the land around it,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence that goes on in small letters is one, however much interrupts it.
        (f"“We,” {LONG} told Berg on Friday, “will not go.”", ["We will not go."]),
        (f"“We,” said {LONG} “will not go.”", ["We will not go."]),
        ("“If they come,” Lind warned Berg in a letter seen by the Courier on Monday, “we go.”",
         ["If they come we go."]),
        ("“The mill,” Lind said — her first words on it in all this time — “is lost.”",
         ["The mill is lost."]),
        ("“The mill,” Lind, the mayor of Ulm and a former miller herself, said, “is lost.”",
         ["The mill is lost."]),
        ("“The mill”, Lind told the hundred people who had come to hear her, “is lost”.",
         ["The mill is lost"]),
        ("“The mill is lost,” Lind, who looked tired, said in Ulm on Friday, “and so am I.”",
         ["The mill is lost and so am I."]),
        ("“The mill,” said Anna Lind, the mayor of Ulm since the spring, “is 90 years old.”",
         ["The mill is 90 years old."]),
        ("“The mill,” said Lind, laughing, “is lost.”", ["The mill is lost."]),
        ("“In the end,” Lind told the court in Ulm on the last day of it, “I left.”",
         ["In the end I left."]),
        ("“Of the mill,” Lind said on Friday in Ulm as it began to rain, “much is left.”",
         ["Of the mill much is left."]),
        # What begins anew, is another's, or is told with a verb of its own, is another.
        (f"“We go.” {LONG} told Berg on Friday, “and soon.”", ["We go.", "and soon."]),
        (f"“We go,” {LONG} told Berg on Friday. “We must.”", ["We go", "We must."]),
        (f"“We go,” {LONG} told Berg, “We must.”", ["We go", "We must."]),
        ("“We go,” Lind said. It rained all day on the mill in Ulm, “and so on.”",
         ["We go", "and so on."]),
        ("“We go,” Lind, who owns the mill in Ulm, said, adding, “and soon.”",
         ["We go", "and soon."]),
        ("“We go,” Lind, who owns the mill in Ulm, said, and Berg said, “not all of us.”",
         ["We go", "not all of us."]),
        ("“We go,” Lind said on Friday in Ulm, calling the plan of the bank, “a joke”.",
         ["We go", "a joke"]),
        ("“We go,” Lind, who owns the mill in Ulm, said and wept.\n\n“and so we do.”",
         ["We go", "and so we do."]),
        ("“We go,” said the miller of Ulm, and Lind of the bank in Ulm said, “fine.”",
         ["We go", "fine."]),
        ("“We go,” Lind said to Berg, who wept, and then to Hill: “and soon.”",
         ["We go", "and soon."]),
    ],
)  # fmt: skip
def test_a_sentence_goes_on_behind_any_interruption(text: str, expected: list[str]) -> None:
    assert [one.text for one in utterances(text, find_quotations(text))] == expected


def test_a_long_interruption_leaves_one_speech() -> None:
    office = "administered the neighbouring municipality’s waterworks"
    aside = (
        f"said Lind, who {office} throughout thirty extraordinarily uneventful years and {office},"
    )
    assert len(aside) > 160
    match = match_wording("we will not", f"“We,” {aside} “will not.”", speaker="Lind")
    assert (match.wording, match.attribution) == ("verbatim", "right")


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
