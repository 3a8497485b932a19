"""Citations: by whose word a sentence tells what it quotes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.words.quoting.callings import CallingReader
from claimtrack.words.quoting.clauses import REACH
from claimtrack.words.quoting.denials import Doubt
from claimtrack.words.quoting.names import Said
from claimtrack.words.quoting.nounphrases import WORDS_OF
from claimtrack.words.tokens import word_set

COMMAS = frozenset(",–—-")
#: What they stand before is another's: "her father".
_OWNING = word_set("her his their its my our")
#: What stands between whose words they are and the words.
_BEFORE_WORDS = word_set(", : that of")
#: Whoever quotes tells another's words; of whom it is told that he is quoted, his own.
QUOTING = word_set("quote quotes quoted quoting")
_PARTICIPLES = word_set("quoting citing")
#: Persons by whose word something is told who have no name: "two people in the room".
_UNNAMED = word_set("a an one two three four five six several some many multiple numerous")
_WITNESSES = word_set(
    "person people persons source sources official officials aide aides insider insiders witness "
    "witnesses colleague colleagues friend friends diplomat diplomats adviser advisers employee "
    "employees staffer staffers attendee attendees participant participants"
)


class Sayings(NamedTuple):
    """What a sentence tells of one quotation: ``said`` who said it, None where it does not tell;
    ``told`` whether it has a verb of saying for it at all; ``doubt`` why it does not tell that it
    was said.
    """

    said: Said | None
    told: bool
    doubt: Doubt | None = None


def doubted(doubt: Doubt) -> Sayings:
    return Sayings(None, told=True, doubt=doubt)


class CitationReader(CallingReader):
    """One sentence of a narration, read for whom it cites."""

    def _cited(self, at: int) -> Said | None:
        for phrase in self.words.citing:
            for start in self._beside(at, len(phrase)):
                if self._lowers(start, len(phrase)) == phrase:
                    found = self._noun_after(start + len(phrase), "according to")
                    # "Quoting her father, X said" tells X, and nobody by the "her".
                    if found is None or found.pronoun not in _OWNING or start > at:
                        return found
        return self._cited_behind(at)

    def _passed_on(self, at: int, cited: Said) -> Sayings | None:
        """Who said it by the word of the one *cited*: "According to Y, X said “…”" is X's; None
        where it is the cited one's own.
        """
        since = self._place(cited.end) if cited.end < self.pieces[at].start else 0
        verb = next(iter(self.verbs[: bisect_left(self.verbs, at)][-1:]), -1)
        opens = self.pieces[0].lower if self.pieces else ""
        if verb <= since or at - verb >= REACH or self._is_parted(verb, at) or opens in QUOTING:
            return None
        said = self._subject_before(verb, "before", since)
        if said is None or said.pronoun:
            return None
        doubt = self._doubt(verb, since)
        if doubt is None and self._is_unnamed(cited):
            doubt = "hearsay"
        return Sayings(said, told=True) if doubt is None else doubted(doubt)

    def _is_unnamed(self, said: Said) -> bool:
        """Whether they are persons without a name: "two people in the room"."""
        first = self._place(said.start)
        lowers = self._lowers(first, min(8, self._place(said.end) - first))
        opens = lowers[0] if lowers else ""
        counted = opens in _UNNAMED or opens in _WITNESSES
        return counted and not _WITNESSES.isdisjoint(lowers)

    def _place(self, at: int) -> int:
        """The first piece that begins at or behind the place *at* of the text."""
        return bisect_left(self.pieces, at, key=lambda piece: piece.start)

    def _reported_by(self, verb: int) -> Said | None:
        """By whose word it is told, behind the verb: X said, according to Y."""
        for at in range(verb + 1, min(len(self.pieces), verb + REACH)):
            if self.pieces[at].kind == "quote":
                return None
            if self._lowers(at, 2) == ("according", "to"):
                return self._noun_after(at + 2, "according to")
        return None

    def _beside(self, at: int, length: int) -> Iterator[int]:
        """Where a phrase may begin: right behind a quotation, or at the head of the sentence."""
        behind = at + 1
        while behind < len(self.pieces) and self.pieces[behind].text in COMMAS:
            behind += 1
        yield behind
        if at - REACH <= length:
            head = next((i for i, p in enumerate(self.pieces[:at]) if p.kind == "word"), at)
            if head < at and not any(piece.kind == "quote" for piece in self.pieces[:at]):
                yield head

    def _cited_within(self, at: int) -> Said | None:
        """By what is set off before: X, according to Y, is “…”."""
        for comma in range(at - 1, max(0, at - REACH), -1):
            if self.pieces[comma].kind == "quote":
                return None
            if self.pieces[comma].text != "," or self.pieces[comma - 1].kind == "quote":
                continue
            for phrase in self.words.citing:
                is_citing = self._lowers(comma + 1, len(phrase)) == phrase
                if is_citing and phrase[0] not in _PARTICIPLES:
                    found = self._noun_after(comma + 1 + len(phrase), "according to")
                    return None if found is None or found.pronoun else found
        return None

    def _cited_behind(self, at: int) -> Said | None:
        """By a postposition: "Niinistön mukaan"."""
        if not self.words.cited_after:
            return None
        for place in range(at + 1, min(len(self.pieces), at + 8)):
            if self.pieces[place].lower in self.words.cited_after:
                return self._noun_before(place - 1, "according to")
        for place in range(at - 1, max(0, at - REACH), -1):
            if self.pieces[place].kind == "quote":
                return None
            if self.pieces[place].lower in self.words.cited_after:
                return self._noun_before(place - 1, "according to")
        return None

    def _owner_of_words(self, at: int) -> Said | None:
        """Whose words they are called: X repeated Y’s words: “…”"""
        noun = max(0, at - 1)
        while noun and self.pieces[noun].lower in _BEFORE_WORDS:
            noun -= 1
        return self._owner(noun) if self.pieces[noun].lower in WORDS_OF else None

    def _owner(self, at: int) -> Said | None:
        """Whose words they are: Putin's “next time in Moscow”."""
        if at == 0:
            return None
        before = self.pieces[at - 1]
        if before.is_capital and before.lower.endswith(("'s", "’s")):
            runs = [run for run in self._names(max(0, at - 6), at, possessive=True) if run[1] == at]
            if runs:
                start, end = self.pieces[runs[-1][0]].start, before.end - 2
                return Said(start, end, "before")
        return None
