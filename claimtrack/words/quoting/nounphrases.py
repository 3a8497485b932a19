"""Noun phrases: who stands at a place of a sentence, by name or by what he is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.quoting.clauses import ClauseReader
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.tokens import word_set

#: How a speaker is known: named behind the quotation or before it in the same sentence, by
#: "according to", in the sentence before, by a pronoun that the sentence before explains, or by
#: the label of his turn in a transcript.
How = Literal["after", "before", "according to", "sentence before", "pronoun", "turn"]

#: A subject is no longer than this.
LONGEST = 24
_CLAUSE_ENDS = frozenset(";:–—-")
_PARTICLES = word_set("von van der den de del della di da dos bin ibn al el la le ben")
#: Words that carry a capital at the head of a sentence and are no names.
_NO_NAMES = word_set(
    "early late "
    "yesterday today tonight tomorrow earlier later meanwhile however asked speaking instead "
    "there here then now but and or so yet still even the a an this that these those his her "
    "their its he she it they we you i my our your on in at by with from to of for as if when "
    "while after before since because although though during despite until once one two three "
    "some many most all both each every another other such more less last next what who why how "
    "where which not no yes also according only just perhaps maybe finally first second third "
    "nobody somebody everybody"
) | {*ENGLISH.weekdays, *ENGLISH.month_forms}
_A, _ARTICLES, _OF = word_set("a an"), word_set("a an the"), word_set("of for at")
_GETTING = word_set(
    "receive receives received get gets got see sees saw hear hears heard find finds found read "
    "reads"
)
_DETERMINERS = word_set(
    "the a an one another his her their its our my this that some many several two three every "
    "each der die das ein eine le la les un une el los"
)
_PREPOSITIONS = word_set(
    "in of for at from to on by with about against between near under over after before during "
    "into through than like aboard toward towards via per within von im in mit nach aus bei à "
    "au de en dans avec pour en con para por"
)


class Said(NamedTuple):
    """A speaker as the text names him, from ``start`` to ``end``, and how he is known.

    ``pronoun`` tells that the text says "he" or "I" at that place instead of a name.
    """

    start: int
    end: int
    how: How
    pronoun: str = ""


class NounReader(ClauseReader):
    """One sentence of a narration, read for who stands where."""

    # -- noun phrases --

    def _subject_before(self, verb: int, how: How, since: int = 0) -> Said | None:
        at = verb - 1
        while at >= since and self._is_modifier(at):
            at -= 1
        return self._noun_before(at, how, since)

    def _noun_before(self, at: int, how: How, since: int = 0) -> Said | None:
        """The noun phrase that ends at piece *at*, with what is set off by commas before it."""
        if at < since:
            return None
        piece = self.pieces[at]
        if piece.lower in self.words.third_person | self.words.first_person:
            return Said(piece.start, piece.end, how, piece.lower)
        if piece.lower in self.words.relatives:
            return self._antecedent(at, how)
        if piece.lower in self.words.links or piece.kind == "quote":
            return None
        start = self._clause_start(at, since)
        start = self._behind_whom(start, at)
        end = self._without_relative(start, at)
        names = [run for run in self._names(start, end + 1) if self._stands(run)]
        if names and self._receives(names[-1][1], end):
            return None
        if names:
            return self._said(*names[-1], how)
        return self._role(start, end, how)

    def _receives(self, at: int, end: int) -> bool:
        """Whether the one named before *at* got the words of another: X received a letter saying"""
        while at < end and self._is_modifier(at):
            at += 1
        return at < end and self.pieces[at].lower in _GETTING

    def _antecedent(self, relative: int, how: How) -> Said | None:
        """Whom "who" stands for: the name right before it."""
        end = relative - 1 if relative and self.pieces[relative - 1].text == "," else relative
        runs = [run for run in self._names(max(0, end - 6), end) if run[1] == end]
        return self._said(*runs[-1], how) if runs else None

    def _clause_start(self, at: int, since: int) -> int:
        first = max(since, at - LONGEST)
        for place in range(at, first - 1, -1):
            piece = self.pieces[place]
            if piece.kind == "quote" or piece.text in _CLAUSE_ENDS:
                return place + 1
            if place < at and self._is_verb_of_clause(place) and not self._is_aside(place, at + 1):
                return place + 1
        return first

    def _behind_whom(self, start: int, end: int) -> int:
        """Where the subject of ", whom Y told …" begins: it is Y, not the one whom he told."""
        for place in range(end, start - 1, -1):
            if self.pieces[place].kind != "word":
                break
            if self.pieces[place].lower == "whom":
                return place + 1
        return start

    def _without_relative(self, start: int, end: int) -> int:
        """The end of the phrase without ", who …,"."""
        for place in range(start + 1, end):
            if self.pieces[place].lower in self.words.relatives:
                return place - 1
        return end

    def _role(self, start: int, end: int, how: How) -> Said | None:
        """The phrase without a name: "a German source", "officials"."""
        while end >= start and self.pieces[end].kind == "sign":
            end -= 1
        first = end
        while first > start and self._belongs_to_role(first - 1):
            first -= 1
        if any(piece.lower in _GETTING for piece in self.pieces[first:end]):
            return None
        governed = first > 0 and self.pieces[first - 1].lower in _PREPOSITIONS
        if first > end or governed or not self._names_somebody(first, end):
            return None
        return Said(self.pieces[first].start, self.pieces[end].end, how)

    def _names_somebody(self, first: int, end: int) -> bool:
        """Whether the phrase can be a subject: it has an article, a capital, or is a plural."""
        head = self.pieces[end]
        if head.kind != "word" or head.text.isdigit() or head.lower in _NO_NAMES:
            return False
        if end == 0 and head.lower.endswith("ly"):
            return False
        pronouns = self.words.third_person | self.words.first_person
        if any(piece.lower in pronouns for piece in self.pieces[first : end + 1]):
            return False
        opens = self.pieces[first]
        is_plural = head.lower.endswith("s") and not head.lower.endswith("ss")
        return opens.lower in _DETERMINERS or opens.is_capital or is_plural

    def _belongs_to_role(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.kind == "word" and (piece.lower in _OF or piece.lower not in self.words.links)

    def _noun_after(self, at: int, how: How) -> Said | None:
        """The noun phrase that begins at piece *at*: a name in it, or set off behind it."""
        if at >= len(self.pieces):
            return None
        first = self.pieces[at]
        if first.lower in self.words.third_person | self.words.first_person:
            return Said(first.start, first.end, how, first.lower)
        if first.kind != "word" or first.lower in self.words.links:
            return None
        end = at
        while end < min(len(self.pieces), at + 12) and self._goes_on(end, at):
            end += 1
        named = [run for run in self._names(at, end) if self._stands(run)]
        apart = self._set_off(end)
        if named and not (apart and self._is_office(*named[0])):
            return self._said(*named[0], how)
        return self._said(*apart, how) if apart else self._role_after(at, end, how)

    def _is_office(self, first: int, end: int) -> bool:
        """Whether the name is that of an office alone: "the Mayor of Kharkiv"."""
        return all(
            piece.lower in TITLES or piece.lower == "mayor" for piece in self.pieces[first:end]
        )

    def _goes_on(self, at: int, first: int) -> bool:
        piece = self.pieces[at]
        if piece.kind != "word":
            return False
        if piece.lower in _OF and at > first:
            before = self.pieces[at - 1]
            return not before.is_capital or before.lower in TITLES or before.text.isupper()
        is_time = piece.lower in self.words.modifiers or piece.lower.endswith("ly")
        return piece.lower not in self.words.links and not (is_time and at > first)

    def _set_off(self, comma: int) -> tuple[int, int] | None:
        """A name right behind a comma: said the minister, Dmytro Kuleba."""
        if comma >= len(self.pieces) or self.pieces[comma].text != ",":
            return None
        runs = list(self._names(comma + 1, min(len(self.pieces), comma + 8)))
        return runs[0] if runs and runs[0][0] == comma + 1 else None

    def _role_after(self, at: int, end: int, how: How) -> Said | None:
        if end <= at or self.pieces[at].lower in self.words.modifiers:
            return None
        return Said(self.pieces[at].start, self.pieces[end - 1].end, how)

    def _opening(self, start: int, end: int) -> tuple[int, int] | None:
        """The first name there that is behind no preposition: it opens the sentence."""
        for run in self._names(start, end):
            is_unnamed = run[0] > 0 and self.pieces[run[0] - 1].lower in _A
            if not is_unnamed and not self._is_governed(run[0]):
                return run
        return None

    # -- names --

    def _names(
        self, start: int, end: int, *, possessive: bool = False
    ) -> Iterator[tuple[int, int]]:
        """The runs of capitalised words from *start* to *end*, as places of pieces."""
        at = start
        while at < end:
            if not self._is_name(at, possessive=possessive):
                at += 1
                continue
            stop = at + 1
            while stop < end and self._continues_name(stop, end) and not self._owns(stop - 1):
                stop += 1
            yield at, stop
            at = stop

    def _is_name(self, at: int, *, possessive: bool = False) -> bool:
        piece = self.pieces[at]
        if not piece.is_capital or piece.lower in _NO_NAMES:
            return False
        if at == 0 and piece.lower.endswith("ly") and not self._speaks_first():
            return False  # Certainly, Simply
        return possessive or not self._owns(at)

    def _speaks_first(self) -> bool:
        """Whether the first word is the subject of a verb of saying: "Kelly also said"."""
        behind = 1
        while behind < len(self.pieces) and self._is_modifier(behind):
            behind += 1
        return self._is_verb_of_clause(behind) and not self.pieces[behind].lower.endswith("ing")

    def _continues_name(self, at: int, end: int) -> bool:
        piece = self.pieces[at]
        if piece.is_capital:
            return piece.lower not in self.words.links
        particle = piece.lower in _PARTICLES and at + 1 < end
        return particle and (self.pieces[at + 1].is_capital or self._continues_name(at + 1, end))

    def _stands(self, run: tuple[int, int]) -> bool:
        """Whether a name stands by itself: behind no preposition, before no noun of its own."""
        first, end = run
        if self._owns(end - 1):
            return False
        if self._is_governed(first):
            return False
        after = self.pieces[end] if end < len(self.pieces) else None
        if after is None or after.kind != "word" or after.is_capital:
            return True
        return (
            after.lower in self.words.modifiers
            or after.lower in self.words.be
            or after.lower in self.words.links
            or after.lower in self.words.relatives
            or after.lower in self.words.verbs
            or after.lower in self.words.cited_after
            or after.lower.endswith(("ed", "ing", "ly"))
        )

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before the name at *first*."""
        before = self.pieces[first - 1].lower if first else ""
        if before == "(":
            return True
        if before in _ARTICLES and first > 1:
            before = self.pieces[first - 2].lower
        return before in _PREPOSITIONS

    def _said(self, first: int, end: int, how: How) -> Said:
        return Said(self.pieces[first].start, self.pieces[end - 1].end, how)
