"""Wikidata: what the statements of an item say, with their ranks, days, bounds and references.

    ask = [{ source = "wikidata", entity = "Q145", property = "P1082" }]

A statement that was deprecated is never read. One with a day of its own ("point in time") is a
reading for that day; one without is read off the best rank, as what is so when it is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec

from claimtrack import (
    CalendarDate,
    Description,
    Measure,
    Page,
    PluginError,
    Reading,
    Refusal,
    Source,
    Unreadable,
    hookimpl,
)
from claimtrack_wikidata.amounts import amount
from claimtrack_wikidata.statements import Entity, Snak, Statement, entity
from claimtrack_wikidata.times import calendar_date

_SITE = "https://www.wikidata.org"
_AT, _FROM, _UNTIL = "P585", "P580", "P582"
#: What tells that a statement ended, or may have, without its day: the latest date, the cause of
#: the end, the earliest and the latest day of the end.
_ENDED_SOMEHOW = ("P1326", "P1534", "P8554", "P12506")
#: What makes a statement one of something else than is asked, or one that nobody vouches for:
#: a part, "of", a jurisdiction, what is left out or taken in; circumstances such as "circa", the
#: nature of the statement, and who disputes it. One that a claim file names is asked for.
_NARROWING = ("P518", "P642", "P1001", "P1011", "P1012")
_DOUBTING = ("P1480", "P5102", "P1310")
_BEST_FIRST = ("preferred", "normal")
#: What an event that has not happened is answered by.
_NOT_YET = "not_yet"
_TOLD = 5

_Item = Annotated[str, msgspec.Meta(pattern=r"^Q[1-9][0-9]{0,11}\Z")]
_Property = Annotated[str, msgspec.Meta(pattern=r"^P[1-9][0-9]{0,11}\Z")]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of a statement.

    ``entity`` is the item and ``property`` what is asked of it. ``item`` keeps the statements that
    name that item, ``qualifiers`` those that are qualified so: an item, a text, or an ISO date by
    each property. ``answer`` takes the value of that qualifier in place of the statement's own.

    A statement that is qualified as one of a part, or as uncertain or disputed, is read only where
    ``qualifiers`` or ``answer`` names that property.

    ``states`` names the items, or the texts, by which each state of the measure is told;
    ``others`` the state that any other item tells. ``on`` are days, months or years: what the
    statements say held over each of them, by their start and end, is told besides.
    ``site`` is another Wikibase than Wikidata.
    """

    entity: _Item
    by: _Property = msgspec.field(name="property")
    item: _Item | None = None
    qualifiers: dict[_Property, str] = {}
    answer: _Property | None = None
    states: dict[str, str | tuple[str, ...]] = {}
    others: str | None = None
    on: tuple[str, ...] = ()
    site: str = _SITE

    def __post_init__(self) -> None:
        parts = urlsplit(self.site)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError(f"site is an address such as {_SITE}, not {self.site!r}")
        _ = self.days

    @property
    def url(self) -> str:
        """Where the entity is asked for."""
        return f"{self.site.rstrip('/')}/wiki/Special:EntityData/{self.entity}.json"

    @property
    def days(self) -> tuple[CalendarDate, ...]:
        """The days, months or years that are asked for."""
        return tuple(CalendarDate.parse(one) for one in self.on)

    @property
    def state_of(self) -> dict[str, str]:
        """The state that each item or text tells."""
        told = {}
        for state, named in self.states.items():
            for one in (named,) if isinstance(named, str) else named:
                told[one] = state
        return told


class Wikidata(Source):
    """The statements of one property of one item."""

    name = "wikidata"
    version = "2"
    describes = Description(
        publisher="Wikidata", licence="CC0-1.0", budget="one page for each item an update"
    )
    Options = Options

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading | Refusal]:
        """The readings of each measure, or why there are none; one that fails fails alone."""
        entities: dict[str, Entity] = {}
        for measure in measures:
            options: Options = self.options(measure)
            try:
                if options.entity not in entities:  # a page of some has megabytes
                    entities[options.entity] = entity(page, options.entity)
                shown = entities[options.entity]
                yield from _readings(shown, measure, options, page.fetched_at)
            except _Refused as refused:
                yield Refusal(measure.id, "missing", str(refused))
            except PluginError as error:
                yield Refusal(measure.id, "unreadable", str(error))

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """The entity, its statements and which of them are left."""
        options: Options = self.options(measure)
        shown = entity(page, options.entity)
        yield f"{shown.id}, changed last {shown.modified or 'at no time that it tells'}"
        stated = shown.statements(options.by)
        yield f"{options.by} has {len(stated)} statements"
        kept = [one for one in stated if _is_asked(one, options)]
        yield f"{len(kept)} of them are not deprecated and are those asked for"
        for one in kept[:_TOLD]:
            yield f"{one.rank}: {_quote(one, options)}"


class _Refused(Exception):
    """That the page has no such statement."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one statement tells, and for when: ``at`` is its day, None for what is so when seen."""

    statement: Statement
    at: CalendarDate | None
    derived: bool = False


def _readings(
    shown: Entity, measure: Measure, options: Options, seen_at: datetime
) -> Iterator[Reading]:
    stated = shown.statements(options.by)
    kept = [one for one in stated if _is_asked(one, options)]
    if not kept:
        raise _Refused(_none_left(shown, stated, options))
    if measure.kind == "state":
        kept = _of_states(kept, options)
    tellings = _told(kept, options, measure, seen_at.date())
    if not tellings:
        raise _Refused(f"no statement of {options.by} tells of today or of a day")
    yield from _read(tellings, shown, measure, options)


def _told(
    kept: Iterable[Statement], options: Options, measure: Measure, today: date
) -> list[_Telling]:
    """What each statement tells. One among others whose time is no calendar date is left out, for
    an item has many from long ago; a preferred one is missed.
    """
    found: list[_Telling] = []
    problems: list[Unreadable] = []
    for statement in kept:
        try:
            found += _tellings(statement, options, measure, today)
        except Unreadable as problem:
            if statement.rank == "preferred":
                raise
            problems.append(problem)
    if problems and not found:
        raise problems[0]
    return found


def _read(
    tellings: Iterable[_Telling], shown: Entity, measure: Measure, options: Options
) -> list[Reading]:
    """The readings of the best; a dated one that cannot be read is left out where others can."""
    found: list[Reading] = []
    problems: list[Exception] = []
    for telling in _best(tellings):
        try:
            found.append(_reading(telling, shown, measure, options))
        except (Unreadable, _Refused) as problem:
            if telling.at is None:
                raise
            problems.append(problem)
    if problems and not found:
        raise problems[0]
    return found


def _none_left(shown: Entity, stated: tuple[Statement, ...], options: Options) -> str:
    if not stated:
        return f"{shown.id} has no statement of {options.by}"
    deprecated = sum(one.rank == "deprecated" for one in stated)
    apart = sorted({by for one in stated for by in _set_apart(one, options)})
    told = f"; some are qualified by {', '.join(apart)}, which qualifiers can name" if apart else ""
    return (
        f"{shown.id} has {len(stated)} statements of {options.by}, {deprecated} of them"
        f" deprecated, and none that is asked for{told}"
    )


def _is_asked(statement: Statement, options: Options) -> bool:
    if statement.rank == "deprecated":
        return False
    if options.item is not None and statement.mainsnak.item != options.item:
        return False
    if _set_apart(statement, options):
        return False
    return all(
        any(_says(snak, asked) for snak in statement.qualifying(property))
        for property, asked in options.qualifiers.items()
    )


def _set_apart(statement: Statement, options: Options) -> tuple[str, ...]:
    """The properties that make *statement* one of something else, or of nobody's certainty, where
    none of them is named: "circa 1850" is not 1850, and who live in a part are not the people.
    """
    named = {*options.qualifiers, options.answer}
    return tuple(
        one for one in (*_NARROWING, *_DOUBTING) if one not in named and statement.qualifying(one)
    )


def _says(snak: Snak, asked: str) -> bool:
    """Whether *snak* has the value *asked*: an item's id, a text, or a date."""
    if snak.type == "time":
        try:
            return str(calendar_date(snak.value)) == asked
        except Unreadable:
            return False
    return asked in (snak.item, snak.text)


def _of_states(kept: list[Statement], options: Options) -> list[Statement]:
    """The statements that tell a state: all, where any other item tells one too."""
    known = options.state_of
    if options.others is not None:
        return kept
    told = [one for one in kept if _told_by(one, options) in known or _is_best_unknown(one)]
    if not told:
        named = ", ".join(str(_told_by(one, options)) for one in kept[:_TOLD])
        raise Unreadable(f"{options.by} names {named}, by which no state is told")
    return told


def _is_best_unknown(statement: Statement) -> bool:
    """Whether the best that is known is that nobody, or nobody known, holds: a lesser statement
    that names somebody does not stand against it.
    """
    return statement.rank == "preferred" and statement.mainsnak.snaktype != "value"


def _tellings(
    statement: Statement, options: Options, measure: Measure, today: date
) -> Iterator[_Telling]:
    """When what *statement* says is so. A date is so whenever it is looked up."""
    if measure.kind in {"date", "event"}:
        yield _Telling(statement, None)
        return
    at, start, end = (_time(statement, property) for property in (_AT, _FROM, _UNTIL))
    for day in options.days:
        if at is None and _held_over(statement, start, end, day) and day != start:
            yield _Telling(statement, day, derived=True)
    if at is not None:
        yield _Telling(statement, at)
        return
    if start is not None and start.first <= today:
        yield _Telling(statement, start)
    if not _has_ended(statement, end, today) and _has_begun(statement, start, today):
        yield _Telling(statement, None)


def _has_begun(statement: Statement, start: CalendarDate | None, today: date) -> bool:
    """Whether *statement* is so by *today*: one that began some day of this year or month is,
    where it is preferred, for that is who holds at present.
    """
    if start is None or start.last <= today:
        return True
    return start.first <= today and statement.rank == "preferred"


def _held_over(
    statement: Statement, start: CalendarDate | None, end: CalendarDate | None, day: CalendarDate
) -> bool:
    """Whether *statement* is said to have held over all of *day*: from a start that it names."""
    ended = end is None and _ended_somehow(statement)
    began = start is not None and start.last <= day.first
    return began and not ended and (end is None or end.first > day.last)


def _has_ended(statement: Statement, end: CalendarDate | None, today: date) -> bool:
    return _ended_somehow(statement) if end is None else end.first <= today


def _ended_somehow(statement: Statement) -> bool:
    """Whether *statement* ended on a day that is not known, or may have."""
    if any(snak.snaktype == "somevalue" for snak in statement.qualifying(_UNTIL)):
        return True
    return any(
        snak.snaktype != "novalue"
        for property in _ENDED_SOMEHOW
        for snak in statement.qualifying(property)
    )


def _time(statement: Statement, property: str) -> CalendarDate | None:
    """The one time that *statement* is qualified by; None where there is none. Raises
    `Unreadable`.
    """
    given = [one for one in statement.qualifying(property) if one.snaktype == "value"]
    if len(given) > 1:
        raise Unreadable(f"{statement.id} is qualified by {property} {len(given)} times")
    return calendar_date(given[0].value) if given else None


def _best(tellings: Iterable[_Telling]) -> Iterator[_Telling]:
    """Those of the best rank for each day, days in order, what is so when seen last. One without
    any time tells of the present only where no other is of a better rank.
    """
    tellings = list(tellings)
    ranks = {one.statement.rank for one in tellings}
    top = next((rank for rank in _BEST_FIRST if rank in ranks), None)
    by_day: dict[CalendarDate | None, list[_Telling]] = {}
    for telling in tellings:
        if _is_timeless(telling) and telling.statement.rank != top:
            continue
        by_day.setdefault(telling.at, []).append(telling)
    for _, told in sorted(by_day.items(), key=lambda each: _order(each[0])):
        best = next(rank for rank in _BEST_FIRST if any(one.statement.rank == rank for one in told))
        yield from (one for one in told if one.statement.rank == best)


def _is_timeless(telling: _Telling) -> bool:
    return telling.at is None and not telling.statement.qualifying(_FROM)


def _order(day: CalendarDate | None) -> tuple[bool, date]:
    return (day is None, date.max if day is None else day.last)


def _reading(telling: _Telling, shown: Entity, measure: Measure, options: Options) -> Reading:
    statement = telling.statement
    made = Reading(
        measure.id,
        "",
        as_of=telling.at,
        quote=_quote(statement, options),
        locator=f"{shown.id} {options.by} {statement.id}"[:300],
        attribution=statement.cited,
        published_at=shown.modified,
        derived=telling.derived,
    )
    if measure.kind == "quantity":
        snak = _answering(statement, options)
        if snak.type != "quantity":
            raise Unreadable(f"{options.by} holds a {snak.type}, not a quantity")
        found = amount(_stated(snak), measure.unit or "count")
        return replace(made, value=found.value, error=found.error)
    return replace(made, value=_answer(statement, measure, options))


def _answer(statement: Statement, measure: Measure, options: Options) -> CalendarDate | str:
    snak = _answering(statement, options)
    if measure.kind == "state":
        told = _told_by(statement, options)
        if told is None:  # nobody, or nobody known, is not somebody else
            _check_is_known(snak)
        state = options.state_of.get(told or "", options.others)
        if state is None:
            raise Unreadable(f"{told} tells none of the states")
        return state
    if measure.kind in {"date", "event"}:
        if measure.kind == "event" and snak.snaktype == "novalue":
            return _NOT_YET
        if snak.snaktype == "value" and snak.type != "time":
            raise Unreadable(f"{snak.by} holds a {snak.type}, not a time")
        return calendar_date(_stated(snak))
    raise Unreadable(f"a measure of kind {measure.kind} is not answered by a statement")


def _check_is_known(snak: Snak) -> None:
    """Raises `_Refused` where *snak* is stated to have no value, or one that is not known."""
    if snak.snaktype != "value":
        what = "no value" if snak.snaktype == "novalue" else "a value that is not known"
        raise _Refused(f"{snak.by} is stated to have {what}, which tells no state")
    raise Unreadable(f"{snak.by} holds a {snak.type}, by which no state is told")


def _answering(statement: Statement, options: Options) -> Snak:
    """What holds the answer: the statement's own value, or that of the one qualifier."""
    if options.answer is None:
        return statement.mainsnak
    given = statement.qualifying(options.answer)
    if len(given) != 1:
        raise Unreadable(f"{statement.id} has {len(given)} qualifiers {options.answer}, not one")
    return given[0]


def _told_by(statement: Statement, options: Options) -> str | None:
    """The item, or the text, that tells a state."""
    snak: Snak = _answering(statement, options)
    return snak.item or snak.text


def _stated(snak: Snak) -> Any:
    if snak.snaktype == "value":
        return snak.value
    if snak.snaktype == "novalue":
        raise _Refused(f"{snak.by} is stated to have no value")
    raise Unreadable(f"{snak.by} is stated to have a value that is not known")


def _quote(statement: Statement, options: Options) -> str:
    """The statement and what tells its time, as the page writes them."""
    named = {options.by: [statement.mainsnak]}
    for property in (options.answer, *options.qualifiers, _AT, _FROM, _UNTIL):
        if property is not None and statement.qualifying(property):
            named[property] = list(statement.qualifying(property))
    return "; ".join(
        f"{property}: {', '.join(map(_written, snaks))}" for property, snaks in named.items()
    )[:500]


def _written(snak: Snak) -> str:
    value = snak.value
    if snak.snaktype != "value":
        return "no value" if snak.snaktype == "novalue" else "unknown value"
    if isinstance(value, dict):
        named = str(snak.item or next((value[key] for key in _KEYS if key in value), value))
        # What the bounds say is read as well: an error, or the interval between them.
        bounds = [str(value[end]) for end in ("lowerBound", "upperBound") if value.get(end)]
        return f"{named} [{', '.join(bounds)}]" if bounds else named
    return str(value)


_KEYS = ("amount", "time", "text")


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [Wikidata()]
