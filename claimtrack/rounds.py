"""Rounds: what an update asks, reads and puts on record, from the plan to the last page led to.

    plan --> fetch --> read --> record --> what pages led to --> fetch ...

Each generator gives the attempts as they stand on record, a host's batch at a time; whoever stops
iterating ends the asking.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeGuard

from claimtrack import manners
from claimtrack.doors import Clock, Door
from claimtrack.errands import FILES, Errand, Errands, by_host
from claimtrack.errors import BadValue
from claimtrack.freshness import feed_wait
from claimtrack.measures import Measure
from claimtrack.observations import Attempt
from claimtrack.pages import Answer, Memory, Page, Request, Validators
from claimtrack.past import Past
from claimtrack.patience import Waiting
from claimtrack.sources import Company, Sources
from claimtrack.store import Store
from claimtrack.update import (
    Gleaning,
    Memories,
    Plan,
    Recall,
    descriptions,
    leads_on,
    may_settle,
    plan,
    read,
    reads_words,
    settled,
    to_compare,
    wanted,
)

if TYPE_CHECKING:
    from claimtrack.fetch import ByHost, Replay

#: As many readings are recorded in about two seconds; a kill loses no more than that.
_READINGS_AT_ONCE = 5000
#: So many answers are recorded in one transaction, which costs as much as five of them.
_RECORDED_AT_ONCE = 50
#: Pages of so many bytes are handed over to be read; as they are stored they may wait for more.
_BYTES_READ_AT_ONCE = 700_000
_BYTES_RECORDED_AT_ONCE = 2_000_000
#: Nor does what was read wait longer than this for what may not come.
_SECONDS_HELD = 1.0
#: So many pages on record are read back at a time, to be compared with those that came.
_COMPARED_AT_ONCE = 20
#: Most pages that are other ones differ from those on record within the first of these, and nearly
#: all within the second; of these no more is read back.
_HEADS_COMPARED = (16_384, 65_536)
#: A feed says how often it changes before its first entry.
_HEAD_OF_A_FEED = 8192


class Rounds:
    """The rounds of one update, which asks *sources* for *measures* through *door* and keeps what
    comes in *store*, with who stands behind the sources of all the measures *described*, asked now
    or not. *company* are the plugins that have a word in it; *waiting* is how long a source has for
    each call, and one that takes longer is not called again.
    """

    def __init__(
        self,
        store: Store,
        sources: Sources,
        measures: Sequence[Measure],
        company: Company,
        door: Door,
        *,
        waiting: Waiting,
        described: Iterable[Measure],
    ) -> None:
        self._store = store
        self._sources = sources
        self._measures = measures
        self._company = company
        self._door = door
        self._waiting = waiting
        self._described = descriptions(described, sources)
        #: Those of ours that came up while planning: they stop nobody, and are raised at the end.
        self._bugs: list[Exception] = []

    def of_now(
        self,
        at: datetime,
        *,
        due: bool = False,
        asked_since: datetime | None = None,
        onward: bool = False,
    ) -> Generator[Attempt, None, None]:
        """Asks what there is to ask at the moment *at*: with *due*, only what is due; nothing that
        was asked since *asked_since*. With *onward*, raises `BadValue` where a source was asked
        later than *at*.
        """
        # What is remembered and planned is held by nobody while it is done.
        yield from self._asked(self._planned_now(at, due, asked_since, onward), self._door)
        self._raise_bug()

    def _planned_now(
        self, at: datetime, due: bool, asked_since: datetime | None, onward: bool
    ) -> Plan:
        if onward:
            self._demand_onward(at, self._store.memories())
        recall = self._recalled_with_feeds_word if due else self._store.memories
        planned = self._planned(at, recall, due=due, asked_since=asked_since)
        return self._of_hosts_to_be_asked(planned, at) if due else planned

    def of_replay(self, replay: Replay) -> Generator[Attempt, None, None]:
        """Asks of *replay* what it holds, round after round: an address that it has an answer of
        on several days is asked as often. The first round also asks what is not in it.
        """
        after, is_first = None, True
        while (at := replay.next_at(after)) is not None:
            planned = self._planned(at, self._store.memories)
            errands = tuple(
                errand
                for errand in planned.errands
                if not errand.request.is_file and (is_first or replay.holds(errand.request.url))
            )
            before, failed = replay.left, planned.failed if is_first else ()
            yield from self._asked(Plan(errands, failed), replace(self._door, clock=_always(at)))
            if replay.left == before:  # nothing of that day is asked for
                after = datetime.combine(at.date(), time.max, UTC)
            is_first = False
        self._raise_bug()

    def of_past(self, past: Past, at: datetime) -> Generator[Attempt, None, None]:
        """Lists, chooses, fetches and reads captures of *past*, at the moment *at*."""
        planned = self._planned(at, {})
        yield from self._failed(planned)
        listings = past.lookups(planned.errands)
        while listings:
            with self._batches(listings, self._door) as batches:
                for batch in filter(None, batches):
                    yield from self._recorded([past.listed(answer) for answer in batch])
            listings = past.further()
        past.recall(self._store.answered, self._read)

        def onward() -> tuple[Request, ...]:
            return past.followed(lambda follows: self._wanted(follows, at))

        mementos = past.chosen(self._store.answered) or onward()
        while mementos:
            with self._batches(mementos, self._door) as batches:
                for batch in filter(None, batches):
                    yield from self._recorded(
                        [one for answer in batch for one in past.read(answer, self._read)]
                    )
            mementos = onward()
        self._raise_bug()

    # What to ask

    def _planned(
        self,
        at: datetime,
        memories: Memories | Recall,
        *,
        due: bool = False,
        asked_since: datetime | None = None,
    ) -> Plan:
        return plan(
            self._measures,
            self._sources,
            memories,
            at=at,
            due=due,
            asked_since=asked_since,
            lasts=self._store.last_days if callable(memories) else {},
            patience=self._waiting,
            on_bug=self._bugs.append,
        )

    def _raise_bug(self) -> None:
        """Raise what failed of our own while planning: what did not is asked, and on record."""
        if self._bugs:
            raise self._bugs[0]

    def _demand_onward(self, at: datetime, memories: Memories) -> None:
        """Raise `BadValue` where a source was asked later than *at*: what is learnt is learnt after
        what was known.
        """
        names = {one.name for each in self._measures for one in each.subscriptions}
        asked = (one.asked_at for (name, _), one in memories.items() if name in names)
        last = max(asked, default=at)
        if at < last:
            raise BadValue(
                f"now={at.isoformat(timespec='seconds')} is before the last update, at"
                f" {last.isoformat(timespec='seconds')}: what is learnt is learnt after what was"
                " known"
            )

    def _of_hosts_to_be_asked(self, planned: Plan, at: datetime) -> Plan:
        """*planned* without the addresses of hosts that are to be left alone at the moment *at*."""
        errands, book = planned.errands, self._store.hosts
        if not isinstance(errands, Errands):
            return planned
        wanted = {
            host
            for host in errands.hosts
            if host == FILES or not manners.is_left_alone(book.state(host), at)
        }
        return replace(planned, errands=errands.of_hosts(wanted))

    def _recalled_with_feeds_word(self, of: Sequence[tuple[str, str]]) -> Memories:
        """What is remembered of those places, of feeds also that they are fresh for as long as they
        themselves ask.
        """
        memories = self._store.memories(of)
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

    # Asking, reading, recording

    def _asked(self, planned: Plan, door: Door) -> Generator[Attempt, None, None]:
        yield from self._failed(planned)
        hosts = by_host(planned.errands)
        del planned
        while hosts:
            following: list[Errand] = []
            under_way: dict[Request, Errand] = {}
            requests = _requests(hosts, under_way)
            del hosts
            with self._batches(requests, door) as batches:
                for gleanings in self._gleaned(batches, under_way):
                    yield from self._recorded(gleanings)
                    following += [errand for one in gleanings for errand in one.follows]
                    del gleanings  # their pages are on record
            hosts = by_host(self._wanted(following, door.clock()).values())

    def _failed(self, planned: Plan) -> tuple[Attempt, ...]:
        """The attempts of sources that could not say what to ask, as recorded."""
        if not planned.failed:
            return ()
        return self._store.record(planned.failed, descriptions=self._described).attempts

    @contextmanager
    def _batches(
        self, requests: Iterable[Request] | ByHost, door: Door
    ) -> Iterator[Iterator[tuple[Answer, ...]]]:
        """The answers to *requests*, a host batch at a time; leaving it ends the asking."""
        from claimtrack.fetch import Limits, fetch
        from claimtrack.fetch.blocking import blocking

        answers = fetch(
            requests,
            clock=door.clock,
            transport=door.transport,
            allow_private=door.allow_private,
            contact=door.contact,
            book=self._store.hosts,
            began_at=door.began_at,
            recorder=door.recorder,
            limits=Limits(batch_bytes=_BYTES_READ_AT_ONCE),
        )
        with closing(blocking(answers, pause=_SECONDS_HELD)) as batches:
            yield batches

    def _gleaned(
        self, batches: Iterable[Sequence[Answer]], errands: dict[Request, Errand]
    ) -> Iterator[list[Gleaning]]:
        """What the answers say, as much as one transaction should hold; an errand is taken out of
        *errands* when it is done.

        Large pages come a few at a time, and are held as they are stored until there is enough of
        them; what else comes is handed over at once, with all that was held.
        """
        held: list[Gleaning] = []
        try:
            for batch in batches:
                goes_on, answers = _is_full(batch), deque(batch)
                del batch  # an answer is let go of as soon as it is read
                while answers:
                    for gleanings in self._read_some(answers, errands):
                        held += gleanings
                        if _are_enough(held):
                            yield held
                            held = []
                if held and not goes_on:
                    yield held
                    held = []
        except Exception:  # a bug of ours costs nothing that was read before
            if held:
                yield held
            raise
        if held:
            yield held

    def _read_some(
        self, answers: deque[Answer], errands: dict[Request, Errand]
    ) -> Iterator[list[Gleaning]]:
        """What the first of *answers* say, which are taken out of them."""
        some = [answers.popleft() for _ in range(min(len(answers), _COMPARED_AT_ONCE))]
        works: deque[Callable[[], Gleaning]] = deque(
            partial(self._read, answer, errands.pop(answer.request))
            for answer in self._settled(some, errands)
        )
        del some
        while works:
            yield self._waiting.each(works, _Enough())

    def _settled(
        self, batch: Sequence[Answer], errands: Mapping[Request, Errand]
    ) -> Iterator[Answer]:
        """The answers of *batch*, pages that differ in nothing that is read as not modified."""
        named = [(one, to_compare(one, errands[one.request])) for one in batch]
        likely = [(one, name) for one, name in named if name is not None]
        for size in _HEADS_COMPARED:
            heads = self._store.heads([name for _, name in likely], size=size) if likely else {}
            likely = [
                (one, name)
                for one, name in likely
                if name in heads and may_settle(one, heads[name])
            ]
        alike = {one.request: name for one, name in likely}
        before = self._read_for_words(alike, errands) if alike else {}
        for one in batch:
            yield settled(one, before.get(one.request))

    def _read_for_words(
        self, named: Mapping[Request, str], errands: Mapping[Request, Errand]
    ) -> dict[Request, bytes]:
        """The bytes of the snapshots *named*, of those that are read for their words alone."""
        asked = [partial(reads_words, errands[one], patience=self._waiting) for one in named]
        answers = zip(named.items(), self._waiting.each(deque(asked)), strict=True)
        for_words = {request: name for (request, name), is_so in answers if is_so}
        contents = self._store.contents(for_words.values())
        return {one: contents[name] for one, name in for_words.items() if name in contents}

    def _read(self, answer: Answer, errand: Errand) -> Gleaning:
        return read(
            answer,
            errand,
            kept=self._kept(answer) if leads_on(errand) else None,
            patience=self._waiting,
            blocked=self._company.wall,
        )

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

    def _recorded(self, gleanings: list[Gleaning]) -> tuple[Attempt, ...]:
        """The attempts of a batch, as recorded in one transaction."""
        recorded = self._store.record(
            [attempt for one in gleanings for attempt in one.attempts],
            [snapshot for one in gleanings for snapshot in one.snapshots],
            descriptions=self._described,
        )
        self._described = {}  # of all sources, with the first batch: one update says it once
        return recorded.attempts


def _is_full(batch: Iterable[Answer]) -> bool:
    """Whether *batch* was handed over because it holds as many bytes as are handed over at once."""
    return sum(len(one.page.content) for one in batch if one.page) >= _BYTES_READ_AT_ONCE


class _Enough:
    """Whether gleanings, to which others are added from call to call, bring as many readings as are
    recorded at once.
    """

    def __init__(self) -> None:
        self._counted = self._readings = 0

    def __call__(self, gleanings: Sequence[Gleaning]) -> bool:
        new = islice(gleanings, self._counted, None)
        self._readings += sum(one.readings for one in new)
        self._counted = len(gleanings)
        return self._readings >= _READINGS_AT_ONCE


def _are_enough(gleanings: Sequence[Gleaning]) -> bool:
    """Whether one transaction should hold no more than *gleanings*."""
    if len(gleanings) >= _RECORDED_AT_ONCE or _Enough()(gleanings):
        return True
    stored = (len(each.stored) for one in gleanings for each in one.snapshots)
    return sum(stored) >= _BYTES_RECORDED_AT_ONCE


def _always(at: datetime) -> Clock:
    return lambda: at


def _requests(hosts: Mapping[str, Iterable[Errand]], under_way: dict[Request, Errand]) -> ByHost:
    from claimtrack.fetch import ByHost

    return ByHost({host: _set_out(errands, under_way) for host, errands in hosts.items()})


def _set_out(errands: Iterable[Errand], under_way: dict[Request, Errand]) -> Iterator[Request]:
    """The request of each of *errands*, which is then *under_way*: what asks them takes one after
    another, and in a thread of its own.
    """
    for errand in errands:
        under_way[errand.request] = errand
        yield errand.request


def _is_feed(validators: Validators | None) -> TypeGuard[Validators]:
    return validators is not None and "xml" in (validators.content_type or "")


def _with_feeds_word(memory: Memory, heads: Mapping[str, bytes]) -> Memory:
    head = b"" if memory.validators is None else heads.get(memory.validators.snapshot, b"")
    wait = feed_wait(head)
    if wait is None or memory.failures:
        return memory
    fresh = memory.asked_at + wait
    return replace(memory, fresh_until=max(fresh, memory.fresh_until or fresh))
