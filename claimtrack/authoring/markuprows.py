"""Rows of markup: what stands side by side in a page of HTML or XML, under other names.

Elements of one shape, the terms of a ``dl`` with what is said of them, and the columns of a table,
whose names stand in its first row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from claimtrack.authoring.namings import (
    Rewriting,
    alike,
    any_stands,
    names_of,
    other_end,
    renamed,
    swapped,
)
from claimtrack.authoring.removals import Sign
from claimtrack.markup import markup_of
from claimtrack.pages import Page

#: Cells stand beside each other within a row, and paragraphs say what they say.
_NO_ROWS = frozenset({"td", "th", "p", "dt", "dd", "html", "head", "body", "script", "style"})
_CELLS = frozenset({"td", "th"})

#: Elements that are one row together.
_Row = Sequence[Any]


def renamed_rows(page: Page, signs: Sequence[Sign]) -> Iterator[Rewriting]:
    """*page* where a row, a term or a column that holds one of *signs* has other names."""
    root = page.root
    write = _Writing(root, page.is_html)
    done: set[Any] = set()
    for node in list(root.iter()):
        if isinstance(node.tag, str) and any_stands(
            signs, [node.text or "", *node.attrib.values()]
        ):
            for row in (node, *node.iterancestors()):
                if row not in done:
                    done.add(row)
                    yield from _of_rows(write, row)
                    yield from _of_column(write, row)


@dataclass(frozen=True, slots=True)
class _Writing:
    """A tree, and how it is written out."""

    root: Any
    is_html: bool

    def text(self) -> str:
        return markup_of(self.root, is_html=self.is_html)


# -- rows ---------------------------------------------------------------------------------------


def _of_rows(write: _Writing, row: Any) -> Iterator[Rewriting]:
    rows = _terms_beside(row) if row.tag == "dd" else _rows_beside(row)
    at = next((place for place, one in enumerate(rows) if row in one), None)
    if at is None or len(rows) < 2:
        return
    names = names_of(_texts(rows[at]), (_texts(one) for one in rows if one is not rows[at]))
    if names:
        other = other_end(at, len(rows))
        moved = None if other is None else [(row.getparent(), _order(rows, at, other))]
        yield from _rewritten(write, names, rows, moved)
        yield _beside(write, names, [rows[at]])


def _rows_beside(row: Any) -> Sequence[_Row]:
    """The elements of its shape that *row* stands among, itself too."""
    holder = row.getparent()
    if holder is None or row.tag in _NO_ROWS:
        return []
    shape = [row.tag, *(one.tag for one in row)]  # the heads of a table are no row of it
    return [[one] for one in holder if [one.tag, *(part.tag for part in one)] == shape]


def _terms_beside(said: Any) -> Sequence[_Row]:
    """The terms of the list that *said* is in, each with what is said of it."""
    rows: list[list[Any]] = []
    for one in said.getparent() if said.getparent() is not None else ():
        if one.tag == "dt" and (not rows or rows[-1][-1].tag == "dd"):
            rows.append([one])
        elif one.tag in {"dt", "dd"} and rows:
            rows[-1].append(one)
    return rows


def _order(rows: Sequence[_Row], one: int, other: int) -> list[Any]:
    """What the holder of *rows* holds, with two of them in each other's place."""
    holder = rows[0][0].getparent()
    first = {id(row[0]): new for row, new in zip(rows, swapped(rows, one, other), strict=True)}
    inside = {id(part) for row in rows for part in row}
    told: list[Any] = []
    for part in holder:
        told.extend(first.get(id(part), [] if id(part) in inside else [part]))
    return told


def _texts(row: _Row) -> Iterator[str]:
    for top in row:
        for node in top.iter():
            if isinstance(node.tag, str):
                yield from (node.text or "", *node.attrib.values())
                if node is not top:
                    yield node.tail or ""


# -- columns ------------------------------------------------------------------------------------


def _of_column(write: _Writing, cell: Any) -> Iterator[Rewriting]:
    """The column of *cell* under another name, in a table each row of which has as many cells."""
    if cell.tag not in _CELLS:
        return
    table = next((one for one in cell.iterancestors() if one.tag == "table"), None)
    rows = [] if table is None else [_cells(row) for row in table.iter("tr")]
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or cell in rows[0]:
        return
    at = next((row.index(cell) for row in rows if cell in row), None)
    if at is None or any(_is_wide(one) for row in rows for one in row):
        return
    heads = [[one] for one in rows[0]]
    names = names_of(_texts(heads[at]), (_texts(one) for one in heads if one is not heads[at]))
    if names:
        # The first column names the rows.
        other = other_end(at - 1, len(heads) - 1)
        moved = None
        if at and other is not None:
            moved = [
                (row[0].getparent(), _order([[one] for one in row], at, other + 1)) for row in rows
            ]
        yield from _rewritten(write, names, heads, moved)
        yield _beside(write, names, [[row[at]] for row in rows])


def _cells(row: Any) -> list[Any]:
    return [one for one in row if one.tag in _CELLS]


def _is_wide(cell: Any) -> bool:
    return any(cell.get(name, "1") != "1" for name in ("colspan", "rowspan"))


# -- writing ------------------------------------------------------------------------------------


def _rewritten(
    write: _Writing,
    names: frozenset[str],
    rows: Sequence[_Row],
    moved: Sequence[tuple[Any, Sequence[Any]]] | None,
) -> Iterator[Rewriting]:
    """The page with other *names* in *rows*; then with what each holder holds in another order."""
    restore = _rename(names, rows)
    made = [Rewriting(names, write.text())]
    if moved is not None:
        before = [(holder, list(holder)) for holder, _ in moved]
        for holder, order in moved:
            holder.extend(order)
        made.append(Rewriting(names, write.text(), is_moved=True))
        for holder, order in before:
            holder.extend(order)
    restore()
    yield from made


def _beside(write: _Writing, names: frozenset[str], rows: Sequence[_Row]) -> Rewriting:
    """The page with a copy of each of *rows* before it, whose names have *names* as their parts."""
    copies = [_alike(one, names) for row in rows for one in row]
    places = (one for row in rows for one in [row[0]] * len(row))
    for place, copy in zip(places, copies, strict=True):
        place.addprevious(copy)
    made = Rewriting(names, write.text(), is_beside=True)
    for copy in copies:
        copy.getparent().remove(copy)
    return made


def _alike(element: Any, names: frozenset[str]) -> Any:
    made = deepcopy(element)
    for node in (node for node in made.iter() if isinstance(node.tag, str)):
        node.text = alike(node.text, names) if node.text else node.text
        if node is not made:
            node.tail = alike(node.tail, names) if node.tail else node.tail
        for name, value in node.attrib.items():
            node.set(name, alike(value, names))
    return made


def _rename(names: frozenset[str], rows: Iterable[_Row]) -> Callable[[], None]:
    """Gives *rows* other *names*; what it returns gives them their own again."""
    kept: list[tuple[Any, str | None, str | None, dict[str, str]]] = []
    tops = {top for row in rows for top in row}
    for node in (node for top in tops for node in top.iter() if isinstance(node.tag, str)):
        kept.append((node, node.text, node.tail, dict(node.attrib)))
        node.text = renamed(node.text, names) if node.text else node.text
        if node not in tops:
            node.tail = renamed(node.tail, names) if node.tail else node.tail
        for name, value in node.attrib.items():
            node.set(name, renamed(value, names))

    def restore() -> None:
        for node, text, tail, attributes in kept:
            node.text, node.tail = text, tail
            for name, value in attributes.items():
                node.set(name, value)

    return restore
