"""Charsets: in which encoding a page is, by what it says of itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from shared import SHARED, needs

from claimtrack.charsets import charset
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


RUSSIAN = "Около трёх четвертей области занято, говорится в докладе."


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_a_russian_page_that_says_nothing_is_told_by_its_looks(codec: str) -> None:
    page = f"<html><head><title>{RUSSIAN}</title></head><body><p>{RUSSIAN}</p></body></html>"
    content = page.encode(codec)
    assert content.decode(charset(content)) == page


@pytest.mark.parametrize(
    "text", ["caf\xe9 au lait", "Stra\xdfe \x84so\x93 \x96 na", "x" * 100_000 + "\xa3 5 and \x80 7"]
)
def test_a_few_accents_are_those_of_western_europe(text: str) -> None:
    assert charset(text.encode("latin-1")) == "cp1252"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\xff",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02stream",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        bytes(range(256)) * 100,
    ],
)
def test_what_is_no_text_looks_like_none(content: bytes) -> None:
    page = Page("https://a.example", content, datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(Unreadable):
        page.text  # noqa: B018


@pytest.mark.parametrize("cut", range(1, 60))
def test_a_page_that_breaks_off_is_in_no_other_charset(cut: int) -> None:
    content = "<p>Nearly a fifth – “about 19%” – of the land … is held</p>".encode()
    assert charset(content[:-cut]) == "utf-8"


def test_a_page_with_a_broken_letter_among_whole_ones_is_in_no_other_charset() -> None:
    content = "<p>Страна, страна</p>".encode().replace(b"\xd1\x82", b"\xd1", 1)
    assert charset(content) == "utf-8"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(codec: str) -> None:
    assert charset("<p>Nearly a fifth</p>".encode(codec)) == codec


def test_a_page_without_a_blank_is_cut_between_characters() -> None:
    text = "日本語テキスト" * 20_000
    assert charset(text.encode("cp932")) == "cp932"


CZECH = "Žluťoučký kůň běžel přes šedý most, když přístav zamrzl a loď zůstala stát u břehu. " * 8


@pytest.mark.parametrize("codec", ["cp1250", "iso8859-2"])
def test_the_two_of_central_europe_are_told_apart(codec: str) -> None:
    assert CZECH.encode(codec).decode(charset(CZECH.encode(codec))) == CZECH


def test_japanese_in_seven_bits_is_told_by_its_escapes() -> None:
    content = "<p>港の船は二割が出た</p>".encode("iso2022_jp")
    assert charset(content) == "iso2022_jp"
    assert charset(b"<pre>\x1b[1mbold\x1b[0m</pre>") == "utf-8"


FOLDER = SHARED / "pages/encodings/chardet"


@needs(FOLDER)
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
    headers = (("content-type", f"text/html; charset={label}"),)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    files = sorted((FOLDER / folder).iterdir())[:5]
    assert files
    for file in files:
        content = file.read_bytes()
        page = Page("https://a.example", content, at, headers=headers)
        assert page.text == content.decode(codec)


@needs(FOLDER)
@pytest.mark.parametrize(
    ("folder", "codec"),
    [
        ("windows-1251-russian", "cp1251"),
        ("windows-1251-bulgarian", "cp1251"),
        ("KOI8-R", "koi8-r"),
        ("IBM866", "cp866"),
        ("IBM855", "cp855"),
        ("iso-8859-5-russian", "iso8859-5"),
        ("iso-8859-7-greek", "iso8859-7"),
        ("EUC-JP", "euc_jp"),
        ("windows-1255-hebrew", "cp1255"),
    ],
)
def test_real_pages_whose_word_is_taken_away_are_told_by_their_looks(
    folder: str, codec: str
) -> None:
    files = sorted((FOLDER / folder).iterdir())
    assert files
    wrong = []
    for file in files:
        content = file.read_bytes().replace(b"charset", b"words").replace(b"encoding", b"words")
        if content.decode(charset(content), "replace") != content.decode(codec):
            wrong.append(file.name)
    assert wrong == []
