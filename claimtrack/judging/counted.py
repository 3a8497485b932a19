"""Counted: what a measure counts or is a share of, by the words of its question and its scope."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.judging.kinds import is_other_deed, is_other_thing
from claimtrack.judging.places import Place, places, stems
from claimtrack.judging.scopes import scope
from claimtrack.measures import Measure
from claimtrack.words.counting.things import counted_at, whole_at
from claimtrack.words.tokens import tokenize, word_set

#: Behind an "of" that follows one of these stands what is divided or counted.
_PARTS = word_set(
    "share shares proportion percentage percent cent part fraction portion half number count total "
    "amount much many most"
)
#: Where it is said to be, right behind it.
_WITHIN = re.compile(r"\s+(?:in|of|across|within|from)\s+(?:the\s+)?([A-Z]\w*(?:\s[A-Z]\w*)*)")


def is_another(words: str, measure: Measure) -> bool:
    """Whether a claim's *words* name another kind of thing than both the question and the scope of
    *measure*, or another place, or what befell others.
    """
    named, within = scope(words).counted, scope(measure.scope or "").counted
    thing = scope(counted_words(measure.asks)).counted
    return (
        is_other_deed(named, within | scope(measure.asks).counted)
        or is_other_thing(named, within | thing)
        or _is_elsewhere(words, measure)
    )


def _is_elsewhere(words: str, measure: Measure) -> bool:
    """Whether *words* name a place, and what *measure* counts bears the name of another. A share of
    a place is none of another, though one may hold the other; of what is counted only two countries
    are known not to.
    """
    named = places(words)
    if not named:
        return False
    of_it = measure.reads.subject + measure.reads.of if measure.reads else ()
    known = stems(" ".join((measure.scope or "", *of_it)))
    is_share = measure.unit == "share"
    asked = places(counted_words(measure.asks))
    others = asked or (_places_within(measure.asks) if is_share else ())
    if any(one.stems & known or any(map(one.may_be, others)) for one in named):
        return False
    if is_share and asked:
        return True
    return any(one.is_country for one in others) and all(one.is_country for one in named)


def _places_within(asks: str) -> tuple[Place, ...]:
    """The place in which what *asks* counts is said to be: "people in Spain"."""
    counted = counted_words(asks)
    told = _WITHIN.match(asks.partition(counted)[2]) if counted else None
    return places(told[1]) if told else ()


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
