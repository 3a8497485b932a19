"""Counted: what a measure counts or is a share of, by the words of its question and its scope."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.judging.kinds import is_other_bearer, is_other_deed, is_other_thing
from claimtrack.judging.places import Place, places, sides, stems
from claimtrack.judging.scopes import plain_form, scope
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

_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_AMOUNTS = word_set("kg g t l m3 km m km2 m2 ha kwh wh j w")
#: What stands before the place of which an amount is: "tonnes of French wheat".
_BEFORE_OWNERS = word_set("of in from within across inside much many is was are were")
_AUXILIARIES = word_set("did does do has have had will")
#: What they do with their own, whoever else's things they may take, hold or buy.
_OWN_DEEDS = word_set(
    "export exported produce produced grow grown harvest harvested mine mined make made earn "
    "earned emit emitted generate generated cost owe owed spend spent"
)


def is_another(words: str, measure: Measure) -> bool:
    """Whether a claim's *words* name another kind of thing than both the question and the scope of
    *measure*, or another place, or what befell others.
    """
    named, within = scope(words).counted, scope(measure.scope or "").counted
    thing = scope(counted_words(measure.asks)).counted
    return (
        is_other_deed(named, within | scope(measure.asks).counted)
        or is_other_thing(named, within | thing)
        or (measure.unit == "share" and _is_of_others(words, measure))
        or _is_elsewhere(words, measure)
    )


def _is_of_others(words: str, measure: Measure) -> bool:
    """Whether a share is one of persons here, and of households or firms there: scopes leave out
    the words for persons, which tell nothing of a count.
    """
    divided = f"{measure.scope or ''} {counted_words(measure.asks)}"
    return is_other_bearer(
        map(plain_form, word_set(words.casefold())), map(plain_form, word_set(divided.casefold()))
    )


def _is_elsewhere(words: str, measure: Measure) -> bool:
    """Whether *words* name a place, and what *measure* counts bears the name of another. A share of
    a place is none of another, though one may hold the other; of what is counted only two countries
    are known not to.
    """
    named = places(words)
    if not named or _knows(measure, named):
        return False
    is_share, is_amount = measure.unit == "share", _is_amount(measure.unit)
    asked = places(counted_words(measure.asks))
    others = asked or (_places_within(measure.asks) if is_share else ())
    if is_amount:
        others = _owners(measure.asks)
    heard = places(measure.asks) if is_amount else others
    if any(one.may_be(other, whole=is_share or is_amount) for one in named for other in heard):
        return False
    if is_share and asked:
        return True
    if any(one.stems & other.stems for one in named for other in others):
        return True  # another part of one
    if not all(one.is_country for one in named) or not any(one.is_country for one in others):
        return False
    held = any(
        one.may_hold(other) or other.may_hold(one)
        for one in named
        for other in others
        if other.is_country
    )
    return is_share or not held


def _knows(measure: Measure, named: tuple[Place, ...]) -> bool:
    """Whether the scope of *measure*, or the names by which texts speak of it, have one of those
    *named*; for a share or an amount a part is told from the whole.
    """
    of_it = measure.reads.subject + measure.reads.of if measure.reads else ()
    text = " ".join((measure.scope or "", *of_it))
    told = sides(text)
    own = stems(text).union(*(each.stems for each in places(text)))
    is_told_apart = bool(told) or measure.unit == "share" or _is_amount(measure.unit)
    return any(
        one.stems & own and (not one.side or one.side in told or not is_told_apart) for one in named
    )


def _is_amount(unit: str | None) -> bool:
    """Whether *unit* is of what is weighed, measured or paid."""
    return bool(unit) and (unit in _AMOUNTS or _CURRENCY.match(unit or "") is not None)


def _owners(asks: str) -> tuple[Place, ...]:
    """The places whose amount *asks* is of: "tonnes of French wheat", "Gabon's forest", "did Spain
    spend"; none who only does something with it ("does Russia hold").
    """
    tokens = tokenize(asks)
    deeds = {token.lower for token in tokens} & _OWN_DEEDS
    owners: list[Place] = []
    for at, token in enumerate(tokens[:-1]):
        if not token.text[:1].isupper() or at == 0 or tokens[at + 1].text == "-":
            continue
        before = tokens[at - 2 if tokens[at - 1].lower == "the" and at > 1 else at - 1]
        if before.lower in _BEFORE_OWNERS or (before.lower in _AUXILIARIES and deeds):
            end = at + 1
            while tokens[end].text[:1].isupper():
                end += 1
            owners += places(asks[token.start : tokens[end - 1].end])
    return tuple(owners)


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
        elif token.lower in {"many", "much"} and tokens[at + 1].lower != "of":
            thing = counted_at(tokens, at + 1)
        else:
            continue
        return "" if thing is None else asks[tokens[thing.start].start : tokens[thing.end - 1].end]
    return ""
