"""Noun phrases: who stands at a place of a sentence, by name or by what he is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.quoting.clauses import A, ClauseReader
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.quoting.speech import ENGLISH as ENGLISH_SPEECH
from claimtrack.words.tokens import word_set

#: How a speaker is known: named behind the quotation or before it in the same sentence, by
#: "according to", in the sentence before, by a pronoun that the sentence before explains, or by
#: the label of his turn in a transcript.
How = Literal["after", "before", "according to", "sentence before", "pronoun", "turn"]

#: A subject is no longer than this.
LONGEST = 24
_CLAUSE_ENDS = frozenset(";:–—-")
_PARTICLES = word_set("von van der den de del della di da dos bin ibn al el la le ben")
#: They are articles too: "von der Leyen", but "sagte Lenz der Zeitung".
_ARTICLE_PARTICLES = word_set("der den")
#: Words that carry a capital at the head of a sentence and are no names.
_NO_NAMES = word_set(
    "early late "
    "yesterday today tonight tomorrow earlier later meanwhile however asked speaking instead "
    "there here then now but and or so yet still even the a an this that these those his her "
    "their its he she it they we you i my our your on in at by with from to of for as if when "
    "while after before since because although though during despite until once one two three "
    "some many most all both each every another other such more less last next what who why how "
    "where which not no yes also according only just perhaps maybe finally first second third "
    "nobody somebody everybody either neither both had did does has have were was is are could "
    "would can"
) | {*ENGLISH.weekdays, *ENGLISH.month_forms}
_ARTICLES, _OF = word_set("a an the"), word_set("of for at")
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
    "into through than like unlike including excluding alongside besides except among amid outside "
    "inside regarding not nor aboard toward towards via per within von im in mit nach aus bei à "
    "au de en dans avec pour en con para por"
)

#: Before the subject of a clause they are no prepositions: "after Hill said".
_BEFORE_CLAUSES = word_set("after before since until till than")
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
_PERSONS = word_set("who whose whom")
_WHO = _PERSONS | {"which"}
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
#: A name stands no further behind the one whose kin he is, in pieces.
_FAR = 6
#: What is somebody's of which a quotation are the words.
WORDS_OF = word_set(
    "words claim claims statement remark remarks line letter message comment comments phrase "
    "slogan promise question answer reply argument assertion allegation suggestion tweet speech"
)
#: What somebody issues or posts, so that it says what he says.
_ISSUED = WORDS_OF | word_set("post release note memo email communique announcement bulletin")
_OWNERS = word_set("her my our")
_AT = word_set("in at on from near to")
_JOINING, _BOTH = word_set("and or"), word_set("both either")
#: Behind them begins a clause, and with it its subject.
_CLAUSE_OPENERS = word_set("that but while when if because although as after before since until")
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
        issuer = self._issuer(start) if self._is_head_of_sentence(start) else None
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

    def _issuer(self, at: int) -> Said | None:
        """Whose the statement is that begins at piece *at*: "a statement from X"."""
        opens = self._lowers(at, 1)
        if not opens or opens[0] not in _DETERMINERS:
            return None
        for place in range(at + 1, min(len(self.pieces), at + _FAR)):
            if self.pieces[place].lower in _ISSUED:
                if self._lowers(place + 1, 1) not in {("from",), ("by",)}:
                    return None
                behind = place + 3 if self._lowers(place + 2, 1) == ("the",) else place + 2
                run = next(self._names(behind, min(len(self.pieces), behind + LONGEST)), None)
                is_his = run is not None and run[0] == behind and self._stands_behind(run[1])
                return self._said(*run, "after") if run is not None and is_his else None
        return None

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
        return self.pieces[at].lower in _JOINING

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

    def _is_nominal(self, start: int, end: int) -> bool:
        return start < end and all(self._is_of_name(at) for at in range(start, end))

    def _is_of_name(self, at: int) -> bool:
        """Whether the word may be part of a name, or of a role with an article."""
        piece = self.pieces[at]
        if piece.kind != "word":
            return False
        if piece.lower in _DETERMINERS or piece.lower in _BOTH or piece.lower in _PARTICLES:
            return True
        if piece.is_capital:
            return piece.lower not in _NO_NAMES and piece.lower not in self.words.links
        if piece.lower in _OF:
            return at > 0 and self.pieces[at - 1].lower in BODIES
        is_role = at > 0 and self.pieces[at - 1].lower in _DETERMINERS
        return piece.lower in TITLES or (is_role and piece.lower not in self.words.links)

    def _together(self, first: int, end: int, link: int, how: How) -> Said:
        while self.pieces[first].lower in _BOTH:
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
        is_told = any(self.pieces[at].lower in _WHO for at in range(first, end + 1))
        return None if is_named or is_told else self._role(first, end, how)

    def _opens_role(self, at: int) -> bool:
        return self.pieces[at].lower in _DETERMINERS - A - _OWNERS

    def _is_closed(self, end: int) -> bool:
        """Whether what is told behind *end* is set off by a comma: "Hill, a friend said, is"."""
        behind = self.pieces[end : end + _FAR]
        ends = next((piece for piece in behind if piece.kind != "word"), None)
        return ends is not None and ends.text == "," and ends is not behind[0]

    def _is_of_contact_clause(self, run: tuple[int, int], end: int) -> bool:
        """Whether the one named did something to whoever speaks: "The man Hill defended said"."""
        first, stop = run
        before, led = (self.pieces[at].lower if at >= 0 else "" for at in (first - 1, first - 2))
        is_done = stop == end and self.pieces[end].lower.endswith("ed")
        return is_done and led in _DETERMINERS and before not in TITLES and before.isalpha()

    def _receives(self, at: int, end: int) -> bool:
        """Whether the one named before *at* got the words of another: X received a letter saying"""
        while at < end and self._is_modifier(at):
            at += 1
        return at < end and self.pieces[at].lower in _GETTING

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
        while first > 0 and relative - first < _FAR and self._is_plain(first - 1):
            first -= 1
        if first and self.pieces[first - 1].lower in _DETERMINERS:
            first -= 1
        elif self._names_somebody(end, end):
            first = end
        else:
            return None
        return Said(self.pieces[first].start, self.pieces[end].end, how)

    def _is_plain(self, at: int) -> bool:
        """Whether it is a word of a role: no name, no small word, and no verb of saying."""
        piece = self.pieces[at]
        return (
            piece.kind == "word"
            and not piece.is_capital
            and piece.lower not in _DETERMINERS | _PREPOSITIONS | _NO_NAMES
            and piece.lower not in self.words.links
            and not self._is_verb_of_clause(at)
        )

    def _ends_in_name(self, end: int) -> tuple[int, int] | None:
        if end and self.pieces[end - 1].text == ",":
            end -= 1
        return next((run for run in self._names(max(0, end - 6), end) if run[1] == end), None)

    def _clause_start(self, at: int, since: int) -> int:
        first = max(since, at - LONGEST)
        for place in range(at, first - 1, -1):
            piece = self.pieces[place]
            if piece.kind == "quote" or piece.text in _CLAUSE_ENDS:
                return place + 1
            if place < at and self._is_verb_of_clause(place) and not self._is_aside(place, at + 1):
                relative = self._relative_of(place)
                if relative is None or relative < first or self._tells_of_clause(place, at):
                    return place + 1
        return first

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
        for place in range(at - 1, max(since, at - _FAR) - 1, -1):
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
        return self.pieces[at - 2].lower in _DETERMINERS and not is_told

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

    def _role(self, start: int, end: int, how: How) -> Said | None:
        """The phrase without a name: "a German source", "officials"."""
        while end >= start and self.pieces[end].kind == "sign":
            end -= 1
        first = end
        while first > start and self._belongs_to_role(first - 1):
            first -= 1
        if any(piece.lower in _GETTING for piece in self.pieces[first:end]):
            return None
        if first > 0 and self.pieces[first - 1].lower in _PREPOSITIONS:
            return self._role_at_place(first - 1, end, how)
        if first > end or not self._names_somebody(first, end):
            return None
        return Said(self.pieces[first].start, self.pieces[end].end, how)

    def _role_at_place(self, link: int, end: int, how: How) -> Said | None:
        """Who has a place behind him: it is the baker in "A baker in Ulm said"."""
        is_name = all(piece.is_capital for piece in self.pieces[link + 1 : end + 1])
        first = link - 1
        while first > 0 and link - first < _FAR and self._is_plain(first):
            first -= 1
        opens = first == 0 or self.pieces[first - 1].kind == "sign"
        is_role = first < link - 1 and opens and self.pieces[first].lower in _DETERMINERS
        if not (is_role and is_name) or self.pieces[link].lower not in _AT:
            return None
        return Said(self.pieces[first].start, self.pieces[link - 1].end, how)

    def _names_somebody(self, first: int, end: int) -> bool:
        """Whether the phrase can be a subject: it has an article, a capital, or is a plural."""
        head = self.pieces[end]
        if head.kind != "word" or head.text.isdigit() or head.lower in _NO_NAMES:
            return False
        if end == 0 and head.lower.endswith("ly"):
            return False
        pronouns = self.words.third_person | self.words.first_person
        opens = self.pieces[first]
        own = first + 1 if opens.lower in _OWNERS and first < end else first
        if any(piece.lower in pronouns for piece in self.pieces[own : end + 1]):
            return False
        ends_as_plural = head.lower.endswith("s") and not head.lower.endswith("ss")
        is_plural = ends_as_plural or head.lower in _PLURALS
        return opens.lower in _DETERMINERS or opens.is_capital or is_plural

    def _belongs_to_role(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.kind == "word" and (piece.lower in _OF or piece.lower not in self.words.links)

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
            self.pieces[at].lower in _OWNERS
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
            or behind.lower in _PREPOSITIONS
            or behind.lower in self.words.modifiers
        )
        return self._together(at, end, link, how) if ends and end > link + 1 else None

    def _is_office(self, first: int, end: int) -> bool:
        """Whether the name is that of an office alone: "the Mayor of Kharkiv"."""
        lowers = [piece.lower for piece in self.pieces[first:end]]
        links = [at for at, lower in enumerate(lowers) if lower in _OF]
        if links and lowers[links[0] - 1] in _HEADS:
            return len(lowers) - links[-1] <= _OF_OFFICE
        return all(lower in TITLES or lower == "mayor" for lower in lowers)

    def _goes_on(self, at: int, first: int) -> bool:
        piece = self.pieces[at]
        if piece.kind != "word":
            return False
        if at > first and self._is_portfolio(at, len(self.pieces)):
            return True
        if piece.lower in _OF and at > first:
            before = self.pieces[at - 1]
            if before.is_capital and before.lower in BODIES:
                return True
            return not before.is_capital or before.lower in TITLES or before.text.isupper()
        if at > first and self._says_more(at):
            return False
        is_time = piece.lower in self.words.modifiers or piece.lower.endswith("ly")
        return piece.lower not in self.words.links and not (is_time and at > first)

    def _says_more(self, at: int) -> bool:
        """Whether a clause begins that tells of the one before: "the man who", "wearing a hat"."""
        piece = self.pieces[at]
        following = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if piece.lower in _WHO or piece.is_capital or following is None:
            return piece.lower in _WHO
        if piece.lower.endswith("ing"):
            is_led = self.pieces[at - 1].lower in _DETERMINERS or self._owns(at - 1)
            return not is_led and (following.lower in _DETERMINERS or following.is_capital)
        return piece.lower.endswith("ed") and following.lower in _PREPOSITIONS

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
        if relative >= len(self.pieces) or self.pieces[relative].lower not in _WHO:
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

    def _opening(self, start: int, end: int) -> tuple[int, int] | None:
        """The first name there that is behind no preposition: it opens the sentence."""
        for run in self._names(start, end):
            is_unnamed = run[0] > 0 and self.pieces[run[0] - 1].lower in A
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
        if self.words is not ENGLISH_SPEECH and piece.lower in self.words.links:
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
        if piece.lower in _OF or piece.lower in {"the", "to"}:
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
        return self.pieces[link].lower in _OF

    def _head_of_body(self, at: int) -> int:
        """The word before the first "of": "Office for the Coordination of Aid"."""
        head = at
        for place in range(at, max(0, at - _FAR), -1):
            piece = self.pieces[place]
            if piece.lower in _OF:
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
            or after.lower.endswith(("ed", "ing", "ly"))
        )

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before the name at *first*."""
        if first and self.pieces[first - 1].text == "(":
            return True
        at = first - 1
        while at > 0 and self.pieces[at].lower in _ADJECTIVES:
            at -= 1
        before, earlier = (self.pieces[each].lower if each >= 0 else "" for each in (at, at - 1))
        if (before == "them" and earlier in _PREPOSITIONS) or (earlier, before) == ("such", "as"):
            return True
        is_object = before.endswith("ing") and earlier in _PREPOSITIONS  # "accused of killing"
        return before in _PREPOSITIONS or is_object or self._is_of_another(first)

    def _is_of_another(self, first: int) -> bool:
        """Whether somebody who is the named one's is meant: "mother of the student Lia Hill"."""
        for at in range(first - 1, max(0, first - _FAR), -1):
            piece = self.pieces[at]
            if piece.kind != "word" or piece.lower in self.words.verbs:
                return False
            if piece.lower in {"of", "to", "for"}:
                behind = self.pieces[at + 1]
                counted = behind.lower in _NUMBERS or behind.text.isdigit()
                return self.pieces[at - 1].lower in _KIN and not counted
        return False

    def _said(self, first: int, end: int, how: How) -> Said:
        return Said(self.pieces[first].start, self.pieces[end - 1].end, how)
