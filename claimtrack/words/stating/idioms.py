"""Idioms: turns in which a word of a state tells nothing of it: "close to the border", "held a
meeting", "fell into the wrong hands". Data.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.stating.clauses import FUNCTION_WORDS
from claimtrack.words.stating.wordforms import forms
from claimtrack.words.tokens import word_set

_HELD = (
    "talks negotiations meetings meeting elections election referendum hearing hearings exercise "
    "exercises drills rally rallies chance promise hope hopes true dear cards key back accountable "
    "responsible"
)
#: Each line is a verb and what stands behind it in another meaning.
_BEHIND = f"""
fall: into ill behind asleep prey victim foul silent under
hold: {_HELD}
take: part place care steps advantage note notice aim pride issue stock shape
leave: behind room open unclear nobody everybody everyone nothing anyone doubt
rise: again against to
open: fire talks negotiations questions
break: news ground
end: up
keep: mind pace
stand: trial
give: rise way
cut: deal corners
"""
#: What is held, kept or taken in these has an article or a word more before it.
_FILLING = word_set("a an the any no some his her its their better good little further new more")
_FILLED = 2
_HANDS_BEHIND = 4
_MEANINGS = {
    form: word_set(behind)
    for verb, _, behind in (line.partition(": ") for line in _BEHIND.strip().splitlines())
    for form in forms(verb)
}
_STEPPING = forms("step")
#: Participles that are adjectives before a noun: "advanced weapons".
_ADJECTIVES = word_set("advanced limited")
#: Behind a participle these open no noun.
_NO_NOUNS = word_set("further deeper forward westward eastward northward southward closer north")


def idiom_end(words: Sequence[str], at: int) -> int | None:
    """Where the word stands that gives the one at a place another meaning; None where none does."""
    word = words[at]
    if word in _ADJECTIVES:
        return at + 1 if _stands_before_noun(words, at) else None
    if word in _STEPPING:
        return at + 1 if _is_way(words, at + 1) else None
    if word == "close":
        return at + 1 if words[at + 1 : at + 2] == ("to",) else None
    meaning = _MEANINGS.get(word)
    if meaning is None:
        return None
    behind = at + 1
    while behind < min(len(words), at + 1 + _FILLED) and words[behind] in _FILLING:
        behind += 1
    if behind >= len(words) or words[behind] not in meaning:
        return None
    return None if _is_into_hands(words, behind) else behind


def _is_way(words: Sequence[str], at: int) -> bool:
    """Whether the "down" at a place leads along something: "steps down the stairs"."""
    return words[at : at + 1] == ("down",) and words[at + 1 : at + 2] in (("the",), ("a",))


def _is_into_hands(words: Sequence[str], at: int) -> bool:
    """Whether the "into" at a place opens whose hands something fell into."""
    behind = words[at + 1 : at + 1 + _HANDS_BEHIND]
    return words[at] == "into" and "hands" in behind and "wrong" not in behind


def _stands_before_noun(words: Sequence[str], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else ""
    if not following[:1].isalpha() or following in FUNCTION_WORDS or following in _NO_NOUNS:
        return False
    return not following.endswith("ly")
