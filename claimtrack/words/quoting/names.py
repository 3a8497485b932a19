"""Names: where a sentence has one, how far it goes, and whether it stands by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.quoting.clauses import A, ClauseReader, is_adverb
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.quoting.speech import ENGLISH as ENGLISH_SPEECH
from claimtrack.words.tokens import word_set

#: How a speaker is known: named behind the quotation or before it in the same sentence, by
#: "according to", in the sentence before, by a pronoun that the sentence before explains, or by
#: the label of his turn in a transcript.
How = Literal["after", "before", "according to", "sentence before", "pronoun", "turn"]
_PARTICLES = word_set("von van der den de del della di da dos bin ibn al el la le ben")
#: They are articles too: "von der Leyen", but "sagte Lenz der Zeitung".
_ARTICLE_PARTICLES = word_set("der den")
#: Words that carry a capital at the head of a sentence and are no names.
NO_NAMES = word_set(
    "early late "
    "yesterday today tonight tomorrow earlier later meanwhile however asked speaking instead "
    "there here then now but and or so yet still even the a an this that these those his her "
    "their its he she it they we you i my our your on in at by with from to of for as if when "
    "while after before since because although though during despite until once one two three "
    "some many most all both each every another other such more less last next what who why how "
    "where which not no yes also according only just perhaps maybe finally first second third "
    "nobody somebody everybody either neither both had did does has have were was is are could "
    "would can behind outside inside downstairs upstairs afterwards afterward beneath above below "
    "nearby elsewhere alongside opposite beyond indoors outdoors overhead underneath beside later "
    "subsequently beforehand"
) | {*ENGLISH.weekdays, *ENGLISH.month_forms}
ARTICLES, OF = word_set("a an the"), word_set("of for at")
DETERMINERS = word_set(
    "the a an one another his her their its our my this that some many several two three every "
    "each der die das ein eine le la les un une el los"
)
PREPOSITIONS = word_set(
    "in of for at from to on by with about against between near under over after before during "
    "into through than like unlike including excluding alongside besides except among amid outside "
    "inside regarding not nor aboard toward towards via per within von im in mit nach aus bei à "
    "au de en dans avec pour en con para por"
)
#: What goes on with "of" or "for" and another name: "the Court of Appeal".
BODIES = word_set(
    "court museum bank university ministry department house church board council institute office "
    "society association federation college bureau academy chamber centre center committee league "
    "school union agency fund guild bar chancellery republic kingdom government army parliament "
    "state commission secretary minister campaign conference alliance organisation organization"
)
_OFFICES = word_set("secretary minister")
#: What somebody is head of goes on behind them, and his name behind that: "Mayor of Ulm Ann Hill".
_HEADS = word_set(
    "minister secretary undersecretary mayor governor president head chief director chair "
    "chairman chairwoman chairperson commissioner ambassador envoy representative speaker leader "
    "dean editor manager adviser advisor counsel prosecutor bishop archbishop patriarch king queen "
    "prince duke commander marshal chancellor premier master rector treasurer"
)
_SENT = word_set("ambassador envoy representative adviser advisor")
#: A place at which somebody is head has a name, and so has he: "Director at Norbank Ann Hill".
_WITH_PLACE = 3
#: With so many words from the last "of" on, an office has no name of a person behind it.
_OF_OFFICE = 3
#: What may stand between a preposition and its name: "the brother of the late Ann Hill".
_ADJECTIVES = word_set(
    "a an the late former then young old new famous murdered dead jailed his her"
)
#: Whoever is one of somebody, or speaks for him, is another.
_KIN = word_set(
    "brother sister wife husband widow widower son daughter father mother parent parents uncle "
    "aunt cousin nephew niece friend friends neighbour neighbor colleague colleagues lawyer "
    "lawyers barrister solicitor attorney aide aides adviser advisor agent manager spokesman "
    "spokeswoman spokesperson fan fans critic critics ally allies opponent opponents supporter "
    "supporters victim victims killer partner relative relatives family survivor pupil student"
)
#: "The mother of two" has no name behind it but her own.
_NUMBERS = word_set("one two three four five six seven eight nine ten")
#: A name stands no further behind the one whose kin he is, in pieces.
FAR = 6
JOINING, BOTH = word_set("and or"), word_set("both either")
#: In place of a pronoun: one of two is meant, or one who has no name, and the text does not tell.
UNTOLD = "?"


class Said(NamedTuple):
    """A speaker as the text names him, from ``start`` to ``end``, and how he is known.

    ``pronoun`` tells that the text says "he" or "I" at that place instead of a name; `UNTOLD` that
    it does not tell which of those at that place it was.
    """

    start: int
    end: int
    how: How
    pronoun: str = ""


class NameReader(ClauseReader):
    """One sentence of a narration, read for the names in it."""

    def _opening(self, start: int, end: int) -> tuple[int, int] | None:
        """The first name there that is behind no preposition: it opens the sentence."""
        for run in self._names(start, end):
            is_unnamed = run[0] > 0 and self.pieces[run[0] - 1].lower in A
            if not is_unnamed and not self._is_governed(run[0]):
                return run
        return None

    def _ends_in_name(self, end: int) -> tuple[int, int] | None:
        if end and self.pieces[end - 1].text == ",":
            end -= 1
        return next((run for run in self._names(max(0, end - 6), end) if run[1] == end), None)

    def _is_nominal(self, start: int, end: int) -> bool:
        return start < end and all(self._is_of_name(at) for at in range(start, end))

    def _is_of_name(self, at: int) -> bool:
        """Whether the word may be part of a name, or of a role with an article."""
        piece = self.pieces[at]
        if piece.kind != "word":
            return False
        if piece.lower in DETERMINERS or piece.lower in BOTH or piece.lower in _PARTICLES:
            return True
        if piece.is_capital:
            return piece.lower not in NO_NAMES and piece.lower not in self.words.links
        if piece.lower in OF:
            return at > 0 and self.pieces[at - 1].lower in BODIES
        is_role = at > 0 and self.pieces[at - 1].lower in DETERMINERS
        return piece.lower in TITLES or (is_role and piece.lower not in self.words.links)

    def _is_plain(self, at: int) -> bool:
        """Whether it is a word of a role: no name, no small word, and no verb of saying."""
        piece = self.pieces[at]
        return (
            piece.kind == "word"
            and not piece.is_capital
            and piece.lower not in DETERMINERS | PREPOSITIONS | NO_NAMES
            and piece.lower not in self.words.links
            and not self._is_verb_of_clause(at)
        )

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
        if not piece.is_capital or piece.lower in NO_NAMES:
            return False
        if self.words is not ENGLISH_SPEECH and piece.lower in self.words.links:
            return False
        if at == 0 and is_adverb(piece.lower) and not self._speaks_first():
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
        if piece.lower in OF or piece.lower in {"the", "to"}:
            return self._is_body(at, end) or self._is_portfolio(at, end)
        is_led = piece.lower not in _ARTICLE_PARTICLES or self.pieces[at - 1].lower in _PARTICLES
        particle = piece.lower in _PARTICLES and is_led and at + 1 < end
        return particle and (self.pieces[at + 1].is_capital or self._continues_name(at + 1, end))

    def _is_body(self, at: int, end: int) -> bool:
        """Whether the name of an institution goes on: "Court of Appeal", "Bank of the North"."""
        head = at - 2 if self.pieces[at].lower == "the" else at - 1
        behind = at + 1
        if head == at - 1 and behind < end and self.pieces[behind].lower == "the":
            behind += 1
        if head < 0 or behind >= end or not self.pieces[behind].is_capital:
            return False
        body = self.pieces[self._head_of_body(head)]
        links = {"of"} if body.lower in _OFFICES else {"of", "for"}
        is_of = self.pieces[head + 1].lower in links
        return is_of and body.is_capital and body.lower in BODIES

    def _is_portfolio(self, at: int, end: int) -> bool:
        """Whether it tells what somebody is head of: "Minister for Trade", "Mayor of the North"."""
        link = at - 1 if self.pieces[at].lower == "the" else at
        behind = link + 2 if link + 1 < end and self.pieces[link + 1].lower == "the" else link + 1
        if link < 1 or behind >= end or not self.pieces[behind].is_capital:
            return False
        head = self.pieces[self._head_of_body(link - 1)]
        if not head.is_capital or head.lower not in _HEADS:
            return False
        if self.pieces[link].lower == "to":
            return head.lower in _SENT
        if self.pieces[link].lower == "at":
            following = self.pieces[behind : min(end, behind + _WITH_PLACE)]
            return len(following) == _WITH_PLACE and all(piece.is_capital for piece in following)
        return self.pieces[link].lower in OF

    def _head_of_body(self, at: int) -> int:
        """The word before the first "of": "Office for the Coordination of Aid"."""
        head = at
        for place in range(at, max(0, at - FAR), -1):
            piece = self.pieces[place]
            if piece.lower in OF:
                head = place - 1
            elif not piece.is_capital and piece.lower != "the":
                break
        return head

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
            or after.lower.endswith(("ed", "ing"))
            or is_adverb(after.lower)
        )

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before the name at *first*."""
        if first and self.pieces[first - 1].text == "(":
            return True
        at = first - 1
        while at > 0 and self.pieces[at].lower in _ADJECTIVES:
            at -= 1
        before, earlier = (self.pieces[each].lower if each >= 0 else "" for each in (at, at - 1))
        if (before == "them" and earlier in PREPOSITIONS) or (earlier, before) == ("such", "as"):
            return True
        is_object = before.endswith("ing") and earlier in PREPOSITIONS  # "accused of killing"
        return before in PREPOSITIONS or is_object or self._is_of_another(first)

    def _is_of_another(self, first: int) -> bool:
        """Whether somebody who is the named one's is meant: "mother of the student Lia Hill"."""
        for at in range(first - 1, max(0, first - FAR), -1):
            piece = self.pieces[at]
            if piece.kind != "word" or piece.lower in self.words.verbs:
                return False
            if piece.lower in {"of", "to", "for"}:
                behind = self.pieces[at + 1]
                counted = behind.lower in _NUMBERS or behind.text.isdigit()
                return self.pieces[at - 1].lower in _KIN and not counted
        return False

    def _is_office(self, first: int, end: int) -> bool:
        """Whether the name is that of an office alone: "the Mayor of Kharkiv"."""
        lowers = [piece.lower for piece in self.pieces[first:end]]
        links = [at for at, lower in enumerate(lowers) if lower in OF]
        if links and lowers[links[0] - 1] in _HEADS:
            return len(lowers) - links[-1] <= _OF_OFFICE
        return all(lower in TITLES or lower == "mayor" for lower in lowers)

    def _said(self, first: int, end: int, how: How) -> Said:
        return Said(self.pieces[first].start, self.pieces[end - 1].end, how)
