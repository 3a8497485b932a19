"""The tracker: what a script holds to add claims, update the evidence and ask for answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import takewhile
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, TypeGuard

from claimtrack import judging, manners
from claimtrack.accounts import Account
from claimtrack.agreement import disagreements
from claimtrack.captures import WAYBACK, Archive
from claimtrack.catalogue import Catalogue
from claimtrack.claimfile import load_document as _load_document
from claimtrack.claims import Claim, Document
from claimtrack.errors import BadValue, UnknownName
from claimtrack.freshness import feed_wait
from claimtrack.judging.silence import Silence
from claimtrack.judging.verdicts import (
    Review,
    ReviewStatus,
    Standing,
    Transition,
    Verdict,
)
from claimtrack.ledger import Dealings
from claimtrack.measures import Measure, Subscription
from claimtrack.names import nearest
from claimtrack.observations import (
    Attempt,
    Description,
    History,
    Observation,
)
from claimtrack.pages import Answer, Memory, Page, Request, Validators
from claimtrack.past import Past
from claimtrack.patience import patience_of
from claimtrack.silences import silences
from claimtrack.sources import Company, SetAside, Sources, load_sources
from claimtrack.store import Changes, Store
from claimtrack.testimony import Testimony, citations, depositions, observed, to_say
from claimtrack.update import (
    Errand,
    Gleaning,
    Plan,
    descriptions,
    leads_on,
    plan,
    read,
    settled,
    to_compare,
    wanted,
)
from claimtrack.values import CalendarDate, DayLike, calendar_date, moment

if TYPE_CHECKING:
    from claimtrack.fetch import Recorder, Replay, Transport

Clock = Callable[[], datetime]

#: As many readings are recorded in about two seconds; a kill loses no more than that.
_READINGS_AT_ONCE = 5000
#: A feed says how often it changes before its first entry.
_HEAD_OF_A_FEED = 8192


#: The address at which a plugin that was left out is on record.
_PLUGIN = "plugin:"
_PLUGINS_AT_MOST = 100


def load_document(
    path: str | os.PathLike[str], *, plugins: Iterable[object] | None = None
) -> Document:
    """The document that the claim file at *path* describes, with its claims and measures.

    What each ``ask`` entry says is checked against its source's own schema, so the sources of
    *plugins* (None: every installed one) are loaded. Raises `ClaimFileError` with every mistake.
    """
    return _load_document(path, schemas=load_sources(plugins).options)


def open(
    db: str | os.PathLike[str] = "claimtrack.db",
    *,
    readonly: bool = False,
    clock: Clock | None = None,
    allow_private: bool = False,
    plugins: Iterable[object] | None = None,
    contact: str | None = None,
) -> Tracker:
    """A tracker on the database at *db*, a path or an SQLAlchemy URL; a context manager.

    Opened for writing it creates the database or migrates it; ``readonly=True`` never does
    either. ``clock`` gives the time (aware; default: the system's, in UTC). ``allow_private``
    lets sources be asked on loopback and private addresses. ``plugins`` are used instead of the
    installed ones. ``contact`` (an address or a page; None: ``CLAIMTRACK_CONTACT``) tells every
    server whom to write to. Raises `StoreError`, `BadValue` for a contact that cannot be sent.
    """
    contact = contact or os.environ.get("CLAIMTRACK_CONTACT") or None
    if contact is not None:
        manners.check_contact(contact)
    now = _Clock(clock or _system_clock)
    store = Store.open(os.fspath(db), readonly=readonly, clock=now)
    allowed = allow_private or os.environ.get("CLAIMTRACK_ALLOW_PRIVATE") == "1"
    plugins = None if plugins is None else tuple(plugins)
    return Tracker(store, now, plugins, allowed, patience_of(), contact)


def _system_clock() -> datetime:
    return datetime.now(UTC)


class _Clock:
    """A clock that can be held at one moment, so that an update has one time throughout."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: datetime | None = None

    def __call__(self) -> datetime:
        return self._held if self._held is not None else self._clock().astimezone(UTC)

    @contextmanager
    def held_at(self, moment: datetime | None) -> Iterator[None]:
        before, self._held = self._held, moment
        try:
            yield
        finally:
            self._held = before


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did: its attempts in the order they were recorded, and the transitions that
    are known since, those that the passing of time made included. ``at`` is when it began.

    ``changes`` also tell what was learnt of a claim whose label is the same on every day: words
    that were not said so, a date that is another. Such a change is ``on`` the day of learning it,
    and none of `Tracker.transitions`.
    ``taken_back`` are transitions that were known and no longer are: a figure was corrected. Their
    cause does not hold its observation any more. ``silent`` are the sources that have said nothing
    for three times their usual gap. ``set_aside`` are the plugins that were left out, each an
    attempt on record at ``plugin:NAME`` with its reason. ``left_to_another`` is true where nothing
    was done, because another update of the same database was running and asks what is due.
    ``on_standby`` are the sources, by name, that were left out because their claim file keeps them
    so. ``remarks`` say what could not be read of a WARC that was replayed, and how many captures of
    an archive are left for the next update.
    """

    at: datetime
    attempts: tuple[Attempt, ...] = ()
    changes: tuple[Transition, ...] = ()
    taken_back: tuple[Transition, ...] = ()
    silent: tuple[Silence, ...] = ()
    set_aside: tuple[Attempt, ...] = ()
    left_to_another: bool = False
    on_standby: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[Attempt, ...]:
        """The attempts that brought nothing, each with its outcome and reason."""
        return tuple(attempt for attempt in self.attempts if attempt.failed)

    @property
    def nothing_came(self) -> bool:
        """Whether something was asked and every ask failed."""
        return bool(self.attempts) and len(self.failed) == len(self.attempts)


class Tracker:
    """Everything claimtrack knows, in one database. Made by `open`; close it, or use ``with``."""

    def __init__(
        self,
        store: Store,
        clock: _Clock,
        plugins: tuple[object, ...] | None,
        allow_private: bool,
        patience: float,
        contact: str | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._plugins = plugins
        self._allow_private = allow_private
        self._patience = patience
        self._contact = contact
        self._loaded: Sources | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    # What is tracked

    def add(self, document: str | os.PathLike[str] | Document) -> Changes:
        """What changed by recording *document* (or the claim file at that path). Idempotent: a
        changed claim is a new revision, a dropped one is retired, a new one is added. Evidence
        that the file cites goes on record as its author's; what it no longer cites is withdrawn.
        Raises `ClaimFileError`, `ReadOnly`, and
        `BadValue` where another document means something else by a measure or a source's name.
        """
        if not isinstance(document, Document):
            document = _load_document(document, schemas=self._sources.options)
        known = self._store.documents()
        differing = disagreements(document, known)
        if differing:
            raise BadValue("\n".join((f"document {document.id!r} is not added:", *differing)))
        others = [each for each in known if each.id != document.id]
        now = citations([*others, document])
        said = to_say(citations(known), now, self._is_recorded, self._is_said)
        changes = self._store.add(document)
        self._testify(said)
        self._store.judge()
        return changes

    def documents(self) -> tuple[Document, ...]:
        """The documents on record, by id."""
        return self._store.documents()

    def set_aside(self) -> tuple[Attempt, ...]:
        """The plugins that the last update left out, each an attempt with its reason; none where
        something else went on record since.
        """
        latest = self._store.attempts(limit=_PLUGINS_AT_MOST)
        return tuple(takewhile(lambda one: one.url.startswith(_PLUGIN), latest))

    def claims(self, *, document: str | None = None) -> tuple[Claim, ...]:
        """The claims on record, in the order their documents make them; of one document, or of
        all by its id. Raises `UnknownName`.
        """
        found = self._catalogue().documents(document)
        return tuple(claim for each in found for claim in each.claims)

    # What is known

    def update(
        self,
        *,
        sources: Iterable[str] | None = None,
        measures: Iterable[str] | None = None,
        due: bool = False,
        standby: bool = False,
        now: datetime | None = None,
        transport: Transport | None = None,
        progress: Callable[[Attempt], None] | None = None,
        back_to: DayLike | None = None,
        archive: Archive = WAYBACK,
        warc: str | os.PathLike[str] | None = None,
        replay: str | os.PathLike[str] | None = None,
    ) -> UpdateReport:
        """What asking the sources brought. A failing source is an attempt in ``failed``.

        ``sources`` (names on record, or of plugins) and ``measures`` narrow what is asked; what a
        claim file keeps on standby is asked where its source is named, or with ``standby``.
        ``due`` leaves out what its ``every``, earlier failures or the server put off; ``now``
        (aware) is the update's time, no earlier than that of the last: of what follows, it reports
        what had changed by that day. ``transport`` is httpx's, for tests; ``progress`` is called
        with each attempt once it is recorded, and plugins are told of each change. Works inside a
        running event loop too.

        ``warc`` is a file to keep every exchange in, as WARC 1.1 (gzipped where its name ends in
        ``.gz``), added to where it exists; needs the ``archive`` extra. ``replay`` is a WARC or ARC
        file to answer from in place of the network: its exchanges are recorded as of the moments
        they have there, and learnt now; files that a claim file names are not asked.

        ``back_to`` asks *archive* for what the chosen sources' pages said since that day, and not
        the pages themselves: a capture a day at most, and at most a hundred in one update, spread
        over the time; those on record are not asked for again, so the next update goes on. What a
        capture says is of the moment it was captured, and learnt now.

        One update of a database runs at a time. Where another does, one with ``due`` leaves the
        work to it; any other waits, and then asks what was not asked meanwhile.
        Raises `UnknownName`, `BadValue`, `ReadOnly`.
        """
        with ExitStack() as held:
            held.enter_context(self._clock.held_at(None if now is None else moment(now)))
            began = self._clock()
            door = held.enter_context(self._door(transport, warc, replay))
            with self._store.lease(wait=not due) as lease:
                if lease is None:
                    return UpdateReport(began, left_to_another=True)
                at = self._clock()
                door = replace(door, began_at=at)
                named = self._chosen(sources, measures)
                asks_all = standby or sources is not None
                chosen = named if asks_all else [_without_standby(one) for one in named]
                company = Company(self._sources.plugins, self._patience)
                past = None
                if back_to is not None:
                    past = Past(archive, _beginning(back_to, at), at)
                    asking = self._ask_past(chosen, past, at, door, company)
                elif door.replay is not None:
                    asking = self._ask_again(chosen, door, door.replay, company)
                else:
                    memories = self._store.memories()
                    if now is not None:
                        _check_not_past(at, chosen, memories)
                    if due:
                        memories = self._with_feeds_word(memories)
                    planned = self._plan(
                        chosen, memories, at, due=due, asked_since=began if lease.waited else None
                    )
                    if due:
                        planned = self._of_hosts_to_be_asked(planned, at)
                    asking = self._ask(chosen, planned, door, company)
                attempts = []
                with closing(asking) as asked:
                    for attempt in asked:
                        attempts.append(attempt)
                        if progress is not None:
                            progress(attempt)
                news = self._store.judge()
            heard = _heard(one for one in attempts if one.at >= at)
            silent = silences(self._store, chosen, at, heard)
            # A record that was begun later than *now* is judged up to then.
            changes = tuple(one for one in (*news.found, *news.learnt) if one.on <= at.date())
            self._tell(changes, company)
            aside = self._put_aside((*self._sources.set_aside, *company.set_aside), attempts)
            remarks = () if door.replay is None else door.replay.faults
            if past is not None:
                remarks = (*remarks, *past.left_over)
        return UpdateReport(
            at,
            tuple(attempts),
            changes,
            tuple(news.taken_back),
            silent,
            aside,
            on_standby=() if asks_all else tuple(sorted(_on_standby(named))),
            remarks=remarks,
        )

    def ledger(self, *, since: DayLike | None = None) -> tuple[Dealings, ...]:
        """What asking each source came to, by its name on record: ever, or from *since* on (a day,
        or a moment). Sources that claims on record ask for are there before they were ever asked;
        persons are not. Raises `BadDay`.
        """
        asked: dict[str, list[tuple[str, Measure]]] = {}
        for measure in self._catalogue().measures().values():
            for one in measure.subscriptions:
                asked.setdefault(one.name, []).append((one.source, measure))
        start = None if since is None else _start(since)
        found = self._store.dealings(since=start)
        persons = {name for name, one in self._store.descriptions().items() if one.kind == "person"}
        return tuple(
            replace(
                found.get(name, Dealings(name)),
                plugin=asked[name][0][0] if name in asked else None,
                measures=tuple(sorted(measure.id for _, measure in asked.get(name, ()))),
            )
            for name in sorted({*asked, *found} - persons)
        )

    def observe(
        self,
        measure: str,
        value: Decimal | int | float | str | CalendarDate,
        *,
        as_of: DayLike,
        url: str | None = None,
        quote: str | None = None,
        by: str,
    ) -> Observation:
        """What the person *by* says of *measure*, now on record: a person is a source.

        ``value`` is an amount in the measure's unit, or words: a phrase of quantity ("about 19%",
        recorded as the interval it admits), a day, the name of a state, or what was said.
        Raises `UnknownName`, `BadValue`, `BadDay`, `ReadOnly`.
        """
        said = observed(
            self._catalogue().measure(measure),
            value,
            as_of=calendar_date(as_of),
            by=by,
            url=url,
            quote=quote,
        )
        self._testify([said])
        self._store.judge()
        found = self._store.history(measure, source=said.source)
        return [seen for seen in found if seen.id == said.fact][-1]

    def review(self, claim: str, status: ReviewStatus, *, by: str, reason: str) -> Review:
        """The review of *claim* by the person *by*, now on record beside its verdict.
        Raises `UnknownName`, `BadValue`, `ReadOnly`.
        """
        return self._store.review(self._catalogue().claim(claim)[1].name, status, by, reason)

    def rejudge(self) -> None:
        """Judge everything on record anew, for the tables and views that show what follows from it
        (``claims_now``, ``judgements``, ``transitions``). Raises `ReadOnly`.
        """
        self._store.rejudge()

    # What follows

    def standings(
        self,
        *,
        document: str | None = None,
        at: DayLike | None = None,
        as_known: DayLike | None = None,
    ) -> tuple[Standing, ...]:
        """What became of each claim, as of the day *at* (None: today), as known at *as_known*
        (None: all that is known). Raises `UnknownName`, `BadDay`.
        """
        histories = _Histories(self._store, as_known)
        return tuple(
            self._standing(found, claim, at, histories)
            for found in self._catalogue(as_known).documents(document)
            for claim in found.claims
        )

    def standing(
        self, claim: str, *, at: DayLike | None = None, as_known: DayLike | None = None
    ) -> Standing:
        """What became of *claim*; see `standings`. Raises `UnknownName`, `BadDay`."""
        document, found = self._catalogue(as_known).claim(claim)
        return self._standing(document, found, at, _Histories(self._store, as_known))

    def accounts(
        self,
        *,
        document: str | None = None,
        at: DayLike | None = None,
        as_known: DayLike | None = None,
    ) -> tuple[Account, ...]:
        """Everything there is to tell of each claim, for a report or an export; see `standings`.
        Raises `UnknownName`, `BadDay`.
        """
        histories = _Histories(self._store, as_known)
        until = self._day(at).last
        return tuple(
            self._account(found, claim, at, until, histories)
            for found in self._catalogue(as_known).documents(document)
            for claim in found.claims
        )

    def account(
        self, claim: str, *, at: DayLike | None = None, as_known: DayLike | None = None
    ) -> Account:
        """All there is to tell of *claim*; see `accounts`. Raises `UnknownName`, `BadDay`."""
        document, found = self._catalogue(as_known).claim(claim)
        histories = _Histories(self._store, as_known)
        return self._account(document, found, at, self._day(at).last, histories)

    def verdict(
        self,
        claim: str,
        *,
        at: DayLike | Literal["writing"] | None = None,
        as_known: DayLike | None = None,
        as_public: DayLike | None = None,
        source: str | None = None,
    ) -> Verdict:
        """How *claim* stands on the day *at* (None: today; ``"writing"``: the day it speaks of),
        as known at *as_known* or from what was public at *as_public*, by one *source* or all.
        Raises `UnknownName`, `BadDay`.
        """
        document, found = self._catalogue(as_known).claim(claim)
        self._check_source(source)
        histories = _Histories(self._store, as_known, as_public, source)
        day = self._writing(document, found) if at == "writing" else self._day(at)
        verdict = judging.judge(
            found,
            document.measures_of(found),
            histories.of(document, found),
            at=day,
            published=document.published,
        )
        return histories.stamped(verdict)

    def history(
        self,
        claim_or_measure: str,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        as_known: DayLike | None = None,
        as_public: DayLike | None = None,
        source: str | None = None,
    ) -> History:
        """Everything seen of a measure, or of the measure of a claim, oldest day first; of the
        days *since* to *until*, both inclusive. Raises `UnknownName`, `BadDay`.
        """
        self._check_source(source)
        return self._store.history(
            self._catalogue(as_known).measure_of(claim_or_measure),
            since=since,
            until=until,
            as_known=as_known,
            as_public=as_public,
            source=source,
        )

    def transitions(
        self, claim: str, *, as_known: DayLike | None = None, source: str | None = None
    ) -> tuple[Transition, ...]:
        """The days on which the label of *claim* changed, oldest first, up to today: in the world,
        as the claim's text and the rules stand, so that they agree with `verdict` on every day.
        What a revision or another rule changed is told by the ``judgements`` view.
        Raises `UnknownName`, `BadDay`.
        """
        document, found = self._catalogue(as_known).claim(claim)
        self._check_source(source)
        histories = _Histories(self._store, as_known, source=source)
        return self._transitions(document, found, histories, self._clock().date())

    # How it does it

    @property
    def _sources(self) -> Sources:
        if self._loaded is None:
            self._loaded = load_sources(self._plugins)
        return self._loaded

    def _day(self, at: DayLike | None) -> CalendarDate:
        return calendar_date(self._clock() if at is None else at)

    def _check_source(self, name: str | None) -> None:
        """Raise `UnknownName` where nothing is known of a source of that name."""
        if name is None:
            return
        asked = (one.name for one in _subscriptions(self._catalogue().measures().values()))
        known = {*asked, *self._store.descriptions()}
        if name not in known:
            raise UnknownName("source", name, nearest(name, known))

    def _catalogue(self, as_known: DayLike | None = None) -> Catalogue:
        return Catalogue(self._store, as_known)

    def _writing(self, document: Document, claim: Claim) -> CalendarDate:
        return claim.as_of or document.published

    def _standing(
        self, document: Document, claim: Claim, at: DayLike | None, histories: _Histories
    ) -> Standing:
        reviews = self._store.reviews(claim.name, as_known=histories.as_known)
        standing = judging.standing(
            claim,
            document.measures_of(claim),
            histories.of(document, claim),
            published=document.published,
            at=self._day(at),
            review=reviews[-1] if reviews else None,
        )
        return replace(
            standing,
            then=histories.stamped(standing.then),
            now=histories.stamped(standing.now),
        )

    def _account(
        self,
        document: Document,
        claim: Claim,
        at: DayLike | None,
        until: date,
        histories: _Histories,
    ) -> Account:
        return Account(
            document,
            self._standing(document, claim, at, histories),
            self._transitions(document, claim, histories, until),
            histories.of(document, claim),
            self._store.reviews(claim.name, as_known=histories.as_known),
        )

    def _transitions(
        self, document: Document, claim: Claim, histories: _Histories, until: date
    ) -> tuple[Transition, ...]:
        return judging.transitions(
            claim,
            document.measures_of(claim),
            histories.of(document, claim),
            until=until,
            published=document.published,
        )

    def _chosen(
        self, sources: Iterable[str] | None, measures: Iterable[str] | None
    ) -> list[Measure]:
        """The measures to ask, each with the subscriptions to ask it of."""
        catalogue = self._catalogue()
        known = catalogue.measures()
        chosen = known.values() if measures is None else [catalogue.measure(id) for id in measures]
        if sources is None:
            return list(chosen)
        wanted = set(sources)
        names = {name for one in _subscriptions(known.values()) for name in (one.name, one.source)}
        for name in sorted(wanted - names):
            raise UnknownName("source", name, nearest(name, names))
        return [
            replace(
                measure,
                subscriptions=tuple(
                    subscription
                    for subscription in measure.subscriptions
                    if wanted & {subscription.name, subscription.source}
                ),
            )
            for measure in chosen
        ]

    @contextmanager
    def _door(
        self,
        transport: Transport | None,
        warc: str | os.PathLike[str] | None,
        replay: str | os.PathLike[str] | None,
    ) -> Iterator[_Door]:
        """The door that an update asks by, its files open. Raises `BadValue`."""
        if replay is not None:
            if warc is not None or transport is not None:
                raise BadValue("replay= asks nobody: there is nothing for warc= or transport=")
            from claimtrack.fetch.replaying import Replay, ReplayTransport

            kept = Replay.open(replay, until=self._clock())
            yield _Door(self._clock, ReplayTransport(kept), replay=kept)
        elif warc is not None:
            from claimtrack.fetch.recording import Recorder
            from claimtrack.fetch.web import user_agent

            software = user_agent(self._contact)
            recorder = Recorder.open(warc, software=software, at=self._clock())
            with closing(recorder):
                yield _Door(self._clock, transport, recorder=recorder)
        else:
            yield _Door(self._clock, transport)

    def _plan(
        self,
        chosen: list[Measure],
        memories: Mapping[tuple[str, str], Memory],
        at: datetime,
        *,
        due: bool = False,
        asked_since: datetime | None = None,
    ) -> Plan:
        return plan(
            chosen,
            self._sources,
            memories,
            at=at,
            due=due,
            asked_since=asked_since,
            lasts=self._store.last_days(_asked(chosen)),
            patience=self._patience,
        )

    def _ask_again(
        self, measures: list[Measure], door: _Door, replay: Replay, company: Company
    ) -> Generator[Attempt, None, None]:
        """Asks of *replay* what it holds, round after round: an address that it has an answer of
        on several days is asked as often. The first round also asks what is not in it.
        """
        after, is_first = None, True
        while (at := replay.next_at(after)) is not None:
            planned = self._plan(measures, self._store.memories(), at)
            errands = tuple(
                errand
                for errand in planned.errands
                if not errand.request.is_file and (is_first or replay.holds(errand.request.url))
            )
            before, failed = replay.left, planned.failed if is_first else ()
            then = replace(door, clock=_always(at))
            yield from self._ask(measures, Plan(errands, failed), then, company)
            if replay.left == before:  # nothing of that day is asked for
                after = datetime.combine(at.date(), time.max, UTC)
            is_first = False

    def _ask_past(
        self,
        measures: list[Measure],
        past: Past,
        at: datetime,
        door: _Door,
        company: Company,
    ) -> Generator[Attempt, None, None]:
        """Lists, chooses, fetches, reads and records captures; the attempts as recorded."""
        planned = plan(measures, self._sources, {}, at=at, patience=self._patience)
        described = descriptions(measures, self._sources)
        if planned.failed:
            yield from self._store.record(planned.failed, descriptions=described).attempts
        listings = past.lookups(planned.errands)
        while listings:
            with self._batches(listings, door) as batches:
                for batch in batches:
                    yield from self._recorded([past.listed(answer) for answer in batch], described)
            listings = past.further()
        reading = partial(self._read, company=company)
        mementos = past.chosen(self._store.moments)
        while mementos:
            with self._batches(mementos, door) as batches:
                for batch in batches:
                    gleanings = [one for answer in batch for one in past.read(answer, reading)]
                    yield from self._recorded(gleanings, described)
            mementos = past.followed(lambda follows: self._wanted(follows, at))

    @contextmanager
    def _batches(
        self, requests: Iterable[Request], door: _Door
    ) -> Iterator[Iterator[tuple[Answer, ...]]]:
        """The answers to *requests*, a host batch at a time; leaving it ends the asking."""
        from claimtrack.fetch import fetch
        from claimtrack.fetch.blocking import blocking

        answers = fetch(
            requests,
            clock=door.clock,
            transport=door.transport,
            allow_private=self._allow_private,
            contact=self._contact,
            book=self._store.hosts,
            began_at=door.began_at,
            recorder=door.recorder,
        )
        with closing(blocking(answers)) as batches:
            yield batches

    def _ask(
        self, measures: list[Measure], planned: Plan, door: _Door, company: Company
    ) -> Generator[Attempt, None, None]:
        """Fetch, read and record, a host batch at a time; the attempts as recorded."""
        described = descriptions(measures, self._sources)
        if planned.failed:
            yield from self._store.record(planned.failed, descriptions=described).attempts
        errands = _by_request(planned.errands)
        while errands:
            following: list[Errand] = []
            with self._batches(errands, door) as batches:
                for gleanings in self._gleaned(batches, errands, company):
                    yield from self._recorded(gleanings, described)
                    following += [errand for one in gleanings for errand in one.follows]
            errands = self._wanted(following, door.clock())

    def _of_hosts_to_be_asked(self, planned: Plan, at: datetime) -> Plan:
        """*planned* without the addresses of hosts that are to be left alone at the moment *at*."""
        hosts = {manners.host_of(one.request.url) for one in planned.errands}
        alone = {host for host in hosts if manners.is_left_alone(self._store.hosts.state(host), at)}
        kept = (
            one
            for one in planned.errands
            if one.request.is_file or manners.host_of(one.request.url) not in alone
        )
        return replace(planned, errands=tuple(kept))

    def _gleaned(
        self,
        batches: Iterable[Iterable[Answer]],
        errands: Mapping[Request, Errand],
        company: Company,
    ) -> Iterator[list[Gleaning]]:
        """What the answers say, read as far as one transaction should hold."""
        for batch in batches:
            gleanings: list[Gleaning] = []
            readings = 0
            for answer in self._settled(batch, errands):
                gleanings.append(self._read(answer, errands[answer.request], company))
                readings += gleanings[-1].readings
                if readings >= _READINGS_AT_ONCE:
                    yield gleanings
                    gleanings, readings = [], 0
            if gleanings:
                yield gleanings

    def _settled(
        self, batch: Iterable[Answer], errands: Mapping[Request, Errand]
    ) -> Iterator[Answer]:
        """The answers of *batch*, pages that differ in nothing that is read as not modified."""
        named = [(answer, to_compare(answer, errands[answer.request])) for answer in batch]
        before = self._store.contents(name for _, name in named if name is not None)
        for answer, name in named:
            yield answer if name is None else settled(answer, before.get(name))

    def _with_feeds_word(
        self, memories: Mapping[tuple[str, str], Memory]
    ) -> dict[tuple[str, str], Memory]:
        """*memories*, those of feeds fresh for as long as the feed itself asks, too."""
        feeds = {
            validators.snapshot
            for one in memories.values()
            if _is_feed(validators := one.validators)
        }
        heads = self._store.heads(feeds, size=_HEAD_OF_A_FEED)
        return {key: _with_feeds_word(one, heads) for key, one in memories.items()}

    def _wanted(self, following: list[Errand], at: datetime) -> dict[Request, Errand]:
        """What of *following* is still to be asked, as the record stands by now."""
        if not following:
            return {}
        named = [(one.name, each.request.url) for each in following for one in each.inquiries]
        still = wanted(following, self._store.memories(named), at=at)
        return {errand.request: errand for errand in still}

    def _read(self, answer: Answer, errand: Errand, company: Company) -> Gleaning:
        return read(
            answer,
            errand,
            kept=self._kept(answer) if leads_on(errand) else None,
            patience=self._patience,
            blocked=company.wall,
        )

    def _tell(self, changes: tuple[Transition, ...], company: Company) -> None:
        """Tell the plugins of *changes*, once all of it is on record."""
        if changes:
            claims = {claim.name: claim for claim in self.claims()}
            for change in changes:
                company.tell(change, claims[change.claim])

    def _put_aside(self, aside: Iterable[SetAside], asked: list[Attempt]) -> tuple[Attempt, ...]:
        """The plugins that were left out, on record as the update's last word; nothing where
        nothing was asked.
        """
        last = max([self._clock(), *(one.at for one in asked)]) + timedelta(microseconds=1)
        told = [
            Attempt(
                one.plugin, f"{_PLUGIN}{one.plugin}", last, "unreachable",
                reason=one.reason, asked=False,
            )
            for one in aside
        ]  # fmt: skip
        return self._store.record(told).attempts if told and asked else ()

    def _kept(self, answer: Answer) -> Page | None:
        """The page that *answer* says has not changed, as it is on record; None where it is not,
        or not any more.
        """
        validators = answer.request.validators
        if answer.outcome != "not_modified" or validators is None:
            return None
        content = self._store.contents([validators.snapshot]).get(validators.snapshot)
        if content is None:
            return None
        url, given = validators.url or answer.request.url, validators.content_type
        headers = () if given is None else (("content-type", given),)
        return Page(url, content, answer.at, headers=headers, asked_url=answer.request.url)

    def _recorded(
        self, gleanings: list[Gleaning], described: Mapping[str, Description]
    ) -> tuple[Attempt, ...]:
        """The attempts of a batch, as recorded in one transaction."""
        return self._store.record(
            [attempt for one in gleanings for attempt in one.attempts],
            [snapshot for one in gleanings for snapshot in one.snapshots],
            descriptions=described,
        ).attempts

    def _testify(self, said: Iterable[Testimony]) -> None:
        """Put a person's word on record, like any page."""
        said = tuple(said)
        spoken, at = depositions(said), self._moment_of(said)
        if spoken:
            self._store.record(
                [each.attempt(at) for each in spoken],
                [each.snapshot for each in spoken],
                descriptions={each.source: each.description for each in spoken},
            )

    def _moment_of(self, said: Iterable[Testimony]) -> datetime:
        """Now, or just after what was said before of the same, so that the last word counts also
        where no time passes between two.
        """
        before = [seen.last_confirmed_at for each in said for seen in self._words_on(each)]
        now = self._clock()
        return max([now, *(moment + timedelta(microseconds=1) for moment in before)])

    def _words_on(self, said: Testimony) -> list[Observation]:
        """What the person has said of the same measure and day."""
        known = self._store.history(said.reading.measure, source=said.source)
        return [seen for seen in known if seen.as_of == said.reading.as_of]

    def _is_recorded(self, said: Testimony) -> bool:
        return any(seen.id == said.fact for seen in self._words_on(said))

    def _is_said(self, said: Testimony) -> bool:
        return any(seen.id == said.fact and seen.stands for seen in self._words_on(said))


@dataclass(frozen=True, slots=True)
class _Door:
    """How an update asks: what time it is, by which transport, and what keeps the exchanges."""

    clock: Clock
    transport: Transport | None = None
    began_at: datetime | None = None
    recorder: Recorder | None = None
    replay: Replay | None = None


def _beginning(day: DayLike, at: datetime) -> datetime:
    """The moment at which *day* begins. Raises `BadDay`, and `BadValue` where it is no past day."""
    first = datetime.combine(calendar_date(day).first, time(), UTC)
    if first > at:
        raise BadValue(f"back_to={day} is a day to come: there is no past since then")
    return first


def _always(at: datetime) -> Clock:
    return lambda: at


@dataclass(slots=True)
class _Histories:
    """The histories behind a number of claims, each read once, all known at the same moment."""

    store: Store
    as_known: DayLike | None = None
    as_public: DayLike | None = None
    source: str | None = None
    _read: dict[str, History] = field(default_factory=dict)

    def of(self, document: Document, claim: Claim) -> Mapping[str, History]:
        behind = document.measures_of(claim)
        for measure in behind:
            if measure not in self._read:
                self._read[measure] = self.store.history(
                    measure, as_known=self.as_known, as_public=self.as_public, source=self.source
                )
        return {measure: self._read[measure] for measure in behind}

    def stamped(self, verdict: Verdict) -> Verdict:
        """*verdict* with the moment it is known at."""
        if self.as_known is None:
            return verdict
        return replace(
            verdict,
            as_known=moment(self.as_known),
            parts={name: self.stamped(part) for name, part in verdict.parts.items()},
        )


def _check_not_past(
    at: datetime, measures: Iterable[Measure], memories: Mapping[tuple[str, str], Memory]
) -> None:
    """Raise `BadValue` where a source of *measures* was asked later than *at*: what is learnt is
    learnt after what was known.
    """
    names = {one.name for one in _subscriptions(measures)}
    last = max((one.asked_at for (name, _), one in memories.items() if name in names), default=at)
    if at < last:
        raise BadValue(
            f"now={at.isoformat(timespec='seconds')} is before the last update, at"
            f" {last.isoformat(timespec='seconds')}: what is learnt is learnt after what was known"
        )


def _without_standby(measure: Measure) -> Measure:
    asked = tuple(one for one in measure.subscriptions if not one.standby)
    return replace(measure, subscriptions=asked)


def _on_standby(measures: Iterable[Measure]) -> set[str]:
    """The names on record of the sources that are kept on standby."""
    return {one.name for one in _subscriptions(measures) if one.standby}


def _subscriptions(measures: Iterable[Measure]) -> Iterator[Subscription]:
    return (one for measure in measures for one in measure.subscriptions)


def _is_feed(validators: Validators | None) -> TypeGuard[Validators]:
    return validators is not None and "xml" in (validators.content_type or "")


def _with_feeds_word(memory: Memory, heads: Mapping[str, bytes]) -> Memory:
    head = b"" if memory.validators is None else heads.get(memory.validators.snapshot, b"")
    wait = feed_wait(head)
    if wait is None or memory.failures:
        return memory
    fresh = memory.asked_at + wait
    return replace(memory, fresh_until=max(fresh, memory.fresh_until or fresh))


def _start(since: DayLike) -> datetime:
    """The moment at which *since* begins: a moment itself, or the first day's (UTC)."""
    if isinstance(since, datetime):
        return moment(since)
    return datetime.combine(calendar_date(since).first, time(), UTC)


def _heard(attempts: Iterable[Attempt]) -> frozenset[tuple[str, str]]:
    """Each source with a measure that was read, or confirmed, in *attempts*."""
    return frozenset(
        (one.source, result.measure)
        for one in attempts
        for result in one.results
        if result.status in {"changed", "unchanged"}
    )


def _asked(measures: Iterable[Measure]) -> list[tuple[str, str]]:
    """Each name on record with the measure that it is asked for."""
    return [(one.name, measure.id) for measure in measures for one in measure.subscriptions]


def _by_request(errands: Iterable[Errand]) -> dict[Request, Errand]:
    """The errands, those to one address joined into one."""
    joined: dict[Request, Errand] = {}
    for errand in errands:
        known = joined.get(errand.request)
        inquiries = errand.inquiries if known is None else known.inquiries + errand.inquiries
        joined[errand.request] = replace(errand, inquiries=inquiries)
    return joined
