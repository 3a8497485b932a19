"""A stranger's plugins, installed beside claimtrack and found as its own are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent

PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "claimtrack-{name}"
version = "1"

[project.entry-points.claimtrack]
{name} = "claimtrack_{name}"

[tool.hatch.build.targets.wheel]
include = ["claimtrack_{name}.py"]
"""

TIDE = """
from claimtrack import Ask, Description, Reading, Source, hookimpl


class Tide(Source):
    name = "tide"
    describes = Description(publisher="Harbour office", kind="measurement")

    def asks(self, measures, *, since=None):
        yield Ask("https://harbour.example/tide", measures)

    def read(self, page, measures):
        for measure in measures:
            yield Reading(measure.id, page.text.strip(), quote=page.text.strip())


@hookimpl
def claimtrack_sources():
    yield Tide()
"""

BROKEN = "raise OSError('the harbour has no such pier')"

RAISING = """
from claimtrack import hookimpl


@hookimpl
def claimtrack_sources():
    raise ValueError("low water")
    yield
"""

MISSPELT = TIDE.replace("claimtrack_sources", "claimtrack_source").replace('"tide"', '"ebb"')

TWICE = TIDE.replace("Harbour office", "Another harbour office")

LOAD = """
import json, claimtrack
from claimtrack.sources import load_sources

sources = load_sources()
print(json.dumps({
    "home": claimtrack.__file__,
    "names": sorted(sources.by_name),
    "aside": {aside.plugin: aside.reason for aside in sources.set_aside},
}))
"""


@dataclass(frozen=True)
class SitePackages:
    """A folder that distributions are installed into, apart from the environment's own."""

    folder: Path

    def install(self, *projects: Path) -> None:
        self._python(
            "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--no-deps", "--no-build-isolation", "--no-index",
            "--target", self.folder, *projects,
        )  # fmt: skip

    def loaded(self) -> Any:
        """What `load_sources` finds in a fresh interpreter that looks in the folder first."""
        found = json.loads(self._python("-c", LOAD))
        assert Path(found["home"]).is_relative_to(self.folder)
        return found

    def _python(self, *arguments: object) -> str:
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=self.folder.parent,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def site(tmp_path: Path) -> SitePackages:
    (tmp_path / "site").mkdir()
    return SitePackages(tmp_path / "site")


def plugin(folder: Path, name: str, module: str) -> Path:
    """A stranger's project of one module, in a folder of its own."""
    project = folder / f"claimtrack-{name}"
    project.mkdir()
    (project / "pyproject.toml").write_text(PROJECT.format(name=name))
    (project / f"claimtrack_{name}.py").write_text(module)
    return project


def test_a_strangers_plugin_is_found_beside_our_own(site: SitePackages, tmp_path: Path) -> None:
    site.install(ROOT, plugin(tmp_path, "tide", TIDE))
    found = site.loaded()
    assert {"series", "tide"} <= set(found["names"])
    assert found["aside"] == {}


def test_a_broken_plugin_is_set_aside_with_its_reason(site: SitePackages, tmp_path: Path) -> None:
    site.install(
        ROOT,
        plugin(tmp_path, "broken", BROKEN),
        plugin(tmp_path, "misspelt", MISSPELT),
        plugin(tmp_path, "raising", RAISING),
        plugin(tmp_path, "tide", TIDE),
        plugin(tmp_path, "twice", TWICE),
    )
    found = site.loaded()
    assert {"series", "tide"} <= set(found["names"])
    assert found["aside"] == {
        "broken": "OSError: the harbour has no such pier",
        "misspelt": "PluginError: there is no hook named 'claimtrack_source'",
        "raising": "ValueError: low water",
        "twice": (
            "PluginError: a source named 'tide' is already there,"
            " by plugin 'tide' (claimtrack-tide 1)"
        ),
    }


def test_a_plugin_that_is_gone_is_found_no_more(site: SitePackages, tmp_path: Path) -> None:
    site.install(ROOT, plugin(tmp_path, "tide", TIDE))
    (site.folder / "claimtrack_tide.py").unlink()
    found = site.loaded()
    assert "series" in found["names"]
    assert found["aside"] == {"tide": "ModuleNotFoundError: No module named 'claimtrack_tide'"}
