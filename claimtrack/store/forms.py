"""Forms: a claim, a measure or a description as one line of JSON, and back the same.

Only what differs from a field's default is written, so that a field added later changes nothing
that is on record.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from claimtrack.errors import BadValue
from claimtrack.measures import Measure, OptionTable, Subscription
from claimtrack.store.intake import stated

T = TypeVar("T")


def written(given: Any) -> str:
    """*given*, a dataclass of ours, as canonical JSON. Raises `BadValue` for words that no
    database holds.
    """
    return json.dumps(_plain(given), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read(text: str, kind: type[T]) -> T:
    """The *kind* that was written as *text*."""
    found = msgspec.json.decode(text.encode(), type=kind)
    if isinstance(found, Measure):
        _complete(found)
    return found


def _complete(measure: Measure) -> None:
    """Put the options of its subscriptions, and what thousands of measures share, in their places:
    in *measure* itself, which nobody has seen yet, for a copy of each takes longer than reading it.
    """
    put = object.__setattr__
    put(measure, "unit", _shared(measure.unit))
    for asked in measure.subscriptions:
        put(asked, "source", sys.intern(asked.source))
        put(asked, "name", sys.intern(asked.name))
        put(asked, "base", _shared(asked.base))
        options = [(sys.intern(name), _option(value)) for name, value in asked.options]
        put(asked, "options", tuple(options))


def _plain(given: Any) -> Any:
    if isinstance(given, Subscription):
        options = [[name, _tagged(value)] for name, value in given.options]
        return _fields(dataclasses.replace(given, options=())) | {"options": options}
    if dataclasses.is_dataclass(given):
        return _fields(given)
    if isinstance(given, tuple):
        return [_plain(element) for element in given]
    if isinstance(given, (Decimal, timedelta, date)):
        return msgspec.to_builtins(given)
    return stated("text", given) if isinstance(given, str) else given


def _fields(given: Any) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(given, field.name))
        for field in dataclasses.fields(given)
        if getattr(given, field.name) != field.default
    }


# A source's options may be of any plain type, and no annotation says which: what JSON cannot tell
# apart is written as {"type": text}.
_TAGS: dict[str, type[datetime] | type[date] | type[time]] = {
    "datetime": datetime,
    "date": date,
    "time": time,
}


def _tagged(value: Any) -> Any:
    if isinstance(value, OptionTable):
        return {"table": [[key, _tagged(element)] for key, element in value]}
    if isinstance(value, tuple):
        return [_tagged(element) for element in value]
    for tag, kind in _TAGS.items():
        if isinstance(value, kind):
            return {tag: value.isoformat()}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, str):
        return stated("option", value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise BadValue(f"an option is text, a number, a day, a list or a table of these, not {value!r}")


def _untagged(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_untagged(element) for element in value)
    if isinstance(value, dict):
        ((tag, text),) = value.items()
        if tag == "table":
            return OptionTable((key, _untagged(element)) for key, element in text)
        return Decimal(text) if tag == "decimal" else _TAGS[tag].fromisoformat(text)
    return value


def _option(value: Any) -> Any:
    return _shared(value) if isinstance(value, str) else _untagged(value)


@lru_cache(maxsize=256)
def _shared(text: str | None) -> str | None:
    """The *text* that an equal one was before, where thousands of measures have it: a unit, a
    folder, the selector of all pages of a site.
    """
    return text
