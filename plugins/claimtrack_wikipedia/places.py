"""Places: where on a page of a wiki something stands: in an infobox, or in a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack import Page, Unreadable

_NOTE = re.compile(
    r"\s?\^?\[(?:\d{1,3}|[a-z]{1,2}|(?:note|nb|lower-alpha) \d{1,3}|citation needed)\]",
    re.IGNORECASE,
)
_INFOBOX = "//table[contains(concat(' ', normalize-space(@class), ' '), ' infobox ')]"
_BULLET = re.compile(r"^[•·–-]\s*")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell, without the marks of notes, the label beside it, and where."""

    text: str
    label: str
    where: str


def in_infobox(page: Page, label: str) -> Cell:
    """The cell beside *label* in the page's infobox. Raises `Unreadable` for none and several: of
    two cells beside one label, as of the sides of a war, neither is the row's own.
    """
    values: dict[str, list[str]] = {}
    for one in page.xpath(f"{_INFOBOX}//tr/td"):
        values.setdefault(_row(one.path), []).append(_clean(one.text))
    heads = [(one.path, _clean(one.text)) for one in page.xpath(f"{_INFOBOX}//tr/th[1]")]
    found = [
        ([one for one in values[_row(path)] if one] or [""], head)
        for path, head in heads
        if _row(path) in values and _is_label(head, label)
    ]
    if len(found) == 1:
        beside, head = found[0]
        if len(beside) > 1:
            told = "; ".join(beside)[:300]
            raise Unreadable(f"{len(beside)} cells stand beside “{label}” in the infobox: {told}")
        return Cell(beside[0], head, f"infobox “{head}”")
    if found:
        raise Unreadable(f"{len(found)} rows of the infobox are called “{label}”")
    told = ", ".join(head for path, head in heads if _row(path) in values)[:300]
    raise Unreadable(f"no row of an infobox is called “{label}”; there are {told or 'none'}")


def _is_label(head: str, label: str) -> bool:
    return _BULLET.sub("", head).casefold() == label.casefold()


def _row(path: str) -> str:
    return path.rpartition("/")[0]


def in_table(page: Page, css: str, row: str, column: str) -> Cell:
    """The cell of the table *css* that stands in the row that begins with *row*, under *column*.
    Raises `Unreadable` where that is not one cell.
    """
    rows = [[_clean(cell) for cell in line] for line in page.table(css)]
    headers = [line for line in rows if column.casefold() in map(str.casefold, line)]
    if not headers:
        told = ", ".join(rows[0]) if rows else "none"
        raise Unreadable(f"no column of {css} is called “{column}”; there are {told[:300]}")
    places = [at for at, name in enumerate(headers[0]) if name.casefold() == column.casefold()]
    lines = [line for line in rows if line and line[0].casefold() == row.casefold()]
    if len(places) != 1 or len(lines) != 1:
        raise Unreadable(
            f"{len(places)} columns of {css} are called “{column}” and {len(lines)} rows “{row}”"
        )
    if places[0] >= len(lines[0]):
        raise Unreadable(f"the row “{row}” of {css} ends before the column “{column}”")
    return Cell(lines[0][places[0]], row, f"{css}, row “{row}”, column “{column}”")


def words_of(page: Page) -> str:
    """The words of the page, without the marks of notes, a paragraph a line."""
    paragraphs = page.select("p, li")
    return "\n".join(_clean(one.text) for one in paragraphs)


def _clean(text: str) -> str:
    return " ".join(_NOTE.sub("", text.replace("\0", "\ufffd")).split())
