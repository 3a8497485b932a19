"""Ages: decades and centuries as they are written: "the 1990s", "the nineties", "19th century"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.dating import spans
from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.moments import Fixed, Found
from claimtrack.words.dating.spans import Span
from claimtrack.words.tokens import Token, touches

_APOSTROPHES = frozenset("'’‘")
#: A decade in two figures or in a word is of this century.
_CENTURY = 1900
_MOST_CENTURIES = 30


def decade_at(
    tokens: Sequence[Token], at: int, words: CalendarWords, *, told: bool
) -> Found | None:
    """The decade at *at*; "nineties" and "90s" only where an article or a part before them has
    *told* that one is meant, since they are ages and temperatures too.
    """
    if told and tokens[at].lower in words.decades:
        return _of_years(_CENTURY + words.decades[tokens[at].lower], at + 1)
    if told and tokens[at].text in _APOSTROPHES and touches(tokens[at], tokens[at + 1]):
        at += 1
    figure = tokens[at]
    end = _plural_end(tokens, at)
    if end is None or not figure.text.isdecimal() or int(figure.text) % 10:
        return None
    if len(figure.text) == 4 and 1000 <= int(figure.text) < 3000:
        return _of_years(int(figure.text), end)
    if told and len(figure.text) == 2 and int(figure.text) >= 20:
        return _of_years(_CENTURY + int(figure.text), end)
    return None


def _plural_end(tokens: Sequence[Token], at: int) -> int | None:
    """The place after the "s" or "'s" that is glued to the figure at *at*."""
    place = at + 1
    if tokens[place].text in _APOSTROPHES and touches(tokens[at], tokens[place]):
        place += 1
    glued = tokens[place].lower == "s" and touches(tokens[place - 1], tokens[place])
    return place + 1 if glued else None


def _of_years(start: int, end: int) -> Found | None:
    """The decade from *start* on; "the 1900s" are a century, "the 2000s" are not yet."""
    whole = spans.decade(start)
    if whole is not None and start % 100 == 0 and start % 1000:
        closing = spans.year(start + 99)
        whole = None if closing is None else Span(whole.first, closing.last, "century")
    return None if whole is None else Found(Fixed((whole,)), end)


def century_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The century that an ordinal at *at* counts, unless it is one before Christ."""
    ordinal = ordinal_at(tokens, at, words)
    if ordinal is None:
        return None
    number, end = ordinal
    place = end + 1 if tokens[end].text == "-" else end
    if tokens[place].lower not in words.centuries or not 1 <= number <= _MOST_CENTURIES:
        return None
    whole = spans.century(number)
    if whole is None or is_before_christ(tokens, place + 1, words):
        return None
    return Found(Fixed((whole,)), place + 1)


def ordinal_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> tuple[int, int] | None:
    """The ordinal at *at* ("15th", "third", "twenty-fourth") and the place after it."""
    token, after = tokens[at], tokens[at + 1]
    if token.kind == "number":
        glued = touches(token, after) and after.lower in words.ordinal_endings
        plain = token.text.isdecimal() and len(token.text) <= 2
        return (int(token.text), at + 2) if glued and plain else None
    if after.text in {"-", "‑"}:
        whole = words.ordinals.get(f"{token.lower}-{tokens[at + 2].lower}")
        if whole is not None:
            return whole, at + 3
    number = words.ordinals.get(token.lower)
    return None if number is None else (number, at + 1)


def is_before_christ(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the era at *at* is one that this calendar does not reach."""
    spelled = f"{tokens[at].lower}.{tokens[at + 2].lower}" if tokens[at + 1].text == "." else ""
    return tokens[at].lower in words.eras_before or spelled in words.eras_before
