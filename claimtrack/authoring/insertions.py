"""Insertions: a page on which another figure stands before all others, or behind them.

A reader that looks where a figure stands finds it there still. One that counts the figures of the
page (the second of all that there are), or takes the largest of them, finds another one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from claimtrack.authoring.alterations import with_text
from claimtrack.authoring.otherdays import without_dates
from claimtrack.authoring.removals import delimiter_of
from claimtrack.pages import Page

#: No year; it is as long as it has to be to be larger than all others on the page.
_DIGITS = "48271" * 4
_LEAST = 5
_NUMBER = re.compile(r"\d(?:[\d.,\s]*\d)?")
#: A line of a plain text, and no head of rows.
_NAMED = re.compile(r"[^\d,;\t|]*[^\W\d_]{2}[^\d,;\t|]*\d")
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<(?![?!])[^>]*(?<!/)>")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A ``page`` with one figure more, and where that is, in words."""

    told: str
    page: Page


def insertions(page: Page) -> Iterator[Insertion]:
    """*page* with a figure before all others, then behind them: in an element or under a key of
    its own. Behind them alone in rows of cells with a head, in a column of its own, and in a plain
    text, on a line of its own: where a bare figure stands may be all that there is to go by.
    """
    try:
        figure = _larger_than_all(page.text)
    except ValueError:
        return
    for told, place in (("before", _before), ("behind", _behind)):
        made = with_text(page, partial(place, figure=figure))
        if made is not None:
            yield Insertion(f"{figure} {told} all others", made)


def _larger_than_all(text: str) -> str:
    runs = (sum(map(str.isdigit, found[0])) for found in _NUMBER.finditer(without_dates(text)))
    longest = max((size for size in runs if size < len(_DIGITS)), default=0)
    return _DIGITS[: max(_LEAST, longest + 1)]


def _before(text: str, figure: str) -> str:
    start = text.lstrip()[:1]
    if start == "<":
        opens = _BODY.search(text) or _ROOT.search(text)
        return text if opens is None else _put(text, opens.end(), f"<aside>No. {figure}</aside>")
    if start in {"{", "["}:
        place = text.find("{") + 1
        comma = "" if text[place:].lstrip()[:1] == "}" else ", "
        return _put(text, place, f'"_serial": {figure}{comma}') if place else text
    return text


def _behind(text: str, figure: str) -> str:
    start = text.lstrip()[:1]
    if start == "<":
        place = text.lower().rfind("</body")
        place = place if place >= 0 else text.rfind("</")
        return text if place < 0 else _put(text, place, f"<aside>No. {figure}</aside>")
    if start in {"{", "["}:
        place = text.rfind("}")
        comma = "" if text[:place].rstrip()[-1:] == "{" else ", "
        return _put(text, place, f'{comma}"_serial": {figure}') if place > 0 else text
    return _behind_lines(text, figure)


def _behind_lines(text: str, figure: str) -> str:
    lines = text.splitlines()
    delimiter = delimiter_of(lines)
    if delimiter is None or _NAMED.match(lines[0]):
        return "\n".join([*lines, f"No. {figure}", ""]) if len(lines) > 1 else text
    if any(sign.isdigit() for sign in lines[0]):
        return text  # rows without a head have no names for their columns
    head, *rows = csv.reader(lines, delimiter=delimiter)
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerows([[*head, "_serial"], *([*row, figure] for row in rows if row)])
    return written.getvalue()


def _put(text: str, place: int, told: str) -> str:
    return f"{text[:place]}{told}{text[place:]}"
