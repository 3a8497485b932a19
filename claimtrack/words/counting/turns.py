"""Turns: "every second child" is a half of them, "every second day" once in two days."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.values import Interval
from claimtrack.words.counting.phrases import Phrase
from claimtrack.words.counting.rules import (
    ARITHMETIC,
    admitted,
    cell,
    divided,
    fraction,
    integer,
    times,
)
from claimtrack.words.counting.surroundings import hedge_left
from claimtrack.words.counting.things import STOP_WORDS, Thing
from claimtrack.words.counting.units import COUNT, PERIODS, SHARE, is_person, unit_at
from claimtrack.words.numerals import numeral
from claimtrack.words.tokens import Piece, touches, word_set

#: What every one of so many is told by.
EVERY = "every"
_ORDERS = {
    "other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20,
    "fiftieth": 50, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
#: The words behind "every" that say which one.
ORDER_WORDS = frozenset(_ORDERS)
_ENDINGS = word_set("nd rd th")
_MOST = 1000
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday weekend")
_TIMES = _WEEKDAYS | frozenset(PERIODS)
# Behind them no one of several is meant: a second half, a third party, a second that was wasted.
_NO_NOUNS = word_set(
    """
    half quarter party world time place country hand chance thought home reading leg language war
    opinion wave best term stage round try attempt spell gear floor helping reich estate column
    grade grader former form class dimension person's degree generation
    spent lost won left gone wide away apart longer more less passing count matter
    """
)
_MOST_WORDS = 3


def turn_phrase(tokens: Sequence[Piece], at: int, floor: int) -> Phrase | None:
    """ "Every third household" (a third of them), "every other day" (a rate); None where nothing
    is told ("every second counts", "every other country", which is all the others).
    """
    order = _order_at(tokens, at + 1)
    if order is None or tokens[at - 1].lower in _BEFORE_NONE:
        return None
    number, place = order
    first = tokens[place]
    if first.kind != "word" or tokens[place + 1].text == "-":
        return None
    if first.lower in _TIMES or unit_at(tokens, place) is not None:
        return _in_time(tokens, at, place, number)
    noun = None if tokens[at + 1].lower == "other" else _noun_at(tokens, place)
    if noun is None:
        return None
    hedge = hedge_left(tokens, at, floor)
    part = fraction(1, number)
    interval = admitted(part, "measured", hedge.bound if hedge else None)
    start = hedge.start if hedge else at
    return Phrase(
        None, SHARE, start, place, hedge, thing=noun, interval=interval, amount=part.value
    )


# "Not every second child" is none that is known; "twice every second day" is more than once.
_BEFORE_NONE = word_set("not twice thrice times")


def _order_at(tokens: Sequence[Piece], at: int) -> tuple[int, int] | None:
    """Which one "second", "other" or "10th" at *at* picks, and the place after it."""
    token = tokens[at]
    if token.kind == "number":
        said = numeral(token.text) if tokens[at + 1].lower in _ENDINGS else None
        if said is None or not touches(token, tokens[at + 1]) or not 2 <= said.value <= _MOST:
            return None
        return int(said.value), at + 2
    number = _ORDERS.get(token.text)
    return None if number is None else (number, at + 1)


def _noun_at(tokens: Sequence[Piece], at: int) -> Thing | None:
    """The one thing at *at* that is picked: neither a plural nor a verb."""
    end = at
    while end < at + _MOST_WORDS and _may_be_noun(tokens[end], is_first=end == at):
        end += 1
        if is_person(tokens[end - 1]):
            return Thing(at, end, persons=True)
    return None if end == at else Thing(at, end)


def _may_be_noun(token: Piece, *, is_first: bool) -> bool:
    word = token.lower
    if token.kind != "word" or word in STOP_WORDS:
        return False
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):  # or a verb of one
        return False
    if not is_first:
        return not word.endswith(("ed", "ly")) and word not in _VERBS
    return word not in _NO_NOUNS and not (word.endswith(("ed", "ing")) and len(word) > _SHORT)


_SHORT = 5
_VERBS = word_set("sold built won lost bought spent sent born left hit paid met cut sank saw there")


def _in_time(tokens: Sequence[Piece], at: int, place: int, number: int) -> Phrase | None:
    """So often as once in *number* of the times at *place*."""
    word, after = tokens[place].lower, tokens[place + 1]
    if word.endswith("s") or after.lower in _PICKING or is_person(after):
        return None
    if word in _WEEKDAYS:  # a third Thursday may be that of the month
        spans = cell(integer(_TWO), "span")
        return None if number != _TWO else _once_in(at, place + 1, spans, "week", _ONE)
    if word == "night":
        return _once_in(at, place + 1, cell(integer(Decimal(number)), "span"), "d", _ONE)
    found = unit_at(tokens, place)
    if found is None:
        return None
    unit = found[0]
    if unit.base not in _BASES or unit.period is not None or found[1] != place + 1:
        return None
    period = PERIODS.get(word)
    length = unit.convert(_ONE) if period is None else _ONE
    admits = cell(integer(Decimal(number)), unit.grain)
    return _once_in(at, place + 1, admits, period or unit.base, length)


_BASES = frozenset({"h", "d", "yr"})
# "Every other day of the week" is all of its others.
_PICKING = word_set("of in old student pupil apprentice trainee")
_ONE, _TWO = Decimal(1), Decimal(2)


def _once_in(at: int, end: int, admits: Interval, period: str, length: Decimal) -> Phrase:
    """The rate of once in as many *lengths* of a *period* as *admits* has."""
    assert admits.lower is not None
    assert admits.upper is not None
    least, most = times(admits.lower, length), times(admits.upper, length)
    middle = divided(ARITHMETIC.add(least, most), _TWO)
    return Phrase(
        None, COUNT, at, end, kind="rate", period=period,
        interval=Interval(divided(_ONE, most), divided(_ONE, least)), amount=divided(_ONE, middle),
    )  # fmt: skip
