"""Blocking: the same batches for a caller that is not asynchronous.

This is the one place where claimtrack's synchronous and asynchronous halves meet. The event loop
runs in a thread of its own, so it works where a loop runs already (a notebook), and hosts go on
being asked while the caller records what came.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine, Generator
from concurrent.futures import Future, wait
from typing import Any, TypeVar

from claimtrack.pages import Answer

T = TypeVar("T")


def blocking(
    batches: AsyncIterator[tuple[Answer, ...]], *, pause: float | None = None
) -> Generator[tuple[Answer, ...], None, None]:
    """The *batches* of `fetch`, one by one, and an empty one whenever none came for *pause* seconds
    (None: never). Closing the iterator stops the asking.
    """
    with _LoopInThread() as loop:
        coming: Future[tuple[Answer, ...] | None] | None = None
        try:
            while True:
                coming = coming or loop.begun(_next(batches))
                if not wait([coming], pause).done:
                    yield ()
                    continue
                batch, coming = coming.result(), None
                if batch is None:
                    return
                found = [batch]
                del batch
                yield found.pop()  # its pages are not to be kept until the next ones are there
        finally:
            if coming is not None:
                coming.cancel()
            loop.result_of(_close(batches))


async def _next(batches: AsyncIterator[tuple[Answer, ...]]) -> tuple[Answer, ...] | None:
    return await anext(batches, None)


async def _close(batches: Any) -> None:
    while batches.ag_running:  # it was cancelled, and is about to end
        await asyncio.sleep(0)
    await batches.aclose()


class _LoopInThread:
    """An event loop in a thread, for as long as the context lasts."""

    def __enter__(self) -> _LoopInThread:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="claimtrack-fetch")
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.result_of(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def begun(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def result_of(self, work: Coroutine[Any, Any, T]) -> T:
        return self.begun(work).result()
