"""Permissions: what the robots.txt of each origin allows, fetched when its copy is too old."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime

from claimtrack import robots
from claimtrack.fetch.outcomes import Cost, Down, NoPage, NotAsked, Unresolved
from claimtrack.manners import HostBook
from claimtrack.robots import Robots, RobotsCopy

#: What an origin's robots.txt says, empty where it has none, at the cost of whoever wants to know;
#: raises `NoPage`.
Fetch = Callable[[str, Cost], Awaitable[str]]
#: Puts the next ask of an origin off, by the seconds that its robots.txt wants between two.
Space = Callable[[str, float], Awaitable[None]]


class Permissions:
    """The rules of every origin, each fetched once however many ask for them at a time."""

    def __init__(
        self, fetch: Fetch, book: HostBook, clock: Callable[[], datetime], space: Space
    ) -> None:
        self._fetch = fetch
        self._space = space
        self._book = book
        self._clock = clock
        self._copies: dict[str, RobotsCopy] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def known(self, origin: str) -> Robots | None:
        """The rules of *origin*, where nobody has to be asked for them and there are any."""
        copy = self._copies.get(origin)
        if copy is None or robots.is_to_be_asked(copy, self._clock()):
            return None
        return robots.rules(copy, self._clock())

    async def rules(self, origin: str, cost: Cost) -> Robots:
        """The rules of *origin* as they hold now, asked for at that *cost* where they have to be.
        Raises `NoPage` where nothing may be asked: the host itself cannot be had, or its robots.txt
        cannot and no copy is left.
        """
        async with self._locks[origin]:
            copy = self._copies.get(origin)
            if copy is None:
                copy = await asyncio.to_thread(self._book.robots, origin)
            if robots.is_to_be_asked(copy, self._clock()):
                copy = await self._asked(origin, copy, cost)
                found = robots.rules(copy, self._clock())
                if found is not None and found.delay:
                    await self._space(origin, found.delay)
            self._copies[origin] = copy
        found = robots.rules(copy, self._clock())
        if found is None:
            raise NoPage("disallowed", _nothing_allowed(origin, copy))
        return found

    async def _asked(self, origin: str, copy: RobotsCopy, cost: Cost) -> RobotsCopy:
        """The copy after asking for the file; *copy* as it was where it was not asked for."""
        try:
            renewed = robots.read(await self._fetch(origin, cost), self._clock())
        except (NotAsked, Unresolved):
            if robots.rules(copy, self._clock()) is None:
                raise
            return copy
        except NoPage as fault:
            # A host that is down is tried again for the next page: it is counted how often.
            tries_again = isinstance(fault, Down)
            renewed = robots.failed(copy, fault.reason, self._clock(), again=tries_again)
            await asyncio.to_thread(self._book.keep_robots, origin, renewed)
            if tries_again and robots.rules(renewed, self._clock()) is None:
                raise  # of a host that is down there is more to say than that it has no robots.txt
            return renewed
        await asyncio.to_thread(self._book.keep_robots, origin, renewed)
        return renewed


def _nothing_allowed(origin: str, copy: RobotsCopy) -> str:
    since = f" since {copy.failing_since:%Y-%m-%d}" if copy.failing_since else ""
    return f"{origin}/robots.txt cannot be had{since}, so nothing may be asked: {copy.reason}"
