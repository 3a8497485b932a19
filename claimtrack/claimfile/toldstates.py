"""Told states: what a text says to be so of a thing, in the turns that news has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimtrack.words.stating.statefamilies import FAMILIES, OPPOSITES

#: What a state is told by; what is only to come ("will be closed") or may be is not.
_VERBS = "is|are|was|were|remains?|remained|stays?|has been|have been|had been|has|have"
_BETWEEN = "still|now|already|once again|again|since"
#: A word is begun at its beginning and taken whole, so that one of a million letters is looked at
#: once; "workers’" and "Smith-Jones" are one.
_WORD = r"[^\W\d_]\w*+(?:[’'-]\w++)*+[’']?"
#: A subject is a few words that no mark and no joining word parts from the verb.
_SUBJECT = rf"(?<!\w)(?<!\w[’'-])(?:{_WORD}[ ]++){{1,7}}?"
_JOINED = re.compile(
    r"(?:^|.*\s)(?:and|but|while|that|which|who|because|as|if|when|where|said|says)(?:\s|$)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|nobody|none|neither|nothing)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToldState:
    """That a ``subject`` is in a state: the verb with its ``phrase`` stands from ``start`` to
    ``end``. ``rival`` is a phrase for the contrary, None where none is known.
    """

    subject: str
    verb: str
    phrase: str
    rival: str | None
    start: int
    end: int


def told_states(text: str) -> Iterator[ToldState]:
    """The states that *text* tells plainly, in order."""
    for found in _pattern().finditer(text):
        subject = _JOINED.sub("", " ".join(found["subject"].split()))
        family = _family(found["phrase"], subject)
        if family is None or not subject or _DENIED.search(subject):
            continue
        yield ToldState(
            subject,
            " ".join(found["verb"].split()),
            " ".join(found["phrase"].split()),
            _rival(family),
            found.start("verb"),
            found.end(),
        )


@cache
def _pattern() -> re.Pattern[str]:
    phrases = {phrase for family in FAMILIES.values() for phrase in family.phrases}
    # The longer of two phrases first: "closed its doors" before "closed".
    told = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(phrases, key=len)[::-1])
    return re.compile(
        rf"(?P<subject>{_SUBJECT})(?P<verb>{_VERBS})\s+(?:(?:{_BETWEEN})\s+)?(?P<phrase>{told})\b",
        re.IGNORECASE,
    )


def _family(phrase: str, subject: str) -> str | None:
    """The family that *phrase* belongs to, of such a *subject*."""
    plain = " ".join(phrase.lower().split())
    nouns = set(subject.lower().split())
    for family in FAMILIES.values():
        if plain in family.phrases and (not family.of_these or nouns & family.of_these):
            return family.name
    return None


def _rival(family: str) -> str | None:
    """A phrase of the family that is its contrary both ways, else of one that is so one way."""
    # What is lifted was in force; that it was forbidden is said of few things.
    others = sorted(OPPOSITES.get(family, ()), key=lambda name: (name != "in-force", name))
    both = [other for other in others if family in OPPOSITES.get(other, ())]
    found = (both or others)[:1]
    return FAMILIES[found[0]].phrases[0] if found else None
