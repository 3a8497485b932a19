"""Statements: what the page of an entity states of one property, checked in its shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from claimtrack import Page, Unreadable

Rank = Literal["preferred", "normal", "deprecated"]
#: The references that say who is cited: "stated in", else the address, else what it was taken from.
_STATED_IN, _ADDRESS, _IMPORTED_FROM = "P248", "P854", "P143"


class _Value(msgspec.Struct, frozen=True):
    type: str
    value: Any


class Snak(msgspec.Struct, frozen=True):
    """What is stated by one property: a value, that there is none, or that it is not known."""

    snaktype: Literal["value", "somevalue", "novalue"]
    by: str = msgspec.field(name="property")
    datavalue: _Value | None = None

    @property
    def type(self) -> str | None:
        """The type of its value; None where it has none."""
        return None if self.datavalue is None else self.datavalue.type

    @property
    def value(self) -> Any:
        """Its value as written."""
        return None if self.datavalue is None else self.datavalue.value

    @property
    def item(self) -> str | None:
        """The id of the item that it names; None where it names none."""
        if self.type != "wikibase-entityid" or not isinstance(self.value, Mapping):
            return None
        named = self.value.get("id")
        # What was written before 2017 has the number alone.
        kind = "P" if self.value.get("entity-type") == "property" else "Q"
        return named if isinstance(named, str) else f"{kind}{self.value.get('numeric-id')}"

    @property
    def text(self) -> str | None:
        """What it says where that is a text; None where it is none."""
        said = self.value.get("text") if isinstance(self.value, Mapping) else self.value
        return (
            said if self.type in {"string", "monolingualtext"} and isinstance(said, str) else None
        )


class _Reference(msgspec.Struct, frozen=True):
    snaks: dict[str, list[Snak]] | list[Any] = {}


class Statement(msgspec.Struct, frozen=True):
    """One statement of an entity: its value, what qualifies it, who is cited, and its rank."""

    mainsnak: Snak
    rank: Rank
    id: str = ""
    # PHP writes an empty table as an empty list.
    qualifiers: dict[str, list[Snak]] | list[Any] = {}
    references: list[_Reference] = []

    def qualifying(self, property: str) -> tuple[Snak, ...]:
        """What qualifies it by *property*."""
        return tuple(self.qualifiers.get(property, ())) if isinstance(self.qualifiers, dict) else ()

    @property
    def cited(self) -> str | None:
        """Who is cited first: the item of a work, or the host of an address; None for nobody."""
        for reference in self.references:
            named = _cited(reference)
            if named is not None:
                return named
        return None


def _cited(reference: _Reference) -> str | None:
    snaks = reference.snaks if isinstance(reference.snaks, dict) else {}
    for property in (_STATED_IN, _ADDRESS, _IMPORTED_FROM):
        for snak in snaks.get(property, ()):
            named = snak.item or _host(snak.text)
            if named:
                return named
    return None


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address or "").hostname
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as a page shows it: its id, what it is called, its statements by property, and
    when it was last changed (aware; None where the page does not say).
    """

    id: str
    claims: Mapping[str, Any]
    modified: datetime | None = None

    def statements(self, property: str) -> tuple[Statement, ...]:
        """Its statements by *property*, those that are deprecated as well. Raises `Unreadable`."""
        try:
            return tuple(msgspec.convert(self.claims.get(property, ()), list[Statement]))
        except msgspec.ValidationError as error:
            raise Unreadable(f"{self.id} {property}: {error}") from error


def entity(page: Page, id: str) -> Entity:
    """The entity *id* on *page*, as ``Special:EntityData`` or ``wbgetentities`` gives it, also
    where it was merged into another. Raises `Unreadable`.
    """
    given = page.json()
    if not isinstance(given, dict):
        raise Unreadable(f"expected an object with entities, found {type(given).__name__}")
    if "error" in given:
        raise Unreadable(f"the service answers with an error: {_error(given['error'])}")
    found = _named(_listed(given), id)
    if "missing" in found:
        raise Unreadable(f"there is no entity {id}: it was deleted or never made")
    claims = found.get("claims")
    if claims == []:
        claims = {}
    if not isinstance(claims, dict):
        raise Unreadable(f"{id}: expected its claims, found {type(claims).__name__}")
    return Entity(str(found.get("id", id)), claims, _moment(found.get("modified")))


def _error(given: Any) -> str:
    if not isinstance(given, dict):
        return str(given)[:200]
    return f"{given.get('code')}: {given.get('info')}"[:300]


def _listed(given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    entities = given.get("entities")
    if isinstance(entities, dict) and all(isinstance(one, dict) for one in entities.values()):
        return entities
    raise Unreadable(f"expected entities, found {', '.join(map(str, given))[:200] or 'nothing'}")


def _named(entities: Mapping[str, dict[str, Any]], id: str) -> dict[str, Any]:
    """The entity that was asked for; one that was merged stands under either of its names."""
    for key, found in entities.items():
        moved = found.get("redirects")
        old = moved.get("from") if isinstance(moved, dict) else None
        if id in (key, found.get("id"), old):
            return found
    told = ", ".join(list(entities)[:5]) or "none"
    raise Unreadable(f"the page has not the entity {id} but {told}; was it merged into another?")


def _moment(given: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found is not None and found.tzinfo is not None else None
