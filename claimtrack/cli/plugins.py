"""Plugins from the shell: a package to begin with, and today's pages as fixtures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import (
    contact,
    declared_measures,
    host_book,
    print_json,
    private_allowed,
    with_db,
    with_json,
)
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.authoring.recordings import Recording


_LOOK_OVER = """\
What is read today is what will be expected: look over each .toml beside a page.
A page belongs to its publisher: see that you may pass it on."""


@click.group()
def plugin() -> None:
    """Write a plugin: a new package, and pages saved for its test."""


@plugin.command()
@click.argument("name")
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    show_default=True,
    help="The folder in which the package gets a folder of its own.",
)
@with_json
def new(name: str, folder: Path, as_json: bool) -> None:
    """Write a package with a source called NAME that works, and a test of it that passes."""
    from claimtrack.authoring.scaffold import scaffold, write
    from claimtrack.sources import load_sources

    made = scaffold(name, taken=load_sources().by_name)
    try:
        home = write(made, folder)
    except FileExistsError as error:
        there = folder / made.project
        raise click.UsageError(f"{there} is there already: nothing is written over") from error
    except OSError as error:
        raise click.UsageError(f"{folder}: {error.strerror}") from error
    if as_json:
        print_json({"folder": str(home), "files": [path for path, _ in made.files]})
        return
    for path, _ in made.files:
        say(home / path)
    say(f"\nIts test passes as it is:\n\n    cd {home} && pytest\n")
    say(f"Then say in {made.module}.py whom to ask and how to read what comes.")


@plugin.command()
@click.argument("source")
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to save the pages in; else tests/pages/SOURCE.",
)
@click.option(
    "--claims",
    type=click.Path(path_type=Path),
    help="The claim file that declares the measures; else the database does.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1, max=100),
    default=3,
    show_default=True,
    help="Ask so many addresses, and so many of those that each page leads to.",
)
@with_db
@with_json
def record(
    source: str, folder: Path | None, claims: Path | None, most: int, db: str | None, as_json: bool
) -> None:
    """Save today's pages of SOURCE for its test, with what is read off them now.

    The source is asked at its newest addresses, by the rules of an update; nothing goes on record.
    What is read today is written down as what is to be expected: look it over. Exits 3 where no
    page came of which anything is read.
    """
    from datetime import UTC, datetime

    from claimtrack.authoring.recordings import record as recorded
    from claimtrack.patience import patience_of
    from claimtrack.soundings import asked_of, soundings
    from claimtrack.sources import load_sources

    at = datetime.now(UTC)
    measures = asked_of(declared_measures(claims, db), (source,))
    with host_book(db) as book:
        found = soundings(
            measures,
            load_sources(),
            at=at,
            most=most,
            allow_private=private_allowed(),
            contact=contact(),
            patience=patience_of(),
            book=book,
        )
        home = folder or Path("tests", "pages", source)
        made = list(recorded(found, home, measures, source=source, at=at))
    if as_json:
        print_json([_answer(one) for one in made])
    else:
        for one in made:
            say(_sentence(one))
        if any(one.file is not None for one in made):
            say(_LOOK_OVER)
    if not any(_is_of_use(one) for one in made):
        raise click.exceptions.Exit(3)


def _is_of_use(made: Recording) -> bool:
    """Whether a page was saved that something is read of, or that leads to others."""
    said = made.sounding
    is_read = any(result.readings for result in said.attempt.results)
    return made.file is not None and (is_read or bool(said.leads_to))


def _answer(made: Recording) -> dict[str, object]:
    sounding = made.sounding
    return {
        "file": None if made.file is None else str(made.file),
        "attempt": sounding.attempt,
        "leads_to": sounding.leads_to,
    }


def _sentence(made: Recording) -> str:
    attempt = made.sounding.attempt
    if made.file is None:
        reason = f": {attempt.reason}" if attempt.reason else ""
        return f"{attempt.url}: nothing to save: {attempt.outcome}{reason}"
    readings = sum(len(result.readings) for result in attempt.results)
    told = [f"{readings} reading{'' if readings == 1 else 's'}"]
    told += [
        f"{result.measure} {result.status}: {result.reason}"
        for result in attempt.results
        if not result.readings
    ]
    if made.sounding.leads_to:
        told.append(f"leads to {len(made.sounding.leads_to)}")
    return f"{made.file}: {'; '.join(told)}"
