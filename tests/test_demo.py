"""The demo: real figures over loopback, one update a simulated day."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.cli import claimtrack
from claimtrack.demo import DAYS, EXAMPLES, FIRST_DAY, Demo, run
from claimtrack.errors import BadValue
from claimtrack.tracker import load_document

#: Enough days to see Donetsk leave its band.
FEW = (date(2026, 1, 5) - FIRST_DAY).days + 1


@pytest.fixture(scope="module")
def told() -> str:
    """What the whole demo prints."""
    result = CliRunner().invoke(claimtrack, ["demo"])
    assert result.exit_code == 0, result.output
    return result.output


def altered(tmp_path: Path, before: str, after: str) -> Path:
    """The examples with one bundled figure changed."""
    examples = tmp_path / "examples"
    shutil.copytree(EXAMPLES, examples)
    figures = examples / "figures" / "territory.csv"
    text = figures.read_text(encoding="utf-8")
    assert text.count(before) == 1
    figures.write_text(text.replace(before, after), encoding="utf-8")
    return examples


def fell_on(demo: Demo) -> list[date]:
    return [
        change.on
        for change in demo.changes
        if change.claim.endswith("three-quarters-of-donetsk") and change.after == "refuted"
    ]


def test_it_lives_through_two_months_and_tells_who_fell(told: str) -> None:
    assert f"{DAYS} days, {FIRST_DAY} to 2026-01-22, one update a day" in told
    assert DAYS >= 60
    assert "fell    Russia holds about three-quarters of Donetsk oblast" in told
    assert "stands  Russia holds a fifth of Ukraine" in told
    assert "2026-01-05  three-quarters-of-donetsk: supported -> refuted" in told
    assert "because of what deepstate gave for 5 January 2026" in told


def test_it_draws_both_headline_claims_with_their_bands(told: str) -> None:
    assert told.count("░") > 200
    assert "  ● within “one-fifth”: at least 18.33% and less than 22.5%\n  ○ outside it\n" in told
    assert "● within “about three-quarters”" in told


def test_it_fits_a_terminal_of_80_columns(told: str) -> None:
    assert max(len(line) for line in told.splitlines() if "claimtrack add" not in line) < 80


def test_it_ends_with_three_commands_to_type(told: str) -> None:
    commands = [line for line in told.splitlines() if line.startswith("  claimtrack ")]
    assert len(commands) == 3


def test_of_failures_it_tells_only_where_there_are_some(told: str) -> None:
    assert "could not be read" not in told


def test_it_is_plain_text_in_a_pipe(told: str) -> None:
    assert "\x1b" not in told


def test_it_leaves_its_database_only_where_told(tmp_path: Path) -> None:
    run(tmp_path, days=1)
    assert [path.name for path in tmp_path.iterdir()] == ["demo.db"]


def test_it_starts_from_an_empty_record(tmp_path: Path) -> None:
    run(tmp_path, days=1)
    result = CliRunner().invoke(claimtrack, ["demo", "--keep", str(tmp_path)])
    assert isinstance(result.exception, BadValue)
    assert "demo.db is there already" in str(result.exception)


def test_examples_without_figures_are_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(claimtrack, ["demo", "--examples", str(tmp_path)])
    assert isinstance(result.exception, BadValue)
    assert "no figures/*.csv" in str(result.exception)


def test_what_is_told_is_what_the_examples_hold(tmp_path: Path) -> None:
    examples = tmp_path / "my examples"
    shutil.copytree(EXAMPLES, examples)
    claims = examples / "alaska_summit.toml"
    text = claims.read_text(encoding="utf-8")
    for before, after in [
        ('said = "one-fifth"', 'said = "two-fifths"'),
        ('id = "three-quarters-of-donetsk"', 'id = "most-of-donetsk"'),
        ('publisher = "DeepState"', 'publisher = "The Harbour Office"'),
    ]:
        assert before in text
        text = text.replace(before, after)
    claims.write_text(text, encoding="utf-8")
    output = CliRunner().invoke(claimtrack, ["demo", "--examples", str(examples)]).output
    assert "not so  Russia holds a fifth of Ukraine" in output
    assert "never" not in output
    assert "from The Harbour Office and General Staff" in " ".join(output.split())
    assert "● within “about three-quarters”" in output  # its history is drawn by any name
    commands = [shlex.split(line) for line in output.splitlines() if line.startswith("  claimtr")]
    assert [words[:2] for words in commands] == [
        ["claimtrack", "add"],
        ["claimtrack", "update"],
        ["claimtrack", "why"],
    ]
    assert [Path(words[2]) for words in commands if words[1] == "add"] == [claims]
    assert commands[-1][2] in {claim.id for claim in load_document(claims).claims}


@pytest.mark.skipif(
    shutil.which("unshare") is None, reason="needs unshare, to be without a network"
)
def test_without_a_loopback_interface_it_says_so_at_once(environment: dict[str, str]) -> None:
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode != 0:
        pytest.skip("needs the right to make a network namespace, to be without a network")
    ran = subprocess.run(
        ["unshare", "-rn", sys.executable, "-m", "claimtrack", "demo"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    (line,) = ran.stderr.splitlines()
    assert "127.0.0.1, which this machine cannot reach (Network is unreachable)" in line


def test_one_figure_changed_is_another_day(tmp_path: Path) -> None:
    bundled = run(tmp_path, days=FEW)
    assert fell_on(bundled) == [date(2026, 1, 5)]
    line = next(
        line
        for line in (EXAMPLES / "figures" / "territory.csv").read_text("utf-8").splitlines()
        if line.startswith("2026-01-02,")
    )
    cells = line.split(",")
    cells[3] = "0.780000"
    (tmp_path / "other").mkdir()
    other = run(tmp_path / "other", examples=altered(tmp_path, line, ",".join(cells)), days=FEW)
    assert fell_on(other) == [date(2026, 1, 2), date(2026, 1, 5)]


def test_a_figure_that_is_none_is_told_with_its_day(tmp_path: Path) -> None:
    line = next(
        line
        for line in (EXAMPLES / "figures" / "territory.csv").read_text("utf-8").splitlines()
        if line.startswith("2026-01-20,")
    )
    cells = line.split(",")
    cells[3] = "unknown"
    examples = altered(tmp_path, line, ",".join(cells))
    result = CliRunner().invoke(claimtrack, ["demo", "--examples", str(examples)])
    _, _, failed = result.output.partition("What could not be read")
    told = " ".join(failed.split())
    assert "donetsk_share: 'unknown'" in told
    assert "(3 times from 2026-01-20 on)" in told


def test_every_update_goes_over_http(tmp_path: Path) -> None:
    demo = run(tmp_path, days=3)
    assert (demo.updates, demo.requests) == (3, 6)
