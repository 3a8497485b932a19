"""What is printed: nothing that anybody wrote is obeyed by the terminal that shows it."""

from __future__ import annotations

import ast
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack
from claimtrack.cli.saying import say
from claimtrack.terminal import harmless

CLI = Path(claimtrack.__file__).parent / "cli"
#: Clears the screen, renames the window, and the same for a terminal of eight bits.
EVIL = "\x1b[2J\x1b]0;gone\x07\x9b31m\u202e"
IN_TOML = "\\u001b[2J\\u001b]0;gone\\u0007\\u009b31m\\u202e"
OBEYED = {*"\x1b\x07\x9b\u202e\x00\x08\r"}

CLAIMS = f"""
[document]
id = "evil"
title = "A {IN_TOML} title"
published = 2025-06-01
author = "A. {IN_TOML} Writer"

[measure."held"]
asks = "What share of {IN_TOML} is held?"
kind = "quantity"
unit = "share"
stale_after = "4000d"
ask = [
  {{ source = "series", name = "map", publisher = "The {IN_TOML}", HERE }},
]

[[claim]]
id = "a-fifth"
measure = "held"
statement = "A fifth {IN_TOML} is held."
said = "a fifth"
near = "a {IN_TOML} fifth"
note = "Mind {IN_TOML}."
[[claim.cites]]
value = "0.3"
as_of = 2026-02-01
by = "The {IN_TOML}"
quote = "so {IN_TOML}"
url = "https://a.example/"
"""
COLUMNS = 'url = "held.csv", day = "day", value = "share"'

PLUGIN = f"""
import sys
import claimtrack

print({EVIL!r} * 30)
print({EVIL!r} * 30, file=sys.stderr)
if CRASH:
    raise RuntimeError({EVIL!r})

class Evil(claimtrack.Source):
    name = "evil{IN_TOML}"
    version = "1"
    describes = claimtrack.Description("The {IN_TOML}", licence="{IN_TOML}")
    def asks(self, measures, *, since=None):
        raise RuntimeError({EVIL!r})
    def read(self, page, measures):
        return []

@claimtrack.hookimpl
def claimtrack_sources():
    return [Evil()]
"""  # the escapes of TOML are those of Python


@pytest.fixture
def hostile(tmp_path: Path, environment: dict[str, str]) -> dict[str, str]:
    """A folder where whatever a command reads is hostile, and the environment to run in."""
    (tmp_path / "held.csv").write_text(f"day,share,{EVIL}\n2025-06-01,0.2,{EVIL}\n")
    (tmp_path / "evil.toml").write_text(CLAIMS.replace("HERE", COLUMNS), encoding="utf-8")
    for name, mistake in (("wrong", f'x"{IN_TOML}" = 1'), ("broken", f'"{EVIL}')):
        (tmp_path / f"{name}.toml").write_text(
            f"{CLAIMS.replace('HERE', COLUMNS)}\n{mistake}\n", encoding="utf-8"
        )
    (tmp_path / "text.txt").write_text(f"A {EVIL} title\n\nA {EVIL} fifth is held.\n", "utf-8")
    (tmp_path / f"{EVIL}.html").write_text(
        f"<html><head><title>{EVIL}</title></head><body><p>He said {EVIL} 20% of it is held.</p>",
        encoding="utf-8",
    )
    for name, crash in (("calm", False), ("crash", True)):
        (tmp_path / f"claimtrack_{name}.py").write_text(f"CRASH = {crash}\n{PLUGIN}", "utf-8")
        info = tmp_path / f"claimtrack_{name}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        entry = f"[claimtrack]\n{name}{EVIL.replace('=', '')} = claimtrack_{name}\n"
        (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    found = f"{environment['PYTHONPATH']}{os.pathsep}{tmp_path}"
    return {**environment, "PYTHONPATH": found, "CLAIMTRACK_PATIENCE": "20"}


def said(folder: Path, environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "claimtrack", *arguments],
        cwd=folder, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.stdout.decode() + done.stderr.decode()


COMMANDS = (
    ("check", "evil.toml"), ("check", "wrong.toml"), ("check", "broken.toml"), ("add", "evil.toml"),
    ("update",), ("status",), ("status", "--sentences"), ("status", "--json"), ("why", "a-fifth"),
    ("verdict", "a-fifth"), ("history", "held"), ("history", "held", "--json"), ("sources",),
    ("sources", "--test", "--claims", "evil.toml"), ("locate", "evil.toml", "text.txt"),
    ("read", "evil.toml", f"{EVIL}.html"), ("read", f"{EVIL}.html", "--claims", "evil.toml"),
    ("observe", "held", "0.3", "--as-of", "2026-02-02", "--by", EVIL, "--quote", EVIL),
    ("review", "a-fifth", "confirmed", "--by", EVIL, "--reason", EVIL), ("why", "a-fifth"),
    ("verdict", EVIL), ("add", f"{EVIL}.toml"), ("export", "--claimreview", "-o", "review.json"),
    ("new", f"A {EVIL} fifth is held.", "--output", f"{EVIL}.new"), (EVIL,), ("history", EVIL),
    ("db", "redact", EVIL, "--reason", EVIL), ("try", f"a {EVIL} fifth", "0.2"),
)  # fmt: skip


def test_no_command_sends_a_terminal_what_somebody_wrote_to_be_obeyed(
    tmp_path: Path, hostile: dict[str, str]
) -> None:
    told = {arguments: said(tmp_path, hostile, *arguments) for arguments in COMMANDS}

    found = {key: sorted(OBEYED.intersection(shown)) for key, shown in told.items()}
    assert {key: signs for key, signs in found.items() if signs} == {}
    assert "\\x1b[2J" in told["status", "--sentences"]  # it was there to be told
    assert "\\x1b[2J" in told["check", "evil.toml"]
    assert "\\x1b[2J" in told["sources",]


def test_json_says_the_same_with_what_a_terminal_would_obey_escaped(
    tmp_path: Path, hostile: dict[str, str]
) -> None:
    said(tmp_path, hostile, "add", "evil.toml")
    done = subprocess.run(
        [sys.executable, "-m", "claimtrack", "history", "held", "--json"],
        cwd=tmp_path, env=hostile, capture_output=True, check=True,
    )  # fmt: skip
    (seen,) = json.loads(done.stdout)
    assert seen["quote"] == f"so {EVIL}"


@pytest.mark.parametrize("form", [("export", "--csv"), ("export", "--claimreview"), ("report",)])
def test_what_is_written_for_programs_is_harmless_on_a_terminal_alone(
    form: tuple[str, ...], tmp_path: Path, hostile: dict[str, str]
) -> None:
    said(tmp_path, hostile, "add", "evil.toml")
    said(tmp_path, hostile, *form, "-o", "kept")
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "claimtrack", *form],
        cwd=tmp_path, env=hostile, stdout=theirs, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    assert done.wait() == 0
    assert OBEYED.intersection(shown.decode().replace("\r\n", "\n")) == set()
    if form == ("export", "--csv"):
        assert f"so {EVIL}" in (tmp_path / "kept").read_text("utf-8")


def _read(line: int) -> bytes:
    try:
        return os.read(line, 65_536)
    except OSError:  # so a terminal of Linux says that nobody writes any more
        return b""


def test_a_drawing_keeps_its_colours_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"\x1b[1mHeld\x1b[0m {EVIL}\x1b[8m", painted=True)
    assert capsys.readouterr().out == f"Held {harmless(EVIL)}\\x1b[8m\n"  # no terminal: no colours


def test_commands_print_through_one_door() -> None:
    doors = {
        f"{file.name}:{node.lineno}"
        for file in CLI.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"print", "click.echo", "click.secho"}
    }
    # The other one overwrites its own line, with a day.
    assert {door.partition(":")[0] for door in doors} == {"saying.py", "demonstrating.py"}
