"""What offices publish: the White House and the United Nations, in their own words.

    ask = [{ source = "white-house", words = ["Ukraine"] }]
    ask = [{ source = "un-press" }]
    ask = [{ source = "un-council", member = "Russian Federation", permanent = "permanent" }]

A listing names documents; one that may speak of a measure is read once. Of a transcript each turn
is its speaker's, and a question is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, ClassVar
from urllib.parse import urljoin, urlsplit

import msgspec

from claimtrack import (
    Ask,
    Description,
    Follow,
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
from claimtrack_official.council import council
from claimtrack_official.documents import OfficialDocument, Turn, document

_Few = Annotated[int, msgspec.Meta(ge=1, le=200)]
#: Fewer words than these are a remark, no statement of anybody's.
_FEW_WORDS = 3
_COUNCIL = "https://main.un.org/securitycouncil/en/content/current-members"


class PaperOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of an office's documents.

    ``documents`` are read as they are. ``listings`` are pages that name documents, in place of the
    office's own; with ``documents`` alone no listing is asked. Of a listing those are read whose
    title or address names one of ``words``, by default the ``subject`` of the measure's
    ``[reads]``; ``most`` of them in one update.

    ``about`` keeps of a speaker's paragraphs, where the measure is a quotation, those that name
    one of these words. ``on`` keeps the documents of that day.
    """

    documents: tuple[str, ...] = ()
    listings: tuple[str, ...] | None = None
    words: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    on: date | None = None
    most: _Few = 20


@dataclass(frozen=True, slots=True)
class Office:
    """Where an office lists its documents, and how their addresses are told from other links."""

    listings: tuple[str, ...]
    document: re.Pattern[str]


class OfficeSource(Source):
    """The documents of an office, and what is said in them."""

    name = "office"
    version = "1"
    describes = Description(publisher="")
    Options: ClassVar[type[msgspec.Struct] | None] = PaperOptions
    leads_on = True
    gives_several = True
    office: ClassVar[Office]

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        """One ask for each listing and for each document that is named."""
        listings: dict[str, list[Measure]] = {}
        named: dict[str, list[Measure]] = {}
        for measure in measures:
            options: PaperOptions = self.options(measure)
            for url in self._listings(options):
                listings.setdefault(url, []).append(measure)
            for url in options.documents:
                named.setdefault(url, []).append(measure)
        for url, asked in listings.items():
            yield Ask(url, tuple(asked))
        for url, asked in named.items():
            yield Ask(url, tuple(asked), once=True)

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Reading | Refusal | Follow]:
        """Of a listing the documents that may speak of the measures, of a document what it says."""
        if self._is_listing(page, measures):
            yield from self._leads(page, measures)
            return
        found = document(page)
        for measure in measures:
            yield from _said(found, measure, self.options(measure))

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """Which documents a listing leads to; or the day of one, and who speaks in it."""
        if self._is_listing(page, (measure,)):
            for url in self._chosen(page, measure):
                yield f"followed: {url}"
            return
        found = document(page)
        yield f"“{found.title}”, of {found.day}"
        speakers = {turn.speaker for turn in found.turns if turn.speaker}
        yield f"{len(found.turns)} paragraphs; {', '.join(sorted(speakers)) or 'nobody'} speaks"

    def _listings(self, options: PaperOptions) -> tuple[str, ...]:
        if options.listings is not None:
            return options.listings
        return () if options.documents else self.office.listings

    def _is_listing(self, page: Page, measures: Sequence[Measure]) -> bool:
        asked = {page.asked_url or page.url, page.url}
        return any(not asked.isdisjoint(self._listings(self.options(one))) for one in measures)

    def _leads(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Refusal | Follow]:
        wanting: dict[str, list[Measure]] = {}
        links = list(self._links(page))
        if not links:
            raise Unreadable("the listing names no document; has its layout changed?")
        for measure in measures:
            yield Refusal(measure.id, "silent", "a listing: what it names is read by itself")
            for url in self._chosen(page, measure):
                wanting.setdefault(url, []).append(measure)
        for url, _ in links:
            if url in wanting:
                asking = tuple(wanting.pop(url))
                most = max(self.options(one).most for one in asking)
                yield Follow(Ask(url, asking, once=True, at_most=most))

    def _chosen(self, page: Page, measure: Measure) -> Iterator[str]:
        options: PaperOptions = self.options(measure)
        words = options.words or (() if measure.reads is None else measure.reads.subject)
        for url, title in self._links(page):
            told = f"{title} {urlsplit(url).path.replace('-', ' ')}".casefold()
            if not words or any(word.casefold() in told for word in words):
                yield url

    def _links(self, page: Page) -> Iterator[tuple[str, str]]:
        """The documents that a listing names, each once, with their titles."""
        seen: dict[str, str] = {}
        for link in page.select("a[href]"):
            url = _absolute(page.url, link.attributes["href"])
            if url is not None and self.office.document.search(urlsplit(url).path):
                seen[url] = seen.get(url) or link.text
        yield from seen.items()


def _absolute(base: str, link: str) -> str | None:
    """The address that *link* names, without what stands behind it; None for another host's."""
    try:
        url = urlsplit(urljoin(base, link.strip()))
        same = url.hostname == urlsplit(base).hostname
    except ValueError:
        return None
    if url.scheme not in {"http", "https"} or not same:
        return None
    return url._replace(query="", fragment="").geturl()


def _said(
    found: OfficialDocument, measure: Measure, options: PaperOptions
) -> Iterator[Reading | Refusal]:
    if options.on is not None and found.day != options.on:
        yield Refusal(measure.id, "silent", f"the document is of {found.day}, not of {options.on}")
        return
    if measure.kind == "quotation":
        readings = list(_quotations(found, measure, options))
    elif measure.wordless is not None:
        yield Refusal(measure.id, "unreadable", measure.wordless)
        return
    else:
        readings = list(_statements(found, measure))
    yield from readings
    if not readings:
        yield Refusal(measure.id, "silent", "the document does not state it")


def _statements(found: OfficialDocument, measure: Measure) -> Iterator[Reading]:
    """What the document and those who speak in it state; a question states nothing."""
    from claimtrack import read_statements

    for turn in found.turns:
        if turn.asked:
            continue
        for reading in read_statements(turn.text, (measure,), published=found.day, language="en"):
            yield replace(
                reading,
                attribution=reading.attribution or turn.speaker,
                locator=f"paragraph {turn.number}, {reading.locator}",
                published_at=reading.published_at or found.published_at,
            )


def _quotations(
    found: OfficialDocument, measure: Measure, options: PaperOptions
) -> Iterator[Reading]:
    """What the measure's speaker says: his turns word for word, and what he is quoted for."""
    from claimtrack import is_same_speaker

    for turn in found.turns:
        for said, speaker in _spoken(turn):
            told = said.casefold()
            if speaker is None or not is_same_speaker(measure.speaker or "", speaker):
                continue
            if len(said.split()) < _FEW_WORDS:
                continue
            if options.about and not any(word.casefold() in told for word in options.about):
                continue
            yield Reading(
                measure.id,
                said,
                as_of=found.day,
                quote=in_brief(said),
                locator=f"paragraph {turn.number}",
                attribution=speaker,
                published_at=found.published_at,
            )


def _spoken(turn: Turn) -> Iterator[tuple[str, str | None]]:
    """The words of *turn* that somebody said himself, each with who."""
    from claimtrack import find_quotations

    if turn.asked:
        return
    if turn.verbatim:
        yield turn.text, turn.speaker
        return
    for one in find_quotations(turn.text):
        if not one.scare and not one.nested:
            yield one.text, one.speaker or turn.speaker


class WhiteHouse(OfficeSource):
    """What the White House publishes: remarks, statements, fact sheets, articles."""

    name = "white-house"
    version = "2"
    describes = Description(
        publisher="The White House",
        party="United States",
        licence="public domain (17 U.S.C. 105)",
        budget="three listings and 20 documents an update",
    )
    office = Office(
        tuple(
            f"https://www.whitehouse.gov/{section}/"
            for section in ("remarks", "briefings-statements", "articles")
        ),
        re.compile(
            r"^/(?:remarks|briefings-statements|articles|fact-sheets|releases)/\d{4}/\d\d/[^/]+/?$"
        ),
    )


class UnitedNations(OfficeSource):
    """The press releases and meetings coverage of the United Nations."""

    name = "un-press"
    version = "1"
    describes = Description(
        publisher="United Nations",
        licence="no open licence stated; quoted with its address",
        budget="one listing and 20 documents an update",
    )
    office = Office(
        ("https://press.un.org/en/content/security-council/meetings-coverage",),
        re.compile(r"^/en/(?:\d{4}/[a-z]+\d+\.doc\.htm|story/\d{4}/\d\d/\d+)$"),
    )


class DocumentOptions(PaperOptions, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of documents at addresses of their own: ``documents``."""

    def __post_init__(self) -> None:
        if not self.documents or self.listings or self.words:
            raise ValueError("documents names addresses; there is no listing to choose from")


class Documents(OfficeSource):
    """Documents at known addresses: a speech, a debate, a release, an article."""

    name = "document"
    version = "1"
    describes = Description(publisher="", budget="each document once")
    Options: ClassVar[type[msgspec.Struct] | None] = DocumentOptions
    office = Office((), re.compile(r"(?!)"))


class CouncilOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of the Security Council: the ``member`` as the United Nations name
    it, and the state of the measure that each seat tells: ``permanent``, ``elected`` and ``none``.
    """

    member: str
    permanent: str | None = None
    elected: str | None = None
    none: str | None = None
    url: str = _COUNCIL


class SecurityCouncil(Source):
    """Which seat a state has in the Security Council, off the page of its members."""

    name = "un-council"
    version = "2"
    describes = Description(
        publisher="United Nations",
        licence="no open licence stated; quoted with its address",
        budget="one page an update",
    )
    Options = CouncilOptions

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading | Refusal]:
        """The seat of each member that is asked after."""
        found = council(page)
        for measure in measures:
            options: CouncilOptions = self.options(measure)
            if measure.kind != "state":
                raise PluginError(f"{measure.id} is of kind {measure.kind}; a seat is a state")
            try:
                seat = found.seat_of(options.member)
            except Unreadable as error:
                yield Refusal(measure.id, "unreadable", str(error))
                continue
            state = getattr(options, seat)
            if state is None:
                reason = f"{options.member} has the seat “{seat}”, by which no state is told"
                yield Refusal(measure.id, "unreadable", reason)
                continue
            yield Reading(measure.id, state, quote=found.quote, locator=f"{options.member}: {seat}")


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The White House, the United Nations and its Security Council, and any document."""
    return [WhiteHouse(), UnitedNations(), SecurityCouncil(), Documents()]
