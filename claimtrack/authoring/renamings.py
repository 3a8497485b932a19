"""Renamings: a page on which what was read stands under another name, among rows that keep theirs.

A reader that looks for its row by name then finds none, and one that goes by something else reads
what it read before. What it must not do is give another row's figure for its own.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from claimtrack.authoring.filling import signs_of
from claimtrack.authoring.ordeals import rewritten
from claimtrack.authoring.otherdays import dates_in
from claimtrack.authoring.removals import Sign, delimiter_of
from claimtrack.markup import markup_of
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.pages import Page

#: So many rows of one page are renamed at most.
_MOST = 12
_SHOWN = 80
_WORD = re.compile(r"[^\W\d_]{2,}")
#: Cells stand beside each other within a row, and paragraphs say what they say.
_NO_ROWS = frozenset({"td", "th", "p", "html", "head", "body", "script", "style"})


@dataclass(frozen=True, slots=True)
class Renaming:
    """A page on which the names of a row, which are told, are others."""

    told: str
    page: Page


def renamings(page: Page, signs: Sequence[Sign]) -> Iterator[Renaming]:
    """The pages that *page* becomes where the row that holds one of *signs* has other names, row by
    row. A row's names are its words that not all of the rows beside it have.
    """
    try:
        made = _of_markup(page, signs) if page.is_markup else _of_text(page.text, signs)
        for names, rest in islice(made, _MOST):
            yield Renaming(", ".join(sorted(names))[:_SHOWN], rewritten(page, rest))
    except (ValueError, RecursionError):
        return  # what cannot be read whole has no rows


_Made = Iterator[tuple[Collection[str], str]]


def _names(row: Iterable[str], others: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words in the texts of *row* that are missing from one of the *others*."""
    beside = [set(_words(texts)) for texts in others]
    return frozenset(word for word in _words(row) if any(word not in one for one in beside))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if not any(dates_in(text)):
            # What follows a figure is its unit or its scale.
            yield from _WORD.findall(re.split(r"\d", text, maxsplit=1)[0])


def _renamed(text: str, names: Collection[str]) -> str:
    return _WORD.sub(lambda word: f"x{word[0][::-1]}" if word[0] in names else word[0], text)


def _any(signs: Iterable[Sign], texts: Iterable[str]) -> bool:
    told = list(texts)
    return any(sign.stands_in(text) for sign in signs for text in told)


# -- HTML and XML -------------------------------------------------------------------------------


def _of_markup(page: Page, signs: Sequence[Sign]) -> _Made:
    root = page.root
    done: set[Any] = set()
    for node in list(root.iter()):
        if isinstance(node.tag, str) and _any(signs, [node.text or "", *node.attrib.values()]):
            for row in (node, *node.iterancestors()):
                if row not in done and len(rows := _rows_beside(row)) > 1:
                    done.add(row)
                    yield from _of_rows(root, row, rows, is_html=page.is_html)


def _rows_beside(row: Any) -> list[Any]:
    """The elements of its shape that *row* stands among, itself too."""
    holder = row.getparent()
    if holder is None or row.tag in _NO_ROWS:
        return []
    shape = [row.tag, *(one.tag for one in row)]  # the heads of a table are no row of it
    return [one for one in holder if [one.tag, *(part.tag for part in one)] == shape]


def _of_rows(root: Any, row: Any, rows: Sequence[Any], *, is_html: bool) -> _Made:
    names = _names(_texts(row), (_texts(one) for one in rows if one is not row))
    if not names:
        return
    kept: list[tuple[Any, str | None, str | None, dict[str, str]]] = []
    for node in (node for one in rows for node in one.iter() if isinstance(node.tag, str)):
        kept.append((node, node.text, node.tail, dict(node.attrib)))
        node.text = _renamed(node.text, names) if node.text else node.text
        if node not in rows:
            node.tail = _renamed(node.tail, names) if node.tail else node.tail
        for name, value in node.attrib.items():
            node.set(name, _renamed(value, names))
    made = markup_of(root, is_html=is_html)
    for node, text, tail, attributes in kept:
        node.text, node.tail = text, tail
        for name, value in attributes.items():
            node.set(name, value)
    yield names, made


def _texts(row: Any) -> Iterator[str]:
    for node in row.iter():
        if isinstance(node.tag, str):
            yield from (node.text or "", *node.attrib.values())
            if node is not row:
                yield node.tail or ""


# -- JSON and CSV -------------------------------------------------------------------------------


def _of_text(text: str, signs: Sequence[Sign]) -> _Made:
    if text.lstrip()[:1] in {"{", "["}:
        given = json.loads(text)
        for rows in _lists(given):
            yield from _of_objects(given, rows, signs)
        return
    lines = text.splitlines()
    delimiter = delimiter_of(lines)
    if delimiter is not None:
        yield from _of_cells(list(csv.reader(lines, delimiter=delimiter)), delimiter, signs)


def _lists(given: Any) -> Iterator[list[Any]]:
    """The rows that stand side by side: the objects of a list, and those under the keys of one."""
    if isinstance(given, dict):
        rows = [[key, value] for key, value in given.items() if isinstance(value, dict)]
        if len(rows) > 1:
            yield rows
        for value in given.values():
            yield from _lists(value)
    elif isinstance(given, list):
        if len(given) > 1 and all(isinstance(value, dict) for value in given):
            yield given
        for value in given:
            yield from _lists(value)


def _of_objects(given: Any, rows: Sequence[Any], signs: Sequence[Sign]) -> _Made:
    told = [[*_strings(row)] for row in rows]
    for at, row in enumerate(rows):
        if not _any(signs, [*told[at], *_numbers(row)]):
            continue
        # What has other keys is another kind of row: its words are no names, but how it is built.
        alike = (place for place in range(len(rows)) if _keys(rows[place]) == _keys(row))
        names = _names(told[at], (told[place] for place in alike if place != at))
        if names:
            held = {id(one[1]) if isinstance(one, list) else id(one) for one in rows}
            yield names, json.dumps(_other(given, names, held))


def _keys(row: Any) -> frozenset[str]:
    return frozenset(row[1] if isinstance(row, list) else row)


def _strings(given: Any) -> Iterator[str]:
    """The texts in *given*; of its keys, the one that names a row."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, (dict, list)):
        for value in given.values() if isinstance(given, dict) else given:
            yield from _strings(value)


def _numbers(given: Any) -> Iterator[str]:
    if isinstance(given, (dict, list)):
        for value in given.values() if isinstance(given, dict) else given:
            yield from _numbers(value)
    elif isinstance(given, (int, float)) and not isinstance(given, bool):
        yield str(given)


def _other(given: Any, names: Collection[str], rows: Collection[int], inside: bool = False) -> Any:
    """*given* with other *names* in the objects that are *rows*, and in the keys that name them."""
    within = inside or id(given) in rows
    if isinstance(given, dict):
        return {
            _renamed(key, names) if id(value) in rows else key: _other(value, names, rows, within)
            for key, value in given.items()
        }
    if isinstance(given, list):
        return [_other(value, names, rows, within) for value in given]
    return _renamed(given, names) if within and isinstance(given, str) else given


def _of_cells(rows: Sequence[list[str]], delimiter: str, signs: Sequence[Sign]) -> _Made:
    head, *rest = rows
    done: set[frozenset[str]] = set()
    for row in rest:
        names = _names(row, (one for one in rest if one is not row)) if _any(signs, row) else None
        if names and names not in done:
            done.add(names)
            written = io.StringIO()
            other = [[_renamed(cell, names) for cell in one] for one in rest]
            writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
            writer.writerows([head, *other])
            yield names, written.getvalue()


# -- what is read -------------------------------------------------------------------------------


@dataclass
class Standin:
    """What was *found* on *page* for *measures*, and what is *read* where its row has another name.
    ``tried`` counts the pages.
    """

    page: Page
    measures: Sequence[Measure]
    found: Sequence[Reading]
    read: Callable[[Page], Sequence[Reading]]
    tried: int = field(default=0, init=False)

    def problems(self) -> Iterator[str]:
        """The first figure of another row that is given for the own of each measure."""
        amounts = [one for one in self.found if _is_amount(one)]
        told: set[str] = set()
        for renaming in renamings(self.page, [*signs_of(amounts)]) if amounts else ():
            self.tried += 1
            for reading in self.read(renaming.page):
                if reading.measure not in told and self._is_anothers(reading):
                    told.add(reading.measure)
                    yield (
                        f"with other names for {renaming.told}: {reading.measure}: read"
                        f" {reading.value}, which stands in no row of its own"
                        f" (quoting {reading.quote[:_SHOWN]!r})"
                    )

    def _is_anothers(self, reading: Reading) -> bool:
        """Whether *reading* is another amount for a day for which one is stated: nothing on the
        page is another but names.
        """
        own = [
            one.value
            for one in self.found
            if (one.measure, one.as_of) == (reading.measure, reading.as_of)
        ]
        return bool(own) and _is_amount(reading) and reading.value not in own


def _is_amount(reading: Reading) -> bool:
    """Whether it is an amount or a day that stands on the page: a word is a name itself, and a sum
    is of the rows that it finds.
    """
    return not (isinstance(reading.value, str) or reading.derived)
