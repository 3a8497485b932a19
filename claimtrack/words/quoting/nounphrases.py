"""Noun phrases: who stands at a place of a sentence, by name or by what he is."""

from __future__ import annotations

from itertools import islice

from claimtrack.words.quoting.clauses import LONGEST, A, is_adverb
from claimtrack.words.quoting.names import (
    ARTICLES,
    BODIES,
    BOTH,
    DETERMINERS,
    FAR,
    JOINING,
    NO_NAMES,
    OF,
    PREPOSITIONS,
    UNTOLD,
    How,
    Said,
)
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.quoting.relatives import OWNERS, RelativeReader
from claimtrack.words.quoting.speech import ENGLISH as ENGLISH_SPEECH
from claimtrack.words.tokens import word_set

_CLAUSE_ENDS = frozenset(";:–—-")
_GETTING = word_set(
    "receive receives received get gets got see sees saw hear hears heard find finds found read "
    "reads"
)
#: Before the subject of a clause they are no prepositions: "after Hill said".
_BEFORE_CLAUSES = word_set("after before since until till than")
WHO = word_set("who whom whose")
#: What is somebody's of which a quotation are the words.
WORDS_OF = word_set(
    "words claim claims statement remark remarks line letter message comment comments phrase "
    "slogan promise question answer reply argument assertion allegation suggestion tweet speech"
)
#: What somebody issues or posts, so that it says what he says.
_ISSUED = WORDS_OF | word_set("post release note memo email communique announcement bulletin")
_WRITTEN = word_set("report study paper article book essay editorial column blog")
_AT = word_set("in at on from near to")
_OWNING = word_set("his her its their our my")
#: Behind them begins a clause, and with it its subject.
_CLAUSE_OPENERS = word_set("that but while when if because although as after before since until")


class NounReader(RelativeReader):
    """One sentence of a narration, read for who stands where."""

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
        is_pronoun = piece.lower in self.words.third_person | self.words.first_person
        if is_pronoun and not self._is_within_relative(at, since):
            return Said(piece.start, piece.end, how, piece.lower)
        if piece.lower in self.words.relatives:
            return self._antecedent(at, how)
        if piece.lower in self.words.links or piece.kind == "quote":
            return None
        start = self._clause_start(at, since)
        start = self._behind_whom(start, at)
        end = self._without_relative(start, at)
        issuer = self._issuer(self._opens_at(start)) if self._is_head_of_sentence(start) else None
        if issuer is not None:
            return issuer._replace(how=how)
        apart = self._named_behind_relative(end, at) if end < at else None
        if apart is not None:
            return self._said(*apart, how)
        joined = self._joined(start, end, how)
        if joined is not None:
            return joined
        names = [
            run
            for run in self._names(start, end + 1)
            if self._stands(run) or self._opens_clause(run, end)
        ]
        role = self._role_set_off(start, end, how, is_closed=end == at and self._is_closed(at))
        if role is not None:
            return role
        if names and (
            self._receives(names[-1][1], end) or self._is_of_contact_clause(names[-1], end)
        ):
            return self._said(*names[-1], how)._replace(pronoun=UNTOLD)
        if names:
            return self._said(*names[-1], how)
        return self._role(start, end, how)

    def _is_head_of_sentence(self, at: int) -> bool:
        return all(piece.kind == "sign" for piece in self.pieces[max(0, at - 3) : at])

    def _opens_at(self, start: int) -> int:
        """Where the subject begins behind what opens the sentence: "In May, the report"."""
        comma = next(
            (at for at in range(start, start + FAR) if self._lowers(at, 1) == (",",)), None
        )
        if comma is not None and self._lowers(start, 1)[0] in PREPOSITIONS:
            return comma + 1
        opens = self._lowers(start, 2)
        is_led = len(opens) == 2 and opens[0] not in DETERMINERS and opens[1] in DETERMINERS
        return start + 1 if is_led and opens[0] in NO_NAMES - PREPOSITIONS else start

    def _issuer(self, at: int) -> Said | None:
        """Whose the statement is that begins at piece *at*: "a statement from X"."""
        opens = self._lowers(at, 1)
        if not opens or opens[0] not in DETERMINERS:
            return None
        for place in range(at + 1, min(len(self.pieces), at + FAR)):
            if self.pieces[place].lower in _ISSUED or self._is_written_by(place):
                if self._lowers(place + 1, 1) not in {("from",), ("by",)}:
                    return None
                behind = place + 3 if self._lowers(place + 2, 1) == ("the",) else place + 2
                runs = list(islice(self._names(behind, min(len(self.pieces), behind + LONGEST)), 2))
                if not runs or runs[0][0] != behind:
                    return None
                end = runs[-1][1] if self._are_joined(runs) else runs[0][1]
                return self._said(behind, end, "after") if self._stands_behind(end) else None
        return None

    def _is_written_by(self, at: int) -> bool:
        """Whether it is what the ones named behind its "by" wrote: "the study by Hill and Berg"."""
        return self.pieces[at].lower in _WRITTEN and self._lowers(at + 1, 1) == ("by",)

    def _are_joined(self, runs: list[tuple[int, int]]) -> bool:
        return (
            len(runs) == 2
            and self._lowers(runs[0][1], 1) == ("and",)
            and (runs[1][0] == runs[0][1] + 1)
        )

    def _stands_behind(self, end: int) -> bool:
        """Whether no noun goes on behind the name: not "by the Norbank board"."""
        piece = self.pieces[end] if end < len(self.pieces) else None
        is_noun = piece is not None and piece.kind == "word" and self._is_plain(end)
        return not is_noun and not self._owns(end - 1)

    def _opens_clause(self, run: tuple[int, int], end: int) -> bool:
        """Whether the name is the subject of a clause that goes up to *end*: "after Hill said"."""
        first, stop = run
        opener = self.pieces[first - 1].lower if first else ""
        return stop == end + 1 and opener in _BEFORE_CLAUSES and not self._owns(stop - 1)

    def _joined(self, start: int, end: int, how: How) -> Said | None:
        """Two and more who say it together: "Hill and Berg said"; of "Hill or Berg", nobody."""
        while end > start and self.pieces[end].kind == "sign":
            end -= 1
        link = next((at for at in range(end - 1, start, -1) if self._joins(at)), None)
        if link is None or not self._is_nominal(link + 1, end + 1):
            return None
        first = self._first_joined(start, link)
        if first is None:
            return None
        return self._together(first, end + 1, link, how)

    def _joins(self, at: int) -> bool:
        return self.pieces[at].lower in JOINING

    def _first_joined(self, start: int, link: int) -> int | None:
        """Where the first of them begins, at the head of a clause."""
        listed = link
        while listed > start and (
            self.pieces[listed - 1].text == "," or self._is_of_name(listed - 1)
        ):
            listed -= 1
        # In "After Ray met Hill, Ward and Berg said" it is no list that the first comma parts.
        last = listed + 1 if self.pieces[link - 1].text == "," else link
        return next((at for at in range(listed, last) if self._opens_list(at)), None)

    def _opens_list(self, at: int) -> bool:
        before = self.pieces[at - 1] if at else None
        if self.pieces[at].kind != "word":
            return False
        if before is None or before.kind != "word" or before.lower in _CLAUSE_OPENERS:
            return True
        return before.lower == "and" and at > 1 and self.pieces[at - 2].text == ","

    def _together(self, first: int, end: int, link: int, how: How) -> Said:
        while self.pieces[first].lower in BOTH:
            first += 1
        is_one = self.pieces[link].lower == "or"
        return self._said(first, end, how)._replace(pronoun=UNTOLD if is_one else "")

    def _role_set_off(self, start: int, end: int, how: How, *, is_closed: bool) -> Said | None:
        """The unnamed one behind a comma, whose verb it is: "Hill, the mayor said, is right"."""
        commas = (at for at in range(end, start, -1) if self.pieces[at].text == ",")
        first = next(commas, end) + 1
        if first > end or not (is_closed or self._opens_role(first)):
            return None
        is_named = any(self._stands(run) for run in self._names(first, end + 1))
        is_told = any(self.pieces[at].lower in WHO for at in range(first, end + 1))
        return None if is_named or is_told else self._role(first, end, how)

    def _opens_role(self, at: int) -> bool:
        return self.pieces[at].lower in DETERMINERS - A - OWNERS

    def _is_closed(self, end: int) -> bool:
        """Whether what is told behind *end* is set off by a comma: "Hill, a friend said, is"."""
        behind = self.pieces[end : end + FAR]
        ends = next((piece for piece in behind if piece.kind != "word"), None)
        return ends is not None and ends.text == "," and ends is not behind[0]

    def _is_of_contact_clause(self, run: tuple[int, int], end: int) -> bool:
        """Whether the one named did something to whoever speaks: "The man Hill defended said"."""
        first, stop = run
        before, led = (self.pieces[at].lower if at >= 0 else "" for at in (first - 1, first - 2))
        is_done = stop == end and self.pieces[end].lower.endswith("ed")
        return is_done and led in DETERMINERS and before not in TITLES and before.isalpha()

    def _receives(self, at: int, end: int) -> bool:
        """Whether the one named before *at* got the words of another: X received a letter saying"""
        while at < end and self._is_modifier(at):
            at += 1
        return at < end and self.pieces[at].lower in _GETTING

    def _clause_start(self, at: int, since: int) -> int:
        first = max(since, at - LONGEST)
        for place in range(at, first - 1, -1):
            piece = self.pieces[place]
            if piece.kind == "quote" or piece.text in _CLAUSE_ENDS or self._opens_that(place):
                return place + 1
            if place < at and self._is_verb_of_clause(place) and not self._is_aside(place, at + 1):
                relative = self._relative_of(place)
                if relative is None or relative < first or self._tells_of_clause(place, at):
                    return place + 1
        return first

    def _opens_that(self, at: int) -> bool:
        """Whether a clause begins there that tells of words: ", a claim that Hill called"."""
        if at < 3 or self.pieces[at].lower != "that" or self.pieces[at - 1].lower not in WORDS_OF:
            return False
        return self.pieces[at - 2].lower in A and self.pieces[at - 3].text == ","

    def _role(self, start: int, end: int, how: How) -> Said | None:
        """The phrase without a name: "a German source", "officials"."""
        while end >= start and self.pieces[end].kind == "sign":
            end -= 1
        first = end
        while first > start and self._belongs_to_role(first - 1):
            first -= 1
        if any(piece.lower in _GETTING for piece in self.pieces[first:end]):
            return None
        if first > 0 and self._lowers(first - 1, 1) == ("quoting",) and self._is_owned(first):
            # Whoever is named by "her" alone is nobody that a reader could look for.
            return Said(self.pieces[first].start, self.pieces[end].end, how, UNTOLD)
        if first > 0 and self.pieces[first - 1].lower in PREPOSITIONS:
            return self._role_at_place(first - 1, end, how)
        if first > end or not self._names_somebody(first, end):
            return None
        return Said(self.pieces[first].start, self.pieces[end].end, how)

    def _is_owned(self, at: int) -> bool:
        return self.pieces[at].lower in OWNERS

    def _role_at_place(self, link: int, end: int, how: How) -> Said | None:
        """Who has a place behind him: it is the baker in "A baker in Ulm said"."""
        is_name = all(piece.is_capital for piece in self.pieces[link + 1 : end + 1])
        first = link - 1
        while first > 0 and link - first < FAR and self._is_plain(first):
            first -= 1
        opens = first == 0 or self.pieces[first - 1].kind == "sign"
        is_role = first < link - 1 and opens and self.pieces[first].lower in DETERMINERS
        if not (is_role and is_name) or self.pieces[link].lower not in _AT:
            return None
        return Said(self.pieces[first].start, self.pieces[link - 1].end, how)

    def _belongs_to_role(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.kind == "word" and (piece.lower in OF or piece.lower not in self.words.links)

    def _noun_after(self, at: int, how: How) -> Said | None:
        """The noun phrase that begins at piece *at*: a name in it, or set off behind it."""
        if at >= len(self.pieces):
            return None
        issuer = self._issuer(at)
        if issuer is not None:
            return issuer._replace(how=how)
        first = self.pieces[at]
        is_pronoun = first.lower in self.words.third_person | self.words.first_person
        if is_pronoun and not self._is_owner(at):
            return Said(first.start, first.end, how, first.lower)
        if first.kind != "word" or first.lower in self.words.links:
            return None
        end = at
        while end < min(len(self.pieces), at + 12) and self._goes_on(end, at):
            end += 1
        named = [run for run in self._names(at, end) if self._stands(run)]
        joined = self._joined_after(at, end, how)
        if joined is not None:
            return joined
        if self.words is not ENGLISH_SPEECH and first.is_capital:
            named = [run for run in self._names(at, end) if run[0] == at]
        apart = self._set_off(end) or self._set_off_behind_relative(end)
        if named and not (apart and self._is_office(*named[0])):
            return self._said(*named[0], how)
        return self._said(*apart, how) if apart else self._role_after(at, end, how)

    def _is_owner(self, at: int) -> bool:
        """Whether the pronoun stands before what is another's: "said her deputy"."""
        behind = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        return (
            self.pieces[at].lower in OWNERS
            and behind is not None
            and behind.kind == "word"
            and not self._is_modifier(at + 1)
            and behind.lower not in self.words.links
            and behind.lower != "own"
        )

    def _joined_after(self, at: int, link: int, how: How) -> Said | None:
        """Said Hill and Berg; of "said Berg and Hill agreed" nobody is joined."""
        if link >= len(self.pieces) or not self._joins(link) or not self._is_nominal(at, link):
            return None
        end = link + 1
        while end < len(self.pieces) and self._is_of_name(end):
            end += 1
        behind = self.pieces[end] if end < len(self.pieces) else None
        ends = (
            behind is None
            or behind.kind != "word"
            or behind.lower in PREPOSITIONS
            or behind.lower in self.words.modifiers
        )
        return self._together(at, end, link, how) if ends and end > link + 1 else None

    def _goes_on(self, at: int, first: int) -> bool:
        piece = self.pieces[at]
        if piece.kind != "word":
            return False
        if at > first and self._is_portfolio(at, len(self.pieces)):
            return True
        if piece.lower in OF and at > first:
            before = self.pieces[at - 1]
            if before.is_capital and before.lower in BODIES:
                return True
            return not before.is_capital or before.lower in TITLES or before.text.isupper()
        if at > first and self._says_more(at):
            return False
        if at > first and self.pieces[at - 1].lower in ARTICLES | _OWNING:
            return piece.lower not in self.words.links  # "an elderly woman", "the newly elected"
        is_time = piece.lower in self.words.modifiers or is_adverb(piece.lower)
        return piece.lower not in self.words.links and not (is_time and at > first)

    def _says_more(self, at: int) -> bool:
        """Whether a clause begins that tells of the one before: "the man who", "wearing a hat"."""
        piece = self.pieces[at]
        following = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if piece.lower in WHO or piece.is_capital or following is None:
            return piece.lower in WHO
        if piece.lower.endswith("ing"):
            is_led = self.pieces[at - 1].lower in DETERMINERS or self._owns(at - 1)
            return not is_led and (following.lower in DETERMINERS or following.is_capital)
        return piece.lower.endswith("ed") and following.lower in PREPOSITIONS

    def _set_off(self, comma: int) -> tuple[int, int] | None:
        """A name right behind a comma: said the minister, Dmytro Kuleba."""
        if comma >= len(self.pieces) or self.pieces[comma].text != ",":
            return None
        runs = list(self._names(comma + 1, min(len(self.pieces), comma + 8)))
        if not runs or runs[0][0] != comma + 1:
            return None
        return None if self._owns(runs[0][1] - 1) else runs[0]

    def _set_off_behind_relative(self, relative: int) -> tuple[int, int] | None:
        """The name behind a clause: said the man who found it, Tom Hill."""
        behind = range(relative + 1, min(len(self.pieces), relative + LONGEST))
        if relative >= len(self.pieces) or self.pieces[relative].lower not in WHO:
            return None
        comma = next((at for at in behind if self.pieces[at].kind != "word"), None)
        run = self._set_off(comma) if comma is not None else None
        if run is None or (run[1] < len(self.pieces) and self.pieces[run[1]].kind == "word"):
            return None
        return run

    def _role_after(self, at: int, end: int, how: How) -> Said | None:
        if end <= at or self.pieces[at].lower in self.words.modifiers:
            return None
        return Said(self.pieces[at].start, self.pieces[end - 1].end, how)
