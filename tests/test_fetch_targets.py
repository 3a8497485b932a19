"""Targets: what a plain address is asked by, which is what httpx makes of it."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.fetch.targets import plain

HOSTS = st.sampled_from(
    ["a.example", "A.example", "127.0.0.1", "a.example:80", "a.example:8080", "a.example.", "a..b",
     "-a-.example", "a:", "a:b", "1.2.3", "256.1.1.1", "a:443", ":80", "xn--bcher-kva.example"]
)  # fmt: skip
REST = st.text("/.?=&~-_%#:@+ aZ09\\é\n", max_size=12)


@given(st.sampled_from(["http", "HTTP", "https", "ftp"]), HOSTS, REST)
def test_a_plain_address_is_asked_as_httpx_has_it(scheme: str, host: str, rest: str) -> None:
    text = f"{scheme}://{host}/{rest}"
    parts = plain(text)
    if parts is None:
        return
    try:
        start = httpx.URL(parts.start)
    except httpx.InvalidURL:
        with pytest.raises(httpx.InvalidURL):
            httpx.URL(text)
        return
    whole = httpx.URL(text)
    assert (start.scheme, start.netloc, start.port) == (whole.scheme, whole.netloc, whole.port)
    assert start.userinfo == whole.userinfo
    assert str(start).removesuffix("/") + parts.target == str(whole)
    assert (parts.path, parts.target.encode()) == (whole.path, whole.raw_path)


@pytest.mark.parametrize(
    "text",
    [
        "http://a.example/news/2026-01-02.html",
        "https://a.example/.well-known/x?id=12&page=a/b",
        "http://127.0.0.1:8080//",
    ],
)
def test_most_addresses_are_plain(text: str) -> None:
    assert plain(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "http://a.example",  # it has no path yet
        "http://a.example/a/../b",
        "http://a.example/.",
        "http://a.example/%41",
        "http://a.example/a?",
        "http://a.example/a#b",
        "http://me@a.example/",
        "http://[::1]/",
        "http://a.example/a\n",
        "ftp://a.example/",
        "http://a.example/" + "a" * 5000,
    ],
)
def test_what_is_written_in_another_way_is_not_plain(text: str) -> None:
    assert plain(text) is None
