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
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimtrack.errors import NotAQuantity
from claimtrack.values import Quantity
from claimtrack.words.counting.alone import percentage_alone
from claimtrack.words.counting.asked import as_asked
from claimtrack.words.counting.changes import FACTOR_WORDS
from claimtrack.words.counting.coarse import (
    UNBOUNDED,
    VAGUE_OPENERS,
    VAGUE_WORDS,
    factor_phrase,
    multiple_phrase,
    unbounded_phrase,
    vague_phrase,
)
from claimtrack.words.counting.doubts import is_surely_bare, states
from claimtrack.words.counting.forms import DIGITS, OPENING_WORDS, Writing
from claimtrack.words.counting.glance import Glance
from claimtrack.words.counting.hedges import NEARLY
from claimtrack.words.counting.labels import is_glued, is_surely_named
from claimtrack.words.counting.meanings import quantity_alone, quantity_of
from claimtrack.words.counting.measured import measured_at
from claimtrack.words.counting.numbers import (
    DENOMINATORS,
    ONES,
    TELLING_WORDS,
    TENS,
    WEIGHING_WORDS,
    is_hyphen,
)
from claimtrack.words.counting.often import IN_A_PERIOD, OFTEN_WORDS, ONCE, often_phrase
from claimtrack.words.counting.phrases import Phrase, is_whole, is_within_whole
from claimtrack.words.counting.singles import BARE_SPANS, QUARTER, is_quarter_hour
from claimtrack.words.counting.surroundings import surrounded
from claimtrack.words.counting.turns import EVERY, ORDER_WORDS, turn_phrase
from claimtrack.words.counting.units import currency_at
from claimtrack.words.tokens import Piece


def parse_quantity(phrase: str, *, unit: str | None = None) -> Quantity:
    """The one quantity that *phrase* states and nothing beside it: "about three-quarters",
    "one-fifth of Ukraine", "nearly three hours".

    A vague one ("dozens") has neither amount nor bounds. *unit* is the one asked for, where that
    makes a difference: a percentage is a share of a whole, in 0..1, unless a ``ratio`` is asked
    for, which inflation and growth are: it has no bounds, and "fell 0.3%" is its level; "1.2m" is
    1.2 million, unless ``km`` is asked for. Raises `NotAQuantity` where there is none, more than
    one, or text around it that is no part of it.
    """
    alone = percentage_alone(phrase)
    if alone is not None:
        return quantity_alone(phrase, as_asked((), alone, unit))
    writing = Writing(phrase)
    tokens = writing.forms
    found = list(phrases_in(writing))
    if not found:
        raise NotAQuantity(phrase, "it states no quantity")
    if any(not is_within_whole(tokens, other, found[0]) for other in found[1:]):
        raise NotAQuantity(phrase, "it states more than one")
    if not is_whole(tokens, found[0]):
        raise NotAQuantity(phrase, "there is text around it that is no part of it")
    return quantity_of(phrase, writing.places(), as_asked(tokens, found[0], unit))


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity that *text* states, in order, none overlapping another.

    ``text[q.start:q.end]`` is the phrase: hedge, number, unit, the noun where it tells the unit,
    and the words that make it a change or a rate; what follows "of" stands in ``of`` alone.
    Never raises, and takes time linear in the length of *text*.
    """
    found: list[Quantity] = []
    for start, end in _stretches(text):
        stretch = text[start:end]
        if _GLANCE.sees(stretch):
            writing = Writing(stretch, begun=len(stretch) < len(text))
            if phrases := list(phrases_in(writing)):
                places = writing.places(start)
                found += [quantity_of(text, places, phrase) for phrase in phrases]
    return found


# A long text is looked at in stretches, so that those without a quantity cost a glance. They end
# where no phrase goes on: at a blank line, or behind a sentence whose last word is no abbreviation.
_SHORT = 400
_STRETCH_END = re.compile(r"(?<=[a-z]{4})[.!?][\"”’)\]]*+\s++(?=[A-Z“\"‘])|\n[ \t\u00a0]*+\n")


def _stretches(text: str) -> Iterable[tuple[int, int]]:
    if len(text) <= _SHORT:
        return ((0, len(text)),)
    ends = [stop.end() for stop in _STRETCH_END.finditer(text)]
    return pairwise((0, *ends, len(text)))


# What an article opens: "a fifth", "a million", "a handful", "an hour".
_AFTER_ARTICLE = TELLING_WORDS | VAGUE_WORDS | BARE_SPANS | WEIGHING_WORDS
# "All", "hour" and "third" are everywhere; only with the word before them do they tell a quantity.
# "One", "most" and "many" are as common, and speak of no number in a few turns of speech.
_LOOSE = {"one", "most", "many"}
_GLANCE = Glance(
    OPENING_WORDS - {"a", "an", "all", "handful", "couple", EVERY, ONCE, QUARTER} - _LOOSE,
    pairs=dict.fromkeys(_AFTER_ARTICLE - WEIGHING_WORDS, ("a", "an"))
    | dict.fromkeys(DENOMINATORS, ("a", "an", *WEIGHING_WORDS))
    | {"all": NEARLY},
    loose=_LOOSE,
    idle=r"\b(?:as|are|be|become|becomes|is|remains|was|were) one of\b"
    r"|\b(?:the|this|that|no|any|another|which) one (?:can|could|had|has|is|that|was|who)\b"
    r"|\b(?:the|at|its|his|her|their) most(?! of)\b"
    r"|\b(?:as|how|not|so|that|this|too) many\b",
    turns={EVERY: ORDER_WORDS, ONCE: IN_A_PERIOD, QUARTER: ("of",)},
)


def phrases_in(writing: Writing) -> Iterator[Phrase]:
    """The phrases of quantity in *writing*, in order, none overlapping another."""
    floor, tokens = 0, writing.forms
    for at in writing.openers:
        if at < floor or not _may_open(tokens, at):
            continue
        phrase = _phrase_at(tokens, at, floor)
        if phrase is not None:
            yield phrase
            floor = phrase.end


def _may_open(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a quantity may begin at *at*: most words that could are none ("a", "us")."""
    token = tokens[at]
    if token.kind in DIGITS:
        return not (
            is_glued(tokens, at) or is_surely_named(tokens, at) or is_surely_bare(tokens, at)
        )
    if token.lower in _ARTICLES:  # but not the "A" of "A$5"
        after = tokens[at + 1].lower
        return after in _AFTER_ARTICLE or (after == "$" and currency_at(tokens, at) is not None)
    if token.lower == EVERY:
        return tokens[at + 1].text in ORDER_WORDS or tokens[at + 1].kind == "number"
    if token.lower == QUARTER:
        return is_quarter_hour(tokens, at)
    if token.lower in OPENING_WORDS:
        return not _goes_on_from_word(tokens, at)
    return currency_at(tokens, at) is not None


def _goes_on_from_word(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the word at *at* belongs to the one before it, which was read as no quantity: the
    "Four" of "Nineteen Eighty-Four" and of "top-four", the "One" of "Twenty One Pilots".
    """
    before = tokens[at - 1]
    if before.text == "-":
        return is_hyphen(tokens, at - 1) and tokens[at - 2].kind in {"word", "number"}
    return before.lower in TENS and tokens[at].lower in ONES


_ARTICLES = frozenset({"a", "an"})


def _phrase_at(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    word = tokens[at].lower
    if word in OFTEN_WORDS and tokens[at + 1].lower in IN_A_PERIOD:
        return often_phrase(tokens, at, floor)
    if word == ONCE:
        return None
    if word in FACTOR_WORDS:
        return factor_phrase(tokens, at, floor)
    if word == EVERY:
        return turn_phrase(tokens, at, floor)
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
