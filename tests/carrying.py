"""A figure of a sentence with the word that carries it, for the tests of what rules it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimtrack.measures import Measure, Reads
from claimtrack.values import CalendarDate
from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.relations import Relation, relation_of
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left, Names, names_in

PUBLISHED = CalendarDate.parse("2025-08-15")


@dataclass(frozen=True)
class Carried:
    """One figure of a sentence, and what of the measure of ``words`` stands around it."""

    clauses: Clauses
    words: MeasureWords
    figure: Figure
    own: Sequence[tuple[int, int]]

    @property
    def relation(self) -> Relation | None:
        return relation_of(self.clauses, self.figure, self.own, self.own)

    @property
    def names(self) -> Names:
        return names_in(self.clauses, self.words)


def asked(unit: str, reads: Reads, asks: str = "How much is it?") -> MeasureWords:
    return MeasureWords(Measure("m", asks, "quantity", unit=unit, reads=reads))


def clauses_of(sentence: str) -> Clauses:
    return Clauses(sentence, 0, len(sentence), PUBLISHED)


def carried(sentence: str, words: MeasureWords, which: int = 0) -> Carried:
    clauses = clauses_of(sentence)
    own = stands(words.says, clauses.words, clauses.signs)
    return Carried(clauses, words, clauses.figures[which], own)


def reason(check: Callable[[], object]) -> str | None:
    """Why *check* leaves the figure; None where it does not."""
    try:
        check()
    except Left as left:
        return str(left)
    return None
