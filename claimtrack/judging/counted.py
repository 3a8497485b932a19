"""Counted: what a measure counts or is a share of, by the words of its question and its scope."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.judging.kinds import is_other_deed, is_other_thing
from claimtrack.judging.scopes import scope
from claimtrack.measures import Measure
from claimtrack.words.counting.things import counted_at, whole_at
from claimtrack.words.tokens import tokenize, word_set

#: Behind an "of" that follows one of these stands what is divided or counted.
_PARTS = word_set(
    "share shares proportion percentage percent cent part fraction portion half number count total "
    "amount much many most"
)


def is_another(words: str, measure: Measure) -> bool:
    """Whether a claim's *words* name another kind of thing than both the question and the scope of
    *measure*, or what befell others.
    """
    named, within = scope(words).counted, scope(measure.scope or "").counted
    thing = scope(counted_words(measure.asks)).counted
    return is_other_deed(named, within | scope(measure.asks).counted) or is_other_thing(
        named, within | thing
    )


@lru_cache(maxsize=1024)  # a claim is judged on many days
def counted_words(asks: str) -> str:
    """What *asks*, a question of how many or of which share, counts or divides: "the Donetsk
    region", "Russian soldiers"; empty where that cannot be told.
    """
    tokens = tokenize(asks)
    for at, token in enumerate(tokens[:-1]):
        is_of = token.lower == "of" and at > 0 and tokens[at - 1].lower in _PARTS
        if is_of:
            thing = whole_at(tokens, at)
        elif token.lower == "many" and tokens[at + 1].lower != "of":
            thing = counted_at(tokens, at + 1)
        else:
            continue
        return "" if thing is None else asks[tokens[thing.start].start : tokens[thing.end - 1].end]
    return ""
