"""Charsets: in which encoding the bytes of a page are, by its own word, else by its looks.

The looks are charset_normalizer's to judge; it is asked only where nobody says anything and the
bytes are not UTF-8.
"""

from __future__ import annotations

import codecs
import re

#: How far into a page its own word is looked for: as far as browsers look (HTML, "prescan").
_HEAD = 1024
#: So much of a page shows in which encoding it is; the search costs some 10 ms then, and would
#: grow with the page.
_SAMPLE = 50_000
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")

_BEYOND = re.compile(rb"[\x80-\xff]")
_WESTERN = frozenset("àâãäåæçèéêëìíîïñòóôöøùúûüßÀÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜ‘’“”„–—…•«»°£€§©·´¡¿ªº\xa0")
_NEARLY_ALL = 0.95
#: What stands in no text; the escape does, in Japanese.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: What is the second half of no character, in any encoding of the web.
_END = re.compile(rb"[\x00-\x2f]")
_TAG = re.compile(rb"<[!/?a-zA-Z][^<>]{0,2000}>")

#: What a label means on the web where Python means something narrower, or knows none
#: (https://encoding.spec.whatwg.org/#names-and-labels).
_ON_THE_WEB = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_LABELS = {
    "ks_c_5601-1987": "cp949",
    "unicode-1-1-utf-8": "utf-8",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "cp932",
}
#: Python also knows encodings that are no charsets: a header that names ``punycode`` would take a
#: time quadratic in the page, ``unicode_escape`` would read what nobody wrote.
_KNOWN = frozenset(
    {
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1254", "cp874", "gb18030", "big5",
        "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949", "koi8-r", "koi8-u", "cp855",
        "cp866", "mac-roman", "mac-cyrillic",
        *(f"cp125{number}" for number in range(9)),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    }
)  # fmt: skip

#: Those that a page may say it is in, and that nobody guesses: few pages were ever written in them,
#: and they look like others.
_NEVER_GUESSED = frozenset(f"iso8859-{number}" for number in (3, 4, 10, 14, 16))
#: How Japanese in seven bits begins, by characters of two bytes or by Roman ones (RFC 1468).
_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\(J)")
#: Where windows-1250 has š, ť and ž, which ISO 8859-2 has elsewhere.
_BELOW = re.compile(rb"[\x80-\x9f]")


def charset(content: bytes, content_type: str = "") -> str:
    """The encoding of *content*, by Python's name: by its byte order mark, else the header's
    charset, else what the page says of itself (a ``meta`` tag, an XML declaration), else UTF-8
    where it is that, else what it looks like.

    A word that names no charset of the web is passed over, as browsers do.
    """
    marked = _by_mark(content)
    if marked is not None:
        return marked
    _, _, given = content_type.lower().partition("charset=")
    by_header = _python_name(given.partition(";")[0].strip(" \"'"))
    return by_header or _python_name(_by_its_own_word(content)) or _by_its_looks(content)


def _by_mark(content: bytes) -> str | None:
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _by_its_own_word(content: bytes) -> str:
    head = content[:_HEAD]
    found = _XML.match(head) or _META.search(head)
    if found is None:
        return ""
    named = found[1].decode("ascii", "replace").lower()
    # Whoever reads this word in single bytes has shown that it is not true.
    return "utf-8" if named.startswith("utf-16") else named


def _by_its_looks(content: bytes) -> str:
    if b"\0" in content[:_HEAD]:
        return _by_its_zeros(content[:_HEAD])
    if _JAPANESE.search(content, 0, _SAMPLE) and not _BEYOND.search(content):
        return "iso2022_jp"
    sample = b"" if _is_utf8(content) else _sample(content)
    if _CONTROL.search(sample) or _is_broken_utf8(sample):  # no text in any encoding
        return "utf-8"
    if _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=sorted(_KNOWN - _NEVER_GUESSED)).best()
    name = (found and _python_name(found.encoding)) or "utf-8"
    return "iso8859-2" if name == "cp1250" and not _BELOW.search(sample) else name


def _is_western(sample: bytes) -> bool:
    """Whether nearly all beyond ASCII is what the languages of Western Europe write. A few accents
    look as good in a dozen encodings, and are in this one: browsers take it where nobody says.
    """
    beyond = b"".join(_BEYOND.findall(sample)).decode("cp1252", "replace")
    return sum(sign in _WESTERN for sign in beyond) >= _NEARLY_ALL * len(beyond)


def _by_its_zeros(head: bytes) -> str:
    """UTF-16 where every other byte of *head* is mostly zero, as it is in letters of Latin."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) / 4 or min(even, odd) > len(head) / 50:
        return "utf-8"
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf8(content: bytes) -> bool:
    """Whether it is UTF-8, or was until it broke off."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _is_broken_utf8(sample: bytes) -> bool:
    """Whether most of *sample* is UTF-8; no other encoding looks like that by chance."""
    decoded = [sign for sign in sample.decode("utf-8", "replace") if sign > "\x7f"]
    return 2 * decoded.count("\ufffd") <= len(decoded)


def _sample(content: bytes) -> bytes:
    """A piece of *content* that starts and ends between characters, from before its first beyond
    ASCII on, and without its tags, which look like nothing.
    """
    first = next((found.start() for found in _BEYOND.finditer(content)), 0)
    start = max(content.rfind(b">", 0, first) + 1, first - _HEAD)
    piece = content[start : start + _SAMPLE]
    if len(piece) == _SAMPLE and (ends := list(_END.finditer(piece))):
        piece = piece[: ends[-1].start()]
    return _TAG.sub(b" ", piece)


def _python_name(label: str) -> str | None:
    """Python's name for what *label* means on the web; None where it means nothing there."""
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = _ON_THE_WEB.get(name, name)
    return name if name in _KNOWN else None
