"""Often: how many times in a period something is done, told by one word: "twice a day"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.phrases import Measured, Phrase
from claimtrack.words.counting.rates import rate_at
from claimtrack.words.counting.rules import integer
from claimtrack.words.counting.surroundings import hedge_left
from claimtrack.words.counting.things import STOP_WORDS
from claimtrack.words.counting.units import COUNT, PERIOD_ADVERBS
from claimtrack.words.tokens import Piece, word_set

#: Often "when", and how often before a period alone.
ONCE = "once"
_TIMES = {ONCE: 1, "twice": 2, "thrice": 3}
#: The words that say how often.
OFTEN_WORDS = frozenset(_TIMES)
#: What stands right behind one of them that says how often, and not when or how much.
IN_A_PERIOD = word_set("a an each every per") | frozenset(PERIOD_ADVERBS)
# "Once a year has passed" tells when.
_AFTER_WHEN = word_set("has had is was passes passed goes went ends ended")


def often_phrase(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    """ "Once a month", "at least twice a day": a rate of so many times; None where it tells none
    ("once he had left", "twice the limit").
    """
    if tokens[at + 1].lower not in IN_A_PERIOD:
        return None
    period, end = rate_at(tokens, at + 1)
    if period is None or tokens[end].lower in _AFTER_WHEN:
        return None
    if tokens[at].lower == ONCE and end == at + 2 and _is_noun(tokens[end]):
        return None
    number = integer(Decimal(_TIMES[tokens[at].lower]))
    hedge = hedge_left(tokens, at, floor)
    start = hedge.start if hedge else at
    measured = Measured(number, None, at, at + 1)
    return Phrase(measured, COUNT, start, end, hedge, kind="rate", period=period)


def _is_noun(token: Piece) -> bool:
    """Whether *token* makes a "daily" before it an adjective: "once daily life resumes"."""
    return token.kind == "word" and token.lower not in STOP_WORDS
