"""Comparisons: whether a figure is a level of its own, no change, part or mark beside another."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.tokens import word_set

_OF_WHOLE = (
    ("of",), ("of", "all"), ("out", "of"),
    *((*of, whose) for of in (("of",), ("out", "of"))
      for whose in ("the", "its", "their", "his", "her", "our", "these", "those")),
)  # fmt: skip
_OF_WHICH = (("of", "which"), ("of", "whom"), ("of", "them"))
_OPINIONS = word_set("said say says believe think expect want named agreed agree fear support")
_FOR_EVERY = (("every",), ("each",), ("per",))
_HELD_AGAINST = (("compare",), ("compares",), ("comparing",))
_WHOLES = word_set("all everything everyone every anything nothing any")
_MARKS = word_set("target goal threshold limit ceiling cap forecast")
AGAINST = word_set("below above than beyond versus")
_PERCENT = word_set("% percent per-cent pc per")
_BEING = word_set("is are was were")
_UP = word_set("up down")
_POINTS = word_set("point points")
_THAN_A_YEAR = (
    "than a year earlier", "than a year ago", "than a year before", "than one year",
    "than the year before", "year on year", "from a year earlier", "from a year ago",
    "on the year", "over the year", "on a year earlier", "on a year ago",
)  # fmt: skip
_SHORTER = (
    "on the month", "month on month", "on a monthly basis", "compared with the previous month",
    "month - on - month", "from the previous month",
    "from a month", "than a month", "on the quarter", "quarter on quarter", "a month earlier",
    "quarter - on - quarter", "from the previous quarter", "in the quarter", "on the week",
)  # fmt: skip
_APART = word_set("above below behind ahead clear adrift off shy short away outside inside")
_STREAKS = word_set("straight consecutive successive running unbeaten")
_NEEDING = word_set("needs needed")
_NEEDED = 5
_NEAR_BEHIND = 4
_FOR_A_YEAR = 9
_OPENING = 6
_WHOSE = 5
_NEARLY_A_YEAR = 330


def check_kind(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` for a change; prices that "rose 3%" are told by one, points never are."""
    if figure.quantity.kind != "change":
        return
    within = clauses.words[figure.start : figure.end]
    is_level = words.measure.unit == "ratio" and _POINTS.isdisjoint(within)
    if is_level and _PERCENT.isdisjoint(within):
        raise Left("it is a change, no level")  # what is "down a third" was more before
    told = relation is not None and figure.start <= relation.start < figure.end
    if told:
        _check_grown(clauses, figure, words)
    if (
        words.measure.unit == "share"
        or (words.measure.unit or "").isupper()  # wheat that "rose $12 a tonne" cost more before
        or not _POINTS.isdisjoint(within)
        or not (told or (is_level and _is_grown(clauses, figure, relation, words)))
    ):
        raise Left("it is a change, no level")


def _is_grown(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> bool:
    """Whether a change is the level asked for: one over a year, or what something "was up"."""
    if _is_over_a_year(clauses, figure):
        return True
    is_up = relation is not None and clauses.words[relation.end - 1] in _BEING
    if not is_up or relation is None or relation.end != figure.start:
        return False
    if clauses.words[figure.start] not in _UP:
        return False
    _check_grown(clauses, figure, words)
    return True


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
    opening = " ".join(clauses.words[first : min(first + _OPENING, figure.start)])
    said = next((one for one in _SHORTER if one in behind or opening.startswith(one)), None)
    if said is not None and not any(slot.fits(said.split()[-1]) for slot in words.in_thing):
        raise Left(f"it is a change over another time (“{said}”)")
    if _is_over_a_part(clauses, figure) or "alone" in behind.split():
        raise Left("it is a change over a part of a year")


def _is_over_a_part(clauses: Clauses, figure: Figure) -> bool:
    """Whether a time right behind a change spans some months: "between January and February"."""
    spans = (
        (phrase.earliest, phrase.latest)
        for phrase, start, _ in clauses.dates
        if phrase.relation == "from-to" and 0 <= start - figure.end <= _NEAR_BEHIND
    )
    return any(first and last and (last - first).days < _NEARLY_A_YEAR for first, last in spans)


def _is_over_a_year(clauses: Clauses, figure: Figure) -> bool:
    """Whether a change is told as the one over a year: "3.1% higher than a year earlier"."""
    behind = " ".join(clauses.words[figure.end : figure.end + _FOR_A_YEAR])
    return any(said in behind for said in _THAN_A_YEAR)


def check_compared(
    clauses: Clauses,
    figure: Figure,
    relation: Relation | None,
    own: Sequence[tuple[int, int]],
    words: MeasureWords,
) -> None:
    """Raise `Left` for what something is held against: "above the 2% target", "than the 71%
    recorded", "within four points".
    """
    behind = clauses.words[figure.end : figure.end + 2]
    mark = next((word for word in behind if word in _MARKS and not words.counts(word)), None)
    if mark is not None:
        raise Left(f"it is a {mark}")
    before = clauses.words[max(figure.start - 2, 0) : figure.start]
    if before[-1:] == ("within",):
        raise Left("it is a distance")
    if before[-1:] in _FOR_EVERY:
        raise Left("it is what something else is told for")
    if before[:1] in _HELD_AGAINST and before[1:] in (("with",), ("to",)):
        raise Left("it is what is compared with")
    if not _NEEDING.isdisjoint(clauses.words[max(figure.start - _NEEDED, 0) : figure.start]):
        raise Left("it is what is needed")
    is_asked = any(phrase[-1].fits("by") for phrase in words.says)  # "lead by"
    if before[-1:] == ("by",) and figure.quantity.kind == "level" and not is_asked:
        raise Left("it is a difference")
    if is_asked and before[-1:] in (("with",), ("on",), ("at",)):
        raise Left("it is what somebody has, no difference")
    if before[-1:] == ("or",) and before[:1] != (",",) and not _counts(clauses, figure.start - 2):
        raise Left("it is one of several")
    if "short" in clauses.words[max(figure.start - 3, 0) : figure.start] and "of" in before:
        raise Left("it is what was not reached")
    apart = clauses.words[figure.thing_end : figure.thing_end + 1]
    is_count = (words.measure.unit or "") == "count"
    told_apart = any(slot.fits(one) for one in apart for said in words.says for slot in said)
    if is_count and apart and apart[0] in _APART and not (is_asked or told_apart):
        raise Left("it is a distance")
    if _is_streak(clauses, figure, words):
        raise Left("it is a streak, no total")
    tells_itself = relation is not None and relation.side == "within" and len(own) == 1
    # "Casualties of 790,000, of whom 250,000 were killed" tells the killed by a verb of their own.
    is_told_itself = relation is not None and relation.side == "behind"
    if (before in _OF_WHICH and not is_told_itself) or (
        before[-1:] == ("including",) and not tells_itself
    ):
        raise Left("it is a part of another figure")
    of_them = clauses.words[figure.thing_end : figure.thing_end + 1]
    if figure.quantity.unit == "share" and not _OPINIONS.isdisjoint({*behind[:1], *of_them}):
        raise Left("it is how many say so")
    if len(before) == 2 and before[0] in AGAINST and before[1] in {"the", "a", "its", "their"}:
        raise Left("it is what is compared with")


def _counts(clauses: Clauses, at: int) -> bool:
    """Whether a figure or a hedge ends at a place: "40 or 50", "a fifth or more"."""
    return clauses.tokens[at].kind == "number" or any(
        one.start <= at < one.thing_end for one in clauses.figures
    )


def _is_streak(clauses: Clauses, figure: Figure, words: MeasureWords) -> bool:
    """Whether a count is of what came one behind the other, where that is not asked for: "lost
    three games in a row", "six straight wins".
    """
    if (words.measure.unit or "") != "count" or any(map(words.is_asked, _STREAKS)):
        return False
    behind = clauses.words[figure.thing_end : figure.thing_end + 3]
    in_a_row = behind in (("in", "a", "row"), ("on", "the", "trot")) or behind[:1] == ("running",)
    return in_a_row or not _STREAKS.isdisjoint(clauses.words[figure.end : figure.thing_end])


def check_all_but(clauses: Clauses, figure: Figure) -> None:
    """Raise `Left` for what is left out: "all but 10% of it is controlled"."""
    before = clauses.words[max(figure.start - 2, 0) : figure.start]
    if before[-1:] == ("but",) and before[0] in _WHOLES:
        raise Left("it is all but that")


def check_part(clauses: Clauses, figure: Figure) -> None:
    """Raise `Left` for the whole of which another figure is a part: "31 of the 200 seats"."""
    at = figure.start
    is_of_figure = any(
        one is not figure
        and (clauses.words[one.end : at] in _OF_WHOLE or _is_of_whose(clauses, one.end, at))
        for one in clauses.figures
    )
    if is_of_figure or _is_of_bare(clauses, at):
        raise Left("it is the whole that another figure is a part of")


def _is_of_whose(clauses: Clauses, start: int, end: int) -> bool:
    """Whether words between two figures say whose the whole is: "19 of the council's 45 seats"."""
    between = clauses.words[start:end]
    is_short = 1 < len(between) <= _WHOSE
    return is_short and between[0] == "of" and clauses.is_possessive(end - 1)


def _is_of_bare(clauses: Clauses, at: int) -> bool:
    """Whether the figure at a place is what a bare number is "of"; a year is no number of it."""
    if at < 2 or clauses.words[at - 1] != "of" or clauses.tokens[at - 2].kind != "number":
        return False
    return not any(start <= at - 2 < end for _, start, end in clauses.dates)
