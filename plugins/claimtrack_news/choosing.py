"""Choosing: which entries of a listing are worth an article, for one measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from claimtrack_news.listings import Entry

#: What was published without a day comes last: a page of links knows none, and there the order
#: that it stands in is kept.
_UNDATED = datetime.min.replace(tzinfo=UTC)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """*entries* by the day they were last touched, the newest first; those without one behind, all
    else in their order.
    """
    return sorted(entries, key=lambda entry: entry.latest_at or _UNDATED, reverse=True)


def is_recent(entry: Entry, days: int, at: datetime) -> bool:
    """Whether *entry* was touched within *days* before *at*, or does not say when."""
    return entry.latest_at is None or at - entry.latest_at <= timedelta(days=days)


def names_any(entry: Entry, words: tuple[str, ...]) -> bool:
    """Whether *entry* names one of *words*, any of which may have an ending: "Donetsk's". Where it
    has no title, its address is looked at, which mostly spells it.
    """
    said = _pattern(words)
    return any(said.search(text) is not None for text in _texts(entry))


def _texts(entry: Entry) -> Iterator[str]:
    yield entry.title
    yield entry.summary
    if not entry.title:
        yield re.sub(r"[-_/+.]+", " ", unquote(urlsplit(entry.link).path))


@lru_cache(maxsize=1000)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    spelt = (r"\s+".join(map(re.escape, word.split())) for word in words if word.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})", re.IGNORECASE)
