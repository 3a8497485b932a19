"""The daily assessments of the Institute for the Study of War, and what they say.

    ask = [{ source = "isw", first = 2025-08-01 }]

Each day's assessment has an address of its own. What it says of a measure, in its own words, is a
reading for its day; whom it cites is told, and what it could not confirm is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from claimtrack import (
    Ask,
    Description,
    Measure,
    Page,
    Reading,
    Refusal,
    Source,
    hookimpl,
)
from claimtrack_isw.assessments import Assessment, assessment

_ADDRESS = "https://understandingwar.org/research/russia-ukraine/{series}-{day}/"
_SERIES = "Russian Offensive Campaign Assessment"
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
#: Days are named this far ahead of the last on record; none is asked before it has come.
_HORIZON = timedelta(days=1_830)
#: It appears in the American evening, which is the next day in UTC, and some days late.
_NEXT_DAY, _LATE = timedelta(days=1), timedelta(days=3)
_CATCH_UP = 20


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of the assessments.

    ``first`` is the day from which each is asked for, ``on`` are single days. ``url`` is another
    address, with places for ``{series}`` and ``{day}`` as the institute writes them
    (``february-26-2026``). ``series`` is the title without its day. ``part = "takeaways"`` reads
    the key takeaways alone.
    """

    first: date | None = None
    on: tuple[date, ...] = ()
    url: str = _ADDRESS
    series: str = _SERIES
    part: str = "all"

    def __post_init__(self) -> None:
        if self.first is None and not self.on:
            raise ValueError("first says from which day on to ask, or on which days")
        if self.part not in {"all", "takeaways"}:
            raise ValueError(f'part is "all" or "takeaways", not {self.part!r}')
        if "{day}" not in self.url or not self.url.startswith(("http://", "https://")):
            raise ValueError(f"url is an http(s) address with a place for {{day}}, not {self.url}")

    def address(self, day: date) -> str:
        """Where the assessment of *day* stands."""
        written = f"{_MONTHS[day.month - 1]}-{day.day}-{day.year}"
        series = "-".join(self.series.casefold().split())
        return self.url.replace("{series}", series).replace("{day}", written)


class StudyOfWar(Source):
    """What one day's assessment says."""

    name = "isw"
    version = "1"
    describes = Description(
        publisher="Institute for the Study of War",
        licence="no open licence stated; quoted with its address",
        budget="one assessment a day",
    )
    Options = Options
    gives_several = True

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        """One ask for each day, the days to come with them; what was read is not asked again."""
        by_url: dict[str, tuple[date, list[Measure]]] = {}
        for measure in measures:
            options: Options = self.options(measure)
            for day in dict.fromkeys(_days(options, since)):
                by_url.setdefault(options.address(day), (day, []))[1].append(measure)
        for url, (day, asked) in by_url.items():
            is_past = since is not None and day < since
            yield Ask(
                url,
                tuple(asked),
                not_before=day + _NEXT_DAY,
                grace=timedelta.max if is_past else _LATE,  # later ones came: a day without
                once=True,
                at_most=_CATCH_UP,
            )

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading | Refusal]:
        """What the assessment says of each measure; that it says nothing, where it does not."""
        by_reader: dict[tuple[str, str], list[Measure]] = {}
        for measure in measures:
            options: Options = self.options(measure)
            by_reader.setdefault((options.series, options.part), []).append(measure)
        for (series, part), asked in by_reader.items():
            yield from _said(assessment(page, series), part, tuple(asked))

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """The title, the day, and how much there is to read."""
        options: Options = self.options(measure)
        found = assessment(page, options.series)
        yield f"“{found.title}”, of {found.day}"
        yield f"{len(found.takeaways.splitlines())} key takeaways"
        yield f"{len(found.text.splitlines())} paragraphs that it stands for"


def _days(options: Options, since: date | None) -> Iterator[date]:
    yield from options.on
    if options.first is not None:
        last = max(since or options.first, options.first) + _HORIZON
        for ahead in range((last - options.first).days):
            yield options.first + timedelta(days=ahead)


def _said(
    found: Assessment, part: str, measures: tuple[Measure, ...]
) -> Iterator[Reading | Refusal]:
    from claimtrack import read_statements

    text = found.takeaways if part == "takeaways" else found.text
    readings = read_statements(text, measures, published=found.day, language="en")
    told = set[object]()
    for reading in readings:
        # The takeaways are the toplines over again.
        once = (reading.measure, reading.value, reading.as_of, reading.attribution)
        if once not in told:
            yield replace(reading, published_at=reading.published_at or found.published_at)
        told.add(once)
    for measure in measures:
        if all(reading.measure != measure.id for reading in readings):
            yield _unsaid(measure)


def _unsaid(measure: Measure) -> Refusal:
    if measure.wordless is not None:
        return Refusal(measure.id, "unreadable", measure.wordless)
    return Refusal(measure.id, "silent", "the assessment does not state it")


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [StudyOfWar()]
