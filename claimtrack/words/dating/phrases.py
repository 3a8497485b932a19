"""Date phrases: a moment with the word of its relation, or two that are joined, as the grammar
reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimtrack.words.dating.calendarwords import CalendarWords, Relation
from claimtrack.words.dating.counts import ahead_at, bare, distance_at, time_ahead_at
from claimtrack.words.dating.denied import denied
from claimtrack.words.dating.leanings import lean_at, was_put_off_from
from claimtrack.words.dating.moments import (
    Between,
    CountedUnits,
    Feast,
    Found,
    LengthTo,
    Moment,
    Stated,
    Stretch,
    Weekday,
    listed_with,
)
from claimtrack.words.dating.writing import joined, moment_at, openers
from claimtrack.words.tokens import HYPHENS, Token, touches

_TO_COME = frozenset({"future", "scheduled"})
#: The relations that words behind the date may narrow: "by June at the latest".
_BOUNDED_BEHIND = frozenset({"on", "by", "until", "since", "not before"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date as the grammar read it: its moment and relation, and the tokens that it fills.

    ``whole`` says that what is before it is before its end: "more than three years ago".
    """

    moment: Moment
    relation: Relation
    start: int
    end: int
    whole: bool = False


def phrases(tokens: Sequence[Token], words: CalendarWords) -> Iterator[Phrase]:
    """Every date in *tokens*, in order, none overlapping another."""
    floor, opening = 0, _opening(words)
    for at in [at for at, token in enumerate(tokens) if _may_open(token, opening, words)]:
        found = _phrase_at(tokens, at, words) if at >= floor else None
        if found is not None:
            is_compared = found.start == floor > 0 and _is_compared(tokens, found, words)
            yield replace(found, relation="on") if is_compared else found
            floor = found.end


def _is_compared(tokens: Sequence[Token], found: Phrase, words: CalendarWords) -> bool:
    """Whether a date right behind another tells what that is held against, and no beginning: the
    "from June" of "slowed in July from June".
    """
    return found.relation == "since" and tokens[found.start].lower in words.froms


@lru_cache(maxsize=32)
def _opening(words: CalendarWords) -> frozenset[str]:
    first = {*words.relations.by_first, *words.more_than.by_first}
    return openers(words) | first | words.betweens


def _may_open(token: Token, opening: frozenset[str], words: CalendarWords) -> bool:
    if token.kind == "word":
        return bare(token) in opening or token.lower.startswith(words.short_fiscal)
    return token.kind == "number"


def _phrase_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Phrase | None:
    return (
        _hedged_at(tokens, at, words)
        or _between_at(tokens, at, words)
        or _related_at(tokens, at, words)
        or _bare_at(tokens, at, words)
    )


def _hedged_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Phrase | None:
    """ "More than three years ago", "nearly a decade ago"."""
    hedge = words.more_than.at(tokens, at)
    found = None if hedge is None else distance_at(tokens, hedge[1], words)
    if hedge is None or found is None or found.moment.needs == "context":
        return None
    return Phrase(found.moment, hedge[0], at, found.end, whole=True)


def _between_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Phrase | None:
    """ "Between 2014 and 2022", "between 15 and 17 August"."""
    if tokens[at].lower not in words.betweens:
        return None
    first = _opened_at(tokens, at + 1, words)
    if first is None:
        return None
    several = isinstance(first.moment, CountedUnits) and first.moment.many > 1
    if several or isinstance(first.moment, Between):
        return Phrase(first.moment, "from-to", at, first.end)
    if tokens[first.end].lower not in words.ands:
        return None
    second = _opened_at(tokens, first.end + 1, words)
    return None if second is None else _range(tokens, at, first, second)


def _opened_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    return moment_at(tokens, at, words, led=tokens[at - 1].lower)


def _range(tokens: Sequence[Token], start: int, first: Found, second: Found) -> Phrase | None:
    if _counts_something(tokens, second) or isinstance(second.moment, Between):
        return None
    return Phrase(joined(first.moment, second.moment), "from-to", start, second.end)


def _counts_something(tokens: Sequence[Token], found: Found) -> bool:
    """Whether "between 1500 and 2000 tanks" counts, and names no years."""
    moment, after = found.moment, tokens[found.end]
    is_year = isinstance(moment, Stated) and moment.precision == "year"
    return is_year and after.kind == "word" and after.text[0].islower() and after.lower[-1:] == "s"


def _related_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Phrase | None:
    """A relation with its moment: "by the end of 2026", "since 2014", "from 1997 to 2017"."""
    related = words.relations.at(tokens, at)
    if related is None or _is_loose(tokens, at, related[1]):
        return None
    if was_put_off_from(tokens, at, words):
        return None  # what it was moved to is another date, and no end
    relation, end = related
    relation = denied(tokens, at, relation, words)
    found = _opened_at(tokens, end, words) or _ahead_at(tokens, end, words)
    if found is None:
        return None
    if isinstance(found.moment, CountedUnits) and _is_joined(tokens, end, found.end, words):
        return Phrase(found.moment, "from-to", at, found.end)
    found = _with_shared_year(tokens, found, words)
    if found.moment.needs != "context":
        second = _second_at(tokens, found, words, opened=tokens[at].lower in words.froms)
        ranged = None if second is None else _range(tokens, at, found, second)
        if ranged is not None:
            return ranged
    behind = _behind_at(tokens, found.end, words) if relation in _BOUNDED_BEHIND else None
    if behind is None and tokens[found.end].lower in words.on_after and relation == "since":
        closed = tokens[found.end + 1].kind != "word"
        behind = ("since", found.end + 1) if closed else None
    if behind is not None:
        return Phrase(found.moment, behind[0], at, behind[1])
    return _phrase(found, relation, at)


def _is_joined(tokens: Sequence[Token], start: int, end: int, words: CalendarWords) -> bool:
    """Whether units stand there from one to another: "the second to the fourth quarter"."""
    return any(token.lower in words.joints for token in tokens[start:end])


def _behind_at(
    tokens: Sequence[Token], at: int, words: CalendarWords
) -> tuple[Relation, int] | None:
    """What bounds the date before *at* from behind it, and the place after those words; they are of
    another date where one follows: "in 2014 or before 2012".
    """
    behind = words.behind.at(tokens, at)
    if behind is None or moment_at(tokens, behind[1], words, led=tokens[at].lower) is not None:
        return None
    return behind


def _is_loose(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the hyphen of a "pre-" is glued neither to it nor to what follows."""
    last = tokens[end - 1]
    if last.text not in HYPHENS:
        return False
    return not (touches(tokens[start], last) and touches(last, tokens[end]))


def _ahead_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Found | None:
    """The "two weeks" of "will meet in two weeks"."""
    if tokens[at - 1].lower not in words.ahead:
        return None
    timed = time_ahead_at(tokens, at, words)
    if timed is not None:
        return timed
    found = ahead_at(tokens, at, words)
    if found is None or lean_at(tokens, at - 1, found.end, words) not in _TO_COME:
        return None
    return found


def _second_at(
    tokens: Sequence[Token], first: Found, words: CalendarWords, *, opened: bool
) -> Found | None:
    """What the moment *first* is joined to: by a dash, or by a "to" where a "from" has *opened* it
    or both are named alike.
    """
    joint = tokens[first.end].lower
    joins = joint in words.joints or (opened and joint in words.opened_joints)
    if isinstance(first.moment, Between) or not joins:
        return None
    second = _opened_at(tokens, first.end + 1, words)
    if second is None or second.moment.needs == "context":
        return None
    if opened:
        return second
    is_alike = type(first.moment) is type(second.moment) and isinstance(
        second.moment, Stated | Weekday
    )
    return second if is_alike and first.moment.precision == second.moment.precision else None


def _bare_at(tokens: Sequence[Token], at: int, words: CalendarWords) -> Phrase | None:
    found = moment_at(tokens, at, words)
    if found is None or _leads_on(tokens, found, words):
        return None
    if was_put_off_from(tokens, at - 1, words):
        return _phrase(found, "on", at)
    found = _with_shared_year(tokens, found, words)
    if found.moment.needs != "context":
        second = _second_at(tokens, found, words, opened=False)
        ranged = None if second is None else _range(tokens, at, found, second)
        if ranged is not None:
            return ranged
    behind = _behind_at(tokens, found.end, words)
    if behind is not None:
        return Phrase(found.moment, behind[0], at, behind[1])
    return _phrase(found, "on", at)


def _with_shared_year(tokens: Sequence[Token], found: Found, words: CalendarWords) -> Found:
    """What was *found*, with the year of what it is listed with: "in June and July 2026"."""
    moment = found.moment
    is_named = isinstance(moment, Stated | Feast)
    if not is_named or tokens[found.end].lower not in words.lists:
        return found
    other = _opened_at(tokens, found.end + 1, words)
    if other is None or moment.precision != other.moment.precision:
        return found
    return Found(listed_with(moment, other.moment), found.end)


def _leads_on(tokens: Sequence[Token], found: Found, words: CalendarWords) -> bool:
    """Whether it is counted from the date that follows: "a decade after 2014" is left to that."""
    if found.moment.needs != "context" or tokens[found.end - 1].lower not in words.relations:
        return False
    return _opened_at(tokens, found.end, words) is not None


def _phrase(found: Found, relation: Relation, start: int) -> Phrase:
    is_stretch = isinstance(found.moment, Between | LengthTo | Stretch)
    return Phrase(found.moment, "from-to" if is_stretch else relation, start, found.end)
