"""Texts in signs that a terminal shows and does not obey."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.terminal import harmless, harmless_json

KEPT = "\n\t"


@given(st.text())
def test_what_is_harmless_stays_and_json_stays_the_same(text: str) -> None:
    told = harmless(text)
    assert not [sign for sign in told if unicodedata.category(sign) == "Cc" and sign not in KEPT]
    assert harmless(told) == told
    told.encode()
    assert json.loads(harmless_json(json.dumps(text, ensure_ascii=False))) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\tfifth\nof it", "a\tfifth\nof it"),
        ("\x1b[2Jgone", r"\x1b[2Jgone"),
        ("right\u202eleft", r"right\u202eleft"),
        ("over\rwritten", r"over\rwritten"),
        ("lone \ud800", r"lone \ud800"),
        ("Київ – “ґ”", "Київ – “ґ”"),
    ],
)
def test_signs_that_a_terminal_obeys_are_told_by_their_number(text: str, told: str) -> None:
    assert harmless(text) == told
