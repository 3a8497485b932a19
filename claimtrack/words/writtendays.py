"""Written days: the day, month or year that the words of one place state, however they write it.

What stands in a place of its own ("Stand: 10. Oktober 2026") is read whole: where something is left
beside the date that could be a part of it, it is refused, for a month in the place of a day, or a
year in the place of a month, is a date that nobody wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal

from claimtrack.errors import BadDay, Unreadable
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase, find_dates
from claimtrack.words.dating.calendarwords import LANGUAGES
from claimtrack.words.dating.monthnames import month_named, names_in
from claimtrack.words.tokens import Token, tokenize

#: A date that is told in another way is a bound, not a day.
_THAT_DAY = frozenset({"on", "as of"})
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_LONGEST_TOLD = 120

# -- by words -----------------------------------------------------------------------------------


def read_day(text: str, format: str | None = None, *, language: str | None = None) -> CalendarDate:
    """The one day, month or year that *text* states, and nothing less than it says: by *format*,
    as of ``strptime``, else as an ISO date, or as the one date that its words name.

    Months are read in thirty languages; *language* (``"pl"``) says which, where a name is that of
    two months. A *format* without a day names a month or a year; a week (``%G-W%V``) is dated to
    its last day. Raises `Unreadable`, also for what may be two dates (03/04/2026), and for words
    beside the date that could belong to it; `BadValue` for a language whose months are not known.
    `day_format_problem` tells whether a format can be used at all.
    """
    if language is not None:
        names_in(language)
    if format is not None:
        return _by_format(format, text, language)
    try:
        return CalendarDate.parse(text)
    except BadDay:
        return _named(text, language)


def _named(text: str, language: str | None) -> CalendarDate:
    plain = _with_iso_days(text, language)
    found = find_dates(plain)
    told = f"“{text[:_LONGEST_TOLD]}”"
    if len(found) != 1:
        names = "no date" if not found else f"{len(found)} dates"
        raise Unreadable(f"{told} names {names}, not one; a format can say how it is written")
    (only,) = found
    if only.readings:
        raise Unreadable(f"{told} may be two dates; a format can say which (%d/%m/%Y)")
    if only.calendar is None or only.relation not in _THAT_DAY:
        raise Unreadable(f"{told} names no day, month or year of its own")
    left = _left_over(plain, only, only.calendar.precision)
    if left is not None:
        raise Unreadable(
            f"{told} would be {only.calendar}, but “{left}” beside it may be a part of the date;"
            " a format can say how it is written"
        )
    return only.calendar


def _left_over(text: str, found: DatePhrase, precision: str) -> str | None:
    """What stands beside the date *found* in *text* and could belong to it; None for nothing.

    A figure beside a month or a year may be its day or its week, a word right beside a year its
    month, and what leads up to a date the first of several. A time of day is none of these.
    """
    before = list(_pieces(_CLOCK.sub(" ", text[: found.start])))
    after = list(_pieces(_CLOCK.sub(" ", text[found.end :])))
    leading = _first(_is_of_a_date, _run(reversed(before)))
    if precision == "day" or leading is not None:
        return leading
    figure = _first(lambda piece: piece.kind in {"number", "fraction"}, (*before, *after))
    if figure is not None or precision == "month":
        return figure
    beside = (*_right_beside(reversed(before)), *_right_beside(iter(after)))
    own = _first(_is_of_another_year, _pieces(text[found.start : found.end]))
    return own or _first(lambda piece: piece.kind == "word", beside)


def _pieces(text: str) -> Iterator[Token]:
    return (token for token in tokenize(text) if token.kind != "end")


def _first(wanted: Callable[[Token], bool], pieces: Iterable[Token]) -> str | None:
    return next((piece.text for piece in pieces if wanted(piece)), None)


def _is_of_a_date(piece: Token) -> bool:
    is_month = piece.kind == "word" and month_named(piece.text) is not None
    return is_month or piece.kind in {"number", "fraction"}


def _is_of_another_year(piece: Token) -> bool:
    """Whether a *piece* of a year's own words says that it is none of the calendar's: FY2026."""
    is_glued = any(sign.isdigit() for sign in piece.text)
    return piece.kind == "word" and (is_glued or piece.lower in LANGUAGES["en"].fiscal)


#: What ends a thought: a number before it is no part of a date behind it.
_PARTING = frozenset(':;()[]|“”"•·')
_JOINING = frozenset(",.-–/'’")


def _run(pieces: Iterator[Token]) -> Iterator[Token]:
    return takewhile(lambda piece: piece.text not in _PARTING, pieces)


def _right_beside(pieces: Iterator[Token]) -> Iterator[Token]:
    """The first of *pieces*, whatever joins it to what it stands beside."""
    return islice((piece for piece in _run(pieces) if piece.text not in _JOINING), 1)


_NAME = r"(?P<name>[^\W\d_][^\s\d.,;:/()|-]{1,14})\.?"
_DAY = r"(?<![\d.:/-])(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})(?![\d-])"
_OF = r"(?:de[l]?\s+|d['’])?"
#: The ways in which a month by name stands with its year, and with its day where it has one.
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}(?:\.|º|ª|er)?[\s-]*{_OF}{_NAME},?[\s-]*{_OF}{_YEAR}",
        rf"(?<!\d)(?<!\w){_NAME}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}",
        rf"(?<![\d/-])(?P<year>\d{{4}})\.?\s+{_NAME}\s+(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d.]\s)(?<!\w){_NAME},?\s+{_OF}{_YEAR}",
    )
)
_IDEOGRAPHS = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월](?:\s*(?P<day>\d{1,2})\s*[日일])?"
)


def _with_iso_days(text: str, language: str | None) -> str:
    """*text* with each date that has its month by name, in whatever language, as an ISO date."""

    def rewritten(written: re.Match[str]) -> str:
        parts = written.groupdict()
        month = parts.get("month") or month_named(parts["name"], language)
        if month is None:
            return written[0]
        day = parts.get("day")
        iso = f"{parts['year']}-{int(month):02}" + (f"-{int(day):02}" if day else "")
        try:
            CalendarDate.parse(iso)
        except BadDay:
            return written[0]
        return iso

    for pattern in (_IDEOGRAPHS, *_WRITTEN):
        text = pattern.sub(rewritten, text)
    return text


# -- by a format --------------------------------------------------------------------------------

Precision = Literal["day", "week", "month", "year"]

_DIRECTIVE = re.compile(r"%(.)")
#: Days that tell formats apart: each month, each weekday, the turns of years, both halves of a
#: week and of a day of the month; all within the century that two digits of a year are read in.
_SAMPLES = tuple(date(1999, 1, 1) + timedelta(days=37 * at) for at in range(240)) + tuple(
    date(year, month, day)
    for year in (2000, 2004, 2021)
    for month, day in ((1, 1), (1, 2), (1, 3), (12, 30), (12, 31))
)
#: What a day of each precision is read back as.
_KEPT: Mapping[Precision, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day + timedelta(days=6 - day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


def day_format_problem(format: str) -> str | None:
    """Why no day can be read by *format* as of ``strptime``, in words that follow its name; None
    where one can.

    Each day that it can write has to be read back as that day, or as its month or year where it
    writes no more of it: ``%W %Y`` writes the week and reads the year alone.
    """
    named = _directives(format)
    if not named & set("YyGcx"):
        return f"format {format!r} says nothing of the year (%Y)"
    try:
        _precision(format)
    except (ValueError, re.error) as error:
        return f"format {format!r}: {error}"
    return None


def _directives(format: str) -> set[str]:
    return set(_DIRECTIVE.findall(format)) - {"%"}


@lru_cache(maxsize=256)
def _precision(format: str) -> Precision:
    """How closely a day is known that is written so. Raises `ValueError` where that is not so of
    every day.
    """
    read = [
        (day, text, _parsed(text, format)) for day in _SAMPLES if (text := _written(day, format))
    ]
    for precision, kept in _KEPT.items():
        if all(found == kept(day) for day, _, found in read):
            _demand_one_text_each(read)
            return precision
    day, text, found = next(one for one in read if one[2] != one[0])
    raise ValueError(
        f"{day} is written “{text}” by it and read back as {found}; a day is %d with %m or %B, a"
        " month %m or %B, a week %G-W%V"
    )


def _demand_one_text_each(read: Iterable[tuple[date, str, date]]) -> None:
    """Raise `ValueError` where two texts are *read* as one date: what tells them apart is lost."""
    first: dict[date, str] = {}
    for _, text, found in read:
        if first.setdefault(found, text) != text:
            raise ValueError(
                f"“{first[found]}” and “{text}” are both read by it as {found}: strptime makes"
                " nothing of the rest; a day is %d with %m or %B, a week %G-W%V"
            )


def _written(day: date, format: str) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).strftime(format)


def _parsed(text: str, format: str) -> date:
    """The day that *text* says by *format*; of a week, its last."""
    named = _directives(format)
    if named >= {"G", "V"} and not named & set("uwaA"):
        text, format = f"{text} 7", f"{format} %u"
    return datetime.strptime(text, format).date()  # noqa: DTZ007  (a day has no time zone)


def _by_format(format: str, text: str, language: str | None) -> CalendarDate:
    try:
        found = _parsed(text, format)
    except ValueError as error:
        in_english = _with_english_months(text, format, language)
        if in_english is None:
            raise Unreadable(f"“{text[:_LONGEST_TOLD]}” is not written as {format!r}") from error
        found = in_english
    precision = _precision(format)
    return CalendarDate(found, "day" if precision == "week" else precision)


def _with_english_months(text: str, format: str, language: str | None) -> date | None:
    """The day that *text* says by *format* where its month has the name of another language."""
    if not re.search("%[bB]", format):
        return None

    def named(word: re.Match[str]) -> str:
        month = month_named(word[0], language)
        return word[0] if month is None else f"{date(2000, month, 1):%B}"

    try:
        return _parsed(_WORD.sub(named, text), format.replace("%b", "%B"))
    except ValueError:
        return None


_WORD = re.compile(r"[^\W\d_][^\s\d.,;:/()|-]{1,14}")
