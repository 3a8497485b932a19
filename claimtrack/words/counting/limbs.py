"""Limbs: a percentage that shares the verb of the one before it: "exports rose 5%, imports 2%"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import TOLD_IN_PERCENT, Change, change_before
from claimtrack.words.counting.hedges import hedge_before
from claimtrack.words.counting.labels import is_year
from claimtrack.words.counting.things import PASTS, STOP_WORDS
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import unit_at
from claimtrack.words.tokens import Piece, word_set

_JOINTS = frozenset({"and", ",", "while"})
_MOST_WORDS_OF_SUBJECT = 4
_MOST_WORDS_TO_JOINT = 6
_MOST_LIMBS = 3
# What a part of a sentence without a verb goes on with: "imports 2% in May, exports 3% a year".
_GOING_ON = word_set(
    "in on at over against during among between for from last this a year-on-year month-on-month to"
    " after before when since and while respectively"
)
_WHERE = word_set("in on at over against during among for last this against")


def change_of_limb(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, limbs: int = _MOST_LIMBS
) -> Change | None:
    """The change that the percentage from *start* to *end* has from the verb of one before it: the
    2% of "exports rose 5% and imports by 2%", the 3% of "rose 5% in Europe and 3% in Asia"; None
    where it has a verb of its own ("and Labour won 12%") or tells of another thing ("and 3% of").
    """
    behind = tokens[end]
    if not limbs or (behind.kind == "word" and behind.lower not in _GOING_ON):
        return None
    by = start - 1 if tokens[start - 1].lower == "by" else start
    joint = _joint_before(tokens, by)
    if joint is None:
        return None
    figure = _figure_before(tokens, joint, unit)
    if figure is None:
        return None
    after = unit_at(tokens, figure + 1)
    assert after is not None
    if joint == by - 1 and not _is_parallel(tokens, after[1], joint, end):
        return None
    subject = tokens[joint + 1 : by]
    if by == start and any(word.lower in TOLD_IN_PERCENT for word in subject):
        return None  # "prices rose 4%, the jobless rate 7%"
    hedge = hedge_before(tokens, figure)
    first = hedge.start if hedge else figure
    change = change_before(tokens, first, share=True)
    if change is None:
        change = change_of_limb(tokens, first, after[1], unit, limbs - 1)
    return None if change is None else Change(change.sign, by, end, by=True)


def _is_parallel(tokens: Sequence[Piece], behind: int, joint: int, end: int) -> bool:
    """Whether two percentages without a subject of their own are told alike: "4% in May and 2% in
    June", "4% and 2% respectively".
    """
    after = tokens[end]
    if behind == joint:
        return tokens[joint].lower == "and" and (after.kind != "word" or after.lower in _ALIKE)
    return tokens[behind].lower in _WHERE and after.lower == tokens[behind].lower


_ALIKE = word_set("respectively in")


def _joint_before(tokens: Sequence[Piece], at: int) -> int | None:
    """The place of the "and" or the comma before the subject that ends at *at*, which may be left
    out; None where more than a subject stands there.
    """
    place = at - 1
    while place >= at - 1 - _MOST_WORDS_OF_SUBJECT:
        if tokens[place].lower in _JOINTS:
            return place
        doing = _is_doing(tokens[place].lower) and tokens[place - 1].text == ","
        if tokens[place].kind != "word" or doing or _tells(tokens[place].lower):
            return None
        place -= 1
    return None


def _is_doing(word: str) -> bool:
    """Whether *word* tells what something did besides, as in ", hitting 9%", and is no trade."""
    return word.endswith("ing") and word not in _TRADES


_TRADES = word_set(
    "advertising banking borrowing brewing building catering clothing engineering farming fishing "
    "funding gaming heating hiring housing lending lighting manufacturing mining printing "
    "publishing quarrying recycling shipbuilding shipping spending tooling trading training"
)


def _tells(word: str) -> bool:
    """Whether *word* is no part of a subject, but a verb or what has one."""
    if word in STOP_WORDS:
        return word not in _OPENING
    return word in PASTS or word in _VERBS or word.endswith("ed")


_OPENING = word_set("the those that its their of in for")
_VERBS = word_set(
    """
    totals averages exceeds equals hits wins beats tops nears reaches measures scored polls polled
    versus vs double twice half triple
    """
)


def _figure_before(tokens: Sequence[Piece], joint: int, unit: Unit) -> int | None:
    """The place of the last percentage before *joint*, of which no more is told than where."""
    joint -= tokens[joint - 1].text == ","
    for place in range(joint - 1, max(joint - 1 - _MOST_WORDS_TO_JOINT, -1), -1):
        if tokens[place].kind == "number":
            found = unit_at(tokens, place + 1)
            if found is None and is_year(tokens, place):
                continue
            if found is None or found[0] != unit or found[1] > joint:
                return None
            where = tokens[found[1]].lower
            return place if found[1] == joint or where in _WHERE else None
    return None
