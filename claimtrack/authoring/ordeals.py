"""Ordeals: what becomes of a page on a bad day, so that its reader can be tried on it.

A page comes empty, walled, cut short, in another order, far too large, or in another charset. A
reader may refuse it as it likes; what it must not do is give a value that the page does not state.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from claimtrack.pages import Page

#: The ordeals by name, on which a page states nothing that it did not before.
ORDEALS = ("empty", "walled", "truncated", "reordered", "enormous", "charset")

#: A page is cut at so many places one as far from the next as the other, and at as many again
#: within the words that were read off it.
_CUTS = 32
#: As large as a body may be when it is fetched, less what the page itself holds.
_ENORMOUS = 16_000_000
_DEEP = 100_000

# Written to tempt: each shows figures and days that no reader has any business with.
_WALLS = {
    "challenge": (
        503,
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>"
        "<h1>Checking your browser</h1><p>This takes up to 5 seconds.</p><p>Ray 8f31</p>"
        "</body></html>",
    ),
    "consent": (
        200,
        "<!DOCTYPE html><html><head><title>Before you continue</title></head><body>"
        "<h1>Your privacy</h1><p>We and our 812 partners store cookies for 13 months.</p>"
        "<button>Accept all</button></body></html>",
    ),
    "login": (
        200,
        "<!DOCTYPE html><html><head><title>Log in</title></head><body><form><input name=user>"
        "<input type=password></form><table><tr><th>Year</th><th>Value</th></tr></table>"
        "<p>3 free articles left</p></body></html>",
    ),
    "error in JSON": (200, '{"error": {"code": 429, "message": "quota of 100 a day is used up"}}'),
    "list of nothing": (200, "[]"),
    "no table": (200, "<html><body><table></table></body></html>"),
}


@dataclass(frozen=True, slots=True)
class Ordeal:
    """A page on a bad day: what was done to it in words, and the page that came of it."""

    kind: str
    told: str
    page: Page


def ordeals(page: Page, quotes: Iterable[str] = ()) -> Iterator[Ordeal]:
    """The ordeals of *page*, one by one; *quotes* are words that are read off it, within which it
    is cut as well.
    """
    for kind, made in (
        ("empty", _empty(page)),
        ("walled", _walled(page)),
        ("truncated", _truncated(page, tuple(quotes))),
        ("reordered", _reordered(page)),
        ("enormous", _enormous(page)),
        ("charset", _charsets(page)),
    ):
        for told, content, headers, status in made:
            changed = replace(page, content=content, headers=headers, status=status)
            yield Ordeal(kind, told, changed)


_Headers = tuple[tuple[str, str], ...]
_Made = Iterator[tuple[str, bytes, _Headers, int | None]]


def _empty(page: Page) -> _Made:
    yield "empty", b"", page.headers, page.status
    yield "white space alone", b" \r\n\t\n", page.headers, page.status


def _walled(page: Page) -> _Made:
    for name, (status, shown) in _WALLS.items():
        kind = "text/html; charset=utf-8" if shown.startswith("<") else "application/json"
        yield f"a wall ({name})", shown.encode(), _typed(page, kind), status
        if _content_type(page):
            yield f"a wall ({name}) by the page's own type", shown.encode(), page.headers, status


def _truncated(page: Page, quotes: tuple[str, ...]) -> _Made:
    size = len(page.content)
    places = {size * number // (_CUTS + 1) for number in range(1, _CUTS + 1)}
    places |= {size - back for back in range(1, min(8, size))}
    places |= set(_within(page.content, quotes))
    # Nobody says any more how long it should have been.
    headers, status = (*_lengthless(page), ("connection", "close")), page.status or 200
    for place in sorted(places - {0, size}):
        yield f"cut after {place} bytes of {size}", page.content[:place], headers, status


def _within(content: bytes, quotes: tuple[str, ...]) -> Iterator[int]:
    """Places inside the numbers of *quotes*, where these stand in *content*."""
    found = 0
    for number in dict.fromkeys(number for quote in quotes for number in _numbers(quote)):
        at = content.rfind(number.encode())
        if at >= 0:
            yield from (at + inside for inside in range(1, len(number)))
            found += 1
        if found >= _CUTS:
            return


def _numbers(quote: str) -> list[str]:
    return re.findall(r"\d[\d.,\u00a0 ]*\d", quote)


def _reordered(page: Page) -> _Made:
    try:
        text = page.text
    except ValueError:
        return
    for told, changed in _orders(text):
        if changed != text:
            yield told, rewritten(page, changed).content, page.headers, page.status


def _orders(text: str) -> Iterator[tuple[str, str]]:
    start = text.lstrip()[:1]
    if start in {"{", "["}:
        try:
            given = json.loads(text)
        except (ValueError, RecursionError):
            return
        yield "its keys in another order", json.dumps(_turned(given, rows=False))
        yield "its rows and keys in another order", json.dumps(_turned(given, rows=True))
    elif start == "<":
        yield "its table rows in another order", _rows_turned(text, "tr")
        yield "its list items in another order", _rows_turned(text, "li")
    else:
        yield from _lines_turned(text)


def _turned(given: Any, *, rows: bool) -> Any:
    """*given* with the keys of its objects, and its lists of objects, from last to first. A list
    of numbers stays: a place on a map is one.
    """
    if isinstance(given, dict):
        return {key: _turned(value, rows=rows) for key, value in reversed(given.items())}
    if isinstance(given, list):
        turned = [_turned(value, rows=rows) for value in given]
        is_rows = rows and all(isinstance(value, dict) for value in given)
        return turned[::-1] if is_rows else turned
    return given


def _rows_turned(text: str, tag: str) -> str:
    """The page with each run of neighbouring elements *tag* from last to first, headers apart."""
    one = rf"<{tag}\b(?:(?!</?{tag}\b)[\s\S])*</{tag}\s*>"
    runs = re.compile(rf"{one}(?:\s*{one})+", re.IGNORECASE)

    def turned(run: re.Match[str]) -> str:
        rows = re.findall(one, run[0], re.IGNORECASE)
        heads = [row for row in rows if re.search(r"<th\b", row, re.IGNORECASE)]
        return "\n".join([*heads, *(row for row in reversed(rows) if row not in heads)])

    return runs.sub(turned, text)


def _lines_turned(text: str) -> Iterator[tuple[str, str]]:
    lines = text.splitlines()
    if len(lines) > 2 and all("," in line or ";" in line or "\t" in line for line in lines if line):
        yield "its rows in another order", "\n".join([lines[0], *reversed(lines[1:]), ""])
    else:
        yield "its lines in another order", "\n".join([*reversed(lines), ""])


def _enormous(page: Page) -> _Made:
    room = max(0, _ENORMOUS - len(page.content))
    content, start = page.content, page.content.lstrip()[:1]
    if start == b"<":
        filler = b"<!-- " + b"x" * room + b" -->"
        whole = content.replace(b"</body>", filler + b"</body>", 1)
        yield (
            "with a comment of 16 MB",
            whole if whole != content else content + filler,
            *_rest(page),
        )
        yield "within elements 100,000 deep", b"<div>" * _DEEP + content, *_rest(page)
    elif start in {b"{", b"["}:
        yield "with white space of 16 MB", b" " * room + content, *_rest(page)
        yield "within lists 100,000 deep", b"[" * _DEEP + content + b"]" * _DEEP, *_rest(page)
    else:
        yield "with blank lines of 16 MB", content + b"\n" * room, *_rest(page)
    times = min(200, max(2, _ENORMOUS // max(1, len(content))))
    yield f"{times} times over", content * times, *_rest(page)


def _charsets(page: Page) -> _Made:
    try:
        text = page.text
    except ValueError:
        return
    kind = _content_type(page).partition(";")[0].strip() or "text/plain"
    for name in ("utf-8", "utf-16", "windows-1251", "windows-1252", "gb18030"):
        try:
            content = text.encode(name)
        except UnicodeEncodeError:
            continue
        yield f"in {name}", content, _typed(page, f"{kind}; charset={name}"), page.status
    for content, said in ((text.encode("utf-16-le"), "utf-8"), (text.encode(), "utf-16")):
        yield (
            f"labelled {said} and in another",
            content,
            _typed(page, f"{kind}; charset={said}"),
            page.status,
        )


def rewritten(page: Page, text: str) -> Page:
    """*page* with *text* in place of its own, in the same charset."""
    from claimtrack.charsets import charset

    content = text.encode(charset(page.content, _content_type(page)), "replace")
    return replace(page, content=content, headers=_lengthless(page))


def _content_type(page: Page) -> str:
    return dict(page.headers).get("content-type", "")


def _typed(page: Page, content_type: str) -> _Headers:
    rest = ((name, value) for name, value in _lengthless(page) if name != "content-type")
    return (("content-type", content_type), *rest)


def _lengthless(page: Page) -> _Headers:
    lengths = {"content-length", "transfer-encoding", "content-encoding"}
    return tuple((name, value) for name, value in page.headers if name not in lengths)


def _rest(page: Page) -> tuple[_Headers, int | None]:
    return _lengthless(page), page.status
