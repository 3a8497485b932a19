"""Rows of text: what stands side by side in JSON, in CSV and on the lines of a plain text, under
other names.

Objects of a list, and those under the keys of one; rows of cells and their columns, whose
names stand in the first row; lines, each with its words and its figure.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
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
from claimtrack.authoring.otherdays import without_dates
from claimtrack.authoring.removals import Sign, delimiter_of

_LETTERS = re.compile(r"[^\W\d_]{2,}")


def renamed_lines(text: str, signs: Sequence[Sign]) -> Iterator[Rewriting]:
    """*text* where a row, a column or a line that holds one of *signs* has other names."""
    if text.lstrip()[:1] in {"{", "["}:
        given = json.loads(text)
        for rows in _lists(given):
            yield from _of_objects(given, rows, signs)
        return
    lines = text.splitlines()
    delimiter = delimiter_of(lines)
    # The commas of 4,100 part no cells, and a head has no figure.
    if delimiter is None or _is_named(lines[0]):
        yield from _of_lines(lines, signs)
    if delimiter is not None:
        rows = list(csv.reader(lines, delimiter=delimiter))
        yield from _of_cells(rows, delimiter, signs)
        yield from _of_columns(rows, delimiter, signs)


# -- JSON ---------------------------------------------------------------------------------------


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


def _of_objects(given: Any, rows: list[Any], signs: Sequence[Sign]) -> Iterator[Rewriting]:
    told = [[*_strings(row)] for row in rows]
    for at, row in enumerate(rows):
        if not any_stands(signs, [*told[at], *_numbers(row)]):
            continue
        # What has other keys is another kind of row: its words are no names, but how it is built.
        same = (place for place in range(len(rows)) if _keys(rows[place]) == _keys(row))
        names = names_of(told[at], (told[place] for place in same if place != at))
        if names:
            held = {id(one[1]) if isinstance(one, list) else id(one) for one in rows}
            yield Rewriting(names, json.dumps(_other(given, names, held)))
            other = other_end(at, len(rows))
            if other is not None and isinstance(row, dict):
                before = [*rows]
                rows[:] = swapped(rows, at, other)
                made = json.dumps(_other(given, names, held))
                rows[:] = [_alike(row, names), *before]
                beside = json.dumps(given)
                rows[:] = before
                yield Rewriting(names, made, is_moved=True)
                yield Rewriting(names, beside, is_beside=True)


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
            renamed(key, names) if id(value) in rows else key: _other(value, names, rows, within)
            for key, value in given.items()
        }
    if isinstance(given, list):
        return [_other(value, names, rows, within) for value in given]
    return renamed(given, names) if within and isinstance(given, str) else given


def _alike(given: Any, names: Collection[str]) -> Any:
    if isinstance(given, dict):
        return {key: _alike(value, names) for key, value in given.items()}
    if isinstance(given, list):
        return [_alike(value, names) for value in given]
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        return json.loads(alike(json.dumps(given), ()))
    return alike(given, names) if isinstance(given, str) else given


# -- CSV ----------------------------------------------------------------------------------------


def _of_cells(
    rows: Sequence[list[str]], delimiter: str, signs: Sequence[Sign]
) -> Iterator[Rewriting]:
    head, *rest = rows
    done: set[frozenset[str]] = set()
    for at, row in enumerate(rest):
        if not any_stands(signs, row):
            continue
        names = names_of(row, (one for one in rest if one is not row))
        if names and names not in done:
            done.add(names)
            told = [[renamed(cell, names) for cell in one] for one in rest]
            yield Rewriting(names, _csv([head, *told], delimiter))
            other = other_end(at, len(rest))
            if other is not None:
                moved = [head, *swapped(told, at, other)]
                yield Rewriting(names, _csv(moved, delimiter), is_moved=True)
            beside = [head, [alike(cell, names) for cell in row], *rest]
            yield Rewriting(names, _csv(beside, delimiter), is_beside=True)


def _of_columns(
    rows: Sequence[list[str]], delimiter: str, signs: Sequence[Sign]
) -> Iterator[Rewriting]:
    """The columns that hold one of *signs*, each under another name."""
    head, *rest = rows
    if any(len(row) != len(head) for row in rest if row):
        return
    for at, label in enumerate(head):
        if not any_stands(signs, (row[at] for row in rest if row)):
            continue
        names = names_of([label], ([one] for place, one in enumerate(head) if place != at))
        if names:
            told = [[renamed(one, names) for one in head], *(row for row in rest if row)]
            yield Rewriting(names, _csv(told, delimiter))
            # The first column names the rows.
            other = other_end(at - 1, len(head) - 1)
            if at and other is not None:
                moved = [swapped(row, at, other + 1) for row in told]
                yield Rewriting(names, _csv(moved, delimiter), is_moved=True)
            beside = [[*row[:at], alike(row[at], names), *row[at:]] for row in (head, *rest) if row]
            yield Rewriting(names, _csv(beside, delimiter), is_beside=True)


def _csv(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return written.getvalue()


# -- lines --------------------------------------------------------------------------------------


def _of_lines(lines: Sequence[str], signs: Sequence[Sign]) -> Iterator[Rewriting]:
    """The lines that hold one of *signs*, each under another name."""
    places = [at for at, line in enumerate(lines) if _is_named(line)]
    rows = [lines[at] for at in places]
    done: set[frozenset[str]] = set()
    for at, row in enumerate(rows):
        if not any_stands(signs, [row]):
            continue
        names = names_of([row], ([one] for one in rows if one is not row))
        if names and names not in done:
            done.add(names)
            told = [renamed(one, names) for one in rows]
            yield Rewriting(names, _with_lines(lines, places, told))
            other = other_end(at, len(rows))
            if other is not None:
                moved = swapped(told, at, other)
                yield Rewriting(names, _with_lines(lines, places, moved), is_moved=True)
            beside = [*rows[:at], f"{alike(row, names)}\n{row}", *rows[at + 1 :]]
            yield Rewriting(names, _with_lines(lines, places, beside), is_beside=True)


def _is_named(line: str) -> bool:
    """Whether *line* has a figure, and words before it."""
    before, *figure = re.split(r"\d", without_dates(line), maxsplit=1)
    return bool(figure and _LETTERS.search(before))


def _with_lines(lines: Sequence[str], places: Sequence[int], told: Sequence[str]) -> str:
    others = dict(zip(places, told, strict=True))
    return "\n".join([*(others.get(at, line) for at, line in enumerate(lines)), ""])
