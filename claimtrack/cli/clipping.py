"""Clippings from the shell: what do these articles say, and is it still right?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.options import contact, host_book, opened, print_json, private_allowed
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.claims import Document
    from claimtrack.clippings import Clipping, Line
    from claimtrack.judging.verdicts import Verdict
    from claimtrack.sources import TextReaders
    from claimtrack.values import CalendarDate
    from claimtrack.words.statements import Candidate

_NO_DAY = "of no day: the page has none (give one by --published)"


def tell_statements(
    target: str,
    *,
    claims: Path | None,
    published: CalendarDate | None,
    explain: bool,
    db: str | None,
    as_json: bool,
) -> None:
    """Print what *target* states of the measures of *claims*, else of those on record: of a folder
    with the verdict; where *explain*, why each other sentence was left. *published* is the day of
    what tells none.
    """
    from claimtrack.sources import TextReaders

    document, readers = _document(claims), TextReaders()
    if Path(target).is_dir():
        found = _folder(Path(target), document, published, db, readers, explain, as_json)
    else:
        clipping = _clipping(target, published, db)
        found = _one(clipping, document, db, readers, explain, as_json)
    for aside in readers.set_aside:
        say(f"set aside: {aside.plugin}: {aside.reason}", err=True)
    if not found:
        raise click.exceptions.Exit(3)


def _document(claims: Path | None) -> Document | None:
    from claimtrack.tracker import load_document

    return None if claims is None else load_document(claims)


def _one(
    clipping: Clipping,
    document: Document | None,
    db: str | None,
    readers: TextReaders,
    explain: bool,
    as_json: bool,
) -> bool:
    from claimtrack.clippings import candidates

    if document is None:
        with opened(db) as tracker:
            measures = tuple(one for each in tracker.documents() for one in each.measures)
    else:
        measures = document.measures
    language = "en" if document is None else document.language
    found = list(candidates(clipping, measures, language=language, readers=readers))
    if as_json:
        print_json([_candidate(one) for one in found if explain or one.reading is not None])
    else:
        _print_candidates(clipping, found, explain)
    return any(one.reading is not None for one in found)


def _print_candidates(clipping: Clipping, found: list[Candidate], explain: bool) -> None:
    if clipping.wall is not None:
        say(f"{clipping.name}: not read: {clipping.wall}")
    for one in found:
        sentence = clipping.text[one.start : one.end]
        if one.reading is not None:
            because = f" ({one.reason})" if one.reason else ""
            say(f"{one.measure}: {_value(one)}, from “{sentence}”{because}")
        elif explain:
            say(f"{one.measure}: left “{one.phrase}”: {one.reason}, in “{sentence}”")


def _value(one: Candidate) -> str:
    from claimtrack.words.quoting.quotemarks import in_marks

    reading = one.reading
    assert reading is not None
    marks = [f"{reading.as_of_basis} day {reading.as_of}" if reading.as_of else _NO_DAY]
    marks += [f"by {reading.attribution}"] if reading.attribution else []
    marks += ["worked out as the rest"] if reading.derived else []
    error = f" ± {reading.error}" if reading.error else ""
    words = isinstance(reading.value, str) and " " in reading.value  # no state's name has a space
    value = in_marks(str(reading.value)) if words else f"{reading.value}{error}"
    return ", ".join([value, *marks])


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "start": one.start,
        "end": one.end,
        "phrase": one.phrase,
        "reading": one.reading,
        "reason": one.reason,
    }


def _clipping(target: str, published: CalendarDate | None, db: str | None) -> Clipping:
    from claimtrack.clippings import clipping, clipping_of

    scheme, is_address, _ = target.partition("://")
    if not is_address:
        return clipping_of(_file(target), published=published)
    if scheme.lower() not in {"http", "https"}:
        raise click.UsageError(f"{target}: an address begins with http:// or https://")
    page = _fetched(target, db)
    return clipping(target, page, url=target, markup=True, published=published)


def _file(target: str) -> Path:
    """The file meant. Raises `click.UsageError` where there is none that can be read."""
    file = Path(target)
    if not file.is_file():
        raise click.UsageError(f"{target}: there is no such file or folder")
    try:
        file.open("rb").close()
    except OSError as error:
        raise click.UsageError(f"{target}: cannot be read: {error.strerror}") from error
    return file


def _fetched(url: str, db: str | None) -> str:
    from contextlib import closing

    from claimtrack.errors import Unreadable
    from claimtrack.fetch import fetch
    from claimtrack.fetch.blocking import blocking
    from claimtrack.pages import Request

    with host_book(db) as book:
        asked = fetch(
            [Request(url)],
            clock=lambda: datetime.now(UTC),
            allow_private=private_allowed(),
            contact=contact(),
            book=book,
        )
        with closing(blocking(asked)) as batches:
            (answer,) = [answer for batch in batches for answer in batch]
    if answer.page is None:
        raise Unreadable(f"{url}: {answer.outcome}: {answer.reason}")
    return answer.page.text


def _folder(
    folder: Path,
    document: Document | None,
    published: CalendarDate | None,
    db: str | None,
    readers: TextReaders,
    explain: bool,
    as_json: bool,
) -> bool:
    made = list(_lines(folder, document, published, db, readers, explain))
    if as_json:
        print_json([_line(one) for one in made])
    else:
        for one in made:
            say(f"{one.clipping.name}:{one.number}: {_stands(one)}: “{_quote(one)}”")
            for line in _because(one, explain):
                say(f"  {line}")
    return any(one.reading is not None for one in made)


def _lines(
    folder: Path,
    document: Document | None,
    published: CalendarDate | None,
    db: str | None,
    readers: TextReaders,
    explain: bool,
) -> Iterator[Line]:
    from claimtrack.clippings import clippings, lines

    with opened(db) as tracker:
        on_record = {one.id: one for each in tracker.documents() for one in each.measures}
        # A measure is known where it is on record; its words may be those of the file at hand.
        given = on_record.values() if document is None else document.measures
        measures = tuple(one for one in given if one.id in on_record)
        language = "en" if document is None else document.language
        now = datetime.now(UTC)
        for one in clippings(folder, naming=measures, readers=readers, published=published):
            if one.wall is not None:
                say(f"{one.name}: not read: {one.wall}", err=True)
            yield from lines(
                one,
                measures,
                tracker.history,
                at=now,
                language=language,
                with_left=explain,
                readers=readers,
            )


def _stands(one: Line) -> str:
    """How the words of a line stand, and of when: "refuted now, held/land, “27%”"."""
    measure, phrase = one.candidate.measure, " ".join(one.candidate.phrase.split())
    if one.reading is None:
        return f"{measure}, left “{phrase}”: {one.candidate.reason}, in"
    label = "not judged" if one.verdict is None else one.verdict.label.replace("_", " ")
    return f"{label} {_when(one)}, {measure}, “{phrase}”"


def _when(one: Line) -> str:
    from claimtrack.judging.figures import calendar_words

    return "now" if one.judged_for is None else f"for {calendar_words(one.judged_for)}"


def _because(one: Line, explain: bool) -> Iterator[str]:
    """Why it is refuted, with what is on record and who says so; all of any verdict, to explain."""
    verdict = one.verdict
    if verdict is None:
        return
    told = verdict.explain().splitlines()
    if explain:
        yield from told
    elif verdict.label == "refuted":
        yield told[0]
        if verdict.because:
            yield f"on record: {_on_record(verdict)}"


def _on_record(verdict: Verdict) -> str:
    """What decides, when it is true and who says so: "4.1% for November 2026, by Statistics"."""
    from claimtrack.judging.figures import calendar_words

    days = {calendar_words(seen.as_of): None for seen in verdict.because}
    dated = f" for {next(iter(days))}" if len(days) == 1 else ""
    by = f", by {', '.join(verdict.source_names)}" if verdict.source_names else ""
    return f"{verdict.figure}{dated}{by}"


def _quote(one: Line) -> str:
    left = one.clipping.text[one.candidate.start : one.candidate.end]
    return " ".join((left if one.reading is None else one.reading.quote or left).split())


def _line(one: Line) -> dict[str, Any]:
    return {
        "file": one.clipping.name,
        "line": one.number,
        "label": None if one.verdict is None else one.verdict.label,
        "judged_for": None if one.judged_for is None else str(one.judged_for),
        "because": None if one.verdict is None else one.verdict.explain(),
        **_candidate(one.candidate),
    }
