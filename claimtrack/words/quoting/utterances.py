"""Utterances: what somebody is quoted for in one go, though the text may interrupt him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimtrack.words.quoting.cited import Quotation
from claimtrack.words.quoting.speech import ENGLISH

#: “We will not,” X said on Friday, “go there”: an interruption has no more words than this, and one
#: behind which the sentence goes on in small letters no more than that.
_ASIDE_WORDS, _LONG_ASIDE = 8, 50
_ADDING = frozenset(verb for verb in ENGLISH.verbs if verb.endswith("ing"))
_STOP = re.compile(r"[.!?…]\s")

_GOING_ON = (",", "—", "–", "-")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words without the narration that interrupts them; ``start`` and ``end`` are those of the
    first quotation and the last.
    """

    text: str
    speaker: str | None
    start: int
    end: int


def utterances(text: str, quotations: Sequence[Quotation]) -> list[Utterance]:
    """What *quotations*, those of *text* in order, come to, where those that one interrupts are
    one; quotations within others are left out.
    """
    outer = [one for one in quotations if not one.nested]
    found = [_alone(one) for one in outer[:1]]
    for one, other in pairwise(outer):
        if is_continued(text, one, other):
            words = f"{found[-1].text} {_words(other)}"
            found[-1] = replace(found[-1], text=words, end=other.end)
        else:
            found.append(_alone(other))
    return found


def _alone(one: Quotation) -> Utterance:
    return Utterance(_words(one), one.speaker, one.start, one.end)


def _words(one: Quotation) -> str:
    # The comma before "he said" is the writer's.
    return one.text.strip().rstrip(",").rstrip()


def is_continued(text: str, one: Quotation, other: Quotation) -> bool:
    """Whether *other* goes on with the sentence of *one*: a comma ends it and what interrupts it,
    and only who said so stands between them.
    """
    if one.speaker is None or one.speaker != other.speaker or one.block or other.block:
        return False
    aside = text[one.end : other.start].strip(" \n\"'“”‘’„«»‹›")
    breaks_off = one.text.rstrip().endswith(_GOING_ON) or aside.startswith(_GOING_ON)
    words = aside.split()
    goes_on = _goes_on_in_small(other.text) and _STOP.search(aside) is None
    return (
        breaks_off
        and aside.endswith(_GOING_ON)
        and len(words) <= (_LONG_ASIDE if goes_on else _ASIDE_WORDS)
        and _ADDING.isdisjoint(word.rstrip(",") for word in words)  # "…, adding, “…”"
    )


def _goes_on_in_small(words: str) -> bool:
    return words[:1].islower() or words.startswith(("I ", "I’", "I'"))
