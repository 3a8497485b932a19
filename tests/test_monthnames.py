"""Month names: the month that a word is, in its language or in any."""

from __future__ import annotations

import pytest

from claimtrack.errors import BadValue
from claimtrack.words.dating.monthnames import month_named, month_of, names_in


@pytest.mark.parametrize(
    ("word", "language", "named", "begun"),
    [
        ("March", "en", 3, 3),
        ("MARCH", None, 3, 3),
        ("März", "de-AT", 3, 3),
        ("marz", "DE", 3, 3),
        ("Mar.", "en", 3, 3),
        (".mar", "de", 3, 3),
        ("October", "de", 10, 10),
        ("oktober", "en", None, 10),
        ("mars", "fr", 3, 3),
        ("mars", None, 3, 3),
        ("listopada", "hr", 10, 10),
        ("listopada", "pl-PL", 11, 11),
        ("listopada", "en", None, None),
        ("listopada", None, None, None),
        ("Decembe", None, None, 12),
        ("Decembe", "en", None, 12),
        ("de", None, None, None),
        ("dece", "tlh", None, 12),
        ("X", "en", None, None),
        ("X.mar", "en", None, None),
        ("", "en", None, None),
    ],
)
def test_a_word_is_a_month_by_its_name_or_by_how_it_begins(
    word: str, language: str | None, named: int | None, begun: int | None
) -> None:
    assert month_of(word, language) == begun
    if language != "tlh":
        assert month_named(word, language) == named


def test_a_name_in_a_language_whose_months_are_not_known_is_refused() -> None:
    with pytest.raises(BadValue, match="'tlh'"):
        month_named("March", "tlh")


def test_the_months_of_a_language_are_numbered() -> None:
    assert names_in("FR-ca")["fevrier"] == 2
    assert set(names_in("en").values()) == set(range(1, 13))
