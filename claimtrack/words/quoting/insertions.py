"""Insertions: what somebody put in brackets for words that were said, or beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimtrack.words.quoting.spoken import Spoken, keys_of
from claimtrack.words.tokens import word_set

_SCALES = word_set(
    "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion "
    "trillions percent half third quarter double triple"
)
#: A year may stand for them: "in [2024]" where "in that year" was said.
_TIMES = word_set(
    "that this year then now time today month week day spring summer autumn fall winter"
)
#: They name nothing of themselves, so that a bracket may say what they stand for.
_POINTING = word_set(
    "this that these those here there one ones it he she they we i you him her them us me my our "
    "your his their its mine ours yours hers theirs such so do did does who which what someone "
    "somebody something everyone everybody everything every each both all"
)
#: Forms of one verb that do not begin alike.
_FORMS = tuple(
    frozenset(forms.split())
    for forms in (
        "go goes going went gone", "have has had having", "be is are was were been being am 's",
        "do does did done doing", "see sees saw seen", "take takes took taken", "get got gotten",
        "think thinks thought", "buy buys bought", "bring brings brought", "seek sought",
        "say says said", "tell tells told", "sell sells sold", "hold holds held", "make made",
        "find found", "fight fought", "win won", "run ran", "lead led", "feel felt", "leave left",
        "keep kept", "lose lost", "will would", "can could", "may might", "shall should",
        "know knew known", "eat ate eaten", "pay paid", "lie lay lain", "teach taught",
        "catch caught", "write wrote written", "speak spoke spoken", "give gave given",
        "fall fell fallen", "rise rose risen", "choose chose chosen", "become became",
        "come came", "begin began begun", "stand stood", "understand understood", "hear heard",
    )
)  # fmt: skip
#: Words of which so many letters agree are forms of one.
_STEM = 4


def kind_of_insertion(
    claimed: Sequence[Spoken], said: Sequence[Spoken]
) -> Literal["negation", "number", "name", "word"] | None:
    """What the brackets in *claimed* or in *said* change besides filling in; None for nothing.

    They may supply a name for a pronoun, a tense, an article or an explanation. A denial, a number
    or another word for one that was said makes it another wording.
    """
    if keys_of(claimed, "negation") != keys_of(said, "negation"):
        return "negation"
    if _numbers(claimed) != _numbers(said) and not _is_a_year_for_one(claimed, said):
        return "number"
    ours, theirs = keys_of(claimed, "name"), keys_of(said, "name")
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return "name"
    return "word" if _replaces(claimed, said) else None


def _numbers(words: Sequence[Spoken]) -> set[str]:
    return {
        word.key
        for at, word in enumerate(words)
        if (word.kind == "number" or word.key in _SCALES) and not _points(words, at)
    }


#: Before a "one" they make no number of it: "every one of them", "this one".
_BEFORE_ONE = word_set("every each any this that the another which no")
_ONE = "#1"
_THEM = word_set("them us you these those")


def _points(words: Sequence[Spoken], at: int) -> bool:
    """Whether the number at *at* only points to whom the text knows: "the two of them"."""
    if words[at].key == _ONE and (len(words) == 1 or (at and words[at - 1].key in _BEFORE_ONE)):
        return True
    behind = [word.key for word in words[at + 1 : at + 3]]
    led = at > 0 and words[at - 1].key in _BEFORE_ONE | {"all"}
    return led and len(behind) == 2 and behind[0] == "of" and behind[1] in _THEM


def _is_a_year_for_one(claimed: Sequence[Spoken], said: Sequence[Spoken]) -> bool:
    numbers = _numbers(claimed)
    are_years = bool(numbers) and all(len(key) == 5 and key[1:].isdigit() for key in numbers)
    return are_years and any(word.key in _TIMES for word in said)


def _replaces(claimed: Sequence[Spoken], said: Sequence[Spoken]) -> bool:
    """Whether words that tell something stand on both sides, and are no forms of each other."""
    ours = [word for word in claimed if _tells(word)]
    theirs = [word for at, word in enumerate(said) if _tells(word) and not _points(said, at)]
    if not ours or not theirs or any(word.kind == "number" for word in ours):
        return False
    return not any(_are_forms(one.key, other.key) for one in ours for other in theirs)


def _tells(word: Spoken) -> bool:
    return word.weight == 1.0 and word.key not in _POINTING and word.kind != "title"


def _are_forms(one: str, other: str) -> bool:
    if one == other or any(one in forms and other in forms for forms in _FORMS):
        return True
    length = min(_STEM, len(one), len(other))
    return length >= _STEM - 1 and one[:length] == other[:length]
