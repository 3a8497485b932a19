"""Wordings: the everyday phrase that would be right for a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Context, Decimal

from claimtrack.errors import BadValue, NotAQuantity
from claimtrack.values import Quantity, decimal, decimal_text, is_unit
from claimtrack.words.counting.rules import ARITHMETIC, EVERYDAY_CELLS, divided, times
from claimtrack.words.quantities import parse_quantity
from claimtrack.words.ratios import RatioPut

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_HALF_A_POINT = Decimal("0.005")
# A phrase whose edge is nearer than its value would be wrong again soon; one that fits at least
# half is right to say as it stands, and one that fits less wants "nearly" or "just over".
_COMFORTABLE = Decimal("0.5")
_NEARLY_ALL_FROM = Decimal("0.95")
_MOST_DIGITS = 12
_PLAIN_DIGITS = (1, 2, 3)

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_FRACTIONS = {
    (1, 10): "a tenth", (1, 6): "a sixth", (1, 5): "a fifth", (1, 4): "a quarter",
    (1, 3): "a third", (2, 5): "two-fifths", (1, 2): "half", (3, 5): "three-fifths",
    (2, 3): "two-thirds", (3, 4): "three-quarters", (4, 5): "four-fifths", (5, 6): "five-sixths",
    (9, 10): "nine-tenths",
}  # fmt: skip
_SCALES = (
    ("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)),
)  # fmt: skip
_NOUNS = {
    "count": ("", ""),
    "persons": ("person", "people"),
    "km2": ("square kilometre", "square kilometres"),
    "km": ("kilometre", "kilometres"),
    "h": ("hour", "hours"),
    "d": ("day", "days"),
    "yr": ("year", "years"),
    "kg": ("kilogram", "kilograms"),
    "l": ("litre", "litres"),
    "degC": ("degree Celsius", "degrees Celsius"),
    "kW": ("kilowatt", "kilowatts"),
    "kWh": ("kilowatt-hour", "kilowatt-hours"),
    "GB": ("gigabyte", "gigabytes"),
    "hPa": ("millibar", "millibars"),
    "dB": ("decibel", "decibels"),
    "magnitude": ("on the Richter scale", "on the Richter scale"),
}
# What is read off an instrument is told in figures, to so many decimals.
_READ_OFF = {"magnitude": 1, "degC": 1, "dB": 0, "hPa": 0}
# Below one of them people speak of a smaller one: how many it is, and its nouns.
_SMALLER = {
    "km": (Decimal(1000), ("metre", "metres")),
    "h": (Decimal(60), ("minute", "minutes")),
    "yr": (Decimal(12), ("month", "months")),
    "kg": (Decimal(1000), ("gram", "grams")),
    "l": (Decimal(1000), ("millilitre", "millilitres")),
    "kW": (Decimal(1000), ("watt", "watts")),
    "kWh": (Decimal(1000), ("watt-hour", "watt-hours")),
    "GB": (Decimal(1000), ("megabyte", "megabytes")),
}
# From so many of them on people speak of a larger one.
_LARGER = {
    "kg": (Decimal(1000), ("tonne", "tonnes")),
    "kW": (Decimal(1000), ("megawatt", "megawatts")),
    "kWh": (Decimal(1000), ("megawatt-hour", "megawatt-hours")),
    "GB": (Decimal(1000), ("terabyte", "terabytes")),
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_PERIODS = {"h": "an hour", "d": "a day", "week": "a week", "month": "a month", "yr": "a year"}

#: Puts a unit to a number's words.
Template = Callable[[str], str]


def wording(value: Decimal | int | float | str, *, unit: str | None = None) -> str:
    """The shortest everyday phrase that is right for *value*: parsing it gives an interval that
    holds the value, always.

    ``half`` for 0.5, ``about four-fifths`` for 0.79, ``19%`` for 0.1901, ``about three hours`` for
    2.8. *value* is in base units (a share is 0..1); a *unit* of None is a share where the value is
    in 0..1, else a count; a ``ratio`` is worded as a percentage, to be parsed as a ratio again.
    What is below nought is worded as a fall. Raises `BadValue` where value or unit is none, and
    for a unit that has no words.
    """
    number = decimal(value)
    unit = unit or ("share" if 0 <= number <= 1 else "count")
    if not is_unit(unit):
        raise BadValue(f"{unit!r} is no unit")
    is_below = unit == "degC" and number < 0  # what is colder than nought has not fallen
    opening = "a fall of " if number < 0 and not is_below else ""
    loose: str | None = None
    told = _below_nought if is_below else _candidates
    for phrase in told(number.copy_abs(), unit):
        fit = _fit(opening + phrase, number, unit)
        if fit is not None and fit >= _COMFORTABLE:
            return opening + phrase
        if fit is not None and loose is None:
            loose = opening + phrase
    if loose is None:
        raise BadValue(f"there are no everyday words for {decimal_text(number)} {unit}")
    return loose


def wording_of_change(value: Decimal) -> str:
    """The shortest everyday phrase that is right for a change by so much of what there was:
    ``doubled`` for 1, ``a third more`` for 0.33, ``down 5%`` for -0.05.
    """
    for phrase in _changes(value):
        fit = _fit(phrase, value, "ratio")
        if fit is not None and fit >= _COMFORTABLE and parse_quantity(phrase).kind == "change":
            return phrase
    size = wording(value.copy_abs(), unit="ratio")
    return f"{'down' if value < 0 else 'up'} {size}" if value else size


def wording_of_ratio(value: Decimal, put: RatioPut) -> str:
    """The shortest phrase that is right for a ratio, put as another was: ``4 to 1``; a percentage
    where it cannot be put so, as no "0.4 to 1" is.
    """
    for phrase in _numbers(times(value, put.per), lambda words: f"{words}{put.behind}"):
        fit = _fit(phrase, value, "ratio")
        if fit is not None and fit >= _COMFORTABLE:
            return phrase
    return wording(value, unit="ratio")


def _changes(value: Decimal) -> Iterator[str]:
    """The words of change that have no figure: each to be tried on *value*."""
    yield from _MULTIPLIED
    size, turn = value.copy_abs(), "less" if value < 0 else "more"
    for ratio in _TOLD_OF_CHANGES:
        if _is_close(size, *ratio):
            yield f"{_FRACTIONS[ratio]} {turn}"


# Nobody says "half more", or "a sixth less" for 17%.
_TOLD_OF_CHANGES = ((1, 5), (1, 4), (1, 3), (2, 3), (3, 4))
_MULTIPLIED = ("doubled", "tripled", "quadrupled", "halved")


def _fit(phrase: str, value: Decimal, unit: str) -> Decimal | None:
    """How well *phrase* fits: 1 at its value, 0 at the edge, None where it is wrong.

    "Nearly" and "just over" fit wherever they are right: they say where the value lies.
    """
    try:
        said = parse_quantity(phrase, unit=unit)
    except NotAQuantity:
        return None
    if said.kind == "vague" or said.unit != unit or value not in said.interval:
        return None
    if said.hedge in {"nearly", "just over"}:
        return _ONE
    return _nearness(said, value)


def _nearness(said: Quantity, value: Decimal) -> Decimal:
    amount = said.amount
    edge = said.upper if amount is not None and value > amount else said.lower
    if amount is None or edge is None or value == amount:
        return _ONE
    away = ARITHMETIC.subtract(value, amount)
    return ARITHMETIC.subtract(_ONE, divided(away, ARITHMETIC.subtract(edge, amount)))


def _candidates(value: Decimal, unit: str) -> Iterator[str]:
    """Phrases for *value*, the most everyday first; the last ones are right for any."""
    base, _, period = unit.partition("/")
    behind = f" {_PERIODS[period]}" if period else ""
    for phrase in _worded(value, base):
        yield phrase + behind


def _below_nought(value: Decimal, unit: str) -> Iterator[str]:
    """Phrases for a temperature that lies so far below nought."""
    template = _template(_NOUNS[unit])

    def below(words: str) -> str:
        return f"minus {template(words)}"

    yield from _to_decimals(value, _READ_OFF[unit], below)
    yield from _numbers(value, below, is_mirrored=True)


def _worded(value: Decimal, base: str) -> Iterator[str]:
    if base == "share":
        return _shares(value)
    if base == "ratio":
        return _numbers(times(value, _HUNDRED), _percent)
    return _amounts(value, base)


def _shares(value: Decimal) -> Iterator[str]:
    if value == 0:
        yield "0%"
    for ratio, cell in EVERYDAY_CELLS.items():
        if value in cell:
            yield _FRACTIONS[ratio] if _is_close(value, *ratio) else f"about {_FRACTIONS[ratio]}"
    if _NEARLY_ALL_FROM <= value < 1:
        yield "nearly all"
    percent = times(value, _HUNDRED)
    if value >= Decimal("0.01"):
        yield from _rounded_phrases(percent, ARITHMETIC.to_integral_value(percent), _percent)
    for digits in range(1, _MOST_DIGITS):
        yield _percent(_numeral(_rounded(percent, digits)))
    yield "under 1%"
    yield "over 100%"


def _is_close(value: Decimal, a: int, b: int) -> bool:
    """Whether *value* lies within half a percentage point of a b-th: then it is no "about"."""
    away = ARITHMETIC.subtract(value, divided(Decimal(a), Decimal(b)))
    return away.copy_abs() < _HALF_A_POINT


def _percent(words: str) -> str:
    return f"{words}%"


def _amounts(value: Decimal, base: str) -> Iterator[str]:
    smaller = _SMALLER.get(base)
    if smaller is not None and value < 1:
        per, nouns = smaller
        yield from _halves(value, _template(_NOUNS[base]), base)
        yield from _small(times(value, per), _template(nouns), halves=True)
        yield from _numbers(times(value, per), _template(nouns))
    larger = _LARGER.get(base)
    if larger is not None and value >= larger[0]:
        value, template = divided(value, larger[0]), _template(larger[1])
        yield from _small(value, template, halves=True)
        yield from _half_scales(value, template)
        yield from _numbers(value, template)
    elif base in _READ_OFF:
        yield from _read_off(value, base, _template(_NOUNS[base]))
    elif base in _NOUNS:
        template = _template(_NOUNS[base])
        yield from _small(value, template, halves=base not in {"count", "persons"})
        yield from _half_scales(value, template)
        yield from _numbers(value, template)
    else:
        sign = _SIGNS.get(base, f"{base} ")
        yield from _numbers(value, lambda words: f"{sign}{_in_cents(words)}")


def _read_off(value: Decimal, base: str, template: Template) -> Iterator[str]:
    """ "Magnitude 6.2", "6.2 degrees Celsius": no "six and a half", and no rounder figure."""
    told = _of_magnitude if base == "magnitude" else template
    yield from _to_decimals(value, _READ_OFF[base], told)
    yield from _numbers(value, template)


def _of_magnitude(words: str) -> str:
    return f"magnitude {words}"


def _to_decimals(value: Decimal, decimals: int, template: Template) -> Iterator[str]:
    """Figures of so many *decimals*, without and with an "about", then of one more."""
    if value >= _READ_OFF_BELOW:
        return
    for places in (decimals, decimals + 1):
        figure = _grouped(value.quantize(Decimal((0, (1,), -places)), context=ARITHMETIC))
        yield template(figure)
        yield f"about {template(figure)}"


#: No instrument's reading is as large as that.
_READ_OFF_BELOW = Decimal(10**6)


def _in_cents(words: str) -> str:
    """The figure of a price with both of its decimals: "82.40"."""
    _, point, decimals = words.partition(".")
    return f"{words}0" if point and len(decimals) == 1 else words


def _template(nouns: tuple[str, str]) -> Template:
    singular, plural = nouns

    def of_noun(words: str) -> str:
        return f"{words} {singular if words in _ONES else plural}".strip()

    return of_noun


_ONES = frozenset({"one", "half a", "half an"})


def _halves(value: Decimal, template: Template, base: str) -> Iterator[str]:
    if Decimal("0.45") <= value <= Decimal("0.55"):
        yield f"about {template('half an' if base == 'h' else 'half a')}"


def _half_scales(value: Decimal, template: Template) -> Iterator[str]:
    for name, scale in _SCALES:
        if Decimal("0.45") <= divided(value, scale) <= Decimal("0.55"):
            yield "about " + template(f"half a {name}")


def _numbers(value: Decimal, template: Template, *, is_mirrored: bool = False) -> Iterator[str]:
    for digits in _PLAIN_DIGITS:
        yield template(_numeral(_rounded(value, digits)))
    for digits in _PLAIN_DIGITS:
        yield "about " + template(_numeral(_rounded(value, digits)))
    for digits in range(4, _MOST_DIGITS):
        yield template(_numeral(_rounded(value, digits)))
    if is_mirrored:  # what is "nearly minus ten" to one is "just over" it to another
        yield "over " + template("1")
        yield "under " + template(_numeral(min(_floored(value), Decimal(999 * 10**12))))
        return
    for digits in _PLAIN_DIGITS:
        yield from _beside(_rounded(value, digits), template)
    yield "under " + template("1")
    yield "over " + template(_numeral(min(_floored(value), Decimal(999 * 10**12))))


def _small(value: Decimal, template: Template, *, halves: bool) -> Iterator[str]:
    """ "three", "two and a half", "about three": numbers below 13 are written as words."""
    whole = ARITHMETIC.to_integral_value(value)
    if whole >= len(_WORDS):
        return
    below = int(ARITHMETIC.divide_int(value, _ONE))
    yield template(_WORDS[int(whole)])
    if halves and below > 0:
        yield template(f"{_WORDS[below]} and a half")
    if whole > 0:
        yield "about " + template(_WORDS[int(whole)])


def _rounded_phrases(value: Decimal, near: Decimal, template: Template) -> Iterator[str]:
    yield template(_numeral(near))
    yield from _beside(near, template)


def _beside(near: Decimal, template: Template) -> Iterator[str]:
    yield "just over " + template(_numeral(near))
    yield "nearly " + template(_numeral(near))


def _rounded(value: Decimal, digits: int) -> Decimal:
    return Context(prec=digits).plus(value)


def _floored(value: Decimal) -> Decimal:
    return Context(prec=1, rounding="ROUND_DOWN").plus(value)


def _numeral(number: Decimal) -> str:
    for name, scale in _SCALES:
        if number >= scale:
            return f"{_grouped(divided(number, scale))} {name}"
    return _grouped(number)


def _grouped(number: Decimal) -> str:
    whole, point, decimals = decimal_text(number).partition(".")
    return f"{int(whole):,}{point}{decimals}"
