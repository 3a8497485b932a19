"""Marked text: the words of a title or summary that may hold HTML, escaped or not."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from html import unescape
from typing import Any

_UNSEEN = re.compile(r"<(script|style)\b[^>]{0,1000}>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|p|div|li|tr|h\d)\b[^>]{0,1000}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,10000}>|<!--.*?(?:-->|\Z)", re.DOTALL)
#: No more of a summary is looked at: some feeds carry whole articles, and a few whole books.
_LONGEST = 50_000


def plain(marked: str) -> str:
    """The words of *marked*, which is HTML, in one line."""
    seen = _UNSEEN.sub(" ", marked[:_LONGEST])
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", seen))).split())


def words_of(element: Any, *, is_markup: bool) -> str:
    """The words in *element*, in one line: of HTML that is written as text where *is_markup*, else
    as they stand. Elements inside it are markup either way.
    """
    said = _text(element)
    if element.get("mode") == "base64" or element.get("type") == "application/octet-stream":
        return plain(_decoded(said))
    return plain(said) if is_markup else " ".join(said[:_LONGEST].split())


def _text(element: Any) -> str:
    if not len(element):
        return element.text or ""
    for unseen in list(element.iter("{*}script", "{*}style")):
        unseen.text = None
        del unseen[:]
    return "".join(element.itertext())


def _decoded(said: str) -> str:
    try:
        return b64decode(said, validate=False).decode("utf-8", "replace")
    except (NotBase64, ValueError):
        return said
