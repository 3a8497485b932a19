"""The past: which captures of its pages an archive is asked for, and what they come to. Pure.

    Plan --lookups()--> listings --listed()--> captures --chosen()--> mementos --read()--> Gleaning
                                               captures on record --recall()--> what they lead to

What a capture says is recorded under the page's own address, as of the moment it was captured, and
learnt when it is recorded. What went wrong with the archive itself is an attempt at the archive's
address, made now, so that the page's own history holds nothing that nobody saw.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime
from urllib.parse import urlsplit

from claimtrack.captures import (
    Archive,
    Capture,
    Listing,
    Wanted,
    captured_at,
    is_for_readers,
    is_same_page,
    original_in,
    original_of,
    parse_cdx,
    parse_memento,
    parse_timemap,
    spread,
    wanted,
)
from claimtrack.errands import Errand
from claimtrack.errors import Unreadable
from claimtrack.observations import OUTCOMES_UNANSWERED, Attempt, Outcome
from claimtrack.pages import Answer, Page, Request, Validators
from claimtrack.update import Gleaning, leads_on, read

#: Captures asked for in one update. At a second each it takes some two minutes, and the next update
#: goes on from there.
CAPTURES_AT_ONCE = 100
#: Listings of one page that are asked for, where an archive gives them in parts.
_MOST_LISTINGS = 10
#: By this a timegate is asked for a moment (RFC 7089, 2.1.1).
_NEXT_TO = "Accept-Datetime"
#: The archive's own headers, which must not come back as the page's.
_THE_ARCHIVES = frozenset({"etag", "last-modified", "cache-control", "expires", "retry-after"})


#: When an address answered a source, by the name on record, and with which page; None with none.
Answered = Callable[[str, str], Mapping[datetime, Validators | None]]
#: What an answer says to those who asked.
Reader = Callable[[Answer, Errand], Gleaning]


@dataclass(frozen=True, slots=True)
class _Lead:
    """What a page led to, seen at that moment; ``page`` is the address of the page whose captures
    were listed.
    """

    errand: Errand
    at: datetime
    page: str


@dataclass(frozen=True, slots=True)
class _Memento:
    """A capture that is asked for, and on whose behalf. One that a page led to is the one next to
    that page's moment, whichever it is.
    """

    wanted: Wanted
    errand: Errand
    page: str
    is_nearest: bool = False


class Past:
    """The captures of some pages between two moments, as an archive lists and gives them.

    Addresses asked for ``once`` are left out: what is there stays as it is. So are those that need
    a secret: no archive has been given it.
    """

    def __init__(
        self,
        archive: Archive,
        since: datetime,
        until: datetime,
        *,
        at_most: int = CAPTURES_AT_ONCE,
    ) -> None:
        self._archive = archive
        self._since = since
        self._until = until
        self._left = at_most
        self._errands: dict[str, Errand] = {}
        self._lookups: dict[Request, str] = {}
        self._asked: dict[str, set[Request]] = {}
        self._more: list[Request] = []
        self._captures: dict[str, list[Capture]] = {}
        self._mementos: dict[Request, _Memento] = {}
        self._leads: list[_Lead] = []
        self._left_over: dict[str, int] = {}
        self._not_led_to: Counter[str] = Counter()

    @property
    def left_over(self) -> tuple[str, ...]:
        """How many captures of each page are left for the next time, and how many of the pages
        that they lead to, in words.
        """
        captures = tuple(
            f"{url}: {count} of {self._archive.name}'s captures are left for the next update"
            for url, count in self._left_over.items()
        )
        return captures + tuple(
            f"{url}: {count} of the pages that its captures lead to are left for the next update"
            for url, count in self._not_led_to.items()
        )

    def lookups(self, errands: Iterable[Errand]) -> tuple[Request, ...]:
        """The requests that list the captures of what *errands* ask."""
        for errand in errands:
            request = errand.request
            inquiries = tuple(one for one in errand.inquiries if not one.ask.once)
            if request.is_file or request.secret_env is not None or not inquiries:
                continue
            known = self._errands.get(request.url)
            before = () if known is None else known.inquiries
            self._errands[request.url] = Errand(Request(request.url), before + inquiries)
        for url in self._errands:
            listing = self._archive.listing_of(url, self._since, self._until)
            self._look_up(url, listing, at=self._since if self._negotiates else None)
        return self.further()

    def further(self) -> tuple[Request, ...]:
        """The listings that are still to be asked for, because others were only a part."""
        more, self._more = self._more, []
        return tuple(more)

    def listed(self, answer: Answer) -> Gleaning:
        """What is to be recorded of a listing's *answer*."""
        url = self._lookups[answer.request]
        if answer.page is None:
            # RFC 7089, 4.2.1: a page of which there is no capture has no timemap.
            is_none = answer.outcome == "gone"
            reason = "the archive has no capture" if is_none else answer.reason
            return self._noted(url, answer, "absent" if is_none else answer.outcome, reason)
        if not self._negotiates and is_for_readers(answer.page.text):
            told = "a page for readers in place of a list of captures"
            return self._noted(url, answer, "blocked", told)
        try:
            listing = self._parsed(answer, answer.page, url)
        except Unreadable as error:
            return self._noted(url, answer, answer.outcome, str(error))
        own = [one for one in listing.captures if is_same_page(one.url, url)]
        self._captures.setdefault(url, []).extend(own)
        if listing.resume is not None:
            self._look_up(
                url, self._archive.listing_of(url, self._since, self._until, listing.resume)
            )
        where = urlsplit(answer.request.url).netloc
        pages = [page for page in listing.pages if urlsplit(page).netloc == where]
        for page in pages:
            self._look_up(url, page)
        if self._negotiates and not pages:
            for moment in self._moments():
                self._look_up(url, answer.request.url, at=moment)
        others = {one.url for one in listing.captures if not is_same_page(one.url, url)}
        strange = tuple(f"a capture of another page: {one}" for one in sorted(others))
        elsewhere = [page for page in listing.pages if page not in pages]
        strange += tuple(f"a timemap of another host: {one}" for one in elsewhere)
        passed = "; ".join(listing.faults + strange)[:300]
        return self._noted(
            url, answer, answer.outcome, f"passed over: {passed}" if passed else None
        )

    def recall(self, known: Answered, reading: Reader) -> None:
        """Takes up what the captures on record lead to, by *reading* them again: an update before
        may not have come to all of it.
        """
        for url, captures in self._captures.items():
            days = {capture.at.date() for capture in captures}
            for inquiry in self._errands[url].inquiries:
                if inquiry.source.leads_on:
                    one = Errand(Request(url), (inquiry,))
                    self._leads += self._recalled(one, url, days, known, reading)

    def chosen(self, known: Answered) -> tuple[Request, ...]:
        """The requests for captures that are not on record. Where pages lead on, half of the
        requests are kept for what they lead to.
        """
        listed = {url: captures for url, captures in self._captures.items() if captures}
        to_share = self._left
        for number, (url, captures) in enumerate(listed.items()):
            errand = self._errands[url]
            names = {inquiry.name for inquiry in errand.inquiries}
            on_record = frozenset.intersection(*(frozenset(known(name, url)) for name in names))
            fair = -(-to_share // (len(listed) - number))
            each = wanted(captures, on_record, since=self._since, until=self._until)
            now = spread(each, -(-fair // 2) if leads_on(errand) else fair)
            to_share -= fair if leads_on(errand) else len(now)
            self._left -= len(now)
            if len(each) > len(now):
                self._left_over[url] = len(each) - len(now)
            for one in now:
                request = Request(one.capture.address, stands_for=url)
                self._mementos[request] = _Memento(one, errand, url)
        return tuple(self._mementos)

    def read(self, answer: Answer, reading: Reader) -> list[Gleaning]:
        """What a memento's *answer* says to everybody who asks for its page, by *reading* it."""
        memento = self._mementos[answer.request]
        seen = self._as_seen(answer, memento)
        if seen is None:
            return [self._noted(memento.errand, answer, answer.outcome, answer.reason)]
        gleaning = reading(seen, memento.errand)
        self._leads += [_Lead(follow, seen.at, memento.page) for follow in gleaning.follows]
        found = [replace(gleaning, follows=())]
        asked = memento.wanted.capture
        if seen.at != asked.at and not memento.is_nearest:
            moved = f"in its place {self._archive.name} gives the capture of {seen.at:%Y-%m-%d}"
            found.append(self._absent(memento, asked, moved))
        elif gleaning.snapshots and _is_read(gleaning):
            known = Validators(gleaning.snapshots[0].sha256)
            found += [self._confirmed(memento, same, known) for same in memento.wanted.same]
        return found

    def followed(
        self, still: Callable[[list[Errand]], Mapping[Request, Errand]]
    ) -> tuple[Request, ...]:
        """The requests for the captures next to what pages led to; *still* tells what of it is to
        be asked for.
        """
        leads, self._leads = self._leads, []
        last = {lead.errand.request: lead for lead in leads}
        asked = []
        for request, errand in still([lead.errand for lead in leads]).items():
            lead = last[replace(request, validators=None)]
            address = self._archive.address_of(request.url, lead.at)
            if address is None:
                continue
            if self._left < 1:
                self._not_led_to[lead.page] += 1
                continue
            self._left -= 1
            capture = Capture(request.url, lead.at, address)
            plain = Errand(Request(request.url), errand.inquiries)
            memento = Request(address, stands_for=request.url)
            self._mementos[memento] = _Memento(Wanted(capture), plain, lead.page, is_nearest=True)
            asked.append(memento)
        return tuple(asked)

    def _recalled(
        self,
        errand: Errand,
        page: str,
        days: Collection[date] | None,
        known: Answered,
        reading: Reader,
    ) -> Iterator[_Lead]:
        """What the pages on record that *errand* asked lead to, and did not answer yet: those of
        *days*, or of any. What is asked for whenever a page leads there, as a list of lists, is
        followed from the record.
        """
        url, (inquiry,) = errand.request.url, errand.inquiries
        led_to: dict[str, _Lead] = {}
        for at, came in self._pages(known(inquiry.name, url), days):
            answer = Answer(Request(url, validators=came), at, "not_modified")
            for follow in reading(answer, errand).follows:
                led_to[follow.request.url] = _Lead(follow, at, page)
        for to, lead in led_to.items():
            (asking,) = lead.errand.inquiries
            if not known(asking.name, to):
                yield lead
            elif not asking.ask.once:
                yield from self._recalled(lead.errand, page, None, known, reading)

    def _pages(
        self, seen: Mapping[datetime, Validators | None], days: Collection[date] | None
    ) -> Iterator[tuple[datetime, Validators]]:
        """The pages of *seen* from the time that is asked for, one of a day, each once."""
        taken: set[date | str] = set()
        for at, came in sorted(seen.items(), key=lambda one: one[0]):
            on = at.date()
            is_asked = self._since <= at <= self._until and (days is None or on in days)
            if came is not None and is_asked and taken.isdisjoint({on, came.snapshot}):
                taken |= {on, came.snapshot}
                yield at, came

    def _look_up(self, url: str, address: str, at: datetime | None = None) -> None:
        """Asks *address* for captures of *url*; a timegate for the one next to the moment *at*."""
        asked_for = () if at is None else ((_NEXT_TO, format_datetime(at, usegmt=True)),)
        request = Request(address, asked_for, stands_for=url)
        asked = self._asked.setdefault(url, set())
        if request not in asked and len(asked) < _MOST_LISTINGS:
            asked.add(request)
            self._lookups[request] = url
            self._more.append(request)

    @property
    def _negotiates(self) -> bool:
        return self._archive.kind == "timegate"

    def _moments(self) -> Iterator[datetime]:
        """Moments from all over the time, as many as are asked for: each tells of the capture next
        to it and of its neighbours.
        """
        steps = _MOST_LISTINGS - 1
        span = (self._until - self._since) / steps
        for number in range(1, steps + 1):
            yield (self._since + number * span).astimezone(UTC).replace(microsecond=0)

    def _parsed(self, answer: Answer, page: Page, url: str) -> Listing:
        if self._archive.kind == "cdx":
            return parse_cdx(page.text, self._archive)
        if any(name == _NEXT_TO for name, _ in answer.request.headers):
            found = parse_memento(dict(answer.headers), page.url, self._archive, url)
            if found is None:
                raise Unreadable("the archive's answer is no capture: it has no Memento-Datetime")
            return found
        return parse_timemap(page.text, self._archive, url, address=page.url)

    def _as_seen(self, answer: Answer, memento: _Memento) -> Answer | None:
        """*answer* as the page's own, when it was captured; None where the archive did not answer
        for it.
        """
        headers, page = dict(answer.headers), answer.page
        asked = memento.wanted.capture
        url, at = memento.errand.request.url, captured_at(headers)
        if at is None:
            if answer.outcome in OUTCOMES_UNANSWERED:
                return None
            told = answer.reason or "it says of no moment that it is a capture"
            reason = f"{self._archive.name} does not give the capture that it lists: {told}"
            return _without_page(answer, url, asked.at, reason)
        if at > self._until:
            return _without_page(answer, url, asked.at, "a capture of a day to come")
        own = tuple(header for header in answer.headers if header[0] not in _THE_ARCHIVES)
        address = asked.address if page is None else page.url
        reason = f"captured by {self._archive.name}"
        if answer.reason is not None:
            reason = f"{reason}: {answer.reason}"
        if page is not None:
            original = original_of(headers, page.url) or url
            if not _is_of(original, url, asked.address, page.url):
                reason = f"{self._archive.name} gives a capture of another page: {original}"
                return _without_page(answer, url, asked.at, reason)
            page = replace(page, url=original, fetched_at=at, headers=own, asked_url=url)
        return replace(
            answer,
            request=Request(url),
            at=at,
            page=page,
            reason=reason,
            headers=(*own, ("content-location", address)),
        )

    def _confirmed(self, memento: _Memento, same: Capture, known: Validators) -> Gleaning:
        request = Request(memento.errand.request.url, validators=known)
        reason = f"the same bytes, by {self._archive.name}'s digest"
        answer = Answer(request, same.at, "not_modified", reason=reason, requests=0)
        return read(answer, memento.errand)

    def _absent(self, memento: _Memento, capture: Capture, reason: str) -> Gleaning:
        request = Request(memento.errand.request.url)
        answer = Answer(request, capture.at, "absent", reason=reason, requests=0)
        return read(answer, memento.errand)

    def _noted(
        self, whose: str | Errand, answer: Answer, outcome: Outcome, reason: str | None
    ) -> Gleaning:
        """An attempt at the archive's own address for everybody who asks."""
        errand = self._errands[whose] if isinstance(whose, str) else whose
        return Gleaning(
            tuple(
                Attempt(
                    name, answer.request.url, answer.at, outcome, answer.status, reason,
                    headers=answer.headers, bytes=answer.bytes, seconds=answer.seconds,
                    requests=answer.requests, shared=place > 0,
                )
                for place, name in enumerate(
                    dict.fromkeys(inquiry.name for inquiry in errand.inquiries)
                )
            )
        )  # fmt: skip


def _without_page(answer: Answer, url: str, at: datetime, reason: str) -> Answer:
    """That there is no capture of the page *url* of the moment *at*, as the archive's *answer* was
    found to say, at its cost.
    """
    return replace(
        answer,
        request=Request(url),
        at=at,
        outcome="absent",
        page=None,
        reason=reason,
        headers=(),
        packed=None,
    )


def _is_of(original: str, url: str, asked: str, given: str) -> bool:
    """Whether a capture of *original* is one of the page *url*, which was asked for at the address
    *asked* and given at *given*: its own, or that of the page to which it had moved by then.
    """
    if is_same_page(original, url):
        return True
    moved_to = None if given == asked else original_in(given)
    return moved_to is not None and is_same_page(original, moved_to)


def _is_read(gleaning: Gleaning) -> bool:
    """Whether everybody has read something of the page, so that it can be confirmed."""
    results = [result for one in gleaning.attempts for result in one.results]
    return bool(results) and all(result.status == "read" for result in results)
