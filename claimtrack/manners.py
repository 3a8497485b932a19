"""Manners: how often a host may be asked, by what it asked for and what became of the last asks.

Pure: the moment comes in, the state of a host goes in and comes out, and nothing here waits or
asks. A `HostBook` keeps the states, where several processes find them.

Two clocks: ``next_at`` is of the world's clock, which alone spaces requests apart; everything else
is of the update's, which a caller may hold still.
"""

from __future__ import annotations

import re
import threading
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Protocol
from unicodedata import normalize
from urllib.parse import urlsplit

from claimtrack.errors import BadValue
from claimtrack.robots import NOTHING_KNOWN, RobotsCopy

#: No failure and no server puts the next ask off for longer.
LONGEST_WAIT = timedelta(weeks=1)
#: So many connections in a row that fail are a host that is down.
DOWN = 3
#: How long a host that is down is left alone by scheduled updates at first; it doubles to a week.
FIRST_REST = timedelta(hours=1)
#: How long a host is left alone that says "too many requests" and not for how long; likewise.
FIRST_PAUSE = timedelta(minutes=1)
#: From the moment a slot is taken to the moment the server hears of it, on a machine under load.
MARGIN = 0.05
#: A wait has doubled to a week long before; more doublings only make large numbers.
_DOUBLINGS = 20
_PORTS = {"http": 80, "https": 443}
#: What parts the labels of a name beyond ASCII, beside the dot.
_DOTS = re.compile("[\u3002\uff61]")
_NUMBER = re.compile(r"(?:0x[0-9a-f]{1,20}|0[0-7]{0,20}|[1-9][0-9]{0,20})\Z")
_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HostState:
    """What is remembered of a host between requests.

    ``next_at`` (the world's clock) is when it may be asked next; it lay ``spaced`` seconds ahead
    when it was set. ``failures`` counts the connections in a row that failed, the last of them at
    ``failed_at``; ``refusals`` the answers in a row that said "too many requests", or "not now".
    Before ``retry_at`` it does not want to be asked, for the ``reason``.
    """

    next_at: datetime | None = None
    spaced: float = 0.0
    failures: int = 0
    failed_at: datetime | None = None
    refusals: int = 0
    retry_at: datetime | None = None
    reason: str | None = None


UNKNOWN = HostState()


class HostBook(Protocol):
    """Where the states of hosts are kept, and the copies of robots.txt by origin
    (``https://one.example``). Called from a thread that is not the event loop's.
    """

    def state(self, host: str) -> HostState:
        """The state of *host*; `UNKNOWN` where it was never asked."""

    def change(self, host: str, change: Callable[[HostState], HostState]) -> HostState:
        """The state of *host* after *change*, which nobody else's change comes between."""

    def robots(self, origin: str) -> RobotsCopy:
        """The copy of the robots.txt of *origin*; `NOTHING_KNOWN` where there is none."""

    def keep_robots(self, origin: str, copy: RobotsCopy) -> None:
        """Keep *copy* in place of the one before."""


class MemoryBook:
    """A book that is kept in memory, and shared by nobody."""

    def __init__(self) -> None:
        self._states: dict[str, HostState] = {}
        self._robots: dict[str, RobotsCopy] = {}
        self._lock = threading.Lock()

    def state(self, host: str) -> HostState:
        return self._states.get(host, UNKNOWN)

    def change(self, host: str, change: Callable[[HostState], HostState]) -> HostState:
        with self._lock:
            self._states[host] = changed = change(self.state(host))
            return changed

    def robots(self, origin: str) -> RobotsCopy:
        return self._robots.get(origin, NOTHING_KNOWN)

    def keep_robots(self, origin: str, copy: RobotsCopy) -> None:
        self._robots[origin] = copy


# Who asks


def check_contact(contact: str) -> None:
    """Raise `BadValue` for what cannot be sent to a server as whom to write to."""
    if not (contact.isascii() and contact.isprintable() and contact.strip()):
        raise BadValue(f"a contact is an address in plain letters, not {contact!r}")
    if set(contact) & set("()\\"):
        raise BadValue(f"a contact stands in brackets, and may hold none: {contact!r}")


# Hosts


def host_of(url: str) -> str:
    """The host that *url* is asked of, by its `named_host`; *url* itself where it is no address."""
    start = _START.match(url)  # that of a site is the same for all of its pages
    return _host_of(url) if start is None else _known_host_of(start[0])


#: A scheme and a host, behind which a path begins.
_START = re.compile(r"https?://[A-Za-z0-9.:-]++/")


def _host_of(url: str) -> str:
    try:
        split = urlsplit(url)
        host, port = split.hostname, split.port
    except ValueError:
        return url
    return named_host(host, port) if host else url


_known_host_of = lru_cache(maxsize=4096)(_host_of)


@lru_cache(maxsize=4096)  # asked for every page of the same hosts
def named_host(host: str, port: int | None = None) -> str:
    """The one name of a host that is spelled in several ways, with its *port* where that is not
    the usual one: in lower case, in ASCII, without a dot at its end, an address in its digits.
    """
    bare = host.removeprefix("[").removesuffix("]").lower()
    if not bare.isascii():
        bare = ".".join(map(_in_ascii, _DOTS.sub(".", normalize("NFKC", bare)).split(".")))
    bare = bare.rstrip(".") or bare
    name = _address_in(bare) or bare
    return name if port in {None, 80, 443} else f"{name}:{port}"


def _in_ascii(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")


def _address_in(host: str) -> str | None:
    """The address that *host* spells, the IPv4 one that it carries first; None for a name."""
    try:
        given = ip_address(host)
    except ValueError:
        return _loose_ipv4(host)
    mapped = given.ipv4_mapped if isinstance(given, IPv6Address) else None
    return str(mapped or given)


def _loose_ipv4(host: str) -> str | None:
    """The address that resolvers take *host* for: up to four numbers (decimal, octal, hexadecimal),
    the last for all the bytes that are left.
    """
    parts = host.split(".")
    if len(parts) > 4 or not all(map(_NUMBER.match, parts)):
        return None
    *first, last = (int(part, _base(part)) for part in parts)
    if any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        return None
    high = sum(number << 8 * (3 - place) for place, number in enumerate(first))
    return str(IPv4Address(high + last))


def _base(part: str) -> int:
    if part.startswith("0x"):
        return 16
    return 8 if part.startswith("0") else 10


# Spacing


@dataclass(frozen=True, slots=True)
class Budget:
    """How often a server wants to be asked: ``spacing`` seconds apart, at addresses under ``path``.

    ``adds`` goes along in the query; an answer with one of the headers ``postponed_by`` puts us
    off. ``says`` names whoever says so. What is ``for_programs`` is an interface that its operator
    documents for them, with rules of its own: robots.txt, which speaks to crawlers of pages, is not
    asked about it.
    """

    host: str
    spacing: float
    says: str
    path: str = "/"
    adds: Mapping[str, str] = field(default_factory=lambda: _NOBODY)
    postponed_by: Mapping[str, str] = field(default_factory=lambda: _NOBODY)
    for_programs: bool = False

    def fits(self, host: str, path: str) -> bool:
        """Whether it is meant for addresses of that host and path."""
        named = self.host.removeprefix("*.")
        is_below = self.host != named and host.endswith(f".{named}")
        return (host == named or is_below) and path.startswith(self.path)


@cache
def known_budgets() -> tuple[Budget, ...]:
    """The budgets that come with claimtrack, in their order."""
    file = Path(__file__).with_name("budgets.toml")
    return tuple(Budget(**entry) for entry in tomllib.loads(file.read_text("utf-8"))["budget"])


def budget_of(host: str, path: str, budgets: tuple[Budget, ...] | None = None) -> Budget | None:
    """The first of *budgets* (None: the known ones) that is meant for addresses of that host and
    path; None where none is.
    """
    of_host = _known_of(host) if budgets is None else budgets
    return next((one for one in of_host if one.fits(host, path)), None)


@lru_cache(maxsize=4096)  # asked for every page of the same hosts
def _known_of(host: str) -> tuple[Budget, ...]:
    return tuple(one for one in known_budgets() if one.fits(host, one.path))


def spacing(
    usual: float, *, budget: Budget | None = None, delay: float = 0.0, wished: float = 0.0
) -> float:
    """The seconds from the start of one request to a host to the start of the next: the budget's,
    else the *usual*; more where its robots.txt asks for a *delay* or a source *wished* so.
    """
    return max(usual if budget is None else budget.spacing, delay, wished, 0.0)


def wait(state: HostState, now: datetime) -> float:
    """The seconds until the host may be asked, as the world's clock stands; 0 for at once."""
    if state.next_at is None:
        return 0.0
    ahead = (state.next_at - now).total_seconds()
    # It was never set further ahead than that: the clock has been set back since.
    return ahead if 0 < ahead <= state.spaced + 1 else 0.0


def taken(state: HostState, now: datetime, seconds: float) -> HostState:
    """*state* with the slot *now* taken: the next is *seconds* later, and a little."""
    return spaced(state, now, seconds + MARGIN if seconds else 0.0)


def spaced(state: HostState, now: datetime, seconds: float) -> HostState:
    """*state*, whose next slot is no sooner than *seconds* from *now*."""
    if seconds <= wait(state, now):
        return state
    return replace(state, next_at=now + timedelta(seconds=seconds), spaced=seconds)


# What became of an ask


def answered(state: HostState, now: datetime, seconds: float, *, of_page: bool = True) -> HostState:
    """*state* after an answer came: the next request is *seconds* after the server showed that it
    had this one. That a robots.txt came, which is not *of_page*, ends no refusal to give pages.
    """
    heard = spaced(state, now, seconds)
    if heard.failures:
        heard = replace(heard, failures=0, failed_at=None)
    if of_page and heard.retry_at:
        heard = replace(heard, refusals=0, retry_at=None, reason=None)
    return heard


def unanswered(state: HostState, at: datetime) -> HostState:
    """*state* after a connection failed at that moment of the update."""
    return replace(state, failures=state.failures + 1, failed_at=at)


def refused(state: HostState, at: datetime, retry_after: str | None, reason: str) -> HostState:
    """*state* after the host said at that moment of the update that it is asked too much:
    for as long as *retry_after* says, else by waits that double from a minute to a week. That
    there is nothing to wait for, from a host that goes on to refuse, is not believed.
    """
    again = None if retry_after is None else retry_at(retry_after, at)
    if again is None or again <= at:
        again = later(at, _doubled(FIRST_PAUSE, state.refusals))
    refusals = state.refusals + 1
    return replace(
        state, failures=0, failed_at=None, refusals=refusals, retry_at=again, reason=reason
    )


def rest(state: HostState, at: datetime) -> timedelta:
    """How long from the moment *at* the host does not want to be asked; nothing where it may be."""
    if state.retry_at is None or not at < state.retry_at <= later(at, LONGEST_WAIT):
        return timedelta()
    return state.retry_at - at


def is_down(state: HostState, since: datetime) -> bool:
    """Whether the host was found to be down *since* that moment: so many connections in a row
    failed, the last of them since then. One that was down before is tried again, once.
    """
    return state.failures >= DOWN and state.failed_at is not None and state.failed_at >= since


def is_left_alone(state: HostState, at: datetime) -> bool:
    """Whether a scheduled update asks the host nothing at the moment *at*: it wants none, or is
    down and was tried not long ago, by waits that double from an hour to a week.
    """
    return left_alone_until(state, at) is not None


def left_alone_until(state: HostState, at: datetime) -> datetime | None:
    """When a scheduled update that asks the host nothing at the moment *at* would ask it again;
    None where it asks.
    """
    if pause := rest(state, at):
        return at + pause
    if state.failures < DOWN or state.failed_at is None:
        return None
    pause = _doubled(FIRST_REST, state.failures - DOWN)
    # A tenth early, as everywhere: a job that starts some seconds sooner would skip a whole period.
    until = later(state.failed_at, pause * 0.9)
    return until if state.failed_at <= at < until else None


def left_alone_for(state: HostState, at: datetime) -> str:
    """Why a scheduled update asks the host nothing at the moment *at*, where it asks nothing."""
    if rest(state, at) and state.reason:
        return state.reason
    return f"it is down: {state.failures} connections in a row failed"


# Retry-After


def retry_at(said: str, at: datetime) -> datetime | None:
    """The moment that the ``Retry-After`` of an answer names (seconds, or an HTTP date), given at
    the moment *at*, a week later at most; None where it cannot be read.
    """
    said = said.strip()
    if said.isascii() and said.isdigit():
        # Longer digits are longer than a week whatever they are.
        wait = LONGEST_WAIT if len(said) > 9 else timedelta(seconds=int(said))
        return later(at, min(wait, LONGEST_WAIT))
    moment = http_date(said)
    return None if moment is None else min(moment, later(at, LONGEST_WAIT))


def later(moment: datetime, wait: timedelta) -> datetime:
    """The moment that *wait* after *moment* is, the last of the calendar at most."""
    try:
        return moment + wait
    except OverflowError:  # at the end of the calendar
        return datetime.max.replace(tzinfo=UTC)


#: A year that `email` would take for one of two digits: "0024" for 2024.
_ANCIENT = re.compile(r"\s00\d\d(?:\s|\Z)")


def http_date(said: str) -> datetime | None:
    """The moment that *said* names as HTTP writes it; None where it names none."""
    if _ANCIENT.search(said):
        return None
    try:
        moment = parsedate_to_datetime(said)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):  # the last at an end of the calendar
        return None


def _doubled(first: timedelta, times: int) -> timedelta:
    doubled: int = 2 ** min(times, _DOUBLINGS)
    return min(first * doubled, LONGEST_WAIT)
