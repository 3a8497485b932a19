"""Races: whether the "k" glued to a figure is of kilometres that are run, and not of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.numbers import is_hyphen
from claimtrack.words.counting.rules import Number
from claimtrack.words.tokens import Piece, touches, word_set

_THOUSAND = Decimal(1000)
#: Nobody runs further: "a 200k race" has prizes.
_LONGEST = Decimal(100_000)
_RUNS = word_set(
    """
    run runs race races runner runners walk swim ride course parkrun fun charity marathon trail
    relay time runners' ultra event jog
    """
)
_RUNNING = word_set(
    """
    ran run runs running raced race races racing runner runners jog jogs jogged jogging walked
    marathon parkrun athlete athletes medal finish finished finishing
    """
)
_MOST_WORDS_BACK, _MOST_WORDS_ON = 6, 5


def is_run(tokens: Sequence[Piece], number: Number, end: int) -> bool:
    """Whether the number that ends before *end* in a "k" is of kilometres: "a 5k run", "he ran the
    10K", "the 5k was his third race", but not "5k people" or "earns 10k".
    """
    letter, figure = tokens[end - 1], tokens[end - 2]
    if letter.lower != "k" or number.scale != _THOUSAND or number.value > _LONGEST:
        return False
    if figure.kind != "number" or not touches(figure, letter):
        return False
    place = end + 1 if is_hyphen(tokens, end) else end
    if tokens[place].lower in _RUNS:
        return True
    before, behind = tokens[end - 3].lower, tokens[place]
    if behind.kind == "word" and behind.lower not in _BEHIND:
        return False
    return before in _RAN or (before in _ARTICLES and _is_near_a_run(tokens, end))


_RAN = word_set("ran run running runs jogged")
_ARTICLES = word_set("a an the her his their my our")
_BEHIND = word_set("in on at and was is before after to for with today yesterday")


def _is_near_a_run(tokens: Sequence[Piece], end: int) -> bool:
    """Whether something near the figure that ends before *end* is run."""
    before = tokens[max(end - _MOST_WORDS_BACK, 0) : end]
    return any(token.lower in _RUNNING for token in (*before, *tokens[end : end + _MOST_WORDS_ON]))
