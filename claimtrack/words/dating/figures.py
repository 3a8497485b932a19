"""Figure dates: dates in figures alone: ``2025-08-15``, ``15.08.2025``, ``8/15/2025``.

With dots the day stands first, as in the countries that write so; with slashes or hyphens either
may. Where both are days of the calendar and differ, both are readings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimtrack.words.dating import spans
from claimtrack.words.dating.moments import Fixed, Found
from claimtrack.words.dating.spans import Span
from claimtrack.words.tokens import Token, touches

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
_SEPARATORS = frozenset("-/")
_GLUE = frozenset("-/:_\\@.")
_CLOCK = re.compile(r"t\d+\Z")
#: Years of two figures are of this century.
_CENTURY = 2000


def figures_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The date in figures that begins at *at*; None where none does or it is part of more."""
    token = tokens[at]
    dotted = _DOTTED.match(token.text)
    if dotted is not None:
        return _found(tokens, _day_first(int(dotted[3]), int(dotted[2]), int(dotted[1])), at + 1)
    if not token.text.isdecimal() or len(token.text) > 4:
        return None
    parts = _parts_at(tokens, at)
    if len(parts) == 3:
        return _found(tokens, _of_three(parts, tokens[at + 1].text), at + 5)
    if len(parts) == 2 and tokens[at + 1].text == "-":
        return _found(tokens, _month_of(parts), at + 3)
    return None


def _parts_at(tokens: Sequence[Token], at: int) -> list[str]:
    """The figures that one separator joins: two or three of them, else none."""
    separator = tokens[at + 1]
    parts = [tokens[at].text]
    while len(parts) < 4 and _is_joined(tokens, at, separator.text):
        parts.append(tokens[at + 2].text)
        at += 2
    return parts if 2 <= len(parts) <= 3 else []


def _is_joined(tokens: Sequence[Token], at: int, separator: str) -> bool:
    left, sign, right = tokens[at : at + 3]
    return (
        sign.text == separator
        and separator in _SEPARATORS
        and touches(left, sign)
        and touches(sign, right)
        and right.text.isdecimal()
        and len(right.text) <= 4
    )


def _of_three(parts: list[str], separator: str) -> tuple[Span, ...]:
    one, two, three = map(int, parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        return _days((one, two, three))
    if len(parts[0]) > 2 or len(parts[1]) > 2:
        return ()
    if len(parts[2]) == 2 and separator == "/":
        three += _CENTURY
    elif len(parts[2]) != 4:
        return ()
    return _days((three, two, one), (three, one, two))


def _day_first(year: int, month: int, day: int) -> tuple[Span, ...]:
    return _days((year, month, day)) or _days((year, day, month))


def _days(*readings: tuple[int, int, int]) -> tuple[Span, ...]:
    """Those of *readings*, each a year, a month and a day, that the calendar has, each once."""
    found = {}
    for year, month, day in readings:
        try:
            on = date(year, month, day)
        except ValueError:
            continue
        found[on] = spans.day(on)
    return tuple(found[on] for on in sorted(found))


def _month_of(parts: list[str]) -> tuple[Span, ...]:
    """The month of "2025-08"; "2004-08" may be the years 2004 to 2008 as well."""
    if len(parts[0]) != 4 or len(parts[1]) != 2:
        return ()
    year, number = map(int, parts)
    month = spans.month(year, number)
    if month is None:
        return ()
    last = spans.year(year - year % 100 + number)
    if number <= year % 100 or last is None:
        return (month,)
    return (month, Span(month.first.replace(month=1), last.last, "year"))


def _found(tokens: Sequence[Token], readings: tuple[Span, ...], end: int) -> Found | None:
    if not readings or _goes_on(tokens, end):
        return None
    glued = touches(tokens[end - 1], tokens[end]) and tokens[end].kind == "word"
    if glued and not _CLOCK.match(tokens[end].lower):
        return None
    return Found(Fixed(readings), end)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows is glued on: a path, an address, a longer number."""
    before, glue, after = tokens[at - 1], tokens[at], tokens[at + 1]
    return (
        glue.text in _GLUE
        and touches(before, glue)
        and touches(glue, after)
        and after.kind in {"word", "number"}
    )
