"""Figures, as a newspaper prints them: ``18.97%``, ``+448 km²``, ``15 August 2025``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from claimtrack.values import OTHER_UNIT, CalendarDate, Interval
from claimtrack.words.amounts import AmountPut
from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.ratios import RatioPut

_MONTHS = tuple(name.capitalize() for name in ENGLISH.month_forms)
_SUFFIXES = {
    "share": "%",
    "ratio": "%",
    "km2": " km²",
    "km": " km",
    "h": " hours",
    "d": " days",
    "yr": " years",
    "persons": " people",
    "count": "",
    "kg": " kg",
    "l": " litres",
    "degC": " °C",
    "kW": " kW",
    "kWh": " kWh",
    "GB": " GB",
    "hPa": " hPa",
    "dB": " dB",
    "magnitude": "",
    OTHER_UNIT: "",
}
_SUFFIXES_OF_ONE = {
    "h": " hour", "d": " day", "yr": " year", "persons": " person", "l": " litre",
}  # fmt: skip
# From so many on an amount is printed in a larger unit.
_LARGER = {
    "kg": (Decimal(1000), " tonnes", " tonne"),
    "kW": (Decimal(1000), " MW", " MW"),
    "kWh": (Decimal(1000), " MWh", " MWh"),
}
_IN_PERCENT = {"share", "ratio"}
_HUNDRED = Decimal(100)
#: What an amount is printed in: a unit of amounts, None for a plain number, or as words put it.
Printed = str | RatioPut | AmountPut | None
# Where words speak of millions, what is as large is told so too.
_SCALES = (
    (Decimal(10**12), " trillion"),
    (Decimal(10**9), " billion"),
    (Decimal(10**6), " million"),
)
#: Amounts have no more digits than this anywhere.
_MOST_DECIMALS = 28
_DECIMALS_OF_AN_EDGE = 3
#: Of land and people nobody prints a fraction beside tens.
_COARSE = {"km2", "persons"}
_PERIODS = {"h": "an hour", "d": "a day", "week": "a week", "month": "a month", "yr": "a year"}


def figure(
    amount: Decimal,
    unit: Printed,
    *,
    signed: bool = False,
    beside: Iterable[Decimal | None] = (),
    exact: bool = False,
    noughts: int = 0,
) -> str:
    """*amount* with its unit: two decimals at most, none from a hundred on (of land and people from
    ten on, of percent from a thousand on), thousands apart; more where it would read like another
    amount *beside* it.

    ``signed`` puts a plus before what is above zero, ``exact`` prints every digit, and so many
    *noughts* behind the last. A share or a
    ratio is printed as a percentage, and as 100% only where it is the whole; a ratio that was put
    otherwise as it was put.
    """
    if isinstance(unit, AmountPut):
        return _put_figure(amount, unit, signed=signed, beside=beside, exact=exact, noughts=noughts)
    head, period = _parts(unit)
    larger = _larger(amount, head)
    scale = 1 / larger[0] if larger else _scale(unit)
    others = [other * scale for other in beside if other is not None]
    if head in _IN_PERCENT:
        others.append(_HUNDRED)
    text = _digits(
        amount * scale,
        whole_from=_whole_from(head),
        beside=others,
        exact=exact,
        noughts=noughts,
    )
    if signed and amount > 0:
        text = f"+{text}"
    text = f"{text}{unit.behind}" if isinstance(unit, RatioPut) else _measured(text, head, larger)
    return f"{text} {_PERIODS[period]}" if period in _PERIODS else text


def _put_figure(
    amount: Decimal,
    put: AmountPut,
    *,
    signed: bool,
    beside: Iterable[Decimal | None],
    exact: bool,
    noughts: int,
) -> str:
    """*amount* in the unit and the scale of the words that *put* it."""
    head, period = _parts(put.unit)
    number = put.number(amount)
    scale, scale_words = _scale_of(number, put)
    others = [put.number(other) / scale for other in beside if other is not None]
    whole_from = _whole_from(head if put.other is None and scale == 1 else None)
    text = _digits(
        number / scale, whole_from=whole_from, beside=others, exact=exact, noughts=noughts
    )
    if signed and amount > 0:
        text = f"+{text}"
    if put.other is None:
        text = _measured(f"{text}{scale_words}", head, None)
    else:
        is_one = not scale_words and text.lstrip("+-") == "1"
        text = f"{text}{scale_words} {put.one if is_one else put.many}"
        period = "" if put.other.period else period
    return f"{text} {_PERIODS[period]}" if period in _PERIODS else text


def _scale_of(number: Decimal, put: AmountPut) -> tuple[Decimal, str]:
    """The scale that *number* is told in, with its word."""
    told = [each for each in _SCALES if put.is_scaled and abs(number) >= each[0]]
    return told[0] if told else (Decimal(1), "")


def _digits(
    number: Decimal, *, whole_from: int, beside: Iterable[Decimal], exact: bool, noughts: int
) -> str:
    if not exact:
        return _number(number, whole_from=whole_from, beside=beside)
    text = f"{number:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if not noughts:
        return text
    return f"{text}{'' if '.' in text else '.'}{'0' * noughts}"


def _parts(unit: Printed) -> tuple[str, str]:
    """The unit without its period, and the period; of a ratio that was put nothing is told so."""
    if isinstance(unit, RatioPut):
        return "", ""
    if isinstance(unit, AmountPut):
        return _parts(unit.unit)
    head, _, period = (unit or "count").partition("/")
    return head, period


def _scale(unit: Printed) -> Decimal:
    """What an amount is multiplied by where it is printed in *unit*."""
    if isinstance(unit, RatioPut):
        return unit.per
    return _HUNDRED if _parts(unit)[0] in _IN_PERCENT else Decimal(1)


def edge_figure(amount: Decimal, unit: Printed, *, beside: Iterable[Decimal | None] = ()) -> str:
    """*amount* as the end of what is admitted: as `figure` has it, but with all its digits where
    those behind the point are few. Rounded, it would let in what it keeps out.
    """
    if isinstance(unit, AmountPut):
        number = unit.number(amount)
        scaled = number / _scale_of(number, unit)[0]
    else:
        larger = _larger(amount, _parts(unit)[0])
        scaled = amount / larger[0] if larger else amount * _scale(unit)
    is_short = scaled == round(scaled, _DECIMALS_OF_AN_EDGE)
    return figure(amount, unit, beside=beside, exact=is_short)


def _larger(amount: Decimal, head: str) -> tuple[Decimal, str, str] | None:
    """The larger unit that *amount* is printed in, with its size and its words for many and one."""
    larger = _LARGER.get(head)
    return larger if larger is not None and abs(amount) >= larger[0] else None


def _measured(text: str, head: str, larger: tuple[Decimal, str, str] | None) -> str:
    """The number of *text* with the words of its unit."""
    if head == "magnitude":  # today's catalogues give moment magnitudes, not Richter's
        return f"magnitude {text}"
    is_one = text.lstrip("+-") == "1"
    if larger is not None:
        return text + (larger[2] if is_one else larger[1])
    suffixes = {**_SUFFIXES, **_SUFFIXES_OF_ONE} if is_one else _SUFFIXES
    return f"{text}{suffixes[head]}" if head in suffixes else _price(text, head)


def _price(text: str, currency: str) -> str:
    """A price as it is printed: ``€2.80``, ``-$5``, ``CHF 12.50``."""
    whole, point, cents = text.partition(".")
    text = f"{whole}{point}{cents.ljust(2, '0')}" if point else whole
    sign = text[:1] if text[:1] in {"-", "+"} else ""
    mark = _CURRENCY_SIGNS.get(currency, f"{currency} ")
    return f"{sign}{mark}{text.removeprefix(sign)}" if mark.strip() == mark else f"{mark}{text}"


#: Those that readers of English know; any other currency is printed with its code.
_CURRENCY_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}


def difference(amount: Decimal, unit: Printed, *, signed: bool = False) -> str:
    """*amount* as a difference of two amounts: that of two percentages is in points, that of two
    magnitudes in their units, that of two ratios that were put otherwise a plain number.
    """
    sign = "+" if signed and amount > 0 else ""
    if isinstance(unit, AmountPut):
        return figure(amount, unit.apart, signed=signed)
    if isinstance(unit, RatioPut):
        return figure(amount * unit.per, "count", signed=signed)
    if unit == "magnitude":
        number = _number(amount, whole_from=_whole_from(unit))
        return f"{sign}{number} magnitude {'unit' if number.lstrip('-') == '1' else 'units'}"
    if unit not in _IN_PERCENT:
        return figure(amount, unit, signed=signed)
    number = _number(amount * _HUNDRED, whole_from=_whole_from(unit))
    return f"{sign}{number} percentage {'point' if number.lstrip('-') == '1' else 'points'}"


def unit_words(unit: str | None) -> str:
    """What is counted in *unit*: ``a share``, ``km²``, ``people a day``."""
    head, _, period = (unit or "count").partition("/")
    names = {
        "share": "a share",
        "ratio": "a percentage",
        "count": "a plain number",
        "magnitude": "a magnitude",
        OTHER_UNIT: "a unit that measures have none for",
    }
    named = names.get(head) or _SUFFIXES.get(head, head).strip()
    return f"{named} {_PERIODS[period]}" if period in _PERIODS else named


def _whole_from(head: str | None) -> int:
    """From where on an amount is printed without decimals."""
    if head in _IN_PERCENT:
        return 1_000
    return 10 if head in _COARSE else 100


def _number(amount: Decimal, *, whole_from: int, beside: Iterable[Decimal] = ()) -> str:
    if amount.is_zero():
        return "0"
    decimals = _decimals(amount, whole_from)
    others = [other for other in beside if other != amount]
    while decimals < _MOST_DECIMALS and any(
        round(other, decimals) == round(amount, decimals) for other in others
    ):
        decimals += 1
    text = format(amount, f",.{decimals}f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimals(amount: Decimal, whole_from: int) -> int:
    if abs(amount) >= whole_from:
        return 0
    return 2 if abs(amount) >= 1 else 2 - amount.adjusted()


def interval_words(
    interval: Interval, unit: Printed, *, beside: Iterable[Decimal | None] = ()
) -> str:
    """*interval* in words: ``at least 18.33% and less than 22.5%``; its ends never read alike,
    nor like another amount *beside* them.
    """
    lower, upper = interval.lower, interval.upper
    near = (lower, upper, *beside)
    if lower is not None and lower == upper:
        return f"exactly {edge_figure(lower, unit, beside=near)}"
    said = []
    if lower is not None:
        bound = "at least" if interval.lower_closed else "more than"
        said.append(f"{bound} {edge_figure(lower, unit, beside=near)}")
    if upper is not None:
        bound = "at most" if interval.upper_closed else "less than"
        said.append(f"{bound} {edge_figure(upper, unit, beside=near)}")
    return " and ".join(said) or "any amount"


def range_words(interval: Interval, unit: Printed, *, beside: Iterable[Decimal | None] = ()) -> str:
    """*interval* as a figure that a source gives: ``3.8%`` where it is what is rounded to that,
    ``between 41,000 and 43,000 people``, else as `interval_words` has it.
    """
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None or lower == upper:
        return interval_words(interval, unit, beside=beside)
    if _is_rounded(lower, upper, unit):
        return figure((lower + upper) / 2, unit, exact=True)
    if not (interval.lower_closed and interval.upper_closed):
        return interval_words(interval, unit, beside=beside)
    near = (lower, upper, *beside)
    low, high = (edge_figure(end, unit, beside=near) for end in (lower, upper))
    suffix = _suffix(unit)
    if suffix.startswith(" ") and high.endswith(suffix):
        low = low.removesuffix(suffix)
    return f"between {low} and {high}"


def _suffix(unit: Printed) -> str:
    """What stands behind the number of an amount; empty where that is told before it."""
    if isinstance(unit, RatioPut):
        return unit.behind
    if isinstance(unit, AmountPut) and unit.other is not None:
        return f" {unit.many}"
    return _SUFFIXES.get((unit.unit if isinstance(unit, AmountPut) else unit) or "count", "")


def _is_rounded(lower: Decimal, upper: Decimal, unit: Printed) -> bool:
    """Whether the two are half a unit of its last digit from a figure with decimals."""
    if isinstance(unit, AmountPut):
        low, high = unit.number(lower), unit.number(upper)
        scale, _ = _scale_of(max(low, high, key=abs), unit)
        low, high = low / scale, high / scale
    else:
        low, high = lower * _scale(unit), upper * _scale(unit)
    shown = ((low + high) / 2).normalize()
    exponent = shown.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:
        return False  # of "20%" or "42,000" the reader cannot tell how far it was rounded
    return high - low == Decimal(1).scaleb(exponent)


def day_words(day: date) -> str:
    """*day* as ``15 August 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def calendar_words(day: CalendarDate) -> str:
    """*day* to its own precision: ``15 August 2025``, ``August 2025``, ``2025``."""
    return stretch_words(day.first, day.last)


def dated_words(day: CalendarDate) -> str:
    """*day* with the word before it: ``on 15 August 2025``, ``in August 2025``, ``in 2025``."""
    return f"{'on' if day.precision == 'day' else 'in'} {calendar_words(day)}"


def stretch_words(first: date, last: date) -> str:
    """The days from *first* to *last*: ``August 2025``, ``2025``, or ``3 to 9 August 2025``."""
    if first == last:
        return day_words(first)
    if first.day == 1 and _is_month_end(last):
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def _is_month_end(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1
