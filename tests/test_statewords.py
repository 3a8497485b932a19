"""State words: which state some words are, with nothing beside them."""

from __future__ import annotations

import pytest

from claimtrack import Unreadable, state_told

STATES = {"in_force": ("in force", "valid"), "lifted": ("lifted",), "void": ("void", "lifted")}


@pytest.mark.parametrize("text", ["in force", "In  Force.", "(valid)", "“in force”\n"])
def test_case_space_and_marks_around_them_make_no_difference(text: str) -> None:
    assert state_told(text, STATES) == "in_force"


@pytest.mark.parametrize(
    "text", ["in force until March", "formerly valid", "in force?", "not valid", "reinforce", ""]
)
def test_words_beside_them_may_say_the_opposite(text: str) -> None:
    with pytest.raises(Unreadable, match="the words of no state"):
        state_told(text, STATES)


def test_words_of_two_states_tell_neither() -> None:
    with pytest.raises(Unreadable, match="the words of lifted and void"):
        state_told("lifted", STATES)


def test_what_are_the_words_of_no_state_is_told_with_what_would_be_right() -> None:
    with pytest.raises(Unreadable) as raised:
        state_told("formerly valid", STATES)
    assert str(raised.value) == (
        "“formerly valid” is the words of no state; they have to be those of one and nothing"
        " beside: select more narrowly, take the words out by part, or make the whole of it"
        " words of a state (states)"
    )
