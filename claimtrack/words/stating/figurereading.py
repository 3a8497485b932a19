"""Figure reading: what one figure of a sentence says of one measure, or why it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimtrack.values import Interval, Quantity
from claimtrack.words.stating.carriers import carrier_of
from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.comparisons import (
    check_all_but,
    check_compared,
    check_kind,
    check_part,
)
from claimtrack.words.stating.countedthings import (
    check_added,
    check_counted,
    check_lately,
    check_noun,
    check_several_done,
    check_span,
    check_unit,
)
from claimtrack.words.stating.figurevalues import for_itself, rest, valued
from claimtrack.words.stating.holders import check_actor
from claimtrack.words.stating.nearbynames import check_whole
from claimtrack.words.stating.qualifiers import TAKING, check_qualifiers, tells_of_having
from claimtrack.words.stating.relations import LEADING, Relation, relation_of
from claimtrack.words.stating.rulingout import check_words
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left, check_thing, names_in
from claimtrack.words.stating.truetimes import TrueTime, counted_so_far, counts_from, true_time
from claimtrack.words.stating.whereabouts import check_place
from claimtrack.words.stating.wordforms import is_verb_form
from claimtrack.words.tokens import word_set

#: A length of time behind one of these is how long something took.
_TAKES = word_set("in within over during")
_PERFECT = word_set("have has had been were was")
_STILL = word_set("remain remains remained still yet left")
_STILL_BEFORE = 5
#: Two figures that differ by less are one in two units.
_SAME = Decimal("0.03")


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure says of a measure, in its unit: the amount, the interval of its words, when."""

    figure: Figure
    amount: Decimal
    interval: Interval
    time: TrueTime
    derived: bool = False
    counts_from_since: bool = False


def figure_told(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    figure: Figure,
    own: Sequence[tuple[int, int]],
    every: Sequence[tuple[int, int]],
    rivals: Sequence[MeasureWords],
) -> Told:
    """What *figure* says of the measure of *words*. Raises `Left` where it says nothing.

    *own* are the places of the measure's relation, *every* those of all measures'; *before* holds
    the sentences before this one, *rivals* the measures that may be meant instead.
    """
    relation = relation_of(clauses, figure, own, every) if words.says else None
    beside = carrier_of(clauses, figure, words, relation) if words.says else None
    if beside is not None:
        relation = beside.relation
    if words.says and relation is None:
        raise Left("no word of the relation carries it")
    if relation is not None and _only_stays(clauses, relation, words):
        raise Left("no word of the relation carries it")
    check_kind(clauses, figure, relation, words)
    figure = for_itself(figure, words)
    check_compared(clauses, figure, relation, own, words)
    check_noun(clauses, figure, words)
    check_added(clauses, figure, relation, words)
    check_span(clauses, figure, words)
    check_lately(clauses, figure, words)
    check_counted(clauses, figure, relation, words)
    check_all_but(clauses, figure)
    check_several_done(clauses, relation, words)
    named = check_thing(clauses, figure, words)
    check_words(clauses, figure, relation, words)
    names = names_in(clauses, words)
    check_unit(clauses, figure, names, words)
    check_qualifiers(clauses, names, words, figure, relation)
    check_place(clauses, names, words, figure, relation)
    is_its_own = named or (beside is not None and beside.is_at_subject)
    is_rest = check_actor(clauses, before, words, names, figure, relation, is_its_own)
    is_rest ^= _is_undone(clauses, relation, words)
    if words.by and not named:
        check_whole(clauses, before, words, figure, rivals)
    time = true_time(clauses, figure, relation, clauses.published)
    if words.reads.since is not None:
        time = counted_so_far(time, words.reads.since)
    _check_taken(clauses, relation, time, words)
    explicit = _check_period(time, words)
    _check_day(clauses, figure, relation, time, words)
    check_part(clauses, figure)
    amount, interval = valued(clauses, figure, words, time)
    if is_rest:
        amount, interval = rest(amount, interval)
    return Told(figure, amount, interval, time, is_rest, explicit)


def _is_undone(clauses: Clauses, relation: Relation | None, words: MeasureWords) -> bool:
    """Whether the relation says that it is not so of the figure, and so is of the rest: "40% of it
    is unoccupied". Raises `Left` where it only tells which are counted: "the uninsured farms".
    """
    if relation is None:
        return False
    if relation.side == "behind" and words.measure.unit == "share" and _is_left(clauses, relation):
        return True
    if clauses.words[relation.start] not in words.undone:
        return False
    if relation.side != "behind":
        raise Left(f"it is of what is {clauses.words[relation.start]}")
    return True


def _only_stays(clauses: Clauses, relation: Relation, words: MeasureWords) -> bool:
    """Whether a verb behind a share only tells what its people did: "a third stayed at home"."""
    verb = clauses.words[relation.start]
    return relation.side == "behind" and words.measure.unit == "share" and verb in words.levels


def _is_left(clauses: Clauses, relation: Relation) -> bool:
    """Whether it is still to be done: "8% of the votes remain to be counted"."""
    at = relation.start
    if clauses.words[at - 2 : at] != ("to", "be"):
        return False
    return not _STILL.isdisjoint(clauses.words[max(at - _STILL_BEFORE, 0) : at])


def may_answer(quantity: Quantity, unit: str | None) -> bool:
    """Whether *quantity* can be in *unit* at all, so that it is worth a closer look."""
    if quantity.kind == "vague" or quantity.amount is None or unit is None:
        return False
    base, _, period = unit.partition("/")
    given, _, per = quantity.unit.partition("/")
    if per and not period and not (base == "ratio" and per == "yr"):
        return False
    same = (
        {base}
        | ({"count"} if base == "persons" else set())
        | ({"share"} if base == "ratio" else set())
        | ({"persons"} if base == "count" else set())
    )
    return given in same


def _check_taken(
    clauses: Clauses, relation: Relation | None, time: TrueTime, words: MeasureWords
) -> None:
    """Raise `Left` where what somebody has is told by what he took in a time that is named: "has
    seized 1% of it since May".
    """
    if relation is None or words.reads.since is not None or not tells_of_having(words):
        return
    if clauses.words[relation.start] not in TAKING:
        return
    if time.since is not None or time.days or _within(clauses, relation):
        raise Left("it is what was taken in a time, no level")


def _within(clauses: Clauses, relation: Relation) -> bool:
    """Whether the clause names how long it took: "in two years of offensives it has seized"."""
    start, _ = clauses.segment(relation.start, relation.end)
    return any(
        start < one.start < relation.start
        and one.quantity.unit in {"d", "yr", "h"}
        and not _TAKES.isdisjoint(clauses.words[max(one.start - 2, start) : one.start + 1])
        for one in clauses.figures
    )


def _check_period(time: TrueTime, words: MeasureWords) -> bool:
    """Whether the figure says that it counts from the measure's own ``since``."""
    since = words.reads.since
    if since is None or words.measure.is_rate:
        return False
    counted = counts_from(time, since)
    if counted is False:
        raise Left("it counts another period")
    return counted is True


def _check_day(
    clauses: Clauses,
    figure: Figure,
    relation: Relation | None,
    time: TrueTime,
    words: MeasureWords,
) -> None:
    """Raise `Left` where a running total is told by what was done on one day: "scored two tries on
    Saturday".
    """
    if words.reads.since is None or relation is None or relation.side != "before":
        return
    if time.basis != "stated" or time.as_of is None or time.as_of.precision != "day":
        return
    verb, before = clauses.words[relation.start], clauses.words[relation.start - 1]
    is_done = is_verb_form(verb) and verb not in LEADING and before not in _PERFECT
    behind = clauses.words[figure.thing_end : figure.thing_end + 1]
    if is_done and figure.start - relation.end <= 1 and behind == ("on",):
        raise Left("it counts one day")


def is_same_again(clauses: Clauses, told: Told, earlier: Told) -> bool:
    """Whether *told* is *earlier* in another unit: "1,100 square km (425 square miles)"."""
    words = clauses.words[earlier.figure.end : told.figure.start]
    if "(" not in words and "or" not in words:
        return False
    return abs(told.amount - earlier.amount) <= abs(earlier.amount) * _SAME
