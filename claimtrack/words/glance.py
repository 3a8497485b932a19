"""Glance: whether a text could hold a quantity at all, told from its letters without reading it.

Most sentences hold none, and this is all that they cost. It works on bytes, because translating and
splitting bytes is several times cheaper than any pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTERS = bytes(
    ord(chr(code).lower()) if chr(code).isalpha() and code < 128 else 32 for code in range(256)
)
_NO_DIGITS = bytes(code for code in range(256) if not 48 <= code <= 57)
# Digits of other scripts, and vulgar fractions.
_OTHER_DIGIT = re.compile(r"[\d¼½¾⅐-⅞]")


class Glance:
    """What to look for: the *words* that tell a quantity wherever they stand, and the *pairs* of
    words ("nearly all", "an hour") that only tell one together: a pattern over text in lower case,
    worth a try where one of the words *paired* stands.
    """

    def __init__(self, words: Iterable[str], paired: Iterable[str], pairs: str) -> None:
        self._words = frozenset(word.encode() for word in words)
        self._paired = frozenset(word.encode() for word in paired)
        self._pairs = re.compile(pairs)

    def sees(self, text: str) -> bool:
        """Whether *text* holds a digit of any script, a word or a pair."""
        raw = text.encode("utf-8", "replace")
        if raw.translate(None, _NO_DIGITS):
            return True
        words = raw.translate(_LETTERS).split()
        if not self._words.isdisjoint(words):
            return True
        if not text.isascii() and _OTHER_DIGIT.search(text) is not None:
            return True
        return not self._paired.isdisjoint(words) and self._pairs.search(text.lower()) is not None
