"""Ratings: whether a checker calls a claim true or false, by his own words or his own scale."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Literal

from claimtrack import ClaimReview, Unreadable

Rating = Literal["true", "false"]

#: What checkers call what is wholly so, and what is not so at all. "Mostly", "half", "misleading"
#: and "missing context" are neither, and are not here.
_TRUE = (
    "true|correct|accurate|verified|fact|right|confirmed|wahr|richtig|stimmt|vrai|exact|verdadero"
    "|verdadeiro|vero|правда|правильно|waar|prawda"
)
_FALSE = (
    "false|incorrect|inaccurate|wrong|fake|not true|untrue|fabricated|debunked|pants on fire"
    "|pants-on-fire|baseless|four pinocchios|falsch|faux|falso|falsa|fałsz|неправда|ложь|фейк"
    "|onwaar|unwahr"
)
_KNOWN: Mapping[str, Rating] = {
    **dict.fromkeys(_TRUE.split("|"), "true"),
    **dict.fromkeys(_FALSE.split("|"), "false"),
}


def rating(review: ClaimReview, own: Mapping[str, Rating]) -> Rating | None:
    """What *review* calls its claim: by its words (those of *own* first), else by the end of its
    scale that the score stands at; None for all between. Raises `Unreadable` where the two differ.
    """
    said = " ".join((review.rating or "").casefold().strip(" .!").split())
    told = {name.casefold(): kind for name, kind in own.items()}
    if said in told:
        return told[said]
    by_words, by_score = _KNOWN.get(said), _by_score(review)
    if said and by_words is None:
        return None
    if by_words and by_score and by_words != by_score:
        raise Unreadable(f"“{review.rating}” beside {review.score} of {review.best}")
    return by_words or by_score


def _by_score(review: ClaimReview) -> Rating | None:
    try:
        score, worst, best = (
            Decimal(text) for text in (review.score or "", review.worst or "", review.best or "")
        )
    except InvalidOperation:
        return None
    if worst == best or not all(each.is_finite() for each in (score, worst, best)):
        return None
    return "true" if score == best else "false" if score == worst else None
