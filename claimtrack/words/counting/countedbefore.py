"""What a bare number counts where that is told before it: "the number of nurses rose to 300,000",
"a crew of 12".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import MOVING_WORDS
from claimtrack.words.counting.things import PASTS, STOP_WORDS, Thing, is_plural, whole_at
from claimtrack.words.tokens import Piece, word_set

_GROUPS = word_set(
    """
    crowd crowds crew crews class classes audience audiences staff team teams panel jury garrison
    congregation workforce squad mob family families delegation cast orchestra choir troop
    platoon army posse contingent payroll entourage attendance enrolment intake committee board
    readership membership electorate band
    population populations list lists fleet fleets herd herds flock flocks queue queues backlog
    majority group groups field convoy collection chain squadron caseload
    """
)
_ONE_OF_SEVERAL = word_set("a an his her their its")


def is_grouped(tokens: Sequence[Piece], start: int) -> bool:
    """Whether the number at *start* tells how many are in a group: "a waiting list of 60", but no
    name ("the Group of Seven") and no year of a class ("the class of 92").
    """
    group = tokens[start - 2]
    if tokens[start - 1].lower != "of" or group.text not in _GROUPS:  # a name has a capital
        return False
    return group.text != "class" or tokens[start - 3].lower in _ONE_OF_SEVERAL


def is_of_a_stage(tokens: Sequence[Piece], start: int) -> bool:
    """Whether the number at *start* names a year or a stage: "class of 92", "round of 16"."""
    named = tokens[start - 1].lower == "of" and tokens[start - 2].lower in {"class", "round"}
    return named and not is_grouped(tokens, start)


def is_group_acting(tokens: Sequence[Piece], thing: Thing) -> bool:
    """Whether what stands behind the number of a group is what the group does, and not what is in
    it: "a jury of 12 heard the case", "a staff of 14 runs it".
    """
    first = tokens[thing.start].lower
    acts = first in PASTS or first in STOP_WORDS or not is_plural(tokens[thing.end - 1])
    return not thing.persons and acts


#: What stands right before a number that `numbered_before` tells what it counts.
LEADING_TO_NUMBERED = word_set(
    """
    to at by from was is were are be been reached reaches reaching hit hits exceeded exceeds topped
    passed totalled totaled averaged
    """
)
_MOST_TOKENS_BACK = 14
_APART = word_set("after when because while that who which since although before if and but than")
_FOR_EACH = word_set("per a an each every for")


def numbered_before(tokens: Sequence[Piece], start: int) -> Thing | None:
    """What "the number of ... rose to" tells the bare number at *start* to count: the nurses of
    "the number of nurses rose to 300,000"; None where something else is told between the two.
    """
    at = _number_before(tokens, start)
    thing = None if at is None else whole_at(tokens, at + 1)
    if thing is None or thing.end >= start or tokens[thing.end].lower in _FOR_EACH:
        return None
    if not (thing.persons or is_plural(tokens[thing.end - 1])):
        return None
    told = tokens[thing.end : start]
    return thing if any(token.lower in _TELLING for token in told) else None


_TELLING = MOVING_WORDS | LEADING_TO_NUMBERED - word_set("to at by from") | word_set("stood stands")


def _number_before(tokens: Sequence[Piece], start: int) -> int | None:
    """The place of the "number" of a "number of" before *start*, in the same clause."""
    for place in range(start - 1, max(start - 1 - _MOST_TOKENS_BACK, -1), -1):
        token = tokens[place]
        if token.lower == "number":
            return place if tokens[place + 1].lower == "of" else None
        is_level = token.kind == "number" and tokens[place - 1].lower == "from"
        if not (token.kind == "word" or token.text == "-" or is_level) or token.lower in _APART:
            return None
    return None
