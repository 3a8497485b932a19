"""Glance: whether a text could hold a quantity at all, told from its letters without reading it.

Most sentences hold none, and this is all that they cost. It works on bytes, because translating and
splitting bytes is several times cheaper than any pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

_LETTERS = bytes(
    ord(chr(code).lower()) if chr(code).isalpha() and code < 128 else 32 for code in range(256)
)
# A digit and a vulgar fraction of any script holds a byte that is none of these: ASCII apart from
# its digits, the rest of the Latin letters, Cyrillic, and the dashes, quotes and spaces of print.
_IDLE_BYTES = bytes(
    {code for code in range(0x80) if not 0x30 <= code <= 0x39}
    | {0xC3, 0xC4, 0xC5, 0xD0, 0xD1}
    | {code for code in range(0x80, 0xC3) if code not in {0x85, 0xBC, 0xBD, 0xBE}}
    | {0xE2}
)
_DIGIT = re.compile(r"[\d¼½¾⅐-⅞]")


class Glance:
    """What to look for: the *words* that tell a quantity wherever they stand, those of *pairs*,
    which tell one behind certain others alone ("nearly all", "an hour"), those of *turns*, which
    tell one before others ("every second"), and the *loose* ones, which tell one but for the turns
    of speech that the pattern *idle* names, in lower case.
    """

    def __init__(
        self,
        words: Iterable[str],
        pairs: Mapping[str, Iterable[str]],
        loose: Iterable[str],
        idle: str,
        turns: Mapping[str, Iterable[str]],
    ) -> None:
        self._words = frozenset(word.encode() for word in words)
        self._pairs = frozenset(
            (first.encode(), second.encode())
            for second, firsts in pairs.items()
            for first in firsts
        )
        self._loose = frozenset(word.encode() for word in loose)
        self._any = self._words | self._loose | {second for _, second in self._pairs}
        # "Second" and "other" are in many texts, "every" in few.
        self._any |= {first.encode() for first in turns}
        self._pairs |= {
            (first.encode(), second.encode())
            for first, seconds in turns.items()
            for second in seconds
        }
        self._idle = re.compile(idle)

    def sees(self, text: str) -> bool:
        """Whether *text* holds a digit of any script, a word or a pair."""
        raw = text.encode(errors="replace")
        telling = raw.translate(None, _IDLE_BYTES)
        if telling and (telling.isdigit() or _DIGIT.search(text)):
            return True
        words = raw.translate(_LETTERS).split()
        if self._any.isdisjoint(words):
            return False
        if not (self._words.isdisjoint(words) and self._pairs.isdisjoint(pairwise(words))):
            return True
        return not self._loose.isdisjoint(words) and self._is_loose_in(text.lower())

    def _is_loose_in(self, text: str) -> bool:
        words = self._idle.sub(" ", text).encode(errors="replace").translate(_LETTERS).split()
        return not self._loose.isdisjoint(words)
