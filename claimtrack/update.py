"""The update, decided: what to ask, and what the answers say. Pure; nothing here asks or stores.

    measures, sources --plan()--> Errand --(fetched elsewhere)--> Answer
    Answer --read()--> Attempt, StoredSnapshot, and further Errands where a reader wants to follow

A source that raises, or yields what it may not, becomes an attempt with its reason and stops no
other. Only a bug of ours raises.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import islice
from types import MappingProxyType

from claimtrack.answers import doubt, foretold, is_of_kind
from claimtrack.charsets import charset
from claimtrack.errands import Errand, Errands, Gathering, Inquiry, Known
from claimtrack.errands import errand as joined
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
#: More addresses than this from one source, and than its measures, is a broken source: ten thousand
#: days are 27 years.
MAX_ASKS = 10_000
#: A reader may follow from page to page this often.
MAX_DEPTH = 3
#: An article that came and could not be read, or was read by another reader, is asked for again no
#: sooner: it stands in its feed for days, and an update may run every few minutes.
SECOND_LOOK = timedelta(days=1)
#: So many addresses are remembered at a time: what is remembered of one takes two kilobytes, and
#: what its ask keeps of that is a tenth.
_RECALLED_AT_ONCE = 250
#: So many measures are planned at a time, where their sources ask an address for each.
_PLANNED_AT_ONCE = 250

#: A name on record and an address; what is remembered of it; and what gives that of some of them.
Place = tuple[str, str]
Memories = Mapping[Place, Memory]
Recall = Callable[[Sequence[Place]], Memories]
#: The last day on record by name on record and measure.
LastDays = Mapping[tuple[str, str], date]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to fetch, and the attempts that already failed because a source could not say what."""

    errands: Sequence[Errand] = Errands()
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
    lasts: LastDays | Callable[[list[tuple[str, str]]], LastDays] = MappingProxyType({}),
    patience: float | Waiting = PATIENCE,
    on_bug: Callable[[Exception], None] | None = None,
) -> Plan:
    """What to ask for *measures*, each address once. *memories* are by (name on record, address),
    or what gives those of some, so that not all of them are held at once. With *due*, what is not
    due is left out (see `claimtrack.pacing`), and with *asked_since* what was asked since that
    moment. *lasts* is the last day on record by (name on record, measure), or what gives that of
    some; an address whose day has
    not come is left out. A source has *patience* seconds to name what it asks; one that fails at
    that is asked nothing. What fails while we decide on what it named is a bug of ours and on no
    source's record: it says of what, and is raised (None) or goes to *on_bug*, after which all else
    is planned.
    """
    held = measures if isinstance(measures, Sequence) else tuple(measures)
    recall = memories if callable(memories) else lambda _: memories
    moment = _Moment(at, due, asked_since)
    planning = _Planning(sources, recall, moment, _waiting(patience), on_bug)
    divided = _Divided(held, sources)
    days = lasts(divided.named) if callable(lasts) else lasts
    for name, members in divided.whole.items():
        planning.take([(name, members)], _since(name, members, days))
    divided.whole.clear()
    for piece in divided.pieces():
        planning.take(_by_name(piece).items())
    errands, failed = planning.done(held)
    return Plan(errands, failed)


@dataclass(frozen=True, slots=True)
class _Moment:
    """The moment ``at`` which it is decided, whether only what is ``due`` is asked, and since when
    what was asked is left out.
    """

    at: datetime
    due: bool
    asked_since: datetime | None


class _Divided:
    """The measures *held*, each narrowed to one subscription: those of a source that is to see all
    of its own at once (``whole``, by name on record), and those of sources that ask an address for
    each, which are planned some at a time (`pieces`).
    """

    def __init__(self, held: Sequence[Measure], sources: Sources) -> None:
        self._held = held
        self.whole: dict[str, list[Measure]] = {}
        #: Where what is asked one by one stands among all, and a hash of whom it asks.
        self._places, self._codes = array("q"), array("q")
        #: The hashes that several have: what one page answers is planned together.
        self._again: set[int] = set()
        once: set[int] = set()
        plugins: dict[str, str] = {}
        for index, measure in enumerate(held):
            for number, one in enumerate(measure.subscriptions):
                plugin = plugins.setdefault(one.name, one.source)
                source = sources.by_name.get(plugin)
                if source is None or not _asks_each(source):
                    self.whole.setdefault(one.name, []).append(_narrowed(measure, one))
                    continue
                code = hash((one.name, _url(one)))
                (self._again if code in once else once).add(code)
                self._places.append(index * _MOST_SUBSCRIPTIONS + number)
                self._codes.append(code)

    @property
    def named(self) -> list[tuple[str, str]]:
        """The names of those that are planned whole, each with its measures' ids."""
        return [(name, one.id) for name, members in self.whole.items() for one in members]

    def pieces(self) -> Iterator[list[Measure]]:
        """The others, some at a time, in order but for those of one address, which stay together
        where the first of them stands.
        """
        together: dict[int, list[int]] = {}
        for place, code in zip(self._places, self._codes, strict=True):
            if code in self._again:
                together.setdefault(code, []).append(place)
        piece: list[Measure] = []
        for place, code in zip(self._places, self._codes, strict=True):
            places = together.pop(code, ()) if code in self._again else (place,)
            piece += map(self._at, places)
            if len(piece) >= _PLANNED_AT_ONCE:
                yield piece
                piece = []
        yield piece

    def _at(self, place: int) -> Measure:
        index, number = divmod(place, _MOST_SUBSCRIPTIONS)
        measure = self._held[index]
        return _narrowed(measure, measure.subscriptions[number])


#: More subscriptions than this has no measure, for a claim file ends before.
_MOST_SUBSCRIPTIONS = 1 << 20


def _asks_each(source: Source) -> bool:
    """Whether *source* asks the address of each measure, and nothing hangs on the others."""
    kind = type(source)
    return (
        kind.asks is Source.asks
        and kind.by_address is Source.by_address
        and kind.addresses is Source.addresses
    )


def _url(subscription: Subscription) -> object:
    return next((value for name, value in subscription.options if name == "url"), None)


def _narrowed(measure: Measure, subscription: Subscription) -> Measure:
    is_only = len(measure.subscriptions) == 1
    return measure if is_only else replace(measure, subscriptions=(subscription,))


class _Planning:
    """The plan as far as it has come."""

    def __init__(
        self,
        sources: Sources,
        recall: Recall,
        moment: _Moment,
        waiting: Waiting,
        on_bug: Callable[[Exception], None] | None,
    ) -> None:
        self._sources = sources
        self._recall = recall
        self._moment = moment
        self._waiting = waiting
        self._on_bug = on_bug
        self._gathered = Gathering()
        self._taken: dict[str, set[str]] = {}
        #: Why a source could not say what to ask, by its name on record.
        self._failed: dict[str, BaseException] = {}

    def take(self, named: Iterable[tuple[str, list[Measure]]], since: date | None = None) -> None:
        """Plan what is asked for the measures *named* so on record."""
        asks = (
            (one, base) for name, members in named for one, base in self._asks(name, members, since)
        )
        while some := tuple(islice(asks, _RECALLED_AT_ONCE)):
            known = self._recall([(one.name, one.ask.url) for one, _ in some])
            for inquiry, base in some:
                self._decide(inquiry, base, known.get((inquiry.name, inquiry.ask.url)))

    def done(self, held: Iterable[Measure]) -> tuple[Errands, tuple[Attempt, ...]]:
        """What is to be asked of the measures *held*, and the attempts that failed at saying so: of
        such a source nothing is asked.
        """
        errands = self._gathered.done()
        if not self._failed:
            return errands, ()
        members = _by_name(held)
        at, sources = self._moment.at, self._sources
        failed = [
            _unasked(name, members[name], at, error, sources)
            for name, error in self._failed.items()
        ]
        return errands.without(set(self._failed)), tuple(failed)

    def _asks(
        self, name: str, members: list[Measure], since: date | None
    ) -> list[tuple[Inquiry, str | None]]:
        """What the source called *name* asks, each with the folder its file path starts from."""
        if name in self._failed:
            return []
        try:
            source = self._sources[members[0].subscriptions[0].source]
            asks = self._waiting.within(name, partial(_asks, source, members, since))
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            self._failed[name] = error
            return []
        return [(Inquiry(source, name, ask), base) for ask, base in asks]

    def _decide(self, inquiry: Inquiry, base: str | None, memory: Memory | None) -> None:
        ask = inquiry.ask
        try:
            if _is_asked(inquiry, memory, self._moment) and _is_taken(inquiry, self._taken):
                known = inquiry, _confirmable(inquiry, memory)
                self._gathered.add(_request(ask, base), known)
        except Exception as bug:  # what a source says was looked at before: this is ours
            bug.add_note(f"while planning what source {inquiry.name!r} asks of {ask.url!r}")
            if self._on_bug is None:
                raise
            self._on_bug(bug)


def _is_asked(inquiry: Inquiry, memory: Memory | None, moment: _Moment) -> bool:
    """Whether the day of *inquiry* has come, and nothing puts it off at the *moment*."""
    ask, at, since = inquiry.ask, moment.at, moment.asked_since
    if ask.not_before is not None and ask.not_before > at.date():
        return False
    if moment.due and not ask.once and not _is_due(inquiry, memory, at):
        return False
    if since is not None and memory and memory.asked_at >= since:
        return False
    return _is_wanted(inquiry, memory, at)


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
    asked: dict[Request, dict[tuple[str, tuple[Measure, ...]], Known]] = {}
    taken: dict[str, set[str]] = {}
    for errand in errands:
        url = errand.request.url
        for inquiry in errand.inquiries:
            memory = memories.get((inquiry.name, url))
            if _is_wanted(inquiry, memory, at) and _is_taken(inquiry, taken):
                known = inquiry, _confirmable(inquiry, memory)
                once = inquiry.name, inquiry.measures
                asked.setdefault(errand.request, {}).setdefault(once, known)
    return tuple(joined(request, tuple(known.values())) for request, known in asked.items())


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
        named.setdefault(subscription.name, []).append(_narrowed(measure, subscription))
    return named


def _since(name: str, measures: list[Measure], lasts: LastDays) -> date | None:
    """The last day on which all of *measures* are on record; None where one of them is not."""
    days = [lasts.get((name, measure.id)) for measure in measures]
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _asks(
    source: Source, measures: list[Measure], since: date | None
) -> list[tuple[Ask, str | None]]:
    """The source's asks, each with the folder its file path starts from (None for the network)."""
    most = max(MAX_ASKS, len(measures))
    named = list(islice(source.asks(tuple(measures), since=since), most + 1))
    if len(named) > most:
        raise PluginError(f"asks() names over {most:,} addresses")
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
