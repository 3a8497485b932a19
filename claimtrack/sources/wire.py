"""The wire: how what passes between claimtrack and a plugin in a process of its own is put down.

What goes there is ours, and is pickled. What comes back is a stranger's: it is read as one of the
few shapes below, and nothing else is ever made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec

from claimtrack.errors import PluginError
from claimtrack.measures import Measure
from claimtrack.names import kind_of
from claimtrack.observations import Basis, Description, Reading, Value
from claimtrack.pages import Ask, Follow, Refusal
from claimtrack.values import CalendarDate, Closed, Interval, decimal


@dataclass(frozen=True, slots=True)
class Call:
    """What a plugin is to do: a method of one of its sources, or one of its hooks (then ``source``
    is None). Each answer to it has its ``number``.
    """

    number: int
    name: str
    source: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)


class Number(msgspec.Struct, tag="n", array_like=True, frozen=True):
    """An amount, digit for digit."""

    text: str


class Span(msgspec.Struct, tag="i", array_like=True, frozen=True):
    """An interval of amounts."""

    lower: str | None
    upper: str | None
    closed: Closed


class Day(msgspec.Struct, tag="d", array_like=True, frozen=True):
    """A calendar date, as ISO writes it to its precision."""

    text: str


class Words(msgspec.Struct, tag="t", array_like=True, frozen=True):
    """A text that is the value."""

    text: str


class PutReading(msgspec.Struct, tag="reading", array_like=True, frozen=True):
    """A `Reading`."""

    measure: str
    value: Number | Span | Day | Words
    as_of: str | None
    as_of_basis: Basis
    error: str | None
    quote: str
    locator: str | None
    attribution: str | None
    scope: str | None
    published_at: str | None
    derived: bool
    withdrawn: bool


class PutRefusal(msgspec.Struct, tag="refusal", array_like=True, frozen=True):
    """A `Refusal`."""

    measure: str
    status: Literal["missing", "unreadable", "quarantined", "silent"]
    reason: str


class PutAsk(msgspec.Struct, tag="ask", array_like=True, frozen=True):
    """An `Ask`, its measures by their ids."""

    url: str
    measures: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    secret_env: str | None
    not_before: str | None
    grace: timedelta | None
    once: bool
    changed_at: str | None
    at_most: int | None
    secret_header: str | None


class PutFollow(msgspec.Struct, tag="follow", array_like=True, frozen=True):
    """A `Follow`."""

    ask: PutAsk


class PutSource(msgspec.Struct, tag="source", array_like=True, frozen=True):
    """What is known of a source without asking it."""

    name: str
    version: str
    describes: Description
    leads_on: bool
    gives_several: bool


class Hook(msgspec.Struct, tag="hook", array_like=True, frozen=True):
    """A hook that the plugin implements."""

    name: str


class Line(msgspec.Struct, tag="line", array_like=True, frozen=True):
    """A text: why a page is a wall, a step of an explanation, a command's name."""

    text: str


class Flag(msgspec.Struct, tag="flag", array_like=True, frozen=True):
    """Whether something is so."""

    is_so: bool


class Aside(msgspec.Struct, tag="aside", array_like=True, frozen=True):
    """That the plugin cannot be let in, and why."""

    reason: str


#: So much of what a call gives goes in one piece.
AT_ONCE = 500

Item = PutReading | PutRefusal | PutAsk | PutFollow | PutSource | Hook | Line | Flag | Aside


class Some(msgspec.Struct, tag="some", array_like=True, frozen=True):
    """A part of what the call of that number gave."""

    number: int
    items: Annotated[list[Item], msgspec.Meta(max_length=AT_ONCE)]


class Done(msgspec.Struct, tag="done", array_like=True, frozen=True):
    """That the call gave no more."""

    number: int


class Raised(msgspec.Struct, tag="raised", array_like=True, frozen=True):
    """That the call raised: the name of the error's class, its words, and whether it is an
    `Unreadable`.
    """

    number: int
    kind: str
    words: str
    is_unreadable: bool


Answer = Some | Done | Raised


def put(given: object) -> Item:
    """What a plugin gave, put down. Raises `TypeError` for what does not pass."""
    if isinstance(given, Reading):
        return _put_reading(given)
    if isinstance(given, Refusal):
        return PutRefusal(given.measure, given.status, given.reason)
    if isinstance(given, Ask):
        return _put_ask(given)
    if isinstance(given, Follow):
        return PutFollow(_put_ask(given.ask))
    raise TypeError(kind_of(given))


def taken(item: Item, measures: Mapping[str, Measure]) -> Reading | Refusal | Ask | Follow:
    """What *item* puts down, its measures among those that were asked for. Raises `PluginError`,
    and `BadValue` for what cannot be.
    """
    if isinstance(item, PutReading):
        return _reading(item)
    if isinstance(item, PutRefusal):
        return Refusal(item.measure, item.status, item.reason)
    if isinstance(item, PutAsk):
        return _ask(item, measures)
    if isinstance(item, PutFollow):
        return Follow(_ask(item.ask, measures))
    raise PluginError(f"{kind_of(item)} is no answer to that")


def _put_reading(given: Reading) -> PutReading:
    return PutReading(
        given.measure,
        _put_value(given.value),
        None if given.as_of is None else str(given.as_of),
        given.as_of_basis,
        None if given.error is None else str(given.error),
        given.quote,
        given.locator,
        given.attribution,
        given.scope,
        None if given.published_at is None else given.published_at.isoformat(),
        given.derived,
        given.withdrawn,
    )


def _put_value(value: Value) -> Number | Span | Day | Words:
    if isinstance(value, Decimal):
        return Number(str(value))
    if isinstance(value, Interval):
        lower = None if value.lower is None else str(value.lower)
        return Span(lower, None if value.upper is None else str(value.upper), value.closed)
    return Day(str(value)) if isinstance(value, CalendarDate) else Words(value)


def _put_ask(given: Ask) -> PutAsk:
    return PutAsk(
        given.url,
        tuple(measure.id for measure in given.measures),
        given.headers,
        given.secret_env,
        None if given.not_before is None else given.not_before.isoformat(),
        given.grace,
        given.once,
        None if given.changed_at is None else given.changed_at.isoformat(),
        given.at_most,
        given.secret_header,
    )


def _reading(item: PutReading) -> Reading:
    return Reading(
        item.measure,
        _value(item.value),
        None if item.as_of is None else CalendarDate.parse(item.as_of),
        item.as_of_basis,
        None if item.error is None else decimal(item.error),
        item.quote,
        item.locator,
        item.attribution,
        item.scope,
        None if item.published_at is None else datetime.fromisoformat(item.published_at),
        item.derived,
        item.withdrawn,
    )


def _value(put: Number | Span | Day | Words) -> Value:
    if isinstance(put, Number):
        return decimal(put.text)
    if isinstance(put, Span):
        lower = None if put.lower is None else decimal(put.lower)
        return Interval(lower, None if put.upper is None else decimal(put.upper), put.closed)
    return CalendarDate.parse(put.text) if isinstance(put, Day) else put.text


def _ask(item: PutAsk, measures: Mapping[str, Measure]) -> Ask:
    strange = [name for name in item.measures if name not in measures]
    if strange:
        raise PluginError(f"it asks {item.url!r} for {strange[0]!r}, which it was not given")
    return Ask(
        item.url,
        tuple(measures[name] for name in item.measures),
        item.headers,
        item.secret_env,
        None if item.not_before is None else date.fromisoformat(item.not_before),
        item.grace,
        item.once,
        None if item.changed_at is None else datetime.fromisoformat(item.changed_at),
        item.at_most,
        item.secret_header,
    )


def _plain(given: object) -> object:
    """A parser's own kind of text is text."""
    if isinstance(given, str):
        return str(given)
    raise TypeError(f"{kind_of(given)} does not pass")


encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode
decode = msgspec.msgpack.Decoder(Answer).decode
