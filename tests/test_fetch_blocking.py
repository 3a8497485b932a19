"""The batches for a caller that is not asynchronous."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from claimtrack.fetch.blocking import blocking
from claimtrack.pages import Answer, Request

NOW = datetime(2025, 1, 1, tzinfo=UTC)


def answer(url: str) -> Answer:
    return Answer(Request(url), NOW, "gone")


def test_batches_come_in_their_order() -> None:
    async def batches() -> AsyncIterator[tuple[Answer, ...]]:
        for url in "ab":
            await asyncio.sleep(0)
            yield (answer(url),)

    assert [batch[0].request.url for batch in blocking(batches())] == ["a", "b"]


def test_a_bug_in_the_thread_is_raised_where_it_is_awaited() -> None:
    async def batches() -> AsyncIterator[tuple[Answer, ...]]:
        yield (answer("a"),)
        raise ZeroDivisionError

    got = blocking(batches())
    next(got)
    with pytest.raises(ZeroDivisionError):
        next(got)


def test_a_caller_that_stops_early_stops_the_asking() -> None:
    closed: list[bool] = []

    async def batches() -> AsyncIterator[tuple[Answer, ...]]:
        try:
            while True:
                yield (answer("a"),)
        finally:
            closed.append(True)

    got = blocking(batches())
    next(got)
    got.close()
    assert closed == [True]
    assert "claimtrack-fetch" not in {thread.name for thread in threading.enumerate()}


def test_it_works_where_a_loop_is_running() -> None:
    async def batches() -> AsyncIterator[tuple[Answer, ...]]:
        yield (answer("a"),)

    async def notebook() -> int:
        return len(list(blocking(batches())))

    assert asyncio.run(notebook()) == 1


def test_an_empty_batch_tells_that_nothing_came_for_a_while() -> None:
    is_there = threading.Event()

    async def batches() -> AsyncIterator[tuple[Answer, ...]]:
        yield (answer("a"),)
        await asyncio.to_thread(is_there.wait, 30)
        yield (answer("b"),)

    got = blocking(batches(), pause=0.01)
    assert [len(next(got)), len(next(got))] == [1, 0]
    is_there.set()
    assert [batch[0].request.url for batch in got if batch] == ["b"]


def test_a_caller_may_stop_while_nothing_comes() -> None:
    closed: list[bool] = []

    async def batches() -> AsyncIterator[tuple[Answer, ...]]:
        try:
            yield (answer("a"),)
            await asyncio.sleep(3600)
        finally:
            closed.append(True)

    got = blocking(batches(), pause=0.01)
    assert [len(next(got)), len(next(got))] == [1, 0]
    got.close()
    assert closed == [True]
