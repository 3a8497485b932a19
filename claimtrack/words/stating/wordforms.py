"""Word forms: the words of a claim file in every form that a text may give them.

A word stands for all its forms: "control" for "controls", "controlled" and "controlling", "take"
for "took". One that ends in ``*`` stands for every word that begins so, which serves languages
whose endings are not known here ("окупова*"). Words with a slash between them are one word of
which either may stand: "Russia/Moscow".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimtrack.words.tokens import Token, tokenize, word_set

#: The forms of verbs that the endings do not give, each line one verb.
_IRREGULAR = """
be is are was were been being 's
have has had having
hold holds held holding
take takes took taken taking
lose loses lost losing
win wins won winning
rise rises rose risen rising
fall falls fell fallen falling
leave leaves left leaving
keep keeps kept keeping
meet meets met meeting
get gets got gotten getting
give gives gave given giving
lead leads led leading
stand stands stood standing
grow grows grew grown growing
shrink shrinks shrank shrunk shrinking
run runs ran running
make makes made making
come comes came coming
go goes went gone going
say says said saying
tell tells told telling
sign signs signed signing
drive drives drove driven driving
throw throws threw thrown throwing
draw draws drew drawn drawing
flee flees fled fleeing
die dies died dying
pay pays paid paying
sell sells sold selling
buy buys bought buying
begin begins began begun beginning
end ends ended ending
break breaks broke broken breaking
send sends sent sending
spend spends spent spending
build builds built building
fight fights fought fighting
sink sinks sank sunk sinking
see sees saw seen seeing
become becomes became becoming
overthrow overthrows overthrew overthrown overthrowing
withdraw withdraws withdrew withdrawn withdrawing
retake retakes retook retaken retaking
overrun overruns overran overrunning
burn burns burned burnt burning
shoot shoots shot shooting
speak speaks spoke spoken speaking
fly flies flew flown flying
forget forgets forgot forgotten forgetting
"""
_BY_FORM: Mapping[str, frozenset[str]] = {
    form: word_set(line) for line in _IRREGULAR.strip().splitlines() for form in line.split()
}
#: Names in capitals that are everyday words in small letters.
_CAPITALS = frozenset(
    word.upper()
    for word in word_set(
        """
        us it who ai in or as is at on no so we he me an do go if my of to up be by am all and are
        can for has had her him his how may not now off one our out set the two was why you
        """
    )
)
_VOWELS = frozenset("aeiou")
#: Shorter words have no endings worth guessing: "of", "at", "km".
_SHORTEST = 3


@lru_cache(maxsize=8192)
def forms(word: str) -> frozenset[str]:
    """Every form of *word*, all in lower case; names (a capital first) have a plural alone."""
    lower = word.lower()
    if word in _CAPITALS:
        return frozenset({word})
    if not word.isascii():
        return frozenset({lower})
    if word[:1].isupper() and len(word) >= _SHORTEST:
        return frozenset({lower, f"{lower}s"})
    if word[:1].isupper():
        return frozenset({lower})
    if lower in _BY_FORM:
        return _BY_FORM[lower]
    if len(lower) < _SHORTEST or not lower.isalpha():
        return frozenset({lower})
    return frozenset({lower, *_regular(lower)})


def _regular(word: str) -> Iterator[str]:
    stem = word[:-1] if word.endswith("e") else word
    yield from (stem + "ing", stem + "ed", word + "s")
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield from (word[:-1] + "ies", word[:-1] + "ied")
    if word[-1] not in _VOWELS | set("wxy") and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        yield from (word + word[-1] + "ed", word + word[-1] + "ing")
    if word.endswith("ied") and len(word) > 4:
        yield from (word[:-3] + "y", word[:-1] + "s", word[:-3] + "ying")
    if word.endswith("ed") and len(word) > 4:
        yield from (word[:-2], word[:-1])


def is_verb_form(word: str) -> bool:
    """Whether *word* looks like a form of a verb: "losing", "lost", "seized"."""
    return word in _BY_FORM or word.endswith(("ing", "ed"))


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a phrase: the forms it may have, and the beginnings that are enough. Where the
    author lists what may stand (``is_list``), nothing else may.
    """

    words: frozenset[str]
    starts: tuple[str, ...] = ()
    is_list: bool = False

    def fits(self, word: str) -> bool:
        """Whether *word*, bare and in lower case, is a form of it."""
        return word in self.words or word.startswith(self.starts)

    def either_form(self, word: str) -> Slot:
        """The slot of its words and of *word* besides."""
        return replace(self, words=self.words | {word})

    def either(self, other: Slot) -> Slot:
        """The slot of any word that fits this one or *other*."""
        return Slot(self.words | other.words, self.starts + other.starts, is_list=True)


@lru_cache(maxsize=4096)
def slots(phrase: str, *, is_english: bool = True) -> tuple[Slot, ...]:
    """The words of *phrase*, each with its forms; those of a text that is not English (*is_english*
    false) have a name's alone: the "Die" of German is no form of "died".
    """
    found: list[Slot] = []
    tokens = tokenize(phrase)
    for before, token, after in zip((None, *tokens), tokens, tokens[1:], strict=False):
        if token.text == "," and found:
            found.append(Slot(frozenset({","})))
        if token.kind in {"sign", "end"}:
            continue
        slot = _slot(bare(token.text), is_open=after.text == "*", is_english=is_english)
        is_either = bool(found) and before is not None and before.text == "/"
        found.append(found.pop().either(slot) if is_either else slot)
    return tuple(found)


def _slot(word: str, *, is_open: bool, is_english: bool) -> Slot:
    if is_open:
        return Slot(frozenset(), (word.lower(),))
    is_inflected = is_english or word[:1].isupper()
    return Slot(forms(word) if is_inflected else frozenset({word}))


def bare(word: str) -> str:
    """*word* without the ending that says whose something is: Ukraine of "Ukraine's"."""
    for ending in ("'s", "’s"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word[:-1] if word.endswith(("s'", "s’")) else word


def bare_words(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words of *tokens*, bare and in lower case, a place each; what in capitals is a name
    stays as it is.
    """
    return tuple(_told_apart(bare(token.text)) for token in tokens)


def _told_apart(word: str) -> str:
    return word if word in _CAPITALS else word.lower()


def places(
    phrase: Sequence[Slot], words: Sequence[str], signs: frozenset[int]
) -> list[tuple[int, int]]:
    """Where *phrase* stands in *words*, as pairs of first and one past last place. A hyphen
    or a dot between its words is passed over; *signs* are the places of those.
    """
    if not phrase:
        return []
    # What `Slot.fits` asks, without a call for each word of each text.
    known, starts = phrase[0].words, phrase[0].starts
    opening = (
        [at for at, word in enumerate(words) if word in known]
        if not starts
        else [at for at, word in enumerate(words) if word in known or word.startswith(starts)]
    )
    found = ((start, _end_at(phrase, words, signs, start)) for start in opening)
    return [(start, end) for start, end in found if end is not None]


def _end_at(
    phrase: Sequence[Slot], words: Sequence[str], signs: frozenset[int], start: int
) -> int | None:
    at = start
    for number, slot in enumerate(phrase):
        if number and at in signs:
            at += 1
        if at >= len(words) or not slot.fits(words[at]):
            return None
        at += 1
    return at
