"""The guard: what may be dialled, in whatever way it is written."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from server import page, redirect, serving

from claimtrack.fetch import Limits, fetch
from claimtrack.fetch.addresses import literal, refusal
from claimtrack.fetch.dialling import Dialler, Stream, system_connection
from claimtrack.fetch.web import GuardedTransport
from claimtrack.pages import Answer, Request

NOW = datetime(2026, 8, 22, 6, tzinfo=UTC)
PUBLIC = "93.184.215.14"
QUICK = Limits(connect_seconds=2, idle_seconds=2, total_seconds=5, spacing_seconds=0)


def ask_all(
    *requests: Request | str,
    transport: httpx.AsyncBaseTransport | None = None,
    allow_private: bool = False,
    limits: Limits = QUICK,
) -> list[Answer]:
    asked = [Request(given) if isinstance(given, str) else given for given in requests]

    async def collect() -> list[Answer]:
        batches = fetch(
            asked,
            clock=lambda: NOW,
            transport=transport,
            allow_private=allow_private,
            limits=limits,
        )
        answers = [answer async for batch in batches for answer in batch]
        if transport is not None:
            await transport.aclose()
        return answers

    return asyncio.run(collect())


def no_context() -> ssl.SSLContext:
    raise AssertionError("nothing is encrypted here")


class Names:
    """A resolver that gives what it is told, one answer after another, and a telephone that
    notes what was dialled and connects to a server on loopback.
    """

    def __init__(self, port: int, *answers: Sequence[str]) -> None:
        self.port = port
        self.answers = list(answers)
        self.asked: list[str] = []
        self.dialled: list[str] = []

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    async def connect(
        self, address: str, port: int, context: ssl.SSLContext | None, name: str | None
    ) -> Stream:
        self.dialled.append(address)
        return await system_connection("127.0.0.1", self.port, None, None)

    def transport(self) -> GuardedTransport:
        return GuardedTransport(
            Dialler(no_context, limits=QUICK, resolve=self.resolve, connect=self.connect)
        )


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("::1", "loopback"),
        ("10.0.0.1", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.168.1.1", "private"),
        ("fd12:3456::1", "private"),
        ("100.64.0.1", "CGNAT"),
        ("100.127.255.255", "CGNAT"),
        ("100.100.100.200", "metadata"),
        ("168.63.129.16", "metadata"),
        ("fd00:ec2::254", "metadata"),
        ("169.254.169.254", "link-local"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"),
        ("::", "unspecified"),
        ("224.0.0.1", "multicast"),
        ("239.255.255.250", "multicast"),
        ("ff02::1", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("192.0.0.8", "reserved"),
        ("192.88.99.1", "reserved"),
        ("192.0.2.7", "documentation"),
        ("198.51.100.7", "documentation"),
        ("203.0.113.7", "documentation"),
        ("2001:db8::1", "documentation"),
        ("3fff::1", "documentation"),
        ("198.18.0.1", "benchmarks"),
        ("2001:2::1", "reserved"),
        ("2001:20::1", "reserved"),
        ("100::1", "reserved"),
        ("64:ff9b:1::a00:1", "reserved"),
        ("fec0::1", "reserved"),
        ("5f00::1", "reserved"),
        ("4000::1", "reserved"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("::ffff:169.254.169.254", "link-local"),
        ("::ffff:0:127.0.0.1", "loopback"),
        ("::127.0.0.1", "loopback"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::10.0.0.1", "private"),
        ("2002:7f00:1::", "loopback"),
        ("2002:c0a8:0101::1", "private"),
        ("2001:0:5db8:d822::80ff:fffe", "loopback"),  # a Teredo client at 127.0.0.1
        ("2001:0:a00:1::a247:27dd", "private"),  # a Teredo server at 10.0.0.1
        ("2606:4700::5efe:127.0.0.1", "loopback"),  # ISATAP
        ("2606:4700::200:5efe:10.0.0.1", "private"),
        ("fe80::5efe:93.184.215.14", "link-local"),
        ("localhost", "not an address"),
        ("", "not an address"),
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str, kind: str) -> None:
    reason = refusal(address)
    assert reason is not None
    assert kind in reason


@pytest.mark.parametrize(
    "address",
    [
        PUBLIC,
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001:81b::200e",
        f"::ffff:{PUBLIC}",
        f"64:ff9b::{PUBLIC}",
        "2002:5db8:d70e::1",
    ],
)
def test_a_public_address_may_be_dialled(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "::1", "10.1.2.3", "192.168.1.1", "fd12::1", "100.64.0.1", "::ffff:7f00:1"],
)
def test_private_addresses_may_be_allowed(address: str) -> None:
    assert "asked only with CLAIMTRACK_ALLOW_PRIVATE=1" in (refusal(address) or "")
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "fe80::1", "0.0.0.0", "::", "224.0.0.1", "ff02::1", "100.100.100.200",
     "255.255.255.255", "2001:db8::1", "64:ff9b::169.254.169.254"],
)  # fmt: skip
def test_what_is_never_a_server_of_ones_own_stays_refused(address: str) -> None:
    assert refusal(address, allow_private=True) == refusal(address)
    assert "CLAIMTRACK" not in (refusal(address) or "CLAIMTRACK")


@given(st.ip_addresses(v=4))
def test_what_carries_an_address_is_as_good_as_what_it_carries(carried: IPv4Address) -> None:
    digits = f"{int(carried) >> 16:x}:{int(carried) & 0xFFFF:x}"
    hidden = int(carried) ^ 0xFFFFFFFF
    carriers = [
        f"::ffff:{digits}",
        f"::ffff:0:{digits}",
        f"64:ff9b::{digits}",
        f"2002:{digits}::1",
        f"2001:0:{digits}::1",
        f"2001:0:5db8:d70e::{hidden >> 16:x}:{hidden & 0xFFFF:x}",
        f"2606:4700::5efe:{digits}",
    ]
    if refusal(str(carried)):
        assert all(refusal(carrier) for carrier in carriers)
    else:
        assert carried.is_global
        assert not any(refusal(carrier) for carrier in carriers[:4])


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("0", "0.0.0.0"),
        ("::1", "::1"),
        ("[::1]", "::1"),
        ("example.org", None),
        ("127.0.0.1.nip.io", None),
        ("1.2.3.4.5", None),
        ("", None),
    ],
)
def test_a_spelled_out_address_is_known_in_any_spelling(host: str, meant: str | None) -> None:
    assert literal(host) == meant


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://0x7f.1:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://2130706433:{port}/",
        "http://0:{port}/",
        "http://0.0.0.0:{port}/",
        "http://localhost:{port}/",
        "http://LOCALHOST.:{port}/",
        "http://[::]:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::ffff:7f00:1]:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/",
        "http://[2002:7f00:1::]:{port}/",
        "http://[2001:0:5db8:d822::80ff:fffe]:{port}/",
        "http://[fe80::1%25lo]:{port}/",
        "http://１２７.０.０.１:{port}/",
        "http://①②⑦.⓪.⓪.①:{port}/",
        "http://user@127.0.0.1:{port}/",
        "http://user:secret@example.org:{port}/",
        "http://example.org@127.0.0.1:{port}/",
        "http://example.org%40127.0.0.1:{port}/",
        "http://127.0.0.1:{port}\\@example.org/",
        "http://example.org\\@127.0.0.1:{port}/",
        "http:\\\\127.0.0.1:{port}/",
        "http:/127.0.0.1:{port}/",
        "http:127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        " http://127.0.0.1:{port}/",
        "http://127.0.0.1:{port}/\r\nHost: example.org",
        "http://127.0.0.1\t:{port}/",
        "ftp://127.0.0.1:{port}/",
        "file:///etc/passwd",
        "file://127.0.0.1:{port}/",
        "gopher://127.0.0.1:{port}/",
        "unix:///run/docker.sock",
        "data:text/html,hello",
        "javascript:1",
        "http://",
        "http://:{port}/",
        "http://[::1/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:port/",
        "",
        "x" * 70_000,
    ],
)  # fmt: skip
def test_no_spelling_of_an_address_reaches_loopback(url: str) -> None:
    with serving({"/": page(b"the secret of this machine")}) as server:
        (answer,) = ask_all(url.replace("{port}", str(server.port)))
        assert server.connections == 0
    assert answer.outcome in {"disallowed", "unreachable"}
    assert answer.page is None
    assert answer.reason
    assert "secret" not in answer.reason


def test_loopback_is_asked_when_private_addresses_are_allowed() -> None:
    with serving({"/": page(b"hello")}) as server:
        answers = ask_all(f"{server.url}/", f"http://localhost:{server.port}/", allow_private=True)
    assert [answer.outcome for answer in answers] == ["fetched", "fetched"]


def test_a_redirect_is_checked_at_every_hop() -> None:
    with serving() as server:
        names = Names(server.port, [PUBLIC])
        inner = f"http://127.0.0.1:{server.port}/inner"
        server.routes |= {
            "/a": redirect("http://other.example/b"),
            "/b": redirect(inner),
            "/inner": page(b"the secret of this machine"),
        }
        (answer,) = ask_all("http://one.example/a", transport=names.transport())
        assert server.paths == ["/a", "/b"]
    assert answer.outcome == "disallowed"
    assert answer.reason == (
        "redirected by other.example: the address 127.0.0.1 is loopback,"
        " asked only with CLAIMTRACK_ALLOW_PRIVATE=1"
    )


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://example.org/", "http://user:secret@example.org/",
     "//[::1]/", "http://0x7f.1/", "\\\\127.0.0.1\\share", "http://169.254.169.254/latest"],
)  # fmt: skip
def test_a_redirect_leads_to_no_file_and_no_inner_address(location: str) -> None:
    with serving({"/": redirect(location)}) as server:
        names = Names(server.port, [PUBLIC])
        (answer,) = ask_all("http://one.example/", transport=names.transport())
        assert server.connections == 1
    assert answer.outcome == "disallowed"
    assert "secret" not in str(answer.reason)


def test_a_name_that_answers_private_the_next_time_is_refused_then() -> None:
    with serving({"/": page(b"hello", ("Connection", "close"))}) as server:
        names = Names(server.port, [PUBLIC], ["127.0.0.1"])
        first, second = ask_all(
            "http://rebinding.example/", "http://rebinding.example/", transport=names.transport()
        )
        assert server.connections == 1
    assert first.outcome == "fetched"
    assert second.outcome == "disallowed"
    assert second.reason == (
        "rebinding.example: the address 127.0.0.1 is loopback,"
        " asked only with CLAIMTRACK_ALLOW_PRIVATE=1"
    )
    assert names.dialled == [PUBLIC]


def test_what_was_checked_is_what_is_dialled() -> None:
    with serving({"/": page(b"hello")}) as server:
        names = Names(server.port, ["2606:4700::1111", PUBLIC])
        (answer,) = ask_all("http://one.example/", transport=names.transport())
    assert answer.outcome == "fetched"
    assert names.asked == ["one.example"]
    assert names.dialled == ["2606:4700::1111"]


def test_an_address_that_is_spelled_out_is_asked_of_no_resolver() -> None:
    with serving({"/": page(b"hello")}) as server:
        names = Names(server.port, ["10.0.0.1"])
        ask_all(f"http://{PUBLIC}/", "http://[2606:4700::1111]/", transport=names.transport())
    assert names.asked == []
    assert sorted(names.dialled) == ["2606:4700::1111", PUBLIC]


def test_a_name_beyond_ascii_is_resolved_as_it_is_asked() -> None:
    with serving({"/": page(b"hello")}) as server:
        names = Names(server.port, [PUBLIC])
        ask_all("http://straße.example/", transport=names.transport())
        (question,) = server.asked
    assert names.asked == ["xn--strae-oqa.example"] == [question.headers["host"]]


def test_one_private_address_among_public_ones_refuses_the_name() -> None:
    with serving({"/": page(b"hello")}) as server:
        names = Names(server.port, [PUBLIC, "10.0.0.1"])
        (answer,) = ask_all("http://one.example/", transport=names.transport())
    assert answer.outcome == "disallowed"
    assert names.dialled == []


def test_a_name_without_an_address_is_unreachable() -> None:
    (answer,) = ask_all("http://one.example/", transport=Names(1, []).transport())
    assert (answer.outcome, answer.reason) == (
        "unreachable", "the name one.example has no address",
    )  # fmt: skip


def test_the_next_address_is_dialled_where_the_first_is_dead() -> None:
    with serving({"/": page(b"hello")}) as server:
        names = Names(server.port, ["1.1.1.1", PUBLIC])

        async def connect(
            address: str, port: int, context: ssl.SSLContext | None, name: str | None
        ) -> Stream:
            if address == "1.1.1.1":
                raise ConnectionRefusedError(111, "Connection refused")
            return await names.connect(address, port, context, name)

        dialler = Dialler(no_context, limits=QUICK, resolve=names.resolve, connect=connect)
        (answer,) = ask_all("http://one.example/", transport=GuardedTransport(dialler))
    assert answer.outcome == "fetched"
    assert names.dialled == [PUBLIC]


def test_a_resolver_that_fails_or_sleeps_is_an_answer() -> None:
    async def fails(host: str, port: int) -> Sequence[str]:
        raise OSError(-3, "Temporary failure in name resolution")

    async def sleeps(host: str, port: int) -> Sequence[str]:
        await asyncio.Event().wait()
        return []

    limits = replace(QUICK, connect_seconds=0.05)
    for resolve, said in [(fails, "Temporary failure in name resolution"), (sleeps, "in time")]:
        dialler = Dialler(no_context, limits=limits, resolve=resolve)
        (answer,) = ask_all("http://one.example/", transport=GuardedTransport(dialler))
        assert answer.outcome == "unreachable"
        assert said in str(answer.reason)


def test_a_label_no_name_can_have_is_an_answer() -> None:
    (answer,) = ask_all(f"http://{'a' * 64}.example/")
    assert answer.outcome in {"unreachable", "disallowed"}


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": page(b"the proxy")}) as proxy, serving({"/": page(b"the page")}) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.url)
        (answer,) = ask_all(f"{server.url}/", allow_private=True)
        assert proxy.connections == 0
    assert answer.page is not None
    assert answer.page.content == b"the page"


def test_a_transport_handed_in_gets_no_address_the_guard_refuses() -> None:
    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url} was asked")

    (answer,) = ask_all("http://0x7f.1/", transport=httpx.MockTransport(never))
    assert answer.outcome == "disallowed"
