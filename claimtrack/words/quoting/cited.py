"""Cited words: what a text puts into quotation marks, and who it says has said so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrack.words.quoting.denials import Doubt
from claimtrack.words.quoting.names import UNTOLD, How, Said
from claimtrack.words.quoting.narration import Sentence, inner_narration, narration
from claimtrack.words.quoting.pronouns import is_another_person, is_said_to_another, may_stand_for
from claimtrack.words.quoting.quotemarks import Quoted, quoted_stretches
from claimtrack.words.quoting.speakers import SentenceReader
from claimtrack.words.quoting.speech import SpeechWords, speech_words
from claimtrack.words.tokens import word_set

#: So few words without a verb of saying are the writer's distance, not somebody's speech.
_SCARE_WORDS = 2
#: A title of a work is no longer, in words.
_TITLE_WORDS = 14
#: So many characters before a name tell what stands there, and behind a pronoun to whom it spoke.
_BEFORE = 30
_GOING_ON = frozenset({"he", "she"})
#: Whoever was named with his office is called by it alone behind that.
_BY_OFFICE = re.compile(r"the ([^\W\d_]+)")
#: They have no capital in a title: “Player of the Year”.
_SMALL = word_set("a an and as at by for from in of on or the to with")
_SETS_OFF = re.compile(r"[,.!?…—–-]['’\"”»)\]]*\Z")
_WORD = re.compile(r"\w[\w'’.\-]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a text quotes: ``text[start:end]``, between the marks.

    ``text`` holds the words; of a quotation over several paragraphs, without the marks that open
    it again. ``speaker`` is who is said to have said them, as the text names him, from
    ``speaker_start`` to ``speaker_end``; None where it does not say. ``how`` tells how he is
    known. ``nested`` marks one within another. ``scare`` marks one or two words that nobody is
    said to have said; ``block`` one that is set apart without marks; ``closed`` is False where the
    closing mark is missing, and the end a guess. ``unsaid`` marks what the text does not tell as
    said: it denies, asks or supposes it, or, which ``hearsay`` marks too, passes it on as what
    others say of somebody ("is alleged to have said"). Then there is no speaker, and whoever tells
    it is none.
    """

    text: str
    start: int
    end: int
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    how: How | None = None
    nested: bool = False
    scare: bool = False
    block: bool = False
    closed: bool = True
    unsaid: bool = False
    hearsay: bool = False


def find_quotations(text: str, *, language: str = "en") -> list[Quotation]:
    """Every quotation of *text*, in order, with who is said to have said it.

    Titles of works are none. ``text[q.start:q.end]`` are the words. Never raises, and takes time
    linear in the length of *text*.
    """
    quoted = quoted_stretches(text)
    if not quoted:
        return []
    reading = _Reading(text, quoted, speech_words(language))
    reading.read(narration(text, quoted))
    reading.read_within()
    return [
        _quotation(text, one, reading.told[place])
        for place, one in enumerate(quoted)
        if not reading.told[place].is_title
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of one quotation: who said it, and whether a verb of saying goes with it."""

    said: Said | None = None
    spoken: bool = False
    is_title: bool = False
    doubt: Doubt | None = None


def _quotation(text: str, one: Quoted, told: _Told) -> Quotation:
    words = ("\n" if one.block else "\n\n").join(text[start:end] for start, end in one.pieces)
    said = told.said
    few = len(_WORD.findall(words[:200])) <= _SCARE_WORDS
    return Quotation(
        text=words,
        start=one.start,
        end=one.end,
        speaker=None if said is None else text[said.start : said.end],
        speaker_start=None if said is None else said.start,
        speaker_end=None if said is None else said.end,
        how=None if said is None else said.how,
        nested=one.depth > 0,
        scare=few and not told.spoken and not one.block,
        block=one.block,
        closed=one.closed,
        unsaid=told.doubt is not None,
        hearsay=told.doubt == "hearsay",
    )


class _Reading:
    """A walk through the sentences of a text; what one tells may be needed in the next."""

    def __init__(self, text: str, quoted: Sequence[Quoted], words: SpeechWords) -> None:
        self.text = text
        self.quoted = quoted
        self.words = words
        self.told = [_Told()] * len(quoted)

    def read(self, sentences: Sequence[Sentence], narrator: Said | None = None) -> None:
        """Read *sentences* in order; *narrator* is who says "I" in them."""
        before: _Past | None = None
        earlier: Sentence | None = None
        for sentence in sentences:
            turn = sentence.turn
            speaks = Said(*turn, "turn") if turn is not None else narrator
            if earlier is not None and earlier.is_only_quotes:
                self._point_back(earlier, sentence)
            before = self._read_one(sentence, before, speaks)
            earlier = sentence

    def _point_back(self, quoting: Sentence, sentence: Sentence) -> None:
        """Give the words that nobody has in *quoting* to whom *sentence* says they are of."""
        said = SentenceReader(sentence, self.words).pointed_back()
        if said is None or said.pronoun:
            return
        for piece in quoting.pieces:
            if piece.kind == "quote" and self.told[piece.quote].said is None:
                self.told[piece.quote] = replace(self.told[piece.quote], said=said, spoken=True)

    def read_within(self) -> None:
        """Read what is quoted within quotations, where "I" is whoever says the outer one."""
        for place, inner in _by_outer(self.quoted):
            outer = self.quoted[place]
            sentences = inner_narration(self.text, outer.start, outer.end, inner)
            self.read(sentences, self.told[place].said)

    def _read_one(
        self, sentence: Sentence, before: _Past | None, narrator: Said | None
    ) -> _Past | None:
        reader = SentenceReader(sentence, self.words)
        alone = sentence.is_only_quotes
        last: Said | None = None
        for at, piece in enumerate(sentence.pieces):
            if piece.kind != "quote":
                continue
            told = self._read_quote(reader, at, piece.quote, alone)
            said = self._explained(told.said, last, before, narrator)
            goes_on = alone or (not told.spoken and len(self.quoted[piece.quote].pieces) > 1)
            if said is None and goes_on:
                said = self._carried(before, last, sentence)
            self.told[piece.quote] = replace(told, said=said)
            last = said or last
        if alone:
            return before if last is None else _Past(last, sentence.paragraph, is_speech=True)
        subject = None if last else reader.subject()
        said = last or self._explained(subject, None, before, narrator)
        if said is None and before is not None and before.about is not None:
            # "She has run it for years" goes on about whom the sentence before it is about.
            opening = sentence.pieces[0].lower
            if opening in _GOING_ON and self._may_be(opening, before.about):
                said = None if before.names_others(before.about) else before.about
        return _Past(
            said,
            sentence.paragraph,
            is_speech=last is not None or bool(reader.verbs),
            introduces=sentence.pieces[-1].text == ":",
            reader=reader,
            kept=None if said else _kept(before, reader),
            earlier=None if before is None else replace(before, earlier=None),
        )

    def _read_quote(self, reader: SentenceReader, at: int, place: int, alone: bool) -> _Told:
        one = self.quoted[place]
        words = self.text[one.start : one.end]
        if self._is_title(reader, at, words):
            return _Told(is_title=True)
        if alone:
            return _Told()
        ends = _SETS_OFF.search(words[-4:]) is not None
        following = reader.pieces[at + 1] if at + 1 < len(reader.pieces) else None
        sets_off = ends or (following is not None and following.text == ",")
        sayings = reader.sayings(at, sets_off=sets_off)
        if not sayings.told and _is_title_case(words):
            # Ukraine's “Army of Drones” has a name, and is no speech.
            return _Told(is_title=not sets_off and _is_capitalised(words))
        return _Told(sayings.said, sayings.told, doubt=sayings.doubt)

    def _is_title(self, reader: SentenceReader, at: int, words: str) -> bool:
        """Whether a work is named: the film “War and Peace”."""
        before = reader.pieces[at - 1].lower if at else ""
        if before == "," and at > 1:
            before = reader.pieces[at - 2].lower
        if before in self.words.named:
            return True
        return before in self.words.works and _is_title_case(words.rstrip(" ,.;"))

    def _explained(
        self, said: Said | None, last: Said | None, before: _Past | None, narrator: Said | None
    ) -> Said | None:
        """*said* with the name in place of a pronoun; None where nothing explains it."""
        if said is None:
            return None
        if not said.pronoun:
            return self._named_before(said, before) or said
        if said.pronoun == UNTOLD:
            return None
        if said.pronoun in self.words.first_person:
            return None if narrator is None else narrator._replace(how="turn")
        known = last or (before.about if before else None)
        # Whoever has the floor calls nobody "he" who is himself.
        if known is None or known.how == "turn" or not self._may_be(said.pronoun, known):
            return None
        if last is None and before is not None:
            behind = self.text[said.end : said.end + _BEFORE]
            if before.names_others(known) or is_said_to_another(behind):
                return None
        return known._replace(how="pronoun")

    def _named_before(self, said: Said, before: _Past | None) -> Said | None:
        """Whom the sentences before call so by name, where it is one alone: "the minister"."""
        found = _BY_OFFICE.fullmatch(self.text[said.start : said.end].lower())
        if found is None or before is None:
            return None
        named = [
            one
            for past in (before, before.earlier)
            if past is not None and past.reader is not None
            for one in past.reader.called(found[1])
        ]
        names = {self.text[one.start : one.end] for one in named}
        return named[0] if len(names) == 1 else None

    def _may_be(self, pronoun: str, known: Said) -> bool:
        named, before = self.text[known.start : known.end], self.text[: known.start][-_BEFORE:]
        followed = self.text[known.end : known.end + 2]
        is_owner = followed in {"'s", "’s"}  # it is X's spokesman whom the sentence is about
        return not is_owner and may_stand_for(pronoun, named, before)

    def _carried(self, before: _Past | None, last: Said | None, sentence: Sentence) -> Said | None:
        """Who goes on speaking: the one quoted just before, or announced by a colon."""
        if last is not None:
            return last
        if before is None or before.said is None:
            return None
        near = before.paragraph == sentence.paragraph or before.introduces
        after_speech = before.is_speech and sentence.paragraph - before.paragraph <= 1
        if near or after_speech:
            return before.said._replace(how="sentence before")
        return None


@dataclass(frozen=True, slots=True)
class _Past:
    """What the sentence before told: whom it is about, and whether he speaks in it. ``kept`` is
    whom the sentence before that was about, where this one names nobody.
    """

    said: Said | None
    paragraph: int
    is_speech: bool = False
    introduces: bool = False
    reader: SentenceReader | None = None
    kept: Said | None = None
    earlier: _Past | None = None

    @property
    def about(self) -> Said | None:
        """Whom "he" may stand for: the one whom the sentence is about, else the one before it."""
        return self.said or self.kept

    def names_others(self, said: Said) -> bool:
        """Whether the sentence names another person besides *said*, whom "he" may be as well."""
        if self.reader is None:
            return False
        return self.reader.meets(said) or any(map(is_another_person, self.reader.others(said)))


def _kept(before: _Past | None, reader: SentenceReader) -> Said | None:
    """Whom a sentence that names nobody leaves for "he" in the next one."""
    if before is None or before.said is None or reader.names_anybody():
        return None
    return None if before.names_others(before.said) else before.said


def _by_outer(quoted: Sequence[Quoted]) -> Iterator[tuple[int, list[tuple[int, Quoted]]]]:
    """Each quotation that holds others, from the outside in, with those right within it."""
    within: dict[int, list[tuple[int, Quoted]]] = {}
    holding: list[int] = []
    for place, one in enumerate(quoted):
        while holding and not _holds(quoted[holding[-1]], one):
            holding.pop()
        if holding:
            within.setdefault(holding[-1], []).append((place, one))
        holding.append(place)
    yield from within.items()  # a quotation is met, and holds another, before one within it does


def _holds(outer: Quoted, one: Quoted) -> bool:
    return outer.depth < one.depth and one.outer_end <= outer.outer_end


def _is_capitalised(words: str) -> bool:
    """Whether all that is no small word has a capital, as in names of works and prizes."""
    found = _WORD.findall(words)
    if len(found) <= _SCARE_WORDS or words.isupper():
        return False  # two words are nobody's speech anyhow, and what is all capitals is shouted
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found)


def _is_title_case(words: str) -> bool:
    found = _WORD.findall(words)
    long = [word for word in found if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long)
    return (
        len(found) <= _TITLE_WORDS
        and not found[0][0].islower()
        and 2 * capitals >= len(long)
        and not words.rstrip().endswith((",", ";"))
    )
