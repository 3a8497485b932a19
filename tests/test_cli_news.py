"""What an update prints of the claims: the changes that something seen caused, ageing folded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.cli import claimtrack
from claimtrack.cli.news import news
from claimtrack.judging.verdicts import Cause, CauseKind, Transition

# The figure of 11 October is filled in, and corrected later.
FIGURES = "date,share\n2024-10-09,0.599\n2024-10-11,{}\n2024-10-13,0.603\n"
CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2024-10-12

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
stale_after = "10d"
ask = [{ source = "series", name = "map", url = "land.csv", day = "date", value = "share" }]

[[claim]]
id = "three-fifths"
measure = "held/land"
statement = "Three fifths of the land are held."
said = "60%"
"""


def change(number: int, before: str, after: str, kind: CauseKind = "observation") -> Transition:
    return Transition(
        claim="essay/a",
        on=date(2025, 1, number),
        earliest=date(2025, 1, number),
        latest=date(2025, 1, number),
        before=before,  # type: ignore[arg-type]
        after=after,  # type: ignore[arg-type]
        cause=Cause(kind),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.toml").write_text(CLAIMS)
    (tmp_path / "land.csv").write_text(FIGURES.format("0.601"))
    return tmp_path


def updated(folder: Path) -> list[str]:
    """What an update prints."""
    db = ["--db", str(folder / "record.db")]
    runner = CliRunner()
    runner.invoke(claimtrack, [*db, "add", str(folder / "report.toml")], catch_exceptions=False)
    return runner.invoke(
        claimtrack, [*db, "update", "--quiet"], catch_exceptions=False
    ).stdout.splitlines()


def test_a_corrected_figure_is_told_with_its_cause_however_old_it_is(folder: Path) -> None:
    assert updated(folder) == [
        "2024-10-09  report/three-fifths: not_enough_evidence -> supported, because of what map "
        "gave for 9 October 2024",
        "2024-10-24  report/three-fifths: supported -> not_enough_evidence, because of the passing "
        "of time",
    ]
    (folder / "land.csv").write_text(FIGURES.format("0.618"))
    assert updated(folder) == [
        "2024-10-11  report/three-fifths: supported -> refuted, because of what map gave for "
        "11 October 2024",
        "2024-10-13  report/three-fifths: refuted -> supported, because of what map gave for "
        "13 October 2024",
    ]


def test_a_correction_taken_back_is_told(folder: Path) -> None:
    updated(folder)
    (folder / "land.csv").write_text(FIGURES.format("0.618"))
    updated(folder)
    (folder / "land.csv").write_text(FIGURES.format("0.601"))
    assert updated(folder) == [
        "2024-10-11  report/three-fifths: no longer supported -> refuted",
        "2024-10-13  report/three-fifths: no longer refuted -> supported",
    ]


def test_ageing_between_facts_is_counted_and_the_last_is_told() -> None:
    found = [
        change(1, "not_enough_evidence", "supported"),
        change(3, "supported", "not_enough_evidence", "time"),
        change(5, "not_enough_evidence", "refuted"),
        change(9, "refuted", "not_enough_evidence", "time"),
    ]
    because = "because of a new observation"
    assert list(news(found, ())) == [
        f"2025-01-01  essay/a: not_enough_evidence -> supported, {because} (1 before)",
        f"2025-01-05  essay/a: not_enough_evidence -> refuted, {because}",
        "2025-01-09  essay/a: refuted -> not_enough_evidence, because of the passing of time",
    ]


def test_of_the_changes_of_years_the_newest_are_told() -> None:
    found = [change(number, "supported", "refuted") for number in range(1, 9)]
    told = list(news(found, ()))
    assert len(told) == 5
    assert told[0].startswith("2025-01-04 ")
    assert told[0].endswith(" (3 before)")
