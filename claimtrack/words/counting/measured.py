"""Measured: a number with its unit, or a range of two."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.changes import (
    change_after,
    change_before,
    moves_before,
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
    scale_at,
)
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.points import POINTS, are_of_a_percentage
from claimtrack.words.counting.races import is_run
from claimtrack.words.counting.rates import rate_at
from claimtrack.words.counting.rules import (
    ARITHMETIC,
    Number,
    divided,
    fraction,
    integer,
    mixed,
    times,
)
from claimtrack.words.counting.sciences import MAGNITUDE, POUNDS_OF_WEIGHT, STONE
from claimtrack.words.counting.signs import sign_before, sign_behind_joint
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
    RATIO,
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
from claimtrack.words.tokens import Piece, touches, word_set

_ONE, _TWO, _TEN = Decimal(1), Decimal(2), Decimal(10)
_SIXTY = Decimal(60)
_HUNDRED, _THOUSAND, _MILLION = Decimal(100), Decimal(1000), Decimal(10**6)
_HYPHENS = frozenset("-‐‑")


BARE_SPANS = word_set(
    """
    hour minute day week fortnight month year decade century mile kilometre kilometer
    """
)


def measured_at(tokens: Sequence[Piece], at: int) -> Measured | None:
    first = _single_at(tokens, at)
    if first is None:
        return None
    behind = tokens[first.end].lower
    if first.high is not None or behind not in JOINTS:
        return _beside(tokens, first) if behind in _BESIDE else first
    found = _ratio_from(tokens, first) or _range_from(tokens, first)
    if found is not None:
        return found
    if behind == "to" and (rival := _of_rivals(tokens, first)) is not None:
        return rival
    return None if _is_crossed_out(tokens, first) else _as_it_was(tokens, first)


_BESIDE = frozenset({"±", "by"})


def _beside(tokens: Sequence[Piece], first: Measured) -> Measured:
    """The number with how far it may be off ("20±1%"), or as one side of what is so long and so
    wide ("3.79 by 4.54 metres").
    """
    is_off = tokens[first.end].text == "±"
    if not is_off and (first.unit is not None or tokens[first.end + 1].kind != "number"):
        return first
    second = _single_at(tokens, first.end + 1)
    if second is None or second.high is not None or second.unit is None:
        return first
    if is_off:
        return _give_or_take(first, second)
    is_side = second.unit.base == "km" and second.unit.period is None
    return first._replace(unit=second.unit) if is_side and not first.number.scaled else first


def _give_or_take(first: Measured, off: Measured) -> Measured:
    unit = off.unit if off.unit is None or not off.unit.change else PERCENT
    if first.unit not in {None, unit} or off.number.value >= first.number.value:
        return first
    low, high = (
        Number("decimal", value, first.number.step)
        for value in (
            ARITHMETIC.subtract(first.number.value, off.number.value),
            ARITHMETIC.add(first.number.value, off.number.value),
        )
    )
    return first._replace(number=low, high=high, unit=unit, end=off.end, joint="±")


def _of_rivals(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The larger of two shares, whose percent only the smaller is told in: the 52 of "by 52 to 48
    percent"; None where they are no two parts of a whole.
    """
    if first.unit is not None or first.number.scaled or tokens[first.end + 1].kind != "number":
        return None
    second = _single_at(tokens, first.end + 1)
    if second is None or second.unit != PERCENT or _moved_from(tokens, first) is not None:
        return None
    one, other = first.number.value, second.number.value
    are_parts = other < one and ARITHMETIC.add(one, other) <= _HUNDRED
    return first._replace(unit=PERCENT) if are_parts else None


def _is_crossed_out(tokens: Sequence[Piece], first: Measured) -> bool:
    """Whether the number goes on into another that is no end of a range: "fifty-fifty"."""
    return (
        first.unit is None
        and tokens[first.end - 1].kind == "word"
        and is_hyphen(tokens, first.end)
        and _opens_number(tokens[first.end + 1])
    )


def _ratio_from(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The ratio to one that goes on from *first*: "2.5:1", "three to one", "10-to-1"."""
    end, number = first.end, first.number
    if first.unit is not None or number.value <= 1 or number.scaled or number.form == "fraction":
        return None
    place = end + 1 if is_hyphen(tokens, end) else end
    if tokens[place].lower == "to":
        place += 2 if is_hyphen(tokens, place + 1) else 1
    elif tokens[end].text == ":" and touches(tokens[end - 1], tokens[end]):
        place = end + 1
    else:
        return None
    after = tokens[place + 1]
    if tokens[place].lower not in {"1", "one"} or after.text in _GOES_ON or _opens_number(after):
        return None
    if _moved_from(tokens, first) is not None:  # "fell from 3 to 1"
        return None
    scale, _ = scale_at(tokens, place + 1)
    return (
        None
        if scale != _ONE or unit_at(tokens, place + 1)
        else first._replace(unit=RATIO, end=place + 1)
    )


#: What may join two numbers of a range or a ratio.
JOINTS = frozenset({"to", "and", "or", ":", "-", "–", "—", "‐", "‑", "−"})
_GOES_ON = frozenset(":/%-–")


def _single_at(tokens: Sequence[Piece], at: int) -> Measured | None:
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
    if not has_no_unit(tokens, end):
        return with_unit_behind(tokens, measured)
    return _of_a_quake(tokens, measured) or measured


def has_no_unit(tokens: Sequence[Piece], end: int) -> bool:
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
    if place > end and tokens[place].lower in _OF_MEN:
        return measured._replace(unit=PERSONS, end=place + 1)
    if (
        place > end
        and _is_made_of_many(tokens, measured, place)
        and not is_run(tokens, number, end)
    ):
        return measured._replace(unit=COUNT, end=place + 1)
    if tokens[place].lower == "point" and change_after(tokens, place + 1, share=False):
        return measured._replace(unit=POINT, end=place + 1)
    if _are_percentage_points(tokens, measured):
        return measured._replace(unit=POINT, end=end + 1)
    if tokens[end].lower == "strong":
        return measured._replace(unit=PERSONS, end=end + 1)
    seconds = _seconds_behind(tokens, end) if tokens[end].text == "m" else None
    if seconds is not None and number.form == "integer":
        in_seconds = ARITHMETIC.add(times(number.value, _SIXTY), seconds)
        return measured._replace(
            number=Number("integer", in_seconds, _ONE), unit=SECOND, end=end + 3
        )
    if _is_letter_scaled(tokens, end):
        scale = letter_scale_at(tokens, end) or _ONE
        rescaled_one = measured._replace(number=rescaled(number, scale), end=end + 1)
        return _with_unit(tokens, rescaled_one)
    if tokens[end].text == "st" and are_stones(tokens, end):
        return _with_smaller(tokens, measured._replace(unit=STONE, end=end + 1))
    if is_run(tokens, number, end):
        return measured._replace(number=rescaled(number, _THOUSANDTH), unit=KILOMETRE)
    if tokens[end].text == "p" and _is_in_pence(tokens, end):
        return measured._replace(unit=PENCE, end=end + 1)
    is_won = tokens[end].lower == "won"
    found = _won_at(tokens, number, end) if is_won else unit_at(tokens, place)
    of_quake = _of_a_quake(tokens, measured) if found is None else None
    if of_quake is not None:
        return of_quake
    if found is None:
        found = _part_of_one(tokens, end) or _lasting_at(tokens, end)
    if found is not None:
        unit, after = found
        if tokens[after - 1].text in CURRENCY_OPENERS and not _is_priced_finely(tokens, after):
            measured = measured._replace(number=in_thousands(number))
        if unit == POUNDS_OF_WEIGHT and number.scale >= _MILLION:  # "a million-pound house"
            unit = POUNDS
        if unit == POUNDS and _is_weighed(tokens, measured.start, after):
            unit = POUNDS_OF_WEIGHT
        number, bounded = measured.number, measured.bounded
        whole = Measured(number, unit, measured.start, after, bounded=bounded)
        return _with_smaller(tokens, _with_half(tokens, whole))
    if tokens[end].lower == "and" and not is_year(tokens, measured.start):
        measured = measured._replace(unit=_percent_shared(tokens, measured))
    return None if _is_cut_off(tokens, end) else measured


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


def _seconds_behind(tokens: Sequence[Piece], at: int) -> Decimal | None:
    """The seconds behind the "m" at *at* that make minutes of it: "2m 30s"."""
    if not (touches(tokens[at - 1], tokens[at]) and tokens[at + 2].text == "s"):
        return None
    said = numeral(tokens[at + 1].text) if touches(tokens[at + 1], tokens[at + 2]) else None
    return None if said is None or not said.plain or said.value >= _SIXTY else said.value


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
_GOING_ON = UNIT_OPENERS | _LASTING | POINTS | _HYPHENS | word_set("strong and of won")
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
# What a whole has so many of: "a 40-seat plane", "the 12-team league". Behind a small number in
# words the two are mostly a name for the kind ("two-seat fighters").
_MADE_OF = word_set(
    """
    seat team page bed bedroom room storey story floor member nation country car carriage coach lane
    vehicle ship club school home house apartment episode part song track game match race hole piece
    word question item city town station turbine panel berth desk table cabin stand shop store site
    """
)
_FEW = 10


def _is_made_of_many(tokens: Sequence[Piece], measured: Measured, at: int) -> bool:
    number = measured.number
    if tokens[at].lower not in _MADE_OF or number.form != "integer":
        return False
    is_figure = tokens[measured.start].kind == "number"
    return (is_figure or number.value >= _FEW) and tokens[at + 1].text != "-"


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
        _opens_number(after)
        or after.text == "-"  # a dash in two strokes
        or after.lower == "fold"
        or (after.lower == "to" and is_hyphen(tokens, end + 2))
    )


def _opens_number(token: Piece) -> bool:
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


_DASHES = frozenset("-–—‐‑−")


def _range_from(tokens: Sequence[Piece], first: Measured) -> Measured | None:
    """The range that goes on from *first*: "18-20%", "from 70 to 80 per cent"."""
    sign = sign_before(tokens, first.start)
    start = first.start if sign is None else first.start - 1
    joint = _joint_at(tokens, first, start)
    if joint is None:
        return None
    place = _behind_joint(tokens, first.end)
    second_sign = sign_behind_joint(tokens, place)
    place = place if second_sign is None else place + 1
    if joint == "-" and sign != -1:  # "10--15 people" has a dash in two strokes
        second_sign = None
    elif joint == "-" and second_sign is None and tokens[first.start - 1].kind == "word":
        second_sign = sign  # "minus 5-10C" is cold at either end
    second = _single_at(tokens, place)
    if second is not None:
        second = _in_millions(tokens, first, second)
        first, second = _in_percent(first, second), _in_percent(second, first)
        first, second = _in_smaller(first, second), _in_smaller(second, first)
    if second is None or second.article or first.article:
        return None
    if not _have_one_unit(tokens, first, second) or _is_dated(tokens, first, second):
        return None
    if not _are_of_one_kind(tokens, first, second):
        return None
    unit = second.unit or first.unit
    low = _brought_to_scale(first, second)
    if -1 in {sign, second_sign}:
        if joint == "moved":
            return None
        start -= joint in {"and", "from"}
        low, high = _by_size(_under(low, sign), _under(second.number, second_sign))
        return Measured(low, unit, start, second.end, high, joint=joint, bounded=second.bounded)
    if low.value >= second.number.value:
        return None
    if joint == "moved" and not _is_narrow(first, second, low):
        return None
    if joint == "by" and not _is_moved_by(tokens, first, second, low):
        return None
    start = first.start - 1 if joint in {"and", "from"} else first.start
    return Measured(
        low, unit, start, second.end, second.number, joint=joint, bounded=second.bounded
    )


def _under(number: Number, sign: int | None) -> Number:
    """*number* below nought, where its *sign* is a minus."""
    return number if sign != -1 else number._replace(value=number.value.copy_negate())


def _by_size(one: Number, other: Number) -> tuple[Number, Number]:
    """The ends of a range across or below nought, the lower one first: "-5 to -10C" goes down."""
    return (one, other) if one.value <= other.value else (other, one)


def _in_millions(tokens: Sequence[Piece], first: Measured, second: Measured) -> Measured:
    """The *second* end behind a price, whose "m" says millions and no metres: "$5-10m"."""
    scale = letter_scale_at(tokens, second.end - 1)
    is_priced = is_currency_sign(tokens[first.start]) and not is_currency_sign(tokens[second.start])
    if scale is None or second.unit is None or not is_priced:
        return second
    return second._replace(number=rescaled(second.number, scale), unit=None)


def _is_percentage(measured: Measured) -> bool:
    return measured.unit is not None and measured.unit.grain == "percent"


def _are_of_one_kind(tokens: Sequence[Piece], first: Measured, second: Measured) -> bool:
    """Whether a bare *second* end may be a share or a percentage as the *first* is: it is of its
    size, and a percentage's has no scale and counts nothing ("rose by nearly 10% to 3.1 million",
    "20% to 30 people").
    """
    if second.unit is not None:
        return True
    if _is_share(first) and not second.number.scaled:
        return second.number.value <= _TEN
    if not _is_percentage(first):
        return True
    return _is_of_size(second, first) and counted_at(tokens, second.end) is None


def _is_of_size(end: Measured, percentage: Measured) -> bool:
    """Whether a bare *end* is not far beyond the *percentage* that it may share the unit of."""
    most = max(_HUNDRED, times(percentage.number.value, _TEN))
    return not end.number.scaled and end.number.value <= most


def _is_dated(tokens: Sequence[Piece], first: Measured, second: Measured) -> bool:
    """Whether the first end is a year: "from 0.7 million in 1990 to 1.4 million"."""
    return first.unit is None and second.number.scaled and is_year(tokens, first.start)


def _is_share(measured: Measured) -> bool:
    """Whether it is a fraction of something, and no number of anything."""
    number = measured.number
    return measured.unit is None and number.form == "fraction" and not number.scaled


def _in_percent(end: Measured, other: Measured) -> Measured:
    """A range's *end* that is a fraction, in percent where the *other* is: "20% to a quarter"."""
    if not _is_share(end) or other.unit is None or other.unit.grain != "percent":
        return end
    return end._replace(number=rescaled(end.number, _HUNDRED), unit=other.unit)


def _in_smaller(end: Measured, other: Measured) -> Measured:
    """A range's *end* in the smaller unit of the *other*: "90 minutes to two hours"."""
    if end.unit is None or other.unit is None or end.article:
        return end
    larger, smaller = end.unit, other.unit
    if (
        larger.base != smaller.base
        or larger.change
        or larger.period
        or end.number.form != "integer"
    ):
        return end
    size = divided(times(larger.factor, smaller.per), times(larger.per, smaller.factor))
    if size <= 1 or size != size.to_integral_value():
        return end
    number = Number("integer", times(end.number.value, size), times(end.number.step, size))
    return end._replace(number=number, unit=smaller)


def _joint_at(tokens: Sequence[Piece], first: Measured, start: int) -> str | None:
    """What joins two ends of a range behind *first*, which begins at *start* with its sign; None
    where nothing does.
    """
    hedge, joint = hedge_before(tokens, start), tokens[first.end]
    start = hedge.start if hedge else start
    before = tokens[start - 1].lower
    if joint.text in _DASHES and (
        is_dash(tokens, first.end) or touches(tokens[first.end - 1], joint)
    ):
        return "-"
    if joint.lower == "and":
        return "and" if before == "between" and hedge is None else None
    if joint.lower == "or":
        return "or"
    if joint.lower != "to":
        return None
    if before == "from":
        return None if moves_before(tokens, start - 1) else "to" if hedge else "from"
    if before == "by" and moves_before(tokens, start - 1):
        return "by"
    if not moves_before(tokens, start):
        return "to"
    return "by" if hedge else "moved"  # "fell some 20% to 30%" is as "fell by 20% to 30%"


def _behind_joint(tokens: Sequence[Piece], at: int) -> int:
    """The place of the second end behind the joint at *at*: the "three" of "two-to-three-week",
    "two- to three-week".
    """
    if tokens[at].text not in _HYPHENS or tokens[at + 1].lower != "to":
        return at + 1
    return at + 3 if is_hyphen(tokens, at + 2) else at + 2


def _is_narrow(first: Measured, second: Measured, low: Number) -> bool:
    """Whether something moved by the range and not to its end: "grew 2 to 3 percent" has one unit
    for two numbers close together, "rose 3% to 12%" and "rose 3 to 108 points" have not.
    """
    return first.unit is None is not second.unit and _is_close(second, low)


def _as_it_was(tokens: Sequence[Piece], first: Measured) -> Measured:
    """The level before, in the unit or at the scale that only the level now is told in: the 70
    of "rose from 70 to 80 per cent", the 3 of "rose from nearly 3 to just over 5 million".
    """
    at = _moved_from(tokens, first)
    if at is None or first.number.form not in {"integer", "decimal"} or first.number.scaled:
        return first
    now = level_now(tokens, first.end + 1)
    if now is None or is_year(tokens, first.start):
        return first
    if first.unit is None and now.unit == PERCENT:
        return first._replace(unit=PERCENT) if _is_of_size(first, now) else first
    if first.unit is None and not (now.unit is not None and now.unit.change):
        counted = counted_at(tokens, now.end) if now.unit is None else None
        of_persons = counted is not None and counted.persons
        first = first._replace(unit=PERSONS if of_persons else now.unit)
        now = now._replace(unit=first.unit)
    change = change_before(tokens, at, share=True)
    if change is None or first.unit != now.unit or not now.number.scaled:
        return first
    was = rescaled(first.number, now.number.scale)
    is_short = first.number.value < _THOUSAND
    rises = was.value < now.number.value
    return first._replace(number=was) if is_short and rises == (change.sign > 0) else first


def _moved_from(tokens: Sequence[Piece], first: Measured) -> int | None:
    """The place of the "from" that *first* is told behind, as what something moved from."""
    if tokens[first.end].lower != "to":
        return None
    sign = sign_before(tokens, first.start)
    start = first.start if sign is None else first.start - 1
    hedge = hedge_before(tokens, start)
    at = (hedge.start if hedge else start) - 1
    return at if tokens[at].lower == "from" and moves_before(tokens, at) else None


def level_now(tokens: Sequence[Piece], at: int) -> Measured | None:
    """What is told at *at*, behind a "to" and any hedge: the level that something moved to."""
    for place in range(at, at + _MOST_HEDGING):
        hedge = hedge_before(tokens, place) if place > at else None
        if place == at or (hedge is not None and hedge.start == at):
            now = _single_at(tokens, place)
            if now is not None:
                return now
    return None


# More words than the longest hedge has: "not quite", "a little less than".
_MOST_HEDGING = 6


def _is_moved_by(tokens: Sequence[Piece], first: Measured, second: Measured, low: Number) -> bool:
    """Whether "by A to B" is a range: not "fell by half to 3,000", "rose by 1,400 to 9,800"."""
    if _is_share(first) != _is_share(second):
        return False
    if first.unit is second.unit is None and not _is_share(first):
        return second.number.scaled or counted_at(tokens, second.end) is not None
    return _is_close(second, low) or first.unit is None is not second.unit


def _is_close(second: Measured, low: Number) -> bool:
    return second.number.value <= times(low.value, _TWO)


def is_dash(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the dash at *at* stands between two numbers, close to both or apart from both."""
    left = touches(tokens[at - 1], tokens[at])
    right = touches(tokens[at], tokens[at + 1])
    return left == right


def _have_one_unit(tokens: Sequence[Piece], first: Measured, second: Measured) -> bool:
    """Whether both ends are of one unit, or one of them takes the other's: a price or a percentage
    hands its unit on ("$5 to 6 billion"), another first end may count something else.
    """
    if first.unit == second.unit:
        return True
    if _is_share(first) or _is_share(second):
        return False
    if first.unit is None:
        return True
    is_percent_or_quake = first.unit.grain == "percent" or first.unit == MAGNITUDE
    hands_on = tokens[first.start].kind == "sign" or is_percent_or_quake
    return second.unit is None and hands_on and tokens[first.end].lower != "or"


def _brought_to_scale(first: Measured, second: Measured) -> Number:
    """The first number at the scale that only the second names: 5 million in "5 to 6 million",
    20,000 in "20-30,000".
    """
    low, high = first.number, second.number
    if low.scaled:
        return low
    if high.scaled:
        candidate = rescaled(low, high.scale)
        return candidate if candidate.value < high.value else low
    thousandfold = times(low.value, _THOUSAND)
    is_short = low.form == "integer" and low.value < 1000 and high.step >= 1000
    if is_short and thousandfold < high.value < times(thousandfold, Decimal(5)):
        return integer(thousandfold)
    return low
