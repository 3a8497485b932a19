"""The scaffold: a plugin package to begin with, which works and tests itself as it is written."""

from __future__ import annotations

import keyword
import re
from collections.abc import Container
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from string import Template

from claimtrack.errors import BadValue

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_LONGEST = 60
#: Each file of the package, and the template beside this module that it is made from.
_FILES = {
    "pyproject.toml": "pyproject.toml.txt",
    "README.md": "README.md.txt",
    "{module}.py": "module.py.txt",
    "tests/test_{module}.py": "test.py.txt",
    "tests/pages/measures.toml": "measures.toml.txt",
    "tests/pages/today.html": "page.html.txt",
    "tests/pages/today.html.toml": "expected.toml.txt",
}


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A plugin package: its project and module, and the text of each file by its path."""

    project: str
    module: str
    source: str
    files: tuple[tuple[str, str], ...]


def scaffold(name: str, taken: Container[str] = ()) -> Scaffold:
    """The package of a plugin with one source called *name*. Raises `BadValue` where that cannot
    be the name of a package, or is that of another: of a source that is *taken*, or a module.
    """
    plain = re.sub(r"^claimtrack[-_]", "", name)
    if not _NAME.fullmatch(plain) or len(plain) > _LONGEST:
        raise BadValue(
            f"a plugin is named in small letters, digits and single dashes, as in 'tide-tables',"
            f" in at most {_LONGEST}, not {name!r}"
        )
    words = re.split(r"[-_]", plain)
    project, module = "-".join(["claimtrack", *words]), "_".join(["claimtrack", *words])
    _check_is_free("-".join(words), module, taken)
    named = {
        "name": "-".join(words),
        "project": project,
        "module": module,
        "host": "-".join(words),
        # Its end keeps it apart from whatever the module imports: a source "reading" as well.
        "cls": "".join(word.capitalize() for word in words) + "Source",
    }
    files = tuple(
        (path.format(module=module), _template(file).substitute(named))
        for path, file in _FILES.items()
    )
    return Scaffold(project, module, "-".join(words), files)


def _check_is_free(source: str, module: str, taken: Container[str]) -> None:
    if source in taken:
        raise BadValue(f"{source!r} is the name of a source that is installed; take another")
    if keyword.iskeyword(source) or keyword.issoftkeyword(source):
        raise BadValue(f"{source!r} is a word of Python; take another name")
    if find_spec(module) is not None:
        raise BadValue(f"there is a module {module} already; take another name than {source!r}")


def _template(file: str) -> Template:
    return Template(Path(__file__).with_name(file).read_text(encoding="utf-8"))


def write(made: Scaffold, folder: Path) -> Path:
    """The folder of the package, written below *folder*. Raises `FileExistsError` where something
    of that name is there already: nothing is written over.
    """
    home = folder / made.project
    home.mkdir(parents=True)
    for path, text in made.files:
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, encoding="utf-8", newline="\n")
    return home
