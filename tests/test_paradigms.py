"""Verbs in all their forms, and the nouns of their doing."""

from __future__ import annotations

import pytest

from claimtrack.words.stating.paradigms import doings, paradigm


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("closed", {"close", "closes", "closing"}),
        ("ratified", {"ratify", "ratifies", "ratifying"}),
        ("dropped", {"drop", "drops", "dropping"}),
        ("froze", {"freeze", "frozen", "freezing"}),
        ("leaving", {"leave", "left"}),
    ],
)
def test_any_form_gives_all_the_others(word: str, some: set[str]) -> None:
    assert some <= paradigm(word)


def test_what_is_freed_is_nobody_called_fred() -> None:
    assert "fred" not in paradigm("freed")


@pytest.mark.parametrize(
    ("word", "nouns"),
    [
        ("closed", {"closure"}),
        ("resigned", {"resignation"}),
        ("shut", {"shutdown", "shutoff"}),
        ("ratify", {"ratification"}),
        ("painted", set()),
    ],
)
def test_a_verb_has_the_nouns_of_its_doing(word: str, nouns: set[str]) -> None:
    assert doings(word) == nouns
