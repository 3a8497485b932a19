"""Turns: when a host may be asked, and what becomes of asking it, kept in a `HostBook`.

What is decided is decided by `claimtrack.manners`; here are the waiting and the book, which is
asked in a thread of its own, for a database may take a while.

A slot is taken just before a question goes out, over a connection that is there already: so a
process that is killed has asked what it took, or nothing, and nobody asks too soon after it. Who
finds the slot taken waits and tries again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from claimtrack import manners
from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.outcomes import Headers, NotAsked
from claimtrack.manners import HostBook, HostState, MemoryBook


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Watch:
    """The world's clock, and how to wait by it."""

    now: Callable[[], datetime] = _now
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(slots=True)
class Turns:
    """Who waits for a host's turn. *clock* is the update's, which may stand still; a host that was
    found to be down since ``began_at`` is not asked again.
    """

    clock: Callable[[], datetime]
    book: HostBook = field(default_factory=MemoryBook)
    limits: Limits = USUAL
    began_at: datetime | None = None
    watch: Watch = field(default_factory=Watch)
    _states: dict[str, HostState] = field(default_factory=dict)
    _paused_until: dict[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.began_at is None:
            self.began_at = self.clock()

    def is_free(self, host: str) -> bool:
        """Whether *host* is surely to be asked at once: it is known, and nothing ails it."""
        state = self._states.get(host)
        if state is None or host in self._paused_until:
            return False
        return not (state.failures or state.retry_at or state.next_at)

    async def come(self, host: str) -> None:
        """Waits until *host* may be asked, as far as is known. Raises `NotAsked` where it is down,
        or may not be asked for longer than a wait may take.
        """
        state = await self._state(host)
        self._demand_up(host, state)
        pause = self._pause(host, state)
        if pause > self.limits.longest_wait_seconds:
            until = manners.later(self.clock(), timedelta(seconds=pause))
            raise NotAsked("postponed", f"{host} is not asked {_until(until)}: {state.reason}")
        await self._wait(host, max(pause, manners.wait(state, self.watch.now())))

    async def take(self, host: str, spacing: float) -> None:
        """Takes the next slot of *host*, whose requests are *spacing* seconds apart, when it comes.
        Raises `NotAsked` where that takes too long.
        """
        state = await self._state(host)
        self._demand_up(host, state)
        if not spacing:
            return await self._wait(host, manners.wait(state, self.watch.now()))
        gave_up_at = self.watch.now() + timedelta(seconds=self.limits.longest_wait_seconds)
        while wait := await self._tried(host, spacing):
            if self.watch.now() + timedelta(seconds=wait) > gave_up_at:
                self._give_up(host, wait)
            await self.watch.sleep(wait)
        return None

    async def heard(
        self, host: str, spacing: float, refusal: Refusal | None = None, *, of_page: bool = True
    ) -> None:
        """Notes that *host* answered, with a *refusal* or without, to a question for a page or
        not *of_page*.
        """

        def change(state: HostState) -> HostState:
            if refusal is not None:
                state = manners.refused(state, self.clock(), refusal.retry_after, refusal.reason)
                return manners.spaced(state, self.watch.now(), spacing)
            return manners.answered(state, self.watch.now(), spacing, of_page=of_page)

        known = await self._state(host)
        if spacing or change(known) != known:
            await self._change(host, change)
        if refusal is not None:
            rest = manners.rest(self._states[host], self.clock())
            self._paused_until[host] = self.watch.now() + rest

    async def put_off(self, host: str, seconds: float) -> None:
        """Lets the next slot of *host* be no sooner than *seconds* from now."""
        await self._change(host, lambda state: manners.spaced(state, self.watch.now(), seconds))

    async def failed(self, host: str) -> None:
        """Notes that a connection to *host* failed."""
        await self._change(host, lambda state: manners.unanswered(state, self.clock()))

    async def _tried(self, host: str, spacing: float) -> float:
        """The seconds until the slot is free; 0 where it was, and is taken now."""
        wait = 0.0

        def change(state: HostState) -> HostState:
            nonlocal wait
            now = self.watch.now()
            wait = manners.wait(state, now)
            return state if wait else manners.taken(state, now, spacing)

        await self._change(host, change)
        return wait

    def _demand_up(self, host: str, state: HostState) -> None:
        if self.began_at is not None and manners.is_down(state, self.began_at):
            reason = f"{host} is down, not asked: {state.failures} connections in a row failed"
            raise NotAsked("unreachable", reason)

    def _pause(self, host: str, state: HostState) -> float:
        """The seconds for which the host asked to be left alone. One that did so in this update is
        left alone by the world's clock, for the update's may stand still.
        """
        here = self._paused_until.get(host)
        if here is None:
            return manners.rest(state, self.clock()).total_seconds()
        return max((here - self.watch.now()).total_seconds(), 0.0)

    async def _wait(self, host: str, seconds: float) -> None:
        if seconds > self.limits.longest_wait_seconds:
            self._give_up(host, seconds)
        if seconds > 0:
            await self.watch.sleep(seconds)

    def _give_up(self, host: str, seconds: float) -> None:
        until = manners.later(self.watch.now(), timedelta(seconds=seconds))
        raise NotAsked("postponed", f"{host} is not asked {_until(until)}: its turns are taken")

    async def _state(self, host: str) -> HostState:
        if host not in self._states:
            self._states[host] = await asyncio.to_thread(self.book.state, host)
        return self._states[host]

    async def _change(self, host: str, change: Callable[[HostState], HostState]) -> None:
        self._states[host] = await asyncio.to_thread(self.book.change, host, change)


@dataclass(frozen=True, slots=True)
class Refusal:
    """That a server said it is asked too much, in which words, and for how long it is to be left
    alone, as it wrote it.
    """

    reason: str
    retry_after: str | None

    @classmethod
    def of(cls, reason: str, headers: Headers) -> Refusal:
        """The refusal that an answer with those headers is."""
        return cls(reason, dict(headers).get("retry-after"))


def _until(moment: datetime) -> str:
    return f"before {moment:%Y-%m-%d %H:%M:%S} UTC"
