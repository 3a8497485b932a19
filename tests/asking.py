"""Measures asked of one source, as a claim file would have them, and what it reads off a page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from claimtrack import Measure, Page, Reading, Refusal, Source
from claimtrack.measures import Reads, State, Subscription, frozen

#: When every page here was fetched.
AT = datetime(2026, 8, 1, 12, tzinfo=UTC)
_OWN = ("state_words", "reads", "speaker", "id")


def asking(source: str, kind: Any, of: str | None = None, **given: Any) -> Measure:
    """A measure of that *kind*, in the unit *of*, asked of *source*; ``state_words``,
    ``reads``, ``speaker`` and ``id`` are the measure's, all else its options.
    """
    own = {name: given.pop(name) for name in _OWN if name in given}
    options = frozen(given)
    states = own.get("state_words", {})
    return Measure(
        own.get("id", "m"),
        "What is so?",
        kind,
        unit=of,
        states=tuple(State(name, tuple(words)) for name, words in states.items()),
        speaker=own.get("speaker"),
        reads=Reads(**own["reads"]) if "reads" in own else None,
        subscriptions=(Subscription(source, source, options=options),),
    )


def shown(content: bytes | str, url: str, media_type: str = "text/html") -> Page:
    """A page as it came from *url*."""
    raw = content.encode() if isinstance(content, str) else content
    return Page(url, raw, AT, 200, (("content-type", media_type),), url)


def readings(source: Source, page: Page, *measures: Measure) -> list[Reading]:
    """What *source* reads off *page*, where it refuses nothing."""
    said = list(source.read(page, measures))
    found = [one for one in said if isinstance(one, Reading)]
    assert len(found) == len(said), said
    return found


def refusal(source: Source, page: Page, measure: Measure) -> tuple[str, str]:
    """Why *source* reads nothing of *measure* off *page*."""
    (said,) = source.read(page, (measure,))
    assert isinstance(said, Refusal), said
    return said.status, said.reason
