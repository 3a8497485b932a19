"""The table of phrases: two halves, well formed, and every sum in it worked out twice.

The sums are checked by the benchmark's own calculator, which knows section 6 of the design and
nothing of the parser. The held-out half is read here as data only and never parsed.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import phrases
import pytest

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))  # the benchmarks are in the tree and in no wheel; last, so that an
# installed claimtrack stays the one under test

from benchmarks.phrases import development, held_out, plain  # noqa: E402
from benchmarks.phrases.calculator import bound_of, span  # noqa: E402
from benchmarks.phrases.left_out import LEFT_OUT  # noqa: E402
from benchmarks.phrases.notation import Expected, Half, expected, rows  # noqa: E402
from benchmarks.phrases.scoring import is_right  # noqa: E402
from claimtrack.words import find_quantities  # noqa: E402

GOAL = 0.98
HALVES = {"development": development.HALF, "held out": held_out.HALF}
halves = pytest.mark.parametrize("half", HALVES.values(), ids=HALVES.keys())


def texts(half: Half) -> list[str]:
    return [text for _, text, _ in rows(half)]


def quantities(half: Half) -> list[tuple[str, Expected]]:
    return [(text, it) for _, text, told in rows(half) for it in told if it.kind != "vague"]


@halves
def test_a_half_has_rows_enough_and_a_quarter_hold_no_quantity(half: Half) -> None:
    told = [expected for _, _, expected in rows(half)]
    assert len(told) >= 180
    assert told.count(()) * 4 >= len(told)


def test_the_halves_are_drawn_alike() -> None:
    counts = [Counter(kind for kind, _, _ in rows(half)) for half in HALVES.values()]
    assert counts[0].keys() == counts[1].keys()
    assert all(abs(counts[0][kind] - counts[1][kind]) <= 1 for kind in counts[0])


def test_no_text_stands_twice_nor_in_the_tests_own_table() -> None:
    intervals = (*phrases.LEVELS, *phrases.RATES, *phrases.CHANGES)
    tuned = {row[0] for row in intervals} | {*phrases.VAGUE, *phrases.NOT_QUANTITIES}
    unscored = [text for given in LEFT_OUT.values() for text in given]
    every = [*texts(development.HALF), *texts(held_out.HALF), *plain.PLAIN, *unscored]
    assert [text for text, times in Counter(every).items() if times > 1] == []
    assert tuned.isdisjoint(every)


@halves
def test_an_independent_sum_finds_every_interval(half: Half) -> None:
    differing = {
        f"{text} ({it.written}): {span(it)}"
        for text, it in quantities(half)
        if span(it) != (it.lower, it.upper, it.lower_closed, it.upper_closed)
    }
    assert differing == set()


def test_the_half_to_tune_on_is_read_as_worked_out_by_hand() -> None:
    given = [*rows(development.HALF)]
    wrong = [text for _, text, told in given if not is_right(find_quantities(text), told)]
    assert 1 - len(wrong) / len(given) >= GOAL, wrong


@halves
def test_a_hedge_is_one_that_the_rule_names_and_stands_in_the_text(half: Half) -> None:
    for text, it in quantities(half):
        assert it.hedge is None or (bound_of(it.hedge) and it.hedge in text.lower())


@halves
def test_a_whole_is_named_as_its_text_names_it(half: Half) -> None:
    for text, it in quantities(half):
        assert it.whole is None or it.whole in text


@pytest.mark.parametrize(
    "line",
    [
        "level",
        "levels 1 [1, 1] count",
        "level 1 1, 1 count",
        "level 1 [1, 1]",
        "level 1 [1, x] count",
        "level 1 [1, 1] of count ; whole",
    ],
)
def test_a_line_that_is_not_well_formed_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of the notation, or of the number in it
        expected(line)


def test_a_hedge_that_the_rule_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="no hedge of the rule: 'perhaps'"):
        bound_of("perhaps")
