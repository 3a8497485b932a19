"""What goes out of the house from the shell: a page for people, and formats for programs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import opened, with_days, with_db
from claimtrack.cli.saying import say
from claimtrack.names import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.accounts import Account
    from claimtrack.values import DayLike

_output = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, anew where there is one; else it is printed.",
)
_document = click.option("--document", help="Only the claims of this document.")


@click.command()
@_output
@_document
@with_days
@with_db
def report(
    output: Path | None,
    document: str | None,
    at: DayLike | None,
    as_known: DayLike | None,
    db: str | None,
) -> None:
    """Write a page for people: each claim in plain sentences, with its chart and its evidence.

    One HTML file that loads nothing and runs nothing: to mail, to print, to publish.
    """
    from claimtrack import export
    from claimtrack.values import calendar_date

    made_at = datetime.now(UTC)
    day = calendar_date(made_at if at is None else at).last
    accounts = _accounts(db, document, at, as_known)
    _write(output, export.report(accounts, at=day, made_at=made_at).encode())


@click.command("export")
@click.option("--claimreview", is_flag=True, help="schema.org's JSON-LD.")
@click.option("--csv", is_flag=True, help="A table for a spreadsheet.")
@click.option("--parquet", is_flag=True, help="A table (the extra frames).")
@click.option("--history", metavar="NAME", help="What was seen of this claim or measure instead.")
@click.option("--publisher", help="Who reviewed the claims, for --claimreview.")
@click.option("--url", help="Where the reviews stand, for --claimreview.")
@_output
@_document
@with_days
@with_db
def export_command(
    claimreview: bool,
    csv: bool,
    parquet: bool,
    history: str | None,
    publisher: str | None,
    url: str | None,
    output: Path | None,
    document: str | None,
    at: DayLike | None,
    as_known: DayLike | None,
    db: str | None,
) -> None:
    """Write what became of the claims in a form for programs; say on stderr what it cannot say."""
    from claimtrack import export

    forms = {"--claimreview": claimreview, "--csv": csv, "--parquet": parquet}
    form = _one_of([name for name, is_named in forms.items() if is_named])
    if form == "--claimreview":
        if history is not None:
            raise click.UsageError("a history is no review: export it by --csv or --parquet")
        made = export.claim_reviews(
            _accounts(db, document, at, as_known), publisher=publisher, url=url
        )
        _write(output, f"{made.text}\n".encode())
        for loss in made.losses:
            say(f"not said: {loss}", err=True)
        return
    if publisher is not None or url is not None:
        raise click.UsageError("--publisher and --url go with --claimreview")
    rows, columns = _table(db, document, at, as_known, history)
    if form == "--csv":
        _write(output, export.csv_text(rows, columns).encode())
    else:
        _write(output, _parquet(rows, columns))


def _one_of(forms: Sequence[str]) -> str:
    """The one form that is named. Raises `click.UsageError` for none, and for several."""
    if not forms:
        raise click.UsageError("name a form: --claimreview, --csv or --parquet")
    if len(forms) > 1:
        raise click.UsageError(
            f"{listed(forms)} at once: each is a file of its own, so export them one by one"
        )
    return forms[0]


def _accounts(
    db: str | None, document: str | None, at: DayLike | None, as_known: DayLike | None
) -> Sequence[Account]:
    with opened(db) as tracker:
        return tracker.accounts(document=document, at=at, as_known=as_known)


def _table(
    db: str | None,
    document: str | None,
    at: DayLike | None,
    as_known: DayLike | None,
    history: str | None,
) -> tuple[list[dict[str, object]], dict[str, type]]:
    from claimtrack import export
    from claimtrack.observations import COLUMNS

    if history is None:
        accounts = _accounts(db, document, at, as_known)
        return export.claim_rows(accounts), dict(export.CLAIM_COLUMNS)
    with opened(db) as tracker:
        seen = tracker.history(history, until=at, as_known=as_known)
    return export.history_rows(seen), dict(COLUMNS)


def _parquet(rows: list[dict[str, object]], columns: dict[str, type]) -> bytes:
    from claimtrack import export

    try:
        return export.parquet_bytes(rows, columns)
    except ImportError as error:
        raise click.UsageError(
            "--parquet needs pyarrow: install claimtrack with the extra frames"
        ) from error


def _write(output: Path | None, content: bytes) -> None:
    if output is None:
        if not sys.stdout.isatty():
            sys.stdout.buffer.write(content)
        elif b"\0" in content:
            raise click.UsageError("this is no text for a terminal: name a file by --output")
        else:
            say(content.decode().rstrip("\n"))
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror}") from error
