"""`claimtrack new`: a file to begin with, and lines that are ready to paste."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from test_jobs import entry

TEXT = "A report\n\nA fifth of the land is held.\n"


def shell(
    folder: Path, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimtrack", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "50% of 'it'"
    folder.mkdir()
    (folder / "report.txt").write_text(TEXT)
    return folder


def test_the_crontab_line_runs_from_anywhere(folder: Path, environment: dict[str, str]) -> None:
    printed = shell(folder, environment, "new", "report.txt", "--db", "land.db").stdout
    (line,) = [line for line in printed.splitlines() if line.endswith("--due --quiet")]
    assert shell(folder, environment, "add", "claims.toml", "--db", "land.db").returncode == 0
    _, command = entry(line)
    ran = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": environment["PYTHONPATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "claims.toml",
        "land.db",
        "report.txt",
    ]


def test_what_is_set_here_goes_along_and_what_may_be_a_secret_is_only_named(
    folder: Path, environment: dict[str, str]
) -> None:
    set_here = {
        "CLAIMTRACK_DB": "env.db",
        "CLAIMTRACK_ALLOW_PRIVATE": "1",
        "CLAIMTRACK_CONTACT": "desk@paper.example",
        "CLAIMTRACK_TOKEN": "s3cret",
    }
    printed = shell(folder, {**environment, **set_here}, "new").stdout
    (line,) = [line for line in printed.splitlines() if line.endswith("--due --quiet")]
    _, command = entry(line)
    set_for_it = "CLAIMTRACK_ALLOW_PRIVATE=1 CLAIMTRACK_CONTACT=desk@paper.example "
    assert command.startswith(set_for_it)
    assert shlex.split(command)[-5:-3] == ["--db", str(folder / "env.db")]
    assert 'Environment="CLAIMTRACK_ALLOW_PRIVATE=1"' in printed
    assert "CLAIMTRACK_TOKEN is set here and not there" in printed
    assert "s3cret" not in printed


def test_it_prints_two_units_and_what_to_do_with_them(
    folder: Path, environment: dict[str, str]
) -> None:
    said = shell(folder, environment, "new").stdout
    told = ("claims.toml: written", "claimtrack add claims.toml", "[Service]", "[Timer]")
    for part in (*told, "systemctl --user enable --now", "loginctl enable-linger"):
        assert part in said
    assert shell(folder, environment, "check", "claims.toml").returncode == 0


def test_no_file_is_written_over(folder: Path, environment: dict[str, str]) -> None:
    (folder / "claims.toml").write_text("mine")
    refused = shell(folder, environment, "new", "report.txt")
    assert refused.returncode == 2
    assert "is there already" in refused.stderr
    assert (folder / "claims.toml").read_text() == "mine"
    assert shell(folder, environment, "new", "--output", "none/x.toml").returncode == 2
    assert shell(folder, environment, "new", "missing.txt", "--output", "x.toml").returncode == 2
    assert not (folder / "x.toml").exists()


def test_a_text_may_be_given_in_words_or_on_the_standard_input(
    folder: Path, environment: dict[str, str]
) -> None:
    told = "The north holds about a fifth of the land"
    assert shell(folder, environment, "new", told, "--output", "words.toml").returncode == 0
    written = (folder / "words.toml").read_text()
    assert '# said = "about a fifth"' in written
    assert f'title = "{told}"' in written
    assert 'id = "the-north-holds-about-a-fifth-of-the-land"' in written
    assert shell(folder, environment, "check", "words.toml").returncode == 0
    piped = subprocess.run(
        [sys.executable, "-m", "claimtrack", "new", "-", "--output", "piped.toml"],
        cwd=folder, env=environment, input=TEXT.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert piped.returncode == 0, piped.stderr
    assert 'title = "A report"' in (folder / "piped.toml").read_text()
    assert '# said = "A fifth"' in (folder / "piped.toml").read_text()
    # A file of that name is what is meant, whatever its name is.
    (folder / "two words").write_text(TEXT)
    assert shell(folder, environment, "new", "two words", "--output", "f.toml").returncode == 0
    assert 'title = "A report"' in (folder / "f.toml").read_text()


def test_the_title_and_the_id_may_be_given(folder: Path, environment: dict[str, str]) -> None:
    told = ("new", "It holds a fifth of it.", "--title", "The north, again", "--id", "north-2")
    assert shell(folder, environment, *told, "--output", "n.toml").returncode == 0
    written = (folder / "n.toml").read_text()
    assert 'id = "north-2"\ntitle = "The north, again"\n' in written
    refused = shell(folder, environment, *told[:-1], "North 2", "--output", "m.toml")
    assert refused.returncode == 2
    assert "--id has lower-case letters, digits and hyphens, not 'North 2'" in refused.stderr


@pytest.mark.parametrize("given", ["missing.txt", "word", "x" * 5000, ""])
def test_what_is_neither_a_file_nor_a_text_is_refused(
    folder: Path, environment: dict[str, str], given: str
) -> None:
    refused = shell(folder, environment, "new", given)
    assert refused.returncode == 2
    assert "there is no such file, and a text that is given in words" in refused.stderr
    assert not (folder / "claims.toml").exists()
    long = shell(folder, environment, "new", "The north holds a fifth of it. " * 400)
    assert long.returncode == 0, long.stderr


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgresql://db.example/claims", "postgresql://db.example/claims"),
        ("sqlite:///land.db", "sqlite:///HERE/land.db"),
        ("/srv/land.db", "/srv/land.db"),
        ("land.db", "HERE/land.db"),
    ],
)
def test_json_holds_the_same_as_fields(
    folder: Path, environment: dict[str, str], given: str, kept: str
) -> None:
    made = json.loads(
        shell(folder, environment, "new", "report.txt", "--json", "--db", given).stdout
    )
    assert made["file"] == str(folder / "claims.toml")
    assert made["document"]["found"][0]["phrase"] == "A fifth"
    assert set(made["job"]) == {"name", "crontab", "service", "timer"}
    _, command = entry(made["job"]["crontab"])
    shown = subprocess.run(
        ["/bin/sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True, check=True
    )
    assert kept.replace("HERE", str(folder)) in shown.stdout.splitlines()


@pytest.mark.parametrize("path", ["reports/my text.txt", "my text.TXT", "C:\\my reports\\a.md"])
def test_what_is_written_like_a_path_is_no_text(
    path: str, folder: Path, environment: dict[str, str]
) -> None:
    refused = shell(folder, environment, "new", path)
    assert refused.returncode == 2
    assert "there is no such file" in refused.stderr
    assert not (folder / "claims.toml").exists()
    said = "He said and/or wrote that a fifth is held by them."
    assert shell(folder, environment, "new", said).returncode == 0
