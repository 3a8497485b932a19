"""Once each: what several sources say, none of it twice, with the days of each and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.names import listed

#: What is said, of which day in words ("on 15 August 2025"), and by whom; empty for what a sentence
#: does not tell.
Saying = tuple[str, str, str]


def once_each(sayings: Iterable[Saying]) -> str:
    """*sayings* as a list in a sentence: ``20% on 1 May 2025 (The Map and The Paper) and on 2 May
    2025 (The Desk)``.
    """
    by_words: dict[str, dict[str, dict[str, None]]] = {}
    for words, day, who in sayings:
        by_words.setdefault(words, {}).setdefault(day, {})[who] = None
    return listed([_told(words, days) for words, days in by_words.items()])


def _told(words: str, days: dict[str, dict[str, None]]) -> str:
    dated = [f"{day} {_by(tuple(who))}".strip() for day, who in days.items()]
    return f"{words} {listed(dated)}".rstrip()


def _by(who: tuple[str, ...]) -> str:
    return f"({listed(who)})" if any(who) else ""
