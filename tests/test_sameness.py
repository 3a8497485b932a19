"""Sameness: two copies of a sentence are the same words, however they are set in type."""

from __future__ import annotations

import pytest

from claimtrack.words.sameness import bare_words, digest, normal

SAID = '"We go," he said. It\'s café.'


@pytest.mark.parametrize(
    "copy",
    [
        "“We go,” he said. It’s café.",
        "„We go,‟ he said. It‘s café.",
        "«We go,» he said. It‛s café.",
        "″We go,″ he said. It′s café.",
        "  “We\u00a0go,”\the\nsaid.\r\nIt‚s café.  ",
        "“We go,” he sa\u00adid. \u200bIt’s\ufeff cafe\u0301.",
    ],
)
def test_type_and_white_space_make_no_other_words(copy: str) -> None:
    assert normal(copy) == SAID
    assert digest(copy) == digest(SAID)


@pytest.mark.parametrize("hyphen", "‐‑‒–−")
def test_which_hyphen_is_set_makes_no_other_words(hyphen: str) -> None:
    assert normal(f"Two{hyphen}thirds go") == "Two-thirds go"
    assert digest(f"Two{hyphen}thirds go") == digest("Two-thirds go")


@pytest.mark.parametrize(
    "other", ["Two-thirds of 1,000 boats, go!", "TWO THIRDS of 1,000 boats — “go”"]
)
def test_bare_words_have_no_marks_and_no_case(other: str) -> None:
    assert bare_words(other) == "two thirds of 1,000 boats go"
    assert bare_words("0.66 boats") != bare_words("0 66 boats")


@pytest.mark.parametrize(
    "other", ["“We go,” she said. It’s café.", "“we go,” he said. It’s café.", "We go"]
)
def test_other_words_are_others(other: str) -> None:
    assert digest(other) != digest(SAID)


def test_a_digest_is_that_of_the_words_as_they_are_set_plainly() -> None:
    expected = "ed81b715d3d29b141ceaf2c4d56b25eda4879c8c91a7cff57549e4880558541c"
    assert digest(SAID) == f"sha256:{expected}"
