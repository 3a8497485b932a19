"""The layers: who may import whom. Read with `ast`, so that no import escapes by being inside a
function.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

import claimtrack

ROOT = Path(__file__).parent.parent

#: From the ground up. A module imports from the lines above its own; the names on one line are
#: siblings and do not know each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "names"),
    ("values", "charsets", "inflating", "markup", "packing", "robots", "rounding", "terminal"),
    ("measures", "manners"),
    ("claims", "observations"),
    ("pages", "agreement", "attempts", "ledger", "volatile"),
    ("words", "pacing", "freshness", "jobs", "patience", "captures"),
    ("answers",),
    ("judging",),
    ("sources", "claimfile", "accounts"),
    ("errands",),
    ("update", "testimony", "fetch", "store", "export"),
    ("catalogue", "silences", "starter", "doors", "past"),
    ("rounds",),
    ("tracker", "rehearsal", "clippings", "soundings"),
    ("demo", "authoring", "canary"),
    ("cli", "__init__"),
    ("__main__",),
)
HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}

#: Inside words/, likewise. A module of words/ that is not named here may stand anywhere, as long
#: as the order of those that are still holds through it.
WORDS: tuple[tuple[str, ...], ...] = (
    ("tokens",),
    ("quantities", "dates"),
    ("statements", "quotations"),
    ("articles",),
)

#: Where a heavy library may be imported at all; the rest of the project never sees one.
#: httpx has one home because it has had no release since 2024-12: it may have to be replaced.
HOMES = {
    "alembic": ("claimtrack/store/", "migrations/"),
    "anyio": ("claimtrack/fetch/",),
    "bs4": ("claimtrack/pages.py", "claimtrack/words/articles"),
    "charset_normalizer": ("claimtrack/charsets.py",),
    "h11": ("claimtrack/fetch/",),
    "httpcore": ("claimtrack/fetch/",),
    "httpx": ("claimtrack/fetch/",),
    "cssselect": ("claimtrack/markup.py",),
    "lxml": (
        "claimtrack/markup.py",
        "claimtrack/words/articles",
        "plugins/claimtrack_news/trees.py",
    ),
    "protego": ("claimtrack/robots.py",),
    "pandas": ("claimtrack/observations.py", "claimtrack/export/"),
    "psycopg": ("claimtrack/store/",),
    "pyarrow": ("claimtrack/observations.py", "claimtrack/export/"),
    "sqlalchemy": ("claimtrack/store/", "migrations/"),
    "sqlite3": ("claimtrack/store/", "migrations/"),
    "trafilatura": ("claimtrack/words/articles",),
    "warcio": ("claimtrack/fetch/",),
}

#: The libraries that are imported by another name than the one they are installed by.
IMPORTED_AS = {"beautifulsoup4": "bs4", "python_jsonpath": "jsonpath"}

#: What a plugin has no use for: it names addresses and reads pages, and does no I/O.
RIM = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "os", "pathlib", "requests", "shutil",
    "socket", "sqlalchemy", "sqlite3", "ssl", "subprocess", "tempfile", "urllib3",
}  # fmt: skip

SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"
    r"|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|TRIGGER|VIEW))\b",
    re.DOTALL,
)


@dataclass(frozen=True)
class Import:
    """That the file at ``path`` imports ``target``, a dotted name, on ``line``."""

    path: str
    line: int
    target: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} imports {self.target}"


def files(root: Path, *folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (root / folder).rglob("*.py"))


#: Which imports of a module are meant: every one, those that are ever carried out (an import for
#: type checkers alone is not), or those that are when the module itself is imported.
Extent = Literal["every", "carried out", "at once"]


def imports(path: Path, root: Path, extent: Extent = "every") -> Iterator[Import]:
    """The imports of *path* to that *extent*, ``from a import b`` as ``a.b``."""
    here = path.relative_to(root).as_posix()
    package = path.relative_to(root).with_suffix("").parts[:-1]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in nodes(tree, extent):
        if isinstance(node, ast.Import):
            yield from (Import(here, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*start, *(node.module or "").split(".")))
            for alias in node.names:
                yield Import(here, node.lineno, f"{origin}.{alias.name}".replace("..", "."))


def nodes(tree: ast.Module, extent: Extent) -> Iterable[ast.AST]:
    if extent == "at once":
        return tree.body
    everything = list(ast.walk(tree))
    if extent == "every":
        return everything
    for_types = {
        id(inner)
        for node in everything
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    return [node for node in everything if id(node) not in for_types]


def layer(dotted: str) -> str:
    """The layer that ``claimtrack.x.y`` is in: ``x``, or ``__init__`` for the package's names."""
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in HEIGHT else "__init__"


def misplaced(root: Path) -> list[str]:
    """Each import in claimtrack/ that goes up or sideways."""
    wrong = []
    for path in files(root, "claimtrack"):
        own = path.relative_to(root / "claimtrack").parts[0].removesuffix(".py")
        for found in imports(path, root):
            if found.target.split(".")[0] != "claimtrack":
                continue
            target = layer(found.target)
            if target != own and HEIGHT[target] >= HEIGHT[own]:
                wrong.append(str(found))
    return wrong


def graph(root: Path, extent: Extent = "every") -> dict[str, set[str]]:
    """Each module of claimtrack/ and those that it imports."""
    modules = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in files(root, "claimtrack")
    }
    return {
        name: {
            target
            for found in imports(path, root, extent)
            for target in (found.target, found.target.rpartition(".")[0])
            if target in modules and target != name
        }
        for name, path in modules.items()
    }


def reached(start: str, edges: dict[str, set[str]]) -> set[str]:
    """All that *start* imports, directly or through others."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for target in edges[waiting.pop()] - seen:
            seen.add(target)
            waiting.append(target)
    return seen


def circles(root: Path) -> list[str]:
    """Each module that imports itself by way of others.

    A package's ``__init__`` gathers the names of its modules, so it is no part of a knot. Within
    one package an import inside a function ties a knot as tight as any other; between two it may
    be put off, to be cheap.
    """
    packages = {
        ".".join(path.parent.relative_to(root).parts)
        for path in files(root, "claimtrack")
        if path.name == "__init__.py"
    }
    at_once, carried_out = graph(root, "at once"), graph(root, "carried out")
    edges = {
        name: (at_once[name] | {each for each in carried_out[name] if neighbours(name, each)})
        - packages
        for name in at_once
    }
    return sorted(name for name in edges if name in reached(name, edges))


def neighbours(one: str, other: str) -> bool:
    """Whether both modules are in the same package of claimtrack/."""
    package = one.rpartition(".")[0]
    return package != "claimtrack" and package == other.rpartition(".")[0]


def misplaced_words(root: Path) -> list[str]:
    """Each module of words/ that reaches one above it or beside it."""
    edges = {
        name: {target for target in targets if target.startswith("claimtrack.words.")}
        for name, targets in graph(root).items()
        if name.startswith("claimtrack.words.")
    }
    height = {f"claimtrack.words.{name}": at for at, names in enumerate(WORDS) for name in names}
    return [
        f"{name} reaches {target}"
        for name in sorted(edges.keys() & height.keys())
        for target in sorted(reached(name, edges) & height.keys())
        if target != name and height[target] >= height[name]
    ]


def homeless(root: Path) -> list[str]:
    """Each import of a heavy library from where it has no business."""
    return [
        str(found)
        for path in files(root, "claimtrack", "migrations", "plugins")
        for found in imports(path, root)
        if not found.path.startswith(HOMES.get(found.target.split(".")[0], (found.path,)))
    ]


def prying(root: Path, public: set[str]) -> list[str]:
    """Each import by which a plugin reaches past the public names, or towards a rim of its own."""
    wrong = []
    for path in files(root, "plugins"):
        for found in imports(path, root):
            head, _, rest = found.target.partition(".")
            is_private = head == "claimtrack" and rest not in public
            is_rim = head in RIM or found.target.startswith("urllib.request")
            if is_private or is_rim:
                wrong.append(str(found))
    return wrong


def statements(root: Path) -> list[str]:
    """Each string outside store/ that is SQL."""
    wrong = []
    for path in files(root, "claimtrack", "plugins"):
        here = path.relative_to(root).as_posix()
        if here.startswith("claimtrack/store/"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                wrong += [f"{here}:{node.lineno} holds SQL"] * bool(SQL.search(node.value))
    return wrong


def importers(root: Path, library: str) -> set[str]:
    return {
        found.path
        for path in files(root, "claimtrack", "migrations", "plugins")
        for found in imports(path, root)
        if found.target.split(".")[0] == library
    }


def declared(root: Path) -> set[str]:
    """The libraries that ``pyproject.toml`` names, as they are imported."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    lines = [line for lines in (project["dependencies"], *extras) for line in lines]
    names = {re.split(r"[\W]", line.replace("-", "_"), maxsplit=1)[0] for line in lines}
    return {IMPORTED_AS.get(name, name) for name in names}


def undeclared(root: Path) -> list[str]:
    """Each import of a library that is only there because another one brought it."""
    ours = {path.stem if path.is_file() else path.name for path in (root / "plugins").glob("*")}
    known = sys.stdlib_module_names | declared(root) | ours | {"claimtrack", "__future__"}
    return [
        str(found)
        for path in files(root, "claimtrack", "migrations", "plugins")
        for found in imports(path, root)
        if found.target.split(".")[0] not in known
    ]


def world(root: Path, **sources: str) -> Path:
    """A small project below *root*: ``claimtrack__words__tokens="import x"`` is a file of it."""
    for name, text in sources.items():
        path = root / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_every_module_has_a_layer() -> None:
    found = {
        path.relative_to(ROOT / "claimtrack").parts[0].removesuffix(".py")
        for path in files(ROOT, "claimtrack")
    }
    assert found <= HEIGHT.keys()
    assert {"errors", "values", "claims", "words", "judging", "store"} <= found


def test_the_page_on_the_design_draws_the_layers_as_they_are() -> None:
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    drawn = page.partition("```text\n")[2].partition("```")[0]
    assert [set(line.split()) for line in drawn.splitlines()] == [
        set(names) for names in reversed(LAYERS)
    ]


def test_imports_go_downwards_only() -> None:
    assert misplaced(ROOT) == []


@pytest.mark.parametrize(
    "text",
    [
        "from claimtrack.tracker import Tracker",
        "import claimtrack.fetch.transport",
        "from claimtrack import fetch",
        "from claimtrack import Tracker",
        "def later():\n    import claimtrack.update",
        "from ..tracker import Tracker",
        "from .. import update",
    ],
)
def test_an_import_upwards_or_sideways_is_noticed(tmp_path: Path, text: str) -> None:
    assert len(misplaced(world(tmp_path, claimtrack__store__rows=text))) == 1


def test_an_import_downwards_is_fine(tmp_path: Path) -> None:
    text = "from claimtrack.values import Interval\nfrom . import tables\nimport json\n"
    assert misplaced(world(tmp_path, claimtrack__store__rows=text)) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circles(ROOT) == []


def test_a_circle_is_noticed(tmp_path: Path) -> None:
    knot = world(
        tmp_path,
        claimtrack__words__a="from claimtrack.words.b import x",
        claimtrack__words__b="from claimtrack.words import a",
    )
    assert circles(knot) == ["claimtrack.words.a", "claimtrack.words.b"]


def test_a_circle_within_a_package_is_noticed_inside_functions_too(tmp_path: Path) -> None:
    knot = world(
        tmp_path,
        claimtrack__judging__a="from claimtrack.judging import b",
        claimtrack__judging__b="def tell():\n    from claimtrack.judging.c import x",
        claimtrack__judging__c="from claimtrack.judging.a import y",
    )
    assert circles(knot) == [f"claimtrack.judging.{name}" for name in "abc"]


def test_an_import_for_type_checkers_alone_is_no_knot(tmp_path: Path) -> None:
    fine = world(
        tmp_path,
        claimtrack__judging__a="from claimtrack.judging import b",
        claimtrack__judging__b="if TYPE_CHECKING:\n    from claimtrack.judging.a import y",
    )
    assert circles(fine) == []


def test_judging_puts_no_import_of_its_own_modules_off() -> None:
    put_off = [
        str(found)
        for path in files(ROOT, "claimtrack/judging")
        if path.name != "__init__.py"  # which none of them imports, and everybody else does
        for found in set(imports(path, ROOT, "carried out")) - set(imports(path, ROOT, "at once"))
        if found.target.startswith("claimtrack.judging")
    ]
    assert put_off == []


def test_words_keep_their_order() -> None:
    assert misplaced_words(ROOT) == []


def test_tokens_that_reach_quantities_through_another_module_are_noticed(tmp_path: Path) -> None:
    upside_down = world(
        tmp_path,
        claimtrack__words__tokens="from claimtrack.words.scales import x",
        claimtrack__words__scales="from claimtrack.words.quantities import y",
        claimtrack__words__quantities="",
    )
    tokens, quantities = "claimtrack.words.tokens", "claimtrack.words.quantities"
    assert misplaced_words(upside_down) == [f"{tokens} reaches {quantities}"]


def test_heavy_libraries_stay_at_home() -> None:
    assert homeless(ROOT) == []


def test_httpx_is_imported_by_one_module_at_most() -> None:
    assert len(importers(ROOT, "httpx")) <= 1


def test_a_heavy_library_abroad_is_noticed(tmp_path: Path) -> None:
    abroad = world(tmp_path, claimtrack__judging__a="def b():\n    from sqlalchemy import select")
    assert homeless(abroad) == ["claimtrack/judging/a.py:2 imports sqlalchemy.select"]
    assert importers(abroad, "sqlalchemy") == {"claimtrack/judging/a.py"}


def test_plugins_use_public_names_only() -> None:
    assert files(ROOT, "plugins")
    assert prying(ROOT, set(claimtrack.__all__)) == []


@pytest.mark.parametrize(
    "text", ["from claimtrack.pages import Page", "import claimtrack.sources", "import socket"]
)
def test_a_plugin_that_pries_is_noticed(tmp_path: Path, text: str) -> None:
    nosy = world(tmp_path, plugins__claimtrack_nosy____init__=text)
    assert len(prying(nosy, {"Page"})) == 1


def test_migrations_import_nothing_from_claimtrack() -> None:
    assert (
        importers(ROOT, "claimtrack")
        & {path.relative_to(ROOT).as_posix() for path in files(ROOT, "migrations")}
        == set()
    )


def test_what_is_imported_is_declared() -> None:
    assert undeclared(ROOT) == []


def test_an_undeclared_library_is_noticed(tmp_path: Path) -> None:
    lucky = world(tmp_path, claimtrack__fetch__a="import h11\nimport httpx\nimport json")
    (tmp_path / "pyproject.toml").write_text("[project]\ndependencies = ['httpx>=0.28,<1']\n")
    assert undeclared(lucky) == ["claimtrack/fetch/a.py:1 imports h11"]


def test_sql_is_written_in_store_only() -> None:
    assert statements(ROOT) == []


def test_sql_elsewhere_is_noticed(tmp_path: Path) -> None:
    stray = world(tmp_path, claimtrack__tracker='rows = "SELECT *\\nFROM facts"')
    assert statements(stray) == ["claimtrack/tracker.py:1 holds SQL"]
