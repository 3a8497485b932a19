"""The database from the shell: bring its schema up to date, or take a page's bytes out of it."""

from __future__ import annotations

import click

from claimtrack.cli.options import database, must_exist, with_db


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
@with_db
def upgrade(db: str | None) -> None:
    """Bring the database's schema up to date; it must exist."""
    from claimtrack.store import upgrade as upgraded

    before, after = upgraded(database(db))
    if before == after:
        click.echo(f"{database(db)}: up to date ({after})")
    else:
        click.echo(f"{database(db)}: {before} -> {after}")


@db.command()
@click.argument("snapshot")
@click.option("--reason", required=True, help="Why: it stays on record.")
@with_db
def redact(snapshot: str, reason: str, db: str | None) -> None:
    """Destroy a snapshot's bytes and quotes; its digest and the reason stay."""
    from claimtrack.store import Store

    must_exist(db)
    with Store.open(database(db)) as store:
        store.redact(snapshot, reason)
    click.echo(f"{snapshot}: redacted")
