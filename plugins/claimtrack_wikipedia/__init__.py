"""Wikipedia: a figure in an infobox, a cell of a table or a sentence, by revision.

    ask = [{ source = "wikipedia", title = "Westmark", infobox = "Area" }]

The revision is the evidence: its number and its permanent address go on record with what it says.
With ``since`` the earlier revisions are read as well, the last of each month.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated

import msgspec

from claimtrack import (
    Ask,
    CalendarDate,
    Description,
    Follow,
    Interval,
    Measure,
    Page,
    PluginError,
    Reading,
    Refusal,
    Source,
    Unreadable,
    hookimpl,
    in_brief,
)
from claimtrack_wikipedia.cells import Answer, answer, dated
from claimtrack_wikipedia.places import Cell, in_infobox, in_table, words_of
from claimtrack_wikipedia.revisions import (
    Revision,
    Step,
    earlier,
    list_address,
    page_address,
    permalink,
    revision,
)

_CATCH_UP = 24

_Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z-]{1,15}\Z")]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of a page of Wikipedia.

    ``title`` names it, ``language`` the Wikipedia. The answer stands beside ``infobox``, the label
    of a row, or in the table ``table`` (a CSS selector) where ``row`` and ``column`` meet; with
    neither, the page is read for what it states, by the measure's own words.
    ``states`` names the words of the cell, the whole of it, by which each state of the measure is
    told.
    ``expect`` bounds a figure, in the measure's unit. ``since`` is a day: what earlier revisions
    said from it on is read as well, the last of each ``step``.
    ``site`` is another wiki than Wikipedia.
    """

    title: str
    language: _Language = "en"
    infobox: str | None = None
    table: str = "table.wikitable"
    row: str | None = None
    column: str | None = None
    states: dict[str, str | tuple[str, ...]] = {}
    expect: tuple[float, float] | None = None
    since: date | None = None
    step: Step = "month"
    site: str | None = None

    def __post_init__(self) -> None:
        if not self.title.strip() or set(self.title) & set("#<>[]|{}\n"):
            raise ValueError(f"title is that of a page, not {self.title!r}")
        if (self.row is None) != (self.column is None):
            raise ValueError("a cell is where a row and a column meet: both are named, or neither")
        if self.infobox is not None and self.row is not None:
            raise ValueError("infobox, or row and column, not both")
        if self.site is not None and not self.site.startswith(("http://", "https://")):
            raise ValueError(f"site is an http(s) address, not {self.site!r}")
        if self.expect is not None and not self.expect[0] <= self.expect[1]:
            raise ValueError(f"expect is [low, high]; {self.expect[0]} is above {self.expect[1]}")

    @property
    def home(self) -> str:
        """The wiki's own address, without a slash at its end."""
        return (self.site or f"https://{self.language}.wikipedia.org").rstrip("/")

    @property
    def url(self) -> str:
        """Where the page is asked for."""
        return page_address(self.home, self.title)

    @property
    def list_url(self) -> str | None:
        """Where its earlier revisions are listed; None where none are asked for."""
        return None if self.since is None else list_address(self.home, self.title, self.since)

    @property
    def words_of_states(self) -> dict[str, tuple[str, ...]]:
        """The words by which each state is told."""
        return {
            state: (named,) if isinstance(named, str) else named
            for state, named in self.states.items()
        }


class Wikipedia(Source):
    """What one page says, by revision."""

    name = "wikipedia"
    version = "3"
    describes = Description(
        publisher="Wikipedia",
        licence="CC BY-SA 4.0",
        budget="one page an update; 24 earlier revisions until all are read",
    )
    Options = Options
    leads_on = True
    gives_several = True

    def addresses(self, measure: Measure) -> list[str]:
        """The page, and the list of its revisions where earlier ones are wanted."""
        options: Options = self.options(measure)
        return [url for url in (options.url, options.list_url) if url is not None]

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Reading | Refusal | Follow]:
        """Of a list of revisions those to read, of a revision what it says."""
        asked = page.asked_url or page.url
        listing = [one for one in measures if self.options(one).list_url == asked]
        if listing:
            yield from self._earlier(page, tuple(listing))
            return
        found = revision(page)
        for measure in measures:
            options: Options = self.options(measure)
            try:
                yield from _said(found, measure, options, is_shown=options.url == asked)
            except PluginError as error:
                yield Refusal(measure.id, "unreadable", str(error))

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """The revision, and the place where the answer stands."""
        options: Options = self.options(measure)
        found = revision(page)
        yield f"revision {found.number}, saved {found.saved_at or 'at no time that it tells'}"
        cell = _cell(found.page, options)
        if cell is None:
            paragraphs = len(words_of(found.page).splitlines())
            yield f"{paragraphs} paragraphs are read for what they state"
            return
        yield f"{cell.where} says “{cell.text[:120]}”"
        told = _answered(cell, measure, options)
        yield f"that is {told.value}"

    def _earlier(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Refusal | Follow]:
        wanting: dict[str, list[Measure]] = {}
        for measure in measures:
            options: Options = self.options(measure)
            yield Refusal(measure.id, "silent", "a list: each revision is read by itself")
            for number in earlier(page, options.step):
                url = page_address(options.home, options.title, number)
                wanting.setdefault(url, []).append(measure)
        for url, asking in wanting.items():
            yield Follow(Ask(url, tuple(asking), once=True, at_most=_CATCH_UP))


def _cell(page: Page, options: Options) -> Cell | None:
    """The place that the claim file names; None where it names none."""
    if options.infobox is not None:
        return in_infobox(page, options.infobox)
    if options.row is not None and options.column is not None:
        return in_table(page, options.table, options.row, options.column)
    return None


def _answered(cell: Cell, measure: Measure, options: Options) -> Answer:
    heading = options.column or cell.label
    return answer(cell.text, measure, options.words_of_states, options.language, heading)


def _said(
    found: Revision, measure: Measure, options: Options, *, is_shown: bool
) -> Iterator[Reading | Refusal]:
    cell = _cell(found.page, options)
    if cell is None:
        yield from _stated(found, measure, options)
        return
    if options.expect is not None and measure.kind != "quantity":
        raise Unreadable(f"expect bounds quantities; {measure.id} is of kind {measure.kind}")
    told = _answered(cell, measure, options)
    if options.expect is not None and not _is_expected(told.value, options.expect):
        reason = f"{told.value} is outside what is expected, {options.expect}"
        yield Refusal(measure.id, "quarantined", reason)
        return
    day = None if measure.kind in {"date", "event"} else dated(f"{cell.label} {cell.text}")
    made = Reading(
        measure.id,
        told.value,
        as_of=day,
        error=told.error,
        quote=in_brief(f"{cell.label}: {cell.text}"),
        locator=_locator(found, options, cell.where),
        published_at=found.saved_at,
    )
    if day is None and not is_shown:
        yield replace(made, as_of=_saved_on(found), as_of_basis="carried")
    else:
        yield made


def _is_expected(value: object, expect: tuple[float, float]) -> bool:
    low, high = (Decimal(repr(end)) for end in expect)
    ends = (value.lower, value.upper) if isinstance(value, Interval) else (value,)
    return all(low <= end <= high for end in ends if isinstance(end, Decimal))


def _stated(found: Revision, measure: Measure, options: Options) -> Iterator[Reading | Refusal]:
    """What the sentences of the revision state of *measure*."""
    from claimtrack import read_statements

    if measure.wordless is not None:
        yield Refusal(measure.id, "unreadable", measure.wordless)
        return
    text, day = words_of(found.page), _saved_on(found)
    language = options.language.partition("-")[0]
    readings = read_statements(text, (measure,), published=day, language=language)
    for reading in readings:
        yield replace(
            reading,
            locator=_locator(found, options, reading.locator or ""),
            published_at=found.saved_at,
        )
    if not readings:
        yield Refusal(measure.id, "silent", "the page does not state it")


def _saved_on(found: Revision) -> CalendarDate | None:
    return None if found.saved_at is None else CalendarDate(found.saved_at.date())


def _locator(found: Revision, options: Options, where: str) -> str:
    return f"{permalink(options.home, found.number)}, {where}"[:500]


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [Wikipedia()]
