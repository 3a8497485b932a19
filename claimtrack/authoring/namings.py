"""Namings: the words by which a row, a column or a line is known among those beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimtrack.authoring.otherdays import without_dates
from claimtrack.authoring.removals import Sign

_WORD = re.compile(r"[^\W\d_]{2,}")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A text in which other words stand for *names*; ``is_moved`` where what they name stands in
    another place among its neighbours besides.
    """

    names: Collection[str]
    text: str
    is_moved: bool = False


def names_of(row: Iterable[str], others: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words in the texts of *row* that are missing from one of the *others*."""
    beside = [set(_words(texts)) for texts in others]
    return frozenset(word for word in _words(row) if any(word not in one for one in beside))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        # What follows a figure is its unit or its scale.
        yield from _WORD.findall(re.split(r"\d", without_dates(text), maxsplit=1)[0])


def renamed(text: str, names: Collection[str]) -> str:
    """*text* with a word that nobody knows in place of each of *names*."""
    return _WORD.sub(lambda word: f"x{word[0][::-1]}" if word[0] in names else word[0], text)


def any_stands(signs: Iterable[Sign], texts: Iterable[str]) -> bool:
    """Whether one of *signs* stands in one of *texts*."""
    told = list(texts)
    return any(sign.stands_in(text) for sign in signs for text in told)


def other_end(at: int, size: int) -> int | None:
    """Where of *size* what stands at *at* comes instead: first, or last where it is the first.
    None where it stands alone.
    """
    if size < 2:
        return None
    return 0 if at else size - 1


def swapped(rows: Sequence[_T], one: int, other: int) -> list[_T]:
    """*rows* with two of them in each other's place."""
    told = [*rows]
    told[one], told[other] = told[other], told[one]
    return told
