"""A page from the shell: what would a source record of it, and why?"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.days import day_option
from claimtrack.cli.options import (
    contact,
    declared_measures,
    host_book,
    print_json,
    private_allowed,
    with_db,
    with_json,
)
from claimtrack.cli.saying import say
from claimtrack.errors import ClaimtrackError, UnknownName

if TYPE_CHECKING:
    from datetime import datetime

    from claimtrack.manners import HostBook
    from claimtrack.measures import Measure
    from claimtrack.observations import Reading
    from claimtrack.rehearsal import Rehearsal, Stage

#: How often a saved file is looked for, in seconds: quicker than a hand goes from editor to shell.
PAUSE = 0.3


@click.command()
@click.argument("target", metavar="URL|FILE|FOLDER")
@click.option("--measure", "measure", help="The measure to read a page for, by its source.")
@click.option(
    "--claims",
    type=click.Path(path_type=Path),
    help="The claim file that declares the measure; else the database does.",
)
@click.option("--source", help="The measure's source to read it with, where it has several.")
@click.option("--explain", is_flag=True, help="Say how it was read, step by step.")
@click.option("--watch", is_flag=True, help="Read again whenever the claim file or FILE is saved.")
@click.option("--rounds", type=click.IntRange(min=1), help="With --watch, stop after so many.")
@day_option("--published", help="The day of an article that does not tell its own.")
@with_db
@with_json
def read(
    target: str,
    measure: str | None,
    claims: Path | None,
    source: str | None,
    explain: bool,
    watch: bool,
    rounds: int | None,
    published: str | datetime | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Say what a text states of the measures; with --measure, what would be recorded of a page.

    Without --measure, an article or a text is read sentence by sentence by the [reads] words of the
    claim file; of a folder of articles, every sentence that states a measure is listed with its
    verdict by what the database holds: now, or for the past time that it speaks of. Exits 3 where
    nothing is stated.

    With it, a saved copy of a page is read as if it were the page that the claim file names.
    Exits 3 where nothing would be recorded (with --watch, by the last round). Nothing is ever
    recorded.
    """
    if measure is None:
        from claimtrack.cli.clipping import tell_statements
        from claimtrack.values import calendar_date

        tell_statements(
            target,
            claims=claims,
            published=None if published is None else calendar_date(published),
            explain=explain,
            db=db,
            as_json=as_json,
        )
        return
    is_asked = target.startswith(("http://", "https://"))
    with host_book(db) if is_asked else nullcontext() as book:
        stage = _stage(target, book)

        def once() -> list[Rehearsal]:
            asked = _measure(measure or "", claims, db)
            return list(stage.rehearse(asked, source=source))

        _tell_rehearsed(
            stage, once, claims, explain=explain, watch=watch, rounds=rounds, as_json=as_json
        )


def _tell_rehearsed(
    stage: Stage,
    once: Callable[[], list[Rehearsal]],
    claims: Path | None,
    *,
    explain: bool,
    watch: bool,
    rounds: int | None,
    as_json: bool,
) -> None:
    """Prints what *once* comes to, and again for each save of a file where one is to *watch*."""
    if not watch:
        made = once()
        tell(made, explain=explain, as_json=as_json)
        if not any(one.readings for one in made):
            raise click.exceptions.Exit(3)
        return
    files = [file for file in (claims, stage.file) if file is not None]
    status = 0
    for _ in _until_interrupted(islice(saves(files, pause=lambda: time.sleep(PAUSE)), rounds)):
        try:
            made = once()
            tell(made, explain=explain, as_json=as_json)
            status = 0 if any(one.readings for one in made) else 3
        except ClaimtrackError as error:  # a claim file is often wrong while it is written
            say(f"claimtrack: {error}", err=True)
            status = 2
        say()
    if status:
        raise click.exceptions.Exit(status)


def saves(files: Sequence[Path], *, pause: Callable[[], None]) -> Iterator[None]:
    """Once at first, then once for each time that one of *files* was saved, looked for between
    pauses; without an end.
    """
    seen = None
    while True:
        now = [_stamp(file) for file in files]
        if now == seen:
            pause()
        else:
            seen = now
            yield


def _stamp(file: Path) -> tuple[int, int] | None:
    """What changes with each save; None while the file is not there, as some editors have it."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _until_interrupted(rounds: Iterator[None]) -> Iterator[None]:
    try:
        yield from rounds
    except KeyboardInterrupt:
        return


def _stage(target: str, book: HostBook | None) -> Stage:
    from datetime import UTC, datetime

    from claimtrack.rehearsal import Stage
    from claimtrack.sources import load_sources

    at, allowed = datetime.now(UTC), private_allowed()
    return Stage(target, load_sources(), at=at, allow_private=allowed, contact=contact(), book=book)


def _measure(name: str, claims: Path | None, db: str | None) -> Measure:
    """The measure of that id, as the claim file has it, else the database. Raises `UnknownName`."""
    from claimtrack.names import nearest

    known = {one.id: one for one in declared_measures(claims, db)}
    if name not in known:
        raise UnknownName("measure", name, nearest(name, known))
    return known[name]


def tell(made: list[Rehearsal], *, explain: bool, as_json: bool) -> None:
    """Print what would be recorded and why; step by step where *explain* and the source does."""
    if as_json:
        print_json([_answer(one, explain) for one in made])
        return
    for one in made:
        say(_sentence(one))
        for line in (one.steps if explain else ()) or _because(one.readings):
            say(f"  {line}")


def _answer(made: Rehearsal, explain: bool) -> dict[str, Any]:
    result = made.result
    answer = {
        "source": made.source,
        "measure": made.measure.id,
        "outcome": made.attempt.outcome,
        "status": None if result is None else result.status,
        "reason": _reason(made),
        "readings": made.readings,
    }
    return answer | ({"steps": made.steps} if explain else {})


def _reason(made: Rehearsal) -> str | None:
    return made.attempt.reason if made.result is None else made.result.reason


def _sentence(made: Rehearsal) -> str:
    """What would be recorded, or that nothing would be and why."""
    if not made.readings:
        status = made.attempt.outcome if made.result is None else made.result.status
        reason = _reason(made)
        return f"{made.source}: nothing to record: {status}{f': {reason}' if reason else ''}"
    last = made.readings[-1]
    told = f"{_figure(last, made.measure)} {_dated(last)}"
    if len(made.readings) > 1:
        return f"{made.source}: would record {len(made.readings):,} readings, the last {told}"
    return f"{made.source}: would record {told}"


def _figure(reading: Reading, measure: Measure) -> str:
    from claimtrack.judging.figures import difference, figure, interval_words
    from claimtrack.values import Interval
    from claimtrack.words.quoting.quotemarks import in_marks

    if isinstance(reading.value, Interval):
        return interval_words(reading.value, measure.unit)
    if not isinstance(reading.value, Decimal):
        return in_marks(str(reading.value))
    error = f" ± {difference(reading.error, measure.unit)}" if reading.error else ""
    # What a page states is shown as it is recorded; what was worked out has digits without end.
    return f"{figure(reading.value, measure.unit, exact=not reading.derived)}{error}"


def _dated(reading: Reading) -> str:
    from claimtrack.judging.figures import calendar_words

    if reading.as_of is None:
        return "for the day it is seen"
    return f"for {calendar_words(reading.as_of)}"


def _because(readings: Iterable[Reading]) -> Iterator[str]:
    for last in list(readings)[-1:]:
        yield f"because it says “{last.quote}”"
        yield f"at {last.locator}"
