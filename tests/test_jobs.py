"""Jobs: what cron and systemd are given runs the very command, whatever the paths are called."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadValue
from claimtrack.jobs import Job, job

ECHO = "import sys; print(sys.argv[1:])"


def entry(line: str) -> tuple[list[str], str]:
    """A line of a crontab as cron takes it apart: five fields of time, and what ``sh -c`` gets."""
    *fields, rest = line.split(None, 5)
    assert len(fields) == 5
    assert "\n" not in line
    command, stop, _ = re.sub(r"\\%", "\0", rest).partition("%")
    assert not stop, "the rest would be fed to the command as its input"
    return fields, command.replace("\0", "%")


def words(line: str) -> list[str]:
    """The words of an ``ExecStart=`` as systemd reads them, all of which are quoted here."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    assert line == " ".join(f'"{word}"' for word in found)
    read = [re.sub(r"\\(.)", r"\1", word) for word in found]
    assert all("%" not in word.replace("%%", "") for word in read)
    program, *arguments = (word.replace("%%", "%") for word in read)
    assert all("$" not in word.replace("$$", "") for word in arguments)
    return [program, *(word.replace("$$", "$") for word in arguments)]


def setting(unit: str, name: str) -> str:
    (found,) = re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE)
    return str(found)


NAMES = [
    "/srv/claims.db",
    '/srv/a folder/100% of it\'s "claims" $HOME `id` $(id).db',
    "/srv/%d%%/;|&<>*?[]~#!.db",
    "/srv/ü/день.db",
    "postgresql+psycopg://ann@db.example/claims?sslmode=require",
]


@pytest.mark.parametrize("database", NAMES)
def test_cron_hands_the_shell_the_very_words(database: str) -> None:
    made = job((sys.executable, "-c", ECHO), database)
    fields, command = entry(made.crontab)
    assert fields[1:] == ["*"] * 4
    assert 0 <= int(fields[0]) < 60
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stdout == f"{['--db', database, 'update', '--due', '--quiet']}\n"


@pytest.mark.parametrize("database", NAMES)
def test_systemd_reads_the_very_words(database: str) -> None:
    program = "/opt/50% off/$x/claimtrack"
    made = job((program,), database)
    expected = [program, "--db", database, "update", "--due", "--quiet"]
    assert words(setting(made.service, "ExecStart")) == expected
    assert "%" not in setting(made.service, "Description").replace("%%", "")


SHOW = "import os; print(os.environ['CLAIMTRACK_A'], os.environ['CLAIMTRACK_B'])"


@pytest.mark.parametrize("value", ["1", "a b", "50% of 'it' $HOME \\"])
def test_a_job_has_the_settings_that_it_is_given(value: str) -> None:
    settings = {"CLAIMTRACK_B": "2", "CLAIMTRACK_A": value}
    made = job((sys.executable, "-c", SHOW), "/srv/claims.db", settings)
    _, command = entry(made.crontab)
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stdout == f"{value} 2\n"
    shown = re.findall(r'^Environment="(.*)"$', made.service, re.MULTILINE)
    read = [re.sub(r"\\(.)", r"\1", one).replace("%%", "%") for one in shown]
    assert read == [f"CLAIMTRACK_A={value}", "CLAIMTRACK_B=2"]


def test_the_timer_keeps_to_the_minute_of_the_crontab() -> None:
    made = job(("/bin/claimtrack",), "/srv/claims.db")
    (minute, *_), _ = entry(made.crontab)
    assert setting(made.timer, "OnCalendar") == f"*-*-* *:{int(minute):02}:00"
    assert made == job(("/bin/claimtrack",), "/srv/claims.db")


def test_databases_are_spread_over_the_hour() -> None:
    made = [job(("/bin/claimtrack",), f"/srv/{number}.db") for number in range(600)]
    minutes = [int(entry(one.crontab)[0][0]) for one in made]
    assert set(minutes) == set(range(60))
    assert len({one.name for one in made}) == 600


@pytest.mark.parametrize("name", ["/srv/a\nb.db", "/srv/\x07.db"])
def test_what_no_line_can_hold_is_refused(name: str) -> None:
    with pytest.raises(BadValue, match="does not fit on a line"):
        job(("/bin/claimtrack",), name)
    with pytest.raises(BadValue, match="does not fit on a line"):
        job(("/bin/claimtrack",), "/srv/claims.db", {"CLAIMTRACK_A": name})


printable = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="\\"), max_size=20
)


@given(printable)
def test_any_path_comes_through(name: str) -> None:
    made: Job = job(("/bin/claimtrack",), f"/srv/{name}")
    _, command = entry(made.crontab)
    assert shlex.split(command)[2] == f"/srv/{name}"
    assert words(setting(made.service, "ExecStart"))[2] == f"/srv/{name}"


def test_the_page_of_a_unit_is_whole(tmp_path: Path) -> None:
    made = job(("/bin/claimtrack",), str(tmp_path / "claims.db"))
    assert made.service.startswith("[Unit]\n")
    assert setting(made.service, "Type") == "oneshot"
    assert setting(made.timer, "WantedBy") == "timers.target"
