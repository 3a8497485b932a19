"""Namings: the words by which a row, a column or a line is known among those beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimtrack.authoring.otherdays import dates_at, without_dates
from claimtrack.authoring.removals import Sign

_FIGURE = re.compile(r"\d+(?![.,]?\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A text in which other words stand for *names*; ``is_moved`` where what they name stands in
    another place among its neighbours besides, ``is_beside`` where it keeps its names, and comes
    after another that has these as parts of its own.
    """

    names: Collection[str]
    text: str
    is_moved: bool = False
    is_beside: bool = False


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


def alike(text: str, names: Collection[str]) -> str:
    """*text* with longer words for *names*, which end with them (``SubTotal``), and other figures
    but for those of its dates.
    """
    told, end = [], 0
    for start, behind in (*dates_at(text), (len(text), len(text))):
        between = _FIGURE.sub(lambda one: _other_figure(one[0]), text[end:start])
        told += [_longer(between, names), _longer(text[start:behind], names)]
        end = behind
    return "".join(told)


def _longer(text: str, names: Collection[str]) -> str:
    return _WORD.sub(lambda word: f"Sub{word[0]}" if word[0] in names else word[0], text)


def _other_figure(figure: str) -> str:
    """*figure* with another last digit; no nought, for it may be a place in a list."""
    return figure[:-1] + str(int(figure[-1]) % 9 + 1)


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
