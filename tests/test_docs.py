"""The pages: what they show is run, what they list is compared, and they build without a warning.

In README.md and docs/*.md

- ``python`` blocks of a page are run one after the other, in one interpreter and one folder;
- ``console`` blocks are run by a shell there: a line that starts with ``$ `` is a command, the
  lines under it what it prints, and a line ``...`` stands for any number of lines;
- a ``text`` block right after a ``python`` block is what that block prints;
- a comment ``<!-- file: NAME -->`` right before a block makes it a file of that name in the folder,
  and the block is not run;
- the folder holds what the page made in it; README.md also finds ``claimtrack/examples`` there;
- every other language is only shown: ``sh`` for commands that nobody should run here.
"""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from inspect import signature
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack import sources, update
from claimtrack.cli import claimtrack
from claimtrack.patience import PATIENCE
from claimtrack.sources import commands as commands_of_plugins
from claimtrack.sources import door, plugins, processes, texts

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [
    ROOT / "README.md",
    *(page for page in sorted(DOCS.rglob("*.md")) if "_build" not in page.parts),
]

FENCE = re.compile(
    r"(?:^<!-- file: (?P<file>\S+) -->\n)?"
    r"^```(?P<language>\w+)[^\n]*\n(?P<content>.*?)^```$"
    r"(?:\n+^```text\n(?P<printed>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Snippet:
    """A fenced block: its language, its content, the file it is or the words that it prints."""

    language: str
    content: str
    line: int
    file: str | None = None
    printed: str | None = None


def snippets(page: str) -> list[Snippet]:
    """The blocks of a page, in order."""
    return [
        Snippet(
            found["language"],
            found["content"],
            page.count("\n", 0, found.start("content")) + 1,
            found["file"],
            found["printed"],
        )
        for found in FENCE.finditer(page)
    ]


def commands(console: str) -> list[tuple[str, str]]:
    """Each command of a ``console`` block, with what is shown under it."""
    shown: list[tuple[str, str]] = []
    for line in console.splitlines(keepends=True):
        if line.startswith("$ "):
            shown.append((line[2:].strip(), ""))
        elif shown[-1][0].endswith("\\"):
            shown[-1] = (shown[-1][0] + "\n" + line.rstrip("\n"), "")
        else:
            shown[-1] = (shown[-1][0], shown[-1][1] + line)
    return shown


def matches(printed: str, shown: str) -> bool:
    """Whether *printed* is what is *shown*, a line ``...`` there standing for any lines."""
    lines = [line.rstrip() for line in shown.strip("\n").split("\n")]
    parts = [r"(?:.*\n)*" if line == "..." else re.escape(line) + r"\n" for line in lines]
    told = "".join(line.rstrip() + "\n" for line in printed.strip("\n").split("\n"))
    return re.fullmatch("".join(parts), told) is not None


@dataclass(frozen=True)
class Shell:
    """Runs what a page shows, in a folder of the page's own."""

    folder: Path
    environment: dict[str, str]

    def run(self, page: str) -> list[str]:
        """What went other than the page shows, a report for each."""
        earlier = ""
        wrong = []
        for snippet in snippets(page):
            if snippet.file is not None:
                path = self.folder / snippet.file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(snippet.content, encoding="utf-8")
            elif snippet.language == "console":
                for command, shown in commands(snippet.content):
                    wrong += self._differs(snippet, command, *self._call(command), shown)
            elif snippet.language == "python":
                wrong += self._python(snippet, earlier)
                earlier += snippet.content
        return wrong

    def _python(self, snippet: Snippet, earlier: str) -> list[str]:
        # What the earlier blocks print was compared when it was their turn.
        mark = "--- this block ---"
        script = self.folder / "snippet.py"
        script.write_text(f"{earlier}\nprint({mark!r})\n{snippet.content}", encoding="utf-8")
        status, printed = self._call(shlex.join([sys.executable, str(script)]))
        shown = "..." if snippet.printed is None else snippet.printed
        return self._differs(snippet, "python", status, printed.rpartition(f"{mark}\n")[2], shown)

    def _call(self, command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    def _differs(
        self, snippet: Snippet, command: str, status: int, printed: str, shown: str
    ) -> list[str]:
        # A command may fail in a page that shows so; one that shows nothing has to succeed.
        failed = status != 0 and shown.strip() in {"", "..."}
        if not failed and matches(printed, shown):
            return []
        return [f"line {snippet.line}: {command}: status {status}, printed:\n{printed}"]


@pytest.fixture
def shell(tmp_path: Path, environment: dict[str, str]) -> Shell:
    """A shell that finds ``claimtrack`` and its pytest plugin, also where it is not installed."""
    program = tmp_path / "bin" / "claimtrack"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimtrack "$@"\n')
    program.chmod(0o755)
    folder = tmp_path / "here"
    folder.mkdir()
    found = f"{program.parent}:{Path(sys.executable).parent}:{environment.get('PATH', '')}"
    ours = {
        "PYTEST_PLUGINS": "claimtrack.authoring.pytest_plugin",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    plain = {"PATH": found, "NO_COLOR": "1", "COLUMNS": "100"}
    return Shell(folder, {**environment, **ours, **plain})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(page: Path, shell: Shell) -> None:
    if page.parent == ROOT:  # its paths are those of a checkout
        examples = Path("claimtrack", "examples")
        shutil.copytree(ROOT / examples, shell.folder / examples)
    assert shell.run(page.read_text(encoding="utf-8")) == []


def test_the_readme_and_the_pages_on_writing_show_something_that_is_run() -> None:
    for name in ("README.md", "docs/quickstart.md", "docs/writing-a-source.md"):
        shown = {snippet.language for snippet in snippets((ROOT / name).read_text("utf-8"))}
        assert shown & {"console", "python"}, name


def test_a_page_that_shows_something_else_is_noticed(shell: Shell) -> None:
    page = (
        "```python\nx = 2\nprint(x)\n```\n\n```text\n{}\n```\n\n"
        "```console\n$ echo a; echo b\n{}\n```\n"
    )
    assert shell.run(page.format("2", "a\nb")) == []
    assert shell.run(page.format("2", "...\nb")) == []
    assert len(shell.run(page.format("3", "a\nb"))) == 1
    assert len(shell.run(page.format("2", "a"))) == 1
    assert len(shell.run("```python\nraise SystemExit(1)\n```\n")) == 1


def test_blocks_of_a_page_follow_on_from_each_other(shell: Shell) -> None:
    page = (
        "<!-- file: greeting.py -->\n```python\nword = 'hello'\n```\n"
        "```python\nfrom greeting import word\nprint(word)\n```\n"
        "```python\nprint(word * 2)\n```\n```text\nhellohello\n```\n"
    )
    assert shell.run(page) == []


def test_every_command_is_documented_as_it_is() -> None:
    written = runpy.run_path(str(DOCS / "commands.py"))["page"]()
    assert (DOCS / "commands.md").read_text("utf-8") == written, "run: python docs/commands.py"
    assert "## claimtrack try PHRASE VALUE" in written


def test_what_is_documented_of_a_command_stands_in_its_help() -> None:
    listed = runpy.run_path(str(DOCS / "commands.py"))["commands"]
    for path, command in listed("claimtrack", claimtrack):
        told = CliRunner().invoke(command, ["--help"]).stdout
        for option in command.params:
            assert option.param_type_name != "option" or option.opts[0] in told, path


def test_every_hook_is_documented_with_its_exact_arguments() -> None:
    page = (DOCS / "hooks.md").read_text(encoding="utf-8")
    arguments = {
        hook: [*signature(getattr(sources.Hooks, hook)).parameters] for hook in sources.HOOKS
    }
    assert re.findall(r"^## `(claimtrack_.+)`$", page, re.MULTILINE) == [
        f"{hook}({', '.join(names[1:])})" for hook, names in arguments.items()
    ]


def test_the_limits_of_plugins_are_those_that_the_page_tells() -> None:
    page = (DOCS / "hooks.md").read_text(encoding="utf-8")
    limits = (door.MAX_SOURCES, texts.MAX_READINGS, commands_of_plugins.MAX_COMMANDS)
    assert re.findall(r"at most ([\d,]+)", page) == [f"{limit:,}" for limit in limits]
    assert processes.MAX_ENDS == 5  # "five times"
    for told in (
        f"no more than {processes.MOST_MEMORY:,}",
        f"within {plugins.LOADING:g} seconds",
        f"{update.MAX_READINGS:,} readings",
        f"{update.MAX_ASKS:,} addresses",
    ):
        assert told in page
    assert PATIENCE == 60.0  # "a minute"


def test_the_pages_build_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", DOCS, tmp_path / "html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "html" / "index.html").exists()


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*PAGES, *ROOT.glob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
