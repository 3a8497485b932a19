"""Ratios: how one that is no percentage was put into words: "5 to 1", "2.1 children per woman"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimtrack.words.counting.forms import Writing
from claimtrack.words.counting.numbers import number_at
from claimtrack.words.counting.phrases import Phrase, is_whole
from claimtrack.words.quantities import phrases_in
from claimtrack.words.tokens import Piece


@dataclass(frozen=True, slots=True)
class RatioPut:
    """How a ratio was put: ``behind`` is what stands after its number (``" to 1"``), ``per`` of how
    many it is told: 1,000 of "1.4 doctors per 1,000 people".
    """

    behind: str
    per: Decimal


def ratio_put(phrase: str) -> RatioPut | None:
    """How *phrase* puts the ratio that it states; None where it states none, a percentage, or one
    that more than a number tells.
    """
    writing = Writing(phrase)
    tokens = writing.forms
    found = next(phrases_in(writing), None)
    if found is None or found.unit.base != "ratio" or not is_whole(tokens, found):
        return None
    end = _end_of_number(tokens, found)
    if end is None:
        return None
    places = writing.places()
    behind = phrase[places.span(end - 1, end - 1)[1] : places.span(end, found.end - 1)[1]]
    return RatioPut(behind, found.unit.per)


def _end_of_number(tokens: Sequence[Piece], phrase: Phrase) -> int | None:
    measured = phrase.measured
    if measured is None or measured.high is not None or measured.bounded is not None:
        return None
    number = number_at(tokens, measured.start)
    return None if number is None or number.number.scaled else number.end
