"""The web: an address asked by HTTP, redirects followed by hand, and what came of it.

The only module that imports httpx. Its client is left out: what we would use of it is its types,
and what we would have to turn off is proxies and credentials from the environment, cookies, its
own redirects and its unbounded decoding.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from types import ModuleType
from typing import NamedTuple

from claimtrack import manners
from claimtrack.fetch.addresses import is_own, literal, refusal
from claimtrack.fetch.bodies import ACCEPTED, Body
from claimtrack.fetch.connections import Connection, Silent
from claimtrack.fetch.dialling import Dialler
from claimtrack.fetch.heads import Head, RawHeaders
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.names import Names
from claimtrack.fetch.outcomes import (
    REDIRECTS,
    Cost,
    Down,
    Headers,
    NoPage,
    NotAsked,
    Unresolved,
    no_page,
    printable,
)
from claimtrack.fetch.permissions import Permissions
from claimtrack.fetch.replies import Reply
from claimtrack.fetch.targets import Origin, Site, Target, plain
from claimtrack.fetch.turns import Refusal, Turns
from claimtrack.pages import Answer, Page, Request, Validators
from claimtrack.robots import MOST_BYTES, MOST_REDIRECTS


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Meanwhile *module*, where nobody has it yet, is one that is not installed."""
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    is_ours = modules.setdefault(module, None) is None
    try:
        yield
    finally:
        if is_ours:
            del modules[module]


# Its command line, where what that is drawn with is installed: 6 MB that no update looks at.
with _without("httpx._main"):
    import httpx

#: What a caller may hand in to be asked in place of the network.
Transport = httpx.AsyncBaseTransport
#: What transports pass on, by names of ours: httpx has one home.
Asked = httpx.Request
Answered = httpx.Response
Stream = httpx.AsyncByteStream
WireError = httpx.HTTPError


class Kept(Transport):
    """A transport that answers from what was kept, and asks nobody."""


_PORTS = {"http": 80, "https": 443}
#: What servers say of a connection that they have kept long enough (RFC 9110, 15.5.9): on a kept
#: one it is no answer to what was asked just then.
_TIRED_OF_WAITING = 408
_LONGEST_HOST = 253
#: What an ask may not set: the door's own business, or a way round it.
_OURS = frozenset(
    {
        "accept-encoding", "connection", "content-length", "cookie", "expect", "host",
        "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since",
        "keep-alive", "proxy-authorization", "proxy-connection", "range", "te", "trailer",
        "transfer-encoding", "upgrade", "user-agent",
    }
)  # fmt: skip
#: What may go along to another origin; all else may be a credential, whatever its name.
_HARMLESS = frozenset({"accept", "accept-language"})
#: The request's extension that waits for its turn, once there is a connection to ask over.
_TURN = "claimtrack.turn"
_PIECE = 65_536
_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")


@cache
def _verifying_context() -> ssl.SSLContext:
    """The one TLS context, which costs 20 ms to make; nothing of the environment is in it."""
    return httpx.create_ssl_context(trust_env=False)


def user_agent(contact: str | None = None) -> str:
    """Who asks: the project with its version, and whom to write to. Raises `BadValue`."""
    try:
        name = f"claimtrack/{version('claimtrack')}"
    except PackageNotFoundError:  # run from its source tree
        name = "claimtrack"
    if contact is None:
        return name
    manners.check_contact(contact)
    return f"{name} ({contact.strip()})"


class GuardedTransport(Transport):
    """A transport whose every connection is opened by a `Dialler`, and kept for the next ask of
    the same origin. It raises `NoPage`.
    """

    def __init__(self, dialler: Dialler | None = None) -> None:
        self._dialler = dialler or Dialler(_verifying_context)
        self._kept: deque[tuple[Origin, Connection]] = deque()
        self._most_kept = 2 * self._dialler.limits.hosts_at_once

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        turn = request.extensions.get(_TURN)
        target = _target_of(request.url)
        head, body = await self._ask(target.site.origin, target.raw, request.headers.raw, turn)
        first = {"http_version": b"HTTP/" + head.version, "reason_phrase": head.reason}
        return httpx.Response(head.status, headers=head.headers, stream=body, extensions=first)

    async def reply(self, target: Target, headers: RawHeaders, turn: _Turn | None) -> Reply:
        """What comes back to a GET of *target* with these *headers*, put when its *turn* has come:
        as `handle_async_request` has it, without httpx's requests and responses, which cost more
        than the exchange.
        """
        asked = [(b"Host", target.site.netloc), *headers]
        head, body = await self._ask(target.site.origin, target.raw, asked, turn)
        return Reply(head.status, head.headers, body, body.aclose)

    async def aclose(self) -> None:
        while self._kept:
            _, connection = self._kept.popleft()
            connection.close()
            await connection.closed()

    async def _ask(
        self, origin: Origin, target: bytes, headers: RawHeaders, turn: _Turn | None
    ) -> tuple[Head, _ConnectionBody]:
        kept = self._take(origin)
        if kept is not None:
            try:
                head, body = await self._asked(origin, kept, target, headers, turn)
                if head.status != _TIRED_OF_WAITING:
                    return head, body
                kept.close()
            except Silent:  # it was closed just as we asked: no fault of the page
                pass
        fresh = Connection(await self._dialler.dial(*origin), self._dialler.limits)
        return await self._asked(origin, fresh, target, headers, turn)

    async def _asked(
        self,
        origin: Origin,
        connection: Connection,
        target: bytes,
        headers: RawHeaders,
        turn: _Turn | None,
    ) -> tuple[Head, _ConnectionBody]:
        """The answer over *connection*, asked when it is the request's turn."""
        try:
            if turn is not None:
                await turn()
            head = await connection.ask(target, headers)
        except BaseException:
            connection.close()
            raise
        return head, _ConnectionBody(connection, lambda: self._keep(origin, connection))

    def _take(self, origin: Origin) -> Connection | None:
        for kept in list(self._kept):
            if kept[0] == origin:
                self._kept.remove(kept)
                if kept[1].ready:
                    return kept[1]
                kept[1].close()
        return None

    def _keep(self, origin: Origin, connection: Connection) -> None:
        if not connection.ready:
            connection.close()
            return
        self._kept.append((origin, connection))
        if len(self._kept) > self._most_kept:
            _, oldest = self._kept.popleft()
            oldest.close()


class _ConnectionBody(httpx.AsyncByteStream, AsyncIterator[bytes]):
    """A body on its way in, which hands its connection back when it is done with."""

    def __init__(self, connection: Connection, done: Callable[[], None]) -> None:
        self._connection = connection
        self._done = done

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        piece = await self._connection.piece()
        if not piece:
            raise StopAsyncIteration
        return piece

    async def aclose(self) -> None:
        self._connection.finish()
        self._done()


_Turn = Callable[[], Awaitable[None]]


def _target_of(url: httpx.URL) -> Target:
    return Target(_site_of(url), str(url), url.path, url.raw_path)


def _site_of(url: httpx.URL) -> Site:
    return _site(url.scheme, url.raw_host, url.port, url.netloc)


@lru_cache(maxsize=4096)  # asked for every page of the same sites
def _site(scheme: str, raw_host: bytes, port: int | None, netloc: bytes) -> Site:
    # As it goes over the wire, for a name beyond ASCII is spelled in more than one way.
    host, port = raw_host.decode("ascii"), port or _PORTS[scheme]
    written = f"[{host}]" if ":" in host else host
    spelt = f"{scheme}://{written}" + ("" if port == _PORTS[scheme] else f":{port}")
    return Site((scheme, host, port), spelt, manners.named_host(host, port), netloc)


def _target(text: str) -> Target:
    """*text* as an address that may be asked, as far as it says so. Raises `NoPage`, which repeats
    no password.
    """
    parts = plain(text)
    if parts is not None:
        start = _start(parts.start)
        return Target(start.site, start.text + parts.target, parts.path, parts.target.encode())
    return _parsed(text)


@lru_cache(maxsize=4096)  # that of a site is the same for all of its pages
def _start(text: str) -> _Start:
    root = _parsed(text)
    return _Start(root.site, root.text.removesuffix("/"))


class _Start(NamedTuple):
    """What addresses of a ``site`` begin with, as they are spelt."""

    site: Site
    text: str


def _parsed(text: str) -> Target:
    if "\\" in text or not text.isprintable() or " " in text:
        raise NoPage("disallowed", "an address has no backslash, space or control character")
    try:
        url = httpx.URL(text.partition("#")[0])
    except httpx.InvalidURL as error:
        raise NoPage("disallowed", "not an address of the web") from error
    if url.scheme not in _PORTS:
        scheme = url.scheme or "an address without a scheme"
        raise NoPage("disallowed", f"only http and https are asked, not {scheme}")
    if not url.host:
        raise NoPage("disallowed", "an address without a host")
    if url.port is not None and not 0 < url.port < 65536:
        raise NoPage("disallowed", f"there is no port {url.port}")
    if url.userinfo:
        raise NoPage("disallowed", "an address with a user or password in it")
    if len(url.raw_host) > _LONGEST_HOST:
        raise NoPage("disallowed", f"the name of a host has {_LONGEST_HOST} letters at most")
    return _target_of(url)


class Web:
    """Who asks the network: `answer` never raises for what a server, a name or a wire does.

    A *transport* that is handed in dials for itself: of its addresses only those are checked that
    stand in digits in the URL. One that is *offline* answers from what was kept: whatever it names
    may be asked of it, it is given no secret, and nothing is moved. *wrap* puts another transport
    around whichever it is.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        transport: Transport | None = None,
        allow_private: bool = False,
        limits: Limits = USUAL,
        contact: str | None = None,
        turns: Turns | None = None,
        names: Names | None = None,
        polite: bool = True,
        offline: bool = False,
        wrap: Callable[[Transport], Transport] | None = None,
    ) -> None:
        dialler = Dialler(_verifying_context, allow_private=allow_private, limits=limits)
        self._transport = transport or GuardedTransport(dialler)
        self._is_ours = transport is None
        if wrap is not None:
            self._transport = wrap(self._transport)
        self._is_offline = offline
        self._clock = clock
        self._allow_private = allow_private or offline
        self._limits = limits
        self._turns = turns or Turns(clock, limits=limits)
        self._names = names or Names()
        self._permissions = Permissions(self._robots_txt, self._turns.book, clock, self._respaced)
        self._is_polite = polite and not offline
        # What httpx mocks asks nobody, so that there is nobody to be spared.
        self._asks_nobody = isinstance(transport, httpx.MockTransport)
        self._always = _sendable(
            [("User-Agent", user_agent(contact)), ("Accept", "*/*"), ("Accept-Encoding", ACCEPTED)]
        )

    async def aclose(self) -> None:
        """Closes what it opened; a transport that was handed in stays its owner's."""
        if self._is_ours:
            await self._transport.aclose()

    async def answer(self, request: Request) -> Answer:
        """What came of *request*."""
        started = time.monotonic()
        trip = _Trip(request, self._clock())
        try:
            async with asyncio.timeout(self._limits.total_seconds) as trip.deadline:
                answer = await self._travel(trip)
        except NoPage as fault:
            reason = trip.without_secret(fault.reason)
            at = fault.asked_at if fault.asked_at is not None and trip.is_at_start else trip.at
            answer = Answer(request, at, fault.outcome, None, fault.status, reason, fault.headers)
            answer = replace(answer, asked=not isinstance(fault, NotAsked))
            if isinstance(fault, Unresolved):
                self._names.failed(request)
        except TimeoutError:
            reason = f"no whole answer within {self._limits.total_seconds:g} s"
            answer = Answer(request, trip.at, "unreachable", reason=reason)
        if self._is_offline:  # nothing was moved, and it took no time
            return replace(answer, requests=0)
        taken = time.monotonic() - started - trip.waited
        return _at_cost(answer, trip.cost, max(taken, 0.0))

    async def _travel(self, trip: _Trip) -> Answer:
        trip.set_out(self._address(trip.request.url), self._headers_asked(trip))
        if trip.request.stands_for is not None:
            await self._demand_no_way_round(trip, self._address(trip.request.stands_for))
        for _ in range(self._limits.redirects + 1):
            reply = await self._exchange(trip)
            try:
                if reply.status not in REDIRECTS:
                    return await self._arrival(trip, reply)
                trip.go_on(self._next_address(trip, reply))
            finally:
                await reply.close()
        raise NoPage("unreachable", f"more than {self._limits.redirects} redirects")

    async def _exchange(self, trip: _Trip) -> Reply:
        delay = await self._permitted(trip)
        headers = [*trip.headers, *_conditions(trip.validators)]
        return await self._sent(trip, headers, self._spacing(trip, delay))

    async def _permitted(self, trip: _Trip) -> float:
        """The seconds between requests that the origin's robots.txt asks for; of an interface for
        programs it is not asked. Raises `NoPage` where it forbids the address the trip stands at.
        """
        if not self._is_polite or (trip.budget is not None and trip.budget.for_programs):
            return 0.0
        origin = trip.site.spelt
        rules = self._permissions.known(origin)
        if rules is None:
            with trip.stopped():
                rules = await self._permissions.rules(origin, trip.cost)
        if not rules.allow(trip.text):
            raise NoPage("disallowed", f"{origin}/robots.txt forbids {trip.target.path}")
        return rules.delay

    async def _demand_no_way_round(self, trip: _Trip, target: Target) -> None:
        """Raises `NoPage` where the robots.txt of *target*'s own host forbids it, or cannot be had.
        A host that is gone forbids nothing: its pages are what archives are for.
        """
        if not self._is_polite:
            return
        origin = target.site.spelt
        try:
            with trip.stopped():
                rules = await self._permissions.rules(origin, trip.cost)
        except (Down, Unresolved):
            return
        except NotAsked as fault:
            if fault.outcome == "postponed":
                raise
            return
        if not rules.allow(target.text):
            path = target.path
            reason = f"{origin}/robots.txt forbids {path}, and an archive is no way round it"
            raise NoPage("disallowed", reason)

    async def _robots_txt(self, origin: str, cost: Cost) -> str:
        """What the robots.txt of *origin* says; empty where there is none. Raises `NoPage`. It is
        added to the *cost* of what could not be asked without.
        """
        trip = _Trip(Request(f"{origin}/robots.txt"), self._clock(), cost)
        try:
            async with asyncio.timeout(self._limits.total_seconds) as trip.deadline:
                return await self._robots_text(trip)
        except TimeoutError as error:
            reason = f"no whole answer within {self._limits.total_seconds:g} s"
            raise NoPage("unreachable", reason) from error

    async def _respaced(self, origin: str, delay: float) -> None:
        """Puts the next turn of *origin*'s host off by the *delay* that its robots.txt asks for, as
        that was asked for without knowing; by no more than anybody waits.
        """
        trip = _Trip(Request(origin), self._clock())
        trip.stand_at(_target(origin))
        seconds = min(self._spacing(trip, delay), self._limits.longest_wait_seconds)
        if seconds > 0:
            await self._turns.put_off(trip.site.host, seconds)

    async def _robots_text(self, trip: _Trip) -> str:
        trip.set_out(self._address(trip.request.url), ())
        for _ in range(MOST_REDIRECTS + 1):
            reply = await self._sent(trip, [], self._spacing(trip), of_page=False)
            try:
                if reply.status not in REDIRECTS:
                    return await self._rules_text(reply, trip.cost)
                # By hand: a circle of redirects is no file either.
                trip.stand_at(self._next_address(trip, reply))
                trip.is_at_start = False
            finally:
                await reply.close()
        return ""  # so many redirects lead to no file (RFC 9309, 2.3.1.2)

    async def _rules_text(self, reply: Reply, cost: Cost) -> str:
        fault = no_page(reply.status, reply.headers)
        if reply.status == 429 and "retry-after" not in dict(reply.headers):
            return ""  # to RFC 9309 it is a file that is not there, as any other 4xx
        if fault is not None and (fault.outcome == "postponed" or not 400 <= reply.status < 500):
            raise fault
        if fault is not None:
            return ""
        return (await _first_lines(reply, cost)).decode("utf-8", "replace")

    async def _sent(
        self,
        trip: _Trip,
        headers: Iterable[tuple[str, str]],
        spacing: float,
        *,
        of_page: bool = True,
    ) -> Reply:
        """The answer to a question for where *trip* stands, put when it is its turn. Raises
        `NoPage`. Only one *of_page* says that the host gives pages again.
        """
        host = trip.site.host
        if (reason := self._names.unresolved.get(host)) is not None:
            raise Unresolved("unreachable", reason)
        waits = self._is_polite and (spacing > 0 or not self._turns.is_free(host))
        if waits:
            with trip.stopped():
                await self._turns.come(host)
        try:
            turn = self._turn(host, spacing, trip) if waits else None
            with trip.cost.of_one():
                reply = await self._replied(trip, [*self._always, *_sendable(headers)], turn)
        except Unresolved as fault:
            self._names.unresolved[host] = fault.reason
            raise
        except Down:
            self._note_name(trip.site)
            if self._is_polite:
                await self._turns.failed(host)
            raise
        self._note_name(trip.site)
        if trip.is_at_start:  # what was kept tells when it was asked
            trip.at = reply.asked_at or trip.at
        try:
            trip.cost.bytes += self._head_size(reply.head)
            refusal = self._refusal(trip, reply) if self._is_polite else None
            if waits or refusal is not None:
                await self._turns.heard(host, spacing, refusal, of_page=of_page)
        except BaseException:
            await reply.close()
            raise
        return reply

    def _note_name(self, site: Site) -> None:
        """Notes that the name of *site* could be looked up, where there is one that had to be."""
        if literal(site.name) is None and not is_own(site.name):
            self._names.resolved()

    def _turn(self, host: str, spacing: float, trip: _Trip) -> _Turn:
        """What waits for the turn of *host* and takes it."""

        async def turn() -> None:
            with trip.stopped():
                await self._turns.take(host, spacing)

        return turn

    async def _replied(self, trip: _Trip, headers: RawHeaders, turn: _Turn | None) -> Reply:
        target = self._completed(trip)
        if turn is not None and not self._is_ours:
            await turn()
            turn = None
        if isinstance(self._transport, GuardedTransport):
            return await self._transport.reply(target, headers, turn)
        told: dict[str, object] = {"secret": trip.secret}
        if trip.is_at_start:
            told["asked_at"] = trip.at
        if turn is not None:
            told[_TURN] = turn
        asked = httpx.Request("GET", target.text, headers=headers, extensions=told)
        try:
            return _reply(await self._transport.handle_async_request(asked))
        except httpx.HTTPError as error:  # of a transport that was handed in
            raise fault_of(error) from error

    def _refusal(self, trip: _Trip, reply: Reply) -> Refusal | None:
        """That the server says it is asked too much; None where it does not: a memento is what
        another server said once, and no refusal of the archive's.
        """
        if trip.request.stands_for is not None and "memento-datetime" in dict(reply.headers):
            return None
        fault = self._put_off(trip, reply)
        if fault is None and reply.status not in {429, 503}:
            return None
        fault = fault or no_page(reply.status, reply.headers)
        if fault is None or fault.outcome != "postponed":
            return None
        return Refusal.of(fault.reason, reply.headers)

    def _put_off(self, trip: _Trip, reply: Reply) -> NoPage | None:
        """That a header of the answer puts us off, by the server's budget; None where none does."""
        for name, value in trip.budget.postponed_by.items() if trip.budget else ():
            if reply.value(name).lower() == value:
                reason = f"HTTP {reply.status}, {name}: {value}"
                return NoPage("postponed", reason, status=reply.status, headers=reply.headers)
        return None

    def _spacing(self, trip: _Trip, delay: float = 0.0) -> float:
        """The seconds from one request to the host where *trip* stands to the next."""
        if self._asks_nobody:
            return 0.0
        usual = 0.0 if is_own(trip.site.name) else self._limits.spacing_seconds
        wished = trip.request.spacing
        return manners.spacing(usual, budget=trip.budget, delay=delay, wished=wished)

    def _completed(self, trip: _Trip) -> Target:
        """Where *trip* stands, with what the server's budget wants in the query and has not."""
        if trip.budget is None or not trip.budget.adds:
            return trip.target
        url = httpx.URL(trip.text)
        params = url.params
        missing = {name: value for name, value in trip.budget.adds.items() if name not in params}
        return _target_of(url.copy_merge_params(missing)) if missing else trip.target

    async def _arrival(self, trip: _Trip, reply: Reply) -> Answer:
        """What the last address of the trip answered."""
        status, headers = reply.status, reply.headers
        fault = self._put_off(trip, reply)
        fault = fault or (
            _not_confirmed(trip, headers) if status == 304 else no_page(status, headers)
        )
        if fault is not None:
            raise fault
        if status == 304:
            return Answer(trip.request, trip.at, "not_modified", None, status, None, headers)
        body = await self._body(trip, reply)
        content = body.content()
        if not content or content.isspace():
            reason = "an empty shell: the page has no content"
            raise NoPage("blocked", reason, status=status, headers=headers)
        page = Page(trip.text, content, trip.at, status, headers, trip.request.url)
        own, packed = trip.own(headers), body.packed
        return Answer(trip.request, trip.at, "fetched", page, status, None, own, packed=packed)

    async def _body(self, trip: _Trip, reply: Reply) -> Body:
        """The body of the answer, whole."""
        body: Body | None = None
        try:
            body = Body(reply.value("content-encoding"), self._limits.body_bytes)
            body.expect(reply.value("content-length"))
            async for chunk in reply.pieces:
                body.feed(chunk)
            body.demand_end()
            return body
        except NoPage as fault:
            fault.status, fault.headers = reply.status, reply.headers
            raise
        finally:
            trip.cost.bytes += body.came if body else 0

    def _address(self, text: str) -> Target:
        """*text* as an address that may be asked. Raises `NoPage`, which repeats no password."""
        target = _target(text)
        self._demand_allowed(target.site.name)
        return target

    def _demand_allowed(self, host: str) -> None:
        address = literal(host)
        reason = address and refusal(address, allow_private=self._allow_private)
        if reason:
            raise NoPage("disallowed", reason)

    def _next_address(self, trip: _Trip, reply: Reply) -> Target:
        status, headers = reply.status, reply.headers
        locations = {value for name, value in headers if name == "location" and value}
        if not locations:
            raise NoPage("unreachable", f"HTTP {status} without a Location", status=status)
        if len(locations) > 1:  # which one is meant, a browser and a proxy tell differently
            reason = f"HTTP {status} to {len(locations)} addresses at once"
            raise NoPage("unreachable", reason, status=status, headers=headers)
        (location,) = locations
        try:
            if "\\" in location:
                raise NoPage("disallowed", "an address has no backslash")
            return self._address(str(httpx.URL(trip.text).join(location)))
        except httpx.InvalidURL as error:
            reason = "redirected to what is no address"
            raise NoPage("unreachable", reason, status=status, headers=headers) from error
        except NoPage as fault:
            reason = f"redirected by {trip.site.name}: {fault.reason}"
            raise NoPage(fault.outcome, reason, status=status, headers=headers) from fault

    def _headers_asked(self, trip: _Trip) -> Headers:
        """The headers that the request asks for, its secret among them. Raises `NoPage`."""
        headers = tuple((name.lower(), value) for name, value in trip.request.headers)
        for name, value in headers:
            _demand_sendable(name, value)
        if trip.request.secret_env is None or self._is_offline:
            return headers
        own = trip.request.secret_header
        name = "authorization" if own is None else own.lower()
        _demand_sendable(name, "")
        if name in _HARMLESS:
            raise NoPage("disallowed", f"a secret is not sent in the header {name!r}")
        secret = self._secret(trip)
        kept = tuple(header for header in headers if header[0] != name)
        return (*kept, (name, f"Bearer {secret}" if own is None else secret))

    def _secret(self, trip: _Trip) -> str:
        variable = trip.request.secret_env or ""
        trip.secret = os.environ.get(variable, "").strip()
        if not trip.secret:
            reason = f"the environment variable {variable} is not set, so nothing was asked"
            raise NoPage("disallowed", reason)
        if not _is_field_value(trip.secret):
            raise NoPage("disallowed", f"what {variable} holds cannot be sent in a header")
        if not (trip.request.url.lower().startswith("https:") or self._allow_private):
            raise NoPage("disallowed", f"what {variable} holds is sent by https alone")
        return trip.secret

    def _head_size(self, head: RawHeaders) -> int:
        """The bytes of a head. Raises `NoPage` for too many of them, or too many headers."""
        size = sum(map(len, chain.from_iterable(head))) + 4 * len(head)
        if len(head) > self._limits.header_count or size > self._limits.header_bytes:
            raise NoPage("unreachable", f"too much of a head: {len(head)} headers, {size} bytes")
        return size


def _at_cost(answer: Answer, cost: Cost, seconds: float) -> Answer:
    """*answer* with what it cost. Part by part: every answer is made so, and `replace` takes three
    times as long.
    """
    return Answer(
        answer.request,
        answer.at,
        answer.outcome,
        answer.page,
        answer.status,
        answer.reason,
        answer.headers,
        cost.bytes,
        seconds,
        answer.asked,
        answer.packed,
        cost.requests,
    )


def spelled(url: str) -> str:
    """*url* as it is asked, without its fragment; as it is where it is no address."""
    try:
        return str(httpx.URL(url.partition("#")[0]))
    except httpx.InvalidURL:
        return url


class _Trip:
    """A request on its way from redirect to redirect, and what it has cost so far: its own, or
    what is added to another's *cost*.
    """

    def __init__(self, request: Request, at: datetime, cost: Cost | None = None) -> None:
        self.request = request
        self.at = at
        self.cost = cost or Cost()
        self.secret = ""
        self.waited = 0.0
        self.deadline: asyncio.Timeout | None = None
        self._seen: set[str] = set()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Within it the trip's time stands still: it waits for its turn, not for a server."""
        loop = asyncio.get_running_loop()
        began, when = loop.time(), self.deadline.when() if self.deadline else None
        if self.deadline is None or when is None or self.deadline.expired():
            yield
            return
        self.deadline.reschedule(None)
        try:
            yield
        finally:
            self.waited += loop.time() - began
            self.deadline.reschedule(when + loop.time() - began)

    def set_out(self, target: Target, headers: Headers) -> None:
        """Starts at *target* with the request's own *headers*."""
        self.stand_at(target)
        self.headers = headers
        self._seen.add(self.text)
        self.is_at_start = True

    def stand_at(self, target: Target) -> None:
        """Takes note of *target*, of how it is spelt, and of its site and that site's budget."""
        self.target, self.text, self.site = target, target.text, target.site
        self.budget = manners.budget_of(self.site.name, target.path)

    def go_on(self, target: Target) -> None:
        """Goes on to *target*; to another origin without anything that may be a credential."""
        left = self.site.origin
        self.stand_at(target)
        if self.text in self._seen:
            raise NoPage("unreachable", "redirects in a circle")
        self._seen.add(self.text)
        if self.site.origin != left:
            self.headers = tuple(header for header in self.headers if header[0] in _HARMLESS)
        self.is_at_start = False

    @property
    def validators(self) -> Validators | None:
        """The validators, where they are those of the address it stands at: another page may well
        have the same ETag, or be older than the day.
        """
        known = self.request.validators
        if known is None:
            return None
        if known.url is None:
            return known if self.is_at_start else None
        return known if known.url == self.text else None

    def own(self, headers: Headers) -> Headers:
        """*headers* as the address that was asked may be said to have given them: validators are
        those of the page alone, and must not come back as those of the redirect to it.
        """
        if self.is_at_start:
            return headers
        return tuple(given for given in headers if given[0] not in {"etag", "last-modified"})

    def without_secret(self, reason: str) -> str:
        """*reason* without the secret, should a server have sent it back to us."""
        return reason.replace(self.secret, "[secret]") if self.secret else reason


def _demand_sendable(name: str, value: str) -> None:
    """Raises `NoPage` for a header that an ask may not set, or that cannot be sent as it is."""
    if name in _OURS:
        raise NoPage("disallowed", f"an ask may not set the header {name!r}")
    if not (name and set(name) <= _TOKEN and _is_field_value(value)):
        raise NoPage("disallowed", f"the header {name!r} cannot be sent as it is")


def _conditions(known: Validators | None) -> Headers:
    """What asks for a 304, exactly as the server gave it: nginx compares the very letters. An ETag
    that is a bare ``*`` would ask for one whatever became of the page (RFC 9110, 13.1.2).
    """
    if known is None:
        return ()
    etag = None if known.etag == "*" else known.etag
    given = (("If-None-Match", etag), ("If-Modified-Since", known.last_modified))
    return tuple((name, value) for name, value in given if value and _is_field_value(value))


def fault_of(error: httpx.HTTPError) -> NoPage:
    """What *error* of a transport that was handed in comes to."""
    reason = printable(f"{type(error).__name__}: {error}")
    is_down = isinstance(error, httpx.NetworkError | httpx.TimeoutException)
    return (Down if is_down else NoPage)("unreachable", reason)


def _not_confirmed(trip: _Trip, headers: Headers) -> NoPage | None:
    """Why a 304 confirms nothing; None where it names the page we have (RFC 9111, 4.3.4)."""
    known = trip.validators
    if not _conditions(known):
        reason = "304 to a request without validators"
        return NoPage("unreachable", reason, status=304, headers=headers)
    named = dict(headers).get("etag")
    if known and known.etag and named and _opaque(named) != _opaque(known.etag):
        reason = f"the 304 is of another page: its ETag is {named}, ours {known.etag}"
        return NoPage("unreachable", reason, status=304, headers=headers)
    another = _names_another(known, dict(headers)) if known and not known.etag else None
    if another is not None:
        reason = f"the 304 is of another page: {another}"
        return NoPage("unreachable", reason, status=304, headers=headers)
    return None


def _names_another(known: Validators, named: dict[str, str]) -> str | None:
    """What of a 304 is not of the page that is *known* by its last change alone."""
    if "etag" in named:
        return f"its ETag is {named['etag']}, ours has none"
    changed = manners.http_date(named.get("last-modified", ""))
    ours = manners.http_date(known.last_modified or "")
    if changed is not None and ours is not None and changed > ours:
        return f"it was changed at {named['last-modified']}, ours at {known.last_modified}"
    return None


async def _first_lines(reply: Reply, cost: Cost) -> bytes:
    """The body of a robots.txt as far as it is read, at that *cost*, without the line that it is
    cut in.
    """
    body = Body(reply.value("content-encoding"), MOST_BYTES + 2 * _PIECE)
    try:
        async for chunk in reply.pieces:
            for start in range(0, len(chunk), _PIECE):
                body.feed(chunk[start : start + _PIECE])
    except NoPage:
        if body.decoded <= MOST_BYTES:
            raise
    finally:
        cost.bytes += body.came
    if body.decoded <= MOST_BYTES:
        return body.content()
    whole_lines, _, _ = body.so_far(MOST_BYTES).rpartition(b"\n")
    return whole_lines


def _opaque(etag: str) -> str:
    """The part of an ETag that is compared weakly; Apache adds the coding on a 200 alone."""
    tag = etag.removeprefix("W/").strip('"')
    for coding in ("-gzip", ";gzip", "-deflate"):
        tag = tag.removesuffix(coding)
    return tag


def _sendable(headers: Iterable[tuple[str, str]]) -> RawHeaders:
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in headers]


def _is_field_value(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == text.strip()


def _reply(response: httpx.Response) -> Reply:
    """What a transport of httpx's answered."""
    stream = response.stream
    if not isinstance(stream, httpx.AsyncByteStream):
        raise TypeError("a transport gives its bodies as an AsyncByteStream")
    return Reply(
        response.status_code,
        response.headers.raw,
        stream.__aiter__(),
        response.aclose,
        response.extensions.get("asked_at"),
    )
