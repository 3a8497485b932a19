"""Errands: what is to be fetched, each address once, held in little room however much it is.

asks --(decided by a plan)--> Gathering --> Errands --by_host()--> a host's errands, one by one
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, overload

from claimtrack.manners import host_of
from claimtrack.measures import Measure, Reads, State, Subscription
from claimtrack.packing import Packing
from claimtrack.pages import Ask, Request, Validators
from claimtrack.sources import Source

#: The host of the files.
FILES = ""
#: So many errands of a host are packed together: three kilobytes each as they are, a hundred and
#: some bytes packed. Of each host that is being asked they are unpacked at once.
_TOGETHER = 25
#: So many errands wait to be packed, where they are of many hosts.
_WAITING = 250
#: How much of the first errands the others are packed like, which most of what they say repeats.
_LIKE = 2048

_PACKING = Packing(Measure, Subscription, State, Reads, Validators, Request)
_ASK = attrgetter(*Ask.__dataclass_fields__)


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


#: An inquiry, and what lets the server say "not modified" to it.
Known = tuple[Inquiry, Validators | None]


def errand(request: Request, asked: Sequence[Known]) -> Errand:
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


@dataclass(frozen=True, slots=True)
class _Order:
    """A request without validators, and who asks it."""

    request: Request
    asked: list[Known]


#: Orders of one host, packed; as they are where a stranger's type cannot be.
_Run = bytes | tuple[_Order, ...]


@dataclass(slots=True)
class _Key:
    """What packed orders are read by: the sources that they name by number, and what they are
    packed like.
    """

    sources: list[Source] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    like: bytes = b""

    def packed(self, orders: tuple[_Order, ...]) -> _Run:
        """*orders* in little room."""
        plain = [
            (one.request, [self._plain(inquiry, known) for inquiry, known in one.asked])
            for one in orders
        ]
        with suppress(Exception):  # a stranger's own types may raise whatever they like
            if not self.like:
                self.like = _PACKING.spelt(plain)[-_LIKE:]
            return _PACKING.packed(plain, like=self.like)
        return orders

    def orders(self, run: _Run) -> tuple[_Order, ...]:
        """The orders that were packed as *run*."""
        if not isinstance(run, bytes):
            return run
        return tuple(
            _Order(request, [self._known(*one) for one in asked])
            for request, asked in _PACKING.unpacked(run, like=self.like)
        )

    def _plain(self, inquiry: Inquiry, known: Validators | None) -> tuple[Any, ...]:
        source = inquiry.source
        number = self.numbers.get(id(source))
        if number is None:
            number = self.numbers[id(source)] = len(self.sources)
            self.sources.append(source)
        return number, inquiry.name, _ASK(inquiry.ask), inquiry.depth, known

    def _known(
        self, number: int, name: str, ask: tuple[Any, ...], depth: int, known: Validators | None
    ) -> Known:
        return Inquiry(self.sources[number], name, Ask(*ask), depth), known


@dataclass(slots=True)
class _Packed:
    """The orders of every host, and those of addresses that were packed when they came again, by
    the address's hash.
    """

    key: _Key
    runs: dict[str, list[_Run]]
    again: dict[int, list[_Run]]

    def errands(self, run: _Run) -> Iterator[Errand]:
        """The errands of *run*, with all who ask for them."""
        for order in self.key.orders(run):
            for joined in self._joined(order):
                yield errand(joined.request, joined.asked)

    def _joined(self, order: _Order) -> Iterable[_Order]:
        others = self.again.get(hash(order.request)) if self.again else None
        if others is None:
            return (order,)
        asked = {order.request: list(order.asked)}
        for other in others:
            for one in self.key.orders(other):
                asked.setdefault(one.request, []).extend(one.asked)
        return [_Order(request, known) for request, known in asked.items()]


class Errands(Sequence[Errand]):
    """Errands by host, in the order in which each host was first named; equal to a tuple of them.

    They are packed, and unpacked where they are looked at, each time anew: whoever looks at many
    does it in order. `Gathering` makes them.
    """

    __slots__ = ("_packed",)

    def __init__(self, packed: _Packed | None = None) -> None:
        self._packed = packed or _Packed(_Key(), {}, {})

    @overload
    def __getitem__(self, index: int) -> Errand: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Errand, ...]: ...
    def __getitem__(self, index: int | slice) -> Errand | tuple[Errand, ...]:
        return tuple(self)[index]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._packed.runs)

    def __iter__(self) -> Iterator[Errand]:
        packed = self._packed
        return (one for runs in packed.runs.values() for run in runs for one in packed.errands(run))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Errands | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts to be asked, `FILES` among them."""
        return tuple(self._packed.runs)

    def of_hosts(self, wanted: Container[str]) -> Errands:
        """Those of the hosts that are *wanted*."""
        runs = {host: runs for host, runs in self._packed.runs.items() if host in wanted}
        return Errands(_Packed(self._packed.key, runs, self._packed.again))

    def without(self, names: set[str]) -> Errands:
        """Those for sources of other *names*; an address that others ask as well is asked."""
        left = Gathering()
        for one in self:
            for inquiry in one.inquiries:
                if inquiry.name not in names:
                    left.add(_bare(one.request), (inquiry, one.request.validators))
        return left.done()

    def by_host(self) -> dict[str, Iterator[Errand]]:
        """The errands of each host, to be gone through once: each pack is let go of there."""
        packed = self._packed
        bare = _Packed(packed.key, {}, packed.again)
        return {host: _each(bare, deque(runs)) for host, runs in packed.runs.items()}


def _each(packed: _Packed, runs: deque[_Run]) -> Iterator[Errand]:
    while runs:
        yield from packed.errands(runs.popleft())


def by_host(errands: Iterable[Errand]) -> Mapping[str, Iterator[Errand]]:
    """The *errands* of each host, to be gone through once."""
    if isinstance(errands, Errands):
        return errands.by_host()
    hosts: dict[str, deque[Errand]] = {}
    for one in errands:
        hosts.setdefault(_host(one.request), deque()).append(one)
    return {host: _let_go(waiting) for host, waiting in hosts.items()}


def _let_go(waiting: deque[Errand]) -> Iterator[Errand]:
    while waiting:
        yield waiting.popleft()


def _host(request: Request) -> str:
    return FILES if request.is_file else host_of(request.url)


def _bare(request: Request) -> Request:
    return Request(
        request.url,
        request.headers,
        request.secret_env,
        request.base,
        secret_header=request.secret_header,
        stands_for=request.stands_for,
    )


class Gathering:
    """Who asks for what, gathered into errands: those who ask for the same share one."""

    def __init__(self) -> None:
        self._packed = _Packed(_Key(), {}, {})
        #: What is not packed yet, by host and request.
        self._open: dict[str, dict[Request, _Order]] = {}
        self._waiting = 0
        #: The hashes of all requests, for most are asked by one alone: an address takes more.
        self._seen: set[int] = set()

    def add(self, request: Request, known: Known) -> None:
        """Adds one who asks *request*, which has no validators of its own."""
        host, code = _host(request), hash(request)
        waiting = self._open.setdefault(host, {})
        if request in waiting:
            waiting[request].asked.append(known)
        elif code in self._seen:
            run = self._packed.key.packed((_Order(request, [known]),))
            self._packed.again.setdefault(code, []).append(run)
        else:
            self._seen.add(code)
            self._packed.runs.setdefault(host, [])
            waiting[request] = _Order(request, [known])
            self._waiting += 1
            if len(waiting) >= _TOGETHER:
                self._pack(host)
            elif self._waiting >= _WAITING:
                self._pack_all()

    def done(self) -> Errands:
        """All that was gathered."""
        self._pack_all()
        self._seen.clear()
        return Errands(self._packed)

    def _pack_all(self) -> None:
        for host in list(self._open):
            self._pack(host)

    def _pack(self, host: str) -> None:
        orders = tuple(self._open.pop(host).values())
        if orders:
            self._packed.runs[host].append(self._packed.key.packed(orders))
            self._waiting -= len(orders)
