"""Speakers: who a sentence says has said what it quotes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.quoting.denials import is_unsaid
from claimtrack.words.quoting.narration import Sentence
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.quoting.speech import OTHER_LANGUAGES, SpeechWords
from claimtrack.words.tokens import word_set

#: How a speaker is known: named behind the quotation or before it in the same sentence, by
#: "according to", in the sentence before, by a pronoun that the sentence before explains, or by
#: the label of his turn in a transcript.
How = Literal["after", "before", "according to", "sentence before", "pronoun", "turn"]

#: A verb of saying stands no further from the quotation, in pieces.
_REACH = 30
#: A name before a colon stands no further from it: "Macron’s answer: “…”"
_HEADED = 10
#: A subject is no longer than this.
_LONGEST = 24
_COMMAS = frozenset(",–—-")
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


class Said(NamedTuple):
    """A speaker as the text names him, from ``start`` to ``end``, and how he is known.

    ``pronoun`` tells that the text says "he" or "I" at that place instead of a name.
    """

    start: int
    end: int
    how: How
    pronoun: str = ""


class Sayings(NamedTuple):
    """What a sentence tells of one quotation: ``said`` who said it, None where it does not tell;
    ``told`` whether it has a verb of saying for it at all; ``unsaid`` that it was not said, as the
    sentence has it, or only may have been.
    """

    said: Said | None
    told: bool
    unsaid: bool = False


_NOTHING = Sayings(None, told=False)
_UNSAID = Sayings(None, told=True, unsaid=True)


class SentenceReader:
    """One sentence of a narration, read for who says what.

    The places of its verbs of saying are found once, so that a sentence with many quotations is
    read in time linear in its length.
    """

    def __init__(self, sentence: Sentence, words: SpeechWords) -> None:
        self.pieces = sentence.pieces
        self.words = words
        self.verbs = [at for at in range(len(self.pieces)) if self._is_saying(at)]

    # -- one quotation --

    def sayings(self, at: int, *, sets_off: bool) -> Sayings:
        """Who said the quotation at piece *at*; *sets_off* tells that it ends like a sentence or
        with a comma, so that what follows may be "he said".
        """
        cited = self._cited(at) or self._owner_of_words(at) or self._gapped(at)
        if cited is not None:
            return Sayings(cited, told=True)
        opens = all(piece.kind == "sign" for piece in self.pieces[max(0, at - 3) : at])
        ways = [self._after, self._before] if sets_off or opens else [self._before]
        if self._is_announced(at):
            ways.reverse()
        told = False
        for way in ways:
            found = way(at)
            if found.said is not None or found.unsaid:
                return found
            told = told or found.told
        owner = self._owner(at) or (None if told else self._told_in_another_language(at))
        return Sayings(owner, told or owner is not None)

    def _gapped(self, at: int) -> Said | None:
        """Who has the words without a verb of his own: X said “…” and Y “…”."""
        end = at - 1 if at and self.pieces[at - 1].text in {",", ":"} else at
        link = next(
            (place for place in range(end - 1, max(-1, end - _GAPPED), -1)
             if self.pieces[place].lower in _GAPPING), None,
        )  # fmt: skip
        if link is None:
            return None
        before = link - 2 if link and self.pieces[link - 1].text == "," else link - 1
        runs = list(self._names(link + 1, end))
        # In "called X “…” and Y “…”" both are spoken of: there the verb is not announcing.
        is_told = before > 0 and self.pieces[before].kind == "quote" and self._is_announced(before)
        if not is_told or len(runs) != 1:
            return None
        return self._said(*runs[0], "before") if runs[0] == (link + 1, end) else None

    def _told_in_another_language(self, at: int) -> Said | None:
        """Who said it by a verb that no English word is, right behind: „…“, sagte X."""
        start = at + 1
        while start < len(self.pieces) and self.pieces[start].text in _COMMAS:
            start += 1
        for words in OTHER_LANGUAGES:
            verb = start
            while verb < min(start + 2, len(self.pieces)) and (
                self.pieces[verb].lower in words.modifiers
            ):
                verb += 1
            following = self.pieces[verb : verb + 2]
            if (
                len(following) == 2
                and len(following[0].text) > _SHORT
                and following[0].lower in words.verbs
                and following[1].is_capital
            ):
                return self._noun_after(verb + 1, "after")
        return None

    def _is_announced(self, at: int) -> bool:
        """Whether a verb of saying stands right before it: And I said, “…”"""
        before = at - 2 if at and self.pieces[at - 1].text in {",", ":"} else at - 1
        return before >= 0 and self._is_verb_of_clause(before)

    def subject(self) -> Said | None:
        """Who the sentence as a whole says something of, where that can be told."""
        for verb in self.verbs[:4]:
            found = self._subject_before(verb, "sentence before")
            if found is not None and not found.pronoun:
                return found
        opening = self._opening(0, min(len(self.pieces), _LONGEST))
        return self._said(*opening, "sentence before") if opening else None

    def others(self, said: Said) -> Iterator[str]:
        """The names in the sentence that are not of *said*, nor behind the preposition of a place
        or an "of".
        """
        for first, end in self._names(0, len(self.pieces), possessive=True):
            start, stop = self.pieces[first].start, self.pieces[end - 1].end
            before = self.pieces[first - 1].lower if first else ""
            is_apart = stop <= said.start or start >= said.end
            if is_apart and before not in _OF_PLACES:
                yield " ".join(piece.text for piece in self.pieces[first:end])

    def pointed_back(self) -> Said | None:
        """Whose words it says those before were: “…” That was the message of X."""
        lowers = self._lowers(0, 5)
        if len(lowers) < 5 or lowers[0] not in _POINTING or lowers[1] not in self.words.be:
            return None
        is_owned = lowers[2] == "the" and lowers[3] in _WORDS_OF and lowers[4] == "of"
        return self._noun_after(5, "after") if is_owned else None

    # -- according to X, X's --

    def _cited(self, at: int) -> Said | None:
        for phrase in self.words.citing:
            for start in self._beside(at, len(phrase)):
                if self._lowers(start, len(phrase)) == phrase:
                    found = self._noun_after(start + len(phrase), "according to")
                    # "Quoting her father, X said" tells X, and nobody by the "her".
                    if found is None or found.pronoun not in _OWNING or start > at:
                        return found
        return self._cited_behind(at)

    def _beside(self, at: int, length: int) -> Iterator[int]:
        """Where a phrase may begin: right behind a quotation, or at the head of the sentence."""
        behind = at + 1
        while behind < len(self.pieces) and self.pieces[behind].text in _COMMAS:
            behind += 1
        yield behind
        if at - _REACH <= length:
            head = next((i for i, p in enumerate(self.pieces[:at]) if p.kind == "word"), at)
            if head < at and not any(piece.kind == "quote" for piece in self.pieces[:at]):
                yield head

    def _lowers(self, start: int, length: int) -> tuple[str, ...]:
        return tuple(piece.lower for piece in self.pieces[start : start + length])

    def _cited_behind(self, at: int) -> Said | None:
        """By a postposition: "Niinistön mukaan"."""
        if not self.words.cited_after:
            return None
        for place in range(at + 1, min(len(self.pieces), at + 8)):
            if self.pieces[place].lower in self.words.cited_after:
                return self._noun_before(place - 1, "according to")
        return None

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

    def _owner_of_words(self, at: int) -> Said | None:
        """Whose words they are called: X repeated Y’s words: “…”"""
        noun = max(0, at - 1)
        while noun and self.pieces[noun].lower in _BEFORE_WORDS:
            noun -= 1
        return self._owner(noun) if self.pieces[noun].lower in _WORDS_OF else None

    # -- “…,” said X; “…,” X said --

    def _after(self, at: int) -> Sayings:
        start = at + 1
        while start < len(self.pieces) and self.pieces[start].text in _COMMAS:
            start += 1
        verb = next((v for v in self._own_verbs_from(start) if v - start < _REACH), None)
        if verb is None or any(p.kind == "quote" for p in self.pieces[start:verb]):
            return _NOTHING
        if all(self._is_modifier(place) for place in range(start, verb)):
            return Sayings(self._noun_after(verb + 1, "after"), told=True)
        opening = self.pieces[start]
        if opening.lower in self.words.be and self._lowers(start + 1, 1)[0] in _ALL_OF_IT:
            if self._is_unsaid(verb, start):
                return _UNSAID
            since = start + 3 if self.pieces[start + 2].lower == "that" else start + 2
            said = self._subject_before(verb, "after", since)
            return Sayings(said, told=said is not None)
        is_subject = opening.lower not in self.words.links and opening.kind == "word"
        if not is_subject:
            return _NOTHING
        quoting = self._quoting_behind(verb)
        if quoting is not None:
            return Sayings(self._noun_after(quoting + 1, "after"), told=True)
        innermost = self._innermost(verb)
        if any(self._is_unsaid(each, start) for each in {verb, innermost}):
            return _UNSAID
        said = self._teller(innermost, "after", start if innermost == verb else verb + 1)
        return Sayings(said, told=said is not None)

    def _quoting_behind(self, verb: int) -> int | None:
        """Where it goes on with whose words they are: “…,” X said, quoting Y."""
        following = self.pieces[verb + 1 : verb + _HEADED]
        for at, piece in enumerate(following, verb + 1):
            if piece.kind == "quote":
                return None
            if piece.lower == "quoting" and self.pieces[at - 1].text == ",":
                return at
        return None

    def _innermost(self, verb: int) -> int:
        """The verb that the quotation belongs to where one has another for its object: “…,” X
        denied saying; “…,” X recalled Y telling him; “…,” X claimed that Y had said.
        """
        inner = next(self._verbs_from(verb + 1), verb)
        between = self.pieces[verb + 1 : inner]
        outer = self.pieces[verb].lower
        is_participle = self.pieces[inner].lower.endswith("ing")
        if (
            not between
            or inner - verb > _HEADED
            or outer not in (_RECALLING if is_participle else _RETELLING)
            or any(piece.kind != "word" for piece in between)
        ):
            return verb
        first = verb + 2 if between[0].lower == "that" else verb + 1
        subject = self._subject_before(inner, "after", since=first)
        is_object = subject is not None and subject.start == self.pieces[first].start
        return inner if is_object else verb

    def _teller(self, verb: int, how: How, since: int = 0) -> Said | None:
        """Who says what *verb* tells: its subject, the doer of a passive, and of somebody who
        quotes, whom he quotes.
        """
        is_quoting = self.pieces[verb].lower in _QUOTING
        by = self._passive(verb)
        if is_quoting and by is None:
            return self._noun_after(verb + 1, how)
        if is_quoting or by is None or (not by and self.pieces[verb].lower in _REPORTED):
            return self._subject_before(verb, how, since)
        return self._noun_after(by, how) if by else None

    def _is_unsaid(self, verb: int, since: int = 0) -> bool:
        pieces = self.pieces[max(since, verb - _LONGEST) : verb]
        quotes = [at for at, piece in enumerate(pieces) if piece.kind == "quote"]
        words = [piece.lower for piece in pieces[quotes[-1] + 1 if quotes else 0 :]]
        asks = self.pieces[-1].text == "?"
        return is_unsaid(words, self.pieces[verb].lower, asks=asks)

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

    def _verbs_from(self, start: int) -> Iterator[int]:
        yield from self.verbs[bisect_left(self.verbs, start) :][:1]

    # -- X said: “…” --

    def _before(self, at: int) -> Sayings:
        verbs = self.verbs[: bisect_left(self.verbs, at)][-3:]
        near = [verb for verb in reversed(verbs) if at - verb < _REACH]
        for verb in near:
            if self._is_unsaid(verb):
                if not self._is_parted(verb, at):
                    return _UNSAID
                continue  # another clause, with a verb of its own or none
            said = self._said_by(verb)
            if said is not None:
                return Sayings(said, told=True)
            if self.pieces[verb].lower in _QUOTING:
                return Sayings(None, told=True)  # it is not he who says so, but who is not named
        if at and self.pieces[at - 1].text == ":":
            return Sayings(self._headed(at - 1), told=True)
        return Sayings(None, told=bool(near))

    def _said_by(self, verb: int) -> Said | None:
        """Who says what *verb* announces."""
        before = self.pieces[verb - 1] if verb else None
        verb_word = self.pieces[verb].lower
        if before is not None and before.text == "," and verb > 1:
            if verb_word.endswith("ing") and verb_word not in _QUOTING:
                # X told the Courier, adding: “…” is X's, and not the Courier's.
                return self._subject_shared(verb) or self._subject_before(verb, "before")
            before = self.pieces[verb - 2]
        if before is not None and before.kind == "quote":
            return self._noun_after(verb + 1, "before")  # “…,” said X, “…”
        if self._passive(verb) is not None or verb_word in _QUOTING:
            return self._teller(verb, "before")
        return self._subject_before(verb, "before") or self._subject_shared(verb)

    def _is_parted(self, verb: int, at: int) -> bool:
        """Whether a clause begins between *verb* and the quotation, so that it has another verb."""
        return any(
            piece.kind == "quote" or piece.text in {",", ";"} or piece.lower in {"and", "but"}
            for piece in self.pieces[verb + 1 : at - 1]
        )

    def _passive(self, verb: int) -> int | None:
        """Where the doer of a passive begins, 0 where none is named; None for an active verb."""
        before = {piece.lower for piece in self.pieces[max(0, verb - 2) : verb]}
        if not before & self.words.be or self.pieces[verb].lower.endswith("ing"):
            return None
        for place in range(verb + 1, min(len(self.pieces), verb + 4)):
            if self.pieces[place].lower in self.words.by:
                return place + 1
        return 0

    def _subject_shared(self, verb: int) -> Said | None:
        """X met Y and said; “…,” said X, adding that: the subject of the verb before, else the
        one who opens the sentence.
        """
        place = bisect_left(self.verbs, verb)
        for earlier in reversed(self.verbs[max(0, place - 2) : place]):
            if self._is_aside(earlier, verb):
                continue  # another clause, with a verb of its own or none
            found = self._subject_before(earlier, "before")
            found = found or self._noun_after(earlier + 1, "before")
            if found is not None:
                return found
        opening = self._opening(max(0, verb - _REACH), verb)
        is_participle = (
            self.pieces[verb].lower.endswith("ing") and self.pieces[verb - 1].text != ","
        )
        if opening and is_participle and self._receives(opening[1], verb):
            return None
        return self._said(*opening, "before") if opening else None

    def _opening(self, start: int, end: int) -> tuple[int, int] | None:
        """The first name there that is behind no preposition: it opens the sentence."""
        for run in self._names(start, end):
            is_unnamed = run[0] > 0 and self.pieces[run[0] - 1].lower in _A
            if not is_unnamed and not self._is_governed(run[0]):
                return run
        return None

    def _headed(self, colon: int) -> Said | None:
        if colon > _HEADED:
            return None
        runs = self._names(0, colon, possessive=True)
        opens = next((run for run in runs if run[0] <= 2 and not self._is_governed(run[0])), None)
        if opens is None:
            return None
        last = self.pieces[opens[1] - 1]
        end = last.end - 2 * last.lower.endswith(("'s", "’s"))
        return Said(self.pieces[opens[0]].start, end, "before")

    # -- noun phrases --

    def _subject_before(self, verb: int, how: How, since: int = 0) -> Said | None:
        at = verb - 1
        while at >= since and self._is_modifier(at):
            at -= 1
        return self._noun_before(at, how, since)

    def _is_modifier(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.kind == "word" and (
            piece.lower in self.words.modifiers
            or piece.lower in self.words.be
            or (piece.lower.endswith("ly") and not piece.is_capital)
            or piece.lower in _IN_REPORTING
        )

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
        first = max(since, at - _LONGEST)
        for place in range(at, first - 1, -1):
            piece = self.pieces[place]
            if piece.kind == "quote" or piece.text in _CLAUSE_ENDS:
                return place + 1
            if place < at and self._is_verb_of_clause(place) and not self._is_aside(place, at + 1):
                return place + 1
        return first

    def _is_aside(self, verb: int, end: int) -> bool:
        """Whether *verb* is that of a clause set off before *end*: X, whom Y had told so, …"""
        if not any(piece.text == "," for piece in self.pieces[verb : min(end, verb + _REACH)]):
            return False
        for place in range(verb - 1, max(-1, verb - _HEADED), -1):
            if self.pieces[place].kind != "word":
                return False
            if self.pieces[place].lower in self.words.relatives:
                return place > 0 and self.pieces[place - 1].text == ","
        return False

    def _is_verb_of_clause(self, at: int) -> bool:
        place = bisect_left(self.verbs, at)
        return place < len(self.verbs) and self.verbs[place] == at

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

    # -- names --

    def _names(
        self, start: int, end: int, *, possessive: bool = False
    ) -> Iterator[tuple[int, int]]:
        """The runs of capitalised words from *start* to *end*, as places of pieces."""
        at = start
        while at < end:
            if not self._is_name(at, possessive=possessive):
                at += 1
                continue  # another clause, with a verb of its own or none
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

    def _owns(self, at: int) -> bool:
        return self.pieces[at].lower.endswith(("'s", "’s", "s'", "s’"))

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

    # -- verbs --

    def _is_named_thing(self, at: int) -> bool:
        """Whether something has that name: "a device called “X”"."""
        before = self.pieces[max(0, at - 4) : at]
        article = any(piece.lower in _A for piece in before)
        return article and before[-1].kind == "word" and not before[-1].is_capital

    def _speaks(self, at: int) -> bool:
        """Whether what follows at piece *at* is what is said."""
        following = self.pieces[at] if at < len(self.pieces) else None
        return following is not None and (
            following.kind == "quote" or following.text in _BEFORE_SAID
        )

    def _is_saying(self, at: int) -> bool:
        piece = self.pieces[at]
        if piece.kind != "word" or piece.lower not in self.words.verbs:
            return False
        if at == 0:
            return True
        if piece.is_capital or (piece.lower in _ALSO_NOUNS and not self._speaks(at + 1)):
            return False
        if piece.lower in _NAMING and self._is_named_thing(at):
            return False
        before = self.pieces[at - 1]
        if before.lower in self.words.before_noun or before.text[:1].isdigit():
            return False
        return not (before.kind == "word" and self._owns(at - 1))


#: “…” was all that X would say, “…” is what X said.
_ALL_OF_IT = word_set("all what")
#: “…” That was the message of X.
_POINTING = word_set("that this those these such")
#: X said “…” and Y “…”; no more pieces stand between the two.
_GAPPING, _GAPPED = word_set("and but while"), 8
#: What they stand before is another's: "her father".
_OWNING = word_set("her his their its my our")
#: A verb of another language that is as short may be an English word.
_SHORT = 3
_A, _ARTICLES, _OF = word_set("a an"), word_set("a an the"), word_set("of for at")
#: What stands between a verb that may be a noun and what it tells.
_BEFORE_SAID = word_set(", : that out it him")
#: What stands between whose words they are and the words.
_BEFORE_WORDS = word_set(", : that of")
#: "Hill was quoted as saying".
_IN_REPORTING = word_set("quoted as")
#: Verbs that are nouns as often, or say of something else that it goes on.
_ALSO_NOUNS = word_set(
    "states state claims claim reports report notes note calls call comments comment remarks "
    "remark demands demand posts post answers answer promises promise quotes quote "
    "continue continues continued think thinks thought pledge vow threat "
    "stress stresses cries praise hail maintain maintains maintained point pointed points"
)
#: What is somebody's of which the quotation are the words.
_WORDS_OF = word_set(
    "words claim claims statement remark remarks line letter message comment comments phrase "
    "slogan promise question answer reply argument assertion allegation suggestion tweet speech"
)
_GETTING = word_set(
    "receive receives received get gets got see sees saw hear hears heard find finds found read "
    "reads"
)
#: Whoever quotes tells another's words; of whom it is told that he is quoted, his own.
_QUOTING = word_set("quote quotes quoted quoting")
_REPORTED = word_set("reported said alleged claimed thought")
#: With somebody's saying for their object, they tell his words: “…,” X recalled Y telling him.
_RECALLING = _QUOTING | word_set("recall recalls recalled reported described describes")
_RETELLING = _RECALLING | word_set(
    "said says claimed claims alleged alleges insisted insists wrote writes thinks thought noted"
)
_NAMING = word_set("called dubbed termed described labelled labeled branded")
_OF_PLACES = word_set("in of at near on into across outside inside around")
_DETERMINERS = word_set(
    "the a an one another his her their its our my this that some many several two three every "
    "each der die das ein eine le la les un une el los"
)
_PREPOSITIONS = word_set(
    "in of for at from to on by with about against between near under over after before during "
    "into through than like aboard toward towards via per within von im in mit nach aus bei à "
    "au de en dans avec pour en con para por"
)
