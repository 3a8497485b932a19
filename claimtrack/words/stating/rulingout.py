"""Ruling out: whether the words of a clause leave what it tells of a figure standing."""

from __future__ import annotations

from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import SAYING, Left
from claimtrack.words.stating.unreal import denied_behind, imagined, unreal_words
from claimtrack.words.tokens import word_set

_FORMERLY = word_set("once formerly")
_POLLS = word_set("poll polls polling polled pollster pollsters survey surveys")
_BY_A_POLL = 12
_MAYBE = word_set("could may might can")
_LATER = word_set("by if next within after unless soon tomorrow with")
_ENDED = word_set("ended snapped")
_ENDED_BEHIND = 6
_CONDITIONAL = word_set("if unless whether until")
#: Who sees a level "at" a figure foresees it; the verb stands so near.
_SEEING = word_set("sees see seen seeing")
_SEEN_BEFORE = 6
_LEVELS = (("at",), ("to",), ("reaching",))
#: Behind one of these a figure tells what is so, whatever is demanded of it.
_AS_IT_IS = word_set("that which still currently now")
#: A speaker's name and office take no more words before "said".
_SPEAKER = 6


def check_words(
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
        if _is_of_another(clauses, figure, words, place[0]):
            continue
        if start <= place[0] < end and "including" not in clauses.words[last : place[0]]:
            raise Left(f"“{' '.join(clauses.words[slice(*place)])}” rules it out")
    if words.measure.unit in {"share", "count"} and not any(map(words.is_asked, _POLLS)):
        near = clauses.words[max(start, figure.start - _BY_A_POLL) : figure.start]
        voted = " ".join(near)
        poll = next((one for one in near if one in _POLLS and f"the {one}" not in voted), None)
        if poll is None and "poll" in near and "exit poll" in voted:
            poll = "exit poll"
        if poll is not None:
            raise Left(f"it is of a poll (“{poll}”)")
    if _is_over(clauses, last):
        raise Left("it is over")
    if words.needs and not stands(words.needs, clauses.words, clauses.signs):
        raise Left("none of the words that it needs stands in the sentence")
    if "respectively" in clauses.words[last:end]:
        raise Left("it is told respectively, of one of several")
    if relation is not None and clauses.words[relation.start - 1] in _FORMERLY:
        raise Left("it is of a past time that is not named")
    aside = clauses.asides(first)
    while start and start in aside:
        start = clauses.segment(start - 1, start - 1)[0]
    start = clauses.governing(start)
    if relation is not None and _is_relative(clauses, figure, relation):
        start = figure.thing_end
    carrying = None if relation is None else (relation.start, relation.end)
    said = tuple("" if at in aside else word for at, word in enumerate(clauses.words_of_no_date))
    reason = (
        unreal_words(said, start, last, carrying)
        or _seen_coming(clauses, figure)
        or imagined(clauses.words, first - 1)
    )
    if reason is None and start and clauses.words[start - 1] in _CONDITIONAL:
        reason = f"a condition (“{clauses.words[start - 1]}”)"
    reason = reason or denied_behind(clauses.words, last) or _may_come(clauses, start, figure)
    if reason is not None:
        raise Left(reason)


def _is_of_another(clauses: Clauses, figure: Figure, words: MeasureWords, at: int) -> bool:
    """Whether the word at a place tells of another figure: the core of "inflation is 3%, and core
    inflation 4%", the seats of "31% of the vote and 61 seats".
    """
    if words.by:
        return False
    for one in clauses.figures:
        if one is figure:
            continue
        if one.start <= at < one.thing_end and one.quantity.unit != figure.quantity.unit:
            return True
        joined = {"and", ",", "while", "but"} & {*clauses.words[figure.thing_end : at]}
        if figure.thing_end <= at < one.start and joined:
            same = one.quantity.unit == figure.quantity.unit
            return same and not any(
                figure.thing_end <= other.start < one.start for other in clauses.figures
            )
    return False


def _is_over(clauses: Clauses, last: int) -> bool:
    """Whether what is told is said to have ended: "the 16-match run came to an end"."""
    words = clauses.words
    for at in range(last, min(last + _ENDED_BEHIND, len(words))):
        if words[at] in {",", ";"} or clauses.is_broken(last, at):
            return False
        if words[at : at + 4] == ("came", "to", "an", "end") or words[at] in _ENDED:
            return words[at - 1] not in {"year", "months", "quarter", "half", "period", "weeks"}
    return False


def _seen_coming(clauses: Clauses, figure: Figure) -> str | None:
    """That somebody only sees the figure coming: "the bank sees inflation at 4% by December"."""
    words = clauses.words
    near = range(max(figure.start - _SEEN_BEFORE, 0), figure.start)
    at = next((one for one in near if words[one] in _SEEING), None)
    if at is None or words[figure.start - 1 : figure.start] not in _LEVELS:
        return None
    return f"a forecast (“{words[at]}”)"


def _may_come(clauses: Clauses, start: int, figure: Figure) -> str | None:
    """That the figure "could" be so only later: "could have 67 points by Sunday"."""
    words = clauses.words
    at = next((one for one in range(start, figure.start) if words[one] in _MAYBE), None)
    if at is None:
        return None
    later = words[figure.thing_end : figure.thing_end + 1]
    is_later = not _LATER.isdisjoint(later) and words[at + 1] != "already"
    return f"only possible (“{words[at]}”)" if is_later else None


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
        not _AS_IT_IS.isdisjoint(led) or led[:1] in (("it",), ("they",))
    )
