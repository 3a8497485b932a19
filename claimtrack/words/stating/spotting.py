"""Spotting: which measures a text may speak of, told in one pass over its words.

Most texts name no measure at all, and this is all that they cost. Each name is looked for by its
longest word, so that "the country" is not found by "the".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from claimtrack.measures import Measure, Reads
from claimtrack.words.stating.statephrases import StatePhrase, state_phrases
from claimtrack.words.stating.wordforms import Slot, bare_words, forms, is_verb_form, places, slots
from claimtrack.words.stating.wordsearch import WordSearch, word_search
from claimtrack.words.tokens import tokenize, word_set

MakesSearch = Callable[[frozenset[bytes], frozenset[bytes]], WordSearch]


_HAVING = word_set("hold control occupy")
_DYING = word_set("die kill")
_BEING = word_set("be")
_WINNING = word_set("win")
#: Who wins so many votes or medals may be told to get them.
_GETTING = frozenset().union(
    *map(forms, ("get", "take", "receive", "secure", "obtain", "garner", "attract"))
)
_OWNING = word_set("have win hold get take")
_LYING = word_set("be stand")
#: What "is" at a level may have come to it.
_LEVELS = frozenset().union(
    *map(
        forms,
        (
            "rise",
            "fall",
            "drop",
            "climb",
            "slip",
            "edge",
            "ease",
            "jump",
            "dip",
            "reach",
            "hit",
            "top",
            "exceed",
            "surpass",
            "slow",
            "accelerate",
            "remain",
            "stay",
            "stand",
            "tick",
            "creep",
            "hover",
            "stick",
            "settle",
            "soar",
            "surge",
            "plunge",
            "tumble",
            "quicken",
            "cool",
            "moderate",
        ),
    )
)
_LEVELS |= word_set("crept stuck")
_IN = word_set("in under")
_HANDS = word_set("hands control occupation rule possession")


class MeasureWords:
    """The words of one measure's ``reads``, ready to be found; those of its states besides."""

    def __init__(self, measure: Measure, *, is_english: bool = True) -> None:
        self.measure = measure
        self.reads = measure.reads or Reads()
        self._is_english = is_english

    @cached_property
    def elsewhere(self) -> MeasureWords:
        """The same words for a text in another language than English."""
        return MeasureWords(self.measure, is_english=False)

    def _phrases(self, written: Iterable[str]) -> tuple[tuple[Slot, ...], ...]:
        """The words of each text, and of "US" those of "U.S." besides."""
        spelt = (spelling for one in written for spelling in (one, _dotted(one)) if spelling)
        found = (slots(one, is_english=self._is_english) for one in spelt)
        return tuple(one for one in found if one)

    @cached_property
    def subject(self) -> tuple[tuple[Slot, ...], ...]:
        return self._phrases(self.reads.subject)

    @cached_property
    def says(self) -> tuple[tuple[Slot, ...], ...]:
        own = self._phrases(self.reads.says)
        if not self._is_english or self.measure.kind != "quantity":
            return own
        verbs = frozenset().union(*(phrase[0].words for phrase in own if len(phrase) == 1))
        more = list(self._in_whose_hands()) if verbs & _HAVING else []
        if verbs & _DYING:
            more += [slots("lose/lost/loses/losing their/his/her lives/life"), slots("perish")]
        if verbs & _BEING and self.measure.unit in {"share", "ratio"}:
            more.append((Slot(_LEVELS),))
        if verbs & _WINNING and self.measure.unit in {"share", "count"} and not self.by:
            scoring = forms("score") if self.measure.unit == "share" else frozenset()
            more.append((Slot(_GETTING | scoring),))
        if self.undone:
            more.append((Slot(self.undone),))
        return (*own, *more)

    @cached_property
    def tells_having(self) -> bool:
        """Whether the measure is told by what somebody has."""
        return any(not slot.words.isdisjoint(_OWNING) for phrase in self.says for slot in phrase)

    @cached_property
    def tells_being(self) -> bool:
        """Whether the measure is told by what something is, or stands at."""
        return any(not slot.words.isdisjoint(_LYING) for phrase in self.says for slot in phrase)

    @cached_property
    def levels(self) -> frozenset[str]:
        """The verbs by which something comes to a level, that the file does not list itself."""
        own = self._phrases(self.reads.says)
        return _LEVELS - frozenset().union(*(slot.words for phrase in own for slot in phrase))

    @cached_property
    def undone(self) -> frozenset[str]:
        """The words that say of a share that the relation is not so of it: "unoccupied"."""
        if not self._is_english or self.measure.unit != "share":
            return frozenset()
        own = (phrase[0] for phrase in self._phrases(self.reads.says) if len(phrase) == 1)
        done = frozenset(form for slot in own if not slot.is_list for form in slot.words)
        return frozenset(
            f"un{form}" for form in done if is_verb_form(form) and not form.endswith("ing")
        )

    def _in_whose_hands(self) -> Iterator[tuple[Slot, ...]]:
        """The turns that say who has it, where its author says that somebody has: "under Russian
        occupation", "in Kyiv's hands".
        """
        whose = [phrase for phrase in (*self.by, *self.other) if len(phrase) == 1]
        names = [phrase[0] for phrase in whose if phrase[0].words]
        if names:
            named = frozenset().union(*(slot.words for slot in names))
            yield Slot(_IN), Slot(named), Slot(_HANDS)

    def may_say(self, sentence: str) -> bool:
        """Whether *sentence* may have the relation, by a look at its longest words."""
        return not self.says or bool(self._says_search.found(sentence))

    def may_carry(self, sentence: str) -> bool:
        """Whether *sentence* may name the subject, and a figure may be carried to it by less than a
        word of the relation.
        """
        if not (self.tells_having or self.tells_being):
            return False
        return bool(self._subject_search.found(sentence)) or not self.subject

    @cached_property
    def _subject_search(self) -> WordSearch:
        keys = [max(phrase, key=_length) for phrase in self.subject]
        forms = frozenset(form.lower().encode() for key in keys for form in key.words)
        return word_search(forms, frozenset(start.encode() for key in keys for start in key.starts))

    @cached_property
    def _says_search(self) -> WordSearch:
        keys = [max(phrase, key=_length) for phrase in self.says]
        forms = frozenset(form.lower().encode() for key in keys for form in key.words)
        return word_search(forms, frozenset(start.encode() for key in keys for start in key.starts))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words that are names of one word, in lower case, but for those that are also listed
        in small letters.
        """
        single = [one for one in (*self.reads.subject, *self.reads.by, *self.reads.other)
                  if one.isalpha()]  # fmt: skip
        small = {one for one in single if one.islower()}
        return frozenset(one.lower() for one in single if one[:1].isupper()) - small

    @cached_property
    def of(self) -> tuple[tuple[Slot, ...], ...]:
        return self._phrases(self.reads.of)

    @cached_property
    def by(self) -> tuple[tuple[Slot, ...], ...]:
        return self._phrases(self.reads.by)

    @cached_property
    def other(self) -> tuple[tuple[Slot, ...], ...]:
        return self._phrases(self.reads.other)

    @cached_property
    def needs(self) -> tuple[tuple[Slot, ...], ...]:
        return self._phrases(self.reads.needs)

    @cached_property
    def never(self) -> tuple[tuple[Slot, ...], ...]:
        return self._phrases(self.reads.never)

    @cached_property
    def states(self) -> tuple[tuple[str, tuple[StatePhrase, ...]], ...]:
        return tuple(
            (one.name, state_phrases(one.words, self.reads.subject, is_english=self._is_english))
            for one in self.measure.states
        )

    @cached_property
    def anchors(self) -> frozenset[str] | None:
        """Words of which a sentence has one wherever it tells a state; None where any may."""
        every = [phrase.anchor for _, phrases in self.states for phrase in phrases]
        if any(part.is_open for part in every):
            return None
        return frozenset().union(*(part.anchors for part in every))

    @cached_property
    def in_thing(self) -> tuple[Slot, ...]:
        """Every word that may stand in what is counted or divided."""
        roles = [self.subject, self.of, self.needs]
        if self.measure.unit != "share":
            roles += [self.by, tuple(filter(self._may_be_counted, self.says))]
        return tuple(slot for role in roles for phrase in role for slot in phrase)

    def _may_be_counted(self, phrase: tuple[Slot, ...]) -> bool:
        """Whether the words of a relation may be what is counted: "40 deaths"; where the file says
        what that is, "24 wins" are none of it, though it was won.
        """
        return not (self.of and any(not slot.words.isdisjoint(_OWNING) for slot in phrase))

    def counts(self, word: str) -> bool:
        """Whether *word* is what the measure counts, in either number, and no verb like it."""
        listed = {part.lower() for one in self.reads.of for part in one.split()}
        return not listed.isdisjoint({word, f"{word}s", f"{word}es", word.removesuffix("s")})

    def has(self, word: str) -> bool:
        """Whether *word* is one of the words of what it is, of whose, and of the relation."""
        return any(slot.fits(word) for slot in self._own)

    @cached_property
    def _own(self) -> tuple[Slot, ...]:
        roles = (self.subject, self.of, self.needs, self.by, self.says)
        return tuple(slot for role in roles for phrase in role for slot in phrase)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The words of the question itself, bare and in lower case."""
        return frozenset(bare_words(tokenize(f"{self.measure.asks} {self.measure.scope or ''}")))

    def is_asked(self, word: str) -> bool:
        """Whether the question or what the figure is of has *word*."""
        roles = (self.subject, self.of, self.needs)
        named = any(slot.fits(word) for role in roles for phrase in role for slot in phrase)
        return named or word in self.asked

    @property
    def _speaker(self) -> tuple[tuple[Slot, ...], ...]:
        """The surname of whoever is quoted."""
        name = (self.measure.speaker or "").partition(",")[0].split()
        return self._phrases(name[-1:])

    @property
    def opening(self) -> Iterator[tuple[Slot, ...]]:
        """The phrases of which a text has one wherever it speaks of the measure."""
        if self.measure.kind == "state":
            for _, phrases in self.states:
                for phrase in phrases:
                    part = phrase.anchor
                    starts = () if part.slot is None else part.slot.starts
                    yield (Slot(part.anchors, starts),)
        elif self.measure.kind == "quotation":
            yield from self.subject or self._speaker
        else:
            yield from self.subject or self.says


def _dotted(name: str) -> str | None:
    is_short = len(name) in {2, 3} and name.isascii() and name.isalpha() and name.isupper()
    return "".join(f"{letter}." for letter in name) if is_short else None


class Spotter:
    """The measures that texts are looked at for, by the words that tell them."""

    def __init__(self, measures: Iterable[Measure], *, search: MakesSearch = word_search) -> None:
        self.known = tuple(MeasureWords(one) for one in measures if _is_readable(one))
        self._by_word: dict[bytes, list[MeasureWords]] = {}
        self._by_start: dict[bytes, list[MeasureWords]] = {}
        for one in self.known:
            self._learn(one)
        self._search = search(frozenset(self._by_word), frozenset(self._by_start))

    def _learn(self, words: MeasureWords) -> None:
        for phrase in words.opening:
            key = max(phrase, key=_length)
            for start in key.starts:
                self._by_start.setdefault(start.encode(), []).append(words)
            for form in key.words:
                self._by_word.setdefault(form.lower().encode(), []).append(words)

    def spotted(self, text: str) -> tuple[MeasureWords, ...]:
        """The measures of which *text* has a telling word, in their own order."""
        if not self.known:
            return ()
        found = self._search.found(text)
        if not found:
            return ()
        lists = [
            them for word in found for them in (self._by_word.get(word), self._by_start.get(word))
        ]
        named = {id(one) for them in lists if them for one in them}
        return tuple(one for one in self.known if id(one) in named)


def _is_readable(measure: Measure) -> bool:
    """Whether the claim file gives words to read it by."""
    if measure.kind == "state" and any(state.words for state in measure.states):
        return True
    if measure.kind == "quotation" and measure.reads is not None:
        return measure.speaker is not None
    reads = measure.reads
    return reads is not None and bool(reads.subject or reads.says)


def _length(slot: Slot) -> int:
    return len(min((*slot.starts, *slot.words), key=len))


def stands(
    phrases: Iterable[Sequence[Slot]], words: Sequence[str], signs: frozenset[int]
) -> list[tuple[int, int]]:
    """Where one of *phrases* stands in *words*, longest first and none within another."""
    found = sorted(
        {place for phrase in phrases for place in places(phrase, words, signs)},
        key=lambda place: (place[0] - place[1], place),
    )
    kept: list[tuple[int, int]] = []
    for place in found:
        if not any(one[0] < place[1] and place[0] < one[1] for one in kept):
            kept.append(place)
    return sorted(kept)
