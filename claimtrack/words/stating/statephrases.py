"""State phrases: the words that tell a state, with every form of theirs and all that say the same,
and where they stand in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

from claimtrack.words.stating.kinwords import kin_of, verb_forms
from claimtrack.words.stating.paradigms import NOUNS_OF_DOING, doings, paradigm
from claimtrack.words.stating.statefamilies import FAMILIES
from claimtrack.words.stating.unreal import is_negation
from claimtrack.words.stating.wordforms import Slot, forms, slots
from claimtrack.words.tokens import word_set

#: Words of a phrase that need not be there.
SMALL = word_set(
    "a an the of to in on at for with and or its their his her it is are was were be been being "
    "has have had having do does did that this from by as into ,"
)
#: What somebody has failed to do is as good as denied.
UNDONE = word_set("fail fails failed failing unable refuse refuses refused refusing")
#: A noun right behind these is what the phrase says with them: "in custody", "on strike".
_LEADING_IN = word_set("in on under at behind")
#: With one of these a verb makes a noun: "shutdown", "walkout".
_PARTICLES = word_set("down out off up")
#: These may be left out of a turn of phrase or stand in it.
_ARTICLES = word_set("a an the its their his her")
#: And no more than so many others between its words.
_GAP = 2
#: Names of fewer letters begin alike by chance.
_SHORT = 3
#: The prepositions by which a phrase says whether something moves to a place or from it.
FROM = word_set("from off out")
TO = word_set("to into onto toward towards")
#: Verbs of moving, by which either way may be told where the phrase says which.
_MOVING = frozenset().union(
    *map(
        forms,
        ("withdraw", "retreat", "pull", "move", "relocate", "redeploy", "transfer", "shift", "push",
         "drive", "force", "flee", "evacuate", "chase"),
    )
) - word_set("force forces drive drives push pushes moves shift shifts")  # fmt: skip
Whither = Literal["from", "to"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that say one thing together, in their order: each the forms that it may have, and the
    nouns of its doing.
    """

    words: tuple[frozenset[str], ...]
    nouns: frozenset[str] = frozenset()

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, ...]]:
        """The places of its words, each time that they stand in *words*."""
        for at, word in enumerate(words):
            if word in self.nouns:
                yield (at,)
            elif word in self.words[0]:
                places = self._from(words, at)
                if places is not None:
                    yield places

    def _from(self, words: Sequence[str], start: int) -> tuple[int, ...] | None:
        places = [start]
        for wanted in self.words[1:]:
            behind = range(places[-1] + 1, min(places[-1] + 2 + _GAP, len(words)))
            at = next((at for at in behind if words[at] in wanted), None)
            if at is None or any(map(_is_parting, words[places[-1] + 1 : at])):
                return None
            places.append(at)
        return tuple(places)


@dataclass(frozen=True)
class Part:
    """What a phrase needs once: a word of its own, or a turn that says it. A place stands where
    something moves from or to (``whither``), or either way.
    """

    slot: Slot | None
    turns: tuple[Turn, ...] = ()
    words: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    is_denial: bool = False
    whither: Whither | None = None

    def may_stand(self, present: frozenset[str]) -> bool:
        """Whether a sentence of the words *present* may have it."""
        return self.is_open or not self.anchors.isdisjoint(present)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Words of which a text has one wherever it has the part, which is not ``is_open``."""
        return self.words | self.nouns

    @cached_property
    def is_open(self) -> bool:
        """Whether words that nobody has listed may stand for it."""
        return self.is_denial or (self.slot is not None and bool(self.slot.starts))

    def found(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The places of it in *words*, each time that it stands there."""
        if self.slot is None:
            return sorted({one for turn in self.turns for one in turn.found(words)})
        return [(at,) for at, word in enumerate(words) if self._fits(word)]

    def _fits(self, word: str) -> bool:
        assert self.slot is not None
        if self.slot.fits(word) or word in self.words or word in self.nouns:
            return True
        return self.is_denial and denies(word)


@dataclass(frozen=True, slots=True)
class StatePhrase:
    """A phrase of a state: the ``parts`` that tell it, its ``small`` words, how many words of its
    author's it has (``weight``), and the ``families`` that it is of.
    """

    parts: tuple[Part, ...]
    small: tuple[Slot, ...]
    weight: int
    families: frozenset[str] = frozenset()

    @property
    def anchor(self) -> Part:
        """The part that it is looked for by, which is that of the longest words."""
        return max(self.parts, key=lambda part: (not part.is_denial, _rarity(part)))

    def has(self, word: str) -> bool:
        """Whether *word* is one of its own."""
        every = (*(part.slot for part in self.parts if part.slot is not None), *self.small)
        return any(slot.fits(word) for slot in every) or any(
            word in wanted for part in self.parts for turn in part.turns for wanted in turn.words
        )

    def has_written(self, word: str) -> bool:
        """Whether its author has *word* in it, and no family or kin alone."""
        return any(part.slot is not None and part.slot.fits(word) for part in self.parts)

    @property
    def nouns(self) -> frozenset[str]:
        """Every noun of a doing that stands for one of its words."""
        return frozenset().union(*(part.nouns for part in self.parts))


def denies(word: str) -> bool:
    """Whether *word* denies, or says that something was not done."""
    return is_negation(word) or word in UNDONE


def _is_parting(word: str) -> bool:
    return word != "-" and (not word[:1].isalpha() or is_negation(word))


def state_phrases(
    written: Iterable[str], about: Iterable[str], *, is_english: bool = True
) -> tuple[StatePhrase, ...]:
    """What tells a state: each phrase of its author as it is *written*, and again with a turn of
    its family in place of the author's; *about* are the words of the measure's subject.
    """
    names = tuple(about)
    named = frozenset(word.lower() for phrase in names for word in phrase.split())
    found: list[StatePhrase] = []
    for phrase in written:
        own = slots(phrase, is_english=is_english)
        if is_english:
            own = tuple(_with_singular(_with_namesakes(slot, names)) for slot in own)
        if own:
            found += _of_phrase(own, named) if is_english else [_plain(own, frozenset())]
    return tuple(dict.fromkeys(found))


def _with_namesakes(slot: Slot, names: Sequence[str]) -> Slot:
    """*slot* with the names of the subject that begin as one of its own does: "Varnan" for "Varna",
    where the claim file has both.
    """
    single = [name for name in names if name[:1].isupper() and name.isalpha()]
    own = [name for name in single if name.lower() in slot.words]
    kin = [one for one in single if any(_begin_alike(one, other) for other in own)]
    return replace(slot, words=slot.words.union(*map(forms, kin))) if kin else slot


def _with_singular(slot: Slot) -> Slot:
    """*slot* with the one of what its author has many of: "left its rate unchanged" for "rates"."""
    if slot.is_list or not slot.words:
        return slot
    written = min(slot.words, key=len)
    is_plural = written.endswith("s") and not written.endswith(("ss", "us", "is", "ws"))
    return slot.either_form(written[:-1]) if is_plural and len(written) > _SHORT else slot


def _begin_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return shorter > _SHORT and one[: shorter - 1] == other[: shorter - 1]


def _of_phrase(own: tuple[Slot, ...], named: frozenset[str]) -> Iterator[StatePhrase]:
    chosen = _family_in(own, named)
    families = frozenset(name for name, _, _ in chosen)
    prepositional = _prepositional(own)
    if prepositional is None:
        yield _plain(own, families)
    else:
        yield StatePhrase((_turning((prepositional,)),), (), 1, families)
    if not chosen:
        return
    _, start, end = chosen[0]
    if any(slot.is_list for slot in own[start:end]):
        return
    turns = tuple(turn for name in sorted(families) for turn in _turns(name))
    beside = [slot for slot in (*own[:start], *own[end:]) if not is_small(slot)]
    weight = len(beside) + sum(not is_small(slot) for slot in own[start:end])
    yield StatePhrase((*map(_part, beside), _turning(turns)), (), max(weight, 1), families)


def _plain(own: tuple[Slot, ...], families: frozenset[str]) -> StatePhrase:
    telling = [slot for slot in own if not is_small(slot)] or list(own)
    small = tuple(slot for slot in own if is_small(slot))
    parts = tuple(map(_part, telling))
    ways = tuple(_whither(own, slot) for slot in telling)
    if any(ways):
        parts = tuple(map(_moving, parts, ways))
    return StatePhrase(parts, small, len(telling), families)


def _whither(own: tuple[Slot, ...], slot: Slot) -> Whither | None:
    """Whether a phrase says that something moves to *slot* or from it."""
    at = next(at for at, one in enumerate(own) if one is slot)
    before = own[at - 1].words if at else frozenset[str]()
    if before & FROM or (at > 1 and before == {"of"} and own[at - 2].words & FROM):
        return "from"
    return "to" if before & TO else None


def _moving(part: Part, whither: Whither | None) -> Part:
    """*part* of a phrase that says whither something moves: any verb of moving will do."""
    if part.words & _MOVING and part.slot is not None and not part.slot.is_list:
        done = frozenset(one for one in _MOVING if not one.endswith("ing"))
        nouns = (_MOVING - done).union(*map(doings, _MOVING))
        return replace(part, words=part.words | done, nouns=part.nouns | nouns - part.words)
    return replace(part, whither=whither)


def _prepositional(own: tuple[Slot, ...]) -> Turn | None:
    """The turn that a phrase is which has one telling word, behind a preposition: "on strike"."""
    telling = [at for at, slot in enumerate(own) if not is_small(slot)]
    if len(telling) != 1 or not telling[0]:
        return None
    before, noun = own[telling[0] - 1], own[telling[0]]
    if before.words.isdisjoint(_LEADING_IN) or noun.starts:
        return None
    return Turn((before.words, _part(noun).words))


def _family_in(own: tuple[Slot, ...], named: frozenset[str]) -> list[tuple[str, int, int]]:
    """The families of which *own* has a phrase, with where it stands; the longest phrase alone."""
    found: list[tuple[int, str, int, int]] = []
    beside = named.union(*(slot.words for slot in own))
    for name, family in FAMILIES.items():
        if family.of_these and family.of_these.isdisjoint(beside):
            continue
        for phrase in family.phrases:
            for start, end in _within(slots(phrase), own):
                found.append((end - start, name, start, end))
    if not found:
        return []
    _, _, *place = max(found, key=lambda one: one[0])
    return [(name, start, end) for _, name, start, end in found if [start, end] == place]


def _within(phrase: tuple[Slot, ...], own: tuple[Slot, ...]) -> Iterator[tuple[int, int]]:
    for start in range(len(own) - len(phrase) + 1):
        pairs = zip(phrase, own[start : start + len(phrase)], strict=True)
        if all(not one.words.isdisjoint(other.words) for one, other in pairs):
            yield start, start + len(phrase)


@lru_cache(maxsize=256)
def _turns(family: str) -> tuple[Turn, ...]:
    return tuple(_turn(phrase) for phrase in FAMILIES[family].phrases)


def _turn(phrase: str) -> Turn:
    own = [slot for slot in slots(phrase) if slot.words.isdisjoint(_ARTICLES)]
    is_over = phrase in {"is over", "was over"}
    words = tuple(
        frozenset(phrase.split()[at : at + 1]) if is_over else verb_forms(_inflected(slot))
        for at, slot in enumerate(own)
    )
    if len(own) == 1:
        return Turn(words, _doings(own[0], words[0]))
    last = phrase.split()[-1]
    joined = last in _PARTICLES and len(own) == 2
    return Turn(words, frozenset(form + last for form in words[0]) if joined else frozenset())


def _turning(turns: tuple[Turn, ...]) -> Part:
    # What a turn is found by is its rarest word, which is its longest.
    words = frozenset().union(*(max(turn.words, key=_length) for turn in turns))
    return Part(None, turns, words, frozenset().union(*(turn.nouns for turn in turns)))


def _length(words: frozenset[str]) -> int:
    return len(min(words, key=len))


def _rarity(part: Part) -> int:
    if part.slot is None:
        return _length(part.words)
    return len(min((*part.slot.starts, *part.slot.words), key=len))


@lru_cache(maxsize=8192)
def _part(slot: Slot) -> Part:
    words = _inflected(slot)
    if not slot.is_list:
        words = words.union(*map(kin_of, verb_forms(slot.words)))
    is_denial = any(map(is_negation, slot.words))
    kin_nouns = (words & NOUNS_OF_DOING) - slot.words
    return Part(slot, (), words, _doings(slot, words) | kin_nouns, is_denial)


@lru_cache(maxsize=8192)
def _inflected(slot: Slot) -> frozenset[str]:
    """Its words in every form but those in "-ing" that the author has not: "is closing" is not
    "closed" yet.
    """
    every = slot.words.union(*map(paradigm, slot.words))
    return slot.words | verb_forms(frozenset(form for form in every if not form.endswith("ing")))


@lru_cache(maxsize=8192)
def _doings(slot: Slot, words: frozenset[str]) -> frozenset[str]:
    every = slot.words.union(*map(paradigm, slot.words))
    gerunds = frozenset(form for form in every if form.endswith("ing"))
    return frozenset().union(*map(doings, slot.words), gerunds - words)


def is_small(slot: Slot) -> bool:
    """Whether the word need not stand in a sentence that tells its phrase."""
    if slot.is_list:
        return not slot.starts and slot.words <= SMALL
    return not slot.starts and not slot.words.isdisjoint(SMALL)
