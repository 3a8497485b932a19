"""Quantities: what a text says of how much, with the interval its words admit.

A small grammar over tokens, read from a number outwards:

    quantity   = [change] [hedge] measured [hedge] [noun] [rate] [change] ["of" whole]
    measured   = [currency] number [unit] | range
    range      = ["between" | "from"] measured ("-" | "to" | "and" | "or") measured

What a figure is that is no quantity (a year, a day, "Article 5") is decided last, when all that
stands around it is known. Every step looks a bounded number of tokens ahead or behind, so the
whole is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.errors import NotAQuantity
from claimtrack.values import Quantity
from claimtrack.words.changes import FACTOR_WORDS
from claimtrack.words.coarse import (
    UNBOUNDED,
    VAGUE_OPENERS,
    VAGUE_PLURALS,
    VAGUE_WORDS,
    factor_phrase,
    multiple_phrase,
    unbounded_phrase,
    vague_phrase,
)
from claimtrack.words.doubts import states
from claimtrack.words.labels import is_glued
from claimtrack.words.meanings import quantity_of
from claimtrack.words.measured import BARE_SPANS, measured_at
from claimtrack.words.numbers import NUMBER_WORDS, PLURAL_DENOMINATORS, TELLING_WORDS
from claimtrack.words.phrases import Phrase, as_ratio, is_whole, is_within_whole
from claimtrack.words.surroundings import surrounded
from claimtrack.words.tokens import Token, tokenize
from claimtrack.words.units import CURRENCY_OPENERS, currency_at, is_currency_sign


def parse_quantity(phrase: str, *, unit: str | None = None) -> Quantity:
    """The one quantity that *phrase* states and nothing beside it: "about three-quarters",
    "one-fifth of Ukraine", "nearly three hours".

    A vague one ("dozens") has neither amount nor bounds. *unit* is the one asked for, where that
    makes a difference: a percentage is a share of a whole, in 0..1, unless a ``ratio`` is asked
    for, which inflation and growth are: it has no bounds, and "fell 0.3%" is its level. Raises
    `NotAQuantity` where there is none, more than one, or text around it that is no part of it.
    """
    tokens = tokenize(phrase)
    found = list(_phrases(tokens))
    if not found:
        raise NotAQuantity(phrase, "it states no quantity")
    if any(not is_within_whole(tokens, other, found[0]) for other in found[1:]):
        raise NotAQuantity(phrase, "it states more than one")
    if not is_whole(tokens, found[0]):
        raise NotAQuantity(phrase, "there is text around it that is no part of it")
    is_ratio = unit is not None and unit.partition("/")[0] == "ratio"
    return quantity_of(phrase, tokens, as_ratio(found[0]) if is_ratio else found[0])


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity that *text* states, in order, none overlapping another.

    ``text[q.start:q.end]`` is the phrase: hedge, number, unit, the noun where it tells the unit,
    and the words that make it a change or a rate; what follows "of" stands in ``of`` alone.
    Never raises, and takes time linear in the length of *text*.
    """
    if not _may_hold_quantity(text):
        return []
    tokens = tokenize(text)
    return [quantity_of(text, tokens, phrase) for phrase in _phrases(tokens)]


_OPENING_WORDS = (
    NUMBER_WORDS | VAGUE_PLURALS | VAGUE_WORDS | UNBOUNDED | FACTOR_WORDS | CURRENCY_OPENERS
)
# What an article opens: "a fifth", "a million", "a handful", "an hour".
_AFTER_ARTICLE = TELLING_WORDS | VAGUE_WORDS | BARE_SPANS
_TELLING = (
    TELLING_WORDS | VAGUE_PLURALS | VAGUE_WORDS | UNBOUNDED | FACTOR_WORDS | PLURAL_DENOMINATORS
) - {"all"}
_DIGIT = re.compile(r"[\d¼½¾⅐-⅞]")
_WORDS = re.compile(r"[a-z]+")
# These words are everywhere; only with the word before them do they tell a quantity.
_TELLING_PAIRS = re.compile(rf"\ball\b|\ban?\s+(?:{'|'.join(sorted(BARE_SPANS))})\b")


def _may_hold_quantity(text: str) -> bool:
    """Whether *text* holds a digit or a word that every quantity in words has one of."""
    if _DIGIT.search(text) is not None:
        return True
    lower = text.lower()
    if not _TELLING.isdisjoint(_WORDS.findall(lower)):
        return True
    return _TELLING_PAIRS.search(lower) is not None


def _phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    floor = 0
    for at in [at for at, token in enumerate(tokens) if _may_open(token)]:
        phrase = _phrase_at(tokens, at, floor) if at >= floor else None
        if phrase is not None:
            yield phrase
            floor = phrase.end


def _may_open(token: Token) -> bool:
    kind = token.kind
    if kind == "word":
        return token.lower in _OPENING_WORDS
    return kind == "number" or kind == "fraction" or is_currency_sign(token)


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "a" at *at* opens a quantity: "a fifth", "a million", and "A$5"."""
    return tokens[at + 1].lower in _AFTER_ARTICLE or currency_at(tokens, at) is not None


def _phrase_at(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    word = tokens[at].lower
    if tokens[at].kind in {"number", "fraction"} and is_glued(tokens, at):
        return None
    if word in {"a", "an"} and not _is_article(tokens, at):
        return None
    if word in FACTOR_WORDS:
        return factor_phrase(tokens, at, floor)
    if word in UNBOUNDED:
        return unbounded_phrase(tokens, at, floor)
    vague = vague_phrase(tokens, at, floor) if word in VAGUE_OPENERS else None
    if vague is not None:
        return vague
    measured = measured_at(tokens, at)
    if measured is None:
        return None
    phrase = multiple_phrase(tokens, measured, floor) or surrounded(tokens, measured, floor)
    return phrase if states(tokens, phrase, floor) else None
