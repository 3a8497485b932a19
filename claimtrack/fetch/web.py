"""The web: an address asked by HTTP, redirects followed by hand, and what came of it.

The only module that imports httpx. Its client is left out: what we would use of it is its types,
and what we would have to turn off is proxies and credentials from the environment, cookies, its
own redirects and its unbounded decoding.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import httpx

from claimtrack.errors import BadValue
from claimtrack.fetch.addresses import literal, refusal
from claimtrack.fetch.bodies import ACCEPTED, Body
from claimtrack.fetch.connections import Connection, Head, RawHeaders, Silent
from claimtrack.fetch.dialling import Dialler
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.outcomes import REDIRECTS, Headers, NoPage, no_page, printable
from claimtrack.pages import Answer, Page, Request, Validators

#: What a caller may hand in to be asked in place of the network.
Transport = httpx.AsyncBaseTransport

_PORTS = {"http": 80, "https": 443}
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
    if not (contact.isascii() and contact.isprintable() and contact.strip()):
        raise BadValue(f"a contact is an address in plain letters, not {contact!r}")
    return f"{name} ({contact.strip()})"


class GuardedTransport(Transport):
    """A transport whose every connection is opened by a `Dialler`, and kept for the next ask of
    the same origin. It raises `NoPage`.
    """

    def __init__(self, dialler: Dialler | None = None) -> None:
        self._dialler = dialler or Dialler(_verifying_context)
        self._kept: deque[tuple[_Origin, Connection]] = deque()
        self._most_kept = 2 * self._dialler.limits.hosts_at_once

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        origin = _origin(request.url)
        connection, head = await self._ask(origin, request)
        body = _ConnectionBody(connection, lambda: self._keep(origin, connection))
        return httpx.Response(head.status, headers=head.headers, stream=body)

    async def aclose(self) -> None:
        while self._kept:
            _, connection = self._kept.popleft()
            connection.close()
            await connection.closed()

    async def _ask(self, origin: _Origin, request: httpx.Request) -> tuple[Connection, Head]:
        target, headers = request.url.raw_path, request.headers.raw
        kept = self._take(origin)
        if kept is not None:
            try:
                return kept, await _asked(kept, target, headers)
            except Silent:  # it was closed just as we asked: no fault of the page
                pass
        fresh = Connection(await self._dialler.dial(*origin), self._dialler.limits)
        return fresh, await _asked(fresh, target, headers)

    def _take(self, origin: _Origin) -> Connection | None:
        for kept in list(self._kept):
            if kept[0] == origin:
                self._kept.remove(kept)
                if kept[1].ready:
                    return kept[1]
                kept[1].close()
        return None

    def _keep(self, origin: _Origin, connection: Connection) -> None:
        if not connection.ready:
            connection.close()
            return
        self._kept.append((origin, connection))
        if len(self._kept) > self._most_kept:
            _, oldest = self._kept.popleft()
            oldest.close()


async def _asked(connection: Connection, target: bytes, headers: RawHeaders) -> Head:
    try:
        return await connection.ask(target, headers)
    except BaseException:
        connection.close()
        raise


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


_Origin = tuple[str, str, int]


def _origin(url: httpx.URL) -> _Origin:
    """Where *url* is asked; the host as it goes over the wire, for a name beyond ASCII is spelled
    in more than one way.
    """
    return url.scheme, url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme]


class Web:
    """Who asks the network: `answer` never raises for what a server, a name or a wire does.

    A *transport* that is handed in dials for itself: of its addresses only those are checked that
    stand in digits in the URL.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        transport: Transport | None = None,
        allow_private: bool = False,
        limits: Limits = USUAL,
        contact: str | None = None,
    ) -> None:
        dialler = Dialler(_verifying_context, allow_private=allow_private, limits=limits)
        self._transport = transport or GuardedTransport(dialler)
        self._is_ours = transport is None
        self._clock = clock
        self._allow_private = allow_private
        self._limits = limits
        self._always = (
            ("User-Agent", user_agent(contact)),
            ("Accept", "*/*"),
            ("Accept-Encoding", ACCEPTED),
        )

    async def aclose(self) -> None:
        """Closes what it opened; a transport that was handed in stays its owner's."""
        if self._is_ours:
            await self._transport.aclose()

    async def answer(self, request: Request) -> Answer:
        """What came of *request*."""
        at, started = self._clock(), time.monotonic()
        trip = _Trip(request)
        try:
            async with asyncio.timeout(self._limits.total_seconds):
                answer = await self._travel(trip, at)
        except NoPage as fault:
            reason = trip.without_secret(fault.reason)
            answer = Answer(request, at, fault.outcome, None, fault.status, reason, fault.headers)
        except TimeoutError:
            reason = f"no whole answer within {self._limits.total_seconds:g} s"
            answer = Answer(request, at, "unreachable", reason=reason)
        except httpx.HTTPError as error:  # of a transport that was handed in
            reason = trip.without_secret(printable(f"{type(error).__name__}: {error}"))
            answer = Answer(request, at, "unreachable", reason=reason)
        return replace(answer, bytes=trip.bytes, seconds=time.monotonic() - started)

    async def _travel(self, trip: _Trip, at: datetime) -> Answer:
        trip.set_out(self._address(trip.request.url), self._headers_asked(trip))
        for _ in range(self._limits.redirects + 1):
            response = await self._exchange(trip)
            try:
                if response.status_code not in REDIRECTS:
                    return await self._arrival(trip, response, at)
                trip.go_on(self._next_address(trip.url, response))
            finally:
                await response.aclose()
        raise NoPage("unreachable", f"more than {self._limits.redirects} redirects")

    async def _exchange(self, trip: _Trip) -> httpx.Response:
        headers = [*self._always, *trip.headers, *_conditions(trip.validators)]
        asked = httpx.Request("GET", trip.url, headers=headers)
        response = await self._transport.handle_async_request(asked)
        try:
            trip.bytes += self._head_size(response.headers.raw)
        except NoPage:
            await response.aclose()
            raise
        return response

    async def _arrival(self, trip: _Trip, response: httpx.Response, at: datetime) -> Answer:
        """What the last address of the trip answered."""
        status, headers = response.status_code, _recorded(response)
        fault = _not_confirmed(trip, headers) if status == 304 else no_page(status, headers)
        if fault is not None:
            raise fault
        if status == 304:
            return Answer(trip.request, at, "not_modified", None, status, None, headers)
        content = await self._content(trip, response, headers)
        if not content.strip():
            reason = "an empty shell: the page has no content"
            raise NoPage("blocked", reason, status=status, headers=headers)
        page = Page(str(trip.url), content, at, status, headers, trip.request.url)
        return Answer(trip.request, at, "fetched", page, status, None, trip.own(headers))

    async def _content(self, trip: _Trip, response: httpx.Response, headers: Headers) -> bytes:
        body: Body | None = None
        try:
            body = Body(_value(headers, "content-encoding"), self._limits.body_bytes)
            body.expect(_value(headers, "content-length"))
            async for chunk in _raw(response):
                body.feed(chunk)
            return body.content()
        except NoPage as fault:
            fault.status, fault.headers = response.status_code, headers
            raise
        finally:
            trip.bytes += body.came if body else 0

    def _address(self, text: str) -> httpx.URL:
        """*text* as an address that may be asked. Raises `NoPage`, which repeats no password."""
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
        self._demand_allowed(_origin(url)[1])
        return url

    def _demand_allowed(self, host: str) -> None:
        address = literal(host)
        reason = address and refusal(address, allow_private=self._allow_private)
        if reason:
            raise NoPage("disallowed", reason)

    def _next_address(self, url: httpx.URL, response: httpx.Response) -> httpx.URL:
        status, headers = response.status_code, _recorded(response)
        location = _value(headers, "location")
        if not location:
            raise NoPage("unreachable", f"HTTP {status} without a Location", status=status)
        try:
            if "\\" in location:
                raise NoPage("disallowed", "an address has no backslash")
            return self._address(str(url.join(location)))
        except httpx.InvalidURL as error:
            reason = "redirected to what is no address"
            raise NoPage("unreachable", reason, status=status, headers=headers) from error
        except NoPage as fault:
            reason = f"redirected by {_origin(url)[1]}: {fault.reason}"
            raise NoPage(fault.outcome, reason, status=status, headers=headers) from fault

    def _headers_asked(self, trip: _Trip) -> Headers:
        """The headers that the request asks for, its secret among them. Raises `NoPage`."""
        headers = tuple((name.lower(), value) for name, value in trip.request.headers)
        for name, value in headers:
            _demand_sendable(name, value)
        if trip.request.secret_env is None:
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
        size = sum(len(name) + len(value) + 4 for name, value in head)
        if len(head) > self._limits.header_count or size > self._limits.header_bytes:
            raise NoPage("unreachable", f"too much of a head: {len(head)} headers, {size} bytes")
        return size


class _Trip:
    """A request on its way from redirect to redirect, and what it has cost so far."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.bytes = 0
        self.secret = ""
        self._seen: set[str] = set()

    def set_out(self, url: httpx.URL, headers: Headers) -> None:
        """Starts at *url* with the request's own *headers*."""
        self.url = url
        self.headers = headers
        self._seen.add(str(url))
        self._is_at_start = True

    def go_on(self, url: httpx.URL) -> None:
        """Goes on to *url*; to another origin without anything that may be a credential."""
        if str(url) in self._seen:
            raise NoPage("unreachable", "redirects in a circle")
        self._seen.add(str(url))
        if _origin(url) != _origin(self.url):
            self.headers = tuple(header for header in self.headers if header[0] in _HARMLESS)
        self.url = url
        self._is_at_start = False

    @property
    def validators(self) -> Validators | None:
        """The validators, where they are those of the address it stands at: another page may well
        have the same ETag, or be older than the day.
        """
        known = self.request.validators
        if known is None:
            return None
        if known.url is None:
            return known if self._is_at_start else None
        return known if known.url == str(self.url) else None

    def own(self, headers: Headers) -> Headers:
        """*headers* as the address that was asked may be said to have given them: validators are
        those of the page alone, and must not come back as those of the redirect to it.
        """
        if self._is_at_start:
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
    """What asks for a 304, exactly as the server gave it: nginx compares the very letters."""
    if known is None:
        return ()
    given = (("If-None-Match", known.etag), ("If-Modified-Since", known.last_modified))
    return tuple((name, value) for name, value in given if value and _is_field_value(value))


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
    return None


def _opaque(etag: str) -> str:
    """The part of an ETag that is compared weakly; Apache adds the coding on a 200 alone."""
    tag = etag.removeprefix("W/").strip('"')
    for coding in ("-gzip", ";gzip", "-deflate"):
        tag = tag.removesuffix(coding)
    return tag


def _recorded(response: httpx.Response) -> Headers:
    """The headers to keep, names in lower case; not a session's cookies, for we keep none."""
    return tuple(
        (name, value) for name, value in response.headers.multi_items() if name != "set-cookie"
    )


def _value(headers: Headers, name: str) -> str:
    """What *headers* say of *name*, once or several times; empty where they do not."""
    return ", ".join(value for given, value in headers if given == name)


def _is_field_value(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == text.strip()


def _raw(response: httpx.Response) -> AsyncIterator[bytes]:
    stream = response.stream
    if not isinstance(stream, httpx.AsyncByteStream):
        raise TypeError("a transport gives its bodies as an AsyncByteStream")
    return stream.__aiter__()
