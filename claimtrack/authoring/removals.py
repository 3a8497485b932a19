"""Removals: a page from which the place has gone where a value or a day stood.

A key of JSON, an element or an attribute of HTML and XML, a row, a cell or a column of CSV, a line
of a text: away with it, and with what it stands in, step by step; or it is there and empty.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from claimtrack.authoring.alterations import figures, significant
from claimtrack.authoring.ordeals import rewritten
from claimtrack.authoring.otherdays import dates_in
from claimtrack.markup import markup_of
from claimtrack.pages import Page

#: What is made of one page at most; of so many places, the innermost first.
_MOST = 64
_PLACES = 12
_SHOWN = 60
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Sign:
    """By what a place is known where a reading stands: words that were quoted, the digits of its
    figures, its day.
    """

    quote: str
    digits: frozenset[str]
    day: date | None = None

    def stands_in(self, text: str) -> bool:
        """Whether *text*, of one place on a page, holds it or a part of it."""
        told = " ".join(text.split()).casefold()
        if not told:
            return False
        quote = " ".join(self.quote.split()).casefold()
        if _holds(told, quote) or _holds(quote, told):
            return True
        if any(significant(one) in self.digits for one in figures(text)):
            return True
        return self.day is not None and self.day in dates_in(text)


def _holds(text: str, part: str) -> bool:
    """Whether *part* stands in *text* as words of its own."""
    at = text.find(part) if part else -1
    if at < 0:
        return False
    around = text[at - 1 : at], text[at + len(part) : at + len(part) + 1]
    return not any(sign.isalnum() for sign in around)


@dataclass(frozen=True, slots=True)
class Removal:
    """A page from which something has gone, which is told in words."""

    told: str
    page: Page


def removals(page: Page, signs: Sequence[Sign]) -> Iterator[Removal]:
    """The pages that *page* becomes where a place that holds one of *signs* is gone, one by one."""
    try:
        text, is_markup = page.text, page.is_markup
        made = _of_markup(page, signs) if is_markup else _of_text(text, signs)
        yield from (Removal(told, rewritten(page, rest)) for told, rest in islice(made, _MOST))
    except (ValueError, RecursionError):
        return  # what cannot be read whole has no places


_Made = Iterator[tuple[str, str]]
_Place = TypeVar("_Place")


def _of_text(text: str, signs: Sequence[Sign]) -> _Made:
    if text.lstrip()[:1] in {"{", "["}:
        yield from _of_json(text, signs)
        return
    lines = text.splitlines()
    delimiter = delimiter_of(lines)
    if delimiter is None:
        yield from _lines(lines, signs)
    else:
        yield from _cells(lines, delimiter, signs)


# -- JSON ---------------------------------------------------------------------------------------

_Path = tuple[str | int, ...]


def _of_json(text: str, signs: Sequence[Sign]) -> _Made:
    given = json.loads(text)
    places = _some([path for path, told in _leaves(given, ()) if _any(signs, told)])
    for path in _innermost_first(places):
        told = "".join(f"[{json.dumps(key, ensure_ascii=False)}]" for key in path)
        yield told, json.dumps(_without(given, path))
        if path in places:
            yield f"the value of {told}", json.dumps(_without(given, path, emptied=True))


def _leaves(given: Any, path: _Path) -> Iterator[tuple[_Path, str]]:
    """Each value that holds no other, and each key, with the words of it."""
    if isinstance(given, dict):
        for key, value in given.items():
            yield (*path, key), str(key)
            yield from _leaves(value, (*path, key))
    elif isinstance(given, list):
        for place, value in enumerate(given):
            yield from _leaves(value, (*path, place))
    elif given is not None and not isinstance(given, bool):
        yield path, str(given)


def _innermost_first(places: Iterable[_Path]) -> Iterator[_Path]:
    """*places*, then what they stand in, outwards, each once."""
    layer = list(dict.fromkeys(place for place in places if place))
    while layer:
        yield from layer
        layer = list(dict.fromkeys(path[:-1] for path in layer if len(path) > 1))


def _without(given: Any, path: _Path, *, emptied: bool = False) -> Any:
    """*given* without what stands at *path*: gone, or nothing in its place."""
    rest = deepcopy(given)
    holder = rest
    for key in path[:-1]:
        holder = holder[key]
    if emptied:
        holder[path[-1]] = None
    else:
        del holder[path[-1]]
    return rest


# -- HTML and XML -------------------------------------------------------------------------------


def _of_markup(page: Page, signs: Sequence[Sign]) -> _Made:
    root = page.root
    places = [
        (node, name)
        for node in root.iter()
        if isinstance(node.tag, str)
        for name, told in _texts(node)
        if _any(signs, told)
    ]
    places = _some(places)
    paths = {node: root.getroottree().getpath(node) for node, _ in places}
    for node, name in dict.fromkeys(places):
        told = "the text of" if name is None else f"the attribute {name} of"
        yield (
            f"{told} {paths[node]}",
            markup_of(_emptied(root, paths[node], name), is_html=page.is_html),
        )
    for path in _elements_outwards(node for node, _ in places):
        yield path, markup_of(_uprooted(root, path), is_html=page.is_html)


def _texts(node: Any) -> Iterator[tuple[str | None, str]]:
    """The words right in an element, and each of its attributes by name."""
    yield None, " ".join(part for part in (node.text, *(one.tail for one in node)) if part)
    yield from ((name, value) for name, value in node.attrib.items())


def _elements_outwards(nodes: Iterable[Any]) -> Iterator[str]:
    """The paths of *nodes*, then of what they stand in, but for what every page has."""
    layer = list(dict.fromkeys(nodes))
    while layer:
        kept = [one for one in layer if one.getparent() is not None and one.tag != "body"]
        yield from (one.getroottree().getpath(one) for one in kept)
        layer = list(dict.fromkeys(one.getparent() for one in kept))


def _emptied(root: Any, path: str, name: str | None) -> Any:
    rest, node = _copied(root, path)
    if name is not None:
        del node.attrib[name]
        return rest
    node.text = None
    for one in node:
        one.tail = None
    return rest


def _uprooted(root: Any, path: str) -> Any:
    """*root* without the element at *path*; what stands behind it stays."""
    rest, node = _copied(root, path)
    holder, before = node.getparent(), node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        holder.text = (holder.text or "") + node.tail
    holder.remove(node)
    return rest


def _copied(root: Any, path: str) -> tuple[Any, Any]:
    rest = deepcopy(root)
    (node,) = rest.getroottree().xpath(path, namespaces={k: v for k, v in rest.nsmap.items() if k})
    return rest, node


# -- CSV and lines ------------------------------------------------------------------------------


def delimiter_of(lines: Sequence[str]) -> str | None:
    """What parts the cells of *lines*: each that is not empty has it; None where they have none."""
    told = [line for line in lines if line.strip()]
    found = [one for one in _DELIMITERS if len(told) > 1 and all(one in line for line in told)]
    return max(found, key=lambda one: told[0].count(one), default=None)


def _cells(lines: Sequence[str], delimiter: str, signs: Sequence[Sign]) -> _Made:
    rows = list(csv.reader(lines, delimiter=delimiter))
    places = [
        (at, column)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if at and _any(signs, cell)
    ]
    places = _some(places)
    for at, column in places:
        emptied = [[*row] for row in rows]
        emptied[at][column] = ""
        yield f"the cell {column + 1} of line {at + 1}", _csv(emptied, delimiter)
    for at in dict.fromkeys(at for at, _ in places):
        yield f"line {at + 1}", _csv([*rows[:at], *rows[at + 1 :]], delimiter)
    for column in dict.fromkeys(column for _, column in places):
        name = rows[0][column] if column < len(rows[0]) else str(column + 1)
        rest = [[*row[:column], *row[column + 1 :]] for row in rows]
        yield f"the column {name[:_SHOWN]!r}", _csv(rest, delimiter)


def _csv(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _lines(lines: Sequence[str], signs: Sequence[Sign]) -> _Made:
    for at, line in enumerate(lines):
        if _any(signs, line):
            yield f"line {at + 1}", "\n".join([*lines[:at], *lines[at + 1 :], ""])


def _some(places: Sequence[_Place]) -> list[_Place]:
    """So many of *places*, as far apart as can be, the first and the last among them."""
    if len(places) <= _PLACES:
        return [*places]
    return [places[at * (len(places) - 1) // (_PLACES - 1)] for at in range(_PLACES)]


def _any(signs: Iterable[Sign], told: str) -> bool:
    return any(sign.stands_in(told) for sign in signs)
