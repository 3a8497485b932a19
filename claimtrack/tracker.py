"""The tracker: what a script holds to add claims, update the evidence and ask for answers."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import takewhile
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, overload

from claimtrack import doors, judging, manners
from claimtrack.agreement import disagreements
from claimtrack.attempts import Attempts
from claimtrack.captures import WAYBACK, Archive
from claimtrack.catalogue import Catalogue
from claimtrack.claims import Claim, Document
from claimtrack.errors import BadValue, UnknownName
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
    History,
    Observation,
)
from claimtrack.past import Past
from claimtrack.patience import Waiting, is_set, patience_of
from claimtrack.rounds import Rounds
from claimtrack.silences import silences
from claimtrack.sources import Company, SetAside, Sources, check_plugins, load_sources
from claimtrack.store import Changes, Store
from claimtrack.testimony import Testimony, citations, depositions, observed, to_say
from claimtrack.values import CalendarDate, DayLike, calendar_date, moment

if TYPE_CHECKING:
    from claimtrack.accounts import Account
    from claimtrack.fetch import Transport

Clock = Callable[[], datetime]

#: The address at which a plugin that was left out is on record.
_PLUGIN = "plugin:"
_PLUGINS_AT_MOST = 100


def load_document(
    path: str | os.PathLike[str], *, plugins: Iterable[object] | None = None
) -> Document:
    """The document that the claim file at *path* describes, with its claims and measures.

    What each ``ask`` entry says is checked against its source's own schema, so the sources of
    *plugins* (None: every installed one) are loaded. Raises `ClaimFileError` with every mistake,
    `PluginError` for one of *plugins* with a hook that is none.
    """
    plugins = None if plugins is None else check_plugins(plugins)
    return _loaded(path, load_sources(plugins))


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
    server whom to write to. Raises `StoreError`, `BadValue` for a contact that cannot be sent,
    `PluginError` for ``plugins`` that are no list, or one with a hook that is misspelt, not marked
    or none.
    """
    contact = contact or os.environ.get("CLAIMTRACK_CONTACT") or None
    if contact is not None:
        manners.check_contact(contact)
    handed_in = None if plugins is None else check_plugins(plugins)
    now = _Clock(clock or _system_clock)
    store = Store.open(os.fspath(db), readonly=readonly, clock=now)
    allowed = allow_private or os.environ.get("CLAIMTRACK_ALLOW_PRIVATE") == "1"
    return Tracker(store, now, handed_in, allowed, patience_of(), contact)


def _loaded(path: str | os.PathLike[str], sources: Sources) -> Document:
    from claimtrack.claimfile import load_document

    return load_document(path, schemas=sources.options)


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

    ``attempts`` equal a tuple of them and are held packed, so that a report of very many takes
    little room: whoever wants several of them goes through them in order.
    ``changes`` also tell what was learnt of a claim whose label is the same on every day: words
    that were not said so, a date that is another. Such a change is ``on`` the day of learning it,
    and none of `Tracker.transitions`.
    ``taken_back`` are transitions that were known and no longer are: a figure was corrected. Their
    cause does not hold its observation any more. ``silent`` are the sources that have said nothing
    for three times their usual gap. ``set_aside`` are the plugins that were left out, or whose
    process ended, each an attempt on record at ``plugin:NAME`` with its reason.
    ``left_to_another`` is true where nothing was done, because another update of the same database
    was running and asks what is due.
    ``on_standby`` are the sources, by name, that were left out because their claim file keeps them
    so. ``remarks`` say what could not be read of a WARC that was replayed, and how many captures of
    an archive are left for the next update.
    """

    at: datetime
    attempts: Sequence[Attempt] = Attempts()
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
        """Whether there was something to ask and every ask failed or was put off."""
        return bool(self.attempts) and all(attempt.failed for attempt in self.attempts)


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
        """Let go of the database, and of the processes that plugins run in."""
        self._rest()
        self._store.close()

    def _rest(self) -> None:
        if self._loaded is not None:
            self._loaded.plugins.rest()

    # What is tracked

    def add(self, document: str | os.PathLike[str] | Document) -> Changes:
        """What changed by recording *document* (or the claim file at that path). Idempotent: a
        changed claim is a new revision, a dropped one is retired, a new one is added. Evidence
        that the file cites goes on record as its author's; what it no longer cites is withdrawn.
        Raises `ClaimFileError`, `ReadOnly`, and
        `BadValue` where another document means something else by a measure or a source's name.
        """
        if not isinstance(document, Document):
            document = _loaded(document, self._sources)
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
            held.callback(self._rest)
            began = self._clock()
            door = held.enter_context(
                doors.opened(
                    self._clock,
                    transport=transport,
                    warc=warc,
                    replay=replay,
                    allow_private=self._allow_private,
                    contact=self._contact,
                )
            )
            with self._store.lease(wait=not due) as lease:
                if lease is None:
                    return UpdateReport(began, left_to_another=True)
                at = self._clock()
                known = self._store.standing_measures()
                named = _chosen(known, sources, measures)
                asks_all = standby or sources is not None
                chosen = named if asks_all else _Narrowed(named, _without_standby)
                company = Company(self._sources.plugins, self._patience)
                rounds = Rounds(
                    self._store,
                    self._sources,
                    chosen,
                    company,
                    replace(door, began_at=at),
                    waiting=Waiting(self._patience, firm=is_set()),
                    described=known,
                )
                past = None if back_to is None else Past(archive, _beginning(back_to, at), at)
                if past is not None:
                    asking = rounds.of_past(past, at)
                elif door.replay is not None:
                    asking = rounds.of_replay(door.replay)
                else:
                    since = began if lease.waited else None
                    onward = now is not None
                    asking = rounds.of_now(at, due=due, asked_since=since, onward=onward)
                heard = _Heard(at)
                with closing(asking) as asked:
                    attempts = Attempts(_told(asked, heard, progress))
                news = self._store.judge()
            silent = silences(self._store, chosen, at, heard)
            # A record that was begun later than *now* is judged up to then.
            changes = tuple(one for one in (*news.found, *news.learnt) if one.on <= at.date())
            self._tell(changes, company)
            aside = self._put_aside((*self._sources.set_aside, *company.set_aside), heard.last_at)
            remarks = () if door.replay is None else door.replay.faults
            if past is not None:
                remarks = (*remarks, *past.left_over)
        return UpdateReport(
            at,
            attempts,
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
        persons are not. Which of them are put off is told as it is now. Raises `BadDay`.
        """
        asked: dict[str, list[tuple[Subscription, Measure]]] = {}
        for measure in self._catalogue().measures().values():
            for one in measure.subscriptions:
                asked.setdefault(one.name, []).append((one, measure))
        start = None if since is None else _start(since)
        found = self._store.dealings(since=start)
        put_off = self._store.put_offs(at=self._clock(), named=_named_addresses(asked))
        persons = {name for name, one in self._store.descriptions().items() if one.kind == "person"}
        return tuple(
            replace(
                found.get(name, Dealings(name)),
                plugin=asked[name][0][0].source if name in asked else None,
                measures=tuple(sorted(measure.id for _, measure in asked.get(name, ()))),
                put_off=put_off.get(name),
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
        recorded as the interval it admits), a day, "not yet" of an event, a state by its name, by
        its words or as it is called, or what was said.
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
        from claimtrack.accounts import Account

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

    def _tell(self, changes: tuple[Transition, ...], company: Company) -> None:
        """Tell the plugins of *changes*, once all of it is on record."""
        if changes:
            claims = {claim.name: claim for claim in self.claims()}
            for change in changes:
                company.tell(change, claims[change.claim])

    def _put_aside(
        self, aside: Iterable[SetAside], asked_at: datetime | None
    ) -> tuple[Attempt, ...]:
        """The plugins that were left out, on record as the update's last word; nothing where
        nothing was asked, as *asked_at* tells, the moment of the last attempt.
        """
        if asked_at is None:
            return ()
        last = max(self._clock(), asked_at) + timedelta(microseconds=1)
        told = [
            Attempt(
                one.plugin, f"{_PLUGIN}{one.plugin}", last, "unreachable",
                reason=one.reason, asked=False,
            )
            for one in aside
        ]  # fmt: skip
        return self._store.record(told).attempts if told else ()

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


def _beginning(day: DayLike, at: datetime) -> datetime:
    """The moment at which *day* begins. Raises `BadDay`, and `BadValue` where it is no past day."""
    first = datetime.combine(calendar_date(day).first, time(), UTC)
    if first > at:
        raise BadValue(f"back_to={day} is a day to come: there is no past since then")
    return first


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


class _Narrowed(Sequence[Measure]):
    """The *measures*, each with some of its subscriptions as *narrow* has it."""

    def __init__(self, measures: Sequence[Measure], narrow: Callable[[Measure], Measure]) -> None:
        self._measures = measures
        self._narrow = narrow

    @overload
    def __getitem__(self, index: int) -> Measure: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Measure, ...]: ...
    def __getitem__(self, index: int | slice) -> Measure | tuple[Measure, ...]:
        if isinstance(index, slice):
            return tuple(map(self._narrow, self._measures[index]))
        return self._narrow(self._measures[index])

    def __len__(self) -> int:
        return len(self._measures)

    def __iter__(self) -> Iterator[Measure]:
        return map(self._narrow, self._measures)


def _chosen(
    known: Sequence[Measure], sources: Iterable[str] | None, measures: Iterable[str] | None
) -> Sequence[Measure]:
    """The measures of those *known* to ask, each with the subscriptions to ask it of."""
    chosen = known if measures is None else _named(known, tuple(measures))
    if sources is None:
        return chosen
    wanted = set(sources)
    names = {name for one in _subscriptions(known) for name in (one.name, one.source)}
    for name in sorted(wanted - names):
        raise UnknownName("source", name, nearest(name, names))
    return _Narrowed(chosen, partial(_of_sources, wanted))


def _named(known: Sequence[Measure], ids: Sequence[str]) -> list[Measure]:
    """Those of the measures *known* that have these *ids*. Raises `UnknownName`."""
    wanted = frozenset(ids)
    found = {measure.id: measure for measure in known if measure.id in wanted}
    for id in ids:
        if id not in found:
            raise UnknownName("measure", id, nearest(id, [measure.id for measure in known]))
    return [found[id] for id in ids]


def _of_sources(wanted: set[str], measure: Measure) -> Measure:
    asked = [one for one in measure.subscriptions if wanted & {one.name, one.source}]
    is_whole = len(asked) == len(measure.subscriptions)
    return measure if is_whole else replace(measure, subscriptions=tuple(asked))


def _without_standby(measure: Measure) -> Measure:
    asked = tuple([one for one in measure.subscriptions if not one.standby])
    is_whole = len(asked) == len(measure.subscriptions)
    return measure if is_whole else replace(measure, subscriptions=asked)


def _on_standby(measures: Iterable[Measure]) -> set[str]:
    """The names on record of the sources that are kept on standby."""
    return {one.name for one in _subscriptions(measures) if one.standby}


def _subscriptions(measures: Iterable[Measure]) -> Iterator[Subscription]:
    return (one for measure in measures for one in measure.subscriptions)


def _named_addresses(
    asked: Mapping[str, Iterable[tuple[Subscription, Measure]]],
) -> dict[str, frozenset[str]]:
    """The addresses that claims name for a source themselves, by its name on record."""
    named = {
        name: frozenset(
            value
            for subscription, _ in subscriptions
            for _, value in subscription.options
            if isinstance(value, str) and value.startswith(("http://", "https://"))
        )
        for name, subscriptions in asked.items()
    }
    return {name: urls for name, urls in named.items() if urls}


def _start(since: DayLike) -> datetime:
    """The moment at which *since* begins: a moment itself, or the first day's (UTC)."""
    if isinstance(since, datetime):
        return moment(since)
    return datetime.combine(calendar_date(since).first, time(), UTC)


class _Heard:
    """What attempts tell of who was heard: a source and a measure are in it that was read or
    confirmed since the moment *since*. ``last_at`` is the moment of the last attempt, None before
    any.

    They are known by their hashes in order, eight bytes each. Where two of them met, in one update
    of very many, a silence that began would be told by the next.
    """

    def __init__(self, since: datetime) -> None:
        self._since = since
        self._said = array("q")
        self._is_sorted = True
        self.last_at: datetime | None = None

    def note(self, attempt: Attempt) -> None:
        """Take *attempt* into account."""
        self.last_at = attempt.at if self.last_at is None else max(self.last_at, attempt.at)
        if attempt.at >= self._since:
            self._said.extend(
                hash((attempt.source, result.measure))
                for result in attempt.results
                if result.status in {"changed", "unchanged"}
            )
            self._is_sorted = False

    def __contains__(self, asked: object) -> bool:
        if not self._is_sorted:
            self._said = array("q", sorted(self._said))
            self._is_sorted = True
        code = hash(asked)
        place = bisect_left(self._said, code)
        return place < len(self._said) and self._said[place] == code


def _told(
    asked: Iterable[Attempt], heard: _Heard, progress: Callable[[Attempt], None] | None
) -> Iterator[Attempt]:
    """The attempts *asked* gives, each told to whoever wants to know."""
    for attempt in asked:
        heard.note(attempt)
        if progress is not None:
            progress(attempt)
        yield attempt
