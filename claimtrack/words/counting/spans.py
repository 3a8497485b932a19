"""Spans: the "over" that tells in how long a time something came about, and bounds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.hedges import Hedge
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import is_person
from claimtrack.words.tokens import Piece, word_set

#: The base units of time.
TIMES = frozenset({"h", "d", "yr"})
# What is followed by how long it is or was: "lasted over three months", "in over a decade".
_OF_A_LENGTH = word_set(
    """
    last lasts lasted lasting take takes took taken taking spend spends spent spending wait waits
    waited waiting serve serves served serving stretch stretches stretched run runs ran running
    stay stays stayed staying sleep slept work works worked working queue queued queueing
    need needs needed require requires required
    for in after before within of to by at with from than
    is was are were be been being s
    a an the this that these those his her its their our my
    and or but not aged age
    """
)
# What tells behind a time that it is a length itself: "over 200 years old", "over 90 minutes late".
_AS_A_LENGTH = word_set(
    "old ago late later long longer early earlier of away behind ahead apart before after beyond"
    " off short from overdue"
)
# What a thing is told by in order: "3,320 kilometres over 21 stages", "decided over five sets".
_IN_ORDER = word_set(
    """
    stage stages set sets leg legs round rounds hole holes over overs innings session sessions
    sitting sittings storey storeys story stories floor floors level levels site sites episode
    episodes instalment instalments installment installments page pages volume volumes
    """
)
_HAVING = word_set(
    "has have had having with of is are was were to by and or than in reach reached reaches"
    " includes included including contains contained lost won need needs needed wrote read"
)
#: How something took so long, or was taken.
TAKING = word_set("take takes taken took taking")


def is_during(tokens: Sequence[Piece], hedge: Hedge, unit: Unit, end: int, floor: int) -> bool:
    """Whether the "over" of *hedge* tells the time, or the things in order, that something went
    on for: "$4m over two decades", "numbers fell over three months", "played over five sets".

    *end* is the place behind the amount and its unit, *floor* that behind the amount before.
    """
    if hedge.words != "over":
        return False
    before, behind = tokens[hedge.start - 1], tokens[end].lower
    if before.kind == tokens[end].kind == "end":  # "over three hours" is all that is said
        return False
    if unit.base not in TIMES:
        return behind in _IN_ORDER and before.lower not in _HAVING and hedge.start > 0
    if hedge.start == floor > 0:
        return True
    if behind in _AS_A_LENGTH or before.lower in _OF_A_LENGTH:
        return False
    if _is_any_so_long(tokens, hedge.start):
        return False
    return not (unit.base == "yr" and is_person(before))  # "children over five years"


def _is_any_so_long(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands before the "over" at *at* is all of a sort that last so long: "any
    request over one second", but not "any change over ten years", "every day over two weeks".
    """
    noun = tokens[at - 1]
    if tokens[at - 2].lower not in _ANY or noun.kind != "word":
        return False
    return not (noun.lower in _GOING_ON_FOR or noun.lower.endswith(("ed", "ing", "ly", "th")))


_ANY = word_set("any every each no all those")
# What comes about in a time, and the times that it is parted into.
_GOING_ON_FOR = word_set(
    """
    change changes rise rises fall falls increase increases decrease decreases decline declines gain
    gains drop drops loss losses improvement progress sales profit profits deaths cases costs prices
    movement action work effort efforts trend trends contact rain rainfall
    day days night nights week weeks weekend weekends month months year years season seasons time
    other one ones single sign signs evidence
    """
)


def is_of_then(tokens: Sequence[Piece], hedge: Hedge, unit: Unit, end: int) -> bool:
    """Whether the *hedge* compares with what was so long ago, and bounds no time: "lower than five
    years ago", but not "more than five years ago".
    """
    return hedge.words in _COMPARING and unit.base in TIMES and tokens[end].lower == "ago"


_COMPARING = frozenset(
    f"{word} than" for word in ("lower", "higher", "larger", "smaller", "bigger", "greater")
)


def is_taken(tokens: Sequence[Piece], at: int, unit: Unit, end: int) -> bool:
    """Whether the "over" right before *at* bounds the time that something took: "took over two
    hours", where "took over two years ago" took something over.
    """
    if unit.base not in TIMES or tokens[at - 1].lower != "over":
        return False
    return tokens[at - 2].lower in TAKING and tokens[end].lower not in {"ago", "later", "earlier"}
