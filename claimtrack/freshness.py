"""Freshness: for how long an answer says that it need not be asked for again.

Pure; a floor for when a scheduled update asks, never a reason to answer from what is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from claimtrack.manners import LONGEST_WAIT, http_date, later

#: No server keeps a source from being asked longer by calling its answer fresh.
LONGEST_FRESH = timedelta(days=1)
_TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(
    rb"<\w+:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*<", re.IGNORECASE
)
_OFTEN = re.compile(rb"<\w+:updateFrequency>\s*(\d{1,6})\s*<", re.IGNORECASE)
_PERIODS = {
    b"hourly": timedelta(hours=1),
    b"daily": timedelta(days=1),
    b"weekly": timedelta(weeks=1),
    b"monthly": timedelta(days=30),
    b"yearly": timedelta(days=365),
}
_DIRECTIVE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,"]+)))?""")


def fresh_until(at: datetime, headers: Iterable[tuple[str, str]]) -> datetime | None:
    """The moment until which an answer of the moment *at* with these *headers* (names in lower
    case) is fresh by its own word, a day after *at* at most; None where it is not, or is silent.

    The server's word is ``max-age``, else ``Expires`` (RFC 9111, 4.2.1), less the ``Age`` that the
    answer had already; ``no-cache`` and ``no-store`` take it back.
    """
    given: dict[str, list[str]] = {}
    for name, value in headers:
        given.setdefault(name, []).append(value)
    lifetime = _lifetime(_directives(given.get("cache-control", ())), given)
    if lifetime is None:
        return None
    wait = min(lifetime - _seconds(given.get("age", ["0"])[-1]), LONGEST_FRESH)
    return later(at, wait) if wait > timedelta() else None


def feed_wait(head: bytes) -> timedelta | None:
    """How long a feed that begins with *head* asks to be left alone, a day at most: by its ``ttl``
    (RSS 2.0, in minutes), else by its ``updatePeriod`` and ``updateFrequency`` (RSS 1.0
    syndication); None where it does not say.
    """
    ttl = _TTL.search(head)
    if ttl is not None:
        return min(timedelta(minutes=int(ttl[1])), LONGEST_FRESH)
    period, often = _PERIOD.search(head), _OFTEN.search(head)
    if period is None:
        return None
    times = max(int(often[1]) if often is not None else 1, 1)
    return min(_PERIODS[period[1].lower()] / times, LONGEST_FRESH)


def _lifetime(
    directives: Mapping[str, str | None], given: Mapping[str, list[str]]
) -> timedelta | None:
    if {"no-cache", "no-store"} & directives.keys():
        return None
    if "max-age" in directives:
        return _seconds(directives["max-age"] or "")
    if "expires" not in given:
        return None
    expires = http_date(given["expires"][-1])
    date = http_date(given.get("date", [""])[-1])
    return None if expires is None or date is None else expires - date


def _directives(lines: Iterable[str]) -> dict[str, str | None]:
    """What ``Cache-Control`` says, by the names of its directives; of one that is said twice, the
    shorter time.
    """
    found: dict[str, str | None] = {}
    for named, quoted, plain in _DIRECTIVE.findall(",".join(lines)):
        name, value = named.lower(), quoted or plain or None
        if name in found and value and found[name]:
            value = min(value, found[name] or "", key=_seconds)
        found[name] = value
    return found


def _seconds(said: str) -> timedelta:
    """So many seconds as *said*; none where that is no number."""
    said = said.strip()
    if not (said.isascii() and said.isdigit()):
        return timedelta()
    # Longer digits are longer than a week whatever they are.
    return LONGEST_WAIT if len(said) > 9 else timedelta(seconds=int(said))
