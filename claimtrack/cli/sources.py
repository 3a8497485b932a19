"""Sources from the shell: what asking them cost, who is there, and who answers today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.days import day_option
from claimtrack.cli.hushing import hushed
from claimtrack.cli.ledger import ledger_of, plain_ledger, print_ledger
from claimtrack.cli.leftout import last_left_out
from claimtrack.cli.options import (
    contact,
    declared_measures,
    host_book,
    print_json,
    print_table,
    private_allowed,
    with_db,
    with_json,
)
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.canary import Answering
    from claimtrack.ledger import Dealings
    from claimtrack.sources import SetAside, Sources
    from claimtrack.sources.commands import Commands
    from claimtrack.values import DayLike


@click.command()
@click.option("--test", is_flag=True, help="Ask each source once, live; nothing is recorded.")
@click.option(
    "--claims",
    type=click.Path(path_type=Path),
    help="With --test, the claim file that says what to ask; else the database does.",
)
@click.option("--source", "names", multiple=True, help="With --test, only this one (repeatable).")
@click.option(
    "--strict", is_flag=True, help="With --test, exit 3 where any failed, was put off or set aside."
)
@click.option("--quiet", is_flag=True, help="With --test, tell only of what failed or was put off.")
@day_option("--since", help="Count what was asked from this day on; else ever.")
@with_db
@with_json
@click.pass_context
def sources(
    context: click.Context,
    test: bool,
    claims: Path | None,
    names: tuple[str, ...],
    strict: bool,
    quiet: bool,
    since: DayLike | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Say what asking each source has cost, which are at hand, and which were set aside and why.

    SAME is the share of asks that brought the page that was there already.

    With --test, ask each source of the measures once, at its newest address and at the first that
    its page leads to, and print a line for each: those that failed first, with the address and what
    went wrong, then who was put off, then what came of the others. Exits 3 where nothing came of
    any; a job that is run every day has --strict and --quiet, and is silent while all is well.
    """
    from claimtrack.sources import load_sources
    from claimtrack.sources.commands import commands

    loaded = load_sources()
    brought = commands(loaded, _own_commands(context))
    set_aside = (*loaded.set_aside, *brought.set_aside, *last_left_out(loaded, db))
    if test:
        with hushed(quiet=quiet):
            found = _tested(loaded, claims, names, db)
        unasked = () if names else sorted(loaded.by_name.keys() - {one.plugin for one in found})
        if as_json:
            print_json({"tested": found, "not_asked": unasked, "set_aside": set_aside})
        else:
            _tell_tested(found, unasked, quiet=quiet)
            _tell_aside(set_aside)
        came = [not (one.failed or one.put_off) for one in found]
        if found and (not any(came) or (strict and (set_aside or not all(came)))):
            raise click.exceptions.Exit(3)
    else:
        _tell(loaded, brought, set_aside, ledger_of(since, db), as_json=as_json)


def _tell(
    loaded: Sources,
    brought: Commands,
    set_aside: tuple[SetAside, ...],
    ledger: tuple[Dealings, ...],
    *,
    as_json: bool,
) -> None:
    if as_json:
        answer = {
            "ledger": plain_ledger(ledger),
            "sources": {name: source.describes for name, source in loaded.by_name.items()},
            "commands": sorted(brought.by_name),
            "set_aside": set_aside,
        }
        print_json(answer)
        return
    print_ledger(ledger)
    print_table(
        ("SOURCE", "VERSION", "KIND", "PUBLISHER"),
        [
            (
                name,
                source.version,
                source.describes.kind,
                source.describes.publisher or "(the claim file names it)",
            )
            for name, source in sorted(loaded.by_name.items())
        ],
    )
    if brought.by_name:
        say(f"commands of plugins: {', '.join(sorted(brought.by_name))}")
    _tell_aside(set_aside)


def _tested(
    loaded: Sources, claims: Path | None, names: tuple[str, ...], db: str | None
) -> tuple[Answering, ...]:
    from datetime import UTC, datetime

    from claimtrack.canary import answering
    from claimtrack.patience import patience_of
    from claimtrack.soundings import asked_of, soundings

    measures = declared_measures(claims, db)
    asked = asked_of(measures, names) if names else measures
    with host_book(db) as book:
        found = soundings(
            asked,
            loaded,
            at=datetime.now(UTC),
            allow_private=private_allowed(),
            contact=contact(),
            patience=patience_of(),
            book=book,
        )
        return answering(found)


def _tell_tested(found: tuple[Answering, ...], unasked: Sequence[str], *, quiet: bool) -> None:
    failed = [one for one in found if one.failed]
    put_off = [one for one in found if one.put_off]
    answered = [one for one in found if not (one.failed or one.put_off)]
    for one in (*failed, *put_off, *(() if quiet else answered)):
        say(_line(one))
    if quiet:
        return
    say(f"{len(answered)} answered, {len(failed)} failed, {len(put_off)} put off")
    if unasked:
        say(f"plugins not asked, for no measure asks them: {', '.join(unasked)}")


def _line(found: Answering) -> str:
    from claimtrack.observations import OUTCOMES_WITH_PAGE

    if found.failed or found.put_off:
        came = [] if found.outcome in OUTCOMES_WITH_PAGE else [found.outcome]
        why = ": ".join([found.url, *came, found.reason or "it is not said why"])
        return f"{_named(found)}: {'FAILED' if found.failed else 'PUT OFF'}: {why}"
    told = [found.became, f"{found.readings:,} reading{'' if found.readings == 1 else 's'}"]
    if found.leads_to:
        told.append(f"leads to {found.leads_to:,}")
    why = f"; {found.reason}" if found.reason else ""
    return f"{_named(found)}: {', '.join(told)}{why}"


def _named(found: Answering) -> str:
    """The source by its name on record, and by the plugin that reads it where that has another: the
    plugin of this name may be another one, which nobody asks.
    """
    is_own = found.plugin in {"", found.source}
    return found.source if is_own else f"{found.source} ({found.plugin})"


def _tell_aside(set_aside: Iterable[SetAside]) -> None:
    for aside in set_aside:
        say(f"set aside: {aside.plugin}: {aside.reason}")


def _own_commands(context: click.Context) -> set[str]:
    group = context.find_root().command
    return set(group.commands) if isinstance(group, click.Group) else set()
