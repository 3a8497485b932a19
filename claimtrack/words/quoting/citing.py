"""Citing: on whose word a sentence tells what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.words.quoting.cited import Quotation
from claimtrack.words.tokens import word_set

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
#: What ties whoever is cited to the sentence, and is no part of his name: "as the minister said".
_TIE = re.compile(
    r"(?:(?:as|so|which|that|who|since|because|though|although|where|when) )+", re.IGNORECASE
)
#: What stands for somebody whom only another sentence names, or for nobody.
_STANDING_IN = word_set(
    "i you he she it we they one this these those who which all both some many others most "
    "nobody somebody everybody anybody someone everyone anyone "
)
#: They open no name: "On Monday the ministry said".
_OPENING = re.compile(
    r"(?:on|in|at|by|after|before|during|since|under|for|from|with|within|until) ", re.I
)
_ARTICLE = re.compile(r".* (?=(?:the|an?|its|his|her|their) \w)", re.IGNORECASE)
#: Behind them a name, or what is said, is still to come: "by the reports", "as was said".
_UNENDED = word_set(
    "the a an of by in on at to for from with was were is are be been has have had and or not"
)


def cited_in(sentence: str, at: int, quotations: Sequence[Quotation] = ()) -> str | None:
    """Who is cited for what stands at *at* of *sentence*; None where the text says it itself.

    *quotations* are those of the sentence, by its own places.
    """
    for one in quotations:
        if one.start <= at < one.end and one.speaker is not None:
            return one.speaker
    for pattern in (_ACCORDING, _CONFIRMED, _SAID_BEHIND):
        found = pattern.search(sentence)
        if found is not None and (name := _name_in(found[1])):
            return name
    return _named_before(sentence, at)


def _named_before(sentence: str, at: int) -> str | None:
    found = _SAYING.search(sentence[:at])
    if found is None or not any(mark.isupper() for mark in found[1]):
        return None
    return _name_in(found[1])


def _name_in(words: str) -> str | None:
    """Whom *words*, which stand where somebody is cited, name; None where that is nobody."""
    name = words.strip()
    if tie := _TIE.match(name):
        name = name[tie.end() :]
    if opening := _OPENING.match(name):
        behind = _ARTICLE.match(name, opening.end())
        name = "" if behind is None else name[behind.end() :]
    last = name.lower().rpartition(" ")[2]
    return None if last in _UNENDED or name.lower() in _STANDING_IN else name or None
