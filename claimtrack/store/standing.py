"""Standing measures: every measure that stands on record, held as it is written there."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import overload

from sqlalchemy import Connection, bindparam, func, select

from claimtrack.measures import Measure
from claimtrack.store import forms
from claimtrack.store.documents import united
from claimtrack.store.queries import CHUNK, Query
from claimtrack.store.schema import measures

#: So many measures are packed together: 700 bytes each as they are, some 30 packed.
_TOGETHER = 100
#: Who asks for one measure mostly asks for its neighbours next, or for those of a few places.
_KEPT = 8
_LEVEL = 1
#: What is written has no line break in it: JSON escapes them.
_END = "\n"

_newest = select(func.max(measures.c.id).label("id")).group_by(
    measures.c.document, measures.c.measure
)
_newest_of_each = _newest.subquery()
_standing = (
    select(measures.c.id, measures.c.measure)
    .join(_newest_of_each, _newest_of_each.c.id == measures.c.id)
    .where(measures.c.body.is_not(None))
)
#: By id of the measure, then of the document, sign by sign as Python sorts them.
_in_order = {
    "sqlite": _standing.order_by(measures.c.measure, measures.c.document),
    "postgresql": _standing.order_by(
        measures.c.measure.collate("C"), measures.c.document.collate("C")
    ),
}
_bodies = Query(
    select(measures.c.id, measures.c.body).where(
        measures.c.id.in_(bindparam("keys", expanding=True))
    ),
    keys="keys",
)


class StandingMeasures(Sequence[Measure]):
    """Measures of which each is *written* as a line, packed, and read where it is looked at, each
    time anew: whoever looks at many does it in order.
    """

    def __init__(self, written: Iterable[str] = ()) -> None:
        coming = iter(written)
        packs, count = [], 0
        while some := tuple(islice(coming, _TOGETHER)):
            packs.append(zlib.compress(_END.join(some).encode(), _LEVEL))
            count += len(some)
        self._packs, self._count = tuple(packs), count
        self._lines = lru_cache(maxsize=_KEPT)(self._unpacked)

    @overload
    def __getitem__(self, index: int) -> Measure: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Measure, ...]: ...
    def __getitem__(self, index: int | slice) -> Measure | tuple[Measure, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(self._count)[index]
        return forms.read(self._lines(place // _TOGETHER)[place % _TOGETHER], Measure)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Measure]:
        for number in range(len(self._packs)):
            for line in self._unpacked(number):
                yield forms.read(line, Measure)

    def _unpacked(self, number: int) -> list[str]:
        return zlib.decompress(self._packs[number]).decode().split(_END)


def standing_measures(connection: Connection) -> StandingMeasures:
    """Every measure once, by id: as the last of the documents defines it, asked of every source
    that any of them asks.
    """
    return StandingMeasures(_written(connection))


def _written(connection: Connection) -> Iterator[str]:
    """Each measure as it is written, in order of their ids."""
    same: list[str] = []
    for body, is_first in _rows(connection):
        if is_first and same:
            yield _merged(same)
            same = []
        same.append(body)
    if same:
        yield _merged(same)


def _rows(connection: Connection) -> Iterator[tuple[str, bool]]:
    """What stands, by measure and document, and whether it is the first of its measure. The order
    is made of the names alone: to sort what is written would hold all of it.
    """
    ordered = connection.execution_options(yield_per=CHUNK).execute(
        _in_order[connection.dialect.name]
    )
    keys, firsts, before = array("q"), bytearray(), None
    for key, measure in ordered:
        keys.append(key)
        firsts.append(measure != before)
        before = measure
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        written = {row.id: row.body for row in _bodies.rows(connection, some)}
        for key, is_first in zip(some, firsts[start : start + CHUNK], strict=True):
            yield written[key], bool(is_first)


def _merged(same: list[str]) -> str:
    if len(same) == 1:
        return same[0]
    read = [forms.read(body, Measure) for body in same]
    return forms.written(replace(read[-1], subscriptions=united(read)))
