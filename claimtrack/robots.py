"""Robots: what a site's robots.txt allows us, by RFC 9309.

Pure: what was fetched comes in, with the moment; out comes whether an address may be asked, how far
apart, and when the file is to be fetched again. The matching itself is protego's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

#: The product token by which a robots.txt may name us.
PRODUCT = "claimtrack"
#: So much of a file is read; what is beyond is left (RFC 9309, 2.5).
MOST_BYTES = 500 * 1024
#: So many redirects are followed on the way to one (2.3.1.2).
MOST_REDIRECTS = 5
#: A copy is used no longer without asking again (2.4).
LASTS = timedelta(hours=24)
#: A file that could not be had is asked for again no sooner.
NEXT_TRY = timedelta(minutes=5)
#: A file that cannot be had for so long counts as one that is not there (2.3.1.4).
GIVEN_UP = timedelta(days=30)
#: No delay that a file asks for is longer.
LONGEST_DELAY = timedelta(days=1).total_seconds()

#: The first words of the lines that mean something, misspelt ones included. Any other line is taken
#: out: protego lets it part two "User-agent" lines, which it may not (2.2.1).
_KNOWN = frozenset(
    {
        "user-agent", "useragent", "user", "allow", "disallow", "dissallow", "dissalow", "disalow",
        "diasllow", "disallaw", "crawl-delay", "crawl", "request-rate", "request", "visit-time",
        "visit", "sitemap", "sitemaps", "site-map", "host",
    }
)  # fmt: skip
_FIRST_WORD = re.compile(r"[^\s:]*")
_USER_AGENT = re.compile(r"\s*user[- ]?agent(?:\s*:|\s)\s*([^#]*)", re.IGNORECASE)
#: What stands beside a product token in a longer name, and is no part of it.
_WITHIN = re.compile(r"[\w-]")


class Robots:
    """The rules of one robots.txt for one *agent*, ours where nobody else is named."""

    def __init__(self, text: str, agent: str = PRODUCT) -> None:
        self._agent = agent
        self._rules = _parsed("\n".join(_lines(text, agent))) if text.strip() else None

    def allow(self, url: str) -> bool:
        """Whether *url*, spelt as it goes over the wire, may be asked."""
        return self._rules is None or self._rules.can_fetch(url, self._agent)

    @property
    def delay(self) -> float:
        """The seconds from one request to the next that the file asks for, a day at most; 0 where
        it asks for none. ``Request-rate`` counts as well as ``Crawl-delay``.
        """
        if self._rules is None:
            return 0.0
        rate = self._rules.request_rate(self._agent)
        wished = [self._rules.crawl_delay(self._agent) or 0.0]
        if rate is not None and rate.requests > 0:
            wished.append(rate.seconds / rate.requests)
        return max((min(one, LONGEST_DELAY) for one in wished if one > 0), default=0.0)


@dataclass(frozen=True, slots=True)
class RobotsCopy:
    """What is kept of one site's robots.txt.

    ``text`` is what it said when it could last be had, empty where there was none; None where it
    never could. That was at ``read_at``; it was last asked for at ``tried_at``. Since
    ``failing_since`` it cannot be had, for the ``reason``; None of both where it could.
    """

    text: str | None = None
    read_at: datetime | None = None
    tried_at: datetime | None = None
    failing_since: datetime | None = None
    reason: str | None = None


NOTHING_KNOWN = RobotsCopy()


def read(text: str, at: datetime) -> RobotsCopy:
    """The copy of a file that said *text* at that moment; "" for one that is not there."""
    kept = text.replace("\0", "\ufffd")
    return RobotsCopy(kept, read_at=at, tried_at=at)


def failed(copy: RobotsCopy, reason: str, at: datetime, *, again: bool = False) -> RobotsCopy:
    """*copy* after the file could not be had at that moment; where it is to be asked for *again*
    at once, as if it had not been.
    """
    tried_at = None if again else at
    return replace(copy, tried_at=tried_at, failing_since=copy.failing_since or at, reason=reason)


def is_to_be_asked(copy: RobotsCopy, at: datetime) -> bool:
    """Whether the file is to be asked for again before *copy* is used."""
    if copy.tried_at is None:
        return True
    lasts = LASTS if copy.failing_since is None else NEXT_TRY
    # A try that lies ahead was made by a clock that was wrong.
    return not copy.tried_at <= at < copy.tried_at + lasts


def rules(copy: RobotsCopy, at: datetime) -> Robots | None:
    """The rules that hold at the moment *at*; None where nothing may be asked.

    While the file cannot be had, its last copy holds; where there is none, nothing is allowed.
    After 30 days of that it counts as a file that is not there, and everything is.
    """
    if copy.failing_since is not None and at - copy.failing_since >= GIVEN_UP:
        return _robots("")
    return None if copy.text is None else _robots(copy.text)


@lru_cache(maxsize=256)
def _robots(text: str) -> Robots:
    return Robots(text)


def _parsed(text: str) -> Protego:
    from protego import Protego

    return Protego.parse(text)


def _lines(text: str, agent: str) -> Iterator[str]:
    """The lines that mean something, every user agent that means *agent* spelt like it.

    protego finds the agent's name by how it begins, and "claim" is not "claimtrack" (2.2.1).
    """
    for line in text.removeprefix("\ufeff").splitlines():
        named = _USER_AGENT.match(line)
        if named is not None:
            yield f"User-agent: {_meant(named[1].strip(), agent)}"
        elif (found := _FIRST_WORD.match(line.strip())) and found[0].lower() in _KNOWN:
            yield line


def _meant(value: str, agent: str) -> str:
    """The *agent* where *value* means it, ``*`` for everybody, else nobody's name."""
    if value.split()[:1] == ["*"]:
        return "*"
    lowered = agent.lower()
    token = value.partition("/")[0]  # a version is no part of it
    forms = {form for form in (value, value.replace("*", ""), *token.split()[:1]) if form}
    return agent if any(_stands_in(form.lower(), lowered) for form in forms) else "\ufffd"


def _stands_in(name: str, agent: str) -> bool:
    """Whether *name* stands in *agent*, which may be a whole User-Agent, as a word of its own."""
    start = agent.find(name)
    while start >= 0:
        before, after = agent[max(start - 1, 0) : start], agent[start + len(name) :][:1]
        if not (_WITHIN.match(before) or _WITHIN.match(after)):
            return True
        start = agent.find(name, start + 1)
    return False
