"""Word search: which of many known words a text has, told in one pass over it.

Two ways that find the same: an automaton (``ahocorasick-rs``, of the extra ``fast``), and the words
of the text held against those looked for, five times as slow; where few are looked for, a text that
has none of them is not divided into words at all, which takes half of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any, Protocol

#: Letters of any script stay, what divides words becomes a space.
_DIVIDERS = bytes(code if code >= 128 or chr(code).isalnum() else 32 for code in range(256))
#: For words in plain letters alone: all others divide.
_PLAIN = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))
#: Marks beyond ASCII that stand close to words, in UTF-8: quotation marks, dashes, no-break spaces.
_MARKS = re.compile(rb"\xe2\x80.|\xc2[\xa0\xab\xbb]", re.DOTALL)
_SPACE = 32
#: So many words are sooner looked for one by one than a text of 5,000 letters is divided: each
#: takes it two microseconds, the division fifty.
_FEW = 16


class WordSearch(Protocol):
    """What finds words in a text."""

    def found(self, text: str) -> set[bytes]:
        """The whole words and the beginnings of words that *text* has of those looked for."""


def word_search(words: frozenset[bytes], starts: frozenset[bytes]) -> WordSearch:
    """The quickest search for *words* and for any word that begins with one of *starts*, all in
    lower case; where a word is among both, either finds it.
    """
    return (Automaton if has_ahocorasick() else WordIndex)(words, starts)


@cache
def has_ahocorasick() -> bool:
    """Whether the extra ``fast`` is installed."""
    return find_spec("ahocorasick_rs") is not None


class WordIndex:
    """The search that needs nothing: a text's words, held against those looked for."""

    def __init__(self, words: frozenset[bytes], starts: frozenset[bytes]) -> None:
        self._words, self._starts = words, tuple(starts)
        self._plain = _is_plain(words | starts)
        beginnings = _beginnings(words | starts)
        self._few = beginnings if len(beginnings) <= _FEW else []

    def found(self, text: str) -> set[bytes]:
        raw = _lower(text, plain=self._plain)
        if self._few and not any(one in raw for one in self._few):
            return set()
        words = _parted(raw, plain=self._plain).split()
        found = set(self._words.intersection(words))
        if self._starts:
            for word in words:
                if word.startswith(self._starts):
                    found.update(start for start in self._starts if word.startswith(start))
        return found


class Automaton:
    """The quick search: all words at once, wherever they stand, then the words among these."""

    def __init__(self, words: frozenset[bytes], starts: frozenset[bytes]) -> None:
        from ahocorasick_rs import BytesAhoCorasick

        self._sought = sorted(words | starts)
        self._ends = [word not in starts for word in self._sought]
        self._plain = _is_plain(self._sought)
        self._automaton: Any = BytesAhoCorasick(self._sought)

    def found(self, text: str) -> set[bytes]:
        raw = _lower(text, plain=self._plain)
        matches = self._automaton.find_matches_as_indexes(raw, overlapping=True)
        if not matches:
            return set()
        parted = b" %b " % _parted(raw, plain=self._plain)
        return {
            self._sought[which]
            for which, start, end in matches
            if parted[start] == _SPACE and (not self._ends[which] or parted[end + 1] == _SPACE)
        }


def _beginnings(words: Iterable[bytes]) -> list[bytes]:
    """Those of *words* that begin with no other of them: where none stands, none of all does."""
    kept: list[bytes] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return kept


def _is_plain(words: Iterable[bytes]) -> bool:
    return all(word.isascii() for word in words)


def _lower(text: str, *, plain: bool) -> bytes:
    """*text* in lower case, of *plain* letters alone, which costs a third."""
    raw = text if plain else text.lower()
    return raw.encode("utf-8", "replace").lower()


def _parted(raw: bytes, *, plain: bool) -> bytes:
    """*raw* with a space for each sign that divides words, at the same places."""
    if plain:
        return raw.translate(_PLAIN)
    return _MARKS.sub(lambda mark: b" " * len(mark[0]), raw).translate(_DIVIDERS)
