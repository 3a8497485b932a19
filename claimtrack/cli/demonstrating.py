"""The demo from the shell: two months of updates, and what came of the claims."""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.failures import failures
from claimtrack.cli.options import print_json, with_json
from claimtrack.cli.saying import say
from claimtrack.names import listed

if TYPE_CHECKING:
    from claimtrack.demo import Demo
    from claimtrack.judging.verdicts import Standing
    from claimtrack.observations import Attempt

#: The claims whose history is drawn, where the examples have them; else others in their place.
HEADLINES = ("one-fifth-of-ukraine", "three-quarters-of-donetsk")
_WIDTH = 78
_STANDING = {
    "current": "stands",
    "came_true": "stands",
    "outdated": "fell",
    "never_held": "not so",  # neither then nor now; in between it may have been
}
_COLOURS = {"stands": "green", "fell": "red", "not so": "red"}


@click.command()
@click.option(
    "--keep",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Leave the database here; else it is gone at the end.",
)
@click.option(
    "--examples",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The claim file and figures to use instead of the bundled ones.",
)
@with_json
def demo(keep: Path | None, examples: Path | None, as_json: bool) -> None:
    """Follow an essay's claims through two months of updates, offline, in some seconds.

    A server on this machine hands out real figures day by day; the real update asks it.
    """
    from claimtrack.demo import EXAMPLES, run

    used = examples or EXAMPLES
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        with _progress() as progress:
            found = run(keep, examples=used, progress=progress)
    else:
        with tempfile.TemporaryDirectory(prefix="claimtrack-demo-") as folder, _progress() as told:
            found = run(Path(folder), examples=used, progress=told)
    if as_json:
        print_json({"standings": found.standings, "changes": found.changes})
        return
    for line in _story(found, used):
        say(line, painted=True)


@contextmanager
def _progress() -> Iterator[Callable[[date], None] | None]:
    """What tells a terminal each day that was lived through, on one line that is wiped at the end;
    None where nobody looks on.
    """
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda day: click.echo(f"\r  updated on {day}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _story(demo: Demo, examples: Path) -> Iterator[str]:
    from claimtrack.demo import CLAIMS

    yield _heading(f"{demo.updates} days, {demo.first} to {demo.last}, one update a day")
    yield from _wrapped(
        f"The claims are those of “{demo.document.title}” ({demo.document.published}); the figures "
        f"are from {listed(demo.publishers)}, served day by day on this machine "
        f"({demo.requests} requests)."
    )
    yield _heading("What became of the claims")
    for standing in demo.standings:
        yield from _told(standing)
    headlines = _headlines(demo)
    for standing in headlines:
        yield _heading(standing.claim.statement)
        yield from _drawn(standing, demo)
    yield _heading("What changed on the way, and why")
    for change in sorted(demo.changes, key=lambda change: (change.on, change.claim)):
        id = change.claim.partition("/")[2]
        yield f"  {change.on}  {id}: {change.before} -> {change.after}"
        yield f"              because of {change.cause}"
    if not demo.changes:
        yield "  Nothing."
    failed = _failed(demo.attempts)
    if failed:
        yield _heading("What could not be read")
        for line, days in failed.items():
            yield from _wrapped(f"{line} ({_stretch(days)})")
    yield _heading("Next")
    yield f"  claimtrack add {shlex.quote(str((examples / CLAIMS.name).resolve()))}"
    yield "  claimtrack update"
    for standing in headlines[-1:] or demo.standings[-1:]:
        yield f"  claimtrack why {shlex.quote(standing.claim.id)} --at {demo.last}"


def _headlines(demo: Demo) -> list[Standing]:
    """Those whose history is drawn, in the order of the text: as many as there are `HEADLINES`."""
    fit = [one for one in demo.standings if one.claim.type == "quantity"]
    chosen = sorted(fit, key=lambda one: one.claim.id not in HEADLINES)[: len(HEADLINES)]
    return [one for one in fit if one in chosen]


def _failed(attempts: Iterable[Attempt]) -> dict[str, list[date]]:
    """What an update would tell of its failures, each with the days on which it would."""
    told: dict[str, list[date]] = {}
    for attempt in attempts:
        for line in failures([attempt]):
            told.setdefault(line, []).append(attempt.at.date())
    return told


def _stretch(days: list[date]) -> str:
    return f"on {days[0]}" if len(days) == 1 else f"{len(days)} times from {days[0]} on"


def _heading(text: str) -> str:
    return "\n" + click.style(text, bold=True)


def _wrapped(text: str, lead: str = "  ") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def _told(standing: Standing) -> Iterator[str]:
    word = _STANDING.get(standing.status, "unknown")
    first, *rest = _wrapped(str(standing), lead=f"  {word:<8}")
    coloured = click.style(word, fg=_COLOURS.get(word), bold=True)
    yield first.replace(word, coloured, 1)
    yield from rest


def _drawn(standing: Standing, demo: Demo) -> Iterator[str]:
    from claimtrack.export import band_chart
    from claimtrack.judging.figures import figure, interval_words
    from claimtrack.values import middle

    measure = demo.document.measure(standing.claim.measure)
    history = demo.histories[measure.id]
    points = [
        (seen.as_of.first, value)
        for seen in history
        if seen.stands and (value := middle(seen.value)) is not None
    ]
    band = standing.now.interval
    if band is None or not points:
        yield "  No figures."
        return
    said = standing.claim.assertions[0].said
    yield _dotted(f"  ● within “{said}”: {interval_words(band, measure.unit)}")
    yield _dotted("  ○ outside it\n")
    drawn = band_chart(points, band, label=lambda value: figure(value, measure.unit))
    yield _dotted(textwrap.indent(drawn, "  "))


def _dotted(drawn: str) -> str:
    """*drawn* with its dots in colour."""
    return re.sub(
        "●+|○+", lambda dots: click.style(dots[0], fg="green" if "●" in dots[0] else "red"), drawn
    )
