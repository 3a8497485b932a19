"""Ratios: a claim about a percentage that is no part of a whole, from its file to a verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimtrack
from claimtrack.claimfile import check_file

FILE = """
[document]
id = "budget"
title = "On the budget of the island"
published = 2025-03-10

[measure."inflation/island"]
asks = "By how much did prices on the island rise over twelve months?"
kind = "quantity"
unit = "ratio"
stale_after = "45d"

[[claim]]
id = "prices-rose"
measure = "inflation/island"
statement = "Inflation was 3.2 percent."
said = "{said}"
"""


def verdicts(tmp_path: Path, said: str, *figures: tuple[str, str]) -> list[str]:
    path = tmp_path / "budget.toml"
    path.write_text(FILE.format(said=said), encoding="utf-8")
    told: list[str] = []
    with claimtrack.open(tmp_path / "budget.db") as tracker:
        tracker.add(path)
        for day, value in figures:
            tracker.observe("inflation/island", value, as_of=day, by="The Statistician")
            told.append(tracker.verdict("prices-rose", at=day).label)
    return told


@pytest.mark.parametrize(
    ("said", "figures", "labels"),
    [
        ("3.2 percent", [("2025-03-01", "0.0321"), ("2025-04-01", "3.6%")], "supported refuted"),
        ("fell 0.3%", [("2025-03-01", "-0.003"), ("2025-04-01", "0.003")], "supported refuted"),
        ("-0.3%", [("2025-03-01", "fell 0.3 percent")], "supported"),
        ("over 150%", [("2025-03-01", "1.6"), ("2025-04-01", "140%")], "supported refuted"),
        ("up to 2%", [("2025-03-01", "-0.1"), ("2025-04-01", "0.03")], "supported refuted"),
        ("doubled", [("2025-03-01", "1")], "supported"),
    ],
)
def test_a_claim_of_inflation_is_judged(
    tmp_path: Path, said: str, figures: list[tuple[str, str]], labels: str
) -> None:
    assert verdicts(tmp_path, said, *figures) == labels.split()


def test_the_answer_is_told_in_percent(tmp_path: Path) -> None:
    path = tmp_path / "budget.toml"
    path.write_text(FILE.format(said="3.2 percent"), encoding="utf-8")
    with claimtrack.open(tmp_path / "budget.db") as tracker:
        tracker.add(path)
        tracker.observe("inflation/island", "-0.003", as_of="2025-03-01", by="The Statistician")
        told = tracker.verdict("prices-rose", at="2025-03-02").explain()
    assert "-0.3%" in told
    assert "3.15%" in told


def test_the_check_of_a_file_knows_the_unit(tmp_path: Path) -> None:
    path = tmp_path / "budget.toml"
    found = []
    for said in ("fell 0.3%", "fell by 0.3 percentage points", "3,000 people"):
        path.write_text(FILE.format(said=said), encoding="utf-8")
        found.append(["said does not fit" in str(one) for one in check_file(path)])
    assert found == [[], [True], [True]]
