"""What it costs to import claimtrack: names of modules are compared, never durations."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

#: 83 to 236 ms each; whoever asks for help or a verdict on a phrase waits for none of them.
HEAVY = {"alembic", "bs4", "httpx", "lxml", "pandas", "psycopg", "pyarrow", "sqlalchemy"}
#: What those would bring along, and what belongs to fetching and storing alone.
RIM = {"anyio", "asyncio", "httpcore", "multiprocessing", "sqlite3", "ssl"}

#: The grammars of what texts say, and what hears a claim: two megabytes each, and of no use to an
#: update of figures in tables.
GRAMMARS = {
    "claimtrack.judging.hearings",
    "claimtrack.words.articles.reading",
    "claimtrack.words.quotations",
    "claimtrack.words.quoting.cited",
    "claimtrack.words.statements",
}
FIGURES = """
[document]
id = "figures"
title = "Figures"
published = 2026-01-01

[measure."share/region"]
asks = "What share of the region is it?"
kind = "quantity"
unit = "share"
ask = [{ source = "page", url = "page.html", select = "td.share" }]
"""
IMPORT = "import claimtrack"
ADD = "import claimtrack; claimtrack.open('claims.db').add('figures.toml')"
UPDATE = """
import claimtrack
(attempt,) = claimtrack.open("claims.db").update().attempts
assert attempt.results[0].status == "changed", attempt
"""
TOUCH = "import claimtrack; claimtrack.parse_quantity('about three-quarters')"
HELP = "import runpy; runpy.run_module('claimtrack', run_name='__main__', alter_sys=True)"
REPORT = """
import atexit, sys
atexit.register(lambda: print("modules:", *sorted(sys.modules), file=sys.stderr))
sys.argv = ["claimtrack", *{arguments!r}]
{code}
"""


@dataclass(frozen=True)
class Interpreter:
    """Starts a fresh Python in ``environment``."""

    environment: dict[str, str]

    def modules_after(self, code: str, *arguments: str) -> set[str]:
        """The modules that it holds after *code*."""
        done = subprocess.run(
            [sys.executable, "-c", REPORT.format(arguments=arguments, code=code)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return set(done.stderr.rpartition("modules:")[2].split())


@pytest.fixture
def fresh(environment: dict[str, str]) -> Interpreter:
    return Interpreter(environment)


def roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(
    ("code", "arguments"),
    [(IMPORT, ()), (TOUCH, ()), (HELP, ("--help",)), (HELP, ("try", "half", "0.5"))],
    ids=["import", "parse_quantity", "help", "try"],
)
def test_nothing_heavy_is_imported(
    fresh: Interpreter, code: str, arguments: tuple[str, ...]
) -> None:
    modules = fresh.modules_after(code, *arguments)
    assert "claimtrack" in modules
    assert roots(modules) & (HEAVY | RIM) == set()


def test_import_claimtrack_imports_no_module_of_its_own_yet(fresh: Interpreter) -> None:
    own = {name for name in fresh.modules_after(IMPORT) if name.startswith("claimtrack")}
    assert own == {"claimtrack"}


def test_a_heavy_import_would_be_noticed(fresh: Interpreter) -> None:
    modules = fresh.modules_after("import claimtrack, sqlalchemy, asyncio")
    assert {"sqlalchemy", "asyncio"} <= roots(modules)


def test_an_update_of_figures_imports_no_grammar(
    fresh: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text("<html><td class=share>19.2%</td></html>")
    (tmp_path / "figures.toml").write_text(FIGURES)
    assert fresh.modules_after(ADD) & GRAMMARS == set()
    assert fresh.modules_after(UPDATE) & GRAMMARS == set()
    assert fresh.modules_after("import claimtrack.starter") & GRAMMARS  # as it reads a text
