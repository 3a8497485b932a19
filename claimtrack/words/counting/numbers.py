"""Numbers: a figure or number words at a place among tokens, with fraction and scale."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from claimtrack.words.counting.rules import Number, decimal_number, fraction, integer, mixed, times
from claimtrack.words.counting.things import LATEST, Thing, counted_at, is_plural
from claimtrack.words.counting.units import is_person, unit_at
from claimtrack.words.numerals import Numeral, numeral
from claimtrack.words.tokens import Piece, touches, word_set

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SMALL = {"zero": 0, **_ONES, **_TEENS, **_TENS}
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_SHORT_SCALES = {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12, "lakhs": 10**5, "crores": 10**7, "mrd": 10**9, "mld": 10**9,
}  # fmt: skip
_EVERY_SCALE = _SCALES | _SHORT_SCALES | {"hundred": 100, "dozen": 12}
# "Three hundred thousand", "5 thousand million", "1.5 lakh crore".
_COUNTED_SCALES = word_set("hundred thousand million lakh")
#: Scales only beside a currency, or with a noun behind: "$5m", "5m people", but "5m" is a length.
_LETTER_SCALES = {"m": 10**6, "b": 10**9, "t": 10**12}
_DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15,
    "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PLURAL_DENOMINATORS = {"halves": 2} | {
    f"{word}s": b for word, b in _DENOMINATORS.items() if word != "half"
}
_ORDINALS = frozenset(_DENOMINATORS) - {"half", "quarter"} | {"first", "second", "thirtieth"}
_ARTICLES = word_set("a an")

#: What a number may end with behind one of the other: "twenty one".
ONES, TENS = frozenset(_ONES), frozenset(_TENS)
PLURAL_DENOMINATORS = frozenset(_PLURAL_DENOMINATORS)
DENOMINATORS = frozenset(_DENOMINATORS)
#: The words that a number may begin with.
NUMBER_WORDS = frozenset(_SMALL) | {"half", "a", "an"}
#: The words one of which every number in words holds, articles aside.
TELLING_WORDS = (
    frozenset(_SMALL) | frozenset(_SCALES) | frozenset(_DENOMINATORS) | word_set("hundred dozen")
)

# Number words longer than this are somebody counting aloud, not a number.
_MOST_WORDS = 24
# "9/11" and "24/7" look like fractions; the smaller figures of news fractions go no further.
_SLASHED_DENOMINATORS = frozenset(range(2, 17)) | {20, 24, 25, 32, 50, 60, 64, 100}
_RARE_DENOMINATORS = frozenset({7, 9, 11, 13, 14, 15})
_NOT_FRACTIONS = frozenset({(9, 11)})
# "One in five" has any denominator, "three in 20" only a round one: "five in 24 hours" is none.
_ROUND = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10_000, 100_000})


class Found(NamedTuple):
    """A number found, and the place after its last token."""

    number: Number
    end: int


class _Whole(NamedTuple):
    """A whole number in words or plain digits, before fraction and scale: its last scale word
    is kept apart, since "a million and a half" is half a million more.
    """

    value: int
    end: int
    scale: int


def number_at(tokens: Sequence[Piece], at: int) -> Found | None:
    """The number that begins at *at*: "19.2", "two-thirds", "half a million", "2½ million",
    "one in five", "a million and a half"; None where none does.
    """
    token = tokens[at]
    if token.kind == "number":
        return _figure_at(tokens, at)
    if token.kind == "fraction":
        ratio = _vulgar(token)
        return _fraction_found(tokens, *ratio, at + 1)
    if token.kind == "word" and token.lower in NUMBER_WORDS:
        return _worded_at(tokens, at)
    return None


def _figure_at(tokens: Sequence[Piece], at: int) -> Found | None:
    said = numeral(tokens[at].text)
    if said is None:
        return None
    follows = tokens[at + 1]
    if follows.text in _STOPPING:
        return Found(_as_written(said), at + 1)
    if follows.kind == "word" and follows.lower not in CONTINUING:
        part = None
        if _has_joint_near(tokens, at + 1) and said.plain:  # "6 homes in 10"
            part = _so_many_in(tokens, _Whole(int(said.value), at + 1, 1))
        return part or Found(_as_written(said), at + 1)
    if _is_ordinal_figure(tokens, at):
        return None
    if said.plain:
        composed = _slashed_at(tokens, at, int(said.value)) or _composed(
            tokens, _Whole(int(said.value), at + 1, 1)
        )
        if composed is not None:
            return composed
    end = at + 1
    scale, end = scale_at(tokens, end)
    if said.decimals:
        return Found(decimal_number(said.value, said.decimals, scale), end)
    if scale != 1:
        half = _and_part_at(tokens, end)
        if half is not None:
            return Found(mixed(said.value, *half[0], scale), half[1])
    value = times(said.value, scale) if scale != 1 else said.value
    return Found(integer(value, scale), end)


def _is_ordinal_figure(tokens: Sequence[Piece], at: int) -> bool:
    suffix = tokens[at + 1]
    if not touches(tokens[at], suffix) or suffix.lower not in _SUFFIXES:
        return False
    return suffix.text != "st" or not are_stones(tokens, at + 1)


def are_stones(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the "st" at *at*, glued to a figure, is its stones: pounds follow, "12st 7lb"."""
    return tokens[at + 1].kind == "number" and tokens[at + 2].lower in {"lb", "lbs"}


_SUFFIXES = word_set("st nd rd th s")
#: A figure before any other word is a number for itself.
CONTINUING = (
    frozenset(_EVERY_SCALE)
    | frozenset(_DENOMINATORS)
    | PLURAL_DENOMINATORS
    | _SUFFIXES
    | word_set("and in out of")
)


#: Behind these no number goes on.
_STOPPING = frozenset('%.,;:)]!?"”’')


@lru_cache(maxsize=4096)
def _as_written(said: Numeral) -> Number:
    """The number of a figure without a scale."""
    if said.decimals:
        return decimal_number(said.value, said.decimals)
    return integer(said.value)


def _worded_at(tokens: Sequence[Piece], at: int) -> Found | None:
    token = tokens[at]
    if token.lower == "half":
        return _fraction_found(tokens, 1, 2, at + 1)
    if token.lower in _ARTICLES:
        after = tokens[at + 1].lower
        if after in _DENOMINATORS:
            return _fraction_found(tokens, 1, _DENOMINATORS[after], at + 2)
        if after in WEIGHING_WORDS:
            return _weighed_at(tokens, at)
        if after == "hundred" or after == "dozen" or after in _SCALES:
            return _cardinal_found(tokens, at)
        return None
    return _cardinal_found(tokens, at)


#: What may stand between the article and the fraction: "a full third of", "a good half of".
WEIGHING_WORDS = word_set("full good solid whole mere")


def _weighed_at(tokens: Sequence[Piece], at: int) -> Found | None:
    b = _DENOMINATORS.get(tokens[at + 2].lower)
    return Found(fraction(1, b), at + 3) if b and tokens[at + 3].lower == "of" else None


def _cardinal_found(tokens: Sequence[Piece], at: int) -> Found | None:
    if _is_one_word(tokens, at):
        return Found(_OF_ONE_WORD[tokens[at].lower], at + 1)
    return cardinal_of_words(tokens, at)


def _is_one_word(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the number at *at* surely ends with its first word, as `cardinal_of_words` would find
    in many looks: told by a few, because most go on with the noun that they count.
    """
    first, behind = tokens[at].lower, tokens[at + 1]
    return (
        first in _OF_ONE_WORD
        and behind.kind == "word"
        and behind.lower not in _CONTINUING_WORDS
        and not _has_joint_near(tokens, at + 1)
    )


_OF_ONE_WORD = {word: integer(Decimal(value)) for word, value in _SMALL.items()}
_CONTINUING_WORDS = CONTINUING | frozenset(_SMALL) | {"point", "times"}


def cardinal_of_words(tokens: Sequence[Piece], at: int) -> Found | None:
    """The number in words that begins at *at*, with all that it may go on with."""
    whole = _cardinal_at(tokens, at)
    if whole is None:
        return None
    composed = _composed(tokens, whole)
    if composed is not None:
        return composed
    if _is_ordinal_part(tokens, whole.end) or _is_year_in_words(tokens, whole):
        return None
    point = _point_at(tokens, whole)
    if point is not None:
        return point
    if whole.scale == 1:
        scale, end = scale_at(tokens, whole.end)
        if scale != 1:
            return Found(integer(times(Decimal(whole.value), scale), scale), end)
    return Found(integer(Decimal(whole.value), Decimal(whole.scale)), whole.end)


def _composed(tokens: Sequence[Piece], whole: _Whole) -> Found | None:
    """A whole number that a fraction word, a vulgar fraction or a "one in five" goes on from."""
    end = whole.end
    if whole.scale == 1:
        part = _vulgar_after(tokens, end) or _and_part_at(tokens, end)
        if part is not None:
            scale, after = scale_at(tokens, part[1])
            return Found(mixed(Decimal(whole.value), *part[0], scale), after)
        b = _denominator_at(tokens, end, whole.value)
        if b is not None:
            return _fraction_found(tokens, whole.value, *b)
        return _proportion_at(tokens, whole)
    part = _and_part_at(tokens, end)
    if part is None or (whole.scale < 1000 and whole.scale != _DOZEN):
        return None
    (a, b_), after = part
    scale = Decimal(whole.scale)
    return Found(mixed(Decimal(whole.value) / scale, a, b_, scale), after)


_DOZEN = 12


def _cardinal_at(tokens: Sequence[Piece], at: int) -> _Whole | None:
    total, current, scale, end = 0, 0, 1, at
    smallest = 10**18
    began = False
    if tokens[at].lower in _ARTICLES:
        current, end, began = 1, at + 1, True
    for _ in range(_MOST_WORDS):
        place = _skip_joint(tokens, end) if began else end
        word = tokens[place].lower
        if place != end and word not in _SMALL and word not in _SCALES and word != "hundred":
            break
        if word in _SMALL and _fits(current, _SMALL[word], began=began):
            current += _SMALL[word]
        elif place != end and tokens[place - 1].lower == "and":
            break
        elif word == "hundred" and 0 < current < 100:
            current, scale = current * 100, 100
        elif word == "dozen" and 0 < current < 100 and total == 0:
            return _Whole(current * 12, place + 1, 12)
        elif word in _SCALES and current > 0 and _SCALES[word] < smallest:
            scale = smallest = _SCALES[word]
            total, current = total + current * scale, 0
        elif word == "million" and scale == 1000 and current == 0:  # "a thousand million"
            scale, smallest, total = 10**9, 10**6, total * 10**6
        else:
            break
        began, end = True, place + 1
        if current == 0 and total == 0:
            break
    return _Whole(total + current, end, scale) if began and end > at else None


def _fits(current: int, word: int, *, began: bool) -> bool:
    """Whether a number word may follow what was read of this group: "twenty" takes "five"."""
    if current == 0:
        return word > 0 or not began
    if word == 0:
        return False
    if word < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0


def _skip_joint(tokens: Sequence[Piece], at: int) -> int:
    """The place after the hyphen or the "and" that joins two number words, else *at*."""
    if is_hyphen(tokens, at) or (
        tokens[at].lower == "and" and tokens[at - 1].lower in {"hundred", *_SCALES}
    ):
        return at + 1
    return at


def is_hyphen(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the token at *at* joins its neighbours into one word."""
    token = tokens[at]
    return (
        token.text in {"-", "‐", "‑"}
        and touches(tokens[at - 1], token)
        and touches(token, tokens[at + 1])
    )


def scale_at(tokens: Sequence[Piece], at: int) -> tuple[Decimal, int]:
    """The scale word at *at* and the place after it; 1 and *at* where there is none."""
    place = _after_hyphen(tokens, at)
    word, after = tokens[place].lower, tokens[place + 1].lower
    if word in _COUNTED_SCALES and after in _SCALES:
        return Decimal(_EVERY_SCALE[word] * _SCALES[after]), place + 2
    scale = None if place > at and len(word) == 1 else _EVERY_SCALE.get(word)  # a "10-K" is none
    if scale is None:
        return Decimal(1), at
    return Decimal(scale), place + 1 + _is_shortened(tokens, place)


def _is_shortened(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a full stop shortens the scale at *at* before its currency: "3 Mio. Euro"."""
    if tokens[at].lower not in _SHORT_SCALES or tokens[at + 1].text != ".":
        return False
    found = unit_at(tokens, at + 2) if touches(tokens[at], tokens[at + 1]) else None
    return found is not None and found[0].is_money


def letter_scale_at(tokens: Sequence[Piece], at: int) -> Decimal | None:
    """The scale that a letter glued to a figure says beside a currency: the m of "$20m"."""
    if not touches(tokens[at - 1], tokens[at]):
        return _MILLION if _is_apart(tokens, at) else None
    scale = _LETTER_SCALES.get(tokens[at].lower)
    return None if scale is None else Decimal(scale)


_MILLION = Decimal(10**6)


def _is_apart(tokens: Sequence[Piece], at: int) -> bool:
    """Whether an "M" at *at* is millions, apart from its figure: "10 M euros", but not "10 M
    Street".
    """
    return tokens[at].text == "M" and not tokens[at + 1].text[:1].isupper()


def rescaled(number: Number, scale: Decimal) -> Number:
    """*number* at a scale that was read after it: the 5 of "5 to 6 million"."""
    match number.form:
        case "integer":
            return integer(times(number.value, scale), times(number.scale, scale))
        case "fraction":
            a, b = number.ratio or (0, 1)
            return fraction(a, b, times(number.scale, scale))
        case _:
            return Number(
                number.form,
                times(number.value, scale),
                times(number.step, scale),
                times(number.scale, scale),
                number.ratio,
            )


def _fraction_found(tokens: Sequence[Piece], a: int, b: int, at: int) -> Found | None:
    """The fraction a/b, with the scale that may follow: "of a million", "a dozen", "million"."""
    place = at + 1 if tokens[at].lower == "of" else at
    has_article = tokens[place].lower in _ARTICLES
    if has_article or place == at:
        scale, end = scale_at(tokens, place + 1 if has_article else place)
        if scale != 1:
            return Found(fraction(a, b, scale), end)
    return Found(fraction(a, b), at)


def _vulgar(token: Piece) -> tuple[int, int]:
    share = Fraction(unicodedata.numeric(token.text)).limit_denominator(100)
    return share.numerator, share.denominator


def _vulgar_after(tokens: Sequence[Piece], at: int) -> tuple[tuple[int, int], int] | None:
    """The fraction of "2½", "2 1/2" or "2-1/2"."""
    if is_hyphen(tokens, at) and tokens[at - 1].kind == "number":
        return _slashed_behind(tokens, at + 1)
    if tokens[at].kind == "fraction":
        return _vulgar(tokens[at]), at + 1
    return _slashed_behind(tokens, at) if tokens[at - 1].kind == "number" else None


def _slashed_behind(tokens: Sequence[Piece], at: int) -> tuple[tuple[int, int], int] | None:
    """The 1/2 at *at*, behind a whole number, and the place after it."""
    said = numeral(tokens[at].text) if tokens[at].kind == "number" else None
    if said is None or not said.plain:
        return None
    ratio = _slashed_ratio(tokens, at, int(said.value))
    return None if ratio is None else (ratio, at + 3)


def _and_part_at(tokens: Sequence[Piece], at: int) -> tuple[tuple[int, int], int] | None:
    """The fraction of "and a half", "and three quarters", "and three-quarter"; the place after."""
    place = at + 1 if is_hyphen(tokens, at) else at
    if tokens[place].lower != "and":
        return None
    place = _after_hyphen(tokens, place + 1)
    word = tokens[place].lower
    after = _after_hyphen(tokens, place + 1)
    denominator = tokens[after].lower
    if word in {"a", "an", "one"} and denominator in _DENOMINATORS:
        return (1, _DENOMINATORS[denominator]), after + 1
    if word in _ONES and denominator in _PLURAL_DENOMINATORS:
        return (_ONES[word], _PLURAL_DENOMINATORS[denominator]), after + 1
    if word in _ONES and denominator in _DENOMINATORS and after == place + 2:
        return (_ONES[word], _DENOMINATORS[denominator]), after + 1
    return None


def _after_hyphen(tokens: Sequence[Piece], at: int) -> int:
    return at + 1 if is_hyphen(tokens, at) else at


def _denominator_at(tokens: Sequence[Piece], at: int, count: int) -> tuple[int, int] | None:
    """The b of "three quarters" or "one-fifth", and the place after it."""
    place = _after_hyphen(tokens, at)
    word = tokens[place].lower
    b = _DENOMINATORS.get(word) if count == 1 else _PLURAL_DENOMINATORS.get(word)
    return None if b is None or not 0 < count < b else (b, place + 1)


def _is_ordinal_part(tokens: Sequence[Piece], at: int) -> bool:
    """Whether an ordinal goes on from here: the "-third" of "twenty-third"."""
    return is_hyphen(tokens, at) and tokens[at + 1].lower in _ORDINALS


def _is_year_in_words(tokens: Sequence[Piece], whole: _Whole) -> bool:
    """Whether "nineteen" or "twenty" begins a year: "nineteen eighty-four"."""
    follows = tokens[whole.end].lower
    return whole.value in {18, 19, 20} and (follows in _TEENS or follows in _TENS)


def _point_at(tokens: Sequence[Piece], whole: _Whole) -> Found | None:
    """The decimal of "two point five"."""
    if tokens[whole.end].lower != "point" or tokens[whole.end + 1].lower not in _SMALL:
        return None
    digits, end = "", whole.end + 1
    while tokens[end].lower in _SMALL and _SMALL[tokens[end].lower] < 10 and len(digits) < 6:
        digits += str(_SMALL[tokens[end].lower])
        end += 1
    if not digits:
        return None
    scale, end = scale_at(tokens, end)
    return Found(decimal_number(Decimal(f"{whole.value}.{digits}"), len(digits), scale), end)


def _slashed_at(tokens: Sequence[Piece], at: int, a: int) -> Found | None:
    ratio = _slashed_ratio(tokens, at, a)
    if ratio is None:
        return None
    suffix = tokens[at + 3]
    is_suffixed = touches(tokens[at + 2], suffix) and suffix.lower in {"rds", "rd", "ths", "th"}
    return _fraction_found(tokens, *ratio, at + 4 if is_suffixed else at + 3)


def _slashed_ratio(tokens: Sequence[Piece], at: int, a: int) -> tuple[int, int] | None:
    """The a/b written with a slash at *at*, where it is a fraction and not a date."""
    slash, below = tokens[at + 1], tokens[at + 2]
    if slash.text not in {"/", "⁄"} or below.kind != "number":
        return None
    joined = touches(tokens[at], slash) and touches(slash, below)
    if (
        not (joined or slash.text == "⁄")
        or tokens[at - 1].text in {"/", "⁄"}
        or tokens[at + 3].text in {"/", "⁄", "-"}
    ):
        return None
    said = numeral(below.text)
    if said is None or not said.plain:
        return None
    b = int(said.value)
    if not 0 < a < b or b not in _SLASHED_DENOMINATORS or (a, b) in _NOT_FRACTIONS:
        return None
    if b in _RARE_DENOMINATORS and tokens[at + 3].lower not in {"of", "ths"}:
        return None  # "the 3/11 attacks"
    return a, b


def _proportion_at(tokens: Sequence[Piece], whole: _Whole) -> Found | None:
    """The a/b of "one in five", "two out of three", "one in every ten", "one person in six"."""
    several = _so_many_in(tokens, whole)
    if several is not None:
        return several
    end = whole.end
    has_noun = tokens[end].lower == "times" or (whole.value == 1 and is_person(tokens[end]))
    if has_noun:
        end += 1
    place = _below_at(tokens, end)
    if place is None:
        return None
    first = tokens[_after_hyphen(tokens, end)].lower
    below = _whole_at(tokens, place)
    if below is None or not 0 < whole.value < below.value:
        return None
    if has_noun and first != "out" and (first == "of" or not _is_closed(tokens, below.end)):
        return None
    if first == "in" and whole.value != 1 and below.value not in _ROUND:
        return None
    is_every = tokens[place - 1].lower == "every"
    if first == "of" and not is_every and not _is_share_of(tokens, whole, below, place):
        return None
    if 1600 <= below.value <= 2100 and tokens[place].kind == "number":
        return None
    return Found(fraction(whole.value, below.value), below.end)


def _so_many_in(tokens: Sequence[Piece], whole: _Whole) -> Found | None:
    """The a/b of "four people in ten", "one home in six": of what is told once, where nothing else
    is counted behind ("two people in three cars", "two goals in three").
    """
    if whole.value < 1 or not _has_joint_near(tokens, whole.end):
        return None
    noun = _told_once_at(tokens, whole.end, is_one=whole.value == 1)
    place = None if noun is None else _below_at(tokens, noun.end)
    if noun is None or place is None or tokens[noun.end].lower == "of":
        return None
    below = _whole_at(tokens, place)
    if below is None or not whole.value < below.value or below.value not in _ROUND:
        return None
    return (
        Found(fraction(whole.value, below.value), below.end)
        if _is_said_of_them(tokens, below.end, is_one=whole.value == 1)
        else None
    )


def _has_joint_near(tokens: Sequence[Piece], at: int) -> bool:
    """Whether an "in" or "out" stands behind one to three words at *at*: asked of every number."""
    return (
        tokens[at + 1].lower in _JOINTS
        or tokens[at + 2].lower in _JOINTS
        or tokens[at + 3].lower in _JOINTS
    )


_JOINTS = frozenset({"in", "out"})


def _told_once_at(tokens: Sequence[Piece], at: int, *, is_one: bool) -> Thing | None:
    """The noun at *at* that some are of: "young women", but not "days" or "goals"."""
    noun = counted_at(tokens, at)
    if noun is None or unit_at(tokens, noun.end - 1) is not None:
        return None
    last = tokens[noun.end - 1]
    if is_plural(last) == is_one or not last.text[1:].islower():
        return None
    return None if last.lower in _WON or f"{last.lower}s" in _WON else noun


# What is won, lost or done so many times in so many games, or lies in so many towns.
_WON = word_set(
    """
    goals wins points wickets tries runs titles defeats losses draws caps starts medals trophies
    appearances victories games matches innings assists penalties strikes attacks times
    """
)


def _is_said_of_them(tokens: Sequence[Piece], at: int, *, is_one: bool) -> bool:
    """Whether nothing is counted at *at*, and what so many do may stand there: "smoke"."""
    first = tokens[at]
    if first.kind in {"sign", "end"}:
        return first.kind == "end" or first.text in _PAUSES
    if first.kind != "word" or unit_at(tokens, at) is not None:
        return False
    if first.lower in _AUXILIARIES or first.lower in (_DOES if is_one else _DOING):
        return True
    noun = counted_at(tokens, at)
    if noun is None:
        return True
    return not (noun.persons or any(map(is_plural, tokens[noun.start : noun.end])))


_PAUSES = frozenset('.,;:?!)(”’"–—')
# What polls and surveys say of so many, before a plural that is no noun of the number.
_DOING = word_set(
    """
    smoke drink own use eat work vote voted read buy rent watch drive trust back favour favor like
    know speak believe pay get want say think hold need see miss skip take play live earn use
    avoid fear prefer reject blame worry feel shop receive visit support oppose wear
    """
)
_DOES = frozenset(f"{verb}s" for verb in _DOING) | {"does", "goes", "has"}


def _is_share_of(tokens: Sequence[Piece], whole: _Whole, below: _Whole, place: int) -> bool:
    """Whether "four of five" is a share: of few, or a hundred, that were picked from more, or of
    the latest of a row ("three of her past five starts"; one of them is that one). Of those that an
    article names ("nine of the ten lenders") so many are counted, unless nothing names them.
    """
    if tokens[place - 1].lower in LATEST:
        is_of_row = _are_told(tokens, whole) and counted_at(tokens, below.end) is not None
        return is_of_row or _is_closed(tokens, below.end)
    if whole.value == 1 or (below.value > _FEW and below.value != _HUNDRED):
        return False
    return tokens[place - 1].lower != "the" or _is_closed(tokens, below.end)


_FEW, _HUNDRED = 10, 100


def _are_told(tokens: Sequence[Piece], whole: _Whole) -> bool:
    """Whether the number is told of a row, and is not the one of it that is spoken of."""
    return whole.value > 1 or is_only_one(tokens, whole.end - 1)


def is_only_one(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the "one" at *at* is a number, and tells not which one: "only one of the 12"."""
    return tokens[at - 1].lower in _MERELY and tokens[at - 2].lower != "the"


_MERELY = word_set("only just merely")


def _is_closed(tokens: Sequence[Piece], at: int) -> bool:
    """Whether nothing is counted at *at*: "one child in five is", not "one man in two days"."""
    return tokens[at].kind in {"sign", "end"} or tokens[at].lower in _AUXILIARIES


_AUXILIARIES = word_set(
    "is are was were has have had do does did will would can could may might cannot"
)


def _below_at(tokens: Sequence[Piece], end: int) -> int | None:
    """The place of the second number of a proportion whose first ends at *end*."""
    place = _after_hyphen(tokens, end)
    word = tokens[place].lower
    if word == "out" and tokens[place + 1].lower == "of":
        place += 2
    elif word == "in" or word == "of":
        place = _after_hyphen(tokens, place + 1)
        if word == "of" and tokens[place].lower in _OPENING_THE_LAST:
            return _among_last(tokens, place)
    else:
        return None
    return place + 1 if tokens[place].lower == "every" else place


def _among_last(tokens: Sequence[Piece], at: int) -> int | None:
    """The place of the number behind "the", "the last", "his last" or "its past" at *at*."""
    if tokens[at + 1].lower in LATEST:
        return at + 2
    return at + 1 if tokens[at].lower == "the" else None


_OPENING_THE_LAST = word_set("the its their his her our my")


def _whole_at(tokens: Sequence[Piece], at: int) -> _Whole | None:
    if tokens[at].kind == "number":
        said = numeral(tokens[at].text)
        if said is None or said.decimals or _is_ordinal_figure(tokens, at):
            return None
        scale, end = scale_at(tokens, at + 1)
        return _Whole(int(times(said.value, scale)), end, 1)
    if tokens[at].lower in _GROUPS and tokens[at - 1].lower == "every":
        return _Whole(_GROUPS[tokens[at].lower], at + 1, 1)
    return _cardinal_at(tokens, at) if tokens[at].lower in NUMBER_WORDS else None


# "Three in every hundred".
_GROUPS = {"hundred": 100, "thousand": 1000}
