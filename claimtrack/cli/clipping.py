"""Clippings from the shell: what do these articles say, and is it still right?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.options import contact, opened, print_json, private_allowed

if TYPE_CHECKING:
    from claimtrack.claims import Document
    from claimtrack.clippings import Clipping, Line
    from claimtrack.words.statements import Candidate


def tell_statements(
    target: str, *, claims: Path | None, explain: bool, db: str | None, as_json: bool
) -> None:
    """Print what *target* states of the measures of *claims*, else of those on record: of a folder
    with the verdict now; where *explain*, why each other sentence was left.
    """
    document = _document(claims)
    if Path(target).is_dir():
        found = _folder(Path(target), document, db, as_json)
    else:
        found = _one(target, document, db, explain, as_json)
    if not found:
        raise click.exceptions.Exit(3)


def _document(claims: Path | None) -> Document | None:
    from claimtrack.tracker import load_document

    return None if claims is None else load_document(claims)


def _one(
    target: str, document: Document | None, db: str | None, explain: bool, as_json: bool
) -> bool:
    from claimtrack.clippings import candidates

    if document is None:
        with opened(db) as tracker:
            measures = tuple(one for each in tracker.documents() for one in each.measures)
    else:
        measures = document.measures
    clipping = _clipping(target)
    language = "en" if document is None else document.language
    found = list(candidates(clipping, measures, language=language))
    if as_json:
        print_json([_candidate(one) for one in found if explain or one.reading is not None])
    else:
        _print_candidates(clipping, found, explain)
    return any(one.reading is not None for one in found)


def _print_candidates(clipping: Clipping, found: list[Candidate], explain: bool) -> None:
    if clipping.wall is not None:
        click.echo(f"{clipping.name}: not read: {clipping.wall}")
    for one in found:
        sentence = clipping.text[one.start : one.end]
        if one.reading is not None:
            because = f" ({one.reason})" if one.reason else ""
            click.echo(f"{one.measure}: {_value(one)}, from “{sentence}”{because}")
        elif explain:
            click.echo(f"{one.measure}: left “{one.phrase}”: {one.reason}, in “{sentence}”")


def _value(one: Candidate) -> str:
    reading = one.reading
    assert reading is not None
    marks = [f"{reading.as_of_basis} day {reading.as_of}"] if reading.as_of else []
    marks += [f"by {reading.attribution}"] if reading.attribution else []
    marks += ["worked out as the rest"] if reading.derived else []
    error = f" ± {reading.error}" if reading.error else ""
    return ", ".join([f"{reading.value}{error}", *marks])


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "start": one.start,
        "end": one.end,
        "phrase": one.phrase,
        "reading": one.reading,
        "reason": one.reason,
    }


def _clipping(target: str) -> Clipping:
    from claimtrack.clippings import clipping, clipping_of

    if not target.startswith(("http://", "https://")):
        return clipping_of(Path(target))
    page = _fetched(target)
    return clipping(target, page, url=target, markup=True)


def _fetched(url: str) -> str:
    from contextlib import closing

    from claimtrack.errors import Unreadable
    from claimtrack.fetch import fetch
    from claimtrack.fetch.blocking import blocking
    from claimtrack.pages import Request

    asked = fetch(
        [Request(url)],
        clock=lambda: datetime.now(UTC),
        allow_private=private_allowed(),
        contact=contact(),
    )
    with closing(blocking(asked)) as batches:
        (answer,) = [answer for batch in batches for answer in batch]
    if answer.page is None:
        raise Unreadable(f"{url}: {answer.outcome}: {answer.reason}")
    return answer.page.text


def _folder(folder: Path, document: Document | None, db: str | None, as_json: bool) -> bool:
    made = list(_lines(folder, document, db))
    if as_json:
        print_json([_line(one) for one in made])
    else:
        for one in made:
            click.echo(f"{one.clipping.name}:{one.number}: {_stands(one)}: “{_quote(one)}”")
            if one.verdict is not None and one.verdict.label == "refuted":
                click.echo(f"  {one.verdict.explain().splitlines()[0]}")
    return bool(made)


def _lines(folder: Path, document: Document | None, db: str | None) -> Iterator[Line]:
    from claimtrack.clippings import clippings, lines

    with opened(db) as tracker:
        on_record = {one.id: one for each in tracker.documents() for one in each.measures}
        # A measure is known where it is on record; its words may be those of the file at hand.
        given = on_record.values() if document is None else document.measures
        measures = tuple(one for one in given if one.id in on_record)
        language = "en" if document is None else document.language
        now = datetime.now(UTC)
        for one in clippings(folder, naming=measures):
            if one.wall is not None:
                click.echo(f"{one.name}: not read: {one.wall}", err=True)
            yield from lines(one, measures, tracker.history, at=now, language=language)


def _stands(one: Line) -> str:
    label = "not judged" if one.verdict is None else one.verdict.label.replace("_", " ")
    return f"{label} now, {one.reading.measure}"


def _quote(one: Line) -> str:
    return " ".join(one.reading.quote.split())


def _line(one: Line) -> dict[str, Any]:
    return {
        "file": one.clipping.name,
        "line": one.number,
        "label": None if one.verdict is None else one.verdict.label,
        "because": None if one.verdict is None else one.verdict.explain(),
        **_candidate(one.candidate),
    }
