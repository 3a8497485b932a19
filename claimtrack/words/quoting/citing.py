"""Citing: on whose word a sentence tells what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.words.quoting.cited import Quotation

_NAME = r"[^,;:.()“”\"]{2,70}?"
_ACCORDING = re.compile(
    rf"\baccording to (?:the |an? )?({_NAME})"
    r"(?=[,;.)]|$| (?:there|has|have|had|is|are|was|were|in)\b)",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"(?:(?:^|[,;] )(?:(?:but|and|while|that) )?|\b(?:but|and|while|that) )"
    r"((?:(?:the|an?|its) )?[^,;:.()“”\"]{2,60}?) "
    r"(?:says|said|estimates|estimated|claims|claimed|reports|reported|told|announced|believes|"
    r"calculates|calculated|confirmed|put)\b",
    re.IGNORECASE,
)
#: ", and said so" goes on with whoever the sentence is about.
_SAID_BEHIND = re.compile(
    r", (?!(?:and|but|or|then|who|which) (?:says|said|reported|estimates)\b)"
    r"((?:the |an? )?[^,;:.()]{2,60}?) (?:says|said|reported|estimates)\b"
)
_CONFIRMED = re.compile(r"\b(?:confirmed|verified|compiled) by (?:the )?([^,;:.()]{2,50})")


def cited_in(sentence: str, at: int, quotations: Sequence[Quotation] = ()) -> str | None:
    """Who is cited for what stands at *at* of *sentence*; None where the text says it itself.

    *quotations* are those of the sentence, by its own places.
    """
    for one in quotations:
        if one.start <= at < one.end and one.speaker is not None:
            return one.speaker
    for pattern in (_ACCORDING, _CONFIRMED, _SAID_BEHIND):
        found = pattern.search(sentence)
        if found is not None:
            return found[1].strip()
    return _named_before(sentence, at)


def _named_before(sentence: str, at: int) -> str | None:
    found = _SAYING.search(sentence[:at])
    if found is None or not any(mark.isupper() for mark in found[1]):
        return None
    return found[1].strip()
