"""Dates: the days, months, years and longer times that a text names, with their bounds.

    date     = [relation] moment | ("from" | "between") moment joint moment

What the words mean is the rule ``dates-1``: `spans` says how wide a named time is, `moments` how it
hangs on the day of publication, `leanings` which way the verb beside it looks, `dating.writing` how
it is written, `calendarwords` in which words. "By" and "until" a time take in all of it, "before"
and "after" none, and "until at least" none that is earlier; "around" one widens it by as much as it
is long. "By the end of 2026" is by 2026.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimtrack.errors import NotADate
from claimtrack.values import CalendarDate, DayLike, calendar_date
from claimtrack.words.dating.calendarwords import LANGUAGES, CalendarWords, Relation
from claimtrack.words.dating.leanings import lean_at, lean_of
from claimtrack.words.dating.moments import Lean, Moment, Need, PartOf
from claimtrack.words.dating.phrases import Phrase, phrases
from claimtrack.words.dating.spans import Precision, Span, hull, shifted
from claimtrack.words.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """What a phrase of time admits: the days from ``earliest`` to ``latest``, both in it.

    None is open: "by 2026" has no ``earliest``. ``named`` is the time that the words name, whatever
    their ``relation`` makes of it: the whole of 2026. ``text[start:end]`` of the text it was found
    in is the phrase, the word of its relation included. ``relative`` says that the phrase does not
    fix its days by itself; where what it hangs on is not known, ``needs`` says what is missing, and
    there are no bounds and nothing ``named``. ``readings`` holds each time that it may name where
    that is more than one ("8/9/2025", "winter 2022", a "Friday" of which no verb says whether it
    was or is to come); the bounds then take in all of them.
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


Published = DayLike | None


def parse_date(phrase: str, *, published: Published = None, language: str = "en") -> DatePhrase:
    """The one date that *phrase* names and nothing beside it: "by the end of 2026", "August 15".

    What hangs on the day of publication has no bounds without it, and says so (``needs``).
    Raises `NotADate` where there is none, more than one, or text around it that is no part of it.
    """
    found = find_dates(phrase, published=published, language=language)
    if not found:
        raise NotADate(phrase, "it names no date")
    if len(found) > 1:
        raise NotADate(phrase, "it names more than one")
    if phrase[: found[0].start].strip() or phrase[found[0].end :].strip(" .,;\n\t"):
        raise NotADate(phrase, "there is text around it that is no part of it")
    return found[0]


def find_dates(text: str, *, published: Published = None, language: str = "en") -> list[DatePhrase]:
    """Every date that *text* names, in order, none overlapping another.

    *published* is the day, month or year of publication, that "last Friday" counts from: whatever
    a day argument takes, "2026-03-18" too (`BadDay` where it is none). A verb beside a date that
    leaves its year or its week open decides whether it was or is to come; where none does, it has
    the ``readings`` of both, unless the one before publication is the nearer. A date without a word
    beside it, as in a byline, is the one before. Never raises on any text, and takes time linear in
    its length. Raises `KeyError` for a *language* that is not read (`calendarwords.LANGUAGES` holds
    those that are).
    """
    return _dates(text, None, published, language)


def dates_said(
    said: str, sentence: str, *, published: Published = None, language: str = "en"
) -> list[DatePhrase]:
    """Every date that *said* names, words of a *sentence* that says more: where they tell no more
    than "on 15 August", the verbs of the sentence decide whether it was or is to come.
    """
    return _dates(said, sentence, published, language)


def _dates(
    text: str, sentence: str | None, published: Published, language: str
) -> list[DatePhrase]:
    words = LANGUAGES[language]
    if not _may_hold_date(text, words):
        return []
    tokens = tokenize(text)
    days = None if published is None else _days(published)
    beside = None if sentence is None else tokenize(sentence)
    told = (_told(tokens, each, days, words, beside) for each in phrases(tokens, words))
    return [each for each in told if each is not None]


def _days(published: DayLike) -> tuple[date, date]:
    whole = calendar_date(published)
    return whole.first, whole.last


_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+")


def _may_hold_date(text: str, words: CalendarWords) -> bool:
    """Whether *text* holds a digit or a word that every date without one has one of."""
    if _DIGIT.search(text) is not None:
        return True
    return not _telling(words).isdisjoint(_WORDS.findall(text.lower()))


@lru_cache(maxsize=32)
def _telling(words: CalendarWords) -> frozenset[str]:
    single = (
        words.months, words.weekdays, words.short_weekdays, words.seasons, words.units,
        words.weekends, words.decades, words.centuries, words.quarters,
    )  # fmt: skip
    several = (words.days, words.festivals, words.feasts, words.year_ends)
    pieces = {
        piece
        for each in several
        for listed in each.by_first.values()
        for phrase, _ in listed
        for piece in _WORDS.findall(phrase[-1])
    }
    return frozenset(pieces).union(*single, (f"{day}s" for day in words.weekdays))


def _told(
    tokens: Sequence[Token],
    phrase: Phrase,
    days: tuple[date, date] | None,
    words: CalendarWords,
    beside: Sequence[Token] | None,
) -> DatePhrase | None:
    """*phrase* with its bounds by the first and the last day of publication, in words of the
    sentence *beside* them; None where the calendar has no such day.
    """
    moment, relation = _without_end(phrase.moment, phrase.relation), phrase.relation
    needs = moment.needs
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    bare = DatePhrase(
        None, None, moment.precision, relation, start, end, relative=needs is not None, needs=needs
    )
    if needs == "context" or (needs == "publication" and days is None):
        return bare
    first, last = days or (_ANY_DAY, _ANY_DAY)
    lean = _lean(tokens, phrase, words, beside) if needs else None
    if relation == "as of":
        lean = "past"
    readings = moment.spans(first, lean)
    if last != first and needs:
        readings = _readings_over(moment, first, last, lean)
    if not readings:
        return None
    named = hull(readings)
    earliest, latest = _bounds(named, relation, closes=phrase.whole or moment is not phrase.moment)
    return replace(
        bare,
        earliest=earliest,
        latest=latest,
        precision=named.precision,
        named=named,
        needs=None,
        readings=readings if len(readings) > 1 else (),
    )


@lru_cache(maxsize=256)  # a text names the same days again and again
def _readings_over(moment: Moment, first: date, last: date, lean: Lean) -> tuple[Span, ...]:
    """The spans that *moment* may name when written on any day from *first* to *last*, in order;
    those that meet or overlap are one: "yesterday" may be any day of a month, "15 August" that of
    this year or of the last.
    """
    days = (shifted(first, "day", count) for count in range((last - first).days + 1))
    every = sorted(
        {span for day in days for span in moment.spans(day, lean)},
        key=lambda span: (span.first, span.last),
    )
    merged: list[Span] = []
    for span in every:
        if merged and (span.first - merged[-1].last).days <= 1:
            merged[-1] = replace(merged[-1], last=max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)


def _lean(
    tokens: Sequence[Token], phrase: Phrase, words: CalendarWords, beside: Sequence[Token] | None
) -> Lean:
    """What the verbs beside *phrase* tell of when; those of the sentence *beside* where they do not
    and there is one.
    """
    lean = lean_at(tokens, phrase.start, phrase.end, words)
    if beside is None or lean not in {None, "either"}:
        return lean
    alike = (each for each in phrases(beside, words) if each.moment == phrase.moment)
    told = next((lean_at(beside, each.start, each.end, words) for each in alike), None)
    if told not in {None, "either"}:
        return told
    return lean_of(beside, words) or "either"


#: What is written out is the same on every day.
_ANY_DAY = date(2000, 1, 1)


def _without_end(moment: Moment, relation: Relation) -> Moment:
    """*moment* without "the end of" where a *relation* up to it makes no difference."""
    if relation in {"by", "until", "before"} and isinstance(moment, PartOf):
        return moment.whole if moment.part == "end" else moment
    return moment


def _bounds(named: Span, relation: Relation, *, closes: bool) -> tuple[date | None, date | None]:
    """What *relation* makes of the time *named*; one that *closes* it leaves all of it before."""
    match relation:
        case "by" | "until":
            return None, named.last
        case "since" | "not before":
            return named.first, None
        case "before":
            return None, named.last if closes else shifted(named.first, "day", -1)
        case "after":
            return shifted(named.last, "day", 1), None
        case "about":
            wider = shifted(shifted(named.last, "day", 1), named.precision, 1)
            return shifted(named.first, named.precision, -1), shifted(wider, "day", -1)
        case _:
            return named.first, named.last
