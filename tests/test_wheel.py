"""What is built: the wheel holds the library, its plugins and migrations, and nothing else."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DIST_INFO = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


@dataclass(frozen=True)
class Built:
    """The wheel built from the tree, the one built from the sdist, and the editable one."""

    wheel: Path
    from_sdist: Path
    editable: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir"]
    run(*build, folder / "tree", "--wheel")
    run(*build, folder / "sdist")
    (folder / "editable").mkdir()
    hook = "import sys; from hatchling.build import build_editable; build_editable(sys.argv[1])"
    run(sys.executable, "-c", hook, folder / "editable")
    kinds = ("tree", "sdist", "editable")
    return Built(*(next((folder / kind).glob("*.whl")) for kind in kinds))


def run(*command: object) -> None:
    done = subprocess.run(
        [str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def text(wheel: Path, ending: str) -> str:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(ending))
        return archive.read(name).decode()


def tree(folder: str) -> set[str]:
    """The files below *folder*, as paths relative to it, without what Python leaves behind."""
    start = ROOT / folder
    return {
        path.relative_to(start).as_posix()
        for path in start.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


def test_the_wheel_holds_the_library_the_plugins_and_the_migrations(built: Built) -> None:
    code = {name for name in names(built.wheel) if ".dist-info/" not in name}
    expected = (
        {f"claimtrack/{name}" for name in tree("claimtrack")}
        | {f"claimtrack/migrations/{name}" for name in tree("migrations")}
        | tree("plugins")
    )
    assert code == expected


def test_site_packages_receives_claimtrack_and_its_plugins_only(built: Built) -> None:
    tops = {name.partition("/")[0] for name in names(built.wheel)}
    plugins = {name.partition("/")[0] for name in tree("plugins")}
    (dist_info,) = (top for top in tops if top.endswith(".dist-info"))
    assert tops - {dist_info} == {"claimtrack", *plugins}
    assert all(name.startswith("claimtrack_") for name in plugins)


@pytest.mark.parametrize(
    "ending", ["claimtrack/py.typed", "claimtrack/migrations/env.py", ".toml", ".csv"]
)
def test_what_is_not_python_comes_along(built: Built, ending: str) -> None:
    assert any(name.endswith(ending) for name in names(built.wheel))


def test_the_distribution_carries_its_licence_and_entry_points(built: Built) -> None:
    infos = {name.partition(".dist-info/")[2] for name in names(built.wheel)} - {""}
    assert infos == DIST_INFO
    assert "Apache License" in text(built.wheel, "licenses/LICENSE")


def test_every_plugin_has_an_entry_point(built: Built) -> None:
    points = text(built.wheel, "entry_points.txt")
    plugins = {name.partition("/")[0] for name in tree("plugins")}
    assert {line.partition(" = ")[2] for line in points.splitlines()} >= plugins


def test_an_sdist_builds_the_same_wheel(built: Built) -> None:
    assert names(built.from_sdist) == names(built.wheel)


def test_an_editable_install_is_one_path_file(built: Built) -> None:
    code = {name for name in names(built.editable) if ".dist-info/" not in name}
    assert len(code) == 1
    paths = text(built.editable, ".pth").split("\n")
    assert {Path(line) for line in paths if line} == {ROOT, ROOT / "plugins"}


def test_the_schema_is_built_from_the_installed_wheel(built: Built, tmp_path: Path) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = "import claimtrack; claimtrack.open('claims.db').close(); print(claimtrack.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(tmp_path / "site")
    with closing(sqlite3.connect(tmp_path / "claims.db")) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert {"claimtrack_version", "facts"} <= tables
