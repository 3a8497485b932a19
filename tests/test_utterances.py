"""Utterances: what somebody is quoted for in one go."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations
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


def test_without_quotations_there_is_none() -> None:
    assert utterances("Berg left.", []) == []
