"""The command line, asked as a shell asks it; most of it in one process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import claimtrack as claimtrack_package
from claimtrack.cli import claimtrack
from claimtrack.errors import BadDay, ClaimtrackError

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2025-01-03

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
ask = [{ source = "series", name = "map", url = "land.csv", day = "date", value = "share" }]

[[claim]]
id = "a-fifth"
type = "quantity"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"
near = "a fifth"
note = "Measured off maps."
"""

TEXT = """A report on the land

A war was fought here for years. Now a fifth of it is held by somebody else, they say.
"""

FIGURES = "date,share\n2025-01-01,0.17\n2025-01-03,0.20\n2025-01-05,0.24\n"

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.toml").write_text(CLAIMS)
    (tmp_path / "report.txt").write_text(TEXT)
    (tmp_path / "land.csv").write_text(FIGURES)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*arguments: str) -> Result:
        filled = [argument.replace("HERE", str(folder)) for argument in arguments]
        return CliRunner().invoke(claimtrack, ["--db", str(folder / "claims.db"), *filled])

    return run


@pytest.fixture
def updated(run: Run) -> Run:
    for arguments in (["add", "HERE/report.toml"], ["update"]):
        result = run(*arguments)
        assert result.exit_code == 0, result.output
    return run


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def shell(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimtrack", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [("try", "one-fifth", "0.2"), ("try", "one-fifth", "0.2", "--json"), ("sources",)],
)
def test_a_reader_that_left_ends_a_command_without_a_word(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """As `head` leaves: 141 is what a shell gives a program that SIGPIPE ended."""
    left, output = os.pipe()
    os.close(left)
    ran = subprocess.run(
        [sys.executable, "-m", "claimtrack", *arguments],
        cwd=tmp_path,
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(output)
    assert (ran.returncode, ran.stderr) == (141, "")


def test_try_draws_the_interval_and_says_what_would_be_right(run: Run) -> None:
    said = run("try", "about three-quarters", "0.745").stdout
    assert "more than 70.83% and at most 77.5%" in said
    assert "▲ 74.5%" in said
    assert "Yes: 74.5% fits, with a fit of 0.88" in said
    assert "Right for 74.5%: “" in said


@pytest.mark.parametrize(
    ("phrase", "value", "ruling"),
    [
        ("about 600,000 people", "560,000 people", "Yes: 560,000 people fit, with"),
        ("nearly 600 people", "700", "No: 700 people do not fit, 100 people outside."),
        ("nearly half", "0.5", "No: 50% does not fit: the edge itself is not admitted."),
        ("at least 300 people", "1", "No: 1 person does not fit, 299 people outside."),
        ("over three hours", "3", "No: 3 hours does not fit: the edge itself is not admitted."),
    ],
)
def test_try_speaks_of_several_as_of_several(
    run: Run, phrase: str, value: str, ruling: str
) -> None:
    assert ruling in run("try", phrase, value).stdout


def test_try_says_no_and_by_how_much(run: Run) -> None:
    said = run("try", "one-fifth", "24%").stdout
    assert "No: 24% does not fit, 1.5 percentage points outside." in said
    across = run("try", "one-fifth", "18-21%").stdout
    assert "Borderline: 18-21% (at least 18% and at most 21%) lies across the edge; 89%" in across
    changed = run("try", "down 43%", "-0.42").stdout
    assert "“down 43%” is a change of at least -43.5% and at most -42.5%" in changed
    tried = answer(run("try", "one-fifth", "24%", "--json"))
    assert (tried["fits"], tried["value"], tried["rule"]) == (False, 0.24, "words-1")


@pytest.mark.parametrize(
    ("phrase", "value", "complaint"),
    [
        ("Fifth Army", "0.2", "not a quantity"),
        ("one-fifth", "20", "from 0 to 1"),
        ("one-fifth", "three hours", "in share, as the phrase is, not in h"),
        ("one-fifth", "nan", "neither a number"),
        ("several", "3", "not a quantity"),
    ],
)
def test_try_refuses_what_it_cannot_compare(
    run: Run, phrase: str, value: str, complaint: str
) -> None:
    result = run("try", phrase, value)
    assert isinstance(result.exception, ClaimtrackError)
    assert complaint in str(result.exception)


def test_check_reports_every_mistake_and_exits_2(run: Run, folder: Path) -> None:
    assert run("check", "HERE/report.toml").stdout.endswith("no mistakes\n")
    wrong = CLAIMS.replace('kind = "quantity"', 'kind = "quantty"').replace("day = ", "dya = ")
    (folder / "report.toml").write_text(wrong)
    result = run("check", "HERE/report.toml")
    assert result.exit_code == 2
    assert "quantity" in result.stdout
    assert "dya" in result.stdout


def test_check_and_add_tell_of_a_file_that_claims_nothing(run: Run, folder: Path) -> None:
    head, claim = CLAIMS.split("[[claim]]")
    commented = "".join(f"# {line}\n" for line in f"[[claim]]{claim}".splitlines())
    (folder / "none.toml").write_text(head.replace('"report"', '"none"') + commented)

    told = "no claim in it: 1 is commented out\n"
    checked = run("check", "HERE/none.toml")
    assert checked.stdout.endswith(f"none.toml: no mistakes, but {told}")
    added = run("add", "HERE/report.toml", "HERE/none.toml")
    assert (checked.exit_code, added.exit_code) == (0, 0)
    assert added.stderr.endswith(f"none.toml: {told}")
    assert added.stderr.count("warning: ") == 1


def test_check_prints_the_schema_for_editors(run: Run) -> None:
    assert "$schema" in answer(run("check", "--schema"))


def test_locate_finds_and_writes_the_place(run: Run, folder: Path) -> None:
    unplaced = run("locate", "HERE/report.toml", "HERE/report.txt")
    assert unplaced.exit_code == 2
    written = run("locate", "--write", "HERE/report.toml", "HERE/report.txt")
    assert written.exit_code == 0, written.output
    assert "place = { paragraph = 1, sentence = 2 }" in (folder / "report.toml").read_text()
    (folder / "report.txt").write_text(TEXT.replace("a fifth", "a quarter"))
    assert run("locate", "HERE/report.toml", "HERE/report.txt").exit_code == 2


def test_status_tells_every_claim(updated: Run) -> None:
    table = updated("status", "--at", "2025-01-06").stdout
    assert "report/a-fifth" in table
    assert "outdated" in table
    assert "2025-01-04 to 2025-01-05" in table
    (standing,) = answer(updated("status", "--at", "2025-01-06", "--json"))
    assert (standing["status"], standing["since"]) == ("outdated", "2025-01-05")
    known = [standing[f"since_{name}"] for name in ("known", "earliest", "latest")]
    assert known == ["between", "2025-01-04", "2025-01-05"]
    assert standing["now"]["because"][0]["value"] == 0.24


def test_status_in_sentences(updated: Run) -> None:
    said = updated("status", "--sentences", "--at", "2025-01-06").stdout
    assert said.startswith("A fifth of the land is held")
    assert "5 January 2025" in said


def test_verdict_at_writing_and_on_a_day(updated: Run) -> None:
    assert (
        answer(updated("verdict", "a-fifth", "--at", "writing", "--json"))["label"] == "supported"
    )
    assert (
        answer(updated("verdict", "a-fifth", "--at", "2025-01-01", "--json"))["label"] == "refuted"
    )
    assert "20%" in updated("verdict", "a-fifth", "--at", "writing").stdout


def test_what_was_known_at_a_moment_can_be_asked(updated: Run) -> None:
    seen = answer(updated("history", "a-fifth", "--json"))
    recorded_at = datetime.fromisoformat(seen[-1]["recorded_at"])
    zone = timezone(timedelta(hours=5, minutes=30))
    for command in ("history", "verdict", "why", "status"):
        claim = [] if command == "status" else ["a-fifth"]
        known = recorded_at.astimezone(zone).isoformat()
        then, before = (
            answer(updated(command, *claim, "--as-known", moment, "--json"))
            for moment in (known, (recorded_at - timedelta(microseconds=1)).isoformat())
        )
        assert then != before
    assert answer(updated("history", "a-fifth", "--as-known", known, "--json")) == seen


def test_a_moment_stands_for_its_day_in_utc_where_a_day_is_asked(updated: Run) -> None:
    late = updated("history", "a-fifth", "--json", "--since", "2025-01-05T23:30-02:00")
    assert answer(late) == []
    (seen,) = answer(updated("history", "a-fifth", "--json", "--since", "2025-01-05T21:30-02:00"))
    assert seen["as_of"] == "2025-01-05"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2025-01-05T09:00", "has no time zone: add Z or an offset"),
        ("2025-01-05 09:00", "has no time zone"),
        ("2025-01-05T25:00Z", "is no moment"),
        ("tomorrow", "a day is a date"),
    ],
)
def test_a_moment_without_its_zone_is_refused(updated: Run, moment: str, told: str) -> None:
    for option in ("--as-known", "--at"):
        error = updated("verdict", "a-fifth", option, moment).exception
        assert isinstance(error, BadDay)
        assert told in str(error)


def test_history_lists_what_was_seen(updated: Run) -> None:
    days = [seen["as_of"] for seen in answer(updated("history", "a-fifth", "--json"))]
    assert days == ["2025-01-01", "2025-01-03", "2025-01-05"]
    table = updated("history", "held/land", "--since", "2025-01-05").stdout
    assert "0.24" in table
    assert "0.17" not in table


def test_why_tells_the_whole_story(updated: Run) -> None:
    said = updated("why", "a-fifth", "--at", "2025-01-06").stdout
    for part in ("When it was written:", "Now:", "Changes:", "Note: Measured off maps.", "map"):
        assert part in said
    changes = answer(updated("why", "a-fifth", "--json"))["transitions"]
    assert [one["known"] for one in changes][:1] == ["latest"]
    assert {one["known"] for one in changes} <= {"day", "between", "latest", "again"}


def test_why_gives_each_part_its_verdict_and_its_evidence(run: Run) -> None:
    example = Path(claimtrack_package.__file__).parent / "examples" / "alaska_summit.toml"
    assert run("add", str(example)).exit_code == 0
    said = run("why", "lease-2042", "--at", "2025-08-31").stdout
    now = said.partition("\nNow:\n")[2].partition("\nTo cite:\n")[0].splitlines()
    parts = [line.strip() for line in now if line.startswith("  ") and line[2] != " "][2:]
    assert [part.partition(".")[0] for part in parts] == [
        "Year: the claim held",
        "Instrument: the evidence found said otherwise",
        "In force: the evidence found said otherwise",
    ]
    evidence = [line for line in now if line.startswith("    Evidence for ")]
    assert len(evidence) == 3
    assert all("the editors, https://" in line for line in evidence)
    assert "names another instrument: the Kharkiv agreements of 2010" in said
    cited = said.partition("\nTo cite:\n")[2].partition("\n\n")[0].splitlines()
    assert len(cited) == 3  # each part rests on words of its own
    assert "\nTo correct the text:\n  Correction, 31 August 2025: " in said


def test_a_person_observes_and_reviews(updated: Run) -> None:
    observed = updated("observe", "held/land", "0.2", "--as-of", "2025-01-06", "--by", "Ann")
    assert observed.exit_code == 0, observed.output
    assert (
        updated("review", "a-fifth", "confirmed", "--by", "Ann", "--reason", "Seen.").exit_code == 0
    )
    (standing,) = answer(updated("status", "--at", "2025-01-06", "--json"))
    assert standing["review"]["status"] == "confirmed"


def test_update_tells_what_failed_and_exits_3_where_all_did(updated: Run, folder: Path) -> None:
    (folder / "land.csv").unlink()
    result = updated("update")
    assert result.exit_code == 3
    assert "map: land.csv" in result.stderr
    assert updated("status").exit_code == 0


def test_update_exits_4_where_asked_and_a_label_changed(run: Run) -> None:
    run("add", "HERE/report.toml")
    assert run("update", "--exit-changed").exit_code == 4
    assert run("update", "--exit-changed").exit_code == 0


def test_update_with_nothing_to_ask_is_no_failure(run: Run) -> None:
    result = run("update")
    said = "nothing to ask: record claims first (claimtrack add FILE)\n"
    assert (result.exit_code, result.stdout) == (0, said)


def test_sources_lists_what_is_installed(run: Run) -> None:
    assert "series" in run("sources").stdout
    assert answer(run("sources", "--json"))["sources"]["series"]["kind"] == "measurement"


def test_queries_never_create_a_database(folder: Path) -> None:
    for arguments in (
        ["status"],
        ["history", "x"],
        ["verdict", "x"],
        ["why", "x"],
        ["db", "upgrade"],
        ["review", "x", "open", "--by", "A", "--reason", "B"],
        ["observe", "x", "1", "--as-of", "2025", "--by", "A"],
    ):
        asked = shell(*arguments, cwd=folder)
        assert asked.returncode == 2
        assert "claimtrack: there is no database at" in asked.stderr
    assert not (folder / "claimtrack.db").exists()


def test_the_database_is_the_options_else_the_environments_else_the_default(folder: Path) -> None:
    assert shell("add", "report.toml", cwd=folder).returncode == 0
    assert shell("add", "report.toml", cwd=folder, CLAIMTRACK_DB="env.db").returncode == 0
    asked = shell("add", "report.toml", "--db", "own.db", cwd=folder, CLAIMTRACK_DB="other.db")
    assert asked.returncode == 0
    assert sorted(path.name for path in folder.glob("*.db")) == [
        "claimtrack.db",
        "env.db",
        "own.db",
    ]


def test_wrong_use_is_one_line_and_exit_2(updated: Run, folder: Path) -> None:
    for arguments in (["why", "a-fith"], ["status", "--at", "soon"], ["check", "none.toml"]):
        asked = shell("--db", "claims.db", *arguments, cwd=folder)
        assert asked.returncode == 2, asked
        assert "Traceback" not in asked.stderr


@pytest.mark.parametrize(
    ("db", "told"),
    [
        (
            "nowhere/claims.db",
            "the folder nowhere of the database nowhere/claims.db does not exist",
        ),
        ("sqlite:///nowhere/claims.db", "the folder nowhere of"),
        ("report.txt/claims.db", "the folder report.txt of the database report.txt/claims.db is a"),
        (".", ". is a folder, not a database"),
        ("mysql://here/claims", "not in mysql"),
        ("sqlite:/claims.db://", "no database address"),
    ],
)
def test_a_place_where_no_database_can_be_is_wrong_use(folder: Path, db: str, told: str) -> None:
    for command in (["add", "report.toml"], ["update"]):
        asked = shell(*command, "--db", db, cwd=folder)
        assert asked.returncode == 2
        assert asked.stderr.startswith("claimtrack: ")
        assert told in asked.stderr
    assert not (folder / "nowhere").exists()


FULL_DISK = """
import resource, sys
from claimtrack.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
main()
"""


def test_a_disk_that_is_full_is_told_with_the_file(folder: Path) -> None:
    assert shell("add", "report.toml", "--db", "claims.db", cwd=folder).returncode == 0
    days = (date(2000, 1, 1) + timedelta(days=number) for number in range(8_000))
    (folder / "land.csv").write_text("date,share\n" + "".join(f"{day},0.2\n" for day in days))
    command = [sys.executable, "-c", FULL_DISK, "update", "--db", "claims.db"]
    full = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert full.returncode == 1, full
    assert full.stderr.startswith("claimtrack: claims.db: ")
    assert "Traceback" not in full.stderr
    assert shell("update", "--db", "claims.db", cwd=folder).returncode == 0


def test_a_log_that_cannot_be_kept_is_told_with_the_file(updated: Run, folder: Path) -> None:
    (folder / "claims.db-wal").mkdir()
    asked = shell("update", "--db", "claims.db", cwd=folder)
    assert asked.returncode == 1
    assert asked.stderr.startswith("claimtrack: claims.db: ")


def test_db_upgrade_says_where_the_database_stands(updated: Run) -> None:
    assert updated("db", "upgrade").stdout.endswith("claims.db: up to date\n")


def test_an_export_is_of_one_form(updated: Run) -> None:
    for several in (("--csv", "--claimreview"), ("--parquet", "--csv", "--claimreview")):
        refused = updated("export", *several)
        assert refused.exit_code == 2
        assert " at once: each is a file of its own, so export them one by one" in refused.stderr
    assert "name a form" in updated("export").stderr
    assert updated("export", "--csv").stdout.startswith("document,claim,")


def test_redacting_leaves_the_digest(updated: Run) -> None:
    (first, *_) = answer(updated("history", "a-fifth", "--json"))
    done = updated("db", "redact", first["snapshot"], "--reason", "A court order.")
    assert done.exit_code == 0, done.output
    (after, *_) = answer(updated("history", "a-fifth", "--json"))
    assert after["snapshot"] == first["snapshot"]
    assert after["quote"] != first["quote"]
