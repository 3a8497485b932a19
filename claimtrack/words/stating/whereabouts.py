"""Whereabouts: the place that a figure is told of, where that is no more than a part, or another.

Votes "in Norden" are a part of all, and cholera "in Malawi" is none of Zambia's.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.words.stating.clauses import FUNCTION_WORDS, Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left, Names, is_alien
from claimtrack.words.stating.wordforms import is_verb_form
from claimtrack.words.tokens import word_set

_IN = word_set("in across throughout among within outside inside")
#: "Inflation for pensioners" is that of a part of the people.
_FOR = frozenset({"for"})
_ARTICLES = word_set("the a an its their his her")
#: Between an article and a name these tell nothing of a place but where it lies.
_NEIGHBOURING = word_set("neighbouring neighboring nearby adjacent")
#: Parts of any whole that have no name.
_PARTS = word_set(
    """
    capital city cities eurozone suburbs countryside villages abroad overseas elsewhere worldwide
    north south east west northeast northwest southeast southwest centre center interior coast
    pensioners households families renters students tenants farmers graduates migrants youths
    retirees
    """
)
#: Behind "for" these are a part of the people, whatever stands before them: "for young people".
_GROUPS = word_set(
    """
    people persons men women males females workers employees voters adults children teenagers boys
    girls residents citizens immigrants foreigners borrowers buyers drivers patients mothers fathers
    parents homes homeowners owners pupils
    """
)
_SECTORS = word_set("sector sectors industry industries area areas zone bloc world region regions")
_ABROAD = word_set("abroad overseas elsewhere")
_NUMBERED = word_set("first second third opening final last previous next")
_STAGES = word_set("round half leg period stage ballot set innings lap")
_QUARTERS = frozenset(("East", "West", "North", "South", "Central", "Centre", "Upper", "Lower"))
_AGED = word_set("aged over under between")
_CAST = word_set("cast living sent held made polled counted")
_EVERY = word_set("all most every the both")
_GROUP = 3
#: Who is of another place or time: "for his former club".
_ELSEWHERE = word_set("former previous old other another parent")
_THEIR_OWN = word_set("country nation")
#: What somebody has that is no part of him.
_ALL_OF_IT = word_set(
    """
    economy territory land soil case history population people markets market shops stores election
    elections own
    """
)
#: So many words stand between whose it is and what it is.
_FAR_WITHIN = 4
_SPOKEN = word_set("said says told reported announced according")


def check_place(
    clauses: Clauses, names: Names, words: MeasureWords, figure: Figure, relation: Relation | None
) -> None:
    """Raise `Left` where the figure is told of a place that none of the measure's words names."""
    aged = clauses.words[figure.thing_end : figure.thing_end + 2]
    if len(aged) == 2 and aged[0] in _AGED and (aged[0] == "aged" or aged[1].isdigit()):
        raise Left("it is of a part, by age")
    stage = _stage(clauses, figure)
    if stage is not None and not words.is_asked(stage):
        raise Left(f"it is of a part (“{stage}”)")
    away = _away(clauses, figure)
    if away is not None and not words.has(away):
        raise Left(f"it is of a part (“{away}”)")
    if figure.quantity.unit == "share" and _is_for_another(clauses, names, figure, relation):
        raise Left("it is somebody else's")
    if clauses.words[figure.thing_end : figure.thing_end + 1] == ("for",):
        behind = _group(clauses, words, _behind_article(clauses, figure.thing_end + 1))
        if behind is not None:
            raise Left(f"it is of a part (“{behind}”)")
    where = _before_where(clauses, figure)
    if where is not None and not (
        words.has(clauses.words[where]) or words.is_asked(clauses.words[where])
    ):
        raise Left(f"it is of {clauses.tokens[where].text}")
    for at in _places(clauses, names, figure, relation):
        word = clauses.words[at]
        is_known = any(slot.fits(word) for slot in words.in_thing)
        if clauses.tokens[at].text[:1].isupper() and _goes_on(clauses, at):
            raise Left(f"it is of {clauses.tokens[at].text} {clauses.tokens[at + 1].text}")
        group = _group(clauses, words, at)
        if group is not None:
            raise Left(f"it is of a part (“{group}”)")
        is_part = word in _PARTS or "among" in clauses.words[max(at - 2, 0) : at]
        if not is_known and (is_part or is_alien(clauses, names, at)):
            raise Left(f"it is of {clauses.tokens[at].text}")
        part = _part_of(clauses, words, at)
        if part is not None:
            raise Left(f"it is of a part (“{part}”)")


def _is_for_another(
    clauses: Clauses, names: Names, figure: Figure, relation: Relation | None
) -> bool:
    """Whether a share is told of a stranger right behind it: "against 48% for Suda"."""
    at = figure.thing_end
    if clauses.words[at : at + 1] != ("for",) or at + 1 >= len(clauses.words):
        return False
    if relation is not None and relation.start == at:
        return False
    named = at + 1 + (clauses.words[at + 1] == "the")
    return named < len(clauses.words) and is_alien(clauses, names, named)


def _before_where(clauses: Clauses, figure: Figure) -> int | None:
    """The name before the "where" that opens the figure's clause: "Suda, where it is 18%"."""
    first, _ = clauses.segment(figure.start, figure.end)
    if first < 2 or clauses.words[first - 1] != "where":
        return None
    at = first - 2 - (clauses.words[first - 2] == ",")
    return at if at >= 0 and clauses.tokens[at].text[:1].isupper() else None


def _goes_on(clauses: Clauses, at: int) -> bool:
    """Whether the name of a place goes on as that of a part of it: "Tarn East"."""
    behind = clauses.tokens[at + 1 : at + 2]
    return bool(behind) and behind[0].text in _QUARTERS


def _stage(clauses: Clauses, figure: Figure) -> str | None:
    """The stage that a clause opens with: "In the first round Suda took 38%"."""
    first, _ = clauses.segment(figure.start, figure.end)
    led = clauses.words[first : first + 4]
    is_stage = len(led) == 4 and led[:2] == ("in", "the") and led[2] in _NUMBERED
    return led[3] if is_stage and led[3] in _STAGES else None


def _away(clauses: Clauses, figure: Figure) -> str | None:
    """The "abroad" of "votes cast abroad"; who "fled abroad" is told of by what he did."""
    behind = clauses.words[figure.thing_end : figure.thing_end + 2]
    led = behind[1:] if behind[:1] and behind[0] in _CAST else behind[:1]
    return next((word for word in led if word in _ABROAD), None)


def _group(clauses: Clauses, words: MeasureWords, at: int) -> str | None:
    """Whom a "for" before the place *at* names, where that is a part of the people that no word of
    the measure names: "for young people", "for his former club".
    """
    led = clauses.words[max(at - 2, 0) : at]
    within = clauses.words[at : at + _GROUP]
    sector = next((word for word in within if word in _SECTORS), None)
    if "in" in led and sector is not None and not words.is_asked(sector):
        return sector
    if "for" not in led or clauses.words[at] in _EVERY:
        return None
    for place in range(at, min(at + _GROUP, len(clauses.words))):
        word = clauses.words[place]
        is_theirs = word in _THEIR_OWN and clauses.words[place - 1] in {"his", "her", "their"}
        if word in _GROUPS or word in _ELSEWHERE or is_theirs:
            return None if words.is_asked(word) else word
        if clauses.tokens[place].kind != "word" or word in FUNCTION_WORDS - _ARTICLES:
            return None
    return None


def _part_of(clauses: Clauses, words: MeasureWords, at: int) -> str | None:
    """What of the place named *at* it is told of, where that is no more than a part that no word of
    the measure names: the households of "among Norland's poorest households".
    """
    if not clauses.is_possessive(at):
        return None
    noun = None
    for place in range(at + 1, min(at + 1 + _FAR_WITHIN, len(clauses.words))):
        word = clauses.words[place]
        if clauses.tokens[place].kind != "word" or word in FUNCTION_WORDS:
            break
        if word in words.asked or word in _ALL_OF_IT or _names(words, word):
            return None
        if is_verb_form(word) or any(it.fits(word) for said in words.says for it in said):
            break
        noun = word
    return noun


def _names(words: MeasureWords, word: str) -> bool:
    """Whether the measure's own words of what it is and of whose have *word*."""
    roles = (words.subject, words.of, words.needs, words.by)
    return any(slot.fits(word) for role in roles for phrase in role for slot in phrase)


def _places(
    clauses: Clauses, names: Names, figure: Figure, relation: Relation | None
) -> Iterator[int]:
    """Where the words stand that may tell of the figure's place: behind "In" at the head of its
    clause, before a "where" that opens it, and behind what it is said of.
    """
    first, _ = clauses.segment(figure.start, figure.end)
    head = 1 if first == 0 else first
    if clauses.words[head - 1 : head] == ("where",) and first >= 2:
        yield first - 2 - (clauses.words[first - 2] == ",")
    if clauses.words[first] in _IN and _SPOKEN.isdisjoint(clauses.words[first : figure.start]):
        yield _behind_article(clauses, first + 1)
    yield from _right_beside(clauses, figure)
    beside = {end for start, end in (*names.subject, *names.by) if start < figure.start}
    if relation is not None and relation.end <= figure.start:
        beside.add(relation.end)
    figures = [one.start for one in clauses.figures if one.end <= figure.start]
    for end in beside:
        if any(end <= start for start in figures):
            continue  # it is the place of a figure before
        for at in range(end, figure.start):
            parted = at != end and clauses.is_broken(at, figure.start)
            if clauses.words[at] in _IN | _FOR and not parted:
                yield _behind_article(clauses, at + 1)


def _right_beside(clauses: Clauses, figure: Figure) -> Iterator[int]:
    """The place right before the figure and right behind: "in Norden 31%", "31% in the capital"."""
    at = figure.start
    while at and clauses.tokens[at - 1].text[:1].isupper():
        at -= 1
    if at and at < figure.start and clauses.words[at - 1] in _IN:
        yield at
    behind = figure.thing_end
    if clauses.words[behind : behind + 1] and clauses.words[behind] in _IN:
        named = _behind_article(clauses, behind + 1)
        if clauses.words[named] in _PARTS or clauses.words[behind] == "among":
            yield named


def _behind_article(clauses: Clauses, at: int) -> int:
    last = len(clauses.words) - 1
    at += clauses.words[min(at, last)] in _ARTICLES
    return min(at + (clauses.words[min(at, last)] in _NEIGHBOURING), last)
