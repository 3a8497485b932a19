"""Plugins from the shell: a package to begin with, and today's pages as fixtures."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli.options import print_json, with_json


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
    from claimtrack.scaffold import scaffold, write

    made = scaffold(name)
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
        click.echo(home / path)
    click.echo(f"\nIts test passes as it is:\n\n    cd {home} && pytest\n")
    click.echo(f"Then say in {made.module}.py whom to ask and how to read what comes.")
