"""Saved pages: a folder of pages as they came, each with the readings that are expected of it.

    measures.toml          the measures as a claim file has them, with what is asked of the source
    register.json          a page, byte for byte
    register.json.toml     its address, moment and headers, and the readings expected of it

So a source is tested without a network, and by people who did not write it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from claimtrack.claimfile import load_document
from claimtrack.claimfile.asks import Schemas
from claimtrack.errors import BadValue, UnknownName
from claimtrack.measures import Measure
from claimtrack.names import nearest
from claimtrack.observations import Reading, ResultStatus, value_text
from claimtrack.pages import Page
from claimtrack.values import Interval, calendar_date, decimal

MEASURES = "measures.toml"

#: What a reading is compared by where the file says nothing of it: what makes it another fact.
#: The words it quotes and where they stand are compared where the file gives them.
_FACT = ("value", "as_of", "error", "attribution", "scope", "withdrawn")
_INTERVAL = re.compile(r"([\[(])\s*(\S+)\s*,\s*(\S+?)\s*([\])])")
_CLOSED = {"[]": "both", "[)": "left", "(]": "right", "()": "neither"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A reading that is expected of a page, and which of its fields the file gives."""

    reading: Reading
    given: frozenset[str]

    def differs(self, found: Reading) -> tuple[str, ...]:
        """The fields in which *found* is another than what is expected, in words."""
        compared = [*_FACT, *sorted(self.given - {"measure", *_FACT})]
        return tuple(
            f"{name} is {_shown(getattr(found, name))}, not {_shown(getattr(self.reading, name))}"
            for name in compared
            if _spelt(found, name) != _spelt(self.reading, name)
        )


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page on file: who asked for it, for which measures, and what is to be read off it.

    ``source`` is the name on record; each measure has one subscription, to it. ``refused`` tells
    by measure what comes in place of a reading (None: anything but a reading), ``leads_to`` the
    addresses that the page leads on to.
    """

    name: str
    page: Page
    source: str
    measures: tuple[Measure, ...]
    expected: tuple[Expected, ...] = ()
    refused: Mapping[str, ResultStatus] | None = None
    leads_to: tuple[str, ...] = ()


class _Refused(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measure: str
    status: ResultStatus


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file beside a page."""

    url: str
    fetched_at: datetime
    source: str
    measures: list[str]
    asked_url: str | None = None
    status: int | None = 200
    headers: list[tuple[str, str]] = []
    readings: list[dict[str, Any]] = []
    refused: list[_Refused] = []
    leads_to: list[str] = []


def saved_pages(folder: Path, schemas: Schemas = None) -> tuple[SavedPage, ...]:
    """The pages that are saved in *folder*, by name; *schemas* are the sources' options.

    Raises `BadValue` for a folder without any, and for what is not as it should be there;
    `ClaimFileError` for its measures.
    """
    if not folder.is_dir():
        raise BadValue(f"{folder}: there is no such folder of saved pages")
    names = sorted(path.name for path in folder.iterdir() if _is_page(path))
    if not names:
        raise BadValue(f"{folder}: no page is saved there")
    measures = {one.id: one for one in load_document(folder / MEASURES, schemas=schemas).measures}
    return tuple(_saved(folder, name, measures) for name in names)


def _is_page(path: Path) -> bool:
    return path.is_file() and path.suffix != ".toml" and not path.name.startswith((".", "README"))


def _saved(folder: Path, name: str, measures: Mapping[str, Measure]) -> SavedPage:
    where = folder / f"{name}.toml"
    told = _told(where)
    if told.fetched_at.tzinfo is None:
        raise BadValue(f"{where}: fetched_at is a moment with its zone: 2026-03-02T06:30:00Z")
    page = Page(
        told.url,
        (folder / name).read_bytes(),
        told.fetched_at.astimezone(UTC),
        told.status,
        tuple((key.lower(), value) for key, value in told.headers),
        told.asked_url,
    )
    return SavedPage(
        name,
        page,
        told.source,
        tuple(_asked(measures, id, told.source, where) for id in told.measures),
        tuple(_expected(given, where) for given in told.readings),
        {one.measure: one.status for one in told.refused},
        tuple(told.leads_to),
    )


def _told(where: Path) -> _Told:
    try:
        given = tomllib.loads(where.read_text(encoding="utf-8"), parse_float=Decimal)
        return msgspec.convert(given, _Told)
    except FileNotFoundError as error:
        raise BadValue(f"{where}: a saved page needs this file beside it") from error
    except (ValueError, msgspec.ValidationError) as error:
        raise BadValue(f"{where}: {error}") from error


def _asked(measures: Mapping[str, Measure], id: str, source: str, where: Path) -> Measure:
    """The measure of that id, as it is asked of *source* alone."""
    if id not in measures:
        raise UnknownName(f"measure ({where})", id, nearest(id, measures))
    asked = tuple(one for one in measures[id].subscriptions if one.name == source)
    if len(asked) != 1:
        raise BadValue(f"{where}: {MEASURES} does not ask {source!r} for {id!r}")
    return replace(measures[id], subscriptions=asked)


def _expected(given: dict[str, Any], where: Path) -> Expected:
    told = dict(given)
    try:
        if "interval" in told:
            told["value"] = _interval(told.pop("interval"))
        if "day" in told:
            told["value"] = calendar_date(told.pop("day"))
        if isinstance(told.get("as_of"), str):
            told["as_of"] = calendar_date(told["as_of"])
        return Expected(Reading(**told), frozenset(told))
    except (TypeError, ValueError) as error:
        raise BadValue(f"{where}: a reading {given!r}: {error}") from error


def _interval(text: str) -> Interval:
    found = _INTERVAL.fullmatch(text)
    if found is None:
        raise BadValue(f"an interval is written as in '[0.1, 0.2)', not {text!r}")
    lower, upper = (
        None if end in {"-inf", "inf"} else decimal(end) for end in (found[2], found[3])
    )
    return Interval(lower, upper, _CLOSED[found[1] + found[4]])  # type: ignore[arg-type]


def _spelt(reading: Reading, name: str) -> object:
    """The field as facts are compared by: an open end is neither in nor out."""
    return value_text(reading.value) if name == "value" else getattr(reading, name)


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str) else str(value)
