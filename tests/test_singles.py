"""Singles: what one look tells is what the whole of the grammar finds."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.counting.changes import MULTIPLYING, lesser_end, multiple_end, part_end
from claimtrack.words.counting.forms import Writing
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.singles import _with_unit, with_unit_behind
from claimtrack.words.counting.units import UNIT_OPENERS, unit_at
from claimtrack.words.tokens import PADDING, word_set

FIGURES = ("5", "24", "1.5", "1.500", "2014", "50,000", "twenty-five", "3 million", "5k", "1000k")
BEFORE = (
    "",
    "magnitude",
    "magnitude of",
    "magnitude -",
    "magnitude of about",
    "a",
    "by",
    "rose",
    "ran the",
    "from",
)
#: What begins with something that the grammar asks for right behind a number, and what does not.
BEHIND = (
    "percent", "per cent", "% of it", "days", "km", "km / h", "sq . ft", "KM", "Rs", "USD", "€",
    "m people", "m", "M euros", "b people", "t", "p", "p . c .", "2m 30s", "h 20m", "W", "C", "°",
    "point rise", "points to 38 percent", "pts , to 38%", "strong army", "more days", "full weeks",
    "straight hours", "extra homes", "of a percentage point", "of one percent", "of them",
    "and 29 percent", "and a half", "- man army", "-man army", "-strong army", "- fold", "th", "x",
    "k run", "run", "homes", "wind", "times as many", "as many", ", they said", ") and", "– 7",
    ": 1", "/ 7", "stone steps", "stone", "bar staff", "30 homes", "½", "+", "’s", "",
)  # fmt: skip
WORDS = word_set(" ".join([*BEHIND, *BEFORE]))


@pytest.mark.parametrize("figure", FIGURES)
def test_a_number_surely_without_a_unit_is_found_to_have_none(figure: str) -> None:
    for before, gap, behind in product(BEFORE, (" ", ""), BEHIND):
        opening = f"{before} " if before else ""
        tokens, at = Writing(f"{opening}{figure}{gap}{behind}").forms, len(before.split())
        found = number_at(tokens, at)
        if found is not None and found.number.form != "fraction":
            measured = Measured(found.number, None, at, found.end)
            assert _with_unit(tokens, measured) == with_unit_behind(tokens, measured)


@given(st.sampled_from(FIGURES), st.lists(st.sampled_from(sorted(WORDS)), max_size=5))
def test_only_certain_words_open_a_unit_or_compare_by_a_number(
    figure: str, behind: list[str]
) -> None:
    tokens = Writing(" ".join([figure, *behind])).forms
    for at in range(1, len(tokens) - PADDING):
        assert unit_at(tokens, at) is None or tokens[at].lower in UNIT_OPENERS
        ends = lesser_end(tokens, at), part_end(tokens, at), multiple_end(tokens, at)
        assert ends == (None, None, None) or tokens[at].lower in MULTIPLYING
