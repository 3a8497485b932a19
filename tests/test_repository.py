"""What stands in the repository, and what never may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = (".ci", "benchmarks", "claimtrack", "docs", "migrations", "plugins", "tests")

#: Guards of the project's promises rather than tests of a module.
GUARDS = {
    "append_only", "ci", "docs", "examples", "import", "kill", "layers", "phrase_table",
    "plugin_install", "public_names", "repository", "wheel",
}  # fmt: skip

# Spelt so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of somebody's machine": r"(?<![\w.~-])/(?:root|work|home|Users)/\w|\b[A-Z]:\\Users\b",
    "the host of a package registry": r"\b(?:pypi|pythonhosted|npmjs|crates)\.(?:org|com|io)\b",
    "a mark that a merge left": r"^(?:<{7}|>{7}|\|{7}) ",
}


def texts() -> Iterator[tuple[str, str]]:
    """Each file of the project, as its path and its text."""
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    for path in sorted([*paths, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / ".gitignore"]):
        if path.is_file() and not {"__pycache__", "_build"} & set(path.parts):
            content = path.read_bytes()
            yield path.relative_to(ROOT).as_posix(), content.decode("utf-8", errors="replace")


def found(pattern: str, text: str) -> list[str]:
    return [match[0] for match in re.finditer(pattern, text, re.MULTILINE)]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_holds(what: str) -> None:
    held = {path: hits for path, text in texts() if (hits := found(FORBIDDEN[what], text))}
    assert held == {}, what


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a path of somebody's machine", "see /" + "root/notes.txt"),
        ("a path of somebody's machine", "'/" + "home/ann/x'"),
        ("the host of a package registry", "https://py" + "pi.org/simple"),
        ("a mark that a merge left", "a\n" + "<" * 7 + " HEAD\n"),
    ],
)
def test_what_must_not_be_held_would_be_found(what: str, text: str) -> None:
    assert len(found(FORBIDDEN[what], text)) == 1


def test_the_files_that_are_looked_at_are_there() -> None:
    paths = {path for path, _ in texts()}
    assert {"README.md", "pyproject.toml", ".ci/run", "claimtrack/values.py"} <= paths


def modules() -> set[str]:
    """The names of all modules and packages, a plugin's without its prefix."""
    paths = [*(ROOT / "claimtrack").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")]
    named = {path.stem for path in paths} | {path.parent.name for path in paths}
    return {name.removeprefix("claimtrack_") for name in named if not name.startswith("__")}


def test_every_test_is_named_for_a_module_or_guards_a_promise() -> None:
    subjects = modules() | GUARDS
    named = [path.stem.removeprefix("test_") for path in (ROOT / "tests").rglob("test_*.py")]
    assert named
    assert [
        name
        for name in named
        if not any(name == subject or name.startswith(f"{subject}_") for subject in subjects)
    ] == []


def test_every_layer_and_plugin_has_its_tests() -> None:
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests").rglob("test_*.py")}
    tops = [*(ROOT / "claimtrack").iterdir(), *(ROOT / "plugins").glob("claimtrack_*")]
    untested = []
    for top in tops:
        inside = {path.stem for path in top.rglob("*.py")} if top.is_dir() else set()
        names = {top.stem.removeprefix("claimtrack_")} | inside
        if (inside or top.suffix == ".py") and not top.stem.startswith("__"):
            untested += [top.name] * (not any(_begins(test, names) for test in tested))
    assert untested == []


def _begins(test: str, names: set[str]) -> bool:
    return any(test == name or test.startswith(f"{name}_") for name in names)
