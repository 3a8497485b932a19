"""Charsets: in which encoding a page is, by what it says of itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimtrack.charsets import charset, is_charset
from claimtrack.errors import Unreadable
from claimtrack.pages import Page


@pytest.mark.parametrize(
    ("content", "content_type", "name"),
    [
        (b"\xef\xbb\xbfx", "text/html; charset=koi8-r", "utf-8-sig"),
        (b"\xff\xfex\0", "", "utf-16"),
        (b'<meta charset="windows-1251">', "text/html; charset=KOI8-U", "koi8-u"),
        (b'<html><head><meta charset="windows-1251">', "text/html", "cp1251"),
        (b"<META CHARSET = 'utf8' >", "", "utf-8"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=GB2312">', "", "gb18030"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "", "iso8859-2"),
        (b"<meta charset=utf-16>", "", "utf-8"),
        (b"<p>" + b"x" * 2000 + b"<meta charset=koi8-r>", "", "utf-8"),
        (b"x", "text/plain; charset=ISO-8859-1", "cp1252"),
        (b"x", "text/plain; charset=us-ascii", "cp1252"),
        (b"x", "text/plain; charset=x-sjis", "cp932"),
        (b"x", "text/plain; charset=", "utf-8"),
        (b"x", "", "utf-8"),
    ],
)
def test_it_is_the_marks_else_the_headers_else_the_pages_word(
    content: bytes, content_type: str, name: str
) -> None:
    assert charset(content, content_type) == name
    assert is_charset(name)


@pytest.mark.parametrize(
    "label", ["punycode", "unicode_escape", "utf-7", "rot13", "zlib", "no-such", "\0", "é"]
)
def test_what_is_no_charset_of_the_web_decodes_nothing(label: str) -> None:
    headers = (("content-type", f"text/html; charset={label}"),)
    page = Page("https://a.example", b"x-", datetime(2026, 1, 1, tzinfo=UTC), headers=headers)
    with pytest.raises(Unreadable, match="known charset"):
        page.text  # noqa: B018
