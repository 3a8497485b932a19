"""Counted things: whether what a figure counts is what its measure asks for."""

from __future__ import annotations

from claimtrack.names import with_article
from claimtrack.words.stating.clauses import FUNCTION_WORDS, Clauses, Figure
from claimtrack.words.stating.figurevalues import DAYS
from claimtrack.words.stating.relations import LEADING, PASSIVE, Relation
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left, Names
from claimtrack.words.stating.wordforms import forms, is_verb_form
from claimtrack.words.tokens import word_set

_AROUND_NOW = word_set("next last past coming previous following")
_TAKEN = word_set("took take takes taken")
#: "It took the ship seven hours to reach them".
_TAKING_BEFORE = 6
#: Behind a length of time these tell how far off something is: "three hours late".
_OFF = word_set("late later early earlier before after ago away ahead")
#: Of these, what a figure is of is told elsewhere: "an average of", "a swath of".
_MEASURING = word_set(
    """
    total average mean median maximum minimum record high low peak rate level figure estimate share
    number count area size range sum amount value tally toll proportion percentage swath swathe
    chunk slice part portion piece strip tract stretch kind region length distance period
    """
)
#: Parts of an army, which lose less than all of it.
_UNITS = word_set("brigade battalion regiment division squad platoon garrison corps unit brigades")
_UNIT_BEHIND = 3
#: With one of these even a few are all that there were.
_SO_FAR = word_set("season year campaign far now")
_FEW = 9
_HAVE = word_set("has have had on")
_ADDED = word_set("additional further another extra")
#: Verbs of having, in every form.
_STATES = frozenset().union(*map(forms, ("occupy", "occupation", "hold", "control", "keep", "own")))


def check_several_done(clauses: Clauses, relation: Relation | None, words: MeasureWords) -> None:
    """Raise `Left` where people are counted to whom one of several things was done: "killed,
    wounded or missing" counts the killed alone for nobody.
    """
    base = (words.measure.unit or "").partition("/")[0]
    if relation is None or base not in {"persons", "count"}:
        return
    if not is_verb_form(clauses.words[relation.end - 1]):
        return
    behind = list(clauses.words[relation.end : relation.end + 3])
    if len(behind) < 2 or words.has(behind[1]) or not is_verb_form(behind[1]):
        return
    if behind[0] == "or" or (behind[0] == "," and behind[2:] in (["or"], ["and"], [","])):
        raise Left("it is of several together")


def check_unit(clauses: Clauses, figure: Figure, names: Names, words: MeasureWords) -> None:
    """Raise `Left` where a figure of people is told of a part of the subject alone: "a Varnan
    brigade lost 340 men".
    """
    if (words.measure.unit or "").partition("/")[0] not in {"persons", "count"}:
        return
    for _, end in (*names.subject, *names.by):
        behind = clauses.words[end : min(end + _UNIT_BEHIND, figure.start)]
        unit = next((word for word in behind if word in _UNITS), None)
        if unit is not None and not words.has(unit):
            raise Left(f"it is of a part (“{unit}”)")


def check_noun(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where the noun that the figure stands behind is another's: "a loss of 20
    million" is no revenue.
    """
    at = figure.start - 2
    unit = figure.quantity.unit
    if figure.quantity.of is not None or not (unit == "share" or unit.isupper()):
        return  # what it is of says it, or its unit does; a share and money are of anything
    if at < 1 or clauses.words[at + 1] != "of" or clauses.tokens[at].kind != "word":
        return
    noun = clauses.words[at]
    if noun in _MEASURING or noun in FUNCTION_WORDS or noun in LEADING or is_verb_form(noun):
        return
    if not words.has(noun):
        raise Left(f"it is {with_article(noun)}")


def check_span(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where a length of time says when, not how long: "within the next 48 hours"."""
    if (words.measure.unit or "") not in DAYS:
        return
    before = clauses.words[max(figure.start - 2, 0) : figure.start]
    is_around_now = len(before) == 2 and before[1] in _AROUND_NOW and before[0] in FUNCTION_WORDS
    takes = not _TAKEN.isdisjoint(
        clauses.words[max(figure.start - _TAKING_BEFORE, 0) : figure.start]
    )
    is_taken = takes and clauses.words[figure.end : figure.end + 1] == ("to",)
    if is_taken:
        raise Left("it is how long something else took")
    if is_around_now or not _OFF.isdisjoint(clauses.words[figure.end : figure.end + 1]):
        raise Left("it says when, not how long")


def check_added(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` where a state is told to have grown by the figure: who "has occupied an
    additional 12%" holds more than that. What is counted from a day may be so told.
    """
    if relation is None or words.reads.since is not None:
        return
    first = max(figure.start - 2, 0)
    if _ADDED.isdisjoint(clauses.words[first : figure.end + 1]):
        return
    if not _STATES.isdisjoint(clauses.words[relation.start : relation.end]):
        raise Left("it is what came on top, no level")


def check_lately(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where a running total is told over a few others of late: "three goals in five
    games"; "34 goals in 31 games" are all that there were.
    """
    at = figure.thing_end
    if words.reads.since is None or clauses.words[at : at + 1] != ("in",):
        return
    within = next((one.quantity for one in clauses.figures if one.start == at + 1), None)
    if within is None or within.unit != "count" or within.amount is None or within.amount > _FEW:
        return
    start, end = clauses.segment(figure.start, figure.end)
    if _SO_FAR.isdisjoint(clauses.words[start:end]):
        raise Left("it counts a few of late")


def _counts_as_before(clauses: Clauses, figure: Figure, words: MeasureWords) -> bool:
    """Whether what somebody just "has" is what the figure before it counts: "Norda have 64 points,
    Suda have 58"; where none does, the measure's own word stands before it.
    """
    if _HAVE.isdisjoint(clauses.words[max(figure.start - 2, 0) : figure.start]):
        return True
    counted = [one for one in clauses.figures if one.end <= figure.start and one.quantity.of]
    named = {*clauses.words[counted[-1].end if counted else 0 : figure.start]}
    return any(map(words.counts, named))


def check_counted(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` where a bare number is the object of the relation itself: who is "losing 600"
    may be losing tanks.
    """
    base = (words.measure.unit or "").partition("/")[0]
    bare = figure.quantity.unit.partition("/")[0] == "count" and figure.quantity.of is None
    if base == "count" and bare and not _counts_as_before(clauses, figure, words):
        raise Left("it does not say what it counts")
    if base != "persons" or not bare or relation is None or relation.side != "before":
        return
    # "The number killed has exceeded 1 million": the verb may be the figure's own hedge.
    led = (LEADING | PASSIVE).intersection(clauses.words[relation.end : figure.start + 1])
    if is_verb_form(clauses.words[relation.start]) and not led:
        raise Left("it does not say what it counts")
