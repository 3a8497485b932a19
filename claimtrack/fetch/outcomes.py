"""Outcomes: what an answer's status line says of it, before its body is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from claimtrack.observations import Outcome

Headers = tuple[tuple[str, str], ...]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: 203 is a page that a proxy on the way has changed; it is still a page.
_WHOLE_PAGES = frozenset({200, 203})
_EMPTY = frozenset({204, 205})
_GONE = frozenset({404, 410})
_LONGEST_REASON = 300


class NoPage(Exception):  # never leaves the package: `fetch` makes an Answer of it
    """An ask that brought no page: its outcome, and the reason in words for people."""

    def __init__(
        self,
        outcome: Outcome,
        reason: str,
        *,
        status: int | None = None,
        headers: Headers = (),
    ) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = printable(reason)
        self.status = status
        self.headers = headers
        #: When it was asked, where that is known from a file.
        self.asked_at: datetime | None = None


class Down(NoPage):
    """A host that could not be connected to, or did not answer: the ask says so of all of it."""


class Unresolved(NoPage):
    """A name that could not be looked up just now. Nothing was asked; whether the name or the
    machine's own network is at fault shows only beside other names.
    """


class NotAsked(NoPage):
    """An ask that was not made: the address is none the worse for it."""


@dataclass(slots=True)
class Cost:
    """What went over the wire so far: questions put, and the bytes of what was read of answers."""

    requests: int = 0
    bytes: int = 0

    @contextmanager
    def of_one(self) -> Iterator[None]:
        """Within it one question is put; it is counted unless nobody could be asked."""
        try:
            yield
        except (NotAsked, Unresolved):
            raise
        except BaseException:
            self.requests += 1
            raise
        self.requests += 1


def no_page(status: int, headers: Headers) -> NoPage | None:
    """Why an answer with that status is no page; None where its body is one.

    404 and 410 are ``gone``. 429 is ``postponed``, and so is 503 where it says for how long;
    every other 5xx is ``unreachable``. Every other 4xx is ``blocked``: the server is there and
    does not give us the page. Redirects and 304 are judged by whoever asked.
    """
    outcome = _outcome(status, dict(headers))
    if outcome is None:
        return None
    return NoPage(outcome, _reason(status, dict(headers)), status=status, headers=headers)


def _outcome(status: int, headers: dict[str, str]) -> Outcome | None:
    if status in _WHOLE_PAGES:
        return None
    if status in _GONE:
        return "gone"
    if status == 429 or (status == 503 and "retry-after" in headers):
        return "postponed"
    if status in _EMPTY or (400 <= status < 500 and status != 408):
        return "blocked"
    return "unreachable"


def _reason(status: int, headers: dict[str, str]) -> str:
    reason = f"HTTP {status} {_phrase(status)}".rstrip()
    if "retry-after" in headers and status in {429, 503}:
        return f"{reason}, Retry-After: {headers['retry-after']}"
    if status == 206:
        return f"{reason}: a part of a page that was asked for as a whole"
    return reason


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:  # a number that no RFC names
        return ""


def printable(text: str) -> str:
    """*text* fit to print on one line: what a server wrote may hold anything."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return shown if len(shown) <= _LONGEST_REASON else f"{shown[: _LONGEST_REASON - 1]}…"
