"""Changes around: by how much, or from where, what stands around a number says something moved."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.changes import (
    Change,
    change_after,
    change_before,
    change_told,
    is_done_to,
    is_particle,
)
from claimtrack.words.counting.differences import (
    LONGER_OR_SHORTER,
    MORE_OR_LESS,
    compared_by,
    is_compared_with,
    measured_by,
)
from claimtrack.words.counting.limbs import change_of_limb
from claimtrack.words.counting.moves import verb_of_level
from claimtrack.words.counting.phrases import Phrase
from claimtrack.words.counting.spans import TAKING, TIMES
from claimtrack.words.counting.things import POSSESSIVES, STOP_WORDS, divided_at, whole_at
from claimtrack.words.counting.thingsaround import LOST
from claimtrack.words.counting.tolls import is_before_suffering
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import COUNT, PERSONS
from claimtrack.words.tokens import Piece, word_set


def change_around(tokens: Sequence[Piece], read: Phrase, floor: int) -> Change | None:
    """The change that stands around the amount of *read*; None of what stands, or is counted."""
    start, end, unit, thing = read.start, read.end, read.unit, read.thing
    measured = read.measured
    assert measured is not None
    change = _told_around(tokens, start, end, unit, floor)
    if change is not None and _is_of_what_stands(tokens, read, change):
        change = None
    if change is None:
        place = thing.end if thing is not None and thing.start == end else end
        if tokens[place].lower in MORE_OR_LESS:
            change = compared_by(tokens, start, place, unit)
    if change is None and tokens[measured.end].lower in _FURTHER:
        change = _further(tokens, read, measured.end)
    if change is None and tokens[start - 1].lower in _ADDED:
        change = _added(tokens, read)
    if change is None and unit.grain == "percent" and tokens[start - 1].kind in {"word", "sign"}:
        change = change_of_limb(tokens, start, end, unit)
    return change


def _further(tokens: Sequence[Piece], read: Phrase, at: int) -> Change | None:
    """The change of "12 more seats", "12 fewer": by how many there are more than before."""
    sign = _FURTHER.get(tokens[at].lower)
    if sign is None or (tokens[at + 1].lower == "than" and not is_compared_with(tokens, at + 2)):
        return None
    fewer = sign < 0 and read.unit.grain == "whole"
    more = read.unit in {COUNT, PERSONS} and read.thing is not None
    if read.unit == PERSONS and sign > 0 and _has_suffered(tokens, read):
        return None
    return Change(sign, read.start, max(read.end, at + 1), by=True) if fewer or more else None


def _has_suffered(tokens: Sequence[Piece], read: Phrase) -> bool:
    """Whether so many more persons came to harm: they are counted, and change no number."""
    thing = read.thing
    before = tokens[read.start - 1].lower in LOST
    return thing is not None and (before or is_before_suffering(tokens, thing.end))


# "An extra €1.4bn", "another 300 homes": by how much there is more than before.
_ADDED = word_set("extra additional another")
# "Another 40 fell" tells what happened to them; of these verbs there are as many more.
_MAKING_MORE = word_set(
    """
    need needs needed build builds built add adds added hire hires hired recruit recruits recruited
    order orders ordered open opens opened create creates created buy buys bought spend spends spent
    plan plans planned get gets got gain gains gained invest invests invested
    """
)


def _added(tokens: Sequence[Piece], read: Phrase) -> Change | None:
    before = tokens[read.start - 2].lower
    is_another = tokens[read.start - 1].lower == "another"
    if before not in _MAKING_MORE if is_another else before in LOST:
        return None
    counts = read.unit in {COUNT, PERSONS} and read.thing is not None
    if not (counts or read.unit.is_money) or _has_suffered(tokens, read):
        return None
    return Change(1, read.start - 1, read.end, by=True)


def _is_of_what_stands(tokens: Sequence[Piece], read: Phrase, change: Change) -> bool:
    """Whether the verb tells how a thing lies that never moves: "the tower rises 320 metres"."""
    if read.unit.base != "km" or change.by or read.period is not None:
        return False
    subject = tokens[change.start - 1].lower
    return tokens[change.start].lower in _LYING and subject not in _FLOWING


_LYING = word_set("rises climbs drops falls soars")
_FLOWING = word_set("sea level levels water river lake tide ocean it he she flood reservoir")
# "12 more seats" are by how many there are more than before, as "12 fewer" are.
_FURTHER = {"more": 1, "fewer": -1}
# Of them a bare figure behind a verb of change is by how much: "lost 3%", "cooled 2C".
_MOVED_BARE = frozenset({"share", "degC"})


def _tells_when(tokens: Sequence[Piece], before: Change | None, end: int) -> bool:
    """Whether a time that ends at *end* is not by how much the verb *before* it moved something:
    it says when ("prices rose two years ago"), what did it ("weakened by 12 years of war"), or who
    was faster ("improved by two seconds").
    """
    if before is None or not before.by:
        return tokens[end].lower in _FROM_THEN
    verbs = tokens[max(before.start - _MOST_WORDS_FROM_VERB, 0) : before.start + 1]
    return tokens[end].lower == "of" or any(verb.lower in _BETTERED for verb in verbs)


_MOST_WORDS_FROM_VERB = 7
_BETTERED = word_set("improve improves improved improving")
_FROM_THEN = word_set("ago before after later earlier")
_FROM_THERE = word_set(
    "away off apart inland offshore upstream downstream downwind upwind north south east west"
    " northeast northwest southeast southwest"
)
_DIVIDING = POSSESSIVES | {"of"}


def _is_change_to_level(tokens: Sequence[Piece], change: Change, end: int) -> bool:
    """Whether a "to" behind the number leads to the level now: "claims rose 3,000 to 231,000"."""
    if tokens[end].lower != "to":
        return False
    return verb_of_level(tokens, end + 1, end + 1) == change.start


_COSTING = {"higher": 1, "dearer": 1, "lower": -1, "cheaper": -1}
_MERELY = word_set("just only merely another")
_YET_MORE = word_set("further additional extra")
_WEIGHED_BY = _MERELY | _YET_MORE


def _weighed_start(tokens: Sequence[Piece], start: int) -> int:
    """The place of a "just" or "a further" right before *start*, or *start* where none is."""
    word, before = tokens[start - 1].lower, tokens[start - 2].lower
    if word in _YET_MORE:
        return start - 2 if before in {"a", "an"} else start
    return start - 1 if word in _MERELY and before != "of" else start


def _weighed_by_an_adjective(tokens: Sequence[Piece], start: int, end: int) -> Change | None:
    """The change of "rose a modest 0.2%", "fell by a seasonally adjusted 1%"; None of what another
    noun stands behind ("added a new 5% tax").
    """
    behind = tokens[end]
    if behind.kind == "word" and (behind.lower not in STOP_WORDS or behind.lower == "of"):
        return None
    for place in range(start - 1, max(start - 1 - _MOST_WORDS_OF_WEIGHT, 0), -1):
        word = tokens[place].lower
        if word in {"a", "an"}:
            return change_before(tokens, place, share=True) if place < start - 1 else None
        if word in STOP_WORDS or tokens[place].kind not in {"word", "sign"}:
            return None
    return None


_MOST_WORDS_OF_WEIGHT = 6
_UP_OR_DOWN = {"up": 1, "down": -1}


def _is_off(tokens: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the "off" right before *start* tells by what share something fell: "shares were off
    6 percent", but not "paid off 40% of the loan", "sold off 20%".
    """
    if tokens[start - 1].lower != "off" or tokens[end].lower == "of":
        return False
    return tokens[start - 2].lower in _STANDING


def _stands_so(tokens: Sequence[Piece], start: int, at: int) -> bool:
    """Whether an amount is said to be "up" or "down" at *at*: "was 5% up", "closed 2% down on the
    day", but not "was 80% down to the weather", "put 20% down".
    """
    behind = tokens[at + 1]
    ends = behind.kind != "word" or behind.lower in _COMPARED_WITH
    return ends and tokens[start - 1].lower in _STANDING


_STANDING = word_set(
    "is was were are be been it's it’s that's that’s remains remained stood stands close closes"
    " closed closing end ends ended ending finish finishes finished opened trade traded trading"
)
_COMPARED_WITH = word_set(
    "on from in at over against compared and but since after before last this versus year-on-year"
)


def _told_around(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, floor: int
) -> Change | None:
    """The change that a verb, a noun or an adverb before or behind the number tells."""
    bare = unit.base in _MOVED_BARE
    before = change_before(tokens, start, share=bare)
    if before is None and tokens[start - 1].lower in _WEIGHED_BY:
        weighed = _weighed_start(tokens, start)  # "up just 0.1%", "fell a further 0.1%"
        before = change_before(tokens, weighed, share=bare)
        start = start if before is None else weighed
    if before is None and bare and tokens[start - 1].kind == "word":
        before = _weighed_by_an_adjective(tokens, start, end)
    if bare and before is None and _is_off(tokens, start, end):
        return Change(-1, start - 1, end)
    if unit.base in TIMES and _tells_when(tokens, before, end):
        return None
    points = unit == COUNT and tokens[end].lower in {"point", "points"}
    if (
        before is not None
        and before.start >= floor
        and not is_particle(tokens, start - 1, share=points or unit.base == "share")
    ):
        # "Makes up 20% of exports", "fell 300 soldiers": no movement of the number itself.
        divides = tokens[end].lower in _DIVIDING and not before.by
        divides = divides and not _is_lost_of_an_amount(tokens, before, end)
        counts = (
            unit.grain == "whole"
            and not before.by
            and tokens[start - 1].lower != "down"
            and not points
            and not _is_change_to_level(tokens, before, end)
        )
        # "Came down 10 km away" tells where.
        places = unit.base == "km" and not before.by and tokens[end].lower in _FROM_THERE
        acts = unit == PERSONS and is_done_to(tokens[before.start])
        if not (divides or counts or places or acts):
            return before
    apart = end + 1 if points else end
    if tokens[apart].lower in _BEFORE_TAKEN:
        taken = _taken_off(tokens, start, apart, unit, points=points)
        if taken is not None:
            return taken
    sign = _COSTING.get(tokens[apart].lower)
    if sign is not None and (points or unit.is_money):  # "closed 318 points lower", "30p dearer"
        return Change(sign, start, apart + 1, by=True)
    if tokens[end].lower in LONGER_OR_SHORTER:
        measured = measured_by(tokens, start, end, unit)
        if measured is not None:
            return measured
    sign = _UP_OR_DOWN.get(tokens[apart].lower)
    if sign is not None and (points or bare or unit.is_money) and _stands_so(tokens, start, apart):
        return Change(sign, start, apart + 1, by=True)
    if bare and (tokens[end].kind != "word" or tokens[end].lower in _COMPARED_WITH):
        told = change_told(tokens, start)  # "the increase in rents was 5%"
        if told is not None:
            return told
    after = change_after(tokens, end, share=unit.base == "share")
    if after is None or unit == PERSONS:
        return None
    lasts = unit.base in TIMES and not _is_of_a_time(tokens, end)
    return None if unit == COUNT or lasts else after


def _is_lost_of_an_amount(tokens: Sequence[Piece], change: Change, end: int) -> bool:
    """Whether the part is lost of what is itself an amount, and so fell by it: "lost 15% of its
    value", "lost half its volume", but not "lost 20% of its territory".
    """
    if tokens[change.start].lower not in _LOSING:
        return False
    whole = whole_at(tokens, end) or divided_at(tokens, end)
    return whole is not None and tokens[whole.end - 1].lower in _AMOUNTS


_LOSING = word_set("lose loses lost losing shed sheds shedding")
_AMOUNTS = word_set(
    """
    weight volume value worth size mass height width length thickness density depth power speed
    income revenue turnover productivity
    """
)


def _taken_off(
    tokens: Sequence[Piece], start: int, end: int, unit: Unit, *, points: bool
) -> Change | None:
    """The fall of "wiped 9% off the price", "£3bn was wiped off"; of things taken off something
    there is none ("took 40 people off the boat"), nor of a time without work ("took 3 weeks off").
    """
    if unit.base in TIMES and tokens[start - 1].lower in TAKING:
        return None
    if not (points or unit.is_money or unit.base in _LOWERED):
        return None
    if tokens[end].lower == "off":
        taken = tokens[start - 1].lower in _TAKING_OFF
        return Change(-1, start - 1, end + 1, by=True) if taken else None
    place = end
    while place < end + _MOST_TO_TAKING and tokens[place].lower in _BEING:
        place += 1
    taken = place > end and tokens[place].lower in _TAKING_OFF and tokens[place + 1].lower == "off"
    return Change(-1, start, place + 2, by=True) if taken else None


_LOWERED = TIMES | {"share"}
_TAKING_OFF = TAKING | word_set(
    """
    wipe wipes wiped wiping knock knocks knocked knocking shave shaves shaved shaving chop chops
    chopped chopping slice slices sliced slicing trim trims trimmed trimming lop lops lopped lopping
    cut cuts cutting slash slashed
    """
)
_BEING = word_set("is are was were be been being has have had")
_BEFORE_TAKEN = _BEING | {"off"}
_MOST_TO_TAKING = 3


def _is_of_a_time(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the change at *at*, behind a time, is of another time, and not for how long it went:
    "a two-year rise in life expectancy", but not "a two-year rise in prices", "18 months cut".
    """
    behind = tokens[at + 1 : at + 1 + _MOST_WORDS_TO_TIME]
    leads = behind[0].lower in {"in", "to", "on"}
    return leads and any(token.lower in _LASTING for token in behind)


_MOST_WORDS_TO_TIME = 6
_LASTING = word_set(
    """
    age ages expectancy lifespan life lives time times wait waits waiting delay delays sentence
    sentences term terms length duration day week hours shift shifts leave contract lease ban tenure
    """
)
