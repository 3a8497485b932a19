"""Strays: words that stand beside a date and are no part of it.

"Just after Easter 2024" is not the year 2024, and "not in 2024" is any other. Where words are to
name one time and nothing else, what is left beside it must change nothing: a verb with its subject
before the date ("the lease is set to expire in 2042"), or a word that says no more than "in".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimtrack.words.dating.calendarwords import LANGUAGES, CalendarWords
from claimtrack.words.dating.leanings import is_verb
from claimtrack.words.tokens import Token, tokenize

_SIGNS = frozenset(".,;:!\"'“”‘’()[]…")
_LEFT_OUT = " \t\n.,;:"


def stray(
    text: str,
    start: int,
    end: int,
    *,
    besides: Collection[str] = (),
    denied: bool = False,
    language: str = "en",
) -> str | None:
    """What stands beside ``text[start:end]``, the date in *text*, and may change it; None where
    nothing does. Words of *besides* change nothing there, and where what the text says is *denied*
    anyway, no denial does.
    """
    words = LANGUAGES[language]
    before = [token for token in tokenize(text[:start]) if token.lower not in besides]
    if denied:
        before = [token for token in before if not _is_denial(token, words)]
    if _may_change(before, words):
        return text[:start].strip(_LEFT_OUT)
    after = tokenize(text[end:])
    return None if _is_idle(after, words) else text[end:].strip(_LEFT_OUT)


def denies(text: str, *, language: str = "en") -> bool:
    """Whether *text* says of anything that it is not so."""
    return any(_is_denial(token, LANGUAGES[language]) for token in tokenize(text))


def _may_change(before: Sequence[Token], words: CalendarWords) -> bool:
    """Whether the words *before* a date are more than idle, and no clause that ends in its verb."""
    last = _last_telling(before, words)
    if last is None:
        return False
    if any(_is_denial(token, words) or token.lower in words.conditions for token in before):
        return True
    return not is_verb(before, last, words)


def _last_telling(before: Sequence[Token], words: CalendarWords) -> int | None:
    """The place of the last word that is not idle."""
    places = (at for at, token in enumerate(before) if not _is_idle_word(token, words))
    return max(places, default=None)


def _is_idle(tokens: Sequence[Token], words: CalendarWords) -> bool:
    return all(_is_idle_word(token, words) for token in tokens)


def _is_idle_word(token: Token, words: CalendarWords) -> bool:
    return token.kind == "end" or token.text in _SIGNS or token.lower in words.idle


def _is_denial(token: Token, words: CalendarWords) -> bool:
    return token.lower in words.denials or token.lower.endswith(("n't", "n’t"))
