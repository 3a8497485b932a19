"""What an update prints of the claims: the changes that something seen caused, ageing folded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack import open as open_tracker
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


TIMELESS = """
[document]
id = "essay"
title = "An essay"
published = 2025-03-01

[measure."said/mayor/bridge"]
asks = "What has the mayor said of the bridge?"
kind = "quotation"
speaker = "Ada Marlow"
ask = [{ source = "page", name = "minutes", url = "hall.html", select = "q" }]

[measure."lease/end"]
asks = "When does the lease of the quay end?"
kind = "date"
ask = [{ source = "page", name = "contract", url = "hall.html", select = "b" }]

[[claim]]
id = "no-toll"
measure = "said/mayor/bridge"
statement = "The mayor ruled out a toll."
wording = "there will never be a toll"

[[claim]]
id = "until-2042"
measure = "lease/end"
statement = "The quay is let until 2042."
said = "2042"
"""


def hall_says(folder: Path, words: str, end: str) -> None:
    (folder / "hall.html").write_text(f"<p>She said: <q>{words}</q> It ends on <b>{end}</b>.</p>")


def test_what_is_learnt_of_words_and_dates_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "report.toml").write_text(TIMELESS)
    hall_says(tmp_path, "There will soon be a toll.", "2042-05-28")
    assert [line[10:].partition(", because of what ")[0] for line in updated(tmp_path)] == [
        "  essay/no-toll: not_enough_evidence -> refuted",
        "  essay/until-2042: not_enough_evidence -> supported",
    ]
    assert updated(tmp_path) == []
    hall_says(tmp_path, "There will never be a toll.", "2017-05-28")
    assert [line[10:].partition(" gave for ")[0] for line in updated(tmp_path)] == [
        "  essay/no-toll: refuted -> supported, because of what minutes",
        "  essay/until-2042: supported -> refuted, because of what contract",
    ]
    assert updated(tmp_path) == []
    with open_tracker(tmp_path / "record.db", readonly=True) as tracker:
        assert tracker.transitions("until-2042") == tracker.transitions("no-toll") == ()


def test_what_is_learnt_exits_4_where_asked(tmp_path: Path) -> None:
    (tmp_path / "report.toml").write_text(TIMELESS)
    hall_says(tmp_path, "There will soon be a toll.", "2042-05-28")
    db = ["--db", str(tmp_path / "record.db")]
    runner = CliRunner()
    assert runner.invoke(claimtrack, [*db, "add", str(tmp_path / "report.toml")]).exit_code == 0
    codes = [runner.invoke(claimtrack, [*db, "update", "--exit-changed"]) for _ in range(2)]
    assert [result.exit_code for result in codes] == [4, 0]
