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
from claimtrack.words.meanings import quantity_of
from claimtrack.words.measured import BARE_SPANS, measured_at
from claimtrack.words.numbers import NUMBER_WORDS, TELLING_WORDS
from claimtrack.words.phrases import Phrase, is_whole
from claimtrack.words.surroundings import surrounded
from claimtrack.words.things import is_glued
from claimtrack.words.tokens import Token, tokenize, word_set
from claimtrack.words.units import is_currency_sign


def parse_quantity(phrase: str) -> Quantity:
    """The one quantity that *phrase* states and nothing beside it: "about three-quarters",
    "one-fifth of Ukraine", "nearly three hours".

    A vague one ("dozens") has neither amount nor bounds. Raises `NotAQuantity` where there is
    none, more than one, or text around it that is no part of it.
    """
    tokens = tokenize(phrase)
    found = list(_phrases(tokens))
    if not found:
        raise NotAQuantity(phrase, "it states no quantity")
    if len(found) > 1:
        raise NotAQuantity(phrase, "it states more than one")
    if not is_whole(tokens, found[0]):
        raise NotAQuantity(phrase, "there is text around it that is no part of it")
    return quantity_of(phrase, tokens, found[0])


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


_OPENING_WORDS = NUMBER_WORDS | VAGUE_PLURALS | VAGUE_WORDS | UNBOUNDED | FACTOR_WORDS
_TELLING = (
    TELLING_WORDS
    | VAGUE_PLURALS
    | VAGUE_WORDS
    | UNBOUNDED
    | FACTOR_WORDS
    | BARE_SPANS
    | word_set("thirds quarters fourths fifths tenths")
)  # fmt: skip
_DIGIT = re.compile(r"[\d¼½¾⅐-⅞]")
_WORDS = re.compile(r"[a-z]+")


def _may_hold_quantity(text: str) -> bool:
    """Whether *text* holds a digit or a word that every quantity in words has one of."""
    if _DIGIT.search(text) is not None:
        return True
    return not _TELLING.isdisjoint(_WORDS.findall(text.lower()))


def _phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    at = floor = 0
    while tokens[at].kind != "end":
        phrase = _phrase_at(tokens, at, floor) if _may_open(tokens[at]) else None
        if phrase is None:
            at += 1
        else:
            yield phrase
            at = floor = phrase.end


def _may_open(token: Token) -> bool:
    if token.kind == "word":
        return token.lower in _OPENING_WORDS or is_currency_sign(token)
    return token.kind != "sign" or is_currency_sign(token)


def _phrase_at(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    word = tokens[at].lower
    if tokens[at].kind == "number" and is_glued(tokens, at):
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
