"""The check of a claim file: every mistake at once, each with its line and what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path as FilePath
from typing import Any

from claimtrack.claimfile.asks import Schemas, name_problems
from claimtrack.claimfile.claim_rules import claim_problems
from claimtrack.claimfile.lines import Path
from claimtrack.claimfile.measure_rules import measure_problems, no_measure
from claimtrack.claimfile.phrases import cut
from claimtrack.claimfile.shape import FileTable
from claimtrack.claimfile.tables import Problem, Table, read_file
from claimtrack.claimfile.tomlfile import TomlFile, read_toml
from claimtrack.claimfile.values import day_of, day_problems
from claimtrack.errors import ClaimFileError, Mistake

#: What a starter file puts before a statement, which is to be put in other words.
PROPOSED = "In words of your own:"
#: The head of a claim behind a comment's sign, as a starter file has it.
_COMMENTED = re.compile(r"^[ \t]*#[ \t]*\[\[claim\]\]", re.MULTILINE)


@dataclass(frozen=True)
class Checked:
    """A claim file as far as it could be read (None: not at all), and every mistake in it."""

    tables: Table[FileTable] | None
    mistakes: tuple[Mistake, ...]


def check_file(path: str | PathLike[str], *, schemas: Schemas = None) -> tuple[Mistake, ...]:
    """Every mistake of the claim file at *path*, in order of line; empty where it can be loaded.

    *schemas* are the sources' options by source name; None leaves the sources unchecked.
    """
    return checked(FilePath(path), schemas).mistakes


def doubts(path: str | PathLike[str]) -> tuple[Mistake, ...]:
    """What is no mistake of the claim file at *path* and hardly meant, in order of line: cites
    without a page's words, statements as the starter proposes them, and claims that nobody is asked
    for. Empty where the file cannot be read.
    """
    try:
        file = read_toml(FilePath(path))
    except ClaimFileError:
        return ()
    tables, _ = read_file(file.given)
    told = _told(file, (*_without_quote(tables), *_not_filled_in(tables), *_unasked(tables)))
    return tuple(sorted(told, key=lambda one: one.line or 0))


def _without_quote(file: Table[FileTable]) -> Iterator[Problem]:
    """The cites without a quote, in which no words of a page can be looked up."""
    for claim in file.tables("claim"):
        for cited in claim.tables("cites"):
            if "quote" not in cited:
                missing = "url and quote are" if "url" not in cited else "quote is"
                yield Problem(
                    cited.path,
                    f"{missing} missing: without a page's own words this is the word of whoever "
                    "cites, and nothing more",
                )


def _not_filled_in(file: Table[FileTable]) -> Iterator[Problem]:
    """The statements that are as a starter proposes them."""
    for claim in file.tables("claim"):
        if (claim.text("statement") or "").startswith(PROPOSED):
            yield Problem(
                (*claim.path, "statement"),
                f"statement still begins with “{PROPOSED}”: it is printed as it stands",
            )


def _unasked(file: Table[FileTable]) -> Iterator[Problem]:
    """The measures of claims that no source answers, nor what a claim cites."""
    measures = file.named("measure")
    claims = file.tables("claim")
    used = {one.text("measure") for claim in claims for one in (claim, *claim.tables("parts"))}
    cited = {name for claim in claims if "cites" in claim for name in _measures_of(claim)}
    for name, measure in measures.items():
        is_answered = "ask" in measure or "also" in measure or name in cited
        if name in used and not is_answered:
            yield Problem(
                measure.path,
                "nobody is asked: it names no source (ask), and no claim cites an answer (cites)",
            )


def _measures_of(claim: Table[Any]) -> Iterator[str | None]:
    """The measures that what *claim* cites may answer."""
    listed = (claim, *claim.tables("parts"), *claim.tables("cites"))
    yield from (one.text("measure") for one in listed)


def claimless(path: str | PathLike[str]) -> str | None:
    """What is to be said of the claim file at *path* where it claims nothing, in words: no mistake,
    for a file of measures is one too, but hardly meant where claims are commented out. None where
    it has a claim, or cannot be read.
    """
    try:
        file = read_toml(FilePath(path))
    except ClaimFileError:
        return None
    if file.given.get("claim"):
        return None
    waiting = len(_COMMENTED.findall(file.text))
    behind = f": {waiting} {'is' if waiting == 1 else 'are'} commented out" if waiting else ""
    return f"no claim in it{behind}"


def checked(path: FilePath, schemas: Schemas) -> Checked:
    """The claim file at *path* with all that is wrong with it; never raises."""
    try:
        file = read_toml(path)
    except ClaimFileError as error:
        return Checked(None, error.mistakes)
    tables, problems = read_file(file.given)
    told = _told(file, (*problems, *_rules(tables, schemas)))
    mistakes = sorted(dict.fromkeys((*_placed(file), *told)), key=lambda one: one.line or 0)
    return Checked(tables, tuple(mistakes))


def _rules(file: Table[FileTable], schemas: Schemas) -> Iterator[Problem]:
    measures = file.named("measure")
    published = None
    for document in file.tables("document"):
        yield from day_problems(document, "published")
        published = day_of(document, "published")
    yield from measure_problems(measures, schemas)
    yield from name_problems(measures.values())
    yield from claim_problems(file.tables("claim"), measures, published)
    for name, reads in file.named("reads").items():
        if name not in measures:
            yield Problem(reads.path, no_measure(name, measures))
        yield from day_problems(reads, "since")


def _placed(file: TomlFile) -> Iterator[Mistake]:
    """The lines that are no TOML, each with the table it stands in and the key it gives."""
    for mistake in file.mistakes:
        line = file.text.split("\n")[(mistake.line or 1) - 1]
        owner = _table_at(file, mistake.line)
        yield replace(mistake, where=_label(file, owner), field=line.partition("=")[0].strip())


def _told(file: TomlFile, problems: Iterable[Problem]) -> Iterator[Mistake]:
    """The problems as mistakes. A field is not missing where a line was set aside unread."""
    unread = tuple(_table_at(file, mistake.line) for mistake in file.mistakes)
    for problem in problems:
        if problem.absent and any(problem.path[: len(table)] == table for table in unread):
            continue
        yield Mistake(
            file=str(file.path),
            line=file.lines.line(problem.path),
            where=_label(file, problem.path),
            message=problem.message,
            field=_field(problem.path),
        )


def _table_at(file: TomlFile, line: int | None) -> Path:
    """The table that a line belongs to by the header above it."""
    owner: Path = ()
    for path, span in file.lines.spans.items():
        is_header = not span.has_value and file.lines.text[span.start] == "["
        if is_header and file.lines.line_at(span.start) < (line or 1):
            owner = path
    return owner


def _label(file: TomlFile, path: Path) -> str:
    """What *path* is inside, as a reader would call it: ``claim "lease", part "year"``."""
    match path:
        case ("claim", int(index), *inner):
            id = file.given["claim"][index].get("id")
            name = f'claim "{cut(id)}"' if isinstance(id, str) else f"claim {index + 1}"
        case ("measure" | "reads" as table, str(id), *inner):
            name = f'{table} "{cut(id)}"'
        case ("document", *inner):
            return "document"
        case _:
            return ""
    match inner:
        case ("parts", str(part), _, *_):
            return f'{name}, part "{cut(part)}"'
        case ("ask" | "cites" as listed, int(index), *_):
            return f"{name}, {listed} {index + 1}"
        case _:
            return name


def _field(path: Path) -> str | None:
    """The field that *path* names within what `_label` calls it."""
    names = [str(step) for step in path if isinstance(step, str)]
    return names[-1] if len(path) > 1 and names else None
