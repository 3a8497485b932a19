"""Dates: the days, months, years and longer times that a text names, with their bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimtrack.errors import NotADate
from claimtrack.values import CalendarDate, calendar_date
from claimtrack.words.spans import Precision, Span

Relation = Literal["on", "by", "until", "since", "before", "after", "from-to", "about", "as of"]
#: What a phrase needs besides itself to have bounds: the day of publication, or a day that the
#: text names elsewhere ("three years on", "the next day").
Need = Literal["publication", "context"]


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """What a phrase of time admits: the days from ``earliest`` to ``latest``, both in it.

    None is open: "by 2026" has no ``earliest``. ``named`` is the time that the words name, whatever
    their ``relation`` makes of it: the whole of 2026. ``text[start:end]`` of the text it was found
    in is the phrase, the word of its relation included. ``relative`` says that the phrase does not
    fix its days by itself; where what it hangs on is not known, ``needs`` says what is missing, and
    there are no bounds and nothing ``named``. ``readings`` holds each time that it may name where
    that is more than one ("8/9/2025", "winter 2022"); the bounds then take in all of them.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    relation: Relation
    start: int
    end: int
    relative: bool = False
    named: Span | None = None
    needs: Need | None = None
    readings: tuple[Span, ...] = ()

    @property
    def calendar(self) -> CalendarDate | None:
        """The one day, month or year that is named; None where it is something else."""
        named = self.named
        if named is None or self.readings or named.precision not in {"day", "month", "year"}:
            return None
        whole = CalendarDate(named.first, named.precision)
        return whole if (whole.first, whole.last) == (named.first, named.last) else None


def parse_date(phrase: str, *, published: date | CalendarDate | None = None) -> DatePhrase:
    """The one date that *phrase* names and nothing beside it: "by the end of 2026", "August 15".

    Raises `NotADate` where there is none, more than one, or text around it that is no part of it.
    """
    found = find_dates(phrase, published=published)
    if not found:
        raise NotADate(phrase, "it names no date")
    if len(found) > 1:
        raise NotADate(phrase, "it names more than one")
    if phrase[: found[0].start].strip() or phrase[found[0].end :].strip(" .,;"):
        raise NotADate(phrase, "there is text around it that is no part of it")
    return found[0]


_ISO = re.compile(r"(?<![\w.,-])\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\w-])", re.ASCII)


def find_dates(text: str, *, published: date | CalendarDate | None = None) -> list[DatePhrase]:
    """Every date that *text* names, in order, none overlapping another; never raises."""
    found = []
    for match in _ISO.finditer(text):
        try:
            day = calendar_date(match[0])
        except ValueError:
            continue
        named = Span(day.first, day.last, day.precision)
        found.append(
            DatePhrase(named.first, named.last, named.precision, "on", *match.span(), named=named)
        )
    return found
