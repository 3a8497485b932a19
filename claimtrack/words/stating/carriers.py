"""Carriers: what carries a figure to its measure where no word of the relation does.

A table of a league and the count of an election tell who has what by "with", "on" or "to": "Norda,
with 38%, came first", "fell to 61 seats", "gave the List 112 seats".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import is_alien, names_in
from claimtrack.words.stating.wordforms import forms, is_verb_form
from claimtrack.words.tokens import word_set

_LEVEL = word_set("rate level share tally total")
#: Who does one of these "with" so much has it.
_RANKING = frozenset().union(
    *map(forms, ("be", "stay", "sit", "lie", "finish", "come", "top", "lead", "end", "remain",
                 "rank", "go", "climb", "rise", "drop", "slip", "move"))
)  # fmt: skip
_MOVING = frozenset().union(
    *map(
        forms,
        ("move", "rise", "fall", "climb", "drop", "slump", "slip", "grow", "increase", "reduce",
         "shrink", "cut", "raise", "take", "lift", "bring", "swell", "go", "jump", "decline"),
    )
)  # fmt: skip
_GIVING = frozenset().union(*map(forms, ("give", "leave", "hand", "award", "put")))
_THEMSELVES = word_set("them it him her his its their tally total")
#: Who stands behind one of these is another than he who has the figure before.
_BEATEN = word_set("ahead behind before followed")
_HELPING = word_set("was were is are been be have has had being")
_ARTICLES = word_set("the a an with on at")
_TALLIES = word_set("tally total haul count")
_STANDING = word_set("is was are stands stood at now has reached reaches hit to rose climbed grown")
#: So far before its figure stands the verb of a level.
_FAR = 12
_OBJECT = 4


@dataclass(frozen=True, slots=True)
class Carrier:
    """The place that carries a figure, and whether it ties it to the subject, so that nobody else
    can be meant.
    """

    relation: Relation
    is_at_subject: bool = True


def carrier_of(
    clauses: Clauses, figure: Figure, words: MeasureWords, relation: Relation | None
) -> Carrier | None:
    """What carries *figure* to the subject of the measure where its relation is having or being;
    None where nothing does, or *relation* does already.
    """
    if words.by and words.measure.unit != "ratio":
        return None
    beside = (
        _on(clauses, figure, words)
        or _for(clauses, figure, words)
        or _lifted(clauses, figure, words)
    )
    if beside is not None or relation is not None:
        return None if beside is None else Carrier(beside)
    relation = (
        _beside(clauses, figure, words)
        or _ranked(clauses, figure, words)
        or _opened(clauses, figure, words)
        or _given(clauses, figure, words)
        or _gone(clauses, figure, words)
    )
    if relation is not None:
        return Carrier(relation)
    relation = _tallied(clauses, figure, words)
    if relation is not None:
        return Carrier(relation)
    relation = _moved(clauses, figure, words) or _of_itself(clauses, figure, words)
    return None if relation is None else Carrier(relation, is_at_subject=False)


def _subjects(clauses: Clauses, words: MeasureWords) -> tuple[tuple[int, int], ...]:
    return tuple(stands(words.subject, clauses.words, clauses.signs))


def _beside(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The preposition of an aside right behind the subject: "Norland, with 38%, came first", "the
    rate, at 3%, is high".
    """
    at = figure.start - 1
    meant = {"with": words.tells_having, "at": words.tells_being, "now": words.tells_being}
    joined = next((one for one in clauses.figures if one.thing_end == at), None)
    if joined is not None and clauses.words[at : at + 1] == ("and",):
        at = joined.start - 1  # "with 24 wins and six losses,"
    if at < 2 or clauses.words[at - 1] != "," or not meant.get(clauses.words[at], False):
        return None
    if clauses.words[figure.thing_end : figure.thing_end + 1] != (",",) and not any(
        clauses.words[one.start - 1] == clauses.words[at] and one.start < at
        for one in clauses.figures
    ):
        return None  # who came in "ahead of them, with 38%" has it himself
    behind = at - 1 - (clauses.words[at - 2] in _LEVEL)
    named = {end for _, end in _subjects(clauses, words)}
    return Relation(at, at + 1, "before") if named.intersection((behind, at - 1)) else None


def _on(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The "on" right behind the subject, where another has so much before: "ahead of the List on
    31%".
    """
    at = figure.start - 1
    led = clauses.words[at : at + 1]
    if not words.tells_having or led not in (("on",), ("with",)):
        return None
    earlier = any(one.end <= at and _is_alike(one, figure) for one in clauses.figures)
    first = next((start for start, end in _subjects(clauses, words) if end == at), None)
    if first is None or not earlier:
        return None
    before = clauses.words[max(first - 3, 0) : first]
    if led == ("with",) and _BEATEN.isdisjoint(before):
        return None  # "with" alone tells of whoever acts
    return Relation(at, at + 1, "before")


def _ranked(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The preposition by which a rank is told: "Suda stay third with 55 points"."""
    at = figure.start - 1
    if not words.tells_having or clauses.words[at : at + 1] not in (("with",), ("on",)):
        return None
    behind = clauses.words[figure.thing_end : figure.thing_end + 1]
    if behind and is_verb_form(behind[0]):
        return None  # who led "with 95% of the votes counted"
    is_share = figure.quantity.unit == "share"
    earlier = [one for one in clauses.figures if one.end <= at and _is_alike(one, figure)]
    if not (_counts_own(clauses, figure, words) or is_share or earlier):
        return None
    for _, end in _subjects(clauses, words):
        led = range(end, at)
        is_ranked = bool(led) and clauses.words[end] in _RANKING and not clauses.is_broken(end, at)
        if is_ranked and not any(_is_name(clauses, words, one) for one in led):
            return Relation(at, at + 1, "before")
    return None


def _for(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The "for" by which a share is told of whoever is named behind it: "against 48% for Suda"."""
    at = figure.thing_end
    if figure.quantity.unit != "share" or not words.tells_having:
        return None
    if clauses.words[at : at + 1] != ("for",):
        return None
    first = at + 1 + (clauses.words[at + 1 : at + 2] == ("the",))
    is_subject = any(start == first for start, _ in _subjects(clauses, words))
    return Relation(at, at + 1, "behind") if is_subject else None


def _opened(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The "with" that opens a sentence on its subject: "With 25 goals, Holm leads the charts"."""
    if clauses.words[:1] != ("with",) or figure.start != 1 or not words.tells_having:
        return None
    comma = figure.thing_end
    if clauses.words[comma : comma + 1] != (",",):
        return None
    first = comma + 1 + (clauses.words[comma + 1 : comma + 2] == ("the",))
    counts = figure.quantity.unit == "share" or _counts_own(clauses, figure, words)
    is_subject = any(start == first for start, _ in _subjects(clauses, words))
    return Relation(0, 1, "before") if counts and is_subject else None


def _of_itself(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The preposition right behind the name of what is measured: "inflation of 3%", "put turnout at
    67%".
    """
    at = figure.start - (clauses.words[figure.start] != "at")
    if words.measure.unit not in {"share", "ratio"} or not words.tells_being:
        return None
    for _, end in _subjects(clauses, words):  # "with rent growth of 6%"
        if figure.start < end < figure.end and clauses.words[end] == "of":
            return Relation(figure.start, end, "within")
    if clauses.words[at : at + 1] not in (("of",), ("at",)):
        return None
    for start, end in _subjects(clauses, words):
        behind = end + (clauses.words[end] in _LEVEL)
        if behind == at and clauses.tokens[start].text.islower():
            return Relation(start, at, "before")
    return None


def _gone(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The verb by which a part goes to the subject: "38% of the vote went to the List"."""
    at = figure.thing_end
    if not words.tells_having or clauses.words[at : at + 2] not in (("went", "to"), ("goes", "to")):
        return None
    first = at + 2 + (clauses.words[at + 2 : at + 3] == ("the",))
    is_subject = any(start == first for start, _ in _subjects(clauses, words))
    counted = clauses.words[:at]
    is_own = any(slot.fits(one) for one in counted for phrase in words.of for slot in phrase)
    return Relation(at, at + 1, "behind") if is_subject and is_own else None


def _moved(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The verb by which a count comes to its level: "its seats fell to 61", "was reduced to 61
    seats", "took them to 67 points".
    """
    to = figure.start - 1
    if not words.tells_having or clauses.words[to : to + 1] != ("to",):
        return None
    if figure.quantity.unit not in {"count", "persons"}:
        return None
    first, _ = clauses.segment(figure.start, figure.end)
    at = next(
        (one for one in range(to - 1, max(first, to - _FAR) - 1, -1)
         if clauses.words[one] in _MOVING),
        None,
    )  # fmt: skip
    if at is None:
        return None
    counted = _counts_own(clauses, figure, words)
    between = clauses.words[at + 1 : to]
    if not all(_is_own(words, one) or one in _THEMSELVES for one in between):
        return None
    before = at - 1
    while before >= first and clauses.words[before] in _HELPING:
        before -= 1
    moved = clauses.words[before] if before >= first else ""
    is_noun = any(slot.fits(moved) for phrase in words.of for slot in phrase)
    told = {end for _, end in _subjects(clauses, words)}
    is_named = before + 1 in told or moved in {",", "which", "that", "who", "they", "it", "to"}
    is_object = bool(between) and (counted or not _THEMSELVES.issuperset(between))
    if is_noun or (counted and is_named) or is_object:
        return Relation(at, at + 1, "before")
    return None


def _lifted(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The verb by which something brings the subject to its level: "lifted the Comets to 44"."""
    relation = _moved(clauses, figure, words)
    if relation is None:
        return None
    last = figure.start - 1
    is_moved = any(relation.end <= one and end == last for one, end in _subjects(clauses, words))
    return relation if is_moved else None


def _tallied(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The verb behind the tally of the subject: "Holm's tally is now 15 goals"."""
    if figure.quantity.unit not in {"count", "persons"} or not words.tells_having:
        return None
    for _, end in _subjects(clauses, words):
        if not clauses.is_possessive(end - 1) or clauses.words[end] not in _TALLIES:
            continue
        led = clauses.words[end + 1 : figure.start]
        if 0 < len(led) <= _OBJECT and all(one in _STANDING for one in led):
            return Relation(end + 1, end + 2, "before")
    return None


def _given(clauses: Clauses, figure: Figure, words: MeasureWords) -> Relation | None:
    """The verb that gives the subject its figure: "results gave the List 112 seats"."""
    if not words.tells_having:
        return None
    end = figure.start - (clauses.words[figure.start - 1] in {"with", "on"})
    for start, stop in _subjects(clauses, words):
        if stop != end:
            continue
        at = start - 1 - (clauses.words[start - 1] == "the")
        if at >= 0 and clauses.words[at] in _GIVING:
            return Relation(at, at + 1, "before")
        joined = clauses.words[at : at + 1] in (("and",), (",",))
        if joined and any(clauses.words[one] in _GIVING for one in _given_before(clauses, at)):
            return Relation(at, at + 1, "before")
    return None


def _given_before(clauses: Clauses, at: int) -> Iterator[int]:
    """The places before the first of the figures that a list of gifts has."""
    first = min(one.start for one in clauses.figures)
    yield from range(max(first - _OBJECT, 0), min(first, at))


def _is_alike(one: Figure, other: Figure) -> bool:
    return one.quantity.unit.replace("persons", "count") == other.quantity.unit


def _counts_own(clauses: Clauses, figure: Figure, words: MeasureWords) -> bool:
    """Whether what the figure counts is the measure's own: "61 seats"."""
    thing = clauses.words[figure.end : figure.thing_end]
    return any(map(words.counts, thing))


def _is_own(words: MeasureWords, word: str) -> bool:
    roles = (words.subject, words.of)
    return word in _ARTICLES or any(
        slot.fits(word) for role in roles for phrase in role for slot in phrase
    )


def _is_name(clauses: Clauses, words: MeasureWords, at: int) -> bool:
    return is_alien(clauses, names_in(clauses, words), at)
