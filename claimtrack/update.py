"""The update, decided: what to ask, and what the answers say. Pure; nothing here asks or stores.

    measures, sources --plan()--> Errand --(fetched elsewhere)--> Answer
    Answer --read()--> Attempt, StoredSnapshot, and further Errands where a reader wants to follow

A source that raises, or yields what it may not, becomes an attempt with its reason and stops no
other. Only a bug of ours raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import islice, starmap
from types import MappingProxyType

from claimtrack.answers import doubt, foretold, is_of_kind
from claimtrack.charsets import charset
from claimtrack.errors import PluginError, UnknownName, Unreadable
from claimtrack.measures import Measure, Subscription
from claimtrack.names import kind_of, with_article
from claimtrack.observations import (
    Attempt,
    Description,
    Reading,
    Result,
    Snapshot,
    StoredSnapshot,
)
from claimtrack.pacing import is_due
from claimtrack.pages import (
    BROKEN_OFF,
    Answer,
    Ask,
    Follow,
    Memory,
    Page,
    Refusal,
    Request,
    Validators,
    one_line,
)
from claimtrack.patience import PATIENCE, Waiting
from claimtrack.sources import Source, Sources, extractor
from claimtrack.values import CalendarDate
from claimtrack.volatile import is_same_but_for_volatile, is_surely_another
from claimtrack.words.articles.article import Wall
from claimtrack.words.articles.walls import wall_in

#: More readings than this off one page is a broken reader, not a large source: the longest daily
#: series kept anywhere (air temperature, since 1659) has some 134,000 days.
MAX_READINGS = 200_000
#: More addresses than this from one source is a broken source: ten thousand days are 27 years.
MAX_ASKS = 10_000
#: A reader may follow from page to page this often.
MAX_DEPTH = 3
#: An article that came and could not be read, or was read by another reader, is asked for again no
#: sooner: it stands in its feed for days, and an update may run every few minutes.
SECOND_LOOK = timedelta(days=1)
#: So many addresses are remembered at a time: what is remembered of one takes two kilobytes, and
#: what its ask keeps of that is a tenth.
_RECALLED_AT_ONCE = 250

#: A name on record and an address; what is remembered of it; and what gives that of some of them.
Place = tuple[str, str]
Memories = Mapping[Place, Memory]
Recall = Callable[[Sequence[Place]], Memories]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One source's ask, and under which name the source is on record. ``depth`` counts the pages
    that were followed to get here.
    """

    source: Source
    name: str
    ask: Ask
    depth: int = 0

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What is asked for."""
        return self.ask.measures


@dataclass(frozen=True, slots=True)
class Errand:
    """One address to fetch once, for every inquiry that asks it."""

    request: Request
    inquiries: tuple[Inquiry, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to fetch, and the attempts that already failed because a source could not say what."""

    errands: tuple[Errand, ...]
    failed: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Gleaning:
    """What one answer came to: an attempt for each inquiry, the page kept, where to go on."""

    attempts: tuple[Attempt, ...]
    snapshots: tuple[StoredSnapshot, ...] = ()
    follows: tuple[Errand, ...] = ()

    @property
    def readings(self) -> int:
        """How many readings its attempts brought."""
        results = (result for attempt in self.attempts for result in attempt.results)
        return sum(len(result.readings) for result in results)


def descriptions(measures: Iterable[Measure], sources: Sources) -> dict[str, Description]:
    """Who stands behind each name on record: what the plugin says of itself, with what the claim
    file says instead; the name itself where neither names a publisher.
    """
    found: dict[str, Description] = {}
    told: dict[str, tuple[str | None, ...]] = {}
    for _, subscription in _subscriptions(measures):
        if subscription.source not in sources.by_name:
            continue
        said = (
            subscription.source, subscription.publisher, subscription.kind, subscription.party
        )  # fmt: skip
        if told.get(subscription.name) == said:  # as it is of all pages of one source
            continue
        told[subscription.name] = said
        own = sources[subscription.source].describes
        found[subscription.name] = replace(
            own,
            publisher=subscription.publisher or own.publisher or subscription.name,
            kind=subscription.kind or own.kind,
            party=subscription.party or own.party,
        )
    return found


def plan(
    measures: Iterable[Measure],
    sources: Sources,
    memories: Memories | Recall,
    *,
    at: datetime,
    due: bool = False,
    asked_since: datetime | None = None,
    lasts: Mapping[tuple[str, str], date] = MappingProxyType({}),
    patience: float | Waiting = PATIENCE,
    on_bug: Callable[[Exception], None] | None = None,
) -> Plan:
    """What to ask for *measures*, each address once. *memories* are by (name on record, address),
    or what gives those of some, so that not all of them are held at once. With *due*, what is not
    due is left out (see `claimtrack.pacing`), and with *asked_since* what was asked since that
    moment. *lasts* is the last day on record by (name on record, measure); an address whose day has
    not come is left out. A source has *patience* seconds to name what it asks; one that fails at
    that is asked nothing. What fails while we decide on what it named is a bug of ours and on no
    source's record: it says of what, and is raised (None) or goes to *on_bug*, after which all else
    is planned.
    """
    waiting = _waiting(patience)
    asked: dict[Request, list[_Known]] = {}
    failed: list[Attempt] = []
    taken: dict[str, set[str]] = {}
    for name, members in _by_name(measures).items():
        try:
            source = sources[members[0].subscriptions[0].source]
            since = _since(name, members, lasts)
            asks = waiting.within(name, partial(_asks, source, members, since))
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            failed.append(_unasked(name, members, at, error, sources))
            continue
        for ask, base, memory in _recalled(name, asks, memories):
            inquiry = Inquiry(source, name, ask)
            try:
                is_asked = _is_asked(inquiry, memory, at, due, asked_since)
                if is_asked and _is_taken(inquiry, taken):
                    known = inquiry, _confirmable(inquiry, memory)
                    asked.setdefault(_request(ask, base), []).append(known)
            except Exception as bug:  # what a source says was looked at before: this is ours
                bug.add_note(f"while planning what source {name!r} asks of {ask.url!r}")
                if on_bug is None:
                    raise
                on_bug(bug)
    return Plan(tuple(starmap(_errand, asked.items())), tuple(failed))


def _is_asked(
    inquiry: Inquiry,
    memory: Memory | None,
    at: datetime,
    due: bool,
    asked_since: datetime | None,
) -> bool:
    """Whether the day of *inquiry* has come, and nothing puts it off at the moment *at*."""
    ask = inquiry.ask
    if ask.not_before is not None and ask.not_before > at.date():
        return False
    if due and not ask.once and not _is_due(inquiry, memory, at):
        return False
    if asked_since is not None and memory and memory.asked_at >= asked_since:
        return False
    return _is_wanted(inquiry, memory, at)


#: An inquiry, and what lets the server say "not modified" to it.
_Known = tuple[Inquiry, Validators | None]


def _recalled(
    name: str, asks: Iterable[tuple[Ask, str | None]], memories: Memories | Recall
) -> Iterator[tuple[Ask, str | None, Memory | None]]:
    """The *asks* of the source called *name*, each with what is remembered of its address."""
    recall = memories if callable(memories) else lambda _: memories
    waiting = iter(asks)
    while some := tuple(islice(waiting, _RECALLED_AT_ONCE)):
        known = recall([(name, ask.url) for ask, _ in some])
        for ask, base in some:
            yield ask, base, known.get((name, ask.url))


def wanted(
    errands: Iterable[Errand],
    memories: Memories,
    *,
    at: datetime,
) -> tuple[Errand, ...]:
    """Of the errands that pages led to, what is still to be asked at the moment *at*, each address
    once: not what is wanted once and was read, nor what failed and has to wait, nor more than a
    source takes in one update.
    """
    asked: dict[Request, dict[tuple[str, tuple[Measure, ...]], _Known]] = {}
    taken: dict[str, set[str]] = {}
    for errand in errands:
        url = errand.request.url
        for inquiry in errand.inquiries:
            memory = memories.get((inquiry.name, url))
            if _is_wanted(inquiry, memory, at) and _is_taken(inquiry, taken):
                known = inquiry, _confirmable(inquiry, memory)
                once = inquiry.name, inquiry.measures
                asked.setdefault(errand.request, {}).setdefault(once, known)
    return tuple(_errand(request, tuple(known.values())) for request, known in asked.items())


def _is_taken(inquiry: Inquiry, taken: dict[str, set[str]]) -> bool:
    """Whether the ask is within what its source takes in one update, and then among what is
    taken.
    """
    ask, urls = inquiry.ask, taken.setdefault(inquiry.name, set())
    if ask.once and ask.url not in urls:
        if ask.at_most is not None and len(urls) >= ask.at_most:
            return False
        urls.add(ask.url)
    return True


def _is_wanted(inquiry: Inquiry, memory: Memory | None, at: datetime) -> bool:
    """Whether what is asked for once has not come yet, or was changed since."""
    ask = inquiry.ask
    if memory is None or not ask.once:
        return True
    if memory.failures:
        return is_due(inquiry.name, ask.url, (None,), memory, at)
    if not _readers(inquiry) <= memory.readers:
        return is_due(inquiry.name, ask.url, (SECOND_LOOK,), memory, at)
    # A moment that has not come is a mistake of the page's, and would make it new for ever.
    return ask.changed_at is not None and memory.asked_at < ask.changed_at <= at


def may_be_absent(ask: Ask, at: datetime) -> bool:
    """Whether what is asked for may not be there at the moment *at*, without that being a
    failure.
    """
    if ask.not_before is None or ask.grace is None:
        return False
    return at - datetime.combine(ask.not_before, time(), UTC) < ask.grace


def _subscriptions(measures: Iterable[Measure]) -> Iterator[tuple[Measure, Subscription]]:
    for measure in measures:
        for subscription in measure.subscriptions:
            yield measure, subscription


def _waiting(patience: float | Waiting) -> Waiting:
    return patience if isinstance(patience, Waiting) else Waiting(patience)


def _by_name(measures: Iterable[Measure]) -> dict[str, list[Measure]]:
    """Each measure narrowed to one subscription, by the name that subscription has on record."""
    named: dict[str, list[Measure]] = {}
    for measure, subscription in _subscriptions(measures):
        is_only = len(measure.subscriptions) == 1
        narrowed = measure if is_only else replace(measure, subscriptions=(subscription,))
        named.setdefault(subscription.name, []).append(narrowed)
    return named


def _since(
    name: str, measures: list[Measure], lasts: Mapping[tuple[str, str], date]
) -> date | None:
    """The last day on which all of *measures* are on record; None where one of them is not."""
    days = [lasts.get((name, measure.id)) for measure in measures]
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _asks(
    source: Source, measures: list[Measure], since: date | None
) -> list[tuple[Ask, str | None]]:
    """The source's asks, each with the folder its file path starts from (None for the network)."""
    named = list(islice(source.asks(tuple(measures), since=since), MAX_ASKS + 1))
    if len(named) > MAX_ASKS:
        raise PluginError(f"asks() names over {MAX_ASKS:,} addresses")
    given = frozenset(measures)
    for ask in named:
        if not isinstance(ask, Ask):
            raise PluginError(f"asks() gave {kind_of(ask)}, not an Ask")
        if not given.issuperset(ask.measures):
            raise PluginError(f"asks() asks {ask.url!r} for a measure that it was not given")
    return [(ask, _base(ask)) for ask in named]


def _base(ask: Ask) -> str | None:
    if ask.url.startswith(("http://", "https://")):
        return None
    for measure in ask.measures:
        subscription = measure.subscriptions[0]
        if ask.url in (value for _, value in subscription.options):
            return subscription.base or "."
    raise PluginError(
        f"{ask.url!r} is neither http(s) nor a file that the claim file names: a source may not"
        " choose a file of its own"
    )


def _request(ask: Ask, base: str | None) -> Request:
    return Request(
        ask.url, tuple(ask.headers), ask.secret_env, base, secret_header=ask.secret_header
    )


def _is_due(inquiry: Inquiry, memory: Memory | None, at: datetime) -> bool:
    """Whether a scheduled update asks it now. What was absent is looked for by waits that double
    from an hour, however rarely its source is asked.
    """
    paces = [measure.subscriptions[0].every for measure in inquiry.measures]
    if memory is not None and memory.failures and may_be_absent(inquiry.ask, at):
        paces = [None]
    return is_due(inquiry.name, inquiry.ask.url, paces, memory, at)


def _confirmable(inquiry: Inquiry, memory: Memory | None) -> Validators | None:
    """The validators of the page that *inquiry* has read with today's reader; None where it has
    not, or where something was missing: that is so until another page comes, and a 304 would hide
    it.
    """
    if memory is None or not _readers(inquiry) <= memory.readers - memory.missed:
        return None
    return memory.validators


def _errand(request: Request, asked: Sequence[_Known]) -> Errand:
    """*request* for those who asked it: with validators, where all have read the same page, and
    with the spacing that any of their sources wants.
    """
    spacing = max(inquiry.source.describes.spacing for inquiry, _ in asked)
    known = {validators for _, validators in asked}
    validators = known.pop() if len(known) == 1 else None
    known_as = Request(
        request.url,
        request.headers,
        request.secret_env,
        request.base,
        validators,
        request.secret_header,
        spacing,
        request.stands_for,
    )
    return Errand(known_as, tuple([inquiry for inquiry, _ in asked]))


def _readers(inquiry: Inquiry) -> frozenset[tuple[str, str]]:
    return frozenset(
        (measure.id, extractor(inquiry.source, measure)) for measure in inquiry.measures
    )


def _unasked(
    name: str, measures: list[Measure], at: datetime, error: BaseException, sources: Sources
) -> Attempt:
    reason = _reason(error)
    if isinstance(error, UnknownName):
        reason = _absence(error, sources)
    subscription = measures[0].subscriptions[0]
    results = tuple(
        Result(measure.id, "unreadable", subscription.source, reason=reason) for measure in measures
    )
    return Attempt(
        name,
        f"source:{subscription.source}",
        at,
        "unreachable",
        reason=reason,
        results=results,
        requests=0,
    )


def _absence(error: UnknownName, sources: Sources) -> str:
    """Why there is no source of that name: its plugin was set aside, as far as its name tells."""
    own = [left.reason for left in sources.set_aside if left.plugin == error.name]
    if own:
        return f"set aside: {own[0]}"
    others = "; ".join(f"{left.plugin}: {left.reason}" for left in sources.set_aside)
    return f"{error}; " + (f"set aside: {others}"[:500] if others else "is its plugin installed?")


def _reason(error: BaseException) -> str:
    """*error* in one line; what a reader raises on purpose says enough without its type."""
    try:
        words = str(error)
    except Exception:  # an error of a plugin may do whatever it likes, too
        words = "it does not say why"
    is_said = isinstance(error, Unreadable) and words.strip()
    return one_line(words if is_said else f"{type(error).__name__}: {words}")


def _not_blocked(page: Page, url: str) -> None:
    """No page is a wall, where nobody knows better."""


def leads_on(errand: Errand) -> bool:
    """Whether a page that has not changed is to be looked through again for what it leads to."""
    return any(inquiry.source.leads_on for inquiry in errand.inquiries)


def to_compare(answer: Answer, errand: Errand) -> str | None:
    """The snapshot that the page of *answer* may be compared with (see `settled`); None where that
    would tell nothing, because nobody who reads it reads words alone, or no page came before.
    """
    page, validators = answer.page, answer.request.validators
    if page is None or validators is None or not page.is_html:
        return None
    may_read_words = all(_may_read_words(one.source) for one in errand.inquiries)
    return validators.snapshot if may_read_words else None


def may_settle(answer: Answer, head: bytes) -> bool:
    """Whether the page of *answer* may be the one on record that begins with *head*, as far as that
    tells; else it need not be compared.
    """
    page = answer.page
    if page is None:
        return False
    name = charset(page.content, dict(page.headers).get("content-type", ""))
    return not is_surely_another(head, page.content, name)


def settled(answer: Answer, before: bytes | None) -> Answer:
    """*answer*, or that its page is the one on record, whose bytes are *before*, where it differs
    in nothing that its readers look at; for those that look at words alone (`reads_words`).
    """
    page = answer.page
    if page is None or before is None or before == page.content:
        return answer
    try:
        is_same = is_same_but_for_volatile(replace(page, content=before).text, page.text)
    except Unreadable:
        return answer
    return replace(answer, outcome="not_modified", page=None) if is_same else answer


def reads_words(errand: Errand, *, patience: float | Waiting = PATIENCE) -> bool:
    """Whether all who read a page of *errand* read its words alone; also not, where one of them
    does not say so within *patience* seconds.
    """
    waiting = _waiting(patience)
    try:
        return all(
            waiting.within(one.name, partial(_reads_words_of_all, one)) for one in errand.inquiries
        )
    except (Exception, SystemExit):  # a plugin may raise whatever it likes
        return False


def _may_read_words(source: Source) -> bool:
    """Whether it has a word of its own on that: most have none, and need not be asked."""
    return type(source).reads_words is not Source.reads_words


def _reads_words_of_all(inquiry: Inquiry) -> bool:
    return all(inquiry.source.reads_words(measure) for measure in inquiry.measures)


def read(
    answer: Answer,
    errand: Errand,
    *,
    kept: Page | None = None,
    patience: float | Waiting = PATIENCE,
    blocked: Callable[[Page, str], str | None] = _not_blocked,
) -> Gleaning:
    """What *answer* says to every inquiry of *errand*; each reader has *patience* seconds. *kept*
    is the page that a "not modified" confirms, for sources whose pages lead on. *blocked* is a
    plugin's word, why a page is not what was asked for at its address: then nobody reads it.
    """
    waiting = _waiting(patience)
    reason = None if answer.page is None else blocked(answer.page, answer.request.url)
    if reason is not None:
        answer = replace(answer, outcome="blocked", page=None, reason=reason)
    page = answer.page
    snapshot = None if page is None else Snapshot.of(page.content, page.media_type, answer.packed)
    wall = None if page is None else _wall(page)
    gleanings = [
        _read_one(answer, inquiry, snapshot, wall, kept, waiting, shared=place > 0)
        for place, inquiry in enumerate(errand.inquiries)
    ]
    if page is not None:
        page.forget()  # the rest of its batch is read before it goes
    is_kept = any(attempt.snapshot is not None for attempt, _ in gleanings)
    return Gleaning(
        tuple(attempt for attempt, _ in gleanings),
        (snapshot.stored(),) if snapshot is not None and is_kept else (),
        tuple(follow for _, follows in gleanings for follow in follows),
    )


def _wall(page: Page) -> Wall | None:
    """The wall that stands in the place of *page*, by the rules of `read_article`; None where there
    is none, and for what is no HTML.
    """
    try:
        return wall_in(page.text, lambda: page.root) if page.is_html else None
    except Unreadable:  # and so it will be to its readers, who say why
        return None


def _read_one(
    answer: Answer,
    inquiry: Inquiry,
    snapshot: Snapshot | None,
    wall: Wall | None,
    kept: Page | None,
    waiting: Waiting,
    *,
    shared: bool,
) -> tuple[Attempt, tuple[Errand, ...]]:
    outcome, reason, named = answer.outcome, answer.reason, None
    results: tuple[Result, ...] = ()
    follows: tuple[Errand, ...] = ()
    if answer.page is not None and snapshot is not None and not (wall and wall.is_sure):
        named = snapshot.sha256
        known = answer.request.validators if wall is None else None
        results, follows = _read_page(answer.page, named, known, inquiry, waiting)
    elif outcome == "not_modified" and answer.request.validators is not None:
        named = answer.request.validators.snapshot
        results, follows = _confirmed(inquiry), _led_to_again(kept, inquiry, waiting)
    elif outcome == "gone" and may_be_absent(inquiry.ask, answer.at):
        outcome = "absent"
    if wall is not None and not follows and not any(one.readings for one in results):
        outcome, reason, named, results = "blocked", f"a wall, {wall}", None, ()
    attempt = Attempt(
        inquiry.name,
        answer.request.url,
        answer.at,
        outcome,
        status=answer.status,
        reason=reason,
        snapshot=named,
        results=results,
        headers=answer.headers,
        bytes=answer.bytes,
        seconds=answer.seconds,
        asked=answer.asked,
        requests=answer.requests,
        shared=shared,
    )
    return attempt, follows


def _confirmed(inquiry: Inquiry) -> tuple[Result, ...]:
    return tuple(
        Result(measure.id, "read", extractor(inquiry.source, measure))
        for measure in inquiry.measures
    )


def _read_page(
    page: Page, snapshot: str, known: Validators | None, inquiry: Inquiry, waiting: Waiting
) -> tuple[tuple[Result, ...], tuple[Errand, ...]]:
    if known is not None and known.snapshot == snapshot:
        # the very bytes that this reader has read already
        return _confirmed(inquiry), _led_to_again(page, inquiry, waiting)
    try:
        given = waiting.within(inquiry.name, partial(_all_given, page, inquiry))
        follows = _all_followed(given, inquiry)
    except (Exception, SystemExit) as error:  # a reader may raise whatever it likes
        return _all_unreadable(inquiry, _reason(error)), ()
    said: dict[str, list[Reading]] = {measure.id: [] for measure in inquiry.measures}
    for reading in given:
        if isinstance(reading, Reading):
            said[reading.measure].append(reading)
    refused = {one.measure: one for one in given if isinstance(one, Refusal)}
    awaited = {measure.id for follow in follows for measure in follow.inquiries[0].measures}
    results = tuple(
        _result(measure, inquiry, said[measure.id], refused.get(measure.id), page.fetched_at)
        for measure in inquiry.measures
        if said[measure.id] or measure.id in refused or measure.id not in awaited
    )
    return results, follows


def _led_to_again(page: Page | None, inquiry: Inquiry, waiting: Waiting) -> tuple[Errand, ...]:
    """Where *page*, which this reader has read before, leads to; nowhere where it fails now."""
    if page is None or not inquiry.source.leads_on:
        return ()
    try:
        given = waiting.within(inquiry.name, partial(_all_given, page, inquiry))
        return _all_followed(given, inquiry)
    except (Exception, SystemExit):  # a reader may raise whatever it likes; it read the same before
        return ()


def _all_given(page: Page, inquiry: Inquiry) -> list[Reading | Refusal | Follow]:
    given = list(islice(_given(page, inquiry), MAX_READINGS + 1))
    if len(given) > MAX_READINGS:
        raise PluginError(f"over {MAX_READINGS:,} readings off one page")
    return given


def _given(page: Page, inquiry: Inquiry) -> Iterator[Reading | Refusal | Follow]:
    """What the reader yields, each checked to be something a reader may say."""
    measures = {measure.id: measure for measure in inquiry.measures}
    # Where the server said what it is: whatever else it may be, half of it is no page.
    if (page.media_type or "").endswith(("html", "xml")) and not page.is_whole:
        raise Unreadable(f"{BROKEN_OFF}: what closes it is missing")
    for given in inquiry.source.read(page, inquiry.measures):
        if isinstance(given, Reading):
            _check(given, measures)
        elif isinstance(given, Refusal):
            _check_asked(given.measure, measures)
        elif not isinstance(given, Follow):
            raise PluginError(f"read() gave {kind_of(given)}, not a Reading, a Refusal or a Follow")
        yield given


def _check(reading: Reading, measures: Mapping[str, Measure]) -> None:
    _check_asked(reading.measure, measures)
    measure = measures[reading.measure]
    if not is_of_kind(reading.value, measure):
        raise PluginError(
            f"{with_article(measure.kind)} measure is not answered by {kind_of(reading.value)}:"
            f" {reading.value!r}"
        )


def _check_asked(measure: str, measures: Mapping[str, Measure]) -> None:
    if measure not in measures:
        raise PluginError(f"a reading of {measure!r}, which was not asked")


def _all_followed(given: Iterable[object], inquiry: Inquiry) -> tuple[Errand, ...]:
    wishes = [one for one in given if isinstance(one, Follow)]
    if len(wishes) > MAX_ASKS:
        raise PluginError(f"over {MAX_ASKS:,} addresses to follow to off one page")
    return tuple(_followed(one, inquiry) for one in wishes)


def _followed(follow: Follow, inquiry: Inquiry) -> Errand:
    if inquiry.depth >= MAX_DEPTH:
        raise PluginError(f"followed more than {MAX_DEPTH} pages deep")
    if not follow.ask.url.startswith(("http://", "https://")):
        raise PluginError(f"a page may not lead to {follow.ask.url!r}: only to http(s)")
    known = {measure.id for measure in inquiry.measures}
    if not {measure.id for measure in follow.ask.measures} <= known:
        raise PluginError("a follow for a measure that was not asked")
    deeper = replace(inquiry, ask=follow.ask, depth=inquiry.depth + 1)
    return Errand(_request(follow.ask, None), (deeper,))


def _result(
    measure: Measure,
    inquiry: Inquiry,
    readings: list[Reading],
    refused: Refusal | None,
    page_at: datetime,
) -> Result:
    reader = extractor(inquiry.source, measure)
    if refused is not None:
        return Result(measure.id, refused.status, reader, reason=refused.reason)
    if not readings:
        return Result(measure.id, "missing", reader, reason="the page says nothing of it")
    doubts = (
        doubt(reading.value, measure) or foretold(reading.as_of, page_at) for reading in readings
    )
    reason = next((each for each in doubts if each is not None), None)
    if reason is None and not inquiry.source.gives_several:
        reason = _contradiction(readings)
    if reason is not None:
        return Result(measure.id, "quarantined", reader, reason=reason)
    return Result(measure.id, "read", reader, tuple(readings))


def _contradiction(readings: Iterable[Reading]) -> str | None:
    """That two of *readings*, for one day and by the word of one, give different values."""
    first: dict[tuple[CalendarDate | None, str | None], Reading] = {}
    for reading in readings:
        before = first.setdefault((reading.as_of, reading.attribution), reading)
        if before.value != reading.value:
            day = f"for {reading.as_of}" if reading.as_of else "without a day"
            return f"the page contradicts itself: {before.value} and {reading.value} {day}"
    return None


def _all_unreadable(inquiry: Inquiry, reason: str) -> tuple[Result, ...]:
    return tuple(
        Result(measure.id, "unreadable", extractor(inquiry.source, measure), reason=reason)
        for measure in inquiry.measures
    )
