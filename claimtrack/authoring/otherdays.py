"""Other days: a text in which every date is another one, and the dates that a text holds.

A date goes back by 28 years and 35 days, so that it stays a weekday's: ``Sun, 1 March 2026`` was a
Sunday then, too. Where a date is written in a way that is not known here, its year goes back alone,
which is enough to make it another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from claimtrack.values import CalendarDate
from claimtrack.words.dating.monthnames import LANGUAGES, folded

_YEARS = 28
#: 28 years of the calendar are as many days, and 1,466 weeks.
BACK = timedelta(days=28 * 365 + 7 + 35)

_GAP = r"(?:\s|&nbsp;|&\#160;|,|-)"
_NAME = r"[^\W\d_]{3,16}"
_OF = r"(?:(?:of|de|del)\s+|d['’])?"
_YEAR = r"(?:19|20)\d{2}"
# The longest writing first: what begins a date is no year that stands alone.
_DATES = re.compile(
    rf"""
      (?<!\d)(?P<iso>{_YEAR})(?P<part>[-/.])(?P<iso_month>\d{{1,2}})(?P=part)
      (?P<iso_day>\d{{1,2}})(?!\d)
    | (?<!\d)(?P<compact>{_YEAR}\d{{4}})(?=\D|\d{{6}}(?!\d)|$)
    | (?<!\d)(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<two>\d{{1,2}})(?P=sign)
      (?P<three>{_YEAR}|\d{{2}})(?!\d)
    | (?<![\d.])(?P<day>\d{{1,2}})(?P<day_end>(?:st|nd|rd|th|er|\.|º|ª)?{_GAP}+{_OF})
      (?P<name>{_NAME})(?P<name_end>\.?{_GAP}*{_OF})(?P<year>{_YEAR})(?!\d)
    | (?<!\w)(?P<name2>{_NAME})(?P<name2_end>\.?{_GAP}+)(?P<day2>\d{{1,2}})
      (?P<day2_end>(?:st|nd|rd|th)?{_GAP}+)(?P<year2>{_YEAR})(?!\d)
    | (?<![\w.,])(?P<epoch>1\d{{9}})(?:\d{{3}})?(?:\.\d{{1,6}})?(?![\w]|[.,]\d)
    | (?:(?<![A-Za-z0-9])(?<!\d[.,])|(?<=\\u00a0))(?P<alone>{_YEAR})(?![A-Za-z0-9]|[.,]\d)
    """,
    re.VERBOSE,
)

#: What a day of the month is called; after them nothing is a day.
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS = (
    *_UNITS,
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    *(f"twenty-{unit}" for unit in _UNITS),
    *("thirtieth", "thirty-first"),
)
_SPELT = "|".join(reversed(_ORDINALS)).replace("-", r"[\s-]")
_ORDINAL = re.compile(rf"\b(?:{_SPELT})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,16}")
#: For each month another that has as many days, so that none is lost.
_OTHER_MONTHS = (3, 1, 5, 6, 7, 4, 8, 10, 11, 12, 9, 1)

_DAY_OF_A_MONTH = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª)?{_GAP}+{_OF}(?P<name>{_NAME})(?!\w)"
    rf"|(?<!\w)(?P<name2>{_NAME})\.?{_GAP}+\d{{1,2}}(?!\d)"
)


def with_other_dates(text: str) -> str:
    """*text* with every date of it earlier; the same where it holds none."""
    return _DATES.sub(_earlier, text)


def with_other_months(text: str) -> str:
    """*text* with other months and days where they stand without a year that is theirs for sure:
    ``Tuesday the third of June``, ``1 March``, ``03/04/2026``. The days of the month that it gives
    in figures by themselves stay as they are.
    """
    told = _DATES.sub(_with_both_parts_other, text)
    told = _WORD.sub(_another_month, told)
    return _ORDINAL.sub(_another_ordinal, told)


def _with_both_parts_other(found: re.Match[str]) -> str:
    if not found["one"] or len(_may_be(found)) != 2:
        return found[0]
    parts = (str(int(found[name]) % 12 + 1).zfill(len(found[name])) for name in ("one", "two"))
    return found["sign"].join((*parts, found["three"]))


def _another_month(found: re.Match[str]) -> str:
    name = folded(found[0])
    for months in _MONTHS:
        for number, forms in enumerate(months):
            if name in forms:
                others = months[_OTHER_MONTHS[number] - 1]
                told = others[min(forms.index(name), len(others) - 1)]
                return told.capitalize() if found[0][0].isupper() else told
    return found[0]


def _another_ordinal(found: re.Match[str]) -> str:
    number = _ORDINALS.index(re.sub(r"[\s-]+", "-", found[0].lower()))
    told = _ORDINALS[number + 7 if number < 21 else number - 7]
    return told.capitalize() if found[0][0].isupper() else told


def dates_in(text: str) -> Iterator[date]:
    """The days that *text* states in figures, or in figures and the name of a month."""
    for found in _DATES.finditer(text):
        day, _ = _read(found)
        if day is not None:
            yield day


def years_in(text: str) -> Iterator[int]:
    """The years that *text* states in figures, each in a date or alone."""
    for found in _DATES.finditer(text):
        if found["three"]:
            yield int(found["three"][-2:]) + (int(found["three"]) // 100 or 20) * 100
        elif not found["epoch"]:
            yield int(re.findall(_YEAR, found[0])[0])


def days_of_a_year_in(text: str) -> frozenset[tuple[int, int]]:
    """The days that *text* states, with a year or without one, each as its month and its day."""
    days = {
        day
        for found in _DATES.finditer(text)
        for day in (_may_be(found) if found["one"] else {_read(found)[0]})
        if day is not None
    }
    partly = (
        (number, int(figure[0]))
        for found in _DAY_OF_A_MONTH.finditer(without_dates(text))
        for number in _numbers_of(found["name"] or found["name2"])
        if (figure := re.search(r"\d+", found[0]))
    )
    return frozenset({*((day.month, day.day) for day in days), *partly})


def months_in(text: str) -> frozenset[int]:
    """The months that *text* names in words."""
    return frozenset(number for found in _WORD.finditer(text) for number in _numbers_of(found[0]))


def _numbers_of(name: str) -> frozenset[int]:
    """The months that are called *name*, in one language or another."""
    return frozenset(
        number
        for months in _MONTHS
        for number, forms in enumerate(months, 1)
        if folded(name) in forms
    )


@lru_cache(maxsize=4)
def dates_at(text: str) -> tuple[tuple[int, int], ...]:
    """Where in *text* a date stands, from its first sign to behind its last; no year alone, and
    nothing that may be another figure.
    """
    return tuple(one.span() for one in _DATES.finditer(text) if _is_a_day(one))


def has_years_alone(text: str) -> bool:
    """Whether *text* has a date of which the year alone becomes another, one without a year
    (``March 3``) among them.
    """
    if any(not one["epoch"] and not _is_a_day(one) for one in _DATES.finditer(text)):
        return True
    partly = _DAY_OF_A_MONTH.finditer(without_dates(text))
    return any(_numbers_of(one["name"] or one["name2"]) for one in partly)


def without_dates(text: str) -> str:
    """*text* with a gap in place of each of its dates."""
    told, end = [], 0
    for start, behind in dates_at(text):
        told.append(text[end:start])
        end = behind
    return " \n ".join([*told, text[end:]])


def moved(day: CalendarDate) -> frozenset[CalendarDate]:
    """What *day* may have become where its date is another: all of it, or its year alone."""
    years = _years_before(day.first)
    found = {CalendarDate(day.first - BACK, day.precision)}
    return frozenset(found if years is None else {*found, CalendarDate(years, day.precision)})


def _years_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - _YEARS)
    except ValueError:
        return None


_Write = Callable[[date], str]


def _earlier(found: re.Match[str]) -> str:
    whole = found[0]
    if found["epoch"]:
        return str(int(found["epoch"]) - int(BACK.total_seconds())).zfill(10) + whole[10:]
    day, write = _read(found)
    if day is not None and write is not None:
        return write(day - BACK)
    if found["one"] and len(found["three"]) == 2:
        return whole[:-2] + f"{(int(found['three']) - _YEARS) % 100:02}"
    return re.sub(_YEAR, lambda year: str(int(year[0]) - _YEARS), whole)


def _read(found: re.Match[str]) -> tuple[date | None, _Write | None]:
    """The day that stands there, and how another is written in its place; None where it may be two
    days or none.
    """
    if found["iso"]:
        part = found["part"]
        pad = len(found["iso_month"]), len(found["iso_day"])
        return _day(found["iso"], found["iso_month"], found["iso_day"]), lambda day: part.join(
            (str(day.year), str(day.month).zfill(pad[0]), str(day.day).zfill(pad[1]))
        )
    if found["compact"]:
        told = found["compact"]
        return _day(told[:4], told[4:6], told[6:]), lambda day: f"{day:%Y%m%d}"
    if found["one"]:
        return _in_figures(found)
    if found["name"]:
        return _named(found, found["year"], found["name"], found["day"])
    if found["name2"]:
        return _named(found, found["year2"], found["name2"], found["day2"])
    return None, None


def _is_a_day(found: re.Match[str]) -> bool:
    return bool(_may_be(found) if found["one"] else _read(found)[0])


def _may_be(found: re.Match[str]) -> set[date]:
    """The days that a date such as 03/04/2026 may be, day or month first."""
    one, two, three = found["one"], found["two"], found["three"]
    year = three if len(three) == 4 else f"20{three}"
    return {day for day in (_day(year, two, one), _day(year, one, two)) if day}


def _in_figures(found: re.Match[str]) -> tuple[date | None, _Write | None]:
    """A day such as 13.03.2026, and 03/13/26; not 03/04/2026, which may be two."""
    one, two, sign, three = found["one"], found["two"], found["sign"], found["three"]
    days = _may_be(found)
    if len(days) != 1:
        return None, None
    (day,) = days
    is_day_first = int(one) == day.day

    def write(other: date) -> str:
        parts = (other.day, other.month) if is_day_first else (other.month, other.day)
        figures = (str(parts[0]).zfill(len(one)), str(parts[1]).zfill(len(two)))
        return sign.join((*figures, str(other.year)[-len(three) :]))

    return day, write


def _named(
    found: re.Match[str], year: str, name: str, day: str
) -> tuple[date | None, _Write | None]:
    """A day with its month by name, which stays in its language."""
    for months in _MONTHS:
        number = next((at for at, forms in enumerate(months, 1) if folded(name) in forms), None)
        if number is None:
            continue
        place = months[number - 1].index(folded(name))

        def write(other: date, months: _Months = months, place: int = place) -> str:
            forms = months[other.month - 1]
            told = forms[min(place, len(forms) - 1)]
            told = told.capitalize() if name[0].isupper() else told
            figure = str(other.day).zfill(len(day))
            if found["name"]:
                return f"{figure}{found['day_end']}{told}{found['name_end']}{other.year}"
            return f"{told}{found['name2_end']}{figure}{found['day2_end']}{other.year}"

        return _day(year, str(number), day), write
    return None, None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_Months = tuple[tuple[str, ...], ...]
#: The months of each language, each by its folded forms.
_MONTHS: tuple[_Months, ...] = tuple(
    tuple(tuple(folded(form) for form in forms.split("/")) for forms in months.split())
    for months in LANGUAGES.values()
)
