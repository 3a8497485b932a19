"""Attempts that were recorded, held in little room however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import overload

from claimtrack.observations import Attempt, Reading, Result
from claimtrack.packing import Packing

#: So many are packed together. Attempts at pages with a figure each take 1.9 kB as they are and
#: some 110 bytes packed, because they differ in little, and 12 microseconds to pack.
_TOGETHER = 250
_PACKING = Packing(Attempt, Result, Reading)


class Attempts(Sequence[Attempt]):
    """The attempts *given*, in their order; equal to a tuple of the same.

    All but the last few are packed as they come, and unpacked where they are looked at, each time
    anew: whoever looks at many does it in order.
    """

    __slots__ = ("_last", "_packs")

    def __init__(self, given: Iterable[Attempt] = ()) -> None:
        coming = iter(given)
        packs: list[bytes | tuple[Attempt, ...]] = []
        while len(some := tuple(islice(coming, _TOGETHER))) == _TOGETHER:
            packs.append(_packed(some))
        self._packs, self._last = tuple(packs), some

    @overload
    def __getitem__(self, index: int) -> Attempt: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Attempt, ...]: ...
    def __getitem__(self, index: int | slice) -> Attempt | tuple[Attempt, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(len(self))[index]
        return self._pack(place // _TOGETHER)[place % _TOGETHER]

    def __len__(self) -> int:
        return _TOGETHER * len(self._packs) + len(self._last)

    def __iter__(self) -> Iterator[Attempt]:
        packs = map(self._pack, range(len(self._packs) + 1))
        return chain.from_iterable(packs)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Attempts | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(Attempt.__eq__, self, other))

    def __add__(self, other: Iterable[Attempt]) -> tuple[Attempt, ...]:
        return (*self, *other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _pack(self, number: int) -> tuple[Attempt, ...]:
        if number == len(self._packs):
            return self._last
        pack = self._packs[number]
        return _unpacked(pack) if isinstance(pack, bytes) else pack


def _packed(some: tuple[Attempt, ...]) -> bytes | tuple[Attempt, ...]:
    """*some* in little room; as they are where a reader's own kind of value is no such thing."""
    with suppress(Exception):  # a plugin's own types may raise whatever they like
        return _PACKING.packed(some)
    return some


def _unpacked(pack: bytes) -> tuple[Attempt, ...]:
    some: tuple[Attempt, ...] = _PACKING.unpacked(pack)
    return some
