"""The database from the shell: bring its schema up to date, or take a page's bytes out of it."""

from __future__ import annotations

import click

from claimtrack.cli.options import database, must_exist, opened, with_db
from claimtrack.cli.saying import say
from claimtrack.errors import DatabaseOutdated


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
@with_db
def upgrade(db: str | None) -> None:
    """Bring the database's schema up to date; it must exist."""
    name = database(db)
    try:
        must_exist(db)
    except DatabaseOutdated:
        with opened(db, writing=True):  # to open for writing is to migrate
            say(f"{name}: upgraded")
    else:
        say(f"{name}: up to date")


@db.command()
@with_db
def rejudge(db: str | None) -> None:
    """Judge all that is on record anew, for the tables that show what follows from it."""
    must_exist(db)
    with opened(db, writing=True) as tracker:
        tracker.rejudge()
    say(f"{database(db)}: judged anew")


@db.command()
@click.argument("snapshot")
@click.option("--reason", required=True, help="Why: it stays on record.")
@with_db
def redact(snapshot: str, reason: str, db: str | None) -> None:
    """Destroy a snapshot's bytes and quotes; its digest and the reason stay.

    What a person gave is named by the id of its observation.
    """
    from claimtrack.store import Store

    must_exist(db)
    with Store.open(database(db)) as store:
        store.redact(snapshot, reason)
    say(f"{snapshot}: redacted")
