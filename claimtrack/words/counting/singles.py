"""Singles: one number with its unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.changes import (
    change_after,
    multiple_end,
)
from claimtrack.words.counting.hedges import hedge_after, hedge_before
from claimtrack.words.counting.labels import is_year
from claimtrack.words.counting.metres import says_millions
from claimtrack.words.counting.numbers import (
    NUMBER_WORDS,
    are_stones,
    is_hyphen,
    letter_scale_at,
    number_at,
    rescaled,
)
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.points import POINTS, are_of_a_percentage
from claimtrack.words.counting.races import is_run
from claimtrack.words.counting.rates import rate_at
from claimtrack.words.counting.rules import (
    ARITHMETIC,
    Number,
    fraction,
    integer,
    mixed,
    times,
)
from claimtrack.words.counting.sciences import MAGNITUDE, POUNDS_OF_WEIGHT, STONE
from claimtrack.words.counting.things import counted_at, is_plural
from claimtrack.words.counting.unit import Unit
from claimtrack.words.counting.units import (
    COUNT,
    CURRENCY_OPENERS,
    FOOT,
    HOUR,
    INCH,
    KILOMETRE,
    MINUTE,
    PENCE,
    PERCENT,
    PERSONS,
    POINT,
    POUNDS,
    SECOND,
    SMALLER,
    UNIT_OPENERS,
    WON,
    currency_at,
    is_currency_sign,
    may_name,
    unit_at,
)
from claimtrack.words.numerals import numeral
from claimtrack.words.tokens import HYPHENS, Piece, touches, word_set

_ONE, _TWO = Decimal(1), Decimal(2)
_SIXTY = Decimal(60)
_HUNDRED, _THOUSAND, _MILLION = Decimal(100), Decimal(1000), Decimal(10**6)

#: Lengths of time and of way that are one behind an article alone: "an hour".
BARE_SPANS = word_set(
    """
    hour minute day week fortnight month year decade century mile kilometre kilometer
    """
)


def single_at(tokens: Sequence[Piece], at: int) -> Measured | None:
    currency = currency_at(tokens, at)
    place = at if currency is None else currency[1]
    if tokens[at].lower == QUARTER and is_quarter_hour(tokens, at):
        return Measured(fraction(1, 4), HOUR, at, at + 4)
    if tokens[place].lower in {"a", "an"} and tokens[place + 1].lower in BARE_SPANS:
        return _article_measured(tokens, place)
    found = number_at(tokens, place)
    if found is None:
        return None
    number, end = found
    if currency is not None:
        return _priced(tokens, Measured(number, currency[0], at, end))
    bounded = hedge_after(tokens, end)
    end = bounded.end if bounded else end
    return _with_unit(tokens, Measured(number, None, at, end, bounded=bounded))


#: What a quarter of an hour may begin with, without an article.
QUARTER = "quarter"


def is_quarter_hour(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a "quarter of an hour" without an article stands at *at*."""
    return tokens[at].lower == QUARTER and tuple(
        [token.lower for token in tokens[at + 1 : at + 4]]
    ) == ("of", "an", "hour")


def _article_measured(tokens: Sequence[Piece], at: int) -> Measured | None:
    """ "an hour", "a year and a half", "a week or two"."""
    found = unit_at(tokens, at + 1)
    if found is None:
        return None
    one = Measured(integer(_ONE), found[0], at, found[1], article=True)
    if tokens[one.end].lower == "or" and tokens[one.end + 1].lower == "two":
        two = integer(_TWO)
        return one._replace(end=one.end + 2, high=two, article=False, joint="or")
    with_half = _with_half(tokens, one)
    whole = with_half if with_half.end > one.end else _with_smaller(tokens, one)
    return whole if whole.unit == one.unit else whole._replace(article=False)


def _priced(tokens: Sequence[Piece], measured: Measured) -> Measured:
    scale = letter_scale_at(tokens, measured.end)
    if scale is not None and not measured.number.scaled:
        number = rescaled(measured.number, scale)
        measured = measured._replace(number=number, end=measured.end + 1)
    bounded = hedge_after(tokens, measured.end)
    if bounded is not None:
        measured = measured._replace(bounded=bounded, end=bounded.end)
    return measured


def _with_unit(tokens: Sequence[Piece], measured: Measured) -> Measured | None:
    number, end = measured.number, measured.end
    if number.form == "fraction" and not number.scaled:
        place = end + 1 if is_hyphen(tokens, end) else end
        return _fraction_with_unit(tokens, measured, place)
    if not _has_no_unit(tokens, end):
        return with_unit_behind(tokens, measured)
    return _of_a_quake(tokens, measured) or measured


def _has_no_unit(tokens: Sequence[Piece], end: int) -> bool:
    """Whether what stands at *end* is surely no part of the number before it, as `with_unit_behind`
    would find in a dozen looks: told by one, because an ordinary noun or a pause mostly stands
    there.
    """
    last, behind = tokens[end - 1], tokens[end]
    if not (last.apart or behind.kind == "sign") or last.lower == "k":  # "16s", "a 5k run"
        return False
    return behind.lower not in _GOING_ON


def with_unit_behind(tokens: Sequence[Piece], measured: Measured) -> Measured | None:
    """The number, which is no mere fraction, with the unit that is told behind it, or before it;
    None where it goes on into a word that is none.
    """
    number, end = measured.number, measured.end
    place = end + 1 if is_hyphen(tokens, end) else end
    told = _by_one_word(tokens, measured, place)
    if told is not None:
        return told
    if _is_letter_scaled(tokens, end):
        scale = letter_scale_at(tokens, end) or _ONE
        rescaled_one = measured._replace(number=rescaled(number, scale), end=end + 1)
        return _with_unit(tokens, rescaled_one)
    is_won = tokens[end].lower == "won"
    found = _won_at(tokens, number, end) if is_won else unit_at(tokens, place)
    of_quake = _of_a_quake(tokens, measured) if found is None else None
    if of_quake is not None:
        return of_quake
    if found is None:
        found = _part_of_one(tokens, end) or _lasting_at(tokens, end)
    if found is not None:
        return _in_unit(tokens, measured, *found)
    if tokens[end].lower == "and" and not is_year(tokens, measured.start):
        measured = measured._replace(unit=_percent_shared(tokens, measured))
    return None if _is_cut_off(tokens, end) else measured


def _by_one_word(tokens: Sequence[Piece], measured: Measured, place: int) -> Measured | None:
    """The number with the unit that one word behind it makes, at *place* or before a hyphen there,
    and that no table of units has; None where none does.
    """
    number, end = measured.number, measured.end
    if is_run(tokens, number, end):
        return measured._replace(number=rescaled(number, _THOUSANDTH), unit=KILOMETRE)
    if place > end and tokens[place].lower in _OF_MEN:
        return measured._replace(unit=PERSONS, end=place + 1)
    if place > end and _is_made_of_many(tokens, measured, place):
        return measured._replace(unit=COUNT, end=place + 1)
    if tokens[place].lower == "point" and change_after(tokens, place + 1, share=False):
        return measured._replace(unit=POINT, end=place + 1)
    if _are_percentage_points(tokens, measured):
        return measured._replace(unit=POINT, end=end + 1)
    match tokens[end].text:
        case "m" if number.form == "integer":
            return _in_seconds(tokens, measured)
        case "st" if are_stones(tokens, end):
            return _with_smaller(tokens, measured._replace(unit=STONE, end=end + 1))
        case "p" if _is_in_pence(tokens, end):
            return measured._replace(unit=PENCE, end=end + 1)
    return measured._replace(unit=PERSONS, end=end + 1) if tokens[end].lower == "strong" else None


def _in_unit(tokens: Sequence[Piece], measured: Measured, unit: Unit, after: int) -> Measured:
    """The number in the *unit* whose last word stands before *after*, with what goes on in it."""
    if tokens[after - 1].text in CURRENCY_OPENERS and not _is_priced_finely(tokens, after):
        measured = measured._replace(number=in_thousands(measured.number))
    if unit == POUNDS_OF_WEIGHT and measured.number.scale >= _MILLION:  # "a million-pound house"
        unit = POUNDS
    if unit == POUNDS and _is_weighed(tokens, measured.start, after):
        unit = POUNDS_OF_WEIGHT
    whole = Measured(measured.number, unit, measured.start, after, bounded=measured.bounded)
    return _with_smaller(tokens, _with_half(tokens, whole))


def _won_at(tokens: Sequence[Piece], number: Number, at: int) -> tuple[Unit, int] | None:
    """The money of South Korea at *at*, behind millions of it and before nothing that somebody won:
    "8 trillion won in aid", but not "1.2 million won a prize".
    """
    if number.scale < _MILLION:
        return None
    after = tokens[at + 1]
    closes = after.kind in {"sign", "end"} or after.lower in _BEHIND_MONEY
    return (WON, at + 1) if closes or rate_at(tokens, at + 1)[0] is not None else None


_BEHIND_MONEY = word_set("in for to from on of by last and or worth was were is are more less per")


def _in_seconds(tokens: Sequence[Piece], measured: Measured) -> Measured | None:
    """The whole number of minutes that an "m" behind it makes, with the seconds behind that: "2m
    30s"; None where there are none.
    """
    at, number = measured.end, measured.number
    if not (touches(tokens[at - 1], tokens[at]) and tokens[at + 2].text == "s"):
        return None
    said = numeral(tokens[at + 1].text) if touches(tokens[at + 1], tokens[at + 2]) else None
    if said is None or not said.plain or said.value >= _SIXTY:
        return None
    seconds = ARITHMETIC.add(times(number.value, _SIXTY), said.value)
    return measured._replace(number=Number("integer", seconds, _ONE), unit=SECOND, end=at + 3)


def _of_a_quake(tokens: Sequence[Piece], measured: Measured) -> Measured | None:
    """The number as the magnitude that the words before it make of it; None where they do not."""
    start = _magnitude_before(tokens, measured.start)
    if start is not None:
        return measured._replace(unit=MAGNITUDE, start=start)
    if _is_hedged_magnitude(tokens, measured.start):
        return measured._replace(unit=MAGNITUDE)
    return None


def _magnitude_before(tokens: Sequence[Piece], start: int) -> int | None:
    """The place of the word that makes the number at *start* a quake's: "magnitude 6.2", "magnitude
    of 6".
    """
    at = start - 2 if tokens[start - 1].lower in _TO_MAGNITUDE else start - 1
    return at if at >= 0 and tokens[at].lower == "magnitude" else None


def _is_hedged_magnitude(tokens: Sequence[Piece], start: int) -> bool:
    """Whether the number at *start* is a quake's behind a hedge: "a magnitude of at least 6"."""
    if tokens[start - 3].lower != "magnitude" != tokens[start - 4].lower:
        return False
    hedge = hedge_before(tokens, start)
    return hedge is not None and _magnitude_before(tokens, hedge.start) is not None


_TO_MAGNITUDE = frozenset({"of", "-"})


def _are_percentage_points(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether mere "points" behind the number are of the percentage that stands beside them."""
    end, number = measured.end, measured.number
    if tokens[end].lower not in POINTS or number.scaled or number.value > _HUNDRED:
        return False
    return are_of_a_percentage(tokens, measured.start, end + 1)


def _percent_shared(tokens: Sequence[Piece], measured: Measured) -> Unit | None:
    """The percentage that the next number hands back: the one of "by 22 and 29 percent"."""
    number = measured.number
    if tokens[measured.start - 1].lower == "between" or number.scaled or number.value > _HUNDRED:
        return None
    second = number_at(tokens, measured.end + 1)
    found = None if second is None else unit_at(tokens, second.end)
    return found[0] if found is not None and found[0] == PERCENT else None


def _lasting_at(tokens: Sequence[Piece], at: int) -> tuple[Unit, int] | None:
    """The time of "three straight days", "two more years", and the place after it."""
    if tokens[at].lower not in _LASTING:
        return None
    found = unit_at(tokens, at + 1)
    is_time = found is not None and found[0].base in {"h", "d", "yr"} and not found[0].period
    return found if is_time else None


_LASTING = word_set(
    "more further additional extra consecutive straight successive full whole long solid"
)


def _part_of_one(tokens: Sequence[Piece], at: int) -> tuple[Unit, int] | None:
    """The percentage point of "0.25 of a percentage point", and the place after it."""
    if tokens[at].lower != "of" or tokens[at + 1].lower not in _ONE_OF:
        return None
    found = unit_at(tokens, at + 2)
    return found if found is not None and found[0] in {POINT, PERCENT} else None


# What any step of `with_unit_behind` asks for right behind the number.
_GOING_ON = UNIT_OPENERS | _LASTING | POINTS | HYPHENS | word_set("strong and of won")
_ONE_OF = word_set("a an one")


def in_thousands(number: Number) -> Number:
    """*number*, where "1.500" of what is never told in thousandths is fifteen hundred: the dot
    sets thousands apart.
    """
    if number.form != "decimal" or number.step != _THOUSANDTH or number.value < 1:
        return number
    return integer(times(number.value, _THOUSAND))


_THOUSANDTH = Decimal("0.001")


def _is_priced_finely(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the price before *at* is of what is sold by the thousandth of a euro: "a litre"."""
    return tokens[at].lower in {"a", "per", "/"} and tokens[at + 1].lower in _SOLD_BY_THOUSANDTHS


#: Fuel and power. A tonne at "1.200 €" costs twelve hundred.
_SOLD_BY_THOUSANDTHS = word_set("litre liter gallon kwh kilowatt therm")


def _is_in_pence(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the letter at *at* makes pence of the figure that it is glued to: "45p", but not
    "1080p".
    """
    figure = tokens[at - 1]
    if figure.kind != "number" or not touches(figure, tokens[at]) or figure.text in _SCREENS:
        return False
    return not may_name(tokens[at - 2])


_SCREENS = word_set("360 480 720 1080 1440 2160")
# "A 1,000-strong battalion", "a 100,000-man army".
_OF_MEN = word_set("strong man men woman person")
# What a whole has so many of: "a 40-seat plane", "the 12-team league", "a two-seat trainer".
_MADE_OF = word_set(
    """
    seat door team page bed bedroom bathroom room storey story floor member lane car carriage coach
    vehicle ship school home house apartment episode song game match race hole question city town
    station turbine panel berth desk table cabin stand shop store site
    """
)
# Behind a small number in words these are mostly a name for the kind: "a two-part epoxy", "a
# three-piece suite", "one-nation Tories".
_KINDS = word_set("nation country club part track piece word item")
_FEW = 10
# What there may be one of and no more: all else that has one ("a one-man show") is of that kind.
_SINGLY = word_set("bedroom bed bathroom room storey story lane")


def _is_made_of_many(tokens: Sequence[Piece], measured: Measured, at: int) -> bool:
    number, word = measured.number, tokens[at].lower
    if number.form != "integer" or tokens[at + 1].text == "-":
        return False
    if word in _MADE_OF:
        return number.value > 1 or word in _SINGLY
    is_figure = tokens[measured.start].kind == "number"
    return word in _KINDS and (is_figure or number.value >= _FEW)


_WEIGHING = word_set("weigh weighs weighed weighing weight")
_OF_MONEY = word_set(
    """
    aid debt debts funding investment investments damage assets savings spending support cuts
    money cash taxpayer taxpayers public tax taxes revenue revenues profit profits income sales
    trade exports imports damages fines loans grants borrowing losses
    """
)


def _is_weighed(tokens: Sequence[Piece], start: int, after: int) -> bool:
    """Whether the pounds are a weight: "500 pounds of explosives", "weighing 500 pounds"."""
    if any(token.lower in _WEIGHING for token in tokens[max(start - 3, 0) : start]):
        return True
    goods = tokens[after + 1], tokens[after + 2]
    of_goods = tokens[after].lower == "of" and goods[0].kind == "word"
    return of_goods and not any(word.lower in _OF_MONEY for word in goods)


def _is_letter_scaled(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the letter glued to a figure is a scale: an "m" mostly is, a "b" where a plural or
    persons follow, a "t" (a tonne) only of money.
    """
    if letter_scale_at(tokens, at) is None or tokens[at - 1].kind != "number":
        return False
    match tokens[at].text:
        case "m":
            return says_millions(tokens, at)
        case "M":
            return True
        case "b" | "B":
            thing = counted_at(tokens, at + 1)
            return thing is not None and (thing.persons or is_plural(tokens[thing.end - 1]))
    return False


def _is_cut_off(tokens: Sequence[Piece], end: int) -> bool:
    """Whether the number goes on into a word that is no unit: "16s", "two-state", "5-star"."""
    if touches(tokens[end - 1], tokens[end]) and tokens[end].kind in {"word", "number", "fraction"}:
        return multiple_end(tokens, end) is None
    after = tokens[end + 1]
    return is_hyphen(tokens, end) and not (
        opens_number(after)
        or after.text == "-"  # a dash in two strokes
        or after.lower == "fold"
        or (after.lower == "to" and is_hyphen(tokens, end + 2))
    )


def opens_number(token: Piece) -> bool:
    return token.kind == "number" or token.lower in NUMBER_WORDS or is_currency_sign(token)


def _fraction_with_unit(tokens: Sequence[Piece], measured: Measured, place: int) -> Measured | None:
    """ "half an hour", "a quarter of a percentage point", "half-hour"; a bare share otherwise."""
    end = measured.end
    behind = end + 1 if tokens[end].lower == "of" else end
    articled = tokens[behind].lower in _ONE_OF
    half = measured.number.ratio == (1, 2)
    at_point = behind + 1 if articled else place
    if tokens[at_point].lower in {"point", "points"} and tokens[at_point + 1].text != "-":
        return measured._replace(unit=POINT, end=at_point + 1)
    if behind > end:
        of_percent = _of_a_percentage(tokens, measured, behind)
        if of_percent is not None:
            return of_percent
    if articled or (half and behind == end):
        found = unit_at(tokens, behind + 1 if articled else place)
        if found is not None:
            return measured._replace(unit=found[0], end=found[1])
    if is_hyphen(tokens, end):
        return None
    percent = unit_at(tokens, end)
    if percent is not None and percent[0].grain == "percent":
        return measured._replace(unit=percent[0], end=percent[1])
    return measured


def _of_a_percentage(tokens: Sequence[Piece], measured: Measured, at: int) -> Measured | None:
    """A fraction of a percentage: "half of one per cent" is half a per cent."""
    found = number_at(tokens, at)
    unit = None if found is None else unit_at(tokens, found.end)
    if found is None or unit is None or unit[0] != PERCENT or found.number.form == "fraction":
        return None
    scaled = rescaled(measured.number, found.number.value)
    return measured._replace(number=scaled, unit=PERCENT, end=unit[1])


def _with_half(tokens: Sequence[Piece], measured: Measured) -> Measured:
    """The measured with the part that follows its unit: "an hour and a half"."""
    end, number = measured.end, measured.number
    if tokens[end].lower != "and" or tokens[end + 1].lower != "a":
        return measured
    if number.form != "integer" or number.scaled:
        return measured
    if tokens[measured.start - 1].lower == "between":
        return measured
    b = {"half": 2, "quarter": 4, "third": 3}.get(tokens[end + 2].lower)
    if b is None:
        return measured
    return measured._replace(number=mixed(number.value, 1, b), end=end + 3)


def _with_smaller(tokens: Sequence[Piece], measured: Measured) -> Measured:
    """The measured with what a smaller unit adds: "two hours and 45 minutes", "5 ft 11 inches"."""
    at = measured.end
    if measured.unit not in _DIVISIBLE or measured.number.form != "integer":
        return measured
    if tokens[measured.start - 1].lower == "between":
        return measured
    at += tokens[at].text == ","
    at += tokens[at].lower == "and"
    found = number_at(tokens, at)
    smaller = None if found is None else _smaller_at(tokens, measured.unit, found.end)
    if found is None or smaller is None or found.number.form != "integer":
        return measured
    most = SMALLER.get((measured.unit, smaller[0]))
    if most is None or not 0 < found.number.value < most:
        return measured
    value = ARITHMETIC.add(times(measured.number.value, Decimal(most)), found.number.value)
    number = Number("integer", value, found.number.step)
    told = measured._replace(number=number, unit=smaller[0], end=smaller[1])
    return _with_smaller(tokens, told)


def _smaller_at(tokens: Sequence[Piece], larger: Unit | None, at: int) -> tuple[Unit, int] | None:
    """The unit at *at*, in the short form that only a larger one before it tells: "2h 20m"."""
    found = _SHORT.get((larger, tokens[at].text))
    return unit_at(tokens, at) if found is None else (found, at + 1)


_SHORT: dict[tuple[Unit | None, str], Unit] = {
    (HOUR, "m"): MINUTE,
    (MINUTE, "s"): SECOND,
    (FOOT, "in"): INCH,
    (STONE, "pounds"): POUNDS_OF_WEIGHT,
    (STONE, "lbs"): POUNDS_OF_WEIGHT,
}
_DIVISIBLE = frozenset(larger for larger, _ in SMALLER)
