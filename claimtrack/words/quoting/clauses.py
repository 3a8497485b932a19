"""Clauses: where a sentence says that somebody says something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from claimtrack.words.quoting.denials import TO_SAY, Doubt, doubt_by_words, doubt_of
from claimtrack.words.quoting.narration import Sentence
from claimtrack.words.quoting.speech import ENGLISH, SpeechWords
from claimtrack.words.tokens import word_set

#: A verb of saying stands no further from what it tells of, in pieces.
REACH = 30
#: A name before a colon stands no further from it: "Macron’s answer: “…”"
HEADED = 10
#: A subject is no longer than this.
LONGEST = 24
#: What is said begins behind them, and no clause of its own.
_THAT = word_set("that dass daß hogy что що että que")
A = word_set("a an")
#: What stands between a verb that may be a noun and what it tells.
_BEFORE_SAID = word_set(", : that out it him")
#: "Hill was quoted as saying".
_IN_REPORTING = word_set("quoted as")
#: Verbs that are nouns as often, or say of something else that it goes on.
_ALSO_NOUNS = word_set(
    "states state claims claim reports report notes note calls call comments comment remarks "
    "remark demands demand posts post answers answer promises promise quotes quote "
    "continue continues continued think thinks thought pledge vow threat "
    "stress stresses cries praise hail maintain maintains maintained point pointed points "
    "counter counters countered rules ruled retort retorts snapped chimed chanted roared"
)
#: What somebody is blamed or known for: "for saying", "by calling".
BEFORE_DOING = word_set("of for by from")
_DOING = word_set(
    "saying calling telling describing claiming declaring stating suggesting insisting announcing "
    "adding"
)
_YET = word_set("on expected due set about going likely meant supposed")
_TAKING = frozenset((took, "to") for took in ("took", "takes", "taken", "turned", "turns"))
_NAMING = word_set("called dubbed termed described labelled labeled branded")
#: They end as an adverb does and are none: "the family said".
_NOUNS_IN_LY = word_set(
    "family assembly subassembly ally bully monopoly oligopoly daily weekly monthly quarterly "
    "firefly gadfly butterfly anomaly homily"
)


#: What makes another say something: "prompting the judge to remark".
MAKING = word_set(
    "prompting prompted prompts leading led leads forcing forced causing caused moving moved "
    "inspiring inspired provoking provoked"
)
#: Two words that say something together: "Hill shot back", "as Berg put it".
_TOGETHER = frozenset(
    {("shot", "back"), ("shoots", "back"), ("hit", "back"), ("hits", "back"), ("fired", "back")}
    | {("put", "it"), ("puts", "it"), ("found", "that"), ("finds", "that"), ("held", "that")}
)


def is_adverb(word: str) -> bool:
    """Whether the *word*, in small letters, ends in "ly" as adverbs do."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY


class ClauseReader:
    """One sentence of a narration, with the places of its verbs of saying.

    They are found once, so that a sentence with many quotations is read in time linear in its
    length.
    """

    def __init__(self, sentence: Sentence, words: SpeechWords) -> None:
        self.pieces = sentence.pieces
        self.words = words
        self.verbs = [at for at in range(len(self.pieces)) if self._is_saying(at)]

    def _is_saying(self, at: int) -> bool:
        piece = self.pieces[at]
        if piece.kind != "word":
            return False
        if self._lowers(at, 2) in _TOGETHER and self.words is ENGLISH:
            return at > 0
        if piece.lower not in self.words.verbs | self.words.denying:
            return False
        if at == 0:
            return True
        if piece.is_capital:
            return False
        if piece.lower in _ALSO_NOUNS and not (self._speaks(at + 1) or self._ends_speech(at)):
            return (
                piece.lower in TO_SAY and self.pieces[at - 1].lower == "to" and self._takes_to(at)
            )
        if piece.lower in _NAMING and self._is_named_thing(at):
            return False
        before = self.pieces[at - 1]
        if before.lower in self.words.before_noun:
            return self._is_doing(at) or self._is_prompted(at)
        if before.text[:1].isdigit() and not before.text[-1:].isalpha():
            return False
        return not (before.kind == "word" and self._owns(at - 1))

    def _is_doing(self, at: int) -> bool:
        """Whether the verb stands behind a preposition, or is what somebody is yet to do."""
        verb, before = self.pieces[at].lower, self.pieces[at - 1].lower
        if before == "to":
            if verb in TO_SAY and self._takes_to(at):
                return True
            return self.pieces[max(0, at - 2)].lower in _YET and verb in TO_SAY
        return before in BEFORE_DOING and verb in _DOING

    def _is_prompted(self, at: int) -> bool:
        """Whether somebody was made to say so: "prompting the judge to remark"."""
        if self.pieces[at - 1].lower != "to" or not self._speaks(at + 1):
            return False
        return not MAKING.isdisjoint(self._lowers(max(0, at - HEADED), min(at, HEADED)))

    def _takes_to(self, at: int) -> bool:
        """Whether somebody took to a place to say so: "took to Telegram to call it"."""
        before = [piece.lower for piece in self.pieces[max(0, at - HEADED) : at - 1]]
        return any(pair in _TAKING for pair in pairwise(before))

    def _is_named_thing(self, at: int) -> bool:
        """Whether something has that name: "a device called “X”"."""
        before = self.pieces[max(0, at - 4) : at]
        article = any(piece.lower in A for piece in before)
        return article and before[-1].kind == "word" and not before[-1].is_capital

    def _speaks(self, at: int) -> bool:
        """Whether what follows at piece *at* is what is said."""
        following = self.pieces[at] if at < len(self.pieces) else None
        return following is not None and (
            following.kind == "quote" or following.text in _BEFORE_SAID
        )

    def _ends_speech(self, at: int) -> bool:
        """Whether it ends the sentence, and only a name is between what is said and it: “…,” Hill
        continued.
        """
        start = at - 1
        while start >= 0 and self.pieces[start].is_capital:
            start -= 1
        behind = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        is_last = behind is None or behind.text == "."
        return is_last and 0 <= start < at - 1 and self.pieces[start].kind == "quote"

    def _is_verb_of_clause(self, at: int) -> bool:
        place = bisect_left(self.verbs, at)
        return place < len(self.verbs) and self.verbs[place] == at

    def _verbs_from(self, start: int) -> Iterator[int]:
        yield from self.verbs[bisect_left(self.verbs, start) :][:1]

    def _own_verbs_from(self, start: int) -> Iterator[int]:
        """Without those of clauses set off: “…,” X, who was asked by Y, said."""
        verbs = self.verbs[bisect_left(self.verbs, start) :][:3]
        yield from (
            (
                verb
                for verb, other in pairwise([*verbs, verbs[-1]])
                if not self._is_aside(verb, other)
            )
            if verbs
            else ()
        )

    def _is_aside(self, verb: int, end: int) -> bool:
        """Whether *verb* is that of a clause set off before *end*: X, whom Y had told so, …"""
        if not any(piece.text == "," for piece in self.pieces[verb : min(end, verb + REACH)]):
            return False
        for place in range(verb - 1, max(-1, verb - HEADED), -1):
            if self.pieces[place].kind != "word":
                return False
            if self.pieces[place].lower in self.words.relatives:
                return place > 0 and self.pieces[place - 1].text == ","
        return False

    def _relative_of(self, verb: int) -> int | None:
        """Where the "who" stands of which *verb* is: "the man who had told Hill"."""
        at = verb - 1
        while at > 0 and self._is_modifier(at):
            at -= 1
        return at if at > 0 and self.pieces[at].lower in self.words.relatives else None

    def _passive(self, verb: int) -> int | None:
        """Where the doer of a passive begins, 0 where none is named; None for an active verb."""
        be = verb - 2 if verb > 1 and self._is_modifier(verb - 1) else verb - 1
        before = {piece.lower for piece in self.pieces[max(0, be) : verb]}
        if not before & self.words.be or self.pieces[verb].lower.endswith("ing"):
            return None
        for place in range(verb + 1, min(len(self.pieces), verb + 4)):
            if self.pieces[place].lower in self.words.by:
                return place + 1
        return 0

    def _is_modifier(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.kind == "word" and (
            piece.lower in self.words.modifiers
            or piece.lower in self.words.be
            or (is_adverb(piece.lower) and not piece.is_capital)
            or piece.lower in _IN_REPORTING
        )

    def _lowers(self, start: int, length: int) -> tuple[str, ...]:
        return tuple(piece.lower for piece in self.pieces[start : start + length])

    def _owns(self, at: int) -> bool:
        return self.pieces[at].lower.endswith(("'s", "’s", "s'", "s’"))

    def _doubt(self, verb: int, since: int = 0) -> Doubt | None:
        """Why *verb* does not tell that somebody said it; None where it does."""
        pieces = self.pieces[max(since, verb - LONGEST) : verb]
        quotes = [at for at, piece in enumerate(pieces) if piece.kind == "quote"]
        words = [piece.lower for piece in pieces[quotes[-1] + 1 if quotes else 0 :]]
        if self.words is not ENGLISH:
            if self._is_denied_behind(verb):
                return "unsaid"
            return doubt_by_words(words, self.pieces[verb].lower, self.words)
        asks = self.pieces[-1].text == "?"
        behind = self.pieces[verb + 1].lower if verb + 1 < len(self.pieces) else ""
        return doubt_of(words, self.pieces[verb].lower, behind, asks=asks)

    def _is_denied_behind(self, verb: int) -> bool:
        """Whether a denial stands right behind *verb* and nothing behind that but what was not
        said: "Lenz sagte nicht: “…”", and no "sagte Lenz nicht ohne Stolz".
        """
        denial, behind = (self.pieces[at : at + 1] for at in (verb + 1, verb + 2))
        if not denial or denial[0].lower not in self.words.negations:
            return False
        return not behind or behind[0].kind != "word" or behind[0].lower in _THAT

    def _is_parted(self, verb: int, at: int) -> bool:
        """Whether a clause begins between *verb* and the quotation, so that it has another verb."""
        return any(
            piece.kind == "quote"
            or piece.text == ";"
            or piece.lower in {"and", "but"}
            or (piece.text == "," and self.pieces[place + 1].lower not in _THAT)
            for place, piece in enumerate(self.pieces[verb + 1 : at - 1], verb + 1)
        )
