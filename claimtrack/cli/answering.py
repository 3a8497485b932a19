"""Answers from the shell: where claims stand, what was seen, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.days import day_option
from claimtrack.cli.options import opened, print_json, print_table, with_days, with_db, with_json
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.judging.verdicts import Transition
    from claimtrack.values import DayLike

#: So many changes, the newest ones, are told in words.
_MOST_CHANGES = 20


@click.command()
@click.option("--document", help="Only the claims of this document.")
@click.option("--sentences", is_flag=True, help="A publishable sentence for each claim.")
@with_days
@with_db
@with_json
def status(
    document: str | None,
    sentences: bool,
    at: DayLike | None,
    as_known: DayLike | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Say what became of each claim: right when written, right now, and since when."""
    with opened(db) as tracker:
        standings = tracker.standings(document=document, at=at, as_known=as_known)
    if as_json:
        print_json(standings)
    elif sentences:
        for standing in standings:
            say(str(standing))
    else:
        print_table(
            ("CLAIM", "STATUS", "THEN", "NOW", "SINCE", "EVIDENCE", "REVIEW"),
            [
                (
                    one.claim.name,
                    one.status,
                    one.then.label,
                    one.now.label,
                    one.onset.brief if one.onset else "-",
                    one.evidence,
                    one.review.status if one.review else "-",
                )
                for one in standings
            ],
        )


@click.command()
@click.argument("claim_or_measure")
@day_option("--since", help="From this day on.")
@day_option("--until", help="To this day.")
@day_option("--as-known", help="With only what was on record by then.")
@day_option("--as-public", help="With only what was public by then.")
@click.option("--source", help="Only what this source said.")
@with_db
@with_json
def history(
    claim_or_measure: str,
    since: DayLike | None,
    until: DayLike | None,
    as_known: DayLike | None,
    as_public: DayLike | None,
    source: str | None,
    db: str | None,
    as_json: bool,
) -> None:
    """List everything seen of a measure, or of a claim's measure, oldest day first."""
    with opened(db) as tracker:
        seen = tracker.history(
            claim_or_measure,
            since=since,
            until=until,
            as_known=as_known,
            as_public=as_public,
            source=source,
        )
    if as_json:
        print_json(seen)
        return
    print_table(
        ("DAY", "VALUE", "SOURCE", "SEEN", "CONFIRMED", "QUOTE"),
        [
            (
                str(one.as_of),
                f"{one.value}{_mark(one.withdrawn, one.superseded)}",
                one.source,
                one.first_seen_at.date().isoformat(),
                one.last_confirmed_at.date().isoformat(),
                one.quote,
            )
            for one in seen
        ],
    )


def _mark(withdrawn: bool, superseded: bool) -> str:
    return " (withdrawn)" if withdrawn else " (superseded)" if superseded else ""


@click.command()
@click.argument("claim")
@day_option("--at", help="On this day: YYYY[-MM[-DD]], or 'writing'; else today.")
@day_option("--as-known", help="With only what was on record by then.")
@day_option("--as-public", help="With only what was public by then.")
@click.option("--source", help="By this source alone.")
@with_db
@with_json
def verdict(
    claim: str,
    at: DayLike | None,
    as_known: DayLike | None,
    as_public: DayLike | None,
    source: str | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Say how a claim stands on a day, by what, and how firmly."""
    with opened(db) as tracker:
        found = tracker.verdict(claim, at=at, as_known=as_known, as_public=as_public, source=source)
    if as_json:
        print_json(found)
    else:
        say(found.explain())


@click.command()
@click.argument("claim")
@with_days
@with_db
@with_json
def why(
    claim: str, at: DayLike | None, as_known: DayLike | None, db: str | None, as_json: bool
) -> None:
    """Tell a claim's whole story: then, now, the days it changed, and the evidence."""
    from claimtrack.export import citations, correction
    from claimtrack.judging.turns import when_words

    with opened(db) as tracker:
        account = tracker.account(claim, at=at, as_known=as_known)
    standing, changes = account.standing, account.transitions
    cited, corrected = citations(account), correction(account)
    if as_json:
        pasted = {"citations": cited, "correction": corrected}
        told = [_change(changes[: place + 1]) for place in range(len(changes))]
        print_json({"standing": standing, "transitions": told, **pasted})
        return
    say(account.told)
    if standing.claim.note:
        say(f"\nNote: {standing.claim.note}")
    say(f"\n{standing.written.capitalize()}:\n{_indented(standing.then.explain())}")
    say(f"\nNow:\n{_indented(standing.now.explain())}")
    if changes:
        say("\nChanges:")
    if len(changes) > _MOST_CHANGES:
        say(f"  {len(changes) - _MOST_CHANGES} before these (--json tells all)")
    for place in range(max(0, len(changes) - _MOST_CHANGES), len(changes)):
        change, when = changes[place], when_words(changes[: place + 1], str)
        because = account.because_of(change)
        say(f"  {when}: {change.before} -> {change.after}, because of {because}")
    if cited:
        say("\n".join(["\nTo cite:", *(f"  {line}" for line in cited)]))
    if corrected is not None:
        say(f"\nTo correct the text:\n  {corrected}")


def _change(changes: Sequence[Transition]) -> dict[str, Any]:
    """The last of *changes*, and how closely its day is known, by those before it."""
    from claimtrack.export import plain
    from claimtrack.judging.turns import turn

    return {**plain(changes[-1]), "known": turn(changes)}


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
