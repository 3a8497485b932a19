"""A layout: a paragraph with where its sentences, its clauses and its words stand.

All are found once, and looked up: a paragraph may be a book without a blank line, and hold a
phrase in every sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claimtrack.claimfile.values import MAX_WORDS
from claimtrack.claims import Place
from claimtrack.words.sameness import digest
from claimtrack.words.sentences import sentence_spans

#: So many words on either side tell most phrases from the same ones elsewhere.
_NEAR = 3
_WORD = re.compile(r"\S+")
#: What stands between a figure and the day of another clause.
_CLAUSE = re.compile(r"[,;:]")
#: Where the clause before a day begins: behind a mark, or a word that joins it to another.
_OPENS = re.compile(r"[.!?,;:()“”\"–—]\s*|\b(?:and|but|while|which|who)\s+", re.IGNORECASE)

#: Where the clause behind a figure ends: at a mark, or a word that opens another.
_CLOSES = re.compile(r"[.!?,;:()“”\"–—](?=\s|$)|\s+(?:but|while|which|who)\s", re.IGNORECASE)


class Layout:
    """A paragraph, ``text``, on one line, and what stands where in it; a word is what stands
    between spaces.
    """

    def __init__(self, paragraph: str, number: int) -> None:
        self.text = paragraph
        self._number = number
        spans = sentence_spans(paragraph)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        words = [found.span() for found in _WORD.finditer(paragraph)]
        self._words = [start for start, _ in words]
        self._word_ends = [end for _, end in words]
        self._marks = [found.start() for found in _CLAUSE.finditer(paragraph)]
        self._opens = [found.end() for found in _OPENS.finditer(paragraph)]
        self._closes = [found.start() for found in _CLOSES.finditer(paragraph)]
        self._digests: dict[tuple[int, int], str] = {}

    def place(self, start: int, end: int) -> Place | None:
        """The sentences that the letters from *start* to *end* stand in; None where in none."""
        first, last = self._held(start, end)
        return None if first >= last else Place(self._number, tuple(range(first + 1, last + 1)))

    def digest(self, place: Place) -> str:
        """The digest of the sentences at *place*."""
        first, last = place.sentences[0] - 1, place.sentences[-1]
        if (first, last) not in self._digests:
            said = " ".join(self._sentence(ordinal) for ordinal in range(first, last))
            self._digests[first, last] = digest(said)
        return self._digests[first, last]

    def near(self, start: int, end: int) -> str:
        """The letters from *start* to *end* with their neighbours in the sentences they are in;
        without them where those would be more words than may be held.
        """
        first, last = self._held(start, end)
        before = max(0, bisect_left(self._words, start) - _NEAR)
        after = min(len(self._words), bisect_right(self._word_ends, end) + _NEAR) - 1
        opens = max(self._starts[first], min(start, self._words[before]))
        closes = min(self._ends[last - 1], max(end, self._word_ends[after]))
        is_long = self.words_between(opens, closes) > MAX_WORDS
        return (self.text[start:end] if is_long else self.text[opens:closes]).strip()

    def one_clause(self, start: int, end: int) -> bool:
        """Whether no mark parts what ends at *start* from what begins at *end*."""
        return bisect_left(self._marks, start) == bisect_left(self._marks, end)

    def word_before(self, start: int) -> str:
        """The word before *start*, or as much of one as stands there; empty at the very start."""
        before = bisect_left(self._words, start)
        return self.text[self._words[before - 1] : start].rstrip() if before else ""

    def clause_before(self, start: int, most: int) -> str:
        """The clause that ends at *start*; empty where it has more than *most* words."""
        opens = bisect_right(self._opens, start)
        return self._told(self._opens[opens - 1] if opens else 0, start, most)

    def sentence_before(self, start: int, most: int) -> str:
        """The sentence as far as *start*; empty where that has more than *most* words."""
        return self._told(self._starts[self._held(start, start + 1)[0]], start, most)

    def clause_after(self, end: int, most: int) -> str:
        """The clause that goes on at *end*, in its sentence; empty where it has more than *most*
        words.
        """
        until = [
            places[at]
            for places in (self._closes, self._ends)
            if (at := bisect_left(places, end)) < len(places)
        ]
        return self._told(end, min(until), most) if until else ""

    def _told(self, start: int, end: int, most: int) -> str:
        is_long = self.words_between(start, end) > most
        return "" if is_long else " ".join(self.text[start:end].split())

    def words_between(self, start: int, end: int) -> int:
        """How many words begin from *start* on and before *end*."""
        return bisect_left(self._words, end) - bisect_left(self._words, start)

    def _held(self, start: int, end: int) -> tuple[int, int]:
        """Which sentences, from 0 and up to the second, have a letter from *start* to *end*."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)

    def _sentence(self, ordinal: int) -> str:
        return self.text[self._starts[ordinal] : self._ends[ordinal]]
