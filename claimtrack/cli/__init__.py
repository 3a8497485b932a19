"""The command line. Commands are thin: each asks the library one thing and prints the answer.

What is heavy is imported where a command runs, so that ``--help`` stays quick.
"""

from __future__ import annotations

import gc
import sys

import click

from claimtrack.cli import (
    answering,
    checking,
    database,
    demonstrating,
    phrases,
    plugins,
    reading,
    reporting,
    sources,
    starting,
    tracking,
)
from claimtrack.cli.saying import say
from claimtrack.cli.strangers import WithStrangers
from claimtrack.errors import ClaimtrackError, NoLoopback, StoreError


@click.group(
    cls=WithStrangers,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Plugins may bring further commands; `claimtrack sources` names them.",
)
@click.option("--db", metavar="DB", help="The database: a path or a URL (see each command).")
@click.version_option(package_name="claimtrack")
@click.pass_context
def claimtrack(context: click.Context, db: str | None) -> None:
    """What was claimed, was it right, is it still right, and how do we know?"""
    context.obj = db


for _command in (
    phrases.try_phrase,
    demonstrating.demo,
    starting.new,
    checking.check,
    checking.locate,
    tracking.add,
    tracking.update,
    answering.status,
    answering.history,
    answering.verdict,
    answering.why,
    reporting.report,
    reporting.export_command,
    tracking.observe,
    tracking.review,
    sources.sources,
    reading.read,
    plugins.plugin,
    database.db,
):
    claimtrack.add_command(_command)


#: A command is a short life whose objects are mostly wanted to its end: looking for garbage after
#: every 700 new ones, as Python does, was a tenth of the time of an update.
_GARBAGE_AFTER = 50_000


def main() -> None:
    """Run the command line; exits 2 where the use was wrong, 1 for a fault of ours or of the
    machine's.
    """
    gc.set_threshold(_GARBAGE_AFTER)
    try:
        claimtrack()
    except ClaimtrackError as error:
        say(f"claimtrack: {error}", err=True)
        sys.exit(1 if type(error) in (StoreError, NoLoopback) else 2)
