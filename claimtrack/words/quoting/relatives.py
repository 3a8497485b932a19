"""Relatives: whom a clause with "who" tells of, and where it begins and ends."""

from __future__ import annotations

from claimtrack.words.quoting.clauses import is_adverb
from claimtrack.words.quoting.names import DETERMINERS, FAR, NO_NAMES, How, NameReader, Said
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.tokens import word_set

_PERSONS = word_set("who whose whom")
_PLURALS = word_set("people men women children police")
#: Nouns that a clause with "that" tells the content of: "the news that Hill left".
_TELLING = word_set(
    "claim claims news report reports idea fact view belief hope fear statement suggestion thought "
    "argument charge allegation rumour rumor promise warning threat theory notion sense feeling "
    "message day time way year moment evidence proof sign concern impression assertion"
)
#: What they tell is a clause: in "who said Hill called" it is Hill who calls.
_OF_CLAUSES = word_set(
    "say says said claim claims claimed insist insists insisted argue argues argued think thinks "
    "thought suggest suggests suggested allege alleges alleged deny denies denied admit admits "
    "admitted"
)
#: Behind "who" they have a person for an object: in "who told Hill said" Hill says nothing.
_TO_PERSONS = word_set(
    "tell tells told ask asks asked warn warns warned accuse accuses accused call calls called "
    "praise praises praised criticise criticised criticize criticized denounce denounced describe "
    "describes described urge urges urged quote quoted threaten threatened answer answered"
)
OWNERS = word_set("her my our")


class RelativeReader(NameReader):
    """One sentence of a narration, read for its clauses with "who"."""

    def _antecedent(self, relative: int, how: How) -> Said | None:
        """Whom "who" stands for: the name right before it, or whoever has none."""
        run = self._ends_in_name(relative)
        if run is not None and run[0] and self.pieces[run[0] - 1].lower == "not":
            run = self._ends_in_name(run[0] - 1)  # "It was Hill, not Berg, who"
        if run is not None:
            return self._said(*run, how)
        return self._unnamed_before(relative, how)

    def _unnamed_before(self, relative: int, how: How) -> Said | None:
        """Who is told of by what he is, right before "who": "the man who", "people who"."""
        end = relative - 1
        if end < 0 or self.pieces[relative].lower not in _PERSONS or not self._is_plain(end):
            return None
        first = end
        while first > 0 and relative - first < FAR and self._is_plain(first - 1):
            first -= 1
        if first and self.pieces[first - 1].lower in DETERMINERS:
            first -= 1
        elif self._names_somebody(end, end):
            first = end
        else:
            return None
        return Said(self.pieces[first].start, self.pieces[end].end, how)

    def _names_somebody(self, first: int, end: int) -> bool:
        """Whether the phrase can be a subject: it has an article, a capital, or is a plural."""
        head = self.pieces[end]
        if head.kind != "word" or head.text.isdigit() or head.lower in NO_NAMES:
            return False
        if end == 0 and is_adverb(head.lower):
            return False
        pronouns = self.words.third_person | self.words.first_person
        opens = self.pieces[first]
        own = first + 1 if opens.lower in OWNERS and first < end else first
        if any(piece.lower in pronouns for piece in self.pieces[own : end + 1]):
            return False
        ends_as_plural = head.lower.endswith("s") and not head.lower.endswith("ss")
        is_plural = ends_as_plural or head.lower in _PLURALS
        return opens.lower in DETERMINERS or opens.is_capital or is_plural

    def _tells_of_clause(self, verb: int, end: int) -> bool:
        """Whether what is told by the *verb* of "who" is a clause whose subject ends at *end*: "the
        man who said that Hill", "who told us Hill"; with a verb of its own it is over by there.
        """
        at = verb + 1
        if self.pieces[verb].lower in _TO_PERSONS:
            is_name = self.pieces[at].is_capital
            at += 1
            while is_name and at <= end and self.pieces[at].is_capital:
                at += 1
        elif self.pieces[verb].lower not in _OF_CLAUSES:
            return False
        if self.pieces[at].lower == "that":
            at += 1
        return self._is_nominal(at, end + 1)

    def _behind_whom(self, start: int, end: int) -> int:
        """Where the subject of ", whom Y told …" begins: it is Y, not the one whom he told. With a
        verb of its own the clause is over: "the man whom Y sent said".
        """
        for place in range(end, start - 1, -1):
            if self.pieces[place].kind != "word":
                break
            if self.pieces[place].lower == "whom":
                return start if self._has_own_verb(place + 1, end) else place + 1
        return start

    def _has_own_verb(self, first: int, end: int) -> bool:
        """Whether the words end in a verb of theirs: "Berg sent", "the mayor had sent"."""
        last, before = self.pieces[end], self.pieces[end - 1]
        if end <= first or last.is_capital or last.lower in TITLES:
            return False
        return before.is_capital or before.lower in self.words.modifiers or last.lower[-2:] == "ed"

    def _without_relative(self, start: int, end: int) -> int:
        """The end of the phrase without ", who …,"."""
        for place in range(start + 1, end):
            if self.pieces[place].lower in self.words.relatives or self._is_that_of(place, end):
                return place - 1
        return end

    def _is_within_relative(self, at: int, since: int) -> bool:
        """Whether the pronoun is only told of in a clause with "who": "the woman who found it"."""
        for place in range(at - 1, max(since, at - FAR) - 1, -1):
            if self.pieces[place].kind != "word" or self._is_verb_of_clause(place):
                return False
            if self.pieces[place].lower in _PERSONS:
                return place < at - 1
        return False

    def _is_that_of(self, at: int, end: int) -> bool:
        """Whether "that" tells of whoever stands before it: "the man that Hill sent"."""
        if self.pieces[at].lower != "that" or at < 2 or not self._is_plain(at - 1):
            return False
        is_told = self.pieces[at - 1].lower in _TELLING or not self._has_own_verb(at + 1, end)
        return self.pieces[at - 2].lower in DETERMINERS and not is_told

    def _named_behind_relative(self, end: int, last: int) -> tuple[int, int] | None:
        """Who has no name before the clause that ends at *last*, and one behind it: "The man who
        found it, Tom Hill,".
        """
        if self.pieces[last].text == ",":
            last -= 1
        run = self._ends_in_name(last + 1) if last > end else None
        if run is None or self.pieces[run[0] - 1].text != ",":
            return None
        is_named = any(self._is_name(at) for at in range(max(0, end - 2), end + 1))
        return None if is_named else run
