"""The web: what a real server over loopback can do, and what is made of it."""

from __future__ import annotations

import asyncio
import gzip
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from isal import isal_zlib
from server import CERTIFICATE, Question, Route, Server, answer, page, redirect, serving

from claimtrack.errors import BadValue
from claimtrack.fetch import Limits, fetch
from claimtrack.fetch.bodies import Body
from claimtrack.fetch.dialling import Dialler
from claimtrack.fetch.outcomes import NoPage
from claimtrack.fetch.web import GuardedTransport
from claimtrack.pages import Answer, Request, Validators

NOW = datetime(2026, 8, 22, 6, tzinfo=UTC)
USUAL = Limits(connect_seconds=5, idle_seconds=5, total_seconds=20, spacing_seconds=0)
HTML = b"<html><body><p>19.4 per cent of the country</p></body></html>"


def gzipped(content: bytes) -> bytes:
    """*content* in gzip, the same at every call: parallel test runners compare names."""
    return gzip.compress(content, mtime=0)


def batches_of(
    requests: Iterable[Request | str],
    *,
    limits: Limits = USUAL,
    transport: httpx.AsyncBaseTransport | None = None,
    contact: str | None = None,
    allow_private: bool = True,
) -> list[tuple[Answer, ...]]:
    asked = [Request(given) if isinstance(given, str) else given for given in requests]

    async def collect() -> list[tuple[Answer, ...]]:
        batches = fetch(
            asked,
            clock=lambda: NOW,
            transport=transport,
            allow_private=allow_private,
            limits=limits,
            contact=contact,
        )
        collected = [batch async for batch in batches]
        if transport is not None:
            await transport.aclose()
        return collected

    return asyncio.run(collect())


def ask(route: Route, limits: Limits = USUAL, **wishes: object) -> Answer:
    """What comes of asking a server whose one page is *route*."""
    with serving({"/page": route}) as server:
        request = replace(Request(f"{server.url}/page"), **wishes)
        ((found,),) = batches_of([request], limits=limits)
    return found


def test_a_page_comes_with_its_address_headers_and_cost() -> None:
    with serving({"/page": page(HTML, ("Content-Type", "Text/HTML; charset=utf-8"))}) as server:
        ((found,),) = batches_of([f"{server.url}/page#top"])
    assert (found.outcome, found.status, found.reason) == ("fetched", 200, None)
    assert found.at == NOW
    assert found.page is not None
    assert found.page.content == HTML
    assert found.page.url == f"{server.url}/page"
    assert found.page.media_type == "text/html"
    assert found.page.fetched_at == NOW
    assert dict(found.headers)["content-length"] == str(len(HTML))
    assert len(HTML) < found.bytes < len(HTML) + 100
    assert found.seconds > 0


def test_the_question_is_honest_and_asks_for_what_can_be_bounded() -> None:
    with serving({"/": page(HTML)}) as server:
        batches_of([f"{server.url}/"], contact="desk@paper.example")
        (question,) = server.asked
    assert question.headers["accept-encoding"] == "gzip, deflate"
    assert question.headers["user-agent"].startswith("claimtrack")
    assert "(desk@paper.example)" in question.headers["user-agent"]
    assert question.headers["host"] == f"127.0.0.1:{server.port}"
    assert "cookie" not in question.headers


def test_a_contact_that_would_break_the_header_is_refused() -> None:
    with pytest.raises(BadValue):
        batches_of(["http://127.0.0.1:1/"], contact="desk\r\nCookie: a")


def test_a_second_page_of_a_host_comes_over_the_same_connection() -> None:
    with serving({"/a": page(HTML), "/b": page(HTML)}) as server:
        batches_of([f"{server.url}/{name}" for name in ("a", "b", "none", "a")])
        assert server.connections == 1
        assert len(server.asked) == 4


def test_a_kept_connection_that_died_is_opened_anew() -> None:
    def hangs_up(question: Question) -> Iterator[bytes]:
        yield answer(200, HTML)

    with serving({"/": hangs_up}) as server:
        (found,) = batches_of([f"{server.url}/"] * 3)
        assert server.connections == 3
    assert [one.outcome for one in found] == ["fetched"] * 3


def test_what_is_sent_beyond_an_answer_is_not_the_next_answer() -> None:
    stray = answer(200, b"not what was asked for")

    def says_more(question: Question) -> bytes:
        return answer(200, HTML) + stray

    with serving({"/a": says_more, "/b": page(HTML)}) as server:
        (found,) = batches_of([f"{server.url}/a", f"{server.url}/b"])
        assert server.connections == 2
    assert [one.page and one.page.content for one in found] == [HTML, HTML]


def asked_apart(server: Server, *paths: str) -> list[Answer]:
    """What comes of asking *paths* one after another, a while apart."""
    (found,) = batches_of([Request(f"{server.url}/{path}", spacing=0.3) for path in paths])
    return list(found)


def test_what_is_sent_while_nobody_asks_is_not_the_next_answer() -> None:
    def says_more_later(question: Question) -> Iterator[bytes]:
        yield answer(200, HTML)
        time.sleep(0.1)
        yield answer(200, b"not what was asked for")
        time.sleep(1)

    with serving({"/a": says_more_later, "/b": page(HTML)}) as server:
        found = asked_apart(server, "a", "b")
        assert server.connections == 2
    assert [one.page and one.page.content for one in found] == [HTML, HTML]


def test_a_server_that_is_tired_of_waiting_is_asked_anew() -> None:
    tired = answer(408, b"", [("Connection", "close")])

    def says_so_at_once(question: Question) -> Iterator[bytes]:
        """As an answer to what is asked over the same connection again."""
        yield tired if question.connection == 1 else answer(200, HTML)

    with serving({"/a": page(HTML), "/b": says_so_at_once}) as server:
        (found,) = batches_of([f"{server.url}/a", f"{server.url}/b"])
        assert server.connections == 2
    assert [one.outcome for one in found] == ["fetched", "fetched"]


def test_who_speaks_before_being_asked_has_answered_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, ExitStack() as wires:

        def speak() -> None:
            with suppress(OSError):
                while True:
                    wire, _ = listening.accept()
                    wires.enter_context(wire).sendall(answer(200, HTML))

        threading.Thread(target=speak, daemon=True).start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        # Whether it speaks before the first question goes out, or after, is a race.
        (found,) = batches_of([Request(f"{url}/{name}", spacing=0.3) for name in ("a", "b")])
        listening.shutdown(socket.SHUT_RDWR)
    assert found[1].page is None
    assert found[1].outcome in {"unreachable", "disallowed"}  # of a host without a robots.txt


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, "fetched"), (203, "fetched"),
        (404, "gone"), (410, "gone"),
        (401, "blocked"), (402, "blocked"), (403, "blocked"), (407, "blocked"),
        (451, "blocked"), (400, "blocked"), (406, "blocked"), (418, "blocked"),
        (429, "postponed"),
        (500, "unreachable"), (502, "unreachable"), (503, "unreachable"), (504, "unreachable"),
        (520, "unreachable"), (599, "unreachable"), (408, "unreachable"),
        (201, "unreachable"), (202, "unreachable"), (206, "unreachable"),
        (300, "unreachable"), (305, "unreachable"), (302, "unreachable"), (999, "unreachable"),
    ],
)  # fmt: skip
def test_a_status_has_its_outcome(status: int, outcome: str) -> None:
    found = ask(page(HTML, status=status))
    assert (found.outcome, found.status) == (outcome, status)
    assert (found.page is not None) == (outcome == "fetched")
    assert found.reason is None if outcome == "fetched" else str(status) in str(found.reason)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["120", "Sat, 22 Aug 2026 07:00:00 GMT"])
def test_retry_after_postpones_and_is_kept(status: int, wait: str) -> None:
    found = ask(page(b"later", ("Retry-After", wait), status=status))
    assert found.outcome == "postponed"
    assert dict(found.headers)["retry-after"] == wait
    assert str(found.reason).endswith(f"Retry-After: {wait}")


@pytest.mark.parametrize("body", [b"", b"\r\n  \n"])
def test_an_empty_page_is_blocked(body: bytes) -> None:
    found = ask(page(body))
    assert (found.outcome, found.status, found.page) == ("blocked", 200, None)
    assert "empty shell" in str(found.reason)


def test_no_content_is_blocked() -> None:
    assert ask(lambda question: b"HTTP/1.1 204 No Content\r\n\r\n").outcome == "blocked"


# Validators


KNOWN = Validators("sha", etag='W/"a,b-1"', last_modified="Fri, 21 Aug 2026 05:06:07 GMT")


def unchanged(question: Question) -> bytes:
    if question.headers.get("if-none-match") == KNOWN.etag:
        return answer(304, headers=[("ETag", '"a,b-1"')])
    return answer(200, HTML)


def test_validators_are_sent_to_the_letter_and_304_confirms() -> None:
    with serving({"/": unchanged}) as server:
        ((found,),) = batches_of([Request(f"{server.url}/", validators=KNOWN)])
        (question,) = server.asked
    assert (found.outcome, found.status, found.page) == ("not_modified", 304, None)
    assert question.headers["if-none-match"] == 'W/"a,b-1"'
    assert question.headers["if-modified-since"] == "Fri, 21 Aug 2026 05:06:07 GMT"


def test_no_304_is_asked_for_whatever_became_of_the_page() -> None:
    def as_the_rfc_has_it(question: Question) -> bytes:
        is_any = question.headers.get("if-none-match") == "*"
        return answer(304) if is_any else answer(200, HTML, [("ETag", "*")])

    found = ask(as_the_rfc_has_it, validators=Validators("0" * 64, etag="*"))
    assert found.outcome == "fetched"


def test_a_304_that_nobody_asked_for_confirms_nothing() -> None:
    for known in (None, Validators("sha")):
        found = ask(page(b"", status=304), validators=known)
        assert (found.outcome, found.status) == ("unreachable", 304)
        assert found.reason == "304 to a request without validators"


def test_a_304_that_names_another_page_confirms_nothing() -> None:
    found = ask(page(b"", ("ETag", '"of-another"'), status=304), validators=KNOWN)
    assert found.outcome == "unreachable"
    assert "another page" in str(found.reason)


@pytest.mark.parametrize(
    ("named", "came"),
    [
        (("ETag", '"never-had"'), False),
        (("Last-Modified", "Sat, 22 Aug 2026 05:06:07 GMT"), False),
        (("Last-Modified", "Fri, 21 Aug 2026 05:06:07 GMT"), True),
        (("Last-Modified", "a day"), True),
    ],
)
def test_a_304_by_its_last_change_alone_names_that_or_confirms_nothing(
    named: tuple[str, str], came: bool
) -> None:
    known = replace(KNOWN, etag=None)
    found = ask(page(b"", named, status=304), validators=known)
    assert found.came is came
    assert came or "the 304 is of another page" in str(found.reason)


def test_a_304_whose_etag_lost_its_coding_confirms() -> None:
    known = Validators("sha", etag='"abc-gzip"')
    assert ask(page(b"", ("ETag", '"abc"'), status=304), validators=known).came


def test_validators_are_not_sent_to_where_a_redirect_leads() -> None:
    """A consent page may well be older than the day, and say 304."""
    with serving({"/": redirect("/consent"), "/consent": page(b"agree")}) as server:
        batches_of([Request(f"{server.url}/", validators=KNOWN)])
        first, second = server.asked
    assert "if-none-match" in first.headers
    assert not {"if-none-match", "if-modified-since"} & set(second.headers)


def test_validators_of_a_page_are_not_those_of_the_redirect_to_it() -> None:
    given = (("ETag", '"a"'), ("Last-Modified", "Fri, 21 Aug 2026 05:06:07 GMT"))
    with serving({"/": redirect("/page"), "/page": page(HTML, *given)}) as server:
        ((moved, direct),) = batches_of([f"{server.url}/", f"{server.url}/page"])
    assert {"etag", "last-modified"} <= dict(direct.headers).keys()
    assert not {"etag", "last-modified"} & dict(moved.headers).keys()
    assert moved.page is not None
    assert {"etag", "last-modified"} <= dict(moved.page.headers).keys()


def test_validators_go_to_the_address_that_gave_them() -> None:
    with serving({"/": redirect("/page"), "/page": unchanged}) as server:
        known = replace(KNOWN, url=f"{server.url}/page")
        ((found,),) = batches_of([Request(f"{server.url}/", validators=known)])
        first, second = server.asked
    assert found.outcome == "not_modified"
    assert "if-none-match" not in first.headers
    assert second.headers["if-none-match"] == KNOWN.etag


def test_the_connection_lives_on_after_a_304() -> None:
    with serving({"/": unchanged}) as server:
        batches_of([Request(f"{server.url}/", validators=KNOWN)] * 3)
        assert (server.connections, len(server.asked)) == (1, 3)


# Redirects and credentials


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_to_the_page(status: int) -> None:
    with serving({"/a": redirect("b/c?d=e", status), "/b/c?d=e": page(HTML)}) as server:
        ((found,),) = batches_of([f"{server.url}/a"])
    assert found.page is not None
    assert found.page.url == f"{server.url}/b/c?d=e"
    assert found.request.url == f"{server.url}/a"


def test_redirects_in_a_circle_and_without_end_are_unreachable() -> None:
    endless: dict[str, Route] = {f"/{n}": redirect(f"/{n + 1}") for n in range(40)}
    with serving({"/a": redirect("/b"), "/b": redirect("/a"), **endless}) as server:
        ((circle, long),) = batches_of([f"{server.url}/a", f"{server.url}/0"])
        assert server.paths == ["/a", "/b", *(f"/{n}" for n in range(11))]
    assert (circle.outcome, circle.reason) == ("unreachable", "redirects in a circle")
    assert (long.outcome, long.reason) == ("unreachable", "more than 10 redirects")


@pytest.mark.parametrize("port", ["0", "65536", "99999"])
def test_a_port_that_there_is_not_is_disallowed(port: str) -> None:
    ((found,),) = batches_of([f"http://127.0.0.1:{port}/"])
    assert (found.outcome, found.reason) == ("disallowed", f"there is no port {port}")


def test_a_redirect_to_several_addresses_leads_to_none() -> None:
    both = ("Location", "/page?a"), ("Location", "/page?b")
    found = ask(page(b"", *both, status=302))
    assert (found.outcome, found.reason) == ("unreachable", "HTTP 302 to 2 addresses at once")
    twice = ask(page(b"", both[0], both[0], status=302))
    assert (twice.outcome, twice.reason) == ("gone", "HTTP 404 Not Found")


def test_ten_redirects_are_followed() -> None:
    routes: dict[str, Route] = {f"/{n}": redirect(f"/{n + 1}") for n in range(10)}
    with serving({**routes, "/10": page(HTML)}) as server:
        ((found,),) = batches_of([f"{server.url}/0"])
    assert found.outcome == "fetched"


def test_credentials_stay_with_their_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_TOKEN", "s3cret-t0ken")
    headers = (("X-Api-Key", "k3y"), ("Accept", "text/csv"))
    with serving({"/there": page(HTML)}) as other:
        routes = {"/": redirect("/here"), "/here": redirect(f"{other.url}/there")}
        with serving(routes) as server:
            request = Request(f"{server.url}/", headers=headers, secret_env="DESK_TOKEN")
            ((found,),) = batches_of([request])
        first, second = server.asked
        (third,) = other.asked
    assert found.outcome == "fetched"
    for question in (first, second):
        assert question.headers["authorization"] == "Bearer s3cret-t0ken"
        assert question.headers["x-api-key"] == "k3y"
    assert not {"authorization", "x-api-key"} & set(third.headers)
    assert "text/csv" in third.headers["accept"]


def test_a_secret_goes_in_the_header_that_a_service_wants_it_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DESK_KEY", "s3cret-k3y")
    headers = (("x-api-key", "another"), ("Authorization", "Basic a"))
    with serving({"/there": page(HTML)}) as other:
        with serving({"/": redirect(f"{other.url}/there")}) as server:
            request = Request(
                f"{server.url}/", headers, secret_env="DESK_KEY", secret_header="X-Api-Key"
            )
            ((found,),) = batches_of([request])
        (first,), (second,) = server.asked, other.asked
    assert first.headers["x-api-key"] == "s3cret-k3y"
    assert first.headers["authorization"] == "Basic a"
    assert not {"authorization", "x-api-key"} & set(second.headers)
    assert "s3cret-k3y" not in repr(found)


@pytest.mark.parametrize("header", ["Accept", "Cookie", "Host", "X Y", ""])
def test_a_secret_goes_in_no_header_that_is_not_its_own(
    header: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_KEY", "s3cret-k3y")
    with serving({"/": page(HTML)}) as server:
        request = Request(f"{server.url}/", secret_env="DESK_KEY", secret_header=header)
        ((found,),) = batches_of([request])
        assert server.asked == []
    assert found.outcome == "disallowed"


def test_cookies_are_neither_kept_nor_sent_nor_recorded() -> None:
    cookie = ("Set-Cookie", "session=abc")
    with serving({"/a": redirect("/b"), "/b": page(HTML, cookie)}) as server:
        (found,) = batches_of([f"{server.url}/b", f"{server.url}/a"])
        assert all("cookie" not in question.headers for question in server.asked)
    assert all("set-cookie" not in dict(one.headers) for one in found)


def test_a_secret_that_is_not_set_is_named_and_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DESK_TOKEN", raising=False)
    with serving() as server:
        ((found,),) = batches_of([Request(f"{server.url}/", secret_env="DESK_TOKEN")])
        assert server.asked == []
    assert found.outcome == "disallowed"
    assert "DESK_TOKEN is not set" in str(found.reason)


def test_a_secret_is_sent_by_https_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_TOKEN", "s3cret-t0ken")
    request = Request("http://one.example/", secret_env="DESK_TOKEN")
    ((found,),) = batches_of([request], allow_private=False)
    assert (found.outcome, found.reason) == (
        "disallowed", "what DESK_TOKEN holds is sent by https alone",
    )  # fmt: skip


def test_no_reason_repeats_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    def echoes(question: Question) -> bytes:
        return answer(429, headers=[("Retry-After", question.headers["authorization"])])

    monkeypatch.setenv("DESK_TOKEN", "s3cret-t0ken")
    assert ask(echoes, secret_env="DESK_TOKEN").reason == (
        "HTTP 429 Too Many Requests, Retry-After: Bearer [secret]"
    )
    monkeypatch.setenv("DESK_TOKEN", "s3cret\r\nt0ken")
    found = ask(page(HTML), secret_env="DESK_TOKEN")
    assert (found.outcome, found.reason) == (
        "disallowed", "what DESK_TOKEN holds cannot be sent in a header",
    )  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [("Host", "a"), ("cookie", "a"), ("Accept-Encoding", "br"), ("User-Agent", "Mozilla/5.0"),
     ("If-None-Match", "a"), ("Range", "bytes=0-1"), ("X-A", "a\r\nX-B: b"), ("X A", "a"),
     ("", "a"), ("X-A", "ä")],
)  # fmt: skip
def test_an_ask_cannot_meddle_with_the_question(header: tuple[str, str]) -> None:
    with serving({"/": page(HTML)}) as server:
        ((found,),) = batches_of([Request(f"{server.url}/", headers=(header,))])
        assert server.asked == []
    assert found.outcome == "disallowed"


# Bodies


def deflated(content: bytes, *, bare: bool = False) -> bytes:
    deflater = zlib.compressobj(wbits=-15 if bare else 15)
    return deflater.compress(content) + deflater.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzipped(HTML)),
        ("x-gzip", gzipped(HTML)),
        ("GZIP", gzipped(HTML)),
        ("gzip", gzipped(HTML[:9]) + gzipped(HTML[9:])),
        ("gzip", gzipped(HTML) + b"\0" * 600),
        ("deflate", deflated(HTML)),
        ("deflate", deflated(HTML, bare=True)),
        ("identity", HTML),
        ("", HTML),
        ("identity, gzip", gzipped(HTML)),
    ],
)
def test_a_coded_body_is_decoded(encoding: str, body: bytes) -> None:
    found = ask(page(body, ("Content-Encoding", encoding)))
    assert found.page is not None
    assert found.page.content == HTML


@pytest.mark.parametrize(
    ("encoding", "body", "said"),
    [
        ("br", b"\x0b\x02\x80hello\x03", "br was not asked for"),
        ("zstd", b"\x28\xb5\x2f\xfd", "zstd was not asked for"),
        ("gzip, gzip", gzipped(gzipped(HTML)), "stacked"),
        ("gzip, br", b"x", "stacked"),
        ("gzip", gzipped(HTML)[:-9], "truncated"),
        ("gzip", gzipped(HTML)[:5], "truncated"),
        ("deflate", deflated(HTML)[:-5], "truncated"),
        ("deflate", b"\x78", "truncated"),
        ("gzip", HTML, "broken"),
        ("gzip", gzipped(HTML) + b"more", "broken"),
        ("gzip", gzipped(HTML)[:-8] + b"12345678", "broken"),
        ("deflate", b"\xff\xff\xff\xff", "broken"),
        ("gzip", gzipped(b"") * 101, "gzip members"),
    ],
)
def test_a_body_that_cannot_be_taken_is_unreachable(encoding: str, body: bytes, said: str) -> None:
    found = ask(page(body, ("Content-Encoding", encoding)))
    assert (found.outcome, found.status, found.page) == ("unreachable", 200, None)
    assert said in str(found.reason)


def test_two_content_encoding_headers_are_stacked_ones() -> None:
    coded = ("Content-Encoding", "gzip")
    assert "stacked" in str(ask(page(gzipped(HTML), coded, coded)).reason)


INFLATING = pytest.mark.parametrize("inflating", [zlib, isal_zlib], ids=["zlib", "isal"])


@INFLATING
def test_a_body_is_decoded_the_same_however_it_is_cut(inflating: ModuleType) -> None:
    content = bytes(range(256)) * 4_000
    for packed, encoding in [
        (gzipped(content[:777]) + gzipped(content[777:]) + b"\0\0", "gzip"),
        (deflated(content), "deflate"),
        (deflated(content, bare=True), "deflate"),
    ]:
        for step in (1, 7, 65_536):
            body = Body(encoding, 2_000_000, inflating=inflating)
            for start in range(0, len(packed), step):
                body.feed(packed[start : start + step])
            assert body.content() == content
            assert body.came == len(packed)


@pytest.mark.parametrize("size", [262_143, 262_144, 262_145, 262_165, 262_402, 524_288])
@INFLATING
def test_nothing_is_held_back_at_the_end_of_a_step(inflating: ModuleType, size: int) -> None:
    for packed, encoding in [
        (gzipped(b"a" * size), "gzip"),
        (deflated(b"a" * size, bare=True), "deflate"),
    ]:
        body = Body(encoding, 1_000_000, inflating=inflating)
        body.feed(packed)
        assert body.content() == b"a" * size


@given(
    st.sampled_from([(31, "gzip"), (15, "deflate"), (-15, "deflate")]),
    st.binary(min_size=1),
    st.integers(0, 200),
    st.integers(0, 255),
    st.integers(0, 200),
    st.binary(max_size=3),
)
@settings(deadline=None)
def test_zlib_and_isal_take_the_same_bodies(
    coding: tuple[int, str], content: bytes, at: int, flipped: int, cut: int, more: bytes
) -> None:
    squeezed = bytearray(squeeze(content, wbits=coding[0]))
    squeezed[at % len(squeezed)] ^= flipped
    sent = bytes(squeezed[: -cut or None]) + more

    def taken(inflating: ModuleType) -> bytes | None:
        body = Body(coding[1], 1_000, inflating=inflating)
        try:
            body.feed(sent)
            return body.content()
        except NoPage:
            return None

    assert taken(zlib) == taken(isal_zlib)


def test_a_body_is_kept_as_it_came_where_it_is_one_gzip_member_and_no_more() -> None:
    def packed(coding: str, sent: bytes, step: int = 65_536) -> bytes | None:
        body = Body(coding, 3_000_000)
        for start in range(0, len(sent), step):
            body.feed(sent[start : start + step])
        body.demand_end()
        return body.packed

    one = gzipped(HTML)
    assert packed("gzip", one) == packed("x-gzip", one, 1) == one
    assert packed("gzip", one + one) is packed("gzip", one + b"\0") is None
    assert packed("gzip", one + b"\0", len(one)) is None
    assert packed("deflate", deflated(HTML)) is packed("", HTML) is packed("gzip", b"") is None
    assert packed("gzip", gzipped(os.urandom(1_100_000))) is None  # it would be held twice


def squeeze(content: bytes, *, wbits: int) -> bytes:
    squeezing = zlib.compressobj(wbits=wbits)
    return squeezing.compress(content) + squeezing.flush()


def test_a_body_at_the_cap_is_taken_and_one_over_it_is_not() -> None:
    limits = replace(USUAL, body_bytes=1_000)
    for body, headers in [
        (b"a" * 1_000, ()),
        (gzipped(b"a" * 1_000), (("Content-Encoding", "gzip"),)),
    ]:
        assert ask(page(body, *headers), limits).outcome == "fetched"
    for body, headers in [
        (b"a" * 1_001, ()),
        (gzipped(b"a" * 1_001), (("Content-Encoding", "gzip"),)),
    ]:
        found = ask(page(body, *headers), limits)
        assert (found.outcome, found.reason) == ("unreachable", "over the cap of 1000 bytes")


def test_what_follows_the_end_of_a_deflated_body_is_counted_too() -> None:
    def endless(question: Question) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + deflated(HTML)
        while True:
            yield b"x" * 10_000

    found = ask(endless, replace(USUAL, body_bytes=100_000))
    assert (found.outcome, found.reason) == ("unreachable", "over the cap of 100000 bytes")


def gzip_bomb(megabytes: int) -> bytes:
    deflater = zlib.compressobj(9, wbits=31)
    zeros = b" " * 1_000_000
    return b"".join(deflater.compress(zeros) for _ in range(megabytes)) + deflater.flush()


def test_a_gzip_bomb_takes_no_more_than_the_cap_and_a_step() -> None:
    bomb = gzip_bomb(300)
    with serving({"/": page(bomb, ("Content-Encoding", "gzip"))}) as server:
        batches_of([f"{server.url}/none"])  # what is imported late is not the bomb's
        tracemalloc.start()
        try:
            limits = replace(USUAL, body_bytes=4_000_000)
            ((found,),) = batches_of([f"{server.url}/"], limits=limits)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert (found.outcome, found.reason) == ("unreachable", "over the cap of 4000000 bytes")
    assert peak < 4_000_000 + 3_000_000


def chunk(content: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(content), content)


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_a_chunked_body_is_put_together() -> None:
    found = ask(lambda question: [CHUNKED, chunk(HTML[:9]), chunk(HTML[9:]), b"0\r\n\r\n"])
    assert found.page is not None
    assert found.page.content == HTML


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([CHUNKED, b"ZZZ\r\n", b"more"], "illegal chunk header: “ZZZ”"),
        ([CHUNKED, b"3\r\nlonger", b"more"], "malformed chunk footer: “ge”"),
        (
            [b"HTTP/1.1 101 So be it\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"],
            "it goes over to another protocol",
        ),
    ],
)
def test_what_is_no_http_is_told_without_the_marks_of_a_language(
    said: list[bytes], told: str
) -> None:
    found = ask(lambda question: said)
    assert found.reason == f"not HTTP as it should be: {told}"


def test_an_endless_chunked_body_is_cut_at_the_cap() -> None:
    def endless(question: Question) -> Iterator[bytes]:
        yield CHUNKED
        while True:
            yield chunk(b"x" * 60_000)

    found = ask(endless, replace(USUAL, body_bytes=1_000_000))
    assert (found.outcome, found.reason) == ("unreachable", "over the cap of 1000000 bytes")
    assert found.bytes < 1_200_000


def test_what_chunks_carry_besides_is_bounded_too() -> None:
    def endless(question: Question) -> Iterator[bytes]:
        yield CHUNKED
        while True:
            yield b"1;" + b"x" * 50_000 + b"\r\nx\r\n"

    found = ask(endless, replace(USUAL, body_bytes=1_000_000))
    assert (found.outcome, found.reason) == ("unreachable", "over the cap of 1000000 bytes")


def test_a_length_over_the_cap_is_refused_unread() -> None:
    found = ask(page(b"x", length=10**12))
    assert found.reason == "over the cap of 20000000 bytes"


@pytest.mark.parametrize(
    "said",
    [
        answer(200, HTML, length=len(HTML) + 1),
        CHUNKED + chunk(HTML),
        CHUNKED + b"ffff\r\nshort",
        answer(200, HTML, length=len(HTML) - 9),
    ],
)
def test_a_body_that_breaks_off_is_truncated(said: bytes) -> None:
    found = ask(lambda question: [said])
    assert (found.outcome, found.page) == ("unreachable", None)
    assert str(found.reason).startswith("truncated")


def test_a_body_that_ends_with_its_connection_is_whole() -> None:
    found = ask(lambda question: [b"HTTP/1.0 200 OK\r\n\r\n" + HTML])
    assert found.page is not None
    assert found.page.content == HTML


# Heads


@pytest.mark.parametrize("count", [201, 5_000, 100_000])
def test_too_many_headers_are_refused(count: int) -> None:
    many = [(f"X-{n}", "a") for n in range(count)]
    found = ask(page(HTML, *many))
    assert found.outcome == "unreachable"
    assert "too much of a head" in str(found.reason)


def test_a_head_that_does_not_end_is_refused() -> None:
    def endless(question: Question) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nX-A: "
        while True:
            yield b"x" * 10_000

    assert "too much of a head" in str(ask(endless).reason)


def test_a_long_head_and_long_trailers_are_refused() -> None:
    long = [("X-A", "a" * 30_000), ("X-B", "b" * 30_000), ("X-C", "c" * 30_000)]
    assert "too much of a head" in str(ask(page(HTML, *long)).reason)
    trailers = b"0\r\n" + b"X-A: a\r\n" * 50_000
    assert ask(lambda question: [CHUNKED, chunk(HTML), trailers]).outcome == "unreachable"


def test_interim_answers_are_passed_over_but_not_for_ever() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    assert ask(lambda question: [early * 2, answer(200, HTML)]).outcome == "fetched"
    found = ask(lambda question: [early * 1_000, answer(200, HTML)])
    assert (found.outcome, found.reason) == (
        "unreachable", "20 interim answers and no final one",
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\0" * 100,
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"<html>no head at all</html>\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nbad header\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
        CHUNKED + b"zz\r\n",
    ],
)
def test_what_is_not_http_is_unreachable(said: bytes) -> None:
    found = ask(lambda question: [said])
    assert (found.outcome, found.page) == ("unreachable", None)
    assert found.reason


@pytest.mark.parametrize("said", [b"<html>19.2%</html>", b"<html>19.2%</html>\r\n", HTML * 99])
def test_a_page_without_a_status_is_no_http(said: bytes) -> None:
    assert str(ask(lambda question: [said]).reason).startswith("not HTTP as it should be")


def test_a_reason_is_one_line_that_can_be_printed() -> None:
    found = ask(page(b"", ("Retry-After", "\x9b31m" + "é" * 5_000), status=429))
    assert str(found.reason).isprintable()
    assert len(str(found.reason)) <= 300


# Time


def dripping(question: Question) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    while True:
        yield b"x"
        threading.Event().wait(0.02)


def silent(question: Question) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    threading.Event().wait(1)


def test_a_page_that_drips_is_given_up_when_its_time_is_over() -> None:
    found = ask(dripping, replace(USUAL, total_seconds=0.2))
    assert (found.outcome, found.reason) == ("unreachable", "no whole answer within 0.2 s")
    assert found.bytes > 0


def test_a_server_that_falls_silent_is_given_up() -> None:
    found = ask(silent, replace(USUAL, idle_seconds=0.1))
    assert (found.outcome, found.reason) == ("unreachable", "the server fell silent")


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    with serving() as server:
        url = f"{server.url}/"
    ((found,),) = batches_of([url])
    assert found.outcome == "unreachable"
    assert "no connection to 127.0.0.1" in str(found.reason)


# TLS


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with serving({"/": page(HTML)}, certificate=CERTIFICATE) as server:
        ((found,),) = batches_of([f"{server.url}/"])
        assert server.asked == []
    assert found.outcome == "unreachable"
    assert "TLS: the certificate of 127.0.0.1 is not trusted: self" in str(found.reason)


def test_no_certificate_of_the_environment_is_trusted() -> None:
    script = """
import asyncio, sys
from datetime import UTC, datetime
from claimtrack.fetch import fetch
from claimtrack.pages import Request

async def reasons():
    requests = [Request(sys.argv[1])]
    batches = fetch(requests, clock=lambda: datetime.now(UTC), allow_private=True)
    return [answer.reason async for batch in batches for answer in batch]

print(*asyncio.run(reasons()))
"""
    trusted = {"SSL_CERT_FILE": str(CERTIFICATE), "SSL_CERT_DIR": str(CERTIFICATE.parent)}
    with serving({"/": page(HTML)}, certificate=CERTIFICATE) as server:
        said = subprocess.run(
            [sys.executable, "-c", script, f"{server.url}/"],
            check=True,
            timeout=60,
            capture_output=True,
            text=True,
            env=os.environ | trusted,
        ).stdout
    assert "is not trusted" in said


def trusting(**wishes: object) -> GuardedTransport:
    context = ssl.create_default_context(cafile=CERTIFICATE)
    return GuardedTransport(Dialler(lambda: context, allow_private=True, **wishes))


def test_a_certificate_of_another_name_is_refused() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    with serving({"/": page(HTML)}, certificate=CERTIFICATE) as server:
        url = f"https://other.example:{server.port}/"
        ((found,),) = batches_of([url], transport=trusting(resolve=resolve))
        assert server.asked == []
    assert found.outcome == "unreachable"
    assert "is not trusted" in str(found.reason)


def test_a_page_comes_over_tls_that_is_trusted() -> None:
    with serving({"/": page(HTML)}, certificate=CERTIFICATE) as server:
        urls = [f"{server.url}/", f"https://localhost:{server.port}/"]
        batches = batches_of(urls, transport=trusting())
        assert server.connections == 2
    assert [found.outcome for batch in batches for found in batch] == ["fetched"] * 2


def test_tls_asked_of_a_plain_server_is_unreachable() -> None:
    with serving({"/": page(HTML)}) as server:
        ((found,),) = batches_of([f"https://127.0.0.1:{server.port}/"])
        assert server.asked == []
    assert found.outcome == "unreachable"
    assert found.reason


# Transports of the caller's


def test_a_transport_handed_in_is_asked_in_place_of_the_network() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=gzipped(HTML), headers={"Content-Encoding": "gzip"})

    ((found,),) = batches_of(
        ["https://one.example/a"], transport=httpx.MockTransport(handle), allow_private=False
    )
    assert found.page is not None
    assert found.page.content == HTML


def test_what_a_transport_reports_is_an_answer() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("too slow")

    ((found,),) = batches_of(["https://one.example/a"], transport=httpx.MockTransport(handle))
    assert (found.outcome, found.reason) == ("unreachable", "ConnectTimeout: too slow")


def test_a_bug_stops_whatever_else_is_being_asked_of_its_host() -> None:
    async def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        if request.url.path == "/0":
            raise ZeroDivisionError
        await asyncio.Event().wait()
        return httpx.Response(200)

    async def left_running() -> int:
        requests = [Request(f"https://one.example/{n}") for n in range(4)]
        answers = fetch(
            requests,
            clock=lambda: NOW,
            transport=httpx.MockTransport(handle),
            limits=replace(USUAL, per_host=3),
        )
        with pytest.raises(ZeroDivisionError):
            await anext(answers)
        return len(asyncio.all_tasks()) - 1

    assert asyncio.run(left_running()) == 0


def test_a_bug_raises_after_what_was_got_is_handed_over() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"%d" % (1 // (request.url.path != "/2")))

    got: list[str] = []

    async def collect() -> None:
        requests = [Request(f"https://one.example/{n}") for n in range(4)]
        transport = httpx.MockTransport(handle)
        async for batch in fetch(requests, clock=lambda: NOW, transport=transport):
            got.extend(found.request.url for found in batch)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(collect())
    assert got == ["https://one.example/0", "https://one.example/1"]


# Batches


def many(count: int, size: int = 10) -> httpx.MockTransport:
    return httpx.MockTransport(lambda request: httpx.Response(200, content=b"x" * size))


def test_a_host_is_one_batch_in_its_order_and_hosts_are_never_mixed() -> None:
    hosts = ["one.example", "two.example", "three.example"]
    requests = [f"https://{host}/{n}" for n in range(5) for host in hosts]
    batches = batches_of(requests, transport=many(15))
    assert sorted([found.request.url for found in batch] for batch in batches) == sorted(
        [f"https://{host}/{n}" for n in range(5)] for host in hosts
    )


def test_nothing_asked_is_no_batch() -> None:
    assert batches_of([]) == []


def test_a_batch_is_full_at_fifty_answers_or_so_many_bytes() -> None:
    requests = [f"https://one.example/{n}" for n in range(120)]
    full = batches_of(requests, transport=many(120))
    assert [len(batch) for batch in full] == [50, 50, 20]
    heavy = batches_of(requests, limits=replace(USUAL, batch_bytes=100), transport=many(120))
    assert [len(batch) for batch in heavy] == [10] * 12


def test_a_batch_does_not_wait_for_a_slow_page() -> None:
    handed_over = threading.Event()

    def slow(question: Question) -> bytes:
        return answer(200, b"in time" if handed_over.wait(10) else b"too late")

    async def collect(url: str) -> list[list[bytes]]:
        requests = [Request(f"{url}/quick"), Request(f"{url}/slow")]
        limits = replace(USUAL, batch_seconds=0.05)
        contents = []
        async for batch in fetch(requests, clock=lambda: NOW, allow_private=True, limits=limits):
            contents.append([found.page.content for found in batch if found.page])
            handed_over.set()
        return contents

    with serving({"/quick": page(HTML), "/slow": slow}) as server:
        assert asyncio.run(collect(server.url)) == [[HTML], [b"in time"]]


def test_hosts_are_asked_side_by_side() -> None:
    other_was_asked = threading.Event()

    def waits(question: Question) -> bytes:
        return answer(200, b"together" if other_was_asked.wait(10) else b"alone")

    def meets(question: Question) -> bytes:
        other_was_asked.set()
        return answer(200, b"together")

    with serving({"/waits": waits, "/meets": meets}) as server:
        urls = [f"{server.url}/waits", f"http://localhost:{server.port}/meets"]
        batches = batches_of(urls)
    contents = [found.page and found.page.content for batch in batches for found in batch]
    assert contents == [b"together"] * 2


class _Crowd:
    """How many were being served at once, at most."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.now = self.most = 0

    def route(self, question: Question) -> bytes:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        threading.Event().wait(0.01)
        with self.lock:
            self.now -= 1
        return answer(200, HTML)


def test_a_host_is_asked_one_thing_at_a_time_unless_told() -> None:
    alone, together = _Crowd(), _Crowd()
    paths = [f"/{n}" for n in range(12)]
    with serving(dict.fromkeys(paths, alone.route)) as server:
        batches_of([server.url + path for path in paths])
    with serving(dict.fromkeys(paths, together.route)) as server:
        (found,) = batches_of(
            [server.url + path for path in paths], limits=replace(USUAL, per_host=4)
        )
    assert alone.most == 1
    assert 1 < together.most <= 4
    assert {one.request.url for one in found} == {server.url + path for path in paths}


def test_no_more_hosts_than_told_are_asked_at_once() -> None:
    now = most = 0

    async def handle(request: httpx.Request) -> httpx.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.01)
        now -= 1
        return httpx.Response(200, content=HTML)

    batches = batches_of(
        [f"https://{n}.example/" for n in range(9)],
        limits=replace(USUAL, hosts_at_once=3),
        transport=httpx.MockTransport(handle),
    )
    assert most == 3
    assert len(batches) == 9


def test_who_stops_listening_leaves_nothing_running() -> None:
    abandoned = []

    async def handle(request: httpx.Request) -> httpx.Response:
        if request.url.host == "slow.example":
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                abandoned.append(request.url.host)
                raise
        return httpx.Response(200, content=HTML)

    async def take_one() -> int:
        requests = [Request(f"https://{name}.example/") for name in ("slow", "quick")]
        answers = fetch(requests, clock=lambda: NOW, transport=httpx.MockTransport(handle))
        await anext(answers)
        await answers.aclose()
        return len(asyncio.all_tasks()) - 1

    assert asyncio.run(take_one()) == 0
    assert abandoned == ["slow.example"]


def test_only_an_ask_of_the_network_imports_httpx() -> None:
    script = """
import asyncio, sys
from datetime import UTC, datetime
from claimtrack.fetch import fetch
from claimtrack.pages import Request

async def outcomes(*requests):
    batches = fetch(requests, clock=lambda: datetime.now(UTC))
    return [answer.outcome async for batch in batches for answer in batch]

assert asyncio.run(outcomes(Request(sys.argv[1], base="/"))) == ["fetched"]
assert not {"httpx", "httpcore", "h11", "anyio"} & set(sys.modules)
assert asyncio.run(outcomes(Request("http://127.0.0.1/"))) == ["disallowed"]
assert "httpx" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script, __file__], check=True, timeout=60)


def test_httpx_comes_without_the_libraries_of_its_command_line() -> None:
    script = """
import sys
import claimtrack.fetch.web
assert not {"httpx._main", "click", "rich", "pygments"} & set(sys.modules), sorted(sys.modules)
import httpx
assert httpx.Client and httpx.main
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_httpx_stays_as_it_was_where_it_is_imported_already() -> None:
    script = """
import sys, types
before = sys.modules["httpx._main"] = types.ModuleType("httpx._main")
before.main = print
import claimtrack.fetch.web
assert sys.modules["httpx._main"] is before
assert claimtrack.fetch.web.httpx.main is print
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
