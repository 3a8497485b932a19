"""Charsets: in which encoding a page is, by what it says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimtrack.charsets import charset
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
        (b"x", "text/plain; charset=TIS-620", "cp874"),
        (b"<meta charset=koi8-r>", "text/html; charset=invalid", "koi8-r"),
        (b"x", "", "utf-8"),
    ],
)
def test_it_is_the_marks_else_the_headers_else_the_pages_word(
    content: bytes, content_type: str, name: str
) -> None:
    assert charset(content, content_type) == name


@pytest.mark.parametrize(
    "label", ["punycode", "unicode_escape", "utf-7", "rot13", "zlib", "no-such", "\0", "é"]
)
def test_what_is_no_charset_of_the_web_decodes_nothing(label: str) -> None:
    headers = (("content-type", f"text/html; charset={label}"),)
    content = b"\\u0035 +ADU- x-"
    page = Page("https://a.example", content, datetime(2026, 1, 1, tzinfo=UTC), headers=headers)
    assert page.text == "\\u0035 +ADU- x-"


FOLDER = Path(__file__).parent.parent.parent / "shared/pages/encodings/chardet"


@pytest.mark.parametrize(
    ("folder", "label", "codec"),
    [
        ("windows-1251-russian", "windows-1251", "cp1251"),
        ("KOI8-R", "KOI8-R", "koi8-r"),
        ("SHIFT_JIS", "Shift_JIS", "cp932"),
        ("GB2312", "GB2312", "gb18030"),
        ("iso-8859-7-greek", "iso-8859-7", "iso8859-7"),
    ],
)
def test_real_pages_are_decoded_by_the_charset_they_are_in(
    folder: str, label: str, codec: str
) -> None:
    if not FOLDER.exists():
        pytest.skip("the recorded pages are not beside the project")
    headers = (("content-type", f"text/html; charset={label}"),)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    files = sorted((FOLDER / folder).iterdir())[:5]
    assert files
    for file in files:
        content = file.read_bytes()
        page = Page("https://a.example", content, at, headers=headers)
        assert page.text == content.decode(codec)
