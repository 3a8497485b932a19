"""Charsets: the encoding of a page by the word of a claim file, where the page's own is wrong."""

from __future__ import annotations

import codecs
from dataclasses import replace

from claimtrack import Page, Unreadable


def in_charset(page: Page, charset: str) -> Page:
    """*page* as it reads in *charset*, whatever it says of itself. Raises `Unreadable`."""
    try:
        content = page.content.decode(charset).removeprefix("\ufeff").encode()
    except UnicodeError as error:
        raise Unreadable(f"the page is not {charset} text: {error}") from error
    # With a byte order mark, no header and no meta tag counts any more.
    return replace(page, content=codecs.BOM_UTF8 + content)


def charset_problem(charset: str) -> str | None:
    """Why *charset* is none; None where it is one."""
    try:
        b"abcd".decode(charset)
    except (
        UnicodeError
    ):  # these four bytes are no text in it, as in UTF-32: it is known all the same
        return None
    except (LookupError, ValueError):
        return f"charset {charset!r} is not known; such are latin-1, windows-1251, shift_jis"
    return None
