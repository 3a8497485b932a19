"""Hosts: requests asked host by host, side by side, their answers handed over in batches."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Iterable,
    Iterator,
)
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.fetch.files import read_file
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.names import Names
from claimtrack.fetch.turns import Turns, Watch
from claimtrack.manners import HostBook, MemoryBook, host_of
from claimtrack.pages import Answer, Request

if TYPE_CHECKING:
    from claimtrack.fetch.recording import Recorder
    from claimtrack.fetch.web import Transport, Web

_Ask = Callable[[Request], Awaitable[Answer]]
#: The host of the files.
_FILES = ""


class ByHost(dict[str, Iterable[Request]]):
    """Requests by host, as `host_of` names it, "" that of files; those of each are gone through
    once.
    """


async def fetch(
    requests: Iterable[Request] | ByHost,
    *,
    clock: Callable[[], datetime],
    transport: Transport | None = None,
    allow_private: bool = False,
    limits: Limits = USUAL,
    contact: str | None = None,
    book: HostBook | None = None,
    began_at: datetime | None = None,
    watch: Watch | None = None,
    polite: bool = True,
    recorder: Recorder | None = None,
) -> AsyncIterator[tuple[Answer, ...]]:
    """The answers to *requests*, one each, in batches of one host.

    A batch is all of a host, or what is there when `Limits` says that it is time. Whatever a
    server, a name, a wire or a file does is an `Answer` with outcome and reason; a bug raises.
    *requests* that are given by host are taken one after another, as they are asked. *clock* gives
    the time of each ask (aware, UTC). *allow_private* opens loopback and private addresses.
    *contact* is named to every server. With a *transport* of the caller's, nothing is dialled here.
    What goes over the wire is kept by the *recorder*.

    How each host wants to be asked, and what its robots.txt says, is kept in *book* (None: in
    memory, for this call). A host that was found to be down since *began_at* (None: now) is not
    asked again. *watch* is the clock that requests are spaced by, the world's unless a test brings
    another. One who is not *polite* asks for no robots.txt and waits for no turn: that is for a
    *transport* that gives back what was recorded.
    """
    by_host = requests if isinstance(requests, ByHost) else _by_host(requests)
    lanes = deque(by_host.items())
    del requests, by_host
    turns = Turns(clock, book or MemoryBook(), limits, began_at, watch or Watch())
    names = Names()
    web = _web(
        lanes, clock, transport, allow_private, limits, contact, turns, names, polite, recorder
    )

    async def ask(request: Request) -> Answer:
        if web is None or request.is_file:
            return await asyncio.to_thread(read_file, request, at=clock(), limits=limits)
        return await web.answer(request)

    # What waits there takes room: of one host no more than one answer.
    arrivals: asyncio.Queue[_Arrival | None] = asyncio.Queue(min(limits.hosts_at_once, len(lanes)))
    bell = _Bell(arrivals)
    baskets = _Baskets(limits, open_hosts=len(lanes))
    workers = [
        asyncio.create_task(_work(lanes, ask, arrivals, limits.per_host))
        for _ in range(min(limits.hosts_at_once, len(lanes)))
    ]
    try:
        while baskets.open_hosts:
            bell.rings_at(baskets.due_at)
            arrival = await arrivals.get()
            now = asyncio.get_running_loop().time()
            for one in _told(arrival, names):
                baskets.put(one, now)
            ripe = deque(baskets.ripe(now))
            while ripe:
                yield ripe.popleft()  # kept by nobody here, once it is handed over
            if arrival is not None and arrival.bug is not None:
                raise arrival.bug
        for answers in (*baskets.left(), tuple(names.left())):
            if answers:
                yield answers
    finally:
        bell.rings_at(None)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if web is not None:
            await web.aclose()


def _told(arrival: _Arrival | None, names: Names) -> list[_Arrival]:
    """*arrival* as what is to be handed over, with all that waited for it or without what waits."""
    if arrival is None or arrival.answer is None:
        return [] if arrival is None else [arrival]
    return [
        arrival if one is arrival.answer else _Arrival(_host(one.request), one)
        for one in names.passed(arrival.answer)
    ]


def _by_host(requests: Iterable[Request]) -> ByHost:
    """The requests of each host, in their order."""
    hosts: dict[str, deque[Request]] = {}
    for request in requests:
        hosts.setdefault(_host(request), deque()).append(request)
    return ByHost({host: _each(waiting) for host, waiting in hosts.items()})


def _host(request: Request) -> str:
    return _FILES if request.is_file else host_of(request.url)


def _web(
    lanes: Iterable[tuple[str, Iterable[Request]]],
    clock: Callable[[], datetime],
    transport: Transport | None,
    allow_private: bool,
    limits: Limits,
    contact: str | None,
    turns: Turns,
    names: Names,
    polite: bool,
    recorder: Recorder | None,
) -> Web | None:
    """Who asks the network, where there is anything to ask it: httpx takes 80 ms to import."""
    if all(host == _FILES for host, _ in lanes):
        return None
    from claimtrack.fetch.web import Kept, Web

    def recorded(inner: Transport) -> Transport:
        if recorder is None:
            return inner
        from claimtrack.fetch.recording import RecordingTransport

        return RecordingTransport(inner, recorder, clock)

    return Web(
        clock=clock,
        transport=transport,
        allow_private=allow_private,
        limits=limits,
        contact=contact,
        turns=turns,
        names=names,
        polite=polite,
        offline=isinstance(transport, Kept),
        wrap=recorded,
    )


class _Arrival(NamedTuple):
    """An answer of a host; without one, the host is done, or a bug of ours came up."""

    host: str
    answer: Answer | None = None
    bug: BaseException | None = None


async def _work(
    lanes: deque[tuple[str, Iterable[Request]]],
    ask: _Ask,
    arrivals: asyncio.Queue[_Arrival | None],
    per_host: int,
) -> None:
    """Takes one host after another until none is left."""

    async def ask_each(host: str, requests: Iterator[Request]) -> None:
        for request in requests:
            await arrivals.put(_Arrival(host, await ask(request)))

    while lanes:
        host, requests = lanes.popleft()
        shared = iter(requests)
        del requests  # who asks them is done with each of them, one by one
        try:
            await _together([ask_each(host, shared) for _ in range(per_host)])
        except Exception as bug:
            await arrivals.put(_Arrival(host, bug=bug))
            return
        await arrivals.put(_Arrival(host))


def _each(requests: deque[Request]) -> Iterator[Request]:
    while requests:
        yield requests.popleft()


async def _together(works: list[Coroutine[None, None, None]]) -> None:
    """Does all of *works* side by side; where one raises, the others are stopped."""
    try:
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(work)
    except ExceptionGroup as bugs:
        raise bugs.exceptions[0] from None


class _Bell:
    """What lets whoever waits for *arrivals* look up when a batch is due: None arrives."""

    def __init__(self, arrivals: asyncio.Queue[_Arrival | None]) -> None:
        self._arrivals = arrivals
        self._at: float | None = None
        self._set: asyncio.TimerHandle | None = None

    def rings_at(self, at: float | None) -> None:
        """Rings then (None: not at all), by the clock of the loop, and no more at another time."""
        if at == self._at:
            return
        if self._set is not None:
            self._set.cancel()
        loop = asyncio.get_running_loop()
        self._at, self._set = at, None if at is None else loop.call_at(at, self._ring)

    def _ring(self) -> None:
        if self._arrivals.empty():  # else nobody waits
            self._arrivals.put_nowait(None)


@dataclass(slots=True)
class _Basket:
    """Answers of a host that wait to be handed over together."""

    due_at: float
    answers: list[Answer] = field(default_factory=list)
    bytes: int = 0


class _Baskets:
    """The baskets of all hosts, and how many hosts are still being asked."""

    def __init__(self, limits: Limits, *, open_hosts: int) -> None:
        self.open_hosts = open_hosts
        self._limits = limits
        self._by_host: dict[str, _Basket] = {}

    @property
    def due_at(self) -> float | None:
        """When the next basket has waited long enough; None where there is none."""
        return min((basket.due_at for basket in self._by_host.values()), default=None)

    def ripe(self, now: float) -> list[tuple[Answer, ...]]:
        """The batches to hand over *now*."""
        hosts = [host for host, basket in self._by_host.items() if self._is_ripe(basket, now)]
        return [tuple(self._by_host.pop(host).answers) for host in hosts]

    def left(self) -> list[tuple[Answer, ...]]:
        """What no batch has held so far: it came when its host was done."""
        return [tuple(basket.answers) for basket in self._by_host.values()]

    def put(self, arrival: _Arrival, now: float) -> None:
        """Puts what came *now* into its host's basket; without an answer the host is done."""
        if arrival.answer is None:
            self.open_hosts -= 1
            self._ripen(now, None if arrival.bug else arrival.host)
            return
        due_at = now + self._limits.batch_seconds
        basket = self._by_host.setdefault(arrival.host, _Basket(due_at))
        basket.answers.append(arrival.answer)
        basket.bytes += len(arrival.answer.page.content) if arrival.answer.page else 0

    def _ripen(self, now: float, host: str | None) -> None:
        """Makes the host's basket due; after a bug, with None, every one: nothing got is lost."""
        for name, basket in self._by_host.items():
            if host is None or name == host:
                basket.due_at = now

    def _is_ripe(self, basket: _Basket, now: float) -> bool:
        return (
            basket.due_at <= now
            or len(basket.answers) >= self._limits.batch_answers
            or basket.bytes >= self._limits.batch_bytes
        )
