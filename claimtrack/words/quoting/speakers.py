"""Speakers: who a sentence says has said what it quotes."""

from __future__ import annotations

from bisect import bisect_left

from claimtrack.words.quoting.callings import names_person
from claimtrack.words.quoting.citations import COMMAS, QUOTING, CitationReader, Sayings, doubted
from claimtrack.words.quoting.clauses import BEFORE_DOING, HEADED, LONGEST, MAKING, REACH, A
from claimtrack.words.quoting.givennames import sex_of
from claimtrack.words.quoting.names import DETERMINERS, FAR, UNTOLD, How, Said
from claimtrack.words.quoting.narration import Piece
from claimtrack.words.quoting.nounphrases import WHO, WORDS_OF
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.quoting.speech import ENGLISH, OTHER_LANGUAGES
from claimtrack.words.tokens import word_set

#: “…” was all that X would say, “…” is what X said.
_ALL_OF_IT = word_set("all what how")
#: “…” That was the message of X.
_POINTING = word_set("that this those these such")
#: X said “…” and Y “…”; no more pieces stand between the two.
_GAPPING, _GAPPED = word_set("and but while"), 8
#: Behind a quotation they head who said it, where the headline ends with his name.
_HEADING = frozenset(":–—-")
#: No more signs stand before a quotation that opens a headline.
_OPENING = 3
#: Words that head a line of news and are nobody's name.
_LABELS = word_set(
    "update updated watch video videos photos live breaking exclusive opinion analysis correction "
    "clarification explainer listen read quote question poll review comment letters editorial why "
    "how what inside note caption headline summary background factbox related more"
)
#: A verb of another language that is as short may be an English word.
_SHORT = 3
_REPORTED = word_set("reported said alleged claimed thought")
#: With somebody's saying for their object, they tell his words: “…,” X recalled Y telling him.
_RECALLING = QUOTING | word_set("recall recalls recalled reported described describes")
_RETELLING = _RECALLING | word_set(
    "said says claimed claims alleged alleges insisted insists wrote writes thinks thought noted"
)
_ACCUSING = word_set("accuse accuses accused accusing")
#: They stand before the speaker as well as behind him: "Hill, said Berg, is right".
_INVERTED = word_set(
    "said says added adds wrote writes explained explains argued argues insisted insists noted "
    "notes admitted claimed claims joked declared replied recalled conceded"
)
#: What goes on about the saying, before the comma: "said Berg in a letter".
_ASIDE = word_set("in on at to of for from by with after before during about as when")

#: What is somebody's and is what he says: "Hill’s verdict: “…”".
_THEIR_WORDS = WORDS_OF | word_set(
    "view verdict advice warning plea response motto reaction conclusion opinion explanation post "
    "prediction description summary point reasoning demand vow catchphrase mantra word retort "
    "order instruction excuse defence defense apology confession testimony prayer complaint lament "
    "observation assessment diagnosis rule rallying cry joke quip thought thoughts take quote "
    "headline caption prognosis forecast toast farewell"
)
#: What somebody hears, reads or holds up that has words, which may be another's.
_HEARD = (
    _THEIR_WORDS
    | word_set(
        "call calls shout shouts pleas demands cry cries messages letters note notes slogans chant "
        "chants voice voices whisper scream sign banner poster placard graffiti appeal appeals "
        "request requests questions email emails yell jeer heckle memo postcard telegram "
        "leaflet"
    )
) - word_set("point thought thoughts view opinion conclusion reasoning take rule rallying")
#: What they take in or turn down is not their own: "Hill heard a shout: “…”".
_TAKING_IN = word_set(
    "heard hears hear received receives got gets read reads rejected rejects dismissed dismisses "
    "ignored ignores quoted quotes denounced denounces mocked mocks ridiculed rebuffed overheard "
    "found finds saw sees noticed opened shown handed given sent cited cites remembered forgot "
    "disregarded"
)
#: What they send from somewhere is their own: "Hill sent a message from prison: “…”".
_SENDING = word_set(
    "sent sends left issued wrote posted recorded released published delivered broadcast made gave "
    "had has offered"
)
_TO_HEAD = 4
_HAVING = word_set("has had")
_NOTHING = Sayings(None, told=False)


class SentenceReader(CitationReader):
    """One sentence of a narration, read for who says what."""

    def sayings(self, at: int, *, sets_off: bool) -> Sayings:
        """Who said the quotation at piece *at*; *sets_off* tells that it ends like a sentence or
        with a comma, so that what follows may be "he said".
        """
        cited = self._cited(at)
        if cited is not None:
            return self._passed_on(at, cited) or Sayings(cited, told=True)
        cited = self._owner_of_words(at) or self._gapped(at)
        if cited is not None:
            return Sayings(cited, told=True)
        opens = all(piece.kind == "sign" for piece in self.pieces[max(0, at - 3) : at])
        ways = [self._after, self._before] if sets_off or opens else [self._before]
        if self._is_announced(at):
            ways.reverse()
        told = False
        for way in ways:
            found = way(at)
            if found.said is not None or found.doubt is not None:
                return found
            told = told or found.told
        owner = self._owner(at)
        if owner is None and not told:
            owner = (
                self._cited_within(at) or self._told_in_another_language(at) or self._for_whom(at)
            )
        return Sayings(owner, told or owner is not None)

    def _for_whom(self, at: int) -> Said | None:
        """The person to whom it is so: "For Ann Hill, the ruling is “…”"."""
        run = next(self._names(1, at), None)
        if self._lowers(0, 1) != ("for",) or run is None or run[0] != 1 or at > LONGEST:
            return None
        behind = self._lowers(run[1], 2)
        named = self.pieces[1 : run[1]]
        is_known = bool(sex_of(named[0].lower)) and len(named) > 1
        is_person = is_known or named[0].lower in TITLES or behind == (",", "who")
        between = self.pieces[run[1] : at]
        if any(piece.kind == "quote" or piece.lower in self.words.works for piece in between):
            return None  # "For Ann Hill, the best film is “…”"
        before = self.pieces[at - 1]
        is_so = before.text == "," or before.lower in self.words.be
        return self._said(*run, "before") if behind[:1] == (",",) and is_person and is_so else None

    def _gapped(self, at: int) -> Said | None:
        """Who has the words without a verb of his own: X said “…” and Y “…”."""
        end = at - 1 if at and self.pieces[at - 1].text in {",", ":"} else at
        link = next(
            (place for place in range(end - 1, max(-1, end - _GAPPED), -1)
             if self._gaps(place)), None,
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

    def _gaps(self, at: int) -> bool:
        """Whether another's words follow those before: X said “…” and Y “…”; X said “…”, Y “…”."""
        is_comma = self.pieces[at].text == "," and at > 0 and self.pieces[at - 1].kind == "quote"
        return is_comma or self.pieces[at].lower in _GAPPING

    def _told_in_another_language(self, at: int) -> Said | None:
        """Who said it by a verb that no English word is, right behind: „…“, sagte X."""
        start = at + 1
        while start < len(self.pieces) and self.pieces[start].text in COMMAS:
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
                run = next(self._names(verb + 1, min(len(self.pieces), verb + HEADED)), None)
                if run is not None and run[0] == verb + 1 and not self._is_office(*run):
                    return self._said(*run, "after")
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
        opening = self._opening(0, min(len(self.pieces), LONGEST))
        return self._said(*opening, "sentence before") if opening else None

    def pointed_back(self) -> Said | None:
        """Whose words it says those before were: “…” That was the message of X."""
        lowers = self._lowers(0, 5)
        if len(lowers) < 5 or lowers[0] not in _POINTING or lowers[1] not in self.words.be:
            return None
        is_owned = lowers[2] == "the" and lowers[3] in WORDS_OF and lowers[4] == "of"
        return self._noun_after(5, "after") if is_owned else None

    def _after(self, at: int) -> Sayings:
        start = at + 1
        while start < len(self.pieces) and self.pieces[start].text in COMMAS:
            start += 1
        headed = self._headed_behind(at) or self._read_out(start)
        if headed is not None:
            return Sayings(headed, told=True)
        verb = next((v for v in self._own_verbs_from(start) if v - start < REACH), None)
        if verb is not None:
            verb = self._behind_relative(verb, start)
        if verb is None or any(p.kind == "quote" for p in self.pieces[start:verb]):
            return _NOTHING
        if all(self._is_modifier(place) for place in range(start, verb)):
            doubt = self._doubt(verb, start)
            return doubted(doubt) if doubt else self._inverted_behind(verb)
        opening = self.pieces[start]
        if opening.lower in self.words.be and self._lowers(start + 1, 1)[0] in _ALL_OF_IT:
            doubt = self._doubt(verb, start)
            if doubt is not None:
                return doubted(doubt)
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
        doubt = self._doubt(verb, start) or self._doubt(innermost, start)
        if doubt is not None:
            return doubted(doubt)
        reporter = self._reported_by(innermost)
        if reporter is not None and self._is_unnamed(reporter):
            return doubted("hearsay")
        said = self._teller(innermost, "after", start if innermost == verb else verb + 1)
        return Sayings(said, told=said is not None)

    def _inverted_behind(self, verb: int) -> Sayings:
        """Who stands right behind the verb: “…,” said X; „…” – jelentette ki X."""
        behind = verb + 1
        while self.words is not ENGLISH and behind < len(self.pieces) and self._is_modifier(behind):
            behind += 1
        return Sayings(self._noun_after(behind, "after"), told=True)

    def _headed_behind(self, at: int) -> Said | None:
        """Whose words a headline gives: “…”: X; “…”: X on the mill."""
        if at > _OPENING or at + 2 >= len(self.pieces):
            return None
        if any(piece.kind == "word" for piece in self.pieces[:at]):
            return None
        sign = self.pieces[at + 1].text
        run = next(self._names(at + 2, min(len(self.pieces), at + 2 + HEADED)), None)
        if sign not in _HEADING or run is None or run[0] != at + 2:
            return None
        follows = self.pieces[run[1]].lower if run[1] < len(self.pieces) else ""
        ends = follows in {"", "."} and run[1] + 2 > len(self.pieces)
        is_told = ends or (sign == ":" and follows == "on")
        words = {piece.lower for piece in self.pieces[at + 2 : run[1]]}
        is_name = _LABELS.isdisjoint(words) and self.pieces[at + 2].lower not in self.words.links
        return self._said(*run, "after") if is_told and is_name else None

    def _read_out(self, at: int) -> Said | None:
        """Whose statement it is: “…,” read a statement from X."""
        if self._lowers(at, 1) not in {("read",), ("reads",)}:
            return None
        return self._issuer(at + 1)

    def _behind_relative(self, verb: int, since: int) -> int:
        """The verb of whoever speaks where *verb* is that of a clause which tells of him: “…,” the
        man who told Y said. *verb* itself where there is no other.
        """
        relative = self._relative_of(verb)
        if relative is None or relative <= since or self.pieces[relative - 1].text == ",":
            return verb
        other = next(self._verbs_from(verb + 1), None)
        if other is None or other - verb >= REACH or self._tells_of_clause(verb, other - 1):
            return verb
        return verb if any(p.kind == "quote" for p in self.pieces[verb:other]) else other

    def _quoting_behind(self, verb: int) -> int | None:
        """Where it goes on with whose words they are: “…,” X said, quoting Y."""
        following = self.pieces[verb + 1 : verb + HEADED]
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
        if self._lowers(verb + 1, 2) == ("to", "have") and len(between) <= HEADED:
            return inner
        if outer in _ACCUSING and self.pieces[inner - 1].lower == "of" and inner - verb <= HEADED:
            return inner
        if (
            not between
            or inner - verb > HEADED
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
        is_quoting = self.pieces[verb].lower in QUOTING
        by = self._passive(verb)
        if is_quoting and by is None:
            return self._noun_after(verb + 1, how)
        if is_quoting or by is None or (not by and self.pieces[verb].lower in _REPORTED):
            return self._subject_before(verb, how, since)
        return self._noun_after(by, how) if by else None

    def _before(self, at: int) -> Sayings:
        verbs = self.verbs[: bisect_left(self.verbs, at)][-3:]
        near = [verb for verb in reversed(verbs) if at - verb < REACH]
        is_headed = at > 0 and self.pieces[at - 1].text == ":"
        if is_headed and near and all(self._takes_in(verb) for verb in near):
            return Sayings(self._headed(at - 1), told=True)
        for verb in near:
            doubt = self._doubt(verb)
            if doubt is not None:
                if not self._is_parted(verb, at):
                    return doubted(doubt)
                continue  # another clause, with a verb of its own or none
            if self._is_of_thing(verb) and not self._is_parted(verb, at):
                return Sayings(self._subject_before(verb, "before"), told=True)
            said = self._inverted(verb, at) or self._said_by(verb)
            if said is not None:
                return Sayings(said, told=True)
            if self.pieces[verb].lower in QUOTING:
                return Sayings(None, told=True)  # it is not he who says so, but who is not named
        if is_headed:
            return Sayings(self._headed(at - 1), told=True)
        return Sayings(None, told=bool(near))

    def _takes_in(self, verb: int) -> bool:
        """Whether it is another's words that the *verb* has to do with: "dismissed the claim: “…”",
        or their noun: "heard cries: “…”".
        """
        if self.pieces[verb].lower in _HEARD and verb:
            return self.pieces[verb - 1].lower in _TAKING_IN
        colon = next((at for at in range(verb, verb + HEADED) if self._is_colon(at)), verb)
        is_noun = colon > verb and self.pieces[colon - 1].lower in _HEARD
        return is_noun and self.pieces[verb].lower in _TAKING_IN - QUOTING

    def _is_colon(self, at: int) -> bool:
        return at < len(self.pieces) and self.pieces[at].text == ":"

    def _inverted(self, verb: int, at: int) -> Said | None:
        """Who said it where the verb stands before him: "Hill, said Berg, “is right”"."""
        is_set_off = verb > 0 and self.pieces[verb - 1].text == ","
        if not is_set_off or self.pieces[verb].lower not in _INVERTED:
            return None
        said = self._noun_after(verb + 1, "before")
        if said is None or self.pieces[verb + 1].lower in A:
            return None
        end = next(i for i in range(verb + 1, at + 1) if self.pieces[i].start >= said.end)
        behind = self.pieces[end]
        comma = next((i for i in range(end, at) if self.pieces[i].text == ","), None)
        if comma is None or not (comma == end or self._begins_aside(behind)):
            return None
        # In "Hill, who came late, said Berg, a friend, was “right”" the comma closes an aside.
        is_first = all(piece.text != "," for piece in self.pieces[max(0, verb - REACH) : verb - 1])
        return said if is_first or comma == at - 1 else None

    def _begins_aside(self, piece: Piece) -> bool:
        return piece.lower in _ASIDE or piece.lower in self.words.modifiers

    def _is_of_thing(self, verb: int) -> bool:
        """Whether it is the verb of a "which": what that stands for is nobody named before."""
        at = verb - 1
        while at > 0 and self._is_modifier(at):
            at -= 1
        return at > 0 and self._lowers(at - 1, 2) == (",", "which")

    def _answering(self, verb: int) -> Said | None:
        """Who answers what was said before: “…,” X said, to which Y replied; “…,” X said,
        prompting Y to remark.
        """
        is_prompted = self.pieces[verb - 1].lower == "to" if verb else False
        end = verb - 1 if is_prompted else verb
        while not is_prompted and end > 0 and self._is_modifier(end - 1):
            end -= 1
        run = self._ends_in_name(end)
        if run is None:
            return None
        if is_prompted:
            before = self._lowers(max(0, run[0] - FAR), min(FAR, run[0]))
            return None if MAKING.isdisjoint(before) else self._said(*run, "before")
        led = self._lowers(run[0] - 2, 2) if run[0] > 1 else ()
        return self._said(*run, "before") if led == ("to", "which") else None

    def _said_by(self, verb: int) -> Said | None:
        """Who says what *verb* announces."""
        before = self.pieces[verb - 1] if verb else None
        verb_word = self.pieces[verb].lower
        answering = self._answering(verb)
        if answering is not None:
            return answering
        if before is not None and before.text == "," and verb > 1:
            if verb_word.endswith("ing") and verb_word not in QUOTING:
                # X told the Courier, adding: “…” is X's, and not the Courier's.
                return self._subject_shared(verb) or self._subject_before(verb, "before")
            before = self.pieces[verb - 2]
        is_inverted = before is not None and before.kind == "quote"
        if is_inverted or (self.words is not ENGLISH and self._is_behind_quote(verb)):
            return self._inverted_behind(verb).said  # “…,” said X, “…”
        if self._passive(verb) is not None or verb_word in QUOTING:
            return self._teller(verb, "before")
        said = self._subject_before(verb, "before")
        if said is not None or self._is_behind_who(verb):
            return said
        if self.words is not ENGLISH and self._opens_clause_with(verb):
            return self._inverted_behind(verb).said
        return self._subject_shared(verb)

    def _opens_clause_with(self, verb: int) -> bool:
        """Whether only small words stand before the verb: "Как рассказала X, …"."""
        before = range(max(0, verb - HEADED), verb)
        return verb < HEADED and all(
            self._is_modifier(at) or self.pieces[at].lower in self.words.links for at in before
        )

    def _is_behind_who(self, verb: int) -> bool:
        """Whether it is the verb of "who", or of whoever he tells of: "those who know X said"."""
        for at in range(verb - 1, max(-1, verb - HEADED), -1):
            if self.pieces[at].kind != "word" or self.pieces[at].lower in _GAPPING:
                return False
            if self.pieces[at].lower in WHO:
                return True
        return False

    def _subject_shared(self, verb: int) -> Said | None:
        """X met Y and said; “…,” said X, adding that: the subject of the verb before, else the
        one who opens the sentence.
        """
        if verb and self.pieces[verb - 1].lower in BEFORE_DOING:
            return self._doing(verb)
        place = bisect_left(self.verbs, verb)
        for earlier in reversed(self.verbs[max(0, place - 2) : place]):
            if self._is_aside(earlier, verb):
                continue
            found = self._subject_before(earlier, "before")
            if found is None and self._is_behind_quote(earlier):
                found = self._noun_after(earlier + 1, "before")
            if found is not None:
                return found
        # Whoever stands behind a verb is spoken of or to: "accused Hill and warned".
        start = max(0, verb - REACH)
        first = self.verbs[bisect_left(self.verbs, start)]
        opening = self._opening(start, first or verb)
        is_participle = (
            self.pieces[verb].lower.endswith("ing") and self.pieces[verb - 1].text != ","
        )
        if opening and is_participle and self._receives(opening[1], verb):
            return None
        if opening and self.pieces[opening[1]].lower in TITLES:
            first, end = opening  # "the US ambassador" is not the US
            return self._role(max(0, first - 1), end, "before")
        return self._said(*opening, "before") if opening else None

    def _is_behind_quote(self, verb: int) -> bool:
        at = verb - 1
        while at > 0 and self._is_modifier(at):
            at -= 1
        while at > 0 and self.pieces[at].text in COMMAS:
            at -= 1
        return at >= 0 and self.pieces[at].kind == "quote"

    def _doing(self, verb: int) -> Said | None:
        """Who is blamed for saying so: "Berg fined Hill for saying"; "Hill fined for saying"."""
        link = verb - 1
        runs = [run for run in self._names(max(0, link - LONGEST), link) if run[1] == link]
        start = max(0, verb - REACH)
        comma = next((at for at in range(link, start, -1) if self.pieces[at].text == ","), start)
        opening = self._opening(comma, verb) or self._opening(start, verb)
        if runs and not self._is_governed(runs[-1][0]):
            return self._said(*runs[-1], "before")
        if opening is None:
            return None
        said = self._said(*opening, "before")
        return said._replace(pronoun=UNTOLD) if self._has_object(link) else said

    def _has_object(self, end: int) -> bool:
        """Whether somebody without a name stands right before *end*: "Berg fined the man for"."""
        for at in range(end - 1, max(0, end - 5), -1):
            lower = self.pieces[at].lower
            if lower in _ASIDE or lower in self.words.be or self.pieces[at].kind != "word":
                return False
            if lower in self.words.before_noun or lower in self.words.third_person:
                before = self.pieces[at - 1].lower
                return before not in _ASIDE and before not in self.words.be
        return False

    def _headed(self, colon: int) -> Said | None:
        """Who says what a colon opens, where no verb of saying stands before it."""
        if colon > HEADED:
            return None
        runs = self._names(0, colon, possessive=True)
        opens = next((run for run in runs if run[0] <= 2 and not self._is_governed(run[0])), None)
        if opens is None:
            return self._called_before(colon)
        if self.pieces[opens[0]].lower in _LABELS:
            return None
        noun = self._heard(opens[1], colon)
        if noun is not None:
            return self._whose_words(noun, colon)
        last = self.pieces[opens[1] - 1]
        is_owner = self._owns(opens[1] - 1) and opens[1] < colon
        if is_owner and not self._is_of_words(opens[1], colon):
            return self._called_before(colon)  # "Hill’s lawyer, Ann Berg, was in tears: “…”"
        end = last.end - 2 * last.lower.endswith(("'s", "’s"))
        return Said(self.pieces[opens[0]].start, end, "before")

    def _heard(self, at: int, colon: int) -> int | None:
        """Where the noun stands of another's words that the one named before *at* has to do with:
        "Hill heard a shout: “…”", "Hill held up a letter from Berg: “…”".
        """
        nouns = (each for each in range(at, colon) if self.pieces[each].lower in _HEARD)
        noun = next(
            (each for each in nouns if not self._is_verb_of_clause(each) or self._takes_in(each)),
            None,
        )
        if noun is None or self._owns(at - 1):
            return None
        verb = at
        while verb < noun and self._is_modifier(verb):
            verb += 1
        is_passive = any(self.pieces[each].lower in self.words.be for each in range(at, verb))
        doing = self.pieces[verb].lower
        if doing in _TAKING_IN and (doing not in _SENDING or is_passive):
            return noun
        link = self._from_whom(noun, colon)
        if link is None or is_passive or doing in _HAVING:
            return None
        is_his = doing in _SENDING and self.pieces[link].lower == "from"
        is_named = link + 1 < colon and self._is_name(self._behind_article(link + 1))
        return noun if is_named and not is_his else None

    def _from_whom(self, noun: int, colon: int) -> int | None:
        """Where the "by" or "from" behind the *noun* stands, if it has one."""
        links = (at for at in range(noun + 1, colon) if self.pieces[at].lower in {"by", "from"})
        return next(links, None)

    def _behind_article(self, at: int) -> int:
        return at + 1 if self.pieces[at].lower == "the" else at

    def _whose_words(self, noun: int, colon: int) -> Said | None:
        """Whose words the *noun* names, where it tells: "a call by Berg", "Berg’s call"."""
        link = self._from_whom(noun, colon)
        if link is None:
            return self._owner(noun)
        first = self._behind_article(link + 1)
        run = next(self._names(first, colon), None)
        is_whole = run is not None and run[0] == first and self.pieces[run[1]].text in {":", ","}
        return self._said(*run, "before") if run is not None and is_whole else None

    def _is_of_words(self, at: int, colon: int) -> bool:
        """Whether what is somebody's there are words: "Hill’s blunt answer to the court: “…”"."""
        for place in range(at, min(colon, at + _TO_HEAD)):
            if self.pieces[place].lower in _THEIR_WORDS:
                return True
            if not self._is_plain(place) or self.pieces[place].lower in self.words.be:
                return False
        return False

    def _called_before(self, colon: int) -> Said | None:
        """Who is told by what he is, at the head of the sentence: "The judge, Ann Hill, was firm:
        “…”", "The mayor was blunt: “…”".
        """
        end = next((at for at in range(1, colon) if not self._is_called(at)), colon)
        if end == colon or not names_person(self.pieces[end - 1].lower):
            return None
        apart = self._set_off(end)
        if apart is not None:
            return self._said(*apart, "before") if apart[1] <= colon else None
        tells = self.pieces[end].lower in self.words.be | _HAVING
        opens = self.pieces[0].lower in DETERMINERS
        return self._said(0, end, "before") if tells and opens else None

    def _is_called(self, at: int) -> bool:
        return self._is_plain(at) and self.pieces[at].lower not in self.words.be | _HAVING
