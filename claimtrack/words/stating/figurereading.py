"""Figure reading: what one figure of a sentence says of one measure, or why it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimtrack.errors import NotAQuantity
from claimtrack.values import Interval, Quantity
from claimtrack.words.counting.rules import ARITHMETIC, divided
from claimtrack.words.quantities import parse_quantity
from claimtrack.words.stating.clauses import FUNCTION_WORDS, Clauses, Figure
from claimtrack.words.stating.qualifiers import TAKING, check_qualifiers, is_lost, tells_of_having
from claimtrack.words.stating.relations import LEADING, Relation, relation_of
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import (
    SAYING,
    Actor,
    Left,
    Names,
    actor,
    check_thing,
    in_asides,
    is_alien,
    is_anothers,
    is_coordinated,
    is_named_nearby,
    is_with_others,
    names_in,
    told_at,
)
from claimtrack.words.stating.truetimes import TrueTime, counts_from, true_time
from claimtrack.words.stating.unreal import denied_behind, unreal_words
from claimtrack.words.stating.whereabouts import check_place
from claimtrack.words.stating.wordforms import forms, is_verb_form
from claimtrack.words.tokens import word_set

#: Days of a rate's period; a month and a year are their mean.
_DAYS = {
    "h": divided(Decimal(1), Decimal(24)), "d": Decimal(1), "week": Decimal(7),
    "month": Decimal("30.436875"), "yr": Decimal("365.2425"),
}  # fmt: skip
_ONE = Decimal(1)
#: Two figures that differ by less are one in two units.
_SAME = Decimal("0.03")
#: What bounds a figure from before it, beside the hedges.
_PASSED = (" passed", " passes", " past", " topped", " tops", " broken", " broke")
_HIGHS = ("a high of", "maximum of", "ceiling of")
_REACHED = word_set("hit reach reached touch touched hits reaches hitting reaching")
_LOWS = ("a low of", "minimum of", "floor of")
_LEAVING_SUBJECT = word_set("despite after by having since while with without though although")
_CONDITIONAL = word_set("if unless whether until")
_AROUND_NOW = word_set("next last past coming previous following")
_TAKEN = word_set("took take takes taken")
#: "It took the ship seven hours to reach them".
_TAKING_BEFORE = 6
#: Behind a length of time these tell how far off something is: "three hours late".
_OFF = word_set("late later early earlier before after ago away ahead")
_OF_WHOLE = (("of",), ("of", "the"), ("of", "all"), ("out", "of"), ("out", "of", "the"))
_OF_WHICH = (("of", "which"), ("of", "whom"), ("of", "them"))
_OPINIONS = word_set("said say says believe think expect want named agreed agree fear support")
#: Of these, what a figure is of is told elsewhere: "an average of", "a swath of".
_MEASURING = word_set(
    """
    total average mean median maximum minimum record high low peak rate level figure estimate share
    number count area size range sum amount value tally toll proportion percentage swath swathe
    chunk slice part portion piece strip tract stretch kind region length distance period
    """
)
_FOR_EVERY = (("every",), ("each",), ("per",))
_HELD_AGAINST = (("compare",), ("compares",), ("comparing",))
_WHOLES = word_set("all everything everyone every anything nothing any")
_MARKS = word_set("target goal threshold limit ceiling cap forecast")
_AGAINST = word_set("below above than beyond versus")
#: A speaker's name and office take no more words before "said".
_SPEAKER = 6
_POINTS = word_set("point points")
_THAN_A_YEAR = (
    "than a year earlier", "than a year ago", "than a year before", "than one year",
    "than the year before", "year on year", "from a year earlier", "from a year ago",
    "on the year", "over the year", "on a year earlier", "on a year ago",
)  # fmt: skip
_SHORTER = (
    "on the month", "month on month", "month - on - month", "from the previous month",
    "from a month", "than a month", "on the quarter", "quarter on quarter", "a month earlier",
    "quarter - on - quarter", "from the previous quarter", "in the quarter", "on the week",
)  # fmt: skip
_NEAR_BEHIND = 4
_FOR_A_YEAR = 9
_ADDED = word_set("additional further another extra")
#: Verbs of having, in every form.
_STATES = frozenset().union(*map(forms, ("occupy", "occupation", "hold", "control", "keep", "own")))
_WITH = word_set("with on at")
_JOINING = word_set("and but while , ;")
_PASSIVE = word_set("is are was were been being be remain remains remained under lie lies now")


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
    if words.says and relation is None:
        raise Left("no word of the relation carries it")
    _check_kind(clauses, figure, relation, words)
    _check_compared(clauses, figure, relation, own)
    _check_noun(clauses, figure, words)
    _check_added(clauses, figure, relation, words)
    _check_span(clauses, figure, words)
    _check_counted(clauses, figure, relation, words)
    _check_all_but(clauses, figure)
    _check_several_done(clauses, relation, words)
    named = check_thing(clauses, figure, words)
    _check_words(clauses, figure, relation, words)
    names = names_in(clauses, words)
    check_qualifiers(clauses, names, words, figure, relation)
    check_place(clauses, names, words, figure, relation)
    is_rest = _check_actor(clauses, before, words, names, figure, relation, named)
    if words.by and not named:
        _check_whole(clauses, before, words, figure, rivals)
    time = true_time(clauses, figure, relation, clauses.published)
    _check_taken(clauses, relation, time, words)
    explicit = _check_period(time, words)
    _check_part(clauses, figure)
    amount, interval = valued(clauses, figure, words, time)
    if is_rest:
        amount, interval = rest(amount, interval)
    return Told(figure, amount, interval, time, is_rest, explicit)


def may_answer(quantity: Quantity, unit: str | None) -> bool:
    """Whether *quantity* can be in *unit* at all, so that it is worth a closer look."""
    if quantity.kind == "vague" or quantity.amount is None or unit is None:
        return False
    base, _, period = unit.partition("/")
    given, _, per = quantity.unit.partition("/")
    if per and not period:
        return False
    same = (
        {base}
        | ({"count"} if base == "persons" else set())
        | ({"share"} if base == "ratio" else set())
        | ({"persons"} if base == "count" else set())
    )
    return given in same


def _check_kind(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` for a change; prices that "rose 3%" are told by one, points never are."""
    if figure.quantity.kind != "change":
        return
    within = clauses.words[figure.start : figure.end]
    is_level = words.measure.unit == "ratio" and _POINTS.isdisjoint(within)
    told = relation is not None and figure.start <= relation.start < figure.end
    if told:
        _check_grown(clauses, figure, words)
    if (
        words.measure.unit == "share"
        or not _POINTS.isdisjoint(within)
        or not (told or (is_level and _is_over_a_year(clauses, figure)))
    ):
        raise Left("it is a change, no level")


def _check_grown(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where what rose is not the subject, or rose over another time than a year."""
    first, last = clauses.segment(figure.start, figure.end)
    near = range(figure.end, min(last, figure.end + _NEAR_BEHIND))
    named = [start for start, _ in stands(words.subject, clauses.words, clauses.signs)]
    if words.subject and not any(
        first <= at < figure.end or (at in near and {"in", "of"} & {*clauses.words[at - 2 : at]})
        for at in named
    ):
        raise Left("what it is said of is not named in its clause")
    behind = " ".join(clauses.words[figure.end : figure.end + _FOR_A_YEAR])
    said = next((one for one in _SHORTER if one in behind), None)
    if said is not None and not any(slot.fits(said.split()[-1]) for slot in words.in_thing):
        raise Left(f"it is a change over another time (“{said}”)")


def _is_over_a_year(clauses: Clauses, figure: Figure) -> bool:
    """Whether a change is told as the one over a year: "3.1% higher than a year earlier"."""
    behind = " ".join(clauses.words[figure.end : figure.end + _FOR_A_YEAR])
    return any(said in behind for said in _THAN_A_YEAR)


def _check_compared(
    clauses: Clauses, figure: Figure, relation: Relation | None, own: Sequence[tuple[int, int]]
) -> None:
    """Raise `Left` for what something is held against: "above the 2% target", "than the 71%
    recorded", "within four points".
    """
    behind = clauses.words[figure.end : figure.end + 2]
    if not _MARKS.isdisjoint(behind):
        raise Left(f"it is a {next(word for word in behind if word in _MARKS)}")
    before = clauses.words[max(figure.start - 2, 0) : figure.start]
    if before[-1:] == ("within",):
        raise Left("it is a distance")
    if before[-1:] in _FOR_EVERY:
        raise Left("it is what something else is told for")
    if before[:1] in _HELD_AGAINST and before[1:] in (("with",), ("to",)):
        raise Left("it is what is compared with")
    if before[-1:] == ("by",) and figure.quantity.kind == "level":
        raise Left("it is a difference")
    tells_itself = relation is not None and relation.side == "within" and len(own) == 1
    if before in _OF_WHICH or (before[-1:] == ("including",) and not tells_itself):
        raise Left("it is a part of another figure")
    of_them = clauses.words[figure.thing_end : figure.thing_end + 1]
    if figure.quantity.unit == "share" and not _OPINIONS.isdisjoint({*behind[:1], *of_them}):
        raise Left("it is how many say so")
    if len(before) == 2 and before[0] in _AGAINST and before[1] in {"the", "a", "its", "their"}:
        raise Left("it is what is compared with")


def _check_all_but(clauses: Clauses, figure: Figure) -> None:
    """Raise `Left` for what is left out: "all but 10% of it is controlled"."""
    before = clauses.words[max(figure.start - 2, 0) : figure.start]
    if before[-1:] == ("but",) and before[0] in _WHOLES:
        raise Left("it is all but that")


def _check_several_done(clauses: Clauses, relation: Relation | None, words: MeasureWords) -> None:
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


def _check_noun(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
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
        raise Left(f"it is a {noun}")


def _check_part(clauses: Clauses, figure: Figure) -> None:
    """Raise `Left` for the whole of which another figure is a part: "31 of the 200 seats"."""
    at = figure.start
    is_of_figure = any(
        one is not figure and clauses.words[one.end : at] in _OF_WHOLE for one in clauses.figures
    )
    if is_of_figure or _is_of_bare(clauses, at):
        raise Left("it is the whole that another figure is a part of")


def _is_of_bare(clauses: Clauses, at: int) -> bool:
    """Whether the figure at a place is what a bare number is "of"; a year is no number of it."""
    if at < 2 or clauses.words[at - 1] != "of" or clauses.tokens[at - 2].kind != "number":
        return False
    return not any(start <= at - 2 < end for _, start, end in clauses.dates)


def _check_span(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where a length of time says when, not how long: "within the next 48 hours"."""
    if (words.measure.unit or "") not in _DAYS:
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


def _check_added(
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


def _check_counted(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` where a bare number is the object of the relation itself: who is "losing 600"
    may be losing tanks.
    """
    base = (words.measure.unit or "").partition("/")[0]
    bare = figure.quantity.unit.partition("/")[0] == "count" and figure.quantity.of is None
    if base != "persons" or not bare or relation is None or relation.side != "before":
        return
    # "The number killed has exceeded 1 million": the verb may be the figure's own hedge.
    led = (LEADING | _PASSIVE).intersection(clauses.words[relation.end : figure.start + 1])
    if is_verb_form(clauses.words[relation.start]) and not led:
        raise Left("it does not say what it counts")


def _check_words(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    if clauses.is_question:
        raise Left("it is asked, not said")
    first, last = figure.start, figure.end
    if relation is not None:
        first, last = min(first, relation.start), max(last, relation.end)
    start, end = clauses.segment(first, last)
    end = _end_before_speaker(clauses, last, end)
    for place in stands(words.never, clauses.words, clauses.signs):
        if start <= place[0] < end and "including" not in clauses.words[last : place[0]]:
            raise Left(f"“{' '.join(clauses.words[slice(*place)])}” rules it out")
    if words.needs and not stands(words.needs, clauses.words, clauses.signs):
        raise Left("none of the words that it needs stands in the sentence")
    if "respectively" in clauses.words[last:end]:
        raise Left("it is told respectively, of one of several")
    start = clauses.governing(start)
    if relation is not None and _is_relative(clauses, figure, relation):
        start = figure.thing_end
    carrying = None if relation is None else (relation.start, relation.end)
    reason = unreal_words(clauses.words_of_no_date, start, last, carrying)
    if reason is None and start and clauses.words[start - 1] in _CONDITIONAL:
        reason = f"a condition (“{clauses.words[start - 1]}”)"
    reason = reason or denied_behind(clauses.words, last)
    if reason is not None:
        raise Left(reason)


def _end_before_speaker(clauses: Clauses, start: int, end: int) -> int:
    """Where what is said ends, who says it left out: "…, the minister told parliament"."""
    for comma in range(start, end):
        behind = clauses.words[comma + 1 : min(comma + 1 + _SPEAKER, end)]
        if clauses.words[comma] == "," and not SAYING.isdisjoint(behind) and "," not in behind:
            return comma
    return end


def _is_relative(clauses: Clauses, figure: Figure, relation: Relation) -> bool:
    """Whether what is told of the figure stands in a clause of its own behind it: who "demands the
    quarter of it that Kyiv still holds" says what Kyiv holds.
    """
    led = clauses.words[figure.thing_end : relation.start]
    return relation.side == "behind" and (
        not {"that", "which", "still"}.isdisjoint(led) or led[:1] in (("it",), ("they",))
    )


def _check_actor(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    names: Names,
    figure: Figure,
    relation: Relation | None,
    named: bool,
) -> bool:
    """Whether the figure is that of the rest, held by the other. Raises `Left` where whoever acts
    is none of the measure's.
    """
    if not words.by:
        if named:
            _check_alone(clauses, names, figure)
            return False
        names = replace(names, by=names.subject)
    if not (names.by or names.other or words.by or words.subject):
        return False
    _check_gap(clauses, names, figure, words)
    elided = _elided(clauses, names, figure)
    if elided is not None:
        _check_thing_before(clauses, figure, words)
        return _verdict_on(elided, words)
    who: str
    who, at = _relative_actor(clauses, names, figure, relation)
    if relation is not None and relation.side in {"behind", "within"} and who == "nobody":
        beside = _beside(clauses, names, relation)
        if beside is not None:
            return _verdict_on(beside, words)
        if relation.side == "behind" and words.by and _is_done(clauses, relation):
            return False  # nobody acts in "is occupied"
    _check_voice(clauses, figure, relation, words)
    if who == "nobody":
        who, at = actor(clauses, names, figure, relation)
    if who == "pronoun":
        if is_with_others(clauses, names, at):
            raise Left("it is of several together")
        who = _antecedent(clauses, before, words, names, at)
        if who == "nobody" and (named or words.subject == ()):
            return False
    if who == "nobody":
        who, at = _behind_participle(clauses, names, figure, relation)
    if who == "nobody" and words.by and _is_attribute(clauses, words, relation):
        return False  # nor in "the occupied land"
    if who == "nobody":
        return _unnamed(clauses, words, figure, relation)
    if who == "alien":
        raise Left(f"it is said of {clauses.tokens[at].text}")
    if at >= 0 and is_coordinated(clauses, names, at) and not named:
        raise Left("it is of several together")
    if relation is not None and words.by and is_lost(clauses, relation):
        return _lost(who)
    return _verdict_on(who, words)


def _relative_actor(
    clauses: Clauses, names: Names, figure: Figure, relation: Relation | None
) -> tuple[Actor, int]:
    """Who acts in a clause of its own on the figure before it, and where he stands: "the 25% of
    Donetsk that Kyiv still controls", "the third of it they hold".
    """
    if relation is None or relation.side != "behind" or not _is_active(clauses, relation):
        return "nobody", -1
    for at in range(relation.start - 1, figure.thing_end - 1, -1):
        if clauses.words[at] in _JOINING:
            break
        told = told_at(clauses, names, at)
        if told is not None:
            return told, at
    return "nobody", -1


def _is_attribute(clauses: Clauses, words: MeasureWords, relation: Relation | None) -> bool:
    """Whether a relation before its figure tells of which land it is: "occupied territories"."""
    if relation is None or relation.side != "before" or relation.end >= len(clauses.words):
        return False
    if not clauses.words[relation.end - 1].endswith(("ed", "held")):
        return False
    following = clauses.words[relation.end]
    return any(slot.fits(following) for phrase in words.of for slot in phrase)


def _is_active(clauses: Clauses, relation: Relation) -> bool:
    """Whether somebody does what the relation tells: "controls", "has seized", not "is held"."""
    words = clauses.words
    before = words[max(relation.start - 3, 0) : relation.start]
    verb = words[relation.start]
    return (is_verb_form(verb) or verb.endswith("s")) and not _PASSIVE.intersection(before)


def _is_done(clauses: Clauses, relation: Relation) -> bool:
    """Whether a relation tells what was done, not what something is: "is held", not "in aid"."""
    words = clauses.words[relation.start : relation.end]
    before = clauses.words[relation.start - 1]
    return len(words) > 1 or is_verb_form(words[0]) or before in _PASSIVE


def _lost(who: str) -> bool:
    """That what the other has lost is what the measure's own have: no rest. Raises `Left`."""
    if who == "own":
        raise Left("it is what they have lost themselves")
    return False


def _check_voice(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` where the file has a passive ("killed") and the text an active: whoever "has
    killed 21 people" has not lost them.
    """
    if relation is None or relation.side != "before" or words.by:
        return
    word = clauses.words[relation.start]
    written = {one.split()[0].lower() for one in words.reads.says}
    if written.intersection((word[:-2], word[:-1])):
        return  # the file has both
    before = set(clauses.words[max(relation.start - 3, 0) : relation.start])
    if (LEADING | _PASSIVE | {"at"}).intersection(clauses.words[relation.end : figure.start + 1]):
        return  # "the number killed has passed 100,000", "puts the number killed at"
    if word.endswith("ed") and word in written and not _PASSIVE & before:
        raise Left(f"it is what somebody has {word}")


def _verdict_on(who: str, words: MeasureWords) -> bool:
    if who == "own":
        return False
    if words.measure.unit == "share" and words.by:
        return True
    raise Left("it is the other side's")


def _check_alone(clauses: Clauses, names: Names, figure: Figure) -> None:
    for start, _ in names.subject:
        if figure.start <= start < figure.thing_end and is_coordinated(clauses, names, start):
            raise Left("it is of several together")


def _check_gap(clauses: Clauses, names: Names, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where a stranger stands right before the figure: "…, the Tories 23.7%", "ahead
    of the Tories with 23.7%".
    """
    beside = clauses.words[max(figure.start - 1, 0)] in _WITH
    for at in range(max(figure.start - 1 - beside, 0), figure.start):
        if is_alien(clauses, names, at):
            raise Left(f"it is said of {clauses.tokens[at].text}")
    if _is_noun_of_another(clauses, figure, words):
        raise Left(f"it is said of {clauses.tokens[figure.start - 1].text}")


def _is_noun_of_another(clauses: Clauses, figure: Figure, words: MeasureWords) -> bool:
    """Whether another thing stands right before the figure, the verb left out: "…, gas 18%"."""
    at = figure.start - 1
    if at < 1 or clauses.words[at - 1] not in _JOINING or clauses.tokens[at].kind != "word":
        return False
    word = clauses.words[at]
    if word in FUNCTION_WORDS | LEADING or is_verb_form(word) or word.endswith("ly"):
        return False
    unit = figure.quantity.unit
    return not words.has(word) and any(
        one.end < figure.start and one.quantity.unit == unit for one in clauses.figures
    )


def _elided(clauses: Clauses, names: Names, figure: Figure) -> str | None:
    """Who stands right before a figure, the verb left out: "…, the Greens 14.8%"."""
    for who, places in (("own", names.by), ("other", names.other)):
        for start, end in places:
            first = start - 1 if clauses.words[start - 1] == "the" else start
            if end == figure.start and first > 0 and clauses.words[first - 1] in _JOINING:
                return who
    return None


def _check_thing_before(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where the figure before, of which a verb left out says the same, is of something
    else: "Russia has 20% of the exports, Ukraine 10%".
    """
    unit = figure.quantity.unit
    before = [one for one in clauses.figures if one.end <= figure.start]
    same = [one for one in before if one.quantity.unit == unit]
    if same:
        check_thing(clauses, same[-1], words)


def _beside(clauses: Clauses, names: Names, relation: Relation) -> str | None:
    """Who stands in or beside a relation behind its figure: "in Russian hands", "held by them"."""
    around = range(max(relation.start - 2, 0), min(relation.end + 4, len(clauses.words)))
    for start, _ in names.by:
        if start in around and not _is_parted(clauses, relation.end, start):
            return "own"
    for start, _ in names.other:
        if relation.start - 1 <= start < relation.end and _is_whose(clauses, start):
            return "other"
        is_close = relation.end <= start < relation.end + 3
        if is_close and "by" in clauses.words[relation.end : start]:
            return "other"
    return None


def _is_whose(clauses: Clauses, at: int) -> bool:
    """Whether something is theirs who are named at a place: "under Kyiv's control", "in Ukrainian
    hands".
    """
    return at > 0 and clauses.words[at - 1] in {"in", "under"}


def _is_parted(clauses: Clauses, start: int, end: int) -> bool:
    between = clauses.words[start:end]
    return clauses.is_broken(start, end) or not (_JOINING | _AGAINST).isdisjoint(between)


def _antecedent(
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


def _behind_participle(
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


def _unnamed(
    clauses: Clauses,
    words: MeasureWords,
    figure: Figure,
    relation: Relation | None,
) -> bool:
    """That nobody acts: a passive tells of whoever is meant; else he is named nearby, or `Left`."""
    slots = words.by or words.subject
    if not words.by and _is_named_behind(clauses, words, figure, relation):
        raise Left("what it is said of is only named behind it")
    aside, names = in_asides(clauses, figure.start), names_in(clauses, words)
    for start, end in stands(slots, clauses.words, clauses.signs):
        if is_anothers(clauses, end - 1) or is_coordinated(clauses, names, end - 1):
            continue
        if start < figure.start and start not in aside:
            return False
        parted = clauses.is_broken(figure.end, start) or _is_behind_another(clauses, figure, start)
        if start >= figure.start and not parted:
            return False
    raise Left("nobody is named that it could be said of")


def _is_behind_another(clauses: Clauses, figure: Figure, at: int) -> bool:
    """Whether the name at a place stands behind another figure: "1.9%, against 3.1% in Britain"."""
    unit = figure.quantity.unit
    return any(figure.end <= one.start < at for one in clauses.figures if one.quantity.unit == unit)


def _is_named_behind(
    clauses: Clauses, words: MeasureWords, figure: Figure, relation: Relation | None
) -> bool:
    """Whether the sentence names the subject behind the figure and its relation alone."""
    last = figure.end
    if relation is not None and relation.side == "behind":
        last = relation.end
    places = stands(words.subject, clauses.words, clauses.signs)
    return bool(places) and all(start >= last for start, _ in places)


def _check_whole(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    figure: Figure,
    rivals: Sequence[MeasureWords],
) -> None:
    """Raise `Left` where what the figure is a part of is not named, or another was named last."""
    if not words.subject:
        return
    if not is_named_nearby(clauses, before, words, words.subject):
        raise Left("what it is a part of is not named")
    own = _last_named(clauses, before, words, figure)
    for rival in rivals:
        is_rival = rival.reads.subject != words.reads.subject
        if not is_rival or rival.measure.unit != words.measure.unit:
            continue
        if _last_named(clauses, before, rival, figure, words) > own:
            raise Left("another was named last")


def _last_named(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    figure: Figure,
    besides: MeasureWords | None = None,
) -> int:
    """How late the subject was named before the figure, where it is no name of *besides*, nor
    of those who act there; a sentence back counts less than any.
    """
    listed = [words.other]
    if besides is not None:
        listed += [besides.subject, besides.by, besides.other]
    others = {
        at
        for phrases in listed
        for start, end in stands(phrases, clauses.words, clauses.signs)
        for at in range(start, end)
    }
    places = [
        start
        for start, _ in stands(words.subject, clauses.words, clauses.signs)
        if start < figure.start and start not in others
    ]
    if places:
        return max(places)
    for back, one in enumerate(reversed(before[-2:]), 1):
        found = stands(words.subject, one.words, one.signs)
        if found:
            return found[-1][0] - 1000 * back
    return -10_000


def _check_taken(
    clauses: Clauses, relation: Relation | None, time: TrueTime, words: MeasureWords
) -> None:
    """Raise `Left` where what somebody has is told by what he took in a time that is named: "has
    seized 1% of it since May".
    """
    if relation is None or words.reads.since is not None or not tells_of_having(words):
        return
    if clauses.words[relation.start] in TAKING and (time.since is not None or time.days):
        raise Left("it is what was taken in a time, no level")


def _check_period(time: TrueTime, words: MeasureWords) -> bool:
    """Whether the figure says that it counts from the measure's own ``since``."""
    since = words.reads.since
    if since is None or words.measure.is_rate:
        return False
    counted = counts_from(time, since)
    if counted is False:
        raise Left("it counts another period")
    return counted is True


def valued(
    clauses: Clauses, figure: Figure, words: MeasureWords, time: TrueTime
) -> tuple[Decimal, Interval]:
    """The amount and the interval in the measure's unit."""
    quantity, unit = figure.quantity, words.measure.unit or ""
    base, _, period = unit.partition("/")
    if base == "ratio" and quantity.unit == "share":
        quantity = _as_ratio(clauses, quantity)
    assert quantity.amount is not None
    interval = _bounded_before(clauses, figure) or quantity.interval
    if not period:
        return quantity.amount, interval
    per = quantity.unit.partition("/")[2]
    if per:
        days = _DAYS[per]
    elif time.days:
        days = Decimal(time.days)
    else:
        raise Left("it is no rate")
    each = _DAYS[period]
    return _over(quantity.amount, each, days), Interval(
        None if interval.lower is None else _over(interval.lower, each, days),
        None if interval.upper is None else _over(interval.upper, each, days),
        interval.closed,
    )


def _bounded_before(clauses: Clauses, figure: Figure) -> Interval | None:
    """What the words before a figure bound it to, where the figure's own do not: "deaths passed
    7,000", "a high of 250,000".
    """
    amount = figure.quantity.amount
    words = " ".join(clauses.words[max(figure.start - 3, 0) : figure.start])
    if figure.quantity.hedge is not None or amount is None:
        return None
    if words.endswith(_PASSED):
        return Interval(amount, None, "neither")
    if words.endswith(_HIGHS) and clauses.words[max(figure.start - 4, 0)] not in _REACHED:
        return Interval(None, amount, "right")
    return Interval(amount, None, "left") if words.endswith(_LOWS) else None


def _over(number: Decimal, each: Decimal, days: Decimal) -> Decimal:
    """What of *number* in so many *days* falls to *each* of the measure's own."""
    return divided(ARITHMETIC.multiply(number, each), days)


def _as_ratio(clauses: Clauses, quantity: Quantity) -> Quantity:
    try:
        return parse_quantity(clauses.sentence[quantity.start : quantity.end], unit="ratio")
    except NotAQuantity:
        return quantity


def rest(amount: Decimal, interval: Interval) -> tuple[Decimal, Interval]:
    """What is left of the whole."""
    lower = None if interval.upper is None else _ONE - interval.upper
    upper = None if interval.lower is None else _ONE - interval.lower
    flipped = {"left": "right", "right": "left"}.get(interval.closed, interval.closed)
    return _ONE - amount, Interval(lower, upper, flipped)  # type: ignore[arg-type]


def is_same_again(clauses: Clauses, told: Told, earlier: Told) -> bool:
    """Whether *told* is *earlier* in another unit: "1,100 square km (425 square miles)"."""
    words = clauses.words[earlier.figure.end : told.figure.start]
    if "(" not in words and "or" not in words:
        return False
    return abs(told.amount - earlier.amount) <= abs(earlier.amount) * _SAME
