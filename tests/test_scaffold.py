"""The scaffold: a new plugin works and tests itself as it is written."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.authoring.scaffold import scaffold, write
from claimtrack.cli import claimtrack
from claimtrack.errors import BadValue

ROOT = Path(__file__).parent.parent


#: The pytest plugin is found by its entry point; here it is loaded by name, installed or not.
PYTEST = ("-m", "pytest", "-q", "-p", "claimtrack.authoring.pytest_plugin")
ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def run(home: Path, environment: dict[str, str], *arguments: str) -> str:
    """What a fresh Python prints there."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=home,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize(
    "name", ["lights", "tide-tables", "claimtrack-tide_tables2", "reading", "hookimpl"]
)
def test_its_own_test_passes_as_it_is(
    name: str, tmp_path: Path, environment: dict[str, str]
) -> None:
    home = write(scaffold(name), tmp_path)
    told = run(home, environment | ALONE, *PYTEST)
    assert "1 passed" in told


def test_its_test_fails_when_its_reader_is_spoilt(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    home = write(scaffold("lights"), tmp_path)
    module = home / "claimtrack_lights.py"
    module.write_text(module.read_text().replace("int(figure.text)", "int(figure.text) + 1"))
    done = subprocess.run(
        [sys.executable, *PYTEST],
        cwd=home, env=environment | ALONE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "lights/total, reading 1: value is 42, not 41" in done.stdout


def test_installed_it_is_found_by_its_entry_point(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    home, site = write(scaffold("lights"), tmp_path), tmp_path / "site"
    run(
        home, environment, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--no-deps", "--no-build-isolation", "--no-index", "--target", str(site), str(home),
    )  # fmt: skip
    found = {**environment, "PYTHONPATH": f"{environment['PYTHONPATH']}:{site}"}
    told = run(tmp_path, found, "-m", "claimtrack", "sources")
    assert "lights" in told
    assert "Publisher of lights" in told


def test_it_is_a_package_that_says_what_it_is() -> None:
    made = scaffold("tide-tables")
    files = dict(made.files)
    project = tomllib.loads(files["pyproject.toml"])["project"]
    assert project["name"] == made.project == "claimtrack-tide-tables"
    assert project["entry-points"]["claimtrack"] == {"tide-tables": "claimtrack_tide_tables"}
    assert "class TideTablesSource(Source):" in files["claimtrack_tide_tables.py"]
    assert not [path for path, text in made.files if "$" in text]


@pytest.mark.parametrize("name", ["", "Lights", "7seas", "a b", "../up", "lights.", "ü", "x" * 61])
def test_what_is_no_name_of_a_package_is_refused(name: str) -> None:
    with pytest.raises(BadValue, match="small letters"):
        scaffold(name)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("page", "'page' is the name of a source that is installed"),
        ("claimtrack-un_press", "'un-press' is the name of a source that is installed"),
        ("official", "there is a module claimtrack_official already"),
        ("class", "'class' is a word of Python"),
    ],
)
def test_a_name_that_is_taken_is_refused(name: str, told: str, tmp_path: Path) -> None:
    runner = CliRunner()
    done = runner.invoke(claimtrack, ["plugin", "new", name, "--dir", str(tmp_path)])
    assert done.exit_code != 0
    assert told in done.output + str(done.exception)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_over(tmp_path: Path) -> None:
    runner = CliRunner()
    first = runner.invoke(claimtrack, ["plugin", "new", "lights", "--dir", str(tmp_path)])
    assert first.exit_code == 0
    module = tmp_path / "claimtrack-lights" / "claimtrack_lights.py"
    module.write_text("mine")
    second = runner.invoke(claimtrack, ["plugin", "new", "lights", "--dir", str(tmp_path)])
    assert second.exit_code == 2
    assert "is there already" in second.stderr
    assert module.read_text() == "mine"
