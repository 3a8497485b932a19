"""The news: feeds, sitemaps and pages of links, and the articles that they name.

    ask = [{ source = "news", url = "https://example.org/feed.xml", publisher = "The Example" }]
    ask = [{ source = "bbc" }]

A listing names articles. Those that may speak of a measure are read; what one says of the measure,
in its own words and with its day, is a reading. What was read is not asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from claimtrack import (
    Ask,
    Description,
    Follow,
    Measure,
    Page,
    Reading,
    Refusal,
    Source,
    Unreadable,
    Wall,
    hookimpl,
)
from claimtrack_news.addresses import canonical
from claimtrack_news.choosing import is_recent, names_any, newest_first
from claimtrack_news.linkpages import link_page
from claimtrack_news.listings import Entry, Listing
from claimtrack_news.outlets import Outlet, agency, outlets
from claimtrack_news.reading import listing
from claimtrack_news.trees import text_of

#: Of an index, the sitemaps that were touched last: an index may name ten thousand, back to the
#: first day of a paper, and what is new stands in few.
MAX_SITEMAPS = 5

_Few = Annotated[int, msgspec.Meta(ge=1, le=500)]


class _Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a claim file may say of any listing.

    ``urls`` are further listings of the same publisher. ``links`` is the CSS selector of the links
    that are articles, where the listing is an ordinary page. ``follow = "all"`` reads every
    article; else those are read whose title or summary names one of ``words``, by default the
    ``subject`` of the measure's ``[reads]``. ``most`` articles are asked in one update, and none
    that was last touched more than ``days`` ago. ``language`` is that of an article which does not
    say it.
    """

    urls: tuple[str, ...] = ()
    links: str | None = None
    follow: Literal["matching", "all"] = "matching"
    words: tuple[str, ...] = ()
    most: _Few = 20
    days: Annotated[int, msgspec.Meta(ge=1, le=36500)] = 30
    language: str | None = None

    def __post_init__(self) -> None:
        if self.follow == "all" and self.words:
            raise ValueError('words choose among the articles; follow = "all" reads every one')


class Options(_Options, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a claim file may say of a listing that it names by its address, ``url``."""

    url: str


class OutletOptions(_Options, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a claim file may say of an outlet of the catalogue; ``url`` is asked instead of the
    feeds that stand there.
    """

    url: str | None = None


class News(Source):
    """The articles that a listing names, and what they say."""

    name = "news"
    version = "1"
    describes = Description(publisher="", budget="each listing, and 20 articles an update")
    Options = Options
    leads_on = True
    gives_several = True
    outlet: Outlet | None = None

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Reading | Refusal | Follow]:
        """Of a listing the articles that may speak of the measures, of an article what it says."""
        found = self._listing(page, measures)
        if found is not None:
            yield from self._leads(found, page, measures)
        else:
            yield from self._said(page, measures)

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """What the page is, and which of its entries are followed, or what the article tells."""
        found = self._listing(page, (measure,))
        if found is None:
            yield from self._told(page)
            return
        yield f"a listing of {len(found.entries)} entries and {len(found.lists)} further listings"
        chosen = {entry.link for entry in self._chosen(found, measure, page.fetched_at)}
        for entry in newest_first(found.entries)[:_TOLD]:
            taken = "followed" if entry.link in chosen else "left"
            yield f"{taken}: {entry.title or entry.link} ({entry.latest_at or 'without a day'})"

    def addresses(self, measure: Measure) -> tuple[str, ...]:
        """The listings to ask: those that the claim file names, else the outlet's feeds."""
        options = self.options(measure)
        own = () if self.outlet is None else self.outlet.feeds
        named = own if options.url is None else (options.url,)
        if not named:
            raise Unreadable(f"{self.name} has no feed of its own: name one with url")
        return (*named, *options.urls)

    def _listing(self, page: Page, measures: tuple[Measure, ...]) -> Listing | None:
        """The listing that *page* is; None where it is an article. Raises `Unreadable` where it was
        asked as a listing and is none.
        """
        asked = (page.asked_url or page.url, page.url)
        asking = [one for one in measures if not set(asked).isdisjoint(self.addresses(one))]
        found = listing(page)
        if found is not None or not asking:
            return found
        selectors = {self.options(measure).links for measure in asking} - {None}
        if len(selectors) != 1:
            raise Unreadable(
                "no feed and no sitemap; of an ordinary page, links = tells which are articles"
            )
        return link_page(page, selectors.pop())

    def _leads(
        self, found: Listing, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Refusal | Follow]:
        for measure in measures:
            yield _of_listing(measure)
        for entry in newest_first(found.lists)[:MAX_SITEMAPS]:
            yield Follow(Ask(entry.link, measures))
        wanting: dict[Entry, list[Measure]] = {}
        for measure in measures:
            for entry in self._chosen(found, measure, page.fetched_at):
                wanting.setdefault(entry, []).append(measure)
        for entry in newest_first(wanting):
            asking = tuple(wanting[entry])
            most = max(self.options(measure).most for measure in asking)
            yield Follow(
                Ask(entry.link, asking, once=True, changed_at=entry.updated_at, at_most=most)
            )

    def _chosen(self, found: Listing, measure: Measure, at: datetime) -> Iterator[Entry]:
        """The entries worth an article for *measure*, by their canonical addresses, each once."""
        options = self.options(measure)
        words = _words(measure, options)
        seen: set[str] = set()
        for entry in found.entries:
            link = canonical(entry.link)
            if link is None or link in seen or not is_recent(entry, options.days, at):
                continue
            if words is None or names_any(entry, words):
                seen.add(link)
                yield replace(entry, link=link)

    def _said(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading | Refusal]:
        """What the article says of each measure; that it says nothing, where it does not."""
        from claimtrack import mentioned, visible_text

        text = text_of(page)
        speaking = mentioned(visible_text(text), measures)  # a wall the update knows by itself
        readings = self._readings(text, page.url, speaking) if speaking else []
        yield from readings
        told = {reading.measure for reading in readings}
        for measure in measures:
            if measure.id not in told:
                yield Refusal(measure.id, "silent", "the article does not state it")

    def _readings(self, text: str, url: str, measures: tuple[Measure, ...]) -> list[Reading]:
        from claimtrack import read_article, read_statements

        article = read_article(text, url=url)
        _demand_article(article.wall)
        if article.published is None:
            raise Unreadable("the article tells no day: what it says cannot be dated")
        at, by = article.published, agency(article.authors)
        language = (article.language or self._language(measures[0])).partition("-")[0].lower()
        readings = read_statements(article.text, measures, published=at, language=language)
        moment = at if isinstance(at, datetime) else None
        return [
            replace(
                reading,
                attribution=reading.attribution or by,
                published_at=reading.published_at or moment,
            )
            for reading in readings
        ]

    def _told(self, page: Page) -> Iterator[str]:
        from claimtrack import read_article

        article = read_article(text_of(page), url=page.url)
        yield f"an article: {article.title or 'without a title'}"
        yield f"published {article.published or 'on no day that it tells'}"
        if article.wall is not None:
            yield f"a wall: {article.wall}"
        by = agency(article.authors)
        if by is not None:
            yield f"a story of {by}"

    def _language(self, measure: Measure) -> str:
        given: str | None = self.options(measure).language
        return given or (self.outlet.language if self.outlet is not None else "en")


_TOLD = 50


def _of_listing(measure: Measure) -> Refusal:
    """What a listing itself says of *measure*: nothing, or that no article ever will."""
    if measure.wordless is not None:
        return Refusal(measure.id, "unreadable", measure.wordless)
    return Refusal(measure.id, "silent", "a listing: what it names is read by itself")


def _words(measure: Measure, options: Any) -> tuple[str, ...] | None:
    """The words that an entry has to name for *measure*; None where every entry is read."""
    if options.follow == "all":
        return None
    words = options.words or (() if measure.reads is None else measure.reads.subject)
    return tuple(words) or None


def _demand_article(wall: Wall | None) -> None:
    if wall is not None:
        raise Unreadable(f"no article but a wall: {wall}")


def _source_of(name: str, known: Outlet) -> Source:
    """The source that asks one outlet of the catalogue."""
    described = Description(
        known.publisher, party=known.party, budget="each feed, and 20 articles an update"
    )
    made = {"name": name, "describes": described, "Options": OutletOptions, "outlet": known}
    source: Source = type(f"News_{name}", (News,), {"__doc__": News.__doc__, **made})()
    return source


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The source for any listing, and one for each outlet of the catalogue."""
    return [News(), *(_source_of(name, known) for name, known in outlets().items())]
