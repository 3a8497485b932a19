"""Charsets: in which encoding the bytes of a page are, by what it says of itself."""

from __future__ import annotations

import codecs
import re

#: How far into a page its own word is looked for: as far as browsers look (HTML, "prescan").
_HEAD = 1024
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")

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


def charset(content: bytes, content_type: str = "") -> str:
    """The encoding of *content*, by Python's name: by its byte order mark, else the header's
    charset, else what the page says of itself (a ``meta`` tag, an XML declaration), else UTF-8.

    A word that names no charset of the web is passed over, as browsers do.
    """
    marked = _by_mark(content)
    if marked is not None:
        return marked
    _, _, given = content_type.lower().partition("charset=")
    by_header = _python_name(given.partition(";")[0].strip(" \"'"))
    return by_header or _python_name(_by_its_own_word(content)) or "utf-8"


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


def _python_name(label: str) -> str | None:
    """Python's name for what *label* means on the web; None where it means nothing there."""
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = _ON_THE_WEB.get(name, name)
    return name if name in _KNOWN else None
