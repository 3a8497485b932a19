"""The options that commands share, and the one way they open the database and print."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimtrack.cli.days import day_option
from claimtrack.cli.saying import say
from claimtrack.terminal import harmless, harmless_json

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.manners import HostBook
    from claimtrack.measures import Measure
    from claimtrack.tracker import Tracker

_Command = TypeVar("_Command", bound=Callable[..., Any])

DEFAULT_DB = "claimtrack.db"


def with_db(command: _Command) -> _Command:
    """*command* with ``--db``."""
    return click.option(
        "--db",
        metavar="DB",
        help=f"The database: a path or a URL; else CLAIMTRACK_DB, else {DEFAULT_DB} here.",
    )(command)


def with_json(command: _Command) -> _Command:
    """*command* with ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")(command)


def with_days(command: _Command) -> _Command:
    """*command* with ``--at`` and ``--as-known``."""
    at = day_option("--at", help="As of this day: YYYY[-MM[-DD]]; else today.")
    known = day_option(
        "--as-known",
        help="With only what was on record by the end of this day, or by a moment with its zone"
        " (2025-08-15T09:00Z).",
    )
    return at(known(command))


def database(db: str | None) -> str:
    """Which database is meant: the command's ``--db``, the group's, the environment's, or the
    default.
    """
    context = click.get_current_context(silent=True)
    given = db or (context.obj if context is not None else None)
    return given or os.environ.get("CLAIMTRACK_DB") or DEFAULT_DB


def opened(db: str | None, *, writing: bool = False) -> Tracker:
    """The tracker on the database that is meant; for reading unless *writing*."""
    from claimtrack import tracker

    return tracker.open(database(db), readonly=not writing)


def private_allowed() -> bool:
    """Whether addresses of this machine and its network may be asked."""
    return os.environ.get("CLAIMTRACK_ALLOW_PRIVATE") == "1"


def contact() -> str | None:
    """Whom servers may write to: ``CLAIMTRACK_CONTACT``, None where it is not set."""
    from claimtrack import manners

    given = os.environ.get("CLAIMTRACK_CONTACT") or None
    if given is not None:
        manners.check_contact(given)
    return given


def declared_measures(claims: Path | None, db: str | None) -> tuple[Measure, ...]:
    """The measures of the claim file *claims*, of the database where there is none."""
    if claims is not None:
        from claimtrack.tracker import load_document

        return load_document(claims).measures
    with opened(db) as tracker:
        return tuple(one for document in tracker.documents() for one in document.measures)


@contextmanager
def host_book(db: str | None) -> Iterator[HostBook]:
    """What hosts are owed, for a command that asks them and records nothing: the database's, as its
    updates keep it, else one in memory. No database is made or migrated for it.
    """
    from claimtrack.errors import StoreError
    from claimtrack.manners import MemoryBook
    from claimtrack.store import Store

    try:
        Store.open(database(db), readonly=True).close()
    except StoreError:
        yield MemoryBook()
        return
    with Store.open(database(db)) as store:
        yield store.hosts


def must_exist(db: str | None) -> None:
    """Raise `DatabaseMissing` where there is no database: for commands that write to one but are
    not to create one.
    """
    from claimtrack import tracker

    tracker.open(database(db), readonly=True).close()


def print_json(answer: object) -> None:
    """Print *answer* as JSON, one document."""
    from claimtrack.export import plain

    say(harmless_json(json.dumps(plain(answer), ensure_ascii=False, indent=2)))


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print *rows* in columns as wide as they need, under *header*; the last column is free."""
    lines = [[harmless(" ".join(cell.split("\n"))) for cell in line] for line in (header, *rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(header))]
    for number, line in enumerate(lines):
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        say("  ".join(cells).rstrip(), bold=number == 0)
