"""Clippings: what the articles of an archive say of known measures, and how that stands now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claimtrack.claims import Assertion, Claim
from claimtrack.errors import Unreadable
from claimtrack.judging import judge
from claimtrack.judging.verdicts import Verdict
from claimtrack.measures import Measure
from claimtrack.observations import History, Reading
from claimtrack.sources import TextReaders
from claimtrack.values import CalendarDate, DayLike, calendar_date
from claimtrack.words.articles import read_article, visible_text
from claimtrack.words.languages import language_of
from claimtrack.words.statements import Candidate, look, mentioned
from claimtrack.words.stating.spotting import Spotter

#: The files that are articles, by their ending.
ENDINGS = frozenset({".html", ".htm", ".xhtml", ".txt", ".md"})
_MARKUP = frozenset({".html", ".htm", ".xhtml"})
_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article of one's own: its ``text``, the day it was ``published`` and its ``language``,
    None where these are not known. ``wall`` is why there is no text: a wall, or no page at all.
    """

    name: str
    text: str
    published: CalendarDate | None = None
    language: str | None = None
    wall: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a clipping that states a measure, and the verdict on it by what is on record;
    None where it cannot be judged. It is judged for the past time that it speaks of
    (``judged_for``), else for now. Of a sentence that was left there is no ``reading``.
    """

    clipping: Clipping
    candidate: Candidate
    reading: Reading | None
    verdict: Verdict | None = None
    judged_for: CalendarDate | None = None

    @property
    def number(self) -> int:
        """The line of the text that it stands in, from 1."""
        return self.clipping.text.count("\n", 0, self.candidate.start) + 1


def clipping(
    name: str,
    content: str | bytes,
    *,
    url: str | None = None,
    markup: bool,
    published: CalendarDate | None = None,
) -> Clipping:
    """The article that *content* holds: a page with *markup*, or a text as it is, whose day may
    stand in its *name*; *published* is its day where nothing tells one. Bytes of a page are decoded
    by what they say of themselves, of a text as UTF-8.
    """
    if not markup:
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        return Clipping(name, text, _day_in(name) or published, language_of(text))
    article = read_article(content, url=url)
    told = article.published or _day_in(name) or published
    day = CalendarDate(told.date()) if isinstance(told, datetime) else told
    wall = None if article.wall is None else str(article.wall)
    return Clipping(name, article.text, day, article.language, wall)


def clippings(
    folder: Path,
    *,
    naming: Iterable[Measure] | None = None,
    readers: TextReaders | None = None,
    published: CalendarDate | None = None,
) -> Iterator[Clipping]:
    """The articles in *folder* and all below it, by name, *published* where nothing tells when. Of
    pages, those alone whose words name one of *naming*, where these are given: no other states one.
    Where there are *readers* too, who know by which words, every page is an article.
    """
    looked_for = None if naming is None or readers else tuple(naming)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in ENDINGS:
            name = str(path.relative_to(folder))
            try:
                content = path.read_bytes()
                if looked_for is None or not _is_markup(path) or _names(content, looked_for):
                    markup = _is_markup(path)
                    yield clipping(name, content, markup=markup, published=published)
            except (OSError, Unreadable) as error:  # which is no reason to leave the others
                yield Clipping(name, "", wall=str(error))


def clipping_of(path: Path, *, published: CalendarDate | None = None) -> Clipping:
    """The article in one file. Raises `Unreadable`."""
    try:
        content, markup = path.read_bytes(), _is_markup(path)
        return clipping(path.name, content, markup=markup, published=published)
    except Unreadable as error:
        raise Unreadable(f"{path}: {error}") from error


def _is_markup(path: Path) -> bool:
    return path.suffix.lower() in _MARKUP


def _names(page: bytes, measures: tuple[Measure, ...]) -> bool:
    return bool(mentioned(visible_text(page), measures))


def _day_in(name: str) -> CalendarDate | None:
    found = _DAY_IN_NAME.search(name)
    try:
        return None if found is None else CalendarDate.parse(found[0])
    except ValueError:
        return None


def candidates(
    one: Clipping,
    measures: Iterable[Measure],
    *,
    language: str = "en",
    readers: TextReaders | None = None,
) -> Iterator[Candidate]:
    """Every sentence of the clipping that could state one of *measures*, read or left, and what
    *readers* read besides; *language* is what it is in where nothing tells.
    """
    known, spoken = tuple(measures), one.language or language
    yield from look(one.text, Spotter(known), published=one.published, language=spoken)
    if readers is None:
        return
    for reading in readers.read(one.text, known, published=one.published, language=spoken):
        at = one.text.index(reading.quote)
        yield Candidate(reading.measure, at, at + len(reading.quote), reading.quote, reading)


def lines(
    one: Clipping,
    measures: Iterable[Measure],
    history: Callable[[str], History],
    *,
    at: DayLike,
    language: str = "en",
    with_left: bool = False,
    readers: TextReaders | None = None,
) -> Iterator[Line]:
    """The sentences of the clipping that state one of *measures*, each judged by the measure's
    *history*: what it says of its own present on the day *at*, what it says of a time before for
    that time. Those that were left come too where *with_left*, and what *readers* read.
    """
    known = {measure.id: measure for measure in measures}
    for candidate in candidates(one, known.values(), language=language, readers=readers):
        reading = candidate.reading
        if reading is None:
            if with_left:
                yield Line(one, candidate, None)
            continue
        measure = known[reading.measure]
        claim = claim_of(one, reading, candidate.phrase, measure)
        past = _past_time(one, reading, calendar_date(at))
        verdict = None
        if claim is not None:
            day = at if past is None else past
            verdict = judge(claim, measure, history(measure.id), at=day, published=one.published)
        yield Line(one, candidate, reading, verdict, past)


def _past_time(one: Clipping, reading: Reading, today: CalendarDate) -> CalendarDate | None:
    """The time that a sentence says it speaks of, where that was over when the article appeared: of
    what was so "in 2023" nothing that came later makes a falsehood. None for its own present.
    """
    if reading.as_of is None or reading.as_of_basis != "stated":
        return None
    told = today if one.published is None else one.published
    return reading.as_of if reading.as_of.last < told.first else None


def claim_of(one: Clipping, reading: Reading, phrase: str, measure: Measure) -> Claim | None:
    """What the sentence claims, as if a claim file said so; None where it cannot be judged, as the
    rest of a whole or a figure in another language cannot.
    """
    if measure.kind == "quantity":
        is_english = (one.language or "en").startswith("en")
        if reading.derived or not is_english or measure.is_rate:
            return None
        assertion = Assertion("quantity", measure.id, said=phrase)
    elif measure.kind == "state" and isinstance(reading.value, str):
        assertion = Assertion("state", measure.id, asserts=reading.value)
    else:
        return None
    return Claim("line", "clipping", reading.quote, assertion, as_of=reading.as_of)
