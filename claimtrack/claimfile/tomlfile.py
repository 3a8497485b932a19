"""The TOML file: its text and what it holds, or why it cannot be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from claimtrack.claimfile.lines import Lines, lines_of
from claimtrack.claimfile.phrases import cut
from claimtrack.claimfile.textfile import read_text
from claimtrack.errors import ClaimFileError, Mistake

#: The format needs six levels; deeper nesting is an attack on the reader or an accident.
MAX_DEPTH = 24
#: As many lines as are set aside before the file is given up.
MAX_SLIPS = 50

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_ASSIGNMENT = re.compile(r"""\s*[A-Za-z0-9_."'-]+\s*=""")
_BARE_MONTH = re.compile(r"=\s*(\d{4}-\d{2})\s*(?:#.*)?$")


@dataclass(frozen=True)
class TomlFile:
    """A TOML file that could be read, at least but for the lines in ``mistakes``.

    ``text`` is without a byte order mark and with its own line ends.
    """

    path: FilePath
    text: str
    given: Mapping[str, Any]
    lines: Lines
    mistakes: tuple[Mistake, ...] = ()


def read_toml(path: FilePath) -> TomlFile:
    """The TOML file at *path*. Raises `ClaimFileError`.

    A line of the form ``key = value`` that is no TOML is set aside with its mistake and the rest is
    read, so that one slip hides no other.
    """
    text = read_text(path)
    mistakes: list[Mistake] = []
    readable = text
    while True:
        try:
            given = tomllib.loads(readable)
            break
        except ValueError as error:
            mistake = _syntax_mistake(path, readable, error)
            mistakes.append(mistake)
            rest = _without(readable, mistake.line)
            if rest is None or len(mistakes) > MAX_SLIPS:
                raise ClaimFileError(tuple(mistakes)) from error
            readable = rest
        except RecursionError as error:
            raise ClaimFileError((*mistakes, _too_deep(path))) from error
    if _depth_exceeds(given, MAX_DEPTH):
        raise ClaimFileError((*mistakes, _too_deep(path)))
    return TomlFile(path, text, given, lines_of(readable), tuple(mistakes))


def _syntax_mistake(path: FilePath, text: str, error: ValueError) -> Mistake:
    found = _AT_LINE.search(str(error))
    if found is None:
        end = text.count("\n") + 1 if "end of document" in str(error) else None
        return Mistake(str(path), end, "", f"not TOML: {cut(_reason(error))}")
    line = int(found[1])
    written = text.split("\n")[line - 1]
    month = _BARE_MONTH.search(written.rstrip())
    hint = f'; a month is written as text: "{month[1]}"' if month else ""
    if written.count("{") > written.count("}"):
        hint = "; what stands between braces stands on one line"
    return Mistake(
        str(path), line, "", f"not TOML: {_reason(error)}: {cut(written) or 'an empty line'}{hint}"
    )


def _reason(error: ValueError) -> str:
    reason = re.sub(r" \(at .*\)$", "", str(error).strip(), flags=re.DOTALL)
    return reason[:1].lower() + reason[1:]


def _without(text: str, line: int | None) -> str | None:
    """*text* with that line set aside as a comment, where it holds one assignment and no more;
    None where leaving it out would change what the others mean.
    """
    if line is None:
        return None
    lines = text.split("\n")
    if not _stands_alone(lines[line - 1]) or not _is_toml("\n".join(lines[: line - 1])):
        return None
    # Its words are blanked: a control character is no more welcome in a comment.
    lines[line - 1] = "#".ljust(len(lines[line - 1]))
    return "\n".join(lines)


def _stands_alone(line: str) -> bool:
    balanced = line.count("[") == line.count("]") and line.count("{") == line.count("}")
    return balanced and '"""' not in line and "'''" not in line and bool(_ASSIGNMENT.match(line))


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _too_deep(path: FilePath) -> Mistake:
    return Mistake(str(path), None, "", f"nested deeper than {MAX_DEPTH} levels")


def _depth_exceeds(given: object, limit: int) -> bool:
    level: list[object] = [given]
    for _ in range(limit):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _inside(given: object) -> list[object]:
    if isinstance(given, dict):
        return list(given.values())
    return given if isinstance(given, list) else []
