"""Rates: the time, or the thing, that an amount is so much for each of."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.things import STOP_WORDS, Thing
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import PERIOD_ADVERBS, PERIODS, is_person, unit_at
from claimtrack.words.tokens import HYPHENS, Piece, word_set

_EACH = word_set("each every")
_LEADING = frozenset({"a", "an", "per", "/", *_EACH})
_RATE_OPENERS = _LEADING | HYPHENS | frozenset(PERIOD_ADVERBS)


def rate_at(tokens: Sequence[Piece], at: int) -> tuple[str | None, int]:
    """The period of "a day", "per month", "each year", "daily", "/week" at *at*, and the place
    after it; None where the number is no rate ("a year ago").
    """
    word = tokens[at].lower
    if word not in _RATE_OPENERS:
        return None, at
    if word in HYPHENS and tokens[at + 2].text == word:  # "$15-an-hour"
        period = PERIODS.get(tokens[at + 3].lower)
        is_rate = period is not None and tokens[at + 1].lower in {"a", "an", "per"}
        return (period, at + 4) if is_rate else (None, at)
    if word in PERIOD_ADVERBS:
        return PERIOD_ADVERBS[word], at + 1
    period = PERIODS.get(tokens[at + 1].lower)
    if word in _EACH and tokens[at + 1].lower == "single":
        period = PERIODS.get(tokens[at + 2].lower)
        return (None, at) if period is None else (period, at + 3)
    if period is None or word not in _LEADING:
        return None, at
    if word in {"a", "an"} and _is_time_of_its_own(tokens, at + 2):
        return None, at
    return period, at + 2


def rate_before(tokens: Sequence[Piece], at: int, floor: int) -> tuple[str, int] | None:
    """The period of the "each year" or "every day," that a clause opens with, right before the
    phrase at *at*, and where it begins; None where none does ("at the end of each year 40 left").
    """
    place = at - 2 if tokens[at - 1].text == "," else at - 1
    period = PERIODS.get(tokens[place].lower)
    if period is None or place < 1:
        return None
    place -= tokens[place - 1].lower == "single"
    start, before = place - 1, tokens[place - 2]
    opens = start == 0 or before.kind != "word" or before.lower in _BEFORE_CLAUSES
    told = tokens[start].lower in _EACH and start >= floor and opens
    return (period, start) if told else None


#: What stands right before an amount whose period was told before: `rate_before` and
#: `rate_to_come_from` find none behind any other.
BEFORE_RATED = frozenset(PERIODS) | {",", "to"}
_BEFORE_CLAUSES = word_set("and but that so while where as because since although")


def rate_of_moments(tokens: Sequence[Piece], at: int) -> tuple[int, int] | None:
    """How many of the minutes or seconds that "per minute" or "a second" at *at* tells an hour has,
    and the place after it; None where it tells none ("a minute later", "a second time").
    """
    an_hour = MOMENTS.get(tokens[at + 1].lower)
    if an_hour is None or tokens[at].lower not in _LEADING:
        return None
    if tokens[at].lower in {"a", "an"}:
        after = tokens[at + 2]
        is_noun = after.kind == "word" and after.lower not in STOP_WORDS
        if is_noun or after.text == "-" or _is_time_of_its_own(tokens, at + 2):
            return None
    return an_hour, at + 2


#: The times shorter than an hour, and how many of them it has.
MOMENTS = {"minute": 60, "second": 3600}


def rate_to_come_from(tokens: Sequence[Piece], at: int) -> str | None:
    """The period that the level before is told in, whose "to" leads to the one at *at*: "from 12 a
    day to more than 40".
    """
    if tokens[at - 1].lower != "to" or tokens[at - 3].lower not in _LEADING:
        return None
    period = PERIODS.get(tokens[at - 2].lower)
    before = tokens[max(at - 3 - _MOST_WORDS_FROM, 0) : at - 3]
    return period if period and any(token.lower == "from" for token in before) else None


_MOST_WORDS_FROM = 6


def _is_time_of_its_own(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the "a year" before *at* tells when, and not for how long: "40 tanks a year before",
    "a year on, 40 tanks", but not "£3bn a year on defence" or "£40,000 a year before tax".
    """
    word, after = tokens[at].lower, tokens[at + 1]
    if word == "on":
        return after.kind != "word" or after.lower in _GOES_ON_FROM
    if word in {"before", "after"}:
        return after.lower not in _TAKEN_OFF
    return word in {"ago", "earlier", "later", "old"}


# "A year on from the flood", "a year on and still without power".
_GOES_ON_FROM = word_set("from since and but as after when while is are was were has have")
# What is told with and without it: "after tax", "before housing costs".
_TAKEN_OFF = word_set(
    """
    tax taxes income vat deductions costs housing expenses interest fees rent bills bonuses
    inflation depreciation subsidies rebates discounts
    """
)


# What is sold or counted for each of, behind a mere "a": "$82 a barrel", "£40 a head".
#: What goods are sold by, so that a price for each is their price.
SOLD_BY = word_set(
    """
    gallon litre liter barrel bbl bushel tonne ton kilo kilogram kg gram pound lb ounce oz mile
    kilometre kilometer km share pint bottle pack packet ticket kilowatt-hour megawatt-hour kwh mwh
    therm acre hectare hour metre meter foot unit dose copy
    """
)
_GOODS = SOLD_BY | word_set(
    """
    head person family household pupil student child patient worker prisoner pop roll piece game
    match room seat cup dozen crate ream yard
    """
)
_NO_EACH = word_set("of one the a an se cent capitas usual contra this that these those")
_MEASURED = frozenset({"kg", "l", "km", "km2", "kW", "kWh", "GB"})
# Two nouns behind "per" are one: "per patient day", "per primary school pupil".
_MOST_WORDS = 3


#: What leads to it.
EACH_OPENERS = frozenset({"per", "a", "an", "/", "for", *HYPHENS})


def each_at(tokens: Sequence[Piece], at: int, unit: Unit) -> Thing | None:
    """What the amount before *at* is so much for each of: the "barrel" of "$82 a barrel", the
    "square metre" of "€12 per square metre"; None where it stands for itself.
    """
    opened = _opened_at(tokens, at)
    if opened is None or unit.base == "share" or unit.period is not None:
        return None
    word, start = opened
    first = tokens[start]
    if word == "for":
        return _each_of(tokens, start) if unit.is_money and first.lower not in PERIODS else None
    if word == "per":
        return _each_of(tokens, start)
    if first.lower in _GOODS or _is_measure(tokens, start):
        is_paid = unit.is_money or tokens[at - 1].lower in _OF_SOME_MONEY
        return _each_of(tokens, start) if is_paid or word == "/" else None
    return None


def _opened_at(tokens: Sequence[Piece], at: int) -> tuple[str, int] | None:
    """The word that leads to what each is told of, and the place after it, hyphens apart."""
    hyphened = tokens[at].text in HYPHENS and tokens[at + 2].text in HYPHENS
    place = at + 1 if hyphened else at
    word = tokens[place].lower
    if word == "for":  # "$185 for each applicant"
        return (word, place + 2) if place == at and tokens[at + 1].lower in _EACH else None
    if word not in {"per", "a", "an", "/"}:
        return None
    return word, place + 2 if hyphened else place + 1


def _is_measure(tokens: Sequence[Piece], at: int) -> bool:
    found = unit_at(tokens, at)
    return found is not None and found[0].base in _MEASURED and found[0].period is None


# Money that the word alone does not tell whose it is, and the coins of several.
_OF_SOME_MONEY = word_set(
    "cents cent pesos peso francs franc dinars dinar riyals rials dirhams kroner krone kr"
)
_SCALES = word_set("thousand million hundred")


def _each_of(tokens: Sequence[Piece], start: int) -> Thing | None:
    first = tokens[start]
    is_number = first.kind == "number" or first.lower in _SCALES
    at = start + 1 if is_number else start  # "per 100 km", "per thousand cubic metres"
    found = unit_at(tokens, at)
    if found is not None:
        return Thing(start, found[1])
    if tokens[at].kind != "word" or tokens[at].lower in _NO_EACH:
        return None
    for end in range(at + 1, at + 1 + _MOST_WORDS):
        if is_person(tokens[end - 1]):
            return Thing(start, end, persons=True)
        if tokens[end].kind != "word" or tokens[end].lower in STOP_WORDS:
            break
    end = at + 1
    while tokens[end].text in HYPHENS and tokens[end + 1].kind == "word":
        end += 2
    return Thing(start, end)
