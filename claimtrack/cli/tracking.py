"""The record from the shell: add claims, update the evidence, observe, review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.days import day_option
from claimtrack.cli.failures import failures
from claimtrack.cli.hushing import hushed
from claimtrack.cli.news import news
from claimtrack.cli.options import (
    must_exist,
    opened,
    print_json,
    with_db,
    with_json,
)
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.judging.silence import Silence
    from claimtrack.tracker import UpdateReport
    from claimtrack.values import DayLike


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@with_db
@with_json
def add(files: tuple[Path, ...], db: str | None, as_json: bool) -> None:
    """Record the claims of claim files; creates the database where there is none."""
    from claimtrack.claimfile import claimless
    from claimtrack.tracker import load_document

    documents = [load_document(file) for file in files]
    with opened(db, writing=True) as tracker:
        changes = [tracker.add(document) for document in documents]
    if as_json:
        print_json(changes)
    for change in () if as_json else changes:
        say(str(change))
    for file in files:
        empty = claimless(file)
        if empty:
            say(f"warning: {file}: {empty}", err=True)


@click.command()
@click.argument("named", metavar="[SOURCE]...", nargs=-1)
@click.option("--source", "sources", multiple=True, help="Ask only this source (repeatable).")
@click.option("--measure", "measures", multiple=True, help="Ask only this measure (repeatable).")
@click.option("--due", is_flag=True, help="Ask only what is due; leave it to a running update.")
@click.option("--standby", is_flag=True, help="Ask what claim files keep on standby as well.")
@day_option("--back-to", help="Ask the Internet Archive what the pages said since this day.")
@click.option("--warc", metavar="FILE", help="Keep every exchange in this file, as WARC.")
@click.option("--replay", metavar="FILE", help="Answer from this WARC file, with no network.")
@click.option("--quiet", is_flag=True, help="Print only what changed, failed or fell silent.")
@click.option("--strict", is_flag=True, help="Exit 3 where any ask failed or was put off.")
@click.option("--exit-changed", is_flag=True, help="Exit 4 where a claim's label changed.")
@with_db
@with_json
def update(
    named: tuple[str, ...],
    sources: tuple[str, ...],
    measures: tuple[str, ...],
    due: bool,
    standby: bool,
    back_to: DayLike | None,
    warc: str | None,
    replay: str | None,
    quiet: bool,
    strict: bool,
    exit_changed: bool,
    db: str | None,
    as_json: bool,
) -> None:
    """Ask the sources and record what they say.

    Exits 0 when it ran, 3 when nothing came of all that was to be asked: every ask failed, or none
    could be made.
    """
    with hushed(quiet=quiet), opened(db, writing=True) as tracker:
        report = tracker.update(
            sources=(*named, *sources) or None,
            measures=measures or None,
            due=due,
            standby=standby,
            back_to=back_to,
            warc=warc,
            replay=replay,
        )
        recorded = tracker.documents()
    for remark in report.remarks:
        say(remark, err=True)
    for line in failures(report.attempts):
        say(line, err=True)
    for aside in report.set_aside:
        say(f"plugin {aside.source}: set aside: {aside.reason}", err=True)
    for silence in _silences(report, quiet=quiet):
        say(_silence(silence), err=True)
    if as_json:
        print_json(report)
    else:
        if not quiet:
            say(_counts(report, recorded=bool(recorded)))
            if report.on_standby:
                say(_on_standby(report))
        for line in news(report.changes, report.taken_back):
            say(line)
    if report.nothing_came or (strict and (report.failed or report.set_aside)):
        raise click.exceptions.Exit(3)
    if exit_changed and (report.changes or report.taken_back):
        raise click.exceptions.Exit(4)


def _counts(report: UpdateReport, *, recorded: bool) -> str:
    if report.left_to_another:
        return "another update is running: left to it"
    if report.attempts:
        asked = [attempt for attempt in report.attempts if attempt.asked]
        failed = sum(attempt.failed for attempt in asked)
        put_off = len(report.attempts) - len(asked)
        told = f"asked {len(asked)}, failed {failed}"
        return f"{told}, not asked {put_off}" if put_off else told
    return (
        "nothing to ask now"
        if recorded
        else "nothing to ask: record claims first (claimtrack add FILE)"
    )


def _silences(report: UpdateReport, *, quiet: bool) -> list[Silence]:
    """The silences to tell: a quiet update tells those of the sources that it asked. A job of every
    hour would tell of a source that is asked once a day 24 times a day.
    """
    asked = {attempt.source for attempt in report.attempts}
    return [one for one in report.silent if not quiet or one.source in asked]


def _on_standby(report: UpdateReport) -> str:
    from claimtrack.names import counted, listed

    told = counted(len(report.on_standby), "source")
    named = listed(report.on_standby)
    return f"on standby: {told}, asked with --standby, over the network: {named}"


def _silence(silence: Silence) -> str:
    hours = silence.usual.total_seconds() / 3600
    usual = f"{hours / 24:.0f} d" if hours >= 24 else f"{hours:.0f} h"
    return f"{silence.source}: silent on {silence.measure} since {silence.last}; usual gap {usual}"


@click.command(context_settings={"ignore_unknown_options": True})  # a value may be below zero
@click.argument("measure")
@click.argument("value")
@day_option("--as-of", required=True, help="The day it is true.")
@click.option("--by", required=True, help="Who says so.")
@click.option("--url", help="Where it can be read.")
@click.option("--quote", help="In which words.")
@with_db
@with_json
def observe(
    measure: str,
    value: str,
    as_of: DayLike,
    by: str,
    url: str | None,
    quote: str | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Record what a person says of a measure.

    The value is an amount in the measure's unit or in words ("about 19%"), a day, "not yet" of an
    event, a state by its name or its words ("in force"), or what was said.
    """
    must_exist(db)
    with opened(db, writing=True) as tracker:
        seen = tracker.observe(measure, value, as_of=as_of, url=url, quote=quote, by=by)
    if as_json:
        print_json(seen)
    else:
        say(f"{seen.measure} on {seen.as_of}: {seen.value}, says {by} ({seen.id[:12]})")


@click.command()
@click.argument("claim")
@click.argument(
    "status", type=click.Choice(["open", "confirmed", "overridden", "ambiguous", "annulled"])
)
@click.option("--by", required=True, help="Who says so.")
@click.option("--reason", required=True, help="Why.")
@with_db
@with_json
def review(claim: str, status: str, by: str, reason: str, db: str | None, as_json: bool) -> None:
    """Record what a person says of a claim's verdict; it stands beside the verdict."""
    must_exist(db)
    with opened(db, writing=True) as tracker:
        made = tracker.review(claim, status, by=by, reason=reason)  # type: ignore[arg-type]
    if as_json:
        print_json(made)
    else:
        say(f"{made.claim}: {made.status} by {made.by}: {made.reason}")
