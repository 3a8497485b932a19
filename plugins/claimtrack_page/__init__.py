"""Any page, by CSS selector, XPath, JSON path or text pattern, declared without code.

    ask = [{ source = "page", url = "https://...", select = "td.share", expect = [0.05, 0.5] }]

One place of a page answers a measure, and there must be exactly one: none is ``missing``, several
are ``unreadable``. What its words come to is read by the same grammar as a claim's own words; what
that cannot read is refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import make_dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec
from msgspec.structs import astuple

from claimtrack import (
    BadValue,
    CalendarDate,
    Description,
    Interval,
    Measure,
    Page,
    PluginError,
    Reading,
    Refusal,
    Source,
    Unreadable,
    hookimpl,
    in_brief,
    read_day,
    state_told,
)
from claimtrack_page.amounts import (
    Amount,
    DecimalSign,
    amount_of_number,
    amount_of_words,
    unit_problem,
)
from claimtrack_page.charsets import charset_problem, in_charset
from claimtrack_page.days import day, format_problem, moment
from claimtrack_page.looks import look
from claimtrack_page.places import Found, How, Place, part, part_problem
from claimtrack_page.telling import short

_TOLD = 5

_Note = Callable[[str], None]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a claim file may say of a page.

    ``url`` is an address or a file path relative to the claim file. Exactly one of ``select``
    (CSS), ``xpath`` (1.0), ``json`` (a JSON path) and ``pattern`` (a regular expression on the
    page's words) tells the place; ``attribute`` takes an element's attribute instead of its words,
    and ``part`` is a regular expression for the part of them that is the answer. ``charset`` is
    the encoding of a page that names none, or a wrong one.

    ``unit`` is what a bare number is in (``percent``, ``km2``, ``million people``; the measure's by
    default), ``decimal`` the sign before the decimals, where only one will do. ``expect`` bounds
    what can be so, in the measure's unit. ``format`` is a ``strptime`` pattern for a date, or
    ``unix`` for seconds since 1970; without it an ISO date is read, or the one date that the words
    name. ``language`` (``pl``) says whose the names of months are, where two languages differ.

    ``day_select`` and its like tell where the page states the day, ``published_select`` and its
    like where it states when it was made public, each with a ``format`` of its own.
    """

    url: str
    select: str | None = None
    xpath: str | None = None
    json: str | None = None
    pattern: str | None = None
    attribute: str | None = None
    part: str | None = None
    charset: str | None = None
    unit: str | None = None
    decimal: DecimalSign | None = None
    expect: tuple[float, float] | None = None
    format: str | None = None
    language: str | None = None
    day_select: str | None = None
    day_xpath: str | None = None
    day_json: str | None = None
    day_pattern: str | None = None
    day_attribute: str | None = None
    day_format: str | None = None
    published_select: str | None = None
    published_xpath: str | None = None
    published_json: str | None = None
    published_pattern: str | None = None
    published_attribute: str | None = None
    published_format: str | None = None

    def __post_init__(self) -> None:
        _, *rest = astuple(self)
        problem = _problem(_Rest(*rest))
        if problem is not None:
            raise ValueError(problem)

    @property
    def place(self) -> Place:
        """Where the answer stands."""
        return _places(self, "")[0]

    @property
    def day_place(self) -> Place | None:
        """Where the page states the day, if it does."""
        return next(iter(_places(self, "day_")), None)

    @property
    def published_place(self) -> Place | None:
        """Where the page states when it was made public, if it does."""
        return next(iter(_places(self, "published_")), None)


#: What one may say of a page besides its address: the same of hundreds of pages.
_Rest: Any = make_dataclass("_Rest", Options.__struct_fields__[1:], frozen=True, slots=True)
_KEPT = 100

_WAYS: tuple[How, ...] = ("select", "xpath", "json", "pattern")


def _places(options: Any, kind: str) -> tuple[Place, ...]:
    names = (*_WAYS, "attribute")
    return _places_of(*[getattr(options, kind + name) for name in names])


@lru_cache(maxsize=_KEPT)
def _places_of(*ways_and_attribute: str | None) -> tuple[Place, ...]:
    *ways, attribute = ways_and_attribute
    named = zip(_WAYS, ways, strict=True)
    return tuple(Place(how, path, attribute) for how, path in named if path is not None)


@lru_cache(maxsize=_KEPT)
def _problem(options: Any) -> str | None:
    return next(_problems(options), None)


def _problems(options: Any) -> Iterator[str]:
    places = _places(options, "")
    if len(places) != 1:
        named = [place.how for place in places]
        yield f"exactly one of select, xpath, json and pattern, not {' and '.join(named) or 'none'}"
    for kind in ("", "day_", "published_"):
        places = _places(options, kind)
        if len(places) > 1:
            yield f"one of {' and '.join(kind + place.how for place in places)}, not both"
        for place in places:
            problem = place.problem()
            if problem is not None:
                yield f"{kind}{place.how}: {problem}"
        given = getattr(options, f"{kind}format")
        problem = None if given is None else format_problem(given)
        if problem is not None:
            yield f"{kind}{problem}"
        for extra in ("attribute", "format") if kind and not places else ():
            if getattr(options, kind + extra) is not None:
                yield f"{kind}{extra} needs {kind}select or its like beside it"
    yield from _problems_of_amounts(options)


def _problems_of_amounts(options: Any) -> Iterator[str]:
    problems = (
        None if options.charset is None else charset_problem(options.charset),
        None if options.part is None else part_problem(options.part),
        None if options.unit is None else unit_problem(options.unit),
    )
    yield from (problem for problem in problems if problem is not None)
    if options.language is not None:
        try:
            read_day("2000", language=options.language)
        except BadValue as error:
            yield str(error)
    if options.expect is not None and not options.expect[0] <= options.expect[1]:
        yield f"expect is [low, high]; {options.expect[0]} is above {options.expect[1]}"


class PageSource(Source):
    """One answer a page, from the one place that a claim file names."""

    name = "page"
    version = "2"
    describes = Description(publisher="", budget="one page an update")
    Options = Options

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading | Refusal]:
        """A reading or a refusal for each measure; one that fails fails alone."""
        for measure in measures:
            yield _answer(page, measure, self.options(measure), _unnoted)

    def reads_words(self, measure: Measure) -> bool:
        """Whether every place it looks at is words, and not an attribute, code or a comment."""
        options = self.options(measure)
        places = (options.place, options.day_place, options.published_place)
        return all(place.is_of_words for place in places if place is not None)

    def explain(self, page: Page, measure: Measure) -> list[str]:
        """What matched, what it says, what that comes to, the day, and the guard."""
        lines: list[str] = []
        _answer(page, measure, self.options(measure), lines.append)
        return lines


def _unnoted(line: str) -> None:
    """Nobody asked how."""


class _Refused(Exception):
    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def _answer(page: Page, measure: Measure, options: Options, note: _Note) -> Reading | Refusal:
    """What *page* says of *measure*, or why it cannot be told; every step is noted."""
    try:
        return _reading(page, measure, options, note)
    except _Refused as refused:
        note(str(refused))
        return Refusal(measure.id, refused.status, str(refused))  # type: ignore[arg-type]
    except PluginError as error:
        note(str(error))
        return Refusal(measure.id, "unreadable", str(error))


def _reading(page: Page, measure: Measure, options: Options, note: _Note) -> Reading:
    if options.charset is not None:
        page = in_charset(page, options.charset)
    found = _only(page, options.place, note)
    said = _picked(found, options, note)
    value, error = _value(measure, said, options, note)
    return Reading(
        measure.id,
        value,
        as_of=_day(page, options, note),
        error=error,
        quote=in_brief(found.text),
        locator=f"{options.place} at {found.locator}"[:500],
        published_at=_published_at(page, options, note),
    )


def _only(page: Page, place: Place, note: _Note) -> Found:
    """The one thing that *place* leads to."""
    found = _all(page, place)
    if not found:
        raise _Refused("missing", f"{place} matches nothing{_beside(page)}")
    if len(found) > 1:
        told = ", ".join(f"“{short(one.text)}”" for one in found[:_TOLD])
        more = ", ..." if len(found) > _TOLD else ""
        raise Unreadable(f"{place} matches {len(found)} places, not one: {told}{more}")
    note(f"{place} matches one place: {found[0].locator}")
    if not found[0].text:
        raise _Refused("missing", f"{place} leads to an empty place")
    note(f"it says “{short(found[0].text)}”")
    return found[0]


def _all(page: Page, place: Place) -> list[Found]:
    try:
        return place.on(page)
    except Unreadable as error:
        if place.how == "json" and page.is_markup:
            raise Unreadable(f"{error}{_beside(page)}") from error
        raise


def _beside(page: Page) -> str:
    """What is told beside the reason where *page* plainly looks like another."""
    seen = look(page)
    return f"; {seen}" if seen is not None else ""


def _picked(found: Found, options: Options, note: _Note) -> Found:
    """The part of *found* that is the answer: all of it, where no part is asked for."""
    if options.part is None:
        return found
    said = part(found.text, options.part)
    if not said:
        raise Unreadable(f'part = "{options.part}" is not in “{short(found.text)}”')
    note(f'part = "{options.part}" is “{short(said)}”')
    return Found(said, found.locator)


def _value(
    measure: Measure, said: Found, options: Options, note: _Note
) -> tuple[Decimal | Interval | CalendarDate | str, Decimal | None]:
    """What *said* answers to *measure*, with its own error."""
    if measure.kind == "quantity":
        amount = _amount(measure, said, options)
        if note is not _unnoted:
            note(f"that is {amount.said()}")
        _guard(amount.named, options, note)
        return amount.value, amount.error
    if options.expect is not None:
        raise Unreadable(f"expect bounds quantities; {measure.id} is of kind {measure.kind}")
    answer: CalendarDate | str = said.text
    if measure.kind == "date" or (measure.kind == "event" and options.format is not None):
        answer = day(said.text, options.format, options.language)
    elif measure.kind == "state":
        answer = state_told(said.text, {state.name: state.words for state in measure.states})
    note(f"that is {short(str(answer))}")
    return answer, None


def _amount(measure: Measure, said: Found, options: Options) -> Amount:
    unit = measure.unit or "count"
    if said.number is not None:
        return amount_of_number(said.number, unit, options.unit)
    return amount_of_words(said.text, unit, options.unit, options.decimal)


def _guard(amount: Decimal, options: Options, note: _Note) -> None:
    if options.expect is None:
        note("nothing is said of what to expect")
        return
    low, high = (Decimal(repr(bound)) for bound in options.expect)
    bounds = f"what is expected, {_plain(low)} to {_plain(high)}"
    if not low <= amount <= high:
        raise _Refused("quarantined", f"{_plain(amount)} is outside {bounds}")
    note(f"{_plain(amount)} is within {bounds}")


def _plain(amount: Decimal) -> str:
    """*amount* as one writes it by hand, without a power of ten or zeros that say nothing."""
    return f"{amount.normalize():,f}"


def _day(page: Page, options: Options, note: _Note) -> CalendarDate | None:
    if options.day_place is None:
        note("no day is stated: it is dated to when it was seen")
        return None
    said = _only(page, options.day_place, note).text
    found = day(said, options.day_format, options.language)
    if found.is_to_come(page.fetched_at):
        raise _Refused("quarantined", f"the day, {found}, lies ahead of the page itself")
    note(f"the day is {found}")
    return found


def _published_at(page: Page, options: Options, note: _Note) -> datetime | None:
    if options.published_place is None:
        return None
    said = _only(page, options.published_place, note).text
    found = moment(said, options.published_format, options.language)
    note(f"published {found.isoformat()}")
    return found


@hookimpl
def claimtrack_sources() -> Iterable[Source]:
    """The one source of this plugin."""
    return [PageSource()]
