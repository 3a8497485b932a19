"""Phrases: a quantity as the grammar read it, before it is valued."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimtrack.values import Interval, QuantityKind
from claimtrack.words.counting.hedges import Hedge
from claimtrack.words.counting.rules import Number
from claimtrack.words.counting.things import Thing
from claimtrack.words.counting.unit import Unit
from claimtrack.words.tokens import Piece, word_set


class Measured(NamedTuple):
    """A number with its unit, or two as a range; the unit is None where none was written.

    ``high`` is a range's upper end and ``joint`` what joins its two; ``article`` marks an "an hour"
    without a number, ``bounded`` the hedge between a number and its unit ("20 or more people").
    """

    number: Number
    unit: Unit | None
    start: int
    end: int
    high: Number | None = None
    article: bool = False
    joint: str = ""
    bounded: Hedge | None = None


class Phrase(NamedTuple):
    """A quantity as the grammar read it: tokens ``start`` to ``end``, ``thing`` what it is of.

    ``sign`` is -1 for a fall; ``period`` is set for a rate. A word that holds no number has its
    ``interval`` and ``amount`` here, in base units, and no ``measured``. ``below`` marks a level
    that is itself below nought ("minus 20 degrees"), so that its bounds are those of the line.
    """

    measured: Measured | None
    unit: Unit
    start: int
    end: int
    hedge: Hedge | None = None
    sign: int = 1
    kind: QuantityKind = "level"
    period: str | None = None
    thing: Thing | None = None
    interval: Interval | None = None
    amount: Decimal | None = None
    below: bool = False

    @property
    def extent(self) -> int:
        """The place after its last token, the whole it is of included."""
        return self.end if self.thing is None else max(self.end, self.thing.end)


def as_ratio(phrase: Phrase) -> Phrase:
    """The phrase with its percentage as a ratio: of what counts by how much something moved, a
    change by so many percent is the level. A change in percentage points stays one.
    """
    if phrase.unit.base != "share":
        return phrase
    kind = "level" if phrase.kind == "change" and not phrase.unit.change else phrase.kind
    return phrase._replace(unit=phrase.unit._replace(base="ratio"), kind=kind)


def is_within_whole(tokens: Sequence[Piece], phrase: Phrase, other: Phrase) -> bool:
    """Whether *phrase* stands in what *other* is of: the 24 of "12 of Italy's 24 regions"."""
    thing = other.thing
    return (
        thing is not None
        and tokens[thing.start - 1].lower == "of"
        and thing.start <= phrase.start
        and phrase.end <= thing.end
    )


#: Words that weigh a number without moving it.
IGNORED_BEFORE = word_set("a an the only just still already now currently")
_IGNORED_AFTER = frozenset(".,;")


def is_whole(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether the phrase is all there is, but for an article or an "only" before it and a full
    stop behind.
    """
    start, end = phrase.start, phrase.extent
    while start > 0 and tokens[start - 1].lower in IGNORED_BEFORE:
        start -= 1
    if tokens[end].text in _IGNORED_AFTER:
        end += 1
    return start == 0 and tokens[end].kind == "end"
