"""Changes: what moves, by how much and which way."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.words import find_quantities, read_statements
from claimtrack.words.tokens import word_set

RISES = word_set(
    """
    rose increased grew climbed jumped surged soared advanced gained expanded swelled strengthened
    widened leapt rebounded rallied appreciated added recovered
    """
)
FALLS = word_set(
    """
    fell decreased declined dropped shrank plunged slumped tumbled dipped slipped slid sank
    contracted weakened plummeted narrowed lost shed slowed collapsed crashed eased depreciated
    retreated dwindled
    """
)
SIGNS = {**dict.fromkeys(RISES, 1), **dict.fromkeys(FALLS, -1), "is up": 1, "was down": -1}
FORMS = {
    "12%": "0.12", "by 12%": "0.12", "more than 3%": "0.03", "by about 0.8 per cent": "0.008",
    "by 2 percentage points": "0.02", "almost half": "0.5", "just 4%": "0.04",
}  # fmt: skip
ENDINGS = (
    "", " after the warning", " after ministers agreed", " before closing", " later in the day",
    " earlier in the year", " before and after the vote", " after a strike", " later",
)  # fmt: skip


def moved(text: str) -> tuple[str, Decimal | None]:
    found = find_quantities(text)[0]
    return found.kind, found.amount


@pytest.mark.parametrize(("verb", "form"), list(product(sorted(SIGNS), FORMS)))
def test_a_change_stays_one_whatever_is_told_behind_it(verb: str, form: str) -> None:
    expected = "change", SIGNS[verb] * Decimal(FORMS[form])
    texts = [f"Orders {verb} {form}{ending}." for ending in ENDINGS]
    assert {text: moved(text) for text in texts} == dict.fromkeys(texts, expected)


TIMES = ("two years", "40 minutes", "three days", "18 months", "10 weeks")


@pytest.mark.parametrize(
    ("verb", "time"), list(product(("rose", "fell", "slipped", "grew"), TIMES))
)
def test_a_time_before_or_after_something_is_not_by_how_much_it_moved(verb: str, time: str) -> None:
    for ending in ("ago", "after the vote", "later", "before closing", "earlier"):
        assert _kinds(f"Prices {verb} {time} {ending}.") == ["level"]
        # With "by" it is, and so it is of a time that itself grew.
        assert _kinds(f"Life expectancy {verb} by {time} {ending} the vote.") == ["change"]


def _kinds(text: str) -> list[str]:
    return [found.kind for found in find_quantities(text)]


GROWTH = Measure(
    "growth", "By how much?", "quantity", unit="ratio",
    reads=Reads(subject=("GDP", "economy"), says=("rise", "fall", "grow", "shrink", "contract")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("GDP fell 0.3% after the strike.", "-0.003"),
        ("GDP rose 0.3% after the strike.", "0.003"),
        ("The economy shrank by 1.2% before the vote.", "-0.012"),
        ("The economy grew by 1.2% before the vote.", "0.012"),
    ],
)
def test_a_statement_keeps_the_sign_of_a_fall(text: str, value: str) -> None:
    (reading,) = read_statements(text, [GROWTH], published="2025-08-15")
    assert reading.value == Decimal(value)
