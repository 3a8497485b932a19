"""Callings: what a sentence calls whoever it names."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.words.quoting.clauses import HEADED
from claimtrack.words.quoting.names import BODIES, Said
from claimtrack.words.quoting.nounphrases import NounReader
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.tokens import word_set

#: Whom they have for an object is a person, or a side that may speak as well.
_MEETING = word_set(
    "met meets beat beats sacked fired replaced replaces succeeded succeeds married sued thanked "
    "praised criticised criticized attacked accused blamed interviewed kissed hugged joined called"
)
#: Whoever was it is not called so, and whoever stands in for another neither.
_NO_LONGER = word_set("former ex deputy vice late then not once no nor")
_ROLE_ENDS = word_set("behind near who whose next outside between within")
#: Names that tell of what they are: "Norbank" is a bank.
_IN_NAMES = ("bank", "air")
#: Words of offices that are no persons, and endings of those who are.
_NO_PERSONS = word_set("of for state security national defence defense finance interior foreign")
_OF_PERSONS = (
    "er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "nurse",
    "nurses", "boy", "girl", "people", "wife", "son", "child", "children", "friend", "friends",
    "agent", "agents", "resident", "residents", "student", "students", "police", "who", "judge",
    "pilot", "chief", "clerk", "guard", "crowd", "couple",
)  # fmt: skip
_OF_PLACES = word_set("in of at near on into across outside inside around")


def names_person(word: str) -> bool:
    """Whether the *word*, in small letters, says that somebody is a person."""
    return word in TITLES - _NO_PERSONS or word.endswith(_OF_PERSONS)


class CallingReader(NounReader):
    """One sentence of a narration, read for what it calls whom."""

    _called: dict[str, list[Said]] | None = None

    def others(self, said: Said) -> Iterator[str]:
        """The names in the sentence that are not of *said*, nor behind the preposition of a place
        or an "of".
        """
        for first, end in self._names(0, len(self.pieces)):
            start, stop = self.pieces[first].start, self.pieces[end - 1].end
            before = self.pieces[first - 1].lower if first else ""
            is_apart = stop <= said.start or start >= said.end
            if is_apart and before not in _OF_PLACES:
                yield " ".join(piece.text for piece in self.pieces[first:end])

    def meets(self, said: Said) -> bool:
        """Whether it tells that *said* met, beat or called another, whom it names."""
        return any(
            self.pieces[first].start >= said.end and self.pieces[first - 1].lower in _MEETING
            for first, _ in self._names(1, len(self.pieces))
        )

    def names_anybody(self) -> bool:
        """Whether somebody may be told of in the sentence, by name or by what he is, or speaks."""
        for piece in self.pieces:
            if piece.kind == "quote" or piece.lower in self.words.first_person:
                return True
            if piece.kind == "word" and not piece.is_capital and names_person(piece.lower):
                return True
        return any(
            first == 0 or self.pieces[first - 1].lower not in _OF_PLACES
            for first, _ in self._names(0, len(self.pieces), possessive=True)
        )

    def called(self, noun: str) -> list[Said]:
        """Who is named and called *noun*: "Mayor Hill", "Ann Hill, the mayor", "Hill is mayor"."""
        if self._called is None:
            self._called = {}
            for run in self._names(0, len(self.pieces)):
                if not self._owns(run[1] - 1):
                    for each in self._callings(*run):
                        self._called.setdefault(each, []).append(self._said(*run, "pronoun"))
        return self._called.get(noun, [])

    def _callings(self, first: int, end: int) -> set[str]:
        """What the one named from *first* to *end* is called there."""
        lowers = [piece.lower for piece in self.pieces[first:end]]
        called = {each for each in lowers[:-1] if each in TITLES or each in BODIES}
        if lowers[-1] in BODIES - TITLES:
            called.add(lowers[-1])
        called.update(body for body in _IN_NAMES if lowers[-1].endswith(body))
        before = self.pieces[first - 1] if first else None
        if before is not None and before.kind == "word" and not before.is_capital:
            called.add(before.lower)
        behind = end + 1
        if end < len(self.pieces) and (
            self.pieces[end].text == "," or self.pieces[end].lower in self.words.be
        ):
            called.update(self._told_behind(behind))
        former = {piece.lower for piece in self.pieces[max(0, first - 3) : first]} | set(lowers)
        return called if _NO_LONGER.isdisjoint(former) else set()

    def _told_behind(self, at: int) -> set[str]:
        """What is said of somebody behind his name: ", the trade minister", "is minister for"."""
        words: list[str] = []
        for piece in self.pieces[at : at + HEADED]:
            is_over = piece.lower in self.words.links or piece.lower in _ROLE_ENDS
            if piece.kind != "word" or piece.is_capital or is_over:
                break
            words.append(piece.lower)
        is_role = bool(words) and (words[0] in self.words.before_noun or words[0] in TITLES)
        return {words[-1]} if is_role and _NO_LONGER.isdisjoint(words) else set()
