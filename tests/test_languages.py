"""Languages: which one a few words are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.languages import NAMES, language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will never sell the bridge", "en"),
        ("Wir werden die Brücke nie verkaufen", "de"),
        ("Nous ne vendrons pas le pont", "fr"),
        ("No vamos a vender el puente por nada, es nuestro", "es"),
        ("Me emme ole myymässä siltaa, se on meidän", "fi"),
        ("A hidat nem adjuk el, mert az a miénk", "hu"),
        ("Мы никогда не продадим этот мост", "ru"),
        ("Ми ніколи не продамо цей міст", "uk"),
        ("extremely productive", None),
        ("want peace on terms", None),
        ("They die on us", "en"),
        ("Die now", None),
        ("the und and der", None),
        ("the und and der of", "en"),
        ("The bridge мост", "en"),
        ("The bridge гавань", "en"),
        ("Гавань bridge и", "ru"),
        ("мост is", "ru"),
        ("x" * 3998 + " the", None),
        ("x" * 3996 + " the", "en"),
        ("", None),
        ("19.2", None),
    ],
)
def test_small_words_tell_the_language(text: str, expected: str | None) -> None:
    assert language_of(text) == expected


@given(st.text(max_size=80))
def test_any_text_has_a_language_with_a_name_or_none(text: str) -> None:
    assert language_of(text) in {None, *NAMES}
