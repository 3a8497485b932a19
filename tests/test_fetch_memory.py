"""Peak memory against servers that mean harm: the cap of a body, and 32 MB more at most.

A process of its own asks and reads, and the system says how much it had at its highest: what is
counted in Python (`tracemalloc`) misses what lxml and zlib take.
"""

from __future__ import annotations

import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from server import Question, Route, page, serving

from claimtrack.fetch import Limits

ALLOWED = Limits().body_bytes + 32_000_000

ASKS_AND_READS = """
import asyncio, re, sys
from datetime import UTC, datetime
from claimtrack import Unreadable
from claimtrack.fetch import Limits, fetch
from claimtrack.pages import Request
from claimtrack.words.articles import read_article
from claimtrack_news.trees import tree, text_of

def high_water():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read())[1]) * 1024

async def answers(url):
    batches = fetch([Request(url)], clock=lambda: datetime.now(UTC), allow_private=True,
                    limits=Limits(total_seconds=float(sys.argv[3])))
    return [answer async for batch in batches for answer in batch]

READ = {
    "select": lambda page: page.select("p.figure"),
    "text": lambda page: page.plain_text,
    "article": lambda page: read_article(page.text),
    "feed": lambda page: tree(text_of(page)),
}

def told(url):
    (answer,) = asyncio.run(answers(url))
    if answer.page is None:
        return f"{answer.outcome}: {answer.reason}"
    try:
        READ[sys.argv[2]](answer.page)
    except Unreadable as error:
        return f"unreadable: {error}"
    return "read"

assert told(sys.argv[1].rsplit("/", 1)[0] + "/small") == "read"
before = high_water()
said = told(sys.argv[1])
print(high_water() - before, said)
"""

HTML = ("Content-Type", "text/html")
XML = ("Content-Type", "application/xml")


def deflated(pieces: int, *, wbits: int) -> bytes:
    """So many megabytes of nothing."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, wbits)
    nothing = b" " * 1_000_000
    return b"".join([*(squeeze.compress(nothing) for _ in range(pieces)), squeeze.flush()])


def bomb(coding: str, megabytes: int, wbits: int) -> Route:
    return page(deflated(megabytes, wbits=wbits), HTML, ("Content-Encoding", coding))


def endless(question: Question) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"10000\r\n" + b"x" * 65_536 + b"\r\n"


def one_byte_a_second(question: Question) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    while True:
        yield b"x"
        time.sleep(1)


def headers(question: Question) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    for number in range(100_000):
        yield b"X-%d: y\r\n" % number
    yield b"Content-Length: 2\r\n\r\nok"


def entities(count: int, times: int) -> bytes:
    """Entities each of which holds the one before it so many times."""
    lines = [b'<!ENTITY a0 "ha">'] + [
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * times) for n in range(1, count)
    ]
    declared = b"\n".join(lines)
    return b'<?xml version="1.0"?><!DOCTYPE rss [%s]><rss><title>&a%d;</title></rss>' % (
        declared,
        count - 1,
    )


OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE rss SYSTEM "http://127.0.0.1:%d/outside.dtd" [
<!ENTITY file SYSTEM "file:///etc/passwd">
<!ENTITY web SYSTEM "http://127.0.0.1:%d/outside">
<!ENTITY %% inner SYSTEM "http://127.0.0.1:%d/outside.ent"> %%inner;
]><rss><title>&file;&web;</title></rss>"""


def measured(route: Route, reader: str, seconds: float, environment: dict[str, str]) -> str:
    """What came of it, once the memory that it took is within what is allowed."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs /proc/self/status, which tells the most memory that a process had")
    with serving({"/small": page(b"<p>x</p>", HTML), "/bomb": route}) as server:
        ran = subprocess.run(
            [sys.executable, "-c", ASKS_AND_READS, f"{server.url}/bomb", reader, str(seconds)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert ran.returncode == 0, ran.stderr
        assert set(server.paths) == {"/small", "/bomb"}
    taken, _, said = ran.stdout.strip().partition(" ")
    assert int(taken) <= ALLOWED, f"{int(taken):,} bytes: {said}"
    return said


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: bomb("gzip", 1_000, 31), "over the cap"),
        (lambda: bomb("deflate", 1_000, 15), "over the cap"),
        (lambda: page(b"\x5b" * 809, HTML, ("Content-Encoding", "br")), "br was not asked for"),
        (lambda: bomb("gzip, gzip", 9, 31), "stacked"),
        (lambda: endless, "over the cap"),
        (lambda: one_byte_a_second, "no whole answer"),
        (lambda: headers, "too much of a head"),
        (lambda: page(b"<p>" * 10_000_000, HTML), "over the cap"),
    ],
    ids=["gzip", "deflate", "brotli", "stacked", "endless", "slow", "headers", "ten-million"],
)
def test_a_body_takes_no_more_than_the_cap_and_a_little(
    made: Callable[[], Route], said: str, environment: dict[str, str]
) -> None:
    route = made()  # not when the tests are collected: some take seconds to make
    seconds = 3 if route is one_byte_a_second else 60
    assert said in measured(route, "select", seconds, environment)


NODES = {
    "siblings": lambda: b"<html><body>" + b"<p>" * 6_600_000,
    "nested": lambda: b"<html><body>" + (b"<div>" * 100 + b"</div>" * 100) * 18_000,
    "within-the-markup-cap": lambda: b"<html><body>" + b"<p>" * 2_600_000,
    "deep": lambda: b"<html><body>" + b"<div>" * 100_000 + b"x",
    "cells": lambda: b"<table>" + b"<tr><td>" * 990_000,
    "attributes": lambda: b"<html><body>" + b"<p a b c d e f g h i j k l m n o p q>" * 110_000,
    "one-tag": lambda: b"<html><body><p " + b"a " * 3_900_000 + b">x",
    "references": lambda: b"<html><body><p>" + b"&lt;" * 1_900_000,
}


@pytest.mark.parametrize("reader", ["select", "text", "article"])
@pytest.mark.parametrize("name", NODES)
def test_a_page_of_millions_of_nodes_is_refused_before_there_is_a_tree(
    name: str, reader: str, environment: dict[str, str]
) -> None:
    said = measured(page(NODES[name](), HTML), reader, 60, environment)
    assert said.startswith("read" if name == "references" else "unreadable")


@pytest.mark.parametrize("reader", ["select", "feed"])
@pytest.mark.parametrize(
    "content",
    [entities(9, 10), entities(30, 2), entities(2, 100_000), OUTSIDE % (9, 9, 9)],
    ids=["laughs", "doubling", "quadratic", "outside"],
)
def test_entities_of_a_feed_are_neither_expanded_nor_asked_for(
    content: bytes, reader: str, environment: dict[str, str]
) -> None:
    said = measured(page(content, XML), reader, 60, environment)
    assert ("entities" in said) if reader == "select" else (said == "read" or "DOCTYPE" in said)
