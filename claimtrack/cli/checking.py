"""Claim files from the shell: are they right, and does the text still say it?"""

from __future__ import annotations

import json
from pathlib import Path

import click

from claimtrack.cli.options import print_json, print_table, with_json
from claimtrack.cli.saying import say


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--schema", is_flag=True, help="Print the JSON schema for editors instead.")
@with_json
def check(file: Path | None, schema: bool, as_json: bool) -> None:
    """Report every mistake in a claim file at once. Exits 2 where there is one.

    A cite without a quote, a statement that is still a proposal and a measure of which nobody is
    asked are warned of on the standard error, and are no mistakes.
    """
    from claimtrack.claimfile import check_file, claimless, doubts, json_schema
    from claimtrack.sources import load_sources

    if schema:
        say(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    if file is None:
        raise click.UsageError("name the claim file to check")
    mistakes = check_file(file, schemas=load_sources().options)
    if as_json:
        print_json(mistakes)
    for mistake in () if as_json else mistakes:
        say(str(mistake))
    for doubt in doubts(file):
        say(f"warning: {doubt}", err=True)
    if mistakes:
        raise click.exceptions.Exit(2)
    if not as_json:
        empty = claimless(file)
        say(f"{file}: no mistakes{f', but {empty}' if empty else ''}")


@click.command()
@click.argument("claims", type=click.Path(path_type=Path))
@click.argument("text", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Fill in place, digest and runs by the words 'near'.")
@with_json
def locate(claims: Path, text: Path, write: bool, as_json: bool) -> None:
    """Say of each claim whether TEXT still says it there. Exits 2 where one is not found."""
    from claimtrack.claimfile import locate as located
    from claimtrack.claimfile import read_text, write_places
    from claimtrack.tracker import load_document

    words = read_text(text)
    if write:
        write_places(claims, words)
    found = located(load_document(claims), words)
    if as_json:
        print_json(found)
    else:
        print_table(
            ("CLAIM", "TEXT", "PLACE", ""),
            [(one.claim, one.status, _place(one.place), one.detail or "") for one in found],
        )
    if any(one.status != "here" for one in found):
        raise click.exceptions.Exit(2)


def _place(place: object) -> str:
    from claimtrack.claims import Place

    if not isinstance(place, Place):
        return "-"
    return f"{place.paragraph}:{','.join(map(str, place.sentences))}"
