"""Volatile: what changes on a page by itself, and no reader of its words can see."""

from __future__ import annotations

import re
from typing import AnyStr

# Only what every parser takes for the same: a comment with hyphens in it is left as it stands, and
# a page with a script in whose code another is opened, or a comment, is never the same.
_CODE = re.compile(
    r"(<script(?![^<>]*json)[^<>]*>)[^<]*+(?:<(?!/?script|!--)[^<]*+)*+(</script)"
    r"|(<style[^<>]*>)[^<]*+(</style)"
    r"|(<!--)(?!-?>|\[if)[^-]*+(?:-(?!-)[^-]*+)*+(-->)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"<script(?![^<>]*json)[^<>]*>(?!</script)", re.IGNORECASE)
_NONCE = re.compile(r"""\snonce\s*=\s*(?:"[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)
#: Fields that a form sends back unseen, and tokens told in the head: made anew for every visitor.
_HIDDEN = re.compile(
    r"""<input(?=[^<>]{0,2000}?\stype\s*=\s*["']?hidden)[^<>]*>"""
    r"""|<meta(?=[^<>]*\sname\s*=\s*["']?[^"'<>]*(?:csrf|token|nonce))[^<>]*>""",
    re.IGNORECASE,
)
_OPENED = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"))
_SIGNS = ("nonce", "hidden", "csrf", "token")


def is_same_but_for_volatile(old: str, new: str) -> bool:
    """Whether the pages *old* and *new* have the same tags, attributes and words, code, comments,
    nonces and hidden fields left out. That they are not is always right to say, and is said where
    it is dear to tell.

    Clocks, counters and advertisements that stand in the words are words: who reads a page may read
    them.
    """
    if not _may_be_volatile(new, _first_difference(old, new)):
        return False
    lasting = _lasting(old)
    return lasting == _lasting(new) and _LEFT.search(lasting) is None


def is_surely_another(head: bytes, content: bytes, charset: str) -> bool:
    """Whether the page *content*, in that *charset*, differs from one that begins with *head* in
    what is not volatile: told by the first difference, without the rest of the other page.
    """
    start = content[: len(head)]
    if start == head:
        return False
    differs_at = _first_difference(head, start)
    at = len(content[:differs_at].decode(charset, "ignore"))
    # What decides is before the end of the tag: the rest of the page need not be decoded for it.
    ends_at = content.find(b">", differs_at)
    text = content[: ends_at + 2].decode(charset, "replace") if ends_at >= 0 else ""
    if ">" not in text[at:]:  # the byte was part of another sign
        text = content.decode(charset, "replace")
    return not _may_be_volatile(text, at)


def _first_difference(old: AnyStr, new: AnyStr) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _may_be_volatile(text: str, at: int) -> bool:
    """Whether the place *at* is in code, in a comment, or in a tag with a nonce or a token; told
    roughly, so that most pages which are other ones are not compared any further.
    """
    if any(_is_open(text, at, opens, ends) for opens, ends in _OPENED):
        return True
    tag = text[max(text.rfind("<", 0, at), 0) : text.find(">", at) + 1].lower()
    return any(sign in tag for sign in _SIGNS)


def _is_open(text: str, at: int, opens: str, ends: str) -> bool:
    opened_at = text.rfind(opens, 0, at)
    return opened_at >= 0 and text.find(ends, opened_at, at) < 0


def _lasting(text: str) -> str:
    return _HIDDEN.sub("<hidden>", _NONCE.sub("", _CODE.sub(_ends, text)))


def _ends(found: re.Match[str]) -> str:
    return "".join(part for part in found.groups() if part is not None)
