"""Antecedents: whom a pronoun, or a clause without a subject, stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Names, actor, is_alien, names_in
from claimtrack.words.tokens import word_set

_LEAVING_SUBJECT = word_set("despite after by having since while with without though although")


def antecedent(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    names: Names,
    at: int,
) -> str:
    """Whom the pronoun at a place stands for: the name before it, else the first of the sentence
    before.
    """
    probe = Figure(clauses.figures[0].quantity, at, at + 1, at + 1)
    who, _ = actor(clauses, names, probe, None, is_antecedent=True)
    if who not in {"nobody", "pronoun"}:
        return who
    for one in reversed(before[-2:]):
        there = names_in(one, words)
        if not words.by:
            there = replace(there, by=there.subject)
        for place in range(len(one.words)):
            if any(start <= place < end for start, end in there.by):
                return "alien" if _has_another(one, there, place) else "own"
            if any(start <= place < end for start, end in there.other):
                return "other"
            if is_alien(one, there, place):
                return "alien"
    return "nobody"


def _has_another(clauses: Clauses, names: Names, at: int) -> bool:
    """Whether somebody else comes in behind the name at a place, so that either may be meant by
    what a pronoun says next: "Norda and Suda have merged."
    """
    for place in range(at + 1, len(clauses.words) - 1):
        if clauses.words[place] in {"and", "but", "while"}:
            named = place + 1 + (clauses.words[place + 1] == "the")
            if named < len(clauses.words) and is_alien(clauses, names, named):
                return True
    return False


def behind_participle(
    clauses: Clauses, names: Names, figure: Figure, relation: Relation | None
) -> tuple[str, int]:
    """Who acts in a clause that opens the sentence and leaves its subject to the next: "Despite
    suffering a million casualties, Russia …".
    """
    if (
        relation is None
        or clauses.words[0] not in _LEAVING_SUBJECT
        or not (
            clauses.words[relation.start].endswith("ing")
            or "having" in clauses.words[:3]
            or clauses.words[0] == "with"
        )
    ):
        return "nobody", -1
    behind = range(figure.thing_end, len(clauses.words))
    comma = next((at for at in behind if clauses.words[at] == ","), None)
    if comma is None:
        return "nobody", -1
    for at in range(comma + 1, len(clauses.words)):
        if any(start <= at < end for start, end in names.by):
            return "own", at
        if any(start <= at < end for start, end in names.other):
            return "other", at
        if is_alien(clauses, names, at):
            return "alien", at
    return "nobody", -1
