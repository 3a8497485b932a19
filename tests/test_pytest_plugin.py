"""The pytest plugin: what whoever writes a source gets from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.authoring.pytest_plugin import Replayer
from claimtrack.authoring.scaffold import scaffold, write

ROOT = Path(__file__).parent.parent


def test_the_fixture_fails_with_what_is_wrong(
    claimtrack_replay: Replayer, tmp_path: Path, environment: dict[str, str]
) -> None:
    pages = ROOT / "tests" / "pages" / "series"
    assert claimtrack_replay(pages).readings == 9
    assert claimtrack_replay("pages/series").readings == 9  # from the test's own folder
    with pytest.raises(pytest.fail.Exception, match=r"levels.csv: held/share, reading 1: value is"):
        claimtrack_replay(_spoilt(pages, tmp_path))


def _spoilt(pages: Path, folder: Path) -> Path:
    for path in pages.iterdir():
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace("value = 0.19,", "value = 0.18,"))
    return folder


def test_a_run_without_the_fixture_imports_next_to_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "test_it.py").write_text(
        "import sys\n\ndef test_it():\n"
        "    print('own:', *sorted(m for m in sys.modules if m.startswith('claimtrack')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", "-p", "claimtrack.authoring.pytest_plugin"],
        cwd=tmp_path, env=environment | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    own = "own: claimtrack claimtrack.authoring claimtrack.authoring.pytest_plugin\n"
    assert own in done.stdout


def test_a_new_plugin_is_replayed_by_its_entry_point(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """Found by its entry point alone, as in the environment of whoever installed claimtrack."""
    site = tmp_path / "site"
    (site / "claimtrack-1.dist-info").mkdir(parents=True)
    (site / "claimtrack-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: claimtrack\nVersion: 1\n"
    )
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert (
        '[project.entry-points.pytest11]\nclaimtrack = "claimtrack.authoring.pytest_plugin"\n'
        in project
    )
    (site / "claimtrack-1.dist-info" / "entry_points.txt").write_text(
        "[pytest11]\nclaimtrack = claimtrack.authoring.pytest_plugin\n"
    )
    home = write(scaffold("lights"), tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"],
        cwd=home, env=environment | {"PYTHONPATH": f"{site}:{environment['PYTHONPATH']}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "1 passed" in done.stdout, done.stdout
