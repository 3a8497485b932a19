"""Manners at the door: spacing, pauses, hosts that are down, names that do not resolve, robots.txt;
against real servers on loopback, by a clock that only moves when somebody waits.
"""

from __future__ import annotations

import asyncio
import gzip
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from server import Question, Route, Server, answer, page, redirect, serving

from claimtrack.fetch import Limits, fetch
from claimtrack.fetch.dialling import Dialler, Stream, system_connection
from claimtrack.fetch.turns import Watch
from claimtrack.fetch.web import GuardedTransport
from claimtrack.manners import MARGIN, HostBook, HostState, MemoryBook
from claimtrack.pages import Answer, Request
from claimtrack.store import Store

NOW = datetime(2026, 8, 22, 6, tzinfo=UTC)
PUBLIC, DEAD = "93.184.215.14", "93.184.215.15"
LIMITS = Limits(connect_seconds=5, idle_seconds=5, total_seconds=20)
HTML = b"<p>19.4 per cent</p>"


@dataclass
class World:
    """A clock that moves when somebody waits by it, and the public hosts of a made-up internet:
    each name resolves to a public address behind which a server on loopback answers.
    """

    now: datetime = NOW
    book: HostBook = field(default_factory=MemoryBook)
    waits: list[float] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)
    port: int = 0
    #: What a name does in place of resolving to a public address.
    unresolved: dict[str, OSError] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += timedelta(seconds=seconds)

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        if host in self.unresolved:
            raise self.unresolved[host]
        if host == "localhost":
            return ["127.0.0.1"]
        return [DEAD] if host in self.dead else [PUBLIC]

    async def connect(
        self, address: str, port: int, context: ssl.SSLContext | None, name: str | None
    ) -> Stream:
        self.dialled.append(address)
        if address == DEAD:
            raise ConnectionRefusedError(111, "Connection refused")
        if address == PUBLIC:
            address, port = "127.0.0.1", self.port
        return await system_connection(address, port, None, None)

    def dialler(self, limits: Limits = LIMITS, *, allow_private: bool = True) -> Dialler:
        return Dialler(_no_context, allow_private, limits, self.resolve, self.connect)

    def ask(
        self,
        *requests: Request | str,
        limits: Limits = LIMITS,
        transport: httpx.AsyncBaseTransport | None = None,
        polite: bool = True,
        at: datetime | None = None,
    ) -> list[Answer]:
        """The answers, in the order of the requests; the update's clock stands at *at*, else goes
        with the world's.
        """
        asked = [Request(one) if isinstance(one, str) else one for one in requests]

        async def collect() -> list[Answer]:
            made = transport or GuardedTransport(self.dialler(limits))
            batches = fetch(
                asked,
                clock=lambda: at or self.now,
                transport=made,
                allow_private=True,
                limits=limits,
                book=self.book,
                watch=Watch(lambda: self.now, self.sleep),
                polite=polite,
            )
            found = [one async for batch in batches for one in batch]
            await made.aclose()
            return sorted(found, key=lambda one: asked.index(one.request))

        return asyncio.run(collect())


def _no_context() -> ssl.SSLContext:
    raise AssertionError("nothing is encrypted here")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({f"/{n}": page(HTML) for n in range(6)}) as running:
        yield running


@pytest.fixture
def world(server: Server) -> World:
    return World(port=server.port)


def urls(host: str, count: int) -> list[str]:
    return [f"http://{host}/{n}" for n in range(count)]


def outcomes(answers: Iterable[Answer]) -> list[str]:
    return [one.outcome for one in answers]


def robots(*lines: str) -> Route:
    return page("\n".join(["User-agent: *", *lines]).encode())


# Spacing


def test_a_public_host_is_asked_a_second_apart(world: World, server: Server) -> None:
    starts: list[datetime] = []

    def note(question: Question) -> bytes:
        starts.append(world.now)
        return answer(200, HTML)

    server.routes = {f"/{n}": note for n in range(4)}
    assert outcomes(world.ask(*urls("one.example", 4))) == ["fetched"] * 4
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(starts)]
    assert gaps == [pytest.approx(1, abs=2 * MARGIN)] * 3
    assert all(gap >= 1 for gap in gaps)
    assert len(world.waits) == 4  # before each but the first request, that of robots.txt


def test_two_hosts_do_not_wait_for_each_other(world: World) -> None:
    world.ask(*urls("one.example", 1), *urls("two.example", 1), limits=replace(LIMITS))
    assert sum(world.waits) < 2.3


def test_the_machine_itself_is_asked_without_waiting(world: World, server: Server) -> None:
    found = world.ask(*urls(f"127.0.0.1:{server.port}", 4), f"http://localhost:{server.port}/1")
    assert outcomes(found) == ["fetched"] * 5
    assert world.waits == []


def test_the_next_update_waits_for_the_last_one_s_slot(world: World) -> None:
    world.ask("http://one.example/0")
    world.waits.clear()
    world.ask("http://one.example/1")
    assert world.waits == [pytest.approx(1, abs=2 * MARGIN)]


def test_a_clock_that_was_set_back_holds_nobody_up(world: World) -> None:
    world.ask("http://one.example/0")
    world.now -= timedelta(days=300)
    world.waits.clear()
    assert outcomes(world.ask("http://one.example/1")) == ["fetched"]
    assert sum(world.waits) < 2.5


def test_a_crawl_delay_holds_on_any_host(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = robots("Crawl-delay: 7")
    world.ask(*(f"{server.url}/{n}" for n in range(3)))
    # From the robots.txt itself on, before which nobody knows of it.
    assert world.waits == [pytest.approx(7, abs=2 * MARGIN)] * 3


@pytest.mark.parametrize(
    ("url", "seconds"),
    [
        ("http://web.archive.org/cdx/search/cdx?url=one.example", 2.5),
        ("http://web.archive.org/web/20250101000000id_/http://one.example/", 1),
        ("http://api.gdeltproject.org/api/v2/doc/doc?query=a", 5),
        ("http://en.wikipedia.org/wiki/Ukraine", 1),
    ],
)
def test_known_servers_are_asked_as_often_as_they_say(
    world: World, server: Server, url: str, seconds: float
) -> None:
    server.routes["/robots.txt"] = robots()
    world.ask(url, f"{url}&page=2", f"{url}&page=3")
    assert world.waits[-2:] == [pytest.approx(seconds, abs=2 * MARGIN)] * 2


def test_a_source_may_ask_for_more_distance_and_not_for_less(world: World) -> None:
    hasty = [Request(url, spacing=0.1) for url in urls("one.example", 3)]
    patient = [Request(url, spacing=4) for url in urls("two.example", 3)]
    world.ask(*hasty)
    assert all(wait >= 1 for wait in world.waits)
    world.waits.clear()
    world.ask(*patient)
    assert world.waits[-2:] == [pytest.approx(4, abs=2 * MARGIN)] * 2


def test_each_hop_of_a_redirect_takes_a_turn(world: World, server: Server) -> None:
    server.routes |= {"/a": redirect("http://one.example/b"), "/b": redirect("/0")}
    assert outcomes(world.ask("http://one.example/a")) == ["fetched"]
    assert len(world.waits) == 3


def test_who_would_wait_too_long_is_put_off_and_nothing_goes_out(
    world: World, server: Server
) -> None:
    server.routes["/robots.txt"] = robots("Crawl-delay: 90")
    first, second, third = world.ask(*urls("one.example", 3))
    assert (first.outcome, first.asked) == ("fetched", True)
    for put_off in (second, third):
        assert (put_off.outcome, put_off.asked, put_off.status) == ("postponed", False, None)
        assert "one.example is not asked before 2026-08-22 06:02:30 UTC" in str(put_off.reason)
    assert server.paths == ["/0"]


def test_waiting_for_a_turn_is_no_time_of_the_answer(server: Server) -> None:
    server.routes["/robots.txt"] = robots("Crawl-delay: 0.3")
    limits = replace(LIMITS, total_seconds=0.25)

    async def collect() -> list[Answer]:
        requests = [Request(f"{server.url}/{n}") for n in range(3)]
        batches = fetch(requests, clock=lambda: NOW, allow_private=True, limits=limits)
        return [one async for batch in batches for one in batch]

    found = asyncio.run(collect())
    assert outcomes(found) == ["fetched"] * 3
    assert all(one.seconds < 0.25 for one in found)


def test_one_server_under_several_spellings_is_asked_in_one_line(
    world: World, server: Server
) -> None:
    spelled = ("one.example", "ONE.example", "one.example.")
    world.ask(*(f"http://{host}/{n}" for n, host in enumerate(spelled)))
    assert len(server.paths) == 3
    assert all(wait >= 1 for wait in world.waits)
    assert len(world.waits) >= 3
    assert world.book.state("one.example.") == HostState()


# Pauses


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (429, "3600"),
        (503, "3600"),
        (429, format_datetime(NOW + timedelta(hours=1), usegmt=True)),
        (503, format_datetime(NOW + timedelta(hours=1), usegmt=True)),
    ],
)
def test_a_host_that_asks_for_it_is_left_alone_by_all_until_then(
    world: World, server: Server, status: int, said: str
) -> None:
    server.routes["/0"] = page(b"", ("Retry-After", said), status=status)
    found = world.ask(*urls("one.example", 3), at=NOW)
    assert [(one.outcome, one.asked) for one in found] == [
        ("postponed", True), ("postponed", False), ("postponed", False),
    ]  # fmt: skip
    assert f"HTTP {status}" in str(found[1].reason)
    assert "2026-08-22 07:00:00 UTC" in str(found[1].reason)
    (later,) = world.ask("http://one.example/1", at=NOW + timedelta(minutes=50))
    assert not later.asked
    (last,) = world.ask("http://one.example/1", at=NOW + timedelta(hours=1))
    assert last.outcome == "fetched"
    assert server.paths == ["/0", "/1"]


@pytest.mark.parametrize("said", ["0", format_datetime(NOW - timedelta(hours=1), usegmt=True)])
def test_a_host_that_refuses_and_has_nothing_to_wait_for_is_left_alone_all_the_same(
    world: World, server: Server, said: str
) -> None:
    server.routes = {f"/{n}": page(b"", ("Retry-After", said), status=429) for n in range(3)}
    world.ask(*urls("one.example", 3), at=NOW)
    assert max(world.waits) >= 60
    assert world.book.state("one.example").refusals < 3


def test_a_memento_of_a_refusal_is_no_refusal_of_the_archive_s(
    world: World, server: Server
) -> None:
    kept = ("Memento-Datetime", format_datetime(NOW, usegmt=True))
    server.routes["/0"] = page(b"", kept, ("Retry-After", "3600"), status=503)
    capture = Request("http://one.example/0", stands_for="http://two.example/")
    first, second = world.ask(capture, "http://one.example/1", at=NOW)
    assert (first.status, second.outcome) == (503, "fetched")
    assert world.book.state("one.example").refusals == 0
    # Whoever says so of a page of its own is taken at its word.
    world.ask("http://one.example/0", at=NOW)
    assert world.book.state("one.example").refusals == 1


def test_a_short_pause_is_waited_out(world: World, server: Server) -> None:
    server.routes["/0"] = page(b"", ("Retry-After", "9"), status=429)
    found = world.ask(*urls("one.example", 3), at=NOW)
    assert outcomes(found) == ["postponed", "fetched", "fetched"]
    assert max(world.waits) == pytest.approx(9, abs=0.1)


def test_a_host_that_says_not_how_long_is_left_alone_longer_and_longer(
    world: World, server: Server
) -> None:
    server.routes = {f"/{n}": page(b"", status=429) for n in range(2)}
    at, waits = NOW, []
    for _ in range(20):
        first, second = world.ask(*urls("one.example", 2), at=at)
        assert first.asked
        assert not second.asked or max(world.waits) >= 60
        state = world.book.state("one.example")
        assert state.retry_at is not None
        waits.append(state.retry_at - at)
        at = state.retry_at
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=2)  # the first pause of a minute was waited out
    assert waits[-1] == timedelta(weeks=1)
    server.routes = {"/0": page(HTML)}
    world.ask("http://one.example/0", at=at)
    assert world.book.state("one.example").refusals == 0


# Hosts that are down


def test_a_host_that_is_down_is_not_asked_a_fourth_time(world: World, server: Server) -> None:
    world.dead.add("dead.example")
    found = world.ask(*urls("dead.example", 6), "http://one.example/0")
    assert [one.asked for one in found] == [True] * 3 + [False] * 3 + [True]
    assert outcomes(found) == ["unreachable"] * 6 + ["fetched"]
    assert str(found[3].reason).startswith("dead.example is down, not asked")
    assert len(world.dialled) == 3 + 1


def test_the_next_update_tries_it_once_and_goes_on_when_it_is_back(world: World) -> None:
    world.dead.add("dead.example")
    world.ask(*urls("dead.example", 4), at=NOW)
    world.dialled.clear()
    found = world.ask(*urls("dead.example", 4), at=NOW + timedelta(hours=1))
    assert [one.asked for one in found] == [True, False, False, False]
    assert len(world.dialled) == 1
    world.dead.clear()
    found = world.ask(*urls("dead.example", 4), at=NOW + timedelta(hours=2))
    assert outcomes(found) == ["fetched"] * 4
    assert world.book.state("dead.example").failures == 0


def test_two_failures_and_an_answer_are_no_host_that_is_down(world: World, server: Server) -> None:
    def hangs_up(question: Question) -> Iterator[bytes]:
        yield b""

    server.routes |= {"/0": hangs_up, "/1": hangs_up, "/3": hangs_up, "/4": hangs_up}
    found = world.ask(*urls("one.example", 6))
    assert [one.outcome == "fetched" for one in found] == [False, False, True, False, False, True]
    assert all(one.asked for one in found)


def test_another_port_of_a_host_is_another_server(world: World, server: Server) -> None:
    with serving() as gone:
        pass
    found = world.ask(*urls(f"127.0.0.1:{gone.port}", 4), f"{server.url}/0")
    assert outcomes(found) == ["unreachable"] * 4 + ["fetched"]


# Names


BUSY = OSError(-3, "Temporary failure in name resolution")


def test_where_no_name_resolves_no_source_is_to_blame(world: World) -> None:
    hosts = [f"{n}.example" for n in range(4)]
    world.unresolved = dict.fromkeys(hosts, BUSY)
    found = world.ask(*(url for host in hosts for url in urls(host, 5)))
    assert {(one.outcome, one.asked) for one in found} == {("unreachable", False)}
    assert all(str(one.reason).startswith("no name can be looked up here: Temp") for one in found)
    assert all(world.book.state(host).failures == 0 for host in hosts)
    assert world.dialled == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_where_others_do_it_is_that_name_s_own_failure(
    world: World, order: tuple[int, int]
) -> None:
    world.unresolved = {"lost.example": BUSY}
    both = [urls("lost.example", 2), urls("one.example", 1)]
    found = world.ask(*both[order[0]], *both[order[1]], limits=replace(LIMITS, hosts_at_once=1))
    lost = [one for one in found if "lost" in one.request.url]
    assert [(one.outcome, one.asked) for one in lost] == [("unreachable", True)] * 2
    assert "Temporary failure" in str(lost[0].reason)


def test_a_name_that_does_not_exist_shows_that_names_resolve(world: World) -> None:
    world.unresolved = {"lost.example": BUSY, "none.example": OSError(-2, "Name not known")}
    lost, none = world.ask("http://lost.example/0", "http://none.example/0")
    assert lost.asked
    assert none.asked
    assert world.book.state("none.example").failures == 1


def test_an_address_in_digits_says_nothing_of_names(world: World, server: Server) -> None:
    world.unresolved = {"lost.example": BUSY}
    lost, own = world.ask("http://lost.example/0", f"http://{PUBLIC}/0")
    assert (lost.asked, own.outcome) == (False, "fetched")


# robots.txt


def test_what_robots_txt_forbids_is_not_asked(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = robots("Disallow: /1")
    found = world.ask(*urls("one.example", 3))
    assert outcomes(found) == ["fetched", "disallowed", "fetched"]
    assert found[1].reason == "http://one.example/robots.txt forbids /1"
    assert server.paths == ["/0", "/2"]
    assert len(server.robots) == 1
    assert server.robots[0].headers["user-agent"].startswith("claimtrack")


def test_a_redirect_leads_to_nothing_that_robots_txt_forbids(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = lambda question: (
        answer(200, b"User-agent: claimtrack\nDisallow: /2\n")
        if question.headers["host"] == "two.example"
        else answer(404)
    )
    server.routes["/0"] = redirect("http://two.example/2")
    (found,) = world.ask("http://one.example/0")
    assert (found.outcome, found.asked) == ("disallowed", True)
    assert "http://two.example/robots.txt forbids /2" in str(found.reason)
    assert server.paths == ["/0"]


def test_each_origin_has_a_robots_txt_of_its_own(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = robots("Disallow: /0")
    with serving({"/0": page(HTML)}) as other:
        found = world.ask(f"{server.url}/0", f"{other.url}/0")
    assert outcomes(found) == ["disallowed", "fetched"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 451])
def test_a_robots_txt_that_is_not_there_forbids_nothing(
    world: World, server: Server, status: int
) -> None:
    server.routes["/robots.txt"] = page(b"User-agent: *\nDisallow: /", status=status)
    found = world.ask("http://one.example/0", at=NOW + timedelta(hours=2))
    assert outcomes(found) == ["fetched"]


@pytest.mark.parametrize("status", [500, 502, 503, 599])
def test_a_robots_txt_that_the_server_cannot_give_forbids_everything(
    world: World, server: Server, status: int
) -> None:
    server.routes["/robots.txt"] = page(b"", status=status)
    found = world.ask(*urls("one.example", 2))
    assert outcomes(found) == ["disallowed"] * 2
    assert f"HTTP {status}" in str(found[0].reason)
    assert server.paths == []
    assert len(server.robots) == 1


def test_a_robots_txt_that_breaks_off_forbids_everything(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = page(b"User-agent: *", length=1000)
    server.routes["/robots.txt"] = lambda question: iter(
        [answer(200, b"User-agent: *\n", length=1000)]
    )
    (found,) = world.ask("http://one.example/0")
    assert found.outcome == "disallowed"
    assert "truncated" in str(found.reason)


def test_a_host_that_cannot_be_reached_is_said_to_be_so(world: World) -> None:
    world.dead.add("dead.example")
    (found,) = world.ask("http://dead.example/0")
    assert (found.outcome, found.reason) == (
        "unreachable", "no connection to dead.example: Connection refused",
    )  # fmt: skip


def test_five_redirects_lead_to_a_robots_txt_and_six_to_none(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = redirect("/r1")
    server.routes |= {f"/r{n}": redirect(f"/r{n + 1}") for n in range(1, 6)}
    server.routes["/r5"] = robots("Disallow: /")
    assert outcomes(world.ask("http://one.example/0")) == ["disallowed"]
    server.routes |= {"/r5": redirect("/r6"), "/r6": robots("Disallow: /")}
    assert outcomes(world.ask("http://two.example/0")) == ["fetched"]


def test_a_robots_txt_that_leads_back_to_itself_is_none(world: World, server: Server) -> None:
    server.routes["/robots.txt"] = redirect("/robots.txt")
    assert outcomes(world.ask("http://one.example/0")) == ["fetched"]


def test_a_robots_txt_leads_to_no_inner_address(server: Server) -> None:
    with serving({"/secret": robots("Disallow:")}) as inner:
        server.routes["/robots.txt"] = redirect(f"{inner.url}/secret")
        made = World(port=server.port)

        async def collect() -> list[Answer]:
            transport = GuardedTransport(made.dialler(allow_private=False))
            batches = fetch(
                [Request("http://one.example/0")],
                clock=lambda: NOW,
                transport=transport,
                watch=Watch(lambda: made.now, made.sleep),
            )
            found = [one async for batch in batches for one in batch]
            await transport.aclose()
            return found

        (found,) = asyncio.run(collect())
        assert inner.connections == 0
    assert found.outcome == "disallowed"
    assert "127.0.0.1 is loopback" in str(found.reason)


def test_half_a_megabyte_is_read_of_it_and_no_half_line(world: World, server: Server) -> None:
    filler = b"# nothing in particular\n" * 30_000
    early = b"User-agent: *\nDisallow: /1\n" + filler + b"Disallow: /2\n"
    cut = b"User-agent: *\n" + b"#" * (500 * 1024 - 14 - 12) + b"\nDisallow: /2/only/here\n"
    server.routes["/robots.txt"] = page(early)
    assert outcomes(world.ask(*urls("one.example", 3))) == ["fetched", "disallowed", "fetched"]
    server.routes["/robots.txt"] = page(cut)
    assert outcomes(world.ask("http://two.example/2")) == ["fetched"]


def test_a_robots_txt_that_is_a_bomb_is_read_no_further(world: World, server: Server) -> None:
    bomb = gzip.compress(b"User-agent: *\nDisallow: /0\n" + b"#" * 50_000_000, mtime=0)
    server.routes["/robots.txt"] = page(bomb, ("Content-Encoding", "gzip"))
    assert outcomes(world.ask(*urls("one.example", 2))) == ["disallowed", "fetched"]


@pytest.fixture(params=["memory", "store"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HostBook]:
    """Each kind of book; the database's on each engine has tests of its own."""
    if request.param == "memory":
        yield MemoryBook()
        return
    with Store.open(tmp_path / "claims.db") as made:
        yield made.hosts


def test_a_copy_is_used_for_a_day(world: World, server: Server, book: HostBook) -> None:
    world.book = book
    server.routes["/robots.txt"] = robots("Disallow: /1")
    for hours in (0, 1, 23.9):
        (found,) = world.ask("http://one.example/1", at=NOW + timedelta(hours=hours))
        assert found.outcome == "disallowed"
    assert len(server.robots) == 1
    server.routes["/robots.txt"] = robots("Disallow: /0")
    (found,) = world.ask("http://one.example/1", at=NOW + timedelta(hours=24))
    assert found.outcome == "fetched"
    assert len(server.robots) == 2


def test_the_last_copy_holds_while_there_is_none_to_be_had_for_thirty_days(
    world: World, server: Server, book: HostBook
) -> None:
    world.book = book
    server.routes["/robots.txt"] = robots("Disallow: /1")
    world.ask("http://one.example/1", at=NOW)
    server.routes["/robots.txt"] = page(b"", status=500)
    for days in (1, 15, 30):
        both = world.ask(*urls("one.example", 2), at=NOW + timedelta(days=days))
        assert outcomes(both) == ["fetched", "disallowed"]
    both = world.ask(*urls("one.example", 2), at=NOW + timedelta(days=31))
    assert outcomes(both) == ["fetched", "fetched"]


def test_a_robots_txt_that_never_was_to_be_had_forbids_for_thirty_days(
    world: World, server: Server, book: HostBook
) -> None:
    world.book = book
    server.routes["/robots.txt"] = page(b"", status=500)
    for days in (0, 1, 29.9):
        (found,) = world.ask("http://one.example/0", at=NOW + timedelta(days=days))
        assert found.outcome == "disallowed"
    (found,) = world.ask("http://one.example/0", at=NOW + timedelta(days=30))
    assert found.outcome == "fetched"


def test_many_who_ask_at_once_ask_for_one_robots_txt(world: World, server: Server) -> None:
    world.ask(*urls("one.example", 6), limits=replace(LIMITS, per_host=4))
    assert len(server.robots) == 1


def test_a_transport_that_is_handed_in_is_asked_for_robots_txt_too(world: World) -> None:
    asked: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        body = b"User-agent: *\nDisallow: /1" if request.url.path == "/robots.txt" else HTML
        return httpx.Response(200, content=body)

    found = world.ask(*urls("one.example", 2), transport=httpx.MockTransport(handle))
    assert outcomes(found) == ["fetched", "disallowed"]
    assert asked == ["/robots.txt", "/0"]
    assert world.waits == []  # nobody is asked who would have to be spared


def test_who_replays_a_recording_asks_for_nothing_else_and_waits_for_nothing(
    world: World, server: Server
) -> None:
    server.routes["/robots.txt"] = robots("Disallow: /", "Crawl-delay: 50")
    assert outcomes(world.ask(*urls("one.example", 3), polite=False)) == ["fetched"] * 3
    assert (server.robots, world.waits) == ([], [])


def test_a_file_has_no_robots_txt(world: World, tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    (tmp_path / "figures.csv").write_text("d,v\n")
    found = world.ask(Request("figures.csv", base=str(tmp_path)))
    assert outcomes(found) == ["fetched"]


def test_a_host_without_end_is_refused(world: World) -> None:
    (found,) = world.ask(f"http://{'a.' * 200}example/")
    assert found.outcome == "disallowed"
    assert "253" in str(found.reason)


# MediaWiki


def lagging(lag: list[bool]) -> Callable[[Question], bytes]:
    """A wiki whose servers lag behind as often as *lag* says."""

    def api(question: Question) -> bytes:
        if lag.pop(0):
            headers = [("MediaWiki-API-Error", "maxlag"), ("Retry-After", "300")]
            return answer(200, b'{"error": {"code": "maxlag"}}', headers)
        return answer(200, b'{"query": {}}')

    return api


def test_a_wiki_is_told_to_put_us_off_when_it_lags(world: World, server: Server) -> None:
    wire = "/w/api.php?action=query&maxlag=5"
    server.routes[wire] = server.routes["/w/api.php?maxlag=1"] = lagging([False, False, True])
    url = "http://en.wikipedia.org/w/api.php?action=query"
    (found,) = world.ask(url, at=NOW)
    assert found.page is not None
    assert found.page.url == url
    world.ask("http://en.wikipedia.org/w/api.php?maxlag=1", at=NOW)
    put_off, other = world.ask(url, "http://en.wikipedia.org/wiki/A", at=NOW)
    assert (put_off.outcome, put_off.page) == ("postponed", None)
    assert dict(put_off.headers)["retry-after"] == "300"
    assert (other.outcome, other.asked) == ("postponed", False)
    assert server.paths == [wire, "/w/api.php?maxlag=1", wire]
